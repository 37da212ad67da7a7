"""DAT: days that have passed, or that cannot have come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.publication import lapsed
from shelfready.rules.base import rule

__all__ = ["RULES"]

_EARLIEST_MORNING = timedelta(days=1)
"""Today is that of UTC; further east, tomorrow has begun."""


@rule("DAT001", "lapsed-review", stops=False)
def lapsed_review(library: Library) -> Iterator[Finding]:
    """The day has passed by which somebody was to read a published piece again.

    ## Why

    Facts about incidents age quickly. The page stays and says that its review is overdue; a date that passes never
    takes a page down or stops a build.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: published
    lead: Example Author
    statement: Look from outside.
    review_by: 2026-11-01
    ```

    ```md content/drafts/piece.md
    Look from outside.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: published
    lead: Example Author
    statement: Look from outside.
    review_by: 2027-05-20
    ```

    ```md content/drafts/piece.md
    Look from outside.
    ```
    """
    for topic in lapsed(library):
        day = topic.record.review_by
        message = f"this published piece was to be reviewed by {day}, and today is {library.as_of}"
        fix = "Read it again, then set a new 'review_by:'."
        yield Finding(topic.where("review_by"), message, fix, topic.slug)


@rule("DAT002", "future-access")
def future_access(library: Library) -> Iterator[Finding]:
    """A source was opened on a day that has not come yet.

    ## Why

    The page tells readers when somebody last opened the source. A day in the future is a slip of the keyboard.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    sources:
      - {title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: 2062-11-20}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    sources:
      - {title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: 2026-11-20}
    ```
    """
    for topic in library.topics:
        for number, source in enumerate(topic.record.sources):
            if source.accessed > library.as_of + _EARLIEST_MORNING:
                message = f"this source was opened on {source.accessed}, and today is {library.as_of}"
                place = topic.where("sources", number, "accessed")
                yield Finding(place, message, "Write the day on which somebody opened it.", topic.slug)


RULES = (lapsed_review, future_access)
