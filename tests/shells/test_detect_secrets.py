"""`secrets: detect-secrets` in desk.yml, as people meet it: what is said, what is hidden, what it costs without it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, written
from running import shelfready

pytestmark = pytest.mark.detect_secrets

KEY = "0a1b2c3d4e5f6789" * 2 + "-us21"
"""Of the form of Mailchimp's keys; nobody's."""
ASKED = BASE["content/desk.yml"] + "secrets: detect-secrets\n"
DRAFT = f"Use {KEY} for it.\n"
PLACES = {
    "a draft": ("content/drafts/piece.md", DRAFT, "1:5"),
    "its code": ("content/drafts/piece.md", f"Look.\n\n```\n{KEY}\n```\n", "4:1"),
    "a text that cannot be read": ("content/drafts/piece.md", "- " * 9 + KEY + "\n", "1:19"),
    "a page": ("docs/about.md", f"# About\n\n{DRAFT}", "3:5"),
    "a remark in a record": ("content/topics/piece.yml", BASE["content/topics/piece.yml"] + f"# {KEY}\n", "6:3"),
    "desk.yml itself": ("content/desk.yml", ASKED + f"# {KEY}\n", "22:3"),
    "another file": ("docs/list.csv", f"name,{KEY}\n", "1:6"),
}


@pytest.mark.parametrize(("path", "text", "place"), PLACES.values(), ids=PLACES)
def test_it_looks_at(project: Callable[[str], Path], path: str, text: str, place: str) -> None:
    folder = written({"content/desk.yml": ASKED, path: text}, project(""))
    told = shelfready("check", folder=folder)
    assert f"{path}:{place}: DSC005 a key of Mailchimp stands here" in told.stdout
    assert KEY not in told.stdout + told.stderr
    assert told.returncode == 1


@pytest.mark.parametrize(("path", "text", "place"), PLACES.values(), ids=PLACES)
def test_it_does_not_look_unasked_at(project: Callable[[str], Path], path: str, text: str, place: str) -> None:
    folder = written({path: text.replace(ASKED, BASE["content/desk.yml"])}, project(""))
    assert "DSC005" not in shelfready("check", folder=folder).stdout


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_no_report_shows_the_value(project: Callable[[str], Path], form: str) -> None:
    record = BASE["content/topics/piece.yml"].replace("kind: answer", f"kind: {KEY}")
    draft = f"See [it]({KEY}.md) and {DRAFT}"
    files = {"content/desk.yml": ASKED, "content/topics/piece.yml": record, "content/drafts/piece.md": draft}
    told = shelfready("check", "--format", form, folder=written(files, project("")))
    assert "[hidden]" in told.stdout
    assert KEY[:20] not in told.stdout + told.stderr


def test_texts_that_processes_share_are_looked_at(project: Callable[[str], Path]) -> None:
    files = {f"docs/page-{number}.md": f"# Page {number}\n\n{DRAFT}" for number in range(160)}
    told = shelfready("check", "--format", "json", folder=written({"content/desk.yml": ASKED, **files}, project("")))
    assert sum(finding["code"] == "DSC005" for finding in json.loads(told.stdout)) == 160


MISSING = {
    "not installed": {"detect_secrets.py": "raise ImportError\n"},
    "a version that has other plug-ins": {"detect_secrets/plugins/__init__.py": "", "detect_secrets/__init__.py": ""},
}


@pytest.mark.parametrize("package", MISSING.values(), ids=MISSING)
@pytest.mark.parametrize("command", ["check", "build"])
def test_asked_for_and_missing_is_an_error_of_the_set_up(
    project: Callable[[str], Path], tmp_path: Path, package: dict[str, str], command: str
) -> None:
    folder = written({"content/desk.yml": ASKED}, project(""))
    told = shelfready(command, folder=folder, env={"PYTHONPATH": path_with(written(package, tmp_path / "fake"))})
    assert told.returncode == 2
    assert "content/desk.yml asks for detect-secrets" in told.stderr
    assert "Install the package detect-secrets where Shelfready is installed" in told.stderr
    assert "Traceback" not in told.stderr


def test_missing_and_not_asked_for_is_nothing(project: Callable[[str], Path], tmp_path: Path) -> None:
    missing = written(MISSING["not installed"], tmp_path / "fake")
    told = [shelfready("check", folder=project(""), env=env) for env in ({}, {"PYTHONPATH": path_with(missing)})]
    assert (told[0].returncode, told[0].stdout, told[0].stderr) == (told[1].returncode, told[1].stdout, told[1].stderr)
    assert told[0].returncode == 0


def path_with(folder: Path) -> str:
    """This process's path of packages, with a folder before it."""
    return ":".join([str(folder), *filter(None, sys.path)])


LISTENING = """\
import sys
def heard(event, arguments):
    opened = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    asked = event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen")
    if opened or asked or event in ("os.rename", "os.mkdir"):
        print("heard", event, arguments[0], file=sys.stderr)
sys.dont_write_bytecode = True
sys.addaudithook(heard)
sys.argv[1:] = {arguments!r}
from shelfready.cli import shelfready
try:
    shelfready()
finally:
    print("imported", "detect_secrets" in sys.modules, "requests" in sys.modules, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("desk", "arguments", "imported"),
    [
        pytest.param(ASKED, ["check"], "imported True True", id="asked for"),
        pytest.param(BASE["content/desk.yml"], ["check"], "imported False False", id="not asked for"),
        pytest.param(ASKED, ["--help"], "imported False False", id="help"),
        pytest.param(ASKED, ["rule", "DSC005"], "imported False False", id="the manual page"),
    ],
)
def test_nothing_is_written_and_nobody_asked(
    project: Callable[[str], Path], desk: str, arguments: list[str], imported: str
) -> None:
    folder = written({"content/desk.yml": desk, "content/drafts/piece.md": DRAFT}, project(""))
    code = LISTENING.format(arguments=arguments)
    told = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert told.stderr.splitlines() == [imported]


def test_another_program_is_refused(project: Callable[[str], Path]) -> None:
    desk = BASE["content/desk.yml"] + "secrets: gitleaks\n"
    told = shelfready("check", folder=written({"content/desk.yml": desk}, project("")))
    assert "content/desk.yml:21:10: REC003 " in told.stdout
    assert "detect-secrets" in told.stdout
