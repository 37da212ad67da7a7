"""axe-core finds nothing on any page, in both windows and colour schemes; beside it, faults that it does find."""

from __future__ import annotations

from typing import Any

import pytest

from browsing import drawn_page, violations
from pages.conftest import Walk

pytestmark = pytest.mark.browser


def test_no_page_has_a_fault(walk: Walk) -> None:
    assert walk.seen
    assert {seen.where: seen.violations for seen in walk.seen if seen.violations} == {}


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        pytest.param('<img src="data:," alt="A door">', [], id="a picture with a text"),
        pytest.param('<img src="data:,">', ["image-alt"], id="a picture without a text"),
        pytest.param('<p style="color: #555">Read this.</p>', [], id="grey that can be read"),
        pytest.param('<p style="color: #bbb">Read this.</p>', ["color-contrast"], id="grey that cannot be read"),
        pytest.param('<a href="/a/">The answer</a>', [], id="a link with words"),
        pytest.param('<a href="/a/"></a>', ["link-name"], id="a link without words"),
        pytest.param("<h2>First</h2><h3>Then</h3>", [], id="headings in order"),
        pytest.param("<h3>Then</h3>", ["heading-order"], id="a heading that leaves one out"),
        pytest.param('<div role="dialog" aria-label="Search">Search</div>', [], id="a dialog with a name"),
        pytest.param('<div role="dialog">Search</div>', ["aria-dialog-name"], id="a dialog without a name"),
    ],
)
def test_faults_are_found(blank: Any, body: str, rules: list[str]) -> None:
    blank.set_content(drawn_page(body))
    assert [found.split(":")[0] for found in violations(blank)] == rules
