"""DSC: nothing that belongs to few people stands in a text, a record or a remark; reports never show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding
from shelfready.model.library import Library, Private
from shelfready.model.reading import Secret
from shelfready.parse.paths import DESK
from shelfready.rules.base import rule

__all__ = ["RULES", "all_private", "is_private"]

_NO_DIGIT = re.compile(r"\D+")


@lru_cache(maxsize=2)
def all_private(library: Library) -> tuple[Private, ...]:
    """Everything private in the project, public contacts of the desk left out."""
    return tuple(found for found in (*_of_texts(library), *library.private) if is_private(library, found.secret))


def is_private(library: Library, secret: Secret) -> bool:
    """Whether it is none of the desk's public contacts; without a desk, none of those in its file."""
    return secret.code != "DSC004" or not _is_contact(secret.value, *_contacts(library))


def _of_texts(library: Library) -> Iterator[Private]:
    for text in library.texts:
        for secret in text.prose.reading.secrets:
            yield Private(place_at(text.prose.path, text.prose.text, secret.offset), secret, text.slug)


def _given(library: Library) -> list[str]:
    desk = library.desk
    if desk is None:  # what its own file holds is meant for everybody, as far as anyone can tell
        return [entry.secret.value for entry in library.private if entry.place.path == DESK]
    given = [*desk.contacts, *(desk.security.contact if desk.security else ())]
    for organisation in desk.organisations.values():
        given += [organisation.press.email, organisation.press.phone or ""]
    return given


@lru_cache(maxsize=2)
def _contacts(library: Library) -> tuple[frozenset[str], frozenset[str]]:
    """Mail addresses, and digits of telephone numbers, that desk.yml gives to everybody."""
    given = _given(library)
    mails = frozenset(text.casefold().removeprefix("mailto:") for text in given if "@" in text)
    return mails, frozenset(_NO_DIGIT.sub("", text) for text in given if "@" not in text)


def _is_contact(value: str, mails: frozenset[str], numbers: frozenset[str]) -> bool:
    if "@" in value:
        return value.casefold() in mails
    digits = _NO_DIGIT.sub("", value)
    return bool(digits) and any(number.startswith(digits) for number in numbers)


def _findings(library: Library, code: str, fix: str) -> Iterator[Finding]:
    for found in all_private(library):
        if found.secret.code == code:
            yield Finding(found.place, f"{found.secret.what} stands here", fix, found.slug)


@rule("DSC001", "credential-in-text", fixed=True)
def credential_in_text(library: Library) -> Iterator[Finding]:
    """A file holds a password, a key or a token, in an address or anywhere else.

    ## Why

    Whoever can read the file can use it, and a copy stays in the history after it has been taken out. So make it
    worthless first: change the password, revoke the key.

    ## Flagged

    ```md content/drafts/piece.md
    Fetch it from https://desk:open-sesame@files.example.org/scan.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Fetch it from https://files.example.org/scan with a password of your own.
    ```
    """
    fix = "Change or revoke it first, then take it out."
    yield from _findings(library, "DSC001", fix)


@rule("DSC002", "meeting-access", fixed=True)
def meeting_access(library: Library) -> Iterator[Finding]:
    """A file holds a link into a meeting, a dial-in code or an invitation into a group.

    ## Why

    Strangers who have the link sit in the room. Such links come in with minutes and mails that somebody pastes.

    ## Flagged

    ```md content/drafts/piece.md
    Join at https://example.zoom.us/j/91234567890.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The group meets once a month; ask the desk for the link.
    ```
    """
    yield from _findings(library, "DSC002", "Take it out, and use a new one for the next meeting.")


@rule("DSC003", "inner-address", fixed=True)
def inner_address(library: Library) -> Iterator[Finding]:
    """A file holds an address that only insiders reach: a private network address, an inner machine, a path, a login.

    ## Why

    It shows outsiders how a network is built, and it helps no reader. Examples have names and numbers of their own:
    archive.example.org and 192.0.2.1 (RFC 2606, RFC 5737).

    ## Flagged

    ```md content/drafts/piece.md
    The archive answers at 10.20.30.40.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The archive answers at 192.0.2.40, archive.example.org.
    ```
    """
    yield from _findings(library, "DSC003", "Take it out; in an example write archive.example.org or 192.0.2.1.")


@rule("DSC004", "private-contact", fixed=True)
def private_contact(library: Library) -> Iterator[Finding]:
    """A file holds a mail address or a telephone number that is none of the desk's contacts.

    ## Why

    A reporter calls every number on the page, at night, too. Press and security contacts of desk.yml may stand
    anywhere; other public ones, such as an authority's, stand under 'contacts:' in desk.yml.

    ## Flagged

    ```md content/drafts/piece.md
    Ask jane.roe@hospital.example.org.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Ask press@desk.example.
    ```
    """
    if library.desk:
        fix = "Take it out, or list it in desk.yml under 'contacts:' if it is meant for everybody."
        yield from _findings(library, "DSC004", fix)


@rule("DSC005", "key-of-a-service", fixed=True)
def key_of_a_service(library: Library) -> Iterator[Finding]:
    r"""A file holds a key or token of a service that detect-secrets knows.

    ## Why

    DSC001 knows passwords and the commonest keys. detect-secrets, a program of its own, knows more: of Amazon's and
    IBM's clouds, Discord, GitLab, Mailchimp, Slack, SoftLayer and Twilio. It looks at every file if desk.yml
    has the line `secrets: detect-secrets`, and it comes with `shelfready[secrets]`. Without that line this rule finds
    nothing. Nothing is written and nobody is asked: the value stays on this machine, and no report shows it.

    Its guesses are off, because security texts print what they take for secrets: checksums, fingerprints, samples.

    ## Flagged

    ```yaml content/desk.yml as addition
    secrets: detect-secrets
    ```

    ```md content/drafts/piece.md as escaped
    The mailing list answers to \(0a1b2c3d){4}-us21.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    secrets: detect-secrets
    ```

    ```md content/drafts/piece.md
    The mailing list has a key, which the desk keeps in its safe.
    ```
    """
    yield from _findings(library, "DSC005", "Revoke it first, then take it out.")


RULES = (credential_in_text, meeting_access, inner_address, private_contact, key_of_a_service)
