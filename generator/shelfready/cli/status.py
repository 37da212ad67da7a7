"""`shelfready status`: the shelf, the dates that come up, or the pieces that answer a question; 1 if none does."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shelfready.cli.common import as_of_option, check_span, project_option, project_root
from shelfready.errors import SetupError
from shelfready.pipeline import examine

if TYPE_CHECKING:
    from shelfready.cli.shelved import Shelved

__all__ = ["command"]

FORMATS = ("table", "json", "csv", "minutes")
_WIDEST = 120
"""Columns from which on longer lines only are harder to read."""


@click.command("status")
@click.argument("topics", nargs=-1, metavar="[TOPIC]...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="See above.")
@click.option("--drill", metavar="WORDS", help="Show which pieces answer a question, and what may go out.")
@click.option("--forecast", type=click.IntRange(1, 3650), metavar="DAYS", help="Show which dates come up until then.")
@click.option(
    "--output-file", type=click.Path(path_type=Path), metavar="F", help="Write it into a file; a table is printed."
)
@as_of_option
@project_option
def command(  # noqa: PLR0917 - click passes arguments by name
    topics: tuple[str, ...],
    form: str,
    drill: str | None,
    forecast: int | None,
    output_file: Path | None,
    as_of: date,
    folder: Path,
) -> None:
    """Show the shelf: what is live, what can go out today, what blocks the rest, on whom, since when.

    With TOPICs, such as exposed-servers, only these.

    \b
    Formats:
      table    for people; in colour on a terminal, unless NO_COLOR is set
      json     one array of objects
      csv      for spreadsheets
      minutes  five columns for the minutes of a meeting, 'needs a lead' first;
               with --output-file minutes.html a table to open in Word

    --forecast 60 shows instead what lapses within 60 days: reviews, next steps, sources, the security contact, people
    who sign; what is overdue stands first.

    --drill "exposed servers" shows instead at most 5 pieces that may answer this, the likeliest first, by title, other
    wordings, statement and text. As with grep, the exit code is 1 where nothing fits.

    Works while check has errors. Exits 2 if something cannot be used as it is, otherwise 0.
    """  # noqa: D301 - click keeps the lines below this sign as they are
    root = project_root(folder)
    _check_use(form, drill, forecast)
    check_span(as_of, forecast or 0)
    library, found = examine(root, as_of, forecast or 0)
    # Imported here for the same reason as in `examine`: by now these are loaded.
    from shelfready.cli import shelved  # noqa: PLC0415

    shown = shelved.shelved(library, found, topics, drill, forecast)
    if output_file:
        _write(shown, form, output_file, root)
    _print(shown, "table" if output_file else form)
    if output_file:
        from shelfready.report.escape import printable  # noqa: PLC0415

        click.echo(printable(f"wrote {output_file}"))
    raise SystemExit(1 if drill is not None and not shown.hits else 0)


def _check_use(form: str, drill: str | None, forecast: int | None) -> None:
    if drill is not None and forecast is not None:
        raise SetupError("--drill and --forecast do not go together.", "Ask for one after the other.")
    if drill is not None and form not in ("table", "json"):
        raise SetupError(f"--drill knows no format {form}.", "Leave --format out, or take json.")
    if forecast is not None and form == "minutes":
        raise SetupError("--forecast knows no format minutes.", "Leave --format out, or take json or csv.")


def _write(shown: Shelved, form: str, path: Path, root: Path) -> None:
    from shelfready.cli.tell import check_free, write_report  # noqa: PLC0415 - few runs write a file

    check_free(path, root)
    as_page = form == "minutes" and path.suffix.lower() in (".html", ".htm")
    write_report(path, shown.text("minutes-page" if as_page else form))


def _print(shown: Shelved, form: str) -> None:
    from shelfready.cli.tell import is_colourful  # noqa: PLC0415
    from shelfready.report.shelf_table import Paper  # noqa: PLC0415

    columns = min(max(shutil.get_terminal_size((80, 24)).columns, 40), _WIDEST)
    text = shown.text(form, Paper(columns, is_colourful()))
    click.echo(text.encode() if form == "csv" else text, nl=False)  # as bytes, so that no line end is changed
