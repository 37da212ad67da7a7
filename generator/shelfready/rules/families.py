"""The families of rules, in the order in which they run and the guide lists them."""

from __future__ import annotations

from shelfready.model.library import Library
from shelfready.rules import (
    access,
    as_typed,
    author_markdown,
    counsel,
    dates,
    dialect,
    editions,
    length,
    links,
    listening,
    loading,
    logged,
    names,
    notation,
    pictures,
    placeholders,
    plain_words,
    private,
    record,
    references,
    security,
    shape,
    shelf,
    signoffs,
    sources,
    standing,
    structure,
    tone,
)
from shelfready.rules.base import Rule

__all__ = ["CONTENT_RULES"]

CONTENT_RULES: tuple[Rule[Library], ...] = (
    *loading.RULES,
    *notation.RULES,
    *record.RULES,
    *names.RULES,
    *length.RULES,
    *shape.RULES,
    *author_markdown.RULES,
    *dialect.RULES,
    *as_typed.RULES,
    *references.RULES,
    *pictures.RULES,
    *links.RULES,
    *placeholders.RULES,
    *plain_words.RULES,
    *tone.RULES,
    *counsel.RULES,
    *private.RULES,
    *sources.RULES,
    *dates.RULES,
    *security.RULES,
    *shelf.RULES,
    *editions.RULES,
    *signoffs.RULES,
    *standing.RULES,
    *logged.RULES,
    *access.RULES,
    *listening.RULES,
    *structure.RULES,
)
"""All rules but those about rules."""
