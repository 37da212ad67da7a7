"""Every state that a piece can have, with what comes next, on whom and since when; and what is nearly that state."""

from __future__ import annotations

from datetime import date

import pytest

from drawing import added, parsed
from freezing import SIGNING as BASE
from freezing import signed, submitted
from shelfready.check import check
from shelfready.model.shelf import Group
from shelfready.report.shelf_table import next_of
from shelfready.shelf import shelf
from shelfready.standing import ahead, standing
from shelving import (
    AHEAD,
    APPROVED,
    COUNSEL,
    DRAFT,
    DRAFTING,
    EDITOR,
    LIGHT,
    LIVE,
    LOG,
    RECORD,
    REVIEW,
    SUBMITTED,
    WITHDRAWN,
    logged,
    on_shelf,
    other,
    record,
    reply,
)

DESK = "content/desk.yml"
WORDS = "content/editions/piece/1/words.yml"
HALF = {**SUBMITTED, **signed(SUBMITTED, COUNSEL)}
SECOND = {**AHEAD, **submitted(AHEAD, "piece")}
"""Edition 1 is live, edition 2 holds the changed draft and waits."""
CORRECTED = {**SECOND, **signed(SECOND, COUNSEL.replace("/1/", "/2/")), **signed(SECOND, EDITOR.replace("/1/", "/2/"))}
"""Everybody has signed edition 2 as well, and the log still names edition 1."""
CORRECTION = logged(
    {}, "action: publish, edition: 1, reason: Asked for.", "action: correct, edition: 2, reason: Says how often."
)
OVERDUE = "review_by: 2026-11-01\n"


def with_desk(files: dict[str, str], lines: str) -> dict[str, str]:
    return {**files, DESK: added(BASE[DESK], lines)}


def owned(role: str) -> str:
    """Lines for desk.yml: the usual organisation with a role of its own."""
    usual = BASE[DESK].partition("organisations:\n")[2].partition("audiences:")[0]
    return f"organisations:\n{usual.rstrip()}\n    sign_off: [{role}]\n"


LEADING = record(BASE, "lead: Example Author\n")
NEXT = "next: {who: Example Editor, what: Ask the group, by: 2026-12-01}\n"
PUBLIC_LIGHT = logged(record(LIGHT, "status: published\n"), "action: publish, reason: Asked for.")
UNSIGNED = record(SUBMITTED, "status: published\n")
OF_THE_DESK = with_desk(record(REVIEW, "kind: signed\n"), owned("editor"))
NOBODY = with_desk(REVIEW, "people:\n  - {name: Example Counsel, organisation: desk, roles: [counsel]}\n")

