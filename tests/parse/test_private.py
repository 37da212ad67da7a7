"""Private matter in files that are no topic and no page: whoever opens the folder can read them, too."""

from __future__ import annotations

import pytest

from drawing import BASE, found

SECRET = "See https://desk:open-sesame9@files.example.org/ now.\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("content/drafts/orphan.md", ["content/drafts/orphan.md:1:13"], id="a draft without a record"),
        pytest.param("content/stray.md", ["content/stray.md:1:13"], id="a draft in a wrong folder"),
        pytest.param("content/notes.txt", ["content/notes.txt:1:13"], id="notes"),
        pytest.param("docs/about.md", ["docs/about.md:1:13"], id="a page, once"),
        pytest.param("content/drafts/piece.md", ["content/drafts/piece.md:1:13"], id="a draft, once"),
    ],
)
def test_a_password_is_found_in(path: str, expected: list[str]) -> None:
    assert [str(d.place) for d in found({path: SECRET}) if d.code == "DSC001"] == expected


def test_a_draft_whose_record_cannot_be_read_is_read_once() -> None:
    files = {"content/topics/piece.yml": "title: [\n", "content/drafts/piece.md": SECRET}
    assert [str(d.place) for d in found(BASE | files) if d.code == "DSC001"] == ["content/drafts/piece.md:1:13"]
