"""Work is bounded: what would keep a Markdown parser busy is refused before it is parsed."""

from __future__ import annotations

import pytest

from shelfready.markup.limits import too_complex
from shelfready.markup.renderer import Renderer

PATHOLOGICAL = [
    pytest.param("[" * 1900, id="opening brackets"),
    pytest.param("\n".join(["[" * 1900] * 30), id="many lines of opening brackets"),
    pytest.param("[a](b " * 300, id="unfinished links"),
    pytest.param("* " * 900, id="lists in one line"),
    pytest.param("> " * 900, id="quotes in one line"),
    pytest.param("1. " * 600, id="numbered lists in one line"),
    pytest.param("\n".join("    " * n + "- a" for n in range(60)), id="a staircase of lists"),
    pytest.param("|" * 1900 + "\n" + "|-" * 900, id="a table of a thousand columns"),
    pytest.param("*a " * 600, id="opening asterisks"),
    pytest.param("_a " * 600, id="opening underscores"),
    pytest.param("`" * 1900, id="backticks"),
    pytest.param("!" + "![a" * 600, id="unfinished pictures"),
    pytest.param("<a " * 600, id="unfinished tags"),
    pytest.param("{a} " * 400, id="opening braces"),
    pytest.param("".join(f"[^{n}]: a[^{n + 1}]\n\n" for n in range(160)), id="notes that lead to notes"),
    pytest.param("a\n" * 7000, id="a paragraph without end"),
    pytest.param("a\n\n" * 2000, id="too many lines"),
]


@pytest.mark.parametrize("text", PATHOLOGICAL)
def test_refused_before_parsing(text: str) -> None:
    excess = too_complex(text)
    assert excess is not None
    line, words = excess
    assert 1 <= line <= text.count("\n") + 1
    assert words
    assert [refusal.code for refusal in Renderer({}).prose("a.md", text).refusals] == ["MKD009"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a\n\n    - b\n\n        - c\n\n            - d\n", id="four lists inside each other"),
        pytest.param("> > > three quotes", id="three quotes"),
        pytest.param("| a " * 20 + "|\n" + "| - " * 20 + "|", id="twenty columns"),
        pytest.param("[a](b.md) " * 100, id="a hundred links in a paragraph"),
        pytest.param("word " * 2000, id="two thousand words"),
        pytest.param("\n\n".join(f"## H{n}\n\ntext" for n in range(200)), id="two hundred headings"),
        pytest.param("".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(150)), id="a hundred and fifty notes"),
        pytest.param("2026-11-20 - 1. and 2.\n- a\n+ b\n", id="dates and signs"),
    ],
)
def test_ordinary_text_is_within_the_limits(text: str) -> None:
    assert too_complex(text) is None


@pytest.mark.parametrize(
    ("text", "excess"),
    [
        pytest.param("> " * 20, (5, "lists or quotes nested more than 6 deep"), id="quotes"),
        pytest.param("a[^1]\n" * 301, (305, "more than 300 footnote marks and texts"), id="the 301st note"),
    ],
)
def test_the_line_of_the_first_excess_is_named(text: str, excess: tuple[int, str]) -> None:
    assert too_complex("fine\n\nfine\n\n" + text) == excess
