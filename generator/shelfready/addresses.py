"""Slugs, files and links in, where they stand on the site out: plain functions of names, shared by words and pages."""

from __future__ import annotations

import posixpath

from shelfready.parse.paths import DOCS, DRAFTS

__all__ = ["audience_page", "resolve", "staged_path", "topic_page", "url_path"]


def topic_page(slug: str) -> str:
    """Where a topic's page is staged; the policy has an address of its own (design section 6)."""
    return "security-policy.md" if slug == "security-policy" else f"answers/{slug}.md"


def audience_page(key: str) -> str:
    """Where the page of an audience is staged."""
    return f"audiences/{key}.md"


def staged_path(path: str) -> str:
    """Where a text of the project is staged: a draft by its slug, a page below docs/ at its own path."""
    if path.startswith(DRAFTS):
        return topic_page(path.removeprefix(DRAFTS).removesuffix(".md"))
    return path.removeprefix(DOCS)


def resolve(base: str, target: str) -> str | None:
    """The staged path that a relative link leads to; '/x.md' counts from the top; None if it leaves the site."""
    if target.startswith("/"):
        joined = posixpath.normpath(target.lstrip("/") or ".")
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
    return None if joined.startswith("..") else joined


def url_path(page: str) -> str:
    """The address of a staged page below the site's own: 'answers/x.md' becomes 'answers/x/'."""
    stem = page.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"
