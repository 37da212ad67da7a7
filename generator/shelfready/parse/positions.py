"""A tree of YAML nodes in, plain values and the place of each out: what pydantic needs, and what findings point at."""

from __future__ import annotations

from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from shelfready.model.place import Place
from shelfready.parse.yaml_nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Path", "Positions", "plain"]

Plain = str | list["Plain"] | dict[str, "Plain"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Positions:
    """Answers where a value stands; calling it with a path gives the place of the nearest thing written."""

    path: str
    values: Map[Path, Place] = field(default_factory=dict)
    keys: Map[Path, Place] = field(default_factory=dict)
    empty: frozenset[Path] = frozenset()
    """Keys without a value; they count as not written."""
    flow: frozenset[Path] = frozenset()
    """Groups in curly brackets, where a comma ends a value."""

    def __call__(self, *path: str | int) -> Place:
        """Place of the value, or of the nearest value above it."""
        for end in range(len(path), -1, -1):
            if place := self.values.get(path[:end]):
                return place
        return Place(self.path)

    def key(self, *path: str | int) -> Place:
        """Place of the key itself; where it is missing, of the group that lacks it."""
        return self.keys.get(path) or self(*path)


def plain(node: Node, path: str) -> tuple[Plain, Positions]:
    """Values as text, lists and groups, and their places. A key without a value counts as not written."""
    values: dict[Path, Place] = {}
    keys: dict[Path, Place] = {}
    empty: set[Path] = set()
    flow: set[Path] = set()

    def walk(node: Node, at: Path) -> Plain:
        values[at] = node.place
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [walk(item, (*at, index)) for index, item in enumerate(node.items)]
        if node.flow:
            flow.add(at)
        result: dict[str, Plain] = {}
        for name, (place, value) in node.entries.items():
            keys[(*at, name)] = place
            if isinstance(value, Scalar) and value.empty:
                empty.add((*at, name))
            else:
                result[name] = walk(value, (*at, name))
        return result

    tree = walk(node, ())
    # A group starts at its first key; a missing key is reported at the top of the file instead of there.
    if isinstance(node, Mapping):
        values[()] = Place(path, 1, 1)
    return tree, Positions(path, values, keys, frozenset(empty), frozenset(flow))
