"""A YAML syntax error in, a fault in plain words out: the parser's own sentences are for programmers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.layout import QUOTE, Cause, merge_mark, misplaced, sign_of_trouble
from shelfready.parse.remarks import cut_off_in

__all__ = ["explain"]

_NOT_CLOSED = "a quotation mark is opened and never closed"
_INDENTED = ("mapping values are not", "did not find expected key", "expected '-' indicator")
"""What the parser says of a line in the wrong column."""

_GROUP_KEY = re.compile(
    r" (title|url|accessed|outlet|date|who|what|by|label|grade|budget|floor|pages|name|organisation|roles|email|phone"
    r"|hours|time_zone|contact|expires|languages)\Z"
)
"""Keys that stand in groups in curly brackets."""

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("mapping values are not allowed", "a colon followed by a space stands inside a value", QUOTE),
    ("tab character", "a tab stands where blanks belong", "Replace the tab by two spaces."),
    ("unexpected end of stream", _NOT_CLOSED, "Close it on the same line."),
    ("unexpected document indicator", _NOT_CLOSED, "Close it on the same line."),
    ("expected ',' or ']'", "a list is opened with '[' and never closed", "Close it with ']'."),
    ("expected ',' or '}'", "a group is opened with '{' and never closed", "Close it with '}'."),
    (
        "could not find expected ':'",
        "this line is neither 'key: value' nor part of a value",
        "Put two blanks before it if it goes on with the line above, or write 'key: value'.",
    ),
    ("did not find expected '-' indicator", "this line does not fit the list above it", "Begin it with '- '."),
    (
        "block sequence entries are not allowed",
        "a '- ' stands where a value was expected",
        "Start a new line for it, or quote the value.",
    ),
    ("expected <document start>", "this line is indented less than the lines above it", "Begin all keys in column 1."),
    ("did not find expected key", "this line does not fit the lines above it", "Check its indentation and quotes."),
    ("found unexpected ':'", "no blank stands after the colon", "Write a blank after the colon."),
    ("escape c", "a backslash in double quotes means something else", "Write each backslash twice."),
    ("hexdecimal", "a backslash in double quotes means something else", "Write each backslash twice."),
    ("undefined tag handle", "a value begins with '!'", QUOTE),
    ("found undefined", "a value begins with '!'", QUOTE),
    ("alphabetic or numeric character", "a value begins with '&' or '*'", QUOTE),
    ("comment or line break", "a value begins with '>' or '|'", QUOTE),
    ("mapping keys are not allowed", "a value begins with '?'", QUOTE),
    ("directive", "a line begins with '%'", QUOTE),
)


def explain(error: yaml.YAMLError, text: str, path: str) -> Fault:
    """What is wrong with the text at the place the parser stopped, and what to do."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    line = min(line, len(lines) - 1)
    problem = str(getattr(error, "problem", "") or error)
    first = min(opened.line, line) if opened and "','" in problem else max(line - 1, 0)
    if ("','" in problem or "expected key" in problem) and (fault := cut_off_in(lines, first, line, path)):
        return fault
    if cause := _cause(problem, lines, line, column, (opened.line, opened.column) if opened else None):
        return Fault("LOD006", Place(path, cause.line, cause.column), cause.message, cause.fix)
    return Fault(
        "LOD006", Place(path, line + 1, column + 1), "this line cannot be read", "Put its value in double quotes."
    )


def _cause(problem: str, lines: Sequence[str], line: int, column: int, opened: tuple[int, int] | None) -> Cause | None:
    """The cause, from what the line looks like down to what the parser says."""
    if cause := merge_mark(lines) or _first_line(problem, lines, line):
        return cause
    if "cannot start any token" in problem:
        return Cause(line + 1, column + 1, *_token(lines[line][column : column + 1]))
    if "','" in problem:
        return _brackets(problem, lines, line, column, opened or (line, column))
    if "quoted scalar" not in problem and "escape" not in problem and "end of stream" not in problem:
        at = opened[0] if opened and "could not find" in problem else line
        is_key = ":" not in lines[line][:column]
        if any(part in problem for part in _INDENTED) and is_key and (cause := misplaced(lines, line + 1)):
            return sign_of_trouble(lines[:line], line) or cause
        if cause := sign_of_trouble(lines, at + 1):
            return cause
    return _said(problem, line, column, opened)


def _said(problem: str, line: int, column: int, opened: tuple[int, int] | None) -> Cause | None:
    for part, message, fix in _WORDS:
        if part in problem:
            if opened and ("never closed" in message or "neither" in message):
                line, column = opened
            return Cause(line + 1, column + 1, message, fix)
    return None


def _first_line(problem: str, lines: Sequence[str], line: int) -> Cause | None:
    """A first line that is indented, where the lines below it are not."""
    if "<document start>" not in problem or lines[line].startswith(" "):
        return None
    number = next((n for n, text in enumerate(lines[:line], 1) if text.startswith(" ") and text.strip()), 0)
    message = "this line is indented, and the lines below it are not"
    return Cause(number, 1, message, "Begin the line in column 1.") if number else None


def _brackets(problem: str, lines: Sequence[str], line: int, column: int, opened: tuple[int, int]) -> Cause | None:
    """A list or a group that is open, lacks a comma, or holds a colon."""
    before, rest = lines[line][:column], lines[line][column:]
    if opened[0] != line:
        return _said(problem, line, column, opened)
    if rest[:2] == ": " and (key := _GROUP_KEY.search(before)):
        return Cause(line + 1, key.start(1) + 1, f"no comma stands before '{key[1]}:'", "Write a comma before it.")
    if rest[:2] == ": ":
        return Cause(line + 1, column + 1, "a colon followed by a space stands inside a value", QUOTE)
    closing = "]" if "']'" in problem else "}"
    if closing in rest:
        what = "entries of the list" if closing == "]" else "values of the group"
        return Cause(line + 1, column + 1, f"no comma stands between two {what}", "Write a comma before it.")
    return _said(problem, line, column, opened)


def _token(character: str) -> tuple[str, str]:
    if character == "\t":
        return "a tab stands where blanks belong", "Replace the tab by two spaces."
    return f"a value begins with '{character}'", QUOTE
