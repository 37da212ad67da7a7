"""Sentences that a family of rules finds, and near misses that it leaves alone: tests/rules/phrases/FAMILY.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from drawing import found

FILES = sorted((Path(__file__).parent / "phrases").glob("*.yml"))
FAMILIES: dict[str, Any] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}


def codes(family: str, sentence: str) -> set[str]:
    """The rules of a family that find something in a draft of this sentence, in its place."""
    findings = [d for d in found({"content/drafts/piece.md": f"Words.\n\n{sentence}\n"}) if d.code.startswith(family)]
    assert {d.place.line for d in findings} <= {3}
    return {d.code for d in findings}


@pytest.mark.parametrize(
    ("family", "code", "sentence"),
    [
        (family, code, sentence)
        for family, lists in FAMILIES.items()
        for code, sentences in lists["hits"].items()
        for sentence in sentences
    ],
)
def test_a_sentence_is_found(family: str, code: str, sentence: str) -> None:
    assert codes(family, sentence) == {code}


@pytest.mark.parametrize(
    ("family", "sentence"), [(family, sentence) for family, lists in FAMILIES.items() for sentence in lists["misses"]]
)
def test_a_near_miss_is_left_alone(family: str, sentence: str) -> None:
    assert codes(family, sentence) == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_has_twenty_of_each(family: str) -> None:
    assert sum(map(len, FAMILIES[family]["hits"].values())) >= 20
    assert len(FAMILIES[family]["misses"]) >= 20
