"""Phrases in the notation of the lists in, where they stand in a text out.

The notation, one phrase a line: words; `a|b` for one of several, `two_words` for a group among them; `(word)` for one
that may be missing; `...` for up to five words of one sentence. A hyphen in the text counts as a blank, and so does the end of a line.

A text is split into words once. Each phrase has a word that it cannot do without; only where that stands beside a word
that can be its neighbour is the phrase looked for (one look-up for almost every word of almost every text).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

__all__ = ["Index", "Phrase", "index", "matches", "possible", "tokens"]

_BETWEEN = r"(?:[ \t]++(?:\n[ \t]*+)?+|\n[ \t]*+|-[ \t\n]?+)"
_GAP = r"(?:(?:[^\s.!?…]|[.!?…](?!\s)){1,40}+(?:[ \t]++\n?+[ \t]*+|\n[ \t]*+)){0,5}?"
_WORDS = re.compile("[a-z0-9]+")
_SIGNS = re.compile("[^a-z0-9_|() ]")
"""What is part of a phrase and of no word by which it is found: the ü of Ünal, the full stop of .net."""
_NO_WORD = bytes(code if code < 128 and chr(code).isalnum() else 32 for code in range(256))
_BEFORE = 160
"""Most signs of five words."""
_EVERYWHERE = frozenset(
    "a all an and any are as at be been by can do for from had has have he if in is it its may members more no not of on one or our "
    "out over that the their them they this to up us use was we were what when which who will with would you your only other "
    "user users hospital hospitals clinic clinics administrator administrators customer customers operator operators staff people "
    "system systems device devices server servers product products vendor vendors manufacturer manufacturers supplier suppliers "
    "company companies image images patient patients data network networks security secure safe standard standards dicom attack "
    "attacks attacker attackers report reports change changes access service services software need needs".split()
)
"""Words that most texts of this kind hold: the last choice for the word that a phrase is found by."""
_OFTEN = frozenset(
    "about also always another back because before business called cost each even every first here just know like long made make many "
    "might most much must never number often part people percent same second should some still such take than then there these "
    "thing think those time under very well where while without work wrong year".split()
)
"""Words that some texts hold; short ones count as such, too."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a list."""

    text: str
    """In the notation, in small letters."""
    list_key: int
    """Which list it belongs to; -1 where it belongs to none and lets others pass."""
    note: str = ""
    """What to write in its place; of a name, the name as it must be written to count."""


class _Entry(NamedTuple):
    """A phrase under one of its words."""

    phrase: Phrase
    before: frozenset[bytes]
    """The words of which one stands right before it; none where any may."""
    behind: frozenset[bytes]
    lead: int
    """Most signs of the phrase before this word."""
    reach: int
    """Most signs from this word on."""


Index = dict[bytes, tuple[_Entry, ...]]


def tokens(small: str) -> list[bytes]:
    """The words of a text in small letters, in order."""
    return small.encode().translate(_NO_WORD).split()


def index(phrases: Iterable[Phrase]) -> Index:
    """The phrases by a word without which they cannot stand in a text."""
    found: dict[bytes, list[_Entry]] = {}
    for phrase in phrases:
        slots = [_slot(slot) for slot in phrase.text.split()]
        best = min((number for number, slot in enumerate(slots) if slot.needed), key=lambda number: slots[number].cost)
        before, behind = _beside(slots, best, -1), _beside(slots, best, 1)
        lead, reach = (sum(slot.length for slot in part) for part in (slots[:best], slots[best:]))
        lead += len(_SIGNS.findall(phrase.text))
        for way in slots[best].ways:
            costs = [_cost(word) for word in way]
            at = costs.index(min(costs))
            left = frozenset([way[at - 1].encode()]) if at else before
            right = frozenset([way[at + 1].encode()]) if at + 1 < len(way) else behind
            inner = sum(len(word) + 4 for word in way[:at])
            found.setdefault(way[at].encode(), []).append(_Entry(phrase, left, right, lead + inner, reach))
    return {word: tuple(entries) for word, entries in found.items()}


class _Slot(NamedTuple):
    ways: tuple[tuple[str, ...], ...]
    needed: bool
    gap: bool
    length: int
    """Most signs, with what stands between two words."""

    @property
    def cost(self) -> int:
        """How often a text has one of its words, roughly."""
        return sum(min(map(_cost, way)) for way in self.ways) if all(self.ways) else 10**6


def _cost(word: str) -> int:
    return 40 if word in _EVERYWHERE else 8 if word in _OFTEN or len(word) < 4 else 1


def _slot(text: str) -> _Slot:
    ways = tuple(tuple(_WORDS.findall(way)) for way in text.strip("()").split("|"))
    gap = text == "..."
    longest = max(len(way) + 4 * way.count("_") for way in text.split("|")) + 4
    return _Slot(ways, not gap and not text.startswith("("), gap, _BEFORE if gap else longest)


def _beside(slots: list[_Slot], at: int, step: int) -> frozenset[bytes]:
    """The words that can stand next to a slot; none where that is open."""
    found: set[str] = set()
    number = at + step
    while 0 <= number < len(slots) and not slots[number].gap and all(slots[number].ways):
        found |= {way[0 if step == 1 else -1] for way in slots[number].ways}
        if slots[number].needed:
            return frozenset(word.encode() for word in found)
        number += step
    return frozenset()


def possible(words: list[bytes], known: Index) -> Iterator[tuple[_Entry, bytes, int]]:
    """Phrases that may stand in a text: with the word they were found by, and the how manieth of its kind it is."""
    seen: dict[bytes, int] = {}
    framed = [b"", *words, b""]
    for number in compress(range(len(framed)), map(known.__contains__, framed)):
        word = framed[number]
        seen[word] = count = seen.get(word, 0) + 1
        for entry in known[word]:
            _, before, behind, _, _ = entry
            if (not behind or framed[number + 1] in behind) and (not before or framed[number - 1] in before):
                yield entry, word, count


def matches(phrase: Phrase, small: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a phrase begins and ends in a part of a text in small letters."""
    return (match.span() for match in _pattern(phrase.text).finditer(small, begin, end))


@lru_cache(maxsize=4096)
def _pattern(text: str) -> re.Pattern[str]:
    """Made when the first text asks for it: making all of them takes longer than reading a hundred pieces."""
    pattern, joined = r"(?<!\w)", False
    for slot in text.split():
        if slot == "...":
            pattern += _BETWEEN + _GAP if joined else _GAP
            joined = False
        elif slot.startswith("("):
            ways = _ways(slot[1:-1])
            pattern += rf"(?:{_BETWEEN}{ways}(?!\w))?+" if joined else f"(?:{ways}{_BETWEEN})?+"
        else:
            pattern += (_BETWEEN if joined else "") + _ways(slot)
            joined = True
    return re.compile(pattern + r"(?!\w)")


def _ways(slot: str) -> str:
    ways = (_BETWEEN.join(map(re.escape, way.split("_"))) for way in slot.split("|"))
    return f"(?:{'|'.join(ways)})"
