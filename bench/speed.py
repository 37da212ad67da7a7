"""How quick check, build and the bare command are: against other tools, and from a small shelf to a large one."""

from __future__ import annotations

import itertools
import math
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

from bench.corpus import AS_OF, pieces, write_plain, write_project
from bench.linters import LINTERS, Linter
from bench.runs import NotMeasuredError, Plan, Run, cleared, in_turn, shelfready, timed, tool
from bench.table import Row, pairwise

__all__ = ["build", "check", "growth", "start"]

_SIZES = (100, 500, 2000)
_MOST_EXPONENT = 1.1
_FEW = 20
"""Pages of the project on which both sides are run once before anything is counted."""


def check(plan: Plan) -> Iterator[Row]:
    """Our check of N topics against other linters on the same drafts; one that is missing leaves out its row only."""
    project = write_project(plan.work / "check", pieces(plan.pages))
    missing: list[str] = []
    for linter in LINTERS:
        try:
            yield _against(linter, project, plan)
        except NotMeasuredError as reason:
            missing.append(str(reason))
    if missing:
        raise NotMeasuredError("; ".join(dict.fromkeys(missing)))


def _against(linter: Linter, project: Path, plan: Plan) -> Row:
    """Both are run once before anything is counted."""
    command = linter.prepared(project)

    def theirs() -> Run:
        return timed(command, project).needs(0, 1)

    note = linter.note(theirs())
    _check(project)
    pairs = in_turn(lambda: _check(project), theirs, plan.times(linter.rounds))
    return pairwise(f"check, {plan.pages:,} topics ({linter.title})", pairs, linter.goal, (note,))


def build(plan: Plan) -> Iterator[Row]:
    """Our build of N topics, checked and verified, against a stock build of the same pages."""
    mkdocs = tool("mkdocs")

    def theirs(folder: Path) -> Run:
        return timed([mkdocs, "build", "--quiet"], cleared(folder, "site")).needs(0)

    few = pieces(_FEW)
    _build(write_project(plan.work / "build-few", few))
    theirs(write_plain(plan.work / "stock-few", few))
    answers = pieces(plan.pages)
    ours, stock = write_project(plan.work / "build", answers), write_plain(plan.work / "stock", answers)
    pairs = in_turn(partial(_build, ours), partial(theirs, stock), plan.times(1))
    cleared(stock, "site")
    note = f"against mkdocs {version('mkdocs')} with mkdocs-material {version('mkdocs-material')}"
    yield pairwise(f"build, {plan.pages:,} topics", pairs, 0.25, (note,))


def growth(plan: Plan) -> Iterator[Row]:
    """Check and build of shelves of three sizes, and the exponent by which their times grow."""
    shelves = {size: write_project(plan.work / f"growth-{size}", pieces(size)) for size in _SIZES}
    yield _growth("growth of check", shelves, _check, plan.times(3))
    yield _growth("growth of build", shelves, _build, plan.times(1))


def start(plan: Plan) -> Iterator[Row]:
    """The start of the program against the start of Python."""
    ours, python = shelfready("--help"), [sys.executable, "-c", "pass"]
    pairs = in_turn(
        lambda: timed(ours, plan.work).needs(0), lambda: timed(python, plan.work).needs(0), plan.times(15) + 1
    )
    yield pairwise("start, --help", pairs[1:], 8, ("against python -c pass",))


def _check(project: Path) -> Run:
    return timed(shelfready("check", "--as-of", AS_OF), project).needs(0)


def _build(project: Path) -> Run:
    return timed(shelfready("build", "--as-of", AS_OF), cleared(project, "site", "build")).needs(0)


def _growth(measure: str, shelves: dict[int, Path], command: Callable[[Path], Run], rounds: int) -> Row:
    runs = [{size: command(project).seconds for size, project in shelves.items()} for _ in range(rounds)]
    seconds = {size: statistics.median(run[size] for run in runs) for size in shelves}
    small, _, large = _SIZES
    exponent = _exponent(seconds)
    return Row(
        measure,
        seconds[large],
        f"n^{_MOST_EXPONENT}",
        exponent <= _MOST_EXPONENT,
        seconds[small],
        f"n^{exponent:.2f}",
        (f"{large:,} topics against {small:,}; {_steps(seconds)}",),
    )


def _exponent(seconds: dict[int, float]) -> float:
    """Slope of the straight line through the logarithms."""
    sizes = [math.log(size) for size in seconds]
    return statistics.linear_regression(sizes, [math.log(value) for value in seconds.values()]).slope


def _steps(seconds: dict[int, float]) -> str:
    """The exponent from each size to the next: start-up hides in the first one."""
    return ", ".join(
        f"n^{math.log(seconds[large] / seconds[small]) / math.log(large / small):.2f} from {small:,} to {large:,}"
        for small, large in itertools.pairwise(seconds)
    )
