"""`<desk@example.org>` in, a plain link out; Python-Markdown writes each letter as an entity."""

from __future__ import annotations

import re
from xml.etree import ElementTree as etree

from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor
from markdown.util import AtomicString

__all__ = ["AUTOMAIL_RE", "Mail"]


class Mail(InlineProcessor):
    """An address between angle brackets."""

    def handleMatch(  # type: ignore[override] # noqa: N802 - Python-Markdown's name, and its two styles
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        """The link."""
        address = self.unescape(m.group(1)).removeprefix("mailto:")
        link = etree.Element("a", {"href": f"mailto:{address}"})
        link.text = AtomicString(address)
        return link, m.start(), m.end()
