"""A path without bytes in, the fault that says why and what to do out."""

from __future__ import annotations

from shelfready.model.files import RawFile, Trouble
from shelfready.model.finding import Fault
from shelfready.model.place import Place

__all__ = ["trouble"]


def trouble(raw: RawFile, fix: str = "Put a plain file in its place, or remove it.") -> Fault:
    """Why a path cannot be read; a locked one has another remedy than one that is no file."""
    if raw.trouble is Trouble.DENIED:
        fix = "Give yourself the right to read it, or ask whoever owns it."
    return Fault("LOD001", Place(raw.path), f"this path is {raw.trouble}", fix)
