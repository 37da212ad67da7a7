"""A mistyped name and the known ones in, the one that is probably meant out."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from itertools import takewhile

__all__ = ["likely", "near"]

_MOST = 20
"""Names that are compared letter by letter: a text may hold thousands of mistyped ones."""


def near(name: str, known: Iterable[str]) -> str:
    """The known name that a mistyped one probably means, or ''."""
    lowered = {candidate.lower(): candidate for candidate in known}
    if name.lower() in lowered:
        return lowered[name.lower()]
    match = difflib.get_close_matches(name.lower(), likely(name.lower(), lowered), n=1, cutoff=0.6)
    return lowered[match[0]] if match else ""


def likely(name: str, known: Iterable[str]) -> list[str]:
    """The names worth a closer look: all of a few; of many those of like length with the same first letter."""
    names = list(known)
    if len(names) <= _MOST:
        return names
    alike = [other for other in names if other[:1] == name[:1] and abs(len(other) - len(name)) <= len(name) // 3 + 1]
    return sorted(alike, key=lambda other: (abs(len(other) - len(name)), -_shared(other, name)))[:_MOST]


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
