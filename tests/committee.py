"""The story of examples/committee in, the same folder out, made anew by the commands that it tells of.

    python tests/committee.py

writes the folder again after somebody changed a record, a draft or desk.yml there.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from drawing import written
from shelfready.cli import shelfready
from shelfready.pipeline import examine
from shelfready.replies import reference
from shelfready.standing import standing

__all__ = ["COMMITTEE", "LAST_DAY", "Step", "at_first", "committee", "copied", "replayed", "steps"]

ROOT = Path(__file__).resolve().parents[1]
COMMITTEE = ROOT / "examples" / "committee"
STORY = ROOT / "tests" / "data" / "committee.txt"
LAST_DAY = "2026-11-20"
"""The day after the last step."""

_STEP = re.compile(r"^(\d{4}-\d\d-\d\d) (.+)\n(?:- (.+)\n\+ (.+)\n)?", re.MULTILINE)
_MADE = ("content/editions/", "content/log/")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the story; a change with the two texts below it."""

    day: str
    words: tuple[str, ...]
    before: str
    after: str

    @property
    def is_change(self) -> bool:
        return self.words[0] == "change"


def steps() -> tuple[Step, ...]:
    """The story, in its order."""
    found = _STEP.findall(STORY.read_text(encoding="utf-8"))
    return tuple(Step(day, tuple(shlex.split(words)), before, after) for day, words, before, after in found)


def committee(folder: Path = COMMITTEE) -> dict[str, bytes]:
    """Every file of the folder that people or commands wrote."""
    places = (path for part in ("content", "docs") for path in sorted((folder / part).rglob("*")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in places if path.is_file()}


def at_first(files: Mapping[str, bytes], told: tuple[Step, ...]) -> dict[str, bytes]:
    """The same files before the first step: nothing frozen, nothing logged, each change undone."""
    texts = {path: data.decode() for path, data in files.items() if not path.startswith(_MADE)}
    for step in reversed(told):
        if step.is_change:
            texts[step.words[1]] = _put(texts[step.words[1]], step.after, step.before)
    for slug in {step.words[1] for step in told if not step.is_change}:
        path = f"content/topics/{slug}.yml"
        texts[path] = re.sub(r"^status: \w+$", "status: review", texts[path], flags=re.MULTILINE)
    return {path: text.encode() for path, text in texts.items()}


def replayed(folder: Path, told: tuple[Step, ...]) -> Iterator[str]:
    """Take every step in a folder that stands at the beginning; what each command said."""
    for step in told:
        if step.is_change:
            place = folder / step.words[1]
            place.write_text(_put(place.read_text(encoding="utf-8"), step.before, step.after), encoding="utf-8")
        elif step.words[0] == "reply":
            slug, role, person, answer = step.words[1:]
            edition = standing(examine(folder, _day(step))[0], slug).newest
            assert edition, f"nothing of {slug} was submitted"
            line = f"{answer} {reference(edition.edition.record, role, person)}\n"
            yield _ran(folder, step.day, ("sign", "--from", "-"), line)
        else:
            yield _ran(folder, step.day, step.words)


def copied(folder: Path) -> Path:
    """The folder as it stands in the repository, somewhere else."""
    return written(committee(), folder)


def _ran(folder: Path, day: str, words: tuple[str, ...], text: str = "") -> str:
    done = CliRunner().invoke(shelfready, [*words, "--as-of", day, "-C", str(folder)], input=text)
    assert done.exit_code == 0, f"{day} {shlex.join(words)}\n{done.output}{done.exception!r}"
    return done.output


def _day(step: Step) -> date:
    return date.fromisoformat(step.day)


def _put(text: str, before: str, after: str) -> str:
    assert text.count(before) == 1, f"'{before}' stands there {text.count(before)} times"
    return text.replace(before, after)


if __name__ == "__main__":
    story = steps()
    with tempfile.TemporaryDirectory() as made:
        place = written(at_first(committee(), story), Path(made))
        for said in replayed(place, story):
            sys.stdout.write(said)
        for path, data in committee(place).items():
            written({path: data}, COMMITTEE)
        for path in sorted(committee().keys() - committee(place).keys()):
            os.unlink(COMMITTEE / path)
