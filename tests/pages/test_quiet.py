"""Pages put nothing into the browser's console and ask nothing of other hosts; beside it, pages that do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from browsing import Heard, Site, drawn_page
from pages.conftest import Walk

pytestmark = pytest.mark.browser


def test_no_page_says_anything(walk: Walk) -> None:
    assert walk.seen
    assert walk.said == ()


def test_no_page_asks_another_host(walk: Walk) -> None:
    assert walk.seen
    assert walk.asked == ()


@pytest.fixture(scope="module")
def listening(public: Site, browser: Any) -> Iterator[tuple[Any, Heard]]:
    """A page, and all that is heard of it."""
    context = browser.new_context()
    heard = Heard(public.base)
    heard.listen(context)
    yield context.new_page(), heard
    context.close()


@pytest.mark.parametrize(
    ("body", "said", "asked"),
    [
        pytest.param("<script>console.log('drawn')</script>", 0, 0, id="a remark"),
        pytest.param("<script>console.warn('old')</script>", 1, 0, id="a warning"),
        pytest.param("<script>console.error('no')</script>", 1, 0, id="an error"),
        pytest.param("<script>missing()</script>", 1, 0, id="a script that fails"),
        pytest.param('<img src="assets/images/none.png" alt="A">', 1, 0, id="a picture that is not there"),
        pytest.param(
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A">', 0, 0, id="a picture in the page"
        ),
        pytest.param('<img src="https://other.example/a.png" alt="A">', 1, 1, id="a picture of another host"),
        pytest.param('<link rel="stylesheet" href="//other.example/a.css">', 1, 1, id="styles of another host"),
        pytest.param("<script>fetch('https://other.example/').catch(() => 0)</script>", 1, 1, id="a script that asks"),
    ],
)
def test_what_pages_do_is_heard(listening: tuple[Any, Heard], body: str, said: int, asked: int) -> None:
    page, heard = listening
    heard.said.clear()
    heard.asked.clear()
    page.route(heard.base, lambda route: route.fulfill(body=drawn_page(body), content_type="text/html"))
    page.goto(heard.base)
    for _ in range(100):  # a script's request ends after the page is there
        if (len(heard.said), len(heard.asked)) == (said, asked):
            break
        page.wait_for_timeout(20)
    page.unroute(heard.base)
    assert (len(heard.said), len(heard.asked)) == (said, asked), heard
