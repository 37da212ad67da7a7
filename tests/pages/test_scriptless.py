"""Without a script every page says the same words, its links lead on, and nothing stands there that does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from browsing import WINDOWS, Site, drawn_page, too_wide

pytestmark = pytest.mark.browser

WORDS = """() => {
  const parts = [...document.querySelectorAll("h1, h2, h3, p, li, td, th, figcaption, pre")];
  const shown = parts.filter((part) => part.closest("main") && part.checkVisibility() && !part.closest("nav"));
  const said = shown.map((part) => {
    const copy = part.cloneNode(true);
    for (const other of copy.querySelectorAll("button")) other.remove();
    return copy.textContent.replace(/\\s+/g, " ").trim();
  });
  return said.filter((words) => words);
}"""
"""What a reader finds in the main part, without what buttons say."""

IDLE = """() => [...document.querySelectorAll("button, input, select, textarea, [role=button]")]
  .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((element) => element.getBoundingClientRect().width > 0)
  .map((element) => element.outerHTML.slice(0, 100))"""
"""Controls that are to be seen, though no script answers them; there is no form on the site."""


@pytest.fixture(scope="package")
def scriptless(browser: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="package")
def scripted(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", ["public", "preview"])
def test_every_page(request: pytest.FixtureRequest, scripted: Any, scriptless: Any, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    for path in site.sample() if name == "public" else site.few():
        for page in (scripted, scriptless):
            page.set_viewport_size({"width": 1280, "height": 800})
            page.goto(site.url(path))
        for window, size in WINDOWS.items():
            assert too_wide(scriptless, *size) == [], (path, window)
            scripted.set_viewport_size({"width": size[0], "height": size[1]})  # a phone has links that a desk has not
            words = scriptless.evaluate(WORDS)
            assert words, path
            assert words == scripted.evaluate(WORDS), (path, window)
            assert scriptless.evaluate(IDLE) == [], (path, window)


@pytest.mark.parametrize(
    ("body", "same", "idle"),
    [
        pytest.param("<p>Look.</p>", True, 0, id="words in the page"),
        pytest.param("<p id=a></p><script>a.textContent = 'Look.'</script>", False, 0, id="words out of a script"),
        pytest.param(
            "<p hidden>Look.</p><script>document.querySelector('p').hidden = false</script>",
            False,
            0,
            id="a script that shows",
        ),
        pytest.param(
            "<p>Look. <button hidden>Copy</button></p><script>document.querySelector('button').hidden = false</script>",
            True,
            0,
            id="a button out of a script",
        ),
        pytest.param("<p>Look. <button>Copy</button></p>", True, 1, id="a button that needs a script"),
    ],
)
def test_faults_are_found(scripted: Any, scriptless: Any, body: str, same: bool, idle: int) -> None:
    for page in (scripted, scriptless):
        page.set_content(drawn_page(body))
    assert (scripted.evaluate(WORDS) == scriptless.evaluate(WORDS)) is same
    assert len(scriptless.evaluate(IDLE)) == idle


@pytest.mark.parametrize("window", WINDOWS)
def test_the_menu_leads_on(public: Site, scriptless: Any, window: str) -> None:
    width, height = WINDOWS[window]
    scriptless.set_viewport_size({"width": width, "height": height})
    scriptless.goto(public.base)
    if window == "phone":
        scriptless.click("header [for=__drawer]")
    scriptless.locator("nav a[href='answers/']:visible").first.click()
    scriptless.wait_for_url(public.base + "answers/")
    scriptless.locator("article a:visible").first.click()
    assert scriptless.inner_text("h1")
