"""Words and a number of columns in, lines that fit out: by what a terminal shows, not by how many signs there are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

__all__ = ["wide", "wrapped"]

_HELD = "\u00a0"
"""A blank at which no line is broken; texts hold none of their own, as `printable` escapes them."""


def wide(text: str) -> int:
    """How many columns a terminal needs for a text."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrapped(text: str, columns: int, indent: int = 0, hanging: int = 0, whole: Iterable[str] = ()) -> list[str]:
    """The text in lines of at most so many columns.

    Args:
        text: one line of printable text.
        columns: the most of a line.
        indent: blanks before the first line.
        hanging: further blanks before the others.
        whole: phrases that stay on one line where they fit on any.
    """
    room = columns - indent - hanging
    for phrase in whole:
        if wide(phrase) <= room:
            text = text.replace(phrase, phrase.replace(" ", _HELD))
    lines: list[str] = []
    line = ""
    for word in _words(text, room):
        longer = f"{line} {word}" if line else word
        if line and wide(longer) > room + (0 if lines else hanging):
            lines.append(line)
            longer = word
        line = longer
    shown = [*lines, line] if line else lines
    starts = (" " * (indent + (hanging if number else 0)) for number in range(len(shown)))
    return [start + part.replace(_HELD, " ") for start, part in zip(starts, shown, strict=True)]


def _words(text: str, room: int) -> Iterator[str]:
    """The words, each in pieces that fit; nearly all do as they are."""
    for word in text.split(" "):
        piece, used = "", 0
        for sign in word if wide(word) > room else ():
            if used + _columns(sign) > room and piece:
                yield piece
                piece, used = "", 0
            piece, used = piece + sign, used + _columns(sign)
        yield piece or word
