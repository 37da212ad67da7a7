"""A text and its sentences in, those that name a figure, a date or a document and no source out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from shelfready.model.reading import Hit

__all__ = ["claims", "is_cited", "unsourced"]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DOCUMENT = re.compile(
    r"\b(?=[A-Z0-9])(?:PS ?3\.\d{1,2}|RFC ?\d{3,5}|BCP ?\d{1,3}|CVE-\d{4}-\d{4,}|CWE-\d+|(?:ISO|IEC|EN|DIN|BS|ANSI|AAMI|UL|ITU|IEEE|ETSI)(?:/[A-Z]{2,4}){0,3}"
    r"(?: TR| TS)? ?\d{2,6}(?:[-:.]\d+)*|(?:NIST )?(?:SP|FIPS|IR) ?\d{2,4}(?:-\d+)*[A-Z]?|ICSMA?-\d\d-\d{3}-\d\d|\d+ FR \d+|\d+ CFR(?: Part)? ?\d+"
    r"|(?:Directive|Regulation|Guideline|Supplement|Sup|Executive Order|Section|Article) ?\(?(?:EU|EC)?\)? ?\d+(?:/\d+)*)"
)
_NUMBER = r"(?<!\d)(?<!\d[.,])\d++(?:[.,]\d++)*+"
"""All of a number, and nothing that begins within one: so a row of digits is read once, however long it is."""
_FIGURE = re.compile(
    rf"(?=[JFMASOND\d$€£])(?:\b(?:{_MONTHS}) (?:\d{{1,2}}, )?\d{{4}}\b|\b(?:{_MONTHS}) \d{{1,2}}\b|[$€£] ?{_NUMBER}"
    rf"|{_NUMBER}(?: ?%| (?:{_MONTHS}|percent|per cent|million|billion|thousand|times|years|hours|minutes|days|weeks|months|patients"
    rf"|servers|records|images|hospitals|countries|devices|cases)\b)|(?=\d[.,]?\d){_NUMBER}\b)"
)
_PARTS = (
    "step page point item question level tip rule day option tier phase wave grade line port version table figure chapter annex appendix row"
    " column slide box note footnote channel slot rack bed ward room floor building type class category model release build edition code error"
    " status ticket number no part profile"
).split()
_NAMES = "id v tls ssl http ipv windows server office microsoft android ios usb bluetooth mp wpa aes sha"
_NUMBERED_THINGS = frozenset([*_PARTS, *(f"{part}s" for part in _PARTS), *_NAMES.split()])
"""What stands before a number that names something of the text or the machine and claims nothing."""
_AND = frozenset(["and", "or", "to", "&", "through"])
_NAMED_SO = re.compile(r"(?:[\w,] [A-Z]\w*|[A-Z]\w*[A-Z]\w*) \Z")
"""A name before the number of its version, as in OAuth 2.0: a capital inside a sentence, or two in a word."""
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}\Z")
_AGAIN = re.compile(
    r"24/7|9/11|\d+/\d+/\d+|0\d|\d+(?:\.\d+){2,}|\d{1,2}:\d\d|24 hours (?:a|per) day|100 ?(?:%|percent|per cent)(?! of)"
)
_SIZE = re.compile(
    r" (?:steps|questions|points|items|pages|words|rows|tips|rules|lines|sections|boxes|characters|digits|signs|letters)\b"
    r"|-(?:bit|digit|character|letter|sign|slice|row|lead|inch|point|page|step|word|item|pin|core)\b"
)
"""What stands behind a number that counts parts of a text, or measures a machine."""
_SMALL = re.compile(r"\d{1,3}(?: (?:years|hours|minutes|days|weeks|months|devices|images|records))?\Z")
_ORDER = re.compile(
    r"[\s>#*+|\"'“(-]{0,20}(?:(?:then|also|always|please|first|next|now|finally),? ){0,3}(?:allow|ask|call|change|choose|close|collect|do|expect|give|go|keep"
    r"|leave|limit|list|look|make|name|pick|plan|practise|practice|rehearse|renew|repeat|replace|reserve|retain|review|rotate|run|schedule|select"
    r"|set|start|store|take|tell|test|train|try|update|use|wait|walk|write)\b",
    re.IGNORECASE,
)
"""How an instruction begins: a small number in it says how long or how many, and claims nothing."""
_NUMBERED = re.compile(r"[ \t]*+\d{1,3}[.)](?=[ \t])")
"""The number of an item."""
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_OWN_HISTORY = re.compile(
    r"\s*(?:Version \d|Updated|Changed|Correct(?:ion|ed)(?: on|[:,])|Last (?:change|review|update)|First published"
    r"|(?:This|The) (?:page|piece|answer|text|list|checklist) (?:was|has been) (?:last |first )?(?:changed|reviewed|updated|written|published|corrected))"
)
"""How a sentence begins that says when this text changed."""
_CITED = re.compile(r"\[\^[^\]\n]+\]|\]\((?:https?:|/|[\w-]+\.md)|\]\[[^\]\n]*\]|<?https?://")
_PICTURE = re.compile(r"!\[[^\]\n]{0,400}+\]")
_BEFORE = 40
"""Signs before a number that may say what it is."""
_ROW = 1000
"""Signs of a row of a table in which the column of a number is looked for."""


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
    for (begin, end), hit in claims(masked, text, spans):
        if not is_cited(masked, begin, end):
            yield hit


def claims(masked: str, text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], Hit]]:
    """The first figure, date or document of each sentence, with or without a source; arguments as above."""
    page = _Page(masked, text)
    for begin, end in _with_digits(text, spans):
        if _OWN_HISTORY.match(text, begin):
            continue
        number = _NUMBERED.match(text, begin)
        first = number.end() if number else begin
        if found := page.document(first, end) or page.figure(first, end):
            yield (begin, end), Hit("SRC001", found.start(), " ".join(found.group().split()), "")


def _with_digits(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans that hold a digit."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)
    at = digits.find(b"0")
    while at >= 0:
        begin, end = spans[max(0, bisect_right(spans, (at, len(text))) - 1)] if spans else (0, 0)
        if begin <= at < end:
            yield begin, end
        at = digits.find(b"0", max(at + 1, end))


class _Page:
    """A text in which numbers are looked for; what few texts need is made when the first number asks for it."""

    def __init__(self, masked: str, text: str) -> None:
        self._masked = masked
        self._text = text

    def document(self, begin: int, end: int) -> re.Match[str] | None:
        """The first name of a document."""
        found = _DOCUMENT.finditer(self._text, begin, end)
        return next((match for match in found if not self._in_picture(match.start())), None)

    def figure(self, begin: int, end: int) -> re.Match[str] | None:
        """The first number that claims something."""
        found = _FIGURE.finditer(self._text, begin, end)
        return next((match for match in found if self._claims(match, begin)), None)

    def _claims(self, match: re.Match[str], begin: int) -> bool:
        text, start, stop = self._text, match.start(), match.end()
        before = text[max(begin, start - _BEFORE) : start]
        return not (
            _names(before)
            or _AGAIN.match(text, start)
            or _SIZE.match(text, stop)
            or (_VERSION.match(match[0]) and _NAMED_SO.search(before))
            or (_SMALL.match(match[0]) and _ORDER.match(text, begin))
            or self._in_picture(start)
            or self._in_numbers(start)
        )

    @cached_property
    def _pictures(self) -> list[tuple[int, int]]:
        return [match.span() for match in _PICTURE.finditer(self._masked)] if "![" in self._masked else []

    def _in_picture(self, offset: int) -> bool:
        """Whether this stands in the words for a picture: they tell what it shows."""
        at = bisect_right(self._pictures, (offset, 0)) - 1
        return at >= 0 and offset < self._pictures[at][1]

    @cached_property
    def _tables(self) -> list[tuple[int, list[str]]]:
        """Where each run of rows begins, and the cells of its first row."""
        found: list[tuple[int, list[str]]] = []
        offset, within = 0, False
        for line in self._masked.split("\n"):
            is_row = line.lstrip("> \t").startswith("|")
            if is_row and not within:
                found.append((offset, line.split("|")))
            offset, within = offset + len(line) + 1, is_row
        return found

    def _in_numbers(self, offset: int) -> bool:
        """Whether this stands in a column of ports, pages and the like."""
        low = max(0, offset - _ROW)
        line = self._masked.rfind("\n", low, offset) + 1 or low
        cell = self._masked.count("|", line, offset)
        if not cell or not self._masked[line:offset].lstrip("> \t").startswith("|"):
            return False
        table = bisect_right(self._tables, line, key=lambda table: table[0]) - 1
        headings = self._tables[table][1] if table >= 0 else []
        return cell < len(headings) and _names(headings[cell][-_BEFORE:])


def _names(before: str) -> bool:
    """Whether what stands before a number, or before others that it is listed with, says that it names something."""
    last = before[-1:]
    if last and (last.isalnum() or last in "#+/-_" or (last == ":" and before[-2:-1].isdigit())):
        return True
    listed = True
    for word in reversed(before.replace("|", " ").split()):
        bare = word.strip(".,;:()*–").lower()
        if bare in _NUMBERED_THINGS:
            return listed
        if word[0] == "+" and bare[1:].isdigit():
            return True
        if bare in _AND:
            listed = False
        elif bare[:1].isdigit():
            listed = True
        else:
            return False
    return False
