"""Library in, sorted diagnostics out: runs every rule, applies the desk's severities and the records' waivers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from shelfready.hiding import hidden
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library
from shelfready.rules import ALL_RULES
from shelfready.rules.base import Rule
from shelfready.rules.private import all_private, is_private
from shelfready.waivers import unwaived

__all__ = ["check"]


def check(library: Library, rules: Iterable[Rule[Library]] = ALL_RULES) -> tuple[Diagnostic, ...]:
    """What the rules have to say about a library, by place."""
    changed = library.desk.severities if library.desk else {}
    found: list[Diagnostic] = []
    for rule in rules:
        severity = None if rule.fixed else changed.get(rule.code)
        diagnostics = rule.diagnostics(library)
        found += (replace(d, severity=Severity(severity)) for d in diagnostics) if severity else diagnostics
    private = ((entry.place.path, entry.secret.value) for entry in all_private(library))
    found = list(hidden(unwaived(library, found), private, lambda secret: is_private(library, secret)))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))
