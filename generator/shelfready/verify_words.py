#!/usr/bin/env python3
"""A built site and a content folder in, one line for each page whose words are not those of its approved edition out.

Runs alone, on Python's standard library: `python verify_words.py SITE CONTENT`. It believes no figure on a page: the
reader's words are made again from the HTML, the digest again from content/editions, and each role that the edition
names must have signed that digest. Shelfready makes editions with the same functions, so there is one recipe.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

__all__ = [
    "PARTS",
    "RECIPE",
    "UnmarkedError",
    "approved_words",
    "digest",
    "main",
    "page_parts",
    "page_words",
    "reader_words",
]

RECIPE = 1
"""Version of the two functions below; a sign-off under an older one stays what it was."""

PARTS = ("title", "statement", "words", "sources")
"""Regions of a page, in page order: `<!--shelf:title-->` to `<!--/shelf:title-->` and so on."""

_TERMS = ("topic", "edition", "kind", "owners", "roles", "minor", "language", "responds_to", "also_asked", "waivers")
"""What an edition says beside its words; signed with them."""

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr th td div hr br".split()  # noqa: SIM905
)
_INLINE = frozenset("a em strong code span sup img".split())  # noqa: SIM905
_EMPTY = frozenset(["hr", "br", "img"])
_ATTRIBUTES = frozenset(["id", "href", "src", "alt", "title", "start", "class"])
_CLASSES = re.compile(
    r"admonition(?: [a-z]+)?|admonition-title(?: shelfready-made-up)?|footnote|shelfready-(?:mark|center|left|right)"
    r"|language-[\w+-]+"
)
_SIGNS = re.compile(r"[\\\[\]<>]")
_NOT_SHOWN = re.compile(
    r"<([a-z][\w-]*)(?=[^>]*\s(?:hidden|style|inert|aria-hidden)\b)[^>]*>"
    r"|<(template|noscript|details|dialog|script|style|textarea|title|select|svg|iframe|object|video|audio|canvas)\b",
    re.IGNORECASE,
)


class UnmarkedError(ValueError):
    """A page does not hold each region once, in order and in plain sight."""


def reader_words(parts: Mapping[str, str], target: Callable[[str], str], picture: Callable[[str], str]) -> str:
    """The words of a piece as its reader gets them, one line for each block, indented by its depth.

    A link is written `[text](<target>)`, a picture `![alt](sha256:...)`, a note's mark `[^1]`; a backslash stands
    before signs that would mean these. Left out: permalinks of headings, back-links of notes, comments.

    Args:
        parts: HTML of each region, by its name in `PARTS`.
        target: makes one address of a link, whatever page it stands on.
        picture: SHA-256 of the file at this address.
    """
    lines: list[str] = []
    for name in PARTS:
        reader = _Reader(target, picture)
        reader.feed(parts.get(name, ""))
        reader.close()
        lines += [name, *reader.finished()]
    return unicodedata.normalize("NFC", "\n".join(lines)) + "\n"


def digest(words: str, terms: Mapping[str, object]) -> str:
    """SHA-256, in hex, of the recipe's version, the terms of an edition and its words."""
    known = {name: terms[name] for name in _TERMS if terms.get(name)}
    text = json.dumps([RECIPE, known, words], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class _Reader(HTMLParser):
    """Collects the lines of one region; what it does not know becomes a line, too, so that nothing hides in it."""

    def __init__(self, target: Callable[[str], str], picture: Callable[[str], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.target, self.picture = target, picture
        self.lines: list[str] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if odd := _odd(tag, given):
            self.text.append(f"<{_escaped(odd)}>")
        if tag in _BLOCKS:
            self._flush()
            shown = [tag, given.get("start", ""), *given.get("class", "").split()]
            self.lines.append("  " * (len(self.open) + 1) + ".".join(filter(None, shown)))
        if tag == "a":
            self.links.append((len(self.text), _link(given, self.target)))
        elif tag == "img":
            self.text.append(f"![{_escaped(given.get('alt', ''))}](sha256:{self.picture(given.get('src', ''))}")
            self.text.append(_quoted(given) + ")")
        if tag in _BLOCKS - _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            begin, end = self.links.pop()
            text = "".join(self.text[begin:]).strip()
            if end.startswith("#"):
                self.text[begin:] = _mark(text, end)
            else:
                self.text[begin:] = [f"[{''.join(self.text[begin:])}]({end})"]
        elif tag in self.open:
            self._flush()
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        text = _escaped(data)
        if "pre" in self.open:
            text = "\\n".join(line.rstrip() for line in text.split("\n")).replace(" ", "\0").replace("\t", "\\t")
        self.text.append(text)

    def _flush(self) -> None:
        text = " ".join("".join(self.text).split()).replace("\0", " ")
        self.text.clear()
        self.links.clear()
        if text:
            self.lines.append("  " * (len(self.open) + 1) + f"| {text}")

    def finished(self) -> list[str]:
        """The lines of the region."""
        self._flush()
        return self.lines


def _odd(tag: str, given: Mapping[str, str]) -> str:
    """What no piece holds: an element, an attribute or a class that could hide words or show others."""
    if tag not in _BLOCKS and tag not in _INLINE:
        return tag
    unknown = sorted(given.keys() - _ATTRIBUTES)
    if unknown:
        return f"{tag} {' '.join(f'{name}={given[name]}' for name in unknown)}"
    kind = given.get("class", "")
    own = tag == "a" and kind in ("headerlink", "footnote-ref", "footnote-backref")
    return "" if not kind or own or _CLASSES.fullmatch(kind) else f"{tag} class={kind}"


def _link(given: Mapping[str, str], target: Callable[[str], str]) -> str:
    """What stands behind a link's text; '#' and a class for those that the engine makes."""
    href, kind = given.get("href", ""), given.get("class", "")
    if href.startswith("#") and kind in ("headerlink", "footnote-ref", "footnote-backref"):
        return f"#{kind}"
    return f"<{_escaped(target(href))}>{_quoted(given)}"


def _mark(text: str, kind: str) -> list[str]:
    """What is left of a link that the engine makes: nothing, if it looks as it must."""
    if kind == "#footnote-ref" and text.isdigit():
        return [f"[^{text}]"]
    plain = {"#headerlink": "\u00b6", "#footnote-backref": "\u21a9"}.get(kind, "")
    return [] if plain and text.rstrip("\ufe0e0123456789") == plain else [f"[{text}]({kind})"]


def _quoted(given: Mapping[str, str]) -> str:
    """The text that shows when the pointer rests on a link or a picture."""
    return f' "{_escaped(given["title"])}"' if given.get("title") else ""


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def page_parts(page: str) -> dict[str, str]:
    """The HTML of each region of a built page.

    Raises:
        UnmarkedError: a region is missing, doubled, out of order or inside something that is not shown.
    """
    parts, at = {}, 0
    for name in PARTS:
        begin, end = f"<!--shelf:{name}-->", f"<!--/shelf:{name}-->"
        if page.count(begin) != 1 or page.count(end) != 1:
            raise UnmarkedError(f"the {name} of the piece must be marked once, by {begin} and {end}")
        start, stop = page.index(begin), page.index(end)
        if not at <= start < stop:
            raise UnmarkedError(f"the mark {begin} stands out of order")
        if hider := _hider(page[:start]):
            raise UnmarkedError(f"the {name} of the piece stands inside <{hider}>, which may not show it")
        parts[name], at = page[start + len(begin) : stop], stop
    return parts


def _hider(before: str) -> str:
    """The element around this point of a page that may hide what is in it, or ''."""
    for match in _NOT_SHOWN.finditer(before):
        name = (match[1] or match[2]).lower()
        rest = before[match.start() :].lower()
        if len(re.findall(rf"<{name}\b", rest)) > rest.count(f"</{name}"):
            return name
    return ""


def page_words(page: str, address: str, picture: Callable[[str], str]) -> str:
    """The reader's words of a built page.

    Args:
        page: its HTML.
        address: its path on the site, such as /answers/piece/.
        picture: SHA-256 of the file at a path on the site.

    Raises:
        UnmarkedError: the regions cannot be told apart.
    """

    def target(href: str) -> str:
        parts = urlsplit(href)
        return href if parts.scheme or parts.netloc else unquote(urljoin(address, href))

    return reader_words(page_parts(page), target, lambda source: picture(target(source)))


def approved_words(editions: Path) -> tuple[int, str] | None:
    """Number and words of the newest edition below `content/editions/TOPIC` that every role it names has signed."""
    numbers = sorted((int(place.name) for place in editions.iterdir() if place.name.isdecimal()), reverse=True)
    for number in numbers:
        edition = _fields(editions / str(number) / "words.yml")
        words = str(edition.get("words", ""))
        made = digest(words, edition)
        signed = {
            role
            for path in (editions / str(number)).glob("signoff-*.yml")
            for role in _signed(_fields(path), editions.name, number, made)
        }
        needed = edition.get("roles")
        fits = edition.get("topic") == editions.name and edition.get("edition") == number
        if (
            fits
            and edition.get("recipe") == RECIPE
            and isinstance(needed, list)
            and needed
            and signed.issuperset(needed)
        ):
            return number, words
    return None


def _signed(given: Mapping[str, object], topic: str, number: int, made: str) -> Iterator[str]:
    """The roles that a sign-off fills, if it is for exactly this edition: the role, and the organisation's own."""
    if (given.get("topic"), given.get("edition"), given.get("digest")) == (topic, number, made):
        yield str(given.get("role"))
        yield f"{given.get('organisation')} {given.get('role')}"


def _fields(path: Path) -> dict[str, object]:
    """The keys of a file that Shelfready wrote: JSON on one line, a list of such lines, or an indented text."""
    found: dict[str, object] = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        name, colon, value = line.partition(":")
        if not colon or not name.isidentifier():
            continue
        below = []
        for other in lines[number + 1 :]:
            if other and not other.startswith("  "):
                break
            below.append(other[2:])
        if value.strip() == "|2":
            found[name] = "\n".join(below).rstrip("\n") + "\n"
        elif not value.strip():
            found[name] = [json.loads(item[2:]) for item in below if item.startswith("- ")]
        else:
            found[name] = _value(value.strip())
    return found


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _findings(site: Path, content: Path, light: frozenset[str]) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        if "<!--shelf:" not in text:
            continue
        shown = page.relative_to(site).as_posix()
        address = "/" + shown.removesuffix("index.html")
        topic = address.strip("/").removeprefix("answers/")
        editions = content / "editions" / topic
        if topic in light and not editions.is_dir():
            continue
        approved = approved_words(editions) if editions.is_dir() and "/" not in topic else None
        if approved is None:
            yield f"{shown}: no edition of '{topic}' is signed by every role that it names"
            continue
        try:
            words = page_words(text, address, lambda path: _sha256(site, path))
        except UnmarkedError as why:
            yield f"{shown}: {why}"
            continue
        if words != approved[1]:
            yield f"{shown}: not the words of edition {approved[0]}; {first_difference(approved[1], words)}"


def first_difference(approved: str, shown: str) -> str:
    """Where two words differ, for people: the first line that is not the same."""
    before, after = approved.split("\n"), shown.split("\n")
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    old, new = (lines[at].strip(" |")[:80] if at < len(lines) else "" for lines in (before, after))
    return f"approved: '{old or 'nothing'}', on the page: '{new or 'nothing'}'"


def _sha256(site: Path, path: str) -> str:
    place = site / path.lstrip("/")
    inside = place.is_file() and place.resolve().is_relative_to(site.resolve())
    return hashlib.sha256(place.read_bytes()).hexdigest() if inside else "missing"


def main(arguments: list[str]) -> int:
    """The command line; 0 if every page carries its approved words, 1 if not, 2 for wrong use."""
    light = frozenset(name for given in arguments if given.startswith("--light=") for name in given[8:].split(","))
    folders = [Path(given) for given in arguments if not given.startswith("--")]
    if len(folders) != 2 or not all(folder.is_dir() for folder in folders):
        print("Use: python verify_words.py SITE CONTENT [--light=TOPIC,TOPIC]", file=sys.stderr)  # noqa: T201
        return 2
    found = list(_findings(folders[0], folders[1], light))
    print("\n".join([*found, f"{len(found) or 'no'} page{'' if len(found) == 1 else 's'} with other words"]))  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
