"""What git says has changed: real repositories, drawn step by step."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from drawing import written
from shelfready.changes import changes_since
from shelfready.errors import SetupError

pytestmark = pytest.mark.git

FIRST = {"content/desk.yml": "d", "content/drafts/a.md": "a", "content/drafts/b.md": "b", "docs/c.md": "c", "x": "x"}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(folder: Path, files: Mapping[str, str | None], under: str = "") -> str:
    """Write these files, remove those that are None, and commit; the name of the commit."""
    written({path: text for path, text in files.items() if text is not None}, folder / under)
    for path, text in files.items():
        if text is None:
            (folder / under / path).unlink()
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit, tagged `base`."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, FIRST)
    git(folder, "tag", "base")
    return folder


COMMITTED = [
    pytest.param({"content/drafts/a.md": "a2"}, {"content/drafts/a.md"}, set(), id="a changed file"),
    pytest.param({"content/drafts/n.md": "n"}, {"content/drafts/n.md"}, set(), id="a new file"),
    pytest.param(
        {"docs/ä b\n.md": "n"}, {"docs/ä b\n.md"}, set(), id="a name with a line end and letters of all kinds"
    ),
    pytest.param({"docs/c.md": None}, {"docs/c.md"}, {"docs/c.md"}, id="a removed file"),
    pytest.param(
        {"docs/c.md": None, "docs/moved.md": "c"}, {"docs/c.md", "docs/moved.md"}, {"docs/c.md"}, id="a renamed file"
    ),
    pytest.param({"x": "y"}, set(), set(), id="a file that is not checked"),
]


@pytest.mark.parametrize(("files", "paths", "removed"), COMMITTED)
@pytest.mark.parametrize("under", ["", "desk/press"], ids=["project", "project in a folder"])
def test_commits(
    repository: Path, under: str, files: dict[str, str | None], paths: set[str], removed: set[str]
) -> None:
    if under:
        commit(repository, FIRST, under)
        git(repository, "tag", "--force", "base")
    commit(repository, files, under)
    changes = changes_since(repository / under, "base")
    assert (changes.since, set(changes.paths), set(changes.removed)) == ("base", paths, removed)


def test_what_is_not_committed_counts_as_well(repository: Path) -> None:
    written(
        {"content/drafts/a.md": "saved", "docs/new.md": "unknown to git", "content/drafts/b.md": "added"}, repository
    )
    written({".gitignore": "ignored.md", "docs/ignored.md": "checked all the same"}, repository)
    git(repository, "add", "content/drafts/b.md")
    (repository / "docs/c.md").unlink()
    changes = changes_since(repository, "HEAD")
    unsaved = {"content/drafts/a.md", "content/drafts/b.md", "docs/new.md", "docs/ignored.md", "docs/c.md"}
    assert (set(changes.paths), set(changes.removed)) == (unsaved, {"docs/c.md"})


def test_a_file_that_only_git_forgot_is_not_gone(repository: Path) -> None:
    git(repository, "rm", "--quiet", "--cached", "docs/c.md")
    changes = changes_since(repository, "base")
    assert (set(changes.paths), changes.removed) == ({"docs/c.md"}, frozenset())


def test_a_file_that_was_saved_as_it_was_did_not_change(repository: Path) -> None:
    os.utime(repository / "docs/c.md", (1, 1))
    assert changes_since(repository, "base").paths == set()


def test_what_others_changed_meanwhile_is_not_ours(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "theirs")
    commit(repository, {"content/drafts/a.md": "theirs"})
    git(repository, "checkout", "--quiet", "-b", "ours", "base")
    commit(repository, {"content/drafts/b.md": "ours"})
    assert changes_since(repository, "theirs").paths == {"content/drafts/b.md"}


def test_a_program_that_the_project_names_as_its_monitor_does_not_run(repository: Path, tmp_path: Path) -> None:
    git(repository, "config", "core.fsmonitor", f"touch {tmp_path / 'ran'}; false")
    written({"content/drafts/a.md": "a2"}, repository)
    assert changes_since(repository, "base").paths == {"content/drafts/a.md"}
    assert not (tmp_path / "ran").exists()
    git(repository, "status")
    assert (tmp_path / "ran").exists(), "git itself runs it"


def test_inside_of_a_git_hook_of_another_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, {"content/drafts/a.md": "a2"})
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, "elsewhere")
    assert changes_since(repository, "base").paths == {"content/drafts/a.md"}


NO_REVISION = [
    pytest.param("nowhere", id="a branch that is not here"),
    pytest.param("", id="nothing"),
    pytest.param("base..HEAD", id="a range"),
    pytest.param("base:x", id="a file"),
    pytest.param("--all", id="an option of git"),
    pytest.param("--output=stolen", id="an option of git that writes"),
    pytest.param("-n1", id="a short option"),
    pytest.param("base\n--output=stolen", id="two lines"),
]


@pytest.mark.parametrize("revision", NO_REVISION)
def test_no_revision(repository: Path, revision: str) -> None:
    with pytest.raises(SetupError) as told:
        changes_since(repository, revision)
    assert told.value.message == f"git knows no commit '{revision}' here."
    assert told.value.fix == "Name a branch, tag or commit that is in this repository."
    assert not list(repository.rglob("stolen"))


MORE = "Fetch more history: 'git fetch --unshallow', fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab."


def test_a_shallow_clone_asks_for_more_history(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "theirs")
    commit(repository, {"content/drafts/a.md": "theirs"})
    git(repository, "checkout", "--quiet", "-b", "ours", "base")
    commit(repository, {"content/drafts/b.md": "ours"})
    source = repository.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", "--branch=ours", source, "shallow")
    with pytest.raises(SetupError) as told:
        changes_since(tmp_path / "shallow", "origin/theirs")
    assert str(told.value) == f"'origin/theirs' and this branch have no commit in common here. {MORE}"
    with pytest.raises(SetupError) as told:
        changes_since(tmp_path / "shallow", "HEAD~1")
    assert str(told.value) == f"git knows no commit 'HEAD~1' here. {MORE}"


def test_histories_that_have_nothing_in_common(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "other")
    commit(repository, {"x": "z"})
    with pytest.raises(SetupError) as told:
        changes_since(repository, "base")
    assert str(told.value) == (
        "'base' and this branch have no commit in common here. Name a revision that this branch began at."
    )


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(SetupError, match=r"This repository has no commit yet\. Commit something, or leave"):
        changes_since(tmp_path, "HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SetupError) as told:
        changes_since(tmp_path, "HEAD")
    assert str(told.value) == (
        f"git cannot tell what changed in {tmp_path}: it is not in a git repository. "
        "Run in a clone, or leave --changed-since out."
    )


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(SetupError, match=r"git is not installed here\. Install it, or leave --changed-since out\."):
        changes_since(repository, "base")


def test_a_repository_of_somebody_else(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    with pytest.raises(SetupError) as told:
        changes_since(repository, "base")
    assert str(told.value) == (
        f"git cannot tell what changed in {repository}: it belongs to another user. "
        f"Run 'git config --global --add safe.directory {repository}'."
    )
