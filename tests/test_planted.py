"""Phrases planted where an author may type them: each is found in its file, on its line, by its rule, wherever it stands."""

from __future__ import annotations

import pytest

from drawing import BASE, added, found

DRAFT, PAGE, RECORD, DESK = "content/drafts/piece.md", "docs/about.md", "content/topics/piece.yml", "content/desk.yml"

WORDS = {
    "TON001": "Such headlines are alarmist.",
    "TON002": "The nurses were told by careless administrators.",
    "TON003": "The door to our viewer is bulletproof.",
    "TON004": "The intruders probably copied the images.",
    "TON005": "We are on a journey.",
    "CNS001": "The two makers fixed their prices.",
    "CNS002": "Small suppliers were shut out by a cartel.",
    "CNS003": "All members have pledged to close the port.",
    "CNS004": "A royalty is due for each viewer.",
    "CNS005": "The archive is made by Acmescan.",
    "CNS006": "No rival has such a viewer.",
    "CNS007": "The matter is in mediation.",
    "PLN002": "The SIEM keeps a copy of each log.",
    "PLN003": "Intruders exfiltrate images by night.",
    "DAT004": "The maker changed it a few weeks ago.",
}
"""Found in everything that readers see."""
IN_TEXTS = {
    # desk.yml has no place for a source, so its texts are not asked for one, and no value of it takes links
    "SRC001": "In 2021 strangers looked into 61 archives.",
    "SRC002": "Strangers looked in.[^a]\n\n[^a]: A newspaper of that summer.",
    "SRC003": "The plan is [here](https://www.studocu.com/en/document/1).",
    # a boilerplate is as long as its organisation likes, and other values are a line or two
    "LEN008": "It is old. It is slow. It is loud. It is open. It is ours. It is off.",
}
LONG = (
    "Whoever runs an archive that was set up years before anybody thought of strangers should find out in which ways it "
    "can be reached from outside and by whom."
)
SECRETS = {
    "DSC001": "The password for the viewer is Herbst2026!x.",
    "DSC002": "Dial in at https://example.zoom.us/j/98765432101?pwd=abc.",
    "DSC003": "The spare archive is at 10.11.12.13.",
    "DSC004": "Call Jo on +44 20 7946 0321.",
}
"""Found in every file, remarks and notes included."""
SENTENCES = {**WORDS, "LEN007": LONG}
USUAL = added(
    BASE[DESK], "terms: {known: [DICOM, PACS], tone: [on a journey], counsel: [in mediation], vendors: [Acmescan]}\n"
)
"""The usual desk with words of its own."""
VALUES = {
    "the notice": "notice: >-\n  {}\n",
    "the description": 'site:\n  name: Desk\n  address: "https://answers.desk.example/"\n  description: >-\n    {}\n  publisher: desk\n',
    "a boilerplate": (
        "organisations:\n  desk:\n    name: Desk\n    boilerplate: >-\n      {}\n"
        "    press: {{name: Press desk, email: press@desk.example, hours: 9 to 17, time_zone: UTC}}\n"
    ),
}
LINES = {
    "a mark": 'marks:\n  joint: "{}"\n',
    "a kind": 'kinds:\n  answer:\n    budget: 700\n    label: "{}"\n',
    "an audience": 'audiences:\n  media:\n    label: "{}"\n',
}


def placed(files: dict[str, str], code: str) -> list[str]:
    """File and line of each finding of a rule."""
    return [f"{d.place.path}:{d.place.line}" for d in found({DESK: USUAL, **files}) if d.code == code]


def line_of(text: str, words: str) -> int:
    """The line on which words stand."""
    return text[: text.index(words)].count("\n") + 1


EVERYWHERE = [*SENTENCES.items(), *SECRETS.items()]


@pytest.mark.parametrize(("code", "words"), [*EVERYWHERE, *IN_TEXTS.items()])
@pytest.mark.parametrize("path", [DRAFT, PAGE])
def test_in_a_draft_and_in_a_page(path: str, code: str, words: str) -> None:
    text = f"## About\n\nWords.\n\n{words}\n"
    if path == PAGE:
        text = text.removeprefix("#")
    assert placed({path: text.replace(words, "Nothing is planted.")}, code) == []
    assert placed({path: text}, code) == [f"{path}:{7 if code == 'SRC002' else 5}"]


