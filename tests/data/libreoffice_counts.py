"""The word counter held against LibreOffice Writer: Markdown cases in, libreoffice-counts.json beside this file out.

    .venv/bin/python tests/data/libreoffice_counts.py            counts again and writes the file
    .venv/bin/python tests/data/libreoffice_counts.py --check    counts again and compares; exit status 1 if it differs

Each text is rendered as the checker renders it and becomes an OpenDocument text of the same structure: headings, lists,
tables and footnotes are Writer's own. One run of Writer saves them all, and the count is the one it saves with each
(meta:word-count). What the engine adds is left out of the document, as it is left out of our count.

Writer counts table cells, footnotes and link texts, as we do; footnote marks, addresses of links and alternative texts
of pictures it leaves out, as we do. It counts the bullet or number of a list item, and we do not.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple, TypedDict
from xml.sax.saxutils import escape, quoteattr

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from shelfready.markup.renderer import Renderer

__all__ = ["CASES", "FILE", "LABELS", "Case", "Count", "Record", "differences", "recorded", "without_additions"]

FILE = Path(__file__).with_name("libreoffice-counts.json")

MARKS = {"joint": "Both together"}
"""Owner marks that the cases may use."""

SIGN = "Writer counts a sign that stands alone between spaces; a word of ours holds a letter or a digit."
LABELS = "Writer counts the bullet or number of each item as a word; nobody wrote it as one."
WIDE_SIGN = "Writer counts each Japanese or Chinese punctuation mark; we count the characters alone."


class Case(NamedTuple):
    """One text; `why` says why we count it otherwise than Writer, and is empty if we do not."""

    name: str
    markdown: str
    why: str = ""


class Count(TypedDict):
    """One text with both counts."""

    name: str
    markdown: str
    libreoffice: int
    shelfready: int
    why: str


class Record(TypedDict):
    """What the file holds."""

    version: str
    cases: list[Count]


CASES = (
    # Hyphens and dashes
    Case("a hyphen joins", "A well-known, state-of-the-art cipher suite"),
    Case("a hanging hyphen belongs to its word", "Pre- and post-quantum keys"),
    Case("a non-breaking hyphen joins", "TLS 1.3 with X\u2011Wing"),
    Case("a lone hyphen", "Keys expire - and nobody notices", SIGN),
    Case("a tight em dash splits", "Keys—and certificates—expire"),
    Case("a spaced em dash is no word", "Keys — and certificates — expire"),
    Case("a tight en dash splits", "The London–Berlin line"),
    Case("a spaced en dash is no word", "Keys – and certificates – expire"),
    Case("an en dash between years splits", "In 2020–2026 we changed 10–12 suites"),
    Case("an em dash at the end of a line is no word", "What we found —\nand what we did"),
    Case("dashes of other lengths join", "555‒0100 and this―that and −5"),
    Case("a tight double hyphen splits", "Keys--and certificates--expire"),
    Case("a tight triple hyphen splits", "Keys---and certificates---expire"),
    Case("a spaced double hyphen", "Keys -- and certificates", SIGN),
    Case("a spaced triple hyphen", "Keys --- and certificates", SIGN),
    Case(
        "a command with a long option",
        "Run `backup --dry-run` first",
        "Writer counts the two hyphens of an option as a word of their own; we count the option once.",
    ),
    # Numbers
    Case("thousands and decimals are one word", "It cost 1,234.56 or 1.234,56 in all"),
    Case("a time of day is one word", "From 10:30 to 24:00, 24/7"),
    Case("a date is one word", "On 2026-11-21 or 21/11/2026 or 21.11.2026"),
    Case("a version is one word", "Use v1.2.3 or 4.0.0-rc.1"),
    Case("a tight percent sign is part of the number", "About 50% of keys"),
    Case("a spaced percent sign", "About 50 % of keys", SIGN),
    Case("tight currency signs are part of the number", "Some $5 or €5 or 5€"),
    Case("a spaced currency sign", "Some 5 € more", SIGN),
    Case("a telephone number counts by its groups", "Call +1 555 0100"),
    Case("a unit is a word", "A key of 3.5 kB and 256 bits"),
    Case("fractions and ordinals are words", "The 1st ½ of it"),
    Case("a number sign is part of its word", "See #42 and C# and C++"),
    Case("a section sign between spaces", "See § 5", SIGN),
    Case("a multiplication sign between spaces", "Two 2 × 3 grids", SIGN),
    Case(
        "a raised digit",
        "An area of 5 m²",
        "Writer begins a new word at a raised digit; we count on to the next space.",
    ),
    # Addresses and identifiers
    Case("an address as text is one word", "See https://status.example.org/a/b-c?d=e&f=g#h for more"),
    Case("an address in angle brackets is one word", "See <https://status.example.org/a/b> for more"),
    Case("a mail address is one word", "Write to press.desk@status.example.org today"),
    Case("a mail address in angle brackets is one word", "Write to <press@status.example.org> today"),
    Case("a path is one word", "The file /etc/ssl/openssl.cnf holds it"),
    Case("an identifier is one word", "Set TLS_AES_128_GCM_SHA256 and max_age=300;secure"),
    # Inline markup
    Case("a link counts by its text", 'Read [the full report](https://example.org/a-b "Its title") now'),
    Case("a reference link counts by its text", "Read [the full report][1] now\n\n[1]: https://example.org/a-b"),
    Case("emphasis inside a word does not split it", "The **bo**ld and the *un*even"),
    Case("emphasis and its punctuation are one word", "**Never**, *ever*, ***really***!"),
    Case("inline code counts", "Run `openssl s_client` with `-connect`"),
    Case("code inside a word does not split it", "Two `key`s"),
    Case("a line break splits", "First line  \nsecond line"),
    Case("a line end in a paragraph splits", "First line\nsecond line"),
    Case("an escaped sign is itself", "A \\*star\\* and an under\\_score"),
    Case("an entity is its character", "Fish &amp;chips, caf&eacute; &lt;tag&gt;"),
    Case("the alternative text of a picture is not counted", "A ![padlock on a door](lock.png) picture"),
    Case("a picture inside a word does not split it", "one![padlock](lock.png)two"),
    Case("an owner mark counts by its label", "Rotate the keys {joint}"),
    # Blocks
    Case("headings count", "# How exposed are we?\n\n## In short\n\nNot much.\n\n### In detail\n\nSee below."),
    Case("an underlined heading counts", "How exposed are we?\n===\n\nNot much."),
    Case(
        "a table counts by its cells", "| Key | Use |\n|---|---|\n| RSA 2048 | until 2030 |\n| ML-KEM | from now on |"
    ),
    Case(
        "a table has markup and empty cells",
        "Before.\n\n| Key | |\n|:-:|--:|\n| **R**SA | `a b` |\n| | [x y](z.md) |\n\nAfter.",
    ),
    Case("a block quote counts", "They said:\n\n> Look from outside.\n> Then look again.\n>\n> > And again."),
    Case("a footnote counts once", "The keys[^a] are old.\n\n[^a]: Made in 2020, as far as we know."),
    Case("a footnote mark inside a word does not split it", "Key[^a]ring\n\n[^a]: Old."),
    Case("a footnote with two marks counts once", "Keys[^a] and locks[^a].\n\n[^a]: Both are old."),
    Case(
        "a footnote has several paragraphs and markup",
        "Keys[^a] and locks[^b].\n\n[^a]: The *first* note.\n\n    Its `second` paragraph.\n\n[^b]: Another.",
    ),
    Case("a footnote in a table counts", "| Key[^a] | Use |\n|---|---|\n| RSA | old |\n\n[^a]: A note on keys."),
    Case("a written admonition title counts", '!!! warning "Act by March"\n    The old keys expire.'),
    Case("a made-up admonition title does not count", "!!! warning\n    The old keys expire."),
    Case(
        "an admonition without a title counts by its text", '!!! note ""\n    The old keys expire.\n\n    All of them.'
    ),
    Case("fenced code does not count", "Before.\n\n```python\nprint('not a word')\n```\n\nAfter."),
    Case("indented code does not count", "Before.\n\n    not a word\n\nAfter."),
    Case("raw HTML counts as the words it shows", "Some <b>bold</b> text<br>and <more>"),
    Case("a bulleted list", "We will:\n\n- rotate the keys\n- tell everyone\n- report back", LABELS),
    Case("a numbered list", "1. Rotate the keys\n2. Tell everyone", LABELS),
    Case("a nested list", "- Keys\n    - RSA keys\n    - EC keys\n- Locks\n    1. Old locks\n", LABELS),
    Case(
        "a list of paragraphs", "1. Rotate the keys.\n\n    All of them.\n\n2. Tell everyone.\n\n    > Now.\n", LABELS
    ),
    # Quotation marks, apostrophes, ellipses, slashes
    Case("an apostrophe joins", "It's the hospital's, don’t say it isn’t"),
    Case("quotation marks belong to their words", "“Look” he said, ‘from outside’, \"now\" and 'then'"),
    Case("German quotation marks belong to their words", "„Schlüssel“ und ‚Schloss‘ und »Tür«"),
    Case("French quotation marks stand alone", "Il dit « oui » et part", SIGN),
    Case("a dash between quotation marks splits", "“Keys”—“certificates”"),
    Case("brackets belong to their words", "Keys (all of them) and locks [some] {few}"),
    Case("a tight ellipsis joins", "Wait…what and wait...what"),
    Case("an ellipsis at the end belongs to its word", "Wait… and so on..."),
    Case("an ellipsis between spaces", "Wait … what", SIGN),
    Case("a slash joins", "Keys and/or locks, input/output"),
    Case("a slash between spaces", "Keys / locks", SIGN),
    Case("points, commas and colons without a space join", "e.g. i.e. U.S. a,b c:d e;f"),
    # Signs between spaces
    Case("a tight ampersand joins", "R&D and Q&A"),
    Case("an ampersand between spaces", "Questions & answers", SIGN),
    Case("a plus sign between spaces", "Keys + locks", SIGN),
    Case("a bullet between spaces", "Keys • locks", SIGN),
    Case("a middle dot joins", "Keys·locks"),
    Case("an arrow between spaces", "Keys → locks", SIGN),
    Case("an emoji between spaces", "All done 🎉 today", SIGN),
    Case("an emoji of several characters", "All done 👩🏽‍💻 today", SIGN),
    Case("a tight emoji belongs to its word", "All done🎉 today"),
    Case("boxes of a task list", "Done: [x]\n\nOpen: [ ]", SIGN),
    # White space
    Case("a no-break space splits", "About 1\u00a0234\u00a0keys"),
    Case("a narrow no-break space splits", "About 1\u202f234 keys"),
    Case("spaces in a row are one", "Keys    and \t locks"),
    Case("an ideographic space splits", "Keys\u3000and\u3000locks"),
    Case("a soft hyphen joins", "The data\u00adbase"),
    # Languages
    Case("German", "Die Prüfung der Schlüssel dauert länger als üblich – größtenteils wegen Öffnungszeiten."),
    Case("French", "L’hôpital a-t-il changé ses clés aujourd’hui, oui ou non?"),
    Case("decomposed letters", "Die Pru\u0308fung der Schlu\u0308ssel"),
    Case("Greek", "Τα κλειδιά λήγουν, και κανείς δεν το βλέπει."),
    Case("Russian", "Ключи устаревают, и никто этого не замечает."),
    Case("Hebrew", "המפתחות פגים, ואיש אינו רואה"),
    Case("Arabic", "تنتهي المفاتيح ولا يلاحظ أحد"),
    Case("Hindi", "कुंजियाँ समाप्त हो जाती हैं"),
    Case("Japanese without punctuation", "鍵の有効期限が切れます"),
    Case("Japanese with long vowels and repeated signs", "サーバーの時々の更新〇一"),
    Case("Japanese in half-width kana", "ﾃﾞｰﾀの鍵"),
    Case("Japanese with punctuation", "今日は、「鍵」の話です。", WIDE_SIGN),
    Case("Japanese with a middle dot", "データ・センター", WIDE_SIGN),
    Case("Japanese and Latin without a space", "TLSの鍵は2026年まで有効"),
    Case("Japanese and Latin with spaces and marks", "**TLS** の鍵は `RSA` と ML-KEM を使う"),
    Case(
        "Japanese with full-width Latin letters",
        "ＴＬＳの鍵",
        "Writer counts each full-width letter; to us they are the Latin word that they spell.",
    ),
    Case("Chinese without punctuation", "密钥已经过期"),
    Case("Chinese in traditional characters", "金鑰已經過期"),
    Case("rare Chinese characters", "𠮷野家㐂"),
    Case("Chinese with punctuation", "你好，密钥已经过期。", WIDE_SIGN),
    Case("Chinese and Latin", "使用 TLS 1.3 和 ML-KEM 密钥"),
    Case(
        "Korean",
        "키가 곧 만료됩니다 TLS",
        "Writer counts each syllable; Korean has spaces, and we count what stands between them.",
    ),
    Case(
        "Thai",
        "กุญแจหมดอายุ",
        "Writer counts each letter; Thai has no spaces between words, and without a dictionary we see one run.",
    ),
    # All together
    Case("no text at all", ""),
    Case(
        "a whole piece",
        "## In short\n\nWe changed **all** keys—every one—by [March](https://example.org)[^a].\n\n"
        "| Key | Until |\n|---|---|\n| RSA-2048 | 2026–2027 |\n\n"
        '!!! note "What you do"\n    Nothing.\n\n> “Well done,” they said.\n\n'
        "```\nopenssl version\n```\n\n## In detail\n\nSee `keys.yml`…\n\n[^a]: Of 2026, i.e. now.",
    ),
)


def without_additions(html: str) -> HtmlElement:
    """The tree of a rendered text without what its author did not write for readers to read, footnote marks excepted.

    That is: fenced code, permalinks, links back from footnotes, and titles that the engine made up.
    """
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in list(root.iter("pre", "a", "p")):
        added = {"headerlink", "footnote-backref", "shelfready-made-up"} & set(element.get("class", "").split())
        if element.tag == "pre" or added:
            element.drop_tree()
    return root


BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li div blockquote table hr".split())  # noqa: SIM905
LISTS = {"ul": "Bullets", "ol": "Numbers"}
STYLES = {"em": "Emphasis", "strong": "Strong", "code": "Code"}
NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


class Body:
    """The body of an OpenDocument text, written from rendered HTML."""

    def __init__(self, html: str) -> None:
        self.root = without_additions(html)
        self.notes: dict[str, HtmlElement] = {}
        for notes in list(self.root.iterfind("div[@class='footnote']")):
            self.notes.update({f"#{note.get('id')}": note for note in notes.iter("li")})
            notes.drop_tree()

    def __str__(self) -> str:
        return self.blocks(self.root)

    def blocks(self, element: HtmlElement, style: str = "Standard") -> str:
        """What stands inside an element, as blocks; bare text becomes paragraphs."""
        blocks, line = [], [escape(element.text or "")]
        for child in element:
            if child.tag in BLOCKS:
                blocks += [_paragraph("".join(line), style), self.block(child, style)]
                line = []
            else:
                line.append(self.piece(child))
            line.append(escape(child.tail or ""))
        return "".join([*blocks, _paragraph("".join(line), style)])

    def block(self, element: HtmlElement, style: str) -> str:
        """One block with what is in it."""
        tag = str(element.tag)
        if tag in LISTS:
            items = "".join(f"<text:list-item>{self.blocks(item, style)}</text:list-item>" for item in element)
            return f'<text:list text:style-name="{LISTS[tag]}">{items}</text:list>'
        if tag == "table":
            return self.table(element)
        if tag == "blockquote":
            return self.blocks(element, "Quotations")
        if tag == "div":
            return f'<text:section text:name="Admonition">{self.blocks(element, style)}</text:section>'
        if tag[0] == "h" and tag[1].isdigit():
            return f'<text:h text:outline-level="{tag[1]}">{self.inline(element)}</text:h>'
        return self.blocks(element, style)

    def table(self, element: HtmlElement) -> str:
        """A table with its rows of headings."""
        parts = {"thead": "", "tbody": ""}
        for row in element.iter("tr"):
            cells = (f"<text:p>{self.inline(cell)}</text:p>" for cell in row)
            cells = (f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
            parts[row.getparent().tag] += f"<table:table-row>{''.join(cells)}</table:table-row>"
        columns = f'<table:table-column table:number-columns-repeated="{len(next(element.iter("tr")))}"/>'
        headings = f"<table:table-header-rows>{parts['thead']}</table:table-header-rows>"
        return f"<table:table>{columns}{headings}{parts['tbody']}</table:table>"

    def inline(self, element: HtmlElement) -> str:
        """What stands inside an element, all in one line."""
        pieces = [self.piece(child) + escape(child.tail or "") for child in element]
        return "".join([escape(element.text or ""), *pieces])

    def piece(self, element: HtmlElement) -> str:
        """One element within a line; a footnote stands at its first mark."""
        tag = str(element.tag)
        if tag == "br":
            return "<text:line-break/>"
        if tag == "img":
            image = f"<draw:image><office:binary-data>{PIXEL}</office:binary-data></draw:image>"
            text = f"<svg:desc>{escape(element.get('alt', ''))}</svg:desc>"
            return f'<draw:frame text:anchor-type="as-char">{image}{text}</draw:frame>'
        if tag == "sup":
            return self.note(element)
        if tag == "a":
            return f'<text:a xlink:type="simple" xlink:href={quoteattr(element.get("href"))}>{self.inline(element)}</text:a>'
        return f'<text:span text:style-name="{STYLES.get(tag, "Mark")}">{self.inline(element)}</text:span>'

    def note(self, mark: HtmlElement) -> str:
        """The footnote of a mark, or nothing if an earlier mark has brought it in."""
        note = self.notes.pop(mark[0].get("href"), None)
        if note is None:
            return ""
        citation = f"<text:note-citation>{mark.text_content()}</text:note-citation>"
        body = f"<text:note-body>{self.blocks(note, 'Footnote')}</text:note-body>"
        return f'<text:note text:note-class="footnote">{citation}{body}</text:note>'


def _paragraph(line: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{line.strip()}</text:p>' if line.strip() else ""


def _styles() -> str:
    """The languages of the text, its styles, and lists with bullets and numbers."""
    languages = 'fo:language="en" fo:country="US" style:language-asian="ja" style:country-asian="JP"'
    default = (
        f'<style:default-style style:family="paragraph"><style:text-properties {languages}/></style:default-style>'
    )
    paragraphs = [
        f'<style:style style:name="{n}" style:family="paragraph"/>' for n in ("Standard", "Quotations", "Footnote")
    ]
    texts = [f'<style:style style:name="{name}" style:family="text"/>' for name in (*STYLES.values(), "Mark")]
    bullets = [f'<text:list-level-style-bullet text:level="{n}" text:bullet-char="•"/>' for n in range(1, 11)]
    numbers = [
        f'<text:list-level-style-number text:level="{n}" style:num-format="1" style:num-suffix="."/>'
        for n in range(1, 11)
    ]
    lists = [
        f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'
        for name, levels in zip(LISTS.values(), (bullets, numbers), strict=True)
    ]
    return "".join([default, *paragraphs, *texts, *lists])


def document(html: str) -> str:
    """A rendered text as an OpenDocument text in one file."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    kind = 'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"'
    body = f"<office:body><office:text>{Body(html)}</office:text></office:body>"
    start = '<?xml version="1.0" encoding="UTF-8"?>'  # without it Writer reads the file as plain text
    return f"{start}<office:document {names} {kind}><office:styles>{_styles()}</office:styles>{body}</office:document>"


