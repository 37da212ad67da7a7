"""What reports leave out: values of any file, however a message quotes them, and nothing that only looks alike."""

from __future__ import annotations

import time

import pytest

from drawing import BASE, TODAY, added, found, parsed
from reporting import finding
from shelfready.check import check
from shelfready.hiding import hidden
from shelfready.model.reading import Secret

KEY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nBKcwggSjQRSTUVWXYZabcdefghijklmno"
DRAFT, RECORD = "content/drafts/piece.md", "content/topics/piece.yml"


def told(message: str, value: str, path: str = DRAFT) -> str:
    """A message about the usual draft, where a file holds a value."""
    return next(hidden([finding(message, path=DRAFT)], [(path, value)], lambda secret: True)).message


@pytest.mark.parametrize(
    ("message", "value"),
    [
        pytest.param("'Open-Sesame9' is odd", "Open-Sesame9", id="as it is"),
        pytest.param("write open-sesame9", "Open-Sesame9", id="in small letters"),
        pytest.param("write open-sesame9-org", "Open_Sesame9", id="as an address"),
        pytest.param("'123 456 789' is odd", "123\n  456-789", id="blanks folded"),
        pytest.param("'Open-Sesame9' is odd", "Open%2dSesame9", id="of an address, undone"),
        pytest.param("'Open-Sesame9' is odd", "Open&#45;Sesame9", id="of HTML, undone"),
        pytest.param("'Open-Se' is odd", "Open-Sesame9", id="cut off"),
        pytest.param("'BKcwggSjQRSTUVWXYZabcdefghijklmno' is odd", KEY, id="a line of a key"),
        pytest.param("'4711' is odd", "4711", id="short"),
    ],
)
def test_a_value_is_left_out(message: str, value: str) -> None:
    assert "[hidden]" in told(message, value)
    assert not any(part in told(message, value) for part in ("esame", "pen-Se", "456", "QRST", "4711"))


@pytest.mark.parametrize(
    ("message", "value"),
    [
        pytest.param("147112 words, budget 700", "4711", id="a short one within a number"),
        pytest.param("'openness' is odd", "Open-Sesame9", id="another word that begins alike"),
        pytest.param("'Open' is odd", "Open-Sesame9", id="too little of it"),
        pytest.param("'Sesame9' is odd", "Open-Sesame9", id="its end"),
        pytest.param("7 words, budget 6", "", id="nothing"),
    ],
)
def test_other_words_stay(message: str, value: str) -> None:
    assert told(message, value) == message


def test_a_whole_value_of_another_file_is_left_out_and_a_part_stays() -> None:
    assert told("'Open-Sesame9' is odd", "Open-Sesame9", RECORD) == "'[hidden]' is odd"
    assert told("'Open-Se' is odd", "Open-Sesame9", RECORD) == "'Open-Se' is odd"


def test_signs_at_both_ends_are_part_of_a_value() -> None:
    assert told("'!$Open9!!' is odd", "!$Open9!!") == "'[hidden]' is odd"


def test_what_a_message_alone_shows_is_left_out_unless_it_is_a_contact() -> None:
    def is_private(secret: Secret) -> bool:
        return secret.value != "press@desk.example"

    message = "'jane.roe@st-mary.example, press@desk.example' is odd"
    assert [d.message for d in hidden([finding(message)], [], is_private)] == ["'[hidden], press@desk.example' is odd"]


def test_without_a_desk_everybody_is_private() -> None:
    files = {RECORD: added(BASE[RECORD], "kind: jane.roe@st-mary.example\n"), "content/desk.yml": "site: [\n"}
    diagnostics = check(parsed({**BASE, **files}, TODAY))
    assert "DSC004" not in {d.code for d in diagnostics}
    assert not [d for d in diagnostics if "roe" in d.message + d.fix]


def test_what_another_topic_quotes_is_left_out() -> None:
    title = "title: Is it true that the password is winter2026x?\n"
    files = {RECORD: added(BASE[RECORD], title), "content/topics/zoo.yml": added(BASE[RECORD], title)}
    diagnostics = found({**files, "content/drafts/zoo.md": "Look.\n"})
    assert "DSC001" in {d.code for d in diagnostics}
    assert not [d for d in diagnostics if "winter2026x" in d.message + d.fix]


def test_many_values_and_many_messages_take_little_time() -> None:
    private = [(DRAFT, f"{'aaaa' * 20}{number:06}x") for number in range(5_000)]
    messages = [finding(path=DRAFT, message=f"{number} '{'aaaa' * 20}{number:06}' is odd") for number in range(2_000)]
    begin = time.perf_counter()
    shown = list(hidden(messages, private, lambda secret: True))
    assert time.perf_counter() - begin < 10
    assert not [d for d in shown if "aaaa" in d.message]
