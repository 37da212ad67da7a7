"""What the page of a piece draws around its words, from values alone: the theme's frame is left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lxml.html
import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from running import ROOT

FRAME = "<html><head>{% block extrahead %}{% endblock %}</head><body>{% block content %}{% endblock %}</body></html>"
DESK = {
    "publisher": "Desk",
    "organisations": {
        key: {
            "name": f"The {key}",
            "boilerplate": "Words.",
            "press": {"name": "Press", "email": f"press+{key}@desk.example", "phone": "", "hours": "9", "time_zone": "UTC"},
        }
        for key in ("desk", "partner")
    },
}  # fmt: skip
SHELF: dict[str, Any] = {
    "question": "How exposed are we?",
    "statement": "Look.",
    "kind": "answer",
    "kind_label": "Answer",
    "live": True,
    "words": 3,
    "owners": ["The desk"],
    "owner_keys": ["desk"],
    "audiences": [],
    "language": "en",
    "citations": [],
}
PART = '<hr class="shelfready-part" />'


def drawn(**values: object) -> Any:
    """The page with these values in place of the usual ones."""
    folder: Path = ROOT / "templates" / "theme"
    env = Environment(loader=ChoiceLoader([DictLoader({"base.html": FRAME}), FileSystemLoader(folder)]))
    env.filters["url"] = str
    page = {
        "meta": {"shelf": {**SHELF, **values}},
        "content": PART.join(["<p>Look.</p>", "<p>Look from outside.</p>", "", ""]),
        "toc": [],
        "title": "T",
        "canonical_url": "https://desk.example/answers/piece/",
    }
    config = {"extra": {"shelf": DESK}, "theme": {"language": "en"}, "site_url": "https://desk.example/"}
    return lxml.html.fromstring(env.get_template("topic.html").render(page=page, config=config))


def classes(tree: Any) -> set[str]:
    return {name for value in tree.xpath("//@class") for name in value.split()}


FILES = [{"url": "answers/piece/piece.pdf", "label": "PDF, 2 pages"}]


@pytest.mark.parametrize(
    ("values", "name", "is_there"),
    [
        pytest.param({"handouts": FILES}, "shelf-handouts", True, id="hand-outs"),
        pytest.param({}, "shelf-handouts", False, id="no hand-outs yet"),
        pytest.param({"corrections": [{"date": "1 May 2027", "reason": "R"}]}, "shelf-corrected", True, id="a correction"),
        pytest.param({"corrections": []}, "shelf-corrected", False, id="no correction"),
        pytest.param({"statement": ""}, "shelf-statement", False, id="no statement yet"),
        pytest.param({}, "shelf-statement", True, id="a statement"),
        pytest.param({"citations": ["https://a.example/"]}, "shelf-sources", True, id="sources"),
        pytest.param({}, "shelf-sources", False, id="no sources"),
        pytest.param({"live": False, "status": "review"}, "shelf-findings", True, id="not public"),
        pytest.param({}, "shelf-findings", False, id="public"),
        pytest.param({"owner_keys": []}, "shelf-press", False, id="a record that cannot be read"),
    ],
)  # fmt: skip
def test_what_is_drawn_only_where_there_is_something(values: dict[str, object], name: str, is_there: bool) -> None:
    assert (name in classes(drawn(**values))) is is_there


def test_hand_outs_are_links_to_files() -> None:
    links = drawn(handouts=FILES).xpath("//section[contains(@class, 'shelf-handouts')]//a")
    assert [(link.get("href"), link.text) for link in links] == [("answers/piece/piece.pdf", "PDF, 2 pages")]


def test_of_several_corrections_the_newest_is_near_the_top_and_all_are_at_the_end() -> None:
    entries = [{"date": "2 May 2027", "reason": "Second"}, {"date": "1 May 2027", "reason": "First"}]
    tree = drawn(corrections=entries)
    (top,) = tree.xpath("//*[contains(@class, 'shelf-corrected')]")
    assert " ".join(top.text_content().split()) == "Corrected on 2 May 2027: Second"
    rows = tree.xpath("//dt[.='Corrected']/following-sibling::dd")
    assert [row.text for row in rows] == ["2 May 2027: Second", "1 May 2027: First"]


@pytest.mark.parametrize(
    ("owners", "label", "begins"),
    [
        pytest.param(["desk"], "Ask by email", "mailto:press%2Bdesk@desk.example?subject=", id="one owner"),
        pytest.param(["desk", "partner"], "Press contacts", "#__press", id="two owners, each with a contact"),
    ],
)
def test_the_way_to_the_press_contact(owners: list[str], label: str, begins: str) -> None:
    (link,) = drawn(owner_keys=owners).xpath("//p[@class='shelf-actions']/a")
    assert (link.text, link.get("href")[: len(begins)]) == (label, begins)


def test_values_are_shown_as_they_are_and_never_as_markup() -> None:
    evil = '<b>"&'
    tree = drawn(question=evil, statement=evil, kind_label=evil, owners=[evil], approved=evil, approved_on=evil, digest=evil,
                 related=[{"title": evil, "url": "x"}], handouts=[{"label": evil, "url": "x"}],
                 corrections=[{"date": evil, "reason": evil}])  # fmt: skip
    assert tree.xpath("//b") == []
    assert tree.findtext(".//h1") == evil


@pytest.mark.parametrize(
    ("roles", "named"),
    [
        pytest.param(["counsel of A", "press of B"], ["counsel of A; press of B"], id="of two organisations"),
        pytest.param([], [], id="nobody has to sign"),
    ],
)
def test_who_approved_is_named_by_role(roles: list[str], named: list[str]) -> None:
    tree = drawn(approved="20 November 2026", approved_by=roles)
    assert tree.xpath("//dt[.='Approved by']/following-sibling::dd/text()") == named
