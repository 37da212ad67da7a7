"""The desk's security contact in, the bytes of `/.well-known/security.txt` out (RFC 9116).

Field order as in RFC 9116 section 2.5 examples: contacts by preference, expiry, languages, policy, canonical. No
Encryption field and no signature: the group decided to maintain no key.
"""

from __future__ import annotations

from shelfready.addresses import url_path
from shelfready.model.library import Library
from shelfready.publication import published, security_is_current

__all__ = ["PATH", "security_txt"]

PATH = ".well-known/security.txt"


def security_txt(library: Library) -> bytes | None:
    """The file, or None where there is no contact or it has expired.

    Lines end in LF, the last one too (section 2.2). The notice of every page is a comment (section 2.1). `Expires` is
    the first second of its day in UTC (RFC 3339).
    """
    desk = library.desk
    if desk is None or desk.security is None or not desk.security.contact or not security_is_current(library):
        return None
    fields = [("Contact", contact) for contact in desk.security.contact]
    fields.append(("Expires", f"{desk.security.expires.isoformat()}T00:00:00Z"))
    if desk.security.languages:
        fields.append(("Preferred-Languages", ", ".join(desk.security.languages)))
    if any(topic.record.kind == "policy" for topic in published(library)):
        fields.append(("Policy", desk.site.address + url_path("security-policy.md")))
    if desk.security.acknowledgments:
        fields.append(("Acknowledgments", desk.security.acknowledgments))
    fields.append(("Canonical", desk.site.address + PATH))
    notice = f"# {_one_line(desk.notice)}\n" if desk.notice else ""
    return (notice + "".join(f"{name}: {_one_line(value)}\n" for name, value in fields)).encode()


def _one_line(value: str) -> str:
    """The value, which must not bring a second line with it.

    Raises:
        ValueError: it does; parsing has folded all white space, so this is a bug.
    """
    if len(value.splitlines()) != 1:
        raise ValueError("a security.txt value of more than one line")
    return value
