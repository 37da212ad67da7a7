"""The two doors, what stops a build, and the site's own clock."""

from __future__ import annotations

from datetime import date

import pytest

from drawing import BASE, PUBLISHED, added, found, parsed
from freezing import SIGNING, signed, submitted
from shelfready.check import check
from shelfready.publication import approved, missing_roles, newest_date, published, stopping

RECORD = BASE["content/topics/piece.yml"]


def slugs(record: str, desk: str = "") -> list[str]:
    files = {**BASE, "content/topics/piece.yml": record, "content/desk.yml": added(BASE["content/desk.yml"], desk)}
    return [topic.slug for topic in published(parsed(files))]


@pytest.mark.parametrize("status", ["proposed", "drafting", "review", "withdrawn"])
def test_only_published_goes_out(status: str) -> None:
    assert slugs(added(RECORD, PUBLISHED + f"status: {status}\n")) == []


def test_a_light_piece_goes_out_once_its_status_says_so() -> None:
    assert slugs(added(RECORD, PUBLISHED)) == ["piece"]


def test_a_kind_with_a_role_keeps_its_pieces_inside() -> None:
    assert slugs(added(RECORD, PUBLISHED + "kind: signed\n")) == []


def test_an_owner_with_a_role_keeps_its_pieces_inside() -> None:
    desk = BASE["content/desk.yml"].split("organisations:\n")[1].split("audiences:")[0]
    with_role = "organisations:\n" + desk.rstrip() + "\n    sign_off: [press]\n"
    assert slugs(added(RECORD, PUBLISHED), with_role) == []


def test_the_roles_that_are_missing_are_named() -> None:
    library = parsed({**BASE, "content/topics/piece.yml": added(RECORD, "kind: signed\n")})
    assert missing_roles(library, library.topics[0]) == ("counsel",)


def test_the_door_of_the_hand_outs_lets_the_same_light_pieces_through() -> None:
    library = parsed({**BASE, "content/topics/piece.yml": added(RECORD, PUBLISHED)})
    assert approved(library) == published(library)


TWO = {"content/topics/dark.yml": RECORD, "content/drafts/dark.md": "Dark.\n"}


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        pytest.param({"content/drafts/piece.md": "<b>\n"}, ["MKD001"], id="an error in a published draft stops"),
        pytest.param({"content/drafts/dark.md": "<b>\n"}, [], id="an error in an unpublished draft does not"),
        pytest.param(
            {"content/topics/dark.yml": "titel: x\n"}, ["REC001", "REC002"], id="a record without a status stops"
        ),
        pytest.param(
            {"content/topics/dark.yml": "status: drafting\ntitel: x\n"}, [], id="an unpublished record does not"
        ),
        pytest.param({"docs/about.md": "# A\n\n[x](no.md)\n"}, ["LNK001"], id="a broken link in docs stops"),
        pytest.param({"docs/guide/a.md": "# A\n\n[x](no.md)\n"}, [], id="one in the guide does not"),
        pytest.param(
            {"content/desk.yml": BASE["content/desk.yml"] + "x: y\n"}, ["REC001"], id="an error in desk.yml stops"
        ),
        pytest.param(
            {"content/topics/piece.yml": added(RECORD, PUBLISHED + "review_by: 2020-01-01\n")},
            [],
            id="a date that has passed does not",
        ),
        pytest.param(
            {"content/desk.yml": BASE["content/desk.yml"].replace("2027-10-01", "2020-01-01")},
            [],
            id="an expired contact does not",
        ),
        pytest.param({"content/drafts/lonely.md": "<b>\n"}, [], id="a draft without a record does not"),
    ],
)
def test_what_stops_a_build(files: dict[str, str], codes: list[str]) -> None:
    everything = {"content/topics/piece.yml": added(RECORD, PUBLISHED), **TWO, **files}
    library = parsed({**BASE, **everything})
    assert sorted({d.code for d in stopping(library, found(everything))}) == codes


def test_the_sites_clock_is_its_newest_source_and_never_the_future() -> None:
    sources = "".join(
        f"  - {{title: S, url: 'https://x.org/', accessed: {day}}}\n"
        for day in ("2026-10-01", "2026-11-01", "2027-01-01")
    )
    record = added(RECORD, PUBLISHED + f"sources:\n{sources}")
    assert newest_date(parsed({**BASE, "content/topics/piece.yml": record})) == date(2026, 11, 1)
    assert newest_date(parsed(BASE)) == date(2020, 1, 1)


