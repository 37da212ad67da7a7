"""The two doors: what may become public, and what is approved. Nothing else decides what goes out.

Editions and sign-offs do not exist yet. Until they do, a kind or an owner that requires a role keeps its pieces inside,
and a piece that requires none (design section 3: light) goes out as its draft stands once its status says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library, Topic
from shelfready.parse.paths import DRAFTS, GUIDE, TOPICS

__all__ = [
    "approved",
    "is_light",
    "lapsed",
    "missing_roles",
    "newest_date",
    "published",
    "security_is_current",
    "stopping",
]


def missing_roles(library: Library, topic: Topic) -> tuple[str, ...]:
    """The roles that would have to sign this piece: the kind's, and each owner's own as `owner role`."""
    kind, desk = library.kind(topic), library.desk
    roles = list(kind.sign_off) if kind else []
    for owner in topic.record.owners:
        organisation = desk.organisations.get(owner) if desk else None
        roles += [f"{owner} {role}" for role in organisation.sign_off] if organisation else []
    return tuple(roles)


def is_light(library: Library, topic: Topic) -> bool:
    """Whether nobody has to sign this piece."""
    return not missing_roles(library, topic)


@lru_cache(maxsize=4)
def approved(library: Library) -> tuple[Topic, ...]:
    """Door of the hand-outs and packets: pieces whose words somebody answers for.

    A light piece has no sign-off of its own, so the desk's decision to publish it is its approval.
    """
    return tuple(
        topic
        for topic in library.topics
        if topic.record.status == "published" and topic.draft and is_light(library, topic)
    )


@lru_cache(maxsize=4)
def published(library: Library) -> tuple[Topic, ...]:
    """Door of the site: the only topics that any file below `site/` may name."""
    return tuple(topic for topic in approved(library) if topic.record.status == "published")


def lapsed(library: Library) -> tuple[Topic, ...]:
    """Published topics whose review date has passed: their pages say so, and they stay."""
    return tuple(
        topic for topic in published(library) if topic.record.review_by and topic.record.review_by < library.as_of
    )


def security_is_current(library: Library) -> bool:
    """Whether security.txt may go out: a stale file is worse than none (RFC 9116 section 5.3)."""
    security = library.desk.security if library.desk else None
    return security is not None and library.as_of < security.expires


def newest_date(library: Library) -> date:
    """The newest date that the published pieces carry: the site's own clock, so that no other clock shows in it."""
    days = [
        source.accessed
        for topic in published(library)
        for source in topic.record.sources
        if source.accessed <= library.as_of
    ]
    return max(days, default=date(2020, 1, 1))


def stopping(library: Library, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors in what would go out (design section 5): desk.yml, public pages, and topics that say published."""
    going_out = {topic.slug for topic in library.topics if topic.record.status == "published"}
    going_out |= {entry.slug for entry in library.lost if entry.published is not False}
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.stops and diagnostic.severity is Severity.ERROR and _goes_out(diagnostic, going_out)
    )


def _goes_out(diagnostic: Diagnostic, going_out: set[str]) -> bool:
    if diagnostic.topic:
        return diagnostic.topic in going_out
    path = diagnostic.place.path
    return not path.startswith((GUIDE, TOPICS, DRAFTS))
