"""The bytes of a record in, the same bytes with another status out: nothing else in the file changes."""

from __future__ import annotations

import re

from shelfready.errors import SetupError

__all__ = ["switched"]

_STATUS = re.compile(rb"""(?P<before>(?:^|[{,\s])["']?status["']?\s*:\s*["']?)(?P<word>[a-z]+)""")


def switched(data: bytes, line: int, status: str) -> bytes:
    """Replace the word of the status.

    Args:
        data: the whole file.
        line: the line on which its value stands, from 1.
        status: the new word.

    Raises:
        SetupError: there is no plain `status: word` in that line.
    """
    lines = data.splitlines(keepends=True)
    match = _STATUS.search(lines[line - 1]) if line <= len(lines) else None
    if match is None:
        raise SetupError(f"Line {line} of the record has no plain 'status:'.", "Write 'status: review' on one line.")
    begin, end = match.span("word")
    lines[line - 1] = lines[line - 1][:begin] + status.encode() + lines[line - 1][end:]
    return b"".join(lines)
