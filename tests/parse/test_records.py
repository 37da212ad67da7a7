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
            added(RECORD, "status: [review]\n"),
            "5:9 REC003 'status' holds a list where one word is wanted. Write the word alone after the colon.",
            id="a status in brackets",
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
            "6:7 LOD007 the alias *x, which records do not use. Write the value out, or put it in double quotes.",
            id="an alias",
        ),
        pytest.param(
            RECORD + "\tnote: x\n",
            "6:1 LOD006 a tab stands where blanks belong. Replace the tab by two spaces.",
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


SOURCE = "sources:\n  - {title: A, url: URL, accessed: 2026-11-20}\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "foo:\n",
            "6:1 REC001 the key 'foo' is not known. Take it out; known keys are title, kind, status, lead, owners, "
            "audiences, budget, brief, statement, also_asked, responds_to, sources, waivers, next, review_by, language, note.",
            id="an unknown key without a value",
        ),
        pytest.param(
            "reveiw_by:\n", "6:1 REC001 the key 'reveiw_by' is not known. Write 'review_by'.", id="also misspelt"
        ),
        pytest.param(
            'sources:\n  - {title: Some, and more words, url: "https://a.example/", accessed: 2026-11-20}\n',
            "7:19 REC001 the comma before 'and more words' ends the text, and what follows is taken for a key. "
            "Put the whole text that holds the comma in double quotes.",
            id="a comma in curly brackets",
        ),
        pytest.param(
            'sources:\n  - {title: A, link: "https://a.example/", accessed: 2026-11-20}\n',
            "7:16 REC001 the key 'link' is not known in sources 1. Write 'url'.",
            id="a key by the name of another program, once",
        ),
        pytest.param("status:\n", "5:1 REC002 'status' is empty. Write the value after the colon.", id="an empty key"),
        pytest.param(
            'sources:\n  - {title: , url: "https://a.example/", accessed: 2026-11-20}\n',
            "7:6 REC002 'title' is empty in sources 1. Write the value after the colon.",
            id="an empty key inside a list",
        ),
        pytest.param(
            "title: " + "word " * 80 + "\n",
            "5:8 REC003 'title' has 399 characters; at most 300 are allowed. Shorten it.",
            id="a title over its limit names both numbers",
        ),
        pytest.param(
            "statement: '  '\n",
            "6:12 REC003 'statement' is empty. Write the text, or take the line out.",
            id="a statement of blanks",
        ),
        pytest.param(
            "brief:\n  - a\n  -\n",
            "8:4 REC003 entry 2 of 'brief' is empty. Write the text, or take the line out.",
            id="an empty item",
        ),
        pytest.param(
            "brief:\n  - Ports: they are doors\n",
            "7:5 REC003 entry 1 of 'brief': the colon after 'Ports' makes a key of the words before it. "
            "Put the whole entry in double quotes.",
            id="a colon in an item",
        ),
        pytest.param(
            "brief:\n  -Ports\n  -Doors\n",
            "7:3 REC003 'brief': its lines do not begin with '- ', so they are no list. Begin each entry with '- '.",
            id="items without the blank",
        ),
        pytest.param(
            "brief:\n  \u2022 Ports\n",
            "7:3 REC003 'brief': its lines do not begin with '- ', so they are no list. Begin each entry with '- '.",
            id="items with the mark of a word processor",
        ),
        pytest.param(
            "brief: Ports, and doors\n",
            "6:8 REC003 'brief' holds a single text where a list is wanted. "
            'Write it in square brackets and double quotes: ["Ports, and doors"].',
            id="a sentence in the place of a list is not split",
        ),
        pytest.param(
            "audiences: media, regulators\n",
            "5:12 REC003 'audiences' holds a single text where a list is wanted. "
            "Write it in square brackets: [media, regulators].",
            id="names in the place of a list are",
        ),
        pytest.param(
            "sources: DICOM PS3.8\n",
            "6:10 REC003 'sources' holds a single text where a list is wanted. "
            "Begin each entry with '- title: ...' on a line of its own.",
            id="a text in the place of sources",
        ),
        pytest.param(
            "kind: Answer\n",
            "5:7 REC003 'kind': 'Answer' is not how desk.yml calls it. Write answer.",
            id="a kind with a capital",
        ),
        pytest.param(
            "audiences: [media regulators]\n",
            "5:13 REC003 entry 1 of 'audiences': no comma stands between the names in 'media regulators'. "
            "Write media, regulators.",
            id="two audiences without a comma",
        ),
        pytest.param(
            "audiences: [Reporters]\n",
            "5:13 REC003 entry 1 of 'audiences': 'Reporters' is not how desk.yml calls it. Write media.",
            id="a label in the place of its name",
        ),
        pytest.param(
            "owners: [desk, desk]\n",
            "5:9 REC003 'owners': 'desk' stands there 2 times. Keep one of them.",
            id="an owner twice",
        ),
        pytest.param(
            "budget: 0\n", "6:9 REC003 'budget' is 0; it is at least 1. Write a larger number.", id="no room at all"
        ),
        pytest.param(
            "language: english\n",
            "6:11 REC003 'language': 'english' is no language tag. Write a tag such as en, de or en-GB.",
            id="a language by its name",
        ),
        pytest.param(
            SOURCE.replace("URL", "https://x.example/ps 38"),
            "7:21 REC003 'url': 'https://x.example/ps 38' holds a blank. Write %20 in its place.",
            id="an address with a blank",
        ),
        pytest.param(
            SOURCE.replace("URL", "\u201chttps://x.example/\u201d"),
            "7:21 REC003 'url': '\u201chttps://x.example/\u201d' stands in quotation marks of print. "
            "Write straight double quotes around it.",
            id="an address in curly quotes",
        ),
        pytest.param(
            SOURCE.replace("URL", '"https://..."'),
            "7:21 REC003 'url': 'https://...' is only a sample. Write the address of the page itself.",
            id="the sample that new writes",
        ),
    ],
)
def test_a_fault_in_an_added_line(lines: str, expected: str) -> None:
    assert findings(added(RECORD, lines)) == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("note:\nlead:\nbrief:\nsources:\n", id="known keys may stay empty"),
        pytest.param(
            'sources:\n  - {title: "A, B", url: "https://a.example./b%20c", accessed: 2026-11-20}\n', id="quoted"
        ),
        pytest.param("language: de-DE\n", id="a language with its country"),
        pytest.param('brief:\n  - "Ports: they are doors"\n  - DICOM:2026\n  - -1 is a number\n', id="items"),
        pytest.param("statement: " + "w" * 300 + "\n", id="a statement of 300 letters"),
    ],
)
def test_a_near_miss_in_an_added_line(lines: str) -> None:
    assert findings(added(RECORD, lines)) == []


