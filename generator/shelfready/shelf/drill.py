"""A question in, the pieces that may answer it out, best first: what somebody needs while a reporter is on the line.

Words are compared, nothing else: small letters, plurals without their 's', words that every question has left out. A
word counts most in a title or another wording of the question, less in the statement, least in the body; and a word
that stands in few pieces counts more than one that stands in most.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from shelfready.model.desk import Desk
from shelfready.model.library import Library, Topic
from shelfready.model.shelf import Hit, Piece
from shelfready.standing import standing
from shelfready.words import tokens

__all__ = ["MOST", "alike_of", "drill", "stems"]

MOST = 5
"""Hits that are shown: nobody reads more during a call."""

_TITLE, _STATEMENT, _BODY = 6, 3, 1
_WORTH = 4
"""A piece that scores less than this part of the best one only mentions the words."""

_LEFT_OUT = frozenset(
    """
    a about all am an and any anybody anyone are as at be been being but by can could did do does doing doesnt dont for
    from get gets got had has have he her hers him his how i if in into is isnt it its let me might my no not of on or
    our ours really say says shall she should so some tell than that the their theirs them then there these they this
    those to true us was we were what whats when where which who whom whose why will with would you your yours
    """.split()  # noqa: SIM905
)
"""Words that say nothing about what a question asks."""

_RUN = re.compile(r"[^\W_]+")
_OWNERS = re.compile(r"['’]s\b")
_QUOTES = re.compile("['’]")
_HISSING = ("sses", "xes", "ches", "shes")


@dataclass(frozen=True, slots=True)
class _Indexed:
    """The words of a piece by where they stand."""

    piece: Piece
    titles: frozenset[str]
    statement: frozenset[str]
    body: frozenset[str]

    def weight(self, word: frozenset[str]) -> int:
        """The best place of a word, or of one that means the same; 0 where it does not stand."""
        if word & self.titles:
            return _TITLE
        return _STATEMENT if word & self.statement else _BODY if word & self.body else 0


def drill(
    library: Library, pieces: Iterable[Piece], question: str, alike: Mapping[str, frozenset[str]] | None = None
) -> tuple[Hit, ...]:
    """The best pieces for a question, at most `MOST`; a piece fits if it holds at least half of the question's words.

    Args:
        library: for the texts; of a piece with approved words, these are searched.
        pieces: the topics to look at, as the shelf has them.
        question: as somebody asks it.
        alike: for a word, by its stem, the stems of words that mean the same.
    """
    asked = {word: frozenset([word]) | (alike or {}).get(word, frozenset()) for word in stems(question)}
    every = _indexed(library, pieces)
    rarity = {word: _rarity([entry for entry in every if entry.weight(same)], every) for word, same in asked.items()}
    hits = []
    for entry in every:
        weights = {word: entry.weight(same) for word, same in asked.items()}
        found = tuple(word for word, weight in weights.items() if weight)
        if found and 2 * len(found) >= len(asked):
            hits.append(Hit(entry.piece, sum(weights[word] * rarity[word] for word in found), found))
    best = max((hit.score for hit in hits), default=0)
    likely = [hit for hit in hits if _WORTH * hit.score >= best]
    return tuple(sorted(likely, key=lambda hit: (-hit.score, not hit.piece.state.can_go_out, hit.piece.slug))[:MOST])


def alike_of(desk: Desk | None) -> dict[str, frozenset[str]]:
    """What desk.yml says under `search:`: for a word that people type, the words of pieces that it stands for."""
    found: dict[str, set[str]] = {}
    for heading, others in desk.search.items() if desk else ():
        meant = stems(heading)
        for typed in (stems(other) for other in others):
            if len(meant) == len(typed) == 1:
                found.setdefault(typed[0], set()).add(meant[0])
    return {word: frozenset(same) for word, same in found.items()}


def _rarity(holding: list[_Indexed], every: list[_Indexed]) -> int:
    """1 for a word in each piece, one more whenever half as many hold it."""
    return (len(every) // max(len(holding), 1)).bit_length() or 1


def _indexed(library: Library, pieces: Iterable[Piece]) -> list[_Indexed]:
    topics = {topic.slug: topic for topic in library.topics}
    drafts = {entry.slug: entry.draft.masked for entry in library.lost if entry.draft}
    return [
        _of_topic(library, topics[piece.slug], piece)
        if piece.slug in topics
        else _Indexed(piece, _set(piece.slug), frozenset(), _set(drafts.get(piece.slug, "")))
        for piece in pieces
    ]


def _of_topic(library: Library, topic: Topic, piece: Piece) -> _Indexed:
    found, record = standing(library, topic.slug).approved, topic.record
    titles = [record.title, *record.also_asked]
    if found is None:
        body = topic.draft.masked if topic.draft else ""
        return _Indexed(piece, _set(" ".join(titles)), _set(record.statement or ""), _set(body))
    was = found.edition.record
    titles += [was.title, *was.also_asked]
    return _Indexed(piece, _set(" ".join(titles)), _set(was.statement or ""), _set(was.draft))


def _set(text: str) -> frozenset[str]:
    return frozenset(_words(text))


def stems(text: str) -> tuple[str, ...]:
    """The telling words of a question, each once, in their order and as they are compared."""
    return tuple(dict.fromkeys(_words(text)))


def _words(text: str) -> list[str]:
    plain = _QUOTES.sub("", _OWNERS.sub("", _folded(text)))
    runs = dict.fromkeys(run for token in tokens(plain) for run in _RUN.findall(token))
    return [_stem(run) for run in runs if run not in _LEFT_OUT]


def _folded(text: str) -> str:
    """Small letters without accents."""
    text = text.casefold()
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The word without the ending of a plural."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]
