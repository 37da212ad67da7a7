"""The commands of a review as people run them: submit, packet, an answer by mail, sign --from, unsign."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import PUBLISHED, added, written
from freezing import SIGNING as BASE
from running import shelfready

DAY = ("--as-of", "2026-11-21")
RECORD = added(BASE["content/topics/piece.yml"], f"{PUBLISHED}kind: signed-twice\nstatus: review\n")
FILES = {**BASE, "content/topics/piece.yml": RECORD}
EDITION = "content/editions/piece/1"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one submitted edition and its packet."""
    folder = written(FILES, tmp_path_factory.mktemp("sent"))
    for command in ("submit", "packet"):
        assert shelfready(command, "piece", *DAY, folder=folder).returncode == 0
    return folder


@pytest.fixture
def review(sent: Path, tmp_path: Path) -> Path:
    """The same, for one test to change."""
    return shutil.copytree(sent, tmp_path / "project")


def packet(folder: Path, number: int = 1) -> str:
    return (folder / f"build/packets/piece-edition-{number}.txt").read_text(encoding="utf-8")


def line(folder: Path, start: str, person: str = "Example Counsel", role: str = "counsel") -> str:
    """One of the forms of the packet, then the brackets at a name, broken as they stand there."""
    form = re.search(rf"^- ({start}.*)$", packet(folder), re.MULTILINE)
    end = rf"{role},\s+{person.replace(' ', chr(92) + 's+')}\]"
    found = re.search(rf"\[[^\[\]]*{end}", packet(folder))
    assert form
    assert found
    return f"{form[1]} {found[0]}"


def answered(folder: Path, text: str, *more: str) -> subprocess.CompletedProcess[str]:
    """`sign --from` with this mail."""
    mail = folder.parent / "answer.txt"
    mail.write_text(text, encoding="utf-8")
    return shelfready("sign", "--from", str(mail), *more, *DAY, folder=folder)


def given(folder: Path) -> list[str]:
    """The sign-offs and replies of the first edition."""
    return sorted(path.name for path in (folder / EDITION).glob("*-desk-*.yml"))


def quoted(text: str) -> str:
    return "".join(f"> {entry}\n" for entry in text.splitlines())


def test_from_the_packet_to_an_approved_edition(review: Path) -> None:
    counsel = answered(review, f"{line(review, 'APPROVE')}\n\nOn 21 Nov 2026, Desk wrote:\n{quoted(packet(review))}")
    assert "The brackets to copy" in packet(review)
    assert counsel.stdout == f"wrote {EDITION}/signoff-desk-counsel.yml\nEdition 1 still has to be signed by editor.\n"
    assert shelfready("packet", "piece", *DAY, folder=review).returncode == 0
    assert "approved on 21 November 2026 by Example Counsel" in " ".join(packet(review).split())
    editor = answered(review, line(review, "APPROVE", "Example Editor", "editor"))
    assert "Edition 1 of 'piece' is approved: everybody who must has signed it." in editor.stdout
    assert given(review) == ["signoff-desk-counsel.yml", "signoff-desk-editor.yml"]
    assert shelfready("packet", "piece", *DAY, folder=review).stdout.endswith("everybody who must has signed it.\n")
    assert "The brackets to copy" not in packet(review)


@pytest.mark.parametrize(
    ("start", "filled", "said", "again"),
    [
        pytest.param(
            "APPROVE WITH",
            "APPROVE WITH ¶3: say 'from inside'",
            "approved on a condition",
            "Example Counsel approved it on a condition: change the draft first.",
            id="a condition",
        ),
        pytest.param(
            "REFUSE",
            "REFUSE: ¶3 is wrong",
            "refused",
            "Example Counsel refused it: change the draft first.",
            id="a refusal",
        ),
    ],
)
def test_what_is_no_approval_is_recorded_and_shown(
    review: Path, start: str, filled: str, said: str, again: str
) -> None:
    assert "Have it signed" in shelfready("submit", "piece", *DAY, folder=review).stderr
    text = re.sub(r"^[^\[]*", f"{filled} ", line(review, start))
    done = answered(review, text)
    assert f"Example Counsel {said}: that is no approval of edition 1." in done.stdout
    assert given(review) == ["reply-desk-counsel.yml"]
    assert again in shelfready("submit", "piece", *DAY, folder=review).stderr
    assert shelfready("packet", "piece", *DAY, folder=review).returncode == 0
    shown = " ".join(packet(review).split())
    assert f"counsel: {said} on 21 November 2026 by Example Counsel, Desk. ¶3" in shown
    assert "counsel: not yet signed." in shown
    assert "SGN004" in shelfready("check", *DAY, folder=review).stdout


