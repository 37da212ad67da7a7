"""Sentences that a family of rules finds, and near misses that it leaves alone: tests/rules/phrases/FAMILY.yml.

A case is a sentence of a draft, or a mapping: `draft`, and lines put into the usual record (`record`) and desk.yml
(`desk`); a hit of this form says in `at` which file and line the finding names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drawing import BASE, added, found

FILES = sorted((Path(__file__).parent / "phrases").glob("*.yml"))
FAMILIES: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
DRAFT, RECORD, DESK = "content/drafts/piece.md", "content/topics/piece.yml", "content/desk.yml"


def findings(family: str, case: Any) -> set[tuple[str, str]]:
    """The rules of a family that find something, and the file and line where they do."""
    if isinstance(case, str):
        case = {"draft": f"Words.\n\n{case}\n"}
    files = {DRAFT: case.get("draft", BASE[DRAFT])}
    for path, key in ((RECORD, "record"), (DESK, "desk")):
        files[path] = added(BASE[path], case.get(key, "") + "\n")
    return {(d.code, f"{d.place.path}:{d.place.line}") for d in found(files) if d.code.startswith(family)}


@pytest.mark.parametrize(
    ("family", "code", "case"),
    [
        (family, code, case)
        for family, lists in FAMILIES.items()
        for code, cases in lists["hits"].items()
        for case in cases
    ],
)
def test_a_hit_is_found(family: str, code: str, case: Any) -> None:
    at = f"{DRAFT}:3" if isinstance(case, str) else case["at"]
    if isinstance(case, str) and case.startswith("| "):
        at = f"{DRAFT}:{2 + len(case.splitlines())}"  # in a table, its last row
    assert findings(family, case) == {(code, at)}


@pytest.mark.parametrize(
    ("family", "case"), [(family, case) for family, lists in FAMILIES.items() for case in lists["misses"]]
)
def test_a_near_miss_is_left_alone(family: str, case: Any) -> None:
    assert findings(family, case) == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_twenty_of_each(family: str) -> None:
    assert sum(map(len, FAMILIES[family]["hits"].values())) >= 20
    assert len(FAMILIES[family]["misses"]) >= 20
