"""A run of text in, its width in print and the lines that it takes out.

The widths are those of Arial and of the types with its measures (Helvetica, Liberation Sans), of which browsers take one
where a page brings no type of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

__all__ = ["lines", "width"]

_EIGHTEENTHS = {
    3: "'",
    4: "ijl",
    5: " !,./:;I[\\]ft",
    6: '"()-`r{|}',
    7: "*",
    8: "^",
    9: "Jckvsxyz",
    11: "FTZ",
    12: "&ABEKPSVXY",
    13: "CDHNRUw",
    14: "GOQ",
    15: "Mm",
    16: "%",
    17: "W",
    18: "@",
}
"""Signs by their width in eighteenths of the type size; all others have ten."""
_SQUARE = range(0xE3, 0xF0)
"""First bytes of Chinese, Japanese and Korean signs, which are as wide as they are high."""
_OWN = {ord(sign): units for units, signs in _EIGHTEENTHS.items() for sign in signs}
_UNITS = bytes(
    0 if byte < 32 or 0x80 <= byte < 0xC0 else _OWN.get(byte, 18 if byte in _SQUARE else 10) for byte in range(256)
)


def width(text: str) -> float:
    """How wide the text is, in type sizes."""
    return sum(text.encode().translate(_UNITS)) / 18


def lines(text: str, room: float) -> int:
    """How many lines the text takes, broken at blanks and hyphens, without them anywhere; at least one.

    Args:
        text: one paragraph, white space folded.
        room: width of a line, in type sizes.
    """
    data, units = text.encode(), max(18, int(room * 18))
    sizes = data.translate(_UNITS)
    if sum(sizes) <= units:
        return 1
    ends = list(accumulate(sizes))
    count, begin, used = 1, 0, 0
    while ends[-1] - used > units:
        fits = bisect_right(ends, used + units, begin)
        begin = max(data.rfind(b" ", begin, fits + 1), data.rfind(b"-", begin, fits)) + 1 or fits
        used = ends[begin - 1]
        count += 1
    return count
