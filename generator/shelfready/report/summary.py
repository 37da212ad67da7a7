"""A report in, the summary page of a GitHub job out: words and findings of each topic, then the findings.

GitHub reads the page as Markdown. Tables are written as HTML, as GitHub's own toolkit does: inside of them nothing is
read as Markdown, so that escaping for HTML alone keeps content from being anything but text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Count, Report
from shelfready.report.escape import printable
from shelfready.report.order import worst_first
from shelfready.report.text import counted, tally

__all__ = ["MOST_BYTES", "render"]

MOST_BYTES = 1024 * 1024
"""GitHub drops the whole summary of a step that has more (actions/runner, CreateStepSummaryCommand)."""
_REST = 200
"""Bytes kept free for the end of a table and for saying what was left out."""


def render(report: Report, room: int = MOST_BYTES) -> str:
    """The page in Markdown; what does not fit into this many bytes is counted, the mildest findings first."""
    parts = [_opening(report)]
    for heading, head, rows in _tables(report):
        if rows:
            left = room - sum(len(part.encode()) for part in parts)
            parts.append(_table(heading, head, rows, left))
    return "".join(parts)


def _opening(report: Report) -> str:
    topics = counted(sum(count.changed for count in report.counts), "topic")
    other = f" In what did not change: {tally(report.elsewhere)}." if report.elsewhere else ""
    verdict = "Failed" if report.failed else "Passed"
    told = f"{verdict}: {tally(report.diagnostics)}. {topics} {'changed' if report.compared else 'checked'}.{other}"
    return f"## Shelfready check\n\n{told}\n"


def _tables(report: Report) -> Iterator[tuple[str, str, list[str]]]:
    tallies = _by_topic(report.diagnostics)
    topics = [_topic(count, tallies.get(count.slug, [])) for count in report.counts if count.changed]
    yield "", _row(["Topic", "Words", "Errors", "Warnings"], "th"), topics
    head = _row(["Severity", "Place", "Rule", "Finding"], "th")
    yield "", head, [_finding(d) for d in worst_first(report.diagnostics)]
    yield "In what did not change", head, [_finding(d) for d in worst_first(report.elsewhere)]


def _by_topic(diagnostics: Iterable[Diagnostic]) -> dict[str, list[Severity]]:
    found: dict[str, list[Severity]] = {}
    for diagnostic in diagnostics:
        found.setdefault(diagnostic.topic, []).append(diagnostic.severity)
    return found


def _topic(count: Count, found: Sequence[Severity]) -> str:
    numbers = (str(found.count(severity)) for severity in (Severity.ERROR, Severity.WARNING))
    return _row([_content(count.slug), count.text, *numbers])


def _finding(diagnostic: Diagnostic) -> str:
    told = f"{_content(diagnostic.message)}<br>{_content(diagnostic.fix)}"
    return _row([str(diagnostic.severity), _content(str(diagnostic.place)), diagnostic.code, told])


def _content(text: str) -> str:
    """Content as text; in <code>, because elsewhere GitHub makes links of @names, #numbers and addresses."""
    return f"<code>{escape(printable(text))}</code>"


def _row(cells: Iterable[str], cell: str = "td") -> str:
    return "<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in cells) + "</tr>\n"


def _table(heading: str, head: str, rows: Sequence[str], room: int) -> str:
    """A table with as many rows as fit, and how many do not; '' where not even its head fits."""
    opening = (f"\n### {heading}\n" if heading else "") + f"\n<table>\n{head}"
    left = room - len(opening) - _REST
    if left < 0:
        return ""
    shown = []
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            break
        shown.append(row)
    more = len(rows) - len(shown)
    rest = f"\n... and {counted(more, 'row')} more, for which there is no room here.\n" if more else ""
    return f"{opening}{''.join(shown)}</table>\n{rest}"
