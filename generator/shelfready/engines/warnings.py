"""What the engine printed in, one diagnostic for each of its warnings out, at the line a person would mend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding
from shelfready.model.place import Place
from shelfready.rules.base import rule

__all__ = ["RULES", "EngineOutput", "engine_warning"]

_WARNING = re.compile(r"(?:WARNING|ERROR)\s+-\s+(?P<text>.+)")
_FILE = re.compile(r"[Dd]oc file '(?P<path>[^']+)'")
_TARGET = re.compile(r"link '(?P<target>[^']+)'")
_OURS = re.compile(r"Aborted with \d+ warnings")


@dataclass(frozen=True, slots=True)
class EngineOutput:
    """What the engine printed, with what leads from its names to the project's files."""

    lines: Iterable[str]
    origins: Mapping[str, str] = field(default_factory=dict)
    """Staged path -> file in the project."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """File in the project -> text, to find the line."""


@rule("ENG001", "engine-warning", fixed=True)
def engine_warning(output: EngineOutput) -> Iterator[Finding]:
    """The site engine warns of something that no rule has found.

    ## Why

    What the engine warns of is wrong on the page: a link that leads nowhere, a page that is missing. Where a rule can
    find it, `check` does, with better words; this is the net below.

    ## Flagged

    ```text output
    WARNING -  Doc file 'answers/piece.md' contains a link 'nowhere.md', but the target is not found among the files.
    ```

    ## Accepted

    ```text output
    INFO    -  Documentation built in 1.20 seconds
    ```
    """
    for line in output.lines:
        match = _WARNING.match(line)
        if match and not _OURS.search(line):
            text = match["text"].strip().rstrip(".")
            message = f"the site engine warns: {text[:300]}"
            yield Finding(_place(text, output.origins, output.sources), message, "Mend what it names.")


RULES = (engine_warning,)


def _place(text: str, origins: Mapping[str, str], sources: Mapping[str, str]) -> Place:
    named = _FILE.search(text)
    if named is None:
        return Place("mkdocs.yml")
    origin = origins.get(named["path"], named["path"])
    target = _TARGET.search(text)
    offset = sources.get(origin, "").find(target["target"]) if target else -1
    if offset < 0:
        return Place(origin)
    return place_at(origin, sources[origin], offset)
