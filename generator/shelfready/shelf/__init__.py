"""Library and findings in, the shelf out: one `Piece` for each topic, with nothing private in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from shlex import quote

from shelfready.frozen import folder_of
from shelfready.hiding import veiled
from shelfready.model.edition import Edition
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library, Lost, Topic
from shelfready.model.shelf import Group, Piece, State, Step
from shelfready.parse.paths import TOPICS
from shelfready.publication import concerns, published
from shelfready.report.text import counted
from shelfready.rules.private import all_private, is_private
from shelfready.shelf.case import Errors, Urgency
from shelfready.shelf.states import state_of
from shelfready.standing import standing

__all__ = ["Veil", "shelf", "veil_of"]

Veil = Callable[[str], str]
"""Makes what may be shown of a text."""

_SAID_BY_THE_STATE = "STA001"


def shelf(library: Library, diagnostics: Iterable[Diagnostic]) -> tuple[Piece, ...]:
    """Every topic, in the order of their slugs, also those whose record cannot be read.

    Args:
        library: everything that was read.
        diagnostics: what `check` says about it.
    """
    told: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity is Severity.ERROR and diagnostic.stops and diagnostic.code != _SAID_BY_THE_STATE:
            told.setdefault(diagnostic.topic, []).append(diagnostic)
    live = {topic.slug for topic in published(library)} if library.desk else set()
    pieces = [_piece(library, topic, told.get(topic.slug, ()), live=topic.slug in live) for topic in library.topics]
    pieces += [_of_lost(entry, len(told.get(entry.slug, ()))) for entry in library.lost]
    return tuple(_unveiled(library, sorted(pieces, key=lambda piece: piece.slug)))


def _piece(library: Library, topic: Topic, told: Sequence[Diagnostic], *, live: bool) -> Piece:
    found, record = standing(library, topic.slug), topic.record
    edition = found.approved.edition if found.approved else None
    going_out = sum(_stops(edition, diagnostic) for diagnostic in told)
    return Piece(
        slug=topic.slug,
        title=edition.record.title if edition else record.title,
        kind=record.kind,
        status=record.status,
        live=live,
        state=state_of(library, topic, Errors(len(told), going_out)),
        errors=len(told),
        lead=record.lead or "",
        brief=record.brief,
        next=record.next,
        review_by=record.review_by,
        statement=(edition.record.statement if edition else record.statement) or "",
    )


def _stops(edition: Edition | None, diagnostic: Diagnostic) -> bool:
    """Whether an error keeps the words of this edition from going out; any does where there is none."""
    return edition is None or concerns(folder_of(edition.slug, edition.number), diagnostic)


def _of_lost(entry: Lost, errors: int) -> Piece:
    urgency = Urgency.MAKING if entry.published is False else Urgency.STOPS
    step = Step("mend the record", command=f"shelfready check {quote(f'{TOPICS}{entry.slug}.yml')}", urgency=urgency)
    clauses = ("record cannot be read", *([counted(errors, "error")] if errors else []))
    state = State(Group.MAKING, clauses, step=step)
    return Piece(entry.slug, entry.slug, "", "", live=False, state=state, errors=errors)


def veil_of(library: Library, texts: Iterable[str]) -> Veil:
    """What makes these texts fit for everybody: what any file holds for few people is left out."""
    private = [(found.place.path, found.secret.value) for found in all_private(library)]
    shown = veiled([("", text) for text in texts], private, lambda secret: is_private(library, secret))
    return lambda text: shown["", text]


def _unveiled(library: Library, pieces: list[Piece]) -> Iterator[Piece]:
    veil = veil_of(library, (text for piece in pieces for text in _texts(piece)))
    return (_mapped(piece, veil) for piece in pieces)


def _texts(piece: Piece) -> Iterator[str]:
    """Every text of a piece that somebody wrote."""
    collected: list[str] = []

    def collect(text: str) -> str:
        collected.append(text)
        return text

    _mapped(piece, collect)
    return iter(collected)


def _mapped(piece: Piece, change: Veil) -> Piece:
    """The piece with each text changed that somebody wrote; keys, states and commands are the tool's own."""
    state, step = piece.state, piece.state.step
    agreed = piece.next
    if agreed:
        agreed = agreed.model_copy(update={"who": change(agreed.who), "what": change(agreed.what)})
    return replace(
        piece,
        title=change(piece.title),
        lead=change(piece.lead),
        brief=tuple(map(change, piece.brief)),
        next=agreed,
        statement=change(piece.statement),
        state=replace(
            state,
            clauses=tuple(map(change, state.clauses)),
            remarks=tuple(map(change, state.remarks)),
            step=replace(step, what=change(step.what), on=tuple(map(change, step.on))) if step else None,
        ),
    )
