"""Builds of small projects: what goes out, what stops one, what is said, and what stays as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drawing import BASE, MIXED, MIXED_WORDS, PUBLISHED, added
from running import ROOT, bytes_of, shelfready
from shelfready import words
from shelfready.lock import held

Make = Callable[[str], Path]
RECORD = BASE["content/topics/piece.yml"]
LIVE = added(RECORD, PUBLISHED)


def live(project: Make, drawing: str = "") -> Path:
    """The usual project with its piece published, and more files."""
    folder = project(drawing)
    if "content/topics/piece.yml" not in drawing:
        (folder / "content/topics/piece.yml").write_text(LIVE, encoding="utf-8")
    return folder


def write(folder: Path, path: str, text: str) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_a_folder_with_content_alone_gets_a_whole_site(project: Make) -> None:
    folder = live(project)
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site/ holds 1 published piece, " in done.stdout
    assert "Next: upload the whole folder" in done.stdout
    assert (folder / "site/answers/piece/index.html").is_file()


def test_check_and_the_page_count_the_same_words(project: Make) -> None:
    folder = live(project)
    write(folder, "content/drafts/piece.md", MIXED)
    said = shelfready("check", "content/drafts/piece.md", folder=folder).stdout
    assert f"content/drafts/piece.md: {MIXED_WORDS} of 700 words" in said
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (folder / "site/answers/piece/index.html").read_text(encoding="utf-8")
    assert f"<span>{MIXED_WORDS} words</span>" in page
    assert f'"wordCount": {MIXED_WORDS}' in page
    region = page.partition("<!--shelf:words-->")[2].partition("<!--/shelf:words-->")[0]
    assert words.count(words.text_of(region)) == MIXED_WORDS


CANARY = "CANARYwombat"
FIELDS = f"""\
title: {CANARY}
kind: answer
status: STATUS
lead: {CANARY}
owners: [desk]
audiences: [media]
brief: [{CANARY}]
statement: {CANARY}
also_asked: [{CANARY}]
sources: [{{title: {CANARY}, url: "https://x.org/{CANARY}", accessed: 2026-11-20}}]
next: {{who: {CANARY}, what: {CANARY}}}
review_by: 2027-05-20
note: {CANARY}
"""


@pytest.mark.parametrize("status", ["proposed", "drafting", "review", "withdrawn"])
def test_a_word_of_an_unpublished_topic_is_in_no_byte_and_in_the_preview(project: Make, status: str) -> None:
    folder = live(project)
    write(folder, f"content/topics/{CANARY.lower()}.yml", FIELDS.replace("STATUS", status))
    write(folder, f"content/drafts/{CANARY.lower()}.md", f"## {CANARY}\n\n![{CANARY}](images/{CANARY}.png)\n")
    write(folder, f"content/drafts/images/{CANARY}.png", CANARY)
    assert shelfready("build", folder=folder).returncode == 0
    for path, data in bytes_of(folder / "site"):
        assert CANARY.lower() not in path.lower()
        assert CANARY.lower().encode() not in data.lower(), path
    assert shelfready("build", "--preview", folder=folder).returncode == 0
    assert any(CANARY.encode() in data for _, data in bytes_of(folder / "build/preview/site"))


def test_the_same_word_is_public_once_the_topic_is_published_but_for_its_inner_fields(project: Make) -> None:
    folder = live(project)
    inner = FIELDS.replace(f"lead: {CANARY}", "lead: INNERquoll").replace(f"brief: [{CANARY}]", "brief: [INNERquoll]")
    inner = inner.replace(f"note: {CANARY}", "note: INNERquoll").replace(
        "next: {who: " + CANARY, "next: {who: INNERquoll"
    )
    write(
        folder,
        "content/topics/second.yml",
        inner.replace("STATUS", "published").replace(f"what: {CANARY}", "what: INNERquoll"),
    )
    write(folder, "content/drafts/second.md", f"## {CANARY}\n")
    assert shelfready("build", folder=folder).returncode == 0
    public = b"".join(data for _, data in bytes_of(folder / "site"))
    assert CANARY.encode() in public
    assert b"INNERquoll" not in public


BROKEN_TEN_WAYS = """\
---
title: x
---

