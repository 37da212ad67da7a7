"""Library in, sorted diagnostics out: runs every rule, applies the desk's severities and the records' waivers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from shelfready.hiding import hidden
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library
from shelfready.rules import ALL_RULES
from shelfready.rules.base import Rule
from shelfready.rules.private import all_private
from shelfready.waivers import unwaived

__all__ = ["check"]

Rules = tuple[Rule[Library], ...]
Share = Callable[[Callable[[Rules], list[Diagnostic]], list[Rules]], Iterable[list[Diagnostic]]]


def check(
    library: Library, rules: Iterable[Rule[Library]] = ALL_RULES, share: Share | None = None
) -> tuple[Diagnostic, ...]:
    """What the rules have to say about a library, by place.

    Args:
        library: what was read.
        rules: which rules.
        share: runs a function over parts of them, perhaps on several processors.
    """
    every = tuple(rules)
    if share is None:
        found = _found(library, every)
    else:
        # Neighbours in the list work on the same part of a library and keep what they make of it for each other.
        halves = [every[: len(every) // 2], every[len(every) // 2 :]]
        found = [diagnostic for part in share(partial(_found, library), halves) for diagnostic in part]
    private = [(entry.place.path, entry.secret.value) for entry in all_private(library)]
    found = list(hidden(unwaived(library, found), private))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _found(library: Library, rules: Rules) -> list[Diagnostic]:
    changed = library.desk.severities if library.desk else {}
    found: list[Diagnostic] = []
    for rule in rules:
        severity = None if rule.fixed else changed.get(rule.code)
        diagnostics = rule.diagnostics(library)
        found += (replace(d, severity=Severity(severity)) for d in diagnostics) if severity else diagnostics
    return found
