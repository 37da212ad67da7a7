"""No page scrolls sideways, on a desk, on a phone, or zoomed; beside it, pages that do."""

from __future__ import annotations

from typing import Any

import pytest

from browsing import drawn_page, too_wide
from pages.conftest import ZOOMED, Walk

pytestmark = pytest.mark.browser


def test_no_page_is_too_wide(walk: Walk) -> None:
    assert any(name in seen.where for seen in walk.seen for name in ZOOMED)
    assert {seen.where: seen.wide for seen in walk.seen if seen.wide} == {}


@pytest.mark.parametrize(
    ("body", "width", "sticks_out"),
    [
        pytest.param("<p>Look from outside.</p>", 320, False, id="words that wrap"),
        pytest.param(f"<p>{'look' * 20}</p>", 1280, False, id="a word that fits"),
        pytest.param(f"<p>{'look' * 20}</p>", 320, True, id="a word that does not fit"),
        pytest.param('<div style="width: 600px">A</div>', 640, False, id="a box that fits"),
        pytest.param('<div style="width: 700px">A</div>', 640, True, id="a box that does not fit"),
        pytest.param(
            '<div style="overflow: auto"><div style="width: 700px">A</div></div>', 640, False, id="a box that scrolls"
        ),
    ],
)
def test_what_sticks_out_is_found(blank: Any, body: str, width: int, sticks_out: bool) -> None:
    blank.set_content(drawn_page(body))
    assert bool(too_wide(blank, width, 400)) is sticks_out
