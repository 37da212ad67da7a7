"""The guide's way from idea to page: what stands there is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from committee import copied
from running import ROOT, shelfready
from walking import PAGE, walked


def counted(page: str) -> str:
    """A page without the number of files of a site: it is that of the installed theme."""
    return re.sub(r"\d+ files", "some files", page)


@pytest.mark.engine
def test_the_page_says_what_the_commands_print(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert counted(walked(page, copied(tmp_path))) == counted(page), "python tests/walking.py writes it anew"


@pytest.mark.engine
def test_the_lines_of_the_readme_take_a_piece_from_draft_to_page(tmp_path: Path) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").partition("cp -r examples/committee my-desk\n")[2]
    commands = lines.partition("```")[0].splitlines()[1:]
    assert [shlex.split(line)[1] for line in commands] == ["submit", "packet", "sign", "sign", "publish"]
    folder = copied(tmp_path)
    for line in commands:
        done = shelfready(*shlex.split(line)[1:], "--as-of", "2026-11-21", folder=folder)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
    assert (folder / "site/answers/what-happens-offline/index.html").is_file()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            "## 1 December 2026: x\n```console\n$ shelfready diff no\nold\n```\n", "There is no topic", id="output"
        ),
        pytest.param("`docs/a.md`:\n\n```md\nA.\n```\n", "`docs/a.md`:\n\n```md\nA.\n```\n", id="a file"),
        pytest.param("```sh\nrm -r content\n```\n", "```sh\nrm -r content\n```\n", id="what is only shown"),
    ],
)
def test_what_is_run_and_what_is_not(tmp_path: Path, page: str, expected: str) -> None:
    folder = copied(tmp_path)
    assert expected in walked(page, folder)
    assert (folder / "content").is_dir()
    assert (folder / "docs/a.md").is_file() is ("docs/a.md" in page)


def test_a_change_that_does_not_fit_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="stands 0 times in about"):
        walked("`docs/about.md`:\n\n```diff\n-Nothing like it.\n+x\n```\n", copied(tmp_path))
