"""A pydantic error in, a fault in plain words with its place out; pydantic's own text is never shown."""

from __future__ import annotations

import difflib
import typing
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from shelfready.model.finding import Fault
from shelfready.parse.positions import Positions

__all__ = ["explain", "near"]

_TEXT = ("string_type",)
_LIST = ("tuple_type", "list_type")
_GROUP = ("model_type", "mapping_type", "dict_type", "model_attributes_type")


def explain(error: ValidationError, model: type[BaseModel], where: Positions, topic: str = "") -> Iterator[Fault]:
    """One fault for each thing that is wrong.

    Args:
        error: what pydantic found.
        model: the record's model, for the names of its keys.
        where: places of keys and values.
        topic: slug, for the report.
    """
    details = error.errors(include_url=False)
    misspelt = {(*d["loc"][:-1], _meant(d["loc"], model)) for d in details if d["type"] == "extra_forbidden"}
    for detail in details:
        if detail["type"] == "missing" and detail["loc"] in misspelt:
            continue  # the unknown key beside it is this one, misspelt: one fault, one finding
        at = tuple(part for part in detail["loc"] if part != "[key]")
        if detail["type"] == "extra_forbidden":
            yield _unknown(at, model, where, topic)
        elif detail["type"] == "missing":
            name = f"'{at[-1]}'"
            fix = f"Add a line '{at[-1]}: ...'."
            yield Fault("REC002", where.key(*at), f"{name} is missing{_inside(at[:-1])}", fix, topic)
        else:
            message, fix = _value(detail, str(at[-1]) if at else "this file")
            yield Fault("REC003", where(*at), message, fix, topic)


def near(name: str, known: typing.Iterable[str]) -> str:
    """The known name that a mistyped one probably means, or ''."""
    lowered = {candidate.lower(): candidate for candidate in known}
    match = difflib.get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    return lowered[match[0]] if match else ""


def _meant(at: tuple[str | int, ...], model: type[BaseModel]) -> str:
    return near(str(at[-1]), _fields(model, at[:-1]))


def _unknown(at: tuple[str | int, ...], model: type[BaseModel], where: Positions, topic: str) -> Fault:
    name = str(at[-1])
    known = _fields(model, at[:-1])
    meant = _meant(at, model)
    fix = f"Write '{meant}'." if meant else f"Take it out; known keys are {', '.join(known)}."
    return Fault("REC001", where.key(*at), f"the key '{name[:60]}' is not known{_inside(at[:-1])}", fix, topic)


def _inside(at: tuple[str | int, ...]) -> str:
    names = [str(part + 1) if isinstance(part, int) else part for part in at]
    return f" in {' '.join(names)}" if names else ""


def _value(detail: ErrorDetails, name: str) -> tuple[str, str]:
    """Message and fix for a value of the wrong form."""
    kind, context = detail["type"], detail.get("ctx", {})
    given = _short(detail["input"])
    label = f"entry {int(name) + 1}" if name.isdigit() else f"'{name}'"
    if kind == "shelfready":
        return f"{label}: {context['message']}", context["fix"]
    if kind == "literal_error":
        return _literal(label, given, context["expected"].replace("'", "").replace(" or ", ", "))
    if kind in _TEXT:
        return f"{label} holds {_shape(detail['input'])} where one text is wanted", "Write the text after the colon."
    if kind in _LIST:
        fix = f"Write it in square brackets: [{given}]." if isinstance(detail["input"], str) else "Write a list."
        return f"{label} holds {_shape(detail['input'])} where a list is wanted", fix
    if kind in _GROUP:
        return f"{label} holds {_shape(detail['input'])} where keys with values are wanted", "Write 'key: value' lines."
    if kind == "string_too_short":
        return f"{label} is empty", "Write the text, or take the key out."
    if kind == "string_too_long":
        length = len(str(detail["input"]))
        return f"{label} has {length:,} characters; at most {context['max_length']:,} are allowed", "Shorten it."
    if kind in ("greater_than_equal", "less_than_equal"):
        return f"{label} is {given}, which is out of range", "Write a number between 0 and 100000."
    return f"{label} is '{given}', which does not fit here", "Compare it with a record that works."


def _literal(label: str, given: str, allowed: str) -> tuple[str, str]:
    """Message and fix for a value that is none of a few."""
    if ", " not in allowed:
        return f"{label} is '{given}'; only {allowed} is possible", f"Write {allowed}, or take the line out."
    meant = near(given, allowed.split(", "))
    return f"{label} is '{given}', which is none of {allowed}", f"Write {meant or 'one of them'}."


def _short(value: object) -> str:
    return value[:40] if isinstance(value, str) else _shape(value)


def _shape(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "keys with values" if isinstance(value, dict) else "a single text"


def _fields(model: type[BaseModel], at: tuple[str | int, ...]) -> list[str]:
    """The keys that are known at this depth of the model."""
    current: object = model
    for part in at:
        if isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(str(part))
            current = field.annotation if field else None
            current = _inner(current, whole=True)
        else:
            current = _inner(current)
    current = _inner(current, whole=True)
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _inner(annotation: object, *, whole: bool = False) -> object:
    """What an optional, a tuple or a mapping holds; with `whole` only the optional is opened."""
    arguments = [a for a in typing.get_args(annotation) if a not in (type(None), ...)]
    if not arguments:
        return annotation
    is_optional = len(arguments) == 1 and type(None) in typing.get_args(annotation)
    if is_optional:
        return _inner(arguments[0], whole=whole)
    return annotation if whole else _inner(arguments[-1], whole=True)
