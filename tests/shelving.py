"""The usual piece in each state it can have, for tests of the shelf: made from drawn files, editions and sign-offs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from drawing import TODAY, added, parsed
from freezing import SIGNING, signed, submitted
from shelfready.check import check
from shelfready.model.files import RawFile
from shelfready.model.shelf import Piece
from shelfready.shelf import shelf

__all__ = [
    "AHEAD",
    "APPROVED",
    "COUNSEL",
    "DRAFT",
    "DRAFTING",
    "EDITOR",
    "LIGHT",
    "LIVE",
    "LOG",
    "RECORD",
    "REVIEW",
    "SUBMITTED",
    "WITHDRAWN",
    "logged",
    "on_shelf",
    "other",
    "record",
    "reply",
]

Files = Mapping[str, str | bytes | RawFile]

RECORD, DRAFT, LOG = "content/topics/piece.yml", "content/drafts/piece.md", "content/log/piece.yml"
COUNSEL = "content/editions/piece/1/signoff-desk-counsel.yml"
EDITOR = "content/editions/piece/1/signoff-desk-editor.yml"


def record(files: Mapping[str, str], lines: str) -> dict[str, str]:
    """The files, with these lines in the record of the usual piece."""
    return {**files, RECORD: added(files[RECORD], lines)}


def logged(files: Mapping[str, str], *entries: str) -> dict[str, str]:
    """The files, with a log of the usual piece."""
    usual = "date: 2026-11-20, person: Example Editor"
    return {**files, LOG: "entries:\n" + "".join(f"  - {{{usual}, {entry}}}\n" for entry in entries)}


def reply(files: Files, text: str, role: str = "counsel", edition: int = 1) -> dict[str, str]:
    """The file of a reply that is no approval."""
    return signed(files, f"content/editions/piece/{edition}/reply-desk-{role}.yml", text)


def other(files: Mapping[str, str], slug: str, lines: str = "", draft: str = "Elsewhere.\n") -> dict[str, str]:
    """The files, with another proposed topic that has these lines."""
    title = f"title: What about {slug}?\n"
    return {
        **files,
        f"content/topics/{slug}.yml": added(SIGNING[RECORD], title + lines),
        f"content/drafts/{slug}.md": draft,
    }


DRAFTING = record(SIGNING, "kind: signed-twice\nstatus: drafting\nlead: Example Author\n")
REVIEW = record(DRAFTING, "status: review\nstatement: Look from outside.\nreview_by: 2027-05-20\n")
SUBMITTED = {**REVIEW, **submitted(REVIEW, "piece")}
_HALF = {**SUBMITTED, **signed(SUBMITTED, COUNSEL)}
APPROVED = {**_HALF, **signed(_HALF, EDITOR)}
LIVE = logged(record(APPROVED, "status: published\n"), "action: publish, edition: 1, reason: Asked for.")
AHEAD = {**LIVE, DRAFT: "Look from outside, twice a year at least.\n"}
WITHDRAWN = {
    **record(LIVE, "status: withdrawn\n"),
    LOG: LIVE[LOG] + "  - {date: 2026-11-21, person: Example Editor, action: withdraw, reason: A source was wrong.}\n",
}
LIGHT = record(SIGNING, "status: review\nlead: Example Author\nstatement: Look from outside.\nreview_by: 2027-05-20\n")


def on_shelf(files: Files, as_of: date = TODAY, slug: str = "piece") -> Piece:
    """How a topic stands, the usual one where no other is named."""
    library = parsed(files, as_of)
    return next(piece for piece in shelf(library, check(library)) if piece.slug == slug)
