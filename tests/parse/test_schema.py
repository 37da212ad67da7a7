"""The checked-in schemas are the ones that the models give, and they agree with the checker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shelfready.parse.schema import SCHEMAS, schema

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schema_in_the_repository_is_up_to_date(name: str) -> None:
    written = (ROOT / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema(name), "run 'make schema'"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_has_its_help(name: str) -> None:
    made = json.loads(schema(name))
    for part in (made, *made.get("$defs", {}).values()):
        assert part["description"]
        assert part["additionalProperties"] is False
        for key, value in part["properties"].items():
            assert value.get("description") or "$ref" in value, key


def test_records_name_their_schema_so_that_editors_find_it() -> None:
    for path in [*sorted((ROOT / "content" / "topics").glob("*.yml")), ROOT / "content" / "desk.yml"]:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        target = first.partition("$schema=")[2]
        assert (path.parent / target).resolve().parent == ROOT / "schema", path
