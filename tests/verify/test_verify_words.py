"""The words of a page are those that were signed: every change that a reader could see is noticed, and no other."""

from __future__ import annotations

import html
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from drawing import added, parsed, raw, written
from freezing import SIGNING, signed, submitted
from running import ROOT
from shelfready.parse.editions import histories
from shelfready.parse.prose import html_of
from shelfready.rules import editions, loading, notation, record, signoffs
from shelfready.verify_words import UnmarkedError, page_words
from shelfready.wording import remade, topic_words

PIECE = """\
Look from *outside*.[^1] Read [the other](other.md#part), or <https://docs.example.org/a?b=1&c=2>.

## Ports & doors

- one
- two `a < b`

    - two and a half

3. third

| Door | Open |
| --- | --- |
| 104 | no |

!!! warning "Only yours"

    Ask first.

![A door](images/door.png)

```
x  = 1
```

[^1]: As the **Standard** says.
"""
RECORD = added(
    SIGNING["content/topics/piece.yml"],
    "kind: signed\nstatus: review\nlead: Example Author\nstatement: Look from outside, not inside.\nreview_by: 2027-05-20\n"
    "sources: [{title: A & B, url: 'https://a.example/x?a=1&b=2', accessed: 2026-11-20}]\n",
)
FILES: dict[str, str | bytes] = {
    **SIGNING,
    "content/topics/piece.yml": RECORD,
    "content/drafts/piece.md": PIECE,
    "content/drafts/images/door.png": b"\x89PNG\r\n\x1a\ndoor",
}


FOLDER = "content/editions/piece/1/"


def page(body: str = "", *, title: str = "How exposed are we?", around: str = "{}") -> str:
    """A page as the engine builds it."""
    return around.format(
        f"<article><!--shelf:title--><h1>{title}</h1><!--/shelf:title--><p>Furniture.</p>"
        f"<!--shelf:statement--><p>Look.</p><!--/shelf:statement--><div><!--shelf:words-->{body}<!--/shelf:words--></div>"
        "<!--shelf:sources--><ol><li><a href='https://a.example/'>A</a></li></ol><!--/shelf:sources--></article>"
    )


def words_of(text: str) -> str:
    """The reader's words of a page at /answers/piece/."""
    return page_words(text, "/answers/piece/", lambda path: f"sha of {path}")


