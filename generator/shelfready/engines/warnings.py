"""What the engine printed in, one diagnostic for each of its warnings out, at the line a person would mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.place import Place

__all__ = ["CODE", "NAME", "warnings"]

CODE = "ENG001"
NAME = "engine-warning"

_WARNING = re.compile(r"(?:WARNING|ERROR)\s+-\s+(?P<text>.+)")
_FILE = re.compile(r"[Dd]oc file '(?P<path>[^']+)'")
_TARGET = re.compile(r"link '(?P<target>[^']+)'")
_OURS = re.compile(r"Aborted with \d+ warnings")


def warnings(lines: Iterable[str], origins: Mapping[str, str], sources: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The engine's warnings as diagnostics.

    Args:
        lines: its output.
        origins: staged path -> file in the project.
        sources: file in the project -> text, to find the line.
    """
    for line in lines:
        match = _WARNING.match(line)
        if match and not _OURS.search(line):
            text = match["text"].strip().rstrip(".")
            message = f"the site engine warns: {text[:300]}"
            yield Diagnostic(
                _place(text, origins, sources), CODE, NAME, Severity.ERROR, "", message, "Mend what it names."
            )


def _place(text: str, origins: Mapping[str, str], sources: Mapping[str, str]) -> Place:
    named = _FILE.search(text)
    if named is None:
        return Place("mkdocs.yml")
    origin = origins.get(named["path"], named["path"])
    target = _TARGET.search(text)
    offset = sources.get(origin, "").find(target["target"]) if target else -1
    if offset < 0:
        return Place(origin)
    source = sources[origin]
    return Place(origin, source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset))
