"""Addresses as pages write them, and beside each the path below the site that it leads to; None leaves the site."""

from __future__ import annotations

import pytest

from shelfready.verify.paths import inside


@pytest.mark.parametrize(
    ("page", "target", "path"),
    [
        pytest.param("answers/piece/index.html", "../dark/", "answers/dark", id="beside the page's folder"),
        pytest.param("answers/piece/index.html", "a.png", "answers/piece/a.png", id="in the page's folder"),
        pytest.param("answers/piece/index.html", "../..", "", id="up to the top"),
        pytest.param("answers/piece/index.html", "../../..", None, id="above the top"),
        pytest.param("answers/piece/index.html", "../../../x/", None, id="beside the site"),
        pytest.param("answers/piece/index.html", "#top", "answers/piece/index.html", id="the page itself"),
        pytest.param("answers/piece/index.html", "?q=1", "answers/piece/index.html", id="the page, asked something"),
        pytest.param("index.html", "/desk/media/", "media", id="a path of the host below the site's own"),
        pytest.param("index.html", "/desk/", "", id="the site's own path"),
        pytest.param("index.html", "/other/media/", None, id="another path of the host"),
        pytest.param("index.html", "/desk/../x", None, id="a path that climbs out of the site's own"),
        pytest.param("index.html", "https://host.example/desk/media/#a", "media", id="the whole address"),
        pytest.param("index.html", "https://host.example/other/", None, id="another address of the host"),
        pytest.param("index.html", "http://host.example/desk/", None, id="another scheme"),
        pytest.param("index.html", "//host.example/desk/", None, id="no scheme"),
        pytest.param("index.html", "mailto:a@host.example", None, id="a mail address"),
        pytest.param("index.html", "https://[host/", None, id="an address that cannot be read"),
        pytest.param("index.html", "a%20b%2Fc.pdf", "a b/c.pdf", id="escaped signs"),
    ],
)
def test_the_path_that_an_address_leads_to(page: str, target: str, path: str | None) -> None:
    assert inside(page, target, "https://host.example/desk/") == path
