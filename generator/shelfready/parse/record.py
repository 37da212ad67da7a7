"""The text of one YAML file in, a typed record with its places out, or the faults that prevent it."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.library import Lost
from shelfready.model.place import Place
from shelfready.model.prose import Prose
from shelfready.parse.explain import explain
from shelfready.parse.positions import Positions, plain
from shelfready.parse.text import MOST_RECORD_BYTES, text_of
from shelfready.parse.value_words import Names
from shelfready.parse.yaml_nodes import Mapping, load

__all__ = ["guess", "record"]

Model = TypeVar("Model", bound=BaseModel)

_STATUS = re.compile(r"^[ \t]*[\"']?status[\"']?[ \t]*:[ \t]*[\"']?([a-z]+)", re.MULTILINE | re.IGNORECASE)


def record(
    raw: RawFile, model: type[Model], topic: str = "", names: Names | None = None, *, ours: bool = False
) -> tuple[Model | None, Positions, tuple[Fault, ...]]:
    """One YAML file as a record of this model.

    Args:
        raw: the file.
        model: the shape it must have.
        topic: slug for findings, '' for desk.yml.
        names: the names that desk.yml has, for better advice.
        ours: whether Shelfready wrote the file, so that its lines may be long.
    """
    text, faults = text_of(raw, MOST_RECORD_BYTES, long_lines=ours)
    if text is None:
        return None, Positions(raw.path), _for(topic, faults)
    node, more = load(text, raw.path)
    faults = _for(topic, faults + more)
    if node is None or not isinstance(node, Mapping):
        if not faults:
            message = "the file is empty" if node is None else "the file holds no 'key: value' lines"
            faults = (Fault("LOD006", Place(raw.path), message, "Copy a record that works, then change it.", topic),)
        return None, Positions(raw.path), faults
    values, where = plain(node, raw.path)
    found, error = None, None
    try:
        found = model.model_validate(values)
    except ValidationError as caught:
        error = caught
    if error or where.empty:
        faults += tuple(explain(error, model, where, topic, names))
    return found, where, faults


def guess(raw: RawFile, slug: str, draft: Prose | None) -> Lost:
    """What can still be said of a topic whose record cannot be read: whether a line of it says `status: published`.

    Any such line counts: a page that is public must not go because of a fault in its record.
    """
    text = raw.data.decode("utf-8", errors="replace") if not raw.trouble else ""
    found = _STATUS.findall(text)
    return Lost(slug, raw.path, "published" in (status.lower() for status in found) if found else None, draft)


def _for(topic: str, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    return tuple(Fault(fault.code, fault.place, fault.message, fault.fix, topic) for fault in faults)
