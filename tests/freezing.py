"""Editions and sign-offs for tests: made by the functions of the commands, from drawn files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import yaml

from drawing import BASE, parsed
from shelfready.frozen import folder_of, frozen, given_text, words_text
from shelfready.model.edition import Reply, SignOff
from shelfready.model.files import RawFile

__all__ = ["SIGNING", "SUBMITTED", "signed", "submitted"]

_KIND = "  signed: {label: Signed, budget: 700, sign_off: [counsel]}\n"
_TWICE = "  signed-twice: {label: Signed twice, budget: 700, sign_off: [counsel, editor]}\n"
_PEOPLE = """\
people:
  - {name: Example Counsel, organisation: desk, roles: [counsel, editor]}
  - {name: Example Editor, organisation: desk, roles: [editor]}
"""
SIGNING = {**BASE, "content/desk.yml": BASE["content/desk.yml"].replace(_KIND, _KIND + _TWICE) + _PEOPLE}
"""The usual desk and piece, with people who sign."""

Files = Mapping[str, str | bytes | RawFile]

SUBMITTED = date(2026, 11, 20)
"""The day on which editions of tests are frozen and signed."""


def submitted(files: Files, slug: str) -> dict[str, str]:
    """The files of the next edition of a topic."""
    library = parsed(files)
    topic = next(topic for topic in library.topics if topic.slug == slug)
    record = frozen(library, topic, SUBMITTED)
    return {f"{folder_of(slug, record.edition)}words.yml": words_text(record)}


def signed(files: Files, path: str, text: str = "") -> dict[str, str]:
    """The file of a sign-off or reply at this path, by counsel or the editor of the desk; with other values as given.

    Args:
        files: with the edition.
        path: such as content/editions/piece/1/signoff-desk-counsel.yml.
        text: `key: value` lines that replace the usual ones.
    """
    folder, _, name = path.rpartition("/")
    slug, number = folder.split("/")[-2:]
    kind, organisation, role = name.removesuffix(".yml").split("-")
    edition = next(e for e in parsed(files).history(slug).editions if e.number == int(number))
    values = {
        "topic": slug,
        "edition": number,
        "digest": edition.record.digest,
        "role": role,
        "person": {"counsel": "Example Counsel"}.get(role, "Example Editor"),
        "organisation": organisation,
        "date": SUBMITTED,
        "evidence": "minutes of 2026-11-20, held by the desk",
        **({"answer": "refuse"} if kind == "reply" else {}),
        **(yaml.load(text, Loader=yaml.BaseLoader) or {}),
    }
    record: SignOff | Reply = (SignOff if kind == "signoff" else Reply).model_validate(values)
    return {path: given_text(record)}