STATES = [
    pytest.param(BASE, "needs a lead", "find a lead", id="nobody leads it"),
    pytest.param(
        LEADING, "proposed", "begin the draft, and set the status to drafting (Example Author)", id="somebody leads it"
    ),
    pytest.param(record(BASE, "status: drafting\n"), "needs a lead; drafting; 1 error", "find a lead", id="leadless"),
    pytest.param(
        DRAFTING, "drafting", "finish the draft, and set the status to review (Example Author)", id="being written"
    ),
    pytest.param(
        record(DRAFTING, NEXT), "drafting", "Ask the group (Example Editor), by 1 December 2026", id="with a next step"
    ),
    pytest.param(
        record(DRAFTING, NEXT.replace("Example Editor", "The lead")),
        "drafting",
        "Ask the group (Example Author), by 1 December 2026",
        id="with a next step of the lead, who has a name",
    ),
    pytest.param(
        REVIEW,
        "in review: not submitted, to be signed by counsel and editor",
        "submit it (Example Author)",
        id="in review",
    ),
    pytest.param(
        {**REVIEW, DRAFT: "TBD\n"},
        "in review: not submitted, to be signed by counsel and editor; 1 error",
        "mend 1 error (Example Author)",
        id="in review, with an error",
    ),
    pytest.param(
        SUBMITTED,
        "waiting for counsel and editor, since 20 November 2026",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="submitted",
    ),
    pytest.param(
        HALF,
        "waiting for editor, since 20 November 2026; signed by Example Counsel (counsel)",
        "sign edition 1 as editor (Example Editor)",
        id="half signed: whoever signed cannot sign alone",
    ),
    pytest.param(
        {**OF_THE_DESK, **submitted(OF_THE_DESK, "piece")},
        "waiting for counsel and editor of Desk, since 20 November 2026",
        "sign edition 1 as counsel and editor of Desk (Example Counsel, Example Editor)",
        id="submitted, with a role of its owner",
    ),
    pytest.param(
        {**NOBODY, **submitted(NOBODY, "piece")},
        "waiting for counsel and editor, since 20 November 2026",
        "sign edition 1 as counsel and editor; desk.yml names nobody who could sign as editor (Example Counsel)",
        id="submitted, and nobody has a role",
    ),
    pytest.param(
        {**SUBMITTED, DRAFT: "Look from inside.\n"},
        "waiting for counsel and editor, since 20 November 2026; draft ahead by 1 word",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="submitted, and changed since",
    ),
    pytest.param(
        {**SUBMITTED, **reply(SUBMITTED, "remark: ¶1 is too bold.\n")},
        "refused by Example Counsel (counsel) on 20 November 2026; "
        "waiting for counsel and editor, since 20 November 2026",
        "change what was refused, and submit it again (Example Author)",
        id="refused",
    ),
    pytest.param(
        {**SUBMITTED, **reply(SUBMITTED, "answer: approve-with\nremark: ¶1 needs a source.\n")},
        "approved on condition by Example Counsel (counsel) on 20 November 2026; "
        "waiting for counsel and editor, since 20 November 2026",
        "meet the condition, and submit it again (Example Author)",
        id="approved on a condition",
    ),
    pytest.param(
        {**SUBMITTED, **reply(SUBMITTED, f"digest: {'0' * 64}\nremark: ¶1 is too bold.\n")},
        "waiting for counsel and editor, since 20 November 2026; 1 error",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="other words were refused",
    ),
    pytest.param(
        {**HALF, **signed(HALF, EDITOR, "person: Example Counsel\n")},
        "edition 1 does not count: one person signed in every role; 1 error",
        "have edition 1 signed by a second person (Example Author)",
        id="one person signed in both roles",
    ),
    pytest.param(APPROVED, "on the shelf (edition 1, approved 20 November 2026)", "", id="approved"),
    pytest.param(
        record(APPROVED, OVERDUE),
        "on the shelf (edition 1, approved 20 November 2026); its review was due on 1 November 2026",
        "read it again, and set a new 'review_by:' (Example Author)",
        id="approved, and its review is overdue",
    ),
    pytest.param(
        {**APPROVED, DRAFT: "Look.\n"},
        "on the shelf (edition 1, approved 20 November 2026), draft ahead by 3 words",
        "submit the changed draft (Example Author)",
        id="approved, and changed since",
    ),
    pytest.param(LIVE, "live (edition 1)", "", id="live"),
    pytest.param(
        AHEAD, "live (edition 1), draft ahead by 6 words", "submit the changed draft (Example Author)", id="draft ahead"
    ),
    pytest.param(
        {**AHEAD, DRAFT: "Look from TBD.\n"},
        "live (edition 1), draft ahead by 1 word; 1 error",
        "mend 1 error (Example Author)",
        id="draft ahead, with an error",
    ),
    pytest.param(
        SECOND,
        "live (edition 1), draft ahead by 6 words; edition 2 waiting for counsel and editor, since 20 November 2026",
        "sign edition 2 as counsel and editor (Example Counsel, Example Editor)",
        id="live, and the next edition waits",
    ),
    pytest.param(
        {**SECOND, **reply(SECOND, "remark: ¶1 is too bold.\n", edition=2)},
        "live (edition 1), draft ahead by 6 words; refused by Example Counsel (counsel) on 20 November 2026; "
        "edition 2 waiting for counsel and editor, since 20 November 2026",
        "change what was refused, and submit it again (Example Author)",
        id="live, and the next edition is refused",
    ),
    pytest.param(
        record(LIVE, OVERDUE),
        "live (edition 1); lapsed since 1 November 2026",
        "read it again, and set a new 'review_by:' (Example Author)",
        id="lapsed",
    ),
    pytest.param(record(LIVE, "review_by: 2026-11-21\n"), "live (edition 1)", "", id="its review is due today"),
    pytest.param(
        with_desk(LIVE, "notice: Another one.\n"),
        "live (edition 1); notice or boilerplate changed since edition 1 was submitted, and the signed words stay",
        "read it beside the new notice and boilerplate, and submit it to be signed with them (Example Author)",
        id="another notice",
    ),
    pytest.param(
        with_desk(SUBMITTED, "notice: Another one.\n"),
        "waiting for counsel and editor, since 20 November 2026; "
        "notice or boilerplate changed since edition 1 was submitted",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="another notice, and nobody has signed",
    ),
    pytest.param(
        CORRECTED,
        "live (edition 1); edition 2, approved 20 November 2026, goes out with the next build if none has drawn it yet",
        "publish edition 2, and say what changed (Example Author)",
        id="a correction that everybody has signed",
    ),
    pytest.param(
        {**CORRECTED, DRAFT: "Look.\n"},
        "live (edition 1); edition 2, approved 20 November 2026, goes out with the next build if none has drawn it yet, "
        "draft ahead by 8 words",
        "publish edition 2, and say what changed (Example Author)",
        id="the same, and the draft changed again",
    ),
    pytest.param({**CORRECTED, **CORRECTION}, "live (edition 2)", "", id="the correction is published"),
    pytest.param(
        {**LIVE, "content/log/piece.yml": logged({}, "action: publish, reason: Asked for.")["content/log/piece.yml"]},
        "live (edition 1)",
        "publish edition 1, and say what changed (Example Author)",
        id="live, and the log names no edition",
    ),
    pytest.param(LIGHT, "ready: nobody has to sign", "", id="light, in review"),
    pytest.param(
        {**LIGHT, DRAFT: "TBD\n"}, "in review; 1 error", "mend 1 error (Example Author)", id="light, with an error"
    ),
    pytest.param(
        {**LIGHT, RECORD: LIGHT[RECORD].replace("review_by: 2027-05-20\n", "")},
        "in review",
        "add 'review_by:' to the record (Example Author)",
        id="light, without a day for its review",
    ),
    pytest.param(
        record(LIGHT, "status: drafting\n"),
        "drafting",
        "finish the draft, and set the status to review (Example Author)",
        id="light, being written",
    ),
    pytest.param(PUBLIC_LIGHT, "live", "", id="light and live"),
    pytest.param(
        record(PUBLIC_LIGHT, OVERDUE),
        "live; lapsed since 1 November 2026",
        "read it again, and set a new 'review_by:' (Example Author)",
        id="light and lapsed",
    ),
    pytest.param(
        {path: text for path, text in PUBLIC_LIGHT.items() if path != DRAFT},
        "published, but there is no draft; 1 error",
        "mend 1 error (Example Author)",
        id="light and published, without a draft",
    ),
    pytest.param(
        record(LIVE, "also_asked: [Who can look?]\n"),
        "live (edition 1); 'also_asked:' of the record changed since edition 1",
        "submit the changed record (Example Author)",
        id="live, and a term changed",
    ),
    pytest.param(
        record(SUBMITTED, "also_asked: [Who can look?]\n"),
        "waiting for counsel and editor, since 20 November 2026; 'also_asked:' of the record changed since edition 1",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="waiting, and a term changed",
    ),
    pytest.param(
        record(LIVE, "next: {who: Example Author, what: read it}\n"),
        "live (edition 1)",
        "",
        id="live, and no term changed",
    ),
    pytest.param(WITHDRAWN, "withdrawn on 21 November 2026: A source was wrong.", "", id="withdrawn"),
    pytest.param(
        WITHDRAWN | {LOG: WITHDRAWN[LOG].replace("was wrong.", "was wrong., replaced_by: second")},
        "withdrawn on 21 November 2026: A source was wrong; replaced by second; 1 error",
        "mend 1 error (Example Author)",
        id="withdrawn and replaced, by nothing that is there",
    ),
    pytest.param(record(BASE, "status: withdrawn\n"), "withdrawn", "", id="withdrawn before it was ever out"),
    pytest.param(
        UNSIGNED,
        "waiting for counsel and editor, since 20 November 2026; published, but no edition is approved",
        "sign edition 1 as counsel and editor (Example Counsel, Example Editor)",
        id="published by hand, unsigned",
    ),
    pytest.param(
        record(REVIEW, "status: published\n"),
        "published, but nothing was submitted, to be signed by counsel and editor",
        "submit it (Example Author)",
        id="published by hand, not even submitted",
    ),
    pytest.param(
        {**LIVE, WORDS: LIVE[WORDS].replace("| Look from outside.", "| Look from inside.")},
        "edition 1 does not count: its files are not what was submitted; published, but no edition is approved; "
        "3 errors",
        "restore the files of edition 1, or submit again (Example Author)",
        id="the words of the edition were changed",
    ),
    pytest.param(
        {**LIVE, WORDS: "topic: [\n"},
        "published: an edition of it cannot be read; 2 errors",
        "mend 2 errors (Example Author)",
        id="the edition cannot be read",
    ),
    pytest.param({**LIVE, RECORD: "titel: x\n"}, "record cannot be read; 5 errors", "mend the record", id="lost"),
    pytest.param({**LIVE, DESK: "x"}, "cannot be told: desk.yml cannot be read", "mend desk.yml", id="no desk"),
]


