"""What the commands about one topic share: its library, its name, and files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from shelfready.errors import SetupError
from shelfready.model.desk import Desk, Person
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.parse.nearness import near
from shelfready.parse.paths import DRAFTS, TOPICS, slug_of
from shelfready.pipeline import examine
from shelfready.report import text
from shelfready.signing import person_named

__all__ = ["Opened", "known_person", "opened", "opened_all", "refuse", "write_all"]


class Opened:
    """A project that was read and checked for a command about one topic."""

    def __init__(self, root: Path, library: Library, topic: Topic, desk: Desk, found: tuple[Diagnostic, ...]) -> None:
        self.root, self.library, self.topic, self.desk, self.found = root, library, topic, desk, found


def opened(root: Path, name: str, as_of: date) -> Opened:
    """Read everything, and find the topic: by its name, or by the path of its record or draft.

    Raises:
        SetupError: there is no such topic, or its record or desk.yml cannot be read.
    """
    return opened_all(root, (name,), as_of)[0]


def opened_all(root: Path, names: tuple[str, ...], as_of: date) -> tuple[Opened, ...]:
    """Read everything once, and find these topics.

    Raises:
        SetupError: there is no such topic, or its record or desk.yml cannot be read.
    """
    library, found = examine(root, as_of)
    if library.desk is None:
        raise SetupError("content/desk.yml cannot be used as it is.", "Run 'shelfready check content/desk.yml'.")
    topics = {slug: _named(library, slug) for slug in map(_slug, names)}
    return tuple(Opened(root, library, topic, library.desk, found) for topic in topics.values())


def _slug(name: str) -> str:
    return slug_of(name) if name.startswith((TOPICS, DRAFTS)) else name


def _named(library: Library, slug: str) -> Topic:
    topics = {topic.slug: topic for topic in library.topics}
    if slug in topics:
        return topics[slug]
    if any(entry.slug == slug for entry in library.lost):
        raise SetupError(f"The record of '{slug}' cannot be read.", f"Run 'shelfready check {TOPICS}{slug}.yml'.")
    meant = near(slug, topics)
    fix = f"Did you mean {meant}?" if meant else "'shelfready status' lists all of them."
    raise SetupError(f"There is no topic '{slug}'.", fix)


def known_person(desk: Desk, name: str) -> Person:
    """The person of this name.

    Raises:
        SetupError: desk.yml has none.
    """
    if person := person_named(desk, name):
        return person
    names = [person.name for person in desk.people]
    meant = near(name, names)
    fix = f"Did you mean '{meant}'?" if meant else f"It names {', '.join(names) or 'nobody yet'}."
    raise SetupError(f"desk.yml names nobody '{name}'.", fix)


def refuse(found: tuple[Diagnostic, ...], sentence: str) -> None:
    """Print what is wrong, and end with exit code 1."""
    click.echo(text.findings(found) + sentence)
    raise SystemExit(1)


def write_all(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write all of these files or none; each is moved into its place whole.

    Raises:
        SetupError: one cannot be written.
    """
    made: list[tuple[Path, Path]] = []
    try:
        for shown, content in files.items():
            place = root / shown
            _check_plain(root, place)
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f".{place.name}.new")
            beside.write_bytes(content.encode() if isinstance(content, str) else content)
            made.append((beside, place))
        for beside, place in made:
            os.replace(beside, place)
    except OSError as error:
        for beside, _ in made:
            beside.unlink(missing_ok=True)
        raise SetupError(f"{shown} cannot be written: {error.strerror}.", "Make its folder writable.") from error


def _check_plain(root: Path, place: Path) -> None:
    """No link leads out of the project."""
    for part in (place, *place.parents):
        if part == root:
            return
        if part.is_symlink():
            raise SetupError(f"{part} is a symbolic link, so nothing is written.", "Put a plain file or folder there.")
