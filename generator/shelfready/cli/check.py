"""`shelfready check`: all rules over content/ and docs/; exits 1 on any error that counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shelfready.cli.common import as_of_option, check_span, project_option, project_root
from shelfready.pipeline import examine
from shelfready.report import FORMATS

if TYPE_CHECKING:
    from shelfready.model.changes import Changes

__all__ = ["command"]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How to report; see above.",
)
@click.option(
    "--output-file",
    type=click.Path(path_type=Path),
    metavar="F",
    help="Write the report into a file; what is printed is text.",
)
@click.option(
    "--changed-since",
    metavar="REV",
    help="Let only findings count in what changed since this branch left REV, such as origin/main. Asks git.",
)
@click.option(
    "--forecast",
    type=click.IntRange(1, 3650),
    metavar="DAYS",
    help="Look at dates this many days ahead, too: what lapses until then.",
)
@click.option("--strict", is_flag=True, help="Exit 1 on warnings, too.")
@as_of_option
@project_option
def command(  # noqa: PLR0917 - click passes arguments by name
    paths: tuple[Path, ...],
    form: str,
    output_file: Path | None,
    changed_since: str | None,
    forecast: int | None,
    strict: bool,
    as_of: date,
    folder: Path,
) -> None:
    """Run all rules over content/ and docs/.

    With PATHs, report only on these files and on the topics they belong to.

    \b
    Formats:
      text    for people; in colour on a terminal, unless NO_COLOR is set
      json    one array of objects
      github  marks in a pull request, and a page for the job's summary
      gitlab  a Code Quality report
      sarif   SARIF 2.1.0, for code scanning and editors
      junit   JUnit XML, one test for each topic

    With --changed-since, all findings are reported, but only those count that concern a changed file, a topic whose
    record, draft or picture changed, or a link to one of these. All count if content/desk.yml changed or a file is gone
    or renamed, because then findings stand elsewhere than their cause.

    Exits 1 on any error that counts, 2 if something cannot be used as it is, otherwise 0.
    """  # noqa: D301 - click keeps the lines below this sign as they are
    root = project_root(folder)
    check_span(as_of, forecast or 0)
    changes = _changes(root, changed_since)
    library, found = examine(root, as_of, forecast or 0)
    # Imported here for the same reason as in `examine`: by now these are loaded.
    from shelfready.cli.checked import closing  # noqa: PLC0415
    from shelfready.cli.scope import report  # noqa: PLC0415
    from shelfready.cli.tell import tell  # noqa: PLC0415

    told = replace(report(library, found, root, paths, changes), strict=strict)
    tell(told, root, form, output_file, closing(library, told, changes, named=bool(paths)))
    raise SystemExit(1 if told.failed else 0)


def _changes(root: Path, revision: str | None) -> Changes | None:
    if revision is None:
        return None
    from shelfready.changes import changes_since  # noqa: PLC0415 - few runs ask git

    return changes_since(root, revision)
