"""`check`: where its report goes, in which form, and what it says about dates."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from running import shelfready

Make = Callable[[str], Path]

BAD = "| content/drafts/piece.md\nPress <b>here</b>.\n"
LINE = "content/drafts/piece.md:1:7: MKD001 '<b>' is HTML, which pages do not take\n"


def test_findings_then_counts_then_the_next_step(project: Make) -> None:
    done = shelfready("check", "--as-of", "2026-11-21", folder=project(BAD))
    assert done.stdout == (
        f"{LINE}"
        "    Use Markdown, or put it in backticks.\n"
        "\n"
        "1 topic and 0 pages checked on 2026-11-21: 1 error.\n"
        "Not checked: whether addresses on other sites answer.\n"
        "Next: mend the first error; 'shelfready rule MKD001' explains it.\n"
    )


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_a_file_gets_the_report_and_the_log_gets_text(project: Make, tmp_path: Path, form: str) -> None:
    folder, report = project(BAD), tmp_path / "report"
    alone = shelfready("check", "--format", form, folder=folder)
    both = shelfready("check", "--format", form, "--output-file", str(report), folder=folder)
    assert (alone.returncode, both.returncode) == (1, 1)
    assert alone.stdout.startswith(report.read_text(encoding="utf-8"))
    assert both.stdout.startswith(LINE)
    assert both.stdout.endswith("Next: mend the first error; 'shelfready rule MKD001' explains it.\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("content/desk.yml", "a place of sources"),
        ("content/report.json", "a place of sources"),
        ("docs/../content/report.json", "a place of sources"),
        ("mkdocs.yml", "a place of sources"),
        ("report.json", "a symbolic link"),
        ("link/report.json", "a place of sources"),
    ],
)
def test_a_report_is_not_written_over_sources_or_through_links(project: Make, name: str, words: str) -> None:
    folder = project(BAD)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "report.json").symlink_to(folder.parent / "elsewhere")
    (folder / "link").symlink_to(folder / "content")
    before = (folder / "content/desk.yml").read_bytes()
    done = shelfready("check", "--format", "json", "--output-file", name, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert (folder / "content/desk.yml").read_bytes() == before
    assert not (folder.parent / "elsewhere").exists()
    assert not (folder / "content/report.json").exists()


@pytest.mark.parametrize("repository", ["project", "."], ids=["at the top", "in a folder"])
@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_code_hosts_get_paths_from_the_top_of_the_repository(
    project: Make, tmp_path: Path, form: str, repository: str
) -> None:
    folder, report = project(BAD), tmp_path / "report"
    (tmp_path / repository / ".git").mkdir()
    done = shelfready("check", "--format", form, "--output-file", str(report), "-C", str(folder), folder=tmp_path)
    found = "project/content/drafts/piece.md" in report.read_text(encoding="utf-8")
    assert found is (repository == ".")
    assert done.stdout.startswith(LINE), "people count from the project folder"


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif", "junit"])
def test_nothing_but_the_report_stands_where_a_machine_reads(project: Make, form: str) -> None:
    done = shelfready("check", "--format", form, folder=project(""))
    assert done.returncode == 0
    assert "checked on" not in done.stdout


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        pytest.param(BAD, "Failed: 1 error. 1 topic checked.", id="with findings"),
        pytest.param("", "Passed: no findings. 1 topic checked.", id="green"),
    ],
)
def test_a_github_job_gets_a_summary_below_what_stands_there(
    project: Make, tmp_path: Path, drawing: str, words: str
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# Before\n", encoding="utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    shelfready("check", "--format", "github", folder=project(drawing), env=env)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith(f"# Before\n## Shelfready check\n\n{words}\n")
    assert "<tr><td><code>piece</code></td><td>" in text


def test_a_summary_shares_its_mebibyte_with_what_stands_there(project: Make, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * (1024 * 1024 - 400))
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    shelfready("check", "--format", "github", folder=project(BAD), env=env)
    assert 1024 * 1024 - 400 < summary.stat().st_size <= 1024 * 1024


def test_other_formats_leave_the_summary_alone(project: Make, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    shelfready("check", folder=project(BAD), env={"GITHUB_STEP_SUMMARY": str(summary)})
    assert not summary.exists()


def test_a_summary_that_cannot_be_written_exits_2(project: Make, tmp_path: Path) -> None:
    done = shelfready("check", "--format", "github", folder=project(""), env={"GITHUB_STEP_SUMMARY": str(tmp_path)})
    assert done.returncode == 2
    assert f"{tmp_path}, named by GITHUB_STEP_SUMMARY, cannot be written: " in done.stderr


def on_a_terminal(folder: Path, env: Mapping[str, str]) -> str:
    """What `check` prints on a terminal."""
    ours, theirs = os.openpty()
    try:
        given = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
        subprocess.run(
            [sys.executable, "-m", "shelfready", "check"],
            cwd=folder,
            env={**given, "TERM": "xterm", **env},
            stdout=theirs,
            stderr=theirs,
            timeout=120,
            check=False,
        )
        return os.read(ours, 65_536).decode()
    finally:
        os.close(ours)
        os.close(theirs)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": ""}, True, id="NO_COLOR set to nothing"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal without colours"),
    ],
)
def test_colours(project: Make, env: dict[str, str], coloured: bool) -> None:
    shown = on_a_terminal(project(BAD), env)
    assert "content/drafts/piece.md:1:7: " in shown
    assert ("\x1b[31mMKD001\x1b[0m" in shown) is coloured
    assert ("\x1b" in shown) is coloured


def test_a_forecast_says_how_far_it_looked(project: Make) -> None:
    done = shelfready("check", "--as-of", "2026-11-21", "--forecast", "60", folder=project(""))
    assert "on 2026-11-21: no findings.\nDates looked at until 2027-01-20.\n" in done.stdout


FORECASTS = [
    pytest.param(["--forecast", "0"], "0 is not in the range 1<=x<=3650", id="no day"),
    pytest.param(["--forecast", "3651"], "3651 is not in the range", id="more than ten years"),
    pytest.param(["--forecast", "soon"], "'soon' is not a valid integer", id="a word"),
    pytest.param(
        ["--as-of", "9999-12-31", "--forecast", "1"],
        "--forecast 1 leads from 9999-12-31 beyond the year 9999. Ask for fewer days.",
        id="the end of time",
    ),
]


@pytest.mark.parametrize(("arguments", "words"), FORECASTS)
def test_a_forecast_is_a_number_of_days(project: Make, arguments: list[str], words: str) -> None:
    done = shelfready("check", *arguments, folder=project(""))
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
