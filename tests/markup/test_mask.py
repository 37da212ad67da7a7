"""Code is blanked out, and a place in the text stays that place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelfready.markup.mask import locate, mask, place_at


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        pytest.param("a `b` c", "a     c", id="a code span"),
        pytest.param("a ``b ` c`` d", "a           d", id="a span with a backtick inside"),
        pytest.param("a `b\nc` d", "a   \n   d", id="a span over two lines"),
        pytest.param("a ` b", "a ` b", id="a single backtick is text"),
        pytest.param("a `b\n\nc` d", "a `b\n\nc` d", id="no span goes over a blank line"),
        pytest.param("a \\`b` c", "a \\`b` c", id="an escaped backtick opens nothing"),
        pytest.param("```\nx\n```\ny", "   \n \n   \ny", id="fenced code"),
        pytest.param("~~~ html\n`\n~~~\n`y`", "        \n \n   \n   ", id="fenced code with tildes"),
        pytest.param("```\nx\ny", "   \n \n ", id="a fence without end"),
        pytest.param("no code", "no code", id="no code"),
    ],
)
def test_mask(text: str, masked: str) -> None:
    assert mask(text) == masked


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=st.text(alphabet="ab `~\n\\", max_size=60))
def test_mask_keeps_every_line_and_column(text: str) -> None:
    masked = mask(text)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


def test_places_count_lines_and_columns_from_one() -> None:
    assert str(place_at("a.md", "ab\ncd", 4)) == "a.md:2:2"


@pytest.mark.parametrize(
    ("needle", "offset"),
    [
        pytest.param("cd", 3, id="as written"),
        pytest.param("ab cd", 0, id="over a line end"),
        pytest.param("ab xx", 0, id="by its first word"),
        pytest.param("zz", 0, id="nowhere"),
    ],
)
def test_locate_never_fails(needle: str, offset: int) -> None:
    assert locate("ab\ncd", needle) == offset
