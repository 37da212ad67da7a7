"""`shelfready packet`: two files beside the project, readable without a network, printable, and never on the site."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browsing import chromium
from drawing import PUBLISHED, added, written
from freezing import SIGNING as BASE
from running import own_project, shelfready

TOPIC = "why-dicom-does-not-mandate-security"
DAY = ("--as-of", "2026-11-21")
COUNSEL = "  - {name: Example Counsel, organisation: example-desk, roles: [counsel]}\n"


def reviewed(folder: Path) -> Path:
    """This project's own content, with one piece of a kind that counsel must sign."""
    own_project(folder)
    for name in ("editions", "log"):
        shutil.rmtree(folder / "content" / name)
    desk = folder / "content/desk.yml"
    text = desk.read_text(encoding="utf-8")
    kind = "kinds:\n  reviewed: {label: Reviewed, budget: 700, sign_off: [counsel, editor]}\n"
    desk.write_text(text.replace("kinds:\n", kind).replace("people:\n", f"people:\n{COUNSEL}"), encoding="utf-8")
    record = folder / f"content/topics/{TOPIC}.yml"
    lines = "kind: reviewed\nstatus: review\n"
    record.write_text(added(record.read_text(encoding="utf-8"), lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = reviewed(tmp_path_factory.mktemp("packet"))
    assert shelfready("submit", TOPIC, *DAY, folder=folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def page(project: Path) -> Path:
    assert shelfready("packet", TOPIC, *DAY, folder=project).returncode == 0
    return project / f"build/packets/{TOPIC}-edition-1.html"


def test_it_names_both_files_and_who_must_sign(project: Path, page: Path) -> None:
    done = shelfready("packet", TOPIC, *DAY, folder=project)
    assert done.stdout.startswith(
        f"wrote build/packets/{TOPIC}-edition-1.html\nwrote build/packets/{TOPIC}-edition-1.txt\n"
    )
    assert "to be signed by counsel, editor" in done.stdout
    assert {path.suffix for path in page.parent.iterdir()} == {".html", ".txt"}


def test_the_same_project_gives_the_same_bytes_in_any_folder(project: Path, page: Path, tmp_path: Path) -> None:
    done = shelfready("packet", TOPIC, "--output", str(tmp_path / "out"), *DAY, folder=project)
    assert done.returncode == 0
    for path in page.parent.iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    "folder", ["site", "site/packets", "docs", "content/packets", "build/docs", "build/preview/site"]
)
def test_it_is_never_written_where_files_go_out(project: Path, folder: str) -> None:
    done = shelfready("packet", TOPIC, "--output", folder, *DAY, folder=project)
    assert done.returncode == 2
    assert "Packets are for reviewers alone" in done.stderr
    assert not list((project / folder).glob("*-edition-1.*"))


def test_git_keeps_no_packet() -> None:
    done = subprocess.run(
        ["git", "check-ignore", "-q", f"build/packets/{TOPIC}-edition-1.html"],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    if done.returncode == 128:
        pytest.skip("not a checkout")
    assert done.returncode == 0


SIGNED = added(BASE["content/topics/piece.yml"], f"{PUBLISHED}kind: signed\nstatus: review\n")
WITHOUT = [
    pytest.param(SIGNED, [], "No edition of 'piece' was submitted yet. Run 'shelfready submit piece'", id="no edition"),
    pytest.param(BASE["content/topics/piece.yml"], [], "Nobody has to sign 'piece'", id="nobody has to sign"),
]


@pytest.mark.parametrize(("record", "options", "words"), WITHOUT)
def test_without_an_edition_it_says_what_to_run(tmp_path: Path, record: str, options: list[str], words: str) -> None:
    folder = written({**BASE, "content/topics/piece.yml": record}, tmp_path)
    done = shelfready("packet", "piece", *options, *DAY, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (folder / "build").exists()


def test_a_draft_can_be_looked_at_beforehand(tmp_path: Path) -> None:
    folder = written({**BASE, "content/topics/piece.yml": SIGNED}, tmp_path)
    done = shelfready("packet", "piece", "--draft", *DAY, folder=folder)
    assert done.stdout.endswith("That is the draft: it was not submitted, and nobody can sign it.\n")
    assert "cannot be signed" in (folder / "build/packets/piece-draft.html").read_text(encoding="utf-8")
    assert not (folder / "content/editions").exists()


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    folder = written({**BASE, "content/topics/piece.yml": SIGNED}, tmp_path)
    (folder / "content/drafts/piece.md").unlink()
    done = shelfready("packet", "piece", "--draft", *DAY, folder=folder)
    assert (done.returncode, "There is no draft of 'piece' that can be read." in done.stderr) == (2, True)


def test_an_edition_that_was_changed_by_hand_is_no_packet(tmp_path: Path) -> None:
    folder = written({**BASE, "content/topics/piece.yml": SIGNED}, tmp_path)
    assert shelfready("submit", "piece", *DAY, folder=folder).returncode == 0
    words = folder / "content/editions/piece/1/words.yml"
    words.write_text(words.read_text(encoding="utf-8").replace("from outside", "from inside"), encoding="utf-8")
    done = shelfready("packet", "piece", *DAY, folder=folder)
    assert (done.returncode, "Edition 1 is not what was submitted." in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("{{ packet.title }}", 0, id="one that draws"),
        pytest.param("{{ packet.title | nothing }}", 2, id="a filter that there is not"),
        pytest.param("{{ nothing }}", 2, id="a value that there is not"),
    ],
)
def test_a_template_of_the_projects_own(tmp_path: Path, text: str, code: int) -> None:
    files = {**BASE, "content/topics/piece.yml": SIGNED, "templates/kit/packet.txt.j2": text}
    done = shelfready("packet", "piece", "--draft", *DAY, folder=written(files, tmp_path))
    assert (done.returncode, "A template in templates/kit/ cannot be drawn" in done.stderr) == (code, code == 2)


@pytest.fixture(scope="module")
def opened(page: Path) -> Iterator[tuple[Any, list[str], list[str]]]:
    """The page in a browser without a network, with what it asked for and what the browser said."""
    asked: list[str] = []
    said: list[str] = []
    with chromium() as browser:
        tab = browser.new_context(offline=True).new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(page.as_uri())
        yield tab, asked, said


@pytest.mark.browser
def test_it_asks_for_nothing_but_itself(opened: tuple[Any, list[str], list[str]], page: Path) -> None:
    _, asked, said = opened
    assert (asked, said) == ([page.as_uri()], [])


@pytest.mark.browser
def test_it_needs_no_side_scrolling_on_a_phone(opened: tuple[Any, list[str], list[str]]) -> None:
    tab, _, _ = opened
    tab.set_viewport_size({"width": 375, "height": 667})
    assert tab.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.browser
def test_it_prints_on_a4_with_numbered_pages(opened: tuple[Any, list[str], list[str]], tmp_path: Path) -> None:
    tab, _, _ = opened
    pdf = tmp_path / "packet.pdf"
    pdf.write_bytes(tab.pdf(prefer_css_page_size=True))
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf.read_bytes())
    assert len(sizes) > 3
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {(595, 842)}


@pytest.mark.browser
def test_nothing_stands_beside_the_sheet(opened: tuple[Any, list[str], list[str]]) -> None:
    tab, _, _ = opened
    tab.set_viewport_size({"width": 643, "height": 900})  # 170 mm: A4 without its margins
    tab.emulate_media(media="print")
    wide = tab.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 644).length"
    )
    tab.emulate_media(media="screen")
    assert wide == 0
