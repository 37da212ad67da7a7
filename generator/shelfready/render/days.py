"""Topics in, the day on which the page of each last changed out: from their own facts, never from a clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from shelfready.model.library import Library, Topic
from shelfready.render.provenance import provenance

__all__ = ["changed", "newest"]


def changed(library: Library, topics: Iterable[Topic]) -> Mapping[str, str]:
    """Slug -> the day, as 2026-11-20; '' where nothing says one.

    The day of its approval or of its newest entry in the log. A piece without either is as old as the last look at its
    sources; a day after today is a slip, of which check tells.
    """
    return {topic.slug: max(_days(library, topic), default="") for topic in topics}


def _days(library: Library, topic: Topic) -> Iterator[str]:
    told = provenance(library, topic)
    if decided := [str(told[name]) for name in ("approved_on", "updated_on") if name in told]:
        yield from decided
    else:
        days = (source.accessed for source in topic.record.sources)
        yield from (day.isoformat() for day in days if day <= library.as_of)


def newest(days: Mapping[str, str], topics: Iterable[Topic]) -> str:
    """The day of a page that lists these topics."""
    return max((days[topic.slug] for topic in topics), default="")
