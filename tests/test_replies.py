"""The reply line in what mail programs make of it: what signs, what is recorded, and what nobody may take for either."""

from __future__ import annotations

import base64
import quopri
import textwrap

import pytest

from shelfready.errors import SetupError
from shelfready.mails import PACKET_BEGINS
from shelfready.replies import Line, reply_line

END = "[a-long-name-of-a-piece, edition 2, 0123456789ab, counsel, Example Counsel]"
APPROVE = f"APPROVE {END}"
WITH = f"APPROVE WITH ¶4: say 'some' {END}"
REFUSE = f"REFUSE: ¶4 is wrong {END}"
LINES = f"{APPROVE}\n\nAPPROVE WITH ¶n: ... {END}\n\nREFUSE: ... {END}\n"
PACKET = f"{PACKET_BEGINS}\n\nHow exposed are we?\n\n{LINES}\n¶1 (title) How exposed are we?\n"


def quoted(text: str, sign: str = "> ") -> str:
    return "".join(f"{sign}{line}\n" for line in text.splitlines())


def message(body: str, kind: str = "text/plain", sender: str = "Example Counsel <counsel@firm.example>") -> str:
    """A saved mail, its body as mail programs pack it."""
    packed = quopri.encodestring(body.encode()).decode()
    return (
        f"Received: from mail.firm.example\nFrom: {sender}\nSubject: Re: packet\nMIME-Version: 1.0\n"
        f"Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{packed}"
    )


def parts(plain: str, html: str) -> str:
    """A saved mail with a text and a page that say the same."""
    body = base64.b64encode(html.encode()).decode()
    return (
        "From: Example Counsel <counsel@firm.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{plain}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{body}\n--b--\n"
    )


OUTLOOK = (
    "\n________________________________\nFrom: Example Desk\nSent: Friday, 20 November 2026 10:04\nTo: Counsel\n"
    "Subject: Packet\n\n"
)
OUTLOOK_IN_GERMAN = (
    "\n-----Ursprüngliche Nachricht-----\nVon: Example Desk\nGesendet: Freitag, 20. November 2026 10:04\n"
    "An: Counsel\nBetreff: Packet\n\n"
)
SIGNATURE = "\n\nKind regards\nExample Counsel\n\nIf you are not the addressee, delete this unless told otherwise.\n"
FAR = "\n" + "Firm and Partners, Example Street, Example Town. " * 8

SIGNS = {
    "the line alone": APPROVE,
    "with Windows line ends": f"{APPROVE}\r\n",
    "in small letters": APPROVE.replace("APPROVE", "Approve"),
    "with a greeting and a name": f"Dear desk,\n\n{APPROVE}\n\nKind regards\nExample Counsel\n",
    "broken at 72": textwrap.fill(APPROVE, 72, break_on_hyphens=False),
    "broken at 40": textwrap.fill(APPROVE, 40, break_on_hyphens=False),
    "broken behind a hyphen": APPROVE.replace("long-name", "long-\nname"),
    "broken behind the word": APPROVE.replace("APPROVE ", "APPROVE\n"),
    "with no-break spaces": APPROVE.replace(" ", "\u00a0"),
    "with a zero-width space": APPROVE.replace("counsel, ", "counsel,\u200b "),
    "with no-break hyphens": APPROVE.replace("-", "\u2011"),
    "in bold": f"*{APPROVE}*",
    "with the word in bold": APPROVE.replace("APPROVE", "*APPROVE*"),
    "as an item": f"- {APPROVE}",
    "with a full stop": f"{APPROVE}.",
    "twice": f"{APPROVE}\n\n{APPROVE}",
    "above the quoted packet": f"{APPROVE}\n\nOn 20 Nov 2026 at 10:04, Example Desk wrote:\n\n{quoted(PACKET)}",
    "below the quoted packet": f"Am 20.11.2026 um 10:04 schrieb Example Desk:\n{quoted(PACKET)}\n{APPROVE}\n",
    "between quoted parts": f"{quoted('Please answer.')}\n{APPROVE}\n\n{quoted(PACKET)}",
    "above a packet that is quoted twice": f"{APPROVE}\n{quoted(quoted(PACKET))}",
    "above a packet quoted with bars": f"{APPROVE}\n{quoted(PACKET, '| ')}",
    "above Outlook's copy": f"{APPROVE}{OUTLOOK}{PACKET}",
    "above Outlook's copy of other words": f"{APPROVE}{OUTLOOK}Please answer:\n{LINES}",
    "above Outlook's copy in German": f"{APPROVE}{OUTLOOK_IN_GERMAN}{LINES}",
    "above a copy without any sign": f"{APPROVE}\n\n{PACKET}",
    "above a copy behind 'wrote:'": f"{APPROVE}\n\nOn 20 Nov 2026, Example Desk\n<desk@desk.example> wrote:\n\n{LINES}",
    "with thanks above": f"Thanks for the quick work.\n{APPROVE}\nHave a nice weekend!",
    "without anything to add": f"No changes from my side. I have nothing to add.\n\n{APPROVE}",
    "with what firms add below": f"{APPROVE}\n\nExample Counsel\n\nConfidential. If this is not for you, delete it.\n",
    "with what firms add far below": f"{APPROVE}\n\nExample Counsel\n{FAR}{SIGNATURE}",
    "below its own headers": f"From: Example Counsel <c@firm.example>\nDate: 20 Nov 2026\nTo: Desk\n\n{APPROVE}",
    "below its own headers in German": f"Von: Example Counsel <c@firm.example>\nAn: Desk\n\n{APPROVE}",
    "quoted-printable without headers": quopri.encodestring(f"{APPROVE} \u00a0".encode()).decode(),
    "a saved mail": message(APPROVE),
    "a saved mail with the packet quoted": message(f"{APPROVE}\n\n{quoted(PACKET)}"),
    "a saved mail of a name turned round": message(APPROVE, sender='"Counsel, Example" <c@firm.example>'),
    "a saved mail without a name": message(APPROVE, sender="c@firm.example"),
    "a saved mail in two forms": parts(APPROVE, f"<p>{APPROVE}</p>"),
    "a saved mail in HTML": message(f"<html><body><p>{APPROVE}</p></body></html>", "text/html"),
    "pasted HTML": f"<div>{APPROVE.replace(' ', '&nbsp;')}<br></div>",
    "pasted HTML with the packet quoted": f"<p>{APPROVE}</p><blockquote><p>{LINES.replace(chr(10), '<br>')}</p></blockquote>",
    "pasted HTML with two lines struck out": f"<p>{APPROVE}</p><p><s>{WITH}</s></p><p><del>{REFUSE}</del></p>",
    "pasted HTML behind a style": f"<style>p {{ color: red }}</style><p>{APPROVE}</p>",
}
"""Texts of one person who approves."""


