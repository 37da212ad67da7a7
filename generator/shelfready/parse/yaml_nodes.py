"""YAML text in, a tree of text nodes with their places out; nothing is ever typed, merged or executed.

Two passes. Text that holds a sign of anchors, tags, second documents or deep nesting goes through PyYAML's event stream
first, where these are refused before a tree exists (reference/threats.md section 1.3). Then `compose` with the base
loader makes the tree; scalars stay text: `no` is the word no.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.yaml_words import explain

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "load"]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_DEPTH = 12
_MOST_NODES = 20_000
_SUSPECT = ("&", "*", "!", "<<", "\n---", "\n...", " " * 24, "- - -", "? ?")
"""Signs without which no anchor, alias, tag, merge key or second document is possible."""
_MOST_BRACKETS = _MOST_DEPTH - 2


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text."""

    text: str
    place: Place
    empty: bool = False
    """Written without any value, as in `note:`."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their places and values, each key once."""

    entries: dict[str, tuple[Place, Node]] = field(hash=False)
    place: Place


Node = Scalar | Sequence | Mapping


def load(text: str, path: str) -> tuple[Node | None, tuple[Fault, ...]]:
    """The tree of one document; None where the text is empty or cannot be read.

    Args:
        text: the file's text, already free of control characters.
        path: the path for places.
    """
    try:
        if _is_suspect(text) and (fault := _refused(text, path)):
            return None, (fault,)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, (explain(error, text, path),)
    faults: list[Fault] = []
    return (_node(root, path, faults) if root is not None else None), tuple(faults)


def _is_suspect(text: str) -> bool:
    """Whether the text may hold a refused feature or deep nesting, so that a closer look is needed."""
    if len(text) > _MOST_NODES or any(sign in text for sign in _SUSPECT):
        return True
    return any(line.count("[") + line.count("{") > _MOST_BRACKETS for line in text.split("\n"))


def _refused(text: str, path: str) -> Fault | None:
    """The first thing in the document that records do not use."""
    depth = documents = nodes = 0
    for event in yaml.parse(text, Loader=_Loader):
        place = _at(event.start_mark, path)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return _unused(place, "a second document after '---'", "Keep one record in a file.")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.NodeEvent):
            nodes += 1
            if fault := _feature(event, place):
                return fault
            depth += isinstance(event, yaml.CollectionStartEvent)
            if depth > _MOST_DEPTH or nodes > _MOST_NODES:
                return _unused(place, "deeper or longer nesting than a record needs", "Flatten this part.")
    return None


def _at(mark: object, path: str) -> Place:
    return Place(path, getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1)


def _feature(event: yaml.NodeEvent, place: Place) -> Fault | None:
    if isinstance(event, yaml.AliasEvent):
        return _unused(place, f"the alias *{event.anchor}", "Write the value out, or quote it.")
    if event.anchor is not None:
        return _unused(place, f"the anchor &{event.anchor}", "Write the value out, or quote it.")
    if (tag := getattr(event, "tag", None)) is not None:
        return _unused(place, f"the tag {tag}", "Take the tag out, or quote the value.")
    return None


def _unused(place: Place, what: str, fix: str) -> Fault:
    return Fault("LOD007", place, f"{what}, which records do not use", fix)


def _node(node: yaml.Node, path: str, faults: list[Fault]) -> Node:
    place = _at(node.start_mark, path)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, place, empty=node.value == "" and not node.style)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_node(item, path, faults) for item in node.value), place)
    entries: dict[str, tuple[Place, Node]] = {}
    for key, value in node.value:
        at = _at(key.start_mark, path)
        if not isinstance(key, yaml.ScalarNode):
            faults.append(_unused(at, "a list or group where a key stands", "Write a plain key before the colon."))
        elif key.value == "<<":
            faults.append(_unused(at, "the merge key <<", "Write the keys out."))
        elif key.value in entries:
            first = entries[key.value][0].line
            faults.append(Fault("LOD008", at, f"'{key.value}' stands here and in line {first}", "Keep one of them."))
        else:
            entries[key.value] = (at, _node(value, path, faults))
    return Mapping(entries, place)
