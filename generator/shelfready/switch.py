"""A finished folder in, the same folder in its public place out, in one step: readers see the old site or the new one.

The new site is made beside the old one, so both are on one file system. Linux and macOS exchange the two names at once
(`renameat2 RENAME_EXCHANGE`, `renamex_np RENAME_SWAP`); elsewhere there are two renames, and the next run mends what a
kill between them has left. A folder without our manifest is never replaced.
"""

from __future__ import annotations

import ctypes
import glob
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from shelfready.errors import SetupError
from shelfready.write import tree_of

__all__ = ["MANIFEST", "MARK", "begin", "check_content", "check_place", "finish"]

MANIFEST = "manifest.json"
"""Lists every other file; also tells that Shelfready made the folder."""
MARK = ".shelfready-unfinished"
"""Stands in a folder that is still being made."""

_IGNORED = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])
"""Files that systems put into any folder they show."""
_SOURCES = (
    *("content", "docs", "templates", "generator"),
    *("build/docs", "build/theme", "build/serve", "build/preview/docs", "build/preview/theme"),
)
"""What stands in a project folder beside its sites."""
_AT_FDCWD, _EXCHANGE, _SWAP = -100, 2, 2


def _beside(target: Path, what: str) -> Path:
    return target.parent / f".{target.name}.shelfready-{what}"


def check_place(target: Path, root: Path, *, preview: bool) -> None:
    """Make sure that a site may stand there at all.

    Raises:
        SetupError: it is the project itself, holds it, or lies where sources or staged files stand.
    """
    if target == root or root.is_relative_to(target) or target == Path.home() or target == Path(target.anchor):
        raise SetupError(f"{target} cannot be replaced by a site.", "Name a folder of its own with --site-dir.")
    if preview and target == root / "site":
        raise SetupError(f"{target} is for the public site.", "Name another folder with --site-dir.")
    for name in _SOURCES:
        if target.is_relative_to(root / name) or (root / name).is_relative_to(target):
            raise SetupError(f"{target} holds sources.", "Name a folder of its own with --site-dir.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = f"{target.parent} cannot be made: {error.strerror}."
        raise SetupError(sentence, "Name another folder with --site-dir.") from error


def check_content(target: Path, *, preview: bool) -> None:
    """Make sure that replacing this folder takes nothing from anybody; to be called while no other run works on it.

    Raises:
        SetupError: it is no folder, something in it is not ours, or it is of the other kind, preview or public.
    """
    _mend(target)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise SetupError(f"{target} is not a folder.", "Remove it, or name another folder with --site-dir.")
    if not target.is_dir() or not (present := _present(target)):
        return
    listed = _manifest(target)
    if listed is None:
        fix = "Name an empty folder with --site-dir, or remove this one yourself."
        raise SetupError(f"{target} was not made by Shelfready, so it is not replaced.", fix)
    if foreign := sorted(set(present) - set(listed["files"]) - {MANIFEST}):
        fix = "Move them to docs/ to publish them, or remove them."
        raise SetupError(f"{target} holds files that Shelfready did not write: {', '.join(foreign[:5])}.", fix)
    if bool(listed.get("preview")) != preview:
        kinds = ("a preview", "the public site") if preview else ("the public site", "a preview")
        fix = "Name another folder with --site-dir."
        raise SetupError(f"{target} holds {kinds[1]}, and this would be {kinds[0]}.", fix)


def _present(folder: Path) -> list[str]:
    """The files in a folder, but for those that systems put anywhere."""
    return [path for path in tree_of(folder) if Path(path).name not in _IGNORED]


def _manifest(target: Path) -> dict[str, Any] | None:
    try:
        found = json.loads((target / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    is_ours = isinstance(found, dict) and str(found.get("made_by", "")).startswith("Shelfready")
    return found if is_ours and isinstance(found.get("files"), dict) else None


def begin(target: Path) -> Path:
    """An empty folder beside the target, marked as unfinished, for the engine to write into.

    Its name is new each time, so that nothing of a run that was killed can reach into it; what such runs left goes.
    """
    for left in target.parent.glob(f".{glob.escape(target.name)}.shelfready-new-*"):
        if _is_ours(left):
            _discard(left)
    new = Path(tempfile.mkdtemp(prefix=f".{target.name}.shelfready-new-", dir=target.parent))
    (new / MARK).touch()
    return new


def finish(new: Path, target: Path) -> None:
    """Put the finished folder in the target's place and discard what was there."""
    (new / MARK).unlink(missing_ok=True)
    if not target.exists():
        new.rename(target)
        return
    if _exchanged(new, target):
        _discard_former(new)
        return
    old = _beside(target, "old")
    _discard(old)
    target.rename(old)
    new.rename(target)
    _discard_former(old)


def _discard_former(folder: Path) -> None:
    try:
        _discard(folder)
    except OSError as error:
        sentence = f"The new site is in its place, but the former one cannot be removed: {folder}: {error.strerror}."
        raise SetupError(sentence, "Remove that folder.") from error


def _mend(target: Path) -> None:
    """Repair what a kill between two renames has left: the old site, moved away and not yet replaced."""
    old = _beside(target, "old")
    if old.is_dir() and not target.exists() and _manifest(old) is not None:
        old.rename(target)


def _is_ours(folder: Path) -> bool:
    """Whether a folder is a site of ours, finished or not, or holds nothing."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return (folder / MARK).exists() or _manifest(folder) is not None or not _present(folder)


def _discard(folder: Path) -> None:
    """Remove a folder of ours; one without our mark or manifest is not ours.

    Raises:
        SetupError: something else has this name.
    """
    if not folder.exists() and not folder.is_symlink():
        return
    if not _is_ours(folder):
        raise SetupError(f"{folder} is in the way and was not made by Shelfready.", "Move it away.")
    for base, _, _ in os.walk(folder):
        os.chmod(base, 0o755)  # noqa: S103 - a folder that lost its rights can still be emptied by its owner
    # The mark outlives the manifest, so that a kill while removing leaves a folder that is still known as ours.
    (folder / MARK).touch()
    for name in sorted(os.listdir(folder)):
        path = folder / name
        if name != MARK:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    shutil.rmtree(folder)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names at once, where the system can."""
    system = sys.platform
    if system not in ("linux", "darwin"):
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if system == "linux":
            return bool(libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _EXCHANGE) == 0)
        return bool(libc.renamex_np(first, second, _SWAP) == 0)
    except AttributeError:  # a C library without the call
        return False
