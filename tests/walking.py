"""A page of the guide in, the same page with what its commands print today out: they run in a copy of the committee.

    python tests/walking.py

writes the page anew after a message has changed.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from committee import copied
from running import ROOT, shelfready

__all__ = ["PAGE", "walked"]

PAGE = ROOT / "docs/guide/from-idea-to-page.md"

_PART = re.compile(r"^## (?P<day>\d+ \w+ \d{4}):|^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"`([\w./-]+)`:\s*\Z")
_REFERENCE = re.compile(r"(?P<before>\[(?P<topic>[a-z-]+), edition (?P<number>\d), )[0-9a-f]{12}")


def walked(page: str, folder: Path) -> str:
    """The page, with files written, changes made and commands run in this folder; nothing but their output is new.

    A fence whose paragraph ends with a file name is that file, or a change of it (`diff`); a heading begins a day.
    """
    made, end, day = "", 0, ""
    for match in _PART.finditer(page):
        made += page[end : match.start()]
        end = match.end()
        if match["day"]:
            day = str(datetime.strptime(match["day"], "%d %B %Y").replace(tzinfo=UTC).date())
            made += match[0]
            continue
        named = _FILE.search(made)
        body = match["body"]
        if match["language"] == "console":
            body = "".join(_ran(line[2:], folder, day) for line in body.splitlines() if line.startswith("$ "))
        elif match["language"] == "diff":
            assert named, "a change says of which file"
            _changed(folder / named[1], body)
        elif named:
            body = _REFERENCE.sub(lambda found: found["before"] + _digest(folder, found), body)
            (folder / named[1]).write_text(body, encoding="utf-8")
        made += f"```{match['language']}\n{body}```"
    return made + page[end:]


def _ran(line: str, folder: Path, day: str) -> str:
    """A command with its output, as the page has both."""
    program, *arguments = shlex.split(line)
    if program == "shelfready":
        dated = [] if arguments[0] == "new" else ["--as-of", day]
        done = shelfready(*arguments, *dated, folder=folder)
    else:
        done = subprocess.run(
            [sys.executable if program == "python" else program, *arguments],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    return f"$ {line}\n{done.stdout}{done.stderr if done.returncode == 2 else ''}"


def _changed(file: Path, change: str) -> None:
    """Put the lines after '+' in the place of those after '-'."""
    text = file.read_text(encoding="utf-8")
    before, after = (
        "".join(f"{line[1:]}\n" for line in change.splitlines() if line.startswith(sign)).rstrip("\n") for sign in "-+"
    )
    assert text.count(before) == 1, f"'{before}' stands {text.count(before)} times in {file.name}"
    file.write_text(text.replace(before, after), encoding="utf-8")


def _digest(folder: Path, found: re.Match[str]) -> str:
    words = folder / f"content/editions/{found['topic']}/{found['number']}/words.yml"
    return words.read_text(encoding="utf-8").split('digest: "')[1][:12]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        PAGE.write_text(walked(PAGE.read_text(encoding="utf-8"), copied(Path(made))), encoding="utf-8")
