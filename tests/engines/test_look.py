"""What stands around the words of a built page, and what machines read of it: days, contact, related, sitemap, data."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import lxml.etree
import lxml.html
import pytest

from drawing import BASE, PUBLISHED, added, written
from freezing import SIGNING, signed, submitted
from running import shelfready

SOURCE = 'sources: [{title: A, url: "https://a.example/", accessed: 2026-11-18}]\n'
RECORD = added(BASE["content/topics/piece.yml"], PUBLISHED + SOURCE)
TITLE = 'Ports & \\"doors\\": who\'s in/out?'
LOG = """\
entries:
  - {date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: It is asked for.}
  - {date: 2026-11-21, person: Example Editor, action: correct, edition: 1, reason: The number of the port was wrong.}
"""
FILES = {
    **SIGNING,
    "content/desk.yml": added(
        SIGNING["content/desk.yml"], "no_comment: [Cases before a court]\nsearch: {exposed: [hacked]}\n"
    ),
    "content/topics/piece.yml": added(RECORD, f'title: "{TITLE}"\nkind: signed\n'),
    "content/topics/light.yml": RECORD,
    "content/drafts/light.md": "## One\n\nRead [it](piece.md).\n\n## Two\n\nMore.\n\n## Three\n\nMore.\n",
    "content/topics/reply.yml": added(
        RECORD,
        "title: An older reply\nkind: response\nsources: []\n"
        'responds_to: {title: "A & B", outlet: Daily, url: "https://b.example/", date: 2026-10-01}\n',
    ),
    "content/drafts/reply.md": "It is so.\n",
    "content/topics/newer.yml": added(
        RECORD,
        "title: A newer reply\nkind: response\nsources: []\n"
        'responds_to: {title: "C", outlet: Weekly, url: "https://c.example/", date: 2026-11-01}\n',
    ),
    "content/drafts/newer.md": "It is so.\n",
    "content/log/piece.yml": LOG,
    "docs/about.md": "# About\n\nUs.\n",
}
ADDRESS = "https://answers.desk.example/"
PLAIN = 'Ports & "doors": who\'s in/out?'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, Any] = {**FILES, **submitted(FILES, "piece")}
    files |= signed(files, "content/editions/piece/1/signoff-desk-counsel.yml")
    folder = written(files, tmp_path_factory.mktemp("look"))
    done = shelfready("build", "--as-of", "2026-11-21", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def page(site: Path, path: str) -> Any:
    return lxml.html.fromstring((site / path / "index.html").read_bytes())


def told(element: Any) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def of(tree: Any, name: str) -> list[str]:
    """The texts of all elements of a class."""
    return [told(element) for element in tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")]


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        pytest.param(
            "answers/piece", "Desk Approved 20 November 2026 Edition 1 Next review by 20 May 2027", id="signed"
        ),
        pytest.param("answers/light", "Desk Sources read 18 November 2026 Next review by 20 May 2027", id="light"),
        pytest.param("answers/reply", "Desk Next review by 20 May 2027", id="light, without sources"),
    ],
)
def test_the_line_of_days_below_the_statement(site: Path, path: str, facts: str) -> None:
    assert of(page(site, path), "shelf-facts") == [facts]


def test_a_correction_stands_near_the_top_and_at_the_end(site: Path) -> None:
    tree = page(site, "answers/piece")
    assert of(tree, "shelf-corrected") == ["Corrected on 21 November 2026: The number of the port was wrong."]
    assert "Corrected 21 November 2026: The number of the port was wrong." in of(tree, "shelf-provenance")[0]


def test_a_piece_without_corrections_names_none(site: Path) -> None:
    assert of(page(site, "answers/light"), "shelf-corrected") == []
    assert "Corrected" not in told(page(site, "answers/light").find(".//article"))


@pytest.mark.parametrize(
    ("path", "told_there", "not_there"),
    [
        pytest.param(
            "answers/piece",
            ["Approved 20 November 2026, edition 1 Approved by counsel of Desk", "Digest"],
            ["Sign-off"],
            id="signed",
        ),
        pytest.param("answers/light", ["Sign-off None is required for this piece"], ["Approved", "Digest"], id="light"),
    ],
)
def test_where_the_words_come_from(site: Path, path: str, told_there: list[str], not_there: list[str]) -> None:
    text = of(page(site, path), "shelf-provenance")[0]
    assert [part for part in [*told_there, f"Address {ADDRESS}{path}/"] if part not in text] == []
    assert [part for part in not_there if part in text] == []


@pytest.mark.parametrize(
    ("path", "subject"),
    [
        pytest.param("answers/piece", f"Press question: {PLAIN} (edition 1)", id="signed"),
        pytest.param("answers/light", "Press question: How exposed are we?", id="light"),
        pytest.param("media", "Press question", id="the media page"),
        pytest.param("", "Press question", id="home"),
    ],
)
def test_the_mail_to_the_press_contact(site: Path, path: str, subject: str) -> None:
    links = set(page(site, path).xpath("//article//a[starts-with(@href, 'mailto:')]/@href"))
    assert len(links) == 1
    parts = urlsplit(links.pop())
    assert unquote(parts.path) == "press@desk.example"
    assert parse_qs(parts.query) == {"subject": [subject], "body": ["Outlet:\r\n\r\nQuestion:\r\n\r\nDeadline:\r\n"]}
    assert set(parts.query) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%=&")


@pytest.mark.parametrize(
    ("path", "copied"),
    [
        pytest.param(
            "answers/piece",
            [f"Look from outside. (Desk, “{PLAIN}”, edition 1, approved 20 November 2026, {ADDRESS}answers/piece/)"],
            id="signed",
        ),
        pytest.param(
            "answers/light", [f"Look from outside. (Desk, “How exposed are we?”, {ADDRESS}answers/light/)"], id="light"
        ),
        pytest.param(
            "media",
            [
                f"Look from outside. (Desk, “A newer reply”, {ADDRESS}answers/newer/)",
                f"Look from outside. (Desk, “An older reply”, {ADDRESS}answers/reply/)",
                f"Look from outside. (Desk, “How exposed are we?”, {ADDRESS}answers/light/)",
                f"Look from outside. (Desk, “{PLAIN}”, edition 1, approved 20 November 2026, {ADDRESS}answers/piece/)",
                "The desk answers.",
            ],
            id="the media page: responses, newest first, then the others, then the boilerplate",
        ),
    ],
)
def test_what_the_copy_buttons_copy(site: Path, path: str, copied: list[str]) -> None:
    assert page(site, path).xpath("//button/@data-shelf-copy") == copied


def test_the_media_page_says_what_a_response_responds_to_and_what_is_not_commented_on(site: Path) -> None:
    tree = page(site, "media")
    assert of(tree, "shelf-responds") == ["In response to C, Weekly, 1 November 2026", "In response to A & B, Daily, 1 October 2026"]  # fmt: skip
    assert "Cases before a court" in told(tree.find(".//article"))


def test_home_names_the_latest_response_and_lists_the_others(site: Path) -> None:
    tree = page(site, "")
    assert "In response to C, Weekly, 1 November 2026" in of(tree, "shelf-latest")[0]
    assert of(tree, "shelf-questions") == [f"An older reply How exposed are we? {PLAIN}"]
    assert "press@desk.example 9 to 17 (UTC)" in of(tree, "shelf-contact")[0]


def test_related_answers_are_drawn_where_there_are_any(site: Path) -> None:
    assert of(page(site, "answers/light"), "shelf-related") == [f"Related answers {PLAIN}"]
    assert of(page(site, "answers/reply"), "shelf-related") == []


def test_contents_are_listed_from_three_headings_on(site: Path) -> None:
    assert of(page(site, "answers/light"), "shelf-contents") == ["Contents One Two Three"]
    assert of(page(site, "answers/piece"), "shelf-contents") == []


def test_each_part_that_is_signed_is_marked_once_and_in_order(site: Path) -> None:
    text = (site / "answers/piece/index.html").read_text(encoding="utf-8")
    marks = [f"<!--{end}shelf:{name}-->" for name in ("title", "statement", "words", "sources") for end in ("", "/")]
    places = [text.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)
    assert [text.count(mark) for mark in marks] == [1] * 8


PROPERTIES = {
    "@context", "@type", "author", "citation", "dateModified", "datePublished", "description", "headline", "image",
    "inLanguage", "isBasedOn", "mainEntityOfPage", "publisher", "url", "version", "wordCount",
}  # fmt: skip
"""Of schema.org's Article, or of a type above it (https://schema.org/Article)."""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param(
            "answers/piece",
            {"datePublished": "2026-11-20", "dateModified": "2026-11-21", "version": 1, "headline": PLAIN},
            id="signed",
        ),
        pytest.param(
            "answers/light",
            {"datePublished": None, "dateModified": "2026-11-18", "version": None, "isBasedOn": None},
            id="light",
        ),
        pytest.param(
            "answers/reply",
            {
                "dateModified": None,
                "isBasedOn": {
                    "@type": "CreativeWork",
                    "name": "A & B",
                    "url": "https://b.example/",
                    "datePublished": "2026-10-01",
                    "publisher": {"@type": "Organization", "name": "Daily"},
                },
            },
            id="a response",
        ),
    ],
)
def test_the_data_of_an_article(site: Path, path: str, expected: dict[str, object]) -> None:
    data = json.loads(page(site, path).xpath("string(//script[@type='application/ld+json'])"))
    assert data.keys() <= PROPERTIES
    assert {name: data.get(name) for name in expected} == expected
    assert (data["mainEntityOfPage"], data["author"]) == (f"{ADDRESS}{path}/", [{"@type": "Organization", "name": "Desk"}])  # fmt: skip


