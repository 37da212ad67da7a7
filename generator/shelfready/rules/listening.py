"""ACC: sentences that nobody needs to see in order to follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.markup.headings import place_of_heading
from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.model.prose import Prose
from shelfready.passages import OTHERS_WORDS, passages
from shelfready.rules.base import rule

__all__ = ["RULES"]

_NAMED = r"(?!,? *(?:[\"“'‘«*_]|labell?ed|called|named|marked|titled|that says|which says|saying|with the words?))"
_COLOURS = "red|green|blue|yellow|orange|purple|gr[ae]y|black|white|pink|coloured|colored"
_SHAPES = "round|square|triangular|rectangular|circular|oval|big|large|small|left|left-hand|right-hand|upper|lower"
_LOOKS = frozenset(f"{_COLOURS}|gray|grey|{_SHAPES}".split("|"))
_THING = (
    "button|icon|link|box|menu|arrow|field|panel|column|table|picture|image|figure|diagram|list|tab|bar|sign|symbol"
)
_SHOWS = "shows?|lists?|says?|has|have|holds?|is|are|contains?|gives?|leads?|opens?|names?|explains?|tells?|and|or"
_BUTTON = re.compile(rf"\b(?:the|this|that) (?:(?:{_COLOURS}|{_SHAPES}),? )+buttons?\b{_NAMED}", re.IGNORECASE)
_SIDE = re.compile(
    rf"\b(?:the|this|that) (?:(?:{_COLOURS}|{_SHAPES}),? )*(?:{_THING})s?,? on the (?:right|left)"
    rf"(?:[- ]hand)?(?: side)?{_NAMED}(?= *(?:[.,;:!?)\n]|\Z)"
    rf"| (?:of the (?:page|screen|window|picture|image)|{_SHOWS})\b)",
    re.IGNORECASE,
)
"""Something on one side, and nothing behind it that could have a side of its own: "the image on the right lung"."""
_PAINTED = re.compile(
    r"\b(?:marked|highlighted|printed|written|coloured|colored|typed|flagged|listed|underlined) in"
    r" (?:bold )?(?:red|green|blue|yellow|orange|purple|gr[ae]y|pink)\b(?! and\b)",
    re.IGNORECASE,
)
"""Words that would have a colour; in a draft no words have one, so the colour got lost on the way."""
_IN_COLOUR = re.compile(r" in (?:bold )?(?:red|green|blue|yellow|orange|purple|gr[ae]y|pink)\b")
_RARE = (" button", " on the left", " on the right")
"""What stands in a text that says such a thing without a colour."""
_WINDOW = 80
"""Signs around a button or a side in which it is looked at closely."""


@rule("ACC004", "said-by-sight", Severity.WARNING)
def said_by_sight(library: Library) -> Iterator[Finding]:
    """A sentence names something by its colour, shape or side alone: "the green button", "the items marked in red".

    ## Why

    Whoever listens to a page, prints it without colours or reads it on a telephone does not find it (WCAG 2.2, 1.3.3
    and 1.4.1). With its name it may have a colour, too; "above" and "below" are fine, as pages are read in that order.

    ## Flagged

    ```md content/drafts/piece.md
    Press the green button to start the scan.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Press the green button "Start scan" and read the table below.
    ```
    """
    for passage in passages(library):
        text = passage.text
        if not (any(sign in text for sign in _RARE) or _IN_COLOUR.search(text)):
            continue
        for at, words in dict(_sights(text)).items():
            if text.rfind("![", 0, at) <= text.rfind("]", 0, at):  # the words of a picture may tell what it looks like
                message = f"'{words[:60]}' is known by sight alone"
                yield Finding(passage.place(at), message, "Call it by its name, too.", passage.slug)


def _sights(text: str) -> Iterator[tuple[int, str]]:
    """Where something is named by how it looks, and the words; a text is read closely around rare words alone."""
    at = text.find(" button")
    while at >= 0:
        if text[text.rfind(" ", 0, at) + 1 : at].lower() in _LOOKS:
            yield from _around(_BUTTON, text, at)
        at = text.find(" button", at + 1)
    for side in _RARE[1:]:
        at = text.find(side)
        while at >= 0:
            yield from _around(_SIDE, text, at)
            at = text.find(side, at + 1)
    for match in _IN_COLOUR.finditer(text):
        yield from _around(_PAINTED, text, match.start())


def _around(form: re.Pattern[str], text: str, at: int) -> Iterator[tuple[int, str]]:
    """The match that this place is in."""
    for match in form.finditer(text, max(0, at - _WINDOW), at + _WINDOW):
        if match.start() < at < match.end():
            yield match.start(), match.group()


_CAPITALS = re.compile(r"\n\n(?=[^a-z|]{12})")
_NO_PARAGRAPH = re.compile(r"[ >]*(?:[#|+-]|\*[ ]|\d+\.)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_TELLING = re.compile(
    r"\b(?:all|and|are|at|be|by|do|for|from|how|if|in|is|not?|of|on|or|our|the|this|to|we|with|you|[^\W\d_]{7,})\b",
    re.IGNORECASE,
)
"""A word that is no abbreviation: a small one, or one longer than abbreviations are."""
_FEWEST = 4


def _shouted(words: str) -> bool:
    """Whether these are words in capitals, and not just abbreviations in a row."""
    return words.isupper() and len(_WORD.findall(words)) >= _FEWEST and bool(_TELLING.search(words))


@rule("ACC007", "shouted-text", Severity.WARNING)
def shouted_text(library: Library) -> Iterator[Finding]:
    """A heading, a paragraph or a text of a record has more than three words in capitals alone.

    ## Why

    Some screen readers spell such words letter by letter, all readers take longer over them, and they read as shouting.
    The guidelines have no criterion for it; it makes text harder to read, which is the matter of WCAG 2.2, 3.1.5.
    Abbreviations in a row are fine.

    ## Flagged

    ```md content/drafts/piece.md
    ## DO NOT CONNECT A SCANNER TO THE INTERNET
    ```

    ## Accepted

    ```md content/drafts/piece.md
    **Do not** connect a scanner to the internet.

    ## DICOM, HL7, IHE, NEMA, MITA
    ```
    """
    fix = "Write it in small letters, with capitals as in any sentence."
    for text in library.texts:
        for place, words in _capitals(text.prose):
            if _shouted(words):
                yield Finding(place, f"'{words[:60]}' is all in capitals", fix, text.slug)
    for passage in passages(library):
        if passage.where and passage.key[0] not in OTHERS_WORDS and _shouted(passage.text):
            yield Finding(passage.place(0), f"'{passage.text[:60]}' is all in capitals", fix, passage.slug)


def _capitals(prose: Prose) -> Iterator[tuple[Place, str]]:
    """Headings and paragraphs that may be in capitals, with their places."""
    for number, heading in enumerate(prose.headings):
        if heading.text.isupper():
            yield place_of_heading(prose, number), heading.text
    masked = prose.masked
    starts = [match.end() for match in _CAPITALS.finditer(masked)]
    for begin in starts if masked[:12] != masked[:12].upper() else (0, *starts):
        end = masked.find("\n\n", begin)
        block = masked[begin : end if end >= 0 else len(masked)]
        if not _NO_PARAGRAPH.match(block) and not block.rstrip().endswith(("---", "===")):
            at = begin + len(block) - len(block.lstrip(" >\n"))
            yield place_at(prose.path, masked, at), " ".join(block.lstrip(" >").split())


RULES = (said_by_sight, shouted_text)
