"""A library and its diagnostics in, those that nobody has waived out; and which waivers hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.model.record import Waiver
from shelfready.reading import squeezed
from shelfready.reading.sentences import every_sentence
from shelfready.standing import standing

__all__ = ["WAITS_FOR_COUNSEL", "is_in_words", "is_named", "is_signed_by_counsel", "unwaived"]

_COUNSEL = "counsel"
"""The role whose sign-off lets a waiver of counsel's list hold."""

WAITS_FOR_COUNSEL = "CNS"
"""Rules whose waivers hold only once counsel has signed the edition that lists them."""


def unwaived(library: Library, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that no valid waiver lets stand."""
    valid = {
        (topic.slug, waiver.rule, squeezed(waiver.text))
        for topic in library.topics
        for waiver in topic.record.waivers
        if (not waiver.rule.startswith(WAITS_FOR_COUNSEL) or is_signed_by_counsel(library, topic, waiver))
        and is_in_words(library, topic, waiver)
        and is_named(library, waiver)
    }
    if not valid:
        return list(diagnostics)
    return [d for d in diagnostics if not d.within or (d.topic, d.code, d.within) not in valid]


def is_in_words(library: Library, topic: Topic, waiver: Waiver) -> bool:
    """Whether the waived sentence is one of the title, the statement or the draft, word for word."""
    return squeezed(waiver.text) in _sentences(library)[topic.slug]


def is_signed_by_counsel(library: Library, topic: Topic, waiver: Waiver) -> bool:
    """Whether counsel has signed an edition that lists exactly this waiver."""
    return any(
        judged.sound
        and waiver in judged.edition.record.waivers
        and any(given.record.role == _COUNSEL for given in judged.valid)
        for judged in standing(library, topic.slug).editions
    )


def is_named(library: Library, waiver: Waiver) -> bool:
    """Whether somebody whom desk.yml names answers for it; without a desk nobody can tell."""
    return library.desk is None or waiver.by in {person.name for person in library.desk.people}


@lru_cache(maxsize=2)
def _sentences(library: Library) -> Mapping[str, frozenset[str]]:
    """Every sentence of each topic with a waiver: found once, as a record may hold a thousand of them."""
    return {topic.slug: frozenset(_of(topic)) for topic in library.topics if topic.record.waivers}


def _of(topic: Topic) -> Iterator[str]:
    for text in (topic.record.title, topic.record.statement or ""):
        yield from (squeezed(text[begin:end]) for begin, end in every_sentence(text))
    if topic.draft:
        yield from (squeezed(topic.draft.text[begin:end]) for begin, end in every_sentence(topic.draft.masked))
