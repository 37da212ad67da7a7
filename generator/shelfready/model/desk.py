"""The desk as its publisher describes it: `content/desk.yml`, design section 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from shelfready.model.contacts import Mail, Phone, TimeZone
from shelfready.model.record import Shape
from shelfready.model.values import Address, Budget, Day, Key, Keys, Line, Phrase, SiteAddress, Text, Whole, refused


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
    email: Mail
    """A role address that more than one person reads."""
    phone: Phone | None = None
    """A desk number."""
    hours: Line
    """When somebody answers."""
    time_zone: TimeZone
    """The time zone of these hours, such as UTC, Europe/Berlin or plain words."""


class Organisation(Shape):
    """An organisation that owns pieces."""

    name: Line
    """Full name."""
    boilerplate: Text
    """The paragraph that says who the organisation is, for reporters to copy."""
    press: Press
    """Its press contact."""
    sign_off: Keys = ()
    """Roles of this organisation that must sign each of its pieces."""


class Person(Shape):
    """Somebody who can sign."""

    name: Line
    """The name that sign-offs carry."""
    organisation: Key
    """Whom the person signs for."""
    roles: Keys
    """The roles in which the person signs."""
    until: Day | None = None
    """The last day on which the person could sign; earlier sign-offs stay valid."""


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
    budget: Budget
    """Most words of a draft."""
    floor: Whole = 0
    """Fewest words of a draft from review on."""
    pages: Whole | None = None
    """Most printed pages, from the top of the first one to the end of the piece; its sources may go over."""
    sign_off: Keys = ()
    """Roles that must sign each piece of this kind, once each."""

    @model_validator(mode="after")
    def _room(self) -> Self:
        if self.floor > self.budget:
            message = f"the floor of {self.floor} words is above the budget of {self.budget}"
            raise refused("room", message, "Lower the floor, or raise the budget.")
        return self


class Security(Shape):
    """What `/.well-known/security.txt` says (RFC 9116)."""

    contact: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Where to report, best first: https:, mailto: or tel: addresses."""
    expires: Day
    """The day from which the file counts as stale; less than a year ahead."""
    languages: tuple[Line, ...] = ("en",)
    """Languages in which a report can be read."""
    acknowledgments: Address | None = None
    """A page that thanks reporters."""


class Terms(Shape):
    """The desk's own words, added to the lists that Shelfready brings; they are looked for in every text."""

    spelling: Mapping[Line, tuple[Line, ...]] = {}
    """House spelling: the right form, and the forms that are not to be used."""
    plain: Mapping[Phrase, Line] = {}
    """Jargon, with the plain word to use in its place."""
    known: tuple[Line, ...] = ()
    """Abbreviations and terms that all readers know: they need no explanation and are no jargon."""
    tone: tuple[Phrase, ...] = ()
    """Phrases that this desk does not use."""
    counsel: tuple[Phrase, ...] = ()
    """Phrases that counsel wants to see before they go out."""
    vendors: tuple[Phrase, ...] = ()
    """Names of companies and products that counsel wants to see before they go out."""


class Desk(Shape):
    """Everything that is the same for all pieces."""

    site: Site
    """The public site."""
    notice: Text | None = None
    """A sentence that stands on every page."""
    organisations: Annotated[Mapping[Key, Organisation], Field(min_length=1)]
    """Organisations by key."""
    people: tuple[Person, ...] = ()
    """People who can sign."""
    audiences: Annotated[Mapping[Key, Audience], Field(min_length=1)]
    """Audiences by key, in the order in which pages list them."""
    kinds: Annotated[Mapping[Key, Kind], Field(min_length=1)]
    """Kinds by key; answer, checklist, response and policy have pages of their own form."""
    no_comment: tuple[Line, ...] = ()
    """What the desk does not comment on, one matter a line; the media page lists it."""
    search: Mapping[Phrase, tuple[Phrase, ...]] = {}
    """A word, and other words that people type for it: search finds a piece that has the one by the others, too."""
    marks: Mapping[Key, Line] = {}
    """Marks that end a checklist item, with the label a reader sees, such as joint."""
    terms: Terms = Terms()
    """Words of the desk: house spelling, jargon, phrases and names to look for."""
    contacts: tuple[Line, ...] = ()
    """Other public mail addresses and telephone numbers that texts may give, such as an authority's."""
    secrets: Literal["detect-secrets"] | None = None
    """A second program that looks for keys and tokens in every file; it must be installed. Rule DSC005 tells more."""
    source_days: Budget = 365
    """Days after which somebody opens a source again."""
    minor_roles: Mapping[Key, Whole] = {}
    """Roles that may alone sign a small change of approved words, each with the most words that may change."""
    severities: Mapping[str, Literal["error", "warning", "hint"]] = {}
    """Another severity for a rule, by code."""
    security: Security | None = None
    """Whom to tell about a security problem."""
