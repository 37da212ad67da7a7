"""The packaged term lists and the desk's own in, the phrases to look for out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from shelfready.reading.packaged import Entry, entries
from shelfready.reading.phrases import Index, Phrase, index

__all__ = ["House", "PhraseList", "Words", "known_abbreviations", "sharing_hosts", "words_for"]

_LISTS = ("tone", "counsel", "plain", "claims")
_NO_NOTATION = re.compile(r"[|()_]|\.\.\.")


@dataclass(frozen=True, slots=True)
class House:
    """What desk.yml adds: read ahead of everything else in it, because every text is read with it."""

    plain: tuple[tuple[str, str], ...] = ()
    """Jargon, and the plain word."""
    tone: tuple[str, ...] = ()
    counsel: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    detector: bool = False
    """Whether detect-secrets looks at every text, too."""


@dataclass(frozen=True, slots=True)
class PhraseList:
    """What the phrases of one list are, and where they are not meant."""

    code: str
    spares: frozenset[str] = frozenset()
    """Kinds of sentences in which its phrases are none of these."""
    passes: tuple[Phrase, ...] = ()
    """Longer phrases in which they are none."""
    exact: bool = False
    """Whether capital letters count, as in names."""


@dataclass(frozen=True, slots=True)
class Words:
    """All lists, and their phrases by a word that each of them needs."""

    lists: tuple[PhraseList, ...]
    by_word: Index


@lru_cache(maxsize=4)
def words_for(house: House) -> Words:
    """The packaged lists with the desk's own added."""
    lists: list[PhraseList] = []
    phrases: list[Phrase] = []
    for found, lines in (*_packaged(), *_own(house)):
        phrases += (Phrase(text, len(lists), note) for text, note in lines)
        lists.append(found)
    return Words(tuple(lists), index(phrases))


def _packaged() -> Iterator[tuple[PhraseList, list[tuple[str, str]]]]:
    for name in _LISTS:
        for entry in entries(name):
            passes = tuple(Phrase(line, -1) for line in _lines(entry, "passes"))
            pairs = [line.partition(" = ")[::2] for line in _lines(entry, "phrases")]
            yield PhraseList(str(entry["code"]), frozenset(entry.get("spares", ())), passes), pairs


def _own(house: House) -> Iterator[tuple[PhraseList, list[tuple[str, str]]]]:
    yield PhraseList("PLN003"), _literal(house.plain)
    yield PhraseList("TON005"), _literal(tuple((text, "") for text in house.tone))
    yield PhraseList("CNS007"), _literal(tuple((text, "") for text in house.counsel))
    yield PhraseList("CNS005", exact=True), _literal(tuple((text, text) for text in house.vendors))


def _literal(pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """Texts of desk.yml as phrases: what means something in the notation of our lists is a blank in theirs."""
    found = ((" ".join(_NO_NOTATION.sub(" ", text.lower().replace("-", " ")).split()), note) for text, note in pairs)
    return [(text, note) for text, note in found if re.search("[a-z0-9]", text)]


def _lines(entry: Entry, key: str) -> list[str]:
    return [line for line in str(entry.get(key, "")).split("\n") if line]


@lru_cache(maxsize=1)
def sharing_hosts() -> frozenset[str]:
    """Hosts of sites that share documents."""
    return frozenset(str(entries("names")[0]["hosts"]).split())


@lru_cache(maxsize=1)
def known_abbreviations() -> frozenset[str]:
    """Abbreviations that need no explanation anywhere."""
    return frozenset(str(entries("names")[1]["known"]).split())
