"""ACC: tables, headings and lists keep their sense when a page is read out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.markup.headings import place_of_heading
from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.prose import Prose
from shelfready.rules.base import rule

__all__ = ["RULES"]

_DASH_ROW = re.compile(r"\n([>|: -]+)(?=\n|\Z)")
_CELL_END = re.compile(r"(?<!\\)\|")
_NO_WORD = " >-–—.*_"


def _cells(prose: Prose, begin: int, end: int) -> list[str]:
    """The cells of a row of a table; code may hold a '|'."""
    while begin < end and prose.masked[begin] in " >":
        begin += 1
    begin += prose.masked.startswith("|", begin)
    ends = [match.start() for match in _CELL_END.finditer(prose.masked, begin, end)]
    if not ends or prose.masked[ends[-1] + 1 : end].strip():
        ends.append(end)
    starts = [begin, *(at + 1 for at in ends)]
    return [prose.text[a:b] for a, b in zip(starts, ends, strict=False)]


def _tables(prose: Prose) -> Iterator[tuple[int, int, list[str]]]:
    """Where the headings and the rows of each table begin, and what the headings are."""
    masked = prose.masked
    for match in _DASH_ROW.finditer(masked):
        begin = masked.rfind("\n", 0, match.start()) + 1
        above = masked[masked.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)].strip(" >")
        if "|" not in match[1] or "-" not in match[1] or (above and not above.startswith("!!!")):
            continue
        headings = _cells(prose, begin, match.start())
        dashes = match[1].strip(" >")
        if len(headings) == dashes.removeprefix("|").removesuffix("|").count("|") + 1:
            yield begin, match.end() + 1, headings


def _begins_with_words(prose: Prose, begin: int) -> bool:
    """Whether each row of the table from here on begins with words."""
    text = prose.text
    while begin < len(text):
        end = text.find("\n", begin)
        end = end if end >= 0 else len(text)
        if not text[begin:end].strip(" >"):
            break
        if not _cells(prose, begin, end)[0].strip(_NO_WORD):
            return False
        begin = end + 1
    return True


@rule("ACC003", "headless-table", Severity.WARNING)
def headless_table(library: Library) -> Iterator[Finding]:
    """A column of a table has no heading.

    ## Why

    Whoever listens to a table hears with each cell the heading of its column (WCAG 2.2, 1.3.1). The first heading may
    be empty where each row begins with what the row is about.

    ## Flagged

    ```md content/drafts/piece.md
    | Port of | |
    | --- | --- |
    | scanners | open |
    ```

    ## Accepted

    ```md content/drafts/piece.md
    | | Open | Closed |
    | --- | --- | --- |
    | Port 104 | 12 | 3 |
    ```
    """
    for text in library.texts:
        prose = text.prose
        for begin, rows, headings in _tables(prose) if "|" in prose.masked else ():
            empty = [number for number, cell in enumerate(headings, 1) if not cell.strip(_NO_WORD)]
            if not empty or (empty == [1] and len(headings) > 1 and _begins_with_words(prose, rows)):
                continue
            lacking = f"column {empty[-1]} of this table has no heading"
            message = "this table has no headings" if len(empty) == len(headings) else lacking
            place = place_at(prose.path, prose.masked, begin)
            yield Finding(place, message, "Write above each column what stands in it.", text.slug)


@rule("ACC006", "repeated-heading", Severity.WARNING)
def repeated_heading(library: Library) -> Iterator[Finding]:
    """Two headings of one section have the same words.

    ## Why

    In a list of headings, read out or in the table of contents, nobody can tell the two apart (WCAG 2.2, 2.4.6). In
    different sections the same words are fine.

    ## Flagged

    ```md content/drafts/piece.md
    ## What to do

    Look from outside.

    ## What to do

    Close the port.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ## Scanners

    ### What to do

    Look from outside.

    ## Archives

    ### What to do

    Close the port.
    ```
    """
    for text in library.texts:
        if any("_" in heading.anchor for heading in text.prose.headings):  # only a repeated one gets such a name
            for number in _repeated(text.prose):
                message = f"'{text.prose.headings[number].text[:60]}' is a heading of this section already"
                fix = "Say in each heading what its part is about."
                yield Finding(place_of_heading(text.prose, number), message, fix, text.slug)


def _repeated(prose: Prose) -> Iterator[int]:
    """Numbers of headings that their section has already."""
    seen: dict[int, set[str]] = {}
    for number, heading in enumerate(prose.headings):
        for level in [level for level in seen if level > heading.level]:
            del seen[level]
        words = heading.text.casefold().strip(" .:;!?…")
        siblings = seen.setdefault(heading.level, set())
        if words and words in siblings:
            yield number
        siblings.add(words)


_BEGINNING = re.compile(r"[-*+] |\d{1,2}\. ")
_LIST = re.compile(r"\n\n[-*+\d]")
_ITEM = re.compile(r"^(?:([-*+])|(\d{1,9})\.) +", re.MULTILINE)


@rule("ACC008", "merged-lists", Severity.WARNING)
def merged_lists(library: Library) -> Iterator[Finding]:
    """Two lists stand behind each other with nothing but a blank line or another sign between them.

    ## Why

    Pages draw one list, and whoever listens to it hears one number of items for both (WCAG 2.2, 1.3.1). A list that
    changes from '*' to '-', or from bullets to '2.', also becomes one.

    ## Flagged

    ```md content/drafts/piece.md
    - Scanners
    - Archives

    - Doctors
    - Patients
    ```

    ## Accepted

    ```md content/drafts/piece.md
    - Scanners
    - Archives

    Who is asked:

    - Doctors
    - Patients
    ```
    """
    for text in library.texts:
        for offset, message in _second_lists(text.prose.masked):
            fix = "Put a sentence or a heading between two lists, or begin each item alike."
            yield Finding(place_at(text.prose.path, text.prose.masked, offset), message, fix, text.slug)


def _second_lists(masked: str) -> Iterator[tuple[int, str]]:
    """Where a list begins that pages draw as a part of the one before it, and what is wrong."""
    before = after = 0
    for begin in (0, *(match.end() - 1 for match in _LIST.finditer(masked))):
        if (sign := _BEGINNING.match(masked, begin)) is None:
            continue
        end = masked.find("\n\n", begin)
        end = end if end >= 0 else len(masked)
        follows = after > 0 and (begin - after == 2 or not masked[after:begin].strip())
        bullets = not sign.group()[0].isdigit()
        if follows or (bullets and masked.count("\n", begin, end) != masked.count(f"\n{sign.group()}", begin, end)):
            above = list(_ITEM.finditer(masked, before, after)) if follows else []
            if told := _merged(above, list(_ITEM.finditer(masked, begin, end))):
                yield told
        before, after = begin, end


def _merged(before: list[re.Match[str]], items: list[re.Match[str]]) -> tuple[int, str] | None:
    """Where a second list begins that is drawn as a part of the first, and what is wrong."""
    first = items[0]
    for item in items[1:]:
        if first[1] and item[1] and item[1] != first[1]:
            return item.start(), f"a list with '{first[1]}' goes on with '{item[1]}', and pages draw one list"
        if first[1] and item[2]:
            message = f"'{item[2]}.' begins no list here and runs into the item above it"
            return None if item[2] == "1" or len(item[2]) > 2 else (item.start(), message)  # 1. is told by DIA006
    if not before:
        return None
    if before[0][1] and first[1] and before[0][1] != first[1]:
        return first.start(), f"a list with '{before[0][1]}' goes on with '{first[1]}', and pages draw one list"
    alike = before[0][1] == first[1] and {item[2] for item in before} == {first[2]}
    if alike and len(before) > 1 and len(items) > 1:
        return first.start(), "this list and the one above it are drawn as one list"
    return None


RULES = (headless_table, repeated_heading, merged_lists)
