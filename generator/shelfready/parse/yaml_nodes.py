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
from shelfready.parse.escapes import escapes
from shelfready.parse.layout import swallowed
from shelfready.parse.remarks import cut_off
from shelfready.parse.yaml_words import explain

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "load"]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST_FAULTS = 50
_MOST_DEPTH = 12
_MOST_NODES = 20_000
_SUSPECT = ("&", "*", "!", "<<", "\n---", "\n...", " " * 24, "- - -", "? ?")
"""Signs without which no anchor, alias, tag, merge key or second document is possible."""
_CLOSER = (" #", "\t#", "\\")
"""Signs without which nothing can be cut off or come in by an escape."""
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
    flow: bool = False
    """Written in curly brackets."""


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
    if root is None:
        return None, ()
    tree = _Tree(text, path, [], any(sign in text for sign in _CLOSER))
    return tree.node(root), tuple(tree.faults)


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
        return _unused(place, f"the alias *{event.anchor}", "Write the value out, or put it in double quotes.")
    if event.anchor is not None:
        return _unused(place, f"the anchor &{event.anchor}", "Write the value out, or put it in double quotes.")
    if (tag := getattr(event, "tag", None)) is not None:
        return _unused(place, f"the tag {tag}", "Put the whole value in double quotes.")
    return None


def _unused(place: Place, what: str, fix: str) -> Fault:
    return Fault("LOD007", place, f"{what}, which records do not use", fix)


@dataclass(frozen=True, slots=True)
class _Tree:
    """Makes one document's tree, and collects what is wrong with its values."""

    text: str
    path: str
    faults: list[Fault]
    closely: bool
    """Whether a '#' or a backslash stands in the text, so that each value has to be looked at."""
    split: list[str] = field(default_factory=list)
    """The lines of the text, once somebody has asked for them."""

    def node(self, node: yaml.Node) -> Node:
        place = _at(node.start_mark, self.path)
        if isinstance(node, yaml.ScalarNode):
            if self.closely and len(self.faults) < _MOST_FAULTS:
                self._look(node, place)
            if not node.style and node.end_mark.line > node.start_mark.line:
                self._look_below(place, node.end_mark.line + 1)
            return Scalar(node.value, place, empty=node.value == "" and not node.style)
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style and len(node.value) > 1 and (fault := self._split(node.value)):
                self.faults.append(fault)
            return Sequence(tuple(self.node(item) for item in node.value), place)
        assert isinstance(node, yaml.MappingNode), "there are three kinds"
        return Mapping(self._entries(node), place, bool(node.flow_style))

    def _split(self, items: list[yaml.Node]) -> Fault | None:
        """A text that a comma has made two entries of: the first begins with a capital, the second does not."""
        plain = [item for item in items if isinstance(item, yaml.ScalarNode) and not item.style and item.value]
        texts = [item.value for item in plain]
        if len(plain) < len(items) or not texts[0][0].isupper() or not any(" " in text for text in texts):
            return None
        later = next((item for item in plain[1:] if item.value[0].islower()), None)
        if later is None:
            return None
        message = f"the comma before '{later.value[:60]}' begins a new entry of the list"
        return Fault("LOD011", _at(later.start_mark, self.path), message, "Put each entry in double quotes.")

    def _lines(self) -> list[str]:
        if not self.split:
            self.split.extend(self.text.split("\n"))
        return self.split

    def _look_below(self, place: Place, last: int) -> None:
        if cause := swallowed(self._lines(), place.line, last):
            at = Place(self.path, cause.line, cause.column)
            self.faults.append(Fault("LOD006", at, cause.message, cause.fix))

    def _entries(self, node: yaml.MappingNode) -> dict[str, tuple[Place, Node]]:
        entries: dict[str, tuple[Place, Node]] = {}
        for key, value in node.value:
            at = _at(key.start_mark, self.path)
            if fault := _unfit_key(key, at, entries):
                self.faults.append(fault)
            else:
                entries[key.value] = (at, self.node(value))
        return entries

    def _look(self, node: yaml.ScalarNode, place: Place) -> None:
        start, end = node.start_mark, node.end_mark
        if node.style == '"':
            if "\\" in (written := self.text[start.index : end.index]):
                self.faults.extend(escapes(written, place))
        elif not node.style and (
            fault := cut_off(node.value, self._lines()[end.line], end.column, self.path, end.line + 1)
        ):
            self.faults.append(fault)


def _unfit_key(key: yaml.Node, at: Place, entries: dict[str, tuple[Place, Node]]) -> Fault | None:
    if not isinstance(key, yaml.ScalarNode):
        return _unused(at, "a list or group where a key stands", "Write a plain key before the colon.")
    if key.value == "<<":
        return _unused(at, "the merge key <<", "Write the keys out.")
    if key.value in entries:
        first = entries[key.value][0].line
        return Fault("LOD008", at, f"'{key.value}' stands here and in line {first}", "Keep one of them.")
    return None
