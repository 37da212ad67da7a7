"""The blocks of a piece in, its claims with what stands behind each out; and the paragraphs that may meet its brief.

Claims are found as rule SRC001 finds them (`reading.claims`, and the packaged lists of attack claims), in the words as
readers get them, so that each has the number of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from shelfready import words
from shelfready.model.house import House
from shelfready.packet.model import Block, Claim, Span, Tick
from shelfready.reading import phrases
from shelfready.reading.claims import claims
from shelfready.reading.plain import plain
from shelfready.reading.sentences import blocks as parts_of
from shelfready.reading.sentences import sentences

__all__ = ["claims_of", "ticks"]

_READ = frozenset(["statement", "paragraph", "item", "row", "box"])
"""Kinds of blocks that claim something; headings, notes and sources name documents."""

_MOST_PARAGRAPHS = 3
_FREQUENT = """
    about above after again also although always among another because been before being below between both cannot
    could does doing down during each every from further have having here into itself just like made make many might
    more most must need only other ourselves over same shall should show some such than that their them then there
    these they this those through under until upon very want were what when where which while whom whose will with
    within without would your words fewer
"""
_FEW = frozenset(_FREQUENT.split())
"""Words that two sentences share without being about the same."""
_ENDINGS = re.compile(r"(?:ies|ing|ed|es|s|e|y)\Z")


def claims_of(blocks: Sequence[Block], house: House) -> tuple[Claim, ...]:
    """Each sentence that states a figure, a date, a document or an attack, in page order.

    Args:
        blocks: of the whole piece.
        house: what desk.yml adds to the lists.
    """
    read = [block for block in blocks if block.kind in _READ]
    typed, begins = _typed(read)
    bare = plain(typed)
    parts = parts_of(typed)
    found = sentences(typed, parts)
    spans = [span for part in parts for span in (found.get(part, ()) if part.kind != "row" else (part[1:],))]
    starts = [begin for begin, _ in spans]
    hits: dict[tuple[int, int], str] = {}
    for hit in phrases(bare, house):
        at = bisect_right(starts, hit.offset) - 1
        if hit.code == "SRC001" and at >= 0 and hit.offset < spans[at][1]:
            hits.setdefault(spans[at], hit.text)
    hits |= {span: hit.text for span, hit in claims(typed, bare, spans)}
    return tuple(
        _claim(blocks, read[bisect_right(begins, begin) - 1], typed[begin:end], hits[begin, end])
        for begin, end in sorted(hits)
    )


def _typed(blocks: Sequence[Block]) -> tuple[str, list[int]]:
    """The blocks as one text in Markdown, and where each of them begins."""
    text, begins, former = "", [], ""
    for block in blocks:
        if text:
            text += "\n" if block.kind == former == "row" and not block.head else "\n\n"
        begins.append(len(text))
        text += _line(block)
        former = block.kind
    return text, begins


def _line(block: Block) -> str:
    cells = ["".join(map(_markdown, cell)) for cell in block.cells]
    if block.kind == "row":
        return f"| {' | '.join(cells)} |"
    return f"- {cells[0]}" if block.kind == "item" else cells[0]


def _markdown(span: Span) -> str:
    """A span as it is typed; code is blanked out, as no rule looks into it."""
    if "code" in span.tags:
        return " " * len(span.text)
    forms = {"note": "[^{}]", "address": " [](<{}>)", "picture": "", "hover": "", "break": " "}
    return forms.get(span.kind, "{}").format(span.text)


def _claim(blocks: Sequence[Block], block: Block, sentence: str, claim: str) -> Claim:
    shown = re.sub(r"\[\^(\d+)\]", r"[note \1]", re.sub(r" ?\[\]\(<[^>]*>\)", "", sentence.strip(" |-")))
    return Claim(block.number, shown, claim, tuple(_behind(blocks, block, sentence)))


def _behind(blocks: Sequence[Block], block: Block, sentence: str) -> Iterator[str]:
    """The notes and links of a sentence; of a statement, which can have none, the sources of the piece."""
    if block.kind == "statement":
        numbers = [f"¶{other.number}" for other in blocks if other.kind == "source"]
        if numbers:
            yield f"the sources of the piece: {', '.join(numbers)}"
    for mark in dict.fromkeys(re.findall(r"\[\^(\d+)\]", sentence)):
        for other in blocks:
            if other.kind == "note" and other.marker == f"note {mark}":
                yield f"note {mark} (¶{other.number}): {other.shown}"
    for address in dict.fromkeys(re.findall(r"\[\]\(<([^>]*)>\)", sentence)):
        yield f"link: {address}"


def ticks(brief: Sequence[str], blocks: Sequence[Block]) -> tuple[Tick, ...]:
    """The lines of the brief, each with the paragraphs that share most of its words."""
    texts = {b.number: _stems(b.said) for b in blocks if b.kind in _READ or b.kind in ("title", "heading")}
    return tuple(Tick(line, _alike(_stems(line), texts)) for line in brief)


def _alike(wanted: set[str], texts: dict[int, set[str]]) -> tuple[int, ...]:
    """Paragraphs with at least two of these words and a third of them; the best, in page order."""
    shares = {number: len(wanted & text) for number, text in texts.items()}
    enough = [n for n, share in shares.items() if share >= min(2, len(wanted)) and 3 * share >= len(wanted) and share]
    best = sorted(enough, key=lambda number: (-shares[number], number))[:_MOST_PARAGRAPHS]
    return tuple(sorted(best))


def _stems(text: str) -> set[str]:
    """Its words without endings; short and frequent ones are left out."""
    found = (re.sub(r"\W", "", word).lower() for word in words.tokens(text.replace("-", " ")))
    return {_ENDINGS.sub("", word) for word in found if len(word) > 3 and word not in _FEW}
