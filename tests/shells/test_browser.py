"""A real browser over the built site, used as readers do: they search, copy, and read without a script or a server."""

from __future__ import annotations

import re
import subprocess
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


EXPOSED, LIST = "How can I tell if my system is exposed?", "One-page checklist for imaging networks"
WHY = "Why doesn't DICOM mandate security?"


@pytest.mark.parametrize(
    ("words", "fitting"),
    [
        pytest.param("include security", [WHY], id="another wording of the question"),
        pytest.param("certificates", [LIST, "How to turn on encryption and why"], id="a word of the text"),
        pytest.param("exposed", [EXPOSED], id="exposed"),
        pytest.param("hacked", [EXPOSED, "Hackers simulate cancer in images"], id="hacked"),
        pytest.param("port", [EXPOSED], id="port"),
        pytest.param("ransomware", [LIST, EXPOSED], id="ransomware"),
        pytest.param("encryption", [WHY, "How to turn on encryption and why"], id="encryption"),
        pytest.param("PACS", [LIST, "Response to unprotected PACS servers on the internet"], id="PACS"),
    ],
)
def test_search_finds_a_fitting_piece_among_the_first_three(
    site: tuple[Path, str], browser: Any, words: str, fitting: list[str]
) -> None:
    assert set(search(browser, site[1], words)[:3]) & set(fitting)


def test_search_shows_no_word_that_only_search_knows(site: tuple[Path, str], browser: Any) -> None:
    page = browser.new_page()
    page.goto(site[1])
    page.click("input[name=query]")
    page.keyboard.type("hacked", delay=20)
    page.wait_for_selector(".md-search-result__item .md-tags", state="attached", timeout=15_000)
    assert "hacked" not in page.inner_text(".md-search-result__list")
    page.close()


TOPICS = ["answers/how-can-i-tell-if-my-system-is-exposed/", "answers/one-page-checklist/", "security-policy/"]


@pytest.mark.parametrize("path", TOPICS)
def test_on_a_phone_the_answer_and_its_days_need_no_scrolling(site: tuple[Path, str], browser: Any, path: str) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 667})
    page.goto(site[1] + path)
    page.wait_for_load_state("networkidle")
    for part in ("h1", ".shelf-statement > p", "text=Copy with attribution", "text=Ask by email", ".shelf-facts"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= 667, part
    page.close()


def test_home_fits_what_matters_into_one_screen(site: tuple[Path, str], browser: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site[1])
    for part in ("h1", ".shelf-intro p", ".shelf-questions li", ".shelf-contact__mail"):
        box = page.locator(part).first.bounding_box()
        assert box["y"] + box["height"] <= 800, part
    page.close()


LINES = """() => [...document.querySelectorAll(".shelf-body > p, .shelf-statement > p:first-of-type")].flatMap((block) => {
  const range = document.createRange(), ends = [];
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let row = null, count = 0;
  while (texts.nextNode()) for (let at = 0; at < texts.currentNode.length; at++) {
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + 1);
    const box = range.getClientRects()[0];
    if (!box) continue;
    if (row !== null && box.bottom - row > 12) { ends.push(count); count = 0; }
    row = box.bottom;
    count++;
  }
  return ends;
})"""
"""How many characters each full line of running text has."""


@pytest.mark.parametrize(("width", "least"), [(375, 33), (768, 45), (1280, 45), (1920, 45)])
def test_lines_can_be_read(site: tuple[Path, str], browser: Any, width: int, least: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(site[1] + "answers/why-dicom-does-not-mandate-security/")
    lines = sorted(page.evaluate(LINES))
    assert least <= lines[len(lines) // 2] <= lines[-len(lines) // 20] <= 75
    page.close()


@pytest.mark.parametrize(("label", "opened"), [("Menu", "__drawer"), ("Search", "__search")])
def test_the_keyboard_opens_menu_and_search_on_a_phone(
    site: tuple[Path, str], browser: Any, label: str, opened: str
) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 667})
    page.goto(site[1])
    page.wait_for_load_state("networkidle")
    page.focus(f"button[aria-label={label}]")
    page.keyboard.press("Enter")
    assert page.is_checked(f"#{opened}")
    assert page.get_attribute(f"button[aria-label={label}]", "aria-expanded") == "true"
    page.close()


@pytest.mark.poppler
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_print_carries_address_and_days_and_no_menu(
    site: tuple[Path, str], browser: Any, tmp_path: Path, paper: str
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(site[1] + "answers/one-page-checklist/")
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    hidden = ("header.md-header", ".md-tabs", ".md-sidebar--secondary", ".shelf-contents", ".shelf-footer", "button")
    assert not [part for part in hidden if page.locator(part).first.is_visible()]
    page.pdf(path=tmp_path / "print.pdf", format=paper)
    page.close()
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "print.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.split("\f")[:-1]
    for number, sheet in enumerate(sheets, 1):
        last = " ".join(sheet.strip().splitlines()[-1].split())
        assert last.startswith("https://imaging-answers.example/answers/one-page-checklist/ "), last
        assert re.search(rf" \d+ \w+ 2026(?:, edition \d+)? Page {number} of {len(sheets)}$", last), last
    assert "<https://dicom.nema.org/medical/dicom/current/output/chtml/part02/PS3.2.html>" in " ".join(text.split())


def test_a_statement_is_copied_with_its_attribution(site: tuple[Path, str], browser: Any) -> None:
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site[1] + "answers/one-page-checklist/")
    page.click("text=Copy with attribution")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("A hospital can begin with seven steps")
    assert "(Example desk, “One-page checklist for imaging networks”, " in copied
    assert copied.endswith(", https://imaging-answers.example/answers/one-page-checklist/)")
    context.close()


def test_everything_to_read_is_there_without_a_script(site: tuple[Path, str], browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site[1] + "answers/why-dicom-does-not-mandate-security/")
    text = page.inner_text("main")
    assert "The story of one scan" in text
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
