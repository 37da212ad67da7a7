"""SEC: the security contact is complete, reachable and not stale (RFC 9116)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from shelfready.markup.guard import refused_address
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.rules.base import rule

__all__ = ["RULES"]

_MAIL = re.compile(r"mailto:[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}\Z")
_TEL = re.compile(r"tel:\+[0-9-]{6,20}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z")
_SOON = timedelta(days=30)
_YEAR = timedelta(days=365)


@rule("SEC001", "missing-security-contact", Severity.WARNING)
def missing_security_contact(library: Library) -> Iterator[Finding]:
    """desk.yml names nobody to tell about a security problem.

    ## Why

    Without it the site has no /.well-known/security.txt, and a researcher who finds a problem tells a reporter instead.

    ## Flagged

    ```yaml content/desk.yml as addition
    security:
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    security: {contact: ["https://desk.example/report"], expires: 2027-10-01}
    ```
    """
    desk = library.desk
    if desk and (desk.security is None or not desk.security.contact):
        fix = "Add 'security:' with contact and expires."
        yield Finding(library.desk_where("security"), "desk.yml has no security contact", fix)


@rule("SEC002", "unfit-security-contact", fixed=True)
def unfit_security_contact(library: Library) -> Iterator[Finding]:
    """A contact or a language of the security contact is not written as RFC 9116 wants it.

    ## Why

    Programs read this file. A contact is an https:, mailto: or tel: address, a language a tag such as en (RFC 9116
    sections 2.5.3 and 2.5.8).

    ## Flagged

    ```yaml content/desk.yml as addition
    security: {contact: [security@desk.example], expires: 2027-10-01}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    security: {contact: ["mailto:security@desk.example"], expires: 2027-10-01}
    ```
    """
    security = library.desk.security if library.desk else None
    if security is None:
        return
    for number, contact in enumerate(security.contact):
        if not _is_contact(contact):
            meant = f"mailto:{contact}" if "@" in contact and ":" not in contact else "https://, mailto: or tel:+"
            fix = f"Write {meant}." if "@" in meant else f"Begin it with {meant}."
            yield Finding(library.desk_where("security", "contact", number), f"'{contact[:60]}' is no contact", fix)
    for number, language in enumerate(security.languages):
        if not _LANGUAGE.match(language):
            place = library.desk_where("security", "languages", number)
            yield Finding(place, f"'{language}' is no language tag", "Write a tag such as en or de.")


def _is_contact(contact: str) -> bool:
    if contact.startswith("https://"):
        return not refused_address(contact) and not urlsplit(contact).path.startswith("/.well-known/")
    return bool(_MAIL.match(contact) or _TEL.match(contact))


@rule("SEC003", "lapsed-security-contact", stops=False)
def lapsed_security_contact(library: Library) -> Iterator[Finding]:
    """The security contact has expired.

    ## Why

    A stale file is worse than none (RFC 9116 section 5.3), so the site is built without security.txt until somebody
    has made sure that the contact still answers.

    ## Flagged

    ```yaml content/desk.yml as addition
    security: {contact: ["https://desk.example/report"], expires: 2026-11-20}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    security: {contact: ["https://desk.example/report"], expires: 2027-10-01}
    ```
    """
    security = library.desk.security if library.desk else None
    if security and security.expires <= library.as_of:
        message = f"the security contact expired on {security.expires}, and today is {library.as_of}"
        fix = "Make sure that the contact answers, then set a new 'expires:'."
        yield Finding(_expires(library), message, fix)


@rule("SEC004", "badly-timed-expiry", Severity.WARNING, stops=False)
def badly_timed_expiry(library: Library) -> Iterator[Finding]:
    """The security contact expires within 30 days or the days of a forecast, or a year or more from now.

    ## Why

    RFC 9116 section 2.5.5 asks for less than a year, so that somebody looks at the contact at least once a year; a
    month's notice leaves time to do so.

    ## Flagged

    ```yaml content/desk.yml as addition
    security: {contact: ["https://desk.example/report"], expires: 2028-10-01}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    security: {contact: ["https://desk.example/report"], expires: 2027-10-01}
    ```
    """
    security = library.desk.security if library.desk else None
    if security is None or security.expires <= library.as_of:
        return
    left = security.expires - library.as_of
    if left >= _YEAR:
        message = f"the security contact expires in {left.days} days; less than a year is wanted"
        yield Finding(_expires(library), message, "Set 'expires:' to a day less than a year ahead.")
    elif left < _SOON or security.expires <= library.horizon:
        message = f"the security contact expires in {left.days} days"
        yield Finding(_expires(library), message, "Make sure that it answers, then set a new 'expires:'.")


@rule("SEC005", "site-below-a-path", Severity.WARNING)
def site_below_a_path(library: Library) -> Iterator[Finding]:
    """The site's address has a path, where security.txt does not count.

    ## Why

    Readers of security.txt look at the top of a host: https://host/.well-known/security.txt (RFC 9116 section 3). A
    site below /something/ needs its file placed by whoever runs the top of that host.

    ## Flagged

    ```yaml content/desk.yml as addition
    site:
      {name: Desk, address: "https://desk.example/answers/", description: Answers., publisher: desk}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    site:
      {name: Desk, address: "https://answers.desk.example/", description: Answers., publisher: desk}
    ```
    """
    desk = library.desk
    if desk and desk.security and urlsplit(desk.site.address).path not in ("", "/"):
        message = "security.txt counts only at the top of a host, and this address has a path"
        fix = "Give the file to whoever runs the top of the host, or give the site a host of its own."
        yield Finding(library.desk_where("site", "address"), message, fix)


def _expires(library: Library) -> Place:
    return library.desk_where("security", "expires")


RULES = (
    missing_security_contact,
    unfit_security_contact,
    lapsed_security_contact,
    badly_timed_expiry,
    site_below_a_path,
)
