"""What `check` says besides its findings: what was looked at, what was not, what counts and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.cli.scope import why_all_count
from shelfready.model.changes import Changes
from shelfready.model.library import Library
from shelfready.model.report import Report
from shelfready.report.escape import printable
from shelfready.report.order import worst_first
from shelfready.report.text import counted, tally, words_of

__all__ = ["closing"]


def closing(library: Library, report: Report, changes: Changes | None = None, *, named: bool = False) -> str:
    """The last lines of a text report.

    Args:
        library: what was checked.
        report: what came of it.
        changes: what it was compared with, if anything.
        named: whether the report is about paths that somebody named.
    """
    return "\n".join(_lines(library, report, changes, named=named))


def _lines(library: Library, report: Report, changes: Changes | None, *, named: bool) -> Iterator[str]:
    if named or report.compared:
        yield from (words_of(count) for count in report.counts if count.changed and count.words is not None)
    shown = f"{counted(len(library.topics) + len(library.lost), 'topic')} and {counted(len(library.pages), 'page')}"
    scope = " for these files" if named else ""
    total = (*report.diagnostics, *report.elsewhere)
    yield f"{shown} checked on {library.as_of}: {tally(total)}{scope}."
    if library.horizon > library.as_of:
        yield f"Dates looked at until {library.horizon}."
    if changes:
        yield _compared(report, changes)
    if library.lost:
        slugs = printable(", ".join(entry.slug for entry in library.lost))
        yield f"Not checked further, because the record cannot be read: {slugs}."
    yield "Not checked: whether addresses on other sites answer."
    yield _next(report, named=named)


def _compared(report: Report, changes: Changes) -> str:
    """What of it counts, and why."""
    if why := why_all_count(changes):
        return printable(f"Every finding counts, because {why}.")
    topics = counted(sum(count.changed for count in report.counts), "topic")
    changed = f"{counted(len(changes.paths), 'file')} and {topics} changed since {changes.since}"
    return printable(f"{changed}: {tally(report.diagnostics)} in them, and nothing else counts.")


def _next(report: Report, *, named: bool) -> str:
    if report.diagnostics:
        worst = worst_first(report.diagnostics)[0]
        return f"Next: mend the first {worst.severity}; 'shelfready rule {worst.code}' explains it."
    if report.elsewhere:
        return "Nothing to mend in what changed."
    return "Nothing to mend in these files." if named else "Nothing to mend. Next: 'shelfready build' makes the site."
