"""Block constructs as in Python-Markdown, but what it would drop, renumber or flatten is kept as refused.

The rendering stays the engine's; the rules report each refusal at the line that was typed.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import CodeBlockProcessor, OListProcessor, ParagraphProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableExtension, TableProcessor

from shelfready.markup.guard import Guard
from shelfready.markup.misread import misread

__all__ = ["register"]

_ITEM = re.compile(r" {0,3}(?:[*+-]|(\d+)\.) +")
_DEEPER = "Indent it by 4 blanks for a list inside the item, or as far as the item above."
_LISTS = ("ol", "ul")


class Tables(TableProcessor):
    """Tables of which no row may have more cells than the headings."""

    def __init__(self, parser: BlockParser, guard: Guard) -> None:
        super().__init__(parser, {"use_align_attribute": False})
        self.guard = guard

    def _build_row(self, row: str, parent: etree.Element, align: list[str | None]) -> None:
        cells = len(self._split_row(row)) if row.count("|") >= len(align) else 0  # type: ignore[attr-defined]
        if cells > len(align):
            message = f"this row has {cells} cells, the headings {len(align)}; what is too much would be lost"
            self.guard.refuse("MKD011", message, r"Add a heading, or take a '|' out; a sign in the text is '\|'.", row)
        super()._build_row(row, parent, align)  # type: ignore[misc]


class IndentedCode(CodeBlockProcessor):
    """Code that is code only by its indentation."""

    def __init__(self, parser: BlockParser, guard: Guard) -> None:
        super().__init__(parser)
        self.guard = guard

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """As the base class; of one run of such blocks the first is refused."""
        last, first = self.lastChild(parent), blocks[0].split("\n")[0]
        if not first.lstrip().startswith(("```", "~~~")) and not _told_already(last):
            message = "a line indented like this is drawn as code"
            self.guard.refuse("MKD012", message, "Begin the line in column 1; for code use a fence: ```.", first)
        super().run(parent, blocks)


def _told_already(before: etree.Element | None) -> bool:
    """Whether code before it has been refused, or a line that was meant to begin a note or a tab."""
    if before is None or before.tag != "p":
        return before is not None and before.tag == "pre"
    return (before.text or "").rpartition("\n")[2].startswith(("!!!", "???", "===", ":::"))


class _Lists(OListProcessor):
    """Lists whose items have the numbers and the depth that were typed."""

    guard: Guard

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """As the base class, after a look at the items' beginnings."""
        before = self.lastChild(parent)
        goes_on = before if before is not None and before.tag in self.SIBLING_TAGS else None
        lines = [line for line in blocks[0].split("\n") if _ITEM.match(line)]
        depths = self.guard.seen.depths
        shallow = _depth(lines[0]) if before is None else depths.get(before, _depth(lines[0]))
        deeper = next((line for line in lines if _depth(line) > shallow), None)
        if deeper is None:
            self._numbers(lines, goes_on)
        else:
            blanks = "1 blank does" if _depth(deeper) == 1 else f"{_depth(deeper)} blanks do"
            self.guard.refuse("MKD013", f"{blanks} not put this item inside the one above", _DEEPER, deeper)
        super().run(parent, blocks)
        if (made := self.lastChild(parent)) is not None:
            depths.setdefault(made, shallow)

    def _numbers(self, lines: list[str], goes_on: etree.Element | None) -> None:
        if self.TAG != "ol":
            return
        matches = ((line, _ITEM.match(line)) for line in lines)
        typed = [(line, int(match[1][:9])) for line, match in matches if match and match[1]]
        if not typed:
            return
        start = typed[0][1] if goes_on is None else int(goes_on.get("start", "1"))
        if all(number == start for _, number in typed):
            return
        expected = start + (len(goes_on) if goes_on is not None else 0)
        for line, number in typed:
            if number != expected:
                message = f"this item is typed as {number} and drawn as {expected}"
                self.guard.refuse("MKD013", message, "Number the items in order, or write '1.' before each.", line)
                return
            expected += 1


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class Numbered(_Lists, SaneOListProcessor):
    """Numbered lists: they begin with the number that was typed, and bullets do not become numbers."""

    def __init__(self, parser: BlockParser, guard: Guard) -> None:
        super().__init__(parser)
        self.guard = guard


class Bulleted(_Lists, SaneUListProcessor):
    """Lists with bullets."""

    def __init__(self, parser: BlockParser, guard: Guard) -> None:
        super().__init__(parser)
        self.guard = guard


class Paragraphs(ParagraphProcessor):
    """Paragraphs; one that looks like a list, a table or a note in the source is refused."""

    def __init__(self, parser: BlockParser, guard: Guard) -> None:
        super().__init__(parser)
        self.guard = guard

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """As the base class."""
        block, last = blocks[0], self.lastChild(parent)
        if (found := misread(block)) is not None:
            self.guard.refuse("DIA006", *found)
        elif block.startswith(" ") and last is not None and last.tag in _LISTS and parent.tag != "li":
            message = "this paragraph does not belong to the item above"
            fix = "Indent it by 4 blanks, or begin it in column 1."
            self.guard.refuse("MKD013", message, fix, block.split("\n")[0])
        super().run(parent, blocks)


def register(md: Markdown, guard: Guard) -> None:
    """Put them in the place of Python-Markdown's own, with its priorities."""
    TableExtension().extendMarkdown(md)  # also makes '|' a sign that a backslash escapes
    processors = md.parser.blockprocessors
    processors.register(Tables(md.parser, guard), "table", 75)
    processors.register(IndentedCode(md.parser, guard), "code", 80)
    processors.register(Numbered(md.parser, guard), "olist", 40)
    processors.register(Bulleted(md.parser, guard), "ulist", 30)
    processors.register(Paragraphs(md.parser, guard), "paragraph", 10)
