"""A `Report` in, one string out for each format; the shell prints it.

A format is imported when it is used: most runs need one, and `check` is to start quickly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shelfready.model.report import Report

__all__ = ["FORMATS"]


def _late(module: str) -> Callable[[Report], str]:
    def render(report: Report) -> str:
        text = import_module(f"shelfready.report.{module}").render(report)
        assert isinstance(text, str)
        return text

    return render


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": _late("text"),
    "json": _late("json_array"),
    "github": _late("github"),
    "gitlab": _late("gitlab"),
    "sarif": _late("sarif"),
    "junit": _late("junit"),
}
"""Every format by its name on the command line."""
