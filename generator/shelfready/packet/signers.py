"""What the sign-offs of an edition come to in, who has signed, who still must, and with which line out."""

from __future__ import annotations

from datetime import date

from shelfready.model.desk import Desk
from shelfready.model.edition import Given
from shelfready.model.library import Library
from shelfready.packet.model import Answer, Signer
from shelfready.replies import reference
from shelfready.signing import why_void
from shelfready.standing import ANYBODY, Judged, fulfils, spelt_role, who_may

__all__ = ["answers", "awaited", "signers"]

_REPLIES = {"refuse": "refused", "approve-with": "approved on a condition"}


def signers(library: Library, desk: Desk, judged: Judged) -> tuple[Signer, ...]:
    """Every role that must sign, then answers that were no approval."""
    replies = (given for given in judged.open_replies if not why_void(library, judged.edition, given))
    return (
        *(_signer(desk, judged, role, library.as_of) for role in judged.needed if _is_told(judged, role)),
        *(_replied(desk, given) for given in replies),
    )


def _is_told(judged: Judged, role: str) -> bool:
    """Any voice of an owner is no role to fill: it is told where it alone is missing."""
    return role.rpartition(" ")[2] != ANYBODY or role in judged.missing


def awaited(desk: Desk, roles: tuple[str, ...], owners: tuple[str, ...], as_of: date) -> tuple[Signer, ...]:
    """Who will have to sign what was not submitted yet."""
    return tuple(_missing(desk, role, owners, as_of) for role in roles)


def _signer(desk: Desk, judged: Judged, role: str, as_of: date) -> Signer:
    if found := next((given for given in judged.valid if fulfils(given, role)), None):
        return _given(desk, found, spelt_role(desk, role), "approved")
    return _missing(desk, role, judged.edition.record.owners, as_of)


def _replied(desk: Desk, given: Given) -> Signer:
    answer = getattr(given.record, "answer", "refuse")
    return _given(desk, given, given.record.role, _REPLIES[answer])


def _given(desk: Desk, given: Given, role: str, state: str) -> Signer:
    """Who said what; where the evidence is kept concerns nobody else."""
    record = given.record
    organisation = desk.organisations.get(record.organisation)
    name = organisation.name if organisation else record.organisation
    return Signer(role, state, record.person, name, record.date, given.remark)


def _missing(desk: Desk, role: str, owners: tuple[str, ...], as_of: date) -> Signer:
    may = tuple(person.name for person in who_may(desk, role, owners, as_of))
    return Signer(spelt_role(desk, role), "not yet signed", may=may)


def answers(desk: Desk, judged: Judged, as_of: date) -> tuple[Answer, ...]:
    """The answers of everybody whose sign-off is missing; none for one who has given every other one."""
    record = judged.edition.record
    signed = {given.record.person for given in judged.valid}
    last = len(judged.missing) == 1 and len(judged.needed) > 1
    found = {}
    for role in judged.missing:
        for person in who_may(desk, role, record.owners, as_of):
            asked = role.rpartition(" ")[2]
            name = person.roles[0] if asked == ANYBODY else asked
            if not (last and signed == {person.name}):
                found[name, person.name] = Answer(person.name, name, reference(record, name, person.name))
    return tuple(found.values())
