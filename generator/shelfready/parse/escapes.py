r"""A value in double quotes as written in, a fault out for each backslash in it that means something else.

In double quotes `\P` is a paragraph separator and `\x07` a bell: what is refused in a file must not come in that way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.characters import judged

__all__ = ["escapes"]

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)", re.DOTALL)
_MOST_FAULTS = 10
_HARMLESS = '"\\/\n'
"""A quotation mark, a backslash, a slash, a line that goes on."""
_MEANS = {"n": "a line break", "t": "a tab", "r": "a line break", "0": "an invisible character", "b": "a backspace"}


def escapes(written: str, start: Place) -> Iterator[Fault]:
    """The faults of one value.

    Args:
        written: the value with its quotation marks, as it stands in the file.
        start: where it begins.
    """
    found = 0
    for match in _ESCAPE.finditer(written):
        if found < _MOST_FAULTS and (fault := _fault(match, _place(written, match.start(), start))):
            found += 1
            yield fault


def _fault(match: re.Match[str], place: Place) -> Fault | None:
    if digits := match[1] or match[2] or match[3]:
        number = int(digits, 16)
        found = judged(chr(number)) if number <= 0x10FFFF else None
        if found is None:
            return None
        return Fault(found[0], place, f"{match[0]} stands for {found[1]}", "Take it out, or write the backslash twice.")
    letter = match[0][1]
    if letter in _HARMLESS:
        return None
    means = _MEANS.get(letter, "an invisible character")
    message = f"in double quotes the backslash and the '{letter}' after it make {means}"
    return Fault("LOD006", place, message, "Write the backslash twice.")


def _place(written: str, at: int, start: Place) -> Place:
    lines = written.count("\n", 0, at)
    column = at - written.rfind("\n", 0, at)
    return Place(start.path, start.line + lines, column if lines else start.column + at)