BODY = (
    '<h2 id="a">Head<a class="headerlink" href="#a" title="Link to this section">¶</a></h2>'
    '<p>Look <em>here</em> and <a href="../other/">there</a>.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
    '<ul><li>one</li><li>two</li></ul><p><img alt="A door" src="../images/door.png" /></p><pre><code>x  y\n  z</code></pre>'
    '<div class="footnote"><ol><li id="fn:1"><p>As A says. <a class="footnote-backref" href="#fnref:1" '
    'title="Back to the text, note 1">↩</a></p></li><li id="fn:2"><p>As B says.</p></li></ol></div>'
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Look <em>", "Look  \n\t<em>", id="words wrapped in another way"),
        pytest.param("</p><ul>", "</p>\r\n\r\n<ul>", id="other line ends between blocks"),
        pytest.param('<h2 id="a">', '<h2 id="b">', id="another name of a section"),
        pytest.param("<em>here</em>", "<strong>here</strong>", id="another kind of stress"),
        pytest.param('"#a"', '"#b"', id="another name in a permalink"),
        pytest.param("¶", "&para;", id="a permalink drawn otherwise"),
        pytest.param("Look", "Look&#32;&#x20;", id="blanks written as numbers"),
        pytest.param("../other/", "/answers/other/", id="the same address written in full"),
        pytest.param("Look", "&#76;ook", id="a letter written as a number"),
        pytest.param("</p><ul>", "</p><!-- a remark --><ul>", id="a comment"),
    ],
)
def test_what_readers_do_not_see_changes_nothing(old: str, new: str) -> None:
    assert old in BODY
    assert words_of(page(BODY.replace(old, new))) == words_of(page(BODY))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Look", "Loоk", id="a letter of another alphabet"),
        pytest.param("Look", "Lo\u200bok", id="an invisible character"),
        pytest.param("one</li><li>two", "two</li><li>one", id="two items exchanged"),
        pytest.param("<li>two</li></ul>", "<li>one<ul><li>two</li></ul></li></ul>", id="an item indented"),
        pytest.param("../other/", "/\\evil.example/../answers/other/", id="a link with a backslash for a slash"),
        pytest.param("../other/", " https://evil.example/../../../other/", id="a link that begins with a blank"),
        pytest.param("../images/", "https://evil.example/../answers/images/", id="a picture of another host"),
        pytest.param("door.png", "door.png?x", id="a picture with a question behind it"),
        pytest.param("<p>Look", '<p title="No longer true">Look', id="words that show under a pointer"),
        pytest.param("<em>", '<em class="footnote">', id="a class of blocks inside a line"),
        pytest.param("¶", "¶104", id="a number behind a permalink"),
        pytest.param("<p>Look", '<a href="https://evil.example/"><p>Look', id="a paragraph inside a link"),
        pytest.param("</p><ul>", "</p><p>More.</p><ul>", id="a paragraph added"),
        pytest.param("<p>Look", '<p style="display:none">Look', id="a paragraph hidden by style"),
        pytest.param("<p>Look", "<p hidden>Look", id="a paragraph hidden by its attribute"),
        pytest.param("<p>Look", '<p class="md-banner">Look', id="a paragraph with a class of the theme"),
        pytest.param("../other/", "../another/", id="a link that leads elsewhere"),
        pytest.param("../other/", "https://other.example/", id="a link that leaves the site"),
        pytest.param("A door", "A gate", id="another text for a picture"),
        pytest.param("door.png", "gate.png", id="another picture"),
        pytest.param("h2", "h3", id="a heading of another level"),
        pytest.param("x  y", "x y", id="a blank in code"),
        pytest.param("¶", "¶ not", id="words in a permalink"),
        pytest.param("Link to this section", "No longer true", id="words that show over a permalink"),
        pytest.param("Back to the text, note 1", "No longer true", id="words that show over a back-link"),
        pytest.param('class="footnote-ref"', 'class="footnote-ref" title="No longer true"', id="words over a mark"),
        pytest.param('href="#fn:1"', 'href="#fn:2"', id="a mark that leads to another note"),
        pytest.param('href="#fn:1"', 'href="#a"', id="a mark that leads to a heading"),
        pytest.param('<li id="fn:1">', '<li id="fn:2">', id="notes whose names are exchanged"),
        pytest.param('href="#a"', 'href="https://evil.example/"', id="a permalink that leads elsewhere"),
        pytest.param('href="#fn:1">1<', 'href="#fn:1">2<', id="a mark of another note"),
        pytest.param("<a href", '<a onclick="x()" href', id="a link that runs something"),
        pytest.param("</p><ul>", "</p><style>p{display:none}</style><ul>", id="a style sheet among the words"),
        pytest.param("<em>here</em>", "<del>here</del>", id="words struck out"),
        pytest.param(
            '<a href="../other/">there</a>', "[there](&lt;/answers/other/&gt;)", id="a link spelt out as text"
        ),
    ],
)
def test_what_readers_see_changes_the_words(old: str, new: str) -> None:
    assert old in BODY
    changed = BODY.replace(old, new) if old == "h2" else BODY.replace(old, new, 1)
    changed = changed.replace("</sup></p>", "</sup></p></a>") if '<a href="https://evil' in new else changed
    assert words_of(page(changed)) != words_of(page(BODY))


READ_IN_SEVERAL_WAYS = {
    "a comment that ends at once": ("<p>Look", "<!--><p>Trust us.</p><!-- --><p>Look"),
    "a comment that ends with an exclamation mark": ("<p>Look", "<!-- --!><p>Trust us.</p><!-- --><p>Look"),
    "a comment with two hyphens": ("<ul>", "<!-- -- ><ul>"),
    "a section that only XML has": ("<p>Look", "<![CDATA[><p>Trust us.</p>]]><p>Look"),
    "an end with an attribute": ("<ul>", '</em title="><ul>">'),
    "a link that never ends": ("<p>Look", '<p><a href="https://evil.example/">Look'),
    "a permalink that never ends": ("<p>Look", '<p><a class="headerlink" href="#a">Look'),
    "two addresses of one link": ('<a href="../other/"', '<a href="https://evil.example/" href="../other/"'),
    "two addresses of one picture": ('src="', 'src="https://evil.example/x.png" src="'),
    "an attribute behind a slash": ("<article>", "<div/hidden><article>"),
    "an attribute behind a quotation mark": ("<article>", '<div class="x"hidden><article>'),
    "a lone quotation mark": ("<article>", '<p a"><div hidden><p b="><article>'),
    "an element that looks like a style sheet": ("<article>", "<style-x><div hidden></style><article>"),
    "a script within a script": ("<article>", "<script><!--<script></script><article>"),
    "a drawing within a drawing": ("<article>", "<svg><desc><svg></svg><article>"),
    "a template within a template": ("<article>", "<template><template></template><article>"),
    "an end of something else": ("<article>", "<div hidden></section><article>"),
    "an element that is not closed": ("<article>", "<p><div hidden></p></div><article>"),
    "a second body that is hidden": ("<article>", "<body hidden></body><article>"),
    "text without end": ("<article>", "<plaintext><article>"),
    "another base of all addresses": ("<article>", '<base href="https://evil.example/"><article>'),
    "a way to another page": (
        "<article>",
        '<meta http-equiv="refresh" content="0;url=https://evil.example/"><article>',
    ),
    "another set of characters": ("<article>", '<meta charset="shift_jis"><article>'),
    "a sign that nobody sees": ("Look", "Lo\x1fok"),
    "a sign that nobody sees, as a number": ("Look", "Lo&#16;ok"),
    "the same in another way of counting": ("Look", "Lo&#X1f;ok"),
}
"""What programs take for the approved words, and browsers for something else."""


