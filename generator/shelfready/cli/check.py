"""`shelfready check`: all rules over content/ and docs/; exits 1 on any error."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.errors import SetupError
from shelfready.pipeline import examine

__all__ = ["command"]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="F", help="Write the report into a file.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings, too.")
@as_of_option
@project_option
def command(
    paths: tuple[Path, ...], form: str, output_file: Path | None, strict: bool, as_of: date, folder: Path
) -> None:
    """Run all rules over content/ and docs/.

    With PATHs, report only on these files and on the topics they belong to. Exits 1 on any error.
    """
    root = project_root(folder)
    library, found = examine(root, as_of)
    # Imported here for the same reason as in `examine`: by now these are loaded.
    from shelfready.cli.checked import closing, selected  # noqa: PLC0415
    from shelfready.report import FORMATS  # noqa: PLC0415

    diagnostics = selected(found, library, root, paths)
    report = FORMATS[form](diagnostics)
    if output_file:
        _write(output_file, report)
    else:
        click.echo(report, nl=False)
    if form != "json" or output_file:
        click.echo(closing(library, diagnostics, root, paths))
    gc.freeze()  # nothing is left to collect at exit
    worst = {diagnostic.severity for diagnostic in diagnostics}
    raise SystemExit(1 if "error" in worst or (strict and "warning" in worst) else 0)


def _write(path: Path, report: str) -> None:
    try:
        path.write_text(report, encoding="utf-8")
    except OSError as error:
        raise SetupError(
            f"{path} cannot be written: {error.strerror}.", "Name a file in a folder that exists."
        ) from error
