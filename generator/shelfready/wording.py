"""A topic or an edition in, the reader's words, digests and the rendered draft out: by the recipe of `verify_words`."""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from shelfready.addresses import resolve, topic_page, url_path
from shelfready.model.desk import Desk
from shelfready.model.edition import Edition
from shelfready.model.library import Library, Topic
from shelfready.model.prose import Prose
from shelfready.model.record import Source
from shelfready.parse.prose import html_of, prose_of
from shelfready.verify_words import digest, reader_words

__all__ = [
    "KEPT_IN_ADDRESSES",
    "address_on_site",
    "digest_of",
    "edition_prose",
    "picture_bytes",
    "picture_digests",
    "remade",
    "surround",
    "topic_words",
]

KEPT_IN_ADDRESSES = "/:?#@!$&'()+,;=%-._~"
"""Signs of a source's address that a page shows as they are; others are written as %xx."""


@lru_cache(maxsize=4096)
def topic_words(library: Library, topic: Topic) -> str:
    """The reader's words of record and draft as they stand now."""
    statics = {path: hashlib.sha256(data).hexdigest() for path, data in picture_bytes(library, topic).items()}
    draft = topic.draft.text if topic.draft else ""
    record = topic.record
    return _words(library, topic.slug, (record.title, record.statement or "", draft), record.sources, statics)


@lru_cache(maxsize=4096)
def remade(library: Library, edition: Edition) -> str:
    """The reader's words of an edition, made anew from its title, statement, draft, sources and pictures."""
    record = edition.record
    pictures = {f"answers/images/{name}": hashlib.sha256(data).hexdigest() for name, data in edition.pictures}
    texts = (record.title, record.statement or "", record.draft)
    return _words(library, edition.slug, texts, record.sources, pictures)


@lru_cache(maxsize=4096)
def digest_of(edition: Edition) -> str:
    """The digest of an edition's words and terms, whatever its files say it is."""
    return digest(edition.record.words, edition.terms)


@lru_cache(maxsize=4096)
def edition_prose(library: Library, edition: Edition) -> Prose:
    """The draft of an edition, rendered."""
    topic = next((topic for topic in library.topics if topic.slug == edition.slug), None)
    if topic and topic.draft and topic.draft.text.strip("\n") == edition.record.draft.strip("\n"):
        return topic.draft
    return prose_of(library.marks, edition.where().path, edition.record.draft)


def surround(desk: Desk, owners: Iterable[str]) -> str:
    """Digest of what stands around a piece and is no answer: the notice, each owner's name and boilerplate."""
    parts = [" ".join((desk.notice or "").split())]
    for key in owners:
        if organisation := desk.organisations.get(key):
            parts += [organisation.name, organisation.boilerplate]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def picture_bytes(library: Library, topic: Topic) -> dict[str, bytes]:
    """Staged path -> bytes of each picture that the draft shows."""
    shown = (resolve(topic_page(topic.slug), p.target) for p in (topic.draft.pictures if topic.draft else ()))
    return {path: library.statics[path] for path in shown if path is not None and path in library.statics}


def picture_digests(pictures: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each picture, by its file name."""
    return {path.rpartition("/")[2]: hashlib.sha256(data).hexdigest() for path, data in sorted(pictures.items())}


def _words(
    library: Library, slug: str, texts: tuple[str, str, str], sources: tuple[Source, ...], pictures: Mapping[str, str]
) -> str:
    title, statement, draft = texts
    page = topic_page(slug)

    def target(href: str) -> str:
        return address_on_site(page, href)

    parts = {
        "title": f"<h1>{html.escape(title)}</h1>",
        "statement": f"<p>{html.escape(statement)}</p>" if statement else "",
        "words": html_of(library.marks, draft) if draft else "",
        "sources": _listed(sources),
    }
    return reader_words(parts, target, lambda source: pictures.get(resolve(page, source) or "", "missing"))


def _listed(sources: tuple[Source, ...]) -> str:
    """The list of sources as its page has it."""
    items = "".join(
        f'<li><a href="{html.escape(quote(source.url, safe=KEPT_IN_ADDRESSES))}">{html.escape(source.title)}</a></li>'
        for source in sources
    )
    return f"<ol>{items}</ol>" if items else ""


def address_on_site(page: str, href: str) -> str:
    """What a link of a staged page comes to on the site: a path from its top; other addresses as they are."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return href
    path = resolve(page, parts.path) if parts.path else page
    shown = url_path(path) if path and path.endswith(".md") else path or parts.path
    return unquote("/" + shown + (f"#{parts.fragment}" if parts.fragment else ""))
