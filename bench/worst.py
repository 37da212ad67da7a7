"""Bad files in, one at a time; the slowest check out, and every input that got the better of the program."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from bench.corpus import AS_OF, DESK, pieces
from bench.hostile import DESK_PATH, DRAFT_PATH, RECORD_PATH, Hostile, everything, record
from bench.runs import Plan, Run, shelfready, timed
from bench.table import Row

__all__ = ["markdown"]

_LARGE = 1024 * 1024
_GOAL = 2.0
_SLOW = 1.0
"""Seconds from which an input is listed."""
_LIMIT = 60.0
"""Seconds after which a check is given up."""
_AGAIN = 30
"""How many of the slowest are timed once more, alone."""


@dataclass(frozen=True, slots=True)
class _Result:
    bad: Hostile
    run: Run

    @property
    def crashed(self) -> bool:
        """Whether this was anything but findings or none, in time."""
        return self.run.code not in (0, 1) or "Traceback" in self.run.output

    def __str__(self) -> str:
        """One line."""
        text = f"{self.run.seconds:.2f} s, {self.bad.path}: {self.bad.name}"
        if self.run.seconds > _LIMIT:
            return f"STOPPED after {text}"
        return f"CRASH, exit code {self.run.code} ({_last(self.run)}), {text}" if self.crashed else text


def markdown(plan: Plan) -> Iterator[Row]:
    """Check of a small project with one bad file in it, for every bad file: the slowest, and all that are wrong.

    Each is tried once, one on every processor; then the slowest are timed alone.
    """
    processors = os.cpu_count() or 1
    folders: SimpleQueue[Path] = SimpleQueue()
    for number in range(processors):
        folders.put(_project(plan.work / f"worst-{number}"))

    def tried(bad: Hostile) -> _Result:
        folder = folders.get()
        try:
            return _Result(bad, _checked(folder, bad))
        finally:
            folders.put(folder)

    with ThreadPoolExecutor(processors) as pool:
        results = sorted(pool.map(tried, everything(_LARGE)), key=_seconds, reverse=True)
    slowest = [result if result.crashed else tried(result.bad) for result in results[:_AGAIN]]
    slowest.sort(key=_seconds, reverse=True)
    wrong = [result for result in results[_AGAIN:] if result.crashed]
    wrong += [result for result in slowest if result.crashed or result.run.seconds > _SLOW]
    listed = wrong or slowest[:1]
    _save(listed, plan.save)
    yield Row(
        f"markdown, slowest of {len(results):,}",
        slowest[0].run.seconds,
        f"{_GOAL:g} s",
        slowest[0].run.seconds <= _GOAL and not any(result.crashed for result in wrong),
        notes=tuple(str(result) for result in listed),
    )


def _seconds(result: _Result) -> float:
    return result.run.seconds


def _save(results: list[_Result], folder: Path | None) -> None:
    """Keep the bad files of these results, for whoever mends what they found."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for number, result in enumerate(results, 1):
            name = re.sub(r"[^a-z0-9]+", "-", result.bad.name.lower()).strip("-")
            (folder / f"{number:02d}-{name}{Path(result.bad.path).suffix}").write_bytes(result.bad.data)


def _project(folder: Path) -> Path:
    """A project of one topic that passes."""
    for path in (DESK_PATH, RECORD_PATH, DRAFT_PATH):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(_GOOD[path])
    return folder


_GOOD = {DESK_PATH: DESK.encode(), RECORD_PATH: record().encode(), DRAFT_PATH: pieces(1)[0].body.encode()}


def _checked(folder: Path, bad: Hostile) -> Run:
    """Put the bad file in the place of the good one, check, and put the good one back."""
    path = folder / bad.path
    path.write_bytes(bad.data)
    try:
        return timed(shelfready("check", "--as-of", AS_OF), folder, _LIMIT)
    finally:
        path.write_bytes(_GOOD[bad.path])


def _last(run: Run) -> str:
    return (run.output.strip() or "no output").splitlines()[-1][:200]