@pytest.mark.parametrize(("code", "words"), SENTENCES.items())
@pytest.mark.parametrize(
    ("form", "line"),
    [
        pytest.param("- {}", 3, id="an item"),
        pytest.param("1. {}", 3, id="a step"),
        pytest.param("> {}", 3, id="a quotation"),
        pytest.param("**{}**", 3, id="bold"),
        pytest.param("[{}](/about.md)", 3, id="a link"),
        pytest.param("![{}](images/door.png)", 3, id="the words for a picture"),
        pytest.param("!!! note\n\n    {}", 5, id="a note"),
    ],
)
def test_in_each_part_of_a_draft(form: str, line: int, code: str, words: str) -> None:
    assert placed({DRAFT: f"Words.\n\n{form.format(words)}\n"}, code) == [f"{DRAFT}:{line}"]


# Headings, cells and titles of notes are no sentences; what abbreviations in headings mean the text below them says.
@pytest.mark.parametrize(("code", "words"), [item for item in WORDS.items() if item[0] != "PLN002"])
@pytest.mark.parametrize(
    ("form", "line"),
    [
        pytest.param("## {}", 3, id="a heading"),
        pytest.param("| Door | State |\n| --- | --- |\n| Viewer | {} |", 5, id="a cell"),
        pytest.param('!!! note "{}"\n\n    Words.', 3, id="the title of a note"),
    ],
)
def test_in_words_that_are_no_sentence(form: str, line: int, code: str, words: str) -> None:
    assert placed({DRAFT: f"Words.\n\n{form.format(words)}\n"}, code) == [f"{DRAFT}:{line}"]


@pytest.mark.parametrize(("code", "words"), SENTENCES.items())
def test_in_a_statement(code: str, words: str) -> None:
    record = added(BASE[RECORD], f"statement: >-\n  {words}\n")
    assert placed({RECORD: record}, code) == [f"{RECORD}:{line_of(record, 'statement:')}"]


@pytest.mark.parametrize(("code", "words"), SENTENCES.items())
@pytest.mark.parametrize("value", VALUES)
def test_in_a_sentence_of_desk_yml(value: str, code: str, words: str) -> None:
    desk = added(USUAL, VALUES[value].format(words))
    key = VALUES[value].partition(": >-")[0].rpartition("\n")[2]
    assert placed({DESK: desk}, code) == [f"{DESK}:{line_of(desk, key + ': >-')}"]


# A label is no sentence: it may be long, and it may be an abbreviation that the page explains.
@pytest.mark.parametrize(("code", "words"), [item for item in WORDS.items() if item[0] != "PLN002"])
@pytest.mark.parametrize("value", LINES)
def test_in_a_label_of_desk_yml(value: str, code: str, words: str) -> None:
    desk = added(USUAL, LINES[value].format(words))
    assert placed({DESK: desk}, code) == [f"{DESK}:{line_of(desk, words)}"]


@pytest.mark.parametrize(("code", "words"), SECRETS.items())
@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param(DESK, "# {}\n" + USUAL, id="a remark above desk.yml"),
        pytest.param(DESK, USUAL.replace("independent example.", "independent example.  # {}"), id="behind a value"),
        pytest.param(DESK, USUAL + "  # or so: {}\n", id="below desk.yml"),
        pytest.param(RECORD, BASE[RECORD] + "# {}\n", id="a remark in a record"),
        pytest.param(RECORD, BASE[RECORD] + 'note: "{}"\n', id="a note"),
    ],
)
def test_a_secret_where_no_reader_looks(path: str, text: str, code: str, words: str) -> None:
    planted = text.replace("{}", words)
    assert placed({path: planted}, code) == [f"{path}:{line_of(planted, words)}"]


@pytest.mark.parametrize(("code", "words"), SECRETS.items())
@pytest.mark.parametrize("value", [*VALUES, *LINES])
def test_a_secret_in_a_value_of_desk_yml(value: str, code: str, words: str) -> None:
    desk = added(USUAL, {**VALUES, **LINES}[value].format(words))
    assert placed({DESK: desk}, code) == [f"{DESK}:{line_of(desk, words)}"]


@pytest.mark.parametrize(("code", "words"), [*SENTENCES.items(), *SECRETS.items()])
def test_none_of_them_stands_in_the_usual_project(code: str, words: str) -> None:
    assert placed({}, code) == []
