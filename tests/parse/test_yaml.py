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


TOP = "title: T\nkind: answer\n"
QUOTED = 'Put the whole value in double quotes: key: "value".'
CAUSES = [
    pytest.param(
        TOP + " status: x\n", "3:2", "this line begins in column 2", "Begin the line in column 1.", id="one blank"
    ),
    pytest.param(
        TOP + "sources:\n  - title: A\n      url: x\n",
        "5:7",
        "this line begins in column 7",
        "Begin the line in column 5.",
        id="too deep",
    ),
    pytest.param(
        TOP + "sources:\n  - title: A\n   url: x\n",
        "5:4",
        "this line begins in column 4",
        "Begin the line in column 5.",
        id="too shallow",
    ),
    pytest.param(
        "owners: [a]\n sources:\n   - {a: b}\n",
        "2:2",
        "this line begins in column 2",
        "Begin the line in column 1.",
        id="what deleting a '#' alone leaves",
    ),
    pytest.param(
        "brief:\n  - 'a'\n    - b\n",
        "3:5",
        "this line begins in column 5",
        "Begin the line in column 3.",
        id="an entry",
    ),
    pytest.param(
        "brief:\n  - a\n    - b\n",
        "3:5",
        "this entry is taken for part of the text above it",
        "Begin the line in column 3.",
        id="an entry that would join the text above it",
    ),
    pytest.param(
        "brief: a\n  - b\n",
        "2:3",
        "this entry is taken for part of the text above it",
        "Begin the text above it on a line with '- ', too.",
        id="an entry below a text",
    ),
    pytest.param(" a: 1\nb: 2\n", "1:1", "this line is indented", "Begin the line in column 1.", id="the first line"),
    pytest.param(
        "brief:\n  * a\n  * b\n", "2:3", "this entry begins with '* '", "Begin each entry with '- '.", id="stars"
    ),
    pytest.param(
        "sources:\n  -title: A\n   url: x\n",
        "2:3",
        "no blank stands after the '-'",
        "Begin the entry with '- '.",
        id="a dash without its blank",
    ),
    pytest.param(
        TOP + "status:review\n", "3:8", "no blank stands after the colon", "Write 'status: review'.", id="a colon, last"
    ),
    pytest.param(
        "status:review\n" + TOP,
        "1:8",
        "no blank stands after the colon",
        "Write 'status: review'.",
        id="a colon, first",
    ),
    pytest.param(
        "title: 'Why don't we'\n",
        "1:8",
        "the apostrophe ends the text",
        "Put the text in double quotes.",
        id="an apostrophe in single quotes",
    ),
    pytest.param(
        'title: "Ports" and why\n',
        "1:16",
        "text stands after the closing quotation mark",
        "Put the whole value in single quotes.",
        id="a quoted word at the beginning",
    ),
    pytest.param("title: [DICOM] ports\n", "1:8", "a value begins with '['", QUOTED, id="a square bracket"),
    pytest.param("title: {DICOM} ports\n", "1:8", "a value begins with '{'", QUOTED, id="a curly bracket"),
    pytest.param("title: > ports\n", "1:8", "a value begins with '>'", QUOTED, id="a greater-than sign"),
    pytest.param("title: | ports\n", "1:8", "a value begins with '|'", QUOTED, id="a bar"),
    pytest.param("title: ? ports\n", "1:8", "a value begins with '?'", QUOTED, id="a question mark"),
    pytest.param("title: *Why* ports\n", "1:8", "a value begins with '*'", QUOTED, id="a star"),
    pytest.param(
        'title: "C:\\Users"\n', "1:13", "a backslash in double quotes", "Write each backslash twice.", id="a path"
    ),
    pytest.param(
        "title: T\n<<<<<<< HEAD\nkind: a\n=======\nkind: b\n>>>>>>> x\n",
        "2:1",
        "here two versions",
        "Keep one of the two versions, and delete the lines of '<', '=' and '>'.",
        id="marks of a merge",
    ),
    pytest.param(
        "sources:\n  - {title: A url: x}\n",
        "2:15",
        "no comma stands before 'url:'",
        "Write a comma before it.",
        id="a missing comma between keys",
    ),
    pytest.param(
        'also_asked: ["a" "b"]\n',
        "1:18",
        "no comma stands between two entries",
        "Write a comma before it.",
        id="a missing comma between texts",
    ),
    pytest.param(
        "sources:\n  - {title: Ports: doors}\n", "2:18", "a colon followed by a space", QUOTED, id="a colon in a group"
    ),
    pytest.param(
        "owners: [desk\naudiences: [m]\n", "1:9", "a list is opened with '['", "Close it with ']'.", id="an open list"
    ),
]


@pytest.mark.parametrize(("text", "place", "words", "fix"), CAUSES)
def test_the_cause_is_named_and_the_remedy_fits(text: str, place: str, words: str, fix: str) -> None:
    _, faults = load(text, "a.yml")
    assert [(f.code, f"{f.place.line}:{f.place.column}", f.fix) for f in faults] == [("LOD006", place, fix)]
    assert faults[0].message.startswith(words)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("also_asked: [Why #1, b]\n", "1:18", id="in a list"),
        pytest.param("sources:\n  - {title: Port #1, url: x}\n", "2:18", id="in a group"),
        pytest.param("statement: one\n  two #1 three\n  four\n", "2:7", id="in a text of several lines"),
    ],
)
def test_a_number_sign_is_named_where_it_breaks_what_follows(text: str, place: str) -> None:
    _, faults = load(text, "a.yml")
    assert [(f.code, f"{f.place.line}:{f.place.column}") for f in faults] == [("LOD011", place)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("statement: one\n  two-three\n  four - five\n", id="a text of several lines with dashes"),
        pytest.param("statement: >-\n  one\n  - two\n", id="a dash in folded text"),
        pytest.param("sources:\n- title: A\n  url: x\n", id="entries in column 1"),
        pytest.param('title: "======="\n', id="equal signs in a title"),
    ],
)
def test_a_near_miss_is_read(text: str) -> None:
    assert load(text, "a.yml")[1] == ()


def test_no_parser_jargon_reaches_an_author() -> None:
    for text in ("a: b: c", "a: [x", "\ta: 1", 'a: "x', *(case.values[0] for case in CAUSES)):
        _, faults = load(str(text), "a.yml")
        assert not any(
            word in faults[0].message for word in ("token", "mapping", "scalar", "block", "stream", "node", "YAML")
        )


def test_the_tree_holds_text_and_places() -> None:
    root, faults = load("a: no\nb: 'Q & A'\n", "a.yml")
    assert not faults
    assert isinstance(root, Mapping)
    place, value = root.entries["b"]
    assert isinstance(value, Scalar)
    assert (value.text, place.line, value.place.column) == ("Q & A", 2, 4)
