"""Built sites as values, and beside each everything that the verification says about it: code, file and message.

A case gives the pages and files of a site, and what was promised about them; "no findings" stands as an empty list.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from shelfready import words
from shelfready.verify import verify
from shelfready.verify.artefact import Artefact
from shelfready.verify.facts import Facts

ADDRESS = "https://desk.example/"
HOME = "index.html"
PIECE = "answers/piece/index.html"


def artefact(
    files: Mapping[str, str],
    *,
    pages: frozenset[str] | None = None,
    statics: Mapping[str, str] | None = None,
    theme: Mapping[str, str] | None = None,
    draft: str | None = None,
    said: tuple[str, ...] = (),
    address: str = ADDRESS,
    notice: str = "",
    complete: bool = True,
    looked_at: tuple[Facts, ...] | None = None,
) -> Artefact:
    """A site of these files; nothing is promised but its pages, the topic `piece` alone is public."""
    html = frozenset(path for path in files if path.endswith("index.html"))
    return Artefact(
        {path: text.encode() for path, text in files.items()},
        pages=html if pages is None else pages,
        statics={path: text.encode() for path, text in (statics or {}).items()},
        theme={path: text.encode() for path, text in (theme or {}).items()},
        words={} if draft is None else {PIECE: (words.count(draft), words.fingerprint(draft))},
        said={PIECE: said},
        public=frozenset(["piece"]),
        address=address,
        notice=notice,
        complete=complete,
        looked_at=looked_at,
    )


def said(site: Artefact) -> list[str]:
    return [f"{d.code} {d.place.path}: {d.message}" for d in verify(site)]


def on_a_page(html: str, files: Mapping[str, str] | None = None, *, complete: bool = True) -> list[str]:
    """What is said of a home page with this in it, beside an error page and a theme of one script."""
    theme = {"assets/theme.js": "theme()", "assets/theme.css": "", "assets/icon.png": "x", "assets/b.png": "x"}
    error_page = '<script>theme()</script><script>base=new URL("/",location)</script>'
    everything = {"404.html": error_page, HOME: html, **theme, **(files or {})}
    site = artefact(everything, theme={**theme, **(files or {})}, complete=complete)
    return [line.removeprefix(f"VER004 {HOME}: ").removeprefix(f"VER005 {HOME}: ") for line in said(site)]


# VER001, VER002, VER003: files


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        pytest.param(
            artefact({}, pages=frozenset([HOME])),
            ["VER001 index.html: this file was promised and is missing"],
            id="a page that is missing",
        ),
        pytest.param(
            artefact({}, statics={".well-known/security.txt": "x"}),
            ["VER001 .well-known/security.txt: this file was promised and is missing"],
            id="a static file that is missing",
        ),
        pytest.param(artefact({}, theme={"assets/theme.css": "x"}), [], id="a theme's file may be missing"),
        pytest.param(
            artefact({"notes.txt": "x"}), ["VER002 notes.txt: nobody asked for this file"], id="a file too many"
        ),
        pytest.param(
            artefact({"draft/index.html": "<p>x"}, pages=frozenset()),
            ["VER002 draft/index.html: nobody asked for this file"],
            id="a page too many",
        ),
        pytest.param(
            artefact({"404.html": "", "sitemap.xml": "", "sitemap.xml.gz": "", "search/search_index.json": "{}"}),
            [],
            id="what the engine adds is known",
        ),
        pytest.param(
            artefact({"search/other.json": "{}"}),
            ["VER002 search/other.json: nobody asked for this file"],
            id="what stands beside it is not",
        ),
        pytest.param(
            artefact({"CNAME": "a", "theme.css": "b"}, statics={"CNAME": "a"}, theme={"theme.css": "b"}),
            [],
            id="files with the bytes of their source",
        ),
        pytest.param(
            artefact({"CNAME": "b"}, statics={"CNAME": "a"}),
            ["VER003 CNAME: this file differs from its source"],
            id="a static file with other bytes",
        ),
        pytest.param(
            artefact({"theme.css": "b"}, theme={"theme.css": "a"}),
            ["VER003 theme.css: this file differs from its source"],
            id="a theme's file with other bytes",
        ),
        pytest.param(
            artefact({"favicon.ico": "own"}, statics={"favicon.ico": "own"}, theme={"favicon.ico": "theme's"}),
            [],
            id="the desk's own file in place of the theme's",
        ),
        pytest.param(
            artefact({"favicon.ico": "theme's"}, statics={"favicon.ico": "own"}, theme={"favicon.ico": "theme's"}),
            ["VER003 favicon.ico: this file differs from its source"],
            id="the theme's file in place of the desk's own",
        ),
    ],
)
def test_every_promised_file_is_there_as_promised_and_nothing_else_is(site: Artefact, expected: list[str]) -> None:
    assert said(site) == expected


# VER004: what runs


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<h1 onclick="x()">A</h1>', ["the page runs the attribute onclick"], id="an event"),
        pytest.param('<h1 ONMOUSEOVER="x()">A</h1>', ["the page runs the attribute onmouseover"], id="in capitals"),
        pytest.param('<h1 title="onclick" class="on">A</h1>', [], id="the name of an event as a value"),
        pytest.param(
            '<a href="javascript:x()">A</a>', ["the page runs the address javascript:x()"], id="an address that is code"
        ),
        pytest.param(
            '<a href=" JavaScript:x()">A</a>',
            ["the page runs the address  JavaScript:x()"],
            id="in capitals after a space",
        ),
        pytest.param(
            '<a href="java&#9;script:x()">A</a>', ["the page runs the address java\tscript:x()"], id="with a tab in it"
        ),
        pytest.param(
            '<a href="vbscript:x">A</a>', ["the page runs the address vbscript:x"], id="an address of another language"
        ),
        pytest.param(
            '<form action="javascript:x()"></form>', ["the page runs the address javascript:x()"], id="a form of code"
        ),
        pytest.param(
            '<button formaction="javascript:x()">A</button>',
            ["the page runs the address javascript:x()"],
            id="a button of code",
        ),
        pytest.param(
            '<svg><a xlink:href="javascript:x()">A</a></svg>',
            ["the page runs the address javascript:x()"],
            id="a link of code in a drawing",
        ),
        pytest.param('<a title="javascript:x()">javascript:x()</a>', [], id="code that is text"),
        pytest.param(
            '<meta http-equiv="refresh" content="0; url=x">', ["the page runs a redirect"], id="a redirect in the head"
        ),
        pytest.param('<meta http-equiv=" Refresh " content="0">', ["the page runs a redirect"], id="in capitals, too"),
        pytest.param('<meta http-equiv="content-type" content="text/html">', [], id="other words in the head"),
        pytest.param('<meta name="refresh" content="0">', [], id="a name that does nothing"),
        pytest.param("<iframe></iframe>", ["the page runs the element <iframe>"], id="a bare frame"),
        pytest.param('<iframe src="x"></iframe>', ["the page runs the element <iframe>"], id="a frame of a page"),
        pytest.param("<object></object>", ["the page runs the element <object>"], id="a bare object"),
        pytest.param('<object data="x"></object>', ["the page runs the element <object>"], id="an object of a file"),
        pytest.param('<embed src="x">', ["the page runs the element <embed>"], id="an embedded file"),
        pytest.param('<base href="/x/">', ["the page runs the element <base>"], id="another base"),
        pytest.param("<applet></applet>", ["the page runs the element <applet>"], id="an applet"),
        pytest.param("<portal></portal>", ["the page runs the element <portal>"], id="a portal"),
        pytest.param("<p>an iframe, an object</p>", [], id="their names as text"),
        pytest.param(
            "<script>x()</script>", ["the page runs an inline script ('x()')"], id="a script that is not the theme's"
        ),
        pytest.param("<script>theme()</script>", [], id="a script that the error page has"),
        pytest.param('<script>base=new URL("../..",location)</script>', [], id="the same with this page's base"),
        pytest.param(
            '<script>base=new URL(".",location);x()</script>',
            ["the page runs an inline script ('base=new URL(\".\",location);x()')"],
            id="the same with something behind it",
        ),
        pytest.param('<script src="assets/theme.js"></script>', [], id="a script file of the theme"),
        pytest.param(
            '<script src="own.js"></script>',
            ["the page runs the script own.js", "the page loads own.js, which is not in this site"],
            id="another script file",
        ),
        pytest.param(
            '<script src="https://cdn.example/x.js"></script>',
            [
                "the page runs the script https://cdn.example/x.js",
                "the page loads https://cdn.example/x.js, which is not in this site",
            ],
            id="a script file of another host",
        ),
        pytest.param('<script type="application/ld+json">{"a": 1}</script>', [], id="data"),
        pytest.param(
            '<script type="application/ld+json">x()</script>', ["the page runs data that is no JSON"], id="code as data"
        ),
        pytest.param(
            '<script type="module">{"a": 1}</script>',
            ["the page runs an inline script ('{\"a\": 1}')"],
            id="data as code",
        ),
    ],
)
def test_nothing_runs_but_the_themes_own_scripts(html: str, expected: list[str]) -> None:
    assert on_a_page(f"<html>{html}</html>") == expected


def test_a_script_that_only_the_error_page_names_by_its_file_is_not_known_as_text() -> None:
    site = artefact(
        {"404.html": '<script src="theme.js">x()</script>', HOME: "<script>x()</script>", "theme.js": ""},
        theme={"theme.js": ""},
    )
    assert said(site) == ["VER004 index.html: the page runs an inline script ('x()')"]


def test_a_script_file_that_is_not_the_themes_is_refused_even_if_it_is_in_the_site() -> None:
    site = artefact({HOME: '<script src="own.js"></script>', "own.js": "x()"}, statics={"own.js": "x()"})
    assert said(site) == ["VER004 index.html: the page runs the script own.js"]


def test_without_an_error_page_no_inline_script_is_known() -> None:
    assert said(artefact({HOME: "<script>x()</script>"})) == [
        "VER004 index.html: the page runs an inline script ('x()')"
    ]


# VER005: what is loaded

HOST = "https://cdn.example/x"
FOREIGN = [f"the page loads {HOST}, which is not in this site"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(f'<link rel="stylesheet" href="{HOST}">', FOREIGN, id="a style sheet"),
        pytest.param(f'<link rel="Shortcut ICON" href="{HOST}">', FOREIGN, id="an icon, in capitals"),
        pytest.param(f'<link rel="preload" href="{HOST}">', FOREIGN, id="a preload"),
        pytest.param(f'<link rel="preconnect" href="{HOST}">', FOREIGN, id="a connection"),
        pytest.param(f'<link rel="dns-prefetch" href="{HOST}">', FOREIGN, id="a look-up of a name"),
        pytest.param(f'<link rel="canonical" href="{HOST}">', [], id="an address that is told and not asked"),
        pytest.param(f'<a href="{HOST}">A</a>', [], id="a link"),
        pytest.param(f'<img src="{HOST}">', FOREIGN, id="a picture"),
        pytest.param('<img src="//cdn.example/x">', [FOREIGN[0].replace("https:", "")], id="one without a scheme"),
        pytest.param(f'<img srcset="{HOST}">', FOREIGN, id="a picture of many sizes"),
        pytest.param(f'<img srcset="assets/icon.png 1x, {HOST} 2x">', FOREIGN, id="the second of two sizes"),
        pytest.param('<img srcset="assets/icon.png 1x, assets/b.png 2x,">', [], id="two sizes of our own"),
        pytest.param(f'<picture><source srcset="{HOST} 400w"></picture>', FOREIGN, id="a source of many sizes"),
        pytest.param(f'<audio src="{HOST}"></audio>', FOREIGN, id="a sound"),
        pytest.param(f'<video src="{HOST}"></video>', FOREIGN, id="a film"),
        pytest.param(f'<video poster="{HOST}"></video>', FOREIGN, id="a film's picture"),
        pytest.param(f'<video><track src="{HOST}"></video>', FOREIGN, id="a film's text"),
        pytest.param(f'<input type="image" src="{HOST}">', FOREIGN, id="a button's picture"),
        pytest.param(f"<style>p {{background: url({HOST})}}</style>", FOREIGN, id="a background"),
        pytest.param(f'<style>p {{background: url( "{HOST}" )}}</style>', FOREIGN, id="a background in quotes"),
        pytest.param(f'<style>@import "{HOST}";</style>', FOREIGN, id="an import"),
        pytest.param(f"<style>@import url('{HOST}');</style>", FOREIGN, id="an import by url"),
        pytest.param(f'<p style="background: url({HOST})">A</p>', FOREIGN, id="a background of one paragraph"),
        pytest.param(f'<style media="print">p {{background: url({HOST})}}</style>', FOREIGN, id="a style for print"),
        pytest.param("<style>p {background: url(assets/icon.png)}</style>", [], id="a background of our own"),
        pytest.param(f"<p>url({HOST})</p>", [], id="the same as text"),
        pytest.param('<img src="data:image/png;base64,AA==">', [], id="a picture inside the page"),
        pytest.param('<img src="assets/icon.png">', [], id="a picture of our own"),
        pytest.param('<img src="/assets/icon.png">', [], id="the same from the top"),
        pytest.param(f'<img src="{ADDRESS}assets/icon.png">', [], id="the same with the whole address"),
        pytest.param('<img src="no.png">', ["the page loads no.png, which is not in this site"], id="a missing one"),
    ],
)
def test_nothing_is_loaded_from_elsewhere(html: str, expected: list[str]) -> None:
    assert on_a_page(f"<html>{html}</html>") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<img src="no.png">', [], id="a picture that is not there yet"),
        pytest.param(f'<img src="{HOST}">', FOREIGN, id="a picture of another host"),
    ],
)
def test_in_a_preview_only_other_hosts_are_refused(html: str, expected: list[str]) -> None:
    assert on_a_page(html, complete=False) == expected


# VER006: topics that are not public


def index(*locations: str) -> str:
    return json.dumps({"docs": [{"location": location, "title": "T", "text": "t"} for location in locations]})


def sitemap(*addresses: str) -> str:
    return "".join(f"<url><loc>{address}</loc></url>" for address in addresses)


DARK = "names the topic 'dark', which is not public"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({HOME: '<a href="answers/dark/">A</a>'}, [f"VER006 index.html: {DARK}"], id="a link"),
        pytest.param({HOME: '<a href="answers/piece/">A</a>'}, [], id="a link to a public topic"),
        pytest.param({HOME: '<a href="answers/dark.md">A</a>'}, None, id="a link to its file"),
        pytest.param(
            {HOME: f'<a href="{ADDRESS}answers/dark/#top">A</a>'}, [f"VER006 index.html: {DARK}"], id="a whole address"
        ),
        pytest.param({HOME: '<a href="https://other.example/answers/dark/">A</a>'}, [], id="another site's address"),
        pytest.param(
            {HOME: '<link rel="next" href="answers/dark/">'}, [f"VER006 index.html: {DARK}"], id="a link in the head"
        ),
        pytest.param(
            {HOME: '<map><area href="answers/dark/"></map>'}, [f"VER006 index.html: {DARK}"], id="a part of a picture"
        ),
        pytest.param({PIECE: '<a href="../dark/">A</a>'}, [f"VER006 {PIECE}: {DARK}"], id="a link beside the piece"),
        pytest.param({"404.html": '<a href="/answers/dark/">A</a>'}, [f"VER006 404.html: {DARK}"], id="the error page"),
        pytest.param({HOME: '<a href="answers/">A</a>'}, [], id="the list of answers"),
        pytest.param({HOME: '<a href="answers/index.html">A</a>'}, [], id="the list of answers by its file"),
        pytest.param({HOME: '<a href="answers/images/a.png">A</a>'}, [], id="a picture of a draft"),
        pytest.param(
            {"sitemap.xml": sitemap(ADDRESS, f"{ADDRESS}answers/piece/", f"{ADDRESS}answers/dark/")},
            [f"VER006 sitemap.xml: {DARK}"],
            id="the sitemap",
        ),
        pytest.param({"sitemap.xml": sitemap(ADDRESS, f"{ADDRESS}answers/piece/")}, [], id="a sitemap without it"),
        pytest.param(
            {"search/search_index.json": index("", "answers/piece/#a", "answers/dark/#b", "answers/dark/")},
            [f"VER006 search/search_index.json: {DARK}"],
            id="the search index, once however often it is there",
        ),
        pytest.param(
            {"search/search_index.json": index("", "answers/piece/", "media/")}, [], id="a search index without it"
        ),
    ],
)
def test_no_file_names_a_topic_that_is_not_public(files: dict[str, str], expected: list[str] | None) -> None:
    found = [line for line in said(artefact(files)) if line.startswith("VER006")]
    assert found == ([f"VER006 {HOME}: {DARK.replace('dark', 'dark.md')}"] if expected is None else expected)


# VER007: words

BEGIN, END = "<!--shelf:words-->", "<!--/shelf:words-->"
NOT_MARKED = [f"VER007 {PIECE}: the words of this piece are not marked, once, in its page"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(f"{BEGIN}<p>Look from outside.</p>{END}", [], id="the words of the draft"),
        pytest.param(f"<p>More.</p>{BEGIN}<p>Look <b>from</b>\noutside.</p>{END}<p>More.</p>", [], id="between others"),
        pytest.param(
            f"{BEGIN}<p>Look from inside.</p>{END}",
            [f"VER007 {PIECE}: 3 words that differ from the 3 of the draft"],
            id="another word",
        ),
        pytest.param(
            f"{BEGIN}<p>Look from outside. Now.</p>{END}",
            [f"VER007 {PIECE}: 4 words that differ from the 3 of the draft"],
            id="a word more",
        ),
        pytest.param(
            f"{BEGIN}<p>Look fromoutside.</p>{END}",
            [f"VER007 {PIECE}: 2 words that differ from the 3 of the draft"],
            id="the same letters in fewer words",
        ),
        pytest.param("<p>Look from outside.</p>", NOT_MARKED, id="no mark"),
        pytest.param(f"{BEGIN}<p>Look from outside.</p>", NOT_MARKED, id="no end"),
        pytest.param(f"<p>Look from outside.</p>{END}", NOT_MARKED, id="no beginning"),
        pytest.param(f"{BEGIN}{BEGIN}<p>Look from outside.</p>{END}", NOT_MARKED, id="two beginnings"),
        pytest.param(f"{END}{BEGIN}<p>Look from outside.</p>{END}", NOT_MARKED, id="an end before the beginning"),
    ],
)
def test_the_page_carries_exactly_the_words_of_the_draft(page: str, expected: list[str]) -> None:
    assert said(artefact({PIECE: page}, draft="Look from outside.\n")) == expected


@pytest.mark.parametrize(
    ("page", "unsaid"),
    [
        pytest.param("<article><h1>How?</h1><p>Look\n <b>out</b>.</p></article>", [], id="both in the article"),
        pytest.param("<article><h1>How?</h1></article>", ["Look out."], id="no statement"),
        pytest.param("<h1>How?</h1><article><p>Look out.</p></article>", ["How?"], id="a title beside the article"),
        pytest.param("<article><h1>How?</h1><!-- Look out. --></article>", ["Look out."], id="one in a comment"),
        pytest.param("<h1>How?</h1><p>Look out.</p>", ["How?", "Look out."], id="no article"),
        pytest.param(" ", ["How?", "Look out."], id="nothing at all"),
    ],
)
def test_the_page_carries_title_and_statement(page: str, unsaid: list[str]) -> None:
    site = artefact({PIECE: page}, said=("How?", "Look out."))
    assert said(site) == [f"VER007 {PIECE}: '{text}' of the record is not on this page" for text in unsaid]


def test_a_page_that_is_missing_is_only_missing() -> None:
    site = artefact({}, pages=frozenset([PIECE]), draft="Look from outside.\n")
    assert said(site) == [f"VER001 {PIECE}: this file was promised and is missing"]


# VER008: the notice

LACKS = ["VER008 index.html: the page lacks the notice of desk.yml"]


@pytest.mark.parametrize(
    ("page", "notice", "expected"),
    [
        pytest.param("<p>An independent example.</p>", "An independent example.", [], id="the sentence"),
        pytest.param(
            "<p>An\n  <b>independent</b> example.", "An independent example.", [], id="with markup and breaks"
        ),
        pytest.param("<p>An example.</p>", "An independent example.", LACKS, id="another sentence"),
        pytest.param(
            "<p>A<!-- An independent example. -->", "An independent example.", LACKS, id="hidden in a comment"
        ),
        pytest.param('<p title="An independent example.">', "An independent example.", LACKS, id="in an attribute"),
        pytest.param(" \n", "An independent example.", LACKS, id="a page without anything"),
        pytest.param(" \n", "", [], id="a page without anything where there is no notice"),
        pytest.param("<p>An example.</p>", "", [], id="no notice to carry"),
    ],
)
def test_every_page_carries_the_notice(page: str, notice: str, expected: list[str]) -> None:
    assert said(artefact({HOME: page}, notice=notice)) == expected


# VER009: links inside the site

TREE = {PIECE: "<p>P", "media/index.html": "<p>M", "a b.pdf": "x"}


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        pytest.param("media/", True, id="a folder with a page"),
        pytest.param("media", True, id="without its slash"),
        pytest.param("media/index.html", True, id="the page itself"),
        pytest.param("no/", False, id="a folder that is not there"),
        pytest.param("media/no.html", False, id="a page that is not there"),
        pytest.param("answers/", False, id="a folder without a page of its own"),
        pytest.param("", True, id="nothing at all"),
        pytest.param("#top", True, id="a place in the page"),
        pytest.param("?q=1", True, id="a question to the page"),
        pytest.param(".", True, id="the top"),
        pytest.param("/", True, id="the top by its path"),
        pytest.param("/media/?q=1#top", True, id="a path from the top"),
        pytest.param("/no/", False, id="a wrong path from the top"),
        pytest.param(f"{ADDRESS}media/", True, id="a whole address"),
        pytest.param(f"{ADDRESS}no/", False, id="a whole address that is wrong"),
        pytest.param("a%20b.pdf", True, id="a space in a name"),
        pytest.param("https://other.example/no/", True, id="another host is not looked at"),
        pytest.param("mailto:a@desk.example", True, id="a mail address is not looked at"),
        pytest.param("//other.example/no/", True, id="another host without a scheme is not looked at"),
    ],
)
def test_links_inside_the_site_lead_somewhere(target: str, leads: bool) -> None:
    site = artefact({HOME: f'<a href="{target}">A</a>', **TREE}, statics={"a b.pdf": "x"})
    assert said(site) == ([] if leads else [f"VER009 index.html: the link '{target}' leads nowhere"])


def test_a_link_is_reported_once_for_each_page_however_often_it_stands_there() -> None:
    twice = '<a href="/no/">A</a><a href="/no/">B</a>'
    assert said(artefact({HOME: twice, "media/index.html": twice})) == [
        "VER009 index.html: the link '/no/' leads nowhere",
        "VER009 media/index.html: the link '/no/' leads nowhere",
    ]


def test_in_a_preview_links_may_lead_to_what_is_not_there_yet() -> None:
    assert said(artefact({HOME: '<a href="no/">A</a>'}, complete=False)) == []


@pytest.mark.parametrize(
    ("target", "leads"),
    [
        pytest.param("/desk/media/", True, id="its own path"),
        pytest.param("/media/", True, id="another path of the host is another's"),
        pytest.param("/desk/no/", False, id="nothing below its own path"),
        pytest.param("https://host.example/desk/no/", False, id="nothing below its whole address"),
    ],
)
def test_a_site_below_a_path(target: str, leads: bool) -> None:
    site = artefact(
        {HOME: f'<a href="{target}">A</a>', **TREE}, statics={"a b.pdf": "x"}, address="https://host.example/desk/"
    )
    assert said(site) == ([] if leads else [f"VER009 index.html: the link '{target}' leads nowhere"])


def test_what_other_processes_have_seen_is_taken_as_it_is() -> None:
    seen = (Facts(HOME, running=("the element <iframe>",)),)
    assert said(artefact({HOME: "<p>A"}, looked_at=seen)) == ["VER004 index.html: the page runs the element <iframe>"]


def test_findings_come_by_file() -> None:
    site = artefact({"z.txt": "", "b.txt": "", HOME: '<a href="no/">A</a>'}, statics={"m.txt": ""})
    assert [line.split(":")[0] for line in said(site)] == [
        "VER002 b.txt", "VER009 index.html", "VER001 m.txt", "VER002 z.txt",
    ]  # fmt: skip
