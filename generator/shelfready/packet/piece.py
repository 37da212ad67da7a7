"""A library and an edition in, its blocks in the order in which readers get them out; and which of them says what."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date

from shelfready.addresses import topic_page
from shelfready.model.edition import Edition, EditionRecord
from shelfready.model.library import Library
from shelfready.packet.blocks import numbered, of_html
from shelfready.packet.model import Block, Picture, Span
from shelfready.parse.prose import html_of
from shelfready.reading import squeezed
from shelfready.wording import address_on_site

__all__ = ["Finder", "pictures", "piece", "spelt"]

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_TYPES = {"jpg": "jpeg"}
_MARK = re.compile(r"\{[a-z0-9-]{1,60}\}")
_FEWEST = 24
"""Letters by which the paragraph of a sentence is known."""


def spelt(day: date) -> str:
    """A date for people: 20 May 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def piece(library: Library, edition: Edition) -> tuple[Block, ...]:
    """Title, statement, body, notes, sources, and what else of the edition its page shows, numbered."""
    return numbered(_blocks(library, edition))


def _blocks(library: Library, edition: Edition) -> Iterator[Block]:
    record = edition.record
    yield Block(0, "title", ((Span(record.title),),))
    if record.statement:
        yield Block(0, "statement", ((Span(record.statement),),))
    yield from of_html(html_of(library.marks, record.draft), lambda href: _address(library, edition.slug, href))
    for number, source in enumerate(record.sources, 1):
        spans = (Span(source.title, href=source.url), Span(source.url, "address", href=source.url))
        yield Block(0, "source", (spans,), marker=f"source {number}")
    yield from _beside(record)


def _beside(record: EditionRecord) -> Iterator[Block]:
    """What the page shows besides the words, and what is signed with them."""
    if to := record.responds_to:
        text = f"In response to: {to.title}, {to.outlet}, {spelt(to.date)}"
        yield Block(0, "response", ((Span(text, href=to.url), Span(to.url, "address", href=to.url)),))
    for wording in record.also_asked:
        yield Block(0, "asked", ((Span(wording),),), marker="–")


def _address(library: Library, slug: str, href: str) -> str:
    """Where a link leads, as a whole address."""
    found = address_on_site(topic_page(slug), href)
    if found.startswith("/") and not found.startswith("//") and library.desk:
        return library.desk.site.address.rstrip("/") + found
    return found


class Finder:
    """Finds the paragraph in which a sentence stands."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._texts = [(block.number, squeezed(block.said)) for block in blocks]

    def number(self, sentence: str) -> int | None:
        """The number of the first paragraph that holds this sentence, whatever its signs of Markdown."""
        wanted = squeezed(_MARK.sub("", sentence))
        for part in (wanted, wanted[:_FEWEST]):
            if found := next((number for number, text in self._texts if part and part in text), None):
                return found
        return None


def pictures(edition: Edition) -> tuple[Picture, ...]:
    """The pictures of an edition, each as an address that holds all of it."""
    return tuple(_picture(name, data) for name, data in sorted(edition.pictures))


def _picture(name: str, data: bytes) -> Picture:
    ending = name.rpartition(".")[2].lower()
    address = f"data:image/{_TYPES.get(ending, ending)};base64,{base64.b64encode(data).decode()}"
    return Picture(name, hashlib.sha256(data).hexdigest(), address)
