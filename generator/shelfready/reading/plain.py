"""Markdown with code blanked out in, the same text without its other signs out: same length, so offsets stay true."""

from __future__ import annotations

import re

__all__ = ["lowered", "plain"]

_LINK = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)")
_ANGLED = re.compile(r"<[a-z][a-z0-9+.-]*:[^<>\n]*>")
_BARE = re.compile(r"https?://[^\s<>()\[\]]+")
_MARK = re.compile(r"\[\^[^\]\n]{1,200}\]:?")
_SIGNS = "*_[]\\>"


def plain(masked: str) -> str:
    """The words as they stand, with emphasis, link addresses, footnote marks and escapes blanked out."""
    text = masked.replace("\n* ", "\n- ").replace("’", "'")
    if "](" in text:
        text = _LINK.sub(_blank, text)
    if "<" in text:
        text = _ANGLED.sub(_blank, text)
    if "://" in text:
        text = _BARE.sub(_blank, text)
    if "[^" in text:
        text = _MARK.sub(_blank, text)
    for sign in _SIGNS:
        if sign in text:
            text = text.replace(sign, " ")
    return text


def _blank(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())


def lowered(text: str) -> str:
    """In small letters and of the same length, which `str.lower` alone does not promise."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
