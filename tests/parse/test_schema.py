"""The checked-in schemas are the ones that the models give, and they agree with the checker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shelfready.parse.schema import SCHEMAS, schema

ROOT = Path(__file__).resolve().parents[2]
PROJECTS = [pytest.param(ROOT, id="our own"), pytest.param(ROOT / "examples/committee", id="the committee, to copy")]


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schema_in_the_repository_is_up_to_date(name: str, project: Path) -> None:
    written = (project / "schema" / f"{name}.json").read_text(encoding="utf-8")
    assert written == schema(name), "run 'make schema'"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_has_its_help(name: str) -> None:
    made = json.loads(schema(name))
    for part in (made, *made.get("$defs", {}).values()):
        assert part["description"]
        assert part["additionalProperties"] is False
        for key, value in part["properties"].items():
            assert value.get("description") or "$ref" in value, key


@pytest.mark.parametrize("project", PROJECTS)
def test_records_name_their_schema_so_that_editors_find_it_also_in_a_copy(project: Path) -> None:
    for path in [*sorted((project / "content" / "topics").glob("*.yml")), project / "content" / "desk.yml"]:
        first = path.read_text(encoding="utf-8").split("\n")[0]
        target = first.partition("$schema=")[2]
        assert (path.parent / target).resolve().parent == project / "schema", path