def test_the_sitemap_has_every_page_with_the_day_of_its_own_facts(site: Path) -> None:
    packed = (site / "sitemap.xml").read_bytes()
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == packed
    tree = lxml.etree.fromstring(packed)
    listed = {told(url[0]).removeprefix(ADDRESS): [told(child) for child in list(url)[1:]] for url in tree}
    assert listed == {
        "": ["2026-11-21"],
        "answers/": ["2026-11-21"],
        "answers/light/": ["2026-11-18"],
        "answers/newer/": [],
        "answers/piece/": ["2026-11-21"],
        "answers/reply/": [],
        "audiences/media/": ["2026-11-21"],
        "media/": ["2026-11-21"],
        "about/": [],
    }


@pytest.mark.parametrize("path", ["", "answers/piece", "answers/light", "media", "about"])
def test_every_page_has_its_address_and_a_card(site: Path, path: str) -> None:
    tree = page(site, path)
    address = f"{ADDRESS}{path}{'/' if path else ''}"
    cards = {meta.get("property"): meta.get("content") for meta in tree.xpath("//meta[@property]")}
    assert tree.xpath("//link[@rel='canonical']/@href") == [address]
    assert (cards["og:url"], cards["og:image"]) == (address, f"{ADDRESS}assets/images/card.png")


