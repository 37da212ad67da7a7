"""Masked Markdown in, its blocks and sentences out as offsets: what a reader takes for one, whatever the signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

__all__ = ["FENCE_LINE", "Block", "blocks", "every_sentence", "sentence_at", "sentences"]

FENCE_LINE = re.compile(r"(`{3,}|~{3,})")
"""How a line begins that opens or closes fenced code."""

_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_ABBREVIATED = (
    r"[A-Za-z]",
    r"(?:[Cc]f|[Vv]s|[Nn]o|Dr|Mr|Ms|St|Co)",
    r"(?:[Ee]\.g|[Ii]\.e|[Nn]os|[Vv]ol|[Ff]ig|[Ss]ec|[Aa]rt|Mrs|Inc|Ltd)",
    r"(?:Prof|[Rr]esp)",
    r"[Aa]pprox",
)
"""What a full stop follows without ending a sentence, by length; the first is an initial."""
_END = re.compile(
    r"[.!?…](?=[\s\"'”’)\]*_\[]|\Z)"  # first what is quickly seen: most stops in a text stand inside a number or an address
    + r"(?<!\n!!!)(?<!\A!!!)"  # how a note begins
    + "".join(rf"(?<![\s(\"'“*_]{word}\.)" for word in _ABBREVIATED)
    + r"[\"'”’)\]*_]*(?:\[\^[^\]\s]{1,60}\])*(?=\s|\Z)"
)
_BREAK = re.compile(
    r"\n[ \t]*\n|\n[ \t]*(?:[-*+>|#]|\d{1,9}[.)])[ \t]|[.!?…:;][\"'”’)\]*_]*(?=\s)|\||!!! [a-z]+ (?=\")"
)
"""Where a sentence may begin or end; a note's type is no word of its title."""

_CELL_EDGE = re.compile(r"(?<!\\)\|")
_WITH_SENTENCES = frozenset(["text", "item", "row"])


class Block(NamedTuple):
    """A run of lines that belong together."""

    kind: str
    """'text', 'item', 'heading', 'row' or 'note'."""
    begin: int
    end: int


def blocks(masked: str) -> list[Block]:
    """Headings, paragraphs, list items, rows of tables and footnotes, in order."""
    found: list[Block] = []
    kind, begin, offset = "", 0, 0
    for line in masked.split("\n"):
        end = offset + len(line)
        bare = line.lstrip("> \t")
        new = _kind(bare) if bare else ""
        if kind and (not bare or new != "text"):
            found.append(Block(kind, begin, offset - 1))
            kind = ""
        if bare and not kind:
            kind, begin = new, offset
        offset = end + 1
    if kind:
        found.append(Block(kind, begin, len(masked)))
    return found


def _kind(bare: str) -> str:
    first = bare[0]
    if first == "#":
        return "heading"
    if first == "|":
        return "row"
    if first == "[" and bare[1:2] == "^" and "]:" in bare:
        return "note"
    if first in "-*+0123456789" and _ITEM.match(bare):
        return "item"
    return "text"


def sentences(masked: str, parts: list[Block]) -> dict[Block, list[tuple[int, int]]]:
    """Begin and end of each sentence of each block; a footnote mark behind the stop belongs to it."""
    ends = [*(match.end() for match in _END.finditer(masked)), len(masked) + 1]
    found: dict[Block, list[tuple[int, int]]] = {}
    number = 0
    for block in parts:
        if block.kind not in _WITH_SENTENCES:
            continue
        begin, spans = block.begin, []
        while ends[number] <= begin:
            number += 1
        while ends[number] < block.end:
            spans.append((begin, ends[number]))
            begin = ends[number]
            number += 1
        spans.append((begin, block.end))
        found[block] = spans
    return found


@lru_cache(maxsize=4)
def every_sentence(masked: str) -> tuple[tuple[int, int], ...]:
    """Begin and end of each sentence, and of each heading and footnote as a whole, in order; none crosses a cell."""
    parts = blocks(masked)
    spans = sentences(masked, parts)
    return tuple(
        part
        for block in parts
        for span in spans.get(block, [(block.begin, block.end)])
        for part in (_in_cells(masked, *span) if block.kind == "row" else (span,))
    )


def _in_cells(masked: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence in each cell of a row."""
    for edge in _CELL_EDGE.finditer(masked, begin, end):
        yield begin, edge.start()
        begin = edge.end()
    yield begin, end


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Begin and end of the sentence around an offset, at most 600 characters to each side."""
    begin = low = max(0, offset - 600)
    for match in _BREAK.finditer(text, low, offset):
        begin = match.end()
    after = _BREAK.search(text, offset, offset + 600)
    return begin, after.end() if after else min(len(text), offset + 600)
