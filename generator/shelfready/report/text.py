"""Diagnostics in, lines for people out: path:line:column, code, what is wrong, then what to do."""

from __future__ import annotations

from collections.abc import Sequence

from shelfready.model.finding import Diagnostic, Severity
from shelfready.report.escape import printable

__all__ = ["counted", "render", "tally", "word_count"]


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """Two lines for each diagnostic, in the order given; '' for none."""
    return "".join(f"{_first(diagnostic)}\n    {printable(diagnostic.fix)}\n" for diagnostic in diagnostics)


def _first(diagnostic: Diagnostic) -> str:
    weight = "" if diagnostic.severity is Severity.ERROR else f" ({diagnostic.severity})"
    return printable(f"{diagnostic.place}: {diagnostic.code}{weight} {diagnostic.message}")


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are of each severity, such as '2 errors, 1 warning'."""
    counts = {severity: sum(d.severity is severity for d in diagnostics) for severity in Severity}
    return ", ".join(counted(number, severity) for severity, number in counts.items() if number) or "no findings"


def word_count(path: str, words: int, limit: int | None) -> str:
    """The words of one draft and its budget, such as 'content/drafts/a.md: 612 of 700 words'."""
    return f"{printable(path)}: {words} of {limit if limit is not None else '?'} words"


def counted(number: int, noun: str) -> str:
    """'1 topic', '2 topics'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
