"""A text and its sentences in, those that name a figure, a date or a document and no source out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.reading import Hit

__all__ = ["is_cited", "unsourced"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DOCUMENT = re.compile(
    r"\b(?:PS ?3\.\d{1,2}|RFC ?\d{3,5}|CVE-\d{4}-\d{4,}|CWE-\d+|(?:ISO|IEC|EN|DIN|BS|ANSI|AAMI|UL|ITU|IEEE|ETSI)(?:/[A-Z]{2,4}){0,3}"
    r"(?: TR| TS)? ?\d{2,6}(?:[-:.]\d+)*|(?:NIST )?(?:SP|FIPS|IR) ?\d{2,4}(?:-\d+)*[A-Z]?|ICSMA?-\d\d-\d{3}-\d\d|\d+ FR \d+|\d+ CFR(?: Part)? ?\d+"
    r"|(?:Directive|Regulation|Guideline|Supplement|Sup|Executive Order|Section|Article) ?\(?(?:EU|EC)?\)? ?\d+(?:/\d+)*)"
)
_FIGURE = re.compile(
    rf"\b(?:{_MONTHS}) (?:\d{{1,2}}, )?\d{{4}}\b|\b\d{{1,2}} (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,2}}\b"
    r"|\d[\d.,]*\d ?%|\d ?%|\d+(?:\.\d+)? (?:percent|per cent|million|billion|thousand|times|years|hours|minutes|days|weeks|months|patients"
    r"|servers|records|images|hospitals|countries|devices|cases)\b"
    r"|[$€£] ?\d[\d.,]*|\b\d[\d.,]*\d\b"
)
_NO_FIGURE = re.compile(
    r"(?:\b(?:step|steps|page|pages|point|points|item|question|level|tip|rule|day|option|tier|phase|wave|grade|line|port|ports|v|version|TLS|SSL|HTTP|IPv|Windows|USB|Bluetooth|MP|WPA|AES|SHA|Part)[ -]?|[#+/\w-])\Z",
    re.IGNORECASE,
)
"""What stands before a number that names something of the text or the machine and claims nothing."""
_AGAIN = re.compile(r"24/7|9/11|\d+/\d+/\d+|0\d|\d+(?:\.\d+){2,}")
_DIGITS = str.maketrans("123456789", "000000000")
_OWN_HISTORY = re.compile(r"\s*(?:Version \d|Updated|Changed|Last (?:changed|reviewed|updated)|First published)")
"""How a sentence begins that says when this text changed."""
_CITED = re.compile(r"\[\^[^\]\n]+\]|\]\((?:https?:|/|[\w-]+\.md)|\]\[[^\]\n]*\]|<?https?://")


def is_cited(masked: str, begin: int, end: int) -> bool:
    """Whether a sentence has a footnote or a link."""
    return bool(_CITED.search(masked, begin, end))


def unsourced(masked: str, text: str, spans: list[tuple[int, int]]) -> Iterator[Hit]:
    """The first figure, date or document of each sentence that has no source.

    Args:
        masked: Markdown with code blanked out.
        text: the same without other signs.
        spans: begin and end of each sentence.
    """
    digits = text.translate(_DIGITS)
    for begin, end in spans:
        if _OWN_HISTORY.match(text, begin):
            continue
        if digits.find("0", begin, end) < 0:
            continue
        found = _DOCUMENT.search(text, begin, end) or _figure(text, begin, end)
        if found and not is_cited(masked, begin, end):
            yield Hit("SRC001", found.start(), " ".join(found.group().split()), "")


def _figure(text: str, begin: int, end: int) -> re.Match[str] | None:
    for match in _FIGURE.finditer(text, begin, end):
        before = text[max(begin, match.start() - 12) : match.start()]
        if not _NO_FIGURE.search(before) and not _AGAIN.match(text, match.start()):
            return match
    return None
