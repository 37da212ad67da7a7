"""The two doors: what may become public, and what is approved. Nothing else decides what goes out.

Both hand out topics whose title, statement, draft and sources are those of an approved edition. A piece that nobody has
to sign (design section 3: light) goes out as its draft stands once its status says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from shelfready.model.edition import Edition
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library, Topic
from shelfready.parse.paths import DRAFTS, EDITIONS, GUIDE, LOG, TOPICS
from shelfready.standing import standing
from shelfready.wording import edition_prose

__all__ = [
    "approved",
    "as_edition",
    "concerns",
    "is_light",
    "lapsed",
    "missing_roles",
    "newest_date",
    "on_the_shelf",
    "published",
    "security_is_current",
    "stopping",
    "withdrawn",
]

_OF_WORDS_AS_TYPED = ("REC", "LOD", "NAM", "STA", "EDN", "SGN")
"""Rules that concern a topic whose approved edition is out; all others look at words that do not go out."""

_NAMELESS = "A withdrawn piece"
"""Title on the page of a withdrawn piece whose own title nobody answers for."""


def missing_roles(library: Library, topic: Topic) -> tuple[str, ...]:
    """The roles that have not signed the newest edition; all that the piece needs where there is none."""
    found = standing(library, topic.slug)
    if found.newest:
        return found.newest.missing
    return found.needed


def is_light(library: Library, topic: Topic) -> bool:
    """Whether nobody has to sign this piece."""
    return standing(library, topic.slug).light


@lru_cache(maxsize=4)
def approved(library: Library) -> tuple[Topic, ...]:
    """Door of the hand-outs and packets: pieces whose words somebody answers for, live or dark.

    A light piece has no sign-off of its own, so the desk's decision to publish it is its approval.
    """
    return tuple(_approved(library))


def _approved(library: Library) -> Iterator[Topic]:
    for topic in library.topics:
        found = standing(library, topic.slug)
        if topic.record.status == "withdrawn":
            continue
        if found.light:
            if topic.record.status == "published" and topic.draft:
                yield topic
        elif found.approved:
            yield as_edition(library, topic, found.approved.edition)


@lru_cache(maxsize=4)
def published(library: Library) -> tuple[Topic, ...]:
    """Door of the site: the only topics whose words any file below `site/` may show."""
    return tuple(topic for topic in approved(library) if topic.record.status == "published")


def on_the_shelf(library: Library) -> tuple[Topic, ...]:
    """Pieces that are approved and not published: design section 3 calls them dark."""
    return tuple(topic for topic in approved(library) if topic.record.status != "published")


@lru_cache(maxsize=4)
def withdrawn(library: Library) -> tuple[Topic, ...]:
    """Topics that were public and whose addresses stay, with the reason or a way to what replaces them."""
    return tuple(_withdrawn(library))


def _withdrawn(library: Library) -> Iterator[Topic]:
    for topic in library.topics:
        found = standing(library, topic.slug)
        last = found.history.last
        if topic.record.status == "withdrawn" and last and last.action == "withdraw":
            was = next((one for one in found.editions if one.edition.number == last.edition and one.approved), None)
            nameless = topic.record.model_copy(update={"title": _NAMELESS, "statement": None, "sources": ()})
            unsigned = topic if found.light else replace(topic, record=nameless)
            yield as_edition(library, topic, was.edition) if was else unsigned


def as_edition(library: Library, topic: Topic, edition: Edition) -> Topic:
    """The topic with the words of an edition in place of those that are being worked on."""
    was = edition.record
    record = topic.record.model_copy(
        update={
            name: getattr(was, name)
            for name in ("title", "statement", "sources", "also_asked", "responds_to", "kind", "owners", "language")
        }
    )
    return replace(topic, record=record, draft=edition_prose(library, edition), edition=edition)


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
    """The newest date that the public pieces carry: the site's own clock, so that no other clock shows in it."""
    return max((day for day in _dates(library) if day <= library.as_of), default=date(2020, 1, 1))


def _dates(library: Library) -> Iterator[date]:
    for topic in (*published(library), *withdrawn(library)):
        yield from (source.accessed for source in topic.record.sources)
        history = library.history(topic.slug)
        yield from (entry.date for entry in (history.log.entries if history.log else ()))
        if topic.edition:
            yield topic.edition.record.submitted
            yield from (given.record.date for given in topic.edition.signoffs)


def stopping(library: Library, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors in what would go out (design section 5): desk.yml, public pages, and topics that say published."""
    going_out = {topic.slug for topic in library.topics if _is_or_was_out(library, topic)}
    going_out |= {entry.slug for entry in library.lost if entry.published is not False}
    live = {topic.slug: "" for topic in withdrawn(library)}
    live |= {t.slug: f"{EDITIONS}{t.slug}/{t.edition.number}/" for t in published(library) if t.edition}
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.stops
        and diagnostic.severity is Severity.ERROR
        and _goes_out(diagnostic, going_out)
        and _is_of_live_words(diagnostic, live)
    )


def _is_or_was_out(library: Library, topic: Topic) -> bool:
    """Whether the record or the log says that readers have a page of it."""
    last = library.history(topic.slug).last
    return topic.record.status == "published" or last is not None


def _goes_out(diagnostic: Diagnostic, going_out: set[str]) -> bool:
    path = diagnostic.place.path
    if diagnostic.topic:  # only what is or was public has a log, which says what its page is
        return diagnostic.topic in going_out or path.startswith(LOG)
    return not path.startswith((GUIDE, TOPICS, DRAFTS, EDITIONS, LOG))


def _is_of_live_words(diagnostic: Diagnostic, live: dict[str, str]) -> bool:
    folder = live.get(diagnostic.topic)
    return folder is None or concerns(folder, diagnostic)


def concerns(folder: str, diagnostic: Diagnostic) -> bool:
    """Whether a finding is about the edition in this folder; a draft that is being argued over stops nothing."""
    path = diagnostic.place.path
    if path.startswith((EDITIONS, LOG)):
        return path.startswith((folder, LOG))
    return diagnostic.code.startswith(_OF_WORDS_AS_TYPED) and not path.startswith(DRAFTS)
