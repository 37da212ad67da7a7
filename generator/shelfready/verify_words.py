"""A built site and a content folder in, one line for each page whose words are not those of its approved edition out.

Runs alone, on Python's standard library: `python verify_words.py SITE CONTENT`. It believes no figure on a page: the
reader's words are made again from the HTML, the digest again from content/editions, and each role that the edition
names must have signed that digest. Shelfready makes editions with the same functions, so there is one recipe. Style
sheets, scripts and all that stands around a piece it does not read: compare manifest.json with that of the build.
"""

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from urllib.parse import unquote, urljoin

__all__ = ["RECIPE", "UnmarkedError", "digest", "first_difference", "page_words", "reader_words"]

RECIPE = 1  # the version of `reader_words` and `digest`
PARTS = ("title", "statement", "words", "sources")  # of a page: `<!--shelf:title-->` to `<!--/shelf:title-->`
# What an edition says beside its words, and what is signed with them.
_TERMS = ("topic", "edition", "kind", "owners", "roles", "minor", "language", "responds_to", "also_asked", "waivers")

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table thead tbody tr th td div hr br".split())
_INLINE = frozenset("a em strong code span sup img".split())
_ENGINES = {"headerlink": "\u00b6 Link to this section", "footnote-backref": r"\u21a9 Back to the text, note \d+"}
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
_CLASSES = re.compile(r"admonition(?:-title(?: shelfready-made-up)?| \w+)?|footnote|shelfready-(?:center|left|right)")
_NAME = r"([a-z_:@][\w.:@-]*)(?:=(?:\"[^\"]*\"|'[^']*'|[\w.:#%-]+))?"
_GIVEN = rf"(?:[ \t\r\n]+{_NAME})*"
_TOKENS = re.compile(
    r"(?:<!doctype html>|(?P<mark><!--/?shelf:\w+-->)|<!--[^<>-]*(?:-[^<>-]+)*-->"
    rf"|<svg{_GIVEN}\s*>(?:[^<]|</?(?:path|g|circle|ellipse|rect|line|poly(?:gon|line)|use|text){_GIVEN}\s*/?>)*</svg>"
    rf"|<(?P<raw>script|style|title|textarea|noscript){_GIVEN}\s*>(?P<text>.*?)</(?P=raw)>"
    rf"|<(?P<end>/?)(?P<name>[a-z][\w-]*)(?P<rest>{_GIVEN})\s*(?P<empty>/?)>)[^<]*",
    re.DOTALL | re.IGNORECASE | re.ASCII,
)  # the part of HTML that every browser and every program reads in the same way
_PLAIN = frozenset("html body div main article section".split())
_HIDES = frozenset(["hidden", "style", "inert", "aria-hidden", "popover"])
_NEVER = frozenset("base plaintext xmp iframe noembed noframes frameset template svg math".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|&#0*(?:[0-2]?\d|3[01]|127)(?!\d)|(?i:&#x0*(?:1?[\da-f]|7f)(?![\da-f]))"
)


class UnmarkedError(ValueError):
    """A page does not hold each region once, in order and in plain sight."""


