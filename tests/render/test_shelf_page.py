"""The page of the shelf and the matrix, in the preview alone: states as `status` tells them, and titles as text."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser

import pytest

from drawing import parsed
from freezing import SIGNING as BASE
from running import ROOT
from shelfready.check import check
from shelfready.parse.prose import html_of
from shelfready.render.environment import template_folders
from shelfready.render.site import preview, site
from shelving import AHEAD, APPROVED, LIVE, SUBMITTED, WITHDRAWN, other, record, reply

FOLDERS = template_folders(ROOT)


def page(files: dict[str, str], name: str = "shelf.md") -> str:
    """The Markdown of a page of the preview, below its front matter."""
    library = parsed(files)
    return str(preview(library, FOLDERS, check(library)).files[name]).partition("---\n\n")[2]


@pytest.mark.parametrize(
    ("files", "row"),
    [
        pytest.param(
            AHEAD,
            "| live (edition 1), draft ahead by 6 words | submit the changed draft | Example Author |  |",
            id="live, and the draft ahead",
        ),
        pytest.param(LIVE, "| live (edition 1) |  |  |  |", id="live"),
        pytest.param(
            APPROVED,
            "| on the shelf (edition 1, approved 20 November 2026) | can be published |  |  |",
            id="on the shelf",
        ),
        pytest.param(
            SUBMITTED,
            "| waiting for counsel and editor, since 20 November 2026 | sign edition 1 as counsel and editor "
            "| Example Counsel, Example Editor | 20 November 2026 |",
            id="waiting",
        ),
        pytest.param(
            {**SUBMITTED, **reply(SUBMITTED, "remark: ¶1 is too bold.\n")},
            "waiting for counsel and editor, since 20 November 2026; Example Counsel: ¶1 is too bold. |",
            id="refused, with the paragraph",
        ),
        pytest.param(WITHDRAWN, "| withdrawn on 21 November 2026: A source was wrong. |  |  |  |", id="withdrawn"),
        pytest.param(BASE, "| needs a lead | find a lead |  |  |", id="without a lead"),
    ],
)
def test_each_state_has_its_row(files: dict[str, str], row: str) -> None:
    text = page(files)
    assert "[How exposed are we?](answers/piece.md) |" in text
    assert row in text


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(other(LIVE, "second"), ["## Live", "## In the making"], id="readers have one of two"),
        pytest.param(other(APPROVED, "second"), ["## Can go out today", "## In the making"], id="readers have none"),
    ],
)
def test_groups_stand_in_the_order_in_which_somebody_needs_them(files: dict[str, str], expected: list[str]) -> None:
    headings = [line for line in page(files).splitlines() if line.startswith("#")]
    assert headings == ["# Shelf", *expected]


def test_an_empty_shelf_says_so() -> None:
    assert "There is no topic yet." in page({"content/desk.yml": BASE["content/desk.yml"]})
    assert "There is no topic yet." not in page(BASE)


def test_the_public_site_has_no_such_page() -> None:
    files = site(parsed(LIVE), FOLDERS).files
    assert "answers/piece.md" in files
    assert "shelf.md" not in files


@pytest.mark.parametrize(
    ("files", "cell"),
    [
        pytest.param(AHEAD, "| live (edition 1), draft ahead by 6 words | – |", id="live, and the draft ahead"),
        pytest.param(SUBMITTED, "| waiting for counsel and editor, since 20 November 2026 | – |", id="waiting"),
        pytest.param(BASE, "| needs a lead | – |", id="without a lead"),
    ],
)
def test_the_matrix_has_the_same_states(files: dict[str, str], cell: str) -> None:
    assert cell in page(files, "matrix.md")


@pytest.mark.parametrize(("status", "gap"), [("proposed", True), ("withdrawn", False)])
def test_a_withdrawn_piece_without_a_lead_is_no_gap(status: str, gap: bool) -> None:
    assert ("- How exposed are we?: needs a lead" in page(record(BASE, f"status: {status}\n"), "matrix.md")) is gap


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "td":
            self.cells.append("")
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href" and value and value[0] != "#"]

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("a | b | c", id="cells"),
        pytest.param("[a](https://evil.example)", id="a link"),
        pytest.param("![a](https://evil.example/x.png)", id="a picture"),
        pytest.param("`a` *b* __c__ ~d~ {owner}", id="signs"),
        pytest.param("# a", id="a heading"),
        pytest.param("&lt;script&gt;", id="a reference"),
    ],
)
def test_a_title_is_text(title: str) -> None:
    reader = _Cells()
    reader.feed(html_of((), page(record(BASE, f"title: '{title}'\nlead: '{title}'\n"))))
    assert reader.links == ["answers/piece.md"]
    cells = [cell.strip() for cell in reader.cells]
    assert (len(cells), cells[0], cells[3]) == (5, title, title)
