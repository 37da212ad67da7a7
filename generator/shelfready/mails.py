"""The bytes of a mail or of a text copied from one in, what its sender wrote out; quoted text is somebody else's.

Mail programs quote in three ways: a sign before each line, an indented part of HTML, or the former mail below a line or
a block of its headers. The packet begins with a line of its own, so that a quoted packet is known in any program.
"""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from html.parser import HTMLParser
from quopri import decodestring

__all__ = ["GAP", "PACKET_BEGINS", "PAGE_BEGINS", "Mail", "mail"]

PACKET_BEGINS = "PACKET FOR REVIEW. Write your answer above this line."
"""First line of a packet; what stands below it in a reply is quoted."""

PAGE_BEGINS = "PACKET FOR REVIEW. Write your answer in a mail, as section 2 says."
"""The same on paper and in a browser, where nobody can write above a line."""

_MARKER = "packet for review. write your answer"

GAP = "\x00"
"""Stands where quoted lines were taken out, so that nothing is read across them."""

_HEADERS = re.compile(
    r"\s*(?:>?From |(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|content-[a-z-]+"
    r"|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|reply-to|in-reply-to|references|thread-[\w-]+|sender"
    r"|cc|importance): )",
    re.IGNORECASE,
)
_MIME = re.compile(
    r"^(?:mime-version|message-id|received|content-type|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE
)
_SOFT = re.compile(r"=\r?\n|=(?:C2=B6|5B|5D|20|3D|E2=80|C2=A0)")
"""Signs of quoted-printable text (RFC 2045 section 6.7) in a text without headers."""
_HTML = re.compile(r"<(?:html|body|div|p|br|span|blockquote|table|font)\b[^<>]*>", re.IGNORECASE)
_BLANKS: dict[int, str | None] = dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000), " ")
_BLANKS |= dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0), None)
_BLANKS |= dict.fromkeys((0x2010, 0x2011), "-")
_QUOTED = re.compile(r"[ \t]*(?:[A-Za-z]{0,4}>|[|»›┃│])")
_RULED = re.compile(r"[ \t]*[-_=*]{3,}[ \t]*[^\W\d][^\n]*?[-_=*]{3,}[ \t]*\Z")
"""Such as '-----Original Message-----', in any language."""
_HEADER = re.compile(r"[ \t]*[*_]*[^\W\d_][\w-]{0,15}[*_]*[ \t]?:[*_]*[ \t]+\S")
_FROM = re.compile(r"[ \t*_]*(?:from|von|de|da|van|fra|från)[ \t*_]*:[ \t*_]*([^\n]{1,300})", re.IGNORECASE)
_SAID = re.compile(r"(?:\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b|@)[^\n]*:[ \t*_]*\Z")
"""The end of 'On 20 Nov 2026 at 10:04, Example Desk wrote:', in any language."""

_MOST_SAID = 400


@dataclass(frozen=True, slots=True)
class Mail:
    """What somebody wrote."""

    text: str
    sender: str = ""
    """The name in the From header, if there is one."""


def mail(data: bytes) -> Mail:
    """The sender's own words of a saved mail, of a copied text, or of a text with nothing but a reply line."""
    data = data.removeprefix(BOM_UTF8)
    text, sender = _text(data), ""
    if _HEADERS.match(text) and _MIME.search(text.partition("\n\n")[0]):
        text, sender = _parsed(data.lstrip())
    elif _SOFT.search(text):
        text = _decoded(decodestring(data))
    if _HTML.search(text):
        text = _plain(text)
    text = unicodedata.normalize("NFC", text.translate(_BLANKS)).replace("\r\n", "\n").replace("\r", "\n")
    lines, shown = _without_head(text.split("\n"))
    return Mail("\n".join(_own(lines)), sender or shown)


def _text(data: bytes) -> str:
    return _decoded(data).replace("\r\n", "\n")


def _decoded(data: bytes, charset: str = "utf-8") -> str:
    """Text in the encoding that mail programs and editors use; nothing is lost that a reply line holds."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return data.decode("cp1252", errors="replace")


def _parsed(data: bytes) -> tuple[str, str]:
    """Body and sender of a saved mail."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage), "the policy makes these"
    sender = parseaddr(str(message.get("From", "")))[0]
    body = message.get_body(("plain", "html"))
    payload = body.get_payload(decode=True) if body else b""
    charset = body.get_content_charset("utf-8") if body else "utf-8"
    return _decoded(payload if isinstance(payload, bytes) else b"", charset), sender


def _without_head(lines: list[str]) -> tuple[list[str], str]:
    """The lines below the headers that were copied with a mail, and the name of its sender; all where none has a name.

    Headers of a former mail look the same, so they count only with a name, which is then compared with the person's.
    """
    begin = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    end = next((number for number in range(begin, len(lines)) if not _HEADER.match(lines[number])), len(lines))
    found = [match[1] for line in lines[begin:end] if (match := _FROM.match(line))]
    name = parseaddr(found[0])[0] if found and end - begin > 1 else ""
    return (lines[end:], name) if name else (lines, "")


def _own(lines: list[str]) -> list[str]:
    """The lines without those that are quoted, up to where a former mail begins."""
    found: list[str] = []
    for number, line in enumerate(lines):
        if _QUOTED.match(line):
            found.append(GAP)
        elif _begins_former(lines, number):
            break
        else:
            found.append(line)
    return found


def _begins_former(lines: list[str], number: int) -> bool:
    """Whether another mail, or the packet, begins with this line."""
    line = lines[number]
    if line.strip(" \t*_#=-").lower().startswith(_MARKER) or _RULED.match(line):
        return True
    following = [other for other in lines[number : number + 8] if other.strip()][:3]
    if len(following) == 3 and _HEADER.match(line) and all(_HEADER.match(other) for other in following):
        return True
    if not line.rstrip(" \t*_").endswith(":"):
        return False
    said = _SAID.search(" ".join(lines[max(0, number - 1) : number + 1])[-_MOST_SAID:])
    after = next((other for other in lines[number + 1 :] if other.strip()), "")
    return bool(said and after and not _QUOTED.match(after))


def _plain(html: str) -> str:
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.text)


class _Text(HTMLParser):
    """The text of a mail in HTML: quoted parts get a sign before each line, struck and hidden words go."""

    _LINES = frozenset("p div br tr li ul ol table blockquote h1 h2 h3 h4 h5 h6 hr pre".split())  # noqa: SIM905
    _DROPPED = frozenset("head style script title del s strike".split())  # noqa: SIM905
    _EMPTY = frozenset("br hr img meta link input wbr col area base".split())  # noqa: SIM905
    _HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through|font-size\s*:\s*0", re.IGNORECASE)

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.quotes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._LINES:
            self._end_line()
        if tag in self._EMPTY:
            return
        style = dict(attrs).get("style") or ""
        self.open.append((tag, tag in self._DROPPED or bool(self._HIDING.search(style))))
        self.quotes += tag == "blockquote"
        if tag == "blockquote":
            self._end_line()

    def handle_endtag(self, tag: str) -> None:
        if tag in {name for name, _ in self.open}:
            while self.open[-1][0] != tag:
                self.quotes -= self.open.pop()[0] == "blockquote"
            self.open.pop()
            self.quotes -= tag == "blockquote"
        if tag in self._LINES:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not any(dropped for _, dropped in self.open):
            self.text.append(" ".join(f"x{data}x".split())[1:-1])

    def _end_line(self) -> None:
        self.text.append("\n" + "> " * self.quotes)
