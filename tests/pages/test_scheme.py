"""Pages are light or dark as the reader has it, from one visit to the next."""

from __future__ import annotations

from typing import Any

import pytest

from browsing import Site, drawn_page, scheme_of
from pages.conftest import Walk

pytestmark = pytest.mark.browser


def test_every_page(walk: Walk) -> None:
    assert {seen.scheme for seen in walk.seen} == {"light", "dark"}
    assert [seen.where for seen in walk.seen if seen.shown != seen.scheme] == []


@pytest.mark.parametrize(
    "schemes",
    [
        pytest.param(["light", "light"], id="always light"),
        pytest.param(["dark", "dark"], id="always dark"),
        pytest.param(["light", "dark", "light"], id="dark in the evening"),
    ],
)
def test_a_reader_who_comes_again(public: Site, browser: Any, schemes: list[str]) -> None:
    page = browser.new_page()
    met = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        page.goto(public.base)
        met.append(scheme_of(page))
    page.context.close()
    assert met == schemes


@pytest.mark.parametrize(
    ("ground", "scheme"), [("#fff", "light"), ("#e0f0f0", "light"), ("#123", "dark"), ("#000", "dark")]
)
def test_what_counts_as_dark(blank: Any, ground: str, scheme: str) -> None:
    blank.set_content(drawn_page("", f"<style>body {{ background: {ground} }}</style>"))
    assert scheme_of(blank) == scheme
