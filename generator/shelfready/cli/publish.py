"""`shelfready publish TOPIC`: lets the approved words out, says so in the log, builds and verifies."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, engine_option, project_option, project_root
from shelfready.cli.switching import entry_of, switch_to
from shelfready.cli.topics import Opened, known_person, opened_all
from shelfready.errors import SetupError
from shelfready.model.desk import Person
from shelfready.model.edition import LogEntry
from shelfready.report.text import keys_of
from shelfready.settings import Settings
from shelfready.standing import Judged, ahead, changed_terms, spelt_role, standing

__all__ = ["command"]


@click.command("publish")
@click.argument("topics", nargs=-1, required=True, metavar="TOPIC...")
@click.option("--by", "person", required=True, metavar="P", help="Who decided it; one of the people in desk.yml.")
@click.option("--reason", required=True, metavar="R", help="Why; of a correction, what changed, for readers to see.")
@engine_option
@as_of_option
@project_option
def command(topics: tuple[str, ...], person: str, reason: str, engine: str, as_of: date, folder: Path) -> None:
    """Put the approved words of TOPIC out; the draft, where nobody has to sign.

    Switches the status in the record, adds a line to content/log/, builds the site and verifies it. Where anything in
    what would go out has an error, all of it stays as it was. For a piece that is out already, a newer edition is
    logged as a correction, and its page says what changed. Pieces that link to each other go out together.
    """
    root = project_root(folder)
    desks = opened_all(root, topics, as_of)
    decided = known_person(desks[0].desk, person)
    entries = [_entry(desk, decided, reason, as_of) for desk in desks]
    switch_to(desks, "published", entries, Settings(root, as_of, engine))


def _entry(desk: Opened, person: Person, reason: str, as_of: date) -> LogEntry:
    """What the log will say.

    Raises:
        SetupError: the piece is out already, nothing of it is approved, or an owner had these words taken down.
    """
    found = standing(desk.library, desk.topic.slug)
    last = found.history.last
    is_out = last is not None and last.action != "withdraw"
    edition = None if found.light else _approved(desk)
    number = edition.edition.number if edition else None
    if is_out and desk.topic.record.status == "published" and last and last.edition == number:
        raise _out_already(desk, last)
    action = "correct" if is_out else "publish"
    entry = entry_of(date=as_of, person=person.name, action=action, edition=number, reason=reason)
    owner = entry.undoes(last)
    if last and owner and owner != person.organisation:
        name = desk.desk.organisations[owner].name if owner in desk.desk.organisations else owner
        said = f"'{desk.topic.slug}' was withdrawn on {last.date} at the request of {name}"
        raise SetupError(
            f"{said}.", "Name somebody of it behind --by, or change the draft and have a new edition signed."
        )
    return entry


def _out_already(desk: Opened, last: LogEntry) -> SetupError:
    """What to say where nothing new can go out."""
    slug, found = desk.topic.slug, standing(desk.library, desk.topic.slug)
    waiting = found.waiting
    what = f"edition {last.edition}" if last.edition else "its draft"
    said = f"By its record and its log, '{slug}' is out since {last.date}, with {what}"
    if waiting and waiting.missing:
        roles = ", ".join(spelt_role(desk.desk, role) for role in waiting.missing)
        fix = f"'shelfready packet {slug}' writes what they read."
        return SetupError(f"{said}; edition {waiting.edition.number} is not signed by {roles}.", fix)
    if found.approved and ahead(desk.library, desk.topic, found.approved):
        fix = f"Run 'shelfready submit {slug}', and have it signed."
        return SetupError(f"{said}; the draft has changed since, and nobody has signed that.", fix)
    if found.approved and (terms := changed_terms(desk.library, desk.topic, found.approved)):
        fix = f"Run 'shelfready submit {slug}', and have it signed."
        return SetupError(f"{said}; {keys_of(terms)} of the record changed since, and nobody has signed that.", fix)
    return SetupError(f"{said}.", "'shelfready build' makes the site.")


def _approved(desk: Opened) -> Judged:
    """The edition that goes out.

    Raises:
        SetupError: none is signed by everybody who must.
    """
    slug, found = desk.topic.slug, standing(desk.library, desk.topic.slug)
    if found.approved:
        return found.approved
    if found.newest is None:
        roles = ", ".join(spelt_role(desk.desk, role) for role in found.needed)
        raise SetupError(
            f"'{slug}' has to be signed by {roles}, and nothing was submitted.", f"Run 'shelfready submit {slug}'."
        )
    number = found.newest.edition.number
    if found.newest.missing:
        roles = ", ".join(spelt_role(desk.desk, role) for role in found.newest.missing)
        fix = f"'shelfready packet {slug}' writes what they read."
        raise SetupError(f"Edition {number} of '{slug}' is not signed by {roles}.", fix)
    raise SetupError(f"Edition {number} of '{slug}' does not count.", "'shelfready check' says why.")