def test_an_approval_after_a_refusal_counts(review: Path) -> None:
    assert answered(review, re.sub(r"\.\.\.", "¶3 is wrong", line(review, "REFUSE"))).returncode == 0
    assert answered(review, line(review, "APPROVE")).returncode == 0
    assert given(review) == ["reply-desk-counsel.yml", "signoff-desk-counsel.yml"]
    assert "SGN004" not in shelfready("check", *DAY, folder=review).stdout


def test_a_long_condition_is_kept_whole(review: Path) -> None:
    text = "¶3: " + "say where this comes from, and since when; " * 20
    assert answered(review, line(review, "APPROVE WITH").replace("¶n: ...", text)).returncode == 0
    assert "and since when" in (review / EDITION / "reply-desk-counsel.yml").read_text(encoding="utf-8")


def test_a_condition_with_a_sign_that_no_page_shows_is_refused_in_plain_words(review: Path) -> None:
    done = answered(review, line(review, "APPROVE WITH").replace("¶n: ...", "¶3: write <b>"))
    assert (done.returncode, given(review)) == (2, [])
    assert "'<' or '>'" in done.stderr


REFUSED: dict[str, tuple[Callable[[str, str], str], str]] = {
    "the packet itself": (lambda text, packet: packet, "no reply line"),
    "the packet without its first line": (lambda text, packet: packet.partition("\n")[2], "take a quoted packet out"),
    "a quoted line": (lambda text, packet: quoted(text), "no reply line"),
    "another digest": (lambda text, packet: re.sub(r"[0-9a-f]{24}", "0" * 24, text), "The reply is for edition 1 (000000000000000000000000)"),
    "another edition": (lambda text, packet: text.replace("edition 1", "edition 2"), "The reply is for edition 2"),
    "another topic": (lambda text, packet: text.replace("[piece", "[other"), "There is no topic 'other'."),
    "somebody unknown": (lambda text, packet: re.sub(r"Example\s+Counsel", "Nobody Known", text), "names nobody 'Nobody Known'"),
    "a role of somebody else": (lambda text, packet: re.sub(r"Example\s+Counsel", "Example Editor", text), "not counsel"),
    "a role that nobody has": (lambda text, packet: text.replace("counsel,", "chair,"), "not chair"),
    "a mail from somebody else": (
        lambda text, packet: f"From: Someone Else <e@firm.example>\nMIME-Version: 1.0\n\n{text}",
        "The mail is from 'Someone Else'",
    ),
    "a condition without the word": (lambda text, packet: f"{text}\nbut ¶3 has to go", "may be a condition"),
    "a condition that holds a password": (
        lambda text, packet: f"REFUSE: ¶3 shows password: Tr0ub4dor-and-3 {text.removeprefix('APPROVE')}",
        "holds something private",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_signs_nothing(review: Path, name: str) -> None:
    change, told = REFUSED[name]
    done = answered(review, change(line(review, "APPROVE"), packet(review)))
    assert (done.returncode, given(review)) == (2, [])
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_an_answer_to_an_older_edition_signs_nothing(review: Path) -> None:
    old = line(review, "APPROVE")
    (review / "content/drafts/piece.md").write_text("Look from inside.\n", encoding="utf-8")
    assert shelfready("submit", "piece", *DAY, folder=review).returncode == 0
    done = answered(review, old)
    assert (done.returncode, given(review)) == (2, [])
    assert "The reply is for edition 1" in done.stderr
    assert "the newest is edition 2" in done.stderr
    assert "Send the new packet: 'shelfready packet piece'." in done.stderr


def test_a_second_answer_in_one_role_needs_the_first_taken_back(review: Path) -> None:
    text = line(review, "APPROVE")
    assert answered(review, text).returncode == 0
    again = answered(review, text)
    assert (again.returncode, "exists already" in again.stderr) == (2, True)
    assert 'shelfready unsign piece --role counsel --person "Example Counsel"' in again.stderr
    back = shelfready("unsign", "piece", "--role", "counsel", "--person", "Example Counsel", *DAY, folder=review)
    assert (back.stdout, given(review)) == (f"removed {EDITION}/signoff-desk-counsel.yml\n", [])
    assert answered(review, text).returncode == 0


def test_taking_back_what_nobody_gave(review: Path) -> None:
    done = shelfready("unsign", "piece", "--role", "counsel", "--person", "Example Counsel", *DAY, folder=review)
    assert (done.returncode, "has not answered the newest edition as counsel" in done.stderr) == (2, True)


def test_one_person_cannot_give_every_sign_off(review: Path) -> None:
    assert answered(review, line(review, "APPROVE")).returncode == 0
    done = answered(review, line(review, "APPROVE", "Example Counsel", "editor"))
    assert (done.returncode, given(review)) == (2, ["signoff-desk-counsel.yml"])
    assert "Example Counsel has given every other sign-off" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--from", "gone.txt"], "gone.txt cannot be read", id="no such file"),
        pytest.param(["other", "--from", "answer.txt"], "for 'piece', not for 'other'", id="another topic named"),
        pytest.param(["--from", "answer.txt", "--role", "editor"], "come from the reply line", id="a role named"),
        pytest.param(["piece", "--role", "counsel"], "Give TOPIC, --role, --person and --evidence", id="half by hand"),
    ],
)
def test_wrong_use(review: Path, arguments: list[str], told: str) -> None:
    (review / "answer.txt").write_text(line(review, "APPROVE"), encoding="utf-8")
    done = shelfready("sign", *arguments, *DAY, folder=review)
    assert (done.returncode, given(review)) == (2, [])
    assert told in done.stderr


