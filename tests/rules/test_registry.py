"""The list of rules and the modules that hold them agree, and every rule has its manual page."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

import shelfready.rules
import shelfready.verify
from shelfready.engines.warnings import RULES as ENGINE_RULES
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


def test_every_refusal_and_fault_has_a_rule() -> None:
    sources = [
        *(
            importlib.import_module(f"shelfready.parse.{name}")
            for name in ("text", "characters", "trouble", "yaml_nodes", "yaml_words", "escapes", "remarks", "record")
        ),
        *(importlib.import_module(f"shelfready.parse.{name}") for name in ("explain", "strays", "misnamed", "library")),
        *(importlib.import_module(f"shelfready.markup.{name}") for name in ("guard", "renderer", "strict")),
    ]
    used = {
        code
        for module in sources
        for code in re.findall(r'"([A-Z]{3}\d{3})"', (module.__spec__.loader.get_source(module.__name__)))  # type: ignore[union-attr]
    }
    assert used <= {rule.code for rule in ALL_RULES}
