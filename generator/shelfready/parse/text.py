"""Bytes of one file in, clean text out: encoding, invisible characters and size are settled here, once, for all files.

Normalised without a word: byte order mark, line ends, no-break spaces, soft hyphens, Unicode composition (NFC).
Everything else that a reader or a parser could stumble over is a fault with its line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.place import Place

__all__ = ["MOST_DRAFT_BYTES", "MOST_LINE", "MOST_RECORD_BYTES", "text_of"]

MOST_DRAFT_BYTES = 64 * 1024
MOST_RECORD_BYTES = 256 * 1024
MOST_LINE = 2000
"""Characters; design section 3 and reference/threats.md section 1.3."""

_MOST_FAULTS = 10

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_HIDDEN = re.compile(
    "[\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff\ufffd]"
)
"""Zero width, direction controls (CVE-2021-42574), fillers, tags, private use, non-characters, U+FFFD."""
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u00ad": None})


def text_of(raw: RawFile, most: int) -> tuple[str | None, tuple[Fault, ...]]:
    """The text of a file and its faults; None where it cannot be read at all.

    Characters that are faults are left out of the text, so that one of them does not hide what else is wrong.

    Args:
        raw: the file as read.
        most: size limit in bytes.
    """
    start = Place(raw.path)
    if raw.trouble:
        fix = "Put a plain file in its place, or remove it."
        return None, (Fault("LOD001", start, f"this path is {raw.trouble}", fix),)
    if raw.size > most:
        message = f"{raw.size:,} bytes; a file of this kind holds at most {most:,}"
        return None, (Fault("LOD002", start, message, "Split the text, or take out what was pasted by mistake."),)
    decoded = _decoded(raw)
    if isinstance(decoded, Fault):
        return None, (decoded,)
    text = _LINE_ENDS.sub("\n", decoded.removeprefix("\ufeff"))
    if len(text) > MOST_LINE and (long := tuple(_long_lines(raw.path, text))):
        return None, long
    faults = tuple(_characters(raw.path, text, _CONTROL, "LOD004", "the control character"))
    if faults:
        text = _CONTROL.sub(" ", text)
    if not text.isascii():
        faults += tuple(_characters(raw.path, text, _HIDDEN, "LOD005", "the invisible or unassigned character"))
        text = unicodedata.normalize("NFC", _HIDDEN.sub("", text).translate(_NO_BREAK))
    return text, faults


def _decoded(raw: RawFile) -> str | Fault:
    data = raw.data
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Fault("LOD003", Place(raw.path), "this is UTF-16 text", "Save the file as UTF-8.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Place(raw.path, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        byte = data[error.start : error.start + 1]
        message = f"the byte 0x{byte.hex().upper()} is not UTF-8 text"
        meant = byte.decode("cp1252", errors="ignore")
        if meant and meant.isprintable():
            message += f"; in Windows-1252 it is '{meant}'"
        return Fault("LOD003", place, message, "Save the file as UTF-8.")


def _long_lines(path: str, text: str) -> Iterator[Fault]:
    long = [(number, len(line)) for number, line in enumerate(text.split("\n"), 1) if len(line) > MOST_LINE]
    for number, length in long[:_MOST_FAULTS]:
        message = f"{length:,} characters in one line; at most {MOST_LINE:,} are read"
        yield Fault("LOD002", Place(path, number, MOST_LINE + 1), message, "Break the line, or start a new paragraph.")


def _characters(path: str, text: str, pattern: re.Pattern[str], code: str, what: str) -> Iterator[Fault]:
    for _, match in zip(range(_MOST_FAULTS), pattern.finditer(text), strict=False):
        character = match.group()
        begin = text.rfind("\n", 0, match.start())
        place = Place(path, text.count("\n", 0, match.start()) + 1, match.start() - begin)
        name = unicodedata.name(character, "")
        message = f"{what} U+{ord(character):04X}{f' ({name.lower()})' if name else ''}"
        yield Fault(
            code, place, message, "Delete it: put the cursor behind it and press backspace, or retype the word."
        )
