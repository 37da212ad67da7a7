"""A text and its sentences in, capital letters that nothing beside them explains out."""

from __future__ import annotations

import re

from shelfready.model.reading import Hit

__all__ = ["abbreviations"]

_CAPITALS = re.compile(r"[A-Z][A-Z]+(?:&[A-Z]+)?")
_LONG_FORM = re.compile(r"\w[\w'’-]* \w|\w+-\w+")
_SERIES = re.compile(r"[ -]?\d|[/.]\w|:\w")
"""What follows letters that number a document or a part: RFC 9116, PS3.15, SP 1800-24, CVE-2019-11687."""
_SPOKEN = frozenset(
    "A ALL ALWAYS AN AND ANY ARE AS ASK AT BE BUT BY CAN DO DON DOES FOR FROM GET GO HAS HAVE HOW IF IN IS IT ITS MAY MORE MUST NEVER NEW"
    " NO NOT NOW OF OFF ON ONE ONLY OR OUT OUR SEE SO STOP THAT THE THEN THIS TO TWO UP USE WAS WE WHAT WHEN WHO WHY WILL YES YOU YOUR"
    " WARNING NOTE IMPORTANT DANGER ATTENTION BEFORE AFTER EVERY EACH NOTHING FIRST LAST TEST BACK TBD TBC TODO FIXME XXX NAME DATE".split()
)
_ROMAN = re.compile(r"[IVX]+\Z")


def abbreviations(text: str, outside: list[tuple[int, int]]) -> tuple[tuple[Hit, ...], frozenset[str]]:
    """Abbreviations at their first place without an explanation there, and all that the text explains somewhere.

    Explained is 'Food and Drug Administration (FDA)', 'FDA (Food and Drug Administration)' and 'FDA, short for ...'.

    Args:
        text: plain text.
        outside: begin and end of headings and footnotes, which nobody reads in order.
    """
    first: dict[str, int] = {}
    explained: set[str] = set()
    for match in _CAPITALS.finditer(text):
        name, start, stop = match.group(), match.start(), match.end()
        if (name in first and name in explained) or not _is_abbreviation(text, name, start, stop):
            continue
        if any(begin <= start < end for begin, end in outside):
            continue
        if _is_explained(text, start, stop):
            explained.add(name)
            first.setdefault(name, -1)
        first.setdefault(name, start)
    hits = (Hit("PLN002", offset, name, "") for name, offset in first.items() if offset >= 0)
    return tuple(hits), frozenset(explained)


def _is_abbreviation(text: str, name: str, start: int, stop: int) -> bool:
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if before.isalnum() or (before and before in "./@#&+_-") or _SERIES.match(text, stop):
        return False
    if after.isalnum() and text[stop : stop + 2] not in ("s ", "s,", "s.", "s)", "s\n"):
        return False
    return name not in _SPOKEN and not _ROMAN.match(name)


def _is_explained(text: str, start: int, stop: int) -> bool:
    """Whether the long form stands beside it: before it, with the letters in brackets, or behind it in brackets."""
    after = text[stop : stop + 160].removeprefix("s")
    if text[start - 1 : start] == "(" and after[:1] in "),;":
        return bool(_LONG_FORM.search(text[max(0, start - 120) : start - 1]))
    rest = after.lstrip()
    if rest.startswith("("):
        return bool(_LONG_FORM.search(rest[1:].partition(")")[0]))
    return rest.startswith((", short for", "stands for", "is short for", ", that is,", ", which stands for", "means "))
