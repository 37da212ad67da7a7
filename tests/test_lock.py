"""One run at a time in a folder: the second is told, waits until the first ends, however it ends, and goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from shelfready.lock import held

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is held on Windows")

HOLDER = """
import sys
from pathlib import Path
from shelfready.lock import held
with held({Path(name) for name in sys.argv[1:]}, lambda: print("waiting", flush=True)):
    print("held", flush=True)
    sys.stdin.readline()
"""
"""Holds the folders until it is told to go on."""


def holder(*folders: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDER, *map(str, folders)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdout.readline() == "held\n"
    return child


@pytest.mark.parametrize("end", ["it ends as usual", "it is killed"])
def test_a_second_run_is_told_and_waits_for_the_first(tmp_path: Path, end: str) -> None:
    told, entered = threading.Event(), threading.Event()

    def second() -> None:
        with held({tmp_path}, told.set):
            entered.set()

    with holder(tmp_path) as first:
        thread = threading.Thread(target=second)
        thread.start()
        assert told.wait(5)
        assert not entered.wait(0.1)
        if end == "it is killed":
            first.kill()
        else:
            assert first.stdin
            first.stdin.write("\n")
            first.stdin.flush()
        assert entered.wait(5)
        thread.join(5)


def test_a_run_in_another_folder_does_not_wait(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path / "a") as first:
        with held({tmp_path / "b"}, lambda: told.append("waiting")):
            pass
        first.kill()
    assert told == []


def test_one_folder_in_common_is_enough_to_wait(tmp_path: Path) -> None:
    told = threading.Event()
    with holder(tmp_path / "a", tmp_path / "b") as first:

        def waiting() -> None:
            told.set()
            first.kill()

        with held({tmp_path / "b", tmp_path / "c"}, waiting):
            pass
    assert told.is_set()


def test_what_was_held_is_free_again(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        with held({tmp_path / "new"}, lambda: told.append("waiting")):
            assert (tmp_path / "new").is_dir()
    assert told == []


def test_it_is_free_again_after_an_error(tmp_path: Path) -> None:
    told: list[str] = []
    with pytest.raises(ValueError, match="in the middle"), held({tmp_path}, lambda: told.append("waiting")):
        raise ValueError("in the middle")
    with held({tmp_path}, lambda: told.append("waiting")):
        pass
    assert told == []
