"""The staged site: a function of what is published, with every value in its right form."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drawing import BASE, PUBLISHED, added, parsed
from shelfready.model.library import Library
from shelfready.render.environment import template_folders
from shelfready.render.site import preview, site
from shelfready.site_paths import pages

ROOT = Path(__file__).resolve().parents[2]
RECORD = BASE["content/topics/piece.yml"]


def shelf(**files: str) -> Library:
    return parsed({**BASE, "content/topics/piece.yml": added(RECORD, PUBLISHED), **files})


def staged(library: Library) -> dict[str, str | bytes]:
    return dict(site(library, template_folders(ROOT)).files)


def meta(page: str | bytes) -> dict[str, object]:
    assert isinstance(page, str)
    loaded = yaml.safe_load(page.split("---\n")[1])
    assert isinstance(loaded, dict)
    return loaded


def test_the_pages_of_a_site_with_one_piece() -> None:
    assert sorted(staged(shelf())) == [
        ".well-known/security.txt",
        "answers/index.md",
        "answers/piece.md",
        "audiences/media.md",
        "index.md",
        "media.md",
    ]


@pytest.mark.parametrize(
    "extra",
    [
        pytest.param({}, id="one piece"),
        pytest.param({"docs/about.md": "# About\n", "docs/index.md": "Hello.\n"}, id="pages by hand"),
        pytest.param({"docs/guide/index.md": "# Guide\n"}, id="a guide, which is not public"),
        pytest.param(
            {
                "content/topics/security-policy.yml": added(
                    RECORD, PUBLISHED + "kind: policy\naudiences: [regulators]\n"
                ),
                "content/drafts/security-policy.md": "Report it.\n",
            },
            id="a policy, which has an address of its own and no place in lists",
        ),
    ],
)
def test_links_are_checked_against_exactly_the_pages_that_are_staged(extra: dict[str, str]) -> None:
    library = shelf(**extra)
    public = {path for path, page in pages(library).items() if page.public}
    assert public == {path for path in staged(library) if path.endswith(".md")}


def test_unpublished_topics_are_in_no_staged_byte() -> None:
    library = shelf(**{
        "content/topics/dark.yml": RECORD.replace("How exposed", "CANARY exposed") + "note: CANARY\n",
        "content/drafts/dark.md": "CANARY\n",
    })  # fmt: skip
    for path, content in staged(library).items():
        assert "dark" not in path
        assert b"CANARY" not in (content.encode() if isinstance(content, str) else content)


def test_the_lead_and_the_inner_keys_of_a_published_record_are_in_no_staged_byte() -> None:
    secret = "note: SECRET\nbrief: [SECRET]\nlead: SECRET\nnext: {who: SECRET, what: SECRET}\n"
    library = parsed({**BASE, "content/topics/piece.yml": added(RECORD, PUBLISHED + secret)})
    assert not any("SECRET" in str(content) for content in staged(library).values())


def test_titles_reach_the_theme_as_html_and_the_template_as_text() -> None:
    library = parsed({**BASE, "content/topics/piece.yml": added(RECORD, PUBLISHED + 'title: "Q & A: \\"why\\"?"\n')})
    page = meta(staged(library)["answers/piece.md"])
    assert page["title"] == "Q &amp; A: &quot;why&quot;?"
    assert page["shelf"]["question"] == 'Q & A: "why"?'  # type: ignore[index]


def test_a_lapsed_piece_stays_and_says_so(as_of: object) -> None:
    record = added(RECORD, PUBLISHED + "review_by: 2026-01-01\n")
    page = meta(staged(parsed({**BASE, "content/topics/piece.yml": record}))["answers/piece.md"])
    assert page["shelf"]["lapsed"] is True  # type: ignore[index]


def test_a_picture_goes_out_with_the_piece_that_names_it_and_no_other_does() -> None:
    library = shelf(**{
        "content/drafts/piece.md": "![a](images/a.png)\n",
        "content/drafts/images/a.png": "a",
        "content/drafts/images/b.png": "b",
        "docs/c.pdf": "c",
        "docs/guide/d.png": "d",
    })  # fmt: skip
    others = {path for path in staged(library) if not path.endswith(".md")}
    assert others == {".well-known/security.txt", "answers/images/a.png", "c.pdf"}


def test_a_security_contact_that_has_expired_is_left_out() -> None:
    desk = BASE["content/desk.yml"].replace("2027-10-01", "2026-11-21")
    assert ".well-known/security.txt" not in staged(shelf(**{"content/desk.yml": desk}))


def test_security_txt_has_its_fields_in_order_and_ends_every_line() -> None:
    assert staged(shelf())[".well-known/security.txt"] == (
        b"# An independent example.\n"
        b"Contact: https://answers.desk.example/media/\n"
        b"Expires: 2027-10-01T00:00:00Z\n"
        b"Preferred-Languages: en\n"
        b"Canonical: https://answers.desk.example/.well-known/security.txt\n"
    )


def test_the_preview_shows_every_topic_its_findings_the_matrix_and_the_guide() -> None:
    library = parsed({**BASE, "content/drafts/piece.md": "TBD\n", "docs/guide/index.md": "# Guide\n"})
    from shelfready.check import check

    bundle = preview(library, template_folders(ROOT), check(library))
    page = meta(bundle.files["answers/piece.md"])
    assert page["shelf"]["findings"][0]["code"] == "PLH001"  # type: ignore[index]
    assert page["shelf"]["live"] is False  # type: ignore[index]
    matrix = bundle.files["matrix.md"]
    assert "needs a lead" in str(matrix)
    assert "Regulators: no live piece" in str(matrix)
    assert {"guide/index.md", "guide/keys.md", "guide/rules/len001.md"} <= set(bundle.files)


def test_a_template_of_the_site_wins_over_the_packaged_one(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "site"
    own.mkdir(parents=True)
    (own / "answers.md.j2").write_text("{% extends 'builtin/answers.md.j2' %}", encoding="utf-8")
    (own / "audience.md.j2").write_text("# Mine: {{ label }}\n", encoding="utf-8")
    files = site(shelf(), template_folders(tmp_path)).files
    assert "# Mine: Reporters" in str(files["audiences/media.md"])
    assert "# Answers" in str(files["answers/index.md"])
