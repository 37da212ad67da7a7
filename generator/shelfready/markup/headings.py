"""A rendered text and the number of a heading in it in, the place where that heading was typed out."""

from __future__ import annotations

import re
from functools import lru_cache

from shelfready.markup.mask import locate, place_at
from shelfready.model.place import Place
from shelfready.model.prose import Prose

__all__ = ["place_of_heading"]

_HEADING = re.compile(
    r"^[ >]{0,40}(?:#{1,6}|\d{1,9}\. +#{1,6}|[*+-] +#{1,6}|\S[^\n]*(?=\n[ >]{0,40}(?:=+|-+) *$))", re.MULTILINE
)
_SIGN = re.compile(r"[^\s>]")


@lru_cache(maxsize=8)
def _offsets(masked: str) -> tuple[int, ...]:
    """Where headings begin in the source, in order."""
    starts = [match.start() for match in _HEADING.finditer(masked)]
    return tuple(sign.start() for start in starts if (sign := _SIGN.search(masked, start)))


def place_of_heading(prose: Prose, number: int) -> Place:
    """The place of the heading with this number, counting from 0.

    Headings are typed and rendered in the same order; where their numbers differ, the words are searched for.
    """
    offsets = _offsets(prose.masked)
    if len(offsets) == len(prose.headings):
        return place_at(prose.path, prose.masked, offsets[number])
    return place_at(prose.path, prose.masked, locate(prose.masked, prose.headings[number].text))
