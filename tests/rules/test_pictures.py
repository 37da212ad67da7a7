"""What is wrong with a picture: its name, its kind or its bytes."""

from __future__ import annotations

import pytest

from drawing import found

_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        pytest.param("images/A.png", "Write 'a.png': small and capital letters count.", id="another case"),
        pytest.param("images/b.PNG", "Rename the file to b.png, here too.", id="an ending in capitals"),
        pytest.param("images/b.png", "Save it in content/drafts/images/, or correct its name.", id="not there"),
        pytest.param(
            "images/a.heic",
            "Save it as one of .png, .jpg, .jpeg, .gif, .webp in content/drafts/images/; browsers and hand-outs show these.",
            id="another kind",
        ),
        pytest.param(
            "images/my%20a.png", "Rename the file with hyphens in place of the blanks, here too.", id="an escaped blank"
        ),
    ],
)
def test_a_picture_that_is_not_there_is_told_its_cure(target: str, fix: str) -> None:
    files = {
        "content/drafts/images/a.png": _PNG,
        "content/drafts/piece.md": f"Words.\n\n![A door]({target})\n".encode(),
    }
    assert [d.fix for d in found(files) if d.code == "PIC001"] == [fix]


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        pytest.param("docs/a.png", b"hello", "this PNG file holds no picture", id="words"),
        pytest.param("docs/a.gif", b"", "this GIF file is empty", id="nothing"),
        pytest.param(
            "content/drafts/images/a.png", b"\xff\xd8\xff\xe0", "this PNG file holds a JPEG picture", id="a photo"
        ),
        pytest.param("docs/a.webp", b"RIFF\0\0\0\0WAVE", "this WebP file holds no picture", id="sound"),
    ],
)
def test_bytes_of_another_kind_are_told(path: str, data: bytes, message: str) -> None:
    findings = [d for d in found({path: data}) if d.code == "PIC003"]
    assert [(d.place.path, d.message) for d in findings] == [(path, message)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        pytest.param("docs/a.png", _PNG, id="PNG"),
        pytest.param("docs/a.jpeg", b"\xff\xd8\xff\xe0", id="JPEG"),
        pytest.param("docs/a.gif", b"GIF89a", id="GIF"),
        pytest.param("docs/a.webp", b"RIFF\0\0\0\0WEBP", id="WebP"),
        pytest.param("docs/a.pdf", b"no matter", id="another file"),
    ],
)
def test_bytes_that_keep_their_name_are_fine(path: str, data: bytes) -> None:
    assert not [d for d in found({path: data}) if d.code == "PIC003"]
