"""What an author may write is drawn; everything else is harmless in the page and a finding with its line."""

from __future__ import annotations

import re

import lxml.html
import pytest

from drawing import BASE, found
from shelfready.markup.renderer import Renderer

MARKS = {"joint": "Both together"}


def html(text: str) -> str:
    return Renderer(MARKS).html(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param("## Two *words*", '<h2 id="two-words">Two <em>words</em>', id="headings get ids from their words"),
        pytest.param("## A\n\n## A", 'id="a_2"', id="a repeated heading gets a number"),
        pytest.param("## __config", 'id="config"', id="no heading can take an id of the theme"),
        pytest.param("## 日本語", 'id="日本語"', id="headings of any script have ids"),
        pytest.param("## ?!", 'id="section"', id="a heading without words has an id"),
        pytest.param("a\n\n- b\n- c", "<ul>\n<li>b</li>\n<li>c</li>\n</ul>", id="lists"),
        pytest.param(
            "| a | b |\n| --- | ---: |\n| 1 | 2 |", '<td class="shelfready-right">2</td>', id="tables without styles"
        ),
        pytest.param("> quoted", "<blockquote>\n<p>quoted</p>", id="block quotes"),
        pytest.param('!!! note "Mind"\n    this', '<p class="admonition-title">Mind</p>', id="notes with a title"),
        pytest.param(
            "!!! tip\n    this",
            '<p class="admonition-title shelfready-made-up">Tip</p>',
            id="notes without a title are marked",
        ),
        pytest.param(
            "```python\n<b>\n```", '<pre><code class="language-python">&lt;b&gt;\n</code></pre>', id="fenced code"
        ),
        pytest.param("`<b>`", "<code>&lt;b&gt;</code>", id="inline code may show tags"),
        pytest.param("x {joint}", '<span class="shelfready-mark">Both together</span>', id="marks become labels"),
        pytest.param("[a](https://x.org/?a=1&b=2)", 'href="https://x.org/?a=1&amp;b=2"', id="links"),
        pytest.param(
            "<https://x.org/>", '<a href="https://x.org/">https://x.org/</a>', id="addresses in angle brackets"
        ),
        pytest.param("a[^1]\n\n[^1]: Note.", '<a class="footnote-ref" href="#fn:1">1</a>', id="footnotes"),
        pytest.param("AT&T &amp; 3 < 4", "<p>AT&amp;T &amp; 3 &lt; 4</p>", id="ampersands and signs"),
    ],
)
def test_drawn(text: str, part: str) -> None:
    assert part in html(text)


def test_footnotes_are_numbered_as_readers_meet_them() -> None:
    made = html("- first[^b]\n\nlater[^a]\n\n[^a]: A.\n[^b]: B.")
    assert made.index('href="#fn:b">1<') < made.index('href="#fn:a">2<')
    assert made.index('id="fn:b"') < made.index('id="fn:a"')


