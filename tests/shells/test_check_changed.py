"""`check --changed-since`: only what changed fails, and the closing lines say so."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, parsed, written
from running import shelfready
from shelfready.check import check
from shelfready.cli.scope import report
from shelfready.model.changes import Changes

Make = Callable[[str], Path]

FILES: dict[str, str | bytes] = {
    "content/drafts/piece.md": "<b>\n\n![A path](images/path.png)\n",
    "content/drafts/images/path.png": b"\x89PNG\r\n\x1a\n",
    "content/topics/other.yml": BASE["content/topics/piece.yml"].replace("How exposed", "How safe"),
    "content/drafts/other.md": "<i>\n",
    "content/topics/lost.yml": "titel: x\n",
    "content/drafts/lost.md": "<u>\n",
    "docs/about.md": "# About\n\n<s>\n",
}
"""Each text has an error; one record cannot be read."""

EVERYTHING = {
    "content/drafts/piece.md",
    "content/drafts/other.md",
    "content/topics/lost.yml",
    "content/drafts/lost.md",
    "docs/about.md",
}

COUNTING = [
    pytest.param({"content/drafts/piece.md"}, {"content/drafts/piece.md"}, id="a draft"),
    pytest.param({"content/topics/piece.yml"}, {"content/drafts/piece.md"}, id="a record, for its draft"),
    pytest.param({"content/drafts/images/path.png"}, {"content/drafts/piece.md"}, id="a picture, for its draft"),
    pytest.param(
        {"content/drafts/lost.md"},
        {"content/topics/lost.yml", "content/drafts/lost.md"},
        id="a draft, for its record that cannot be read",
    ),
    pytest.param(
        {"content/editions/piece/1/signoff-desk-counsel.yml"},
        {"content/drafts/piece.md"},
        id="a sign-off, for its draft",
    ),
    pytest.param({"content/log/piece.yml"}, {"content/drafts/piece.md"}, id="a log, for its draft"),
    pytest.param({"docs/about.md"}, {"docs/about.md"}, id="a page"),
    pytest.param({"docs/new.png"}, set(), id="a file that nothing is wrong with"),
    pytest.param(set(), set(), id="nothing"),
    pytest.param({"content/desk.yml"}, EVERYTHING, id="desk.yml, for everything"),
]


LINKS: dict[str, str | bytes] = {
    "content/topics/other.yml": BASE["content/topics/piece.yml"].replace("How exposed", "How safe"),
    "content/drafts/other.md": "<i>\n\n[x](piece.md#nowhere) [y](/about.md#nowhere) [z](/audiences/media.md)\n",
    "docs/about.md": "# About\n\n[x](/answers/piece.md)\n",
}
"""Links to sections and pages that readers do not find, each told of where the link stands."""


@pytest.mark.parametrize(
    ("changed", "counting"),
    [
        pytest.param(
            "content/drafts/piece.md",
            {"other.md:3:5 LNK002", "other.md:3:5 LNK003", "other.md:3:50 LNK002", "about.md:3:5 LNK002"},
            id="a draft that others link to",
        ),
        pytest.param(
            "docs/about.md", {"other.md:3:27 LNK003", "about.md:3:5 LNK002"}, id="a page with links both ways"
        ),
        pytest.param("docs/new.md", set(), id="a page that nobody links to"),
    ],
)
def test_a_link_counts_with_what_it_leads_to(changed: str, counting: set[str]) -> None:
    library = parsed({**BASE, **LINKS})
    told = report(library, check(library), Path(), [], Changes("main", frozenset([changed])))
    assert {f"{d.place} {d.code}".rpartition("/")[2] for d in told.diagnostics} == counting


@pytest.mark.parametrize(("changed", "counting"), COUNTING)
def test_what_counts(changed: set[str], counting: set[str]) -> None:
    library = parsed({**BASE, **FILES})
    found = check(library)
    told = report(library, found, Path(), [], Changes("main", frozenset(changed)))
    assert {d.place.path for d in told.diagnostics} == counting
    assert {d.place.path for d in told.elsewhere} == EVERYTHING - counting
    assert sorted((*told.diagnostics, *told.elsewhere), key=lambda d: d.sort_key) == list(found)


def test_a_file_that_is_gone_makes_everything_count() -> None:
    library = parsed({**BASE, **FILES})
    gone = frozenset({"docs/old.md"})
    told = report(library, check(library), Path(), [], Changes("main", gone, gone))
    assert {d.place.path for d in told.diagnostics} == EVERYTHING
    assert not told.compared


def test_counts_tell_which_topics_changed() -> None:
    library = parsed({**BASE, **FILES})
    told = report(library, check(library), Path(), [], Changes("main", frozenset({"content/topics/piece.yml"})))
    assert [(count.slug, count.text, count.changed) for count in told.counts] == [
        ("lost", "1 of ?", False),
        ("other", "1 of 700", False),
        ("piece", "1 of 700", True),
    ]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def repository(project: Make) -> Path:
    """A project with two bad drafts, committed and tagged `base`."""
    folder = project("| content/drafts/piece.md\n<b>\n\n| content/topics/other.yml\n" + OTHER)
    written({"content/drafts/other.md": "<i>\n"}, folder)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    git(folder, "tag", "base")
    return folder


OTHER = str(FILES["content/topics/other.yml"])


@pytest.mark.git
def test_errors_in_what_did_not_change_are_told_and_fail_nothing(repository: Path) -> None:
    written({"content/drafts/piece.md": "Mended.\n"}, repository)
    done = shelfready("check", "--as-of", "2026-11-21", "--changed-since", "base", folder=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "In files that did not change (does not fail this check):\n"
        "\n"
        "content/drafts/other.md:1:1: MKD001 '<i>' is HTML, which pages do not take\n"
        "    Use Markdown, or put it in backticks.\n"
        "\n"
        "content/drafts/piece.md: 1 of 700 words\n"
        "2 topics and 0 pages checked on 2026-11-21: 1 error.\n"
        "1 file and 1 topic changed since base: no findings in them, and nothing else counts.\n"
        "Not checked: whether addresses on other sites answer.\n"
        "Nothing to mend in what changed.\n"
    )


@pytest.mark.git
def test_errors_in_what_changed_fail(repository: Path) -> None:
    written({"content/drafts/piece.md": "Still <b>.\n"}, repository)
    done = shelfready("check", "--changed-since", "base", folder=repository)
    assert done.returncode == 1
    assert done.stdout.startswith("content/drafts/piece.md:1:7: MKD001 ")
    assert "1 file and 1 topic changed since base: 1 error in them, and nothing else counts.\n" in done.stdout


@pytest.mark.git
def test_paths_narrow_what_changed(repository: Path) -> None:
    written({"content/drafts/piece.md": "Still <b>.\n"}, repository)
    done = shelfready("check", "--changed-since", "base", "content/drafts/other.md", folder=repository)
    assert done.returncode == 0
    assert "piece" not in done.stdout
    assert "content/drafts/other.md:1:1: MKD001" in done.stdout


@pytest.mark.git
@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        pytest.param("content/desk.yml", None, "content/desk.yml changed since base", id="desk.yml changed"),
        pytest.param("content/drafts/piece.md", "", "content/drafts/piece.md is gone since base", id="a file is gone"),
    ],
)
def test_everything_counts_and_it_says_why(repository: Path, path: str, text: str | None, why: str) -> None:
    if text is None:
        with (repository / path).open("a", encoding="utf-8") as file:
            file.write("# a remark\n")
    else:
        (repository / path).unlink()
    done = shelfready("check", "--changed-since", "base", folder=repository)
    assert done.returncode == 1
    assert f"Every finding counts, because {why}.\n" in done.stdout
    assert "did not change" not in done.stdout


@pytest.mark.git
def test_strict_looks_at_warnings_in_what_changed_alone(repository: Path) -> None:
    written({"content/drafts/lonely.md": "No record.\n"}, repository)
    assert shelfready("check", "--changed-since", "base", folder=repository).returncode == 0
    assert shelfready("check", "--changed-since", "base", "--strict", folder=repository).returncode == 1
    assert (
        shelfready(
            "check", "--changed-since", "base", "--strict", "docs", folder=written({"docs/a.md": "# A\n"}, repository)
        ).returncode
        == 0
    )


@pytest.mark.git
@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen"])
def test_an_unknown_revision_exits_2(repository: Path, revision: str) -> None:
    done = shelfready("check", f"--changed-since={revision}", folder=repository)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"Error: git knows no commit '{revision}' here. Name a branch, tag or commit that is in this repository.\n"
    )


@pytest.mark.git
def test_sarif_tells_new_from_old(repository: Path) -> None:
    written({"content/drafts/piece.md": "Still <b>.\n"}, repository)
    done = shelfready("check", "--changed-since", "base", "--format", "sarif", folder=repository)
    (run,) = json.loads(done.stdout)["runs"]
    assert [result["baselineState"] for result in run["results"]] == ["new", "unchanged"]
