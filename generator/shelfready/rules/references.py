"""REF: footnotes, reference links and owner marks lead to what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.rules.base import rule

__all__ = ["RULES"]

_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\n]{1,200})\]:", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\n]{1,200})\](?!:)")
_LINK_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n^][^\]\n]*)\]:", re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")


_EMPTY = re.compile(r"^ {0,3}\[\^([^\]\n]{1,200})\]:[ \t]*(?:\n(?! {4}\S)|\Z)", re.MULTILINE)
_NO_COLON = re.compile(r"^ {0,3}\[\^([^\]\n]{1,200})\](?=[ \t]+\S)", re.MULTILINE)


def _without_text(masked: str) -> Iterator[tuple[int, str, str]]:
    """Offset, name and cure of each footnote without a text; a line that lacks its colon is told once, in its place."""
    for match in _EMPTY.finditer(masked):
        yield match.start(), match.group(1), f"Write it behind '[^{match.group(1)[:30]}]: '."
    notes = set(_DEFINITION.findall(masked))
    meant = {match.group(1): match.start() for match in _NO_COLON.finditer(masked)}
    for match in _NOTE.finditer(masked):
        name = match.group(1)
        if name in notes:
            continue
        if name not in meant:
            yield match.start(), name, f"Add a line '[^{name[:30]}]: ...' at the end of the text."
        elif match.start() >= meant[name] and masked[meant[name] : match.start()].strip(" ") == "":
            yield match.start(), name, f"Put a colon behind it: '[^{name[:30]}]: ...'."


@rule("REF001", "missing-footnote")
def missing_footnote(library: Library) -> Iterator[Finding]:
    """A footnote mark or a reference link has no text or address behind it.

    ## Why

    Readers would see the mark as it was typed, and the sentence would stand without its source.

    ## Flagged

    ```md content/drafts/piece.md
    Port 104 is registered for DICOM.[^ports]
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Port 104 is registered for DICOM.[^ports]

    [^ports]: DICOM PS3.8, section 9.1.1.
    ```
    """
    for text in library.texts:
        masked, path = text.prose.masked, text.prose.path
        for offset, name, fix in _without_text(masked) if "[^" in masked else ():
            message = f"the footnote '{name[:30]}' has no text"
            yield Finding(place_at(path, masked, offset), message, fix, text.slug)
        if "][" not in masked:
            continue
        links = {name.lower() for name in _LINK_DEFINITION.findall(masked)}
        for match in _LINK.finditer(masked):
            name = match.group(2) or match.group(1)
            if name.lower() not in links and not name.startswith("^"):
                message, fix = f"the link '{name[:30]}' has no address", f"Add a line '[{name[:30]}]: https://...'."
                yield Finding(place_at(path, masked, match.start()), message, fix, text.slug)


@rule("REF002", "unused-footnote", Severity.WARNING)
def unused_footnote(library: Library) -> Iterator[Finding]:
    """A footnote has a text and no mark, or two texts.

    ## Why

    A note without a mark stands at the end of the page and belongs to no sentence; of two texts with one name readers
    get one.

    ## Flagged

    ```md content/drafts/piece.md
    Port 104 is registered for DICOM.

    [^ports]: DICOM PS3.8, section 9.1.1.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Port 104 is registered for DICOM.[^ports]

    [^ports]: DICOM PS3.8, section 9.1.1.
    ```
    """
    for text in library.texts:
        masked, path = text.prose.masked, text.prose.path
        if "[^" not in masked:
            continue
        marks, seen = set(_NOTE.findall(masked)), set[str]()
        for match in _DEFINITION.finditer(masked):
            name, place = match.group(1), place_at(path, masked, match.start())
            if name in seen:
                yield Finding(place, f"the footnote '{name[:30]}' has two texts", "Keep one of them.", text.slug)
            elif name not in marks:
                fix = f"Put [^{name[:30]}] behind the sentence it belongs to, or take the note out."
                yield Finding(place, f"no sentence has the footnote '{name[:30]}'", fix, text.slug)
            seen.add(name)


_KEY = re.compile(r"[A-Za-z0-9][\w -]{0,40}")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s")


def _marks(line: str) -> list[tuple[int, str]]:
    """Column offset and key of each mark at the end of a line, in order."""
    found: list[tuple[int, str]] = []
    end = _end(line, len(line))
    while end and line[end - 1] == "}" and line[end - 2 : end] != "}}" and (begin := line.rfind("{", 0, end)) >= 0:
        if _KEY.fullmatch(key := line[begin + 1 : end - 1]):
            found.append((begin, key))
        end = _end(line, begin)
    return found[::-1]


def _end(line: str, end: int) -> int:
    """Where the line ends before `end`, without trailing blanks; nothing is copied, because a line may be all marks."""
    while end and line[end - 1].isspace():
        end -= 1
    return end


@rule("REF003", "unknown-mark", fixed=True)
def unknown_mark(library: Library) -> Iterator[Finding]:
    """A line ends in a mark that desk.yml does not define, or that stands outside of a checklist's items.

    ## Why

    Marks such as {joint} become labels at the end of a checklist item. Anywhere else readers would see braces, or a
    label that belongs to nothing.

    ## Flagged

    ```md content/drafts/piece.md
    - Close the port. {join}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: checklist
    ```

    ```md content/drafts/piece.md
    - Close the port. {joint}
    ```
    """
    known = dict(library.marks)
    for text in library.texts:
        masked = text.prose.masked
        if "{" not in masked:
            continue
        is_checklist = text.topic is not None and text.topic.record.kind == "checklist"
        for number, line in enumerate(masked.split("\n"), 1):
            for column, key in _marks(line):
                place = Place(text.prose.path, number, column + 1)
                if key not in known:
                    names = ", ".join(f"{{{known_key}}}" for known_key in known)
                    fix = f"Use one of {names}, or add it to 'marks:' in desk.yml." if known else "Take it out."
                    yield Finding(place, f"desk.yml has no mark '{key}'", fix, text.slug)
                elif not is_checklist:
                    message = f"the mark '{key}' belongs to checklists, and this is none"
                    yield Finding(place, message, "Take it out, or set 'kind: checklist' in the record.", text.slug)
                elif not _ITEM.match(line):
                    message = f"the mark '{key}' stands outside of a checklist's items"
                    yield Finding(place, message, "Put it at the end of a list item, or take it out.", text.slug)


@rule("REF004", "empty-link", fixed=True)
def empty_link(library: Library) -> Iterator[Finding]:
    """A link has no address, or no words to press.

    ## Why

    Readers would press a link that leads nowhere, or not see that there is one.

    ## Flagged

    ```md content/drafts/piece.md
    Read [the answers]().
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the answers](/answers/index.md).
    ```
    """
    for text in library.texts:
        for link in text.prose.links:
            if not link.target:
                message = f"the link '{link.text[:40]}' has no address"
                yield Finding(link.place, message, "Write it between the round brackets.", text.slug)
            elif not link.text:
                message = f"the link to '{link.target[:60]}' has no words"
                yield Finding(link.place, message, "Write them between the square brackets.", text.slug)


_MENTION = re.compile(r"\[([^\[\]\n]{1,200})\](?!:)")


@rule("REF005", "unused-definition", fixed=True)
def unused_definition(library: Library) -> Iterator[Finding]:
    """A line such as '[name]: address' is used by no link, or stands twice.

    ## Why

    Such a line is never shown: it says where a link leads. What was meant as text would be gone from the page, and of
    two addresses for one name readers get the last.

    ## Flagged

    ```md content/drafts/piece.md
    Look from outside.

    [Warning]: https://www.dicomstandard.org/
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the standard][dicom].

    [dicom]: https://www.dicomstandard.org/
    ```
    """
    for text in library.texts:
        masked, path = text.prose.masked, text.prose.path
        if "]:" not in masked:
            continue
        used, seen = {name.lower() for name in _MENTION.findall(masked)}, set[str]()
        for match in _LINK_DEFINITION.finditer(masked):
            name, place = match.group(1).lower(), place_at(path, masked, match.start())
            if name in seen:
                yield Finding(place, f"'[{name[:30]}]:' stands twice", "Keep one of the two lines.", text.slug)
            elif name not in used:
                fix = f"Link with [words][{name[:30]}], or put a backslash before the first bracket."
                yield Finding(place, f"no link uses '[{name[:30]}]:', and the line is not shown", fix, text.slug)
            seen.add(name)


RULES = (missing_footnote, unused_footnote, unknown_mark, empty_link, unused_definition)
