"""What somebody wrote in, the reply line in it out; and what a packet offers for such a line. Pure text, both ways.

In doubt nothing is signed: APPROVE counts only where it stands alone before what the packet put in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shelfready.errors import SetupError
from shelfready.mails import GAP, mail
from shelfready.model.edition import EditionRecord

__all__ = ["DIGITS", "FORMS", "Line", "reference", "reply_line"]

FORMS = ("APPROVE", "APPROVE WITH ¶n: ...", "REFUSE: ...")
"""How the three replies begin."""

DIGITS = 24
"""Digits of the digest in a reply line: with half as many, somebody could try out texts until two had the same."""

_REFERENCE = re.compile(
    r"\[\s*(?P<topic>[a-z0-9\s-]{1,200}?)\s*,\s*edition\s+(?P<edition>\d{1,4})\s*,"
    rf"\s*(?P<digest>[0-9a-f]{{{DIGITS}}})\s*,\s*(?P<role>[a-z0-9\s-]{{1,120}}?)\s*,"
    rf"\s*(?P<person>[^\[\]{GAP}]{{1,300}}?)\s*\]",
    re.IGNORECASE,
)
_VERB = re.compile(r"^[ \t*_•–-]*(?P<verb>approve\s{1,3}with|approve|refuse)\b", re.IGNORECASE | re.MULTILINE)
_TAIL = re.compile(r"[^\n]*")
_SIGNS = " \t\n*_.…:,;"
_EMPTY = ("", "¶n", "n")
_CONDITION = re.compile(
    r"¶|§|\?|n['’]t\b|\bpara(?:graph|\.)|\bno\b(?!\s+(?:changes|comments|objections|further|more|other)\b)"
    r"|\b(?:but|however|provided|subject to|condition(?:al|s)?|unless|except|as (?:long|soon) as|instead|not|cannot"
    r"|never|if|once|until|only|yet|wait|pending|wrong|refus\w+|reject\w*|declin\w+|disagree|disregard|withdraw\w*|withdrew"
    r"|aber|jedoch|sofern|vorbehalt\w*|bedingung\w*|absatz|nicht|kein\w*|nein|nie|nur|erst|bis|wenn|falls|sobald"
    r"|warten|ablehn\w*|falsch)\b",
    re.IGNORECASE,
)
"""What may take an approval back, limit it or put it off; whoever reads the mail then has to look."""
_FIRMS = re.compile(r"confidential|addressee|recipient|vertraulich|empfänger|adressat", re.IGNORECASE)
"""What firms add to each mail has such words in it, and conditions of its own."""
_NEAR = 300
"""Signs behind the line in which a condition may follow; further down stand signatures and what firms add to mails."""
_WANTED = "Ask for one line at the top of the answer, as section 2 of the packet says, brackets included."


@dataclass(frozen=True, slots=True)
class Line:
    """A reply: what somebody says to which edition, in which role."""

    answer: str
    """approve, approve-with or refuse."""
    remark: str
    topic: str
    edition: int
    digest: str
    """Its first digits, as many as `DIGITS`."""
    role: str
    person: str


def reference(record: EditionRecord, role: str, person: str) -> str:
    """What ends each reply line, so that it can be for nothing else."""
    return f"[{record.topic}, edition {record.edition}, {record.digest[:DIGITS]}, {role}, {person}]"


def reply_line(data: str | bytes) -> Line:
    """The one reply line of a mail; what is quoted in it was written by somebody else.

    Args:
        data: the mail as it was saved, or a text copied from it.

    Raises:
        SetupError: there is none, there are several, it says more than its form, or somebody else sent it.
    """
    answer = mail(data.encode() if isinstance(data, str) else data)
    found: dict[Line, str] = {}
    for line, beside in _lines(answer.text):
        found[line] = f"{found.get(line, '')}\n{beside}"
    if not found:
        raise SetupError("There is no reply line in what the sender wrote; quoted lines do not count.", _WANTED)
    if len(found) > 1:
        message = f"There are {len(found)} different reply lines in this text, and nobody can tell which one is meant."
        raise SetupError(message, "Keep the one that the person wrote, and take the quoted packet out.")
    line, beside = next(iter(found.items()))
    _check(line, beside)
    _check_sender(line, answer.sender)
    return line


def _lines(text: str) -> Iterator[tuple[Line, str]]:
    """Every reply line, and what stands near it."""
    begin = 0
    for match in _REFERENCE.finditer(text):
        verb = _VERB.search(text, begin, match.start())
        if verb is None:
            message = f"'{' '.join(match[0].split())[:120]}' stands in the text without a word before it."
            fix = "A reply line begins with APPROVE, APPROVE WITH or REFUSE; take a quoted packet out."
            raise SetupError(message, fix)
        rest = text[verb.end() : match.start()]
        if GAP in rest:
            raise SetupError("Quoted text stands in the middle of the reply line.", "Ask for the line in one piece.")
        tail = _TAIL.match(text, match.end())
        assert tail is not None, "it matches nothing, too"
        above, below = text[begin : verb.start()], text[tail.end() : tail.end() + _NEAR]
        begin = tail.end()
        if verb["verb"].lower() == "approve":
            rest = f"{_unfinished(above)} {rest}"
        yield _line(verb["verb"], f"{rest} {tail[0].replace(GAP, '')}", match), f"{above}\n\n{below}".replace(GAP, "\n")


def _unfinished(above: str) -> str:
    """The line above, if the approval goes on with its sentence: 'I do not' and, in the next line, 'approve'."""
    last = above.removesuffix("\n").rpartition("\n")[2].strip()
    return last if last[-1:].isalnum() else ""


def _line(verb: str, rest: str, match: re.Match[str]) -> Line:
    answer = {"approve": "approve", "refuse": "refuse"}.get(verb.lower(), "approve-with")
    remark = " ".join(rest.split()).strip(_SIGNS)
    topic, role = (re.sub(r"(?<=-)\s+|\s+(?=-)", "", match[name].lower()) for name in ("topic", "role"))
    person = " ".join(match["person"].split())
    return Line(answer, remark, topic, int(match["edition"]), match["digest"].lower(), role, person)


def _check(line: Line, beside: str) -> None:
    if line.answer == "approve" and line.remark:
        message = f"The line approves and says more: '{line.remark[:80]}'."
        raise SetupError(message, "Ask whether it is APPROVE alone or APPROVE WITH a condition.")
    if line.answer != "approve" and line.remark.strip(_SIGNS) in _EMPTY:
        raise SetupError("The line gives a condition or refuses, and does not say what or why.", "Ask for it.")
    if line.answer == "approve" and (near := _condition(beside)):
        message = f"The line approves, and beside it stands '{near}', which may be a condition."
        raise SetupError(message, "If it is none, put the reply line alone into a file; otherwise ask.")


def _condition(beside: str) -> str:
    """What beside an approval may be a condition."""
    for part in re.split(r"\n\s*\n", beside):
        if not _FIRMS.search(part) and (found := _CONDITION.search(part)):
            return " ".join(part[max(0, found.start() - 60) : found.end() + 60].split())
    return ""


def _check_sender(line: Line, sender: str) -> None:
    """A saved mail has the name of its sender; it may be turned round, so one word of it is enough."""
    names = set(re.findall(r"[^\W\d_]{2,}", sender.lower()))
    if names and "@" not in sender and names.isdisjoint(re.findall(r"[^\W\d_]{2,}", line.person.lower())):
        message = f"The mail is from '{sender[:80]}', and its reply line is {line.person}'s."
        raise SetupError(message, "Only the person whom the line names can send it; ask them.")