@pytest.mark.parametrize("name", SIGNS)
def test_what_signs(name: str) -> None:
    line = reply_line(SIGNS[name])
    assert line == Line("approve", "", "a-long-name-of-a-piece", 2, "0123456789ab", "counsel", "Example Counsel")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=["UTF-8", "with a mark", "UTF-16", "Windows"]
)
def test_a_text_may_be_saved_in_any_encoding(encoding: str) -> None:
    assert reply_line(WITH.encode(encoding)).remark == "¶4: say 'some'"


RECORDED = {
    "a condition": (WITH, "approve-with", "¶4: say 'some'"),
    "a condition in small letters": (WITH.replace("APPROVE WITH", "Approve with"), "approve-with", "¶4: say 'some'"),
    "a condition of several lines": (
        f"APPROVE WITH ¶4: say 'some',\n¶5: leave it out {END}",
        "approve-with",
        "¶4: say 'some', ¶5: leave it out",
    ),
    "a condition of several paragraphs": (
        f"APPROVE WITH ¶4: say 'some'\n\n¶5: leave it out\n\n{END}",
        "approve-with",
        "¶4: say 'some' ¶5: leave it out",
    ),
    "a condition with brackets": (
        f"APPROVE WITH ¶4: say [sic] behind it {END}",
        "approve-with",
        "¶4: say [sic] behind it",
    ),
    "a condition with a line that begins with approve": (
        f"APPROVE WITH ¶4: nobody can\napprove of that word {END}",
        "approve-with",
        "¶4: nobody can approve of that word",
    ),
    "a refusal": (REFUSE, "refuse", "¶4 is wrong"),
    "a refusal with its reason behind": (f"REFUSE {END} because of ¶4", "refuse", "because of ¶4"),
    "a refusal broken before 'approve'": (f"REFUSE: ¶4 is wrong, so I cannot\napprove {END}", "refuse", "¶4 is wrong, so I cannot approve"),
    "a refusal beside a condition in words": (f"{REFUSE}\n\nBut see ¶5.", "refuse", "¶4 is wrong"),
    "a refusal above the quoted packet": (f"{REFUSE}\n{quoted(PACKET)}", "refuse", "¶4 is wrong"),
    "a saved mail": (message(WITH), "approve-with", "¶4: say 'some'"),
}  # fmt: skip
"""Answers that sign nothing, and what is kept of them."""


@pytest.mark.parametrize("name", RECORDED)
def test_what_is_recorded_and_signs_nothing(name: str) -> None:
    text, answer, remark = RECORDED[name]
    line = reply_line(text)
    assert (line.answer, line.remark) == (answer, remark)


