"""Markdown files in, a `Prose` record and faults for each out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from shelfready.markup.renderer import Renderer
from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.house import House
from shelfready.model.prose import Prose, Section
from shelfready.parse.house import Marks, house_of, marks_of
from shelfready.parse.paths import DESK, DOCS, DRAFTS, slug_of
from shelfready.parse.text import MOST_DRAFT_BYTES, text_of
from shelfready.reading import detector

__all__ = ["Job", "Rendered", "html_of", "jobs", "line_of_word", "prose", "prose_of", "sections"]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to render, with what the desk adds: owner marks and words."""

    raw: RawFile
    marks: Marks
    topic: str
    house: House = field(default_factory=House)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of one text: None with the faults that prevented it, or the record and what is wrong with it."""

    path: str
    prose: Prose | None
    faults: tuple[Fault, ...]


def jobs(files: Mapping[str, RawFile]) -> list[Job]:
    """Every Markdown text of the project.

    Raises:
        SetupError: the desk asks for detect-secrets, and it is not installed.
    """
    marks, house = marks_of(files.get(DESK)), house_of(files.get(DESK))
    _renderer(marks, house)  # made before the work is shared, so that no process has to make its own
    if house.detector:
        detector.load()
    paths = [path for path in files if path.endswith(".md") and path.startswith((DRAFTS, DOCS))]
    return [Job(files[path], marks, slug_of(path) if path.startswith(DRAFTS) else "", house) for path in paths]


@lru_cache(maxsize=4)
def _renderer(marks: Marks, house: House = House()) -> Renderer:  # noqa: B008 - frozen
    """One kept renderer for what a desk adds; it holds no state between two texts."""
    return Renderer(dict(marks), house)


def prose(job: Job) -> Rendered:
    """Render one text; a plain function of values, so that processes can share the work."""
    text, faults = text_of(job.raw, MOST_DRAFT_BYTES)
    faults = tuple(Fault(f.code, f.place, f.message, f.fix, job.topic) for f in faults)
    found = None if text is None else _renderer(job.marks, job.house).prose(job.raw.path, text)
    if found and job.house.detector:
        secrets = detector.with_more(found.text, found.reading.secrets)
        found = replace(found, reading=replace(found.reading, secrets=secrets))
    return Rendered(job.raw.path, found, faults)


def line_of_word(marks: Marks, text: str, number: int) -> int:
    """The line on which this word of a Markdown text stands, counting words from 1."""
    return _renderer(marks).line_of_word(text, number)


def sections(marks: Marks, text: str) -> tuple[Section, ...]:
    """The words below each heading of a Markdown text."""
    return _renderer(marks).sections(text)


def html_of(marks: Marks, text: str) -> str:
    """The HTML of a Markdown text; '' where it is beyond a limit or the library trips over it, as its finding says."""
    return _renderer(marks).html_or_nothing(text)


def prose_of(marks: Marks, path: str, text: str) -> Prose:
    """A text that stands in no file of its own, rendered."""
    return _renderer(marks).prose(path, text)
