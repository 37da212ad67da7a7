"""What `build` says at its end: why there is no new site, or what the new one holds, what lapsed, and the next step."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Severity
from shelfready.model.library import Topic
from shelfready.publication import lapsed, published, security_is_current
from shelfready.publishing import Outcome
from shelfready.reading.disclosure import secrets
from shelfready.report import text
from shelfready.report.escape import printable
from shelfready.settings import Settings

__all__ = ["failure", "success"]

_MOST = 30
"""Findings that a person reads; the rest mostly have the same cause."""


def failure(outcome: Outcome, settings: Settings) -> str:
    """The findings that stopped the build, then one line on what that means."""
    target = _shown(settings)
    former = f"The former {target} stays as it was." if settings.target.exists() else f"There is no {target} yet."
    shown, more = outcome.stopping[:_MOST], len(outcome.stopping) - _MOST
    rest = f"... and {more} more.\n" if more > 0 else ""
    return f"{text.findings(shown)}{rest}Nothing was published: {text.tally(outcome.stopping)}. {former}\n"


def success(outcome: Outcome, settings: Settings) -> str:
    """What the site holds and what its publisher should know."""
    return "\n".join(_lines(outcome, settings))


def _lines(outcome: Outcome, settings: Settings) -> Iterator[str]:
    library = outcome.library
    for topic in lapsed(library):
        yield f"Lapsed: '{_named(topic)}' was to be reviewed by {topic.record.review_by}; its page says so."
    security = library.desk.security if library.desk else None
    if security and not security_is_current(library):
        yield f"Lapsed: the security contact expired on {security.expires}; the site has no security.txt."
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in outcome.diagnostics)
    if errors:
        yield f"{text.counted(errors, 'error')} in what does not go out or in dates: 'shelfready check' lists them."
    target, files = _shown(settings), outcome.files
    if settings.preview:
        yield f"{target} holds a preview of {len(library.topics)} topics, {files} files. Not for upload."
        return
    pieces = text.counted(len(published(library)), "published piece")
    yield f"{target} holds {pieces}, {files} files, verified."
    hidden = ", with .well-known/," if security_is_current(library) else ""
    yield f"Next: upload the whole folder{hidden} to the web server."


def _named(topic: Topic) -> str:
    """The title, or the name of its files where the title holds what no report shows."""
    return topic.slug if secrets(topic.record.title) else printable(topic.record.title)


def _shown(settings: Settings) -> str:
    target = settings.target
    return f"{target.relative_to(settings.root)}/" if target.is_relative_to(settings.root) else f"{target}/"
