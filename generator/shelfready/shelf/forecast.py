"""Library and pieces in, the dates that have passed or come up out: reviews, next steps, sources, contact, people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from shelfready.model.library import Library, Topic
from shelfready.model.shelf import Due, Piece
from shelfready.report.text import counted

__all__ = ["dues"]


def dues(library: Library, pieces: Iterable[Piece], veil: Callable[[str], str], *, whole: bool) -> tuple[Due, ...]:
    """What was due before today, then what comes up until the library's horizon, each by date.

    Args:
        library: for records, desk, day and horizon.
        pieces: the topics to look at, as the shelf has them.
        veil: makes what may be shown of a person's name in desk.yml.
        whole: whether dates that concern the desk as a whole belong to it, too.
    """
    topics = {topic.slug: topic for topic in library.topics}
    found = [due for piece in pieces if piece.slug in topics for due in _of_topic(library, topics[piece.slug], piece)]
    if whole:
        found += _of_desk(library, veil)
    return tuple(sorted(found, key=lambda due: (due.day, due.slug, due.what)))


def _due(library: Library, day: date, what: str, who: str, piece: Piece | None) -> Iterator[Due]:
    if day <= library.horizon:
        slug, title = (piece.slug, piece.title) if piece else ("", "")
        yield Due(day, what, who, slug, title, passed=day < library.as_of)


def _of_topic(library: Library, topic: Topic, piece: Piece) -> Iterator[Due]:
    record = topic.record
    if record.status == "withdrawn":
        return
    if record.review_by and (topic.under_review or piece.state.can_go_out):
        yield from _due(library, record.review_by, "review: read it again", piece.lead, piece)
    if piece.next and piece.next.by:
        yield from _due(library, piece.next.by, f"next step: {piece.next.what}", piece.next.who, piece)
    for day, number in _stale(library, topic):
        yield from _due(library, day, f"open {counted(number, 'source')} again", piece.lead, piece)


def _stale(library: Library, topic: Topic) -> Iterator[tuple[date, int]]:
    """The days on which sources are to be opened again, as rule SRC004 counts them, and how many on each."""
    if library.desk is None:
        return
    most = timedelta(days=library.desk.source_days + 1)
    days = [source.accessed + most for source in topic.record.sources if source.accessed <= date.max - most]
    yield from ((day, days.count(day)) for day in sorted(set(days)))


def _of_desk(library: Library, veil: Callable[[str], str]) -> Iterator[Due]:
    desk = library.desk
    if desk is None:
        return
    if desk.security:
        yield from _due(library, desk.security.expires, "security contact: security.txt expires", "", None)
    for person in desk.people:
        if person.until and person.until >= library.as_of:  # a person who has left is no news
            roles = ", ".join(person.roles)
            what = f"last day on which {veil(person.name)} can sign ({roles})" if roles else ""
            yield from _due(library, person.until, what, veil(person.name), None) if what else ()
