"""GitLab's Code Quality report: exactly the fields that its documentation lists, and marks that are unique."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from reporting import ERROR, HINT, HOSTILE, MIXED, WARNING, finding, of
from shelfready.model.finding import Severity
from shelfready.model.report import Report
from shelfready.report import FORMATS


def rows(report: Report) -> list[dict[str, Any]]:
    loaded = json.loads(FORMATS["gitlab"](report))
    assert isinstance(loaded, list)
    return loaded


def test_a_finding() -> None:
    (row,) = rows(of(finding()))
    assert re.fullmatch("[0-9a-f]{64}", row.pop("fingerprint"))
    assert row == {
        "description": "LEN001 7 words, budget 6. Cut 1 word.",
        "check_name": "LEN001 over-budget-piece",
        "severity": "major",
        "location": {"path": "content/drafts/a.md", "lines": {"begin": 3}},
    }


@pytest.mark.parametrize(("severity", "theirs"), [(ERROR, "major"), (WARNING, "minor"), (HINT, "info")])
def test_severities(severity: Severity, theirs: str) -> None:
    assert rows(of(finding(severity=severity)))[0]["severity"] == theirs


def test_the_shape_that_is_documented_whatever_the_content() -> None:
    """https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""
    hostile = finding(HOSTILE, path=f"content/drafts/{HOSTILE}.md")
    report = rows(Report((hostile, finding(), finding(line=8)), MIXED.elsewhere, compared=True))
    assert len(report) == 4
    for row in report:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert all(isinstance(row[key], str) and row[key] for key in ("description", "check_name", "fingerprint"))
        assert row["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(row["location"]) == {"path", "lines"}
        assert not row["location"]["path"].startswith(("/", "./"))
        assert isinstance(row["location"]["lines"]["begin"], int)
        assert row["location"]["lines"]["begin"] >= 1
    assert len({row["fingerprint"] for row in report}) == 4
