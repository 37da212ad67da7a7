"""The HTML of a piece in, its numbered paragraphs out: what reviewers quote when they say '¶4'.

Every run of words that makes a line of the reader's words (`verify_words`) is in exactly one block; the cells of a row
share one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from html.parser import HTMLParser

from shelfready.packet.model import Block, Span

__all__ = ["numbered", "of_html"]

_CONTAINERS = frozenset("ul ol li blockquote div table thead tbody tr th td pre".split())  # noqa: SIM905
_ENDS = _CONTAINERS | frozenset("p h1 h2 h3 h4 h5 h6 hr".split())  # noqa: SIM905
_TAGS = frozenset(["strong", "em", "code"])
_ENGINES = frozenset(["headerlink", "footnote-backref"])
"""Classes of links that the engine adds and that are no words."""


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with their numbers, from 1."""
    return tuple(replace(block, number=number) for number, block in enumerate(blocks, 1))


def of_html(html: str, target: Callable[[str], str]) -> list[Block]:
    """The blocks of a rendered draft, without numbers.

    Args:
        html: as `parse.prose.html_of` makes it.
        target: the address on the site that a link leads to.
    """
    reader = _Reader(target)
    reader.feed(html)
    reader.close()
    reader.flush()
    return reader.blocks


class _Reader(HTMLParser):
    """Collects blocks; text of elements that it does not know is text."""

    def __init__(self, target: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.target = target
        self.blocks: list[Block] = []
        self.open: list[tuple[str, str]] = []
        self.spans: list[Span] = []
        self.cells: list[tuple[Span, ...]] = []
        self.tags: list[str] = []
        self.links: list[tuple[str, str, int]] = []
        self.counts: list[int | None] = []
        self.kind, self.level, self.marker = "paragraph", 0, ""
        self.dropped = self.mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _ENDS:
            self.flush()
            self._enter(tag, given)
        elif tag == "br":
            self.spans.append(Span(" ", "break"))
        elif tag == "img":
            self.spans.append(Span(given.get("alt", ""), "picture", href=given.get("src", "").rpartition("/")[2]))
            self._hover(given.get("title", ""))
        elif tag == "a":
            self._link(given)
        elif tag in _TAGS:
            self.tags.append(tag)
        elif tag == "span" and given.get("class") == "shelfready-mark":
            self.mark = True

    def _enter(self, tag: str, given: dict[str, str]) -> None:
        kind = given.get("class", "")
        if tag in _CONTAINERS:
            self.open.append((tag, kind))
        if tag in ("ul", "ol"):
            start = given.get("start", "")
            self.counts.append(None if tag == "ul" else int(start) - 1 if start.isdecimal() else 0)
        elif tag == "li":
            self.marker = self._numbered()
        elif len(tag) == 2 and tag[1].isdigit():
            self.kind, self.level = "heading", int(tag[1])
        elif tag == "p":
            self.kind = "box" if kind.startswith("admonition-title") else "paragraph"

    def _numbered(self) -> str:
        count = self.counts[-1] if self.counts else None
        if count is None:
            return "–"
        self.counts[-1] = count + 1
        return f"note {count + 1}" if self._is_in("div", "footnote") else f"{count + 1}."

    def _link(self, given: dict[str, str]) -> None:
        kind = given.get("class", "")
        own = given.get("href", "").startswith("#") and kind
        if own and kind in _ENGINES:
            self.dropped = True
        elif own == "footnote-ref":
            self.links.append(("note", "", len(self.spans)))
        else:
            self.links.append((self.target(given.get("href", "")), given.get("title", ""), len(self.spans)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag in _TAGS and tag in self.tags:
            self.tags.remove(tag)
        elif tag == "span":
            self.mark = False
        elif tag in _ENDS:
            self.flush()
            self._leave(tag)

    def _end_link(self) -> None:
        if self.dropped or not self.links:
            self.dropped = False
            return
        address, hover, begin = self.links.pop()
        text = "".join(span.text for span in self.spans[begin:])
        if address == "note":
            self.spans[begin:] = [Span(text, "note")]
            return
        if text.strip() != address:
            self.spans.append(Span(address, "address", href=address))
        self._hover(hover)

    def _hover(self, title: str) -> None:
        if title:
            self.spans.append(Span(title, "hover"))

    def _leave(self, tag: str) -> None:
        if tag not in {name for name, _ in self.open}:
            return
        while self.open.pop()[0] != tag:
            pass
        if tag in ("ul", "ol") and self.counts:
            self.counts.pop()
        elif tag == "li":
            self.marker = ""
        elif tag == "tr":
            self._end_row()

    def _end_row(self) -> None:
        head, cells = self._is_in("thead"), tuple(self.cells)
        self.cells = []
        if any(cells):
            self.blocks.append(Block(0, "row", cells, self._depth(), within=self._within(), head=head))

    def handle_data(self, data: str) -> None:
        if self.dropped:
            return
        href = self.links[-1][0] if self.links else ""
        self.spans.append(Span(data, "mark" if self.mark else "", tuple(self.tags), href))

    def flush(self) -> None:
        """End the run of words."""
        code = self._is_in("pre")
        spans = _trimmed(self.spans) if code else _folded(self.spans)
        self.spans = []
        if self._is_in("tr"):
            if spans or self.open[-1][0] in ("td", "th"):
                self.cells.append(spans)
        elif spans:
            note = self._is_in("div", "footnote")
            kind = "code" if code else "note" if note else self._kind()
            self.blocks.append(Block(0, kind, (spans,), self._depth(), self.marker, self.level, self._within()))
            self.marker = "" if not note else self.marker
        self.kind, self.level = "paragraph", 0

    def _kind(self) -> str:
        return "item" if self.kind == "paragraph" and self._is_in("li") else self.kind

    def _is_in(self, tag: str, kind: str = "") -> bool:
        return any(name == tag and given.startswith(kind) for name, given in self.open)

    def _depth(self) -> int:
        deep = [name for name, kind in self.open if name in ("ul", "ol", "blockquote") or kind.startswith("admonition")]
        return 0 if self._is_in("div", "footnote") else len(deep)

    def _within(self) -> str:
        if self._is_in("blockquote"):
            return "quotation"
        return "box" if self._is_in("div", "admonition") else ""


def _folded(spans: list[Span]) -> tuple[Span, ...]:
    """White space as a browser shows it: none at the ends, one blank between words."""
    found: list[Span] = []
    blank = True
    for span in spans:
        text = span.text
        if span.kind in ("", "mark"):
            text = " ".join(f"x{text}x".split())[1:-1]
            text = text.removeprefix(" ") if blank else text
            blank = text.endswith(" ") if text else blank
        else:
            blank = span.kind == "break"
        if text or span.kind == "picture":
            found.append(replace(span, text=text))
    return _trimmed(found)


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Without blanks, breaks and empty lines at the ends."""
    found = list(spans)
    while found and found[-1].kind in ("", "break") and not found[-1].text.strip():
        found.pop()
    if found and not found[-1].kind:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)
