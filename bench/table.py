"""Measures in, the table that people read out."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Row", "pairwise", "render"]

_HEAD = ("measure", "ours s", "other s", "ratio", "goal", "met?")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure."""

    measure: str
    ours: float
    """Seconds."""
    goal: str
    """As it is printed."""
    met: bool | None
    """None where there is no goal."""
    other: float | None = None
    """Seconds of what it is compared with."""
    ratio: str = "-"
    """As it is printed."""
    notes: tuple[str, ...] = ()
    """Lines that stand below the table."""


def pairwise(
    measure: str, pairs: Sequence[tuple[float, float]], goal: float | None, notes: tuple[str, ...] = ()
) -> Row:
    """The row of two commands that were run in turn: medians of both, and the median of the ratios pair by pair."""
    ratio = statistics.median(ours / other for ours, other in pairs)
    return Row(
        measure,
        statistics.median(ours for ours, _ in pairs),
        "none" if goal is None else f"{goal:g}",
        None if goal is None else ratio <= goal,
        statistics.median(other for _, other in pairs),
        f"{ratio:.3f}",
        notes,
    )


def render(rows: Sequence[Row]) -> str:
    """The table, then the notes of its rows."""
    cells = [_HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEAD))]
    lines = [_line(line, widths) for line in cells]
    lines.insert(1, "-" * len(lines[0]))
    lines += [f"{row.measure.partition(',')[0]}: {note}" for row in rows for note in row.notes]
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, ...]:
    other = "-" if row.other is None else f"{row.other:.3f}"
    met = {True: "yes", False: "no", None: "-"}[row.met]
    return row.measure, f"{row.ours:.3f}", other, row.ratio, row.goal, met


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The first column to the left, figures to the right."""
    first, *rest = (
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join([first, *rest])
