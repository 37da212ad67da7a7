"""The record models in, JSON Schema text out: what editors with a YAML language server read."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from shelfready.model.desk import Desk
from shelfready.model.record import TopicRecord

__all__ = ["SCHEMAS", "schema"]

SCHEMAS: Mapping[str, type[BaseModel]] = {"topic": TopicRecord, "desk": Desk}
"""Every schema by its name on the command line and in schema/."""

_TITLES = {"topic": "A topic record of Shelfready", "desk": "The desk of Shelfready"}


class _Text(GenerateJsonSchema):
    """Editors read YAML with types: a title 2027 is a number to them and text to us, so text may be either."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Text, or a bare number."""
        return {**super().str_schema(schema), "type": ["string", "number"]}


def schema(name: str) -> str:
    """The schema as JSON text."""
    made = SCHEMAS[name].model_json_schema(schema_generator=_Text)
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **made,
        "title": _TITLES[name],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
