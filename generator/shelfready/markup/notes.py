"""Footnotes numbered as readers meet them.

Python-Markdown numbers a mark when its inline stage reaches it, and that stage takes paragraphs before list items; a
note in a list would get a higher number than one in a paragraph further down.
"""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import Treeprocessor

__all__ = ["Numbering"]


class Numbering(Treeprocessor):
    """Sets the order of footnotes from the finished tree, before Python-Markdown sorts them by it."""

    def __init__(self, md: Markdown, footnotes: FootnoteExtension) -> None:
        super().__init__(md)
        self.footnotes = footnotes

    def run(self, root: etree.Element) -> None:
        """Renumber the marks."""
        if not self.footnotes.footnotes:
            return
        names = {f"#{self.footnotes.makeFootnoteId(name)}": name for name in self.footnotes.footnotes}
        numbers: dict[str, int] = {}
        for mark in root.iter("a"):
            name = names.get(mark.get("href", "")) if mark.get("class") == "footnote-ref" else None
            if name is not None:
                mark.text = str(numbers.setdefault(name, len(numbers) + 1))
        self.footnotes.footnote_order = list(numbers)
