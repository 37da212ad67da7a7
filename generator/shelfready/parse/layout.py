"""The lines of a record that cannot be read and the line where reading ended in, the cause that its looks suggest out.

Whoever wrote the record sees columns, blanks and signs; the parser sees none of these as causes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["QUOTE", "Cause", "merge_mark", "misplaced", "sign_of_trouble", "swallowed"]

QUOTE = 'Put the whole value in double quotes: key: "value".'

_MERGE = re.compile(r"(?:<<<<<<<|>>>>>>>)(?: |\Z)|=======\Z")
_KEY_LINE = re.compile(r"(?P<indent> *(?:- +)*)(?P<key>[a-z_]+):(?: +(?P<value>.*))?\Z")
_DASH_LINE = re.compile(r"(?P<indent> *)- ")
_NO_BLANK = re.compile(r"(?P<before> *(?:- +)?)(?P<key>[a-z_]+):(?P<value>[^\s/:][^:]*)\Z")
_NO_BLANK_DASH = re.compile(r" *[-–—•·](?=[a-z_]+: )")
_STAR = re.compile(r" *\* ")
_AFTER_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"\s*[^\s#,\]}]')
_SIGNS = "[{>|?@`%&*!"


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, in which line and column (from 1), and what to do."""

    line: int
    column: int
    message: str
    fix: str


def merge_mark(lines: Sequence[str]) -> Cause | None:
    """A line that a merge of two versions has left."""
    for number, line in enumerate(lines, 1):
        if line[:1] in ("<", "=", ">") and _MERGE.match(line):
            fix = "Keep one of the two versions, and delete the lines of '<', '=' and '>'."
            return Cause(number, 1, "here two versions of the record were merged, and nobody has chosen yet", fix)
    return None


def misplaced(lines: Sequence[str], number: int) -> Cause | None:
    """A line that begins in another column than the lines that it belongs to, by the nearest ones above it."""
    line = lines[number - 1]
    for pattern in (_KEY_LINE, _DASH_LINE):
        if match := pattern.match(line):
            column = len(match["indent"]) + 1
            near = min(_columns(lines, number, pattern), key=lambda other: abs(other - column), default=column)
            if near == column or ("- " in match["indent"] and pattern is _KEY_LINE):
                continue
            message = f"this line begins in column {column}, and the lines that it belongs to in column {near}"
            return Cause(number, column, message, f"Begin the line in column {near}.")
    return None


def swallowed(lines: Sequence[str], first: int, last: int) -> Cause | None:
    """An entry of a list that has become part of the text above it, because it begins in the wrong column.

    Args:
        lines: of the whole file.
        first: the line (from 1) where a text without quotation marks begins.
        last: the line where it ends.
    """
    for number in range(first + 1, last + 1):
        if match := _DASH_LINE.match(lines[number - 1]):
            column = len(match["indent"]) + 1
            message = "this entry is taken for part of the text above it"
            if above := _DASH_LINE.match(lines[first - 1]):
                fix = f"Begin the line in column {len(above['indent']) + 1}."
                return Cause(number, column, message, fix)
            return Cause(number, column, message, "Begin the text above it on a line with '- ', too.")
    return None


def _columns(lines: Sequence[str], number: int, pattern: re.Pattern[str]) -> Iterator[int]:
    """Columns of the lines of this form above, the nearest first."""
    for line in reversed(lines[: number - 1]):
        if match := pattern.match(line):
            yield len(match["indent"]) + 1


def sign_of_trouble(lines: Sequence[str], number: int) -> Cause | None:
    """What the line itself, or the one above it, shows to be the cause."""
    for at in (number, number - 1):
        line = lines[at - 1] if at >= 1 else ""
        if match := _NO_BLANK.match(line):
            fix = f"Write '{match['key']}: {match['value'][:40].rstrip()}'."
            return Cause(at, match.start("value") + 1, "no blank stands after the colon", fix)
        if match := _NO_BLANK_DASH.match(line):
            return Cause(at, match.end(), "no blank stands after the '-'", "Begin the entry with '- '.")
    line = lines[number - 1]
    if match := _STAR.match(line):
        return Cause(number, match.end() - 1, "this entry begins with '* '", "Begin each entry with '- '.")
    if (match := _KEY_LINE.match(line)) and match["value"]:
        return _value(number, match.start("value") + 1, match["value"])
    if match := _DASH_LINE.match(line):
        return _value(number, match.end() + 1, line[match.end() :])
    return None


def _value(number: int, column: int, value: str) -> Cause | None:
    """A value that begins with a sign that means something else."""
    if value.startswith("'") and re.search(r"\w'\w", value):
        return Cause(number, column, "the apostrophe ends the text in single quotes", "Put the text in double quotes.")
    if value.startswith('"') and (match := _AFTER_QUOTE.match(value)):
        fix = "Put the whole value in single quotes."
        if "'" in value:
            fix = "Put the whole value in double quotes, and a backslash before each of those inside."
        return Cause(number, column + match.end() - 1, "text stands after the closing quotation mark", fix)
    is_closed = value.startswith(("[", "{")) and re.search(r"[\]}]\s*(?:#.*)?\Z", value)
    if value[0] in _SIGNS and not is_closed and (value[0] not in "[{" or re.search(r"[\]}]", value)):
        return Cause(number, column, f"a value begins with '{value[0]}'", QUOTE)
    return None