@pytest.mark.parametrize("name", READ_IN_SEVERAL_WAYS)
def test_what_browsers_may_read_otherwise_is_refused(name: str) -> None:
    old, new = READ_IN_SEVERAL_WAYS[name]
    assert old in page(BODY)
    with pytest.raises(UnmarkedError, match="several ways"):
        words_of(page(BODY).replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("<article>", "<!doctype html><!-- a - remark --><article>", id="a remark"),
        pytest.param("<article>", '<meta charset="utf-8"><meta name="viewport" content="x"><article>', id="settings"),
        pytest.param("<article>", "<script>if (1 < 2) { x('</p>') }</script><article>", id="a script"),
        pytest.param("<article>", "<svg><path d='M0 0'/><g><circle/></g></svg><article>", id="a drawing"),
        pytest.param("<article>", "<style>p > a { color: red }</style><article>", id="a style sheet"),
        pytest.param("<article>", "<p title=short>x</p><br/><article>", id="an attribute without quotation marks"),
        pytest.param("<article>", "<DIV CLASS='a'></DIV ><article>", id="capitals and blanks"),
    ],
)
def test_what_every_browser_reads_alike_is_fine(old: str, new: str) -> None:
    assert words_of(page(BODY).replace(old, new, 1)) == words_of(page(BODY))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(BODY, around="<div hidden>{}</div>"), id="inside something hidden"),
        pytest.param(page(BODY, around='<div style="display:none">{}</div>'), id="inside something with a style"),
        pytest.param(page(BODY, around="<template>{}</template>"), id="inside a template"),
        pytest.param(page(BODY, around="<div popover>{}</div>"), id="inside something that opens later"),
        pytest.param(page(BODY, around="<canvas>{}</canvas>"), id="inside what browsers draw in place of words"),
        pytest.param(page(BODY, around="<datalist>{}</datalist>"), id="inside a list of suggestions"),
        pytest.param(page(BODY, around="<noscript>{}</noscript>"), id="for readers without script alone"),
        pytest.param(page(BODY, around="<details><div>{}</div></details>"), id="inside something folded"),
        pytest.param(page(BODY, around="<script>/* {} */</script>"), id="inside a script"),
        pytest.param(
            page(BODY, around="<p title='{}'>").replace("href='https://a.example/'", ""), id="inside an attribute"
        ),
        pytest.param(page(BODY) + page("<p>Other.</p>"), id="twice"),
        pytest.param(page(BODY).replace("<!--shelf:sources-->", ""), id="without a beginning"),
        pytest.param(page(BODY).replace("<!--/shelf:title-->", ""), id="without an end"),
        pytest.param("<p>Nothing.</p>", id="not at all"),
    ],
)
def test_words_must_stand_there_once_and_in_plain_sight(text: str) -> None:
    with pytest.raises(UnmarkedError):
        words_of(text)


@pytest.mark.parametrize(
    "around",
    [
        pytest.param("<input hidden>{}", id="an empty element that is hidden"),
        pytest.param("<div hidden><div>x</div></div>{}", id="something hidden before it"),
        pytest.param("<script>'<div hidden>'</script>{}", id="a script that speaks of something hidden"),
        pytest.param("<!-- div hidden -->{}", id="a comment that speaks of it"),
        pytest.param("<p title='<div hidden>'></p>{}", id="an attribute that speaks of it"),
        pytest.param("{}<div hidden>x</div>", id="something hidden behind it"),
    ],
)
def test_what_is_hidden_elsewhere_does_not_matter(around: str) -> None:
    assert words_of(page(BODY, around=around)) == words_of(page(BODY))


