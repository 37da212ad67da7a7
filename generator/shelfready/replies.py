"""The text of a mail in, the reply line in it out; and the lines that a packet offers. Pure text, both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass

from shelfready.errors import SetupError
from shelfready.model.edition import EditionRecord

__all__ = ["FORMS", "Line", "reference", "reply_line", "reply_lines"]

FORMS = ("APPROVE", "APPROVE WITH ¶n: ...", "REFUSE: ...")
"""How the three replies begin."""

_LINE = re.compile(
    r"^[ \t*_]*(?P<verb>APPROVE[ \t]+WITH|APPROVE|REFUSE)(?P<rest>[^\[\]\n]*)"
    r"\[(?P<topic>[a-z0-9-]+), edition (?P<edition>\d{1,4}), (?P<digest>[0-9a-f]{12}), (?P<role>[a-z0-9-]+), "
    r"(?P<person>[^\[\]\n]+)\][ \t*_.]*$",
    re.MULTILINE,
)
_WANTED = "Copy one of the three lines from the end of the packet, without changing what stands in brackets."


@dataclass(frozen=True, slots=True)
class Line:
    """A reply: what somebody says to which edition, in which role."""

    answer: str
    """approve, approve-with or refuse."""
    remark: str
    topic: str
    edition: int
    digest: str
    """The first twelve digits."""
    role: str
    person: str


def reference(record: EditionRecord, role: str, person: str) -> str:
    """What ends each reply line, so that it can be for nothing else."""
    return f"[{record.topic}, edition {record.edition}, {record.digest[:12]}, {role}, {person}]"


def reply_lines(record: EditionRecord, role: str, person: str) -> tuple[str, str, str]:
    """The three lines from which a reader picks one."""
    ending = reference(record, role, person)
    return f"APPROVE {ending}", f"APPROVE WITH ¶n: ... {ending}", f"REFUSE: ... {ending}"


def reply_line(text: str) -> Line:
    """The one reply line of a mail; quoted lines ('> ...') are those of somebody else.

    Raises:
        SetupError: there is none, there are several, or it says more than its form.
    """
    folded = _unfolded(text.replace("\r\n", "\n").replace("\u00a0", " "))
    found = list(dict.fromkeys(_of(match) for match in _LINE.finditer(folded)))
    if not found:
        raise SetupError("There is no reply line in this text.", _WANTED)
    if len(found) > 1:
        message = f"There are {len(found)} different reply lines in this text, and nobody can tell which one is meant."
        raise SetupError(message, "Keep the one that the person wrote, and take the quoted packet out.")
    line = found[0]
    if line.answer == "approve" and line.remark:
        message = f"The line approves and says more: '{line.remark[:80]}'."
        raise SetupError(message, "Ask whether it is APPROVE alone or APPROVE WITH a condition.")
    if line.remark.strip(" .…:") in ("", "¶n") and line.answer != "approve":
        raise SetupError("The line gives a condition or refuses, and does not say what or why.", "Ask for it.")
    return line


def _of(match: re.Match[str]) -> Line:
    answer = {"APPROVE": "approve", "REFUSE": "refuse"}.get(match["verb"], "approve-with")
    remark = " ".join(match["rest"].split()).strip(": ")
    return Line(
        answer, remark, match["topic"], int(match["edition"]), match["digest"], match["role"], match["person"].strip()
    )


def _unfolded(text: str) -> str:
    """Lines that a mail program has broken, joined: a reply line ends with its bracket."""
    return re.sub(
        r"^((?:APPROVE|REFUSE)[^\[\]\n]*(?:\[[^\]\n]*)?)\n(?!>)([^\n]*\])", r"\1 \2", text, flags=re.MULTILINE
    )
