"""`shelfready new`: a record and a draft that pass `check` as proposed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from shelfready import read
from shelfready.check import check
from shelfready.cli.common import project_option, project_root
from shelfready.errors import SetupError
from shelfready.model.desk import Desk
from shelfready.model.files import RawFile
from shelfready.model.finding import Severity
from shelfready.model.library import Library
from shelfready.parse.library import library
from shelfready.parse.nearness import near
from shelfready.parse.paths import DESK, DRAFTS, TOPICS
from shelfready.parse.prose import jobs, prose
from shelfready.starter import draft, record, slug_for

__all__ = ["command"]

Files = dict[str, str]
"""Path below the project folder -> text."""


@click.command("new")
@click.argument("title")
@click.option("--kind", metavar="K", help="One of the kinds in desk.yml. Default: its first.")
@click.option("--lead", metavar="NAME", help="Who writes it.")
@click.option("--slug", metavar="NAME", help="Name of both files, such as exposed-servers. Default: made from TITLE.")
@project_option
def command(title: str, kind: str | None, lead: str | None, slug: str | None, folder: Path) -> None:
    """Start a topic: writes a record and a draft that pass check.

    TITLE is the question as a reader would ask it. The names of both files are made from it.
    """
    root = project_root(folder)
    _check_arguments(title, lead or "", slug or "")
    raw = {path: file for path, file in read.tree(root, "content").items() if path == DESK}
    desk = _parsed(raw).desk
    if desk is None:
        raise SetupError("content/desk.yml cannot be used as it is.", "Run 'shelfready check content/desk.yml'.")
    chosen = _kind(desk, kind)
    name = slug or ("security-policy" if chosen == "policy" else _slug(title))
    owner = desk.site.publisher if desk.site.publisher in desk.organisations else next(iter(desk.organisations))
    files = {
        f"{TOPICS}{name}.yml": record(title, chosen, lead, owner, next(iter(desk.audiences))),
        f"{DRAFTS}{name}.md": draft(),
    }
    _check_result(raw, files, name)
    _write(root, files)
    click.echo("Next: fill in the brief, write the draft, and run 'shelfready serve' to see it.")


def _check_arguments(*arguments: str) -> None:
    for argument in arguments:
        try:
            argument.encode()
        except UnicodeEncodeError:
            message = "What was typed holds bytes that are not UTF-8 text."
            raise SetupError(message, "Type it again, or set the terminal to UTF-8.") from None


def _kind(desk: Desk, kind: str | None) -> str:
    chosen = kind or next(iter(desk.kinds))
    if chosen not in desk.kinds:
        meant = near(chosen, desk.kinds)
        raise SetupError(f"desk.yml has no kind '{chosen}'.", f"Use {meant or ', '.join(desk.kinds)}.")
    return chosen


def _slug(title: str) -> str:
    if slug := slug_for(title):
        return slug
    if not any(sign.isalnum() for sign in title):
        raise SetupError(f"'{title}' holds no letter or digit.", "Write the question as a reader would ask it.")
    message = f"No file name can be made from '{title}', which holds no letter from a to z and no digit."
    raise SetupError(message, "Give the name of both files with --slug.")


def _parsed(raw: Mapping[str, RawFile]) -> Library:
    return library(raw, map(prose, jobs(raw)), datetime.now(UTC).date())


def _check_result(raw: Mapping[str, RawFile], files: Files, name: str) -> None:
    """Refuse what `check` would refuse, before anything is written."""
    new = {path: RawFile(path, text.encode(), len(text.encode())) for path, text in files.items()}
    for diagnostic in check(_parsed({**raw, **new})):
        if diagnostic.topic == name and diagnostic.severity is Severity.ERROR:
            fix = "Give another name with --slug." if diagnostic.code == "NAM002" else diagnostic.fix
            raise SetupError(f"Nothing is written, because check would refuse it: {diagnostic.message}.", fix)


def _write(root: Path, files: Files) -> None:
    """Both files or none; never over another one."""
    begun: list[Path] = []
    try:
        for shown in files:
            if (root / shown).exists():
                raise SetupError(f"{shown} exists already.", "Choose another title, or edit that file.")
        for shown, text in files.items():
            path = root / shown
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                begun.append(path)
                file.write(text)
    except OSError as error:
        for path in begun:
            path.unlink()
        raise SetupError(f"{shown} cannot be written: {error.strerror}.", "Make its folder writable.") from error
    for shown in files:
        click.echo(f"wrote {shown}")
