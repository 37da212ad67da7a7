"""The two sites, built once, one browser, and one walk over all pages that several tests ask about."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from browsing import STILL, WINDOWS, Heard, Site, change, chromium, lasting, scheme_of, served, too_wide
from running import ROOT, own_project, shelfready

SHOTS = ROOT / "build" / "shots"

ZOOMED = {"zoom 200 %": (640, 400), "zoom 400 %": (320, 256)}
"""What a window of 1280 x 800, or 1280 x 1024 as WCAG 1.4.10 has it, shows when it is zoomed: fewer CSS pixels."""

ALL = [(window, scheme) for scheme in ("light", "dark") for window in WINDOWS]
EACH = [("desk", "light"), ("phone", "dark")]


@dataclass(frozen=True)
class Seen:
    """One page in one window and colour scheme, with all that is wrong there."""

    where: str
    scheme: str
    shown: str
    violations: tuple[str, ...]
    wide: tuple[str, ...]


@dataclass(frozen=True)
class Walk:
    """What a walk over all pages saw and heard."""

    seen: tuple[Seen, ...]
    said: tuple[str, ...]
    asked: tuple[str, ...]


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project with its public site and its preview."""
    folder = own_project(tmp_path_factory.mktemp("pages"))
    for kind in ([], ["--preview"]):
        done = shelfready("build", *kind, "--as-of", "2026-11-21", folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="package")
def public(built: Path) -> Iterator[Site]:
    with served(built / "site") as base:
        yield Site("public", built / "site", base)


@pytest.fixture(scope="package")
def preview(built: Path) -> Iterator[Site]:
    folder = built / "build" / "preview" / "site"
    with served(folder) as base:
        yield Site("preview", folder, base)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="package")
def blank(browser: Any) -> Iterator[Any]:
    """A page to put drawn pages into."""
    page = browser.new_page()
    yield page
    page.context.close()


@pytest.fixture(scope="package", params=["public", "preview"])
def walk(request: pytest.FixtureRequest, public: Site, preview: Site, browser: Any) -> Walk:
    """Every page of the public site in each window and scheme; a sample of what only the preview has: in both windows
    and both schemes, and the largest of a folder in each window in both."""
    site, pages = {"public": (public, public.pages()), "preview": (preview, preview.sample(public.pages()))}[
        request.param
    ]
    seen: list[Seen] = []
    heard = Heard(site.base)
    shutil.rmtree(SHOTS / site.name, ignore_errors=True)
    context = browser.new_context()
    heard.listen(context)
    page = context.new_page()
    for path in pages:
        page.emulate_media(color_scheme="light")
        page.goto(site.url(path))
        page.add_style_tag(content=STILL)
        seen += looked_at(page, site.name, path, ALL if site.name == "public" or path in site.few() else EACH)
    context.close()
    return Walk(tuple(seen), tuple(heard.said), tuple(heard.asked))


def looked_at(page: Any, site: str, path: str, views: list[tuple[str, str]]) -> Iterator[Seen]:
    """The page that is open, in windows and schemes; pictures go to build/shots/, of public pages from top to end."""
    name = path.removesuffix(".html").removesuffix("index").strip("/").replace("/", "_") or "home"
    for window, size in ZOOMED.items():
        yield Seen(f"{site}/{path}, {window}", "light", scheme_of(page), (), tuple(too_wide(page, *size)))
    for window, scheme in views:
        change(page, scheme)
        wide = too_wide(page, *WINDOWS[window])
        where = f"{site}/{path}, {window}, {scheme}"
        yield Seen(where, scheme, scheme_of(page), tuple(lasting(page)), tuple(wide))
        shot = SHOTS / site / f"{name}-{WINDOWS[window][0]}-{scheme}.png"
        page.screenshot(path=shot, full_page=site == "public")
