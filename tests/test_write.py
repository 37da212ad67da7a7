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


def test_a_link_in_the_folders_place_is_refused_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    written({"mine.md": "x"}, tmp_path / "mine")
    (tmp_path / "docs").symlink_to(tmp_path / "mine")
    with pytest.raises(SetupError, match="docs is a symbolic link"):
        write.folder({"a.md": "x"}, tmp_path / "docs")
    assert (tmp_path / "mine/mine.md").is_file()


def test_of_two_themes_the_earlier_wins_and_files_of_neither_go(tmp_path: Path) -> None:
    own = written({"theme/main.html": "own"}, tmp_path / "own")
    packaged = written({"theme/main.html": "packaged", "theme/assets/a.css": "packaged"}, tmp_path / "packaged")
    target = written({"stale.html": "stale"}, tmp_path / "build")
    write.theme((own, packaged), target)
    assert dict(bytes_of(target)) == {"main.html": b"own", "assets/a.css": b"packaged"}