def test_the_card_and_the_icons_are_pictures_of_the_sizes_they_say(site: Path) -> None:
    sizes = {}
    for name in ("card", "icon", "favicon"):
        data = (site / f"assets/images/{name}.png").read_bytes()
        sizes[name] = (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))
    assert sizes == {"card": (1200, 630), "icon": (180, 180), "favicon": (48, 48)}


@pytest.mark.parametrize(
    ("path", "day"),
    [
        pytest.param("answers/piece", "Approved 20 November 2026, edition 1", id="signed"),
        pytest.param("answers/light", "Sources read 18 November 2026", id="light"),
        pytest.param("about", "", id="a page without days"),
    ],
)
def test_a_print_gets_address_and_day(site: Path, path: str, day: str) -> None:
    style = page(site, path).xpath("string(//head/style)")
    assert f':root{{--shelf-print-from:"{ADDRESS}{path}/";--shelf-print-date:"{day}"}}' == style


def test_words_for_search_are_in_the_index_beside_the_text(site: Path) -> None:
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert {doc["location"].partition("#")[0] for doc in docs if doc.get("tags") == ["hacked"]} == {"answers/light/"}
    assert not [doc for doc in docs if "hacked" in doc["text"] + doc["title"]]


def test_a_desk_brings_its_own_card(tmp_path: Path) -> None:
    own = b"\x89PNG\r\n\x1a\n of the desk"
    folder = written({**BASE, "docs/about.md": "# About\n\nUs.\n"}, tmp_path)
    place = folder / "templates/theme/assets/images/card.png"
    place.parent.mkdir(parents=True)
    place.write_bytes(own)
    done = shelfready("build", "--as-of", "2026-11-21", folder=folder)
    assert done.returncode == 0, done.stdout
    assert (folder / "site/assets/images/card.png").read_bytes() == own
