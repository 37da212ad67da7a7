"""Files as they lie in a folder, and beside each what is handed on of it: bytes, or the reason why there are none."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import written
from shelfready import read
from shelfready.model.files import RawFile, Trouble

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


def names(folder: Path) -> list[str]:
    return list(read.tree(folder, "content", "docs"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("content/a.md", True, id="a file"),
        pytest.param("content/deep/er/a.md", True, id="a file further down"),
        pytest.param("docs/a.md", True, id="a file of the other folder"),
        pytest.param("other/a.md", False, id="a file of a folder that was not named"),
        pytest.param("a.md", False, id="a file at the top"),
        pytest.param("content/.a.md", False, id="a hidden file"),
        pytest.param("content/.git/a.md", False, id="a file in a hidden folder"),
        pytest.param("content/a.md~", False, id="an editor's backup"),
        pytest.param("content/a~.md", True, id="a name with a tilde elsewhere"),
        pytest.param("content/a.b.md", True, id="a name with a dot elsewhere"),
    ],
)
def test_which_files_are_read(path: str, expected: bool, tmp_path: Path) -> None:
    written({path: "x"}, tmp_path)
    assert names(tmp_path) == ([path] if expected else [])


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        pytest.param(
            lambda place: place.write_bytes(b"a\r\n\xff"), RawFile("content/a.md", b"a\r\n\xff", 4), id="any bytes"
        ),
        pytest.param(lambda place: place.touch(), RawFile("content/a.md", b"", 0), id="no bytes"),
        pytest.param(
            lambda place: place.symlink_to(__file__), RawFile("content/a.md", trouble=Trouble.SYMLINK), id="a link"
        ),
        pytest.param(
            lambda place: place.symlink_to("nowhere"),
            RawFile("content/a.md", trouble=Trouble.SYMLINK),
            id="a link to nothing",
        ),
        pytest.param(
            lambda place: place.symlink_to("/"),
            RawFile("content/a.md", trouble=Trouble.SYMLINK),
            id="a link to a folder",
        ),
        pytest.param(os.mkfifo, RawFile("content/a.md", trouble=Trouble.SPECIAL), id="a pipe that nobody writes into"),
        pytest.param(lambda place: place.mkdir(), RawFile("content/a.md", trouble=Trouble.FOLDER), id="a folder"),
    ],
)
def test_what_stands_in_a_files_place(make: Callable[[Path], object], expected: RawFile, tmp_path: Path) -> None:
    place = tmp_path / "content/a.md"
    place.parent.mkdir()
    make(place)
    assert read.tree(tmp_path, "content") == {"content/a.md": expected}


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    written({"mine/secret.md": "x", "content/a.md": "x"}, tmp_path)
    (tmp_path / "content/linked").symlink_to(tmp_path / "mine")
    (tmp_path / "docs").symlink_to(tmp_path / "mine")
    assert read.tree(tmp_path, "content", "docs") == {
        "content/a.md": RawFile("content/a.md", b"x", 1),
        "content/linked": RawFile("content/linked", trouble=Trouble.SYMLINK),
    }


@pytest.mark.parametrize(
    ("size", "held"),
    [
        pytest.param(read.MOST_BYTES, read.MOST_BYTES, id="20 MiB are read"),
        pytest.param(read.MOST_BYTES + 1, 0, id="of a byte more only the size is told"),
    ],
)
def test_a_large_file(size: int, held: int, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    with (tmp_path / "docs/large.pdf").open("wb") as file:
        file.truncate(size)
    found = read.tree(tmp_path, "docs")["docs/large.pdf"]
    assert (len(found.data), found.size, found.trouble) == (held, size, None)


def test_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    written({f"content/{name}.md": "x" for name in "cab"}, tmp_path)
    assert names(tmp_path) == ["content/a.md", "content/b.md", "content/c.md"]
