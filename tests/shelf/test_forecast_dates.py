"""`status --forecast`: each date on the day from which it is seen, beside the day before; and dates of no concern."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from drawing import TODAY, added, raw
from freezing import SIGNING as BASE
from shelfready.check import check
from shelfready.days import from_today
from shelfready.parse.library import library
from shelfready.parse.prose import jobs, prose
from shelfready.shelf import shelf, veil_of
from shelfready.shelf.forecast import dues
from shelving import APPROVED, DRAFTING, LIVE, REVIEW, WITHDRAWN, record

DESK = "content/desk.yml"
SOURCES = 'sources: [{{title: A, url: "https://a.example/", accessed: {0}}}, {{title: B, url: "https://b.example/", accessed: {0}}}]\n'
NEXT = "next: {who: Example Editor, what: Ask the group, by: 2026-12-01}\n"


def lines(files: dict[str, str], days: int, *, whole: bool = True) -> list[str]:
    """What comes up within so many days from 2026-11-21; the usual contact is far away."""
    everything = raw(files)
    seen = library(everything, map(prose, jobs(everything)), TODAY, days)
    pieces = shelf(seen, check(seen))
    names = [person.name for person in seen.desk.people] if seen.desk else []
    found = dues(seen, pieces, veil_of(seen, names), whole=whole)
    return [f"{due.day}{' overdue' if due.passed else ''} {due.slug}: {due.what} ({due.who})" for due in found]


def with_desk(text: str, files: dict[str, str] = BASE) -> dict[str, str]:
    return {**files, DESK: added(BASE[DESK], text)}


def left(until: str) -> dict[str, str]:
    return with_desk(f"people:\n  - {{name: Example Counsel, organisation: desk, roles: [counsel], until: {until}}}\n")


CASES = [
    pytest.param(
        record(LIVE, "review_by: 2026-12-01\n"),
        "2026-12-01 piece: review: read it again (Example Author)",
        id="a review",
    ),
    pytest.param(
        record(APPROVED, "review_by: 2026-12-01\n"),
        "2026-12-01 piece: review: read it again (Example Author)",
        id="a review of what is on the shelf",
    ),
    pytest.param(record(BASE, NEXT), "2026-12-01 piece: next step: Ask the group (Example Editor)", id="a next step"),
    pytest.param(
        record(BASE, SOURCES.format("2025-11-30")), "2026-12-01 piece: open 2 sources again ()", id="two sources"
    ),
    pytest.param(
        with_desk("source_days: 10\n", record(BASE, SOURCES.format("2026-11-20"))),
        "2026-12-01 piece: open 2 sources again ()",
        id="sources of a desk that looks more often",
    ),
    pytest.param(
        with_desk("security: {contact: ['https://answers.desk.example/media/'], expires: 2026-12-01}\n"),
        "2026-12-01 : security contact: security.txt expires ()",
        id="the security contact",
    ),
    pytest.param(
        left("2026-12-01"),
        "2026-12-01 : last day on which Example Counsel can sign (counsel) (Example Counsel)",
        id="a person who signs",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_a_date_is_seen_from_its_day_on(files: dict[str, str], line: str) -> None:
    assert [lines(files, days) for days in (9, 10)] == [[], [line]]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(record(DRAFTING, "review_by: 2026-12-01\n"), id="the review of a draft"),
        pytest.param(record(WITHDRAWN, "review_by: 2026-12-01\n" + NEXT), id="dates of a withdrawn piece"),
        pytest.param(left("2026-11-20"), id="a person who has left"),
        pytest.param(record(BASE, "next: {who: Example Editor, what: Ask the group}\n"), id="a step without a day"),
        pytest.param({**BASE, "content/topics/piece.yml": "titel: x\n"}, id="a record that cannot be read"),
        pytest.param({**BASE, DESK: "x"}, id="a desk that cannot be read"),
    ],
)
def test_these_are_no_dates(files: dict[str, str]) -> None:
    assert lines(files, 300) == []


def test_what_is_overdue_stands_first_then_day_by_day() -> None:
    files = record(REVIEW, SOURCES.format("2025-11-30") + NEXT.replace("12-01", "11-20") + "review_by: 2026-11-25\n")
    assert lines(files, 60) == [
        "2026-11-20 overdue piece: next step: Ask the group (Example Editor)",
        "2026-11-25 piece: review: read it again (Example Author)",
        "2026-12-01 piece: open 2 sources again (Example Author)",
    ]


def test_dates_of_the_desk_are_left_out_where_topics_are_named() -> None:
    assert lines(left("2026-12-01"), 60, whole=False) == []


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-12, "12 days overdue"),
        (-1, "1 day overdue"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days"),
    ],
)
def test_how_far_a_day_is(days: int, words: str) -> None:
    assert from_today(TODAY + timedelta(days), TODAY) == words


def test_a_calendar_has_an_end() -> None:
    files = with_desk("source_days: 100000\n", record(BASE, SOURCES.format("9999-12-31")))
    assert lines(files, 60) == []
    assert date.max.year == 9999
