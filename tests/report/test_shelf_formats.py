"""The shelf in each format: exact text, what other programs read back, and content that stays content."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from reporting import HOSTILE
from shelfready.model.record import NextStep
from shelfready.model.shelf import Due, Group, Hit, Piece, State, Step
from shelfready.report import minutes, shelf_dates, shelf_hits, shelf_rows, shelf_table
from shelfready.report.columns import wide, wrapped
from shelfready.report.shelf_table import Paper, closing

TODAY = date(2026, 11, 21)
LONG = "Why does nobody say how many of the servers in our own cellar can be seen by strangers?"
SIGN = Step("sign edition 2 as counsel", ("Example Counsel",), date(2026, 11, 20), None, "shelfready packet live", 2)
LIVE = Piece(
    slug="live",
    title=LONG,
    kind="answer",
    status="published",
    live=True,
    state=State(
        Group.LIVE,
        ("live (edition 1), draft ahead by 23 words", "edition 2 waiting for counsel of Example desk and editor"),
        ("Example Counsel: ¶2 names a vendor",),
        SIGN,
        can_go_out=True,
        missing=("counsel of Example desk", "editor"),
        edition=1,
        approved_on=date(2026, 11, 1),
        ahead=23,
    ),
    errors=2,
    lead="Example Author",
    brief=("Say how to look", "Name a first step"),
    review_by=date(2027, 5, 20),
    statement="Look from outside.",
)
DARK = Piece(
    slug="dark",
    title="Are we exposed?",
    kind="answer",
    status="review",
    live=False,
    state=State(
        Group.READY,
        ("on the shelf (edition 1, approved 1 November 2026)",),
        can_go_out=True,
        command="shelfready publish dark",
        edition=1,
    ),
    lead="Example Author",
    next=NextStep(who="Example Editor", what="tell the press desk", by=date(2026, 12, 1)),
    statement="Look from outside.",
)
OPEN = Piece(
    slug="open",
    title="Who is it?",
    kind="answer",
    status="proposed",
    live=False,
    state=State(Group.MAKING, ("needs a lead",), step=Step("find a lead", urgency=6)),
    brief=("Name them",),
    statement="Nobody knows.",
)
GONE = Piece(
    slug="gone",
    title="Was it us?",
    kind="answer",
    status="withdrawn",
    live=False,
    state=State(Group.WITHDRAWN, ("withdrawn on 21 November 2026: A source was wrong.",)),
    lead="Example Author",
    statement="It was not.",
)
BAD = Piece(
    slug="bad",
    title=HOSTILE,
    kind="answer",
    status="drafting",
    live=False,
    state=State(Group.MAKING, (HOSTILE,), (HOSTILE,), Step(HOSTILE, (HOSTILE,))),
    lead=HOSTILE,
    brief=(HOSTILE,),
    next=NextStep.model_construct(who=HOSTILE, what=HOSTILE, by=None),
    statement=HOSTILE,
)
SHELF = (DARK, GONE, LIVE, OPEN)


def test_a_table_of_eighty_columns() -> None:
    assert shelf_table.render(SHELF, Paper()) == (
        "Can go out today (1)\n"
        "\n"
        "  Are we exposed? (dark)\n"
        "    on the shelf (edition 1, approved 1 November 2026)\n"
        '    To put it out: shelfready publish dark --by "NAME" --reason "WHY"\n'
        "\n"
        "Live (1)\n"
        "\n"
        "  Why does nobody say how many of the servers in our own cellar can be seen by\n"
        "  strangers? (live)\n"
        "    live (edition 1), draft ahead by 23 words;\n"
        "      edition 2 waiting for counsel of Example desk and editor\n"
        "      Example Counsel: ¶2 names a vendor\n"
        "    Next: sign edition 2 as counsel (Example Counsel)\n"
        "          shelfready packet live\n"
        "\n"
        "In the making (1)\n"
        "\n"
        "  Who is it? (open)\n"
        "    needs a lead\n"
        "    Next: find a lead\n"
        "\n"
        "Withdrawn (1)\n"
        "\n"
        "  Was it us? (gone)\n"
        "    withdrawn on 21 November 2026: A source was wrong.\n"
    )


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_a_table_fits_and_breaks_neither_states_nor_names_of_roles(columns: int) -> None:
    text = shelf_table.render((LIVE,), Paper(columns))
    assert max(map(wide, text.splitlines())) <= columns
    assert "live (edition 1), draft ahead by 23 words" in text
    assert "counsel of Example desk" in text


def test_colours_are_on_headings_alone() -> None:
    plain, colourful = shelf_table.render(SHELF, Paper()), shelf_table.render(SHELF, Paper(colour=True))
    assert "\x1b" not in plain
    assert colourful.startswith("\x1b[1;32mCan go out today (1)\x1b[0m\n")
    assert "\x1b[1mLive (1)\x1b[0m\n" in colourful
    assert re.sub(r"\x1b\[[\d;]*m", "", colourful) == plain


def test_an_empty_shelf_is_an_empty_table() -> None:
    assert shelf_table.render((), Paper()) == ""
    assert list(closing((), 0, 0, TODAY)) == ["0 topics on 21 November 2026."]


@pytest.mark.parametrize(
    ("errors", "stopping", "line"),
    [
        pytest.param(0, 0, [], id="none"),
        pytest.param(1, 0, ["1 error in what does not go out: 'shelfready check'."], id="elsewhere"),
        pytest.param(
            3, 1, ["Nothing new can be published before 1 error is mended: 'shelfready check'."], id="one that stops"
        ),
        pytest.param(
            3, 2, ["Nothing new can be published before 2 errors are mended: 'shelfready check'."], id="two that stop"
        ),
    ],
)
def test_the_closing_lines_count_and_name_what_is_most_urgent(errors: int, stopping: int, line: list[str]) -> None:
    assert list(closing(SHELF, errors, stopping, TODAY)) == [
        "4 topics on 21 November 2026: 1 can go out today, 1 live, 1 in the making, 1 withdrawn.",
        *line,
        "Most urgent: live: sign edition 2 as counsel (Example Counsel).",
        "    shelfready packet live",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("one two three", ["  one two", "    three"], id="at a blank"),
        pytest.param("one-two-three", ["  one-tw", "    o-thre", "    e"], id="a word that is too long"),
        pytest.param("", [], id="nothing"),
        pytest.param("影像影像影像", ["  影像影", "    像影像"], id="signs that are twice as wide"),
        pytest.param(
            "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 b",
            ["  e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 b"],
            id="accents take no room",
        ),
    ],
)
def test_how_lines_are_broken(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, 2, 2) == lines


def test_a_phrase_stays_whole_where_it_fits() -> None:
    assert wrapped("one two three", 10, whole=["two three"]) == ["one", "two three"]
    assert wrapped("one two three", 8, whole=["two three"]) == ["one two", "three"]


FIELDS = [
    "slug",
    "title",
    "kind",
    "status",
    "state",
    "group",
    "live",
    "can_go_out",
    "publish",
    "edition",
    "approved_on",
    "ahead",
    "missing",
    "remarks",
    "blocked_by",
    "on",
    "since",
    "by",
    "command",
    "errors",
    "lead",
    "brief",
    "next",
    "review_by",
]


def test_json_is_one_array_with_the_same_fields_for_each_topic() -> None:
    rows = json.loads(shelf_rows.json_array(shelf_rows.piece_rows(SHELF)))
    assert [list(row) for row in rows] == [FIELDS] * 4
    assert rows[2] == {
        "slug": "live",
        "title": LONG,
        "kind": "answer",
        "status": "published",
        "state": "live (edition 1), draft ahead by 23 words; edition 2 waiting for counsel of Example desk and editor",
        "group": "live",
        "live": True,
        "can_go_out": True,
        "publish": "",
        "edition": 1,
        "approved_on": "2026-11-01",
        "ahead": 23,
        "missing": ["counsel of Example desk", "editor"],
        "remarks": ["Example Counsel: ¶2 names a vendor"],
        "blocked_by": "sign edition 2 as counsel",
        "on": ["Example Counsel"],
        "since": "2026-11-20",
        "by": None,
        "command": "shelfready packet live",
        "errors": 2,
        "lead": "Example Author",
        "brief": ["Say how to look", "Name a first step"],
        "next": None,
        "review_by": "2027-05-20",
    }
    assert rows[0]["next"] == {"who": "Example Editor", "what": "tell the press desk", "by": "2026-12-01"}
    assert shelf_rows.json_array([]) == "[]\n"


def read_back(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_the_same_fields_and_lines_that_end_as_rfc_4180_says() -> None:
    text = shelf_rows.csv_text(shelf_rows.piece_rows(SHELF))
    assert text.count("\r\n") == 5
    assert "\n" not in text.replace("\r\n", "")
    rows = read_back(text)
    assert list(rows[0]) == FIELDS
    assert rows[2]["missing"] == "counsel of Example desk; editor"
    assert (rows[2]["can_go_out"], rows[2]["ahead"], rows[2]["by"]) == ("yes", "23", "")
    assert rows[0]["next"] == "Example Editor: tell the press desk, by 2026-12-01"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        pytest.param('=HYPERLINK("x")', '\'=HYPERLINK("x")', id="a formula"),
        pytest.param("+49", "'+49", id="a sum"),
        pytest.param("-1+2", "'-1+2", id="a difference"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an old formula"),
        pytest.param("＝1", "'＝1", id="a wide sign"),
        pytest.param("  =1", "'  =1", id="behind blanks"),
        pytest.param("\t=1", "\\t=1", id="behind a tab, which is written out"),
        pytest.param("a=b, c", "a=b, c", id="a sign in the middle"),
        pytest.param("Are we exposed?", "Are we exposed?", id="a question"),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert shelf_rows.safe_cell(text) == cell
    assert read_back(shelf_rows.csv_text([{"title": text}])) == [{"title": cell}]


class _Table(HTMLParser):
    """The cells of the one table of a page; items of a list are joined by bars."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag == "li":
            self.rows[-1][-1] += "|"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip("\n")


