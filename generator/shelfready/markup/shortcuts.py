"""Short cuts through Python-Markdown for text that can be read in one way only; they change no result.

`check` renders every draft, and most of a draft is plain paragraphs, headings, and words with a link or an emphasis in
them. For these the general machinery tries a dozen patterns and comes to the one answer. The short cuts recognise them
with one pattern; everything else takes the general way. `tests/markup/test_shortcuts.py` compares both on random text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as etree

from markdown import Markdown, inlinepatterns, treeprocessors
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor, ParagraphProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString, code_escape

__all__ = ["shorten"]


def shorten(md: Markdown) -> None:
    """Put the short cuts in place; the priorities are those of the stages they stand in for or before."""
    md.preprocessors.register(Whitespace(md), "normalize_whitespace", 30)
    md.parser.parseBlocks = _parse_blocks(md.parser)  # type: ignore[assignment, method-assign]
    md.parser.blockprocessors.register(PlainParagraph(md.parser), "shelfready-paragraph", 202)
    md.parser.blockprocessors.register(PlainHeading(md.parser), "shelfready-heading", 201)
    md.treeprocessors.register(SimpleText(md), "shelfready-simple", 21)
    md.treeprocessors.register(InlineStage(md), "inline", 20)
    md.treeprocessors.register(Prettify(md), "prettify", 10)
    md.treeprocessors.register(Unescape(md), "unescape", 2)


class Whitespace(NormalizeWhitespace):
    """Python-Markdown's first stage, without its search for blank lines that hold spaces where there can be none."""

    def run(self, lines: list[str]) -> list[str]:
        """Lines without tabs, and blank lines without spaces."""
        source = "\n".join(lines) + "\n"
        if any(sign in source for sign in ("\t", "\r", STX, ETX, " \n")):
            return super().run(lines)
        return [*lines, "", ""]


def _parse_blocks(parser: BlockParser) -> Callable[[etree.Element, list[str]], None]:
    """A stand-in for `parser.parseBlocks` that reads the list of processors once for all blocks, not for each."""

    def parse(parent: etree.Element, blocks: list[str]) -> None:
        processors = list(parser.blockprocessors)
        while blocks:
            for processor in processors:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    return parse


