"""This project's own site, built with real engines: complete, verified, and nothing in it that should not be."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from running import ROOT, bytes_of, own_project, shelfready
from shelfready import words
from shelfready.pipeline import examine

ENGINES = ["mkdocs", pytest.param("properdocs", marks=pytest.mark.properdocs)]


@pytest.fixture(scope="module", params=ENGINES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = own_project(tmp_path_factory.mktemp(f"own-{request.param}"))
    done = shelfready("build", "--engine", request.param, "--as-of", "2026-11-21", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"site/ holds \d+ published pieces, \d+ files, verified\.", done.stdout)
    return folder / "site"


def told(element: Any) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def test_pages_and_files_of_the_contract_are_there(site: Path) -> None:
    for path in (
        "index.html",
        "answers/index.html",
        "answers/why-dicom-does-not-mandate-security/index.html",
        "answers/how-can-i-tell-if-my-system-is-exposed/index.html",
        "answers/one-page-checklist/index.html",
        "audiences/media/index.html",
        "media/index.html",
        "security-policy/index.html",
        "about/index.html",
        "404.html",
        "sitemap.xml",
        "search/search_index.json",
        ".well-known/security.txt",
    ):
        assert (site / path).is_file(), path


def test_the_manifest_lists_every_other_file_with_its_digest(site: Path) -> None:
    listed = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"]
    present = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    del present["manifest.json"]
    assert listed == {path: hashlib.sha256(data).hexdigest() for path, data in present.items()}


def test_no_lead_is_named_in_any_byte(site: Path) -> None:
    records = [yaml.safe_load(p.read_text(encoding="utf-8")) for p in (ROOT / "content" / "topics").glob("*.yml")]
    leads = {str(record["lead"]) for record in records if record.get("lead")} - {"Shelfready maintainers"}
    assert leads
    names = {part for lead in leads for part in (lead, lead.split()[-1])}
    for path, data in bytes_of(site):
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b".encode(), data)], path


def test_every_page_carries_the_notice_and_one_main_heading(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree = lxml.html.fromstring(path.read_bytes())
        text = told(tree)
        assert "This is an independent example made with Shelfready." in text, path
        assert len(tree.findall(".//h1")) == 1, path


def test_the_page_counts_the_same_words_as_the_checker(site: Path) -> None:
    library, _ = examine(ROOT, date(2026, 11, 21))
    for topic in library.topics:
        if topic.record.status == "published" and topic.record.kind != "policy" and topic.draft:
            page = (site / "answers" / topic.slug / "index.html").read_text(encoding="utf-8")
            region = page.split("<!--shelf:words-->")[1].split("<!--/shelf:words-->")[0]
            assert words.count(words.text_of(region)) == topic.draft.words
            assert f"<span>{topic.draft.words} words</span>" in page


def test_pieces_have_article_data_and_a_canonical_address(site: Path) -> None:
    for path in (site / "answers").glob("*/index.html"):
        tree: Any = lxml.html.fromstring(path.read_bytes())
        address = f"https://imaging-answers.example/answers/{path.parent.name}/"
        assert tree.xpath("//link[@rel='canonical']/@href") == [address]
        data = json.loads(told(tree.xpath("//script[@type='application/ld+json']")[0]))
        assert (data["@type"], data["url"], data["inLanguage"]) == ("Article", address, "en")
        assert data["headline"] == told(tree.xpath("//h1")[0])
        assert data["publisher"]["name"] == "Example desk"


def test_search_finds_other_wordings_and_leaves_lists_out(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = {entry["location"]: entry["text"] for entry in index["docs"]}
    assert any("include security" in text for text in texts.values())
    assert not any(location.startswith(("answers/#", "audiences/", "media/#")) for location in texts)
    assert "press contacts" in texts["media/"]
    assert "DICOM does include" not in texts["media/"]
    assert "answers/" not in texts


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside_it(site: Path) -> None:
    before = dict(bytes_of(site))
    done = shelfready("build", "--as-of", "2026-11-21", folder=site.parent)
    assert done.returncode == 0
    after = dict(bytes_of(site))
    assert sorted(before) == sorted(after)
    assert not [path.name for path in site.parent.iterdir() if "shelfready" in path.name]
