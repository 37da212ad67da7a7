"""desk.yml in, what every text is read with out: owner marks and the desk's own words, ahead of everything else.

Texts are rendered and read while the record is still being typed, so this looks at the plain tree; what is wrong with
it `parse.record` reports.
"""

from __future__ import annotations

from functools import lru_cache

from shelfready.model.files import RawFile
from shelfready.model.house import House
from shelfready.parse.text import MOST_RECORD_BYTES, text_of
from shelfready.parse.yaml_nodes import Mapping, Node, Scalar, Sequence, load

__all__ = ["Marks", "house_of", "marks_of"]

Marks = tuple[tuple[str, str], ...]
"""Key and label of each mark, sorted by key."""


def marks_of(desk: RawFile | None) -> Marks:
    """The marks that desk.yml defines; none where it cannot be read."""
    return tuple(sorted(_pairs(_entry(_root(desk), "marks"))))


def house_of(desk: RawFile | None) -> House:
    """The desk's own words, and whether it asks for detect-secrets; nothing where it cannot be read."""
    terms = _entry(_root(desk), "terms")
    return House(
        _pairs(_entry(terms, "plain")),
        _texts(_entry(terms, "tone")),
        _texts(_entry(terms, "counsel")),
        _texts(_entry(terms, "vendors")),
        detector=_is(_entry(_root(desk), "secrets"), "detect-secrets"),
    )


@lru_cache(maxsize=2)
def _root(desk: RawFile | None) -> Node | None:
    text = text_of(desk, MOST_RECORD_BYTES)[0] if desk else None
    return load(text, "")[0] if text else None


def _entry(node: Node | None, name: str) -> Node | None:
    return node.entries.get(name, (None, None))[1] if isinstance(node, Mapping) else None


def _pairs(node: Node | None) -> Marks:
    entries = node.entries.items() if isinstance(node, Mapping) else ()
    return tuple((key, value.text) for key, (_, value) in entries if isinstance(value, Scalar) and value.text)


def _is(node: Node | None, text: str) -> bool:
    return isinstance(node, Scalar) and node.text == text


def _texts(node: Node | None) -> tuple[str, ...]:
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item.text for item in items if isinstance(item, Scalar) and item.text)
