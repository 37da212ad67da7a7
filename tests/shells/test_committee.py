"""The example committee: made by its commands, a piece in every state, and joint pieces that carry only what was signed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import lxml.html
import pytest

from committee import COMMITTEE, LAST_DAY, at_first, committee, copied, replayed, steps
from drawing import parsed, written
from running import ROOT, bytes_of, shelfready
from shelfready.check import check
from shelfready.model.library import Library
from shelfready.pipeline import examine
from shelfready.publication import is_light, on_the_shelf, published, withdrawn
from shelfready.standing import ahead, spelt_role, standing, suspect

Run = Callable[..., subprocess.CompletedProcess[str]]

DAY = "2026-11-21"
JOINT = "response-to-altered-tables"
SINGLE = "who-checks-products"
BOTH = "Example Tide Group, Example Harbour Makers"


@pytest.mark.engine
def test_the_folder_is_what_its_commands_make(tmp_path: Path) -> None:
    folder = written(at_first(committee(), steps()), tmp_path)
    assert "content/editions" not in " ".join(committee(folder))
    list(replayed(folder, steps()))
    assert committee(folder) == committee(), "python tests/committee.py makes it anew"


@pytest.fixture(scope="module")
def shelf() -> Library:
    return examine(COMMITTEE, date.fromisoformat(DAY))[0]


def state(library: Library, slug: str) -> str:
    """Where a piece stands, in a few words."""
    topic = next(topic for topic in library.topics if topic.slug == slug)
    found = standing(library, slug)
    if slug in {out.slug for out in withdrawn(library)}:
        last = found.history.last
        assert last
        return f"withdrawn for {last.on_behalf_of or 'everybody'}, replaced by {last.replaced_by or 'nothing'}"
    if found.waiting and found.waiting.open_replies:
        return f"{found.waiting.open_replies[0].words} edition {found.waiting.edition.number}"
    said = ["light"] if is_light(library, topic) else []
    if found.waiting:
        said.append(f"edition {found.waiting.edition.number} waits for {', '.join(found.waiting.missing)}")
    if found.approved:
        number = found.approved.edition.number
        place = "live" if slug in {out.slug for out in published(library)} else "on the shelf"
        said.append(f"{place}: edition {number}")
        if not found.waiting and ahead(library, topic, found.approved):
            said.append("draft ahead")
        if suspect(library, found.approved.edition):
            said.append("suspect")
    return ", ".join(said) or topic.record.status


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("what-volunteers-do", "proposed"),
        ("how-editions-are-numbered", "drafting"),
        ("what-happens-offline", "review"),
        (JOINT, "edition 1 waits for counsel"),
        ("response-to-old-copies", "approved, on a condition, edition 1"),
        ("how-harbours-hear-of-changes", "refused edition 1"),
        ("what-a-signature-shows", "on the shelf: edition 1"),
        ("what-the-format-covers", "live: edition 1"),
        (SINGLE, "live: edition 1, draft ahead"),
        ("can-a-table-be-altered", "edition 2 waits for counsel, live: edition 1"),
        ("harbour-checklist", "live: edition 2"),
        ("who-gets-a-report", "live: edition 2"),
        ("how-makers-try-out", "live: edition 1, suspect"),
        ("how-to-reach-the-desk", "light"),
        ("security-policy", "live: edition 1"),
        ("which-doors-the-format-needs", "withdrawn for everybody, replaced by nothing"),
        ("response-to-missing-updates", "withdrawn for harbour-makers, replaced by who-gets-a-report"),
    ],
)
def test_it_has_a_piece_in_every_state(shelf: Library, slug: str, expected: str) -> None:
    assert state(shelf, slug) == expected


def test_those_are_all_of_its_pieces(shelf: Library) -> None:
    assert len(shelf.topics) == 17
    assert [topic.slug for topic in on_the_shelf(shelf)] == ["what-a-signature-shows"]


def test_check_finds_only_what_these_states_mean() -> None:
    done = shelfready("check", "--format", "json", "--as-of", DAY, folder=COMMITTEE)
    assert done.returncode == 0
    assert sorted((found["topic"], found["code"], found["severity"]) for found in json.loads(done.stdout)) == [
        ("how-editions-are-numbered", "PLH001", "hint"),
        ("how-harbours-hear-of-changes", "SGN004", "warning"),
        ("how-makers-try-out", "STA004", "warning"),
        ("response-to-old-copies", "SGN004", "warning"),
    ]


def test_it_is_about_nobody() -> None:
    for path, data in committee().items():
        text = data.decode()
        assert not re.search(r"\b(?:DICOM|NEMA|MITA)\b", text), path
        for host in re.findall(r"https?://([^/\s\"]+)|@([\w.-]+)", text):
            assert "".join(host).endswith((".example", "www.rfc-editor.org")), path


def test_codeowners_has_a_line_for_each_role_of_each_organisation(shelf: Library) -> None:
    assert shelf.desk
    owned = re.findall(
        r"^/content/editions/\*/\*/signoff-(\S+)\.yml +@", (COMMITTEE / ".github/CODEOWNERS").read_text(), re.MULTILINE
    )
    assert set(owned) == {f"{person.organisation}-{role}" for person in shelf.desk.people for role in person.roles}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path / "committee")


@pytest.fixture
def run(folder: Path) -> Run:
    def made(*arguments: str) -> subprocess.CompletedProcess[str]:
        return shelfready(*arguments, "--as-of", DAY, folder=folder)

    return made


def sign(run: Run, slug: str, role: str, person: str) -> subprocess.CompletedProcess[str]:
    done = run(
        "sign", slug, "--role", role, "--person", person, "--evidence", "minutes of 2026-11-21, held by the desk"
    )
    assert done.returncode == 0, done.stderr
    return done


def publish(run: Run, slug: str) -> subprocess.CompletedProcess[str]:
    return run("publish", slug, "--by", "First Co-chair", "--reason", "Reporters ask for it.")


def change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def page(folder: Path, slug: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((folder / f"site/answers/{slug}/index.html").read_bytes())


def told(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def facts(folder: Path, slug: str) -> list[str]:
    """Owners, day of approval, edition, as the line below the statement has them."""
    return [told(span) for span in page(folder, slug).find_class("shelf-facts")[0].iter("span")][:3]


def where(folder: Path, words: str) -> list[str]:
    """Files of the site that hold these words."""
    return [path for path, data in bytes_of(folder / "site") if words.encode() in data]


def verified(folder: Path) -> str:
    """What the verifier says that runs alone."""
    command = [sys.executable, "-I", str(ROOT / "generator/shelfready/verify_words.py"), "site", "content"]
    done = subprocess.run(
        [*command, "--light=how-to-reach-the-desk"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout


@pytest.mark.engine
def test_one_missing_sign_off_of_counsel_keeps_a_joint_response_dark(run: Run, folder: Path) -> None:
    refused = publish(run, JOINT)
    assert (refused.returncode, "is not signed by counsel." in refused.stderr) == (2, True)
    assert run("build").returncode == 0
    assert (where(folder, JOINT), where(folder, "altered on an open network")) == ([], [])
    assert "is approved: everybody who must has signed it" in sign(run, JOINT, "counsel", "First Counsel").stdout
    done = publish(run, JOINT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "site/ holds 9 published pieces" in done.stdout
    assert "altered on an open network" in told(page(folder, JOINT))
    assert verified(folder) == "Every piece carries its approved words.\n"


@pytest.mark.parametrize(
    ("role", "person", "said"),
    [
        pytest.param("counsel", "First Counsel", "", id="the role that is missing"),
        pytest.param(
            "press",
            "First Press Officer",
            "Nothing waited for press of Example Tide Group: that is recorded, and changes nothing.",
            id="another owner's press officer is not the one who must sign",
        ),
    ],
)
def test_only_the_role_that_is_missing_helps(run: Run, folder: Path, role: str, person: str, said: str) -> None:
    (folder / f"content/editions/{JOINT}/1/signoff-harbour-makers-press.yml").unlink()
    done = sign(run, JOINT, role, person)
    assert ("Nothing waited" in done.stdout, said in done.stdout) == (bool(said), True)
    library = examine(folder, date.fromisoformat(DAY))[0]
    newest = standing(library, JOINT).newest
    assert newest
    assert "press of Example Harbour Makers" in [spelt_role(library.desk, missing) for missing in newest.missing]


@pytest.mark.engine
def test_owners_stand_in_their_order_wherever_they_are_named(run: Run, folder: Path) -> None:
    assert run("build").returncode == 0
    tree = page(folder, "who-gets-a-report")
    assert facts(folder, "who-gets-a-report")[0] == BOTH
    assert f"({BOTH}, “What happens" in tree.find_class("shelf-copy")[0].get("data-shelf-copy")
    contacts = [told(name) for name in tree.get_element_by_id("__press").iter("h3")]
    assert contacts == BOTH.split(", ")
    authors = json.loads(tree.findtext(".//script[@type='application/ld+json']") or "")["author"]
    assert [author["name"] for author in authors] == BOTH.split(", ")


def test_owners_stand_in_their_order_in_the_packet(run: Run, folder: Path) -> None:
    assert run("packet", JOINT).returncode == 0
    for ending in ("txt", "html"):
        text = " ".join((folder / f"build/packets/{JOINT}-edition-1.{ending}").read_text(encoding="utf-8").split())
        assert BOTH in text, ending


@pytest.mark.engine
def test_another_order_of_owners_is_another_edition(run: Run, folder: Path) -> None:
    change(
        folder, "content/topics/who-gets-a-report.yml", "[tide-group, harbour-makers]", "[harbour-makers, tide-group]"
    )
    assert run("build").returncode == 0
    assert facts(folder, "who-gets-a-report")[::2] == [BOTH, "Edition 2"]
    done = run("submit", "who-gets-a-report")
    assert "To be signed by editor, counsel, press of Example Harbour Makers." in done.stdout, done.stderr


@pytest.mark.engine
def test_an_owner_who_joins_is_named_once_it_has_signed(run: Run, folder: Path) -> None:
    assert run("build").returncode == 0
    before = dict(bytes_of(folder / "site"))
    change(folder, f"content/topics/{SINGLE}.yml", "[tide-group]", "[tide-group, harbour-makers]")
    assert run("submit", SINGLE).returncode == 0
    sign(run, SINGLE, "editor", "First Editor")
    sign(run, SINGLE, "counsel", "First Counsel")
    assert publish(run, SINGLE).returncode == 2
    assert run("build").returncode == 0
    assert dict(bytes_of(folder / "site")) == before
    sign(run, SINGLE, "press", "Second Press Officer")
    assert publish(run, SINGLE).returncode == 0
    assert facts(folder, SINGLE)[::2] == [BOTH, "Edition 2"]


PILOTS = """\
  pilots:
    name: Example Pilots
    boilerplate: The Example Pilots are invented.
    press: {name: Press desk of the Example Pilots, email: press@pilots.example, hours: 9 to 17, time_zone: UTC}
