"""A text in, a library out that holds it as its draft and in the lists of its record; nothing limits its size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from bench.corpus import AS_OF, DESK
from bench.hostile import DESK_PATH, DRAFT_PATH, RECORD_PATH, record

from shelfready import words
from shelfready.markup.limits import too_complex
from shelfready.markup.mask import mask
from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.library import Library, Page
from shelfready.model.place import Place
from shelfready.model.prose import Heading, Link, Picture, Prose, Refusal
from shelfready.model.record import Source, Waiver
from shelfready.parse.library import library
from shelfready.reading import House, read_text
from shelfready.rules import ALL_RULES

__all__ = ["as_library"]

_DAY = date.fromisoformat(AS_OF)
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,200})\]\(([^()\s]{0,200})\)")
_SIGNS = frozenset("[]*_`<>!{&#|~")
_HEADING = re.compile(r"(#{1,6}) (.*)")


def as_library(text: str) -> Library:
    """A library as parse would make it, but without Markdown, which takes no text of this size.

    The record's values are as long as they may be; its lists, the files and what parse has told grow with the text.
    """
    base = _base()
    topic = base.topics[0]
    parts = list(enumerate(_pieces(text, 1000), 1))
    told = [(rule.code, part, Place(DRAFT_PATH, number)) for number, part in parts for rule in ALL_RULES]
    refusals = tuple(Refusal(code, part, place) for code, part, place in told)
    return replace(
        base,
        topics=(replace(topic, draft=_prose(text), record=topic.record.model_copy(update=_values(text))),),
        pages=(Page("about.md", Prose("docs/about.md", "", "", 0, "", refusals=refusals)),),
        statics={f"{number}.png": part.encode() for number, part in parts},
        faults=tuple(Fault(code, place, part, "Mend it.") for code, part, place in told),
    )


@cache
def _base() -> Library:
    files = {DESK_PATH: DESK, RECORD_PATH: record()}
    return library({path: RawFile(path, text.encode(), len(text)) for path, text in files.items()}, (), _DAY)


def _pieces(text: str, size: int) -> tuple[str, ...]:
    return tuple(text[begin : begin + size] for begin in range(0, len(text), size))


def _values(text: str) -> dict[str, object]:
    """Values of a record; lists with as many entries as the text fills."""
    lines, keys = _pieces(text, 300), tuple(dict.fromkeys(_pieces(text, 60)))
    return {
        "budget": 1,
        "title": text[:300],
        "statement": text[:4000],
        "also_asked": lines,
        "brief": lines,
        "owners": keys,
        "audiences": keys,
        "sources": tuple(
            Source.model_construct(title=line, url=f"https://a.b/{line}", accessed=_DAY) for line in lines
        ),
        "waivers": tuple(Waiver.model_construct(rule="TON001", text=line, by="A", reason="B") for line in lines),
    }


def _prose(text: str) -> Prose:
    """Words are counted in plain text only: too many make a rule render it again, which `markdown` measures."""
    masked = mask(text)
    found = list(_links(masked))
    return Prose(
        DRAFT_PATH,
        text,
        masked,
        0 if _SIGNS & set(text) or too_complex(text) else words.count(text),
        "",
        headings=tuple(_headings(masked)),
        links=tuple(Link(target, shown, place) for picture, shown, target, place in found if not picture),
        pictures=tuple(Picture(target, shown, place) for picture, shown, target, place in found if picture),
        reading=read_text(text, masked, House()),
    )


def _headings(masked: str) -> Iterator[Heading]:
    for line in masked.split("\n"):
        if match := _HEADING.match(line):
            yield Heading(len(match[1]), match[2], match[2].lower().replace(" ", "-"))


def _links(masked: str) -> Iterator[tuple[str, str, str, Place]]:
    for number, line in enumerate(masked.split("\n"), 1):
        for match in _LINK.finditer(line):
            yield match[1], match[2], match[3], Place(DRAFT_PATH, number, match.start() + 1)
