"""`make bench`: takes the measures that README.md explains and prints them as one table. It measures; it never fails.

python bench/ratios.py [--only check,build] [--rounds N] [--pages N] [--install] [--save FOLDER]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

# A script's own folder is where Python looks for modules; the project is what holds the package `bench`.
sys.path[0] = str(Path(__file__).resolve().parent.parent)

from bench import linear, serving, speed, worst  # noqa: E402
from bench.linters import install_linters  # noqa: E402
from bench.runs import NotMeasuredError, Plan  # noqa: E402
from bench.table import Row, render  # noqa: E402

MEASURES: dict[str, Callable[[Plan], Iterator[Row]]] = {
    "check": speed.check,
    "build": speed.build,
    "growth": speed.growth,
    "serve": serving.serve,
    "start": speed.start,
    "markdown": worst.markdown,
    "rules": linear.linear,
}


def main() -> None:
    """Take the measures that were asked for and print them."""
    asked = _arguments()
    rows: list[Row] = []
    left_out: list[str] = []
    with tempfile.TemporaryDirectory(prefix="shelfready-bench-", ignore_cleanup_errors=True) as work:
        for name in asked.only:
            print(f"measuring: {name}", file=sys.stderr, flush=True)
            plan = Plan(Path(work) / name, asked.pages, asked.rounds, asked.save)
            plan.work.mkdir()
            try:
                if name == "check" and asked.install:
                    install_linters()
                rows.extend(MEASURES[name](plan))
            except NotMeasuredError as reason:
                left_out.append(f"{name} needs {reason}")
            shutil.rmtree(plan.work, ignore_errors=True)
    print(render(rows))
    if left_out:
        print(f"Left out: {'; '.join(left_out)}.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure Shelfready against other tools and against its goals.")
    parser.add_argument("--only", type=_names, default=list(MEASURES), metavar="NAME,NAME", help=", ".join(MEASURES))
    parser.add_argument("--rounds", type=_number, metavar="N", help="rounds of each measure (default: 1 to 15)")
    parser.add_argument("--pages", type=_number, default=1000, metavar="N", help="topics of check and build")
    parser.add_argument("--install", action="store_true", help="fetch other linters into bench/node_modules/ (npm)")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="keep the files that 'markdown' lists")
    return parser.parse_args()


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in MEASURES]:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; choose from {', '.join(MEASURES)}")
    return names


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 1 on")
    return int(text)


if __name__ == "__main__":
    main()
