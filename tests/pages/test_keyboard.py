"""The keyboard reaches everything that can be pressed, each stop can be seen, and nothing holds the focus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from browsing import STILL, WINDOWS, Site, drawn_page

pytestmark = pytest.mark.browser

MOST = 400
"""Stops after which a page is taken for a trap."""

WANTED = """() => {
  const pressable = "a[href], button, input, select, textarea, summary, [role=button], [role=link], [onclick]";
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom + scrollY > 0;
    return inside && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  window.first = window.last = null;
  window.wanted = [...document.querySelectorAll(pressable)].filter(shown);
}"""
"""Keeps what a reader with a mouse could press on the page that is open."""

STOP = """async (patience) => {
  const element = document.activeElement;
  if (!element || element === document.body || (element === window.first && element !== window.last)) return null;
  window.first ??= element;
  window.last = element;
  window.wanted = window.wanted.filter((other) => other !== element);
  const style = getComputedStyle(element);
  const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || element.matches("textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
  const clip = ({ left, right, top, bottom }) =>
    [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
  const points = () => [...element.getClientRects()].map(clip).flatMap(([left, right, top, bottom]) =>
    [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, bottom - 2]]);
  const uncovered = () => points().some(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  const shown = () => uncovered() && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  for (let tries = 0; tries < patience && !shown(); tries++) await new Promise((then) => setTimeout(then, 20));
  return [element.outerHTML.slice(0, 100), marked, shown()];
}"""
"""Where the focus is, unless it left the page or began anew: the element, whether it is marked (by a line, or as a field by its caret), whether it is in sight;
what opens when it takes the focus has some time for that."""


@dataclass(frozen=True)
class Tour:
    """What pressing Tab from the top to the end of a page met."""

    stops: tuple[str, ...]
    missed: tuple[str, ...]
    unmarked: tuple[str, ...]
    hidden: tuple[str, ...]
    ends: bool

    def faults(self) -> list[str]:
        """All that is wrong, in words."""
        kinds = {"missed": self.missed, "unmarked": self.unmarked, "hidden": self.hidden}
        found = [f"{kind}: {element}" for kind, elements in kinds.items() for element in elements]
        return found if self.ends else [*found, f"trapped: {self.stops[-1]}"]


def tour(page: Any, key: str = "Tab", most: int = MOST, patience: int = 200) -> Tour:
    """Press a key until the focus has been everywhere on the page that is open."""
    page.add_style_tag(content=STILL)
    page.evaluate(WANTED)
    stops: list[tuple[str, bool, bool]] = []
    while len(stops) < most:
        page.keyboard.press(key)
        stop = page.evaluate(STOP, patience)
        if stop is None:
            break
        stops.append((stop[0], stop[1], stop[2]))
    return Tour(
        tuple(element for element, _, _ in stops),
        tuple(page.evaluate("window.wanted.map((element) => element.outerHTML.slice(0, 100))")),
        tuple(element for element, marked, _ in stops if not marked),
        tuple(element for element, _, shown in stops if not shown),
        len(stops) < most,
    )


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", ["public", "preview"])
def test_every_page(request: pytest.FixtureRequest, browser: Any, name: str, window: str) -> None:
    site: Site = request.getfixturevalue(name)
    width, height = WINDOWS[window]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    faults = {}
    for path in site.sample() if name == "public" else site.few():
        page.goto(site.url(path))
        faults[path] = tour(page).faults()
    context.close()
    assert faults
    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize("window", WINDOWS)
def test_the_way_back(public: Site, browser: Any, window: str) -> None:
    """Backwards a page scrolls the other way, below the head that stays where it is."""
    width, height = WINDOWS[window]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    for path in public.few():
        page.goto(public.url(path))
        assert tour(page, "Shift+Tab").faults() == [], path
    context.close()


FAR = "position: absolute; left: -999px"
LID = '<div style="position: fixed; inset: 0; background: #fff"></div>'
HOLD = "onkeydown=\"event.key === 'Tab' && event.preventDefault()\""


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        pytest.param('<a href="/a/">A</a>', [], id="a link"),
        pytest.param('<a href="/a/" tabindex="-1">A</a>', ["missed: <a"], id="a link that Tab leaves out"),
        pytest.param('<a href="/a/" tabindex="-1" hidden>A</a>', [], id="a link that nobody sees"),
        pytest.param('<span role="button" tabindex="0">A</span>', [], id="a button of its own making"),
        pytest.param('<span role="button">A</span>', ["missed: <span"], id="a button for the mouse alone"),
        pytest.param('<a href="/a/" style="outline: 2px solid">A</a>', [], id="a mark of its own"),
        pytest.param('<a href="/a/" style="outline: 0">A</a>', ["unmarked: <a"], id="a stop without a mark"),
        pytest.param('<input aria-label="A" style="outline: 0">', [], id="a field, which has a caret"),
        pytest.param(f'<a href="/a/" style="{FAR}">A</a>', ["hidden: <a"], id="a stop outside the window"),
        pytest.param('<a href="/a/" style="opacity: 0">A</a>', ["hidden: <a"], id="a stop that cannot be seen"),
        pytest.param(f'<a href="/a/">A</a>{LID}', ["hidden: <a", "hidden: <a"], id="a stop below something else"),
        pytest.param(f"<button {HOLD}>A</button>", ["trapped: <button"], id="a button that keeps the focus"),
    ],
)
def test_faults_are_found(blank: Any, body: str, faults: list[str]) -> None:
    blank.set_content(drawn_page(f'<a href="/0/">0</a> {body}'))
    assert [
        " ".join(found.split()[:2]).partition(">")[0] for found in tour(blank, most=9, patience=1).faults()
    ] == faults


@pytest.fixture
def page(public: Site, browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """The largest piece, in a window of this name."""
    width, height = WINDOWS[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    opened.goto(public.url(next(path for path in public.few() if path.startswith("answers/"))))
    opened.add_style_tag(content=STILL)
    yield opened
    context.close()


@pytest.mark.parametrize("page", WINDOWS, indirect=True)
def test_the_first_stop_leads_past_the_head_of_the_page(page: Any) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_the_menu_opens_and_shuts(page: Any) -> None:
    shown = "document.elementFromPoint(40, innerHeight / 2)?.closest('nav') !== null"
    page.get_by_role("button", name="Menu").focus()
    assert not page.evaluate(shown)
    page.keyboard.press("Enter")
    page.wait_for_function(shown)
    assert page.evaluate("document.activeElement.closest('nav') !== null"), "the focus is in the menu"
    page.keyboard.press("Escape")
    page.wait_for_function(f"!({shown})")
    assert page.evaluate("document.activeElement.getAttribute('aria-label') === 'Menu'"), "the focus is back"


@pytest.mark.parametrize("page", ["phone"], indirect=True)
def test_an_open_menu_hides_no_stop(page: Any) -> None:
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    assert tour(page).hidden == ()
