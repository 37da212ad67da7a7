"""Cases of each rule, as data: tests/rules/cases/CODE.yml lists inputs and, beside each, the exact findings.

A case has a `name` that reads as a sentence; `record` (lines put into the usual record), `desk` (into desk.yml), `draft`
and `files` (path -> text) make the input; `expect` lists "path:line:column message", empty for near misses.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drawing import BASE, PUBLISHED, added, found

CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case['name']}")
        for path in sorted(CASES.glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("code", "case"), cases())
def test_case(code: str, case: dict[str, Any]) -> None:
    assert set(case) <= {"name", "record", "desk", "draft", "files", "expect", "severity"}
    files = dict(case.get("files", {}))
    record = case.get("record", "").replace("PUBLISHED\n", PUBLISHED)
    files["content/topics/piece.yml"] = added(BASE["content/topics/piece.yml"], record)
    files["content/desk.yml"] = added(BASE["content/desk.yml"], case.get("desk", ""))
    if "draft" in case:
        files["content/drafts/piece.md"] = case["draft"]
    findings = [d for d in found(files) if d.code == code]
    assert [f"{d.place} {d.message}" for d in findings] == case["expect"]
    if "severity" in case:
        assert {str(d.severity) for d in findings} == {case["severity"]}
