"""The record models in, a page of all keys with their meaning out: typed once, in the models."""

from __future__ import annotations

import typing

from pydantic import BaseModel

from shelfready.model.bundle import Bundle
from shelfready.model.desk import Desk
from shelfready.model.record import TopicRecord
from shelfready.render.escape import escape
from shelfready.render.staged import staged

__all__ = ["key_pages"]


def key_pages() -> Bundle:
    """`guide/keys.md`: the keys of a topic record and of desk.yml."""
    body = "# Keys of records\n\n"
    for title, model in (("A topic: content/topics/NAME.yml", TopicRecord), ("The desk: content/desk.yml", Desk)):
        body += f"## {title}\n\n| Key | Needed | Meaning |\n| --- | --- | --- |\n{''.join(_rows(model, ''))}\n"
    page = staged("page.html", "Keys of records", {"description": "Every key and its meaning"}, body, search=False)
    return Bundle({"guide/keys.md": page}, {"guide/keys.md": "generator/shelfready/model"})


def _rows(model: type[BaseModel], prefix: str) -> list[str]:
    rows: list[str] = []
    for name, field in model.model_fields.items():
        needed = "yes" if field.is_required() else ""
        rows.append(f"| `{prefix}{name}` | {needed} | {escape(field.description or '')} |\n")
        inner, middle = _inner(field.annotation)
        if inner is not None:
            rows += _rows(inner, f"{prefix}{name}.{middle}")
    return rows


def _inner(annotation: object) -> tuple[type[BaseModel] | None, str]:
    """The model inside an annotation, and what stands between its name and its keys: '' or 'KEY.'."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, ""
    origin = typing.get_origin(annotation)
    for argument in typing.get_args(annotation):
        inner, _ = _inner(argument)
        if inner is not None:
            return inner, "KEY." if _is_mapping(origin) else ""
    return None, ""


def _is_mapping(origin: object) -> bool:
    return isinstance(origin, type) and issubclass(origin, typing.Mapping)
