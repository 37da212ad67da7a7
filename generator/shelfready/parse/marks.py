"""desk.yml in, the owner marks out: read ahead of everything else, because rendering needs them and nothing more."""

from __future__ import annotations

from shelfready.model.files import RawFile
from shelfready.parse.text import MOST_RECORD_BYTES, text_of
from shelfready.parse.yaml_nodes import Mapping, Scalar, load

__all__ = ["Marks", "marks_of"]

Marks = tuple[tuple[str, str], ...]
"""Key and label of each mark, sorted by key."""


def marks_of(desk: RawFile | None) -> Marks:
    """The marks that desk.yml defines; none where it cannot be read, which `parse.record` reports."""
    text = text_of(desk, MOST_RECORD_BYTES)[0] if desk else None
    root = load(text, "")[0] if text else None
    _, marks = root.entries.get("marks", (None, None)) if isinstance(root, Mapping) else (None, None)
    if not isinstance(marks, Mapping):
        return ()
    pairs = ((key, value) for key, (_, value) in marks.entries.items())
    return tuple(sorted((key, value.text) for key, value in pairs if isinstance(value, Scalar) and value.text))
