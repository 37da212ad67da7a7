"""Library in, every run of text that readers may see out: what phrase rules search, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from shelfready.markup.mask import place_at
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place, Where
from shelfready.model.record import TopicRecord

__all__ = ["OTHERS_WORDS", "Passage", "passages", "running"]

Path = tuple[str | int, ...]

OTHERS_WORDS = frozenset(["sources", "responds_to"])
"""Keys of a record that name documents and reports as others called them."""

_DESK_INTERNAL = frozenset(["people", "severities", "terms", "contacts"])
"""Keys of desk.yml whose values never reach a page."""

_SENTENCES = frozenset(["statement", "notice", "description", "boilerplate", "reason"])
"""Labels of values that are read as sentences; others are names and lines."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text with a way from an offset in it to a place in a file."""

    text: str
    """Code is blanked out."""
    path: str
    """The file, for texts that are a whole file."""
    where: Where | None
    """Places of the record's values; None where the text is a whole file, so that offsets have exact places."""
    key: Path
    """Path of the value in its record."""
    topic: Topic | None
    slug: str
    label: str
    """What an author calls it: 'draft', 'page', 'title', 'notice'."""

    def place(self, offset: int) -> Place:
        """The place of a character of the text."""
        return self.where(*self.key) if self.where else place_at(self.path, self.text, offset)


@lru_cache(maxsize=2)
def passages(library: Library) -> tuple[Passage, ...]:
    """Drafts and pages, then the readers' strings of records and of desk.yml."""
    return tuple(_passages(library))


@lru_cache(maxsize=2)
def running(library: Library) -> tuple[Passage, ...]:
    """What records and desk.yml say in sentences of their own."""
    return tuple(passage for passage in passages(library) if passage.label in _SENTENCES)


def _passages(library: Library) -> Iterator[Passage]:
    for text in library.texts:
        label = "draft" if text.slug else "page"
        yield Passage(text.prose.masked, text.prose.path, None, (), text.topic, text.slug, label)
    for topic in library.topics:
        for path, value in _record_strings(topic.record):
            yield _passage(value, path, topic.where, topic)
        history = library.history(topic.slug)
        for number, entry in enumerate(history.log.entries if history.log else ()):
            if history.log_where and entry.action != "publish":
                yield _passage(entry.reason, ("entries", number, "reason"), history.log_where, topic)
    if library.desk:
        for path, value in _strings(library.desk, ()):
            if path[0] not in _DESK_INTERNAL:
                yield _passage(value, path, library.desk_where, None)


def _passage(value: str, key: Path, where: Where, topic: Topic | None) -> Passage:
    label = next(str(part) for part in reversed(key) if isinstance(part, str))
    return Passage(value, "", where, key, topic, topic.slug if topic else "", label)


def _record_strings(record: TopicRecord) -> Iterator[tuple[Path, str]]:
    """What a topic's page shows of its record."""
    yield ("title",), record.title
    if record.statement:
        yield ("statement",), record.statement
    for number, wording in enumerate(record.also_asked):
        yield ("also_asked", number), wording
    for number, source in enumerate(record.sources):
        yield ("sources", number, "title"), source.title
        yield ("sources", number, "url"), source.url
    if record.responds_to:
        yield from _strings(record.responds_to, ("responds_to",))


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text in a record, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _strings(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _strings(item, (*path, name))
