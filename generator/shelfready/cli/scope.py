"""Findings in, the report out: which of them a run of `check` tells of, and which of those count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from shelfready.addresses import resolve, staged_path, topic_page
from shelfready.errors import SetupError
from shelfready.mentions import mentions
from shelfready.model.changes import Changes
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.model.prose import Prose
from shelfready.model.report import Count, Report
from shelfready.parse.paths import DESK, DOCS, DRAFTS, EDITIONS, LOG
from shelfready.rules.length import budget

__all__ = ["report", "selected", "why_all_count"]

_LINKS = "LNK"
"""Rules that look at both ends of a link."""
_DRAWN_FROM_ALL = "audiences/"
"""Pages that are public as long as one piece is for these readers."""


def report(
    library: Library, found: Sequence[Diagnostic], root: Path, paths: Sequence[Path], changes: Changes | None = None
) -> Report:
    """What to tell: of these paths, where some are given; what counts is what changed, where that was asked for.

    Raises:
        SetupError: a path does not exist or lies outside of the project.
    """
    shown = selected(found, library, root, paths)
    wanted = [_inside(root, path) for path in paths] or ["."]
    topics = [slug for slug, files in _topic_files(library) if _is_wanted(wanted, files)]
    if changes is None or why_all_count(changes):
        return Report(shown, counts=_counts(library, topics, topics))
    touched = {slug for slug, files in _read_files(library) if changes.paths.intersection(files)}
    touched |= {topic for path in (*changes.paths, *changes.removed) if (topic := _of_history(path))}
    led = _links_to(library, touched, changes)
    counting = [
        d.topic in touched or d.place.path in changes.paths or (d.code.startswith(_LINKS) and d.place in led)
        for d in shown
    ]
    return Report(
        tuple(d for d, counts in zip(shown, counting, strict=True) if counts),
        tuple(d for d, counts in zip(shown, counting, strict=True) if not counts),
        _counts(library, topics, touched),
        compared=True,
    )


def _links_to(library: Library, touched: Set[str], changes: Changes) -> set[Place]:
    """Where links stand to what changed: a page that is no longer public, or lost a section, is told of at the link."""
    pages = {topic_page(slug) for slug in touched}
    pages |= {staged_path(path) for path in changes.paths if path.startswith(DOCS)}
    return {
        mention.place
        for mention in mentions(library)
        if mention.path in pages or (touched and mention.path.startswith(_DRAWN_FROM_ALL))
    }


def why_all_count(changes: Changes) -> str:
    """Why every finding counts, as the end of a sentence; '' where only those of what changed do.

    Kinds, limits and names of all topics stand in desk.yml, and what links to a file that is gone has not changed
    itself: in both cases the findings stand somewhere else than the change that caused them.
    """
    if DESK in changes.paths:
        return f"{DESK} changed since {changes.since}"
    gone = [path for path in changes.removed if not _of_history(path)]
    return f"{min(gone)} is gone since {changes.since}" if gone else ""


def _of_history(path: str) -> str:
    """The topic to which an edition, a sign-off or a log belongs; '' for other files."""
    if path.startswith(EDITIONS):
        return path.removeprefix(EDITIONS).partition("/")[0]
    return path.removeprefix(LOG).removesuffix(".yml") if path.startswith(LOG) else ""


def selected(
    diagnostics: Sequence[Diagnostic], library: Library, root: Path, paths: Sequence[Path]
) -> tuple[Diagnostic, ...]:
    """The diagnostics about these paths and the topics they belong to; all of them where no path is given.

    Raises:
        SetupError: a path does not exist or lies outside of the project.
    """
    if not paths:
        return tuple(diagnostics)
    wanted = [_inside(root, path) for path in paths]
    topics = {slug for slug, files in _topic_files(library) if _is_wanted(wanted, files)}
    return tuple(d for d in diagnostics if d.topic in topics or _is_wanted(wanted, [d.place.path]))


def _counts(library: Library, slugs: Iterable[str], changed: Iterable[str]) -> tuple[Count, ...]:
    wanted, changing = set(slugs), set(changed)
    drafts = {topic.slug: (topic.draft, budget(library, topic)) for topic in library.topics}
    drafts |= {entry.slug: (entry.draft, None) for entry in library.lost}
    return tuple(
        Count(slug, f"{DRAFTS}{slug}.md", draft.words if draft else None, limit, slug in changing)
        for slug, (draft, limit) in sorted(drafts.items())
        if slug in wanted
    )


def _topic_files(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The record and the draft of each topic, also of those that cannot be read."""
    for topic in library.topics:
        yield topic.slug, (topic.record_path, topic.draft_path)
    for entry in library.lost:
        yield entry.slug, (entry.path, f"{DRAFTS}{entry.slug}.md")


def _read_files(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The same, and the pictures that the draft shows."""
    texts = {text.slug: text.prose for text in library.texts if text.slug}
    for slug, files in _topic_files(library):
        yield slug, (*files, *(_pictures(texts[slug]) if slug in texts else ()))


def _pictures(prose: Prose) -> Iterator[str]:
    for picture in prose.pictures:
        path = resolve(staged_path(prose.path), picture.target.partition("#")[0]) or ""
        yield f"{DRAFTS}{path.removeprefix('answers/')}" if path.startswith("answers/images/") else f"{DOCS}{path}"


def _is_wanted(wanted: Iterable[str], files: Sequence[str]) -> bool:
    return any(name in (".", path) or path.startswith(f"{name}/") for name in wanted for path in files)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file system takes, or a folder that lets nobody look
        return False


def _inside(root: Path, path: Path) -> str:
    for candidate in (path, root / path):
        if _is_there(candidate) and candidate.resolve().is_relative_to(root):
            inside = candidate.resolve().relative_to(root).as_posix()
            if inside.split("/")[0] in (".", "content", "docs"):
                return inside
            raise SetupError(f"{path} is not checked.", "Name a file or folder below content/ or docs/.")
    raise SetupError(f"There is no {path} in {root}.", "Name a file or folder below content/ or docs/.")
