"""MKD: drafts and pages use the constructs that every reader, device and hand-out can show, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from shelfready.markup.guard import SCHEMES
from shelfready.markup.headings import place_of_heading
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.passages import passages
from shelfready.rules.base import rule

__all__ = ["RULES"]


def _refused(library: Library, code: str, message: str, fix: str) -> Iterator[Finding]:
    """One finding for each refusal of this code; `{}` in the message stands for what the author wrote."""
    for text in library.texts:
        for refusal in text.prose.refusals:
            if refusal.code == code:
                detail = " ".join(refusal.detail.split())[:60]
                yield Finding(refusal.place, message.format(detail), fix, text.slug)


_TAG = re.compile(r"'<(/?)([A-Za-z][A-Za-z0-9-]*)")


@rule("MKD001", "raw-html", fixed=True)
def raw_html(library: Library) -> Iterator[Finding]:
    """A text holds an HTML tag or comment.

    ## Why

    HTML can carry scripts and hidden words, and hand-outs cannot show it. Shelfready never runs it: readers would see
    the tag as it was typed. Code between backticks may show tags.

    ## Flagged

    ```md content/drafts/piece.md
    Press <b>here</b> now.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Press **here** now, where `<b>` once stood, if 3 < 4.
    ```
    """
    fix = "Use Markdown, or put it in backticks."
    opened = set[tuple[str, str]]()
    for finding in _refused(library, "MKD001", "'{}' is HTML, which pages do not take", fix):
        name = _TAG.match(finding.message)
        if name is None or not name[1]:
            opened.add((finding.place.path, name[2].lower() if name else ""))
        elif (finding.place.path, name[2].lower()) in opened:
            continue  # the tag that opens it has been told
        yield finding


@rule("MKD002", "unsafe-address", fixed=True)
def unsafe_address(library: Library) -> Iterator[Finding]:
    """A link leads to an address that pages do not offer to readers.

    ## Why

    Links may begin with https:, http:, mailto: or tel:, or name a file of this project. Other kinds can run code; a
    user name in an address makes it look like another site.

    ## Flagged

    ```md content/drafts/piece.md
    Press [here](javascript:alert(1)).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the Standard](https://www.dicomstandard.org/current).
    ```
    """
    usual = f"Link to a whole address that begins with {', '.join(SCHEMES)}, without a user name."
    for finding in _refused(library, "MKD002", "a link may not lead to '{}'", usual):
        blank = " " in finding.message.partition("'")[2]
        message = f"{finding.message}: an address holds no blank" if blank else finding.message
        fix = "Take the blank out, or write %20 in its place." if blank else finding.fix
        yield replace(finding, message=message, fix=fix)


@rule("MKD005", "top-heading")
def top_heading(library: Library) -> Iterator[Finding]:
    """A draft holds a heading of the first level, or a page in docs/ does not begin with its only one.

    ## Why

    The page draws the title from the record. A second top heading confuses screen readers and search. A page in docs/
    has no record, so its first line is its title: `# Title`.

    ## Flagged

    ```md content/drafts/piece.md
    # How exposed are we?

    Look from outside.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ## Look from outside

    Use a line that is not yours.
    ```
    """
    for text in library.texts:
        prose = text.prose
        tops = [number for number, heading in enumerate(prose.headings) if heading.level == 1]
        if not prose.path.startswith("docs/"):
            surplus, fix = tops, "Begin it with '##', or take it out: the title comes from the record."
        else:
            surplus, fix = tops[1:], "Begin it with '##'."
            first = prose.headings[:1]
            if prose.path != "docs/index.md" and not (first and first[0].level == 1):
                place = Place(prose.path)
                yield Finding(place, "the page has no title", "Begin it with a line '# Title'.", text.slug)
        for number in surplus:
            shown = prose.headings[number].text[:60]
            yield Finding(place_of_heading(prose, number), f"'{shown}' is a heading of the first level", fix, text.slug)


@rule("MKD014", "skipped-level", Severity.WARNING)
def skipped_level(library: Library) -> Iterator[Finding]:
    """A heading is more than one level below the one before it, or holds no words.

    ## Why

    Whoever listens to a page goes from heading to heading; a missing level sounds like a missing part (WCAG 2.2,
    1.3.1).

    ## Flagged

    ```md content/drafts/piece.md
    ## Look from outside

    #### At the ports
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ## Look from outside

    ### At the ports

    ## Close what you find
    ```
    """
    for text in library.texts:
        before = 0 if text.prose.path.startswith("docs/") else 1
        for number, heading in enumerate(text.prose.headings):
            if not heading.text or (heading.level == 6 and heading.text.startswith("#")):
                message, fix = _SIGNS_ONLY
                yield Finding(place_of_heading(text.prose, number), message, fix, text.slug, Severity.ERROR)
            elif heading.level > before + 1 and before:
                message = f"'{heading.text[:60]}' is on level {heading.level}, the heading before it on level {before}"
                fix = f"Begin it with '{'#' * (before + 1)}'."
                yield Finding(place_of_heading(text.prose, number), message, fix, text.slug)
            before = heading.level


_SIGNS_ONLY = ("this heading has no words, or more than six '#'", "Write '## ' and the words of the heading.")


@rule("MKD009", "over-complex-text", fixed=True)
def over_complex_text(library: Library) -> Iterator[Finding]:
    """A text nests or repeats signs beyond what any piece needs.

    ## Why

    A few kilobytes of opening brackets keep a Markdown parser busy for minutes. Texts beyond the limits are not
    rendered at all, so nothing else is said about them.

    ## Flagged

    ```md content/drafts/piece.md
    - - - - - - - - seven lists too deep
    ```

    ## Accepted

    ```md content/drafts/piece.md
    - one list

        - inside another
    ```
    """
    return _refused(library, "MKD009", "{}", "Take it apart, or take out what was pasted by mistake.")


@rule("MKD010", "altered-output", fixed=True)
def altered_output(library: Library) -> Iterator[Finding]:
    """The rendered text holds something that a sanitiser would drop or change.

    ## Why

    This is the second net: whatever gets past the other rules and would not arrive at the reader as it was checked
    stops here instead of being mended without a word.

    ## Flagged

    ```html content/drafts/piece.md as rendered
    <p onclick="alert(1)">Press here.</p>
    ```

    ## Accepted

    ```md content/drafts/piece.md
    | Port | Use |
    | ---: | --- |
    | 104 | DICOM |
    ```
    """
    message = "this text would not reach readers as it was checked: '{}'"
    return _refused(library, "MKD010", message, "Write this passage in plain Markdown.")


_PLAIN_SIGNS = re.compile(
    r"(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])|`[^`\n]{1,200}`|\[[^\[\]\n]{1,200}\]\([^()\s]{1,300}\)"
)


@rule("MKD015", "markdown-in-plain-text")
def markdown_in_plain_text(library: Library) -> Iterator[Finding]:
    """A title, a statement or another text of a record or of desk.yml holds signs of Markdown.

    ## Why

    These texts are shown, copied and quoted as they stand: readers would see the stars and brackets. Emphasis and links
    belong into the draft.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    statement: Look from **outside**.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    statement: Look from outside [sic] at *.example.org, 2*3 times.
    ```
    """
    for passage in passages(library):
        plain = passage.text
        if passage.where is None or ("*" not in plain and "`" not in plain and "[" not in plain):
            continue
        if passage.label != "url" and (match := _PLAIN_SIGNS.search(plain)):
            message = f"'{match.group()[:40]}' in the {passage.label} would be shown with its signs"
            fix = "Write plain words; emphasis and links belong into the draft."
            yield Finding(passage.place(match.start()), message, fix, passage.slug)


RULES = (
    raw_html,
    unsafe_address,
    top_heading,
    over_complex_text,
    altered_output,
    skipped_level,
    markdown_in_plain_text,
)
