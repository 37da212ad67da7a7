"""Topics in, the day on which their page last changed out: from their own facts, never from a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from shelfready.model.library import Topic

__all__ = ["changed"]


def changed(topics: Iterable[Topic], as_of: date) -> str:
    """The newest day on which somebody opened a source of one of these topics, as 2026-11-20; '' if there is none.

    Args:
        topics: one for its page, several for a page that lists them.
        as_of: a day after this one is a slip, and check says so.
    """
    days = (source.accessed for topic in topics for source in topic.record.sources)
    newest = max((day for day in days if day <= as_of), default=None)
    return newest.isoformat() if newest else ""
