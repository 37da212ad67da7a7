"""Which pages a site has and where they are staged: the one map that links, pages and verification share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from shelfready.addresses import audience_page, topic_page
from shelfready.model.library import Library, Topic
from shelfready.publication import published, withdrawn

__all__ = ["SitePage", "drawn", "pages"]


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site: where its Markdown is staged and what a link to it may name."""

    path: str
    """Staged path, such as answers/one-page-checklist.md."""
    public: bool
    anchors: frozenset[str] | None
    """Ids that a link's fragment may name; None where the page is drawn by a template, or nobody has written it yet."""
    topic: Topic | None = None


@lru_cache(maxsize=4)
def pages(library: Library) -> Mapping[str, SitePage]:
    """Every page that a link may lead to, by its staged path; pages of the preview alone are not public."""
    return {page.path: page for page in (*_written(library), *_drawn(library))}


def drawn(library: Library) -> frozenset[str]:
    """Staged paths of all pages that the site draws itself, so that no page in docs/ may stand there."""
    own = {page.path for page in _drawn(library) if page.path != "index.md"}
    return frozenset(own | {topic_page(entry.slug) for entry in library.lost})


def _written(library: Library) -> Iterator[SitePage]:
    for page in library.pages:
        yield SitePage(page.path, page.public, page.prose.anchors)


def _drawn(library: Library) -> Iterator[SitePage]:
    public = published(library)
    shown = {topic.slug: topic for topic in (*withdrawn(library), *public)}
    for topic in library.topics:
        draft = shown.get(topic.slug, topic).draft
        yield SitePage(topic_page(topic.slug), topic.slug in shown, draft.anchors if draft else None, topic)
    for path in ("answers/index.md", "media.md"):
        yield SitePage(path, True, None)
    if all(page.path != "index.md" for page in library.pages):
        yield SitePage("index.md", True, None)
    for key in library.desk.audiences if library.desk else ():
        is_public = any(key in t.record.audiences for t in public if t.record.kind != "policy")
        yield SitePage(audience_page(key), is_public, None)
    for path in ("matrix.md", "shelf.md", "guide/keys.md", "guide/rules/index.md"):
        yield SitePage(path, False, None)
