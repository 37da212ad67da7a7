"""A project folder and a revision in, what changed since out: asks git, the one that knows.

Compared is the folder as it is now, saved or committed, with the commit at which this branch left the revision: what
others have changed there meanwhile is not ours.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from shelfready.errors import SetupError
from shelfready.model.changes import Changes

__all__ = ["changes_since"]

_FOLDERS = ("content", "docs")
_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")
"""Set for what a git hook calls; with them git would not look where the project stands."""
_WITHOUT = "leave --changed-since out."
_MORE = "Fetch more history: 'git fetch --unshallow', fetch-depth: 0 of actions/checkout, or GIT_DEPTH: 0 in GitLab."


def changes_since(root: Path, revision: str) -> Changes:
    """The files below content/ and docs/ that are new, changed or gone since this branch left the revision.

    Args:
        root: the project folder; it may be a part of a repository.
        revision: a branch, tag or commit, as somebody typed it.

    Raises:
        SetupError: there is no git, no repository, no such revision, or too little history to compare with.
    """
    _check_repository(root)
    ours = _commit(root, "HEAD")
    if ours is None:
        raise SetupError("This repository has no commit yet.", f"Commit something, or {_WITHOUT}")
    theirs = _commit(root, revision)
    if theirs is None:
        fix = "Name a branch, tag or commit that is in this repository."
        raise SetupError(f"git knows no commit '{revision}' here.", _MORE if _is_shallow(root) else fix)
    base = _git(root, "merge-base", theirs, ours)
    if base.returncode:
        fix = _MORE if _is_shallow(root) else "Name a revision that this branch began at."
        raise SetupError(f"'{revision}' and this branch have no commit in common here.", fix)
    return _compared(root, revision, _line(base))


def _compared(root: Path, revision: str, base: str) -> Changes:
    # Without renames a moved file is one that is gone and a new one, which is what links to it see.
    options = ("--name-status", "--no-renames", "--relative", "--no-ext-diff", "-z")
    fields = _names(root, "diff", *options, base, "--", *_FOLDERS)
    states = {path: state for state, path in zip(fields, fields, strict=True)}
    # Files that git was told to ignore are checked as well, so they count as new.
    unknown = frozenset(_names(root, "ls-files", "--others", "-z", "--", *_FOLDERS))
    gone = frozenset(path for path, state in states.items() if state == "D") - unknown
    return Changes(revision, frozenset(states) | unknown, gone)


def _check_repository(root: Path) -> None:
    try:
        asked = _git(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError as error:
        raise SetupError("git is not installed here.", f"Install it, or {_WITHOUT}") from error
    if asked.returncode or _line(asked) != "true":
        foreign = b"safe.directory" in asked.stderr
        said = "it belongs to another user" if foreign else "it is not in a git repository"
        fix = f"Run 'git config --global --add safe.directory {root}'." if foreign else f"Run in a clone, or {_WITHOUT}"
        raise SetupError(f"git cannot tell what changed in {root}: {said}.", fix)


def _commit(root: Path, revision: str) -> str | None:
    """The full name of a commit; from here on nothing that somebody typed is handed to git."""
    asked = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return None if asked.returncode else _line(asked)


def _is_shallow(root: Path) -> bool:
    return _line(_git(root, "rev-parse", "--is-shallow-repository")) == "true"


def _names(root: Path, *arguments: str) -> Iterator[str]:
    asked = _git(root, *arguments)
    if asked.returncode:
        said = os.fsdecode(asked.stderr).strip().partition("\n")[0]
        raise SetupError(f"git cannot tell what changed: {said}.", f"Mend that, or {_WITHOUT}")
    return (os.fsdecode(name) for name in asked.stdout.split(b"\0") if name)


def _line(done: subprocess.CompletedProcess[bytes]) -> str:
    return os.fsdecode(done.stdout).strip()


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER}
    # A project that was unpacked, not cloned, brings settings of its own; this one names a program to run.
    command = ["git", "-c", "core.fsmonitor=false", "--no-optional-locks", *arguments]
    return subprocess.run(
        command, cwd=root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