HOSTILE = [
    pytest.param("<script>alert(1)</script>", "MKD001", id="script element"),
    pytest.param("<img src=x onerror=alert(1)>", "MKD001", id="event handler"),
    pytest.param("<style>body{display:none}</style>", "MKD001", id="style element"),
    pytest.param("<!-- shelfready: part -->", "MKD001", id="the marker of staged pages"),
    pytest.param("<!--/shelf:words-->", "MKD001", id="the marker of built pages"),
    pytest.param("a <b>b</b>", "MKD001", id="inline element"),
    pytest.param("<svg/onload=alert(1)>", "MKD001", id="svg"),
    pytest.param("[x](javascript:alert(1))", "MKD002", id="javascript address"),
    pytest.param("[x](JaVaScRiPt:alert(1))", "MKD002", id="javascript address in mixed case"),
    pytest.param("[x](java&#115;cript:alert(1))", "MKD002", id="javascript address with an entity"),
    pytest.param("[x](java&#10;script:alert(1))", "MKD002", id="javascript address with a line end"),
    pytest.param("[x][r]\n\n[r]: javascript:alert(1)", "MKD002", id="javascript address by reference"),
    pytest.param("<javascript:alert(1)>", "MKD001", id="javascript address in angle brackets"),
    pytest.param("[x](data:text/html,<b>)", "MKD002", id="data address"),
    pytest.param("[x](vbscript:x)", "MKD002", id="vbscript address"),
    pytest.param("[x](//evil.example/)", "MKD002", id="address without a scheme"),
    pytest.param("[x](https://user@evil.example/)", "MKD002", id="address with a user"),
    pytest.param("[x](https:/evil.example/)", "MKD002", id="address with one slash"),
    pytest.param("[x](\\\\evil.example)", "MKD002", id="address with backslashes"),
    pytest.param("![x](https://evil.example/x.png)", "PIC001", id="picture from elsewhere"),
    pytest.param("![x](data:image/png;base64,AAAA)", "PIC001", id="picture as data"),
    pytest.param("text {: onclick=alert(1) }", "DIA001", id="attribute list"),
    pytest.param("text {.md-overlay}", "DIA001", id="class list"),
    pytest.param('--8<-- "mkdocs.yml"', "DIA002", id="include"),
    pytest.param("{{ 7*7 }}", "DIA002", id="template expression"),
    pytest.param("{% include 'x' %}", "DIA002", id="template statement"),
    pytest.param("---\ntitle: x\n---\n\nText.", "DIA003", id="front matter"),
    pytest.param("a\n\n---\n\nb", "DIA004", id="rule across the page"),
    pytest.param("- [ ] tick", "DIA004", id="tick box"),
    pytest.param("!!! md-overlay\n    x", "DIA004", id="a note with a class of the theme"),
    pytest.param("!!! note inline end\n    x", "DIA004", id="a note with more classes"),
    pytest.param("~~~{.md-overlay #__config}\nx\n~~~", "DIA004", id="a fence with class and id"),
    pytest.param("[TOC]", "DIA004", id="a table of contents"),
    pytest.param("```\nnever closed", "DIA004", id="a fence without end"),
    pytest.param("# Title", "MKD005", id="a second title"),
    pytest.param("x {nobody}", "REF003", id="an unknown mark"),
    pytest.param("x[^1]", "REF001", id="a footnote without text"),
    pytest.param("[^1]:\n", "MKD009", id="an empty footnote, which trips the library"),
]

INERT = re.compile(r"javascript:|vbscript:|data:|//evil|@evil|\\\\evil", re.IGNORECASE)
"""What no address in a page may hold."""


@pytest.mark.parametrize(("text", "code"), HOSTILE)
def test_refused_with_its_line(text: str, code: str) -> None:
    findings = [d for d in found({"content/drafts/piece.md": f"First line.\n\n{text}\n"}) if d.code == code]
    if code == "DIA003":
        findings = [d for d in found({"content/drafts/piece.md": text}) if d.code == code]
    assert findings, f"{code} is missing"
    assert findings[0].place.line >= (1 if code == "DIA003" else 3)
    assert findings[0].place.path == "content/drafts/piece.md"


@pytest.mark.parametrize(("text", "code"), [case for case in HOSTILE if case.values[1] != "MKD009"])
def test_inert_in_the_page_all_the_same(text: str, code: str) -> None:
    for element in lxml.html.fragment_fromstring(html(text), create_parent="div").iter("*"):
        assert element.tag not in ("script", "style", "svg", "iframe", "object")
        for name, value in element.items():
            assert not name.startswith("on")
            assert name not in ("style", "srcdoc")
            assert not (name in ("href", "src") and INERT.search(value)), value
            assert not (name == "class" and value.startswith("md-"))
            assert not value.startswith("__")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 3 < 4 sorts, a<b is `<b>`.", id="comparison signs and code"),
        pytest.param("```html\n<script>alert(1)</script>\n```", id="HTML in fenced code"),
        pytest.param("`{{ 7*7 }}` and `--8<--`", id="commands in code"),
        pytest.param("A {brace} and {a, b} in a sentence.", id="braces in a sentence"),
        pytest.param("**Note:** use - and * as signs.", id="signs in text"),
        pytest.param("[tel](tel:112) [mail](mailto:press@desk.example)", id="telephone and mail links"),
        pytest.param("Text\n----\n\nMore.", id="an underlined heading"),
    ],
)
def test_near_misses_have_no_finding(text: str) -> None:
    assert [d.code for d in found({"content/drafts/piece.md": text + "\n"})] == []


def test_pages_in_docs_have_one_title_and_it_comes_first() -> None:
    files = {"docs/a.md": "# A\n\ntext\n", "docs/b.md": "text\n", "docs/c.md": "# C\n\n# D\n"}
    assert [(d.place.path, d.code) for d in found(files)] == [("docs/b.md", "MKD005"), ("docs/c.md", "MKD005")]


def test_the_usual_project_is_clean() -> None:
    assert found(BASE) == ()
