"""Diagnostics in, one string out for each format; the shell prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shelfready.model.finding import Diagnostic
from shelfready.report import github, json_array, text

__all__ = ["FORMATS"]

FORMATS: Mapping[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": text.render,
    "json": json_array.render,
    "github": github.render,
}
"""Every format by its name on the command line."""
