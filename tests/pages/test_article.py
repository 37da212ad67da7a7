"""What pieces tell machines about themselves (JSON-LD) holds to schema.org's vocabulary; beside it, data that does not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

from browsing import Site

ABOVE = {
    "Article": "CreativeWork",
    "CreativeWork": "Thing",
    "ImageObject": "MediaObject",
    "MediaObject": "CreativeWork",
    "Organization": "Thing",
    "Person": "Thing",
}
"""Type -> the type above it: https://schema.org/version/30.0, schemaorg-current-https-types.csv, 'subTypeOf'."""

TAKES: dict[str, dict[str, list[str]]] = {
    "Thing": {
        "description": ["Text"],
        "identifier": ["Text", "URL"],
        "image": ["ImageObject", "URL"],
        "mainEntityOfPage": ["CreativeWork", "URL"],
        "name": ["Text"],
        "sameAs": ["URL"],
        "url": ["URL"],
    },
    "CreativeWork": {
        "abstract": ["Text"],
        "alternativeHeadline": ["Text"],
        "author": ["Organization", "Person"],
        "citation": ["CreativeWork", "Text"],
        "copyrightHolder": ["Organization", "Person"],
        "correction": ["Text", "URL"],
        "creativeWorkStatus": ["Text"],
        "dateCreated": ["Date", "DateTime"],
        "dateModified": ["Date", "DateTime"],
        "datePublished": ["Date", "DateTime"],
        "expires": ["Date", "DateTime"],
        "headline": ["Text"],
        "inLanguage": ["Language", "Text"],
        "isAccessibleForFree": ["Boolean"],
        "isBasedOn": ["CreativeWork", "URL"],
        "isPartOf": ["CreativeWork", "URL"],
        "keywords": ["Text", "URL"],
        "license": ["CreativeWork", "URL"],
        "publisher": ["Organization", "Person"],
        "version": ["Number", "Text"],
        "wordCount": ["Integer"],
    },
    "Article": {"articleSection": ["Text"], "wordCount": ["Integer"]},
    "Organization": {"email": ["Text"], "logo": ["ImageObject", "URL"], "telephone": ["Text"]},
    "MediaObject": {"contentUrl": ["URL"]},
}
"""Type -> property -> what it may hold: the same version, schemaorg-current-https-properties.csv, 'domainIncludes' and
'rangeIncludes'; properties and types that a page of words has use for. Add a row from there if a page needs one."""

NEEDED = {
    "Article": ["author", "headline", "inLanguage", "mainEntityOfPage", "publisher", "url"],
    "CreativeWork": ["name", "url"],
    "Organization": ["name"],
}
"""What a program that quotes a piece cannot do without; the vocabulary itself demands nothing."""


def lineage(kind: str) -> Iterator[str]:
    """A type and those above it."""
    while kind:
        yield kind
        kind = ABOVE.get(kind, "")


def is_url(value: Any) -> bool:
    """Whether a value is a whole address on the web."""
    if not isinstance(value, str) or re.search(r"\s", value):
        return False
    parts = urlsplit(value)
    return parts.scheme in ("https", "http") and "." in parts.netloc


