"""A text with its code in, what belongs to few people out: credentials, ways into meetings, inner addresses, persons.

The text is searched as typed, code, comments and addresses included: whoever can read the file can read them. A pattern
is only tried around the signs without which it cannot match; most texts hold none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shelfready.model.reading import Secret
from shelfready.reading.phrases import tokens
from shelfready.reading.private import PATTERNS, Pattern

__all__ = ["secrets"]

_DIGITS = str.maketrans("123456789", "000000000")
_RUNS = bytes(119 if code < 128 and (chr(code).isalnum() or code == 95) else 32 for code in range(256))
_LONG_RUN = b"w" * 19
"""Letters and digits without a blank, as long as the shortest token that is known by its beginning."""
_CLASSES = bytes(48 if 48 <= code < 58 else 97 if code < 128 and chr(code).isalpha() else 32 for code in range(256))
_NUMBER = re.compile(r"0[0 ().\-/+–\t]{2,}0#?")
_BEFORE_NUMBER = 50
"""Signs before a number in which a word says what it is."""


_ALL_WORDS = frozenset[bytes]().union(*(pattern.words for pattern in PATTERNS))
"""Of the words of a text only these say anything here."""


class _Number(NamedTuple):
    """A number with what stands before it."""

    begin: int
    end: int
    digits: int
    words: set[bytes]

    @classmethod
    def at(cls, small: str, begin: int, end: int) -> _Number:
        """The number at these offsets."""
        low = max(0, begin - _BEFORE_NUMBER)
        return cls(low, end + 2, small.count("0", begin, end), set(tokens(small[low:end])))


def secrets(text: str, every: Iterable[bytes] | None = None) -> tuple[Secret, ...]:
    """What no public text should hold, by place; of two reasons for one place the first in the list.

    Args:
        text: the text as typed.
        every: its words in small letters, in any order, where somebody has them.
    """
    small = text.lower().translate(_DIGITS)
    if len(small) != len(text):
        small = text.translate(_DIGITS)
    data = text.encode()
    known = _ALL_WORDS.intersection(tokens(small) if every is None else every)
    classes = data.translate(_CLASSES)
    numbers = [
        _Number.at(small, *match.span()) for match in _NUMBER.finditer(small) if small.count("0", *match.span()) > 3
    ]
    gates = {
        "": True,
        "run": _LONG_RUN in data.translate(_RUNS),
        "mixed": b"a0" in classes or b"0a" in classes,
        "number": bool(numbers),
    }
    found: list[Secret] = []
    for pattern in PATTERNS:
        if gates[pattern.gate] and (not pattern.words or not pattern.words.isdisjoint(known)):
            for sign in pattern.signs:
                if sign in small:
                    found += _found(pattern, text, small, numbers)
                    break
    return tuple(_apart(found)) if found else ()


def _found(pattern: Pattern, text: str, small: str, numbers: list[_Number]) -> Iterator[Secret]:
    if pattern.before < 0:
        matches = (pattern.form.match(text, at) for sign in pattern.signs for at in _places(small, sign))
        return (_secret(pattern, match) for match in matches if match)
    windows = _numbers(pattern, numbers) if pattern.gate == "number" else _signs(pattern, small)
    return (_secret(pattern, match) for window in windows for match in pattern.form.finditer(text, *window))


def _secret(pattern: Pattern, match: re.Match[str]) -> Secret:
    group = next((name for name in pattern.form.groupindex if match[name]), 0)
    return Secret(pattern.code, match.start(group), match[group], pattern.what)


def _places(small: str, sign: str) -> Iterator[int]:
    at = small.find(sign)
    while at >= 0:
        yield at
        at = small.find(sign, at + 1)


def _numbers(pattern: Pattern, numbers: list[_Number]) -> Iterator[tuple[int, int]]:
    """The surroundings of the numbers that are long enough and have one of the pattern's words before them."""
    for number in numbers:
        if number.digits >= pattern.digits and (not pattern.words or not pattern.words.isdisjoint(number.words)):
            yield number.begin, number.end


def _signs(pattern: Pattern, small: str) -> list[tuple[int, int]]:
    """The parts of a text around the pattern's signs, each part once."""
    found = [
        (max(0, at - pattern.before), at + pattern.behind) for sign in pattern.signs for at in _places(small, sign)
    ]
    if len(found) < 2:
        return found
    found.sort()
    merged = [found[0]]
    for begin, end in found[1:]:
        if begin <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged


def _apart(found: list[Secret]) -> Iterator[Secret]:
    """Without those that lie inside of one that stands before them in the list; in the order of the text."""
    taken: set[int] = set()
    kept: list[Secret] = []
    for secret in found:
        places = range(secret.offset, secret.offset + len(secret.value))
        if not taken.issuperset(places):
            taken.update(places)
            kept.append(secret)
    yield from sorted(kept, key=lambda secret: secret.offset)
