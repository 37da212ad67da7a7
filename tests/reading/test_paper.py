"""How many lines a text takes, and how high blocks are; real prints are in tests/shells/test_print.py."""

from __future__ import annotations

import pytest

from shelfready.markup.mask import mask
from shelfready.reading.paper import body
from shelfready.reading.signs import lines, width


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        pytest.param("", 5, 1, id="nothing"),
        pytest.param("mm mm", 3.7, 1, id="what just fits: four signs of 15/18 and a blank of 5/18"),
        pytest.param("mm mm", 3.5, 2, id="what just does not"),
        pytest.param("mm mm mm", 3.7, 2, id="the blank at the end of a line takes no room"),
        pytest.param("mm-mm", 3.5, 2, id="a hyphen breaks"),
        pytest.param("mm.mm", 3.5, 2, id="a word too long for a line breaks anywhere"),
        pytest.param("mmmmmmmm", 1.7, 4, id="again and again"),
        pytest.param("\u533b\u7642\u753b\u50cf", 2, 2, id="Japanese signs are as wide as high"),
        pytest.param("ijl" * 10, 6.7, 1, id="narrow signs"),
        pytest.param("WMG" * 10, 6.7, 5, id="wide signs"),
        pytest.param("a b", 0, 2, id="no room at all"),
    ],
)
def test_lines(text: str, room: float, expected: int) -> None:
    assert lines(text, room) == expected


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        pytest.param("[Look](https://example.org/a-long-address-that-nobody-sees).", "Look.", id="addresses are not printed"),
        pytest.param("**Look** *twice*.", "Look twice.", id="nor signs"),
        pytest.param("- Look.[^a]\n\n[^a]: A note.\n\n    More of it.\n", "- Look.[^a]\n", id="nor footnotes in their place"),
        pytest.param("See [this][a].\n\n[a]: https://example.org/\n", "See this.\n", id="nor addresses below a text"),
        pytest.param("1. One.\n2. Two.\n", "- One.\n- Two.\n", id="numbers and dots"),
        pytest.param("- Look. {joint}\n", "- Look.\n", id="an owner mark, which is no higher than its line"),
        pytest.param("```\na\nb\n```\n", "~~~\na\nb\n~~~\n", id="two kinds of fences"),
        pytest.param("| a | b |\n| - | - |\n| c | d |\n", "| a | b |\n| :-- | --: |\n| c | d |\n", id="a table's dashes"),
        pytest.param("!!! note\n    Look.\n", "!!! note\n\n    Look.\n", id="a note with and without an empty line"),
    ],
)  # fmt: skip
def test_as_high_as(text: str, same_as: str) -> None:
    assert body(text, mask(text), {}) == body(same_as, mask(same_as), {}) > 0


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        pytest.param("Look.\n", "## Look\n", id="a heading"),
        pytest.param("- a\n- b\n", "- a\n\n- b\n", id="items that stand apart"),
        pytest.param("- a\n- b\n", "- a\n    - b\n", id="a list in a list"),
        pytest.param("- a\n- b\n", "| a |\n| - |\n| b |\n", id="a table"),
        pytest.param("- a\n", "- a[^b]\n", id="a footnote mark"),
        pytest.param("Look.\n", "> Look.\n\nLook.\n", id="a quotation"),
        pytest.param("- Look.\n\n    Look.\n", "- Look.\n\n    Look.\n\n    Look.\n", id="a paragraph of an item"),
        pytest.param("| a | b |\n| - | - |\n| c | d |\n", "| a | b |\n| - | - |\n| c | " + "many words " * 20 + "|\n", id="a full cell"),
    ],
)  # fmt: skip
def test_higher_than(lower: str, higher: str) -> None:
    assert body(lower, mask(lower), {}) < body(higher, mask(higher), {"joint": "Both"})


def test_widths_are_those_of_arial() -> None:
    assert [round(width(sign), 2) for sign in "iatmW@"] == [0.22, 0.56, 0.28, 0.83, 0.94, 1.0]
