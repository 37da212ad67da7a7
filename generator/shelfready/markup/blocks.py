"""Block constructs: admonitions and fences without class names, and the marker between parts of a staged page."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent
from xml.etree import ElementTree as etree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor

__all__ = ["ADMONITIONS", "MADE_UP_TITLE", "PART", "PART_MARKER", "Admonitions", "Fences", "Part"]

ADMONITIONS = (
    "note abstract info tip success question warning failure danger bug example quote".split()  # noqa: SIM905
)
"""The types that the theme draws. Another word would become a class name: `!!! md-overlay` covers the page."""

MADE_UP_TITLE = "shelfready-made-up"
"""Class of an admonition title that nobody wrote; its word is not counted (design section 4)."""

PART_MARKER = "<!-- shelfready: part -->"
"""A line of its own between statement, draft and sources of a staged page; authors cannot write it."""

PART = "shelfready-part"
"""Class of the rule that stands for the marker; the page template splits there."""


class Part(BlockProcessor):
    """Turns the part marker of a staged page into a rule with a class."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether this block is the marker."""
        return block.strip("\n") == PART_MARKER and parent is self.parser.root

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Replace it."""
        blocks.pop(0)
        etree.SubElement(parent, "hr", {"class": PART})


class Admonitions(AdmonitionProcessor):
    """Admonitions of the known types, without further class names; a title that nobody wrote is marked as such."""

    RE = re.compile(rf'(?:^|\n)!!! ?({"|".join(ADMONITIONS)})(?: +"(.*?)")? *(?:\n|$)')

    def __init__(self, parser: BlockParser, keep: Callable[[etree.Element, str], None]) -> None:
        super().__init__(parser)
        self.keep = keep

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether this block begins a note or goes on with one."""
        return ("!!!" in block or block.startswith(" ")) and super().test(parent, block)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """As the base class, then mark a made-up title."""
        match = self.RE.search(blocks[0])
        before = len(parent)
        super().run(parent, blocks)
        for div in parent[before:] if match else ():
            if match and div.get("class") == f"admonition {match.group(1)}" and len(div):
                self.keep(div, match.group().strip())
                if match.group(2) is None and div[0].get("class") == self.CLASSNAME_TITLE:
                    div[0].set("class", f"{self.CLASSNAME_TITLE} {MADE_UP_TITLE}")


class Fences(FencedBlockPreprocessor):
    """Fenced code with a language at most: `{.class #id}` after the fence would choose class and id of the page."""

    FENCED_BLOCK_RE = re.compile(
        dedent(r"""
            (?P<fence>^(?:~{3,}|`{3,}))[ ]*
            (?P<attrs>(?!))?(?P<hl_lines>(?!))?
            (?P<lang>[A-Za-z0-9+-]{0,20})[ ]*
            \n
            (?P<code>.*?)(?<=\n)
            (?P=fence)[ ]*$
        """),
        re.MULTILINE | re.DOTALL | re.VERBOSE,
    )

    def run(self, lines: list[str]) -> list[str]:
        """Take fenced code out of the text; most texts have none."""
        return super().run(lines) if any(line.startswith(("```", "~~~")) for line in lines) else lines
