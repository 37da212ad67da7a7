"""An edition and a sign-off in, why it does not count out; '' if it does. The one place that says who may sign what."""

from __future__ import annotations

import re
from datetime import date

from shelfready.model.desk import Desk, Person
from shelfready.model.edition import Edition, Given, Signature
from shelfready.model.library import Library
from shelfready.wording import digest_of

__all__ = ["may_sign", "person_named", "telling", "why_void"]

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+|://|\bwww\.|\b[\w-]+\.(?:com|org|net|eu|gov|edu)\b", re.IGNORECASE)
_MAIL = re.compile(r"\b(?:from|to|cc|subject|sent|date|re|fwd?|von|an|betreff)\s*:|(?:^|\s)>|\bdear\b", re.IGNORECASE)
_MOST_EVIDENCE = 160


def why_void(library: Library, edition: Edition, given: Given) -> str:
    """Why a sign-off or reply says nothing about this edition, as a clause; '' if it counts."""
    record = given.record
    if why := _other_words(edition, record):
        return why
    if given.name.partition("-")[2] != f"{record.organisation}-{record.role}":
        return f"its file is called {given.name}.yml, and it is from {record.organisation} {record.role}"
    if library.desk is None:
        return "desk.yml cannot be read"
    if why := may_sign(library.desk, edition.record.owners, record, record.date):
        return why
    if record.date < edition.record.submitted:
        return f"it is dated {record.date}, before the edition was submitted on {edition.record.submitted}"
    return f"it is dated {record.date}, after {library.as_of}" if record.date > library.as_of else ""


def _other_words(edition: Edition, record: Signature) -> str:
    if record.topic != edition.slug:
        return f"it is for the topic '{record.topic}'"
    if record.edition != edition.number:
        return f"it is for edition {record.edition}"
    return "" if record.digest == digest_of(edition) else "its digest is not that of these words and terms"


def may_sign(desk: Desk, owners: tuple[str, ...], who: Signature, on: date) -> str:
    """Why this person may not sign so, as a clause; '' if they may: for their own organisation, in a role of theirs.

    The organisation is an owner of the piece, or the one that publishes the site.
    """
    person = person_named(desk, who.person)
    if person is None:
        return f"desk.yml names nobody '{who.person}'"
    if person.organisation != who.organisation:
        return f"{person.name} signs for {person.organisation}, not for {who.organisation}"
    if who.role not in person.roles:
        has = f"the role{'s' * (len(person.roles) > 1)} {', '.join(person.roles)}" if person.roles else "no role"
        return f"{person.name} has {has}, not {who.role}"
    if who.organisation not in (*owners, desk.site.publisher):
        return f"{who.organisation} is no owner of the piece"
    if person.until and on > person.until:
        return f"{person.name} could sign until {person.until}"
    return ""


def person_named(desk: Desk, name: str) -> Person | None:
    """The person of this name in desk.yml."""
    return next((person for person in desk.people if person.name == name), None)


def telling(evidence: str) -> str:
    """Why the evidence is more than a pointer, as the end of a sentence; '' if it is one."""
    if _ADDRESS.search(evidence):
        return "holds an address"
    if _MAIL.search(evidence):
        return "holds parts of a mail"
    if len(evidence) > _MOST_EVIDENCE:
        return f"has {len(evidence)} characters, more than the {_MOST_EVIDENCE} of a pointer"
    return ""
