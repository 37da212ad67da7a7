"""What `check` says besides its findings: which files they concern, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from shelfready.errors import SetupError
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library
from shelfready.report.escape import printable
from shelfready.report.text import counted, tally, word_count
from shelfready.rules.length import budget

__all__ = ["closing", "selected"]

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.HINT)


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
    topics = {slug for slug, files in _topic_files(library) if any(_covers(w, file) for w in wanted for file in files)}
    return tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.topic in topics or any(_covers(w, diagnostic.place.path) for w in wanted)
    )


def closing(library: Library, diagnostics: Sequence[Diagnostic], root: Path, paths: Sequence[Path]) -> str:
    """The last lines of a text report: words of the named drafts, counts, what was not checked, the next step."""
    lines = list(_word_counts(library, root, paths))
    shown = f"{counted(len(library.topics) + len(library.lost), 'topic')} and {counted(len(library.pages), 'page')}"
    lines.append(f"{shown} checked on {library.as_of}: {tally(diagnostics)}{' for these files' if paths else ''}.")
    if library.lost:
        slugs = printable(", ".join(entry.slug for entry in library.lost))
        lines.append(f"Not checked further, because the record cannot be read: {slugs}.")
    lines.append("Not checked: whether addresses on other sites answer.")
    if diagnostics:
        worst = min(diagnostics, key=lambda diagnostic: _ORDER.index(diagnostic.severity))
        lines.append(f"Next: mend the first {worst.severity}; 'shelfready rule {worst.code}' explains it.")
    return "\n".join(lines)


def _word_counts(library: Library, root: Path, paths: Sequence[Path]) -> Iterator[str]:
    wanted = [_inside(root, path) for path in paths]
    for topic in library.topics:
        if topic.draft and any(_covers(w, file) for w in wanted for file in (topic.record_path, topic.draft_path)):
            yield word_count(topic.draft_path, topic.draft.words, budget(library, topic))


def _topic_files(library: Library) -> Iterable[tuple[str, tuple[str, ...]]]:
    for topic in library.topics:
        yield topic.slug, (topic.record_path, topic.draft_path)
    for entry in library.lost:
        yield entry.slug, (entry.path, f"content/drafts/{entry.slug}.md")


def _inside(root: Path, path: Path) -> str:
    for candidate in (path, root / path):
        if candidate.exists() and candidate.resolve().is_relative_to(root):
            inside = candidate.resolve().relative_to(root).as_posix()
            if inside.split("/")[0] in (".", "content", "docs"):
                return inside
            raise SetupError(f"{path} is not checked.", "Name a file or folder below content/ or docs/.")
    raise SetupError(f"There is no {path} in {root}.", "Name a file or folder below content/ or docs/.")


def _covers(wanted: str, path: str) -> bool:
    return wanted in (".", path) or path.startswith(f"{wanted}/")
