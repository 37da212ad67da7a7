"""Diagnostics in, one JSON array out, with the fields that design section 5 lists."""

from __future__ import annotations

import json
from collections.abc import Sequence

from shelfready.model.finding import Diagnostic

__all__ = ["render"]


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """An array of objects, one on a line; ASCII only, so that every terminal and parser takes it."""
    rows = [json.dumps(_row(diagnostic)) for diagnostic in diagnostics]
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