"""


@pytest.mark.engine
def test_an_organisation_without_a_public_piece_is_named_nowhere(run: Run, folder: Path) -> None:
    change(folder, "content/desk.yml", "\n# Named by what", f"{PILOTS}\n# Named by what")
    change(
        folder,
        "content/desk.yml",
        "people:\n",
        "people:\n  - {name: First Pilot, organisation: pilots, roles: [editor]}\n",
    )
    change(folder, f"content/topics/{SINGLE}.yml", "[tide-group]", "[tide-group, pilots]")
    assert run("build").returncode == 0
    assert (where(folder, "Example Pilots"), where(folder, "pilots.example")) == ([], [])
    assert run("submit", SINGLE).returncode == 0
    sign(run, SINGLE, "counsel", "First Counsel")
    sign(run, SINGLE, "editor", "First Editor")
    assert "anybody of Example Pilots" in publish(run, SINGLE).stderr
    run("unsign", SINGLE, "--role", "editor", "--person", "First Editor")
    sign(run, SINGLE, "editor", "First Pilot")
    assert publish(run, SINGLE).returncode == 0
    assert {"media/index.html", f"answers/{SINGLE}/index.html"} <= set(where(folder, "Example Pilots"))


@pytest.mark.engine
def test_an_owner_who_leaves_stays_named_on_what_it_has_signed(run: Run, folder: Path) -> None:
    assert run("build").returncode == 0
    before = dict(bytes_of(folder / "site"))
    change(folder, "content/topics/who-gets-a-report.yml", "[tide-group, harbour-makers]", "[tide-group]")
    done = run("build")
    assert (done.returncode, "had to be signed by press of Example Harbour Makers" in done.stdout) == (1, True)
    assert dict(bytes_of(folder / "site")) == before
    assert "For harbour-makers to leave, publish a new piece of the other owners, NEW, and then run " in done.stdout
    assert "'shelfready withdraw who-gets-a-report --for harbour-makers --replaced-by NEW'" in done.stdout
    assert run("submit", "who-gets-a-report").returncode == 1


def test_another_kind_is_told_nothing_about_leaving(run: Run, folder: Path) -> None:
    change(folder, "content/topics/who-gets-a-report.yml", "kind: answer", "kind: practical")
    done = run("check")
    assert "had to be signed by editor, counsel, and kind and owners now ask for less" in done.stdout
    assert "to leave" not in done.stdout


@pytest.mark.engine
def test_an_owner_leaves_when_a_new_piece_of_the_others_takes_the_place_of_the_joint_one(
    run: Run, folder: Path
) -> None:
    old, new = "who-gets-a-report", "who-gets-a-tide-report"
    record = (folder / f"content/topics/{old}.yml").read_text(encoding="utf-8")
    alone = record.replace("[tide-group, harbour-makers]", "[tide-group]").replace(
        "status: published", "status: review"
    )
    draft = (folder / f"content/drafts/{old}.md").read_text(encoding="utf-8")
    written({f"content/topics/{new}.yml": alone, f"content/drafts/{new}.md": draft}, folder)
    assert run("submit", new).returncode == 0
    sign(run, new, "editor", "First Editor")
    assert publish(run, new).returncode == 2
    sign(run, new, "counsel", "First Counsel")
    assert publish(run, new).returncode == 0
    assert facts(folder, old)[0] == BOTH
    given = ("--by", "First Co-chair", "--for", "harbour-makers", "--replaced-by", new, "--reason", "It has left.")
    assert run("withdraw", old, *given).returncode == 0
    assert facts(folder, new)[0] == "Example Tide Group"
    note = page(folder, old).find_class("shelf-withdrawn")[0]
    assert "at the request of Example Harbour Makers. It has left." in told(note)
    assert [link.get("href") for link in note.iter("a")] == [f"../{new}/"]
    assert verified(folder) == "Every piece carries its approved words.\n"


@pytest.mark.engine
def test_an_owner_without_a_role_of_its_own_leaves_by_a_new_edition(run: Run, folder: Path) -> None:
    assert run("build").returncode == 0
    before = dict(bytes_of(folder / "site"))
    change(folder, "content/topics/who-gets-a-report.yml", "[tide-group, harbour-makers]", "[harbour-makers]")
    assert run("submit", "who-gets-a-report").returncode == 0
    sign(run, "who-gets-a-report", "editor", "First Editor")
    sign(run, "who-gets-a-report", "counsel", "First Counsel")
    assert run("build").returncode == 0
    assert dict(bytes_of(folder / "site")) == before
    sign(run, "who-gets-a-report", "press", "Second Press Officer")
    assert publish(run, "who-gets-a-report").returncode == 0
    assert facts(folder, "who-gets-a-report")[::2] == ["Example Harbour Makers", "Edition 3"]


@pytest.mark.engine
@pytest.mark.parametrize(
    ("owner", "name"), [("tide-group", "Example Tide Group"), ("harbour-makers", "Example Harbour Makers")]
)
def test_each_owner_alone_can_have_a_joint_piece_taken_down(run: Run, folder: Path, owner: str, name: str) -> None:
    given = ("--by", "First Co-chair", "--for", owner, "--reason", "It has to be said anew.")
    done = run("withdraw", "who-gets-a-report", *given)
    assert done.returncode == 0, done.stdout + done.stderr
    said = told(page(folder, "who-gets-a-report").find_class("shelf-withdrawn")[0])
    assert said == (
        f"The text of this page was withdrawn on 21 November 2026 at the request of {name}. It has to be said anew."
    )
    assert where(folder, "The maker tries out what was reported") == []
    assert verified(folder) == "Every piece carries its approved words.\n"


@pytest.mark.engine
def test_what_one_owner_took_down_goes_out_again_on_its_word_alone(run: Run, folder: Path) -> None:
    topic = "who-gets-a-report"
    given = ("--by", "First Co-chair", "--for", "harbour-makers", "--reason", "It has to be said anew.")
    assert run("withdraw", topic, *given).returncode == 0
    before = committee(folder)
    done = run("publish", topic, "--by", "First Co-chair", "--reason", "It was fine.")
    assert (done.returncode, "at the request of Example Harbour Makers" in done.stderr) == (2, True)
    assert committee(folder) == before
    done = run("publish", topic, "--by", "Second Co-chair", "--reason", "It was fine.")
    assert done.returncode == 0, done.stdout + done.stderr


def test_nobody_else_can(run: Run, folder: Path) -> None:
    before = committee(folder)
    given = ("--by", "First Co-chair", "--for", "harbour-makers", "--reason", "It has to be said anew.")
    done = run("withdraw", SINGLE, *given)
    assert (done.returncode, "'harbour-makers' is no owner" in done.stderr) == (2, True)
    assert committee(folder) == before


REASONS = {
    "The harbours' meeting of May needs it.": False,
    "A reporter asked for it.": False,
    "Now says who gets a report that its maker does not answer.": True,
    "It named ways to send a table that the group no longer advises.": True,
}
"""Why something was published, corrected or withdrawn, and whether readers see it."""


@pytest.mark.engine
def test_what_stays_inside_is_in_no_byte_of_the_site(run: Run, folder: Path) -> None:
    assert run("build").returncode == 0
    library = examine(folder, date.fromisoformat(DAY))[0]
    assert library.desk
    people = [person.name for person in library.desk.people]
    shown = {topic.slug for topic in (*published(library), *withdrawn(library))}
    inside = [topic.slug for topic in library.topics if topic.slug not in shown]
    assert len(inside) == 7
    answers = ("held by the desk", "reply line of", "asks the owner of the folder first", "nobody has agreed yet")
    for words in (*people, *inside, *answers, "on a quiet day and on a busy one", "Who decides what is said"):
        assert where(folder, words) == [], words
    assert {words: where(folder, words) != [] for words in REASONS} == REASONS
    assert where(folder, "8 September 2026") != [], "the day of the last sign-off"


def test_the_story_ends_before_the_day_of_these_tests() -> None:
    days = [step.day for step in steps()]
    assert (max(days), LAST_DAY < DAY) == (LAST_DAY, True)


WORDS = f"content/editions/{SINGLE}/1/words.yml"
PAGE = (ROOT / "docs/guide/who-signs-what.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        pytest.param(WORDS, "      | The group writes", "      | The group sells", "EDN001", id="changes words"),
        pytest.param(WORDS, 'roles: ["editor", "counsel"]', 'roles: ["editor"]', "EDN001", id="changes terms"),
        pytest.param(
            "content/topics/what-happens-offline.yml", "status: review", "status: published", "STA001", id="sets a status"
        ),
        pytest.param(f"content/topics/{SINGLE}.yml", "kind: answer", "kind: practical", "STA003", id="another kind"),
        pytest.param(
            "content/topics/who-gets-a-report.yml", "tide-group, harbour-makers", "tide-group", "STA003", id="an owner less"
        ),
        pytest.param(
            "content/desk.yml", "floor: 50, pages: 2, sign_off: [editor, counsel]}\n  checklist", "floor: 50}\n  checklist",
            "STA003", id="a role less",
        ),
    ],
)  # fmt: skip
def test_a_way_round_a_reader_comes_to_what_the_guide_says(path: str, old: str, new: str, code: str) -> None:
    files = {name: data.decode() for name, data in committee().items()}
    assert files[path].count(old) == 1
    day = date.fromisoformat(DAY)
    before = {(found.code, found.topic) for found in check(parsed(files, day))}
    after = {(found.code, found.topic) for found in check(parsed({**files, path: files[path].replace(old, new)}, day))}
    assert code in {found for found, _ in after - before}
    assert code in PAGE


def test_a_sign_off_copied_to_a_newer_edition_says_nothing() -> None:
    files = {name: data.decode() for name, data in committee().items()}
    name = "signoff-tide-group-counsel.yml"
    folder = "content/editions/can-a-table-be-altered"
    files[f"{folder}/2/{name}"] = files[f"{folder}/1/{name}"]
    library = parsed(files, date.fromisoformat(DAY))
    newest = standing(library, "can-a-table-be-altered").newest
    assert newest
    assert newest.missing == ("counsel",)
    assert "SGN001" in {found.code for found in check(library)}
    assert "SGN001" in PAGE


def test_the_lines_that_the_guide_shows_are_those_of_the_committee() -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    whole = [line.split() for line in (COMMITTEE / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()]
    assert len(shown.splitlines()) == 3
    assert [line for line in shown.splitlines() if line.split() not in whole] == []


@pytest.mark.parametrize(
    ("signer", "missing"),
    [
        pytest.param("First Counsel", (), id="counsel of the one owner"),
        pytest.param("Makers Counsel", (), id="counsel of the other"),
        pytest.param("", ("counsel",), id="nobody"),
    ],
)
def test_one_counsel_is_enough_for_a_role_of_the_kind(
    folder: Path, run: Run, signer: str, missing: tuple[str, ...]
) -> None:
    person = "  - {name: Makers Counsel, organisation: harbour-makers, roles: [counsel]}\n"
    change(folder, "content/desk.yml", "\naudiences:", f"{person}\naudiences:")
    if signer:
        sign(run, JOINT, "counsel", signer)
    newest = standing(examine(folder, date.fromisoformat(DAY))[0], JOINT).newest
    assert newest
    assert newest.missing == missing


@pytest.mark.engine
def test_a_small_change_of_a_joint_piece_is_signed_by_each_owner_with_roles_of_its_own(run: Run, folder: Path) -> None:
    change(folder, "content/drafts/who-gets-a-report.md", "asks once more and", "enquires once more and")
    assert "To be signed by editor, press of Example Harbour Makers." in run("submit", "who-gets-a-report").stdout
    sign(run, "who-gets-a-report", "editor", "First Editor")
    assert run("build").returncode == 0
    assert where(folder, "enquires once more and") == []
    sign(run, "who-gets-a-report", "press", "Second Press Officer")
    assert publish(run, "who-gets-a-report").returncode == 0
    assert where(folder, "enquires once more and") != []
