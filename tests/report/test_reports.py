"""Reports: exact text in each format, and content that stays content."""

from __future__ import annotations

import json

import pytest

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.place import Place
from shelfready.report import FORMATS
from shelfready.report.text import tally


def diagnostic(
    message: str = "7 words, budget 6", severity: Severity = Severity.ERROR, path: str = "a.md"
) -> Diagnostic:
    return Diagnostic(Place(path, 3, 2), "LEN001", "over-budget-piece", severity, "a", message, "Cut 1 word.")


def test_text_says_place_code_fact_and_what_to_do() -> None:
    assert FORMATS["text"]([diagnostic()]) == "a.md:3:2: LEN001 7 words, budget 6\n    Cut 1 word.\n"


def test_text_names_what_weighs_less() -> None:
    assert FORMATS["text"]([diagnostic(severity=Severity.HINT)]).startswith("a.md:3:2: LEN001 (hint) 7 words")


def test_json_is_one_array_with_the_fields_of_the_contract() -> None:
    assert json.loads(FORMATS["json"]([diagnostic()])) == [
        {
            "path": "a.md",
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


def test_no_findings_are_an_empty_array_and_no_text() -> None:
    assert (FORMATS["json"]([]), FORMATS["text"]([]), FORMATS["github"]([])) == ("[]\n", "", "")


def test_github_marks_the_line() -> None:
    expected = "::error file=a.md,line=3,col=2,title=LEN001 over-budget-piece::7 words, budget 6. Cut 1 word.\n"
    assert FORMATS["github"]([diagnostic()]) == expected


def test_github_puts_the_worst_first() -> None:
    report = FORMATS["github"]([diagnostic(severity=Severity.HINT), diagnostic(severity=Severity.ERROR)])
    assert [line.split()[0] for line in report.splitlines()] == ["::error", "::notice"]


HOSTILE = "x\n::error::y\r%0A\x1b[31m\u202e"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_content_never_starts_a_line_or_moves_the_cursor(name: str) -> None:
    report = FORMATS[name]([diagnostic(HOSTILE, path=f"content/drafts/{HOSTILE}.md")])
    assert not any(line.startswith(("::error::y", "y")) for line in report.splitlines())
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert report.isascii() or name == "text"


def test_github_escapes_what_the_runner_would_read() -> None:
    report = FORMATS["github"]([diagnostic("50 %, a: b\n::set-env::", path="a,b:c.md")])
    assert report.startswith("::error file=a%2Cb%3Ac.md,")
    assert "50 %25, a: b%0A::set-env::" in report
    assert report.count("\n") == 1


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        pytest.param([], "no findings", id="none"),
        pytest.param([Severity.ERROR], "1 error", id="one"),
        pytest.param([Severity.WARNING, Severity.ERROR, Severity.WARNING], "1 error, 2 warnings", id="several"),
    ],
)
def test_tally(severities: list[Severity], words: str) -> None:
    assert tally([diagnostic(severity=severity) for severity in severities]) == words
