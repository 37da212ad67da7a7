"""DIA: signs of other Markdown dialects, which would reach readers as the signs that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.markup.blocks import ADMONITIONS
from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding
from shelfready.model.library import Library, Text
from shelfready.model.place import Place
from shelfready.model.prose import Prose
from shelfready.reading.sentences import FENCE_LINE
from shelfready.rules.base import rule

__all__ = ["RULES"]


def _hits(library: Library, pattern: re.Pattern[str], *signs: str) -> Iterator[tuple[Text, Place, str]]:
    """Matches of a pattern in texts that hold one of the signs at all."""
    for text in library.texts:
        if not any(sign in text.prose.masked for sign in signs):
            continue
        for number, line in enumerate(text.prose.masked.split("\n"), 1):
            for match in pattern.finditer(line):
                yield text, Place(text.prose.path, number, match.start() + 1), match.group()


_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][A-Za-z_][\w-]*|[A-Za-z][\w-]*\s*=)[^}]{0,200}\}|\{:[^}]{0,200}\}")


@rule("DIA001", "attribute-list", fixed=True)
def attribute_list(library: Library) -> Iterator[Finding]:
    """A text holds a list of attributes in braces, such as {: .class}.

    ## Why

    Attribute lists could give a paragraph an event handler or the class of the page's own parts. They are switched off,
    so readers would see the braces.

    ## Flagged

    ```md content/drafts/piece.md
    Press here.{: onclick="alert(1)" }
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The set {a, b} has two members.
    ```
    """
    for text, place, found in _hits(library, _ATTRIBUTES, "{"):
        yield Finding(place, f"'{found[:60]}' would reach readers as it stands", "Take the braces out.", text.slug)


_INCLUDE = re.compile(r"-+8<-+.*|\{%.{0,200}?%\}|\{!.{0,200}?!\}|\{\{.{0,200}?\}\}|\[!INCLUDE\b.*", re.IGNORECASE)


@rule("DIA002", "include-or-macro", fixed=True)
def include_or_macro(library: Library) -> Iterator[Finding]:
    """A text asks for another file or for a computed value.

    ## Why

    What is approved must be what is published, so nothing is put into a text after it was written. Readers would see
    the command as it stands.

    ## Flagged

    ```md content/drafts/piece.md
    --8<-- "secrets.txt"
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The value {x} is written out.
    ```
    """
    for text, place, found in _hits(library, _INCLUDE, "{", "<", "[!"):
        yield Finding(place, f"'{found[:60]}' asks for text from elsewhere", "Write the text out.", text.slug)


@rule("DIA003", "front-matter", fixed=True)
def front_matter(library: Library) -> Iterator[Finding]:
    """A draft or page begins with a block of settings between '---' lines.

    ## Why

    Title, status and dates stand in the record, where they are checked; a second set of them would contradict it.

    ## Flagged

    ```md content/drafts/piece.md
    ---
    title: Exposed
    ---

    Look from outside.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Look from outside.
    ```
    """
    for text in library.texts:
        if text.prose.text.startswith("---\n"):
            fix = "Take the block out; title and dates stand in the record."
            yield Finding(Place(text.prose.path), "the text begins with front matter", fix, text.slug)


_RULE = "a rule across the page"
_FOREIGN: tuple[tuple[str, str, str], ...] = (
    (r"(?:(?:-[ ]?){3,}|(?:\*[ ]?){3,}|(?:_[ ]?){3,})$", _RULE, "Use a heading."),
    (r"[-*+] \[[ xX]\](?: |$)", "a box to tick", "Write a plain list item; a checklist draws the boxes."),
    (r"\?\?\?\+? ", "a folded note", "Use '!!! note'."),
    (r"===[+!]? +\"", "a tab", "Use headings, one for each case."),
    (r"\[(?:TOC|toc)\]$", "a request for a table of contents", "Take it out; the page draws one."),
    (r"\*\[[^\]\n]+\]:", "an abbreviation list", "Expand the abbreviation where it first stands."),
    (r":[ ]+\S", "a definition list", "Use a plain list or a table."),
    (r"\$\$", "a formula", "Write it in words."),
    (r"> ?\[!(?:[Nn]ote|[Tt]ip|[Ww]arning|[A-Z]+)\]", "a note of another dialect", "Use '!!! note'."),
)
"""How the line begins after its indentation, what that is, and what to do."""

_FOREIGN_LINE = re.compile(
    r"\n[ \t]*(?=[-*_+?=\[:$>!])(?:" + "|".join(f"({form})" for form, _, _ in _FOREIGN) + r"|!!! ?(.*))", re.MULTILINE
)
"""Such a line, searched in a text with a line end put before it: a plain first character is found far quicker."""
_QUOTES = " \"'\u201c\u201d\u201e\u201f\u2018\u2019\u00ab\u00bb"
_NOTE_FORM = re.compile(rf'(?:{"|".join(ADMONITIONS)})(?: +"[^"]*")? *\Z')


@rule("DIA004", "foreign-construct", fixed=True)
def foreign_construct(library: Library) -> Iterator[Finding]:
    """A line uses a construct of another Markdown dialect.

    ## Why

    Tick boxes, folded notes, tabs, rules, definition lists and formulas are not drawn; the signs would stand in the
    text. Notes have one of the known types, fences stand at the beginning of a line and are closed.

    ## Flagged

    ```md content/drafts/piece.md
    Make sure:

    - [ ] that the port is closed
    ```

    ## Accepted

    ```md content/drafts/piece.md
    !!! warning "Before you look"

        Ask the owner.

    - [Close the port](https://example.org/) first.
    ```
    """
    for text in library.texts:
        for match in _FOREIGN_LINE.finditer("\n" + text.prose.masked):
            if not _begins_with_code(text.prose.text, match):
                yield from _foreign(text, match)
        if "```" in text.prose.text or "~~~" in text.prose.text:
            yield from _fences(text.prose, text.slug)


def _begins_with_code(text: str, match: re.Match[str]) -> bool:
    """Whether a line that was found begins with inline code, which is blank where signs are looked for."""
    blanks = len(match[0]) - len(match[0].lstrip()) - 1
    return not text[match.start() : match.start() + blanks].isspace() and blanks > 0


def _foreign(text: Text, match: re.Match[str]) -> Iterator[Finding]:
    place = place_at(text.prose.path, text.prose.masked, match.start())
    note = match.group(len(_FOREIGN) + 1)
    if note is None:
        _, what, fix = _FOREIGN[int(match.lastindex or 1) - 1]
        if what == _RULE and (
            _ends_front_matter(text.prose.text, place.line) or _underlines(text.prose.masked, match.start())
        ):
            return  # front matter has a rule of its own, and an underlined line is a heading
        yield Finding(place, f"{what} is not drawn on pages", fix, text.slug)
    elif not _NOTE_FORM.match(note):
        kind, _, title = note.strip().partition(" ")
        if kind in ADMONITIONS:
            message = f"the title '{title[:40]}' of this note is not read"
            plain = title.strip(_QUOTES)[:60]
            yield Finding(place, message, f"""Put it in straight quotes: !!! {kind} "{plain}".""", text.slug)
        else:
            fix = f"Use one of {', '.join(ADMONITIONS)}."
            yield Finding(place, f"'{note[:40]}' is no type of note", fix, text.slug)


def _ends_front_matter(text: str, line: int) -> bool:
    """Whether this line begins or ends a block of settings at the top of the text."""
    if not text.startswith("---\n"):
        return False
    end = text.find("\n---", 3)
    return line == 1 or (end >= 0 and line == text.count("\n", 0, end) + 2)


def _underlines(text: str, line_start: int) -> bool:
    """Whether the line at this offset underlines the one before it, which begins its paragraph."""
    if line_start == 0:
        return False
    above = text.rfind("\n", 0, line_start - 1)
    further = text.rfind("\n", 0, above) if above > 0 else -1
    is_first = above < 0 or not text[further + 1 : above].strip()
    return bool(text[above + 1 : line_start - 1].strip()) and is_first


_FENCE_FORM = re.compile(r"(`{3,}|~{3,})[ ]*[A-Za-z0-9+-]{0,20}[ ]*\Z")


def _fences(prose: Prose, slug: str) -> Iterator[Finding]:
    open_line, fence, indented = 0, "", ""
    for number, line in enumerate(prose.text.split("\n"), 1):
        if fence:
            fence = "" if line.rstrip(" ") == fence else fence
        elif match := FENCE_LINE.match(line):
            open_line, fence = number, match.group(1)
            if not _FENCE_FORM.match(line):
                message, fix = "the fence asks for more than a language", "Write at most one word after the fence."
                yield Finding(Place(prose.path, number), message, fix, slug)
        elif line.startswith(" ") and (match := FENCE_LINE.match(line.lstrip())):
            if indented == line.strip():
                indented = ""  # the end of one that has been told
                continue
            indented = match[1]
            message, fix = "an indented fence is not read as code", "Begin the fence in column 1, outside of lists."
            yield Finding(Place(prose.path, number), message, fix, slug)
    if fence:
        yield Finding(Place(prose.path, open_line), "the code that begins here has no end", f"Close it: {fence}", slug)


_CODE = re.compile(r"&(?!(?:amp|lt|gt);)(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@rule("DIA007", "character-code", fixed=True)
def character_code(library: Library) -> Iterator[Finding]:
    """A text holds a character by its code, such as &nbsp; or &#8203;.

    ## Why

    A code can stand for a character that no reader sees, or hide a word from the rules that look for it. Every
    character can be typed as it is; only &amp;, &lt; and &gt; are taken.

    ## Flagged

    ```md content/drafts/piece.md
    Look from&nbsp;outside.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Look from outside, in Research &amp; Development. Code may hold them: `&nbsp;`.
    ```
    """
    for text, place, found in _hits(library, _CODE, "&"):
        yield Finding(place, f"'{found}' is the code of a character", "Write the character itself.", text.slug)


RULES = (attribute_list, include_or_macro, front_matter, foreign_construct, character_code)
