"""Records: every fault has its line, its own words and a remedy; nothing is guessed at."""

from __future__ import annotations

import pytest

from drawing import BASE, added, found, parsed

RECORD = BASE["content/topics/piece.yml"]


def findings(text: str) -> list[str]:
    """Findings of the usual project with this record."""
    return [
        f"{d.place.line}:{d.place.column} {d.code} {d.message}. {d.fix}"
        for d in found({"content/topics/piece.yml": text})
    ]


NO_SIGN = "which is none of proposed, drafting, review, published, withdrawn"
ONE_OF = "Write one of them."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            RECORD.replace("title", "titel"),
            "1:1 REC001 the key 'titel' is not known. Write 'title'.",
            id="titel is told title",
        ),
        pytest.param(
            added(RECORD, "status: no\n"),
            f"5:9 REC003 'status' is 'no', {NO_SIGN}. {ONE_OF}",
            id="no stays the word no",
        ),
        pytest.param(
            added(RECORD, "status: publishd\n"),
            f"5:9 REC003 'status' is 'publishd', {NO_SIGN}. Write published.",
            id="a misspelt status is told the right one",
        ),
        pytest.param(
            added(RECORD, "review_by: 2026-02-30\n"),
            "6:12 REC003 'review_by': '2026-02-30' is not in the calendar: February 2026 has 28 days. Write the day you mean.",
            id="a day that is not in the calendar",
        ),
        pytest.param(
            added(RECORD, "review_by: 20260601\n"),
            "6:12 REC003 'review_by': '20260601' is not a date. Write year-month-day, for example 2027-05-20.",
            id="a date of another form",
        ),
        pytest.param(
            added(RECORD, "owners: desk\n"),
            "5:9 REC003 'owners' holds a single text where a list is wanted. Write it in square brackets: [desk].",
            id="a text in the place of a list",
        ),
        pytest.param(
            added(RECORD, "sources:\n  - {title: A, url: example.org, accessed: 2026-11-20}\n"),
            "7:21 REC003 'url': 'example.org' is not a web address. Write the whole address with https://.",
            id="an address without its beginning",
        ),
        pytest.param(
            added(RECORD, 'sources:\n  - {title: A, url: "https://u:p@x.org/", accessed: 2026-11-20}\n'),
            "7:21 REC003 'url': the address holds a user name or a password. Take out what stands before the '@'.",
            id="an address with a password, which is not repeated",
        ),
        pytest.param(
            added(RECORD, "sources:\n  - {title: A, acessed: 2026-11-20, url: 'https://x.org/'}\n"),
            "7:16 REC001 the key 'acessed' is not known in sources 1. Write 'accessed'.",
            id="a misspelt key inside a list, once",
        ),
        pytest.param(
            added(RECORD, "title: </title><script>\n"),
            "5:8 REC003 'title': holds '<' or '>', which a page would take for markup. Write 'below', 'above' or leave it out.",
            id="markup in a title",
        ),
        pytest.param(
            added(RECORD, 'title: "{{ 7*7 }}"\nstatus: review\nlead: A\nstatement: B.\n'),
            "4:8 PLH001 '{{' in the title is a gap to fill. Write what belongs here.",
            id="a template sign in a title",
        ),
        pytest.param(
            added(RECORD, "budget: 7oo\n"),
            "6:9 REC003 'budget': '7oo' is not a whole number. Write digits alone, for example 700.",
            id="a number with letters",
        ),
        pytest.param(
            added(RECORD, "next: soon\n"),
            "6:7 REC003 'next' holds a single text where keys with values are wanted. Write 'key: value' lines.",
            id="a text in the place of a group",
        ),
        pytest.param(
            "kind: answer\n" + added(RECORD, "kind: answer\n"),
            "6:1 LOD008 'kind' stands here and in line 1. Keep one of them.",
            id="a duplicate key names both lines",
        ),
        pytest.param(
            added(RECORD, "note: *x\n"),
            "6:7 LOD007 the alias *x, which records do not use. Write the value out, or quote it.",
            id="an alias",
        ),
        pytest.param(
            RECORD + "\tnote: x\n",
            "6:1 LOD006 a tab stands where YAML wants spaces. Replace the tab by two spaces.",
            id="a tab",
        ),
        pytest.param(
            added(RECORD, "title: Exposed: what now?\n"),
            '5:15 LOD006 a colon followed by a space stands inside a value. Put the whole value in double quotes: key: "value".',
            id="a colon inside a value",
        ),
        pytest.param("", "1:1 LOD006 the file is empty. Copy a record that works, then change it.", id="an empty file"),
        pytest.param(
            "- a\n- b\n",
            "1:1 LOD006 the file holds no 'key: value' lines. Copy a record that works, then change it.",
            id="a list",
        ),
    ],
)
def test_a_fault_in_a_record(text: str, expected: str) -> None:
    assert expected in findings(text)


def test_a_record_without_faults_has_no_findings() -> None:
    assert findings(RECORD) == []


def test_a_misspelt_required_key_is_one_finding_not_two() -> None:
    assert len(findings(RECORD.replace("title", "titel"))) == 1


def test_a_fault_in_one_topic_hides_nothing_in_another() -> None:
    diagnostics = found(
        {
            "content/topics/broken.yml": "title: [",
            "content/topics/other.yml": RECORD.replace("answer", "answr"),
        }
    )
    assert {(d.topic, d.code) for d in diagnostics} == {("broken", "LOD006"), ("other", "NAM001")}


def test_the_draft_of_an_unreadable_record_is_still_checked() -> None:
    diagnostics = found({"content/topics/piece.yml": "title: [", "content/drafts/piece.md": "<b>\n"})
    assert [d.code for d in diagnostics] == ["MKD001", "LOD006"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("title: a: b\nstatus: published\n", True, id="a broken record that says published"),
        pytest.param("title: a: b\nstatus: drafting\n", False, id="a broken record that says drafting"),
        pytest.param("title: [\n", None, id="a broken record that does not say"),
    ],
)
def test_what_a_broken_record_says_of_its_status(text: str, published: bool | None) -> None:
    assert parsed({**BASE, "content/topics/piece.yml": text}).lost[0].published is published


def test_strings_are_folded_and_empty_values_count_as_not_written() -> None:
    topic = parsed(
        {**BASE, "content/topics/piece.yml": added(RECORD, "statement: >\n  a\n   b\nnote:\nlead:\n")}
    ).topics[0]
    assert (topic.record.statement, topic.record.note, topic.record.lead) == ("a b", None, None)


@pytest.mark.parametrize("kind", ["yes", "1.10", "0123", "12:30", "null", "2026-01-01"])
def test_every_scalar_is_text(kind: str) -> None:
    topic = parsed({**BASE, "content/topics/piece.yml": added(RECORD, f"title: {kind}\n")}).topics[0]
    assert topic.record.title == kind
