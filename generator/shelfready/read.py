"""The project folder in, raw files out: the one place that opens what people wrote.

Nothing is followed or interpreted: a link, a pipe or a folder in a file's place is handed on as that, and no more than
`MOST_BYTES` of any file is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from shelfready.model.files import RawFile, Trouble

__all__ = ["MOST_BYTES", "tree"]

MOST_BYTES = 20 * 1024 * 1024
"""Nothing larger belongs into a site of short answers; `RawFile.size` tells the true size."""

_NOT_EVERYWHERE = ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY")
_FLAGS = os.O_RDONLY | sum(getattr(os, name, 0) for name in _NOT_EVERYWHERE)
_FOLLOWS = not hasattr(os, "O_NOFOLLOW")
_DEPTH = 12


def tree(root: Path, *folders: str) -> dict[str, RawFile]:
    """Every file below these folders of the project, keyed by POSIX path relative to `root`, in sorted order.

    A folder that does not exist has no files; one that may not be read stands in the answer itself. Hidden files
    (`.name`) and editors' backups (`name~`) are passed over.
    """
    found: dict[str, RawFile] = {}
    for folder in folders:
        base = root / folder
        if base.is_symlink() or not base.is_dir():
            continue
        found.update((raw.path, raw) for raw in _walk(str(base), folder, 0))
    return found


def _walk(folder: str, shown: str, depth: int) -> Iterator[RawFile]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:
        yield RawFile(shown, trouble=Trouble.DENIED)
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        path = f"{shown}/{entry.name}"
        if entry.is_dir(follow_symlinks=False) and not entry.name.endswith((".md", ".yml")) and depth < _DEPTH:
            yield from _walk(entry.path, path, depth + 1)
        else:
            yield _file(entry.path, path)


def _file(path: str, shown: str) -> RawFile:
    if _FOLLOWS and os.path.islink(path):
        return RawFile(shown, trouble=Trouble.SYMLINK)
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        return RawFile(shown, trouble=_why_not(path))
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            return RawFile(shown, trouble=Trouble.FOLDER)
        if not stat.S_ISREG(status.st_mode):
            return RawFile(shown, trouble=Trouble.SPECIAL)
        data = b"" if status.st_size > MOST_BYTES else _bytes(handle)
        return RawFile(shown, data, max(status.st_size, len(data)))
    finally:
        os.close(handle)


def _bytes(handle: int) -> bytes:
    """Everything in a file, at most a little more than `MOST_BYTES` even if it grows meanwhile."""
    pieces = []
    left = MOST_BYTES + 1
    while left > 0 and (piece := os.read(handle, min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _why_not(path: str) -> Trouble:
    """Why `open` refused: found out afterwards, so that the common case costs one call."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return Trouble.DENIED
    if stat.S_ISLNK(mode):
        return Trouble.SYMLINK
    if stat.S_ISREG(mode):
        return Trouble.DENIED
    return Trouble.FOLDER if stat.S_ISDIR(mode) else Trouble.SPECIAL
