"""The packaged lists are written as reading takes them, and agree: what one tells people to write, none finds fault with."""

from __future__ import annotations

import re

import pytest

from shelfready.reading import House, phrases
from shelfready.reading.packaged import entries

LINES = [line for entry in entries("plain") for line in str(entry["phrases"]).splitlines() if line]
PHRASES = [
    line.partition(" = ")[0]
    for name in ("tone", "counsel", "plain", "claims")
    for entry in entries(name)
    for key in ("phrases", "passes")
    for line in str(entry.get(key, "")).splitlines()
    if line
]
WAY = r"[^\s|()_.A-Z-]+(?:[_.][^\s|()_.A-Z-]+)*\.?"
SLOT = rf"{WAY}(?:\|{WAY})*"
FORM = re.compile(rf"{SLOT}(?: (?:{SLOT}|\({SLOT}\)|\.\.\.))*|\({SLOT}\)(?: (?:{SLOT}|\({SLOT}\)))* {SLOT}")
"""Words between blanks, one of which must stand there: what is written in another way would never be found."""


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_in_the_notation(phrase: str) -> None:
    assert FORM.fullmatch(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param("a||b", id="a way without a word"),
        pytest.param("a| b", id="a blank for a bar"),
        pytest.param("(a b", id="a bracket without its end"),
        pytest.param("(a)", id="nothing that must stand there"),
        pytest.param("We are", id="a capital"),
        pytest.param("well-known", id="a hyphen, which is a blank in a text"),
        pytest.param("a .. b", id="two stops for three"),
        pytest.param("a__b", id="a group with a gap"),
    ],
)
def test_this_is_not(phrase: str) -> None:
    assert not FORM.fullmatch(phrase)


@pytest.mark.parametrize("line", LINES)
def test_a_plain_word_is_plain(line: str) -> None:
    jargon, _, advice = line.partition(" = ")
    assert jargon
    assert advice
    assert phrases(advice, House()) == ()