@pytest.mark.parametrize(("files", "state", "step"), STATES)
def test_state_and_next_step(files: dict[str, str], state: str, step: str) -> None:
    piece = on_shelf(files)
    assert piece.words == state
    assert (next_of(piece.state.step) if piece.state.step else "") == step


@pytest.mark.parametrize(
    ("files", "group", "command"),
    [
        pytest.param(LIVE, Group.LIVE, "", id="live: it is out"),
        pytest.param(AHEAD, Group.LIVE, "", id="draft ahead: the approved words are out"),
        pytest.param(record(LIVE, OVERDUE), Group.LIVE, "", id="lapsed: still out"),
        pytest.param(SECOND, Group.LIVE, "", id="the next edition waits: the former one is out"),
        pytest.param(record(LIGHT, "status: published\n"), Group.LIVE, "", id="live, and nobody had to sign"),
        pytest.param(APPROVED, Group.READY, "shelfready publish piece", id="on the shelf"),
        pytest.param(LIGHT, Group.READY, "shelfready publish piece", id="nobody has to sign"),
        pytest.param(
            {**APPROVED, DRAFT: "TBD\n"}, Group.READY, "shelfready publish piece", id="an error in the next draft"
        ),
        pytest.param(
            record(APPROVED, "owners: [desk, nobody]\n"), Group.WAITING, "", id="an error in the record stops it"
        ),
        pytest.param(
            {**APPROVED, RECORD: APPROVED[RECORD].replace("review_by: 2027-05-20\n", "")},
            Group.WAITING,
            "",
            id="without a day for its review, publish refuses it",
        ),
        pytest.param(HALF, Group.WAITING, "", id="half signed"),
        pytest.param(UNSIGNED, Group.WAITING, "", id="published by hand"),
        pytest.param(REVIEW, Group.MAKING, "", id="not submitted"),
        pytest.param({**LIGHT, DRAFT: "TBD\n"}, Group.MAKING, "", id="light, with an error"),
        pytest.param(WITHDRAWN, Group.WITHDRAWN, "", id="withdrawn"),
        pytest.param({**LIVE, RECORD: "titel: x\n"}, Group.MAKING, "", id="lost"),
    ],
)
def test_what_can_go_out_today_and_how(files: dict[str, str], group: Group, command: str) -> None:
    state = on_shelf(files).state
    can_go_out = group in (Group.LIVE, Group.READY)
    assert (state.group, state.can_go_out, state.command) == (group, can_go_out, command)


