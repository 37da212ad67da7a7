"""A library and an edition in, what the rules about words find in exactly these words out, and what is waived."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shelfready.check import check
from shelfready.model.edition import Edition
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place
from shelfready.model.record import Waiver
from shelfready.packet.model import Block, Flag, Waived
from shelfready.packet.piece import Finder
from shelfready.publication import as_edition
from shelfready.reading import squeezed
from shelfready.rules import ALL_RULES
from shelfready.spots import sentence_around
from shelfready.waivers import WAITS_FOR_COUNSEL, is_in_words, is_named, is_signed_by_counsel

__all__ = ["flags", "held", "with_edition"]

_OF_WORDS = ("CNS", "TON", "SRC", "PLH", "PLN", "LEN", "DAT004")
"""Rules about words, in the order in which a counsel needs them."""
_OF_ALL = ("LEN001", "LEN002", "LEN003", "LEN005", "LEN009", "PLN001")
"""Rules about a piece as a whole, whose place is no paragraph."""
_RECORD = "the record"
_KEYS = {"title": "title", "statement": "statement", "response": "responds_to"}
_KEYS |= {"source": "sources", "asked": "also_asked"}
"""Keys of the record by the kind of their paragraphs."""
_NAMES = {rule.code: rule.name.replace("-", " ") for rule in ALL_RULES}


class _Numbers:
    """Answers where a value of the record stands with the number of its paragraph, as the line of a place."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._numbers: dict[tuple[str | int, ...], int] = {}
        for block in blocks:
            name = _KEYS.get(block.kind)
            at = sum(1 for key in self._numbers if key[0] == name)
            if name:
                self._numbers[name, at] = block.number

    def __call__(self, *path: str | int) -> Place:
        """The paragraph of a value; line 0 where it has none."""
        at = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
        return Place(_RECORD, self._numbers.get((path[0], at), 0) if path else 0)

    def key(self, *path: str | int) -> Place:
        """The same of its key."""
        return self(*path)


def with_edition(library: Library, topic: Topic, edition: Edition, blocks: Sequence[Block]) -> tuple[Library, Topic]:
    """The library as if the words and waivers of an edition were those that people are working on."""
    shown = as_edition(library, topic, edition)
    record = shown.record.model_copy(update={"waivers": edition.record.waivers})
    shown = replace(shown, record=record, where=_Numbers(blocks))
    others = tuple(shown if other.slug == topic.slug else other for other in library.topics)
    return replace(library, topics=others), shown


def flags(library: Library, topic: Topic, blocks: Sequence[Block]) -> tuple[Flag, ...]:
    """What the rules about words say of a topic, what counsel's lists have first."""
    rules = [rule for rule in ALL_RULES if rule.code.startswith(_OF_WORDS)]
    found = [d for d in check(library, rules) if d.topic == topic.slug]
    asked = {(waiver.rule, squeezed(waiver.text)) for waiver in topic.record.waivers}
    finder = Finder(blocks)
    made = (
        Flag(d.code, _NAMES[d.code], d.severity, number, _sentence(d.message), d.fix, (d.code, d.within) in asked)
        for d in found
        for number in [_number(topic, d, finder)]
    )
    return tuple(sorted(made, key=lambda flag: (_rank(flag.code), flag.number or 0, flag.code)))


def _rank(code: str) -> int:
    return next(number for number, start in enumerate(_OF_WORDS) if code.startswith(start))


def _sentence(message: str) -> str:
    return f"{message[:1].upper()}{message[1:]}."


def _number(topic: Topic, diagnostic: Diagnostic, finder: Finder) -> int | None:
    """The paragraph that a finding is about."""
    if diagnostic.code in _OF_ALL:
        return None
    draft, place = topic.draft, diagnostic.place
    if place.path == _RECORD or draft is None:
        return place.line or None
    lines = draft.masked.split("\n")
    offset = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    return finder.number(sentence_around(draft.masked, draft.text, offset))


def held(library: Library, topic: Topic, blocks: Sequence[Block]) -> tuple[Waived, ...]:
    """Every waiver of an edition, and whether it holds."""
    finder = Finder(blocks)
    return tuple(
        Waived(
            waiver.rule,
            _NAMES.get(waiver.rule, "unknown rule"),
            finder.number(waiver.text),
            waiver.text,
            waiver.by,
            waiver.reason,
            _state(library, topic, waiver),
        )
        for waiver in topic.record.waivers
    )


def _state(library: Library, topic: Topic, waiver: Waiver) -> str:
    if not is_in_words(library, topic, waiver):
        return "void: the sentence is not in these words"
    if not is_named(library, waiver):
        return f"void: desk.yml does not name {waiver.by}"
    if waiver.rule.startswith(WAITS_FOR_COUNSEL) and not is_signed_by_counsel(library, topic, waiver):
        return "waits for counsel: it holds once counsel has approved an edition that lists it"
    return "holds"
