"""Markdown source in, a `Prose` record out: rendered by exactly the extensions that the site engine loads."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from importlib import import_module

from markdown import Markdown
from markdown.util import ETX, STX

from shelfready import words
from shelfready.markup import ENGINE_BUILTINS
from shelfready.markup.extension import AuthorMarkdown
from shelfready.markup.guard import Refused
from shelfready.markup.leftovers import leftovers
from shelfready.markup.limits import too_complex
from shelfready.markup.mask import locate, locate_line, locate_target, mask, place_at
from shelfready.markup.misread import pasted_tables
from shelfready.markup.safety import changed_by_sanitiser
from shelfready.markup.seek import first
from shelfready.model.place import Place
from shelfready.model.prose import Link, Picture, Prose, Refusal, Section
from shelfready.model.reading import Reading
from shelfready.reading import House, read_text
from shelfready.reading.disclosure import secrets

__all__ = ["Renderer"]


class Renderer:
    """One kept Markdown instance; making a new one for each text doubles the cost (reference/performance.md)."""

    def __init__(self, marks: Mapping[str, str], house: House | None = None) -> None:
        self.house = house or House()
        self.extension = AuthorMarkdown(marks=dict(marks))
        # Given by name they would be looked up among all packages that are installed: a tenth of a small check.
        builtins = [import_module(f"markdown.extensions.{name}").makeExtension() for name in ENGINE_BUILTINS]
        self.markdown = Markdown(extensions=[*builtins, self.extension])

    def html(self, text: str) -> str:
        """The HTML of a text that is within the limits."""
        self.markdown.reset()
        return self.markdown.convert(text)

    def html_or_nothing(self, text: str) -> str:
        """The HTML of any text; '' where `prose` refuses it."""
        if too_complex(text):
            return ""
        try:
            return self.html(text)
        except Exception:  # noqa: BLE001 - as in `prose`, whose finding says what is wrong
            return ""

    def prose(self, path: str, text: str) -> Prose:
        """Everything the rules need to know about one text."""
        if excess := too_complex(text):
            line, detail = excess
            return _unread(path, text, Refusal("MKD009", detail, Place(path, line)))
        try:
            rendered = self.html(text)
        except Exception as error:  # noqa: BLE001 - whatever trips the library over an author's text is a finding
            place = Place(path, self._line_that_trips(text))
            return _unread(
                path, text, Refusal("MKD009", f"a passage that cannot be read ({type(error).__name__})", place)
            )
        return self._prose(path, text, rendered)

    def _prose(self, path: str, text: str, rendered: str) -> Prose:
        masked, read, seen = mask(text), words.text_of(rendered), self.extension.guard.seen
        refused = list(seen.refused)
        if STX in rendered or ETX in rendered or changed_by_sanitiser(rendered):
            refused.append(Refused("MKD010", ""))
        raw = (
            Refusal("DIA005", message, place_at(path, masked, offset), fix)
            for offset, message, fix in leftovers(masked, read, rendered)
        )
        pasted = (
            Refusal("DIA006", message, place_at(path, masked, offset), fix)
            for offset, message, fix in pasted_tables(masked)
        )
        return Prose(
            path,
            text,
            masked,
            words.count(read),
            words.fingerprint(read),
            headings=tuple(self.extension.outline.headings),
            links=tuple(Link(*link) for link in _placed(seen.links, path, masked)),
            pictures=tuple(Picture(*picture) for picture in _placed(seen.pictures, path, masked)),
            marks=tuple(seen.marks),
            refusals=(*_refusals(refused, path, text, masked), *raw, *pasted),
            reading=read_text(text, masked, self.house),
        )

    def _line_that_trips(self, text: str) -> int:
        """The last line of the shortest beginning that the library cannot render."""
        lines = text.split("\n")
        return first(len(lines), len(lines) - 1, lambda line: self._trips("\n".join(lines[: line + 1]))) + 1

    def _trips(self, text: str) -> bool:
        try:
            self.html(text)
        except Exception:  # noqa: BLE001 - the same fault, looked for
            return True
        return False

    def line_of_word(self, text: str, number: int) -> int:
        """The line on which this word of the text stands, counting from 1.

        Renders beginnings of the text, so that exactly the words of the budget are counted. The guess, from the words
        of the source, is rarely more than a line or two off.
        """
        lines = text.split("\n")
        guess, seen = 0, 0
        while guess < len(lines) - 1 and seen + words.count(lines[guess]) < number:
            seen += words.count(lines[guess])
            guess += 1
        return first(len(lines), guess, lambda line: self._count(lines[: line + 1]) >= number) + 1

    def sections(self, text: str) -> tuple[Section, ...]:
        """The words below each heading of the first or second level; the part before the first has the title ''."""
        return tuple(Section(title, number) for title, number in words.sections(self.html(text)))

    def _count(self, lines: list[str]) -> int:
        """Words of the first lines of a text; if they end inside fenced code, its lines are no words."""
        opened = [number for number, line in enumerate(lines) if line.startswith(("```", "~~~"))]
        if len(opened) % 2:
            lines = lines[: opened[-1]]
        try:
            return words.count(words.text_of(self.html("\n".join(lines))))
        except Exception:  # noqa: BLE001 - a text cut off between two lines may trip the library; count its source
            return words.count("\n".join(lines))


def _unread(path: str, text: str, refusal: Refusal) -> Prose:
    """A text that was not rendered."""
    return Prose(path, text, text, 0, "", refusals=(refusal,), reading=Reading(secrets=secrets(text)))


def _placed(found: list[tuple[str, str]], path: str, masked: str) -> Iterator[tuple[str, str, Place]]:
    """Address and text of each link or picture, with its place in the source; they come in page order."""
    offset = 0
    for target, text in found:
        place = locate_target(masked, target, offset)
        yield target, text, place_at(path, masked, place)
        if masked.startswith("(", place - 1):
            offset = place + 1


def _refusals(refused: list[Refused], path: str, text: str, masked: str) -> Iterator[Refusal]:
    offsets: dict[str, int] = {}
    lines = set[int]()
    for entry in refused:
        needle, within = entry.detail, masked
        if entry.line:
            needle, within = entry.line.strip(), text if "`" in entry.line else masked
        find = locate_line if entry.line else locate
        offset = find(within, needle, offsets.get(needle, 0))
        offsets[needle] = offset + 1
        place = place_at(path, within, offset)
        if entry.fix:
            if place.line not in lines:  # of several things to say about a line the first helps most
                lines.add(place.line)
                yield Refusal(entry.code, entry.detail, place, entry.fix)
        else:
            yield Refusal(entry.code, html.unescape(entry.detail), place)