@pytest.mark.parametrize(
    ("files", "since"),
    [
        pytest.param(SUBMITTED, date(2026, 11, 20), id="since it was submitted"),
        pytest.param(
            {**SUBMITTED, **reply(SUBMITTED, "date: 2026-11-21\nremark: ¶1 is too bold.\n")},
            date(2026, 11, 21),
            id="since it was refused",
        ),
        pytest.param(record(LIVE, OVERDUE), date(2026, 11, 1), id="since its review was due"),
        pytest.param(REVIEW, None, id="nothing says since when it is in review"),
        pytest.param(AHEAD, None, id="nothing says since when the draft is ahead"),
    ],
)
def test_since_when(files: dict[str, str], since: date | None) -> None:
    step = on_shelf(files).state.step
    assert step is not None
    assert step.since == since


def test_the_paragraph_that_was_refused_is_told_to_colleagues() -> None:
    refused = on_shelf({**SUBMITTED, **reply(SUBMITTED, "remark: ¶1 is too bold.\n")})
    assert refused.state.remarks == ("Example Counsel: ¶1 is too bold.",)
    assert on_shelf(SUBMITTED).state.remarks == ()


@pytest.mark.parametrize(
    ("files", "words"),
    [
        pytest.param(AHEAD, 6, id="another draft"),
        pytest.param(record(LIVE, "title: How exposed are you?\n"), 1, id="another title"),
        pytest.param(record(LIVE, "statement: Look from inside.\n"), 1, id="another statement"),
        pytest.param(
            record(LIVE, 'sources: [{title: DICOM, url: "https://a.example/", accessed: 2026-11-20}]\n'),
            1,
            id="a source",
        ),
        pytest.param({**LIVE, DRAFT: "Look *from* outside.\n\n\n"}, 0, id="the same words, typed otherwise"),
        pytest.param(record(LIVE, "next: {who: Example Author, what: Rest}\n"), 0, id="what no reader sees"),
        pytest.param(LIVE, 0, id="nothing"),
    ],
)
def test_the_draft_is_ahead_by_as_many_words_as_standing_counts(files: dict[str, str], words: int) -> None:
    library = parsed(files)
    judged = standing(library, "piece").approved
    assert judged is not None
    assert (on_shelf(files).state.ahead, ahead(library, library.topics[0], judged)) == (words, words)