class PlainParagraph(ParagraphProcessor):
    """A block whose lines all begin with a letter and hold no '|' can be nothing but a paragraph."""

    _PLAIN = re.compile(r"[A-Za-z][^\n|]*(?:\n[A-Za-z][^\n|]*)*\n?\Z")

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether this block is such a paragraph."""
        return self._PLAIN.match(block) is not None


class PlainHeading(BlockProcessor):
    """A block of one line that begins with '## ' and holds no further '#' or backslash can be nothing but a heading."""

    _PLAIN = re.compile(r"(#{2,6}) ([A-Za-z0-9][^\n#\\]*)\Z")

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether this block is such a heading."""
        return self._PLAIN.match(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Make the heading."""
        match = self._PLAIN.match(blocks.pop(0))
        assert match is not None, "run is called after test"
        etree.SubElement(parent, f"h{len(match.group(1))}").text = match.group(2).strip()


_SPECIAL = re.compile(r"[\\`*_\[<{\x02]|  \n")
"""Signs that an inline pattern begins with; text without them is left alone."""

_SIMPLE = re.compile(
    r"\[(?<![\\!\]]\[)(?P<label>[^\^\[\]`*_\\<&!{\x02\n]+)\]\((?P<target>[^\s()<>\"'`*_\\\[\]&{}\x02]+)\)(?![\[(:])"
    r"|\*\*(?<![\w*\\]\*\*)(?P<strong>[A-Za-z0-9](?:[^`*_\[\\<{\x02\n]*[A-Za-z0-9])?)\*\*(?![\w*])"
    r"|\*(?<![\w*\\]\*)(?P<em>[A-Za-z0-9](?:[^`*_\[\\<{\x02\n]*[A-Za-z0-9])?)\*(?![\w*])"
    r"|`(?<![`\\]`)(?P<code>[^`\n]*[^`\s][^`\n]*)`(?!`)"
)
"""A link, strong or emphasised words or code that hold nothing else and touch nothing that could read otherwise.

Each alternative begins with its sign and looks back afterwards: a pattern that begins with a sign is found far quicker.
"""


class SimpleText(Treeprocessor):
    """Does the inline stage's work where there is only one way to read a text, and marks that text as done."""

    def run(self, root: etree.Element) -> None:
        """Mark plain texts; build the elements of simple ones."""
        for element in list(root.iter()):
            text = element.text
            if not text or isinstance(text, AtomicString):
                continue
            if not _SPECIAL.search(text):
                element.text = AtomicString(text)
            elif not len(element):
                _build(element, text)


def _build(element: etree.Element, text: str) -> None:
    """Replace the text by text and elements, if nothing but simple constructs is in it."""
    pieces: list[str] = []
    children: list[etree.Element] = []
    done = 0
    for match in _SIMPLE.finditer(text):
        pieces.append(text[done : match.start()])
        children.append(_element(match))
        done = match.end()
    pieces.append(text[done:])
    if not children or any(_SPECIAL.search(piece) for piece in pieces):
        return
    element.text = AtomicString(pieces[0])
    for child, tail in zip(children, pieces[1:], strict=True):
        child.tail = AtomicString(tail)
        element.append(child)


def _element(match: re.Match[str]) -> etree.Element:
    kind, value = str(match.lastgroup), match.group(str(match.lastgroup))
    if kind == "target":
        child = etree.Element("a", {"href": value})
        child.text = AtomicString(match.group("label"))
    else:
        child = etree.Element(kind)
        child.text = AtomicString(code_escape(value.strip()) if kind == "code" else value)
    return child


_OPENING_SIGN = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "][",
    "link": "](",
    "image_link": "![",
    "short_reference": "[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "shelfready-marks": "{",
}
"""What a text must hold for the inline pattern of this name to match at all."""


class InlineStage(treeprocessors.InlineProcessor):
    """Python-Markdown's inline stage, but a pattern is tried only on text that holds its opening sign.

    The method that this replaces is private to the base class; should a later version rename it, the base class does
    the work again, only slower.
    """

    _patterns: list[tuple[inlinepatterns.Pattern, str]]

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        """Apply inline patterns to the tree, if `SimpleText` has left anything to do."""
        if not any(_is_open(element.text) or _is_open(element.tail) for element in tree.iter()):
            return tree
        registry = self.md.inlinePatterns
        signs = {registry[name]: sign for name, sign in _OPENING_SIGN.items() if name in registry}
        self._patterns = [(pattern, signs.get(pattern, "")) for pattern in registry]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - names of the base class
        if isinstance(data, AtomicString):
            return data
        index, start = patternIndex, 0
        while index < len(self._patterns):
            pattern, sign = self._patterns[index]
            matched = False
            if sign in data:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    pattern, data, index, start
                )
            if not matched:
                index, start = index + 1, 0
        return data


def _is_open(text: str | None) -> bool:
    return bool(text) and not isinstance(text, AtomicString) and _SPECIAL.search(str(text)) is not None


class Prettify(treeprocessors.PrettifyTreeprocessor):
    """Python-Markdown's line end for each block, with a look into a set instead of a call for each element."""

    def run(self, root: etree.Element) -> None:
        """Add the line ends."""
        self._levels = frozenset(self.md.block_level_elements)
        super().run(root)

    def _prettifyETree(self, elem: etree.Element) -> None:  # noqa: N802 - Python-Markdown's name
        levels = self._levels
        if elem.tag not in ("code", "pre"):
            if len(elem) and elem[0].tag in levels and not (elem.text and elem.text.strip()):
                elem.text = "\n"
            for child in elem:
                if child.tag in levels:
                    self._prettifyETree(child)
        if not (elem.tail and elem.tail.strip()):
            elem.tail = "\n"


class Unescape(treeprocessors.UnescapeTreeprocessor):
    """Python-Markdown's restoring of escaped characters, where there are any."""

    def run(self, root: etree.Element) -> None:
        """Restore them."""
        for element in root.iter():
            if element.text and STX in element.text and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and STX in element.tail:
                element.tail = self.unescape(element.tail)
