"""The command line: exit codes, exact words, and nothing but a finding for whatever a file may hold."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, written
from running import ROOT, shelfready
from shelfready import cli
from shelfready.cli import COMMANDS
from shelfready.errors import SetupError

Make = Callable[[str], Path]


def test_a_clean_project_exits_0_and_says_what_was_checked(project: Make) -> None:
    done = shelfready("check", "--as-of", "2026-11-21", folder=project(""))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 topic and 0 pages checked on 2026-11-21: no findings.\n"
        "Not checked: whether addresses on other sites answer.\n"
        "Nothing to mend. Next: 'shelfready build' makes the site.\n"
    )


def test_an_error_exits_1_and_stands_with_place_code_and_remedy(project: Make) -> None:
    folder = project("| content/drafts/piece.md\nPress <b>here</b>.\n")
    done = shelfready("check", folder=folder)
    assert done.returncode == 1
    assert done.stdout.startswith(
        "content/drafts/piece.md:1:7: MKD001 '<b>' is HTML, which pages do not take\n"
        "    Use Markdown, or put it in backticks.\n"
    )
    assert "Next: mend the first error; 'shelfready rule MKD001' explains it." in done.stdout


@pytest.mark.parametrize(
    ("flags", "code"), [([], 0), (["--strict"], 1)], ids=["a warning exits 0", "and 1 with --strict"]
)
def test_warnings(project: Make, flags: list[str], code: int) -> None:
    folder = project("| content/drafts/lonely.md\nNo record.\n")
    assert shelfready("check", *flags, folder=folder).returncode == code


def test_paths_narrow_the_report_to_their_topics_and_count_their_words(project: Make) -> None:
    folder = project("| content/drafts/lonely.md\n<b>\n\n| content/drafts/piece.md\none two <i>\n")
    done = shelfready("check", "content/drafts/piece.md", folder=folder)
    assert done.returncode == 1
    assert "lonely" not in done.stdout
    assert "content/drafts/piece.md: 3 of 700 words\n" in done.stdout
    assert "1 error for these files." in done.stdout


def test_json_alone_is_on_standard_output(project: Make) -> None:
    done = shelfready("check", "--format", "json", folder=project("| content/drafts/piece.md\n<b>\n"))
    rows = json.loads(done.stdout)
    assert [row["code"] for row in rows] == ["MKD001"]


def test_a_report_can_go_into_a_file(project: Make, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = shelfready("check", "--format", "json", "--output-file", str(report), folder=project(""))
    assert json.loads(report.read_text(encoding="utf-8")) == []
    assert "no findings" in done.stdout


def test_github_format_writes_workflow_commands(project: Make) -> None:
    done = shelfready("check", "--format", "github", folder=project("| content/drafts/piece.md\n<b>\n"))
    assert done.stdout.startswith("::error file=content/drafts/piece.md,line=1,col=1,title=MKD001 raw-html::")


USAGE = [
    pytest.param(["chek"], "No such command 'chek'", id="a misspelt command"),
    pytest.param(["check", "--formt", "json"], "No such option", id="a misspelt option"),
    pytest.param(
        ["check", "--as-of", "2026-02-30"], "'2026-02-30' is not a day", id="a day that is not in the calendar"
    ),
    pytest.param(["check", "nowhere.md"], "There is no nowhere.md", id="a path that does not exist"),
    pytest.param(["check", "n" * 300], "There is no nnn", id="a path that cannot exist"),
    pytest.param(["check", "-C", "nowhere"], "There is no content/ in ", id="a folder without content"),
    pytest.param(["check", "README.md"], "README.md is not checked.", id="a file that is not checked"),
    pytest.param(["check", "--output-file", "no/x"], "no/x cannot be written: ", id="a report into nowhere"),
    pytest.param(["check", "--output-file", "/"], "/ cannot be written: ", id="a report onto a folder"),
    pytest.param(
        ["check", "--output-file", "content"], "content is a place of sources", id="a report over the content"
    ),
    pytest.param(["rule", "LEN01"], "There is no rule 'LEN01'. Did you mean LEN001?", id="a misspelt rule"),
    pytest.param(["serve", "--address", "nowhere"], "'nowhere' is no address.", id="a misspelt address"),
    pytest.param(["new", "???"], "'???' holds no letter or digit.", id="a title without words"),
    pytest.param(["new", "A", "--kind", "answr"], "desk.yml has no kind 'answr'. Use answer.", id="a misspelt kind"),
    pytest.param(["build", "--engine", "hugo"], "'hugo' is not one of", id="an unknown engine"),
]


@pytest.mark.parametrize(("arguments", "words"), USAGE)
def test_wrong_use_exits_2_with_a_sentence(project: Make, arguments: list[str], words: str) -> None:
    folder = project("")
    (folder / "README.md").write_text("# Read me\n", encoding="utf-8")
    done = shelfready(*arguments, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        pytest.param(PermissionError(errno.EACCES, "Permission denied", "/x"), 2, id="a folder without rights"),
        pytest.param(OSError(errno.ENOSPC, "No space left on device", "/x"), 2, id="a full disk"),
        pytest.param(SetupError("/x is a file.", "Move it."), 2, id="an error that was foreseen"),
    ],
)
def test_trouble_of_the_machine_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], trouble: Exception, code: int
) -> None:
    def command(**_: object) -> None:
        raise trouble

    monkeypatch.setattr(cli, "shelfready", command)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == code
    assert capsys.readouterr().err.startswith("Error: /x ")


def test_a_bug_stays_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def command(**_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No such file", "/x")

    monkeypatch.setattr(cli, "shelfready", command)
    with pytest.raises(FileNotFoundError):
        cli.main()


RECORD = BASE["content/topics/piece.yml"]
ODD = [
    pytest.param("content/topics/piece.yml", b"\x00\xff\xfe binary", "LOD003", id="a binary record"),
    pytest.param("content/topics/piece.yml", b"", "LOD006", id="an empty record"),
    pytest.param("content/topics/piece.yml", b"[" * 100_000, "LOD00", id="a hundred thousand brackets"),
    pytest.param("content/topics/piece.yml", b"a: &a [x]\nb: *a\n", "LOD007", id="an alias"),
    pytest.param("content/topics/piece.yml", b"x" * 1_000_000, "LOD002", id="a megabyte of record"),
    pytest.param("content/drafts/piece.md", b"\x00" * 1000, "LOD004", id="a draft of NULs"),
    pytest.param("content/drafts/piece.md", b"x" * 1_000_000, "LOD002", id="a megabyte of draft"),
    pytest.param("content/drafts/piece.md", b"[" * 60_000, "LOD002", id="sixty thousand brackets in a line"),
    pytest.param("content/drafts/piece.md", b"[" * 1900, "MKD009", id="brackets within the line limit"),
    pytest.param("content/drafts/piece.md", b"[^1]:", "MKD009", id="a text that trips the library"),
    pytest.param(
        "content/drafts/piece.md", "caf\u00e9 \u201c".encode("cp1252", "replace"), "LOD003", id="Windows-1252"
    ),
    pytest.param("content/desk.yml", b"site: [", "LOD006", id="a broken desk"),
    pytest.param("content/desk.yml", b"\t", "LOD006", id="a desk of one tab"),
    pytest.param("docs/about.md", b"\xff\xfe", "LOD003", id="a page in UTF-16"),
]


@pytest.mark.parametrize(("path", "data", "code"), ODD)
def test_odd_content_is_a_finding_and_never_a_traceback(project: Make, path: str, data: bytes, code: str) -> None:
    folder = project("")
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data)
    done = shelfready("check", folder=folder)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(rf"^{re.escape(path)}:\d+:\d+: {code}", done.stdout, re.MULTILINE), done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes and links of POSIX")
@pytest.mark.parametrize("kind", ["pipe", "link", "loop", "folder", "locked link"])
def test_what_stands_in_a_drafts_place_is_a_finding(project: Make, tmp_path: Path, kind: str) -> None:
    folder = project("")
    draft = folder / "content/drafts/piece.md"
    draft.unlink()
    secret = tmp_path / "secret"
    secret.write_text("SECRET", encoding="utf-8")
    if kind == "pipe":
        os.mkfifo(draft)
    elif kind == "folder":
        draft.mkdir()
    else:
        draft.symlink_to({"link": secret, "loop": draft, "locked link": Path("/etc/shadow")}[kind])
    done = shelfready("check", folder=folder)
    assert done.returncode == 1
    assert "content/drafts/piece.md:1:1: LOD001 this path is " in done.stdout
    assert "SECRET" not in done.stdout


def test_without_a_desk_there_is_one_clear_finding(project: Make) -> None:
    folder = project("")
    (folder / "content/desk.yml").unlink()
    for command in ("check", "build"):
        done = shelfready(command, folder=folder)
        assert done.returncode == 1
        assert "content/desk.yml:1:1: LOD010 the desk's own file is missing" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="file names of POSIX")
def test_a_file_name_cannot_speak_to_the_runner(project: Make) -> None:
    folder = project("")
    (folder / "content/drafts/a\n::error::x.md").write_text("x\n", encoding="utf-8")
    (folder / "content/drafts/b\udcff.md").write_text("x\n", encoding="utf-8")
    for form in ("text", "github", "json"):
        done = shelfready("check", "--format", form, folder=folder)
        assert "Traceback" not in done.stderr
        assert not any(line.startswith("::error::x") for line in done.stdout.splitlines())


@pytest.mark.skipif(os.name != "posix", reason="file names of POSIX")
def test_nor_can_the_name_of_a_record_that_cannot_be_read(project: Make) -> None:
    folder = project("")
    (folder / "content/topics/a\n::error::x.yml").write_text("titel: x\n", encoding="utf-8")
    done = shelfready("check", "--format", "github", folder=folder)
    assert done.returncode == 1
    assert not any(line.startswith("::error::x") for line in done.stdout.splitlines())


def test_a_terminal_that_lacks_signs_gets_escapes(project: Make) -> None:
    folder = project("| content/drafts/piece.md\n[\u65e5\u672c](\u65e5\u672c.md)\n")
    done = shelfready("check", folder=folder, env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert done.returncode == 1
    assert "\\u65e5" in done.stdout
    assert "Traceback" not in done.stderr


def test_new_writes_a_topic_that_passes_check_and_never_overwrites(project: Make) -> None:
    folder = project("")
    done = shelfready("new", "How do I read the “fine print”?", "--lead", "No: one", folder=folder)
    assert done.stdout.splitlines()[:2] == [
        "wrote content/topics/read-fine-print.yml",
        "wrote content/drafts/read-fine-print.md",
    ]
    assert shelfready("check", "--strict", folder=folder).returncode == 0
    again = shelfready("new", "How do I read the “fine print”?", folder=folder)
    assert again.returncode == 2
    assert "content/topics/read-fine-print.yml exists already" in again.stderr


@pytest.mark.parametrize("kind", ["answer", "checklist", "response", "policy"])
def test_new_knows_every_kind(project: Make, kind: str) -> None:
    folder = project("")
    assert shelfready("new", "A title", "--kind", kind, folder=folder).returncode == 0
    assert shelfready("check", "--strict", folder=folder).returncode == 0


def test_rule_explains_by_code_and_by_name(project: Make) -> None:
    by_code = shelfready("rule", "len001", folder=project(""))
    by_name = shelfready("rule", "over-budget-piece", folder=project(""))
    assert by_code.stdout == by_name.stdout
    assert by_code.stdout.startswith("LEN001 over-budget-piece\n\nA draft has more words than its budget.\n")


@pytest.mark.parametrize(
    ("code", "may"),
    [
        pytest.param(
            "TON003", "under `severities:`.\n\nA record may let one sentence stand under `waivers:`.\n", id="tone"
        ),
        pytest.param("CNS001", "stand under `waivers:`, once counsel has signed.\n", id="counsel's list"),
        pytest.param("DSC001", "it cannot be changed.\n\n## Why\n", id="private matter"),
    ],
)
def test_rule_tells_what_a_desk_and_a_record_may_change(project: Make, code: str, may: str) -> None:
    assert may in shelfready("rule", code, folder=project("")).stdout


HERE = "In this project it is: hint, by content/desk.yml."


@pytest.mark.parametrize(
    ("severities", "code", "listed", "told"),
    [
        pytest.param("severities: {LEN002: hint}\n", "LEN002", "LEN002  hint ", True, id="changed"),
        pytest.param("severities: {LEN002: hint}\n", "LEN001", "LEN001  error ", False, id="another one"),
        pytest.param("severities: {MKD001: hint}\n", "MKD001", "MKD001  error ", False, id="one that stays an error"),
        pytest.param("severities: x\n", "LEN002", "LEN002  warning ", False, id="a desk that cannot be read"),
    ],
)
def test_rule_tells_what_the_desk_has_changed(
    project: Make, tmp_path: Path, severities: str, code: str, listed: str, told: bool
) -> None:
    folder = written({"content/desk.yml": BASE["content/desk.yml"] + severities}, project(""))
    for place, more in ((folder, ()), (tmp_path, ("-C", str(folder)))):
        assert (HERE in shelfready("rule", code, *more, folder=place).stdout) is told
        assert listed in shelfready("rule", *more, folder=place).stdout
    assert HERE not in shelfready("rule", code, folder=tmp_path).stdout


def test_rule_needs_no_project_but_one_that_is_named_must_be_there(tmp_path: Path) -> None:
    assert shelfready("rule", "LEN002", folder=tmp_path).returncode == 0
    done = shelfready("rule", "LEN002", "-C", "nowhere", folder=tmp_path)
    assert (done.returncode, "There is no content/ in" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_that_begins_as_the_list_says(project: Make, name: str) -> None:
    done = shelfready(name, "--help", folder=project(""))
    assert done.returncode == 0
    assert " ".join(COMMANDS[name].rstrip(".").split()[:3]) in " ".join(done.stdout.split())


def test_the_readme_and_the_contract_of_commands_agree() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"shelfready {name}" in readme, name


def test_the_example_of_this_project_is_clean() -> None:
    done = shelfready("check", "--as-of", "2026-11-21", folder=ROOT)
    assert done.returncode == 0, done.stdout


def test_a_draft_of_701_words_is_stopped_on_the_line_of_the_last_and_700_pass(project: Make) -> None:
    lines = [" ".join(f"word{n}x{i}" for i in range(10)) for n in range(70)]
    folder = project("")
    (folder / "content/drafts/piece.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert "LEN001" not in shelfready("check", folder=folder).stdout
    (folder / "content/drafts/piece.md").write_text("\n\n".join(lines) + "\n\nlast\n", encoding="utf-8")
    done = shelfready("check", folder=folder)
    assert "content/drafts/piece.md:141:1: LEN001 701 words, budget 700: 1 too many" in done.stdout
