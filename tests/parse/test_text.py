"""Bytes become clean text, or a fault that names the place and the remedy."""

from __future__ import annotations

import pytest

from shelfready.model.files import RawFile, Trouble
from shelfready.parse.text import MOST_DRAFT_BYTES, text_of


def read(data: bytes) -> tuple[str | None, list[str]]:
    text, faults = text_of(RawFile("a.md", data, len(data)), MOST_DRAFT_BYTES)
    return text, [f"{fault.place.line}:{fault.place.column} {fault.code} {fault.message}" for fault in faults]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"\xef\xbb\xbfa\n", "a\n", id="a byte order mark is dropped"),
        pytest.param(b"a\r\nb\rc", "a\nb\nc", id="CRLF and CR become LF"),
        pytest.param("a\u00a0b\u202fc\u2007d".encode(), "a b c d", id="no-break spaces become spaces"),
        pytest.param("soft\u00adhyphen".encode(), "softhyphen", id="soft hyphens are dropped"),
        pytest.param("e\u0301".encode(), "é", id="letters are composed"),
        pytest.param(
            "‘quoted’ – 100 € 日本語".encode(), "‘quoted’ – 100 € 日本語", id="plain text of any script stays"
        ),
        pytest.param(b"", "", id="an empty file is empty text"),
    ],
)
def test_normalised_without_a_word(data: bytes, text: str) -> None:
    assert read(data) == (text, [])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(
            b"The hospital\x92s",
            "1:13 LOD003 the byte 0x92 is not UTF-8 text; in Windows-1252 it is '’'",
            id="Windows-1252 is named with the character it means",
        ),
        pytest.param(
            b"ok\nbad \xff", "2:5 LOD003 the byte 0xFF is not UTF-8 text; in Windows-1252 it is 'ÿ'", id="on its line"
        ),
        pytest.param(b"\xff\xfea\x00", "1:1 LOD003 this is UTF-16 text", id="UTF-16 is named"),
        pytest.param("Ports.\n".encode("utf-16-le"), "1:1 LOD003 this is UTF-16 text", id="also without its mark"),
        pytest.param("Ports.\n".encode("utf-16-be"), "1:1 LOD003 this is UTF-16 text", id="in either order"),
        pytest.param(
            b"PK\x03\x04x", "1:1 LOD003 this is a Word document (or another packed file), not plain text", id="Word"
        ),
        pytest.param(b"%PDF-1.7\n", "1:1 LOD003 this is a PDF document, not plain text", id="PDF"),
        pytest.param(b"{\\rtf1 x}", "1:1 LOD003 this is an RTF document, not plain text", id="RTF"),
        pytest.param(
            "don\u00e2\u20ac\u2122t".encode(),
            "1:4 LOD003 '\u00e2\u20ac\u2122' is a character that was garbled on its way",
            id="UTF-8 that was read as Windows-1252",
        ),
        pytest.param(b"a\nb\x0c", "2:2 LOD004 the control character U+000C (form feed)", id="a form feed"),
        pytest.param("a\u2028b".encode(), "1:2 LOD004 the control character U+2028 (line separator)", id="a separator"),
        pytest.param("a\x85b".encode(), "1:2 LOD004 the control character U+0085 (next line)", id="a next line"),
        pytest.param(
            "\U0001fffe".encode(), "1:1 LOD005 the invisible or unassigned character U+1FFFE", id="a non-character"
        ),
        pytest.param(b"a\x00b", "1:2 LOD004 the control character U+0000", id="a NUL is a control character"),
        pytest.param(b"x\n\x1b[31m", "2:1 LOD004 the control character U+001B", id="so is an escape"),
        pytest.param(
            "a\u200bb".encode(),
            "1:2 LOD005 the invisible or unassigned character U+200B (zero width space)",
            id="zero width space",
        ),
        pytest.param(
            "a\u202eb".encode(),
            "1:2 LOD005 the invisible or unassigned character U+202E (right-to-left override)",
            id="direction control",
        ),
        pytest.param("\ue000".encode(), "1:1 LOD005 the invisible or unassigned character U+E000", id="private use"),
    ],
)
def test_a_fault_names_place_and_character(data: bytes, fault: str) -> None:
    assert fault in read(data)[1]


def test_utf16_is_one_finding_and_not_one_for_each_letter() -> None:
    assert len(read("Ports are doors.\n".encode("utf-16-le"))[1]) == 1


def test_what_only_looks_like_a_line_end_moves_no_line() -> None:
    _, faults = read("a\x0bb\x85c\u2028d\u2029e\x0cf\nTBD\u200b\n".encode())
    assert faults[-1].startswith("2:4 ")


def test_a_bad_character_is_left_out_so_that_the_rest_is_still_checked() -> None:
    assert read("TBD\u200b x".encode())[0] == "TBD x"


def test_faults_of_one_kind_are_reported_ten_times_at_most() -> None:
    assert len(read(b"\x01\n" * 5000)[1]) == 10


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param(
            RawFile("a.md", b"x", 70_000), "70,000 bytes; a file of this kind holds at most 65,536", id="too large"
        ),
        pytest.param(RawFile("a.md", trouble=Trouble.SYMLINK), "this path is a symbolic link", id="a link"),
        pytest.param(
            RawFile("a.md", trouble=Trouble.SPECIAL),
            "this path is not a regular file (a pipe, socket or device)",
            id="a pipe",
        ),
        pytest.param(
            RawFile("a.md", b"x" * 2001, 2001), "2,001 characters in one line; at most 2,000 are read", id="a long line"
        ),
    ],
)
def test_what_cannot_be_read_at_all(raw: RawFile, message: str) -> None:
    text, faults = text_of(raw, MOST_DRAFT_BYTES)
    assert text is None
    assert [fault.message for fault in faults] == [message]


def test_a_line_of_two_thousand_characters_is_read() -> None:
    assert read(b"x" * 2000 + b"\n")[1] == []
