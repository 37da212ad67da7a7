"""Files that are meant to keep a parser busy: the worst Markdown and YAML that a contributor could send.

The usual attack is a short sign repeated without end. Limits on lines and paragraphs stop most of these at once, so
each sign comes in several layouts, some of which stay just within every limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, repeat

from bench.corpus import DESK

from shelfready.markup.limits import MOST_BLOCK, MOST_LINES, MOST_SIGNS
from shelfready.parse.text import MOST_DRAFT_BYTES, MOST_LINE, MOST_RECORD_BYTES

__all__ = ["DESK_PATH", "DRAFT_PATH", "RECORD_PATH", "Hostile", "everything", "record", "texts"]

DESK_PATH, DRAFT_PATH, RECORD_PATH = "content/desk.yml", "content/drafts/worst.md", "content/topics/worst.yml"

_DRAFT_SIZE = (MOST_DRAFT_BYTES, MOST_LINES - 1)
_RECORD_SIZE = (MOST_RECORD_BYTES, MOST_RECORD_BYTES)
"""Bytes and lines of the largest file of a kind that is read at all."""
_COUNTED = "[*_`<!{"
"""Signs of which a paragraph may hold `MOST_SIGNS` each."""

Numbered = Callable[[int], str]
"""A number in, one line or more out."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """One bad file."""

    name: str
    """Which sign in which layout; with its size, enough to make it again."""
    path: str
    """Where in a project it is put."""
    data: bytes


def _signs(text: str) -> tuple[str, ...]:
    """The signs of a list; a space in a sign is written as ␣, a line end as ⏎."""
    return tuple(sign.replace("␣", " ").replace("⏎", "\n") for sign in text.split())


_MARKDOWN = (
    *_signs("""
    [ ] [] [[ [a [a]( [a](b)␣ [[a]] ![ ![]( ![a](b)␣ [^ [^1] [^1]: [a][b]␣ [a]:␣< ( () ((a) [a](<
    * ** *** *␣ *a␣ **a␣ ***a a*b *_ _ _␣ _a __a␣ a_b *a_b ~ = ^ ` `␣ ``a` `a`␣ ``` ``␣` > >␣ >␣>␣>␣>␣>␣>␣a
    - -␣ +␣ 1.␣ 1 -␣a ␣␣-␣a ␣␣␣␣-␣a # ##␣ ##␣a ###### | ||␣ |␣a␣ |- |␣a␣|␣b␣| a|b :- !!!␣note ???␣note
    < <a <a␣ </ </a> <! <!-- <!␣ <? <a@b <a␣href= <b> <br> <https://a.b>␣ <script>␣ & &# &amp; &#x41; \\ \\` \\[
    { } {a}␣ {joint}␣ {:␣ {{ {% {.a} {#a} --8<--␣ $ $$ @ : ; , . … " ' '" / // % %41 + = ~~~
    a aa␣ a␣ ä e\u0301 \u0301 漢 0 12␣ ␣ ␣␣␣ ⏎ ␣⏎ a␣␣⏎ a⏎=⏎ a⏎-⏎ ***⏎ ---⏎ --- a-b- a.b.c a.␣ A␣b.␣ https://a.b␣ a@b.c␣
    <https://[a>␣ [a](https://[)␣ TBD␣ TODO␣ ??? xxx␣ XXXX lorem␣ [TBD]␣ [insert␣ __␣ ... AKIA eyJ -----BEGIN␣
    """),
    *("\t", "\r", "\0", "\x02", "\x03", "\ufeff", "\u200b", "\u202e", "\u2028", "\u0085", "\u00a0", "\U0001f600"),
)
"""What something in Markdown or in a rule looks for."""

_PHRASES = (
    *_signs("""
    +1␣ +44␣20␣ 2027-05-20␣ 0␣0␣ 1, a,␣ PS3. PS3.15␣ :// https:// http://a www. www.a. mailto: x@ @a. 10. 10.0.0.1␣
    ::1␣ fd00: deadbeef␣ 0f 0F␣ ab: QUJD QUJD+/␣ QUJD== Bearer␣ password:␣ key=␣ token=a␣ ?key= ghp_ sk_ sk- a=a␣
    zoom.us/ MRN␣1␣ NHS␣000␣ PIN␣1␣ a.local␣ \\\\a DICOM␣ (DICOM)␣ A␣(AB)␣ AB␣ ABs␣ A.B.␣ e.g.␣ Mr.␣ Dr␣ a.A a!␣ a?␣ A!
    A␣sentence.␣ A␣sentence.⏎ ( ) ") '. a' 'a' “ ” “a”␣ ’ it's␣ —a – a–a a—a ₤ % 1% 100␣%␣ May␣1␣ ISO␣1
    secure␣ not␣ not␣a␣ is␣not␣ we␣ we␣take␣security␣ very␣ completely␣ no␣ all␣of␣ the␣ of␣the␣ and␣ in␣order␣to␣
    it␣is␣important␣ guarantee␣ guarantees␣a␣ never␣ fully␣ only␣if␣ is␣being␣ was␣used␣by␣ a-b␣ well-known␣
    state-of-the-art␣ cannot␣be␣
    """),
    "word " * 40,
    "A plain sentence that says one thing and stops. ",
    "A plain sentence of several words, with a comma or two, that goes on and on and does not stop ",
)
"""What something that reads sentences, numbers, names or secrets looks for."""

_MARKDOWN_LINES: dict[str, Numbered] = {
    "link definitions": lambda n: f"[{n}]: https://a.b/{n}",
    "links to definitions": lambda n: f"[a][{n}]\n\n[{n}]: b.md",
    "notes": lambda n: f"[^{n}]: a[^{n + 1}]",
    "note marks": lambda n: f"a[^{n}] b",
    "marks of one note": lambda n: "[^1]: a" if n == 0 else "a[^1] b[^1] c",
    "links to nowhere": lambda n: f"[a](no-{n}.md)",
    "long links": lambda n: f"[a]({'a' * 1900}{n}.md)",
    "the same link": lambda _: "[a](no.md)",
    "links to headings": lambda n: f"## a {n}\n\n[a](#a-{n})",
    "pictures": lambda n: f"![a](a{n}.png)",
    "headings": lambda n: f"## a {n}",
    "headings of all levels": lambda n: f"{'#' * (2 + n % 5)} a",
    "table rows": lambda n: "| --- | --- |" if n == 1 else f"| {n} | b |",
    "wide table rows": lambda n: f"|{' --- |' * 19}" if n == 1 else f"|{' a |' * 19}",
    "list levels": lambda n: f"{'    ' * (n % 6)}- a",
    "list items with paragraphs": lambda n: f"- a {n}\n\n    b",
    "quotes in lists": lambda n: f"{'    ' * (n % 5)}- > a",
    "lists in quotes": lambda n: f"{'> ' * (1 + n % 6)}- a",
    "fences": lambda n: f"{'`' * (3 + n % 1000)}\na",
    "fences of one length": lambda n: f"```a{n}",
    "code spans": lambda n: f"{'`' * (1 + n % 140)} a",
    "admonitions": lambda n: f'!!! note "a {n}"\n\n    a',
    "admonitions in admonitions": lambda n: f'{"    " * (n % 6)}!!! note "a"\n',
    "placeholders": lambda n: f"TBD {n} [insert name] ???",
    "raw elements": lambda n: f"<b{n}>a",
    "indented code": lambda n: f"    a {n}",
    "code before words": lambda n: "```" if n in (0, 1500) else "a b c d",
    "emphasis in emphasis": lambda _: "*a **b *c **d " * 10,
    "brackets in brackets": lambda _: "[" * 100 + "a" + "]" * 100,
    "links in links": lambda _: "[a " * 50 + "](b)" * 50,
}
"""A line or two for each number, of what counts up or nests."""

_YAML = (
    *_signs("""
    [ { ( {a:␣ -␣ ?␣ ?␣?␣ &a␣ *a␣ !a␣ !!a␣ ! [[ [{ {[ [a, {a, a:␣ a:␣b:␣ ' '' '''' " "" \\ \\x41 "\\u
    | |⏎ >⏎ >-⏎ # #␣ ␣# #⏎ % %a⏎ ---⏎ ---␣ ...⏎ <<:␣ @ ` , [, ␣ ␣⏎ ⏎ : :␣ ::⏎ -⏎ -␣a⏎ a:␣b⏎ ?␣a⏎ -␣-␣- ␣␣-␣a⏎ é = ~ a 0
    """),
    *("\t", "\r", "\0", "\ufeff", "\u2028", "\u0085", "\U0001f600"),
)
"""What something in YAML looks for."""

_YAML_LINES: dict[str, Numbered] = {
    "unknown keys": lambda n: f"k{n}: v",
    "unknown keys like ours": lambda n: f"statemen{n}: v",
    "unknown long keys": lambda n: f"{'status' * 50}{n}: v",
    "lists as keys": lambda n: f"[{n}]: v",
    "lists in lists": lambda n: f"k{n}: [[[[[[[[v]]]]]]]]",
    "deeper and deeper": lambda n: f"{' ' * n}a:",
    "the same key": lambda _: "title: a",
    "merge keys": lambda _: "<<: a",
    "folded text": lambda n: "note: >-" if n == 0 else "  word",
    "quoted escapes": lambda n: 'note: "' if n == 0 else "  \\x41\\u00e9",
    "a long plain value": lambda n: "note: a" if n == 0 else "  word",
    "a list": lambda n: f"- {n}",
    "comments": lambda n: f"# {n}",
}
"""A whole record, line by line."""

_GOOD_RECORD = {
    "title": "Worst input",
    "kind": "answer",
    "status": "published",
    "lead": "Bench Author",
    "owners": "[example]",
    "audiences": "[media]",
    "budget": "1000",
    "brief": "[a]",
    "statement": "A short answer.",
    "sources": '[{title: a, url: "https://a.example/", accessed: 2026-11-20}]',
    "review_by": "2027-11-01",
}

_VALUES: dict[str, tuple[str, Numbered]] = {
    "brief": ("brief", lambda n: f"  - a {n}"),
    "questions": ("also_asked", lambda n: f"  - a {n}?"),
    "one question": ("also_asked", lambda _: "  - a?"),
    "unknown owners": ("owners", lambda n: f"  - exampl{n}"),
    "one owner": ("owners", lambda _: "  - example"),
    "unknown audiences": ("audiences", lambda n: f"  - medi{n}"),
    "sources": ("sources", lambda n: f'  - {{title: a, url: "https://a.example/{n}", accessed: 2026-11-20}}'),
    "broken sources": ("sources", lambda n: f"  - {{titel: a, urll: {n}, acessed: x}}"),
    "a list in place of words": ("statement", lambda n: f"  - a {n}"),
    "a group in place of words": ("statement", lambda n: f"  a{n}: b"),
    **{
        f"a long {key}": (key, lambda n: "  >-" if n == 0 else "  [a](b) *c* TBD `d`")
        for key in ("title", "statement", "note", "kind", "status", "lead", "review_by", "budget", "responds_to")
    },
}
"""A good record with one key that holds these lines."""

_DESKS: dict[str, tuple[str, Numbered]] = {
    "marks": ("marks", lambda n: f"  a{n}: A {n}"),
    "marks alike": ("marks", lambda n: f"  a{'-a' * (n % 900)}: A"),
    "people": ("people", lambda n: f"  - {{name: A {n}, organisation: exampl, roles: [editor]}}"),
    "kinds": ("kinds", lambda n: f"  a{n}: {{label: A, budget: 900, floor: 300}}"),
    "audiences": ("audiences", lambda n: f"  a{n}: {{label: A}}"),
    "contacts": ("security", lambda n: "  contact:" if n == 0 else f"    - mailto:{'a@' * n}"),
}
"""A desk in which one key holds these lines."""


def everything(large: int) -> Iterator[Hostile]:
    """All bad files.

    Args:
        large: bytes of the files that are far beyond every limit.
    """
    for path, signs, size, lines in ((DRAFT_PATH, _MARKDOWN, *_DRAFT_SIZE), (RECORD_PATH, _YAML, *_RECORD_SIZE)):
        for sign in signs:
            yield _hostile(f"{sign!r}, one line", path, sign * (large // len(sign.encode())))
            for layout, parts in _layouts(sign):
                yield _hostile(f"{sign!r}, {layout}", path, _joined(parts, size, lines))
    for name, line in _MARKDOWN_LINES.items():
        for apart in ("", "\n"):
            text = _joined((f"{line(number)}\n{apart}" for number in count()), *_DRAFT_SIZE)
            yield _hostile(f"{name}{', apart' if apart else ''}", DRAFT_PATH, text)
    for name, line in _YAML_LINES.items():
        yield _hostile(name, RECORD_PATH, _grown("", line))
    for name, (key, line) in _VALUES.items():
        yield _hostile(name, RECORD_PATH, _grown(record(without=key) + f"{key}:\n", line))
    for name, (key, line) in _DESKS.items():
        rest = "".join(f"{part}\n" for part in DESK.splitlines() if not part.startswith(f"{key}:"))
        yield _hostile(f"desk with {name}", DESK_PATH, _grown(f"{rest}{key}:\n", line))


def texts(size: int) -> Iterator[tuple[str, str]]:
    """Name and text of so many characters for each sign, in one line and a paragraph each, and for what counts up."""
    for sign in (*_MARKDOWN, *_PHRASES):
        yield f"{sign!r}, one line", _cut(repeat(sign), size)
        yield f"{sign!r}, a paragraph each", _cut(repeat(f"{sign}\n\n"), size)
    for name, line in _MARKDOWN_LINES.items():
        yield name, _cut((f"{line(number)}\n" for number in count()), size)


def record(without: str = "") -> str:
    """A record that passes, or one that lacks a key."""
    return "".join(f"{key}: {value}\n" for key, value in _GOOD_RECORD.items() if key != without)


def _layouts(sign: str) -> Iterator[tuple[str, Iterable[str]]]:
    """A sign in all layouts, without end."""
    line = sign * (MOST_LINE // len(sign))
    counted = max(sign.count(mark) for mark in _COUNTED)
    if counted:
        group = MOST_SIGNS // counted
        paragraph = (sign * group)[:MOST_LINE]
    else:
        group = MOST_BLOCK // (len(sign) + 1) // 10
        paragraph = f"{line}\n" * (MOST_BLOCK // (MOST_LINE + 1))
    yield "one line without end", repeat(sign)
    yield "long lines", repeat(f"{line}\n")
    yield "paragraphs within limits", repeat(f"{paragraph}\n\n")
    yield "a line each", repeat(f"{sign}\n" * group + "\n")
    yield "a paragraph each", repeat(f"{sign}\n\n")


def _cut(parts: Iterable[str], size: int) -> str:
    kept: list[str] = []
    for part in parts:
        kept.append(part)
        size -= len(part)
        if size <= 0:
            break
    return "".join(kept)


def _joined(parts: Iterable[str], most_bytes: int, most_lines: int) -> str:
    """As many whole parts as make no more than these bytes and lines."""
    kept: list[str] = []
    for part in parts:
        most_bytes -= len(part.encode())
        most_lines -= part.count("\n")
        if most_bytes < 0 or most_lines < 0:
            break
        kept.append(part)
    return "".join(kept)


def _grown(start: str, line: Numbered) -> str:
    """The start and as many lines as a file of YAML may have."""
    return _joined(chain([start], (f"{line(number)}\n" for number in count())), *_RECORD_SIZE)


def _hostile(name: str, path: str, text: str) -> Hostile:
    data = text.encode()
    return Hostile(f"{name}, {len(data):,} bytes", path, data)
