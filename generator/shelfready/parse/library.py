"""Raw files and rendered texts in, a frozen `Library` out; bad content becomes faults in it, never an exception.

Every topic is read on its own, so a fault in one hides nothing in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shelfready.model.desk import Desk
from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.library import Library, Lost, Page, Topic
from shelfready.model.place import Place, Where
from shelfready.model.record import TopicRecord
from shelfready.parse.editions import histories
from shelfready.parse.house import house_of, marks_of
from shelfready.parse.paths import CONTENT, DESK, DOCS, DRAFTS, TOPICS, slug_of
from shelfready.parse.positions import Positions
from shelfready.parse.private import private
from shelfready.parse.prose import Rendered
from shelfready.parse.record import guess, record
from shelfready.parse.statics import statics
from shelfready.parse.strays import strays
from shelfready.parse.trouble import trouble
from shelfready.parse.value_words import Names

__all__ = ["desk_of", "library"]


def library(files: Mapping[str, RawFile], texts: Iterable[Rendered], as_of: date, forecast: int = 0) -> Library:
    """Everything below content/ and docs/ as one value.

    Args:
        files: what `read.tree` found.
        texts: what `parse.prose` made of `jobs(files)`, in that order; perhaps still at work in other processes.
        as_of: the day on which the library is judged.
        forecast: how many days ahead dates are looked at.
    """
    desk, desk_where, faults = desk_of(files)
    records = _records(files, _names(desk))
    house = house_of(files.get(DESK))
    secrets = tuple(private(files, house))
    rendered = {text.path: text for text in texts}  # last, as the texts may still be at work in other processes
    topics, lost = _topics(records, rendered)
    written, more = histories(files, {entry.slug for entry in records})
    return Library(
        as_of=as_of,
        horizon=as_of + timedelta(days=forecast),
        desk=desk,
        desk_where=desk_where,
        marks=marks_of(files.get(DESK)),
        topics=tuple(topics),
        pages=tuple(_pages(rendered)),
        statics=statics(files),
        lost=tuple(lost),
        histories=written,
        house=house,
        private=secrets,
        faults=(
            *faults,
            *more,
            *(fault for entry in records for fault in entry.faults),
            *(fault for text in rendered.values() for fault in text.faults),
            *strays(files, {entry.slug for entry in records}),
        ),
    )


def desk_of(files: Mapping[str, RawFile]) -> tuple[Desk | None, Where, tuple[Fault, ...]]:
    """desk.yml alone: the desk, where its values stand, and what is wrong with it."""
    raw = files.get(DESK)
    if raw is None and CONTENT in files:
        fault = trouble(files[CONTENT])
        return (
            None,
            Positions(DESK),
            (Fault(fault.code, Place(DESK), f"content/ is {files[CONTENT].trouble}", fault.fix),),
        )
    if raw is None:
        fix = "Copy content/desk.yml from the example and change its names."
        return None, Positions(DESK), (Fault("LOD010", Place(DESK), "the desk's own file is missing", fix),)
    return record(raw, Desk)


def _names(desk: Desk | None) -> Names:
    if desk is None:
        return {}
    return {
        "kind": {name: kind.label for name, kind in desk.kinds.items()},
        "owners": {name: organisation.name for name, organisation in desk.organisations.items()},
        "audiences": {name: audience.label for name, audience in desk.audiences.items()},
    }


@dataclass(frozen=True, slots=True)
class _Record:
    slug: str
    raw: RawFile
    found: TopicRecord | None
    where: Where
    faults: tuple[Fault, ...]


def _records(files: Mapping[str, RawFile], names: Names) -> list[_Record]:
    paths = [path for path in files if path.startswith(TOPICS) and path.endswith(".yml")]
    return [
        _Record(slug, files[path], *record(files[path], TopicRecord, slug, names))
        for path in paths
        if path == f"{TOPICS}{(slug := slug_of(path))}.yml"
    ]


def _topics(records: list[_Record], rendered: Mapping[str, Rendered]) -> tuple[list[Topic], list[Lost]]:
    topics: list[Topic] = []
    lost: list[Lost] = []
    for entry in records:
        text = rendered.get(f"{DRAFTS}{entry.slug}.md")
        draft = text.prose if text else None
        if entry.found is None:
            lost.append(guess(entry.raw, entry.slug, draft))
        else:
            topics.append(Topic(entry.slug, entry.found, entry.where, draft))
    return topics, lost


def _pages(rendered: Mapping[str, Rendered]) -> Iterator[Page]:
    for path, text in rendered.items():
        if path.startswith(DOCS) and text.prose is not None:
            yield Page(path[len(DOCS) :], text.prose)
