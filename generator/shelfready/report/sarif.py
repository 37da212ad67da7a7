"""A report in, a SARIF 2.1.0 log out, for code scanning and for editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/ is the standard; section numbers below are its.
"""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import quote

from shelfready import __version__
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Report
from shelfready.render.rulebook import rule_text
from shelfready.report.escape import json_text, printable
from shelfready.report.order import fingerprints, worst_first
from shelfready.report.text import counted
from shelfready.rules import ALL_RULES

__all__ = ["render"]

Json: TypeAlias = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_MOST = 5000
"""Results that GitHub shows of one run; it leaves out the others without a word."""
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
"""A brace alone opens a placeholder (3.11.5)."""


def render(report: Report) -> str:
    """One run, worst first; what counts stands before what did not change."""
    shown = [*worst_first(report.diagnostics), *worst_first(report.elsewhere)][:_MOST]
    codes = sorted({diagnostic.code for diagnostic in shown})
    known = set(report.elsewhere)
    states = {d: "unchanged" if d in known else "new" for d in shown} if report.compared else {}
    results = [_result(d, mark, codes.index(d.code), states.get(d)) for d, mark in fingerprints(shown)]
    driver = {"name": "Shelfready", "version": __version__, "rules": [_rule(code) for code in codes]}
    run: Json = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    if more := len(report.diagnostics) + len(report.elsewhere) - len(shown):
        run["invocations"] = [_cut(more)]
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _result(diagnostic: Diagnostic, mark: str, index: int, state: str | None) -> Json:
    place = diagnostic.place
    region = {"startLine": place.line, "startColumn": place.column}
    uri = quote(place.path.encode("utf-8", "surrogateescape"))
    result: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": _message(f"{diagnostic.message}. {diagnostic.fix}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
        "partialFingerprints": {"shelfready/v1": mark},
    }
    return result | ({"baselineState": state} if state else {})


def _message(text: str) -> str:
    """Content as a message: no placeholders, and no `[text](address)`, which viewers make a link of (3.11.6)."""
    return printable(text).translate(_BRACES).replace("](", "] (")


def _rule(code: str) -> Json:
    """What the standard calls a reporting descriptor: a rule's manual page."""
    rule = next(rule for rule in ALL_RULES if rule.code == code)
    page = rule_text(rule)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.section("Why")},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _cut(more: int) -> Json:
    text = f"{counted(more, 'finding')} left out: this log holds the worst {_MOST}, as many as code scanning shows."
    return {"executionSuccessful": True, "toolExecutionNotifications": [{"level": "note", "message": {"text": text}}]}
