"""The last pass over the tree: only listed elements, attributes and addresses leave the renderer.

What is dropped is remembered with the code of the rule that reports it, so that nothing disappears silently
(reference/threats.md section 1.2; addresses after RFC 3986 section 3.1).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from shelfready.markup.blocks import ADMONITIONS, MADE_UP_TITLE, PART
from shelfready.markup.marks import MARK

__all__ = ["ALIGN", "ATTRIBUTES", "SCHEMES", "Guard", "Refused", "Seen", "is_relative", "refused_address"]

SCHEMES = ("https", "http", "mailto", "tel")
"""Kinds of address that a link may have besides a path inside the site."""

ALIGN = {f"text-align: {side};": f"shelfready-{side}" for side in ("left", "center", "right")}
"""Column alignment of tables, as the table extension writes it and as the page gets it: a class, never a style."""

_CLASSES = {
    *(f"admonition {kind}" for kind in ADMONITIONS),
    "admonition-title",
    f"admonition-title {MADE_UP_TITLE}",
    "footnote",
    "footnote-ref",
    "footnote-backref",
    "headerlink",
    MARK,
    PART,
    *ALIGN.values(),
}

ATTRIBUTES: dict[str, frozenset[str]] = {
    **dict.fromkeys("em strong code pre blockquote table thead tbody tr ul br".split(), frozenset[str]()),  # noqa: SIM905
    **dict.fromkeys("p div hr span".split(), frozenset({"class"})),  # noqa: SIM905
    **dict.fromkeys("h1 h2 h3 h4 h5 h6 li sup".split(), frozenset({"id"})),  # noqa: SIM905
    **dict.fromkeys("th td".split(), frozenset({"class"})),  # noqa: SIM905
    "ol": frozenset({"start"}),
    "a": frozenset({"class", "href", "title"}),
    "img": frozenset({"alt", "src", "title"}),
}
"""Every element that may leave the renderer, with its attributes."""

_NONE = frozenset[str]()
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(r"//(?:[^/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::\d{0,5})?(?=[/?#]|\Z)")
"""A name or a number, perhaps with a port (RFC 3986 section 3.2.2)."""
_MARKUP = re.compile(r"<!--|(?<!<)<(?:[a-zA-Z!?]|/[a-zA-Z])[^<>]{0,300}>|<<[a-zA-Z][^<>]{0,300}>(?!>)")
"""`<<name>>` is a gap to fill, which has a rule of its own."""
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")
"""A character that the author escaped; the library restores those in attributes only after this pass."""
_ODD = re.compile(r"[\x00-\x20\\<>\"]|%(?![0-9A-Fa-f]{2})")


def is_relative(target: str) -> bool:
    """Whether an address is a path inside the site, with or without a `#fragment`."""
    return not _SCHEME.match(target) and not target.startswith("//")


def refused_address(target: str) -> bool:
    """Whether a link may not go there: another scheme than `SCHEMES`, a user name, no host, odd characters."""
    plain = html.unescape(target).strip()
    if plain.startswith(("//", "\\")) or _ODD.search(plain):
        return True
    scheme = _SCHEME.match(plain)
    if not scheme:
        return False
    name = scheme.group(1).lower()
    if name in ("http", "https"):
        return not _HOST.match(plain, scheme.end()) or "@" in plain[scheme.end() :].split("/")[2]
    return name not in SCHEMES


class Refused(NamedTuple):
    """Something that is not let through, or not as it was typed."""

    code: str
    """Of the rule that reports it."""
    detail: str
    """The source text; where there is a fix, the message."""
    fix: str = ""
    line: str = ""
    """The line as typed, where that is not the detail."""


@dataclass(slots=True)
class Seen:
    """What one text holds, in page order."""

    refused: list[Refused] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Address and text."""
    pictures: list[tuple[str, str]] = field(default_factory=list)
    """Address and alternative text."""
    marks: list[str] = field(default_factory=list)
    depths: dict[etree.Element, int] = field(default_factory=dict)
    """Blanks before the items of a list."""
    notes: dict[etree.Element, str] = field(default_factory=dict)
    """Each note with the line that begins it."""


class Guard(Treeprocessor):
    """Drops what is not listed, and keeps what it dropped and what it let through."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.seen = Seen()

    def run(self, root: etree.Element) -> None:
        """Check every element of the page."""
        for element in root.iter():
            tag = element.tag
            if tag not in ATTRIBUTES and element is not root:
                self.refuse("MKD010", tag)
                element.tag = tag = "span"
            if element.attrib:
                self._attributes(element, tag, ATTRIBUTES.get(tag, _NONE))
                self._note(element, tag)
            if (tag == "a" and "href" not in element.attrib) or (tag == "img" and "src" not in element.attrib):
                _defuse(element)
            if element.text and "<" in element.text and tag not in ("code", "pre"):
                self._text(element.text)
            if element.tail and "<" in element.tail:
                self._text(element.tail)

    def refuse(self, code: str, detail: str, fix: str = "", line: str = "") -> None:
        """Keep something for the rule with this code."""
        self.seen.refused.append(Refused(code, detail, fix, line))

    def _text(self, text: str) -> None:
        """Raw HTML is shown to readers as the characters that were typed; tell the author."""
        for match in _MARKUP.finditer(text):
            self.refuse("MKD001", match.group())

    def _note(self, element: etree.Element, tag: str) -> None:
        """Keep links, pictures and marks for the rules."""
        if tag == "a":
            if (target := element.get("href")) is not None and "class" not in element.attrib:
                text = "".join(element.itertext()) + "".join(picture.get("alt", "") for picture in element.iter("img"))
                self.seen.links.append((html.unescape(target), html.unescape(" ".join(text.split()))))
        elif tag == "img":
            self.seen.pictures.append((html.unescape(element.get("src", "")), html.unescape(element.get("alt", ""))))
        elif tag == "div" and len(element) == 1 and (line := self.seen.notes.get(element)):
            fix = "Indent the text below it by 4 blanks."
            self.refuse("DIA006", "this note has no text, only a title", fix, line)
        elif tag == "span" and element.get("class") == MARK:
            self.seen.marks.append(element.text or "")

    def _attributes(self, element: etree.Element, tag: str, allowed: frozenset[str]) -> None:
        if (side := element.attrib.pop("style", None)) is not None:
            if tag in ("td", "th") and side in ALIGN:
                element.set("class", ALIGN[side])
            else:
                self.refuse("MKD010", side)
        for name, value in list(element.attrib.items()):
            if STX in value:
                value = _ESCAPED.sub(lambda match: chr(int(match[1])), value)  # noqa: PLW2901 - the same value, restored
                element.set(name, value)
            if name not in allowed or not self._fits(name, value):
                del element.attrib[name]

    def _fits(self, name: str, value: str) -> bool:
        if name == "class":
            fits, code = value in _CLASSES, "MKD010"
        elif name == "href":
            fits, code = value.startswith("#") or not refused_address(value), "MKD002"
        elif name == "src":
            fits, code = is_relative(value) and not refused_address(value), "PIC001"
        elif name == "start":
            fits, code = value.isdecimal() and len(value) < 7, "MKD010"
        else:
            return True
        if not fits:
            self.refuse(code, value)
        return fits


def _defuse(element: etree.Element) -> None:
    """What is left of a refused link or picture: its words. Engines expect every link to lead somewhere."""
    words = element.get("alt")
    element.attrib.clear()
    element.tag = "span"
    element.text = element.text or words
