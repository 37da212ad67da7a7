"""Dates that come up in, lines for people out: what is overdue first, then day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from shelfready.days import from_today, spelt
from shelfready.model.shelf import Due
from shelfready.report.columns import wrapped
from shelfready.report.escape import printable
from shelfready.report.shelf_table import Paper
from shelfready.report.text import counted

__all__ = ["render"]


def render(dues: Sequence[Due], today: date, horizon: date, paper: Paper) -> str:
    """A block for each day, and a line that counts."""
    blocks: list[str] = []
    for day in dict.fromkeys(due.day for due in dues):
        heading = f"{spelt(day)}, {from_today(day, today)}"
        shown = f"\x1b[{'1;31' if day < today else '1'}m{heading}\x1b[0m" if paper.colour else heading
        blocks.append("\n".join([shown, *(line for due in dues if due.day == day for line in _lines(due, paper))]))
    return "".join(f"{block}\n\n" for block in blocks) + _closing(dues, horizon)


def _lines(due: Due, paper: Paper) -> Iterator[str]:
    who = f" ({due.who})" if due.who else ""
    yield from wrapped(printable(f"{due.what}{who}"), paper.columns, 2, 2)
    if due.slug:
        title = "" if due.title == due.slug else f": {due.title}"
        yield from wrapped(printable(f"{due.slug}{title}"), paper.columns, 4, 2)


def _closing(dues: Sequence[Due], horizon: date) -> str:
    passed = sum(due.passed for due in dues)
    if not dues:
        return f"Nothing is overdue, and nothing comes up until {spelt(horizon)}.\n"
    return f"{counted(len(dues), 'date')} until {spelt(horizon)}, {passed or 'none'} of them overdue.\n"
