"""Links as authors write them, and beside each the staged page that it leads to; None leaves the site."""

from __future__ import annotations

import pytest

from shelfready.addresses import resolve, staged_path, topic_page, url_path


@pytest.mark.parametrize(
    ("base", "target", "page"),
    [
        pytest.param("answers/piece.md", "other.md", "answers/other.md", id="beside the page"),
        pytest.param("answers/piece.md", "./other.md", "answers/other.md", id="beside the page, with a dot"),
        pytest.param("answers/piece.md", "../media.md", "media.md", id="one folder up"),
        pytest.param("answers/piece.md", "../guide/../media.md", "media.md", id="up, down and up"),
        pytest.param("answers/piece.md", "/media.md", "media.md", id="from the top"),
        pytest.param("answers/piece.md", "//media.md", "media.md", id="from the top, with two slashes"),
        pytest.param("answers/piece.md", "..", ".", id="the top itself"),
        pytest.param("answers/piece.md", "/", ".", id="the top itself from the top"),
        pytest.param("answers/piece.md", "../..", None, id="above the top"),
        pytest.param("answers/piece.md", "../../docs/media.md", None, id="beside the site"),
        pytest.param("answers/piece.md", "x/../../../media.md", None, id="beside the site, in a roundabout way"),
        pytest.param("answers/piece.md", "/../media.md", None, id="from the top, and then above it"),
        pytest.param("answers/piece.md", "/x/../../media.md", None, id="from the top, above it in a roundabout way"),
        pytest.param("index.md", "../media.md", None, id="above the top from a page at the top"),
    ],
)
def test_the_page_that_a_link_leads_to(base: str, target: str, page: str | None) -> None:
    assert resolve(base, target) == page


@pytest.mark.parametrize(
    ("path", "page", "address"),
    [
        pytest.param("content/drafts/piece.md", "answers/piece.md", "answers/piece/", id="a draft"),
        pytest.param("content/drafts/security-policy.md", "security-policy.md", "security-policy/", id="the policy"),
        pytest.param("docs/index.md", "index.md", "", id="the home page"),
        pytest.param("docs/about.md", "about.md", "about/", id="a page"),
        pytest.param("docs/guide/index.md", "guide/index.md", "guide/", id="the first page of a folder"),
        pytest.param("docs/my-index.md", "my-index.md", "my-index/", id="a name that only ends in index"),
    ],
)
def test_where_a_text_is_staged_and_its_address(path: str, page: str, address: str) -> None:
    assert (staged_path(path), url_path(page)) == (page, address)


def test_the_policy_has_an_address_of_its_own() -> None:
    assert [topic_page(slug) for slug in ("piece", "security-policy")] == ["answers/piece.md", "security-policy.md"]
