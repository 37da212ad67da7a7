"""Diagnostics in, workflow commands out that mark the lines in a GitHub pull request."""

from __future__ import annotations

from collections.abc import Sequence

from shelfready.model.finding import Diagnostic, Severity
from shelfready.report.escape import printable

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """One command a line, worst first, because a step shows only the first ten of each kind."""
    worst_first = sorted(diagnostics, key=lambda d: (d.severity.rank, d.sort_key))
    return "".join(_command(diagnostic) + "\n" for diagnostic in worst_first)


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties = ",".join(
        f"{name}={_property(value)}"
        for name, value in (
            ("file", place.path),
            ("line", str(place.line)),
            ("col", str(place.column)),
            ("title", f"{diagnostic.code} {diagnostic.name}"),
        )
    )
    return f"::{_COMMANDS[diagnostic.severity]} {properties}::{_data(f'{diagnostic.message}. {diagnostic.fix}')}"


def _data(text: str) -> str:
    """Escapes of @actions/core for the text of a command."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escapes of @actions/core for a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
