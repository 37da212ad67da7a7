"""A pydantic error in, a fault in plain words with its place out; pydantic's own text is never shown."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from shelfready.model.finding import Fault
from shelfready.parse.fields import any_key_at, entry_model, known_keys
from shelfready.parse.nearness import near
from shelfready.parse.positions import Path, Positions
from shelfready.parse.value_words import Names, value_words

__all__ = ["explain"]

_OTHER_WORDS = {"link": "url", "address": "url", "href": "url", "web": "url", "checked": "accessed", "author": "lead"}
"""Keys that people write because other programs call them so."""


def explain(
    error: ValidationError | None, model: type[BaseModel], where: Positions, topic: str = "", names: Names | None = None
) -> Iterator[Fault]:
    """One fault for each thing that is wrong.

    Args:
        error: what pydantic found, if anything.
        model: the record's model, for the names of its keys.
        where: places of keys and values.
        topic: slug, for the report.
        names: the names that desk.yml has for a key, with their labels.
    """
    details = error.errors(include_url=False) if error else []
    unknown = [d["loc"] for d in details if d["type"] == "extra_forbidden"]
    unknown += [at for at in where.empty if _is_unknown(at, model)]
    meant = {at: _meant(at, model, where) for at in unknown}
    for at in unknown:
        yield _unknown(at, meant[at], model, where, topic)
    for at in where.empty:
        if any_key_at(model, at[:-1]):
            yield _missing(at, model, where, topic)
    misspelt = {(*at[:-1], name) for at, name in meant.items()}
    for detail in details:
        # An unknown key beside a missing one is this one, misspelt: one fault, one finding.
        if detail["type"] == "missing" and detail["loc"] not in misspelt:
            yield _missing(detail["loc"], model, where, topic)
        elif detail["type"] not in ("missing", "extra_forbidden"):
            yield _malformed(detail, model, where, topic, names or {})


def _is_unknown(at: Path, model: type[BaseModel]) -> bool:
    known = known_keys(model, at[:-1])
    return bool(known) and at[-1] not in known


def _meant(at: Path, model: type[BaseModel], where: Positions) -> str:
    """The key that an unknown one probably means; '' also where that key stands beside it."""
    name, known = str(at[-1]), known_keys(model, at[:-1])
    meant = near(name, known)
    if not meant and (other := _OTHER_WORDS.get(name.lower())) in known:
        meant = str(other)
    return "" if (*at[:-1], meant) in where.keys else meant


def _unknown(at: Path, meant: str, model: type[BaseModel], where: Positions, topic: str) -> Fault:
    name = str(at[-1])[:60]
    message = f"the key '{name}' is not known{_inside(at[:-1])}"
    fix = f"Write '{meant}'." if meant else f"Take it out; known keys are {', '.join(known_keys(model, at[:-1]))}."
    if at[:-1] in where.flow and not meant and (at in where.empty or " " in name):
        message = f"the comma before '{name}' ends the text, and what follows is taken for a key"
        fix = "Put the whole text that holds the comma in double quotes."
    return Fault("REC001", where.key(*at), message, fix, topic)


def _missing(at: Path, model: type[BaseModel], where: Positions, topic: str) -> Fault:
    if at not in where.empty:
        fix = f"Add a line '{at[-1]}: ...'."
        return Fault("REC002", where.key(*at), f"'{at[-1]}' is missing{_inside(at[:-1])}", fix, topic)
    fix = "Write the value after the colon."
    if known_keys(model, at) or any_key_at(model, at) or entry_model(model, at):
        fix = "Write its 'key: value' lines below it."
    return Fault("REC002", where.key(*at), f"'{at[-1]}' is empty{_inside(at[:-1])}", fix, topic)


def _malformed(detail: ErrorDetails, model: type[BaseModel], where: Positions, topic: str, names: Names) -> Fault:
    at = tuple(part for part in detail["loc"] if part != "[key]")
    place = where(*at) if at == detail["loc"] else where.key(*at)
    entry = entry_model(model, at)
    message, fix = value_words(detail, at, names, tuple(entry.model_fields) if entry else ())
    return Fault("REC003", place, message, fix, topic)


def _inside(at: Path) -> str:
    names = [str(part + 1) if isinstance(part, int) else part for part in at]
    return f" in {' '.join(names)}" if names else ""
