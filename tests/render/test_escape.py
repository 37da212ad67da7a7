"""Plain text from records renders to exactly that text, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shelfready import words
from shelfready.markup.renderer import Renderer
from shelfready.render.escape import MarkdownText, escape, finalize

RENDERER = Renderer({"joint": "Both"})
SIGNS = st.sampled_from(
    [*"ab1 .,;:!?#>+-=~*_`[](){}|\\/&%$@'\"^", "&amp;", "1.", "--", "---", "!!!", "{joint}", "[^1]", "é"]
)


def read(markdown: str) -> str:
    return " ".join(words.text_of(RENDERER.html(markdown)).split())


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(parts=st.lists(SIGNS, min_size=1, max_size=14))
def test_a_paragraph_of_any_text_is_that_text(parts: list[str]) -> None:
    text = " ".join("".join(parts).split())
    assert read(escape(text)) == text


@settings(max_examples=500, deadline=None, derandomize=True)
@given(parts=st.lists(SIGNS, min_size=1, max_size=10))
def test_so_is_a_link_in_a_list_and_a_cell(parts: list[str]) -> None:
    text = " ".join("".join(parts).split())
    if text:
        assert read(f"1. [x{escape(text)}](<https://x.org/>)") == f"x{text}"
        assert read(f"| x{escape(text)} |\n| --- |\n") == f"x{text}"


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        pytest.param("a*b", r"a\*b", id="text is escaped"),
        pytest.param(MarkdownText("a*b*"), "a*b*", id="Markdown passes"),
        pytest.param(3, 3, id="numbers pass"),
    ],
)
def test_finalize(value: object, printed: object) -> None:
    assert finalize(value) == printed


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}])
def test_a_template_that_prints_anything_else_is_a_bug(value: object) -> None:
    with pytest.raises(TypeError):
        finalize(value)
