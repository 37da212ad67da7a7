"""Head, tabs and words of every page begin at one left edge."""

from __future__ import annotations

from typing import Any

import pytest

from browsing import WINDOWS, Site

pytestmark = pytest.mark.browser

_EDGES = """() => ["h1", ".md-banner__inner p"].map(
  (place) => Math.round([...document.querySelectorAll(place)].at(-1).getBoundingClientRect().left))"""


def apart(page: Any) -> bool:
    """Whether the title of the page that is open begins elsewhere than the notice above it."""
    title, notice = page.evaluate(_EDGES)
    return bool(title != notice)


@pytest.mark.parametrize("name", ["public", "preview"])
@pytest.mark.parametrize("window", WINDOWS)
def test_every_page(request: pytest.FixtureRequest, browser: Any, name: str, window: str) -> None:
    site: Site = request.getfixturevalue(name)
    width, height = WINDOWS[window]
    page = browser.new_page(viewport={"width": width, "height": height})
    found = []
    for path in site.pages() if name == "public" else ["shelf/index.html", "matrix/index.html"]:
        page.goto(site.url(path), wait_until="domcontentloaded")
        found += [path] if apart(page) else []
    page.close()
    assert found == []


@pytest.mark.parametrize(("margin", "expected"), [(0, False), (8, True)])
def test_an_edge_of_its_own_is_found(blank: Any, margin: int, expected: bool) -> None:
    blank.set_content(f'<div class="md-banner__inner"><p>Notice</p></div><h1 style="margin-left: {margin}px">Desk</h1>')
    assert apart(blank) is expected