def table(pieces: Sequence[Piece]) -> _Table:
    reader = _Table()
    reader.feed(minutes.as_html(pieces, TODAY))
    reader.close()
    return reader


HEAD = ["Topic/Title", "Content to be included", "Lead", "Status", "Next step"]
ROWS = [
    ["Who is it?", "|Name them", "needs a lead", "proposed", "find a lead"],
    [
        "Are we exposed?",
        "",
        "Example Author",
        "on the shelf (edition 1, approved 1 November 2026)",
        "tell the press desk (Example Editor), by 1 December 2026",
    ],
    [
        LONG,
        "|Say how to look|Name a first step",
        "Example Author",
        "live (edition 1), draft ahead by 23 words; edition 2 waiting for counsel of Example desk and editor",
        "sign edition 2 as counsel (Example Counsel)",
    ],
    ["Was it us?", "", "Example Author", "withdrawn on 21 November 2026: A source was wrong.", ""],
]


def test_minutes_are_a_table_of_five_columns_with_what_needs_a_lead_first() -> None:
    assert table(SHELF).rows == [HEAD, *ROWS]


def test_minutes_on_a_terminal_are_the_same_with_tabs() -> None:
    lines = [line.split("\t") for line in minutes.as_text(SHELF).splitlines()]
    assert lines == [HEAD, *([cell.strip("|").replace("|", "; ") for cell in row] for row in ROWS)]


