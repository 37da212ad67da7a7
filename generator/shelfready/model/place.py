"""A place in a file that a person wrote: every record and every finding has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position, sortable by path, then line, then column."""

    path: str
    """POSIX path, relative to the project folder."""
    line: int = 1
    """1 is the first line."""
    column: int = 1
    """1 is the first character of the line."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Where(Protocol):
    """Answers where a value of a record stands: `where("sources", 0, "url")`."""

    def __call__(self, *path: str | int) -> Place:
        """Place of the value, or of the nearest value above it."""

    def key(self, *path: str | int) -> Place:
        """Place of the key itself."""
