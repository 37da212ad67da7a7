"""Bytes of one file in, clean text out: encoding, invisible characters and size are settled here, once, for all files.

Normalised without a word: byte order mark, line ends, no-break spaces, soft hyphens, Unicode composition (NFC).
Everything else that a reader or a parser could stumble over is a fault with its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.characters import cleaned
from shelfready.parse.trouble import trouble

__all__ = ["MOST_DRAFT_BYTES", "MOST_LINE", "MOST_RECORD_BYTES", "text_of"]

MOST_DRAFT_BYTES = 64 * 1024
MOST_RECORD_BYTES = 256 * 1024
MOST_LINE = 2000
"""Characters; design section 3 and reference/threats.md section 1.3."""

_MOST_FAULTS = 10
_LINE_ENDS = re.compile("\r\n?")
_SAVE = "Save the file as UTF-8."
_DOCUMENTS = (
    (b"PK\x03\x04", "a Word document (or another packed file)"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
)
"""How files of other programs begin, whatever they are called."""


def text_of(raw: RawFile, most: int, *, long_lines: bool = False) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of a file and its faults; None where it cannot be read at all.

    Characters that are faults are left out of the text, so that one of them does not hide what else is wrong.

    Args:
        raw: the file as read.
        most: size limit in bytes.
        long_lines: whether a line may hold more than `MOST_LINE` characters, as those of our own files may.
    """
    if raw.trouble:
        return None, (trouble(raw),)
    if fault := _foreign(raw):
        return None, (fault,)
    if raw.size > most:
        message = f"{raw.size:,} bytes; a file of this kind holds at most {most:,}"
        return None, (
            Fault("LOD002", Place(raw.path), message, "Split the text, or take out what was pasted by mistake."),
        )
    decoded = _decoded(raw)
    if isinstance(decoded, Fault):
        return None, (decoded,)
    text = _LINE_ENDS.sub("\n", decoded.removeprefix("\ufeff"))
    if not long_lines and len(text) > MOST_LINE and (long := tuple(_long_lines(raw.path, text))):
        return None, long
    return cleaned(raw.path, text)


def _foreign(raw: RawFile) -> Fault | None:
    """A file that is no text at all, or text with two bytes to a letter."""
    data = raw.data
    for beginning, what in _DOCUMENTS:
        if data.startswith(beginning):
            fix = "Open it in its program, and save it as plain text (UTF-8) under this name."
            return Fault("LOD003", Place(raw.path), f"this is {what}, not plain text", fix)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or _is_wide(data[:1000]):
        return Fault("LOD003", Place(raw.path), "this is UTF-16 text", _SAVE)
    return None


def _is_wide(data: bytes) -> bool:
    """Whether every second byte is a NUL, as in UTF-16 without a mark at its beginning."""
    half = len(data) // 2
    return (
        half > 1
        and b"\0" in data
        and any(data[first::2].count(0) > half * 0.8 and data[1 - first :: 2].count(0) == 0 for first in (0, 1))
    )


def _decoded(raw: RawFile) -> str | Fault:
    data = raw.data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace")
        place = Place(raw.path, before.count(b"\n") + 1, len(line) + 1)
        byte = data[error.start : error.start + 1]
        message = f"the byte 0x{byte.hex().upper()} is not UTF-8 text"
        meant = byte.decode("cp1252", errors="ignore")
        if meant and meant.isprintable():
            message += f"; in Windows-1252 it is '{meant}'"
        return Fault("LOD003", place, message, _SAVE)


def _long_lines(path: str, text: str) -> Iterator[Fault]:
    long = [(number, len(line)) for number, line in enumerate(text.split("\n"), 1) if len(line) > MOST_LINE]
    for number, length in long[:_MOST_FAULTS]:
        message = f"{length:,} characters in one line; at most {MOST_LINE:,} are read"
        yield Fault("LOD002", Place(path, number, MOST_LINE + 1), message, "Break the line, or start a new paragraph.")
