"""Who must have signed what, and what follows from it: cases of desks, editions and sign-offs side by side."""

from __future__ import annotations

from datetime import date

import pytest

from drawing import added, found, parsed
from freezing import SIGNING, signed, submitted
from shelfready.publication import approved, on_the_shelf, published, withdrawn
from shelfready.standing import ahead, standing, who_may

Files = dict[str, str]

RECORD = "content/topics/piece.yml"
DRAFT = "content/drafts/piece.md"
ONE, TWO, THREE = (f"content/editions/piece/{number}/" for number in (1, 2, 3))
REVIEW = "status: review\nlead: Example Author\nstatement: Look from outside.\nreview_by: 2027-05-20\n"
LONG = "Look from outside, and then look again from the place where you work. Port 104 is closed.\n"


def project(kind: str = "signed", desk: str = "", **texts: str) -> Files:
    """A piece in review of this kind."""
    record = added(SIGNING[RECORD], REVIEW + f"kind: {kind}\n")
    files = {**SIGNING, RECORD: record, DRAFT: LONG, **texts}
    return {**files, "content/desk.yml": added(files["content/desk.yml"], desk)} if desk else files


def with_edition(files: Files, *roles: str, draft: str = "", record: str = "") -> Files:
    """The same, with a next edition of these words, signed in these roles."""
    files = {**files, DRAFT: draft or files[DRAFT], RECORD: added(files[RECORD], record) if record else files[RECORD]}
    new = submitted(files, "piece")
    folder = next(iter(new)).rpartition("/")[0]
    files = {**files, **new}
    for role in roles:
        files |= signed(files, f"{folder}/signoff-{role}.yml")
    return files


def missing(files: Files) -> tuple[str, ...]:
    newest = standing(parsed(files), "piece").newest
    assert newest is not None
    return newest.missing


JOINT = """\
organisations:
  desk:
    name: Desk
    boilerplate: The desk answers.
    press: {name: Press desk, email: press@desk.example, hours: 9 to 17, time_zone: UTC}
    sign_off: [editor]
  guild:
    name: Guild
    boilerplate: The guild answers.
    press: {name: Press of the guild, email: press@guild.example, hours: 9 to 17, time_zone: UTC}
    sign_off: [counsel]
people:
  - {name: Example Counsel, organisation: guild, roles: [counsel]}
  - {name: Example Editor, organisation: desk, roles: [editor, counsel]}
"""
"""Two owners, each with a role of its own."""


