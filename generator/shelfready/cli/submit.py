"""`shelfready submit TOPIC`: freezes record and draft as the next edition, for people to sign."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import Opened, opened, refuse, write_all
from shelfready.errors import SetupError
from shelfready.frozen import folder_of, frozen, words_text
from shelfready.model.edition import LAST_NUMBER, EditionRecord
from shelfready.model.finding import Diagnostic, Severity
from shelfready.parse.paths import EDITIONS
from shelfready.report.text import counted
from shelfready.standing import spelt_role, standing
from shelfready.wording import picture_bytes

__all__ = ["command"]

_ABOUT_SIGNING = ("STA001", "STA002", "STA005", "STA006", "SGN")
"""Rules about what was signed before; a new edition is the way to mend them."""


@click.command("submit")
@click.argument("topic")
@as_of_option
@project_option
def command(topic: str, as_of: date, folder: Path) -> None:
    """Freeze the next edition of TOPIC: the words and terms that people then sign.

    The edition is written to content/editions/ and never changed. What is public stays as it is until every role has
    signed. TOPIC is the name of its record, such as exposed-servers.
    """
    desk = opened(project_root(folder), topic, as_of)
    _check(desk)
    record = frozen(desk.library, desk.topic, as_of)
    _check_new(desk, record)
    place = folder_of(record.topic, record.edition)
    pictures = {
        f"{place}{path.rpartition('/')[2]}": data for path, data in picture_bytes(desk.library, desk.topic).items()
    }
    write_all(desk.root, {**pictures, f"{place}words.yml": words_text(record)})
    click.echo(f"wrote {place}words.yml")
    click.echo(_said(desk, record))


def _check(desk: Opened) -> None:
    """A piece is submitted when it is complete: what check calls an error stands in its way."""
    topic = desk.topic
    if not topic.under_review:
        fix = "Set it to review first: only then check asks whether the piece is complete."
        raise SetupError(f"The status of '{topic.slug}' is {topic.record.status}.", fix)
    if standing(desk.library, topic.slug).light:
        fix = f"Run 'shelfready publish {topic.slug}', which lets its draft out."
        raise SetupError(f"Nobody has to sign '{topic.slug}', so there is no edition to submit.", fix)
    errors = tuple(d for d in desk.found if d.topic == topic.slug and _is_in_the_way(d))
    if errors:
        refuse(errors, f"Nothing was submitted: {counted(len(errors), 'error')} in the piece.")


def _is_in_the_way(diagnostic: Diagnostic) -> bool:
    is_of_former = diagnostic.place.path.startswith(EDITIONS) or diagnostic.code.startswith(_ABOUT_SIGNING)
    return diagnostic.severity is Severity.ERROR and not is_of_former


def _check_new(desk: Opened, record: EditionRecord) -> None:
    newest = standing(desk.library, desk.topic.slug).newest
    if record.edition > LAST_NUMBER:
        fix = f"Take out the folder of edition {LAST_NUMBER}; nobody submitted so many."
        raise SetupError(f"There is no number for an edition behind {LAST_NUMBER}.", fix)
    if newest is None or not newest.sound:
        return
    former = newest.edition.record
    told_apart = {"edition", "submitted", "digest", "sources", "minor", "roles", "draft"}
    if former.model_dump(exclude=told_apart) == record.model_dump(exclude=told_apart):
        message = f"Edition {former.edition} holds exactly these words and terms."
        if newest.open_replies:
            told = newest.open_replies[0]
            answer = "refused it" if told.words == "refused" else "approved it on a condition"
            raise SetupError(message, f"{told.record.person} {answer}: change the draft first.")
        raise SetupError(message, f"Have it signed: 'shelfready packet {record.topic}' writes what people read.")


def _said(desk: Opened, record: EditionRecord) -> str:
    roles = ", ".join(spelt_role(desk.desk, role) for role in record.roles)
    small = f" It is a small change of edition {record.minor}." if record.minor else ""
    words = desk.topic.draft.words if desk.topic.draft else 0
    undated = "" if desk.topic.record.review_by else "\nThe record has no 'review_by:' yet; 'publish' will ask for it."
    return (
        f"Edition {record.edition} of '{record.title}': {words} words, digest {record.digest[:12]}.{small}\n"
        f"To be signed by {roles}.{undated}\n"
        f"Next: commit the file, and run 'shelfready packet {record.topic}' for what they read."
    )
