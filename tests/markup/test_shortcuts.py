"""The short cuts through Python-Markdown change no result: random texts are rendered with and without them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import shelfready.markup.extension
from shelfready.markup.renderer import Renderer

ROOT = Path(__file__).resolve().parents[2]

ATOMS = [
    *[
        "a",
        "b ",
        "word ",
        "two words",
        " ",
        "  ",
        "\n",
        "  \n",
        "   \n",
        "\t",
        "\n\n",
        "\n\n\n",
        ".",
        ",",
        "!",
        "?",
        ":",
        "~",
    ],
    *[
        "*",
        "**",
        "***",
        "_",
        "__",
        "`",
        "``",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "&",
        "&amp;",
        '"',
        "'",
        "|",
        "=",
    ],
    *[
        "[x]",
        "[x](y.md)",
        "(y.md)",
        "](",
        "[a b](https://e.x/q?a=b&c)",
        "[x][y]",
        "\n\n[y]: https://e.x\n",
        "![p](i.png)",
    ],
    *[
        "*em*",
        "**strong**",
        "`code`",
        "<b>",
        "<http://a.b/>",
        "[^1]",
        "\n\n[^1]: note",
        "- ",
        "1. ",
        "# ",
        "## ",
        "## Head\n\n",
    ],
    *["> ", "---", "    ", "!!! note\n    ", "\n\n| a | b |\n|---|--:|\n| c | d |\n\n", "é", "—", "日本", "{joint}"],
]


def without_short_cuts(monkeypatch: pytest.MonkeyPatch) -> Renderer:
    with monkeypatch.context() as patch:
        patch.setattr(shelfready.markup.extension, "shorten", lambda md: None)
        plain = Renderer({"joint": "Both"})
    # Only its place among the stages is ours: the guard behind it must see finished text.
    plain.markdown.treeprocessors.register(plain.markdown.treeprocessors["unescape"], "unescape", 2)
    return plain


@pytest.fixture(scope="module")
def both() -> tuple[Renderer, Renderer]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        return Renderer({"joint": "Both"}), without_short_cuts(monkeypatch)


def rendered(renderer: Renderer, text: str) -> str:
    try:
        return renderer.html(text)
    except Exception as error:  # the library trips over some texts; then both must trip
        return type(error).__name__


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(text=st.lists(st.sampled_from(ATOMS), max_size=16).map("".join))
def test_random_text_renders_the_same(both: tuple[Renderer, Renderer], text: str) -> None:
    quick, plain = both
    made = rendered(plain, text)
    # Python-Markdown loses track of nodes inside runs of four and more asterisks; the checker refuses such output.
    assert rendered(quick, text) == made or "klzzwxh" in made


@pytest.mark.parametrize("path", sorted((ROOT / "content" / "drafts").glob("*.md")), ids=lambda path: path.stem)
def test_our_own_drafts_render_the_same(both: tuple[Renderer, Renderer], path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert both[0].html(text) == both[1].html(text)
