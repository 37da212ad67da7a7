"""Each limit on the day, word or byte where it begins: what is just within beside what is just beyond."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from drawing import BASE, PUBLISHED, added, found, parsed
from shelfready.model.files import RawFile
from shelfready.publication import lapsed, security_is_current
from shelfready.read import MOST_BYTES
from shelfready.render.environment import template_folders
from shelfready.render.site import site
from shelfready.securitytxt import security_txt

RECORD = BASE["content/topics/piece.yml"]
DESK = BASE["content/desk.yml"]


def coded(files: dict[str, str | bytes | RawFile], as_of: date = date(2026, 11, 21)) -> list[str]:
    """Findings, without those that one repeated word, one near day or one title for two topics cannot avoid."""
    return [
        f"{d.code} {d.message}" for d in found(files, as_of) if d.code not in ("LEN007", "LEN008", "DAT003", "SHF004")
    ]


# Days


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2027, 5, 19), False, id="the day before"),
        pytest.param(date(2027, 5, 20), False, id="the day by which it is to be read again"),
        pytest.param(date(2027, 5, 21), True, id="the day after"),
    ],
)
def test_a_review_has_lapsed(day: date, expected: bool, tmp_path: Path) -> None:
    files: dict[str, str | bytes | RawFile] = {"content/topics/piece.yml": added(RECORD, PUBLISHED)}
    library = parsed({**BASE, **files}, day)
    staged = str(site(library, template_folders(tmp_path)).files["answers/piece.md"])
    assert bool(lapsed(library)) is expected
    assert ("lapsed: true" in staged) is expected
    assert ("lapsed: false" in staged) is not expected
    message = "DAT001 this published piece was to be reviewed by 2027-05-20, and today is 2027-05-21"
    assert coded(files, day) == ([message] if expected else [])


@pytest.mark.parametrize(
    ("day", "current", "expected"),
    [
        pytest.param(
            date(2026, 10, 1),
            True,
            ["SEC004 the security contact expires in 365 days; less than a year is wanted"],
            id="a year before",
        ),
        pytest.param(date(2026, 10, 2), True, [], id="a day less than a year before"),
        pytest.param(date(2027, 9, 1), True, [], id="thirty days before"),
        pytest.param(
            date(2027, 9, 2), True, ["SEC004 the security contact expires in 29 days"], id="twenty-nine days before"
        ),
        pytest.param(date(2027, 9, 30), True, ["SEC004 the security contact expires in 1 days"], id="the last day"),
        pytest.param(
            date(2027, 10, 1),
            False,
            ["SEC003 the security contact expired on 2027-10-01, and today is 2027-10-01"],
            id="the day of expiry, whose first second ends it",
        ),
        pytest.param(
            date(2027, 10, 2),
            False,
            ["SEC003 the security contact expired on 2027-10-01, and today is 2027-10-02"],
            id="the day after",
        ),
    ],
)
def test_a_security_contact_expires(day: date, current: bool, expected: list[str]) -> None:
    library = parsed(BASE, day)
    assert coded({}, day) == expected
    assert security_is_current(library) is current
    assert (security_txt(library) is not None) is current


# Words


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(95, [], id="the last word of nineteen twentieths"),
        pytest.param(96, ["LEN002 96 words, budget 100: 4 left"], id="the first word beyond them"),
        pytest.param(100, ["LEN002 100 words, budget 100: 0 left"], id="the last word of the budget"),
        pytest.param(
            101, ["LEN001 101 words, budget 100: 1 too many; longest: the opening 101"], id="the first word beyond it"
        ),
    ],
)
def test_a_budget(number: int, expected: list[str]) -> None:
    files: dict[str, str | bytes | RawFile] = {
        "content/topics/piece.yml": added(RECORD, "budget: 100\n"),
        "content/drafts/piece.md": "word " * number,
    }
    assert coded(files) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(49, ["LEN003 49 words; a piece of this kind has at least 50"], id="a word less than the floor"),
        pytest.param(50, [], id="the floor"),
    ],
)
def test_a_floor(number: int, expected: list[str]) -> None:
    files: dict[str, str | bytes | RawFile] = {
        "content/topics/piece.yml": added(RECORD, PUBLISHED + "kind: long\n"),
        "content/drafts/piece.md": "word " * number,
    }
    assert coded(files) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(50, [], id="fifty words"),
        pytest.param(
            51,
            ["LEN004 the statement has 51 words; at most 50 can be quoted as they stand"],
            id="fifty-one words",
        ),
    ],
)
def test_a_statement(number: int, expected: list[str]) -> None:
    assert coded({"content/topics/piece.yml": added(RECORD, f"statement: {'word ' * number}\n")}) == expected


# Sizes


def filled(text: str, size: int) -> str:
    """A text of this many bytes, the rest in comments or blank lines of at most a hundred characters."""
    rest = size - len(text)
    return text + ("#" * 99 + "\n") * (rest // 100) + "#" * (rest % 100)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param(262_144, [], id="256 KiB"),
        pytest.param(262_145, ["LOD002 262,145 bytes; a file of this kind holds at most 262,144"], id="a byte more"),
    ],
)
def test_the_size_of_a_record(size: int, expected: list[str]) -> None:
    assert coded({"content/topics/piece.yml": filled(RECORD, size)}) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param(65_536, [], id="64 KiB"),
        pytest.param(65_537, ["LOD002 65,537 bytes; a file of this kind holds at most 65,536"], id="a byte more"),
    ],
)
def test_the_size_of_a_draft(size: int, expected: list[str]) -> None:
    lines = ("a" * 999 + "\n\n") * (size // 1001) + "a" * (size % 1001)
    assert len(lines) == size
    assert coded({"content/drafts/piece.md": lines}) == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param(MOST_BYTES, [], id="20 MiB"),
        pytest.param(
            MOST_BYTES + 1, ["LOD002 20,971,521 bytes; at most 20,971,520 are copied to the site"], id="a byte more"
        ),
    ],
)
def test_the_size_of_a_file_that_is_copied(size: int, expected: list[str]) -> None:
    assert coded({"docs/paper.pdf": RawFile("docs/paper.pdf", b"x", size)}) == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        pytest.param(2000, [], id="two thousand characters"),
        pytest.param(2001, ["LOD002 2,001 characters in one line; at most 2,000 are read"], id="one more"),
    ],
)
def test_the_length_of_a_line(length: int, expected: list[str]) -> None:
    assert coded({"content/drafts/piece.md": "a" * length + "\n"}) == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        pytest.param(80, [], id="eighty characters"),
        pytest.param(81, ["NAM002 a file name of 81 characters; at most 80 are allowed"], id="eighty-one"),
    ],
)
def test_the_length_of_a_file_name(length: int, expected: list[str]) -> None:
    slug = "a" * length
    assert coded({f"content/topics/{slug}.yml": RECORD, f"content/drafts/{slug}.md": "Word.\n"}) == expected


OWN_NODES = 3
"""The record itself, the key `brief` and its list."""
OTHERS = "title: T\nkind: answer\nstatus: proposed\nowners: [desk]\naudiences: [media]\n"
OTHER_NODES = 12


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        pytest.param(20_000, [], id="twenty thousand values and keys"),
        pytest.param(
            20_001, ["LOD007 deeper or longer nesting than a record needs, which records do not use"], id="one more"
        ),
    ],
)
def test_the_number_of_values_in_a_record(nodes: int, expected: list[str]) -> None:
    items = "- a\n" * (nodes - OWN_NODES - OTHER_NODES)
    assert coded({"content/topics/piece.yml": f"{OTHERS}brief:\n{items}"}) == expected
