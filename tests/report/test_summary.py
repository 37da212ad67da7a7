"""The summary of a GitHub job: exact, within its size, and content in it is nothing but text."""

from __future__ import annotations

import pytest
from lxml import html
from markdown import markdown

from reporting import HINT, HOSTILE, MIXED, WARNING, finding, of
from shelfready.model.report import Count, Report
from shelfready.report.summary import MOST_BYTES, render

HEAD = "<tr><th>Severity</th><th>Place</th><th>Rule</th><th>Finding</th></tr>\n"


def test_words_and_findings_of_what_changed_then_the_rest() -> None:
    assert render(MIXED) == (
        "## Shelfready check\n"
        "\n"
        "Failed: 1 error, 1 hint. 1 topic changed. In what did not change: 1 error.\n"
        "\n"
        "<table>\n"
        "<tr><th>Topic</th><th>Words</th><th>Errors</th><th>Warnings</th></tr>\n"
        "<tr><td><code>a</code></td><td>612 of 700</td><td>1</td><td>0</td></tr>\n"
        "</table>\n"
        "\n"
        "<table>\n"
        f"{HEAD}"
        "<tr><td>error</td><td><code>content/drafts/a.md:4:2</code></td><td>LEN001</td>"
        "<td><code>it is empty</code><br><code>Cut 1 word.</code></td></tr>\n"
        "<tr><td>hint</td><td><code>content/drafts/a.md:3:2</code></td><td>LEN001</td>"
        "<td><code>7 words, budget 6</code><br><code>Cut 1 word.</code></td></tr>\n"
        "</table>\n"
        "\n"
        "### In what did not change\n"
        "\n"
        "<table>\n"
        f"{HEAD}"
        "<tr><td>error</td><td><code>content/drafts/b.md:3:2</code></td><td>LEN001</td>"
        "<td><code>old trouble</code><br><code>Cut 1 word.</code></td></tr>\n"
        "</table>\n"
    )


def test_a_green_run_has_a_page_too() -> None:
    counts = (Count("a", "content/drafts/a.md", 612, 700), Count("b", "content/drafts/b.md", None, None))
    assert render(Report(counts=counts)) == (
        "## Shelfready check\n"
        "\n"
        "Passed: no findings. 2 topics checked.\n"
        "\n"
        "<table>\n"
        "<tr><th>Topic</th><th>Words</th><th>Errors</th><th>Warnings</th></tr>\n"
        "<tr><td><code>a</code></td><td>612 of 700</td><td>0</td><td>0</td></tr>\n"
        "<tr><td><code>b</code></td><td>no draft</td><td>0</td><td>0</td></tr>\n"
        "</table>\n"
    )


def test_nothing_changed() -> None:
    assert render(Report(compared=True)) == "## Shelfready check\n\nPassed: no findings. 0 topics changed.\n"


@pytest.mark.parametrize(
    ("report", "verdict"),
    [
        pytest.param(Report(), "Passed: no findings.", id="nothing found"),
        pytest.param(Report((finding(),)), "Failed: 1 error.", id="an error"),
        pytest.param(Report((finding(severity=WARNING),)), "Passed: 1 warning.", id="a warning"),
        pytest.param(Report((finding(severity=WARNING),), strict=True), "Failed: 1 warning.", id="a strict warning"),
        pytest.param(Report((finding(severity=HINT),), strict=True), "Passed: 1 hint.", id="a strict hint"),
        pytest.param(
            Report((), (finding(),), compared=True),
            "Passed: no findings. 0 topics changed. In what did not change: 1 error.",
            id="an error elsewhere",
        ),
    ],
)
def test_the_page_says_first_whether_the_check_passed(report: Report, verdict: str) -> None:
    assert render(report).splitlines()[2].startswith(verdict)


BREAKOUTS = [
    pytest.param(HOSTILE, id="everything at once"),
    pytest.param("</code></td></table><script>x</script>", id="the end of the table"),
    pytest.param("a\n\n# heading\n\n![x](https://evil.example/x.png)", id="an empty line and Markdown"),
    pytest.param("`` ` ``` |  \\| <b>", id="fences and bars"),
    pytest.param('"><img src=x onerror=y>', id="the end of an attribute"),
    pytest.param("@everyone #1 https://evil.example", id="what GitHub makes links of"),
]


@pytest.mark.parametrize("text", BREAKOUTS)
def test_content_is_text_in_a_code_element(text: str) -> None:
    hostile = finding(text, path=f"docs/{text}.md", fix=text, topic=text)
    page = render(Report((hostile,), (hostile,), (Count(text, "x", 1, 2),), compared=True))
    shown = html.fromstring(f"<div>{markdown(page)}</div>")
    tags = {str(element.tag) for element in shown.iter()}
    assert tags - {"tbody"} == {"div", "h2", "h3", "p", "table", "tr", "th", "td", "code", "br"}
    assert shown.xpath("count(//code)") == 7
    assert not shown.xpath("//text()[contains(., 'evil')][not(ancestor::code)]")


@pytest.mark.parametrize("room", [300, 1000, 5000, 20_000, MOST_BYTES])
def test_it_keeps_to_its_room_and_says_what_is_left_out(room: int) -> None:
    many = tuple(finding("ü" * 30, line=line) for line in range(1, 6000))
    page = render(of(*many), room)
    assert len(page.encode()) <= room
    if room > 1000:
        assert page.endswith("more, for which there is no room here.\n")
        shown = page.count("<tr><td>error")
        assert f"... and {5999 - shown} rows more" in page
