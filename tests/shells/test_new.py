"""`shelfready new`: what it writes passes check, and what would not is refused before a file exists."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from running import shelfready

Make = Callable[[str], Path]

REFUSED = [
    pytest.param(
        ["index"], "'index' is a name that the site or an operating system uses itself", id="a name of the site"
    ),
    pytest.param(["Con"], "'con' is a name that the site or an operating system uses itself", id="a name of Windows"),
    pytest.param(["<script>alert(1)</script>"], "'title': holds '<' or '>'", id="markup"),
    pytest.param(["Zero\u200bwidth"], "the invisible or unassigned character U+200B", id="an invisible character"),
    pytest.param(["word " * 80], "'title' has 399 characters; at most 300 are allowed", id="eighty words"),
    pytest.param(
        ["日本語の質問"], "Give the name of both files with --slug.", id="a title without a letter from a to z"
    ),
    pytest.param(["Ports", "--slug", "Big Ports"], "'Big Ports' cannot be part of a web address", id="an unfit name"),
    pytest.param(["Ports", "--lead", "<b>"], "'lead': holds '<' or '>'", id="markup in the lead"),
]


@pytest.mark.parametrize(("arguments", "words"), REFUSED)
def test_refused_with_the_reason_and_nothing_written(project: Make, arguments: list[str], words: str) -> None:
    folder = project("")
    before = sorted(folder.rglob("*"))
    done = shelfready("new", *arguments, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param(["a" * 299], "a" * 59, id="a single long word is cut"),
        pytest.param(["日本語の質問", "--slug", "ports"], "ports", id="a name of one's own"),
        pytest.param(["Why is port #1: “bad”?"], "port-1-bad", id="signs that mean something in a record"),
    ],
)
def test_written_and_clean(project: Make, arguments: list[str], name: str) -> None:
    folder = project("")
    done = shelfready("new", *arguments, folder=folder)
    assert done.stdout.startswith(f"wrote content/topics/{name}.yml\nwrote content/drafts/{name}.md\n")
    assert shelfready("check", folder=folder).returncode == 0


@pytest.mark.parametrize("kind", ["answer", "response"])
@pytest.mark.parametrize("sign", ["#", "# "], ids=["only the sign", "the sign and a blank, where there is one"])
def test_every_remark_becomes_a_line_of_the_record_when_its_sign_is_deleted(
    project: Make, sign: str, kind: str
) -> None:
    folder = project("")
    assert shelfready("new", "Why ports?", "--kind", kind, folder=folder).returncode == 0
    record = folder / "content/topics/ports.yml"
    assert ("responds_to:" in record.read_text(encoding="utf-8")) is (kind == "response")
    first, rest = record.read_text(encoding="utf-8").split("\n", 1)
    opened = re.sub(rf"^{sign}|^#", "", rest, flags=re.MULTILINE).replace("https://...", "https://desk.example/")
    record.write_text(f"{first}\n{opened}", encoding="utf-8")
    done = shelfready("check", "--as-of", "2026-11-21", "--strict", folder=folder)
    assert done.returncode == 0, done.stdout


def test_the_sample_address_must_be_replaced(project: Make) -> None:
    folder = project("")
    assert shelfready("new", "Why ports?", folder=folder).returncode == 0
    record = folder / "content/topics/ports.yml"
    record.write_text(re.sub(r"^#", "", record.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:], encoding="utf-8")
    assert "'url': 'https://...' is only a sample" in shelfready("check", folder=folder).stdout


@pytest.mark.parametrize("group", ["kinds", "audiences"])
def test_a_desk_that_lacks_what_a_topic_needs_is_a_sentence(project: Make, group: str) -> None:
    folder = project("")
    desk = folder / "content/desk.yml"
    text = re.sub(rf"^{group}:\n(?:  .*\n)+", f"{group}: {{}}\n", desk.read_text(encoding="utf-8"), flags=re.MULTILINE)
    desk.write_text(text, encoding="utf-8")
    done = shelfready("new", "Why ports?", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "content/desk.yml cannot be used as it is." in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="arguments as bytes")
def test_bytes_that_are_no_text_are_a_sentence(project: Make) -> None:
    folder = project("")
    done = subprocess.run(
        [sys.executable, "-m", "shelfready", "new", b"Port \xff"], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"bytes that are not UTF-8 text" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_in_the_drafts_folders_place_leaves_no_half_a_topic(project: Make) -> None:
    folder = project("")
    (folder / "content/drafts/piece.md").unlink()
    (folder / "content/drafts").rmdir()
    (folder / "content/drafts").write_text("no folder\n", encoding="utf-8")
    done = shelfready("new", "Why ports?", folder=folder)
    assert done.returncode == 2
    assert "content/drafts/ports.md cannot be written: " in done.stderr
    assert not (folder / "content/topics/ports.yml").exists()
