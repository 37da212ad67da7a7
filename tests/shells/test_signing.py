"""A piece from its first edition to its withdrawal, by the commands that people run, with the site that comes of it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from drawing import added, written
from freezing import SIGNING
from running import bytes_of, shelfready
from shelfready.cli import shelfready as shelfready_command
from shelfready.cli import switching

pytestmark = pytest.mark.engine

RECORD = added(
    SIGNING["content/topics/piece.yml"],
    "kind: signed-twice\nstatus: review\nlead: Example Author\nstatement: Look from outside.\nreview_by: 2027-05-20\n",
)
DRAFT = "Look from outside, and look again.\n\n- one\n- two\n"
EVIDENCE = "minutes of 2026-11-20, held by the desk"
PAGE = "site/answers/piece/index.html"
EDITION = "content/editions/piece/1/words.yml"
COUNSEL = "content/editions/piece/1/signoff-desk-counsel.yml"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A piece in review that counsel and the editor have to sign."""
    files = {**SIGNING, "content/topics/piece.yml": RECORD, "content/drafts/piece.md": DRAFT}
    return written(files, tmp_path / "project")


@pytest.fixture
def run(folder: Path) -> Run:
    """A command on that project, as on 21 November 2026."""

    def made(*arguments: str, day: str = "2026-11-21") -> subprocess.CompletedProcess[str]:
        return shelfready(*arguments, "--as-of", day, folder=folder)

    return made


def sign(run: Run, role: str, person: str, **others: str) -> subprocess.CompletedProcess[str]:
    return run("sign", "piece", "--role", role, "--person", person, "--evidence", EVIDENCE, **others)


@pytest.fixture
def approved(run: Run) -> Run:
    """An edition that everybody has signed."""
    assert run("submit", "piece").returncode == 0
    assert sign(run, "counsel", "Example Counsel").returncode == 0
    assert sign(run, "editor", "Example Editor").returncode == 0
    return run


@pytest.fixture
def live(approved: Run) -> Run:
    """The same, out."""
    result = approved("publish", "piece", "--by", "Example Editor", "--reason", "Reporters ask for it.")
    assert result.returncode == 0, result.stderr
    return approved


def change(folder: Path, path: str, old: str, new: str) -> None:
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def codes(run: Run) -> list[str]:
    """Codes of the errors that check finds."""
    return [
        found["code"] for found in json.loads(run("check", "--format", "json").stdout) if found["severity"] == "error"
    ]


def test_an_approved_piece_is_in_no_public_output_until_it_is_published(approved: Run, folder: Path) -> None:
    assert approved("build").returncode == 0
    assert not [
        path for path, data in bytes_of(folder / "site") if b"Look from outside" in data or b"answers/piece" in data
    ]
    result = approved("publish", "piece", "--by", "Example Editor", "--reason", "Reporters ask for it.")
    assert "site/ holds 1 published piece" in result.stdout
    page = (folder / PAGE).read_text(encoding="utf-8")
    assert "Edition 1" in page
    assert "21 November 2026" in page
    assert (folder / "content/topics/piece.yml").read_text(encoding="utf-8") == RECORD.replace(
        "review\n", "published\n", 1
    )
    assert codes(approved) == []


def test_submit_says_that_publish_will_ask_for_a_review(run: Run, folder: Path) -> None:
    told = "To be signed by counsel, editor.\n"
    assert told in run("submit", "piece").stdout
    change(folder, "content/topics/piece.yml", "review_by: 2027-05-20\n", "also_asked: [Who can look?]\n")
    assert (
        told.replace(".\n", ".\nThe record has no 'review_by:' yet; 'publish' will ask for it.\n")
        in run("submit", "piece").stdout
    )


def test_one_missing_role_keeps_it_inside_and_is_named(run: Run, folder: Path) -> None:
    run("submit", "piece")
    sign(run, "editor", "Example Editor")
    result = run("publish", "piece", "--by", "Example Editor", "--reason", "Now.")
    assert (result.returncode, result.stderr) == (
        2,
        "Error: Edition 1 of 'piece' is not signed by counsel. 'shelfready packet piece' writes what they read.\n",
    )
    change(folder, "content/topics/piece.yml", "status: review", "status: published")
    assert codes(run) == ["STA001"]
    result = run("build")
    assert (result.returncode, "not signed by counsel" in result.stdout, (folder / "site").exists()) == (1, True, False)