def test_minutes_hold_no_remark_of_whoever_signed() -> None:
    assert "vendor" not in minutes.as_html(SHELF, TODAY) + minutes.as_text(SHELF)
    assert "vendor" in shelf_table.render(SHELF, Paper())


DUES = (
    Due(date(2026, 11, 20), "review: read it again", "Example Author", "live", LONG, passed=True),
    Due(date(2026, 12, 1), "open 2 sources again", "", "open", "Who is it?"),
    Due(date(2026, 12, 1), "security contact: security.txt expires"),
)


def test_dates_stand_below_their_days() -> None:
    assert shelf_dates.render(DUES, TODAY, date(2027, 1, 20), Paper()) == (
        "20 November 2026, 1 day overdue\n"
        "  review: read it again (Example Author)\n"
        "    live: Why does nobody say how many of the servers in our own cellar can be\n"
        "      seen by strangers?\n"
        "\n"
        "1 December 2026, in 10 days\n"
        "  open 2 sources again\n"
        "    open: Who is it?\n"
        "  security contact: security.txt expires\n"
        "\n"
        "3 dates until 20 January 2027, 1 of them overdue.\n"
    )


def test_without_dates_this_is_said() -> None:
    text = shelf_dates.render((), TODAY, date(2027, 1, 20), Paper())
    assert text == "Nothing is overdue, and nothing comes up until 20 January 2027.\n"


def test_dates_for_programs() -> None:
    rows = shelf_rows.due_rows(DUES)
    assert json.loads(shelf_rows.json_array(rows))[0] == {
        "date": "2026-11-20",
        "overdue": True,
        "what": "review: read it again",
        "who": "Example Author",
        "slug": "live",
        "title": LONG,
    }
    assert [row["overdue"] for row in read_back(shelf_rows.csv_text(rows))] == ["yes", "no", "no"]


def shown(*pieces: Piece, address: str = "https://answers.desk.example/") -> str:
    return shelf_hits.render([Hit(piece, 6, ("exposed",)) for piece in pieces], address, Paper())


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        pytest.param(
            DARK,
            "1. Are we exposed? (dark)\n"
            "   Can go out now: on the shelf (edition 1, approved 1 November 2026)\n"
            "   Approved, edition 1: Look from outside.\n"
            '   shelfready publish dark --by "NAME" --reason "WHY"\n',
            id="on the shelf: how to put it out",
        ),
        pytest.param(
            OPEN,
            "1. Who is it? (open)\n"
            "   Cannot go out now: needs a lead\n"
            "   Draft, not approved: Nobody knows.\n"
            "   Next: find a lead\n",
            id="not approved: what comes next",
        ),
        pytest.param(
            GONE,
            "1. Was it us? (gone)\n   Cannot go out now: withdrawn on 21 November 2026: A source was wrong.\n",
            id="withdrawn: its words are not repeated",
        ),
    ],
)
def test_a_hit_says_what_may_be_done_with_it(piece: Piece, text: str) -> None:
    assert shown(piece) == f"{text}\n1 piece may fit, the likeliest first.\n"


