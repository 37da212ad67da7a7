"""What differs between a revision and the folder as it is now: paths, as git knows them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Changes"]


@dataclass(frozen=True, slots=True)
class Changes:
    """The files below content/ and docs/ that changed since somebody branched off."""

    since: str
    """The revision, as it was named."""
    paths: frozenset[str] = frozenset()
    """POSIX paths relative to the project folder: new, changed and removed files."""
    removed: frozenset[str] = frozenset()
    """Those of them that are no longer there, also where they only have a new name."""
