"""A text with its code in, what belongs to few people out: credentials, ways into meetings, inner addresses, persons.

The text is searched as typed, code, comments and addresses included: whoever can read the file can read them. A pattern
is only tried around the signs without which it cannot match; most texts hold none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from shelfready.model.reading import Secret
from shelfready.reading.phrases import tokens
from shelfready.reading.private import PATTERNS, Pattern

__all__ = ["secrets"]

_ESCAPED = re.compile(
    r"&(?:#\d{2,5}|#[xX][\da-fA-F]{2,4}|nbsp|commat|period|colon|lowbar|sol);|%(?:2[Ff]|3[ADFadf]|40|26)|(?<!\\)\\(?=[@_.:])"
)
"""What pages show otherwise than it is typed: references of HTML, signs in addresses, backslashes of Markdown."""
_ODD = re.compile("[\u00a0\u2007-\u2012\u202f\u2212\ufe63\uff0b\uff0d\uff10-\uff20]")
_USUAL = dict.fromkeys((0xA0, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F), " ")
_USUAL |= dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2212, 0xFE63), "-")
_USUAL |= {code: chr(code - 0xFEE0) for code in (0xFF0B, 0xFF0D, *range(0xFF10, 0xFF21))}
"""Blanks, hyphens, digits and signs as keyboards do not have them, with those that they stand for."""
_DIGITS = str.maketrans("123456789", "000000000")
_RUNS = bytes(119 if code < 128 and (chr(code).isalnum() or code == 95) else 32 for code in range(256))
_LONG_RUN = b"w" * 19
"""Letters and digits without a blank, as long as the shortest token that is known by its beginning."""
_CLASSES = bytes(48 if 48 <= code < 58 else 97 if code < 128 and chr(code).isalpha() else 32 for code in range(256))
_NUMBER = re.compile(r"0[0 ().\-/+–\t]{2,}0#?")
_BEHIND_NUMBER = re.compile(r"(?:[,;]{1,6}(?:ext=)?[*#]?0{2,14}#?){1,5}")
"""What a telephone dials once somebody answers."""
_BEFORE_NUMBER = 50
"""Signs before a number in which a word says what it is."""
_FEWEST_DIGITS = 4
"""Shorter numbers are nobody's code or telephone."""
_ALL_WORDS = frozenset[bytes]().union(*(pattern.words for pattern in PATTERNS))
"""Of the words of a text only these say anything here."""


class _Number(NamedTuple):
    """What stands around a number."""

    begin: int
    end: int
    words: set[bytes]


class _Numbers:
    """The longer numbers of a text; what stands around one is looked at when a pattern asks for it, which is seldom."""

    def __init__(self, small: str) -> None:
        """A text in small letters with its digits as zeros."""
        self._small = small
        self._known: dict[tuple[int, int], _Number] = {}
        spans = [(*match.span(), match[0].count("0")) for match in _NUMBER.finditer(small)]
        self.spans = [span for span in spans if span[2] >= _FEWEST_DIGITS]

    def windows(self, pattern: Pattern) -> Iterator[tuple[int, int]]:
        """The surroundings of those that are long enough and have one of the pattern's words before them."""
        for begin, end, digits in self.spans:
            if digits >= pattern.digits:
                number = self._known.get((begin, end)) or self._around(begin, end)
                if not pattern.words or not pattern.words.isdisjoint(number.words):
                    yield number.begin, number.end

    def _around(self, begin: int, end: int) -> _Number:
        low = max(0, begin - _BEFORE_NUMBER)
        more = _BEHIND_NUMBER.match(self._small, end)
        found = _Number(low, (more.end() if more else end) + 2, set(tokens(self._small[low:end])))
        self._known[begin, end] = found
        return found


def secrets(text: str, every: Iterable[bytes] | None = None) -> tuple[Secret, ...]:
    """What no public text should hold, by place; of two reasons for one place the first in the list.

    Args:
        text: the text as typed.
        every: its words in small letters, in any order, where somebody has them.
    """
    if ("&" in text or "%" in text or "\\" in text) and _ESCAPED.search(text):
        return _in_plain(text)
    return _unescaped(text, every)


def _unescaped(text: str, every: Iterable[bytes] | None = None) -> tuple[Secret, ...]:
    typed = text
    if not text.isascii() and _ODD.search(text):
        text, every = text.translate(_USUAL), None
    small = text.lower().translate(_DIGITS)
    if len(small) != len(text):
        small = text.translate(_DIGITS)
    data = text.encode()
    known = _ALL_WORDS.intersection(tokens(small) if every is None else every)
    classes = data.translate(_CLASSES)
    numbers = _Numbers(small)
    gates = {
        "": True,
        "run": _LONG_RUN in data.translate(_RUNS),
        "mixed": b"a0" in classes or b"0a" in classes,
        "number": bool(numbers.spans),
    }
    found: list[Secret] = []
    for pattern in PATTERNS:
        if gates[pattern.gate] and (not pattern.words or not pattern.words.isdisjoint(known)):
            for sign in pattern.signs:
                if sign in small:
                    found += _found(pattern, text, small, numbers)
                    break
    if typed != text:
        found = [secret._replace(value=typed[secret.offset :][: len(secret.value)]) for secret in found]
    return tuple(_apart(found)) if found else ()


def _in_plain(text: str) -> tuple[Secret, ...]:
    """The same with escapes undone, and the places where it is typed."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _ESCAPED.finditer(text):
        sign = _sign(match[0])
        parts += [text[done : match.start()], sign]
        places += [*range(done, match.start()), *([match.start()] * len(sign))]
        done = match.end()
    places += range(done, len(text) + 1)
    plain = "".join([*parts, text[done:]])
    return tuple(
        secret._replace(
            offset=places[secret.offset], value=text[places[secret.offset] : places[secret.offset + len(secret.value)]]
        )
        for secret in _unescaped(plain)
    )


def _sign(escape: str) -> str:
    """What an escape stands for; nothing for a backslash."""
    if escape.startswith("&"):
        return unescape(escape)
    return unquote(escape) if escape.startswith("%") else ""


def _found(pattern: Pattern, text: str, small: str, numbers: _Numbers) -> Iterator[Secret]:
    if pattern.before < 0:
        matches = (pattern.form.match(text, at) for sign in pattern.signs for at in _places(small, sign))
        return (_secret(pattern, match) for match in matches if match)
    windows = numbers.windows(pattern) if pattern.gate == "number" else _signs(pattern, small)
    return (_secret(pattern, match) for window in windows for match in pattern.form.finditer(text, *window))


def _secret(pattern: Pattern, match: re.Match[str]) -> Secret:
    group = next((name for name in pattern.form.groupindex if match[name]), 0)
    return Secret(pattern.code, match.start(group), match[group], pattern.what)


def _places(small: str, sign: str) -> Iterator[int]:
    at = small.find(sign)
    while at >= 0:
        yield at
        at = small.find(sign, at + 1)


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
