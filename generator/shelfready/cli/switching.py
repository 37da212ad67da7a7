"""What `publish` and `withdraw` share: switch the status, append to the log, build, verify; or leave all as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from shelfready.addresses import topic_page, url_path
from shelfready.cli.built import failure, success
from shelfready.cli.progress import Progress
from shelfready.cli.topics import Opened, write_all
from shelfready.errors import SetupError
from shelfready.frozen import log_text
from shelfready.model.edition import LogEntry
from shelfready.model.library import Library
from shelfready.publication import published
from shelfready.publishing import build
from shelfready.reading.disclosure import secrets
from shelfready.settings import Settings
from shelfready.status_line import switched

__all__ = ["entry_of", "switch_to"]


def entry_of(**values: object) -> LogEntry:
    """A log entry from what was typed.

    Raises:
        SetupError: the reason cannot stand on a page.
    """
    try:
        entry = LogEntry.model_validate({name: value for name, value in values.items() if value is not None})
    except ValueError as error:
        fix = "Write one line of at most 300 characters, without '<' and '>'."
        raise SetupError("The reason cannot be written as it is.", fix) from error
    if secrets(entry.reason):
        raise SetupError("The reason holds something private, and readers may see it.", "Say it without.")
    return entry


def switch_to(desks: Sequence[Opened], status: str, entries: Sequence[LogEntry], settings: Settings) -> None:
    """Write records and logs, build and verify; put all back where nothing could be built.

    Ends with exit code 1 where errors in what would go out stop the build.
    """
    root = settings.root
    paths = [path for desk in desks for path in (desk.topic.record_path, _log(desk))]
    former = {path: (root / path).read_bytes() if (root / path).exists() else None for path in paths}
    changed: dict[str, str | bytes] = {}
    for desk, entry in zip(desks, entries, strict=True):
        record, log = desk.topic.record_path, _log(desk)
        changed[record] = switched(former[record] or b"", desk.topic.where("status").line, status)
        changed[log] = log_text((former[log] or b"").decode("utf-8").replace("\r\n", "\n"), entry)
    write_all(root, changed)
    try:
        with Progress() as progress:
            outcome = build(settings, progress)
    except BaseException:  # whatever it was: a record that says published goes out with the next build
        _put_back(root, former)
        raise
    if outcome.stopping:
        _put_back(root, former)
        click.echo(f"{failure(outcome, settings)}Record and log stand as before.")
        raise SystemExit(1)
    click.echo(success(outcome, settings))
    click.echo(_next(desks, entries[0], settings, outcome.library))


def _next(desks: Sequence[Opened], entry: LogEntry, settings: Settings, library: Library) -> str:
    """The lines to run, each by itself."""
    topics = desks[0].topic.slug if len(desks) == 1 else f"{len(desks)} pieces"
    site = (
        settings.target.relative_to(settings.root) if settings.target.is_relative_to(settings.root) else settings.target
    )
    address = library.desk.site.address if library.desk else ""
    pages = "".join(f"Its page:     {address}{url_path(topic_page(desk.topic.slug))}\n" for desk in desks)
    light = ",".join(topic.slug for topic in published(library) if topic.edition is None)
    return (
        f"{pages}"
        f'Record it:    git add content && git commit -m "{entry.action} {topics}" && git push\n'
        f"Check a copy: python -m shelfready.verify_words {site} content{f' --light={light}' if light else ''}"
    )


def _log(desk: Opened) -> str:
    return f"content/log/{desk.topic.slug}.yml"


def _put_back(root: Path, former: dict[str, bytes | None]) -> None:
    """Have the files as they were; each is replaced whole, so that a full disk leaves none of them empty.

    Raises:
        SetupError: it cannot be done, and somebody has to.
    """
    try:
        for path in (path for path, data in former.items() if data is None):
            (root / path).unlink(missing_ok=True)
        write_all(root, {path: data for path, data in former.items() if data is not None})
    except (OSError, SetupError) as error:
        sentence = f"Nothing was built, and {', '.join(former)} could not be put back: {error}"
        raise SetupError(sentence, "Restore them, or the next build does what was asked for.") from error
