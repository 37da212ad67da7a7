"""LEN009: what counts as filling a sheet, on the line where it begins."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from drawing import BASE, PUBLISHED, added, found

STEP = "- Close it.\n"
DESK = "kinds: {answer: {label: Answer, budget: 2000, pages: 1}}\n"
TWO = "kinds: {answer: {label: Answer, budget: 2000, pages: 2}}\n"
STATEMENT = f'statement: "{"Look from outside, and write down what answers. " * 6}"\n'
NOTES = "\n" + "".join(f"[^n{number}]: A note.\n" for number in range(20))
MARKED = "".join(f"- Close it.[^n{number}]\n" for number in range(20))


def told(desk: str, record: str, draft: str, more: Mapping[str, str] = MappingProxyType({})) -> list[str]:
    files = {
        "content/desk.yml": added(BASE["content/desk.yml"], desk),
        "content/topics/piece.yml": added(BASE["content/topics/piece.yml"], record),
        "content/drafts/piece.md": draft,
        **more,
    }
    return [f"{d.place} {d.message}. {d.fix}" for d in found(files) if d.code == "LEN009"]


def message(lines: int, above: int, room: str, excess: str) -> list[str]:
    place = "content/drafts/piece.md:1:1"
    return [
        f"{place} about {lines} printed lines, {above} of them above the piece; {room}. Cut about {excess}, or join short items."
    ]


@pytest.mark.parametrize(
    ("desk", "record", "draft", "expected"),
    [
        pytest.param(DESK, "", STEP * 48, [], id="a list that just fits"),
        pytest.param(DESK, "", STEP * 49, message(63, 7, "one A4 page has 61", "2 lines"), id="one item more"),
        pytest.param(DESK, STATEMENT, STEP * 40, [], id="with a statement fewer fit"),
        pytest.param(DESK, STATEMENT, STEP * 48, message(67, 12, "one A4 page has 61", "6 lines"), id="than without it"),
        pytest.param("", "", STEP * 200, [], id="a kind without a limit"),
        pytest.param(TWO, "", STEP * 100, [], id="two pages"),
        pytest.param(TWO, "", STEP * 105, message(126, 7, "2 A4 pages have 123", "3 lines"), id="more than two pages"),
        pytest.param(DESK, "", MARKED + STEP * 24 + NOTES, [], id="footnotes follow the piece"),
        pytest.param(DESK, "", STEP * 44 + NOTES.replace("[^", "- ["), message(81, 7, "one A4 page has 61", "20 lines"), id="items do not"),
        pytest.param(DESK, "", STEP * 30 + "\n```\n" + "close\n" * 14 + "```\n", [], id="code that fits"),
        pytest.param(DESK, "", STEP * 30 + "\n```\n" + "close\n" * 24 + "```\n", message(65, 7, "one A4 page has 61", "4 lines"), id="code counts, too"),
        pytest.param(DESK, "", "", [], id="nothing"),
    ],
)  # fmt: skip
def test_a_sheet(desk: str, record: str, draft: str, expected: list[str]) -> None:
    assert told(desk, record, draft) == expected


LONG = "Says protected in place of safe, as all the other pieces do, because nobody at all can promise what safe would mean."


@pytest.mark.parametrize(
    ("entry", "steps", "expected"),
    [
        pytest.param("date: 2026-11-20, action: publish, reason: Asked for.", 48, [], id="nothing was corrected"),
        pytest.param("date: 2026-11-20, action: correct, reason: A word.", 47, [], id="a correction takes a line"),
        pytest.param("date: 2026-11-20, action: correct, reason: A word.", 48, message(63, 9, "one A4 page has 61", "2 lines"), id="so fewer items fit"),
        pytest.param(f"date: 2026-11-20, action: correct, reason: '{LONG}'", 47, message(63, 10, "one A4 page has 61", "2 lines"), id="a long one takes two"),
        pytest.param("date: 2027-01-01, action: correct, reason: A word.", 48, [], id="one of a later day is on no page yet"),
    ],
)  # fmt: skip
def test_the_line_that_says_what_was_corrected(entry: str, steps: int, expected: list[str]) -> None:
    log = f"entries:\n  - {{person: Example Editor, {entry}}}\n"
    assert told(DESK, "", STEP * steps, {"content/log/piece.yml": log}) == expected


def test_sources_follow_the_piece() -> None:
    source = '  - {title: "DICOM PS3.15", url: "https://example.org/", accessed: 2026-11-20}\n'
    draft = STEP * 40
    assert told(DESK, PUBLISHED, draft) == told(DESK, PUBLISHED + "sources:\n" + source * 20, draft) == []
