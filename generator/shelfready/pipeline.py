"""The five verbs in order: read, parse, check here; render and write in `publishing`, which only a build needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shelfready import read
from shelfready.parse.prose import jobs, prose
from shelfready.processes import each

if TYPE_CHECKING:
    from shelfready.model.finding import Diagnostic
    from shelfready.model.library import Library

__all__ = ["examine"]


def examine(root: Path, as_of: date, forecast: int = 0) -> tuple[Library, tuple[Diagnostic, ...]]:
    """Read, parse and check everything below content/ and docs/.

    Args:
        root: the project folder.
        as_of: the day on which everything is judged.
        forecast: how many days ahead dates are looked at.
    """
    files = read.tree(root, "content", "docs")
    texts = each(prose, jobs(files))
    # Imported here: these bring in pydantic, and on a large shelf the processes are rendering meanwhile.
    from shelfready.check import check  # noqa: PLC0415
    from shelfready.parse.library import library  # noqa: PLC0415

    shelf = library(files, texts, as_of, forecast)
    return shelf, check(shelf)
