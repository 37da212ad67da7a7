"""A text in, what its author probably meant it to be out: a list, a table or a note that no parser sees in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["misread", "pasted_tables"]

_BLANK_LINE = "Leave a blank line before it."
_DASHES = r"\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*"
_DASH_ROW = re.compile(rf"{_DASHES}\Z")
_LINE = re.compile(
    r"\n *(?:(?P<item>[-*+] +\S|1\. +\S)|(?P<dot>[•●▪◦‣∙·]\s*\S)|(?P<bracket>\d{1,2}\) +\S)|(?P<box>:::)|(?P<table>\|))"
)
"""Such a line, searched in a block with a line end put before it."""

_ROW = r"(?![-*+>#|•●▪◦‣∙·\s]|\d{1,3}[.)]|\[\^)[^\t\n|]+\t[^\n|]*[^\s|][^\n|]*"
_PASTED = re.compile(rf"^{_ROW}(?:\n{_ROW})+", re.MULTILINE)
"""Lines whose columns are parted by tabs, as a word processor or a spreadsheet hands them over."""

Found = tuple[str, str, str]
"""Message, fix, and the line as typed."""


def misread(block: str) -> Found | None:
    """The first line of a paragraph that would reach readers with its signs and run into the others."""
    match = _LINE.search(f"\n{block}")
    if match is None:
        return _bare_table(block) if "|" in block and "--" in block else None
    line = block[match.start() :].split("\n", maxsplit=1)[0]
    if match.lastgroup == "item":
        return ("this list runs into the text above it", _BLANK_LINE, line) if match.start() else None
    if match.lastgroup == "dot":
        return f"'{line.strip()[0]}' does not begin an item of a list", "Write '- ' instead.", line
    if match.lastgroup == "bracket":
        number = line.strip().partition(")")[0]
        return f"'{number})' does not begin an item of a list", f"Write '{number}.' instead.", line
    if match.lastgroup == "box":
        return (
            f"'{line.strip()[:40]}' is not drawn on pages",
            "Use '!!! note' with its text indented by 4 blanks.",
            line,
        )
    return _table(block.split("\n"), block.count("\n", 0, match.start()))


def pasted_tables(masked: str) -> Iterator[tuple[int, str, str]]:
    """Offset, message and fix of tables that were copied from another program; no paragraph has its tabs any more."""
    if "\t" in masked:
        for match in _PASTED.finditer(masked):
            columns = len(match[0].partition("\n")[0].split("\t"))
            fix = f"Put '|' before, between and behind the cells of each row, and {_dashes(columns)} below the first."
            yield match.start(), "this table was copied with its tabs, so it is not drawn", fix


def _bare_table(block: str) -> Found | None:
    """A table whose rows do not begin with '|'."""
    lines = block.split("\n")
    for number, line in enumerate(lines):
        if number and "|" in line and _DASH_ROW.match(line.strip()):
            return _table(lines, number - 1)
    return None


def _table(lines: list[str], first: int) -> Found | None:
    """Why no table begins on this line of a paragraph."""
    line = lines[first]
    below = lines[first + 1].strip() if first + 1 < len(lines) else ""
    if "|" not in line.strip().strip("|") and not below.startswith("|"):
        return None if line.strip() != "|" * len(line.strip()) else ("a row without cells", "Take it out.", line)
    if not _DASH_ROW.match(below) or not below:
        fix = f"Put {_dashes(_cells(line))} below the headings."
        return "this table has no row of dashes, so it is not drawn", fix, line
    headings, dashes = _cells(line), _cells(below)
    if headings != dashes:
        message = f"this table has {headings} headings but dashes below {dashes}, so it is not drawn"
        return message, "Put one group of dashes below each heading.", line
    return "this table runs into the text above it", _BLANK_LINE, line


def _dashes(columns: int) -> str:
    return "'|" + " --- |" * min(columns, 12) + "'"


def _cells(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").count("|") + 1
