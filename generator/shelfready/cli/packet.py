"""`shelfready packet TOPIC`: writes what reviewers of the newest edition read, as a page and as a plain text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click
from jinja2 import TemplateError

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import Opened, opened, write_all
from shelfready.errors import SetupError
from shelfready.packet.assemble import drafted, packet
from shelfready.packet.drawn import html, plain
from shelfready.packet.model import Packet
from shelfready.render.environment import packet_environment, template_folders
from shelfready.report.escape import printable
from shelfready.report.text import counted
from shelfready.standing import standing

__all__ = ["command"]

_USUAL = Path("build") / "packets"
_NOT_FOR_PACKETS = ("site", "docs", "content", "templates", "build/docs", "build/theme", "build/preview", "build/serve")
"""Folders whose files go out, or that the tool empties."""


@click.command("packet")
@click.argument("topic")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The folder for both files. Default: build/packets.",
)
@click.option("--draft", is_flag=True, help="Show record and draft as they stand; nobody can sign that.")
@as_of_option
@project_option
def command(topic: str, *, output: Path | None, draft: bool, as_of: date, folder: Path) -> None:
    """Write what reviewers of TOPIC read: its newest edition, and all that helps to judge it.

    Two files: a page that opens without a network and prints on A4, and a plain text for a mail. Both hold the numbered
    paragraphs, what changed since the last approved words, the brief, claims with their sources, flagged and waived
    phrases, who must sign, and how to answer.
    """
    desk = opened(project_root(folder), topic, as_of)
    target = _target(desk.root, output)
    made = _draft(desk) if draft else _edition(desk)
    files = _files(desk, made, target)
    write_all(desk.root, files)
    for path in files:
        click.echo(printable(f"wrote {path}"))
    click.echo(_said(made))


def _files(desk: Opened, made: Packet, target: str) -> dict[str, str | bytes]:
    """Both files.

    Raises:
        SetupError: a template of the project's own cannot be drawn.
    """
    env = packet_environment(template_folders(desk.root))
    try:
        return {f"{target}/{made.name}.html": html(env, made), f"{target}/{made.name}.txt": plain(env, made)}
    except TemplateError as error:
        raise SetupError(f"A template in templates/kit/ cannot be drawn: {error}.", "Mend it.") from error


def _target(root: Path, output: Path | None) -> str:
    """The folder to write into: inside of the project relative to it.

    Raises:
        SetupError: its files would become public, or be removed.
    """
    if output is None:
        return _USUAL.as_posix()
    place = output.resolve()
    for name in _NOT_FOR_PACKETS:
        if place.is_relative_to(root / name):
            raise SetupError(f"Packets are for reviewers alone, and {name}/ is not.", "Name another folder.")
    return (place.relative_to(root) if place.is_relative_to(root) else place).as_posix()


def _edition(desk: Opened) -> Packet:
    slug = desk.topic.slug
    found = standing(desk.library, slug)
    newest = found.newest
    if newest is None and found.light:
        message = f"Nobody has to sign '{slug}', so there is no edition of it."
        raise SetupError(message, f"'shelfready packet {slug} --draft' shows its draft.")
    if newest is None:
        message = f"No edition of '{slug}' was submitted yet."
        fix = f"Run 'shelfready submit {slug}' first; for a look beforehand, add --draft."
        raise SetupError(message, fix)
    if not newest.sound:
        message = f"Edition {newest.edition.number} is not what was submitted."
        raise SetupError(message, f"Run 'shelfready check'; it says what changed in {newest.edition.where().path}.")
    return packet(desk.library, desk.topic, newest)


def _draft(desk: Opened) -> Packet:
    if desk.topic.draft is None:
        message = f"There is no draft of '{desk.topic.slug}' that can be read."
        raise SetupError(message, f"Write {desk.topic.draft_path}, or run 'shelfready check' on it.")
    try:
        return drafted(desk.library, desk.topic)
    except ValueError as error:
        path = desk.topic.record_path
        raise SetupError(f"No packet can be made of '{desk.topic.slug}'.", f"Run 'shelfready check {path}'.") from error


def _said(made: Packet) -> str:
    if made.draft:
        return "That is the draft: it was not submitted, and nobody can sign it."
    if made.approved_on:
        return f"Edition {made.edition} is approved: everybody who must has signed it."
    roles = ", ".join(signer.role for signer in made.signers if signer.state == "not yet signed")
    told = f"Edition {made.edition}: {counted(len(made.flags), 'flagged phrase')}, to be signed by {roles}."
    return f"{told}\nNext: send both files to them, and run 'shelfready sign --from' with each answer."
