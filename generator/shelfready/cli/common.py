"""Options that several commands share, and how they become `Settings`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from shelfready.errors import SetupError
from shelfready.settings import ENGINES

__all__ = ["as_of_option", "check_span", "engine_option", "project_option", "project_root"]

Function = TypeVar("Function", bound=Callable[..., Any])


class _Day(click.ParamType[date]):
    """A calendar day on the command line."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC).date()
        except ValueError:
            self.fail(f"'{value}' is not a day; write it as 2027-05-20.", param, ctx)


def project_option(function: Function) -> Function:
    """-C DIR: the project folder."""
    return click.option(
        "-C",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        default=Path(),
        help="The project folder; the one that holds content/. Default: here.",
    )(function)


def as_of_option(function: Function) -> Function:
    """--as-of DATE: the day on which everything is judged. Today is that of UTC, so that all machines agree on it."""
    return click.option(
        "--as-of",
        type=_Day(),
        metavar="DATE",
        default=lambda: datetime.now(UTC).date(),
        help="Judge everything as on this day. Default: today.",
    )(function)


def engine_option(function: Function) -> Function:
    """--engine NAME: who draws the pages."""
    return click.option(
        "--engine", type=click.Choice(ENGINES), default=ENGINES[0], show_default=True, help="The site engine to use."
    )(function)


def project_root(folder: Path) -> Path:
    """The project folder as an absolute path.

    Raises:
        SetupError: there is no content/ in it.
    """
    root = folder.resolve()
    if not (root / "content").is_dir():
        raise SetupError(f"There is no content/ in {root}.", "Go to the project folder, or name it with -C DIR.")
    return root


def check_span(as_of: date, days: int) -> None:
    """Make sure that a forecast stays in the calendar.

    Raises:
        SetupError: it does not.
    """
    if as_of > date.max - timedelta(days=days):
        raise SetupError(f"--forecast {days} leads from {as_of} beyond the year 9999.", "Ask for fewer days.")
