"""The desk as its publisher describes it: `content/desk.yml`, design section 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from shelfready.model.record import Shape
from shelfready.model.values import Address, Day, Key, Line, SiteAddress, Text, Whole


class Site(Shape):
    """The public site."""

    name: Line
    """Name in the header of every page."""
    address: SiteAddress
    """Where the site will stand, such as https://answers.example.org/."""
    description: Text
    """One or two sentences on what the site is."""
    publisher: Key
    """The organisation that runs the site."""
    language: Literal["en"] = "en"
    """Language of the site's own words, such as 'Press contact'; a topic may be in another one."""


class Press(Shape):
    """Whom a reporter calls."""

    name: Line
    """The desk or role, not a private person."""
    email: Line
    """A role address that more than one person reads."""
    phone: Line | None = None
    """A desk number."""
    hours: Line
    """When somebody answers."""
    time_zone: Line
    """The time zone of these hours."""


class Organisation(Shape):
    """An organisation that owns pieces."""

    name: Line
    """Full name."""
    boilerplate: Text
    """The paragraph that says who the organisation is, for reporters to copy."""
    press: Press
    """Its press contact."""
    sign_off: tuple[Key, ...] = ()
    """Roles of this organisation that must sign each of its pieces."""


class Person(Shape):
    """Somebody who can sign."""

    name: Line
    """The name that sign-offs carry."""
    organisation: Key
    """Whom the person signs for."""
    roles: tuple[Key, ...]
    """The roles in which the person signs."""


class Audience(Shape):
    """A group of readers."""

    label: Line
    """How the group is called on pages."""
    grade: Whole | None = None
    """Highest reading grade that suits this group."""


class Kind(Shape):
    """A kind of piece and its limits."""

    label: Line
    """How the kind is called on pages."""
    budget: Whole
    """Most words of a draft."""
    floor: Whole = 0
    """Fewest words of a draft from review on."""
    pages: Whole | None = None
    """Most printed pages."""
    sign_off: tuple[Key, ...] = ()
    """Roles that must sign each piece of this kind, once each."""


class Security(Shape):
    """What `/.well-known/security.txt` says (RFC 9116)."""

    contact: tuple[Line, ...]
    """Where to report, best first: https:, mailto: or tel: addresses."""
    expires: Day
    """The day from which the file counts as stale; less than a year ahead."""
    languages: tuple[Key, ...] = ("en",)
    """Languages in which a report can be read."""
    acknowledgments: Address | None = None
    """A page that thanks reporters."""


class Desk(Shape):
    """Everything that is the same for all pieces."""

    site: Site
    """The public site."""
    notice: Text | None = None
    """A sentence that stands on every page."""
    organisations: Mapping[Key, Organisation]
    """Organisations by key."""
    people: tuple[Person, ...] = ()
    """People who can sign."""
    audiences: Mapping[Key, Audience]
    """Audiences by key, in the order in which pages list them."""
    kinds: Mapping[Key, Kind]
    """Kinds by key; answer, checklist, response and policy have pages of their own form."""
    marks: Mapping[Key, Line] = {}
    """Marks that end a checklist item, with the label a reader sees, such as joint."""
    severities: Mapping[str, Literal["error", "warning", "hint"]] = {}
    """Another severity for a rule, by code."""
    security: Security | None = None
    """Whom to tell about a security problem."""