@pytest.fixture
def edition() -> dict[str, str | bytes]:
    """A project with a signed edition of a piece that has everything."""
    files: dict[str, str | bytes] = {**FILES, **submitted(FILES, "piece")}
    files["content/editions/piece/1/door.png"] = FILES["content/drafts/images/door.png"]
    return {**files, **signed(files, "content/editions/piece/1/signoff-desk-counsel.yml")}


def test_an_edition_is_made_again_from_its_source(edition: dict[str, str | bytes]) -> None:
    library = parsed(edition)
    frozen = library.history("piece").editions[0]
    assert remade(library, frozen) == frozen.record.words == topic_words(library, library.topics[0])


def test_a_changed_character_anywhere_in_an_edition_is_an_error_or_gives_the_same_words(
    edition: dict[str, str | bytes], judge: Callable[[str], tuple[bool, str]]
) -> None:
    text = str(edition[f"{FOLDER}words.yml"])
    begin = text.index('title: "')
    is_caught, words = judge(text)
    assert not is_caught
    missed = []
    for at in range(begin, len(text)):
        other = "x" if text[at] != "x" else "y"
        caught, now = judge(text[:at] + other + text[at + 1 :])
        if not caught and now != words:
            missed.append(text[at - 20 : at + 20])
    assert missed == []


@pytest.fixture
def judge(edition: dict[str, str | bytes]) -> Callable[[str], tuple[bool, str]]:
    """Whether check finds an error in an edition with this text, and the words that would go out."""
    rules = (*loading.RULES, *notation.RULES, *record.RULES, *editions.RULES, *signoffs.RULES)
    library = parsed(edition)
    others = raw({path: content for path, content in edition.items() if path.startswith(FOLDER)})

    def judged(text: str) -> tuple[bool, str]:
        histories_now, faults = histories({**others, **raw({f"{FOLDER}words.yml": text})}, {"piece"})
        changed = replace(library, histories=histories_now, faults=faults)
        found = any(True for rule in rules for _ in rule.find(changed))
        frozen = changed.history("piece").editions
        return found, remade(changed, frozen[0]) if frozen else ""

    return judged


