"""`shelfready rule CODE`: prints the manual page of a rule."""

from __future__ import annotations

import click

from shelfready.engines.warnings import RULES as ENGINE_RULES
from shelfready.errors import SetupError
from shelfready.parse.nearness import near
from shelfready.render.rulebook import AnyRule, rule_text
from shelfready.rules import ALL_RULES
from shelfready.verify import ALL_VERIFICATIONS

__all__ = ["command"]


@click.command("rule")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain a rule: why it exists, what it flags, what it accepts.

    CODE is a code such as LEN001 or a name such as over-budget-piece; without it, all rules are listed.
    """
    every: tuple[AnyRule, ...] = (*ALL_RULES, *ENGINE_RULES, *ALL_VERIFICATIONS)
    rules = {rule.code: rule for rule in every}
    if code is None:
        for rule in rules.values():
            click.echo(f"{rule.code}  {rule.severity.value:<8} {rule.name}: {rule.summary}")
        return
    found = next((rule for rule in rules.values() if code.lower() in (rule.code.lower(), rule.name)), None)
    if found is None:
        names = [*rules, *(rule.name for rule in rules.values())]
        meant = near(code, names)
        fix = f"Did you mean {meant}?" if meant else "'shelfready rule' lists all of them."
        raise SetupError(f"There is no rule '{code}'.", fix)
    click.echo(f"{found.code} {found.name}\n\n{rule_text(found)}", nl=False)
