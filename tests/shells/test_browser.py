"""A real browser over the built site, used as readers do: they search, copy, and read without a script or a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import chromium, served
from running import own_project, shelfready

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = own_project(tmp_path_factory.mktemp("browser"))
    assert shelfready("build", "--as-of", "2026-11-21", folder=folder).returncode == 0
    with served(folder / "site") as address:
        yield folder / "site", address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def search(browser: Any, base: str, words: str) -> list[str]:
    """Titles that the site's search finds."""
    page = browser.new_page()
    page.goto(base)
    page.wait_for_load_state("networkidle")
    page.click("input[name=query]")
    page.keyboard.type(words, delay=20)
    page.wait_for_selector(".md-search-result__item", timeout=15_000)
    titles = page.locator(".md-search-result__item h1").all_inner_texts()
    page.close()
    return [str(title) for title in titles]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        pytest.param("exposed", "How can I tell if my system is exposed?", id="a word of the title"),
        pytest.param("include security", "Why doesn't DICOM mandate security?", id="another wording of the question"),
        pytest.param("certificates", "One-page checklist for imaging networks", id="a word of the text"),
    ],
)
def test_search_finds_a_piece(site: tuple[Path, str], browser: Any, words: str, title: str) -> None:
    assert title in search(browser, site[1], words)


def test_a_statement_is_copied_with_its_attribution(site: tuple[Path, str], browser: Any) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site[1] + "answers/one-page-checklist/")
    page.click("text=Copy with attribution")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("A hospital can begin with seven steps")
    assert "(Example desk, “One-page checklist for imaging networks”, https://imaging-answers.example/" in copied
    context.close()


def test_everything_to_read_is_there_without_a_script(site: tuple[Path, str], browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site[1] + "answers/why-dicom-does-not-mandate-security/")
    text = page.inner_text("main")
    assert "One scan, five tools" in text
    assert "Copy with attribution" not in text
    assert "press@imaging-answers.example" in text
    context.close()


def test_a_folder_that_was_mailed_can_be_read_without_a_web_server(site: tuple[Path, str], browser: Any) -> None:
    page = browser.new_page()
    page.goto((site[0] / "index.html").as_uri())
    page.click(".md-tabs a:has-text('Answers')")
    page.wait_for_url((site[0] / "answers/index.html").as_uri())
    page.click("article a:has-text('mandate security?')")
    page.wait_for_url((site[0] / "answers/why-dicom-does-not-mandate-security/index.html").as_uri())
    assert page.inner_text("h1") == "Why doesn't DICOM mandate security?"
    page.close()
