"""What the engine is told, and what is made of how it ends."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from drawing import BASE, written
from running import shelfready
from shelfready import switch
from shelfready.engines.run import environment_of_engine, run
from shelfready.errors import EngineError, SetupError


@pytest.mark.parametrize(
    ("day", "seconds"),
    [
        pytest.param(date(1970, 1, 1), "0", id="the first day"),
        pytest.param(date(1970, 1, 2), "86400", id="the second"),
        pytest.param(date(2026, 11, 21), "1795219200", id="a day of today's"),
    ],
)
def test_the_engines_clock_is_the_day_that_it_is_given(day: date, seconds: str) -> None:
    told = environment_of_engine(day)
    assert (told["SOURCE_DATE_EPOCH"], told["TZ"], told["PYTHONHASHSEED"]) == (seconds, "UTC", "0")


def test_a_clock_in_the_environment_is_no_clock_for_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("DESK", "kept")
    told = environment_of_engine(date(1970, 1, 2))
    assert (told["SOURCE_DATE_EPOCH"], told["DESK"]) == ("86400", "kept")


ENDS = """\
import sys
print({says!r})
sys.exit({code})
"""


@pytest.mark.parametrize(
    ("says", "code", "expected"),
    [
        pytest.param("INFO - done", 0, (True, ["INFO - done"]), id="well"),
        pytest.param("WARNING - a", 1, (False, ["WARNING - a"]), id="badly, with a warning"),
        pytest.param("ERROR - a", 1, (False, ["ERROR - a"]), id="badly, with an error"),
        pytest.param("INFO - a", 3, "small_engine ended with exit code 3: INFO - a", id="badly, without a warning"),
        pytest.param(
            "no WARNING", 1, "small_engine ended with exit code 1: no WARNING", id="badly, with the word alone"
        ),
    ],
)
def test_how_an_engine_ends(
    says: str,
    code: int,
    expected: tuple[bool, list[str]] | str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written({"small_engine.py": ENDS.format(says=says, code=code)}, tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    arguments = ("small_engine", tmp_path / "mkdocs.yml", tmp_path / "site", date(2026, 11, 21), lambda done: None)
    if isinstance(expected, str):
        with pytest.raises(EngineError) as told:
            run(*arguments)
        assert told.value.message == expected
    else:
        assert run(*arguments) == expected


def test_warnings_of_a_preview_that_failed_are_told(tmp_path: Path) -> None:
    settings = "theme: {name: material}\nmarkdown_extensions: {shelfready.markup: {}}\nplugins: [no-such-plugin]\n"
    folder = written({**BASE, "mkdocs.yml": settings}, tmp_path / "project")
    done = shelfready("build", "--preview", folder=folder)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "ENG001 the site engine warns: " in done.stdout
    assert "no-such-plugin" in done.stdout
    assert not (folder / "build/preview/site").exists()


@pytest.mark.parametrize(
    ("manifest", "mended"),
    [
        pytest.param('{"made_by": "Shelfready 1", "files": {"page": ""}}', True, id="ours"),
        pytest.param('{"made_by": "Another 1", "files": {"page": ""}}', False, id="another program's"),
        pytest.param('{"made_by": "Shelfready 1"}', False, id="one without a list"),
        pytest.param("[]", False, id="another file of this name"),
        pytest.param(None, False, id="none"),
    ],
)
def test_a_former_site_comes_back_only_with_our_manifest(manifest: str | None, mended: bool, tmp_path: Path) -> None:
    old = tmp_path / ".site.shelfready-old"
    written({"page": "x", **({} if manifest is None else {"manifest.json": manifest})}, old)
    switch.check_content(tmp_path / "site", preview=False)
    assert ((tmp_path / "site").exists(), old.exists()) == (mended, not mended)


@pytest.mark.skipif(os.name != "posix", reason="HOME is the home folder on POSIX")
@pytest.mark.parametrize(
    ("inside", "refused"),
    [
        pytest.param(".", True, id="the home folder"),
        pytest.param("www", False, id="a folder in it"),
    ],
)
def test_the_home_folder_is_never_replaced(
    inside: str, refused: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    root = written(BASE, tmp_path / "project")
    if refused:
        with pytest.raises(SetupError, match="cannot be replaced by a site"):
            switch.check_place(home / inside, root, preview=False)
    else:
        switch.check_place(home / inside, root, preview=False)
