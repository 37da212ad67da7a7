"""One built HTML page in, what the verification needs to know about it out: scripts, requests, links, notice.

A plain function of one page, so that processes can share the work and no tree outlives its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

__all__ = ["Facts", "PageJob", "Script", "facts"]

_PARSER = lxml.html.HTMLParser(encoding="utf-8")
_RUNNING = frozenset(["iframe", "object", "embed", "base", "applet", "frame", "portal"])
_URLS = frozenset(["href", "src", "action", "formaction", "xlink:href", "poster", "data"])
_LOADING = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src",),
    "script": ("src",),
}
_LINKS = frozenset("stylesheet icon preload prefetch preconnect dns-prefetch modulepreload manifest".split())  # noqa: SIM905
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
_CODE = re.compile(r"[\x00-\x20]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageJob:
    """A page to look at, and what it must carry."""

    path: str
    data: bytes
    notice: str
    said: tuple[str, ...] = ()
    """Runs of text that readers must find in its article, white space folded."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script element."""

    source: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What one page does."""

    path: str
    scripts: tuple[Script, ...] = ()
    running: tuple[str, ...] = ()
    """Other things that run: event attributes, frames, redirects, addresses that are code."""
    loads: tuple[str, ...] = ()
    """Addresses that a browser asks for by itself."""
    links: tuple[str, ...] = ()
    """Addresses that lead elsewhere."""
    has_notice: bool = True
    unsaid: tuple[str, ...] = ()
    """Runs of text that it should carry and does not."""


def facts(job: PageJob) -> Facts:
    """Everything about one page; an empty page has nothing."""
    if not job.data.strip():
        return Facts(job.path, has_notice=not job.notice, unsaid=job.said)
    tree = lxml.html.document_fromstring(job.data, parser=_PARSER)
    scripts: list[Script] = []
    running: list[str] = []
    loads: list[str] = []
    links: list[str] = []
    for element in tree.iter("*"):
        tag = element.tag
        if tag == "script":
            kind = (element.get("type") or "").strip().lower()
            scripts.append(Script((element.get("src") or "").strip(), kind, (element.text or "").strip()))
        if element.attrib or tag == "style":
            running += _running(element, tag)
            loads += _loads(element, tag)
            if tag in ("a", "link", "area") and (target := element.get("href")):
                links.append(target.strip())
        elif tag in _RUNNING:
            running.append(f"the element <{tag}>")
    has_notice = not job.notice or job.notice in _shown(tree.find("body"))
    article = _shown(next(tree.iter("article"), None)) if job.said else ""
    unsaid = tuple(text for text in job.said if text not in article)
    return Facts(job.path, tuple(scripts), tuple(running), tuple(loads), tuple(links), has_notice, unsaid)


def _shown(element: HtmlElement | None) -> str:
    """The text of a part of the page, white space folded."""
    return "" if element is None else " ".join(str(element.text_content()).split())


def _running(element: HtmlElement, tag: str) -> Iterator[str]:
    if tag in _RUNNING:
        yield f"the element <{tag}>"
    if tag == "meta" and (element.get("http-equiv") or "").strip().lower() == "refresh":
        yield "a redirect"
    for name, value in element.items():
        if name[:2].lower() == "on":
            yield f"the attribute {name}"
        elif name in _URLS and _CODE.match(value):
            yield f"the address {value[:40]}"


def _loads(element: HtmlElement, tag: str) -> Iterator[str]:
    if tag == "link" and not _LINKS.isdisjoint((element.get("rel") or "").lower().split()):
        yield (element.get("href") or "").strip()
    for name in _LOADING.get(tag, ()):
        value = (element.get(name) or "").strip()
        if name == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        elif value:
            yield value
    css = (element.text or "") if tag == "style" else element.get("style")
    for match in _CSS_URL.finditer(css or ""):
        yield match[1] or match[2]