@pytest.mark.parametrize(
    ("desk", "record", "roles", "expected"),
    [
        pytest.param("", "", (), ("counsel",), id="a kind's role, before anybody signed"),
        pytest.param("", "", ("desk-counsel",), (), id="a kind's role, signed"),
        pytest.param("", "kind: signed-twice\n", ("desk-counsel",), ("editor",), id="one of two roles"),
        pytest.param("", "kind: signed-twice\n", ("desk-counsel", "desk-editor"), (), id="two roles"),
        pytest.param(
            JOINT,
            "kind: answer\nowners: [desk, guild]\n",
            ("desk-editor",),
            ("guild counsel",),
            id="an owner's own role is missing",
        ),
        pytest.param(
            JOINT, "kind: answer\nowners: [desk, guild]\n", ("desk-editor", "guild-counsel"), (), id="each owner's own"
        ),
        pytest.param(
            JOINT,
            "kind: signed\nowners: [desk, guild]\n",
            ("desk-editor", "guild-counsel"),
            (),
            id="an owner's own is the kind's, too",
        ),
        pytest.param(
            JOINT.replace("    sign_off: [editor]\n", ""),
            "kind: answer\nowners: [desk, guild]\n",
            ("guild-counsel",),
            ("desk anybody",),
            id="nobody of an owner without a role of its own",
        ),
        pytest.param(
            JOINT.replace("    sign_off: [editor]\n", ""),
            "kind: answer\nowners: [desk, guild]\n",
            ("guild-counsel", "desk-editor"),
            (),
            id="somebody of an owner without a role of its own",
        ),
        pytest.param(
            JOINT.replace("    sign_off: [editor]\n", ""),
            "kind: signed\nowners: [desk, guild]\n",
            (),
            ("counsel", "guild counsel"),
            id="a kind's role that somebody of this owner can give",
        ),
        pytest.param(
            JOINT.replace("    sign_off: [editor]\n", "").replace("[editor, counsel]", "[editor]"),
            "kind: signed\nowners: [desk, guild]\n",
            (),
            ("counsel", "guild counsel", "desk anybody"),
            id="a kind's role that nobody of this owner can give",
        ),
        pytest.param(
            JOINT,
            "kind: signed\nowners: [desk]\n",
            ("desk-editor", "guild-counsel"),
            ("counsel",),
            id="somebody of an organisation that is no owner",
        ),
    ],
)
def test_who_is_missing(desk: str, record: str, roles: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert missing(with_edition(project(desk=desk), *roles, record=record)) == expected


def test_an_owner_who_joins_later_is_on_nothing_that_it_has_not_signed() -> None:
    files = with_edition(project(desk=JOINT), "desk-editor", record="kind: answer\nowners: [desk]\n")
    files = {**files, RECORD: added(files[RECORD], "owners: [desk, guild]\nstatus: published\n")}
    library = parsed(files)
    assert [topic.record.owners for topic in published(library)] == [("desk",)]


@pytest.mark.parametrize(
    ("people", "counts"),
    [
        pytest.param("{name: Example Counsel, organisation: desk, roles: [counsel]}", True, id="still there"),
        pytest.param(
            "{name: Example Counsel, organisation: desk, roles: [counsel], until: 2026-11-20}", True, id="left that day"
        ),
        pytest.param(
            "{name: Example Counsel, organisation: desk, roles: [counsel], until: 2026-11-19}", False, id="left before"
        ),
        pytest.param("{name: Example Counsel, organisation: desk, roles: [editor]}", False, id="another role now"),
        pytest.param("{name: Other Counsel, organisation: desk, roles: [counsel]}", False, id="taken out of desk.yml"),
    ],
)
def test_a_signer_is_one_of_the_people_in_that_role_on_that_day(people: str, counts: bool) -> None:
    files = with_edition(project(), "desk-counsel")
    files["content/desk.yml"] = added(files["content/desk.yml"], f"people: [{people}]\n")
    assert bool(standing(parsed(files), "piece").approved) is counts


def test_a_role_that_the_desk_asks_for_later_is_missing() -> None:
    files = with_edition(project(), "desk-counsel")
    kinds = files["content/desk.yml"].replace("sign_off: [counsel]}", "sign_off: [counsel, editor]}")
    assert missing({**files, "content/desk.yml": kinds}) == ("editor",)


def test_a_role_that_the_desk_no_longer_asks_for_is_still_needed_by_the_edition() -> None:
    files = with_edition(project())
    kinds = files["content/desk.yml"].replace("sign_off: [counsel]}", "sign_off: [editor]}")
    assert missing({**files, "content/desk.yml": kinds}) == ("counsel", "editor")


MORE_PEOPLE = """\
  - {name: Example Listener, organisation: guild, roles: []}
  - {name: Former Counsel, organisation: guild, roles: [counsel], until: 2026-11-20}
"""


@pytest.mark.parametrize(
    ("role", "day", "names"),
    [
        pytest.param("counsel", 21, ["Example Counsel", "Example Editor"], id="a role of the kind"),
        pytest.param("guild counsel", 21, ["Example Counsel"], id="an owner's own role"),
        pytest.param("desk press", 21, [], id="a role that nobody of this owner has"),
        pytest.param("guild counsel", 20, ["Example Counsel", "Former Counsel"], id="on the last day of somebody's"),
        pytest.param("guild anybody", 21, ["Example Counsel"], id="any voice of an owner, but not one without a role"),
    ],
)
def test_who_may_sign(role: str, day: int, names: list[str]) -> None:
    desk = parsed({**SIGNING, "content/desk.yml": added(SIGNING["content/desk.yml"], JOINT + MORE_PEOPLE)}).desk
    assert desk is not None
    assert [person.name for person in who_may(desk, role, ("desk", "guild"), date(2026, 11, day))] == names


MINOR = "minor_roles: {editor: 3}\n"


@pytest.mark.parametrize(
    ("draft", "record", "expected"),
    [
        pytest.param(LONG.replace("outside", "abroad"), "", ("editor",), id="one word"),
        pytest.param(LONG.replace("Look from outside", "See from abroad"), "", ("editor",), id="two words"),
        pytest.param(LONG.replace(", and then look again", ""), "", ("counsel",), id="four words"),
        pytest.param(LONG.replace("104", "105"), "", ("counsel",), id="a figure"),
        pytest.param(LONG.replace("outside,", "outside;"), "", ("editor",), id="another comma"),
        pytest.param(LONG.replace("outside", "out-side"), "", ("editor",), id="a hyphen"),
        pytest.param(LONG.replace("look again", "not look again"), "", ("counsel",), id="a 'not'"),
        pytest.param(LONG.replace("outside", "two outsides"), "", ("counsel",), id="a figure in words"),
        pytest.param(LONG.replace("outside", "outside, daily"), "", ("editor",), id="a word more"),
        pytest.param(LONG.replace("outside", "½"), "", ("counsel",), id="a fraction"),
        pytest.param(LONG.replace("outside", "never/do/not/look"), "", ("counsel",), id="words joined by strokes"),
        pytest.param(LONG.replace("outside", "outside ✗ ✗ ✗ ✗"), "", ("counsel",), id="four signs"),
        pytest.param(LONG.replace("outside", "[outside](https://a.example/)"), "", ("counsel",), id="a link"),
        pytest.param(LONG.replace(" Port", "\n\nPort"), "", ("counsel",), id="a paragraph more"),
        pytest.param("", "statement: Look from abroad.\n", ("counsel",), id="the statement"),
        pytest.param("", "title: How safe are we?\n", ("counsel",), id="the title"),
        pytest.param("", "also_asked: [Are we safe?]\n", ("counsel",), id="another wording of the question"),
        pytest.param(
            LONG.replace("outside", "abroad"),
            "sources: [{title: A, url: 'https://a.example/', accessed: 2026-11-20}]\n",
            ("counsel",),
            id="a source",
        ),
    ],
)
def test_a_small_change_needs_the_minor_role_alone(draft: str, record: str, expected: tuple[str, ...]) -> None:
    files = with_edition(project(desk=MINOR), "desk-counsel")
    assert missing(with_edition(files, draft=draft, record=record)) == expected


def test_nothing_is_a_small_change_where_the_desk_names_no_minor_role() -> None:
    files = with_edition(project(), "desk-counsel")
    assert missing(with_edition(files, draft=LONG.replace("outside", "abroad"))) == ("counsel",)


def test_nothing_is_a_small_change_of_what_was_never_approved() -> None:
    files = with_edition(project(desk=MINOR))
    assert missing(with_edition(files, draft=LONG.replace("outside", "abroad"))) == ("counsel",)


def test_many_small_changes_do_not_add_up_to_a_large_one() -> None:
    files = with_edition(project(desk=MINOR), "desk-counsel")
    small = LONG.replace("Look from outside", "See from abroad")
    files = with_edition(files, "desk-editor", draft=small)
    assert missing(files) == ()
    assert missing(with_edition(files, draft=small.replace("then look", "now see"))) == ("counsel",)


def test_a_small_change_is_judged_anew_with_the_desk_of_today() -> None:
    files = with_edition(project(desk=MINOR), "desk-counsel")
    files = with_edition(files, "desk-editor", draft=LONG.replace("outside", "abroad"))
    assert missing(files) == ()
    assert missing({**files, "content/desk.yml": files["content/desk.yml"].replace(MINOR, "")}) == ("counsel",)


@pytest.mark.parametrize(
    ("status", "log", "doors"),
    [
        pytest.param("review", "", ([], ["piece"], []), id="approved and dark"),
        pytest.param("published", "publish", (["piece"], [], []), id="approved and out"),
        pytest.param("withdrawn", "withdraw", ([], [], ["piece"]), id="withdrawn"),
        pytest.param("withdrawn", "", ([], [], []), id="withdrawn, and never out"),
        pytest.param("drafting", "", ([], ["piece"], []), id="approved, and being written anew"),
    ],
)
def test_through_which_door_a_piece_goes(status: str, log: str, doors: tuple[list[str], list[str], list[str]]) -> None:
    files = with_edition(project(), "desk-counsel")
    files[RECORD] = added(files[RECORD], f"status: {status}\n")
    if log:
        entry = f"{{date: 2026-11-20, person: Example Editor, action: {log}, edition: 1, reason: Now.}}"
        files["content/log/piece.yml"] = f"entries: [{entry}]\n"
    library = parsed(files)
    opened = (published(library), on_the_shelf(library), withdrawn(library))
    assert tuple([topic.slug for topic in door] for door in opened) == doors
    assert {topic.slug for topic in published(library)} <= {topic.slug for topic in approved(library)}


@pytest.mark.parametrize(
    ("kind", "number", "roles", "title"),
    [
        pytest.param("signed", 1, ["desk-counsel"], "How exposed are we?", id="a signed edition"),
        pytest.param("signed", 1, [], "A withdrawn piece", id="an edition that nobody signed"),
        pytest.param("signed", 7, ["desk-counsel"], "A withdrawn piece", id="an edition that is not there"),
        pytest.param("answer", 0, [], "Working title?", id="a piece that nobody has to sign"),
    ],
)
def test_a_withdrawn_piece_is_named_as_somebody_signed_it(kind: str, number: int, roles: list[str], title: str) -> None:
    files = project(kind) if kind == "answer" else with_edition(project(kind), *roles)
    files[RECORD] = added(files[RECORD], "title: Working title?\nstatus: withdrawn\n")
    named = f"edition: {number}, " if number else ""
    entry = f"{{date: 2026-11-20, person: Example Editor, action: withdraw, {named}reason: Now.}}"
    files["content/log/piece.yml"] = f"entries: [{entry}]\n"
    assert [topic.record.title for topic in withdrawn(parsed(files))] == [title]


@pytest.mark.parametrize(
    ("kind", "actions", "expected"),
    [
        pytest.param("signed", ["publish", "withdraw"], [], id="out and withdrawn"),
        pytest.param("signed", ["withdraw"], ["STA006"], id="never out"),
        pytest.param("signed", ["publish", "withdraw", "withdraw"], ["STA006"], id="withdrawn twice"),
        pytest.param("answer", ["withdraw"], [], id="out without a log, as nobody has to sign it"),
    ],
)
def test_a_signed_piece_is_withdrawn_after_it_was_out(kind: str, actions: list[str], expected: list[str]) -> None:
    files = project(kind) if kind == "answer" else with_edition(project(kind), "desk-counsel")
    files[RECORD] = added(files[RECORD], "status: withdrawn\n")
    number = "" if kind == "answer" else "edition: 1, "
    entries = [f"{{date: 2026-11-20, person: Example Editor, action: {a}, {number}reason: Now.}}" for a in actions]
    files["content/log/piece.yml"] = f"entries: [{', '.join(entries)}]\n"
    assert [diagnostic.code for diagnostic in found(files)] == expected


@pytest.mark.parametrize(
    ("person", "edition", "expected"),
    [
        pytest.param("Example Counsel", 1, [], id="somebody of that owner"),
        pytest.param("Example Editor", 1, ["STA006"], id="somebody of another owner"),
        pytest.param("Example Editor", 2, [], id="a newer edition"),
    ],
)
def test_the_words_that_an_owner_had_withdrawn_go_out_again_on_its_word(
    person: str, edition: int, expected: list[str]
) -> None:
    files = with_edition(with_edition(project(desk=JOINT)), draft=f"{LONG}\nMore.\n")
    entries = [
        "{date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: Now.}",
        "{date: 2026-11-20, person: Example Editor, action: withdraw, edition: 1, reason: No., on_behalf_of: guild}",
        f"{{date: 2026-11-20, person: {person}, action: publish, edition: {edition}, reason: Again.}}",
    ]
    files["content/log/piece.yml"] = f"entries: [{', '.join(entries)}]\n"
    assert [diagnostic.code for diagnostic in found(files) if diagnostic.code == "STA006"] == expected


@pytest.mark.parametrize(
    ("roles", "broken", "why"),
    [
        pytest.param(("desk-counsel",), False, "", id="signed and whole"),
        pytest.param((), False, "published, but not signed by counsel", id="unsigned"),
        pytest.param(
            ("desk-counsel",), True, "published, but its edition does not count", id="signed and changed since"
        ),
    ],
)
def test_why_a_link_leads_to_no_public_page(roles: tuple[str, ...], broken: bool, why: str) -> None:
    files = with_edition(project(), *roles)
    files[RECORD] = added(files[RECORD], "status: published\n")
    files["docs/about.md"] = "# About\n\nRead [it](/answers/piece.md).\n"
    if broken:
        files[f"{ONE}words.yml"] = files[f"{ONE}words.yml"].replace("\n  Look from outside", "\n  Look from inside")
    said = [finding.message for finding in found(files) if finding.code == "LNK002"]
    assert said == ([f"'/answers/piece.md' will not be public ({why})"] if why else [])


def test_the_door_hands_out_the_words_that_were_signed() -> None:
    files = with_edition(project(), "desk-counsel")
    files = {**files, DRAFT: "Other words.\n", RECORD: added(files[RECORD], "title: Other?\nstatus: published\n")}
    topic = published(parsed(files))[0]
    assert topic.draft is not None
    assert (topic.record.title, topic.draft.text) == ("How exposed are we?", LONG)


def test_how_far_a_draft_is_ahead() -> None:
    files = with_edition(project(), "desk-counsel")
    for draft, words in ((LONG, 0), (LONG.replace("outside", "without"), 1), (LONG + "\nOne two three.\n", 3)):
        library = parsed({**files, DRAFT: draft})
        judged = standing(library, "piece").approved
        assert judged is not None
        assert ahead(library, library.topics[0], judged) == words


WAIVER = 'waivers: [{rule: CNS004, text: "It is patented.", by: Example Editor, reason: A quotation.}]\n'


@pytest.mark.parametrize(
    ("roles", "later", "expected"),
    [
        pytest.param((), "", ["CNS004", "WVR002"], id="counsel has not signed"),
        pytest.param(("desk-counsel",), "", [], id="counsel has signed the edition that lists it"),
        pytest.param(
            ("desk-counsel",), WAIVER.replace("A quotation.", "No."), ["CNS004", "WVR002"], id="another reason since"
        ),
        pytest.param(
            ("desk-counsel",), WAIVER.replace("CNS004", "CNS005"), ["CNS004", "WVR002"], id="another rule since"
        ),
    ],
)
def test_a_waiver_of_counsels_list_holds_once_counsel_has_signed_it(
    roles: tuple[str, ...], later: str, expected: list[str]
) -> None:
    files = with_edition(project(), *roles, draft="It is patented.\n", record=WAIVER)
    if later:
        files = {**files, RECORD: added(files[RECORD], later)}
    codes = sorted({finding.code for finding in found(files) if finding.code.startswith(("CNS", "WVR"))})
    assert codes == expected


def test_an_edition_dated_after_today_is_signed_by_nobody_yet() -> None:
    files = with_edition(project(), "desk-counsel")
    assert standing(parsed(files, date(2026, 11, 19)), "piece").approved is None
