"""A function and its argument in three sizes in, by how much it slows down for ten times the argument out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["GOAL", "SIZES", "Maker", "Step", "keep_worst"]

SIZES = (1_000, 10_000, 100_000)
"""Characters. The last two are compared; the first two where the middle one takes too long already."""
GOAL = 12.0
"""For ten times the text."""

_TOO_LONG = 0.3
"""Seconds of the middle text from which the last is not tried."""
_FLOOR = 0.03
"""Seconds that the larger text must take; below that a ratio is noise."""
_SURELY = 2 * GOAL
"""Up to this ratio the machine may be to blame: while another program works, memory is slow, for large texts most."""
_REST = 0.2
"""Seconds before such a ratio is looked at again."""
_LOOKS = 3

Argument = TypeVar("Argument")
Maker = Callable[[], Argument]
"""Makes the argument anew: a library keeps what was found out about it."""
Pair = tuple[float, float]
"""Seconds of the large text and of the small one."""


@dataclass(frozen=True, slots=True)
class Step:
    """How one function took one text."""

    what: str
    text: str
    large: float
    """Seconds."""
    small: float

    @property
    def ratio(self) -> float:
        """1 for what does not look at the text, 10 for what reads it once."""
        return self.large / self.small

    def __str__(self) -> str:
        """One line."""
        return f"{self.what} {self.ratio:.1f} ({self.small * 1000:.1f} to {self.large * 1000:.0f} ms), {self.text}"


def keep_worst(
    steps: dict[str, Step], what: str, text: str, run: Callable[[Argument], object], makers: Sequence[Maker[Argument]]
) -> None:
    """Keep this step if it is the worst of its kind; one run of each size tells whether it is worth measuring."""
    tiny, small, large = makers
    run(tiny())  # patterns are compiled now
    if (first := _seconds(run, small)) > _TOO_LONG:
        small, large, first = tiny, small, _seconds(run, tiny)
    known = steps[what].ratio if what in steps else 0
    if (last := _seconds(run, large)) < _FLOOR or last / first < known:
        return
    pairs = _pairs(run, small, large)
    for _ in range(_LOOKS - 1):
        slow, quick = _middle(pairs)
        if max(GOAL, known) < slow / quick < _SURELY:
            time.sleep(_REST)
            pairs += _pairs(run, small, large)
    slow, quick = _middle(pairs)
    if slow >= _FLOOR and slow / quick > known:
        steps[what] = Step(what, text, slow, quick)


def _pairs(run: Callable[[Argument], object], small: Maker[Argument], large: Maker[Argument]) -> list[Pair]:
    """Seconds of both in turn, three times, the small one ten times in a row: a machine's speed drifts."""
    return [(_seconds(run, large), _seconds(run, small, SIZES[2] // SIZES[1])) for _ in range(3)]


def _middle(pairs: list[Pair]) -> Pair:
    """The pair whose ratio is the median: what stands side by side was taken at one speed of the machine."""
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]


def _seconds(run: Callable[[Argument], object], maker: Maker[Argument], number: int = 1) -> float:
    """Of the processor: what is tried reads no file, and another program that cuts in would count as a slow rule."""
    arguments = [maker() for _ in range(number)]
    begin = time.thread_time()
    for argument in arguments:
        run(argument)
    return (time.thread_time() - begin) / number
