"""Bounded work: Markdown source in, the first thing that would make any Markdown parser slow out.

Links, emphasis, tables and lists are parsed with nested scans; 5 kB of '[' keep Python-Markdown busy for seconds
(reference/threats.md section 1.3). A 700-word piece comes nowhere near these limits.
"""

from __future__ import annotations

import re

__all__ = ["MOST_BLOCK", "MOST_COLUMNS", "MOST_DEPTH", "MOST_LINES", "MOST_NOTES", "MOST_SIGNS", "too_complex"]

MOST_BLOCK = 12_000
"""Characters between two blank lines."""
MOST_SIGNS = 150
"""Of '[' in one block; likewise of '*', '_', backticks, '<', '!' and '{'."""
MOST_NOTES = 300
"""Footnotes of one text, marks and their texts together."""
MOST_COLUMNS = 20
"""Cells in one table row."""
MOST_DEPTH = 6
"""Lists or quotes inside each other."""
MOST_LINES = 3_000
"""Lines of one text."""

_MARKER = r"[ \t]*(?:>|[*+-](?=\s|\Z)|\d{1,9}\.(?=\s|\Z))"
_DEEP = re.compile(rf"\n(?:(?:{_MARKER}){{{MOST_DEPTH + 1}}}|(?: {{4}}|\t){{{MOST_DEPTH}}}[ \t]*(?:>|[*+-]\s|\d))")
_WIDE = re.compile(rf"\n(?:[^|\n]*\|){{{MOST_COLUMNS + 2}}}")
_BLANK = re.compile(r"\n[ \t]*\n")
_SIGNS = "[*_`<!{"


def too_complex(text: str) -> tuple[int, str] | None:
    """Line and description of the first thing that is beyond a limit, or None."""
    if text.count("\n") >= MOST_LINES:
        return MOST_LINES + 1, f"{text.count(chr(10)) + 1:,} lines; at most {MOST_LINES:,} are read"
    lines = f"\n{text}"  # a pattern that begins with a plain character is found quickest
    if match := _DEEP.search(lines):
        return _line(text, match.start()), f"lists or quotes nested more than {MOST_DEPTH} deep"
    if "|" in text and (match := _WIDE.search(lines)):
        return _line(text, match.start()), f"a table row of more than {MOST_COLUMNS} cells"
    if text.count("[^") > MOST_NOTES:
        return _line_of_occurrence(text, "[^", MOST_NOTES + 1), f"more than {MOST_NOTES} footnote marks and texts"
    if len(text) > MOST_BLOCK or any(text.count(sign) > MOST_SIGNS for sign in _SIGNS):
        return _heavy_block(text)
    return None


def _heavy_block(text: str) -> tuple[int, str] | None:
    line = 1
    for block in _BLANK.split(text):
        if len(block) > MOST_BLOCK:
            return line, f"a paragraph of {len(block):,} characters; at most {MOST_BLOCK:,} are read"
        for sign in _SIGNS:
            if block.count(sign) > MOST_SIGNS:
                return line, f"{block.count(sign)} times '{sign}' in one paragraph; at most {MOST_SIGNS} are read"
        line += block.count("\n") + 2
    return None


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _line_of_occurrence(text: str, sign: str, number: int) -> int:
    """The line of the n-th occurrence of a sign that occurs at least so often."""
    return text[: len(text) - len(text.split(sign, number)[number])].count("\n") + 1
