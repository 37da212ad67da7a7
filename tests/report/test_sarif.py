"""SARIF: held against the schema that OASIS publishes, and exact where code scanning reads it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from reporting import ERROR, HINT, HOSTILE, MIXED, WARNING, finding, of
from running import ROOT
from shelfready import __version__
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.place import Place
from shelfready.model.report import Report
from shelfready.report import FORMATS
from shelfready.rules import ALL_RULES


@cache
def validator() -> Draft4Validator:
    schema = json.loads((ROOT / "tests/data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=FormatChecker())


def run(report: Report) -> dict[str, Any]:
    log = json.loads(FORMATS["sarif"](report))
    assert [error.message for error in validator().iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    assert isinstance(only, dict)
    return only


EVERY_RULE = Report(
    tuple(Diagnostic(Place("docs/a.md"), rule.code, rule.name, rule.severity, "", "m", "f") for rule in ALL_RULES)
)


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(Report(), id="nothing"),
        pytest.param(of(finding(), finding(line=9)), id="two that are alike"),
        pytest.param(MIXED, id="what did not change"),
        pytest.param(of(finding(HOSTILE, path=f"content/drafts/{HOSTILE}\udc80.md")), id="hostile content"),
        pytest.param(EVERY_RULE, id="every rule"),
    ],
)
def test_the_schema_accepts(report: Report) -> None:
    found = run(report)
    assert len(found["results"]) == len(report.diagnostics) + len(report.elsewhere)


def test_the_schema_would_refuse_another_key() -> None:
    log = json.loads(FORMATS["sarif"](MIXED))
    log["runs"][0]["results"][0]["severity"] = "error"
    assert not validator().is_valid(log)


def test_a_result() -> None:
    (result,) = run(of(finding()))["results"]
    assert set(result.pop("partialFingerprints")) == {"shelfready/v1"}
    assert result == {
        "ruleId": "LEN001",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "7 words, budget 6. Cut 1 word."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/drafts/a.md"},
                    "region": {"startLine": 3, "startColumn": 2},
                }
            }
        ],
    }


@pytest.mark.parametrize(("severity", "level"), [(ERROR, "error"), (WARNING, "warning"), (HINT, "note")])
def test_levels(severity: Severity, level: str) -> None:
    assert run(of(finding(severity=severity)))["results"][0]["level"] == level


def test_the_tool_and_its_columns() -> None:
    found = run(of(finding()))
    assert {key: found["tool"]["driver"][key] for key in ("name", "version")} == {
        "name": "Shelfready",
        "version": __version__,
    }
    assert found["columnKind"] == "unicodeCodePoints"


def test_a_rule_brings_its_manual_page() -> None:
    (rule,) = run(of(finding()))["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("LEN001", "over-budget-piece")
    assert rule["shortDescription"] == {"text": "A draft has more words than its budget."}
    assert rule["fullDescription"]["text"].startswith("A reporter reads one page")
    assert "## Accepted" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_descriptions_are_short_enough_for_code_scanning() -> None:
    for rule in run(EVERY_RULE)["tool"]["driver"]["rules"]:
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024


def test_every_index_leads_to_its_rule() -> None:
    found = run(EVERY_RULE)
    rules = found["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in found["results"])


@pytest.mark.parametrize(
    ("report", "states"),
    [
        pytest.param(MIXED, ["new", "new", "unchanged"], id="compared with a revision"),
        pytest.param(of(finding()), [None], id="not compared"),
    ],
)
def test_what_is_new(report: Report, states: list[str | None]) -> None:
    assert [result.get("baselineState") for result in run(report)["results"]] == states


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("docs/a b.md", "docs/a%20b.md", id="a blank"),
        pytest.param("docs/ä#?.md", "docs/%C3%A4%23%3F.md", id="a letter beyond ASCII, and signs of addresses"),
        pytest.param("docs/\udcff.md", "docs/%FF.md", id="a byte that is not UTF-8"),
    ],
)
def test_paths_are_addresses(path: str, uri: str) -> None:
    (result,) = run(of(finding(path=path)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    ("message", "text"),
    [
        pytest.param("{0}", "{{0}}. Cut 1 word.", id="a placeholder"),
        pytest.param("[x](https://evil.example)", "[x] (https://evil.example). Cut 1 word.", id="a link"),
        pytest.param("a\nb", r"a\nb. Cut 1 word.", id="a line end"),
    ],
)
def test_a_message_is_only_text(message: str, text: str) -> None:
    assert run(of(finding(message)))["results"][0]["message"]["text"] == text


def test_more_than_code_scanning_shows_is_cut_at_the_mildest_and_said() -> None:
    many = tuple(finding(severity=HINT if line % 2 else ERROR, line=line) for line in range(1, 5004))
    found = run(Report(many, MIXED.elsewhere, compared=True))
    levels = [result["level"] for result in found["results"]]
    assert (len(levels), levels.count("error")) == (5000, 2501)
    (invocation,) = found["invocations"]
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == (
        "4 findings left out: this log holds the worst 5000, as many as code scanning shows."
    )
