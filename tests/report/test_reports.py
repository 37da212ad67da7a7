"""Reports: exact text in each format, and content that stays content."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Sequence

import pytest

from reporting import ERROR, HINT, HOSTILE, MIXED, WARNING, finding, of
from shelfready.model.finding import Severity
from shelfready.model.report import Report
from shelfready.report import FORMATS
from shelfready.report.escape import json_text, printable
from shelfready.report.order import fingerprints
from shelfready.report.text import render, tally, word_count


def test_text_says_place_code_fact_and_what_to_do() -> None:
    assert FORMATS["text"](of(finding())) == "content/drafts/a.md:3:2: LEN001 7 words, budget 6\n    Cut 1 word.\n"


def test_text_names_what_weighs_less() -> None:
    assert FORMATS["text"](of(finding(severity=HINT))).startswith("content/drafts/a.md:3:2: LEN001 (hint) 7 words")


def test_text_stands_file_by_file_with_what_did_not_change_below() -> None:
    assert FORMATS["text"](
        Report(
            (finding(path="docs/b.md"), finding(path="docs/a.md", line=9), finding(path="docs/a.md")),
            (finding("old trouble", WARNING),),
        )
    ) == (
        "docs/a.md:3:2: LEN001 7 words, budget 6\n    Cut 1 word.\n"
        "docs/a.md:9:2: LEN001 7 words, budget 6\n    Cut 1 word.\n"
        "\n"
        "docs/b.md:3:2: LEN001 7 words, budget 6\n    Cut 1 word.\n"
        "\n"
        "In files that did not change (does not fail this check):\n"
        "\n"
        "content/drafts/a.md:3:2: LEN001 (warning) old trouble\n    Cut 1 word.\n"
    )


@pytest.mark.parametrize(
    ("severity", "code"),
    [
        pytest.param(ERROR, "\x1b[31mLEN001\x1b[0m", id="an error is red"),
        pytest.param(WARNING, "\x1b[33mLEN001 (warning)\x1b[0m", id="a warning is yellow"),
        pytest.param(HINT, "\x1b[36mLEN001 (hint)\x1b[0m", id="a hint is cyan"),
    ],
)
def test_colour_is_on_the_code_alone_so_that_editors_find_the_place(severity: Severity, code: str) -> None:
    report = render(of(finding(severity=severity)), colour=True)
    assert report == f"content/drafts/a.md:3:2: {code} 7 words, budget 6\n    Cut 1 word.\n"


def test_json_is_one_array_with_the_fields_of_the_contract() -> None:
    assert json.loads(FORMATS["json"](of(finding()))) == [
        {
            "path": "content/drafts/a.md",
            "line": 3,
            "column": 2,
            "code": "LEN001",
            "name": "over-budget-piece",
            "severity": "error",
            "topic": "a",
            "message": "7 words, budget 6",
            "fix": "Cut 1 word.",
        }
    ]


def test_json_has_what_did_not_change_at_its_end() -> None:
    assert [row["message"] for row in json.loads(FORMATS["json"](MIXED))] == [
        "7 words, budget 6",
        "it is empty",
        "old trouble",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("json", "[]\n"), ("gitlab", "[]\n"), ("text", ""), ("github", "")],
    ids=repr,
)
def test_no_findings(name: str, text: str) -> None:
    assert FORMATS[name](Report()) == text


def test_github_marks_the_line() -> None:
    assert FORMATS["github"](of(finding())) == (
        "::error file=content/drafts/a.md,line=3,col=2,title=LEN001 over-budget-piece::7 words, budget 6. Cut 1 word.\n"
    )


def test_github_puts_the_worst_first_and_what_did_not_change_last_as_a_notice() -> None:
    assert FORMATS["github"](MIXED).splitlines() == [
        "::error file=content/drafts/a.md,line=4,col=2,title=LEN001 over-budget-piece::it is empty. Cut 1 word.",
        "::notice file=content/drafts/a.md,line=3,col=2,title=LEN001 over-budget-piece::7 words, budget 6. Cut 1 word.",
        "::notice file=content/drafts/b.md,line=3,col=2,title=LEN001 over-budget-piece (not changed here)"
        "::old trouble. Cut 1 word.",
    ]


def obeyed(line: str) -> bool:
    """Whether GitHub's runner takes a line for a command (actions/runner, ActionCommand.cs)."""
    return line.lstrip().startswith("::") or re.search(r"##\[[^]]*\]", line) is not None


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("wear", ["message", "fix", "path", "topic"])
def test_content_never_starts_a_line_moves_the_cursor_or_speaks_to_the_runner(name: str, wear: str) -> None:
    given = {"message": "m", "fix": "f", "path": "content/topics/a.yml", "topic": "a"} | {wear: HOSTILE}
    hostile = finding(given["message"], path=given["path"], fix=given["fix"], topic=given["topic"])
    report = FORMATS[name](Report((hostile,), (hostile,), compared=True))
    ours = [line for line in report.split("\n") if line.startswith(("::error file=", "::notice file="))]
    assert len(ours) == (2 if name == "github" else 0)
    assert not [line for line in report.split("\n") if obeyed(line) and line not in ours]
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", report)
    assert report.isascii()


