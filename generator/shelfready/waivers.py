"""A library and its diagnostics in, those that nobody has waived out; and which waivers hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.model.record import Waiver
from shelfready.reading import squeezed
from shelfready.reading.sentences import every_sentence

__all__ = ["WAITS_FOR_COUNSEL", "is_in_words", "is_named", "unwaived"]

WAITS_FOR_COUNSEL = "CNS"
"""Rules whose waivers hold only once counsel has signed the edition that lists them."""


def unwaived(library: Library, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that no valid waiver lets stand."""
    valid = {
        (topic.slug, waiver.rule, squeezed(waiver.text))
        for topic in library.topics
        for waiver in topic.record.waivers
        if not waiver.rule.startswith(WAITS_FOR_COUNSEL) and is_in_words(topic, waiver) and is_named(library, waiver)
    }
    if not valid:
        return list(diagnostics)
    return [d for d in diagnostics if not d.within or (d.topic, d.code, d.within) not in valid]


def is_in_words(topic: Topic, waiver: Waiver) -> bool:
    """Whether the waived sentence is one of the title, the statement or the draft, word for word."""
    texts = (topic.record.title, topic.record.statement or "", topic.draft.masked if topic.draft else "")
    return any(squeezed(waiver.text) in _sentences(text) for text in texts)


def is_named(library: Library, waiver: Waiver) -> bool:
    """Whether somebody whom desk.yml names answers for it; without a desk nobody can tell."""
    return library.desk is None or waiver.by in {person.name for person in library.desk.people}


@lru_cache(maxsize=8)
def _sentences(text: str) -> frozenset[str]:
    """Kept for a while: a record with many waivers asks for the same three texts again and again."""
    return frozenset(squeezed(text[begin:end]) for begin, end in every_sentence(text))
