"""Projects for tests: a usual desk and piece, and drawings of files that differ from them.

A drawing is a list of files, each a path between bars with its text below:

    | content/drafts/piece.md
    Look from outside.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from shelfready.check import check
from shelfready.model.files import RawFile
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library
from shelfready.parse.library import library
from shelfready.parse.prose import jobs, prose

__all__ = ["BASE", "MIXED", "MIXED_WORDS", "TODAY", "added", "codes", "drawn", "found", "parsed", "raw", "written"]

TODAY = date(2026, 11, 21)

BASE: dict[str, str] = {
    "content/desk.yml": textwrap.dedent("""\
        site: {name: Desk, address: "https://answers.desk.example/", description: Answers., publisher: desk}
        notice: An independent example.
        organisations:
          desk:
            name: Desk
            boilerplate: The desk answers.
            press: {name: Press desk, email: press@desk.example, hours: 9 to 17, time_zone: UTC}
        audiences:
          media: {label: Reporters}
          regulators: {label: Regulators}
        kinds:
          answer: {label: Answer, budget: 700}
          checklist: {label: Checklist, budget: 500}
          response: {label: Response, budget: 700}
          policy: {label: Policy, budget: 700}
          long: {label: Long, budget: 700, floor: 50}
          signed: {label: Signed, budget: 700, sign_off: [counsel]}
        marks: {joint: Both together}
        security: {contact: ["https://answers.desk.example/media/"], expires: 2027-10-01}
        terms: {known: [DICOM, PACS]}
        """),
    "content/topics/piece.yml": textwrap.dedent("""\
        title: How exposed are we?
        kind: answer
        status: proposed
        owners: [desk]
        audiences: [media]
        """),
    "content/drafts/piece.md": "Look from outside.\n",
}
"""A desk with one proposed piece: clean under all rules."""

PUBLISHED = "status: published\nlead: Example Author\nstatement: Look from outside.\nreview_by: 2027-05-20\n"
"""What makes the usual piece public, for `added`."""


MIXED = """\
Look from outside\u2014it takes an hour, see [the answers](/answers/index.md).[^1]

| Door | Try |
| --- | --- |
| Port 104 | `echoscu -v` |

[^1]: DICOM PS3.8.
"""
MIXED_WORDS = 18
"""Look from outside it takes an hour see the answers (10), Door Try Port 104 echoscu -v (6), DICOM PS3.8 (2)."""


def drawn(drawing: str) -> dict[str, str]:
    """Path -> text of a drawing."""
    text = textwrap.dedent(drawing).strip("\n")
    parts = re.split(r"^\| (\S+)\n?", text + "\n" if text else "", flags=re.MULTILINE)
    return {path: body.rstrip("\n") + "\n" for path, body in zip(parts[1::2], parts[2::2], strict=True)}


def added(base: str, lines: str) -> str:
    """A record with these keys put in, in order; a key that it has already is replaced."""
    entries = [entry for text in (base, lines) for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if entry]
    last = {entry.split(":")[0]: number for number, entry in enumerate(entries)}
    return "".join(entry for number, entry in enumerate(entries) if last[entry.split(":")[0]] == number)


def raw(files: Mapping[str, str | bytes | RawFile]) -> dict[str, RawFile]:
    """Files as `read.tree` would hand them on."""
    found = {}
    for path, content in sorted(files.items()):
        if isinstance(content, RawFile):
            found[path] = content
        else:
            data = content.encode() if isinstance(content, str) else content
            found[path] = RawFile(path, data, len(data))
    return found


def parsed(files: Mapping[str, str | bytes | RawFile], as_of: date = TODAY) -> Library:
    """A library from files in memory."""
    everything = raw(files)
    return library(everything, map(prose, jobs(everything)), as_of)


def found(files: Mapping[str, str | bytes | RawFile], as_of: date = TODAY) -> tuple[Diagnostic, ...]:
    """What all rules say about the usual project with these files in it."""
    return check(parsed({**BASE, **files}, as_of))


def codes(files: Mapping[str, str | bytes | RawFile], as_of: date = TODAY) -> list[str]:
    """The codes of all findings, in order."""
    return [diagnostic.code for diagnostic in found(files, as_of)]


def written(files: Mapping[str, str | bytes], folder: Path) -> Path:
    """Write files below a folder."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
