"""A topic record as its author writes it: `content/topics/<slug>.yml`, design section 3."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from shelfready.model.values import Address, Budget, Day, Key, Keys, Language, Line, Note, Text

Status = Literal["proposed", "drafting", "review", "published", "withdrawn"]


class Shape(BaseModel):
    """What all records have in common: frozen, no unknown keys, help text under each field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Source(Shape):
    """A public document that backs a fact in the piece."""

    title: Line
    """Title of the document, with its version or date."""
    url: Address
    """Where a reader can open it."""
    accessed: Day
    """The day on which somebody opened it."""


class RespondsTo(Shape):
    """What a piece of kind response answers."""

    title: Line
    """Headline of the report."""
    outlet: Line
    """Who published it."""
    url: Address
    """Where it stands."""
    date: Day
    """When it was published."""


class NextStep(Shape):
    """Who does what until when; never published."""

    who: Line
    """The person or group."""
    what: Line
    """The step."""
    by: Day | None = None
    """The day it is due."""


class Waiver(Shape):
    """A finding that somebody has looked at and lets stand; void as soon as its sentence is no longer in the words."""

    rule: Line
    """Code of the rule, such as TON003."""
    text: Text
    """The exact sentence, without signs of Markdown."""
    by: Line
    """Who lets it stand; one of the people in desk.yml."""
    reason: Line
    """Why."""


class TopicRecord(Shape):
    """One topic: what it is called, where it stands, who owns it and what it must say."""

    title: Line
    """The question or heading that readers see."""
    kind: Key
    """One of the kinds in desk.yml, such as answer, checklist, response or policy."""
    status: Status
    """The desk's decision: proposed, drafting, review, published or withdrawn."""
    lead: Line | None = None
    """Who writes it; needed from drafting on, never shown on a page."""
    owners: Keys
    """Organisations from desk.yml; more than one makes a joint piece."""
    audiences: Keys
    """Audiences from desk.yml."""
    budget: Budget | None = None
    """Most words of the draft; overrides the kind's budget."""
    brief: tuple[Line, ...] = ()
    """Content to be included; the reviewer's tick list, never published."""
    statement: Text | None = None
    """The answer in at most 50 words, quotable as it stands; needed from review on."""
    also_asked: tuple[Line, ...] = ()
    """Other wordings of the question, for search."""
    responds_to: RespondsTo | None = None
    """The report that a piece of kind response answers."""
    sources: tuple[Source, ...] = ()
    """Public documents that back the facts, in the order in which readers get them."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that stand for a reason; never published."""
    next: NextStep | None = None
    """The next step; never published."""
    review_by: Day | None = None
    """The day by which somebody reads the piece again; needed for published pieces."""
    language: Language | None = None
    """Language of this topic, such as en or en-GB; the desk's language where it is left out."""
    note: Note | None = None
    """A remark for colleagues; never published."""
