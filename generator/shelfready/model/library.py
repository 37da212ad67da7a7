"""Everything that was read, as one frozen value; the checks and the pages are functions of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from shelfready.model.desk import Desk, Kind
from shelfready.model.edition import Edition, History
from shelfready.model.finding import Fault
from shelfready.model.house import House
from shelfready.model.place import Place, Where
from shelfready.model.prose import Prose
from shelfready.model.reading import Secret
from shelfready.model.record import TopicRecord


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """A record that could be read, with its draft if there is one; compared by identity, as the library is."""

    slug: str
    record: TopicRecord
    where: Where
    draft: Prose | None = None
    edition: Edition | None = None
    """The edition whose words these are; None where record and draft are as people write them."""

    @property
    def record_path(self) -> str:
        """The file of the record."""
        return self.where().path

    @property
    def draft_path(self) -> str:
        """The file of the draft, also where there is none yet."""
        return f"content/drafts/{self.slug}.md"

    @property
    def under_review(self) -> bool:
        """From review on a piece must be complete (design section 3)."""
        return self.record.status in ("review", "published")


@dataclass(frozen=True, slots=True)
class Lost:
    """A topic whose record could not be read, with what could be guessed of it."""

    slug: str
    path: str
    published: bool | None
    """What its `status:` line says; None if not even that can be read."""
    draft: Prose | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A Markdown text with what it belongs to: a draft, or a page below `docs/`."""

    prose: Prose
    topic: Topic | None
    slug: str
    """The topic's slug, also where its record could not be read; '' for pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """A hand-written page below `docs/`."""

    path: str
    """Path below `docs/`, such as about.md."""
    prose: Prose

    @property
    def public(self) -> bool:
        """The authors' guide stays in the preview and the repository."""
        return not self.path.startswith("guide/")


@dataclass(frozen=True, slots=True)
class Private:
    """Something private in a file, with its place."""

    place: Place
    secret: Secret
    slug: str = ""


@dataclass(frozen=True, eq=False)
class Library:
    """What parse made of the files, and the day on which it is judged.

    Compared by identity, so that functions of a library can keep their result.
    """

    as_of: date
    horizon: date
    """The last day at which dates are looked: `as_of`, or later where somebody asked for a forecast."""
    desk: Desk | None
    desk_where: Where
    marks: tuple[tuple[str, str], ...] = ()
    """Owner marks of the desk: key and label, sorted."""
    topics: tuple[Topic, ...] = ()
    """In the order of their slugs."""
    pages: tuple[Page, ...] = ()
    statics: Mapping[str, bytes] = field(default_factory=dict)
    """Other files below `docs/` (path below it) and pictures of drafts (`answers/images/...`)."""
    lost: tuple[Lost, ...] = ()
    histories: Mapping[str, History] = field(default_factory=dict)
    """Editions and log of each topic that has any, by slug."""
    house: House = field(default_factory=House)
    """The desk's own words, with which every text was read."""
    private: tuple[Private, ...] = ()
    """What records and other files hold that belongs to few people; of Markdown texts their reading says it."""
    faults: tuple[Fault, ...] = ()

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every draft, also of topics whose record could not be read, then every page below docs/."""
        drafts = [Text(topic.draft, topic, topic.slug) for topic in self.topics if topic.draft]
        drafts += [Text(entry.draft, None, entry.slug) for entry in self.lost if entry.draft]
        return (*drafts, *(Text(page.prose, None, "") for page in self.pages))

    def history(self, slug: str) -> History:
        """Editions and log of a topic; an empty one where there are none."""
        return self.histories.get(slug) or History(slug)

    def kind(self, topic: Topic) -> Kind | None:
        """The kind of a topic, if desk.yml has it."""
        return self.desk.kinds.get(topic.record.kind) if self.desk else None

    def is_in_its_language(self, topic: Topic) -> bool:
        """Whether a topic is in the language of the desk, for which lists and formulas are made."""
        language = topic.record.language
        return not (language and self.desk) or language.partition("-")[0].lower() == self.desk.site.language

    def faults_of(self, code: str) -> Iterator[Fault]:
        """The faults that the rule with this code reports."""
        return (fault for fault in self.faults if fault.code == code)
