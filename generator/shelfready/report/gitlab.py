"""A report in, a Code Quality report for GitLab's merge requests out.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format lists the fields. GitLab compares the
reports of two branches itself, so findings in what did not change are in it like all others.
"""

from __future__ import annotations

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Report
from shelfready.report.escape import json_text, printable
from shelfready.report.order import fingerprints

__all__ = ["render"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.HINT: "info"}


def render(report: Report) -> str:
    """An array of objects, one on a line."""
    ordered = sorted((*report.diagnostics, *report.elsewhere), key=lambda diagnostic: diagnostic.sort_key)
    rows = [json_text(_row(diagnostic, mark)) for diagnostic, mark in fingerprints(ordered)]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _row(diagnostic: Diagnostic, mark: str) -> dict[str, object]:
    place = diagnostic.place
    return {
        "description": printable(f"{diagnostic.code} {diagnostic.message}. {diagnostic.fix}"),
        "check_name": f"{diagnostic.code} {diagnostic.name}",
        "fingerprint": mark,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {"path": printable(place.path), "lines": {"begin": place.line}},
    }
