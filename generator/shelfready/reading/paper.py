"""A text, and what stands above it, in; how high they are in print out. Nothing is rendered.

All sizes are CSS pixels, 96 an inch. They were read from pages that Chromium laid out with the packaged print styles;
`tests/shells/test_print.py` holds the sums against real prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, zip_longest
from math import ceil
from typing import NamedTuple

from shelfready.reading.plain import plain
from shelfready.reading.sentences import FENCE_LINE, Block, blocks
from shelfready.reading.signs import lines, width

__all__ = ["LINE", "PAGE", "body", "head"]

LINE = 16.2
"""A line of running text: 9 points, spaced 1.35."""
PAGE = 1000
"""A4 between margins of 15 mm, less what browsers lose by rounding; US Letter has 60 less."""
_WIDTH = 680
_CLOSE = 2
"""Between items of a list."""
_LOOSE = 6
"""Between items that stand apart, paragraphs of an item and lists in lists."""
_DEEPER = 22.5
"""Width that each level of a list takes."""
_IN_NOTE = 12.8 / 12
"""How much larger the type in a note is."""
_NOTED = 2
"""What a line with a footnote mark is higher than others."""

_SIGNS = re.compile(r"[> \t]*(?:#{1,6}|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|\Z))?")
"""What stands before the words of a heading, an item or a quotation."""
_DEFINITION = re.compile(r"\[[^\]^\n][^\]\n]*\]:")
_BAR = re.compile(r"(?<!\\)\|")
_WORD = re.compile(r"[^-:| \t]")
_MARK = re.compile(r"\{([a-z0-9-]{1,60})\}")
_BORDER = "m"
"""As wide as the border of an owner mark, less what its small type saves."""


class _Part(NamedTuple):
    """A block of the text, as readers see it."""

    kind: str
    """A name of `_STYLES`, 'row', 'code', 'title' of a note that stands out, or 'note' for a footnote."""
    depth: int
    """Levels of indentation."""
    words: str
    apart: bool
    """Whether an empty line stands before it."""
    raised: float = 0
    """What the footnote marks in it add to its height."""


class _Piece(NamedTuple):
    """One or more blocks as they are printed, with the space that they keep."""

    above: float
    height: float
    below: float


class _Style(NamedTuple):
    """How a kind of block is printed."""

    size: float
    line: float
    above: float
    below: float
    less: float = 0
    """What its lines lack in width."""


_STYLES = {
    "text": _Style(12, LINE, 4, 4),
    "item": _Style(12, LINE, 4, 4, 23),
    "quote": _Style(12, LINE, 12, 12, 16),
    # Headings are bold, and bold signs wider; their sizes make up for it.
    "h2": _Style(17, 22.4, 9.3, 2.7),
    "h3": _Style(15, 21, 10.7, 2.7),
    "h4": _Style(12.7, LINE, 12, 12),
}


def head(notice: str, kicker: str, title: str, answering: str, statement: str, facts: Iterable[str]) -> float:
    """Height of what stands above a piece.

    Args:
        notice: the desk's notice; '' for none.
        kicker: the line above the title.
        title: the title.
        answering: what the piece responds to; '' for nothing.
        statement: the answer in short; '' for none.
        facts: what stands side by side below it.
    """
    height = 37 + (LINE * lines(notice, _WIDTH / 12) if notice else 0)
    height += 15.3 * lines(kicker, _WIDTH / 11.3) + 9.3 + 25.6 * lines(title, _WIDTH / 22.7)
    height += 5.3 + LINE * lines(answering, _WIDTH / 12) if answering else 0
    height += 16 + 21 * lines(statement, 653 / 14) if statement else 0
    rows, used = 1, 0.0
    for size in (width(fact) * 11.3 for fact in facts):
        rows, used = (rows, used + size + 24) if used + size <= _WIDTH else (rows + 1, size + 24)
    return height + 19.3 * rows - 4


def body(text: str, masked: str, labels: Mapping[str, str]) -> float:
    """Height of a piece without its footnotes; of a picture only the line is known on which it stands.

    Args:
        text: the source.
        masked: the same with code blanked out.
        labels: owner marks, and what readers see in their place.
    """
    return _stacked(_parts(text, masked, labels), _WIDTH)


def _parts(text: str, masked: str, labels: Mapping[str, str]) -> Iterator[_Part]:
    bare, last = plain(text), 0
    for kind, begin, end in sorted([*blocks(masked), *_code(text)], key=lambda block: block.begin):
        source, apart = text[begin:end], text.count("\n", last, begin) > 1
        last = end
        if kind in ("code", "row"):
            yield _Part(kind, 0, source if kind == "code" else bare[begin:end], apart)
        elif not _DEFINITION.match(source):
            yield from _worded(kind, source, bare[begin:end], labels, apart=apart)


def _code(text: str) -> Iterator[Block]:
    """The lines between two fences."""
    if "```" not in text and "~~~" not in text:
        return
    fence, begin, offset = "", 0, 0
    for line in text.split("\n"):
        if fence and line.rstrip(" ") == fence:
            yield Block("code", begin, offset)
            fence = ""
        elif not fence and (match := FENCE_LINE.match(line)):
            fence, begin = match[1], offset + len(line) + 1
        offset += len(line) + 1


def _worded(kind: str, source: str, bare: str, labels: Mapping[str, str], *, apart: bool) -> Iterator[_Part]:
    signs = _SIGNS.match(source)
    before = signs[0] if signs else ""
    depth = (len(source) - len(source.lstrip(" "))) // 4
    if source.startswith("!!!"):
        yield _Part("title", 0, "", apart)
        bare, before, depth = bare.partition("\n")[2], "", 1
    elif kind == "heading":
        kind = f"h{min(4, max(2, before.count('#')))}"
    elif kind == "text" and ">" in before:
        kind = "quote"
    if words := bare[len(before) :].split():
        raised = _NOTED if "[^" in source else 0
        told = _MARK.sub(lambda mark: labels.get(mark[1], mark[0]) + _BORDER, " ".join(words))
        yield _Part(kind, depth, told, apart, raised)


def _stacked(parts: Iterable[_Part], room: float) -> float:
    """Height of parts below each other; of two spaces between two pieces the larger one holds."""
    height, below = 0.0, 4.0
    for piece in (_printed(group, room) for group in _groups(parts) if group[0].kind != "note"):
        height += max(below, piece.above) + piece.height
        below = piece.below
    return height


def _groups(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    """What belongs together: lists, tables, notes with what is indented below them; all others alone."""
    group: list[_Part] = []
    for part in parts:
        if group and not _belongs(part, group[0]):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _belongs(part: _Part, first: _Part) -> bool:
    if first.kind == "row":
        return part.kind == "row" and not part.apart
    return part.depth > 0 or part.kind == first.kind == "item"


def _printed(group: list[_Part], room: float) -> _Piece:
    first = group[0]
    if first.kind == "row":
        return _table([part.words for part in group], room)
    if first.kind == "code":
        signs = room - 24
        taken = sum(max(1, ceil(len(line) * 6.12 / signs)) for line in first.words.splitlines())
        return _Piece(12, 15.7 + 14.28 * taken, 12)
    if first.kind == "title":
        inner = (part._replace(depth=part.depth - 1) for part in group[1:])
        return _Piece(20, 47.3 + _IN_NOTE * _stacked(inner, (room - 26) / _IN_NOTE), 20)
    style = _STYLES[first.kind]
    return _Piece(style.above, _list(group, room), style.below)


def _list(group: list[_Part], room: float) -> float:
    """Height of a list with all that stands in it, or of one block."""
    style, height = _STYLES[group[0].kind], 0.0
    for part in group:
        levels = max(0, part.depth - (part.kind != "item"))
        room_here = room - style.less - _DEEPER * levels
        height += part.raised + style.line * lines(part.words, room_here / style.size)
    for before, part in pairwise(group):
        height += _LOOSE if part.apart or part.depth != before.depth else _CLOSE
    is_loose = any(part.apart and not part.depth for part in group[1:])
    return height + (2 * _LOOSE if is_loose else 0)


def _table(rows: list[str], room: float) -> _Piece:
    """A table: its columns get what their longest words need, and of the rest what their longest cells ask for."""
    cells = [[cell.strip() for cell in _BAR.split(row.strip().strip("|"))] for row in rows if _WORD.search(row)]
    columns = list(zip_longest(*cells, fillvalue=""))
    least = [max(100.0, *(_cell(word) for cell in column for word in cell.split())) for column in columns]
    most = [max(low, *map(_cell, column)) for low, column in zip(least, columns, strict=True)]
    spare = max(0.0, room - 2 - sum(least)) / max(1.0, sum(most) - sum(least))
    rooms = [(low + min(1.0, spare) * (high - low) - 15.9) / 11.33 for low, high in zip(least, most, strict=True)]
    taken = sum(max(map(lines, row, rooms)) for row in zip(*columns, strict=True))
    return _Piece(12, 1 + 9 * len(cells) + 15.3 * taken, 18)


def _cell(text: str) -> float:
    return 11.33 * width(text) + 16
