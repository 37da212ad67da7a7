"""A report in, JUnit XML out: one test for each topic, so that a green report has tests, too.

GitLab and Jenkins show a test by `classname` and `name` and keep the first of two that have both alike; a failed one
they open with the text of its first failure. So errors of one topic are one failure, and what weighs less is output;
where warnings fail the check, they are failures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Report
from shelfready.parse.paths import DESK
from shelfready.report.escape import printable
from shelfready.report.text import findings, tally

__all__ = ["render"]

_UNCHANGED = "Not changed, so these do not fail the check:\n"


@dataclass(frozen=True, slots=True)
class _Test:
    """A topic, or another file, with what is wrong with it."""

    group: str
    name: str
    failing: tuple[Diagnostic, ...]
    milder: tuple[Diagnostic, ...]
    """What counts and fails nothing."""
    elsewhere: tuple[Diagnostic, ...]


def render(report: Report) -> str:
    """One suite; ASCII only."""
    tests = list(_tests(report))
    totals = {"tests": str(len(tests)), "failures": str(sum(bool(test.failing) for test in tests)), "errors": "0"}
    top = ET.Element("testsuites", {"name": "shelfready", **totals})
    suite = ET.SubElement(top, "testsuite", {"name": "shelfready check", **totals, "skipped": "0"})
    for test in tests:
        _add(suite, test)
    ET.indent(top)
    xml: bytes = ET.tostring(top, encoding="us-ascii", xml_declaration=True)
    return f"{xml.decode('ascii')}\n"


def _tests(report: Report) -> Iterator[_Test]:
    """Every topic, desk.yml, and each other file that has findings."""
    slugs = {count.slug for count in report.counts}
    counting, elsewhere = _by_test(report.diagnostics, slugs), _by_test(report.elsewhere, slugs)
    named = {("topics", slug) for slug in slugs} | {("files", DESK)} | counting.keys() | elsewhere.keys()
    for key in sorted(named, key=lambda key: (key[0] != "topics", key[1])):
        here = counting.get(key, [])
        failing, milder = (tuple(d for d in here if report.fails(d) is fails) for fails in (True, False))
        yield _Test(*key, failing, milder, tuple(elsewhere.get(key, ())))


def _by_test(diagnostics: Iterable[Diagnostic], slugs: Set[str]) -> dict[tuple[str, str], list[Diagnostic]]:
    found: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        key = ("topics", diagnostic.topic) if diagnostic.topic in slugs else ("files", diagnostic.place.path)
        found.setdefault(key, []).append(diagnostic)
    return found


def _add(suite: ET.Element, test: _Test) -> None:
    case = ET.SubElement(suite, "testcase", {"classname": f"shelfready.{test.group}", "name": printable(test.name)})
    if test.failing:
        worst = Severity.ERROR if any(d.severity is Severity.ERROR for d in test.failing) else Severity.WARNING
        failure = ET.SubElement(case, "failure", {"type": worst.value, "message": tally(test.failing)})
        failure.text = findings(test.failing)
    blocks = [findings(test.milder), _UNCHANGED + findings(test.elsewhere) if test.elsewhere else ""]
    if output := "\n".join(block for block in blocks if block):
        ET.SubElement(case, "system-out").text = output
