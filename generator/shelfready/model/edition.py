"""What the tool writes for each topic: frozen editions, sign-offs, replies and the log (design section 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from shelfready.model.place import Where
from shelfready.model.record import RespondsTo, Shape, Source, Waiver
from shelfready.model.values import Day, Key, Keys, Language, Line, Slug, Text, Whole, refused

LAST_NUMBER = 9999
"""The highest number that the folder of an edition may have."""

_DIGEST = re.compile(r"[0-9a-f]{64}\Z")
_ROLE = re.compile(r"[a-z0-9-]+(?: [a-z0-9-]+)?\Z", re.ASCII)


def _digest(value: str) -> str:
    if not _DIGEST.match(value):
        message = f"'{value[:20]}' is not a whole digest: {len(value)} characters in place of 64 from 0-9 and a-f"
        raise refused("digest", message, "Take it back with 'shelfready unsign', and sign again.")
    return value


def _role(value: str) -> str:
    if not _ROLE.match(value):
        raise refused("role", f"'{value[:40]}' is no role", "Restore the file from the repository's history.")
    return value


Digest = Annotated[str, AfterValidator(_digest)]
"""SHA-256 in hex."""

Role = Annotated[str, StringConstraints(max_length=121), AfterValidator(_role)]
"""A role of the kind, such as counsel; or an owner's own, such as 'example-desk counsel'."""


class EditionRecord(Shape):
    """`content/editions/TOPIC/N/words.yml`: words and terms of one edition, written once by `submit`."""

    recipe: Whole
    """Version of the recipe by which words and digest were made."""
    topic: Slug
    """The topic."""
    edition: Annotated[Whole, Field(ge=1)]
    """Number of the edition, from 1."""
    submitted: Day
    """The day on which it was frozen."""
    digest: Digest
    """What sign-offs are bound to: SHA-256 of recipe, terms and words."""
    surround: Digest
    """Digest of notice and boilerplate as they were."""
    kind: Key
    """Kind of the piece; a term."""
    owners: Keys
    """Its owners, in their order; a term."""
    roles: tuple[Role, ...]
    """Who must sign: roles of the kind, and 'owner role' for an owner's own; a term."""
    minor: Annotated[Whole, Field(ge=1)] | None = None
    """The edition of which this one is a small change, if it is one; a term."""
    language: Language
    """Language of the words; a term."""
    responds_to: RespondsTo | None = None
    """The report that a response answers; a term, because its page shows it."""
    also_asked: tuple[Line, ...] = ()
    """Other wordings of the question; a term, because the page shows those that are questions."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that stand for a reason; a term, never published."""
    title: Line
    """As in the record when it was frozen."""
    statement: Text | None = None
    """The answer in short."""
    sources: tuple[Source, ...] = ()
    """Title and address are words, the date is not."""
    pictures: Mapping[str, Digest] = {}
    """Digest of each picture; a copy of it stands beside this file."""
    draft: str
    """The draft in Markdown: what the page is drawn from."""
    words: str
    """The reader's words: what was read and signed."""


class Signature(Shape):
    """What a sign-off and a reply have in common."""

    topic: Slug
    """The topic."""
    edition: Whole
    """The edition that was read."""
    digest: Digest
    """The digest of its words and terms, whole."""
    role: Key
    """In which role the person answers."""
    person: Line
    """Who answers, as desk.yml names them."""
    organisation: Key
    """For whom."""
    date: Day
    """When."""
    evidence: Line
    """Where the answer is kept, such as 'mail of 2026-11-20, held by the secretariat'; never published."""


class SignOff(Signature):
    """`signoff-OWNER-ROLE.yml`: somebody approved exactly these words."""


class Reply(Signature):
    """`reply-OWNER-ROLE.yml`: somebody answered, and it is no approval."""

    answer: Literal["approve-with", "refuse"]
    """Approved on condition, or refused."""
    remark: Text | None = None
    """The condition or the reason; never published."""


class LogEntry(Shape):
    """One publication, correction or withdrawal."""

    date: Day
    """When it was decided."""
    person: Line
    """Who decided."""
    action: Literal["publish", "correct", "withdraw"]
    """What was done."""
    edition: Annotated[Whole, Field(ge=1)] | None = None
    """The edition that went out or was taken down; none for a piece that nobody has to sign."""
    reason: Line
    """Why; readers see it with a correction or a withdrawal."""
    on_behalf_of: Key | None = None
    """The owner who asked for a withdrawal."""
    replaced_by: Slug | None = None
    """The topic that takes the place of a withdrawn one."""

    def undoes(self, before: LogEntry | None) -> Key | None:
        """The owner at whose request the entry before took the same words down that this one puts out."""
        if before is None or before.action != "withdraw" or self.action == "withdraw" or self.edition != before.edition:
            return None
        return before.on_behalf_of


class Log(Shape):
    """`content/log/TOPIC.yml`."""

    entries: Annotated[tuple[LogEntry, ...], Field(min_length=1)]
    """Oldest first."""


@dataclass(frozen=True, slots=True)
class Given:
    """A sign-off or reply with the place of its file."""

    record: SignOff | Reply
    where: Where
    name: str
    """File name without its ending, such as signoff-example-desk-editor."""

    @property
    def words(self) -> str:
        """What the person did, as the verb of a sentence."""
        if isinstance(self.record, SignOff):
            return "approved"
        return "refused" if self.record.answer == "refuse" else "approved, on a condition,"

    @property
    def remark(self) -> str:
        """The condition or the reason, if there is one."""
        return self.record.remark or "" if isinstance(self.record, Reply) else ""


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """An edition whose words.yml could be read, with what people said to it; compared by identity."""

    slug: str
    """Topic, by its folder."""
    number: int
    """Number, by its folder."""
    record: EditionRecord
    where: Where
    signoffs: tuple[Given, ...] = ()
    replies: tuple[Given, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    """Pictures beside words.yml, by their names."""

    @property
    def terms(self) -> dict[str, object]:
        """Terms as the digest takes them."""
        return self.record.model_dump(mode="json", exclude_none=True)


@dataclass(frozen=True, slots=True)
class History:
    """Everything the tool wrote about one topic."""

    slug: str
    editions: tuple[Edition, ...] = ()
    """In the order of their numbers."""
    log: Log | None = None
    log_where: Where | None = None
    broken: bool = False
    """Whether a file of it could not be read."""

    @property
    def last(self) -> LogEntry | None:
        """The newest entry of the log."""
        return self.log.entries[-1] if self.log else None

    def edition(self, number: int) -> Edition | None:
        """The edition with this number."""
        return next((edition for edition in self.editions if edition.number == number), None)
