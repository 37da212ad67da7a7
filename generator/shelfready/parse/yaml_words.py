"""A YAML syntax error in, a fault in plain words out: the parser's own sentences are for programmers."""

from __future__ import annotations

import yaml

from shelfready.model.finding import Fault
from shelfready.model.place import Place

__all__ = ["explain"]

_QUOTE = 'Put the whole value in double quotes: key: "value".'

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon followed by a space stands inside a value", _QUOTE),
    ("tab character", "a tab stands where YAML wants spaces", "Replace the tab by two spaces."),
    ("unexpected end of stream", "a quotation mark is opened and never closed", "Close it on the same line."),
    ("unexpected document indicator", "a quotation mark is opened and never closed", "Close it on the same line."),
    ("expected ',' or ']'", "a list is opened with '[' and never closed", "Close it with ']'."),
    ("expected ',' or '}'", "a group is opened with '{' and never closed", "Close it with '}'."),
    ("could not find expected ':'", "this line is neither 'key: value' nor part of a value", "Write 'key: value'."),
    ("did not find expected '-' indicator", "this line does not fit the list above it", "Begin it with '- '."),
    ("block sequence entries are not allowed", "a '- ' stands where a value was expected", "Start a new line for it."),
    ("expected <document start>", "this line is indented less than the lines above it", "Begin all keys in column 1."),
    ("did not find expected key", "this line does not fit the lines above it", "Check its indentation and quotes."),
    ("unknown escape character", "a backslash in double quotes means something else", "Use single quotes."),
    ("undefined tag handle", "a value begins with '!'", _QUOTE),
    ("found undefined", "a value begins with '!'", _QUOTE),
    ("alphabetic or numeric character", "a value begins with '&' or '*'", _QUOTE),
    ("directive", "a line begins with '%'", _QUOTE),
)


def explain(error: yaml.YAMLError, text: str, path: str) -> Fault:
    """What is wrong with the text at the place the parser stopped, and what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    place = Place(path, line + 1, column + 1)
    problem = str(getattr(error, "problem", "") or error)
    if "cannot start any token" in problem:
        return Fault("LOD006", place, *_token(lines[line][column : column + 1]))
    for part, message, fix in _WORDS:
        if part in problem:
            opened = getattr(error, "context_mark", None)
            if opened and ("never closed" in message or "neither" in message):
                place = Place(path, opened.line + 1, opened.column + 1)
            return Fault("LOD006", place, message, fix)
    return Fault(
        "LOD006", place, f"this line cannot be read as YAML ({problem})", "Compare it with a record that works."
    )


def _token(character: str) -> tuple[str, str]:
    if character == "\t":
        return "a tab stands where YAML wants spaces", "Replace the tab by two spaces."
    return f"a value begins with '{character}'", _QUOTE
