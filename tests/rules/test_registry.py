"""The list of rules and the modules that hold them agree, and every rule has its manual page."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import shelfready.markup
import shelfready.parse
import shelfready.reading
import shelfready.rules
import shelfready.verify
from shelfready.engines.warnings import RULES as ENGINE_RULES
from shelfready.reading.packaged import entries
from shelfready.rules import ALL_RULES
from shelfready.rules.base import Rule
from shelfready.verify import ALL_VERIFICATIONS

EVERY: list[Rule[Any]] = [*ALL_RULES, *ENGINE_RULES, *ALL_VERIFICATIONS]


def in_modules(package: Any) -> set[str]:
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    modules = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return {value.code for module in modules for value in vars(module).values() if isinstance(value, Rule)}


@pytest.mark.parametrize(
    ("package", "listed"),
    [(shelfready.rules, ALL_RULES), (shelfready.verify, ALL_VERIFICATIONS)],
    ids=["rules over content", "verifications of a built site"],
)
def test_the_tuple_lists_exactly_the_rules_of_the_folder(package: Any, listed: tuple[Rule[Any], ...]) -> None:
    assert {rule.code for rule in listed} == in_modules(package)


def test_codes_and_names_are_used_once() -> None:
    assert len({rule.code for rule in EVERY}) == len({rule.name for rule in EVERY}) == len(EVERY)


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.code)
def test_a_rule_has_a_code_a_name_and_a_page(rule: Rule[Any]) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name), "it must read well after 'allow'"
    assert not rule.name.startswith(("no-", "disallow-", "check-"))
    assert rule.summary.endswith(".")
    assert rule.section("Why")
    assert rule.examples("Flagged")
    assert rule.examples("Accepted")


@pytest.mark.parametrize("package", [shelfready.parse, shelfready.markup, shelfready.reading], ids=lambda p: p.__name__)
def test_every_code_that_a_stage_gives_has_a_rule(package: ModuleType) -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted(Path(package.__path__[0]).glob("*.py"))]
    used = {code for source in sources for code in re.findall(r'"([A-Z]{3}\d{3})"', source)}
    assert used
    assert used <= {rule.code for rule in ALL_RULES}


@pytest.mark.parametrize("name", ["tone", "counsel", "plain", "claims", "names"])
def test_every_list_has_a_rule(name: str) -> None:
    assert {entry["code"] for entry in entries(name)} <= {rule.code for rule in ALL_RULES}