def test_a_live_piece_is_shown_with_its_address() -> None:
    assert "   https://answers.desk.example/answers/live/\n" in shown(LIVE)
    assert "   https://answers.desk.example/security-policy/\n" in shown(replace(LIVE, slug="security-policy"))
    assert "answers/dark/" not in shown(DARK)
    assert "answers/live/" not in shown(LIVE, address="")


def test_a_public_piece_that_nobody_signs_is_not_called_approved() -> None:
    state = State(Group.LIVE, ("live",), can_go_out=True)
    light = Piece("light", "Who?", "answer", "published", live=True, state=state, statement="We.")
    assert "   Public, nobody has to sign: We.\n" in shown(light)
    assert [row["approved"] for row in shelf_rows.hit_rows([Hit(light, 1, ()), Hit(LIVE, 1, ())])] == [False, True]


def test_hits_for_programs_hold_no_words_that_were_withdrawn() -> None:
    rows = shelf_rows.hit_rows([Hit(LIVE, 6, ("exposed",)), Hit(GONE, 1, ("exposed",))])
    assert [row["statement"] for row in rows] == ["Look from outside.", ""]
    assert (rows[0]["score"], rows[0]["found"]) == (6, ["exposed"])


@pytest.mark.parametrize(
    ("question", "line"),
    [
        pytest.param("exposed servers", 'shelfready new "exposed servers" --kind response', id="words"),
        pytest.param("Aren't we?", 'shelfready new "Aren\'t we?" --kind response', id="a quotation mark of its own"),
        pytest.param("a $(reboot)", "shelfready new 'a $(reboot)' --kind response", id="a command"),
        pytest.param('"; reboot', "shelfready new '\"; reboot' --kind response", id="the end of a command"),
        pytest.param("wow!!", "shelfready new 'wow!!' --kind response", id="a sign of the history"),
        pytest.param("--help me", 'shelfready new --kind response -- "--help me"', id="an option"),
        pytest.param("a\x1b[31m\nb", "shelfready new 'a [31m b' --kind response", id="signs that nobody sees"),
    ],
)
def test_where_nothing_fits_a_line_begins_a_response(question: str, line: str) -> None:
    text = shelf_hits.nothing_fits(question, response=True)
    assert text == f"No piece on the shelf fits these words. To begin one:\n    {line}\n"
    shown = " ".join(question.replace("\x1b", " ").split())
    assert shown in shlex.split(line)


def test_a_desk_without_responses_begins_a_usual_piece() -> None:
    assert '    shelfready new "servers"\n' in shelf_hits.nothing_fits("servers", response=False)


TEXTS = [
    pytest.param(shelf_table.render((BAD,), Paper()), id="table"),
    pytest.param("\n".join(closing((BAD,), 0, 0, TODAY)), id="closing lines"),
    pytest.param(
        shelf_dates.render((Due(TODAY, HOSTILE, HOSTILE, "bad", HOSTILE),), TODAY, TODAY, Paper()), id="dates"
    ),
    pytest.param(shown(BAD), id="hits"),
    pytest.param(shelf_rows.csv_text(shelf_rows.piece_rows([BAD])), id="csv"),
    pytest.param(shelf_rows.json_array(shelf_rows.piece_rows([BAD])), id="json"),
    pytest.param(minutes.as_text((BAD,)), id="minutes with tabs"),
    pytest.param(minutes.as_html((BAD,), TODAY), id="minutes as a page"),
    pytest.param(shelf_hits.nothing_fits(HOSTILE, response=True), id="nothing fits"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_content_stays_content(text: str) -> None:
    assert not re.search(r"^\s*::", text, re.MULTILINE)
    assert all(sign.isprintable() or sign in "\n\r\t" for sign in text)
    assert "\r" not in text.replace("\r\n", "")
    assert "##[" not in text


def test_hostile_content_makes_no_rows_cells_or_elements() -> None:
    assert len(read_back(shelf_rows.csv_text(shelf_rows.piece_rows([BAD])))) == 1
    assert [len(line.split("\t")) for line in minutes.as_text((BAD,)).splitlines()] == [5, 5]
    page = table((BAD,))
    assert [len(row) for row in page.rows] == [5, 5]
    assert {"img", "a", "script"}.isdisjoint(page.tags)
    assert json.loads(shelf_rows.json_array(shelf_rows.piece_rows([BAD])))[0]["title"] == HOSTILE