# Title

<script>alert(1)</script> [x](javascript:alert(1)) {: .x } [gone](gone.md) [y](#no)

![](https://evil.example/x.png) [^no]

- [ ] tick

{{ 7*7 }} --8<-- "x"
"""


def test_an_unpublished_draft_broken_in_ten_ways_keeps_nobody_inside(project: Make) -> None:
    folder = live(project)
    write(folder, "content/topics/broken.yml", RECORD)
    write(folder, "content/drafts/broken.md", BROKEN_TEN_WAYS)
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout
    assert "errors in what does not go out or in dates: 'shelfready check' lists them." in done.stdout
    assert shelfready("check", folder=folder).returncode == 1
    assert shelfready("build", "--preview", folder=folder).returncode == 0
    page = (folder / "build/preview/site/answers/broken/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "MKD001" in page
    assert '<meta name="robots" content="noindex, nofollow">' in page


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        pytest.param("docs/about.md", "# About\n\n[x](nowhere.md)\n", "LNK001", id="a broken link in docs"),
        pytest.param("content/drafts/piece.md", "<b>x</b>\n", "MKD001", id="HTML in a published draft"),
        pytest.param(
            "content/desk.yml", BASE["content/desk.yml"] + "titel: x\n", "REC001", id="an unknown key in desk.yml"
        ),
        pytest.param(
            "content/topics/piece.yml", LIVE.replace("kind: answer", "kind: a: b"), "LOD006", id="a broken record"
        ),
        pytest.param(
            "content/topics/piece.yml", LIVE.replace("answer", "signed"), "STA001", id="a kind that wants a signature"
        ),
    ],
)
def test_an_error_in_what_would_go_out_stops_the_build_and_leaves_the_site(
    project: Make, path: str, text: str, code: str
) -> None:
    folder = live(project)
    assert shelfready("build", folder=folder).returncode == 0
    before = dict(bytes_of(folder / "site"))
    write(folder, path, text)
    done = shelfready("build", folder=folder)
    assert done.returncode == 1
    assert f"{path}:" in done.stdout
    assert code in done.stdout
    assert "Nothing was published: " in done.stdout
    assert "The former site/ stays as it was." in done.stdout
    assert dict(bytes_of(folder / "site")) == before


def test_what_a_preview_says_has_nothing_private_of_a_title(project: Make) -> None:
    folder = live(project)
    record = folder / "content/topics/piece.yml"
    title = "How do we call +1 202 555 0143?"
    record.write_text(record.read_text(encoding="utf-8").replace("How exposed are we?", title), encoding="utf-8")
    done = shelfready("build", "--preview", "--as-of", "2030-01-01", folder=folder)
    assert done.returncode == 0, done.stdout
    assert "Lapsed: 'piece' was to be reviewed by 2027-05-20; its page says so." in done.stdout
    assert "555" not in done.stdout + done.stderr


def test_a_day_far_ahead_stops_nothing_and_says_what_lapsed(project: Make) -> None:
    folder = live(project)
    done = shelfready("build", "--as-of", "2030-01-01", folder=folder)
    assert done.returncode == 0, done.stdout
    assert "Lapsed: 'How exposed are we?' was to be reviewed by 2027-05-20; its page says so." in done.stdout
    assert "Lapsed: the security contact expired on 2027-10-01; the site has no security.txt." in done.stdout
    assert "Review overdue" in (folder / "site/answers/piece/index.html").read_text(encoding="utf-8")
    assert not (folder / "site/.well-known").exists()
    assert shelfready("check", "--as-of", "2030-01-01", folder=folder).returncode == 1


HOSTILE_TITLE = 'title: "a {% raw %} {{7*7}} &lt;i&gt; \\"quoted\\" & \'x\'"\n'


def test_a_title_is_text_wherever_it_stands(project: Make) -> None:
    folder = live(project)
    title = "Q & A: \"quoted\" & 'x' &lt;i&gt; `code` *star* [link](x)"
    write(folder, "content/topics/piece.yml", added(LIVE, f"title: {json.dumps(title)}\n"))
    desk = (folder / "content/desk.yml").read_text(encoding="utf-8")
    write(folder, "content/desk.yml", added(desk, "severities: {MKD015: hint}\n"))  # such a title is an error elsewhere
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout
    for path in (folder / "site").rglob("*.html"):
        assert "<i>" not in path.read_text(encoding="utf-8")
    index = json.loads((folder / "site/search/search_index.json").read_text(encoding="utf-8"))
    assert not any("<i>" in entry["title"] for entry in index["docs"])


@pytest.mark.parametrize("title", ["</title><script>alert(1)</script>", "{{ 7*7 }}", "a <b>"])
def test_a_title_with_markup_is_refused_with_its_line(project: Make, title: str) -> None:
    folder = live(project)
    write(folder, "content/topics/piece.yml", added(LIVE, f"title: {json.dumps(title)}\n"))
    done = shelfready("build", folder=folder)
    assert done.returncode == 1
    assert "content/topics/piece.yml:" in done.stdout
    assert not (folder / "site").exists()


def test_an_engine_warning_stops_the_build_at_the_line(project: Make) -> None:
    folder = live(project)
    write(folder, "templates/site/audience.md.j2", "# {{ label }}\n\n[gone](nowhere.md)\n")
    done = shelfready("build", folder=folder)
    assert done.returncode == 1
    assert "ENG001 the site engine warns: Doc file 'audiences/media.md' contains a link 'nowhere.md'" in done.stdout


def test_a_template_with_a_foreign_script_stops_the_build(project: Make) -> None:
    folder = live(project)
    page = '{% extends "main.html" %}{% block content %}{{ page.content }}<script src="https://evil.example/x.js"></script>{% endblock %}'
    write(folder, "templates/theme/listing.html", page)
    done = shelfready("build", folder=folder)
    assert done.returncode == 1
    assert "VER004" in done.stdout
    assert "VER005" in done.stdout
    assert not (folder / "site").exists()


def test_a_template_that_alters_title_or_statement_stops_the_build(project: Make) -> None:
    folder = live(project)
    text = (ROOT / "templates/theme/topic.html").read_text(encoding="utf-8")
    write(folder, "templates/theme/topic.html", text.replace("{{ shelf.question | e }}", "We were never hacked."))
    done = shelfready("build", folder=folder)
    assert done.returncode == 1
    assert "VER007 'How exposed are we?' of the record is not on this page" in done.stdout


def test_other_markdown_extensions_than_the_checkers_are_refused(project: Make) -> None:
    folder = live(project)
    write(folder, "mkdocs.yml", "site_name: x\ntheme: material\nmarkdown_extensions: [shelfready.markup, attr_list]\n")
    done = shelfready("build", folder=folder)
    assert done.returncode == 2
    assert "mkdocs.yml:3: markdown_extensions is [shelfready.markup, attr_list]" in done.stderr


def test_a_template_that_cannot_be_parsed_is_named_with_its_line(project: Make) -> None:
    folder = live(project)
    write(folder, "templates/theme/page.html", '{% extends "main.html" %}\n{% block content %}\n')
    done = shelfready("build", folder=folder)
    assert done.returncode == 2
    assert "templates/theme/page.html:2: Unexpected end of template" in done.stderr


def test_a_new_page_gets_a_place_among_the_sections(project: Make) -> None:
    folder = live(project, "| docs/imprint.md\n# Imprint\n\nWho we are.\n")
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'href="imprint/"' in (folder / "site/index.html").read_text(encoding="utf-8")


def test_sections_may_hold_pages_without_titles_and_other_sections(project: Make) -> None:
    folder = live(project, "| docs/imprint.md\n# Imprint\n\nWho we are.\n\n| docs/terms.md\n# Terms\n\nBe kind.\n")
    before, _, rest = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:\n")
    nav = "nav: [index.md, {Legal: [imprint.md, {Terms of use: terms.md}, {Gone: gone.md}]}, {Gone: [gone.md]}]\n"
    write(folder, "mkdocs.yml", before + nav + rest[rest.index("\nnot_in_nav") :])
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert "Terms of use" in home
    assert "Gone" not in home


def test_an_introduction_with_a_heading_of_its_own_is_the_only_one(project: Make) -> None:
    folder = live(project, "| docs/index.md\n# Welcome\n\nShort answers.\n")
    assert shelfready("build", folder=folder).returncode == 0
    assert (folder / "site/index.html").read_text(encoding="utf-8").count("<h1") == 1


def test_a_run_that_waited_for_another_reads_what_is_there_then(project: Make) -> None:
    folder = live(project)
    with ThreadPoolExecutor() as pool:
        with held({folder / "build"}, lambda: None):
            waiting = pool.submit(shelfready, "build", folder=folder)
            time.sleep(2)
            write(folder, "content/topics/piece.yml", LIVE.replace("published", "withdrawn"))
            assert not waiting.done()
        done = waiting.result()
    assert done.returncode == 0
    assert not (folder / "site/answers/piece").exists()


LINKS = [
    pytest.param("build", 2, id="the folder of all staged files"),
    pytest.param("build/docs", 2, id="a folder of staged files"),
    pytest.param("build/docs/audiences", 0, id="a folder inside of it"),
    pytest.param("build/docs/media.md", 0, id="a staged file"),
    pytest.param("mkdocs.shelfready-public.yml", 0, id="the engine's configuration"),
]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
@pytest.mark.parametrize(("place", "code"), LINKS)
def test_a_link_in_our_own_place_leads_nothing_out_of_the_project(
    project: Make, tmp_path: Path, place: str, code: int
) -> None:
    folder, outside = live(project), tmp_path / "outside"
    for name in ("mine.md", "docs/mine.md"):
        write(outside, name, "mine")
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).symlink_to(outside if "." not in Path(place).name else outside / "mine.md")
    done = shelfready("build", folder=folder)
    assert done.returncode == code, done.stdout + done.stderr
    assert dict(bytes_of(outside)) == {"docs/mine.md": b"mine", "mine.md": b"mine"}


def test_code_that_lies_in_the_project_is_not_run(project: Make) -> None:
    folder = live(project)
    for name in ("click", "yaml", "jinja2"):
        write(folder, f"{name}.py", "import pathlib\npathlib.Path('ran').touch()\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("shelfready"), "build"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (folder / "ran").exists()


def test_a_preview_may_not_even_begin_the_public_folder(project: Make) -> None:
    folder = live(project)
    done = shelfready("build", "--preview", "--site-dir", "site", folder=folder)
    assert done.returncode == 2
    assert "site is for the public site." in done.stderr


def test_a_folder_with_nothing_but_a_systems_file_is_taken(project: Make) -> None:
    folder = live(project)
    write(folder, "site/.DS_Store", "")
    for _ in range(2):
        done = shelfready("build", folder=folder)
        assert done.returncode == 0, done.stderr
    assert (folder / "site/index.html").is_file()


def test_a_build_where_its_folder_is_a_file_says_so(project: Make) -> None:
    folder = live(project)
    write(folder, "build", "mine")
    done = shelfready("build", folder=folder)
    assert done.returncode == 2
    assert f"{folder / 'build'} cannot be used: " in done.stderr
    assert (folder / "build").read_text(encoding="utf-8") == "mine"


def test_a_former_site_without_rights_is_replaced_all_the_same(project: Make) -> None:
    folder = live(project)
    assert shelfready("build", folder=folder).returncode == 0
    for path in [folder / "site", *(p for p in (folder / "site").rglob("*") if p.is_dir())]:
        path.chmod(0o555)
    done = shelfready("build", folder=folder)
    assert done.returncode == 0, done.stderr
    assert not list(folder.glob(".site.shelfready-*"))
    assert (folder / "site").stat().st_mode & 0o777 == 0o755


FOREIGN = [
    pytest.param({"keep.txt": "mine"}, "was not made by Shelfready", id="a folder with files of mine"),
    pytest.param(
        {"manifest.json": '{"name": "a web app"}'}, "was not made by Shelfready", id="another kind of manifest"
    ),
    pytest.param({"manifest.json": "not json"}, "was not made by Shelfready", id="a manifest that is none"),
]


@pytest.mark.parametrize(("files", "words"), FOREIGN)
def test_a_folder_that_shelfready_did_not_make_is_never_replaced(
    project: Make, tmp_path: Path, files: dict[str, str], words: str
) -> None:
    folder, target = live(project), tmp_path / "www"
    for name, text in files.items():
        write(target, name, text)
    done = shelfready("build", "--site-dir", str(target), folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert {p.name: p.read_text(encoding="utf-8") for p in target.iterdir()} == files


def test_a_file_that_somebody_put_into_the_site_is_not_removed(project: Make) -> None:
    folder = live(project)
    assert shelfready("build", folder=folder).returncode == 0
    write(folder, "site/CNAME", "answers.example.org\n")
    done = shelfready("build", folder=folder)
    assert done.returncode == 2
    assert "holds files that Shelfready did not write: CNAME. Move them to docs/ to publish them" in done.stderr
    assert (folder / "site/CNAME").is_file()


@pytest.mark.parametrize("target", [".", "..", "content", "docs/x", "/", "build", "build/docs", "site/../content/new"])
def test_folders_that_hold_sources_are_refused(project: Make, target: str) -> None:
    folder = live(project)
    done = shelfready("build", "--site-dir", target, folder=folder)
    assert done.returncode == 2
    assert (folder / "content/desk.yml").is_file()


def test_a_preview_never_lands_in_the_public_folder_nor_the_other_way_round(project: Make) -> None:
    folder = live(project)
    assert shelfready("build", folder=folder).returncode == 0
    done = shelfready("build", "--preview", "--site-dir", "site", folder=folder)
    assert done.returncode == 2
    assert "is for the public site" in done.stderr
    assert shelfready("build", "--preview", folder=folder).returncode == 0
    done = shelfready("build", "--site-dir", "build/preview/site", folder=folder)
    assert done.returncode == 2
    assert "holds a preview, and this would be the public site" in done.stderr


def test_another_folder_may_be_named_and_is_made(project: Make, tmp_path: Path) -> None:
    folder = live(project)
    target = tmp_path / "deep" / "www"
    assert shelfready("build", "--site-dir", str(target), folder=folder).returncode == 0
    assert (target / "index.html").is_file()


@pytest.mark.skipif(os.name != "posix", reason="umask and time zones of POSIX")
def test_two_builds_in_two_places_are_the_same_bytes_and_modes(project: Make, tmp_path: Path) -> None:
    from running import modes_of

    folder = live(project)
    other = tmp_path / "elsewhere" / "copy"
    for path, data in list(bytes_of(folder)):
        place = other / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    first = shelfready("build", "--as-of", "2026-11-21", folder=folder, env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
    old = os.umask(0o077)
    try:
        second = shelfready(
            "build", "--as-of", "2026-11-21", folder=other, env={"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "7"}
        )
    finally:
        os.umask(old)
    assert (first.returncode, second.returncode) == (0, 0)
    assert _raw(folder / "site") == _raw(other / "site")
    assert modes_of(folder / "site") == modes_of(other / "site")
    assert set(modes_of(folder / "site").values()) == {0o644, 0o755}


def _raw(folder: Path) -> list[tuple[str, bytes]]:
    return [(p.relative_to(folder).as_posix(), p.read_bytes()) for p in sorted(folder.rglob("*")) if p.is_file()]
