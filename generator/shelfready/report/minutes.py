"""The shelf in, the table of minutes out: as a web page whose table Word takes over, or with tabs between the columns.

What is said in confidence stays out: no remarks of people who signed, nothing from `note`. Committees publish minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from shelfready.days import spelt
from shelfready.model.record import NextStep
from shelfready.model.shelf import Group, Piece
from shelfready.report.escape import printable
from shelfready.report.shelf_rows import safe_cell
from shelfready.report.shelf_table import next_of

__all__ = ["COLUMNS", "as_html", "as_text"]

COLUMNS = ("Topic/Title", "Content to be included", "Lead", "Status", "Next step")
_WIDTHS = (20, 32, 12, 16, 20)
"""Shares of the page, in hundredths."""
_LEADLESS = "needs a lead"

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Topics on {day}</title>
<style>
@page {{ size: A4 landscape; margin: 15mm; }}
body {{ font-family: Calibri, Arial, sans-serif; font-size: 10pt; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid #000000; padding: 2pt 4pt; text-align: left; vertical-align: top; }}
ul {{ margin: 0 0 0 14pt; padding: 0; }}
li {{ margin: 0; }}
</style>
</head>
<body>
<table border="1" cellspacing="0" cellpadding="4" width="100%">
<thead>
<tr>{head}</tr>
</thead>
<tbody>
{rows}</tbody>
</table>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    brief: tuple[str, ...]
    lead: str
    status: str
    next: str


def as_html(pieces: Iterable[Piece], day: date) -> str:
    """A page with the table alone: open it in Word, or mark it in a browser and copy it."""
    head = "".join(f'<th width="{width}%">{name}</th>' for name, width in zip(COLUMNS, _WIDTHS, strict=True))
    return _PAGE.format(day=spelt(day), head=head, rows="".join(map(_html_row, _rows(pieces))))


def as_text(pieces: Iterable[Piece]) -> str:
    """A line for each topic, the first one with the names of the columns; tabs between the columns."""
    rows = [(row.title, "; ".join(row.brief), row.lead, row.status, row.next) for row in _rows(pieces)]
    return "".join("\t".join(map(safe_cell, row)) + "\n" for row in (COLUMNS, *rows))


def _rows(pieces: Iterable[Piece]) -> Iterator[_Row]:
    """What needs a lead first, then what is being worked on, then what is out, at last what was withdrawn."""
    order = (Group.MAKING, Group.WAITING, Group.READY, Group.LIVE, Group.WITHDRAWN)
    for piece in sorted(pieces, key=lambda piece: (not _needs_lead(piece), order.index(piece.state.group), piece.slug)):
        yield _Row(piece.title, piece.brief, piece.lead or _LEADLESS, _status(piece), _next(piece))


def _needs_lead(piece: Piece) -> bool:
    return not piece.lead and piece.state.group is not Group.WITHDRAWN


def _status(piece: Piece) -> str:
    """The state, without what the column beside it says."""
    clauses = [clause for clause in piece.state.clauses if clause != _LEADLESS]
    return "; ".join(clauses) or piece.status


def _next(piece: Piece) -> str:
    """The step that the state asks for, then what the group agreed on."""
    step, agreed = piece.state.step, piece.next
    found = [next_of(step)] if step else []
    if agreed and (step is None or step.what != agreed.what):
        found.append(_agreed(agreed))
    return "; ".join(found)


def _agreed(agreed: NextStep) -> str:
    return f"{agreed.what} ({agreed.who}){f', by {spelt(agreed.by)}' if agreed.by else ''}"


def _html_row(row: _Row) -> str:
    items = "".join(f"<li>{_html(item)}</li>" for item in row.brief)
    cells = (_html(row.title), f"<ul>{items}</ul>" if items else "", *map(_html, (row.lead, row.status, row.next)))
    return "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in cells) + "</tr>\n"


def _html(text: str) -> str:
    return escape(printable(text))
