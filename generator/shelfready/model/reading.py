"""What one pass over a text finds for the rules about words: phrases, sentences, secrets; offsets, no verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Hit", "Reading", "Secret", "Span"]


class Hit(NamedTuple):
    """A phrase of a list, or something that looks like one of a kind."""

    code: str
    """The rule that reports it."""
    offset: int
    text: str
    """As written, white space folded."""
    note: str
    """What the list has beside it: what to write in its place, or a name in full; '' where the rule says it all."""


class Span(NamedTuple):
    """A sentence or a paragraph that is longer than most."""

    offset: int
    size: int
    """Words of a sentence, sentences of a paragraph."""


class Secret(NamedTuple):
    """Something that belongs to few people."""

    code: str
    offset: int
    value: str
    """Never printed; what reports are cleaned of."""
    what: str
    """What it is, in words for authors."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One text, read once."""

    hits: tuple[Hit, ...] = ()
    secrets: tuple[Secret, ...] = ()
    abbreviations: tuple[Hit, ...] = ()
    """Capital letters at their first place, where nothing beside them says what they mean."""
    explained: frozenset[str] = frozenset()
    """Abbreviations that the text says in full."""
    long_sentences: tuple[Span, ...] = ()
    long_paragraphs: tuple[Span, ...] = ()
    letters: int = 0
    """Letters and digits of the sentences."""
    words: int = 0
    """Words of the sentences: headings, tables and footnotes are none."""
    sentences: int = 0
