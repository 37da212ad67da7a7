"""`shelfready diff TOPIC`: what changed since the last approved words, word by word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import opened
from shelfready.difference import changed_words, runs
from shelfready.report.escape import printable
from shelfready.standing import standing
from shelfready.wording import topic_words

__all__ = ["command"]

_AROUND = 6
"""Words shown on each side of a change."""


@click.command("diff")
@click.argument("topic")
@as_of_option
@project_option
def command(topic: str, as_of: date, folder: Path) -> None:
    """Show what changed since the last approved words of TOPIC, in its record and draft.

    Words that were taken out stand in [-...-], added ones in {+...+}. Where nothing was approved yet, the newest
    edition is compared.
    """
    desk = opened(project_root(folder), topic, as_of)
    found = standing(desk.library, desk.topic.slug)
    base = found.approved or found.newest
    if base is None:
        click.echo("Nothing was submitted yet, so there is nothing to compare with.")
        return
    number, before = base.edition.number, base.edition.record.words
    after = topic_words(desk.library, desk.topic)
    what = f"edition {number}{'' if base.approved else ', which is not approved'}"
    if before == after:
        click.echo(f"Record and draft hold exactly the words of {what}.")
        return
    click.echo(f"{changed_words(before, after)} words differ from {what}:")
    for line in _lines(before, after):
        click.echo(printable(line))


def _plain(words: str) -> str:
    """The text of the blocks, each behind a sign of its own, without their names."""
    return " ".join(f"¶ {line.strip()[2:]}" for line in words.split("\n") if line.lstrip().startswith("| "))


def _lines(before: str, after: str) -> list[str]:
    """One line for each change, with some words around it."""
    changes = list(runs(_plain(before), _plain(after)))
    lines = []
    for number, change in enumerate(changes):
        if change.same:
            continue
        left = changes[number - 1].after.split()[-_AROUND:] if number else []
        right = changes[number + 1].after.split()[:_AROUND] if number + 1 < len(changes) else []
        old = f"[-{change.before}-]" if change.before else ""
        new = f"{{+{change.after}+}}" if change.after else ""
        lines.append("  " + " ".join(filter(None, [*left, old, new, *right])))
    return lines or ["  Only the form of paragraphs, lists or headings changed."]
