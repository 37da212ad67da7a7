"""The blocks of a text in, about how many lines it takes on a printed page out."""

from __future__ import annotations

from shelfready.reading.sentences import Block

__all__ = ["LINES_OF_PAGE", "lines"]

LINES_OF_PAGE = 56
"""Lines of 11 points on A4 with margins of 2 cm; title and statement have their share taken off in LEN009."""
_SIGNS_OF_LINE = 95
"""Signs of 11 points that fit between these margins."""
_AROUND = {"heading": 1.6, "text": 0.6, "item": 0.15, "row": 0.4}
"""Lines of white space around a block."""


def lines(parts: list[Block]) -> int:
    """Lines on paper; footnotes and sources stand on a sheet of their own."""
    total = 0.0
    for kind, begin, end in parts:
        if kind in _AROUND:
            total += -(-(end - begin) // _SIGNS_OF_LINE) + _AROUND[kind]
    return round(total)
