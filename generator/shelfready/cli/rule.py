"""`shelfready rule CODE`: prints the manual page of a rule."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from shelfready import read
from shelfready.cli.common import project_option, project_root
from shelfready.engines.warnings import RULES as ENGINE_RULES
from shelfready.errors import SetupError
from shelfready.parse.library import desk_of
from shelfready.parse.nearness import near
from shelfready.render.rulebook import AnyRule, rule_text
from shelfready.rules import ALL_RULES
from shelfready.verify import ALL_VERIFICATIONS

__all__ = ["command"]


@click.command("rule")
@click.argument("code", required=False)
@project_option
def command(code: str | None, folder: Path) -> None:
    """Explain a rule: why it exists, what it flags, what it accepts.

    CODE is a code such as LEN001 or a name such as over-budget-piece; without it, all rules are listed. Severities are
    those of the project, if there is one; its desk.yml may have others than the tool.
    """
    changed = _changed(folder)
    every: tuple[AnyRule, ...] = (*ALL_RULES, *ENGINE_RULES, *ALL_VERIFICATIONS)
    rules = {rule.code: rule for rule in every}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {_severity(rule, changed):<8} {rule.name}: {rule.summary}")
        return
    found = next((rule for rule in rules.values() if code.lower() in (rule.code.lower(), rule.name)), None)
    if found is None:
        names = [*rules, *(rule.name for rule in rules.values())]
        meant = near(code, names)
        fix = f"Did you mean {meant}?" if meant else "'shelfready rule' lists all of them."
        raise SetupError(f"There is no rule '{code}'.", fix)
    click.echo(f"{found.code} {found.name}\n\n{rule_text(found)}", nl=False)
    if _severity(found, changed) != found.severity:
        click.echo(f"\nIn this project it is: {_severity(found, changed)}, by content/desk.yml.")


def _changed(folder: Path) -> Mapping[str, str]:
    """What the project's desk.yml says under `severities:`; nothing where no project is named and none is here."""
    if folder == Path() and not Path("content").is_dir():
        return {}
    desk, _, _ = desk_of(read.tree(project_root(folder), "content"))
    return desk.severities if desk else {}


def _severity(rule: AnyRule, changed: Mapping[str, str]) -> str:
    return rule.severity.value if rule.fixed else changed.get(rule.code, rule.severity.value)
