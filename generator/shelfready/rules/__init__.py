"""Library in, diagnostics out: the list of all rules over content. A concern is a file, a rule is a function."""

from __future__ import annotations

from shelfready.model.library import Library
from shelfready.rules import severities, waived
from shelfready.rules.base import Rule
from shelfready.rules.families import CONTENT_RULES

__all__ = ["ALL_RULES"]

ALL_RULES: tuple[Rule[Library], ...] = (*CONTENT_RULES, *waived.RULES, *severities.RULES)
