"""Which piece answers a question: what fits and what does not, and in which order."""

from __future__ import annotations

import pytest

from drawing import added, parsed
from freezing import SIGNING as BASE
from shelfready.check import check
from shelfready.shelf import shelf
from shelfready.shelf.drill import MOST, alike_of, drill, stems
from shelving import APPROVED, DRAFT, LIVE, RECORD, WITHDRAWN, other, record

SERVERS = other(
    {path: text for path, text in BASE.items() if path not in (RECORD, DRAFT)},
    "servers",
    "title: Are our servers on the internet?\nalso_asked: [Did strangers see X-ray images?]\n"
    "statement: Some archives answer strangers.\n",
    "Ask your provider about the firewall.\n",
)


def slugs(files: dict[str, str], question: str, alike: dict[str, frozenset[str]] | None = None) -> list[str]:
    library = parsed(files)
    return [hit.piece.slug for hit in drill(library, shelf(library, check(library)), question, alike)]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("servers internet", id="the title"),
        pytest.param("server on the Internet", id="in other numbers and letters"),
        pytest.param("Which X-ray images?", id="another wording of the question"),
        pytest.param("archive", id="the statement"),
        pytest.param("the provider's firewalls", id="the body"),
        pytest.param("server firewall", id="title and body"),
        pytest.param("server moon", id="one of two words"),
        pytest.param("What about sérvers?", id="with an accent"),
        pytest.param("server server server moon", id="a word said three times"),
    ],
)
def test_it_fits(question: str) -> None:
    assert slugs(SERVERS, question) == ["servers"]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("moon", id="another word"),
        pytest.param("server moon landing", id="one of three words"),
        pytest.param("serve", id="a part of a word"),
        pytest.param("are our on the did", id="only words that every question has"),
        pytest.param("", id="nothing"),
    ],
)
def test_it_does_not_fit(question: str) -> None:
    assert slugs(SERVERS, question) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("servers", ("server",), id="a plural"),
        pytest.param("agencies", ("agency",), id="on -ies"),
        pytest.param("breaches boxes addresses", ("breach", "box", "address"), id="on -es"),
        pytest.param("cases responses devices", ("case", "response", "device"), id="of a word on -e"),
        pytest.param("access virus analysis ties", ("access", "virus", "analysis", "tie"), id="no plurals"),
        pytest.param("the hospital's PACS", ("hospital", "pac"), id="an owner"),
        pytest.param("Why doesn't it?", (), id="words of every question"),
        pytest.param("cyber-security", ("cyber", "security"), id="a hyphen"),
        pytest.param("影像", ("影", "像"), id="signs that are words"),
    ],
)
def test_how_words_are_compared(text: str, words: tuple[str, ...]) -> None:
    assert stems(text) == words


RANKED = other(
    other(
        other(SERVERS, "in-statement", "statement: Many servers are open.\n"),
        "in-body",
        "",
        "Many servers are open.\n",
    ),
    "elsewhere",
)


def test_title_counts_more_than_statement_and_body_least() -> None:
    assert slugs(RANKED, "servers") == ["servers", "in-statement"]
    without = {path: text for path, text in RANKED.items() if "servers." not in path}
    assert slugs(without, "servers") == ["in-statement", "in-body"]


def test_a_rare_word_counts_more_than_one_that_all_have() -> None:
    files = BASE
    for name in ("a", "b", "c", "d", "e", "f"):
        files = other(files, name, f"title: What does DICOM say about {name * 3}?\n")
    assert slugs(files, "DICOM ccc")[0] == "c"
    assert slugs(files, "DICOM")[:2] == ["a", "b"]


def test_what_can_go_out_stands_before_what_scores_the_same() -> None:
    files = other(LIVE, "a-draft", "title: How exposed are we, really?\n")
    assert slugs(files, "exposed") == ["piece", "a-draft"]


def test_at_most_five_are_shown() -> None:
    files = BASE
    for name in ("a", "b", "c", "d", "e", "f"):
        files = other(files, name, "title: How exposed are they?\n")
    assert slugs(files, "exposed") == ["a", "b", "c", "d", "e"]
    assert MOST == 5


@pytest.mark.parametrize(
    ("files", "question", "found"),
    [
        pytest.param(LIVE, "outside", ["piece"], id="approved words"),
        pytest.param({**LIVE, DRAFT: "Look at the moon.\n"}, "moon", [], id="words of a draft that nobody has signed"),
        pytest.param({**LIVE, DRAFT: "Look at the moon.\n"}, "outside", ["piece"], id="approved words that go"),
        pytest.param(
            record(APPROVED, "also_asked: [Is it the moon?]\n"), "moon", ["piece"], id="a new wording of the question"
        ),
        pytest.param(WITHDRAWN, "exposed", ["piece"], id="a withdrawn piece, to say that it is"),
        pytest.param(
            {**BASE, RECORD: "titel: x\n"}, "outside", ["piece"], id="the draft of a record that cannot be read"
        ),
    ],
)
def test_what_is_searched(files: dict[str, str], question: str, found: list[str]) -> None:
    assert slugs(files, question) == found


def test_words_that_mean_the_same_count_as_the_word_itself() -> None:
    assert slugs(SERVERS, "machines") == []
    assert slugs(SERVERS, "machines", {"machine": frozenset(["server"])}) == ["servers"]


@pytest.mark.parametrize(
    ("search", "question", "fits"),
    [
        pytest.param(
            "search: {outside: [hacked]}\n", "Were they hacked?", True, id="a word that the desk gives for another"
        ),
        pytest.param("search: {outside: [hacked]}\n", "Was it a breach?", False, id="a word that it does not give"),
        pytest.param("", "Were they hacked?", False, id="no words of the desk"),
    ],
)
def test_words_that_the_desk_gives_for_others(search: str, question: str, fits: bool) -> None:
    files = {**BASE, "content/desk.yml": added(BASE["content/desk.yml"], search)}
    library = parsed(files)
    pieces = shelf(library, check(library))
    assert bool(drill(library, pieces, question, alike_of(library.desk))) is fits
