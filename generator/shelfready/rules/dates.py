"""DAT: days that have passed, come up or cannot have come yet, and words that only hold for some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.publication import lapsed
from shelfready.rules.base import rule
from shelfready.rules.listed import quoted
from shelfready.spots import spots

__all__ = ["RULES"]

_NOTICE = timedelta(days=30)
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
            if source.accessed - library.as_of > _EARLIEST_MORNING:
                message = f"this source was opened on {source.accessed}, and today is {library.as_of}"
                place = topic.where("sources", number, "accessed")
                yield Finding(place, message, "Write the day on which somebody opened it.", topic.slug)


@rule("DAT003", "review-due-soon", Severity.WARNING, stops=False)
def review_due_soon(library: Library) -> Iterator[Finding]:
    """A piece is to be read again within 30 days, or within the days of a forecast.

    ## Why

    Reading again takes an author, an editor and perhaps counsel. A month's notice keeps the page from saying that its
    review is overdue. `shelfready check --forecast 60` looks further ahead.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Look from outside.
    review_by: 2026-12-01
    ```

    ```md content/drafts/piece.md
    Look from outside.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Look from outside.
    review_by: 2027-05-20
    ```

    ```md content/drafts/piece.md
    Look from outside.
    ```
    """
    notice = max(_NOTICE, library.horizon - library.as_of).days
    for topic in library.topics:
        day = topic.record.review_by
        left = (day - library.as_of).days if day and topic.under_review else -1
        if 0 <= left <= notice:
            message = f"this piece is to be read again by {day}, {_in_days(left)}"
            fix = "Name somebody under 'next:' who reads it again, then set a new 'review_by:'."
            yield Finding(topic.where("review_by"), message, fix, topic.slug)


def _in_days(left: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")


@rule("DAT004", "dated-word", Severity.WARNING, waivable=True)
def dated_word(library: Library) -> Iterator[Finding]:
    """A text uses words that will read wrong later: last week, recently, currently, soon.

    ## Why

    A piece stays on the shelf for months and goes out on a day that nobody knows. A date stays true.

    ## Flagged

    ```md content/drafts/piece.md
    A survey came out last month.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Keep your software on the latest version, and look again as soon as something changes.
    ```
    """
    for spot in spots(library).get("DAT004", ()):
        yield quoted(spot, "will read wrong later", f"Write {spot.note}.")


RULES = (lapsed_review, future_access, review_due_soon, dated_word)
