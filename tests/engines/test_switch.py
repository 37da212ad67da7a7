"""The switch: readers see the old site or the new one, whatever happens while it is made."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, PUBLISHED, added
from running import shelfready
from shelfready import switch
from shelfready.errors import SetupError

Make = Callable[[str], Path]


def made(folder: Path, **files: str) -> Path:
    """A folder as a build leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    manifest = {"made_by": "Shelfready test", "preview": False, "files": dict.fromkeys(files, "")}
    (folder / switch.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    target = made(tmp_path / "site", page="old")
    new = switch.begin(target)
    made(new, page="new")
    switch.finish(new, target)
    assert (target / "page").read_text(encoding="utf-8") == "new"
    assert os.listdir(tmp_path) == ["site"]


def test_systems_without_an_exchange_make_two_renames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch, "_exchanged", lambda one, other: False)
    test_the_new_folder_takes_the_place_of_the_old_one(tmp_path)


def test_what_a_kill_between_two_renames_leaves_is_mended_by_the_next_run(tmp_path: Path) -> None:
    made(tmp_path / ".site.shelfready-old", page="old")
    switch.check_content(tmp_path / "site", preview=False)
    assert (tmp_path / "site" / "page").read_text(encoding="utf-8") == "old"


def test_an_unfinished_folder_of_a_former_run_is_removed(tmp_path: Path) -> None:
    target = made(tmp_path / "site", page="old")
    former = switch.begin(target)
    (former / "half").write_text("x", encoding="utf-8")
    new = switch.begin(target)
    assert new != former
    assert not former.exists()
    assert sorted(os.listdir(new)) == [switch.MARK]


def test_a_folder_of_that_name_which_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / ".site.shelfready-new-a"
    foreign.mkdir()
    (foreign / "mine").write_text("x", encoding="utf-8")
    switch.begin(tmp_path / "site")
    assert (foreign / "mine").is_file()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
def test_a_link_in_the_sites_place_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "elsewhere", page="x")
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SetupError, match="is not a folder"):
        switch.check_content(tmp_path / "site", preview=False)


def whole(site: Path) -> str:
    """Which version a site is of; fails if it is a mixture or has a file too many or too few."""
    listed = set(json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"])
    present = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {"manifest.json"}
    assert present == listed
    pages = [path.read_text(encoding="utf-8") for path in site.glob("answers/*/index.html")]
    versions = {word for page in pages for word in ("firstversion", "secondversion") if word in page}
    assert len(versions) == 1
    return versions.pop()


@pytest.fixture
def two_versions(project: Make) -> Path:
    """A built project whose drafts have changed since."""
    folder = project("")
    record = added(BASE["content/topics/piece.yml"], PUBLISHED)
    for name in ("piece", "second", "third"):
        (folder / f"content/topics/{name}.yml").write_text(record, encoding="utf-8")
        (folder / f"content/drafts/{name}.md").write_text("firstversion\n", encoding="utf-8")
    assert shelfready("build", folder=folder).returncode == 0
    for name in ("piece", "second", "third"):
        (folder / f"content/drafts/{name}.md").write_text("secondversion\n", encoding="utf-8")
    return folder


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kills process groups as Linux does")
def test_killed_at_any_moment_the_site_is_whole(two_versions: Path) -> None:
    folder = two_versions
    began = time.monotonic()
    assert shelfready("build", "--site-dir", str(folder / "timing"), folder=folder).returncode == 0
    took = time.monotonic() - began
    seen = set()
    for share in sorted(random.Random(7).random() for _ in range(12)):
        child = subprocess.Popen(
            [sys.executable, "-m", "shelfready", "build"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(took * share * 1.05)
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        seen.add(whole(folder / "site"))
    assert shelfready("build", folder=folder).returncode == 0
    assert whole(folder / "site") == "secondversion"
    assert not [name for name in os.listdir(folder) if name.startswith(".site")]


KILLER = """
import os, signal, sys
from shelfready import switch
steps = int(sys.argv.pop(1))
def each_line(frame, event, argument):
    global steps
    if frame.f_code.co_filename == switch.__file__:
        steps -= event == "line"
        if not steps:
            os.kill(os.getpid(), signal.SIGKILL)
        return each_line
finish = switch.finish
def traced(new, target):
    sys.settrace(each_line)
    finish(new, target)
switch.finish = traced
from shelfready.cli import main
main()
"""
"""Runs the command and kills it at the given line of the switch."""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_killed_at_every_line_of_the_switch_the_site_is_whole(two_versions: Path) -> None:
    folder = two_versions
    outcomes = []
    for step in (1, 3, 5, 7, 9, 12, 15, 18, 22, 30, 45, 10_000):
        command = [sys.executable, "-c", KILLER, str(step), "build"]
        child = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        outcomes.append(child.returncode)
        assert whole(folder / "site") in ("firstversion", "secondversion")
    assert outcomes[-1] == 0, "the last build got through"
    assert outcomes.count(-signal.SIGKILL) >= 5
    assert whole(folder / "site") == "secondversion"
    assert not [name for name in os.listdir(folder) if name.startswith(".site")]


def test_reading_while_switching_never_misses_a_page(two_versions: Path) -> None:
    folder = two_versions
    page = folder / "site/answers/piece/index.html"
    child = subprocess.Popen([sys.executable, "-m", "shelfready", "build"], cwd=folder, stderr=subprocess.DEVNULL)
    seen = set()
    while child.poll() is None:
        text = page.read_text(encoding="utf-8")
        seen |= {word for word in ("firstversion", "secondversion") if word in text}
    assert child.returncode == 0
    assert "firstversion" in seen


def test_two_builds_at_once_take_turns(two_versions: Path) -> None:
    command = [sys.executable, "-m", "shelfready", "build"]
    children = [
        subprocess.Popen(command, cwd=two_versions, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)
    ]
    said = [child.communicate()[1].decode() for child in children]
    assert [child.returncode for child in children] == [0, 0]
    assert sum("waiting for another build to end" in text for text in said) <= 1
    assert whole(two_versions / "site") == "secondversion"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forks only on Linux")
def test_a_build_killed_while_it_shares_the_work_keeps_no_later_one_waiting(project: Make) -> None:
    folder = project("")
    record = added(BASE["content/topics/piece.yml"], PUBLISHED)
    for number in range(160):  # from 150 texts on the work is shared between processes
        (folder / f"content/topics/piece-{number}.yml").write_text(record, encoding="utf-8")
        (folder / f"content/drafts/piece-{number}.md").write_text("Look from outside.\n", encoding="utf-8")
    command = [sys.executable, "-m", "shelfready", "build"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if line.startswith("verifying"):
                child.kill()
                break
    assert shelfready("build", folder=folder, timeout=60).returncode == 0
    assert sorted(path.name for path in folder.glob(".site*")) == []
