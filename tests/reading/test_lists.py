"""The packaged lists agree with each other: what one tells people to write, none of them finds fault with."""

from __future__ import annotations

import pytest

from shelfready.reading import House, phrases
from shelfready.reading.packaged import entries

LINES = [line for entry in entries("plain") for line in str(entry["phrases"]).splitlines() if line]


@pytest.mark.parametrize("line", LINES)
def test_a_plain_word_is_plain(line: str) -> None:
    jargon, _, advice = line.partition(" = ")
    assert jargon
    assert advice
    assert phrases(advice, House()) == ()