def test_an_answer_from_standard_input(review: Path) -> None:
    done = shelfready("sign", "--from", "-", *DAY, folder=review, given=line(review, "APPROVE"))
    assert (done.returncode, given(review)) == (0, ["signoff-desk-counsel.yml"])


def named(slug: str) -> dict[str, str]:
    """The usual project, its piece under another name."""
    return {path.replace("/piece.", f"/{slug}."): text for path, text in FILES.items()}


@pytest.mark.parametrize("size", [60, 61, 80])
def test_a_topic_with_a_long_name_goes_all_the_way(tmp_path: Path, size: int) -> None:
    slug = "a" * size
    folder = written(named(slug), tmp_path)
    assert shelfready("submit", slug, *DAY, folder=folder).returncode == 0
    assert shelfready("packet", slug, *DAY, folder=folder).returncode == 0
    text = (folder / f"build/packets/{slug}-edition-1.txt").read_text(encoding="utf-8")
    (ending,) = re.findall(r"\[[^\[\]]*counsel,\s+Example\s+Counsel\]", text)
    done = shelfready("sign", "--from", "-", *DAY, folder=folder, given=f"APPROVE {ending}")
    assert (done.returncode, done.stderr) == (0, "")
    given = ("--role", "editor", "--person", "Example Editor", "--evidence", "mail of 2026-11-20, held by the desk")
    assert "is approved" in shelfready("sign", slug, *given, *DAY, folder=folder).stdout
    assert shelfready("check", *DAY, folder=folder).returncode == 0


def test_a_name_that_is_too_long_is_a_finding_and_no_traceback(tmp_path: Path) -> None:
    slug = "a" * 81
    folder = written(named(slug), tmp_path)
    for command in (("check",), ("submit", slug)):
        done = shelfready(*command, *DAY, folder=folder)
        assert (done.returncode, done.stderr) == (1, "")
        assert "NAM002 a file name of 81 characters; at most 80 are allowed" in done.stdout
    done = shelfready("packet", slug, "--draft", *DAY, folder=folder)
    assert (done.returncode, "No packet can be made" in done.stderr) == (2, True)
