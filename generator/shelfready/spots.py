"""Library in, every phrase that a rule about words reports out, with its place: of texts, records and desk.yml."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from shelfready.markup.mask import place_at
from shelfready.model.library import Library, Text, Topic
from shelfready.model.place import Place
from shelfready.model.reading import Hit
from shelfready.passages import OTHERS_WORDS, Passage, passages
from shelfready.reading import phrases, squeezed
from shelfready.reading.sentences import every_sentence

__all__ = ["Spot", "sentence_around", "sentence_of", "spots"]

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place where a phrase stands."""

    place: Place
    text: str
    """As written."""
    note: str
    topic: Topic | None
    slug: str
    label: str
    """What an author calls the text: 'draft', 'page', 'title', 'notice'."""
    within: str
    """The sentence, for waivers."""


@lru_cache(maxsize=2)
def spots(library: Library) -> Mapping[str, tuple[Spot, ...]]:
    """All of them, by the rule that reports them."""
    found: dict[str, list[Spot]] = {}
    for code, spot in (*_of_texts(library), *_of_strings(library)):
        found.setdefault(code, []).append(spot)
    return {code: tuple(entries) for code, entries in found.items()}


def _of_texts(library: Library) -> Iterator[tuple[str, Spot]]:
    for text in library.texts:
        label = "draft" if text.slug else "page"
        for hit in text.prose.reading.hits:
            place = place_at(text.prose.path, text.prose.masked, hit.offset)
            within = sentence_of(text, hit.offset)
            yield hit.code, Spot(place, hit.text, hit.note, text.topic, text.slug, label, within)


def sentence_of(text: Text, offset: int) -> str:
    """The sentence around an offset as waivers name it; '' in texts that can have none."""
    if text.topic is None or not text.topic.record.waivers:
        return ""
    return sentence_around(text.prose.masked, text.prose.text, offset)


def sentence_around(masked: str, text: str, offset: int) -> str:
    """The sentence of a text around an offset, as waivers name it; code counts, which `masked` leaves out."""
    spans = every_sentence(masked)
    at = bisect_right(spans, (offset, len(text))) - 1
    begin, end = spans[at] if at >= 0 else (0, 0)
    return _sentence(text, begin, end) if offset < end else ""


@lru_cache(maxsize=1024)
def _sentence(text: str, begin: int, end: int) -> str:
    """Kept, because a text without a full stop is one sentence, and it may hold a thousand phrases."""
    return squeezed(text[begin:end])


def _of_strings(library: Library) -> Iterator[tuple[str, Spot]]:
    """Strings of one record are read together: the same phrases, a quarter of the time."""
    together: dict[str, list[Passage]] = {}
    for passage in passages(library):
        if passage.where and not OTHERS_WORDS.intersection(passage.key):
            together.setdefault(passage.slug, []).append(passage)
    for group in together.values():
        text = _BETWEEN.join(passage.text.replace("’", "'") for passage in group)
        begins = [0]
        for passage in group:
            begins.append(begins[-1] + len(passage.text) + len(_BETWEEN))
        for hit in phrases(text, library.house):
            passage = group[bisect_right(begins, hit.offset) - 1]
            if not _is_asked(passage, hit):
                yield hit.code, _spot(passage, hit, text)


def _is_asked(passage: Passage, hit: Hit) -> bool:
    """Other wordings of a question are those of its askers: only what counsel reads for counts there."""
    return passage.key[:1] == ("also_asked",) and not hit.code.startswith("CNS")


def _spot(passage: Passage, hit: Hit, text: str) -> Spot:
    waived = passage.topic and passage.topic.record.waivers
    within = sentence_around(text, text, hit.offset) if waived else ""
    return Spot(passage.place(0), hit.text, hit.note, passage.topic, passage.slug, passage.label, within)