def test_a_changed_character_anywhere_on_a_built_page_changes_its_words(edition: dict[str, str | bytes]) -> None:
    """The page is drawn from the words themselves here; tests/engines has one that an engine built."""
    library = parsed(edition)
    frozen = library.history("piece").editions[0].record
    body = html_of(library.marks, frozen.draft)
    text = page(body, title=html.escape(frozen.title))
    wanted = words_of(text)
    begin, end = text.index("<!--shelf:words-->") + 18, text.index("<!--/shelf:words-->")
    readable, inside = [], False
    for at in range(begin, end):
        inside = inside or text[at] == "<"
        if not inside and not text[at].isspace() and text[at] != "&":
            readable.append(at)
        inside = inside and text[at] != ">"
    assert len(readable) > 150

    def judged(changed: str) -> str:
        try:
            return words_of(changed)
        except UnmarkedError:
            return "refused"

    assert [
        at for at in readable if judged(text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]) == wanted
    ] == []


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The verifier alone: no package, no environment of ours."""
    script = ROOT / "generator" / "shelfready" / "verify_words.py"
    return subprocess.run(
        [sys.executable, "-I", str(script), *map(str, arguments)], capture_output=True, text=True, check=False, cwd="/"
    )


@pytest.fixture
def site(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    """A site of one page that carries the signed words, with changes; and its content."""

    def made(change: Callable[[str], str] = str, files: dict[str, str] | None = None) -> tuple[Path, Path]:
        base = {**SIGNING, "content/topics/piece.yml": RECORD, "content/drafts/piece.md": "Look at *it*.\n"}
        base = {**base, **submitted(base, "piece")}
        base = {**base, **signed(base, "content/editions/piece/1/signoff-desk-counsel.yml"), **(files or {})}
        folder = written({path: text for path, text in base.items() if text}, tmp_path / "project")
        text = page("<p>Look at <em>it</em>.</p>").replace("<p>Look.</p>", "<p>Look from outside, not inside.</p>")
        text = text.replace(
            "<a href='https://a.example/'>A</a>", '<a href="https://a.example/x?a=1&amp;b=2">A &amp; B</a>'
        )
        target = tmp_path / "site" / "answers" / "piece" / "index.html"
        target.parent.mkdir(parents=True)
        target.write_text(change(text), encoding="utf-8")
        return tmp_path / "site", folder / "content"

    return made


def test_alone_it_accepts_the_words_that_were_signed(site: Callable[..., tuple[Path, Path]]) -> None:
    result = run(*site())
    assert (result.returncode, result.stdout, result.stderr) == (0, "Every piece carries its approved words.\n", "")


def test_alone_it_names_the_first_other_words(site: Callable[..., tuple[Path, Path]]) -> None:
    result = run(*site(lambda text: text.replace("Look at", "Look past")))
    assert result.returncode == 1
    assert result.stdout == (
        "answers/piece/index.html: not the words of edition 1; approved: 'Look at it.', on the page: 'Look past it.'\n"
    )


SIGNOFF = "content/editions/piece/1/signoff-desk-counsel.yml"


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({SIGNOFF: ""}, id="nobody signed"),
        pytest.param({SIGNOFF: "topic: piece\n"}, id="a sign-off that says nothing"),
        pytest.param(
            {"content/editions/piece/1/words.yml": "words: |2\n  title\n"}, id="an edition that names no role"
        ),
        pytest.param({"content/editions/piece/1/words.yml": ""}, id="no words"),
    ],
)
def test_alone_it_wants_a_signed_edition(site: Callable[..., tuple[Path, Path]], files: dict[str, str]) -> None:
    result = run(*site(files=files))
    assert (result.returncode, result.stderr) == (1, "")
    assert "no edition of 'piece' is signed" in result.stdout


def test_alone_it_does_not_overlook_a_page_without_marks(site: Callable[..., tuple[Path, Path]]) -> None:
    result = run(*site(lambda text: "<h1>Other words</h1>"))
    assert (result.returncode, "the words must be marked" in result.stdout) == (1, True)


WITHDRAWN = {
    "content/log/piece.yml": 'entries:\n  - date: 2026-11-21\n    person: "P"\n    action: "withdraw"\n    reason: "r"\n'
}


def test_alone_it_lets_the_page_of_a_withdrawn_piece_be(site: Callable[..., tuple[Path, Path]]) -> None:
    assert run(*site(lambda text: "<h1>Withdrawn</h1>", WITHDRAWN)).returncode == 0


def test_alone_it_notices_the_words_of_a_withdrawn_piece(site: Callable[..., tuple[Path, Path]]) -> None:
    result = run(*site(files=WITHDRAWN))
    assert (result.returncode, "the log says that 'piece' was withdrawn" in result.stdout) == (1, True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("answers/index.html", 0, id="the list of answers"),
        pytest.param("about/index.html", 0, id="another page"),
        pytest.param("answers/piece.html", 1, id="a page beside that of a piece"),
        pytest.param("answers/piece/more/index.html", 1, id="a page below that of a piece"),
    ],
)
def test_alone_it_lets_nothing_but_pieces_stand_among_the_answers(
    site: Callable[..., tuple[Path, Path]], name: str, code: int
) -> None:
    folder, content = site()
    written({name: "<h1>Other words</h1>"}, folder)
    assert run(folder, content).returncode == code


def test_alone_it_reads_a_page_in_another_encoding_as_other_words(site: Callable[..., tuple[Path, Path]]) -> None:
    folder, content = site()
    place = folder / "answers" / "piece" / "index.html"
    place.write_bytes(place.read_bytes().replace(b"Look at", b"L\xf6ok at"))
    result = run(folder, content)
    assert (result.returncode, result.stderr, "not the words of edition 1" in result.stdout) == (1, "", True)


@pytest.mark.parametrize(("light", "code"), [((), 1), (("--light=piece",), 0)], ids=["by default", "named as such"])
def test_alone_it_takes_a_piece_without_an_edition_for_unsigned(
    site: Callable[..., tuple[Path, Path]], light: tuple[str, ...], code: int
) -> None:
    none = {SIGNOFF: "", "content/editions/piece/1/words.yml": ""}
    assert run(*site(files=none), *light).returncode == code


def test_alone_it_says_how_it_is_used() -> None:
    result = run("nowhere")
    assert (result.returncode, result.stderr.startswith("Use: python verify_words.py SITE CONTENT")) == (2, True)
