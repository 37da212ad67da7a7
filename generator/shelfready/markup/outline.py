"""Heading ids and permalinks of our own: an author's heading must not be able to name an id that the theme looks up.

The theme finds its settings by ids such as `__config`; a heading `## __config` would take that id first (DOM
clobbering). Ids here begin with a letter or digit, never with an underscore, and repeat in linear time.
"""

from __future__ import annotations

import html
import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions.toc import nest_toc_tokens
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from shelfready.model.prose import Heading

__all__ = ["Outline", "anchor"]

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_NOT_WORD = re.compile(r"[\W_]+")
_UNESCAPE = re.compile("\x02(\\d+)\x03")


def anchor(text: str) -> str:
    """The id of a heading with this text: its words in small letters, joined by hyphens."""
    return _NOT_WORD.sub("-", text.lower()).strip("-")[:80] or "section"


class Outline(Treeprocessor):
    """Sets ids, adds permalinks and leaves the table of contents where engines look for it (`md.toc_tokens`)."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.headings: list[Heading] = []

    def run(self, root: etree.Element) -> None:
        """Number repeated ids and add the permalinks."""
        seen: dict[str, int] = {}
        self.headings = []
        for element in root.iter():
            level = _LEVELS.get(str(element.tag))
            if level is None:
                continue
            text = " ".join(html.unescape(_UNESCAPE.sub(_unescaped, "".join(_texts(element)))).split())
            name = anchor(text)
            seen[name] = seen.get(name, 0) + 1
            name = name if seen[name] == 1 else f"{name}_{seen[name]}"
            element.set("id", name)
            self.headings.append(Heading(level, text, name))
        for element in [e for e in root.iter() if str(e.tag) in _LEVELS]:
            link = etree.SubElement(
                element, "a", {"class": "headerlink", "href": f"#{element.get('id')}", "title": "Link to this section"}
            )
            link.text = AtomicString("¶")
        self.md.toc_tokens = nest_toc_tokens(  # type: ignore[attr-defined]
            [{"level": h.level, "id": h.anchor, "name": html.escape(h.text, quote=False)} for h in self.headings]
        )


def _texts(element: etree.Element) -> list[str]:
    """All text below an element but footnote marks."""
    texts = [element.text or ""]
    for child in element:
        if child.tag != "sup":
            texts += _texts(child)
        texts.append(child.tail or "")
    return texts


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match.group(1)))
