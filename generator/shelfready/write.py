"""A `Bundle` in, a folder that holds exactly it out; files whose bytes are the same are left alone."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from shelfready.errors import SetupError

__all__ = ["anew", "check_own", "folder", "theme", "tree_of"]


def folder(files: Mapping[str, str | bytes], target: Path) -> int:
    """Make the folder hold these files and no others; returns how many were written or removed.

    Args:
        files: POSIX path -> content; text is written as UTF-8 with LF line ends.
        target: a folder of the tool's own below build/; whatever else is in it is removed.
    """
    wanted = {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}
    changed = _remove_others(target, wanted.keys())
    for path, content in wanted.items():
        place = target / path
        if place.is_file() and place.read_bytes() == content:
            continue
        changed += 1
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return changed


def check_own(root: Path, *folders: Path) -> None:
    """Make sure that no link leads from the project to a folder elsewhere, which would be emptied and filled.

    Raises:
        SetupError: one of the folders, or one between it and the project, is a link.
    """
    for folder_of_ours in folders:
        for place in (folder_of_ours, *folder_of_ours.parents):
            if place == root:
                break
            if place.is_symlink():
                raise SetupError(f"{place} is a symbolic link.", "Remove it; Shelfready makes a folder there.")


def anew(path: Path, content: str) -> None:
    """Write a file of our own that nothing can be in the place of; a link there goes, what it leads to stays."""
    path.unlink(missing_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as handle:
        handle.write(content)


def _remove_links(folder: Path) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                os.unlink(entry.path)
            elif entry.is_dir(follow_symlinks=False):
                _remove_links(Path(entry.path))


def _remove_others(target: Path, wanted: Collection[str]) -> int:
    removed = 0
    if target.is_dir():
        _remove_links(target)
        folders = {str(Path(path).parent) for path in wanted}
        for path in tree_of(target):
            if path not in wanted:
                (target / path).unlink()
                removed += 1
        for base, _, _ in os.walk(target, topdown=False):
            inside = os.path.relpath(base, target)
            if inside != "." and not os.listdir(base) and inside not in folders:
                os.rmdir(base)
    return removed


def tree_of(target: Path) -> list[str]:
    """Every file below a folder, as POSIX paths, sorted."""
    found = []
    for base, _, names in os.walk(target):
        inside = Path(base).relative_to(target)
        found += [(inside / name).as_posix() for name in names]
    return sorted(found)


def theme(sources: tuple[Path, ...], target: Path) -> None:
    """Lay theme folders over each other: of two files with one name the earlier folder's is taken."""
    files: dict[str, str | bytes] = {}
    for source in reversed(sources):
        base = source / "theme"
        files.update((path, (base / path).read_bytes()) for path in tree_of(base) if base.is_dir())
    folder(files, target)
