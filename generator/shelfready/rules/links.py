"""LNK: links inside the site lead to a page that readers will find."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from shelfready.markup.guard import is_relative
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Text
from shelfready.model.prose import Link
from shelfready.parse.explain import near
from shelfready.rules.base import rule
from shelfready.site_paths import pages, resolve, staged_path

__all__ = ["RULES"]


@lru_cache(maxsize=2)
def _inside(library: Library) -> tuple[tuple[Text, Link, str, str], ...]:
    """Every link into the site: its text, the link, the staged path it leads to ('' if none), and the fragment."""
    found = []
    for text in library.texts:
        base = staged_path(text.prose.path)
        for link in text.prose.links:
            if is_relative(link.target):
                target, _, fragment = link.target.partition("#")
                path = resolve(base, target) if target else base
                found.append((text, link, path or "", fragment))
    return tuple(found)


@rule("LNK001", "broken-link", fixed=True)
def broken_link(library: Library) -> Iterator[Finding]:
    """A link names a piece or page that does not exist.

    ## Why

    Readers would land on an error page. Another piece is linked by the name of its draft, a page of the site from the
    top: `/media.md`.

    ## Flagged

    ```md content/drafts/piece.md
    Read [the checklist](one-page-cheklist.md).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the media page](/media.md).
    ```
    """
    known = pages(library)
    statics = library.statics
    lost = {staged_path(f"content/drafts/{entry.slug}.md") for entry in library.lost}
    for text, link, path, _ in _inside(library):
        if path in known or path in statics or path in lost or path.startswith("guide/rules/"):
            continue
        meant = near(path, known)
        fix = f"Write '/{meant}'." if meant else "Correct the name, or take the link out."
        yield Finding(link.place, f"the site has no page '{link.target[:80]}'", fix, text.slug)


@rule("LNK002", "link-to-dark-piece", fixed=True)
def link_to_dark_piece(library: Library) -> Iterator[Finding]:
    """A link leads to a piece or page that will not be public.

    ## Why

    The link would name a piece that is still inside the house, and readers would land on an error page. While the
    piece with the link is itself in the making, this is a warning.

    ## Flagged

    ```md docs/about.md
    # About

    Read [our piece](/answers/piece.md).
    ```

    ## Accepted

    ```md docs/about.md
    # About

    Read [all answers](/answers/index.md).
    ```
    """
    known = pages(library)
    for text, link, path, _ in _inside(library):
        page = known.get(path)
        inside_itself = path == staged_path(text.prose.path)
        if page is None or page.public or inside_itself or text.prose.path.startswith("docs/guide/"):
            continue
        status = f" (status {page.topic.record.status})" if page.topic else ""
        early = text.topic is not None and not text.topic.under_review
        severity = Severity.WARNING if early else Severity.ERROR
        fix = "Publish it first, or take the link out."
        yield Finding(link.place, f"'{link.target[:80]}' will not be public{status}", fix, text.slug, severity)


@rule("LNK003", "broken-anchor", fixed=True)
def broken_anchor(library: Library) -> Iterator[Finding]:
    """A link names a section that its page does not have.

    ## Why

    Readers would land at the top of the page and look for the passage themselves. A section's name is its heading in
    small letters, words joined by hyphens.

    ## Flagged

    ```md content/drafts/piece.md
    See [below](#look-outside).

    ## Look from outside
    ```

    ## Accepted

    ```md content/drafts/piece.md
    See [below](#look-from-outside).

    ## Look from outside
    ```
    """
    known = pages(library)
    for text, link, path, fragment in _inside(library):
        page = known.get(path)
        if not fragment or page is None or page.anchors is None or fragment in page.anchors:
            continue
        meant = near(fragment, page.anchors)
        fix = f"Write '#{meant}'." if meant else "Correct it, or link to the page as a whole."
        yield Finding(link.place, f"the page has no section '#{fragment[:60]}'", fix, text.slug)


RULES = (broken_link, link_to_dark_piece, broken_anchor)