SIGNED = added(SIGNING["content/topics/piece.yml"], PUBLISHED + "kind: signed\n")
EDITION = "content/editions/piece/1/"


def live(files: dict[str, str]) -> dict[str, str]:
    """A piece whose first edition is signed and out, with other files."""
    base = {**SIGNING, "content/topics/piece.yml": SIGNED, "content/drafts/piece.md": "Look from outside.\n"}
    base |= submitted(base, "piece")
    base |= signed(base, f"{EDITION}signoff-desk-counsel.yml")
    entry = "{date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: Now.}"
    return {**base, "content/log/piece.yml": f"entries: [{entry}]\n", **files}


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        pytest.param({}, [], id="nothing wrong"),
        pytest.param({"content/drafts/piece.md": "<b> [NAME]\n"}, [], id="an error in the draft that is argued over"),
        pytest.param(
            {"content/topics/piece.yml": added(SIGNED, "statement: " + "Look again. " * 30 + "\n")},
            [],
            id="an error in a statement that is argued over",
        ),
        pytest.param(
            {"content/topics/piece.yml": SIGNED + "titel: x\n"}, ["REC001"], id="an error of the record stops"
        ),
        pytest.param(
            {"content/topics/piece.yml": added(SIGNED, "status: drafting\n")},
            ["STA002"],
            id="a status set by hand stops",
        ),
        pytest.param(
            {f"{EDITION}signoff-desk-counsel.yml": "topic: piece\n"}, ["REC002", "STA001"], id="a broken sign-off stops"
        ),
        pytest.param(
            {"content/editions/piece/2/words.yml": "topic: piece\n"}, [], id="a broken edition that is not out does not"
        ),
        pytest.param({"content/log/piece.yml": "<<<<<<< here\n"}, ["LOD006"], id="a log merged by halves stops"),
        pytest.param(
            {
                "content/log/piece.yml": "<<<<<<< here\n",
                "content/topics/piece.yml": added(SIGNED, "status: withdrawn\n"),
            },
            ["LOD006"],
            id="the log of a withdrawn piece merged by halves stops",
        ),
        pytest.param(
            {
                "content/log/piece.yml": "entries: [{date: 2026-11-20, person: Example Editor, action: publish, "
                "edition: 1, reason: 'Ask +1 202 555 0143, access code 123-456-789.'}]\n"
            },
            ["DSC002", "DSC004"],
            id="something private in the log stops",
        ),
    ],
)
def test_what_stops_a_build_of_a_signed_piece(files: dict[str, str], codes: list[str]) -> None:
    everything = live(files)
    library = parsed(everything)
    assert sorted({d.code for d in stopping(library, check(library))}) == codes


@pytest.mark.parametrize(
    ("first", "second", "roles", "codes"),
    [
        pytest.param("signed", "signed-twice", ["counsel", "editor"], [], id="one role more"),
        pytest.param("signed-twice", "signed-twice", ["counsel", "editor"], [], id="the same roles"),
        pytest.param("signed-twice", "signed", ["counsel"], ["STA003"], id="one role fewer"),
    ],
)
def test_a_newer_edition_of_another_kind_is_no_way_round_a_reader(
    first: str, second: str, roles: list[str], codes: list[str]
) -> None:
    """As where somebody wrote the edition by hand: `submit` refuses it."""
    files = {**SIGNING, "content/topics/piece.yml": added(SIGNED, f"kind: {first}\n")}
    files |= submitted(files, "piece")
    files |= {
        "content/topics/piece.yml": added(SIGNED, f"kind: {second}\n"),
        "content/drafts/piece.md": "Look from inside.\n",
    }
    files |= submitted(files, "piece")
    for role in roles:
        files |= signed(files, f"content/editions/piece/2/signoff-desk-{role}.yml")
    entry = "{date: 2026-11-20, person: Example Editor, action: publish, edition: 2, reason: Now.}"
    library = parsed({**files, "content/log/piece.yml": f"entries: [{entry}]\n"})
    assert [topic.edition.number for topic in published(library) if topic.edition] == [2]
    assert [diagnostic.code for diagnostic in stopping(library, check(library))] == codes
