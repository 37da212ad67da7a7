"""Words that desk.yml adds for search: where they count, and that they stand in no text."""

from __future__ import annotations

import pytest
import yaml

from drawing import BASE, PUBLISHED, added, codes, parsed
from running import ROOT
from shelfready.render.environment import template_folders
from shelfready.render.search import search_words
from shelfready.render.site import site

LIST = "search: {exposed: [hacked, port], open door: [gate, hacked], C-ECHO: [ping]}\n"
DESK = added(BASE["content/desk.yml"], LIST)


def words(lines: str, desk: str = DESK) -> list[str]:
    library = parsed({**BASE, "content/desk.yml": desk, "content/topics/piece.yml": added(RECORD, lines)})
    assert library.desk is not None
    return search_words(library.desk)(library.topics[0].record)


RECORD = added(BASE["content/topics/piece.yml"], "title: A title\n")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param("title: Who is exposed?\n", ["hacked", "port"], id="in the title"),
        pytest.param("statement: We are exposed.\n", ["hacked", "port"], id="in the statement"),
        pytest.param("also_asked: [Are we exposed?]\n", ["hacked", "port"], id="in another wording"),
        pytest.param(
            "also_asked: [Exposed -- a write-up]\n",
            ["hacked", "port", "Exposed", "a", "write-up"],
            id="in a wording that readers do not get, with the words of that",
        ),
        pytest.param("title: EXPOSED\n", ["hacked", "port"], id="in capitals"),
        pytest.param("title: A C-ECHO, what is it?\n", ["ping"], id="with a hyphen and capitals in the list"),
        pytest.param("title: An exposed open door\n", ["hacked", "port", "gate"], id="two entries, each word once"),
        pytest.param("title: What exposedness means\n", [], id="inside another word"),
        pytest.param("title: The door is open\n", [], id="in another order"),
        pytest.param("note: exposed\n", [], id="in a remark for colleagues"),
    ],
)
def test_the_words_that_a_piece_gets(lines: str, found: list[str]) -> None:
    assert words(lines) == found


def test_without_a_list_there_are_none() -> None:
    assert words("title: Who is exposed?\n", BASE["content/desk.yml"]) == []


@pytest.mark.parametrize(
    ("wording", "found", "shown"),
    [
        pytest.param("Are we safe there?", [], True, id="a question"),
        pytest.param("The ABC inquiry", ["The", "ABC", "inquiry"], False, id="a name for the piece"),
        pytest.param("安全ですか？", [], True, id="a question in another script"),
    ],
)
def test_readers_get_the_questions_and_search_the_rest(wording: str, found: list[str], shown: bool) -> None:
    record = added(RECORD, f'{PUBLISHED}also_asked: ["{wording}"]\n')
    library = parsed({**BASE, "content/topics/piece.yml": record})
    _, front, body = str(site(library, template_folders(ROOT)).files["answers/piece.md"]).split("---\n", 2)
    assert (yaml.safe_load(front).get("tags", []), wording in body) == (found, shown)


def test_they_stand_in_the_front_matter_alone() -> None:
    record = added(RECORD, PUBLISHED + "title: Who is exposed?\n")
    files = site(
        parsed({**BASE, "content/desk.yml": DESK, "content/topics/piece.yml": record}), template_folders(ROOT)
    ).files
    _, front, body = str(files["answers/piece.md"]).split("---\n", 2)
    assert yaml.safe_load(front)["tags"] == ["hacked", "port"]
    assert "hacked" not in body
    assert not [path for path, content in files.items() if path != "answers/piece.md" and "hacked" in str(content)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("search: {exposed: [utilize]}\n", [], id="jargon that people type is no jargon on a page"),
        pytest.param("no_comment: [How you utilize it]\n", ["PLN003"], id="a line of the media page is read like all"),
    ],
)
def test_what_rules_read_of_the_desk(line: str, found: list[str]) -> None:
    assert codes({"content/desk.yml": added(BASE["content/desk.yml"], line)}) == found
