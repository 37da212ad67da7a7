"""`--forecast DAYS` on the day where it begins to see a date, beside the day before; `--strict` beside what it lets pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, PUBLISHED, TODAY, added, raw
from running import shelfready
from shelfready.check import check
from shelfready.parse.library import library
from shelfready.parse.prose import jobs, prose

DRAFT, RECORD, DESK = "content/drafts/piece.md", "content/topics/piece.yml", "content/desk.yml"
SOURCE = 'sources: [{{title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: {}}}]\n'


def ahead(files: dict[str, str], days: int) -> list[str]:
    """Findings with a forecast of so many days from 2026-11-21."""
    everything = raw({**BASE, **files})
    return [
        f"{d.place} {d.code} {d.message}" for d in check(library(everything, map(prose, jobs(everything)), TODAY, days))
    ]


def contact(expires: str) -> dict[str, str]:
    lines = f'security: {{contact: ["https://answers.desk.example/media/"], expires: {expires}}}\n'
    return {DESK: added(BASE[DESK], lines)}


def reviewed(lines: str) -> dict[str, str]:
    return {RECORD: added(BASE[RECORD], PUBLISHED + lines)}


EXPIRES, REVIEW, ACCESSED = f"{DESK}:20:71", f"{RECORD}:8:12", f"{RECORD}:6:88"
CASES = [
    pytest.param(
        contact("2027-01-20"), 60, f"{EXPIRES} SEC004 the security contact expires in 60 days", id="a contact"
    ),
    pytest.param(
        reviewed("review_by: 2027-01-20\n"),
        60,
        f"{REVIEW} DAT003 this piece is to be read again by 2027-01-20, in 60 days",
        id="a review",
    ),
    pytest.param(
        {RECORD: added(BASE[RECORD], SOURCE.format("2026-01-20"))},
        61,
        f"{ACCESSED} SRC004 opened on 2026-01-20; this desk opens sources again after 365 days, on 2027-01-21",
        id="a source, on the day after its last",
    ),
]


@pytest.mark.parametrize(("files", "days", "finding"), CASES)
def test_a_date_is_seen_from_its_day_on(files: dict[str, str], days: int, finding: str) -> None:
    assert [ahead(files, seen) for seen in (0, days - 1, days, 300)] == [[], [], [finding], [finding]]


@pytest.mark.parametrize(
    ("files", "finding"),
    [
        pytest.param(contact("2026-12-20"), "SEC004 the security contact expires in 29 days", id="a contact"),
        pytest.param(
            reviewed("review_by: 2026-12-21\n"),
            "DAT003 this piece is to be read again by 2026-12-21, in 30 days",
            id="a review",
        ),
    ],
)
def test_a_forecast_of_a_day_hides_nothing_that_is_near(files: dict[str, str], finding: str) -> None:
    for days in (0, 1):
        assert [line.partition(" ")[2] for line in ahead(files, days)] == [finding]


@pytest.mark.parametrize(
    "files",
    [
        pytest.param(reviewed("status: drafting\nreview_by: 2027-01-20\n"), id="a piece that nobody has submitted"),
        pytest.param(reviewed("status: withdrawn\nnote: Replaced.\nreview_by: 2027-01-20\n"), id="a withdrawn piece"),
    ],
)
def test_nobody_has_to_read_these_again(files: dict[str, str]) -> None:
    assert ahead(files, 300) == []


def test_a_forecast_does_not_make_the_future_the_past() -> None:
    files = {**contact("2027-01-20"), **reviewed("review_by: 2027-01-20\n")}
    assert [line.split()[1] for line in ahead(files, 3650)] == ["SEC004", "DAT003"]


Make = Callable[[str], Path]
SOON = f"| content/desk.yml\n{contact('2027-01-20')[DESK]}"


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        pytest.param(["--strict"], 0, id="today all is well"),
        pytest.param(["--strict", "--forecast", "59"], 0, id="and so it is in 59 days"),
        pytest.param(["--forecast", "60"], 0, id="in 60 days there is a warning"),
        pytest.param(["--strict", "--forecast", "60"], 1, id="which --strict takes for an error"),
    ],
)
def test_a_forecast_counts_for_strict(project: Make, flags: list[str], code: int) -> None:
    done = shelfready("check", "--as-of", "2026-11-21", *flags, folder=project(SOON))
    assert done.returncode == code
    assert ("SEC004" in done.stdout) is ("60" in flags)


SEVEN = "One. Two. Three. Four. Five. Six. Seven.\n"
LONELY = "| content/drafts/lonely.md\nNo record.\n"
WAIVED = f"""\
| content/desk.yml
{BASE[DESK]}people: [{{name: Example Editor, organisation: desk, roles: [editor]}}]

| content/topics/piece.yml
{BASE[RECORD]}waivers: [{{rule: TON003, text: The lock is unbreakable., by: Example Editor, reason: A quotation.}}]

| content/drafts/piece.md
The lock is unbreakable.
"""


@pytest.mark.parametrize(
    ("drawing", "paths", "told"),
    [
        pytest.param("", [], ": no findings.", id="no finding"),
        pytest.param(LONELY, [], ": 1 warning.", id="a warning"),
        pytest.param(
            LONELY,
            ["content/drafts/piece.md"],
            ": no findings for these files.",
            id="a warning about another topic than the one named",
        ),
        pytest.param(f"| {RECORD}\n{BASE[RECORD].replace('answer', 'response')}", [], ": 1 hint.", id="a hint"),
        pytest.param(WAIVED, [], ": no findings.", id="a warning that a record lets stand"),
        pytest.param(
            WAIVED.replace("The lock is", "That lock is", 1), [], ": 2 warnings.", id="a waiver of another sentence"
        ),
        pytest.param(f"| {DRAFT}\n{SEVEN}", [], ": 1 warning.", id="a warning of a rule"),
        pytest.param(
            f"| {DRAFT}\n{SEVEN}\n| {DESK}\n{BASE[DESK]}severities: {{LEN008: hint}}", [], ": 1 hint.", id="made a hint"
        ),
    ],
)
def test_strict(project: Make, drawing: str, paths: list[str], told: str) -> None:
    done = shelfready("check", "--as-of", "2026-11-21", "--strict", *paths, folder=project(drawing))
    assert told in done.stdout
    assert done.returncode == (1 if "warning" in told else 0)
