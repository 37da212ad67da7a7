"""A report in, workflow commands out that mark the lines in a GitHub pull request."""

from __future__ import annotations

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Report
from shelfready.report.escape import printable
from shelfready.report.order import worst_first

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(report: Report) -> str:
    """One command a line, worst first, because a step shows only the first ten of each kind.

    What did not change comes last, as notices: a pull request is not marked red for what it left alone.
    """
    lines = [_command(_COMMANDS[d.severity], d, "") for d in worst_first(report.diagnostics)]
    lines += [_command("notice", d, " (not changed here)") for d in worst_first(report.elsewhere)]
    return "".join(f"{line}\n" for line in lines)


def _command(command: str, diagnostic: Diagnostic, remark: str) -> str:
    place = diagnostic.place
    properties = ",".join(
        f"{name}={_property(value)}"
        for name, value in (
            ("file", place.path),
            ("line", str(place.line)),
            ("col", str(place.column)),
            ("title", f"{diagnostic.code} {diagnostic.name}{remark}"),
        )
    )
    return f"::{command} {properties}::{_data(f'{diagnostic.message}. {diagnostic.fix}')}"


def _data(text: str) -> str:
    """Escapes of @actions/core for the text of a command."""
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escapes of @actions/core for a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
