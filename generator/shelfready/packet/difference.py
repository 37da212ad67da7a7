"""The blocks of two editions in, what differs paragraph by paragraph and word by word out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from shelfready.difference import Change, runs
from shelfready.model.edition import EditionRecord
from shelfready.model.record import Waiver
from shelfready.packet.model import Block, TermChange, Touched

__all__ = ["terms_changed", "touched"]

_ALIKE = 0.4
"""Share of words in common from which on one paragraph is another one changed."""
_NEAR = 40
"""Paragraphs among which the former one is looked for."""
_SIGNS = (("[-", "[ -"), ("-]", "- ]"), ("{+", "{ +"), ("+}", "+ }"))
"""What marks a change may not stand in the words themselves."""

_TERMS = ("kind", "owners", "roles", "language", "waivers")


def touched(before: Sequence[Block], after: Sequence[Block]) -> tuple[Touched, ...]:
    """Every paragraph that changed, was added or removed, in page order; between them how many did not."""
    matcher = SequenceMatcher(None, [_key(b) for b in before], [_key(b) for b in after], autojunk=False)
    found: list[Touched] = []
    for name, a, b, c, d in matcher.get_opcodes():
        if name == "equal":
            found.append(Touched("same", _span(after[c:d]), "no change"))
        else:
            found += _pairs(before[a:b], after[c:d])
    return tuple(found)


def _key(block: Block) -> tuple[object, ...]:
    return block.kind, block.level, block.depth, block.within, block.marker, block.shown


def _span(blocks: Sequence[Block]) -> str:
    first, last = blocks[0].number, blocks[-1].number
    return f"¶{first}" if first == last else f"¶{first} to ¶{last}"


def _pairs(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Touched]:
    """Each new paragraph beside the old one that it comes from; the others as added or removed."""
    words = {id(block): frozenset(block.shown.split()) for block in (*before, *after)}
    begin = 0
    for block in after:
        near = range(begin, min(begin + _NEAR, len(before)))
        at = next((n for n in near if _alike(before[n], block, words)), None)
        if at is None:
            yield Touched("added", f"¶{block.number}", block.label, (Change("", _plain(block)),))
            continue
        yield from map(_removed, before[begin:at])
        yield _changed(before[at], block)
        begin = at + 1
    yield from map(_removed, before[begin:])


def _removed(block: Block) -> Touched:
    return Touched("removed", f"was ¶{block.number}", block.label, (Change(_plain(block), ""),))


def _changed(old: Block, new: Block) -> Touched:
    label = new.label if old.label == new.label else f"{new.label}, was: {old.label}"
    if old.label == new.label and old.shown == new.shown:
        label = f"{label}; same words, other place in a list or box"
    return Touched("changed", f"¶{new.number}", label, tuple(runs(_plain(old), _plain(new))))


def _alike(old: Block, new: Block, words: Mapping[int, frozenset[str]]) -> bool:
    if old.shown == new.shown:
        return True
    if {old.kind, new.kind} & {"title", "statement", "note", "source", "row"} and old.kind != new.kind:
        return False
    if old.kind in ("title", "statement"):
        return True
    one, other = words[id(old)], words[id(new)]
    return 2 * len(one & other) >= _ALIKE * (len(one) + len(other))


def _plain(block: Block) -> str:
    text = block.shown
    for sign, other in _SIGNS:
        text = text.replace(sign, other)
    return text


def terms_changed(before: EditionRecord, after: EditionRecord) -> tuple[TermChange, ...]:
    """The terms that are others than before."""
    pairs = ((name, _spelt(getattr(before, name)), _spelt(getattr(after, name))) for name in _TERMS)
    shown = ((f"picture {name}", *both) for name, both in _both(before.pictures, after.pictures))
    return tuple(TermChange(name, old, new) for name, old, new in (*pairs, *shown) if old != new)


def _both(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """The digests of each picture, then and now."""
    for name in sorted({*before, *after}):
        yield name, (before.get(name, "none"), after.get(name, "none"))


def _spelt(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_spelt(entry) for entry in value) or "none"
    return f"{value.rule} by {value.by}: {value.text}" if isinstance(value, Waiver) else str(value)