def test_a_live_piece_stays_as_it_is_while_its_draft_changes(live: Run, folder: Path) -> None:
    before = dict(bytes_of(folder / "site"))
    change(folder, "content/drafts/piece.md", "look again", "LOOK THRICE and [NAME] TBD")
    change(folder, "content/topics/piece.yml", "How exposed are we?", "How safe are we?")
    change(folder, "content/topics/piece.yml", "Look from outside.", "Look from INSIDE.")
    assert live("build").returncode == 0
    assert dict(bytes_of(folder / "site")) == before


def test_a_live_piece_cannot_be_set_back_by_hand(live: Run, folder: Path) -> None:
    before = dict(bytes_of(folder / "site"))
    change(folder, "content/topics/piece.yml", "status: published", "status: drafting")
    assert codes(live) == ["STA002"]
    assert live("build").returncode == 1
    assert dict(bytes_of(folder / "site")) == before


def test_the_former_edition_stays_out_until_the_next_one_is_signed(live: Run, folder: Path) -> None:
    before = (folder / PAGE).read_bytes()
    decided = ("publish", "piece", "--by", "Example Editor", "--reason", "It now says how often.")
    assert "with edition 1. 'shelfready build' makes the site." in live(*decided).stderr
    change(folder, "content/drafts/piece.md", "look again", "look twice")
    assert "the draft has changed since, and nobody has signed that" in live(*decided).stderr
    assert live("submit", "piece").returncode == 0
    assert sign(live, "counsel", "Example Counsel").returncode == 0
    assert "edition 2 is not signed by editor" in live(*decided).stderr
    assert live("build").returncode == 0
    assert (folder / PAGE).read_bytes() == before
    assert sign(live, "editor", "Example Editor").returncode == 0
    result = live(*decided)
    assert (result.returncode, "/answers/piece/\n" in result.stdout) == (0, True)
    page = (folder / PAGE).read_text(encoding="utf-8")
    assert "look twice" in page
    assert "Corrected on 21 November 2026: It now says how often." in page


def test_what_is_not_approved_is_in_no_byte_of_the_site(live: Run, folder: Path) -> None:
    waiver = '{rule: CNS004, text: "It is patented.", by: Example Editor, reason: canary-reason}'
    change(folder, "content/topics/piece.yml", "owners:", f"note: canary-note\nwaivers: [{waiver}]\nowners:")
    change(folder, "content/drafts/piece.md", "look again", "canary-edition. It is patented")
    assert live("submit", "piece").returncode == 0
    change(folder, "content/drafts/piece.md", "canary-edition", "canary-draft")
    evidence = "canary-evidence of 2026-11-20"
    live("sign", "piece", "--role", "counsel", "--person", "Example Counsel", "--evidence", evidence)
    assert live("build").returncode == 0
    assert not [path for path, data in bytes_of(folder / "site") if b"canary" in data or b"patented" in data]
    assert "canary-evidence" in (folder / "content/editions/piece/2/signoff-desk-counsel.yml").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        pytest.param('topic: "piece"', 'topic: "other"', "it is for the topic 'other'", id="of another topic"),
        pytest.param("edition: 1", "edition: 2", "it is for edition 2", id="of another edition"),
        pytest.param("Example Counsel", "Somebody Else", "desk.yml names nobody 'Somebody Else'", id="by nobody known"),
        pytest.param(
            'role: "counsel"', 'role: "press"', "its file is called signoff-desk-counsel", id="in another role"
        ),
        pytest.param(
            'organisation: "desk"', 'organisation: "guild"', "its file is called", id="for another organisation"
        ),
        pytest.param("2026-11-21", "2026-11-20", "before the edition was submitted", id="older than its edition"),
        pytest.param("2026-11-21", "2026-12-01", "after 2026-11-21", id="of a day to come"),
    ],
)
def test_a_sign_off_that_was_changed_does_not_count(approved: Run, folder: Path, old: str, new: str, why: str) -> None:
    change(folder, COUNSEL, old, new)
    assert why in approved("check").stdout
    assert approved("publish", "piece", "--by", "Example Editor", "--reason", "Now.").returncode == 2


def test_a_cut_digest_is_a_finding(approved: Run, folder: Path) -> None:
    text = (folder / COUNSEL).read_text(encoding="utf-8")
    digest = text.split('digest: "')[1][:64]
    change(folder, COUNSEL, digest, digest[:12])
    assert "REC003" in approved("check").stdout
    assert approved("publish", "piece", "--by", "Example Editor", "--reason", "Now.").returncode == 2


