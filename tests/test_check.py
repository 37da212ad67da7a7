"""What desk.yml's `severities:` does: a changed rule changes, every other stays, and a fixed rule stays an error."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest

from drawing import BASE, added, codes, found, parsed
from shelfready.check import check
from shelfready.rules.length import RULES as LENGTHS

RECORD = added(BASE["content/topics/piece.yml"], "budget: 9\n")
TIGHT = "These nine plain words take up all of it.\n"
LONG = "These nine plain words are one word too many, really.\n"
HTML = "Press <b>here.\n"


@pytest.mark.parametrize(
    ("severities", "draft", "expected"),
    [
        pytest.param("{}", TIGHT, ["LEN002 warning"], id="a rule's own severity"),
        pytest.param("{LEN002: hint}", TIGHT, ["LEN002 hint"], id="a warning becomes a hint"),
        pytest.param("{LEN002: error}", TIGHT, ["LEN002 error"], id="a warning becomes an error"),
        pytest.param("{LEN001: hint}", TIGHT, ["LEN002 warning"], id="another rule's stays as it is"),
        pytest.param("{LEN001: warning}", LONG, ["LEN001 warning"], id="an error becomes a warning"),
        pytest.param("{}", HTML, ["MKD001 error"], id="a fixed rule's own severity"),
        pytest.param(
            "{MKD001: hint}", HTML, ["SEV001 error", "MKD001 error"], id="a fixed rule stays an error, and this is said"
        ),
        pytest.param("{SEV001: hint}", TIGHT, ["SEV001 error", "LEN002 warning"], id="the rule about this is fixed"),
    ],
)
def test_severities_of_the_desk(severities: str, draft: str, expected: list[str]) -> None:
    files = {
        "content/desk.yml": added(BASE["content/desk.yml"], f"severities: {severities}\n"),
        "content/topics/piece.yml": RECORD,
        "content/drafts/piece.md": draft,
    }
    diagnostics = sorted(found(files), key=lambda d: d.place.path != "content/desk.yml")
    assert [f"{d.code} {d.severity}" for d in diagnostics] == expected


@pytest.mark.parametrize(
    ("code", "fix"),
    [
        pytest.param("LEN02", "Write LEN002.", id="a slip"),
        pytest.param("nearly-over-budget", "Write LEN002.", id="the name of a rule"),
        pytest.param("MKD001", "Take MKD001 out.", id="a fixed rule"),
    ],
)
def test_what_to_write_for_a_severity_that_cannot_be(code: str, fix: str) -> None:
    (finding,) = found({"content/desk.yml": added(BASE["content/desk.yml"], f"severities: {{{code}: hint}}\n")})
    assert (finding.code, finding.fix) == ("SEV001", fix)


def test_findings_come_by_place_whatever_the_order_of_the_rules() -> None:
    library = parsed(
        {
            **BASE,
            "content/topics/a.yml": added(RECORD, "statement: " + "word " * 51 + "\n"),
            "content/drafts/a.md": LONG,
            "content/topics/b.yml": RECORD,
            "content/drafts/b.md": TIGHT,
        }
    )
    places = ["content/drafts/a.md:1:1 LEN001", "content/drafts/b.md:1:1 LEN002", "content/topics/a.yml:7:12 LEN004"]
    for rules in (LENGTHS, LENGTHS[::-1]):
        assert [f"{d.place} {d.code}" for d in check(library, rules)] == places


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        pytest.param(date.min, ["SEC004", "DAT002"], id="the first"),
        pytest.param(date.max, ["SEC003", "DAT003"], id="the last"),
    ],
)
def test_the_calendar_may_end_on_the_day_that_is_judged(as_of: date, expected: list[str]) -> None:
    dates = """\
        status: review
        lead: Example Author
        statement: Look from outside.
        sources: [{title: Page, url: "https://www.example.org/", accessed: 9999-12-31}]
        review_by: 9999-12-31
        """
    record = added(BASE["content/topics/piece.yml"], textwrap.dedent(dates))
    assert codes({"content/topics/piece.yml": record}, as_of) == expected
