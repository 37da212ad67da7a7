"""A plain value and what follows it on its line in, a fault out where a '#' has cut off words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shelfready.model.finding import Fault
from shelfready.model.place import Place

__all__ = ["cut_off", "cut_off_in"]

_REMARK = re.compile(r"([ \t]+)#(.*)")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
"""A key, a status, a date, a number: nothing that a reader's text could have been cut from."""
_SHOWN = 40


def cut_off(value: str, line: str, column: int, path: str, number: int) -> Fault | None:
    """What a '#' has cut off a value without quotation marks, if it is no remark.

    Remarks are: anything behind a single word in small letters, a date or a number; behind other text what stands
    behind two blanks and '#' with a blank after it.

    Args:
        value: the value as it was read.
        line: the line on which it ends.
        column: where it ends, from 0.
        path: of the file.
        number: of the line, from 1.
    """
    match = _REMARK.match(line, column)
    if match is None:
        return None
    blanks, rest = match[1], match[2]
    apart = rest[:1] in ("", " ", "\t")
    if apart and (len(blanks) > 1 or not value or " " not in value):
        return None
    if _WORD.match(value) and not rest[:1].isdigit():
        return None
    shown = f"#{rest[:_SHOWN]}".rstrip() + ("..." if len(rest) > _SHOWN else "")
    quotes = "single" if '"' in value + rest else "double"
    fix = f"Put the whole value in {quotes} quotes."
    if apart:
        fix = f"Put the whole value in {quotes} quotes, or a second blank before the '#' of a remark."
    place = Place(path, number, match.end(1) + 1)
    return Fault("LOD011", place, f"everything from this '#' on is left out: '{shown}'", fix)


def cut_off_in(lines: Sequence[str], first: int, last: int, path: str) -> Fault | None:
    """A '#' that has cut off the end of a list, a group or a text, so that the lines behind it make no sense.

    Args:
        lines: of the whole file.
        first: index of the first line to look at.
        last: index of the line where reading ended.
        path: of the file.
    """
    for number in range(first, last + 1):
        line = lines[number]
        match = re.search(r"(?<=\S)[ \t]+#(?=[^ \t])", line)
        if match and not line.lstrip().startswith("#") and line.count('"', 0, match.start()) % 2 == 0:
            rest = line[match.end() : match.end() + _SHOWN]
            message = f"everything from this '#' on is left out: '#{rest}'"
            return Fault("LOD011", Place(path, number + 1, match.end()), message, "Put the text in double quotes.")
    return None
