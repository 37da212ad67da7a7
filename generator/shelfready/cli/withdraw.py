"""`shelfready withdraw TOPIC`: takes a piece down; its address stays, with the reason or a way to what replaces it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, engine_option, project_option, project_root
from shelfready.cli.switching import entry_of, switch_to
from shelfready.cli.topics import Opened, known_person, opened
from shelfready.errors import SetupError
from shelfready.publication import published
from shelfready.settings import Settings
from shelfready.standing import standing

__all__ = ["command"]


@click.command("withdraw")
@click.argument("topic")
@click.option("--by", "person", required=True, metavar="P", help="Who decided it; one of the people in desk.yml.")
@click.option("--reason", required=True, metavar="R", help="Why; readers see it.")
@click.option("--for", "owner", metavar="OWNER", help="The owner who asked for it; one is enough.")
@click.option("--replaced-by", "replacement", metavar="T", help="A published topic that readers are led to.")
@engine_option
@as_of_option
@project_option
def command(
    topic: str,
    *,
    person: str,
    reason: str,
    owner: str | None,
    replacement: str | None,
    engine: str,
    as_of: date,
    folder: Path,
) -> None:
    """Take a topic down. Its address stays and says that the piece was withdrawn, when and why.

    Switches the status in the record, adds a line to content/log/, builds the site and verifies it.
    """
    root = project_root(folder)
    desk = opened(root, topic, as_of)
    name = known_person(desk.desk, person).name
    _check(desk, owner, replacement)
    found = standing(desk.library, desk.topic.slug)
    last = found.history.last  # of a piece whose sign-off was taken back, it names the edition that readers had
    entry = entry_of(
        date=as_of,
        person=name,
        action="withdraw",
        edition=found.approved.edition.number if found.approved else last and last.edition,
        reason=reason,
        on_behalf_of=owner,
        replaced_by=replacement,
    )
    switch_to([desk], "withdrawn", [entry], Settings(root, as_of, engine))


def _check(desk: Opened, owner: str | None, replacement: str | None) -> None:
    slug, record = desk.topic.slug, desk.topic.record
    last = desk.library.history(slug).last
    if last and last.action == "withdraw" and record.status == "withdrawn":
        raise SetupError(f"'{slug}' was withdrawn on {last.date}.", "'shelfready publish' puts it out again.")
    if record.status != "published" and last is None:
        raise SetupError(f"'{slug}' was never public: its status is {record.status}.", "There is nothing to take down.")
    found = standing(desk.library, slug)
    owners = found.approved.edition.record.owners if found.approved else record.owners
    if owner and owner not in owners:
        raise SetupError(f"'{owner}' is no owner of '{slug}'.", f"Its owners are {', '.join(owners)}.")
    public = {topic.slug for topic in published(desk.library)} - {slug}
    if replacement and replacement not in public:
        raise SetupError(f"'{replacement}' is not public.", "Publish it first, so that readers can be led to it.")
