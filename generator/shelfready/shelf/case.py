"""A topic and its errors in, what a state follows from out: who leads it, who could sign, how far its draft moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from shlex import quote

from shelfready.model.edition import Given
from shelfready.model.library import Library, Topic
from shelfready.model.record import TopicRecord
from shelfready.model.shelf import Step
from shelfready.report.text import counted
from shelfready.signing import why_void
from shelfready.standing import Judged, Standing, ahead, changed_terms, spelt_role, who_may
from shelfready.wording import picture_bytes, picture_digests

__all__ = ["Case", "Errors", "Urgency"]


class Urgency(IntEnum):
    """What comes first: what keeps the site from being built; what is only being written comes last."""

    STOPS = 0
    REFUSED = 1
    UNSIGNED = 2
    OVERDUE = 3
    BEHIND = 4
    UNSUBMITTED = 5
    LEADLESS = 6
    MAKING = 7


@dataclass(frozen=True, slots=True)
class Errors:
    """How many errors of `check` a topic has."""

    every: int = 0
    going_out: int = 0
    """Those that keep its approved words from going out; the others are in what is being written."""


@dataclass(frozen=True, slots=True)
class Case:
    """A topic with all that its state follows from."""

    library: Library
    topic: Topic
    found: Standing
    errors: Errors

    @property
    def name(self) -> str:
        """The topic's name for a command line: a file may be called anything."""
        return quote(self.topic.slug)

    @property
    def record(self) -> TopicRecord:
        """The record as people write it."""
        return self.topic.record

    @property
    def lead(self) -> tuple[str, ...]:
        """The lead, if there is one."""
        return (self.record.lead,) if self.record.lead else ()

    @property
    def review_passed(self) -> bool:
        """Whether the day has passed by which somebody was to read it again."""
        return self.record.review_by is not None and self.record.review_by < self.library.as_of

    def step(self, what: str, command: str, urgency: Urgency, since: date | None = None) -> Step:
        """A step of the lead's."""
        return Step(what, self.lead, since, command=f"shelfready {command}" if command else "", urgency=urgency)

    def mend(self, urgency: Urgency | None = None) -> Step:
        """What to do about errors; most urgent where readers have a page of it, because nothing new is built."""
        last = self.found.history.last
        is_out = self.record.status == "published" or (last is not None and last.action != "withdraw")
        own = Urgency.STOPS if is_out else Urgency.UNSUBMITTED
        what = f"mend {counted(self.errors.every, 'error')}"
        return self.step(what, f"check {quote(self.topic.record_path)}", own if urgency is None else urgency)

    def roles(self, roles: Sequence[str]) -> tuple[str, ...]:
        """Roles as people say them."""
        return tuple(spelt_role(self.library.desk, role) for role in roles)

    def replies(self, judged: Judged) -> list[Given]:
        """Answers that were no approval, refusals first; those about other words are left out."""
        found = [given for given in judged.open_replies if not why_void(self.library, judged.edition, given)]
        return sorted(found, key=lambda given: (given.words != "refused", given.record.date))

    def ahead(self, judged: Judged) -> int:
        """By how many words the draft differs; a draft that is what was frozen is not rendered again for that."""
        was, record, draft = judged.edition.record, self.record, self.topic.draft
        same = (
            judged.sound
            and (record.title, record.statement) == (was.title, was.statement)
            and (draft.text if draft else "").strip("\n") == was.draft.strip("\n")
            and [(s.title, s.url) for s in record.sources] == [(s.title, s.url) for s in was.sources]
            and picture_digests(picture_bytes(self.library, self.topic)) == dict(was.pictures)
        )
        return 0 if same else ahead(self.library, self.topic, judged)

    def terms(self, judged: Judged) -> tuple[str, ...]:
        """Keys of the record that differ from a sound edition's terms."""
        return changed_terms(self.library, self.topic, judged) if judged.sound else ()

    def signers(self, role: str, judged: Judged) -> Iterator[str]:
        """Who in desk.yml could sign in this role today; not whoever would then be the only one who signed at all."""
        signed = {given.record.person for given in judged.valid}
        alone = signed if len(signed) == 1 == len(judged.missing) else set()
        desk, today = self.library.desk, self.library.as_of
        assert desk is not None, "states are told of a desk that can be read"
        for person in who_may(desk, role, self.record.owners, today):
            if person.name not in alone:
                yield person.name
