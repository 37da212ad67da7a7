"""`shelfready new`: a record and a draft that pass `check` as proposed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from shelfready.cli.common import project_option, project_root
from shelfready.errors import SetupError
from shelfready.parse.explain import near
from shelfready.pipeline import examine
from shelfready.starter import draft, record, slug_for

__all__ = ["command"]


@click.command("new")
@click.argument("title")
@click.option("--kind", metavar="K", help="One of the kinds in desk.yml. Default: its first.")
@click.option("--lead", metavar="NAME", help="Who writes it.")
@project_option
def command(title: str, kind: str | None, lead: str | None, folder: Path) -> None:
    """Start a topic: writes a record and a draft that pass check.

    TITLE is the question as a reader would ask it. The names of both files are made from it.
    """
    root = project_root(folder)
    library, _ = examine(root, datetime.now(UTC).date())
    desk = library.desk
    if desk is None:
        raise SetupError("content/desk.yml cannot be read.", "Run 'shelfready check content/desk.yml'.")
    chosen = kind or next(iter(desk.kinds))
    if chosen not in desk.kinds:
        meant = near(chosen, desk.kinds)
        raise SetupError(f"desk.yml has no kind '{chosen}'.", f"Use {meant or ', '.join(desk.kinds)}.")
    slug = "security-policy" if chosen == "policy" else slug_for(title)
    if not slug:
        raise SetupError(f"'{title}' holds no letter or digit.", "Write the question as a reader would ask it.")
    paths = (root / "content" / "topics" / f"{slug}.yml", root / "content" / "drafts" / f"{slug}.md")
    for path in paths:
        if path.exists():
            raise SetupError(f"{path.relative_to(root)} exists already.", "Choose another title, or edit that file.")
    owner = desk.site.publisher if desk.site.publisher in desk.organisations else next(iter(desk.organisations))
    for path, content in zip(
        paths, (record(title, chosen, lead, owner, next(iter(desk.audiences))), draft()), strict=True
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        click.echo(f"wrote {path.relative_to(root)}")
    click.echo("Next: fill in the brief, write the draft, and run 'shelfready serve' to see it.")
