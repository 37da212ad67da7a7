"""`shelfready unsign`: takes an answer to the newest edition back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import known_person, opened
from shelfready.errors import SetupError
from shelfready.standing import standing

__all__ = ["command"]


@click.command("unsign")
@click.argument("topic")
@click.option("--role", required=True, metavar="R", help="The role in which the person signed.")
@click.option("--person", required=True, metavar="P", help="Who signed.")
@as_of_option
@project_option
def command(topic: str, role: str, person: str, as_of: date, folder: Path) -> None:
    """Take a sign-off back, or a reply, to the newest edition of TOPIC.

    Its file is removed; the repository's history keeps it. If the edition is public, the newest one before it that
    everybody signed takes its place; where there is none, nothing new is built until somebody withdraws the piece.
    """
    desk = opened(project_root(folder), topic, as_of)
    newest = standing(desk.library, desk.topic.slug).newest
    name = known_person(desk.desk, person).name
    given = (*newest.edition.signoffs, *newest.edition.replies) if newest else ()
    found = [entry for entry in given if (entry.record.person, entry.record.role) == (name, role)]
    if newest is None or not found:
        raise SetupError(f"{name} has not answered the newest edition as {role}.", "'shelfready status' shows who has.")
    for entry in found:
        path = entry.where().path
        (desk.root / path).unlink()
        click.echo(f"removed {path}")
    after = standing(opened(desk.root, topic, as_of).library, desk.topic.slug)
    if desk.topic.record.status == "published" and newest.approved:
        if after.approved:
            click.echo(f"Edition {after.approved.edition.number} takes its place with the next build.")
        else:
            click.echo("No edition is approved now: nothing new is built. Next: 'shelfready withdraw', or sign again.")
