"""Text in, a fault out for each character that no reader can see; the same rules for files and for values in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from shelfready.markup.mask import place_at
from shelfready.model.finding import Fault

__all__ = ["cleaned", "judged"]

_MOST_FAULTS = 10

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Also what only looks like the end of a line: counted as one, it would shift every line number behind it."""
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 15))
_HIDDEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb\ufdd0-\ufdef\ufffe"
    f"\uffff\ud800-\udfff\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e01ef\U000f0000-\U0010ffff\ufffd{_PLANES}]"
)
"""Zero width, direction controls (CVE-2021-42574), fillers, tags, private use, non-characters, surrogates, U+FFFD."""
_MOJIBAKE = re.compile("â€[™œ\x9d˜“”¦¢]|Ã[¤¶¼©¨¡\xa0³±§Ÿ–œ„]|Â[\xa0»«°§©®·]|ï»¿")
"""UTF-8 that was once read as Windows-1252: an apostrophe, a dash, letters with accents."""
_NO_BREAK = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u00ad": None})
_NAMES = {"\x0b": "vertical tab", "\x0c": "form feed", "\x85": "next line"}
_DELETE = "Delete it: put the cursor behind it and press backspace, or retype the word."


def judged(character: str) -> tuple[str, str] | None:
    """Code and message for a character that a text must not hold, None for all others."""
    if _CONTROL.match(character):
        return "LOD004", f"the control character {_named(character)}"
    if _HIDDEN.match(character):
        return "LOD005", f"the invisible or unassigned character {_named(character)}"
    return None


def cleaned(path: str, text: str) -> tuple[str, tuple[Fault, ...]]:
    """The text without what is a fault in it, and the faults; no-break spaces, soft hyphens and accents are settled.

    Args:
        path: the file's path, for places.
        text: the whole text, its lines ending in LF.
    """
    faults = tuple(_characters(path, text, _CONTROL))
    if faults:
        text = _CONTROL.sub(" ", text)
    if not text.isascii():
        faults += (*_characters(path, text, _HIDDEN), *_garbled(path, text))
        text = unicodedata.normalize("NFC", _HIDDEN.sub("", text).translate(_NO_BREAK))
    return text, faults


def _characters(path: str, text: str, pattern: re.Pattern[str]) -> Iterator[Fault]:
    for _, match in zip(range(_MOST_FAULTS), pattern.finditer(text), strict=False):
        if found := judged(match.group()):
            yield Fault(found[0], place_at(path, text, match.start()), found[1], _DELETE)


def _garbled(path: str, text: str) -> Iterator[Fault]:
    for _, match in zip(range(_MOST_FAULTS), _MOJIBAKE.finditer(text), strict=False):
        meant = match.group().encode("cp1252", errors="ignore").decode("utf-8", errors="ignore").strip()
        message = f"'{match.group()}' is a character that was garbled on its way"
        fix = f"Write '{meant}' in its place." if meant else "Write the character that was meant in its place."
        yield Fault("LOD003", place_at(path, text, match.start()), message, fix)


def _named(character: str) -> str:
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}{f' ({name})' if name else ''}"
