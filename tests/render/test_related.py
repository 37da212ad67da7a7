"""Which pieces a page names as related: by links and shared documents, the nearest first."""

from __future__ import annotations

import pytest

from drawing import BASE, added, parsed
from shelfready.render.related import related

RECORD = BASE["content/topics/piece.yml"]
ONE, TWO = "https://one.example/", "https://two.example/"


def record(title: str, *sources: str, more: str = "") -> str:
    listed = ", ".join(f'{{title: T, url: "{url}", accessed: 2026-11-20}}' for url in sources)
    return added(RECORD, f"title: {title}\nsources: [{listed}]\n{more}")


def of_piece(files: dict[str, str]) -> list[str]:
    """The slugs that the page of the usual piece names."""
    topics = parsed({**BASE, **files}).topics
    return [topic.slug for topic in related(topics)["piece"]]


PIECE = {"content/topics/piece.yml": record("Piece", ONE, TWO)}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"content/topics/a.yml": record("A", ONE)}, ["a"], id="the same document"),
        pytest.param({"content/topics/a.yml": record("A", f"{ONE}#part")}, ["a"], id="another part of it"),
        pytest.param({"content/topics/a.yml": record("A", "https://three.example/")}, [], id="another document"),
        pytest.param(
            {
                "content/topics/a.yml": record(
                    "A", more=f'responds_to: {{title: T, outlet: O, url: "{ONE}", date: 2026-11-01}}\n'
                )
            },
            ["a"],
            id="the report that one answers and the other names",
        ),
        pytest.param(
            {"content/topics/a.yml": record("A"), "content/drafts/a.md": "[x](piece.md#part)\n"},
            ["a"],
            id="a link to it",
        ),
        pytest.param(
            {"content/topics/a.yml": record("A"), "content/drafts/piece.md": "[x](/answers/a.md)\n"},
            ["a"],
            id="a link from it",
        ),
        pytest.param(
            {"content/topics/a.yml": record("A"), "content/drafts/a.md": "[x](https://a.example/piece.md)\n"},
            [],
            id="a link elsewhere",
        ),
        pytest.param({"content/drafts/piece.md": "[x](piece.md)\n"}, [], id="a link to itself"),
        pytest.param(
            {"content/topics/a.yml": record("A", ONE, more="kind: policy\n")}, [], id="a policy is in the menu"
        ),
        pytest.param(
            {
                "content/topics/a.yml": record("A", ONE),
                "content/topics/b.yml": record("B", ONE, TWO),
                "content/topics/c.yml": record("C"),
                "content/drafts/c.md": "[x](piece.md) [y](/answers/b.md)\n",
            },
            ["b", "c", "a"],
            id="more ties first, then the title",
        ),
        pytest.param(
            {
                "content/topics/a.yml": record("A", ONE, more="audiences: [regulators]\n"),
                "content/topics/b.yml": record("B", ONE),
            },
            ["b", "a"],
            id="with as many ties the same readers first",
        ),
        pytest.param(
            {f"content/topics/{name}.yml": record(name, ONE) for name in "edcba"},
            ["a", "b", "c"],
            id="three at most",
        ),
        pytest.param(
            {f"content/topics/t{number:02}.yml": record(f"T{number:02}", ONE) for number in range(19)},
            ["t00", "t01", "t02"],
            id="a document that twenty pieces name",
        ),
        pytest.param(
            {f"content/topics/t{number:02}.yml": record(f"T{number:02}", ONE) for number in range(20)},
            [],
            id="a document that more name says nothing",
        ),
    ],
)
def test_the_pieces_that_a_page_names(files: dict[str, str], expected: list[str]) -> None:
    assert of_piece({**PIECE, **files}) == expected


def test_only_the_topics_that_it_is_given_are_named() -> None:
    topics = parsed({**BASE, **PIECE, "content/topics/a.yml": record("A", ONE)}).topics
    assert related(tuple(topic for topic in topics if topic.slug == "piece")) == {"piece": ()}
