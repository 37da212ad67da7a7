"""MKD: drafts and pages use the constructs that every reader, device and hand-out can show, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.markup.guard import SCHEMES
from shelfready.markup.mask import locate, place_at
from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.rules.base import rule

__all__ = ["RULES"]


def _refused(library: Library, code: str, message: str, fix: str) -> Iterator[Finding]:
    """One finding for each refusal of this code; `{}` in the message stands for what the author wrote."""
    for text in library.texts:
        for refusal in text.prose.refusals:
            if refusal.code == code:
                detail = " ".join(refusal.detail.split())[:60]
                yield Finding(refusal.place, message.format(detail), fix, text.slug)


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
    return _refused(library, "MKD001", "'{}' is HTML, which pages do not take", "Use Markdown, or put it in backticks.")


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
    fix = f"Link to an address that begins with {', '.join(SCHEMES)}, without a user name."
    return _refused(library, "MKD002", "a link may not lead to '{}'", fix)


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
        tops = [heading for heading in prose.headings if heading.level == 1]
        if not prose.path.startswith("docs/"):
            surplus, fix = tops, "Begin it with '##', or take it out: the title comes from the record."
        else:
            surplus, fix = tops[1:], "Begin it with '##'."
            first = prose.headings[:1]
            if prose.path != "docs/index.md" and not (first and first[0].level == 1):
                place = Place(prose.path)
                yield Finding(place, "the page has no title", "Begin it with a line '# Title'.", text.slug)
        for heading in surplus:
            place = place_at(prose.path, prose.masked, locate(prose.masked, heading.text))
            yield Finding(place, f"'{heading.text[:60]}' is a heading of the first level", fix, text.slug)


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


RULES = (raw_html, unsafe_address, top_heading, over_complex_text, altered_output)
