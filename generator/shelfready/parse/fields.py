"""A record model and a path into it in, what the model has there out: known keys, or the type of a value."""

from __future__ import annotations

import typing
from collections.abc import Mapping

from pydantic import BaseModel

__all__ = ["any_key_at", "entry_model", "known_keys"]

Path = tuple[str | int, ...]


def known_keys(model: type[BaseModel], at: Path) -> list[str]:
    """The keys that are known at this depth of the model; none where it has no group of its own."""
    group = _group(_at(model, at))
    return list(group.model_fields) if group else []


def any_key_at(model: type[BaseModel], at: Path) -> bool:
    """Whether the author chooses the keys of this group, as for organisations."""
    return typing.get_origin(_at(model, at)) is Mapping


def entry_model(model: type[BaseModel], at: Path) -> type[BaseModel] | None:
    """What an entry of the list here is a record of; None for lists of texts."""
    return _group(_at(model, (*at, 0)))


def _group(annotation: object) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _at(model: type[BaseModel], at: Path) -> object:
    current: object = model
    for part in at:
        if group := _group(current):
            field = group.model_fields.get(str(part))
            current = _opened(field.annotation) if field else None
        else:
            arguments = [a for a in typing.get_args(current) if a is not ...]
            current = _opened(arguments[-1]) if arguments else None
    return current


def _opened(annotation: object) -> object:
    """What an optional or an annotated type holds."""
    arguments = typing.get_args(annotation)
    if type(None) in arguments:
        return _opened(arguments[0])
    return _opened(arguments[0]) if typing.get_origin(annotation) is typing.Annotated else annotation
