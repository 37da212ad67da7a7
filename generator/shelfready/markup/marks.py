"""Owner marks of checklist items: `{joint}` becomes the label that desk.yml gives for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as etree

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

__all__ = ["MARK", "Marks"]

_KEY = r"[a-z0-9-]{1,60}"
MARK = "shelfready-mark"
"""Class of the label that an owner mark becomes."""


class Marks(InlineProcessor):
    """`{joint}` at the end of a list item becomes the label that desk.yml gives for it."""

    def __init__(self, marks: Mapping[str, str]) -> None:
        super().__init__(rf"\{{({_KEY})\}}(?=(?:\s*\{{{_KEY}\}})*\s*\Z)")
        self.marks = marks

    def handleMatch(  # type: ignore[override] # noqa: N802 - Python-Markdown's name, and its two styles
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """The label for one mark; what desk.yml does not define stays as it is."""
        if m.group(1) not in self.marks:
            return None, None, None
        label = etree.Element("span", {"class": MARK})
        label.text = AtomicString(self.marks[m.group(1)])
        return label, m.start(), m.end()
