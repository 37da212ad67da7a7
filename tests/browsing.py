"""A real browser and a server of this machine, for tests that look at built pages: what stands there, what is wrong."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = [
    "STILL",
    "WINDOWS",
    "Heard",
    "Site",
    "chromium",
    "drawn_page",
    "lasting",
    "scheme_of",
    "served",
    "too_wide",
    "violations",
]

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
"""A browser in a container without a screen, that asks nobody for updates and finds no host but this machine."""

WINDOWS = {"desk": (1280, 800), "phone": (375, 667)}
"""The two windows in which every page is looked at."""

STILL = (
    "*, ::before, ::after { transition: none !important; animation: none !important; scroll-behavior: auto !important }"
)
"""Styles that keep a page from moving while it is looked at."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def chromium() -> Iterator[Any]:
    """A running browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield running
        running.close()


ALIKE = ("answers/", "audiences/", "guide/rules/")
"""Folders whose pages are drawn by one template from records; in a preview there are many of each."""


@dataclass(frozen=True)
class Site:
    """A built site, and where this machine serves it."""

    name: str
    folder: Path
    base: str

    def pages(self) -> list[str]:
        """Every page of the site, by its path."""
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def sample(self, besides: Collection[str] = ()) -> list[str]:
        """The pages that are not looked at elsewhere; of many alike the smallest, the middle and the largest."""
        pages = sorted(set(self.pages()) - set(besides))
        chosen = set(pages)
        for start in ALIKE:
            alike = [page for page in pages if page.startswith(start) and page != f"{start}index.html"]
            alike.sort(key=lambda page: (self.folder / page).stat().st_size)
            chosen -= set(alike) - {alike[0], alike[len(alike) // 2], alike[-1]} if alike else set()
        return sorted(chosen)

    def few(self) -> list[str]:
        """The largest page of every folder of pages."""
        folders: dict[Path, list[str]] = {}
        for page in self.pages():
            folders.setdefault(Path(page).parent.parent, []).append(page)
        return [max(pages, key=lambda page: (self.folder / page).stat().st_size) for pages in folders.values()]

    def url(self, page: str) -> str:
        """The address at which a reader opens the page."""
        return self.base + page.removesuffix("index.html")


def drawn_page(body: str, head: str = "") -> str:
    """A small page with nothing wrong but what is put into it."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Desk</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">'
        f"{head}</head><body><main><h1>Desk</h1>{body}</main></body></html>"
    )


@dataclass
class Heard:
    """What pages of a window put out: messages of the console and of faults, and requests to other hosts."""

    base: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def listen(self, context: Any) -> None:
        """Hear everything from now on."""
        context.on("console", lambda message: self._say(message.page, message.type, message.text))
        context.on("weberror", lambda error: self._say(error.page, "error", str(error.error)))
        context.on("request", lambda request: self._ask(request.url))

    def _say(self, page: Any, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.said.append(f"{page.url if page else ''}: {text}")

    def _ask(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:", "about:")):
            self.asked.append(url)


@functools.cache
def axe() -> str:
    """Deque's axe-core, as a package brings it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Any) -> list[str]:
    """What axe-core finds on the page that is open, by all rules that are on by default: rule, element."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


def lasting(page: Any) -> list[str]:
    """What axe-core finds and finds again when the page had time: the theme's script lets code that scrolls be reached
    by keyboard only some frames after the window changed."""
    found = violations(page)
    for pause in (100, 500, 2000):
        if found:
            page.wait_for_timeout(pause)
            found = violations(page)
    return found


def change(page: Any, scheme: str) -> None:
    """Let the reader go over to light or dark, and give the page that is open a moment to follow."""
    page.emulate_media(color_scheme=scheme)
    for _ in range(100):
        if scheme_of(page) == scheme:
            break
        page.wait_for_timeout(10)


def scheme_of(page: Any) -> str:
    """Whether the ground of the page that is open is light or dark."""
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).slice(0, 3).map(Number)")
    return "light" if sum(ground) > 3 * 128 else "dark"


_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
  return ["page", ...out.slice(0, 3).map((element) => element.outerHTML.slice(0, 80))];
}"""


def too_wide(page: Any, width: int, height: int) -> list[str]:
    """Whether the page that is open scrolls sideways in a window of this size, and what sticks out of it."""
    page.set_viewport_size({"width": width, "height": height})
    return [str(text) for text in page.evaluate(_WIDE)]
