"""One value of the wrong form in, what is wrong with it and what to do out, in the words of whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from shelfready.parse.nearness import near

__all__ = ["Names", "value_words"]

Names = Mapping[str, Mapping[str, str]]
"""Key of a record -> the names that desk.yml has for it, with their labels."""

_LIST = ("tuple_type", "list_type")
_GROUP = ("model_type", "mapping_type", "dict_type", "model_attributes_type")
_SHORT = ("string_too_short", "too_short")
_LONG = ("string_too_long", "too_long")
_BULLET = re.compile(r"[-–—•·*‣◦]\s*\S")
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
_MOST_SHOWN = 60

Words = tuple[str, str]


def value_words(
    detail: ErrorDetails, at: tuple[str | int, ...], names: Names, entry_keys: tuple[str, ...] = ()
) -> Words:
    """Message and fix.

    Args:
        detail: what pydantic found.
        at: path of the value.
        names: the names that desk.yml has.
        entry_keys: the keys of an entry, where a list of groups is wanted.
    """
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    label = _label(at)
    if kind == "shelfready":
        known = names.get(str(at[0]), {}) if at and context["kind"] == "key" else {}
        if known and isinstance(given, str):
            return _name(label, given, known)
        return f"{label}: {context['message']}", context["fix"]
    if kind == "literal_error" and not isinstance(given, str):
        return f"{label} holds {_shape(given)} where one word is wanted", "Write the word alone after the colon."
    if kind == "literal_error":
        return _literal(label, given[:40], context["expected"].replace("'", "").replace(" or ", ", "))
    if kind == "string_type":
        return _no_text(label, given, is_entry=bool(at) and isinstance(at[-1], int))
    if kind in _LIST:
        return _no_list(label, given, entry_keys)
    if kind in _GROUP:
        fix = "Take out the '- ' before it." if isinstance(given, list) else "Write 'key: value' lines."
        return f"{label} holds {_shape(given)} where keys with values are wanted", fix
    return _size(kind, context, label, given)


def _label(at: tuple[str | int, ...]) -> str:
    if not at:
        return "this file"
    if not isinstance(at[-1], int):
        return f"'{at[-1]}'"
    return f"entry {at[-1] + 1} of '{at[-2]}'"


def _name(label: str, given: str, known: Mapping[str, str]) -> Words:
    """A name of desk.yml that is not written as one."""
    parts = [_known(part, known) for part in re.split(r"[\s,;/]+", given.strip())]
    if name := _known(given, known):
        return f"{label}: '{given[:_MOST_SHOWN]}' is not how desk.yml calls it", f"Write {name}."
    if len(parts) > 1 and all(parts):
        return f"{label}: no comma stands between the names in '{given[:_MOST_SHOWN]}'", f"Write {', '.join(parts)}."
    message = f"{label}: desk.yml has no '{given[:_MOST_SHOWN]}'"
    return message, f"Write {near(given, known) or 'one of ' + ', '.join(known)}."


def _known(given: str, known: Mapping[str, str]) -> str:
    """The name that is meant by another spelling of it or by its label, or ''."""
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    if slug in known:
        return slug
    return next((name for name, label in known.items() if label.casefold() == given.strip().casefold()), "")


def _literal(label: str, given: str, allowed: str) -> Words:
    """Message and fix for a value that is none of a few."""
    if ", " not in allowed:
        return f"{label} is '{given}'; only {allowed} is possible", f"Write {allowed}, or take the line out."
    meant = near(given, allowed.split(", "))
    return f"{label} is '{given}', which is none of {allowed}", f"Write {meant or 'one of them'}."


def _no_text(label: str, given: object, *, is_entry: bool) -> Words:
    if is_entry and isinstance(given, dict) and given:
        message = f"the colon after '{str(next(iter(given)))[:_MOST_SHOWN]}' makes a key of the words before it"
        return f"{label}: {message}", "Put the whole entry in double quotes."
    fix = "Put the whole entry in double quotes." if is_entry else "Write the text after the colon, in double quotes."
    return f"{label} holds {_shape(given)} where one text is wanted", fix


def _no_list(label: str, given: object, entry_keys: tuple[str, ...]) -> Words:
    message = f"{label} holds {_shape(given)} where a list is wanted"
    if isinstance(given, dict):
        return message, "Begin the first line of each entry with '- '."
    if not isinstance(given, str):
        return message, "Write a list."
    if _BULLET.match(given):
        return f"{label}: its lines do not begin with '- ', so they are no list", "Begin each entry with '- '."
    if entry_keys:
        return message, f"Begin each entry with '- {entry_keys[0]}: ...' on a line of its own."
    parts = re.split(r"[\s,;]+", given.strip())
    if all(_KEY.match(part) for part in parts) and ("," in given or len(parts) == 1):
        return message, f"Write it in square brackets: [{', '.join(parts)}]."
    if len(given) > _MOST_SHOWN or '"' in given:
        return message, "Begin a new line with '- ', and put the text there in quotation marks."
    return message, f'Write it in square brackets and double quotes: ["{given}"].'


def _size(kind: str, context: Mapping[str, Any], label: str, given: object) -> Words:
    if kind in _SHORT and not isinstance(given, str):
        return f"{label} is empty", "Write at least one entry."
    if kind in _SHORT:
        return f"{label} is empty", "Write the text, or take the line out."
    if kind in _LONG and isinstance(given, str):
        length = len(" ".join(given.split()))
        return f"{label} has {length:,} characters; at most {context['max_length']:,} are allowed", "Shorten it."
    if kind == "greater_than_equal":
        return f"{label} is {given}; it is at least {context['ge']}", "Write a larger number."
    if kind == "less_than_equal":
        return f"{label} is {given}; it is at most {context['le']:,}", "Write a smaller number."
    return f"{label} has not the form that is wanted here", "Write it as the guide's page on records shows it."


def _shape(value: object) -> str:
    if isinstance(value, list):
        return "a list"
    return "keys with values" if isinstance(value, dict) else "a single text"
