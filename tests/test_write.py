"""A folder that holds exactly what it was given: the rest is removed, and what is the same already is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drawing import written
from running import bytes_of
from shelfready import write
from shelfready.errors import SetupError


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        pytest.param({}, {"a.md": "new", "b/c.md": "new"}, 2, id="a folder that is made"),
        pytest.param({"a.md": "old"}, {"a.md": "new"}, 1, id="a file with other bytes"),
        pytest.param({"a.md": "same"}, {"a.md": "same"}, 0, id="a file with the same bytes"),
        pytest.param({"a.md": "same", "stale.md": "old"}, {"a.md": "same"}, 1, id="a stale file"),
        pytest.param({"a.md": "same", "deep/er/stale.md": "old"}, {"a.md": "same"}, 1, id="a stale file further down"),
        pytest.param({"a.md": "same", ".stale": "old"}, {"a.md": "same"}, 1, id="a stale hidden file"),
        pytest.param({"a/b.md": "old"}, {"a.md": "new"}, 2, id="a file where a folder's name was"),
        pytest.param({"a.md": "old"}, {}, 1, id="nothing at all"),
    ],
)
def test_a_folder_holds_these_files_and_no_others(
    before: dict[str, str], after: dict[str, str], changed: int, tmp_path: Path
) -> None:
    target = tmp_path / "docs"
    written(before, target)
    assert write.folder(after, target) == changed
    assert dict(bytes_of(target)) == {path: text.encode() for path, text in after.items()}
    assert not [path for path in target.rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    for name in ("same.md", "other.md"):
        (tmp_path / name).write_text("old", encoding="utf-8")
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    write.folder({"same.md": "old", "other.md": "new"}, tmp_path)
    assert (tmp_path / "same.md").stat().st_mtime == 1_000_000_000
    assert (tmp_path / "other.md").stat().st_mtime > 1_000_000_000


def test_line_ends_and_letters_are_the_same_on_every_system(tmp_path: Path) -> None:
    write.folder({"a.md": "ä\nb\r\n", "b.bin": b"\xff\n"}, tmp_path)
    assert dict(bytes_of(tmp_path)) == {"a.md": b"\xc3\xa4\nb\r\n", "b.bin": b"\xff\n"}


@pytest.mark.parametrize(
    ("linked", "refused"),
    [
        pytest.param("build/docs", True, id="the folder itself"),
        pytest.param("build", True, id="a folder above it"),
        pytest.param("site", False, id="another folder of the project"),
    ],
)
def test_a_link_that_leads_out_of_the_project_is_refused(linked: str, refused: bool, tmp_path: Path) -> None:
    root, mine = tmp_path / "project", tmp_path / "mine"
    (root / linked).parent.mkdir(parents=True)
    mine.mkdir()
    (root / linked).symlink_to(mine)
    if refused:
        with pytest.raises(SetupError, match=f"{linked} is a symbolic link"):
            write.check_own(root, root / "build/docs")
    else:
        write.check_own(root, root / "build/docs")


def test_a_link_among_staged_files_goes_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    mine = written({"a.md": "mine"}, tmp_path / "mine")
    target = written({"b.md": "old"}, tmp_path / "docs")
    (target / "a.md").symlink_to(mine / "a.md")
    write.folder({"a.md": "new"}, target)
    assert not (target / "a.md").is_symlink()
    assert dict(bytes_of(tmp_path)) == {"docs/a.md": b"new", "mine/a.md": b"mine"}


def test_of_two_themes_the_earlier_wins_and_files_of_neither_go(tmp_path: Path) -> None:
    own = written({"theme/main.html": "own"}, tmp_path / "own")
    packaged = written({"theme/main.html": "packaged", "theme/assets/a.css": "packaged"}, tmp_path / "packaged")
    target = written({"stale.html": "stale"}, tmp_path / "build")
    write.theme((own, packaged), target)
    assert dict(bytes_of(target)) == {"main.html": b"own", "assets/a.css": b"packaged"}