def is_date(value: Any) -> bool:
    """Whether a value is a day as ISO 8601 has it, in the long form."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_time(value: Any) -> bool:
    """Whether a value is a time of a day with its zone."""
    try:
        return isinstance(value, str) and "T" in value and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


HOLDS: dict[str, Callable[[Any], bool]] = {
    "Text": lambda value: isinstance(value, str) and value.strip() == value != "",
    "URL": is_url,
    "Date": is_date,
    "DateTime": is_time,
    "Boolean": lambda value: isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}
"""Whether a value that is no object can be of a kind."""


def faults(data: Any, where: str = "", expected: tuple[str, ...] = ("Article",)) -> list[str]:
    """All that is wrong with an object and those inside it, by the path of keys."""
    kind = data.get("@type")
    if kind not in ABOVE or not set(lineage(kind)) & set(expected):
        return [f"{where}@type"]
    takes = {name: kinds for above in lineage(kind) for name, kinds in TAKES.get(above, {}).items()}
    found = [f"{where}{name} missing" for name in NEEDED.get(kind, []) if name not in data]
    for name, value in data.items():
        if name.startswith("@"):
            continue
        values = value if isinstance(value, list) else [value]
        if name not in takes or not values:
            found.append(f"{where}{name}")
        for one in values if name in takes else ():
            if isinstance(one, dict):
                found += faults(one, f"{where}{name}.", tuple(takes[name]))
            elif not any(HOLDS[kind](one) for kind in takes[name] if kind in HOLDS):
                found.append(f"{where}{name}")
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", str(data.get("inLanguage", "en"))):
        found.append(f"{where}inLanguage")
    first, last = data.get("datePublished", ""), data.get("dateModified", "")
    return found + [f"{where}dateModified"] * (is_date(first) and is_date(last) and last < first)


def told(page: Path) -> tuple[str, str, str, list[Any]]:
    """What a page says of itself: its kind, its address, its heading, its JSON-LD."""
    tree: Any = lxml.html.fromstring(page.read_bytes())
    kind, address, heading = (
        " ".join(str(tree.xpath(f"string({path})")).split())
        for path in ("//meta[@property='og:type']/@content", "//link[@rel='canonical']/@href", "//h1")
    )
    scripts = tree.xpath("//script[@type='application/ld+json']")
    return kind, address, heading, [json.loads(script.text_content()) for script in scripts]


@pytest.mark.parametrize("name", ["public", "preview"])
def test_every_page(request: pytest.FixtureRequest, name: str) -> None:
    site: Site = request.getfixturevalue(name)
    pieces = 0
    for path in site.pages():
        kind, address, heading, data = told(site.folder / path)
        assert len(data) == (kind == "article"), path
        for article in data:
            pieces += 1
            assert article["@context"] == "https://schema.org", path
            missing = ("",) if name == "preview" else ()  # a piece that is being written has no statement yet
            assert faults({key: value for key, value in article.items() if value not in missing}) == [], path
            assert (article["url"], article["headline"]) == (address, heading), path
    assert pieces


DESK = {"@type": "Organization", "name": "Desk"}
ARTICLE = {
    "@type": "Article",
    "headline": "How exposed are we?",
    "inLanguage": "en",
    "url": "https://desk.example/a/",
    "mainEntityOfPage": "https://desk.example/a/",
    "author": [DESK],
    "publisher": DESK,
}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param({}, [], id="what is needed"),
        pytest.param({"@type": "Artikel"}, ["@type"], id="a type that is none"),
        pytest.param({"@type": "Organization", "name": "Desk"}, ["@type"], id="a type that is another"),
        pytest.param({"headline": None}, ["headline"], id="nothing in its place"),
        pytest.param({"headline": ""}, ["headline"], id="no words in their place"),
        pytest.param({"title": "A"}, ["title"], id="a property that is none"),
        pytest.param({"telephone": "+1"}, ["telephone"], id="a property of another type"),
        pytest.param({"author": "Desk"}, ["author"], id="a name instead of somebody"),
        pytest.param({"author": [DESK, DESK]}, [], id="two authors"),
        pytest.param({"author": []}, ["author"], id="no author in the list"),
        pytest.param({"author": {"@type": "Organization"}}, ["author.name missing"], id="an author without a name"),
        pytest.param({"publisher": {**DESK, "url": "/"}}, ["publisher.url"], id="half an address, further in"),
        pytest.param({"publisher": {**DESK, "@type": "Article"}}, ["publisher.@type"], id="a publisher that is a text"),
        pytest.param({"url": "/a/"}, ["url"], id="half an address"),
        pytest.param({"url": "https://desk.example/a b/"}, ["url"], id="an address with a space"),
        pytest.param({"wordCount": 700}, [], id="a number"),
        pytest.param({"wordCount": "700"}, ["wordCount"], id="a number in quotation marks"),
        pytest.param({"wordCount": True}, ["wordCount"], id="yes instead of a number"),
        pytest.param({"datePublished": "2026-11-21"}, [], id="a day"),
        pytest.param({"datePublished": "21 November 2026"}, ["datePublished"], id="a day in words"),
        pytest.param({"datePublished": "20261121"}, ["datePublished"], id="a day in the short form"),
        pytest.param({"datePublished": "2026-02-30"}, ["datePublished"], id="a day that never comes"),
        pytest.param({"dateModified": "2026-11-21T10:00:00+00:00"}, [], id="a time with its zone"),
        pytest.param({"dateModified": "2026-11-21T10:00:00"}, ["dateModified"], id="a time without its zone"),
        pytest.param({"datePublished": "2026-11-21", "dateModified": "2026-11-22"}, [], id="changed later"),
        pytest.param(
            {"datePublished": "2026-11-21", "dateModified": "2026-11-20"}, ["dateModified"], id="changed before"
        ),
        pytest.param({"inLanguage": "de-CH"}, [], id="a language and where it is spoken"),
        pytest.param({"inLanguage": "English"}, ["inLanguage"], id="a language in words"),
        pytest.param({"citation": ["DICOM PS3.15"]}, [], id="a source in words"),
        pytest.param(
            {"citation": [{"@type": "CreativeWork", "name": "A", "url": "https://a.example/"}]}, [], id="a source"
        ),
        pytest.param(
            {"citation": [{"@type": "CreativeWork", "name": "A"}]},
            ["citation.url missing"],
            id="a source without its place",
        ),
        pytest.param({"isBasedOn": "https://a.example/"}, [], id="an address that it answers"),
        pytest.param({"isBasedOn": "A report"}, ["isBasedOn"], id="words that it answers"),
    ],
)
def test_faults_are_found(changed: dict[str, Any], found: list[str]) -> None:
    assert faults({**ARTICLE, **changed}) == found


@pytest.mark.parametrize("name", NEEDED["Article"])
def test_what_is_missing_is_found(name: str) -> None:
    assert faults({key: value for key, value in ARTICLE.items() if key != name}) == [f"{name} missing"]
