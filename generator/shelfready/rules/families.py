"""The families of rules, in the order in which findings of one place are reported and the guide lists them."""

from __future__ import annotations

from shelfready.model.library import Library
from shelfready.rules import (
    as_typed,
    author_markdown,
    dates,
    dialect,
    length,
    links,
    loading,
    names,
    notation,
    pictures,
    placeholders,
    record,
    references,
    security,
)
from shelfready.rules.base import Rule

__all__ = ["CONTENT_RULES"]

CONTENT_RULES: tuple[Rule[Library], ...] = (
    *loading.RULES,
    *notation.RULES,
    *record.RULES,
    *names.RULES,
    *length.RULES,
    *author_markdown.RULES,
    *dialect.RULES,
    *as_typed.RULES,
    *references.RULES,
    *pictures.RULES,
    *links.RULES,
    *placeholders.RULES,
    *dates.RULES,
    *security.RULES,
)
"""All rules but those about rules."""
