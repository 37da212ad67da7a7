"""Markdown source in, the same text with code blanked out: lines and columns stay, so a hit has its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from shelfready.model.place import Place
from shelfready.reading.sentences import FENCE_LINE

__all__ = ["locate", "locate_line", "locate_target", "mask", "place_at"]

_RUN = re.compile(r"(?<!\\)`+")
_BLANK = re.compile(r"(\n[ \t]*\n)")
_OPENING = " \t>*+-0123456789."
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_VISIBLE = re.compile(r"[^\n]")
_LINE_FEED = re.compile(r"\n")
_LONG = 20_000
"""Characters from which on a list of lines pays: a text that long may have thousands of places to name."""


def mask(text: str) -> str:
    """The text with every character of fenced code and code spans replaced by a space."""
    if "`" not in text and "~~~" not in text:
        return text
    return _without_spans(_without_fences(text))


def _without_fences(text: str) -> str:
    lines = text.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        if fence:
            closes = line.rstrip(" ") == fence
            lines[number] = " " * len(line)
            fence = "" if closes else fence
        elif match := FENCE_LINE.match(line):
            fence = match.group(1)
            lines[number] = " " * len(line)
    return "\n".join(lines)


def _without_spans(text: str) -> str:
    if "`" not in text:
        return text
    return "".join(_paragraph(piece) if "`" in piece else piece for piece in _BLANK.split(text))


def _paragraph(text: str) -> str:
    """Blank code spans: an opening run of backticks and the next run of the same length in its paragraph."""
    runs = [match.span() for match in _RUN.finditer(text)]
    upcoming: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        upcoming.setdefault(runs[index][1] - runs[index][0], []).append(index)
    pieces: list[str] = []
    done = index = 0
    while index < len(runs):
        begin, end = runs[index]
        same = upcoming[end - begin]
        while same and same[-1] <= index:
            same.pop()
        if same:
            index = same.pop()
            pieces += [text[done:begin], _VISIBLE.sub(" ", text[begin : runs[index][1]])]
            done = runs[index][1]
        index += 1
    return "".join(pieces) + text[done:]


def place_at(path: str, text: str, offset: int) -> Place:
    """The place of a character of the text."""
    if len(text) < _LONG:
        return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
    begins = _line_begins(text)
    line = bisect_right(begins, offset)
    return Place(path, line, offset - begins[line - 1] + 1)


@lru_cache(maxsize=4)
def _line_begins(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_FEED.finditer(text))]


def locate(text: str, needle: str, start: int = 0) -> int:
    """Where the needle stands at or after `start`, else anywhere, else where its first word stands; never fails.

    The renderer joins lines and decodes escapes, so the needle may differ from the source in white space.
    """
    for begin in (start, 0):
        if (found := text.find(needle, begin)) >= 0:
            return found
    words = needle.split()
    if len(words) > 1 and len(needle) < 400:
        loose = re.search(r"\s+".join(re.escape(word) for word in words), text)
        if loose:
            return loose.start()
    if words and (found := text.find(words[0])) >= 0:
        return found
    return start


def locate_line(text: str, line: str, start: int = 0) -> int:
    """Where a line stands that holds nothing else but signs of lists and quotations before it; never fails."""
    for begin in (start, 0):
        found = text.find(line, begin)
        while found >= 0:
            before = text[text.rfind("\n", 0, found) + 1 : found]
            if not before.strip(_OPENING) and _LINE_END.match(text, found + len(line)):
                return found
            found = text.find(line, found + 1)
    return locate(text, line, start)


def locate_target(text: str, target: str, start: int = 0) -> int:
    """Where the address of a link or picture stands: behind its words, between angle brackets, or in its own line."""
    for opening, begin in (("](", start), ("](", 0), ("](<", 0), ("<", 0), ("]: ", 0), ("]:", 0)):
        if (found := text.find(opening + target, begin)) >= 0:
            return found + len(opening)
    return locate(text, target.removeprefix("mailto:"), start)