def counted() -> Record:
    """All cases, counted by Writer and by us."""
    renderer = Renderer(MARKS)
    version, numbers = _saved_by_writer([document(renderer.html(case.markdown)) for case in CASES])
    cases = [
        Count(
            name=case.name,
            markdown=case.markdown,
            libreoffice=number,
            shelfready=renderer.prose(case.name, case.markdown).words,
            why=case.why,
        )
        for case, number in zip(CASES, numbers, strict=True)
    ]
    return Record(version=version, cases=cases)


def _saved_by_writer(documents: list[str]) -> tuple[str, list[int]]:
    """The version of Writer, and the number of words that it saves with each document."""
    if shutil.which("soffice") is None:
        sys.exit("LibreOffice Writer is needed: install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = [f"{number:03}" for number in range(len(documents))]
        for file, text in zip(names, documents, strict=True):
            (folder / f"{file}.fodt").write_text(text, encoding="utf-8")
        # A profile of its own, so that nobody's settings or running LibreOffice have a say in it.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "odt", "--outdir", "odt"]
        files = [f"{file}.fodt" for file in names]
        subprocess.run(["soffice", profile, *options, *files], cwd=folder, check=True, capture_output=True, timeout=600)
        saved = [_statistics(folder / "odt" / f"{file}.odt") for file in names]
    return saved[0][0], [number for _, number in saved]


def _statistics(file: Path) -> tuple[str, int]:
    """Version and word count from the properties of one document."""
    with zipfile.ZipFile(file) as archive:
        properties = etree.fromstring(archive.read("meta.xml"))
    generator = properties.findtext(".//meta:generator", namespaces=NAMESPACES) or ""
    statistic = properties.find(".//meta:document-statistic", namespaces=NAMESPACES)
    assert statistic is not None, "Writer saves statistics with every document"
    return generator.partition("$")[0].replace("/", " "), int(statistic.attrib[f"{{{NAMESPACES['meta']}}}word-count"])


def unexplained(record: Record) -> list[str]:
    """Cases that differ without a reason, or give one although they agree."""
    return [
        f"{case['name']}: LibreOffice {case['libreoffice']}, Shelfready {case['shelfready']}, why: {case['why'] or '-'}"
        for case in record["cases"]
        if (case["libreoffice"] == case["shelfready"]) == bool(case["why"])
    ]


def recorded() -> Record:
    """What the file holds now."""
    record: Record = json.loads(FILE.read_text(encoding="utf-8"))
    return record


def differences() -> list[str]:
    """How the file differs from what the installed LibreOffice and the counter say, a line each."""
    old, new = recorded(), counted()
    before, after = ({case["name"]: case for case in record["cases"]} for record in (old, new))
    lines = [
        f"{name}: recorded {before.get(name)}, now {after.get(name)} ({old['version']}, {new['version']})"
        for name in [*before, *(name for name in after if name not in before)]
        if before.get(name) != after.get(name)
    ]
    return lines + unexplained(new)


def main(arguments: list[str]) -> int:
    """Write the file, or compare with `--check`."""
    if arguments == ["--check"]:
        lines = differences()
    elif arguments:
        lines = [f"unknown: {' '.join(arguments)}; the one option is --check"]
    else:
        record = counted()
        FILE.write_text(json.dumps(record, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        lines = unexplained(record)
    print("\n".join([*lines, f"{len(lines)} to look at" if lines else f"{len(CASES)} cases, nothing to look at"]))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