REFUSED = {
    "nothing": ("", "no reply line"),
    "other words": ("I approve. Go ahead.", "no reply line"),
    "the word without its brackets": ("APPROVE", "no reply line"),
    "the packet itself": (PACKET, "no reply line"),
    "the three lines": (LINES, "3 different"),
    "two answers": (f"{APPROVE}\n{REFUSE}", "2 different"),
    "two people": (f"{APPROVE}\n{APPROVE.replace('Example C', 'Second C')}", "2 different"),
    "a quoted line": (quoted(APPROVE), "no reply line"),
    "a line quoted with a name": (quoted(APPROVE, "EC> "), "no reply line"),
    "a line quoted below other words": (f"Please call me.\n\n{quoted(PACKET)}", "no reply line"),
    "a line in Outlook's copy": (f"Please call me.\n{OUTLOOK}{APPROVE}", "no reply line"),
    "a line in Outlook's copy in German": (f"Bitte um Anruf.\n{OUTLOOK_IN_GERMAN}{APPROVE}", "no reply line"),
    "a line that was changed inside of a packet": (f"See below.\n\n{PACKET_BEGINS}\n\n{APPROVE}\n", "no reply line"),
    "an empty answer in Outlook": (f"\n\nFrom: Daily Desk <d@desk.example>\nSent: x\nTo: y\n\n{APPROVE}", "Daily Desk"),
    "an empty answer without a name": (f"\n\nFrom: d@desk.example\nSent: x\nTo: y\n\n{APPROVE}", "no reply line"),
    "a line below headers with lines between": (
        f"<p>Call me.</p><p><b>From:</b> Desk</p><p><b>Sent:</b> Friday</p><p><b>To:</b> C</p><p>{APPROVE}</p>",
        "no reply line",
    ),
    "a line behind 'wrote:'": (f"Please call me.\nOn 20 Nov 2026 Example Desk wrote:\n\n{APPROVE}", "no reply line"),
    "a quoted line in HTML": (f"<p>Call me.</p><blockquote><div>{APPROVE}</div></blockquote>", "no reply line"),
    "a line struck out in HTML": (f"<p><s>{APPROVE}</s></p>", "no reply line"),
    "a hidden line in HTML": (f'<p>No.</p><p style="display: none">{APPROVE}</p>', "no reply line"),
    "a saved mail with a quoted line": (message(f"Call me.\n\n{quoted(APPROVE)}"), "no reply line"),
    "a line that goes on in quoted text": (f"APPROVE\n> the words\n{END}", "Quoted text"),
    "a quoted word before the brackets": (f"> APPROVE\n{END}", "without a word"),
    "another word": (f"Approved {END}", "without a word"),
    "a word inside of a sentence": (f"I cannot approve {END}", "without a word"),
    "a condition before the brackets": (f"APPROVE if ¶4 goes {END}", "says more"),
    "a condition behind the brackets": (f"{APPROVE} if ¶4 goes", "says more"),
    "a condition in the next line": (f"{APPROVE}\nbut ¶4 has to go", "may be a condition"),
    "a condition in the next paragraph": (f"{APPROVE}\n\nProvided that you call me.\n", "may be a condition"),
    "a condition above": (f"Subject to one change:\n\n{APPROVE}", "may be a condition"),
    "a condition in German": (f"{APPROVE}\n\nJedoch nur ohne den letzten Satz.", "may be a condition"),
    "a sentence that goes on": (f"At this time I do not\n{APPROVE}", "says more: 'At this time I do not'"),
    "an intention": (f"Tomorrow I will\n\n{APPROVE.replace(' ', chr(10), 1)} after the call", "says more"),
    "an offer": (f"Would you like me to send\n{APPROVE}\nor the other one?", "says more"),
    "a refusal in words above": (f"I refuse this one.\n\n{APPROVE}", "may be a condition"),
    "a refusal in words below": (f"{APPROVE}\n\nNo, sorry: I cannot.", "may be a condition"),
    "a delay": (f"{APPROVE}\n\nPlease wait until Monday.", "may be a condition"),
    "a delay above": (f"Not yet:\n\n{APPROVE}", "may be a condition"),
    "a limit": (f"{APPROVE}\nonly the first half", "may be a condition"),
    "a postscript": (f"{APPROVE}\n\nPS: I haven't read the second page.", "may be a condition"),
    "an answer that was taken back": (f"Please disregard what I wrote:\n\n{APPROVE}", "may be a condition"),
    "a refusal in German": (f"Das kann ich nicht freigeben.\n\n{APPROVE}", "may be a condition"),
    "a condition beside the first of two": (f"{APPROVE}\nbut ¶4 has to go\n\n{FAR}\n\n{APPROVE}", "may be a condition"),
    "second thoughts": (f"Approve\n\nOn second thoughts I do not.\n\n{END}", "says more"),
    "a condition that says nothing": (f"APPROVE WITH ¶n: ... {END}", "does not say"),
    "a refusal that says nothing": (f"REFUSE: ... {END}", "does not say"),
    "an end that was cut off": (APPROVE[:-5], "no reply line"),
    "a digest that was cut off": (APPROVE.replace("0123456789ab", "0123456789"), "no reply line"),
    "a mail from another person": (message(APPROVE, sender="Someone Else <e@firm.example>"), "Someone Else"),
}
"""Texts that sign nothing, and what people are told."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_nobody_can_take_for_an_answer(name: str) -> None:
    text, told = REFUSED[name]
    with pytest.raises(SetupError, match=told):
        reply_line(text)


@pytest.mark.parametrize("sign", ["[", "=", "> ", "approve ", "20:11 ", "<p>", "[a, edition 1, "])
def test_a_long_text_takes_no_long_time(sign: str) -> None:
    with pytest.raises(SetupError):
        reply_line(sign * (400_000 // len(sign)))
