"""Rules in, their manual out: one page for each rule and a list of all, for the authors' guide."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinja2 import Environment

from shelfready.engines.warnings import EngineOutput
from shelfready.model.bundle import Bundle
from shelfready.model.library import Library
from shelfready.render.escape import MarkdownText
from shelfready.render.staged import staged
from shelfready.rules.base import Rule
from shelfready.verify.artefact import Artefact
from shelfready.waivers import WAITS_FOR_COUNSEL

__all__ = ["AnyRule", "rule_pages", "rule_text"]

AnyRule = Rule[Library] | Rule[EngineOutput] | Rule[Artefact]
"""A rule over content or over a built site; its manual page is of one form."""

_FORMS = {
    "addition": "Added to ",
    "escaped": "With signs written as escapes, ",
    "link": "A symbolic link at ",
    "missing": "Without ",
    "rendered": "If it rendered to this, ",
}
"""How the page introduces an example file that is not simply there."""

_FENCE = re.compile(r"^```(?P<language>\w+) (?P<path>\S+)(?: as (?P<form>\w+))?\n", re.MULTILINE)


def rule_pages(rules: Iterable[AnyRule], env: Environment) -> Bundle:
    """`guide/rules/index.md` and one page below it for each rule."""
    every = list(rules)
    files = {f"guide/rules/{rule.code.lower()}.md": _page(rule) for rule in every}
    body = env.get_template("rules.md.j2").render(rules=[_row(rule) for rule in every])
    files["guide/rules/index.md"] = staged("page.html", "Rules", {"description": "All rules"}, body, search=False)
    return Bundle(files, dict.fromkeys(files, "generator/shelfready/rules"))


def _page(rule: AnyRule) -> str:
    title = f"{rule.code} {rule.name}"
    return staged("page.html", title, {"description": rule.summary}, f"# {title}\n\n{rule_text(rule)}", search=False)


def _row(rule: AnyRule) -> dict[str, MarkdownText]:
    summary = rule.summary
    return {
        "code": MarkdownText(rule.code),
        "link": MarkdownText(f"{rule.code.lower()}.md"),
        "name": MarkdownText(rule.name),
        "severity": MarkdownText(rule.severity.value),
        "summary": MarkdownText(summary),
    }


def rule_text(rule: AnyRule) -> str:
    """The manual page as Markdown, below its title: summary, severity, why, examples of both sides."""
    change = "cannot be changed" if rule.fixed else "can be changed in desk.yml under `severities:`"
    parts = [rule.summary, f"Severity: {rule.severity}; it {change}."]
    if not rule.stops:
        parts.append("This finding never stops a build.")
    if rule.waivable:
        signed = ", once counsel has signed" if rule.code.startswith(WAITS_FOR_COUNSEL) else ""
        parts.append(f"A record may let one sentence stand under `waivers:`{signed}.")
    parts += [f"## {title}\n\n{_FENCE.sub(_named, rule.section(title))}" for title in ("Why", "Flagged", "Accepted")]
    return "\n\n".join(parts) + "\n"


def _named(match: re.Match[str]) -> str:
    """The file of an example, which a fence cannot name on a page, in a line of its own."""
    return f"{_FORMS.get(match['form'], '')}`{match['path']}`:\n\n```{match['language']}\n"
