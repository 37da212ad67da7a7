"""`shelfready build`: check, render, engine, verify, switch; exits 1 if anything that would go out has an error."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.built import failure, success
from shelfready.cli.common import as_of_option, engine_option, project_option, project_root
from shelfready.cli.progress import Progress
from shelfready.publishing import build
from shelfready.settings import Settings

__all__ = ["command"]


@click.command("build")
@click.option("--preview", is_flag=True, help="Show unpublished pieces and the guide, for colleagues; never public.")
@click.option("--site-dir", type=click.Path(path_type=Path), metavar="D", help="Where the site goes. Default: site/.")
@engine_option
@as_of_option
@project_option
def command(preview: bool, site_dir: Path | None, engine: str, as_of: date, folder: Path) -> None:
    """Check, render and verify the site, then switch it in.

    Errors in what would go out stop the build, and the former site stays. Errors elsewhere are counted.
    """
    root = project_root(folder)
    settings = Settings(root, as_of, engine, _resolved(site_dir) if site_dir else None, preview)
    with Progress() as progress:
        outcome = build(settings, progress)
    if outcome.stopping:
        click.echo(failure(outcome, settings), nl=False)
        raise SystemExit(1)
    click.echo(success(outcome, settings))


def _resolved(site_dir: Path) -> Path:
    """The folder's true place; the last part stays as named, so that a link there is seen as one."""
    path = site_dir.absolute()
    return path.resolve() if path.name == ".." else path.parent.resolve() / path.name
