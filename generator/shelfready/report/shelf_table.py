"""The shelf in, lines for people out: what is live, what can go out today, what waits and on whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shelfready.days import spelt
from shelfready.model.shelf import Group, Piece, Step
from shelfready.report.columns import wrapped
from shelfready.report.escape import printable
from shelfready.report.text import counted

__all__ = ["Paper", "closing", "next_of", "render", "to_type"]

_COLOURS = {Group.LIVE: "1", Group.READY: "1;32", Group.WAITING: "1;33", Group.MAKING: "1", Group.WITHDRAWN: "1"}
"""Bold; green and yellow for the two groups that somebody acts on today: ECMA-48, Select Graphic Rendition."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What the shelf is printed on."""

    columns: int = 80
    colour: bool = False


def render(pieces: Sequence[Piece], paper: Paper) -> str:
    """A block for each group that has pieces; '' for none."""
    blocks = []
    for group in Group:
        members = [piece for piece in pieces if piece.state.group is group]
        if members:
            heading = f"{group[0].upper()}{group[1:]} ({len(members)})"
            shown = f"\x1b[{_COLOURS[group]}m{heading}\x1b[0m" if paper.colour else heading
            blocks.append("\n\n".join([shown, *("\n".join(_lines(piece, paper.columns)) for piece in members)]))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _lines(piece: Piece, columns: int) -> Iterator[str]:
    state = piece.state
    title = piece.title if piece.title == piece.slug else f"{piece.title} ({piece.slug})"
    yield from wrapped(printable(title), columns, 2)
    clauses = [printable(clause) for clause in state.clauses]
    yield from wrapped("; ".join(clauses), columns, 4, 2, [*_whole(clauses), *map(printable, state.missing)])
    for remark in state.remarks:
        yield from wrapped(printable(remark), columns, 6, 2)
    if state.command:
        yield f"    To put it out: {printable(to_type(state.command))}"
    if state.step:
        yield from wrapped(f"Next: {printable(next_of(state.step))}", columns, 4, 6)
        if state.step.command:
            yield f"          {printable(to_type(state.step.command))}"


def _whole(clauses: Sequence[str]) -> list[str]:
    """Clauses that stay on a line, each with the sign behind it."""
    return [f"{clause};" for clause in clauses[:-1]] + [*clauses[-1:]]


def to_type(command: str) -> str:
    """A command with all that it asks for, to copy and fill in."""
    return f'{command} --by "NAME" --reason "WHY"' if command.startswith("shelfready publish ") else command


def next_of(step: Step) -> str:
    """A step with its people and its day, such as 'sign edition 1 as counsel (Example Counsel)'."""
    who = f" ({step.who})" if step.on else ""
    return f"{step.what}{who}{f', by {spelt(step.by)}' if step.by else ''}"


def closing(pieces: Sequence[Piece], errors: int, stopping: int, today: date) -> Iterator[str]:
    """The last lines: how many pieces of each group, the errors of `check`, and what is most urgent.

    Args:
        pieces: the shelf.
        errors: how many `check` counts in all.
        stopping: how many of them keep anything from being published.
        today: the day on which all is judged.
    """
    numbers = {group: sum(piece.state.group is group for piece in pieces) for group in Group}
    told = ", ".join(f"{n} {'waiting' if group is Group.WAITING else group}" for group, n in numbers.items() if n)
    yield f"{counted(len(pieces), 'topic')} on {spelt(today)}{f': {told}' if told else ''}."
    if stopping:
        are = "is" if stopping == 1 else "are"
        yield f"Nothing new can be published before {counted(stopping, 'error')} {are} mended: 'shelfready check'."
    elif errors:
        yield f"{counted(errors, 'error')} in what does not go out: 'shelfready check'."
    first = min((piece for piece in pieces if piece.state.step), key=lambda piece: piece.urgency, default=None)
    if first and first.state.step:
        yield f"Most urgent: {printable(f'{first.slug}: {next_of(first.state.step)}')}."
        if first.state.step.command:
            yield f"    {printable(to_type(first.state.step.command))}"