def test_a_sign_off_copied_to_a_newer_edition_does_not_count(approved: Run, folder: Path) -> None:
    change(folder, "content/drafts/piece.md", "look again", "look twice")
    assert approved("submit", "piece").returncode == 0
    for name in ("signoff-desk-counsel.yml", "signoff-desk-editor.yml"):
        shutil.copy(folder / "content/editions/piece/1" / name, folder / "content/editions/piece/2" / name)
    assert codes(approved) == ["SGN001", "SGN001"]
    assert approved("build").returncode == 0
    result = approved("publish", "piece", "--by", "Example Editor", "--reason", "Now.")
    assert "look again" in (folder / PAGE).read_text(encoding="utf-8"), result.stdout


@pytest.mark.parametrize(
    ("role", "person", "sentence"),
    [
        pytest.param(
            "counsel", "Example Consel", "names nobody 'Example Consel'. Did you mean 'Example Counsel'?", id="nobody"
        ),
        pytest.param("counsel", "Example Editor", "Example Editor has the role editor, not counsel", id="another role"),
        pytest.param("editor", "Example Counsel", "has given every other sign-off", id="one person for all"),
    ],
)
def test_who_may_not_sign_is_refused(run: Run, folder: Path, role: str, person: str, sentence: str) -> None:
    run("submit", "piece")
    if role == "editor":
        sign(run, "counsel", "Example Counsel")
    before = dict(bytes_of(folder / "content"))
    result = sign(run, role, person)
    assert (result.returncode, sentence in result.stderr) == (2, True), result.stderr
    assert dict(bytes_of(folder / "content")) == before


@pytest.mark.git
def test_two_sign_offs_on_two_branches_merge(run: Run, folder: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Desk", "-c", "user.email=desk@desk.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)

    run("submit", "piece")
    git("init", "-b", "main")
    git("add", "content")
    git("commit", "-m", "submitted")
    for role, person in (("counsel", "Example Counsel"), ("editor", "Example Editor")):
        git("switch", "-c", role, "main")
        sign(run, role, person)
        git("add", "content")
        git("commit", "-m", role)
    git("switch", "main")
    git("merge", "counsel")
    git("merge", "--no-edit", "editor")
    assert codes(run) == []
    assert run("publish", "piece", "--by", "Example Editor", "--reason", "Now.").returncode == 0


def test_another_kind_is_no_way_round_counsel(live: Run, folder: Path) -> None:
    before = dict(bytes_of(folder / "site"))
    change(folder, "content/topics/piece.yml", "kind: signed-twice", "kind: answer")
    change(folder, "content/drafts/piece.md", "look again", "anything")
    assert "had to be signed by counsel, editor" in live("check").stdout
    assert live("submit", "piece").returncode == 1
    live("build")
    assert dict(bytes_of(folder / "site")) == before


def test_an_edition_by_hand_with_fewer_signers_can_be_mended(live: Run, folder: Path) -> None:
    edition = (folder / EDITION).read_text(encoding="utf-8").replace("edition: 1", "edition: 2")
    written({EDITION.replace("/1/", "/2/"): edition.replace('["counsel", "editor"]', '["editor"]')}, folder)
    change(folder, "content/drafts/piece.md", "look again", "look twice")
    assert "content/editions/piece/2/words.yml" in live("check").stdout
    assert "Edition 3" in live("submit", "piece").stdout


def test_there_is_no_edition_behind_the_last_number(live: Run, folder: Path) -> None:
    written({EDITION.replace("/1/", "/9999/"): (folder / EDITION).read_text(encoding="utf-8")}, folder)
    change(folder, "content/drafts/piece.md", "look again", "look twice")
    result = live("submit", "piece")
    assert (result.returncode, "no number for an edition behind 9999" in result.stderr) == (2, True)
    assert not (folder / "content/editions/piece/10000").exists()


def test_a_withdrawn_address_stays_and_says_why(live: Run, folder: Path) -> None:
    result = live("withdraw", "piece", "--by", "Example Editor", "--reason", "A source was wrong.", "--for", "desk")
    assert result.returncode == 0, result.stdout
    page = (folder / PAGE).read_text(encoding="utf-8")
    assert "withdrawn on 21 November 2026 at the request of Desk" in page
    assert "A source was wrong." in page
    others = [path for path, data in bytes_of(folder / "site") if b"look again" in data or b"How exposed" in data]
    assert others == ["answers/piece/index.html"]
    assert codes(live) == []


