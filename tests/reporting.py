"""Findings and reports for tests of the formats: made by hand, so that the exact text can stand beside them."""

from __future__ import annotations

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.place import Place
from shelfready.model.report import Count, Report

__all__ = ["ERROR", "HINT", "HOSTILE", "MIXED", "WARNING", "finding", "of"]

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

HOSTILE = "::error::x%0A\n::error::y\r##[stop-commands]z\x1b[31m\u202e|`<img src=x>`{0}[l](https://evil.example)\x00"
"""What a title, a file name or a draft may hold, for terminals, runners and whoever shows a report."""


def finding(
    message: str = "7 words, budget 6",
    severity: Severity = ERROR,
    path: str = "content/drafts/a.md",
    *,
    line: int = 3,
    topic: str = "a",
    fix: str = "Cut 1 word.",
) -> Diagnostic:
    return Diagnostic(Place(path, line, 2), "LEN001", "over-budget-piece", severity, topic, message, fix)


def of(*diagnostics: Diagnostic) -> Report:
    """A report with these findings on one topic of 612 words."""
    return Report(diagnostics, counts=(Count("a", "content/drafts/a.md", 612, 700),))


MIXED = Report(
    (finding(severity=HINT), finding("it is empty", line=4)),
    (finding("old trouble", path="content/drafts/b.md", topic="b"),),
    (Count("a", "content/drafts/a.md", 612, 700), Count("b", "content/drafts/b.md", None, None, changed=False)),
    compared=True,
)
"""Two findings of a topic that changed, one of a topic that did not."""
