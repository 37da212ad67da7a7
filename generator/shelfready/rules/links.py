"""LNK: links inside the site lead to a page that readers will find."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.addresses import resolve, topic_page, url_path
from shelfready.markup.guard import is_relative
from shelfready.mentions import mentions
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place
from shelfready.parse.nearness import near
from shelfready.publication import is_light, missing_roles, published
from shelfready.rules.base import rule
from shelfready.rules.meant import what_to_write
from shelfready.site_paths import SitePage, drawn, pages

__all__ = ["RULES"]

_RULE_PAGES = "guide/rules/"
_OUT = "Take the link out."
_GUIDE_IS_INSIDE = ("the authors' guide is for colleagues", _OUT)


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
    known, lost = pages(library), _lost(library)
    for mention in mentions(library):
        path = mention.path
        if path in known or path in library.statics or path in lost or path.startswith(_RULE_PAGES):
            continue
        message = f"the site has no page '{mention.target[:80]}'"
        yield Finding(mention.place, message, what_to_write(mention, known), mention.slug)


def _lost(library: Library) -> dict[str, str]:
    """Staged path of each piece whose record cannot be read, with the file of the record."""
    return {topic_page(entry.slug): entry.path for entry in library.lost}


@rule("LNK002", "link-to-dark-piece", fixed=True)
def link_to_dark_piece(library: Library) -> Iterator[Finding]:
    """A link leads to a piece or page that will not be public.

    ## Why

    The link would name a piece that is still inside the house, and readers would land on an error page. While the
    words with the link do not go out, this is a warning: pieces that name each other go out together, by
    `shelfready publish ONE OTHER`. The site's own address with the name of such a piece counts as a link, wherever it
    stands.

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
    known, lost = pages(library), _lost(library)
    for mention in mentions(library):
        page = known.get(mention.path)
        if mention.in_guide or mention.path == mention.base or (page is not None and page.public):
            continue
        if page is not None:
            why, fix = _why_dark(library, page)
        elif mention.path in lost:
            why, fix = "its record cannot be read", f"Mend {lost[mention.path]} first."
        elif mention.path.startswith(_RULE_PAGES):
            why, fix = _GUIDE_IS_INSIDE
        else:
            continue
        inside = mention.topic is not None and not _goes_out_as_typed(library, mention.topic)
        severity = Severity.WARNING if inside else Severity.ERROR
        message = f"'{mention.target[:80]}' will not be public ({why})"
        yield Finding(mention.place, message, fix, mention.slug, severity)
    yield from _of_editions(library)


def _goes_out_as_typed(library: Library, topic: Topic) -> bool:
    return topic.record.status == "published" and is_light(library, topic)


def _of_editions(library: Library) -> Iterator[Finding]:
    """Links of the editions that are out: what they lead to may have gone since."""
    known = pages(library)
    for topic in published(library):
        for link in topic.draft.links if topic.edition and topic.draft else ():
            path = resolve(topic_page(topic.slug), link.target.partition("#")[0]) if is_relative(link.target) else None
            page = known.get(path or "")
            if topic.edition and page is not None and not page.public:
                why, fix = _why_dark(library, page)
                message = f"edition {topic.edition.number} is out and links to '{link.target[:80]}' ({why})"
                yield Finding(topic.edition.where(), message, fix, topic.slug)


def _why_dark(library: Library, page: SitePage) -> tuple[str, str]:
    """Why a page is not public, and the cure."""
    topic = page.topic
    if topic is None:
        if page.path.startswith("audiences/"):
            return "no published piece is for these readers", "Take the link out, or publish a piece for them first."
        return _GUIDE_IS_INSIDE if page.path.startswith("guide/") else ("the preview alone has it", _OUT)
    if topic.record.status == "withdrawn":
        return "status withdrawn", "Link to what replaces it, or take the link out."
    if topic.record.status != "published":
        return f"status {topic.record.status}", "Publish it first, or take the link out."
    if topic.draft is None:
        return "published, but without a draft", f"Write {topic.draft_path} first, or take the link out."
    if roles := ", ".join(missing_roles(library, topic)):
        return f"published, but not signed by {roles}", "Have it signed first, or take the link out."
    return "published, but its edition does not count", f"Mend the errors of '{topic.slug}' first."


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
    for mention in mentions(library):
        page, fragment = known.get(mention.path), mention.fragment
        if not fragment or page is None or page.anchors is None or fragment in page.anchors:
            continue
        meant = near(fragment, page.anchors)
        fix = f"Write '#{meant}'." if meant else "Correct it, or link to the page as a whole."
        yield Finding(mention.place, f"the page has no section '#{fragment[:60]}'", fix, mention.slug)


@rule("LNK004", "doubled-page", fixed=True)
def doubled_page(library: Library) -> Iterator[Finding]:
    """A page in docs/ has the address of a page that the site draws itself, or of another page in docs/.

    ## Why

    One address shows one page. The media page, the lists of answers and audiences and the page of each topic are made
    from content/; a file in docs/ cannot replace them.

    ## Flagged

    ```md docs/media.md
    # Media

    Call us.
    ```

    ## Accepted

    ```md docs/press.md
    # Press

    Call us.
    ```
    """
    own = {url_path(path): "the site draws this page itself" for path in drawn(library)}
    for page in library.pages:
        address, file = url_path(page.path), f"docs/{page.path}"
        if address in own or address.startswith("guide/rules/"):
            message = own.get(address, "the site draws this page itself")
            yield Finding(Place(file), message, "Rename the file, or take it out.")
        own.setdefault(address, f"{file} has the same address")


RULES = (broken_link, link_to_dark_piece, broken_anchor, doubled_page)
