"""What a link that leads nowhere is told to be: only near misses of public pages, in the form that the guide teaches."""

from __future__ import annotations

import pytest

from drawing import BASE, PUBLISHED, added, found

_DARK = "title: D\nkind: answer\nstatus: proposed\nowners: [desk]\naudiences: [media]\n"
_FILES = {
    "content/topics/one-page-checklist.yml": added(BASE["content/topics/piece.yml"], PUBLISHED),
    "content/drafts/one-page-checklist.md": "Look.\n",
    "content/topics/embargo.yml": _DARK,
    "docs/about.md": "# About\n",
}
_LISTED = "Link to a piece by the name of its draft, such as 'other-topic.md', or to a page such as '/media.md'."


@pytest.mark.parametrize(
    ("target", "fix"),
    [
        pytest.param("one-page-cheklist.md", "Write 'one-page-checklist.md'.", id="a letter is missing"),
        pytest.param("one-page-chekclist.md#a", "Write 'one-page-checklist.md#a'.", id="the section is kept"),
        pytest.param("one-page-checklist", "Write 'one-page-checklist.md'.", id="no ending"),
        pytest.param("one-page-checklist.html", "Write 'one-page-checklist.md'.", id="the ending of another world"),
        pytest.param("/answers/one-page-checklist/", "Write 'one-page-checklist.md'.", id="as browsers show it"),
        pytest.param("media.md", "Write '/media.md'.", id="a page of the site, from the top"),
        pytest.param("abuot.md", "Write '/about.md'.", id="two letters swapped"),
        pytest.param(
            "www.example.com/x", "Write 'https://www.example.com/x'.", id="another site without its beginning"
        ),
        pytest.param("example.org", "Write 'https://example.org'.", id="another site, shorter"),
        pytest.param("nope.md", _LISTED, id="nothing is near"),
        pytest.param("images/a.pdf", _LISTED, id="a file that is not there"),
        pytest.param("embarog.md", _LISTED, id="a dark piece is not suggested"),
        pytest.param("pieec.md", _LISTED, id="nor is the page itself"),
    ],
)
def test_a_broken_link_is_told_what_to_write(target: str, fix: str) -> None:
    findings = [d for d in found({**_FILES, "content/drafts/piece.md": f"[x]({target})\n"}) if d.code == "LNK001"]
    assert [d.fix for d in findings] == [fix]


def test_a_page_in_docs_names_pieces_from_the_top() -> None:
    findings = found({**_FILES, "docs/about.md": "# About\n\n[x](one-page-cheklist.md)\n"})
    assert [d.fix for d in findings if d.code == "LNK001"] == ["Write '/answers/one-page-checklist.md'."]
