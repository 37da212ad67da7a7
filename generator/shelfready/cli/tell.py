"""A report in; printed, written and added to a job's summary out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from shelfready.errors import SetupError
from shelfready.model.report import Report
from shelfready.report import FORMATS
from shelfready.report.text import render

__all__ = ["check_free", "is_colourful", "tell", "write_report"]

_FOR_PEOPLE = ("text", "github")
"""Formats that closing lines may stand below; the others are files for machines."""
_FOR_HOSTS = ("github", "gitlab", "sarif")
"""Formats by which a code host marks lines: it counts paths from the top of the repository."""
_SOURCES = ("content", "docs", "templates", "mkdocs.yml", ".git", ".github")


def tell(told: Report, root: Path, form: str, output_file: Path | None, closing: str) -> None:
    """Print the report, or write it and print the text of it; add the closing lines and a job's summary.

    Args:
        told: the report.
        root: the project folder.
        form: its format, a name of `FORMATS`.
        output_file: where to write it.
        closing: the last lines for people.

    Raises:
        SetupError: a file cannot be written.
    """
    written = _moved(told, _below(root)) if form in _FOR_HOSTS else told
    if form == "github":
        _summarise(written, os.environ.get("GITHUB_STEP_SUMMARY", ""))
    if output_file:
        check_free(output_file, root)
        write_report(output_file, FORMATS[form](written))
    shown = "text" if output_file else form
    _print(told if shown == "text" else written, shown)
    if shown in _FOR_PEOPLE:
        click.echo(closing)


def _below(root: Path) -> str:
    """Where the project stands in its repository: '' at its top, and where there is none."""
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    return "" if top == root else f"{root.relative_to(top).as_posix()}/"


def _moved(told: Report, below: str) -> Report:
    """The same findings, with places as the repository names them."""
    if not below:
        return told
    counting, elsewhere = (
        tuple(replace(found, place=replace(found.place, path=f"{below}{found.place.path}")) for found in part)
        for part in (told.diagnostics, told.elsewhere)
    )
    return replace(told, diagnostics=counting, elsewhere=elsewhere)


def _print(told: Report, form: str) -> None:
    if form != "text":
        click.echo(FORMATS[form](told), nl=False)
        return
    if text := render(told, colour=is_colourful()):
        click.echo(text)


def is_colourful() -> bool:
    """Whether colours are wanted and can be seen (https://no-color.org/)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def check_free(path: Path, root: Path) -> None:
    """A report replaces what stands in its place: never what people wrote, nor what a link of theirs leads to.

    Raises:
        SetupError: the file stands among sources, or is a link inside the project.
    """
    inside = path.absolute().parent.resolve().is_relative_to(root)
    if inside and path.is_symlink():
        raise SetupError(f"{path} is a symbolic link, so nothing is written.", "Remove it, or name another file.")
    if any(path.resolve().is_relative_to(root / name) for name in _SOURCES):
        raise SetupError(f"{path} is a place of sources, so nothing is written.", "Name a file outside of it.")


def write_report(path: Path, text: str) -> None:
    """Write a report.

    Raises:
        SetupError: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SetupError(
            f"{path} cannot be written: {error.strerror}.", "Name a file in a folder that exists."
        ) from error


def _summarise(told: Report, name: str) -> None:
    """Add a page to the summary of a GitHub job, which other steps write to as well."""
    if not name:
        return
    from shelfready.report import summary  # noqa: PLC0415 - one format needs it

    try:
        with open(name, "ab") as file:
            file.write(summary.render(told, summary.MOST_BYTES - file.tell()).encode())
    except OSError as error:
        raise SetupError(
            f"{name}, named by GITHUB_STEP_SUMMARY, cannot be written: {error.strerror}.", "Unset it, or name a file."
        ) from error
