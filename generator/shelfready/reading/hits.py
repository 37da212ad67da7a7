"""A text and the lists in, the phrases that are meant there out: not those that a sentence asks, denies or orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.reading import Hit
from shelfready.reading.lists import PhraseList, Words
from shelfready.reading.phrases import Phrase, matches, possible
from shelfready.reading.sentences import sentence_at

__all__ = ["hits"]

_NEGATION = re.compile(r"\b(?:not|no|never|nor|neither|nobody|none|without|hardly|rarely|cannot|few|nothing|\w+n't)\b")
_CONDITION = re.compile(r"\b(?:if|whether|unless|until|when|suppose|once)\b")
_ORDER = re.compile(
    r"\b(?:should|must|need to|needs to|have to|has to|ought to|ensure|ensures|make sure|makes sure|check|checks|ask|asks"
    r"|require|requires|recommend|recommends|consider|aim|try|help|helps|want|can you|let us|please|how to|ways to)\b"
)
_PURPOSE = re.compile(r"\b(?:to|and|or|can|may|might|will help|helps?|how|why|that|what|which|who|as)\s+\Z")
_FIRST = re.compile(
    r"[\s>#*+|\"'“(-]*(?:\d{1,3}[.)]\s+)?(?:(?:please|then|also|always|never|now|first|next|finally|so|but|and|do not|don't|instead),?\s+)*"
    r"(?P<verb>[a-z]+)"
)
_VERBS = frozenset(
    "accept act add adopt agree aim allow apply approve archive arrange ask assess assign assume audit avoid back begin block "
    "book build bring buy call change check choose classify clean clear click close collect come complete configure confirm "
    "connect consider contact control copy create cut decide define delete deploy describe design develop disable disconnect "
    "discuss do document download draw educate employ enable encrypt enforce ensure enter establish evaluate examine exclude "
    "explain export fill find fix follow get give go harden have hold identify implement include inform insist inspect install "
    "inventory investigate isolate issue join keep know label lead learn leave let limit list locate lock log look maintain "
    "make manage map mark measure meet minimise minimize monitor move name note notify obtain offer open order organise "
    "organize patch pay perform pick plan practise practice prepare prevent print prioritise prioritize protect prove provide "
    "publish put raise read rebuild record reduce refer register rehearse reject remember remind remove rename renew repeat "
    "replace report request require reset restore restrict retain retire return review revoke rotate run save say scan search "
    "secure see segment select send separate set share show sign specify start state stop store strengthen study submit supply "
    "support swap switch take talk teach tell test think track train transfer treat try turn understand update upgrade use "
    "validate verify visit wait walk warn watch wipe work write".split()
)
"""What an instruction begins with, as lists of steps do."""


def hits(text: str, small: str, every: list[bytes], words: Words) -> tuple[Hit, ...]:
    """Every phrase of every list, by place.

    Args:
        text: plain text (`reading.plain`).
        small: the same in small letters.
        every: its words (`phrases.tokens`).
        words: the lists.
    """
    found = [
        Hit(words.lists[phrase.list_key].code, begin, " ".join(text[begin:end].split()), phrase.note)
        for phrase, begin, end in _standing(small, every, words)
        if _is_meant(words.lists[phrase.list_key], phrase, text, small, begin, end)
    ]
    return tuple(_longest(found)) if found else ()


def _standing(small: str, every: list[bytes], words: Words) -> set[tuple[Phrase, int, int]]:
    """Phrases with the places where they stand."""
    found: set[tuple[Phrase, int, int]] = set()
    reached: dict[bytes, tuple[int, int]] = {}
    for entry, word, count in possible(every, words.by_word):
        passed, at = reached.get(word, (0, -1))
        for _ in range(count - passed):
            at = _next(small, word.decode(), at + 1)
        reached[word] = count, at
        spans = matches(entry.phrase, small, max(0, at - entry.lead), at + entry.reach)
        found.update((entry.phrase, *span) for span in spans if span[0] <= at < span[1])
    return found


def _next(small: str, word: str, start: int) -> int:
    """Where this word begins at or after an offset."""
    at = small.find(word, start)
    while at >= 0 and not _is_whole(small, at, at + len(word)):
        at = small.find(word, at + 1)
    return at if at >= 0 else len(small)


def _is_whole(small: str, begin: int, end: int) -> bool:
    before, after = small[begin - 1 : begin], small[end : end + 1]
    return not (_is_letter(before) or _is_letter(after))


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _longest(found: list[Hit]) -> Iterator[Hit]:
    """Of hits of one rule that overlap, the first and longest."""
    ends: dict[str, int] = {}
    for hit in sorted(found, key=lambda hit: (hit.offset, -len(hit.text))):
        if hit.offset >= ends.get(hit.code, 0):
            ends[hit.code] = hit.offset + len(hit.text)
            yield hit


def _is_meant(found: PhraseList, phrase: Phrase, text: str, small: str, begin: int, end: int) -> bool:
    if found.exact and " ".join(text[begin:end].split()) != " ".join(phrase.note.split()):
        return False
    if found.passes and _passes(found, small, begin, end):
        return False
    return not found.spares or not _spared(found.spares, small, begin, end)


def _passes(found: PhraseList, small: str, begin: int, end: int) -> bool:
    low = max(0, begin - 60)
    window = small[low : end + 60]
    return any(
        first + low < end and last + low > begin
        for phrase in found.passes
        for first, last in matches(phrase, window, 0, len(window))
    )


def _spared(spares: frozenset[str], small: str, begin: int, end: int) -> bool:
    first, last = sentence_at(small, begin)
    before = small[first:begin]
    if "question" in spares and "?" in small[max(last - 3, end) : last + 1]:
        return True
    if "negation" in spares and _NEGATION.search(before):
        return True
    if "condition" in spares and _CONDITION.search(before):
        return True
    if "purpose" in spares and _PURPOSE.search(before):
        return True
    if "instruction" not in spares:
        return False
    opening = _FIRST.match(small, first)
    return bool((opening and opening["verb"] in _VERBS) or _ORDER.search(small, first, last))
