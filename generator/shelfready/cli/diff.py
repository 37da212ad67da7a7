"""`shelfready diff TOPIC`: what changed since the last approved words, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, project_option, project_root
from shelfready.cli.topics import opened
from shelfready.difference import Change, changed_words, runs
from shelfready.report.escape import printable
from shelfready.report.text import keys_of
from shelfready.standing import changed_terms, standing
from shelfready.wording import topic_words

__all__ = ["command"]

_AROUND = 6
"""Words shown on each side of a change."""
_CUT = "\x00"
"""Stands where words are left out; no text holds it."""
_LEGEND = "Taken out: [-...-]; added: {+...+}; each paragraph begins with ¶."


@click.command("diff")
@click.argument("topic")
@as_of_option
@project_option
def command(topic: str, as_of: date, folder: Path) -> None:
    """Show what changed since the last approved words of TOPIC, in its record and draft.

    Words that were taken out stand in [-...-], added ones in {+...+}, and each paragraph begins with ¶. Where nothing
    was approved yet, the newest edition is compared.
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
    if terms := changed_terms(desk.library, desk.topic, base):
        click.echo(
            f"The record has changed in {keys_of(terms)} since {what}. It is signed with the words: submit it anew."
        )
    if before == after:
        click.echo(f"Record and draft hold exactly the words of {what}.")
        return
    lines = _lines(before, after)
    if not lines:
        click.echo(f"No word differs from {what}; only the form of paragraphs, lists or headings does.")
        return
    number = changed_words(before, after)
    click.echo(f"{number} word{' differs' if number == 1 else 's differ'} from {what}. {_LEGEND}")
    for line in lines:
        click.echo(printable(line))


def _plain(words: str) -> str:
    """The text of the blocks, each behind a sign of its own, without their names."""
    return " ".join(f"¶ {line.strip()[2:]}" for line in words.split("\n") if line.lstrip().startswith("| "))


def _lines(before: str, after: str) -> list[str]:
    """One line for each change, with some words around it; changes that stand close share one."""
    changes = tuple(runs(_plain(before), _plain(after)))
    if all(change.same for change in changes):
        return []
    shown = " ".join(filter(None, _shown(changes))).split(_CUT)
    lines = [f"  {'... ' if number else ''}{text.strip()}" for number, text in enumerate(shown) if text.strip()]
    return [f"{line} ..." for line in lines[:-1]] + [f"{lines[-1]}{'' if shown[-1].strip() else ' ...'}"]


def _shown(changes: Sequence[Change]) -> Iterator[str]:
    """Each change in its brackets, and the words near it; a sign where others are left out."""
    for number, change in enumerate(changes):
        words = change.after.split()
        is_first, is_last = number == 0, number == len(changes) - 1
        if not change.same:
            yield f"[-{change.before}-]" if change.before else ""
            yield f"{{+{change.after}+}}" if change.after else ""
        elif len(words) <= (_AROUND if is_first or is_last else 2 * _AROUND):
            yield from words
        else:
            yield from () if is_first else words[:_AROUND]
            yield _CUT
            yield from () if is_last else words[-_AROUND:]
