"""A report in, one JSON array out, with the fields that design section 5 lists."""

from __future__ import annotations

from shelfready.model.finding import Diagnostic
from shelfready.model.report import Report
from shelfready.report.escape import json_text

__all__ = ["render"]


def render(report: Report) -> str:
    """An array of objects, one on a line; ASCII only, so that every terminal and parser takes it.

    Findings in what did not change stand at the end: the exit code tells what counts.
    """
    rows = [json_text(_row(diagnostic)) for diagnostic in (*report.diagnostics, *report.elsewhere)]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _row(diagnostic: Diagnostic) -> dict[str, str | int]:
    place = diagnostic.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": str(diagnostic.severity),
        "topic": diagnostic.topic,
        "message": diagnostic.message,
        "fix": diagnostic.fix,
    }
