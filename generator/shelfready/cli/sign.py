"""`shelfready sign`: records an answer to the newest edition, as given by hand or as the reply line of a mail."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Literal

import click
from pydantic import ValidationError

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import Opened, known_person, opened, write_all
from shelfready.errors import SetupError
from shelfready.frozen import given_path, given_text
from shelfready.model.edition import Given, Reply, SignOff
from shelfready.model.record import Shape
from shelfready.reading.disclosure import secrets
from shelfready.replies import DIGITS, Line, reply_line
from shelfready.signing import may_sign, telling
from shelfready.standing import Judged, fulfils, spelt_role, standing
from shelfready.wording import digest_of

__all__ = ["command"]

_MOST_MAIL = 10_000_000
"""Bytes; a saved mail may hold the packet with its pictures."""
_POINTER = "Say where the answer is kept, such as 'mail of 2026-11-20, held by the secretariat'."


@click.command("sign")
@click.argument("topic", required=False)
@click.option("--role", metavar="R", help="The role in which the person signs, such as counsel.")
@click.option("--person", metavar="P", help="Who signs; one of the people in desk.yml.")
@click.option("--evidence", metavar="E", help="Where the answer is kept; a pointer, no address and no text of a mail.")
@click.option("--from", "source", metavar="FILE", help="Take it all from the reply line in FILE; - is standard input.")
@as_of_option
@project_option
def command(
    topic: str | None,
    *,
    role: str | None,
    person: str | None,
    evidence: str | None,
    source: str | None,
    as_of: date,
    folder: Path,
) -> None:
    """Record that somebody approved the newest edition of TOPIC.

    This is a dated record in a repository, no electronic signature: it says who approved which words, when, and where
    the answer is kept. With --from, the reply line of a mail says all of it; only APPROVE signs, and APPROVE WITH and
    REFUSE are recorded and shown. FILE is a saved mail or a text that was copied from one; what is quoted in it does
    not count.
    """
    root = project_root(folder)
    if source:
        if role or person:
            raise click.UsageError("With --from, role and person come from the reply line.")
        line = reply_line(_bytes(source))
        if topic and topic != line.topic:
            raise SetupError(f"The reply line is for '{line.topic}', not for '{topic}'.", "Leave the topic out.")
        evidence = evidence or f"reply line of {as_of}"
    else:
        if not (topic and role and person and evidence):
            raise click.UsageError("Give TOPIC, --role, --person and --evidence, or --from FILE.")
        line = Line("approve", "", topic, 0, "", role, person)
    desk = opened(root, line.topic, as_of)
    _record(desk, line, evidence, as_of)


def _bytes(source: str) -> bytes:
    if source == "-":
        data = sys.stdin.buffer.read(_MOST_MAIL + 1)
    else:
        try:
            with open(source, "rb") as file:
                data = file.read(_MOST_MAIL + 1)
        except OSError as error:
            raise SetupError(f"{source} cannot be read: {error.strerror}.", "Name the file with the reply.") from error
    if len(data) > _MOST_MAIL:
        raise SetupError("The text is longer than a mail.", "Copy the reply line into a file of its own.")
    return data


def _record(desk: Opened, line: Line, evidence: str, as_of: date) -> None:
    judged = _newest(desk)
    edition, number = judged.edition, judged.edition.number
    if not judged.sound:
        raise SetupError(
            f"Edition {number} is not what was submitted.", "Run 'shelfready check'; it says what changed."
        )
    made = digest_of(edition)
    if line.digest and (line.edition, line.digest) != (number, short := made[:DIGITS]):
        message = f"The reply is for edition {line.edition} ({line.digest}); the newest is edition {number} ({short})."
        raise SetupError(message, f"Send the new packet: 'shelfready packet {line.topic}'.")
    if why := telling(evidence):
        raise SetupError(f"The evidence {why}.", _POINTER)
    if secrets(evidence) or secrets(line.remark):
        raise SetupError("Evidence or remark holds something private.", _POINTER)
    given = _given(desk, line, evidence, as_of, made)
    if why := may_sign(desk.desk, edition.record.owners, given, as_of):
        raise SetupError(f"{why[0].upper()}{why[1:]}.", "Sign in the name of whoever answers for it.")
    if as_of < edition.record.submitted:
        raise SetupError(f"The edition was submitted on {edition.record.submitted}.", "Give a later --as-of.")
    _check_second(judged, given)
    path = given_path(given)
    if (desk.root / path).exists():
        back = f'shelfready unsign {given.topic} --role {given.role} --person "{given.person}"'
        raise SetupError(f"{path} exists already.", f"To replace it, take it back first: {back}")
    write_all(desk.root, {path: given_text(given)})
    click.echo(f"wrote {path}")
    if not any(fulfils(Given(given, edition.where, ""), role) for role in _open(judged)):
        whose = spelt_role(desk.desk, f"{given.organisation} {given.role}")
        click.echo(f"Nothing waited for {whose}: that is recorded, and changes nothing.")
    _tell(desk, given, as_of)


def _open(judged: Judged) -> list[str]:
    """The roles that nobody has filled."""
    return [role for role in judged.needed if not any(fulfils(given, role) for given in judged.valid)]


def _newest(desk: Opened) -> Judged:
    newest = standing(desk.library, desk.topic.slug).newest
    if newest is None:
        fix = f"Run 'shelfready submit {desk.topic.slug}' first."
        raise SetupError(f"There is no edition of '{desk.topic.slug}' to sign.", fix)
    return newest


def _given(desk: Opened, line: Line, evidence: str, as_of: date, made: str) -> SignOff | Reply:
    person = known_person(desk.desk, line.person)
    values = {
        "topic": desk.topic.slug,
        "edition": _newest(desk).edition.number,
        "digest": made,
        "role": line.role,
        "person": person.name,
        "organisation": person.organisation,
        "date": as_of,
        "evidence": evidence,
    }
    shape: type[Shape] = SignOff
    if line.answer != "approve":
        shape = Reply
        values |= {"answer": line.answer, "remark": line.remark}
    return _valid(shape, values)


def _valid(shape: type[Shape], values: dict[str, object]) -> SignOff | Reply:
    try:
        made = shape.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        why = first.get("ctx", {}).get("message") or first["msg"]
        message = f"The {first['loc'][0]} cannot be written: {why}."
        raise SetupError(message, "Ask for other words, and record them with --from.") from error
    assert isinstance(made, SignOff | Reply)
    return made


def _check_second(judged: Judged, given: SignOff | Reply) -> None:
    """No one person gives all of several sign-offs."""
    others = [entry.record for entry in judged.valid if entry.record.role != given.role]
    lone = others and all(record.person == given.person for record in others)
    if isinstance(given, SignOff) and lone and len(judged.needed) > 1 and len(judged.missing) == 1:
        message = f"{given.person} has given every other sign-off of this edition."
        raise SetupError(message, "Let somebody else give this one.")


def _tell(desk: Opened, given: SignOff | Reply, as_of: date) -> None:
    """What that means for the piece."""
    slug = desk.topic.slug
    if isinstance(given, Reply):
        word: Literal["refused", "approved on a condition"]
        word = "refused" if given.answer == "refuse" else "approved on a condition"
        click.echo(f"{given.person} {word}: that is no approval of edition {given.edition}.")
        click.echo(f"Next: change the draft, and run 'shelfready submit {slug}'.")
        return
    after = standing(opened(desk.root, slug, as_of).library, slug)
    assert after.newest is not None, "it was signed just now"
    if after.newest.missing:
        roles = ", ".join(spelt_role(desk.desk, role) for role in after.newest.missing)
        click.echo(f"Edition {given.edition} still has to be signed by {roles}.")
        return
    click.echo(f"Edition {given.edition} of '{slug}' is approved: everybody who must has signed it.")
    if desk.topic.record.status == "published":
        click.echo("It goes out with the next build, and readers are told what changed. Next, with that as the reason:")
        click.echo(f'shelfready publish {slug} --by "NAME" --reason "WHAT CHANGED"')
    else:
        click.echo(
            "It is on the shelf and in no public output. Next, when it has to go out:\n"
            f'shelfready publish {slug} --by "NAME" --reason "WHY"'
        )