def reader_words(parts: Mapping[str, str], target: Callable[[str], str], picture: Callable[[str], str]) -> str:
    """The words of a piece as its reader gets them, one line for each block, indented by its depth.

    A link is `[text](<target>)`, a picture `![alt](sha256:...)`, a note's mark `[^1]`; a backslash stands before signs
    that would mean these. Left out: what the engine adds, comments. `parts` has the HTML of each region; `target` makes
    one address of a link, whatever page it stands on; `picture` gives a SHA-256.
    """
    lines: list[str] = []
    for name in PARTS:
        reader = _Reader(target, picture)
        reader.feed(parts.get(name, ""))
        reader.close()
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
        self.lines, self.open, self.text = list[str](), list[str](), list[str]()
        self.links: list[tuple[int, dict[str, str]]] = []
        self.notes, self.marks = list[str](), list[tuple[str, str]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.notes += [given["id"]] if tag == "li" and "id" in given else []
        if odd := _odd(tag, given):
            self.text.append(f"<{_escaped(odd)}>")
        if tag in _BLOCKS:
            self.flush()
            shown = [tag, given.get("start", ""), *given.get("class", "").split()]
            self.lines.append("  " * (len(self.open) + 1) + ".".join(filter(None, shown)))
        if tag == "a":
            self.links.append((len(self.text), given))
        elif tag == "img":
            source = self.picture(given.get("src", ""))
            self.text.append(f"![{_escaped(given.get('alt', ''))}](sha256:{source}{_title(given)})")
        self.open += [tag] if tag in _BLOCKS - _VOID else []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.links:
            begin, given = self.links.pop()
            self.text[begin:] = [self.link("".join(self.text[begin:]), given)]
        elif tag in self.open:
            self.flush()
            del self.open[-1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        text = _escaped(data)
        if "pre" in self.open:
            text = "\\n".join(line.rstrip() for line in text.split("\n")).replace(" ", "\0").replace("\t", "\\t")
        self.text.append(text)

    def link(self, text: str, given: Mapping[str, str]) -> str:
        """A link with what stands behind it; of those that the engine makes nothing, if they look as they must."""
        href, kind = given.get("href", ""), given.get("class", "")
        if kind == "footnote-ref" and href.startswith("#") and text.strip().isdecimal() and not given.get("title"):
            self.marks.append((text.strip(), href[1:]))
            return f"[^{text.strip()}]"
        if kind not in _ENGINES or not href.startswith("#"):
            return f"[{text}](<{_escaped(self.target(href))}>{_title(given)})"
        is_made = re.fullmatch(_ENGINES[kind], f"{text.strip()} {given.get('title')}")
        return "" if is_made else f"[{text}](#{kind}{_title(given)})"

    def close(self) -> None:
        """Read the rest, and name the marks that lead elsewhere than to the note of their number."""
        super().close()
        self.flush()
        notes = {str(at): name for at, name in enumerate(self.notes, 1)}
        self.lines += [f"  | [^{at}](#{name})" for at, name in self.marks if notes.get(at) != name]

    def flush(self) -> None:
        self.text += [f"<a {given.get('href')}>" for _, given in self.links]  # still open, so it holds more than this
        text = " ".join("".join(self.text).split()).replace("\0", " ")
        self.text, self.links = [], []
        if text:
            self.lines.append("  " * (len(self.open) + 1) + f"| {text}")


def _odd(tag: str, given: Mapping[str, str]) -> str:
    """What no piece holds: an element, an attribute or a class that could hide words or show others."""
    if tag not in _BLOCKS and tag not in _INLINE:
        return tag
    if unknown := sorted(given.keys() - {"id", "lang", "class"} - _ATTRIBUTES.get(tag, set())):
        return f"{tag} {' '.join(f'{name}={given[name]}' for name in unknown)}"
    kind = given.get("class", "")
    own = (tag == "a" and kind in (*_ENGINES, "footnote-ref")) or (tag in _BLOCKS and _CLASSES.fullmatch(kind))
    return "" if not kind or own or re.fullmatch(r"shelfready-mark|language-[\w+-]+", kind) else f"{tag} class={kind}"


def _title(given: Mapping[str, str]) -> str:
    return f' "{_escaped(given["title"])}"' if given.get("title") else ""


def _escaped(text: str) -> str:
    return re.sub(r"[\\\[\]<>]", r"\\\g<0>", text)


def page_parts(page: str) -> dict[str, str]:
    """The HTML of each region of a built page; an `UnmarkedError` where one is missing, doubled or may be hidden."""
    marks = [f"<!--{end}shelf:{name}-->" for name in PARTS for end in ("", "/")]
    found, still_open = list[re.Match[str]](), list[str]()
    at = page.find("<")
    for token in _TOKENS.finditer(page, max(at, 0)):
        if token.start() != at or _CONTROL.search(token[0]) or not _nest(still_open, token, inside=len(found) % 2 > 0):
            break
        at = token.end()
        if token["mark"]:
            found.append(token)
            if hider := next((name for name in still_open if name not in _PLAIN), ""):
                raise UnmarkedError(f"{token['mark']} stands inside <{hider}>, which may not show it")
    if 0 <= at < len(page):
        raise UnmarkedError(f"line {page[:at].count(chr(10)) + 1} can be read in several ways: {page[at : at + 50]!r}")
    if [token["mark"] for token in found] != marks:
        raise UnmarkedError(f"the words must be marked by {' '.join(marks)}, each once and in this order")
    return {name: page[found[2 * at].end("mark") : found[2 * at + 1].start()] for at, name in enumerate(PARTS)}


def _nest(still_open: list[str], token: re.Match[str], *, inside: bool) -> bool:
    """Keep which elements are open; False for what browsers mend in ways of their own, or what changes a whole page."""
    name = (token["name"] or token["raw"] or "").lower()
    if token["raw"]:
        return "<" not in token["text"] or (name == "script" and not re.search("<!--|</?script", token["text"], re.I))
    if token["end"]:
        return not token["rest"] and bool(still_open) and still_open.pop().partition(" ")[0] == name
    names = re.findall(_NAME, token["rest"].lower(), re.ASCII) if name in _PLAIN or (inside and name) else []
    hides = next((f" {key}" for key in names if key in _HIDES), "")
    still_open += [name + hides] if name and name not in _VOID else []
    odd_meta = name == "meta" and re.search("http-equiv=.?refr|charset=(?!.?utf-8)", token["rest"], re.IGNORECASE)
    changes_all = name in _NEVER or (hides and name in ("html", "body")) or odd_meta
    return not changes_all and len(set(names)) == len(names) and (name in _VOID or not token["empty"])


def page_words(page: str, address: str, picture: Callable[[str], str]) -> str:
    """The reader's words of a built page at an address such as /answers/piece/; else `UnmarkedError`."""

    def target(href: str) -> str:
        # Addresses elsewhere stay; so does what browsers read in another way, such as a backslash as a slash.
        is_kept = re.search(r"[\\\x00-\x20]|^//|^[a-z][a-z0-9+.-]*:", href, re.IGNORECASE)
        return href if is_kept else unquote(urljoin(address, href))

    def seen(source: str) -> str:
        return picture(place) if re.fullmatch(r"/[^/?#][^?#]*", place := target(source)) else "missing"

    return reader_words(page_parts(page), target, seen)


def approved_words(editions: Path) -> tuple[int, str] | None:
    """Number and words of the newest edition below `content/editions/TOPIC` that every role it names has signed."""
    for number in sorted((int(name.name) for name in editions.glob("[0-9]*") if name.name.isdecimal()), reverse=True):
        edition = _fields(editions / str(number) / "words.yml")
        made = digest(str(edition.get("words")), edition)
        bound = {"topic": editions.name, "edition": number, "digest": made}.items()
        given = [by for path in editions.glob(f"{number}/signoff-*.yml") if bound <= (by := _fields(path)).items()]
        signed = [name for by in given for name in (by.get("role"), f"{by.get('organisation')} {by.get('role')}")]
        needed = edition.get("roles")
        fits = [edition.get(name) for name in ("recipe", "topic", "edition")] == [RECIPE, editions.name, number]
        if fits and isinstance(needed, list) and needed and all(role in signed for role in needed):
            return number, str(edition["words"])
    return None


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _fields(path: Path) -> dict[str, object]:
    """The keys of a file that Shelfready wrote: JSON on one line, a list of such lines, or an indented text."""
    found: dict[str, object] = {}
    for match in re.finditer(r"^(\w+):[ ]?(.*)\n((?:  .*\n|\n)*)", _text(path) + "\n", re.MULTILINE):
        name, value, below = match.groups()
        text = re.sub("^  ", "", below, flags=re.MULTILINE)
        several = [_value(item) for item in re.findall("^- (.*)", text, re.MULTILINE)]
        found[name] = text.rstrip("\n") + "\n" if value == "|2" else _value(value) if value else several
    return found


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _findings(site: Path, content: Path, light: frozenset[str]) -> Iterator[str]:
    for page in sorted(site.rglob("*.html")):
        text, shown = _text(page), page.relative_to(site).as_posix()
        topic = shown.removesuffix("/index.html").removeprefix("answers/")
        is_piece = (shown.startswith("answers/") and shown != "answers/index.html") or topic == "security-policy"
        actions = re.findall(r"^    action: \"?(\w+)", _text(content / "log" / f"{topic}.yml"), re.MULTILINE)
        is_gone = is_piece and actions[-1:] == ["withdraw"]
        if "<!--shelf:" not in text and (is_gone or not is_piece):
            continue
        approved = approved_words(content / "editions" / topic) if is_piece else None
        if is_gone:
            yield f"{shown}: the log says that '{topic}' was withdrawn, and its words stand here"
        elif approved is None and (topic not in light or (content / "editions" / topic).exists()):
            yield f"{shown}: no edition of '{topic}' is signed by every role that it names"
        elif approved and (why := _difference(site, shown, text, *approved)):
            yield f"{shown}: {why}"


def _difference(site: Path, shown: str, text: str, number: int, approved: str) -> str:
    def picture(path: str) -> str:
        place = site / path.lstrip("/")
        inside = place.is_file() and place.resolve().is_relative_to(site.resolve())
        return hashlib.sha256(place.read_bytes()).hexdigest() if inside else "missing"

    try:
        words = page_words(text, f"/{shown.removesuffix('index.html')}", picture)
    except UnmarkedError as why:
        return str(why)
    return "" if words == approved else f"not the words of edition {number}; {first_difference(approved, words)}"


def first_difference(approved: str, shown: str) -> str:
    """The first line that is not the same, for people."""
    lines = zip_longest(approved.split("\n"), shown.split("\n"), fillvalue="")
    old, new = next(((a.strip(" |")[:80], b.strip(" |")[:80]) for a, b in lines if a != b), ("", ""))
    return f"approved: '{old or 'nothing'}', on the page: '{new or 'nothing'}'"


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
