"""Every link of the built sites leads somewhere inside, to a mark that is there, or is an address in good shape."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from browsing import Site, drawn_page
from drawing import written

HOME = "https://desk.example/answers-of-ours/"
"""Where the drawn sites are to stand: below a folder, which relative and absolute links must hit."""

HOST = re.compile(r"(?!-)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?", re.IGNORECASE)
MAIL = re.compile(
    r"[^@\s?]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:,[^@\s?]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)*(?:\?\S*)?", re.IGNORECASE
)
PLACES = "//@href | //@src | //@poster | //@action | //meta[starts-with(@property, 'og:url') or @property='og:image']/@content"


def targets(folder: Path, home: str) -> Iterator[tuple[str, str]]:
    """Every file of a site that names addresses, with each address as a reader's program resolves it."""
    for path in sorted(folder.rglob("*.html")):
        page = path.relative_to(folder).as_posix()
        tree: Any = lxml.html.fromstring(path.read_bytes())
        for value in tree.xpath(PLACES):
            yield page, urljoin(home + page.removesuffix("index.html"), str(value))
    for name, pattern in (
        ("sitemap.xml", r"<loc>([^<]*)</loc>"),
        (".well-known/security.txt", r"(?m)^[\w-]+: (\S+:\S*)$"),
    ):
        if (folder / name).is_file():
            for value in re.findall(pattern, (folder / name).read_text(encoding="utf-8")):
                if not re.fullmatch(r"\d{4}-\d\d-\d\dT\S+", value):
                    yield name, value
    index = folder / "search" / "search_index.json"
    if index.is_file():
        for entry in json.loads(index.read_text(encoding="utf-8"))["docs"]:
            yield "search/search_index.json", urljoin(home, entry["location"])


@functools.cache
def marks(path: Path) -> frozenset[str]:
    """What fragments of a page can lead to."""
    tree: Any = lxml.html.fromstring(path.read_bytes())
    return frozenset(["", "top", *tree.xpath("//@id | //a/@name")])


def leads_on(folder: Path, home: str, address: str) -> bool:
    """Whether an address leads to a file of the site and a mark in it; of one elsewhere, whether its shape is right."""
    if not address.startswith(home):
        return is_well_formed(address)
    rest, _, fragment = address.removeprefix(home).partition("#")
    path = rest.partition("?")[0]
    file = folder / unquote(path)
    file = file / "index.html" if not path or path.endswith("/") else file
    if not file.is_file():
        return False
    return file.suffix != ".html" or unquote(fragment) in marks(file)


def is_well_formed(address: str) -> bool:
    """Whether an address of another place can be right."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if re.search(r"\s", address):
        return False
    if parts.scheme == "mailto":
        return bool(MAIL.fullmatch(address.removeprefix("mailto:")))
    return (parts.scheme in ("https", "http") and bool(HOST.fullmatch(parts.netloc))) or parts.scheme == "data"


def dead(folder: Path, home: str) -> list[tuple[str, str]]:
    """Every address of a site that leads nowhere, with the file that names it."""
    return [(page, address) for page, address in targets(folder, home) if not leads_on(folder, home, address)]


@pytest.mark.parametrize("name", ["public", "preview"])
def test_every_link_of_a_site(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    tree: Any = lxml.html.fromstring((site.folder / "index.html").read_bytes())
    home = tree.xpath("string(//link[@rel='canonical']/@href)")
    assert sum(address.startswith(home) for _, address in targets(site.folder, home)) > len(site.pages())
    assert dead(site.folder, home) == []


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        pytest.param("../media/", True, id="another page"),
        pytest.param("../press/", False, id="a page that is not there"),
        pytest.param("../media/#hours", True, id="a mark of another page"),
        pytest.param("../media/#staff", False, id="a mark that is not there"),
        pytest.param("#here", True, id="a mark of this page"),
        pytest.param("#there", False, id="a mark of another page, without the page"),
        pytest.param("#", True, id="the top of this page"),
        pytest.param("../media", False, id="a folder without its slash"),
        pytest.param("../media/index.html", True, id="a file"),
        pytest.param("../a%20b.pdf", True, id="a file whose name is escaped"),
        pytest.param("../a%2520b.pdf", False, id="a file whose name is escaped twice"),
        pytest.param("../?q=port", True, id="a page that is asked something"),
        pytest.param("/answers-of-ours/media/", True, id="a path of the host"),
        pytest.param("https://desk.example/answers-of-ours/media/", True, id="the whole address"),
        pytest.param("https://desk.example/answers-of-ours/press/", False, id="the whole address of no page"),
        pytest.param("https://other.example/x?a=b#c", True, id="another host"),
        pytest.param("https://other/x", False, id="another host without a dot"),
        pytest.param("https://other.example/a b", False, id="a space in an address"),
        pytest.param("http:///x", False, id="no host at all"),
        pytest.param("mailto:a@desk.example?subject=A%20B", True, id="a mail address"),
        pytest.param("mailto:a@desk", False, id="a mail address without a dot"),
        pytest.param("mailto:desk.example", False, id="a mail address without its sign"),
        pytest.param("javascript:alert(1)", False, id="a script"),
        pytest.param("ftp://other.example/", False, id="another way of sending"),
    ],
)
def test_where_a_link_leads(tmp_path: Path, link: str, leads: bool) -> None:
    site = {
        "index.html": drawn_page(""),
        "piece/index.html": drawn_page(f'<p id="here"><a href="{link}">A</a></p>'),
        "media/index.html": drawn_page('<h2 id="hours">Hours</h2><p id="there">9 to 17</p>'),
        "a b.pdf": "",
    }
    assert (dead(written(site, tmp_path), HOME) == []) is leads


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        pytest.param("sitemap.xml", f"<loc>{HOME}media/</loc>", 0, id="a page of the map"),
        pytest.param("sitemap.xml", f"<loc>{HOME}press/</loc>", 1, id="no page, on the map"),
        pytest.param(
            "search/search_index.json", '{"docs": [{"location": "media/#hours"}]}', 0, id="a mark that search finds"
        ),
        pytest.param(
            "search/search_index.json", '{"docs": [{"location": "media/#staff"}]}', 1, id="no mark, found by search"
        ),
        pytest.param(
            ".well-known/security.txt", f"Canonical: {HOME}.well-known/security.txt\n", 0, id="its own address"
        ),
        pytest.param(".well-known/security.txt", f"Contact: {HOME}press/\n", 1, id="a contact that is not there"),
        pytest.param(
            ".well-known/security.txt", "Expires: 2027-10-01T00:00:00Z\n", 0, id="a time, which is no address"
        ),
    ],
)
def test_where_other_files_lead(tmp_path: Path, path: str, text: str, found: int) -> None:
    site = {"media/index.html": drawn_page('<h2 id="hours">Hours</h2>'), path: text}
    assert len(dead(written(site, tmp_path), HOME)) == found