def desk_findings(lines: str) -> list[str]:
    """Findings of the usual project with these lines in desk.yml."""
    return [
        f"{d.place.line}:{d.place.column} {d.code} {d.message}. {d.fix}"
        for d in found({"content/desk.yml": added(BASE["content/desk.yml"], lines)})
        if d.place.path == "content/desk.yml"
    ]


def press(**changed: str) -> str:
    values = {"name": "Press", "email": "press@desk.example", "hours": "9 to 17", "time_zone": "UTC", **changed}
    group = ", ".join(f"{key}: {value}" for key, value in values.items())
    return f"organisations:\n  desk:\n    name: Desk\n    boilerplate: Desk.\n    press: {{{group}}}\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            press(email="mailto:press@desk.example"),
            "20:33 REC003 'email': 'mailto:press@desk.example' begins with 'mailto:'. Write press@desk.example alone.",
            id="a mail address with its scheme",
        ),
        pytest.param(
            press(email="press at desk.example"),
            "20:33 REC003 'email': 'press at desk.example' is not a mail address. Write one, such as press@desk.example.",
            id="a mail address in words",
        ),
        pytest.param(
            press(phone="to follow"),
            "20:92 REC003 'phone': 'to follow' is not a telephone number. Write one, such as +1 202 555 0143.",
            id="a telephone number that is none",
        ),
        pytest.param(
            press(time_zone="Mars/Phobos"),
            "20:80 REC003 'time_zone': 'Mars/Phobos' is not a time zone. "
            "Write UTC, a name such as Europe/Berlin, or plain words such as Central European Time.",
            id="a time zone of another planet",
        ),
        pytest.param(
            "terms: {tone: [rest assured, …]}\n",
            "20:30 REC003 entry 2 of 'tone': '…' holds no letter from a to z and no digit, so it cannot be looked for. Add "
            "a word that stands beside it, or take it out.",
            id="a phrase without a letter",
        ),
        pytest.param(
            "kinds: {}\n", "14:8 REC003 'kinds' is empty. Write at least one entry.", id="a desk without a kind"
        ),
        pytest.param(
            "audiences:\n",
            "18:1 REC002 'audiences' is empty. Write its 'key: value' lines below it.",
            id="a desk without an audience",
        ),
        pytest.param(
            "audiences:\n  Media: {label: Reporters}\n",
            "19:3 REC003 'Media': 'Media' is not a key. Write media.",
            id="a name with a capital, at the name",
        ),
        pytest.param(
            "kinds:\n  answer: {label: Answer, budget: 100, floor: 200}\n",
            "15:11 REC003 'answer': the floor of 200 words is above the budget of 100. "
            "Lower the floor, or raise the budget.",
            id="a floor above the budget",
        ),
        pytest.param(
            "security: {contact: [], expires: 2027-10-01}\n",
            "20:21 REC003 'contact' is empty. Write at least one entry.",
            id="a security contact without any",
        ),
    ],
)
def test_a_fault_in_the_desk(lines: str, expected: str) -> None:
    assert expected in desk_findings(lines)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(press(phone="+1 (202) 555-0143 ext. 12"), id="a telephone number with an extension"),
        pytest.param(press(time_zone="Europe/Berlin"), id="a time zone by its name"),
        pytest.param(press(time_zone="Central European Time"), id="a time zone in words"),
        pytest.param("terms: {tone: [Übermut], plain: {№ 1: first}}\n", id="phrases with a letter or a digit"),
        pytest.param(press(email="o.k+press@sub.desk.example"), id="a mail address with signs"),
        pytest.param(
            'security: {contact: ["https://d.example/r"], expires: 2027-10-01, languages: [en-GB, de-DE]}\n',
            id="languages with their countries",
        ),
    ],
)
def test_a_near_miss_in_the_desk(lines: str) -> None:
    assert desk_findings(lines) == []


def test_a_record_without_faults_has_no_findings() -> None:
    assert findings(RECORD) == []


def test_a_misspelt_required_key_is_one_finding_not_two() -> None:
    assert len(findings(RECORD.replace("title", "titel"))) == 1


def test_a_fault_in_one_topic_hides_nothing_in_another() -> None:
    diagnostics = found(
        {
            "content/topics/broken.yml": "title: [",
            "content/topics/other.yml": RECORD.replace("answer", "answr")
            .replace("title: ", "title: Another: ")
            .replace("Another: ", "Another "),
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
