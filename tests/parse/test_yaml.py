"""YAML: features that records do not use are refused before a tree exists; syntax errors are told in plain words."""

from __future__ import annotations

import pytest

from shelfready.parse.yaml_nodes import Mapping, Scalar, load


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("a: &x 1", "1:4", "the anchor &x", id="anchor"),
        pytest.param("a: *x", "1:4", "the alias *x", id="alias"),
        pytest.param(
            "a: !!python/object:os.system 1", "1:4", "the tag tag:yaml.org,2002:python/object:os.system", id="tag"
        ),
        pytest.param("a: !x 1", "1:4", "the tag !x", id="private tag"),
        pytest.param("<<: {a: 1}", "1:1", "the merge key <<", id="merge key"),
        pytest.param("a: 1\n---\nb: 2", "2:1", "a second document after '---'", id="second document"),
        pytest.param("? [x]\n: 1", "1:3", "a list or group where a key stands", id="a list as a key"),
        pytest.param("[" * 5000, "1:13", "deeper or longer nesting", id="five thousand brackets"),
        pytest.param("{a: " * 5000, "1:49", "deeper or longer nesting", id="five thousand braces"),
        pytest.param(
            "\n".join(" " * i + "a:" for i in range(900)), "13:13", "deeper or longer nesting", id="a staircase"
        ),
        pytest.param("- " * 5000, "1:25", "deeper or longer nesting", id="five thousand dashes"),
    ],
)
def test_refused(text: str, place: str, words: str) -> None:
    _, faults = load(text, "a.yml")
    assert [(f.code, f"{f.place.line}:{f.place.column}") for f in faults] == [("LOD007", place)]
    assert faults[0].message.startswith(words)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("a: b: c", "1:5", "a colon followed by a space", id="colon in a value"),
        pytest.param("a:\n\t- x", "2:1", "a tab stands", id="tab"),
        pytest.param("a: @x", "1:4", "a value begins with '@'", id="at sign"),
        pytest.param("a: `x`", "1:4", "a value begins with '`'", id="backtick"),
        pytest.param("a: %x", "1:4", "a value begins with '%'", id="per cent"),
        pytest.param('a: "x\nb: 1', "1:4", "a quotation mark is opened", id="unclosed quotation mark"),
        pytest.param("a: 'x\nb: 1", "1:4", "a quotation mark is opened", id="unclosed apostrophe"),
        pytest.param("a: [x", "1:4", "a list is opened with '['", id="unclosed list"),
        pytest.param("a: {x: 1", "1:4", "a group is opened with '{'", id="unclosed group"),
        pytest.param("a: 1\nfoo\nb: 2", "2:1", "this line is neither", id="a line without a colon"),
        pytest.param("- a\nb: 1", "2:1", "this line does not fit the list", id="a key after list items"),
        pytest.param("  a: 1\n b: 2", "2:2", "this line is indented less", id="too little indentation"),
        pytest.param('a: "\\q"', "1:5", "a backslash in double quotes", id="backslash"),
    ],
)
def test_a_syntax_error_in_plain_words(text: str, place: str, words: str) -> None:
    _, faults = load(text, "a.yml")
    assert [(f.code, f"{f.place.line}:{f.place.column}") for f in faults] == [("LOD006", place)]
    assert faults[0].message.startswith(words)
    assert faults[0].fix


def test_no_parser_jargon_reaches_an_author() -> None:
    for text in ("a: b: c", "a: [x", "\ta: 1", 'a: "x'):
        _, faults = load(text, "a.yml")
        assert not any(word in faults[0].message for word in ("token", "mapping", "scalar", "block", "stream", "node"))


def test_the_tree_holds_text_and_places() -> None:
    root, faults = load("a: no\nb: 'Q & A'\n", "a.yml")
    assert not faults
    assert isinstance(root, Mapping)
    place, value = root.entries["b"]
    assert isinstance(value, Scalar)
    assert (value.text, place.line, value.place.column) == ("Q & A", 2, 4)