@pytest.mark.parametrize(
    ("until", "on"),
    [
        pytest.param("2026-11-21", ("Example Counsel", "Example Editor"), id="today is the last day"),
        pytest.param("2026-11-20", ("Example Editor",), id="yesterday was"),
    ],
)
def test_whoever_has_left_is_not_waited_for(until: str, on: tuple[str, ...]) -> None:
    people = BASE[DESK].partition("people:\n")[2]
    left = people.replace("roles: [counsel, editor]", f"roles: [counsel, editor], until: {until}")
    step = on_shelf(with_desk(SUBMITTED, f"people:\n{left}")).state.step
    assert step is not None
    assert step.on == on


def test_an_approved_piece_is_shown_with_its_approved_words() -> None:
    changed = on_shelf(record(LIVE, "title: How exposed are you?\nstatement: Look from inside.\n"))
    assert (changed.title, changed.statement) == ("How exposed are we?", "Look from outside.")
    waiting = on_shelf(record(SUBMITTED, "title: How exposed are you?\nstatement: Look from inside.\n"))
    assert (waiting.title, waiting.statement) == ("How exposed are you?", "Look from inside.")


PRIVATE = "Call +49 170 1234567"
"""A number that no desk gives to everybody."""


@pytest.mark.parametrize(
    ("files", "shown"),
    [
        pytest.param(record(BASE, f"title: {PRIVATE}\n"), "Call [hidden]", id="a title"),
        pytest.param(record(BASE, f"lead: {PRIVATE}\n"), "Call [hidden]", id="a lead"),
        pytest.param(record(BASE, f"brief: [{PRIVATE}]\n"), "Call [hidden]", id="content to be included"),
        pytest.param(record(BASE, f"statement: {PRIVATE}\n"), "Call [hidden]", id="a statement"),
        pytest.param(
            record(LEADING, f"next: {{who: Example Author, what: {PRIVATE}}}\n"), "Call [hidden]", id="a next step"
        ),
        pytest.param(
            {**SUBMITTED, **reply(SUBMITTED, f"remark: {PRIVATE}\n")}, "Example Counsel: Call [hidden]", id="a remark"
        ),
        pytest.param(
            {**WITHDRAWN, "content/log/piece.yml": WITHDRAWN["content/log/piece.yml"].replace("A source", PRIVATE)},
            "withdrawn on 21 November 2026: Call [hidden] was wrong.",
            id="the reason of a withdrawal",
        ),
    ],
)
def test_nothing_private_is_on_the_shelf(files: dict[str, str], shown: str) -> None:
    piece = on_shelf(files)
    assert "1234567" not in repr(piece)
    assert f"'{shown}'" in repr(piece) or f'"{shown}"' in repr(piece)


def test_a_public_number_stays() -> None:
    desk = added(BASE[DESK], 'contacts: ["+49 170 1234567"]\n')
    assert on_shelf({**record(BASE, f"title: {PRIVATE}\n"), DESK: desk}).title == PRIVATE


def test_a_note_is_nowhere() -> None:
    assert "Quince" not in repr(on_shelf(record(BASE, "note: Quince.\n")))


def test_the_most_urgent_comes_first() -> None:
    late = "lead: Example Author\nstatus: published\nstatement: Look.\nreview_by: 2026-11-01\n"
    files = other(other(other(SUBMITTED, "lapsed", late), "broken", late + "owners: [nobody]\n"), "new")
    library = parsed(files)
    ranked = sorted(shelf(library, check(library)), key=lambda piece: piece.urgency)
    assert [piece.slug for piece in ranked] == ["broken", "piece", "lapsed", "new"]


def test_the_names_of_files_are_safe_in_command_lines() -> None:
    files = {**BASE, "content/topics/a b;c.yml": "titel: x\n"}
    step = on_shelf(files, slug="a b;c").state.step
    assert step is not None
    assert step.command == "shelfready check 'content/topics/a b;c.yml'"


def test_lost_topics_stand_in_the_order_of_their_names() -> None:
    library = parsed({**other(BASE, "zebra"), "content/topics/lost.yml": "titel: x\n"})
    assert [piece.slug for piece in shelf(library, check(library))] == ["lost", "piece", "zebra"]
