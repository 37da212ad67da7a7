"""A built site and what was promised in, diagnostics out: the last look before the switch, from files alone."""

from __future__ import annotations

from shelfready.model.finding import Diagnostic
from shelfready.rules.base import Rule
from shelfready.verify import files, pages, scripts
from shelfready.verify.artefact import Artefact

__all__ = ["ALL_VERIFICATIONS", "verify"]

ALL_VERIFICATIONS: tuple[Rule[Artefact], ...] = (*files.RULES, *scripts.RULES, *pages.RULES)


def verify(artefact: Artefact) -> tuple[Diagnostic, ...]:
    """What is wrong with a built site; nothing, if it may be switched in."""
    found = [diagnostic for rule in ALL_VERIFICATIONS for diagnostic in rule.diagnostics(artefact)]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
