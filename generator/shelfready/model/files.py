"""A file as `read` found it: its bytes, or the reason why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """Why a path has no bytes to offer; the value completes "this path is ..."."""

    SYMLINK = "a symbolic link"
    FOLDER = "a folder"
    SPECIAL = "not a regular file (a pipe, socket or device)"
    DENIED = "not readable for this user"


@dataclass(frozen=True, slots=True)
class RawFile:
    """One path below the project folder."""

    path: str
    """POSIX path, relative to the project folder."""
    data: bytes = b""
    """At most `read.MOST_BYTES` bytes; `size` tells whether more were there."""
    size: int = 0
    trouble: Trouble | None = None
