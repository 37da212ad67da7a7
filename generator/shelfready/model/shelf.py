"""How each topic stands, in words for volunteers; dates that come up; pieces that answer a question. All computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shelfready.model.record import NextStep

__all__ = ["Due", "Group", "Hit", "Piece", "State", "Step"]


class Group(StrEnum):
    """What a press officer asks first; in the order in which the shelf lists them."""

    READY = "can go out today"
    LIVE = "live"
    WAITING = "waits for somebody"
    MAKING = "in the making"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Step:
    """The one thing that has to happen next."""

    what: str
    """Such as 'sign edition 2'."""
    on: tuple[str, ...] = ()
    """Who can do it; none where nobody is named."""
    since: date | None = None
    """Since when it waits; None where nothing says."""
    by: date | None = None
    """The day it is due, if somebody set one."""
    command: str = ""
    """What to type; '' where no command does it."""
    urgency: int = 9
    """0 for what comes first."""

    @property
    def who(self) -> str:
        """Such as 'Example Counsel, Example Editor'; '' for nobody."""
        return ", ".join(self.on)


@dataclass(frozen=True, slots=True)
class State:
    """What follows from record, editions, sign-offs, log and day."""

    group: Group
    clauses: tuple[str, ...]
    """The state; the first clause is the most telling."""
    remarks: tuple[str, ...] = ()
    """Conditions and reasons of people who did not simply approve; for colleagues."""
    step: Step | None = None
    """None where nothing is left to do."""
    can_go_out: bool = False
    """Whether these words may be handed to a reporter now: they are live, or everybody who must has signed them."""
    command: str = ""
    """What to type to put it out; '' for what is public already, and for what cannot go out."""
    missing: tuple[str, ...] = ()
    """Roles that have not signed what is waiting, spelt out."""
    edition: int | None = None
    """The newest approved edition."""
    approved_on: date | None = None
    """The day of its last sign-off."""
    ahead: int = 0
    """By how many words record and draft differ from it; from the newest edition where none is approved."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One topic on the shelf; nothing in it is private, and nothing comes from `note`."""

    slug: str
    title: str
    """As in the approved edition where there is one; the name of the files where the record cannot be read."""
    kind: str
    status: str
    """The record's own line; '' where it cannot be read."""
    live: bool
    """Whether readers have it."""
    state: State
    errors: int = 0
    """Errors of `check` in this topic, dates that passed left out."""
    lead: str = ""
    """'' where it needs one."""
    brief: tuple[str, ...] = ()
    next: NextStep | None = None
    """The record's `next`: what the desk agreed on."""
    review_by: date | None = None
    statement: str = ""
    """The approved one where there is an approved edition."""

    @property
    def words(self) -> str:
        """The state as one line."""
        return "; ".join(self.state.clauses)

    @property
    def urgency(self) -> tuple[int, date, str]:
        """Sorts the most urgent piece first."""
        step = self.state.step
        if step is None:
            return 10, date.max, self.slug
        return step.urgency, step.by or step.since or date.max, self.slug


@dataclass(frozen=True, slots=True)
class Due:
    """A date that has passed, or comes up within a forecast."""

    day: date
    what: str
    """What lapses or has to be done."""
    who: str = ""
    """Who is named for it; '' where nobody is."""
    slug: str = ""
    """The topic; '' for what concerns the desk."""
    title: str = ""
    passed: bool = False
    """Whether it is overdue."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece that may answer a question."""

    piece: Piece
    score: int
    found: tuple[str, ...]
    """The words of the question that stand in it."""