def test_github_escapes_what_the_runner_would_read() -> None:
    report = FORMATS["github"](of(finding("50 %0A, a: b\n::set-env::", path="a,b:c.md")))
    assert report.startswith("::error file=a%2Cb%3Ac.md,")
    assert "50 %250A, a: b%0A::set-env::" in report
    assert report.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain – “quoted”", "plain – “quoted”", id="letters and signs stay"),
        pytest.param("a\x1b[31mb\n", r"a\x1b[31mb\n", id="control characters are written out"),
        pytest.param("\udc80", r"\udc80", id="so is a byte of a name that is not UTF-8"),
        pytest.param("x ##[error]y", r"x ##\x5berror]y", id="a command of the first kind, anywhere"),
        pytest.param(" ::error::y", r" \x3a:error::y", id="a command of the second kind, behind blanks"),
        pytest.param("a::b", "a::b", id="two colons elsewhere"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_json_text_reads_back_the_same() -> None:
    assert "##[" not in json_text({"a": HOSTILE})
    assert json.loads(json_text({"a": HOSTILE})) == {"a": HOSTILE}


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        pytest.param([], "no findings", id="none"),
        pytest.param([ERROR], "1 error", id="one"),
        pytest.param([WARNING, ERROR, WARNING], "1 error, 2 warnings", id="several"),
    ],
)
def test_tally(severities: Sequence[Severity], words: str) -> None:
    assert tally([finding(severity=severity) for severity in severities]) == words


@pytest.mark.parametrize(
    ("limit", "words"), [(700, "a.md: 612 of 700 words"), (None, "a.md: 612 of ? words")], ids=["a limit", "no limit"]
)
def test_word_count(limit: int | None, words: str) -> None:
    assert word_count("a.md", 612, limit) == words


SAME = finding("9 words, budget 6")
FINGERPRINTS = [
    pytest.param(finding(line=99), True, id="another line"),
    pytest.param(SAME, True, id="other numbers"),
    pytest.param(finding("7  words,\nbudget 6"), True, id="other white space"),
    pytest.param(finding("7 words, limit 6"), False, id="another message"),
    pytest.param(finding(path="content/drafts/b.md"), False, id="another file"),
]


@pytest.mark.parametrize(("other", "same"), FINGERPRINTS)
def test_a_fingerprint_stays_with(other: object, same: bool) -> None:
    (_, first), (_, second) = (next(fingerprints([d])) for d in (finding(), other))  # type: ignore[list-item]
    assert (first == second) is same


def test_findings_that_are_alike_are_counted_through() -> None:
    marks = [mark for _, mark in fingerprints([finding(), finding(line=8), finding(line=9)])]
    assert len(set(marks)) == 3
    assert marks[0] == next(fingerprints([finding()]))[1]


def test_a_format_that_is_not_used_is_not_imported() -> None:
    script = (
        "import sys; from shelfready.report import FORMATS; from shelfready.model.report import Report;"
        "FORMATS['json'](Report()); print(sorted(m for m in sys.modules if m.startswith('shelfready.report.')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "['shelfready.report.escape', 'shelfready.report.json_array']\n"
