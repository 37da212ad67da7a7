#!/usr/bin/env python3
"""A built site and a content folder in, one line for each page whose words are not those of its approved edition out.

Runs alone, on Python's standard library: `python verify_words.py SITE CONTENT`. It believes no figure on a page: the
reader's words are made again from the HTML, the digest again from content/editions, and each role that the edition
names must have signed that digest. Shelfready makes editions with the same functions, so there is one recipe.
"""

# ruff: noqa: SIM905 - a list of words reads best as words
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

__all__ = ["RECIPE", "UnmarkedError", "digest", "first_difference", "page_words", "reader_words"]

RECIPE = 1
"""Version of `reader_words` and `digest`."""
PARTS = ("title", "statement", "words", "sources")
"""Regions of a page, in page order: `<!--shelf:title-->` to `<!--/shelf:title-->` and so on."""
_TERMS = ("topic", "edition", "kind", "owners", "roles", "minor", "language", "responds_to", "also_asked", "waivers")
"""What an edition says beside its words; signed with them."""

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr th td div hr br".split())
_INLINE = frozenset("a em strong code span sup img".split())
_EMPTY = frozenset(["hr", "br", "img"])
_ATTRIBUTES = frozenset(["id", "lang", "href", "src", "alt", "title", "start", "class"])
_CLASSES = re.compile(
    r"admonition(?: [a-z]+)?|admonition-title(?: shelfready-made-up)?|footnote|shelfready-(?:mark|center|left|right)"
    r"|language-[\w+-]+"
)
_SIGNS = re.compile(r"[\\\[\]<>]")
_TOKENS = re.compile(
    r"<!--.*?-->|<(script|style|textarea|title|xmp|iframe|noembed|noframes|template|noscript|svg)\b.*?</\1\s*>"
    r"|<(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_HIDES = re.compile(r"\s(?:hidden|style|inert|aria-hidden)(?=[\s=/]|$)", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class UnmarkedError(ValueError):
    """A page does not hold each region once, in order and in plain sight."""


def reader_words(parts: Mapping[str, str], target: Callable[[str], str], picture: Callable[[str], str]) -> str:
    """The words of a piece as its reader gets them, one line for each block, indented by its depth.

    A link is written `[text](<target>)`, a picture `![alt](sha256:...)`, a note's mark `[^1]`; a backslash stands
    before signs that would mean these. Left out: permalinks of headings, back-links of notes, comments. `parts` has the
    HTML of each region; `target` makes one address of a link, whatever page it stands on; `picture` gives a SHA-256.
    """
    lines: list[str] = []
    for name in PARTS:
        reader = _Reader(target, picture)
        reader.feed(parts.get(name, ""))
        reader.close()
        reader.flush()
        lines += [name, *reader.lines]
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
            self.flush()
            shown = [tag, given.get("start", ""), *given.get("class", "").split()]
            self.lines.append("  " * (len(self.open) + 1) + ".".join(filter(None, shown)))
        if tag == "a":
            self.links.append((len(self.text), _link(given, self.target)))
        elif tag == "img":
            alt, source = _escaped(given.get("alt", "")), self.picture(given.get("src", ""))
            self.text.append(f"![{alt}](sha256:{source}{_title(given)})")
        if tag in _BLOCKS - _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            begin, end = self.links.pop()
            text = "".join(self.text[begin:])
            self.text[begin:] = [_mark(text.strip(), end) if end.startswith("#") else f"[{text}]({end})"]
        elif tag in self.open:
            self.flush()
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        text = _escaped(data)
        if "pre" in self.open:
            text = "\\n".join(line.rstrip() for line in text.split("\n")).replace(" ", "\0").replace("\t", "\\t")
        self.text.append(text)

    def flush(self) -> None:
        text = " ".join("".join(self.text).split()).replace("\0", " ")
        self.text.clear()
        self.links.clear()
        if text:
            self.lines.append("  " * (len(self.open) + 1) + f"| {text}")


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
    return f"<{_escaped(target(href))}>{_title(given)}"


def _mark(text: str, kind: str) -> str:
    """What is left of a link that the engine makes: nothing, if it looks as it must."""
    if kind == "#footnote-ref" and text.isdigit():
        return f"[^{text}]"
    plain = {"#headerlink": "\u00b6", "#footnote-backref": "\u21a9"}.get(kind, "")
    return "" if plain and text.rstrip("\ufe0e0123456789") == plain else f"[{text}]({kind})"


def _title(given: Mapping[str, str]) -> str:
    return f' "{_escaped(given["title"])}"' if given.get("title") else ""


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def page_parts(page: str) -> dict[str, str]:
    """The HTML of each region of a built page; an `UnmarkedError` where one is missing, doubled or may be hidden."""
    marks = [f"<!--{end}shelf:{name}-->" for name in PARTS for end in ("", "/")]
    found: list[tuple[str, int, int]] = []
    hiders: list[list[str]] = []
    for token in _TOKENS.finditer(page):
        if token.group().startswith(("<!--shelf:", "<!--/shelf:")):
            if hiders:
                raise UnmarkedError(f"{token.group()} stands inside <{hiders[-1][0]}>, which may not show it")
            found.append((token.group(), token.start(), token.end()))
        elif token["name"] and token["name"].lower() not in _VOID:
            _nest(hiders, token["name"].lower(), token["end"], token["rest"])
    if [mark for mark, _, _ in found] != marks:
        raise UnmarkedError(f"the words must be marked by {' '.join(marks)}, each once and in this order")
    return {name: page[found[2 * at][2] : found[2 * at + 1][1]] for at, name in enumerate(PARTS)}


def _nest(hiders: list[list[str]], name: str, end: str, rest: str) -> None:
    """Keep which elements are open that may hide what is in them, and elements of the same name in those."""
    if hiders and hiders[-1][0] == name:
        hiders[-1].pop() if end else hiders[-1].append(name)
        if not hiders[-1]:
            hiders.pop()
    elif not end and (name in ("details", "dialog", "object", "select") or _HIDES.search(rest)):
        hiders.append([name])


def page_words(page: str, address: str, picture: Callable[[str], str]) -> str:
    """The reader's words of a built page at an address such as /answers/piece/; else `UnmarkedError`."""

    def target(href: str) -> str:
        parts = urlsplit(href)
        return href if parts.scheme or parts.netloc else unquote(urljoin(address, href))

    return reader_words(page_parts(page), target, lambda source: picture(target(source)))


def approved_words(editions: Path) -> tuple[int, str] | None:
    """Number and words of the newest edition below `content/editions/TOPIC` that every role it names has signed."""
    for number in sorted(
        (int(place.name) for place in editions.glob("[0-9]*") if place.name.isdecimal()), reverse=True
    ):
        place = editions / str(number)
        edition = _fields(place / "words.yml")
        made = digest(str(edition.get("words", "")), edition)
        given = (_fields(path) for path in sorted(place.glob("signoff-*.yml")))
        signed = {role for fields in given for role in _signed(fields, editions.name, number, made)}
        needed = edition.get("roles")
        fits = [edition.get(name) for name in ("recipe", "topic", "edition")] == [RECIPE, editions.name, number]
        if fits and isinstance(needed, list) and needed and signed.issuperset(needed):
            return number, str(edition["words"])
    return None


def _signed(given: Mapping[str, object], topic: str, number: int, made: str) -> Iterator[str]:
    """The roles that a sign-off fills, if it is for exactly this edition: the role, and the organisation's own."""
    if (given.get("topic"), given.get("edition"), given.get("digest")) == (topic, number, made):
        yield str(given.get("role"))
        yield f"{given.get('organisation')} {given.get('role')}"


def _fields(path: Path) -> dict[str, object]:
    """The keys of a file that Shelfready wrote: JSON on one line, a list of such lines, or an indented text."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found: dict[str, object] = {}
    for match in re.finditer(r"^(\w+):[ ]?(.*)\n((?:  .*\n|\n)*)", text + "\n", re.MULTILINE):
        name, value, below = match.groups()
        lines = [line[2:] for line in below.split("\n")]
        if value == "|2":
            found[name] = "\n".join(lines).rstrip("\n") + "\n"
        else:
            found[name] = _value(value) if value else [_value(line[2:]) for line in lines if line.startswith("- ")]
    return found


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _findings(site: Path, content: Path, light: frozenset[str]) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        text, shown = page.read_text(encoding="utf-8"), page.relative_to(site).as_posix()
        topic = shown.removesuffix("/index.html").removeprefix("answers/")
        is_piece = ("/" not in topic and shown == f"answers/{topic}/index.html") or topic == "security-policy"
        if "<!--shelf:" not in text and (not is_piece or _is_withdrawn(content / "log" / f"{topic}.yml")):
            continue
        approved = approved_words(content / "editions" / topic) if is_piece else None
        if approved is None:
            if topic not in light or (content / "editions" / topic).exists():
                yield f"{shown}: no edition of '{topic}' is signed by every role that it names"
            continue
        try:
            words = page_words(text, f"/{shown.removesuffix('index.html')}", lambda path: _sha256(site, path))
        except UnmarkedError as why:
            yield f"{shown}: {why}"
            continue
        if words != approved[1]:
            yield f"{shown}: not the words of edition {approved[0]}; {first_difference(approved[1], words)}"


def _is_withdrawn(log: Path) -> bool:
    """Whether the last thing that a log says is that the piece was taken down."""
    text = log.read_text(encoding="utf-8") if log.is_file() else ""
    return re.findall(r"^    action: \"?(\w+)", text, re.MULTILINE)[-1:] == ["withdraw"]


def first_difference(approved: str, shown: str) -> str:
    """The first line that is not the same, for people."""
    before, after = approved.split("\n"), shown.split("\n")
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    old, new = (lines[at].strip(" |")[:80] if at < len(lines) else "" for lines in (before, after))
    return f"approved: '{old or 'nothing'}', on the page: '{new or 'nothing'}'"


def _sha256(site: Path, path: str) -> str:
    place = site / path.lstrip("/")
    inside = place.is_file() and place.resolve().is_relative_to(site.resolve())
    return hashlib.sha256(place.read_bytes()).hexdigest() if inside else "missing"


def main(arguments: list[str]) -> int:
    """The command line; 0 if every piece carries its approved words, 1 if not, 2 for wrong use."""
    light = frozenset(name for given in arguments if given.startswith("--light=") for name in given[8:].split(","))
    folders = [Path(given) for given in arguments if not given.startswith("--")]
    if len(folders) != 2 or not all(folder.is_dir() for folder in folders):
        sys.stderr.write("Use: python verify_words.py SITE CONTENT [--light=TOPIC,TOPIC]\n")
        return 2
    found = list(_findings(folders[0], folders[1], light))
    sys.stdout.write("".join(f"{line}\n" for line in found or ["Every piece carries its approved words."]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
