"""Bad texts in, by how much each rule and each scanner slows down for ten times the text out."""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bench.hostile import DRAFT_PATH, RECORD_PATH, texts
from bench.runs import Plan
from bench.shelves import as_library
from bench.steps import GOAL, SIZES, Step, keep_worst
from bench.table import Row

from shelfready.markup.mask import mask
from shelfready.model.files import RawFile
from shelfready.model.library import Library
from shelfready.parse.text import MOST_LINE, text_of
from shelfready.parse.yaml_nodes import load
from shelfready.processes import each
from shelfready.reading import House, read_text
from shelfready.rules import ALL_RULES
from shelfready.rules.base import LibraryRule

__all__ = ["linear"]

Job = tuple[str, list[str]]
"""Name and sizes of a text."""

_FLAGGED = "its own example"
_MOST_SECONDS = 900
"""After that, texts are left out; their order is a random one, and always the same."""


def linear(_: Plan) -> Iterator[Row]:
    """Every rule on libraries of all texts and on its own example; what reads texts before the rules on all texts.

    What is above the goal is looked at again here, alone: while two processes of a gigabyte each work, fresh memory is
    slow, and a large text needs more of it.
    """
    worst: dict[str, Step] = {}
    doubts: list[tuple[str, Job]] = []
    examples = [(rule.code, _flagged(rule)) for rule in ALL_RULES]
    jobs = [*examples, *random.Random(7).sample(found := list(_texts()), len(found))]
    left_out = 0
    gc.disable()
    try:
        for job, steps in zip(jobs, each(partial(_in_time, {}, time.monotonic() + _MOST_SECONDS), jobs), strict=True):
            left_out += steps is None
            doubts += [(what, job) for what, step in (steps or {}).items() if step.ratio > GOAL]
            _keep(worst, {what: step for what, step in (steps or {}).items() if step.ratio <= GOAL})
        for what, job in doubts:
            _keep(worst, _again(what, job))
    finally:
        gc.enable()
    tried = f"{len(jobs) - left_out} of {len(jobs)} texts were tried"
    print(f"rules: {tried}, {len(doubts)} steps a second time", file=sys.stderr)
    yield from _row(f"rules, worst of {len(ALL_RULES)}", {what: worst[what] for what in worst if what not in _SCANNERS})
    for what in _SCANNERS:
        if what in worst:
            yield from _row(f"rules, {what}", {what: worst[what]})


def _again(what: str, job: Job) -> dict[str, Step]:
    """One step alone; above the goal again, the middle one of three counts: the worst of many is often chance."""
    first = _tried({}, job, what)
    if what not in first or first[what].ratio <= GOAL:
        return first
    steps = [first[what], *(step for _ in range(2) for step in _tried({}, job, what).values())]
    return {what: sorted(steps, key=lambda step: step.ratio)[len(steps) // 2]}


def _keep(worst: dict[str, Step], steps: Mapping[str, Step]) -> None:
    for what, step in steps.items():
        if what not in worst or step.ratio > worst[what].ratio:
            worst[what] = step


def _in_time(known: dict[str, Step], deadline: float, job: Job) -> dict[str, Step] | None:
    """None for a text that is left out, because the time for all of them is over."""
    return None if time.monotonic() > deadline else _tried(known, job)


def _tried(known: dict[str, Step], job: Job, only: str = "") -> dict[str, Step]:
    """What a text has shown to be worse than all texts before it in this process.

    Args:
        known: the worst of each kind within the goal; grows.
        job: name and sizes of a text; the name is a rule's code where the text is that rule's own example.
        only: code of the rule or name of the scanner that is tried, where not all are.
    """
    name, sizes = job
    before = dict(known)
    own = tuple(rule for rule in ALL_RULES if rule.code == name)
    for what, run in () if own else _SCANNERS.items():
        if only in ("", what):
            keep_worst(known, what, name, run, [partial(str, text) for text in sizes])
    rules = [rule for rule in own or ALL_RULES if only in ("", rule.code)]
    _try(known, rules, _FLAGGED if own else name, sizes)
    gc.collect()
    changed = {what: step for what, step in known.items() if before.get(what) != step}
    for what in [what for what, step in changed.items() if step.ratio > GOAL]:
        del known[what]
        known.update({what: before[what]} if what in before else {})
    return changed


def _row(measure: str, steps: Mapping[str, Step]) -> Iterator[Row]:
    """The worst as a row; below the table it and all that are above the goal."""
    worst, *others = sorted(steps.values(), key=lambda step: step.ratio, reverse=True)
    notes = (str(step) for step in (worst, *others) if step is worst or step.ratio > GOAL)
    yield Row(measure, worst.large, f"{GOAL:g}", worst.ratio <= GOAL, worst.small, f"{worst.ratio:.1f}", tuple(notes))


def _texts() -> Iterator[tuple[str, list[str]]]:
    """Name of each text, and the text in all sizes."""
    for sized in zip(*map(texts, SIZES), strict=True):
        yield sized[0][0], [text for _, text in sized]


def _flagged(rule: LibraryRule) -> list[str]:
    """What the rule's manual page shows as flagged, again and again."""
    unit = "".join(f"{example.text}\n" for example in rule.examples("Flagged"))
    return [unit * (size // len(unit) + 1) for size in SIZES]


def _try(steps: dict[str, Step], rules: Sequence[LibraryRule], name: str, sizes: Sequence[str]) -> None:
    """Let rules work on libraries with this text."""
    makers = [partial(_new, as_library(text)) for text in sizes]
    for rule in rules:
        keep_worst(steps, rule.code, name, partial(_found, rule), makers)


def _new(library: Library) -> Library:
    """The same library, of which nobody knows anything yet."""
    return replace(library)


def _found(rule: LibraryRule, library: Library) -> object:
    return list(rule.find(library))


def _text_of(text: str) -> object:
    lines = (text[begin : begin + MOST_LINE] for begin in range(0, len(text), MOST_LINE))
    data = "\n".join(lines).encode()
    return text_of(RawFile(DRAFT_PATH, data, len(data)), len(data))


def _load(text: str) -> object:
    """Three times the text, so that both sizes take the second pass that long records take."""
    return load(text * 3, RECORD_PATH)


def _read_text(text: str) -> object:
    return read_text(text, mask(text), House())


_SCANNERS: dict[str, Callable[[str], object]] = {
    "reading a text": _read_text,
    "text_of": _text_of,
    "load": _load,
    "mask": mask,
}
"""What reads a text before there is a library."""
