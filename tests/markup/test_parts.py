"""What could make text vanish from a page: signs by which the staged page and Python-Markdown find their places."""

from __future__ import annotations

import pytest
from markdown import Markdown

from shelfready.markup import ENGINE_BUILTINS
from shelfready.markup.blocks import PART_MARKER
from shelfready.markup.extension import AuthorMarkdown
from shelfready.markup.renderer import Renderer

RULE = '<hr class="shelfready-part" />'


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param(f"a\n\n{PART_MARKER}\n\nb", 1, id="on a line of its own it divides the page"),
        pytest.param(f"a\n\n    {PART_MARKER}\n\nb", 0, id="indented it is an author's"),
        pytest.param(f"- a\n\n    {PART_MARKER}\n", 0, id="in a list it is an author's"),
        pytest.param(f"> {PART_MARKER}\n", 0, id="in a quote it is an author's"),
    ],
)
def test_only_our_own_marker_divides_a_staged_page(text: str, rules: int) -> None:
    staged = Markdown(extensions=[*ENGINE_BUILTINS, AuthorMarkdown({}, staged=True)])
    assert staged.convert(text).count(RULE) == rules


def test_no_text_is_the_place_for_footnotes() -> None:
    html = Renderer({}).html("a[^1]\n\n///Footnotes Go Here///\n\n[^1]: b\n")
    assert "Footnotes Go Here" in html
    assert html.index("Footnotes Go Here") < html.index('class="footnote"')