def test_a_piece_whose_sign_off_was_taken_back_is_withdrawn_without_its_new_title(live: Run, folder: Path) -> None:
    change(folder, "content/topics/piece.yml", "title: How exposed are we?", "title: What nobody has read?")
    assert live("unsign", "piece", "--role", "counsel", "--person", "Example Counsel").returncode == 0
    result = live("withdraw", "piece", "--by", "Example Editor", "--reason", "Counsel asked for it.")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "<h1>A withdrawn piece</h1>" in (folder / PAGE).read_text(encoding="utf-8")
    assert [path for path, data in bytes_of(folder / "site") if b"What nobody" in data] == []
    assert "edition: 1\n" in (folder / "content/log/piece.yml").read_text(encoding="utf-8").partition("withdraw")[2]


def test_what_cannot_be_built_leaves_record_and_log_as_they_were(approved: Run, folder: Path) -> None:
    change(folder, "content/desk.yml", "name: Desk, address", "name: Desk, adress")
    before = dict(bytes_of(folder / "content"))
    result = approved("publish", "piece", "--by", "Example Editor", "--reason", "Now.")
    assert result.returncode == 2
    assert dict(bytes_of(folder / "content")) == before


def test_a_template_that_cannot_be_drawn_leaves_record_and_log_as_they_were(approved: Run, folder: Path) -> None:
    written({"templates/site/topic.md.j2": "{{ nowhere.at_all }}\n"}, folder)
    before = dict(bytes_of(folder / "content"))
    result = approved("publish", "piece", "--by", "Example Editor", "--reason", "Now.")
    assert (result.returncode, "'nowhere' is undefined" in result.stderr) == (2, True)
    assert dict(bytes_of(folder / "content")) == before


@pytest.mark.parametrize("is_in_the_way", [False, True], ids=["put back", "cannot be put back"])
def test_whatever_breaks_record_and_log_are_put_back_or_it_says_so(
    approved: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, is_in_the_way: bool
) -> None:
    def broken(*_: object) -> None:
        assert "status: published" in (folder / "content/topics/piece.yml").read_text(encoding="utf-8")
        if is_in_the_way:
            (folder / "content/topics/.piece.yml.new").mkdir()
        raise ValueError("unforeseen")

    before = dict(bytes_of(folder / "content"))
    monkeypatch.setattr(switching, "build", broken)
    words = ["publish", "piece", "--by", "Example Editor", "--reason", "Now.", "--as-of", "2026-11-21"]
    result = CliRunner().invoke(shelfready_command, [*words, "-C", str(folder)])
    if is_in_the_way:
        assert "could not be put back" in str(result.exception)
    else:
        assert str(result.exception) == "unforeseen"
        assert dict(bytes_of(folder / "content")) == before


def test_a_picture_with_the_name_of_a_public_one_is_not_submitted(live: Run, folder: Path) -> None:
    for content, code in ((b"open", 0), (b"shut", 1)):
        record = RECORD.replace("How exposed are we?", "How open are doors?")
        draft = "Look from outside.\n\n![A door](images/door.png)\n"
        picture = b"\x89PNG\r\n\x1a\n" + content
        written({"content/drafts/images/door.png": picture, "content/drafts/piece.md": draft}, folder)
        if content == b"open":
            assert live("submit", "piece").returncode == 0
            sign(live, "counsel", "Example Counsel")
            sign(live, "editor", "Example Editor")
        written({"content/topics/other.yml": record, "content/drafts/other.md": draft}, folder)
        result = live("submit", "other")
        assert (result.returncode, "EDN003" in result.stdout) == (code, code == 1), result.stderr
        shutil.rmtree(folder / "content/editions/other", ignore_errors=True)


def test_new_boilerplate_makes_a_piece_suspect_and_takes_nothing_down(live: Run, folder: Path) -> None:
    before = (folder / PAGE).read_bytes()
    change(folder, "content/desk.yml", "The desk answers.", "The desk answers questions.")
    assert "STA004" in live("check").stdout
    assert live("build").returncode == 0
    assert (folder / PAGE).read_bytes() != before
    assert b"look again" in (folder / PAGE).read_bytes()


@pytest.mark.parametrize(
    ("edit", "name"),
    [
        pytest.param(lambda text: text.replace("Look from", "Look\nfrom"), "wrapped anew", id="wrapped anew"),
        pytest.param(lambda text: text.replace("again.\n", "again. \n"), "a blank at the end", id="a blank at the end"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), "other line ends", id="other line ends"),
    ],
)
def test_what_readers_do_not_see_asks_for_no_new_edition(
    approved: Run, folder: Path, edit: Callable[[str], str], name: str
) -> None:
    file = folder / "content/drafts/piece.md"
    file.write_bytes(edit(file.read_text(encoding="utf-8")).encode())
    assert "exactly the words of edition 1" in approved("diff", "piece").stdout, name
    assert approved("submit", "piece").returncode == 2
