"""The types of single values in records: text in, typed value out, our own sentence for each error.

YAML hands over text alone (design section 3), so every rule about a date, a number or an address stands here.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

__all__ = [
    "MOST_SLUG",
    "Address",
    "Budget",
    "Day",
    "Key",
    "Keys",
    "Language",
    "Line",
    "Note",
    "Phrase",
    "SiteAddress",
    "Slug",
    "Text",
    "Whole",
    "refused",
]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
_WHOLE = re.compile(r"\d{1,6}\Z", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*\Z", re.ASCII)
"""The shape of a language tag (RFC 5646 section 2.1), without the subtags that nobody has registered."""

_QUOTES = "“”„‟‘’‚«»‹›'"


def refused(kind: str, message: str, fix: str) -> PydanticCustomError:
    """One error in our own words; `parse.explain` prints message and fix as they stand."""
    return PydanticCustomError("shelfready", "{message}", {"kind": kind, "message": message, "fix": fix})


def _fold(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _plain(value: str) -> str:
    """Text that reaches a page: a theme may print it unescaped, so angle brackets never get that far."""
    if "<" in value or ">" in value:
        raise refused(
            "markup", "holds '<' or '>', which a page would take for markup", "Write 'below', 'above' or leave it out."
        )
    return value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DAY.match(value)
    if not match:
        raise refused("day", f"'{value[:40]}' is not a date", "Write year-month-day, for example 2027-05-20.")
    year, month, day = (int(part) for part in match.groups())
    if not year:
        raise refused("day", f"'{value}' has no year", "Write the year with four digits.")
    if not 1 <= month <= 12:
        raise refused("day", f"'{value}' has no month {month:02d}", "Write a month between 01 and 12.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = f"{calendar.month_name[month]} {year}"
        raise refused("day", f"'{value}' is not in the calendar: {name} has {last} days", "Write the day you mean.")
    return date(year, month, day)


def _key(value: str) -> str:
    if not _KEY.match(value):
        meant = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        fix = f"Write {meant}." if meant else "Use small letters, digits and single hyphens, such as media-desk."
        raise refused("key", f"'{value[:40]}' is not a key", fix)
    return value


def _once(value: tuple[str, ...]) -> tuple[str, ...]:
    if twice := next((name for name in value if value.count(name) > 1), None):
        raise refused("once", f"'{twice}' stands there {value.count(twice)} times", "Keep one of them.")
    return value


def _findable(value: str) -> str:
    if not re.search("[a-z0-9]", value, re.IGNORECASE | re.ASCII):
        message = f"'{value[:40]}' holds no letter from a to z and no digit, so it cannot be looked for"
        raise refused("phrase", message, "Add a word that stands beside it, or take it out.")
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.match(value):
        raise refused("language", f"'{value[:40]}' is no language tag", "Write a tag such as en, de or en-GB.")
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not _WHOLE.match(value):
            raise refused("whole", f"'{value[:40]}' is not a whole number", "Write digits alone, for example 700.")
        return int(value)
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if odd := _odd_address(value, host or ""):
        raise refused("address", *odd)
    if parts.scheme not in ("https", "http") or not host or re.search(r"[\s<>\"\\]", value):
        raise refused("address", f"'{value[:60]}' is not a web address", "Write the whole address with https://.")
    if parts.username is not None or parts.password is not None:
        raise refused("address", "the address holds a user name or a password", "Take out what stands before the '@'.")
    return value


def _odd_address(value: str, host: str) -> tuple[str, str] | None:
    """What has happened to an address on its way here, and what to do."""
    if value.strip(_QUOTES) != value:
        return f"'{value[:60]}' stands in quotation marks of print", "Write straight double quotes around it."
    if re.search(r"\s", value.strip()) and "://" in value:
        return f"'{value[:60]}' holds a blank", "Write %20 in its place."
    if host and not all(part.strip("-…") for part in host.removesuffix(".").split(".")):
        return f"'{value[:60]}' is only a sample", "Write the address of the page itself."
    return None


def _site_address(value: str) -> str:
    parts = urlsplit(_address(value))
    if parts.query or parts.fragment:
        raise refused("address", "a site's address ends before '?' and '#'", "Cut the address after its last '/'.")
    return value if value.endswith("/") else value + "/"


Key = Annotated[str, StringConstraints(max_length=60), AfterValidator(_key)]
"""A name by which files refer to each other: small letters, digits, single hyphens."""

MOST_SLUG = 80
"""Signs in the name of a topic's files."""

Slug = Annotated[str, StringConstraints(max_length=MOST_SLUG), AfterValidator(_key)]
"""The name of a topic, which is that of its files."""

Keys = Annotated[tuple[Key, ...], AfterValidator(_once)]
"""Names of that kind, each once."""

Language = Annotated[str, StringConstraints(max_length=35), AfterValidator(_language)]
"""A language tag, such as en or en-GB."""

Line = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
"""One line that readers may see: white space folded, no angle brackets."""

Phrase = Annotated[Line, AfterValidator(_findable)]
"""Words to look for in texts."""

Text = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=4000), AfterValidator(_plain)]
"""A paragraph that readers may see."""

Note = Annotated[str, BeforeValidator(_fold), StringConstraints(max_length=4000)]
"""A remark for colleagues, never published."""

Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day, written 2027-05-20."""

Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=100_000)]
"""A whole number."""

Budget = Annotated[int, BeforeValidator(_whole), Field(ge=1, le=100_000)]
"""A whole number from 1 on."""

Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_address)]
"""A web address, http or https, without user name or password."""

SiteAddress = Annotated[str, StringConstraints(max_length=200), AfterValidator(_site_address)]
"""The address of the site itself, always with a final slash."""
