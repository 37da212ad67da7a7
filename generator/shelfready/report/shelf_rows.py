"""The shelf or its dates in, JSON or CSV for other programs out; both have the same fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from shelfready.model.shelf import Due, Hit, Piece
from shelfready.report.escape import json_text, printable

__all__ = ["csv_text", "due_rows", "hit_rows", "json_array", "piece_rows", "safe_cell"]

Value: TypeAlias = str | int | bool | list[str] | dict[str, str | None] | None
Row: TypeAlias = dict[str, Value]

_FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula."""


def piece_rows(pieces: Iterable[Piece]) -> list[Row]:
    """One object for each topic; the guide lists the fields."""
    return [_piece_row(piece) for piece in pieces]


def _piece_row(piece: Piece) -> Row:
    state, step, agreed = piece.state, piece.state.step, piece.next
    return {
        "slug": piece.slug,
        "title": piece.title,
        "kind": piece.kind,
        "status": piece.status,
        "state": piece.words,
        "group": str(state.group),
        "live": piece.live,
        "can_go_out": state.can_go_out,
        "publish": state.command,
        "edition": state.edition,
        "approved_on": _iso(state.approved_on),
        "ahead": state.ahead,
        "missing": list(state.missing),
        "remarks": list(state.remarks),
        "blocked_by": step.what if step else "",
        "on": list(step.on) if step else [],
        "since": _iso(step.since) if step else None,
        "by": _iso(step.by) if step else None,
        "command": step.command if step else "",
        "errors": piece.errors,
        "lead": piece.lead,
        "brief": list(piece.brief),
        "next": {"who": agreed.who, "what": agreed.what, "by": _iso(agreed.by)} if agreed else None,
        "review_by": _iso(piece.review_by),
    }


def due_rows(dues: Iterable[Due]) -> list[Row]:
    """One object for each date that comes up."""
    return [
        {
            "date": due.day.isoformat(),
            "overdue": due.passed,
            "what": due.what,
            "who": due.who,
            "slug": due.slug,
            "title": due.title,
        }
        for due in dues
    ]


def hit_rows(hits: Iterable[Hit]) -> list[Row]:
    """One object for each piece that may answer a question, best first."""
    return [
        {
            **_piece_row(hit.piece),
            "score": hit.score,
            "found": list(hit.found),
            "statement": hit.piece.statement if hit.piece.status != "withdrawn" else "",
            "approved": hit.piece.state.edition is not None,
        }
        for hit in hits
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def json_array(rows: Sequence[Row]) -> str:
    """An array of objects, one on a line; ASCII only."""
    return "[\n" + ",\n".join(map(json_text, rows)) + "\n]\n" if rows else "[]\n"


def csv_text(rows: Sequence[Row]) -> str:
    """RFC 4180: a line of names, then one for each object, all cells in quotes; '' where there is no object."""
    page = io.StringIO()
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return page.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return safe_cell(f"{value['who']}: {value['what']}{', by ' + value['by'] if value['by'] else ''}")
    if isinstance(value, list):
        return safe_cell("; ".join(value))
    return "" if value is None else safe_cell(value) if isinstance(value, str) else str(value)


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula, and in which no sign does anything but show."""
    shown = printable(text)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown
