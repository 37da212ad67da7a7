"""The words of a link in, the addresses that they show out, and whether the link leads there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

__all__ = ["Shown", "agrees", "host_of", "shown_in"]

_ENDINGS = "com|org|net|edu|gov|int|mil|eu|info|example|de|uk|fr|ch|nl|jp|ca|cn|br|au|es|se|fi|dk|kr"
"""Top-level domains by which a bare name counts as a host: none that is an English word or ends a file's name."""

_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_BARE = re.compile(rf"(?!(?:com|org|net|edu|gov|int)\.)((?:{_LABEL}\.)+(?:{_ENDINGS}))(?:[:/?#]\S*)?")
_WEB = re.compile(rf"(?:https?://|(?=www\.))((?:{_LABEL}\.)+{_LABEL}|\[[0-9a-f:.]+\])(?:[:/?#]\S*)?", re.IGNORECASE)
_MAIL = re.compile(rf"(?:mailto:)?([\w.+-]+@((?:{_LABEL}\.)+{_LABEL}))", re.IGNORECASE)
_AROUND = "()[]<>{},;:!?.…\"'“”‘’„«»*"
_LONGEST = 300


def host_of(name: str) -> str:
    """A host as two are compared: in small letters, without 'www.', in ASCII (IDNA)."""
    plain = name.lower().rstrip(".").removeprefix("www.")
    if plain.isascii():
        return plain
    try:
        return plain.encode("idna").decode()
    except UnicodeError:
        return plain


@dataclass(frozen=True, slots=True)
class Shown:
    """An address that the words of a link show."""

    text: str
    host: str
    mail: str = ""
    """The whole of a mail address."""


def shown_in(words: str) -> tuple[Shown, ...]:
    """Every address in the words of a link.

    A bare name such as example.org counts only where it is all there is, and in small letters: Node.js, ASP.NET and a
    full stop without its blank are no hosts.
    """
    tokens = [token.strip(_AROUND) for token in words[:_LONGEST].split()]
    return tuple(shown for token in tokens if (shown := _shown(token) or (_bare(token) if len(tokens) == 1 else None)))


def _shown(token: str) -> Shown | None:
    if mail := _MAIL.fullmatch(token):
        return Shown(token, host_of(mail[2]), mail[1].lower())
    match = _WEB.fullmatch(token)
    return Shown(token, host_of(match[1])) if match else None


def _bare(token: str) -> Shown | None:
    match = _BARE.fullmatch(token) if token.islower() else None
    is_version = match is not None and match[1].split(".")[-2].isdigit()
    return Shown(token, host_of(match[1])) if match and not is_version else None


def agrees(shown: Shown, target: str, site: str) -> bool:
    """Whether a link leads where its words say.

    Args:
        shown: the address in its words.
        target: where it leads.
        site: the host of the site itself, for links inside it.
    """
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "mailto":
        mails = [mail.strip().lower() for mail in unquote(rest.partition("?")[0]).split(",")]
        return shown.mail in mails if shown.mail else shown.host in [host_of(m.rpartition("@")[2]) for m in mails]
    try:
        host = urlsplit(target).hostname
    except ValueError:
        return True
    if host is None and scheme.lower() != "tel":
        # An address that lacks its https:// counts as a path; LNK001 says more about it.
        return shown.host == site or target.startswith(shown.text)
    return shown.host == host_of(host or "")
