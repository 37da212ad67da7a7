"""Only one run at a time works on a folder: a lock that the system drops when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["held"]


@contextmanager
def held(folders: set[Path], waiting: Callable[[], None]) -> Iterator[None]:
    """Hold these folders; they are made if they do not exist. On Windows there is no such lock, and nothing is held.

    Args:
        folders: folders that no second run may work in.
        waiting: called once if another run holds one of them.
    """
    handles = [_locked(folder, waiting) for folder in sorted(folders)]
    try:
        yield
    finally:
        for handle in handles:
            if handle is not None:
                os.close(handle)


def _locked(folder: Path, waiting: Callable[[], None]) -> int | None:
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        waiting()
        fcntl.flock(handle, fcntl.LOCK_EX)
    return handle
