"""Library in, every place out where a text names a page of the site: by a relative link or by the full address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from shelfready.addresses import resolve, staged_path, topic_page
from shelfready.markup.guard import is_relative
from shelfready.model.library import Library, Text, Topic
from shelfready.model.place import Place
from shelfready.parse.paths import DRAFTS, GUIDE
from shelfready.passages import passages
from shelfready.site_paths import pages

__all__ = ["Mention", "mentions"]

_CHECKED_ELSEWHERE = (("site",), ("security",))
"""Keys of desk.yml: the address itself, and what SEC rules look at."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a page of the site."""

    target: str
    """As written."""
    place: Place
    topic: Topic | None
    slug: str
    base: str
    """Staged path of the page with the mention."""
    path: str
    """Staged path of the page that is named, '' if it leads out of the site."""
    fragment: str = ""

    @property
    def in_guide(self) -> bool:
        """Whether only colleagues read it."""
        return self.place.path.startswith(GUIDE)

    @property
    def in_draft(self) -> bool:
        """Whether it stands in a draft, from which other pieces are linked by their file name."""
        return self.place.path.startswith(DRAFTS)


@lru_cache(maxsize=2)
def mentions(library: Library) -> tuple[Mention, ...]:
    """All of them; a reference link that is used twice counts once."""
    links = {(m.place, m.target): m for text in library.texts for m in _links(text)}
    addresses = {(m.place.path, m.place.line, m.path): m for m in _addresses(library)}
    return (*links.values(), *addresses.values())


def _links(text: Text) -> Iterator[Mention]:
    base = staged_path(text.prose.path)
    for link in text.prose.links:
        if is_relative(link.target) and link.target:
            target, _, fragment = link.target.partition("#")
            path = resolve(base, target) if target else base
            yield Mention(link.target, link.place, text.topic, text.slug, base, path or "", fragment)


def _addresses(library: Library) -> Iterator[Mention]:
    """The site's own address with a path, in code and in records too: whoever reads it learns of the page."""
    if library.desk is None:
        return
    site = library.desk.site.address.partition("://")[2].rstrip("/")
    form = re.compile(rf"(?:https?://)?(?<![\w.@-]){re.escape(site)}(/[\w./~%-]*)(?:#([\w-]*))?", re.IGNORECASE)
    whole = {text.prose.path: text.prose.text for text in library.texts}
    for passage in passages(library):
        text = whole.get(passage.path, passage.text)
        if site not in text or passage.key[:1] in _CHECKED_ELSEWHERE:
            continue
        for match in form.finditer(text):
            if path := _staged(library, match[1].rstrip(".")):
                place = passage.place(match.start())
                base = staged_path(place.path) if passage.path else ""
                yield Mention(match.group().rstrip("."), place, passage.topic, passage.slug, base, path)


def _staged(library: Library, path: str) -> str | None:
    """The page at this path of the built site; None for the site's other files."""
    known = pages(library)
    name = path.strip("/").removesuffix("index.html").strip("/")
    if not name:
        return "index.md"
    folder, _, rest = name.partition("/")
    owner = topic_page(rest.partition("/")[0])
    if folder == "answers" and owner in known:
        return owner
    if f"{name}/index.md" in known:
        return f"{name}/index.md"
    return None if "." in name.rpartition("/")[2] else f"{name}.md"
