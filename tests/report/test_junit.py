"""JUnit XML: exact, and held against the schema of Jenkins' xUnit plug-in."""

from __future__ import annotations

import pytest
from lxml import etree

from reporting import HINT, HOSTILE, MIXED, WARNING, finding, of
from running import ROOT
from shelfready.model.report import Count, Report
from shelfready.report import FORMATS

SCHEMA = etree.XMLSchema(etree.parse(str(ROOT / "tests/data/junit-10.xsd")))


def test_one_test_for_each_topic_and_other_file() -> None:
    assert FORMATS["junit"](MIXED) == (
        "<?xml version='1.0' encoding='us-ascii'?>\n"
        '<testsuites name="shelfready" tests="3" failures="1" errors="0">\n'
        '  <testsuite name="shelfready check" tests="3" failures="1" errors="0" skipped="0">\n'
        '    <testcase classname="shelfready.topics" name="a">\n'
        '      <failure type="error" message="1 error">content/drafts/a.md:4:2: LEN001 it is empty\n'
        "    Cut 1 word.\n"
        "</failure>\n"
        "      <system-out>content/drafts/a.md:3:2: LEN001 (hint) 7 words, budget 6\n"
        "    Cut 1 word.\n"
        "</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="shelfready.topics" name="b">\n'
        "      <system-out>Not changed, so these do not fail the check:\n"
        "content/drafts/b.md:3:2: LEN001 old trouble\n"
        "    Cut 1 word.\n"
        "</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="shelfready.files" name="content/desk.yml" />\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def cases(report: Report) -> dict[str, list[str]]:
    """The name of each test, with the names of what stands in it; the schema holds."""
    root = etree.fromstring(FORMATS["junit"](report).encode())
    SCHEMA.assertValid(root)
    return {str(case.get("name")): [str(child.tag) for child in case] for case in root.iter("testcase")}


COUNT = (Count("a", "content/drafts/a.md", 5, 700),)
PAGE = finding(path="docs/about.md", topic="")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(Report(), {"content/desk.yml": []}, id="an empty shelf still has a test"),
        pytest.param(Report(counts=COUNT), {"a": [], "content/desk.yml": []}, id="a green shelf has passing tests"),
        pytest.param(of(finding()), {"a": ["failure"], "content/desk.yml": []}, id="an error fails its topic"),
        pytest.param(
            of(finding(severity=WARNING)), {"a": ["system-out"], "content/desk.yml": []}, id="a warning fails nothing"
        ),
        pytest.param(
            Report((finding(severity=WARNING),), strict=True),
            {"content/desk.yml": [], "content/drafts/a.md": ["failure"]},
            id="a warning fails where all must be clean",
        ),
        pytest.param(
            Report((finding(severity=HINT),), strict=True),
            {"content/desk.yml": [], "content/drafts/a.md": ["system-out"]},
            id="a hint never does",
        ),
        pytest.param(
            Report((PAGE,)), {"content/desk.yml": [], "docs/about.md": ["failure"]}, id="a page has a test of its own"
        ),
        pytest.param(
            Report((finding(topic="gone"),)),
            {"content/desk.yml": [], "content/drafts/a.md": ["failure"]},
            id="a draft without a record goes by its file",
        ),
        pytest.param(
            of(finding(), finding(line=9)), {"a": ["failure"], "content/desk.yml": []}, id="two errors are one failure"
        ),
    ],
)
def test_tests(report: Report, expected: dict[str, list[str]]) -> None:
    assert cases(report) == expected


def test_hostile_content_stays_text() -> None:
    hostile = finding(f"</failure>&amp;]]>{HOSTILE}", path=f"docs/{HOSTILE}.md", topic="")
    found = cases(Report((hostile,), (hostile,), compared=True))
    assert list(found.values()) == [[], ["failure", "system-out"]]
    (failure,) = etree.fromstring(FORMATS["junit"](Report((hostile,))).encode()).iter("failure")
    assert failure.text is not None
    assert "</failure>&amp;]]>::error::x%0A\\n" in failure.text
