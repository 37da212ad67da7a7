"""One text in, a `Reading` out: everything that rules about words need, found in one pass over a piece."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from shelfready import words
from shelfready.model.house import House
from shelfready.model.reading import Hit, Reading, Span
from shelfready.reading.abbreviations import abbreviations
from shelfready.reading.claims import is_cited, unsourced
from shelfready.reading.disclosure import secrets
from shelfready.reading.hits import hits
from shelfready.reading.lists import words_for
from shelfready.reading.phrases import tokens
from shelfready.reading.plain import lowered, plain
from shelfready.reading.sentences import Block, blocks, sentences

__all__ = ["MOST_SENTENCES", "MOST_WORDS", "House", "phrases", "read_text", "squeezed"]

MOST_WORDS = 25
"""Words of a sentence (GOV.UK, "Content design: planning, writing and managing content", on short sentences)."""
MOST_SENTENCES = 5
"""Sentences of a paragraph (the same)."""
_NO_LETTER = bytes(code for code in range(128) if not chr(code).isalnum())
_OPENING = re.compile(r"(?:[\s>]|#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s)*(!!! [a-z]+ \")?")
"""How a heading, an item or the title of a note begins."""
_IN_NOTES = frozenset(["CNS001", "CNS002", "CNS003", "CNS004", "CNS006", "CNS007"])
"""Lists that also hold in footnotes; others would flag the titles of documents."""
_NOT_READ = str.maketrans("", "", "|`")
"""Signs of cells and code, which nobody types into a waiver."""


def read_text(text: str, masked: str, house: House) -> Reading:
    """Read one Markdown text.

    Args:
        text: the source.
        masked: the same with code blanked out.
        house: what desk.yml adds to the lists.
    """
    bare = plain(masked)
    small = lowered(bare)
    every = tokens(small)
    parts = blocks(masked)
    spans = sentences(masked, parts)
    stated = [span for block, spoken in spans.items() for span in (spoken if block.kind != "row" else [block[1:]])]
    running = [span for block, spoken in spans.items() if block.kind != "row" for span in spoken]
    found = [*hits(bare, small, every, words_for(house)), *unsourced(masked, bare, stated)]
    short, explained = abbreviations(bare, [block[1:] for block in parts if block not in spans])
    prose = " ".join([bare[begin:end] for begin, end in running])
    return Reading(
        hits=tuple(_meant(masked, parts, stated, found)) if found else (),
        secrets=secrets(text, every + _hidden(text, bare)),
        abbreviations=short,
        explained=explained,
        long_sentences=_long(bare, running),
        long_paragraphs=tuple(
            Span(block.begin, len(spoken))
            for block, spoken in spans.items()
            if block.kind == "text" and len(spoken) > MOST_SENTENCES
        ),
        letters=len(prose.encode().translate(None, _NO_LETTER)) if prose.isascii() else sum(map(str.isalnum, prose)),
        words=words.count(prose),
        sentences=len(running),
    )


def phrases(bare: str, house: House) -> tuple[Hit, ...]:
    """The phrases of all lists in plain text, by place."""
    small = lowered(bare)
    return hits(bare, small, tokens(small), words_for(house))


def _hidden(text: str, bare: str) -> list[bytes]:
    """The words of lines that hold more than readers see: code and addresses."""
    pairs = zip(text.split("\n"), bare.split("\n"), strict=True)
    return tokens(" ".join([line for line, seen in pairs if line != seen]).lower())


def squeezed(text: str) -> str:
    """A sentence without blanks and signs of Markdown: what two ways of typing it have in common."""
    opening = _OPENING.match(text)
    bare = plain(text[opening.end() :] if opening else text).strip()
    told = bare.removesuffix('"') if opening and opening[1] else bare
    return "".join(told.translate(_NOT_READ).split())


def _meant(masked: str, parts: list[Block], stated: list[tuple[int, int]], found: list[Hit]) -> Iterator[Hit]:
    """Hits by place: of footnotes only what holds there, of claims the first of each sentence or row without a source."""
    begins = [block.begin for block in parts]
    told = -1
    for hit in sorted(found, key=lambda hit: hit.offset):
        kind = parts[max(0, bisect_right(begins, hit.offset) - 1)].kind
        if kind == "note" and hit.code not in _IN_NOTES:
            continue
        if hit.code == "SRC001":
            at = bisect_right(stated, (hit.offset, len(masked))) - 1
            if kind == "heading" or at == told or (at >= 0 and is_cited(masked, *stated[at])):
                continue
            told = at
        yield hit


def _long(bare: str, running: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Sentences with too many words; most have too few blanks for that."""
    found = []
    flat = bare.replace("\n", " ")
    for begin, end in running:
        if end - begin > 2 * MOST_WORDS and flat.count(" ", begin, end) >= MOST_WORDS:
            size = words.count(bare[begin:end])
            if size > MOST_WORDS:
                found.append(Span(begin, size))
    return tuple(found)
