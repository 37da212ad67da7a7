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

__all__ = ["Address", "Day", "Key", "Line", "Note", "SiteAddress", "Text", "Whole"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z", re.ASCII)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)
_WHOLE = re.compile(r"\d{1,6}\Z", re.ASCII)


def _error(kind: str, message: str, fix: str) -> PydanticCustomError:
    """One error in our own words; `parse.explain` prints message and fix as they stand."""
    return PydanticCustomError("shelfready", "{message}", {"kind": kind, "message": message, "fix": fix})


def _fold(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value


def _plain(value: str) -> str:
    """Text that reaches a page: a theme may print it unescaped, so angle brackets never get that far."""
    if "<" in value or ">" in value:
        raise _error(
            "markup", "holds '<' or '>', which a page would take for markup", "Write 'below', 'above' or leave it out."
        )
    return value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DAY.match(value)
    if not match:
        raise _error("day", f"'{value[:40]}' is not a date", "Write year-month-day, for example 2027-05-20.")
    year, month, day = (int(part) for part in match.groups())
    if not (year >= 1 and 1 <= month <= 12):
        raise _error("day", f"'{value}' has no month {month:02d}", "Write a month between 01 and 12.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = f"{calendar.month_name[month]} {year}"
        raise _error("day", f"'{value}' is not in the calendar: {name} has {last} days", "Write the day you mean.")
    return date(year, month, day)


def _key(value: str) -> str:
    if not _KEY.match(value):
        raise _error(
            "key", f"'{value[:40]}' is not a key", "Use small letters, digits and single hyphens, such as media-desk."
        )
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not _WHOLE.match(value):
            raise _error("whole", f"'{value[:40]}' is not a whole number", "Write digits alone, for example 700.")
        return int(value)
    return value


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
        parts = urlsplit("")
    if parts.scheme not in ("https", "http") or not host or re.search(r"[\s<>\"\\]", value):
        raise _error("address", f"'{value[:60]}' is not a web address", "Write the whole address with https://.")
    if parts.username is not None or parts.password is not None:
        raise _error("address", "the address holds a user name or a password", "Take out what stands before the '@'.")
    del port
    return value


def _site_address(value: str) -> str:
    parts = urlsplit(_address(value))
    if parts.query or parts.fragment:
        raise _error("address", "a site's address ends before '?' and '#'", "Cut the address after its last '/'.")
    return value if value.endswith("/") else value + "/"


Key = Annotated[str, StringConstraints(max_length=60), AfterValidator(_key)]
"""A name by which files refer to each other: small letters, digits, single hyphens."""

Line = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=300), AfterValidator(_plain)]
"""One line that readers may see: white space folded, no angle brackets."""

Text = Annotated[str, BeforeValidator(_fold), StringConstraints(min_length=1, max_length=4000), AfterValidator(_plain)]
"""A paragraph that readers may see."""

Note = Annotated[str, BeforeValidator(_fold), StringConstraints(max_length=4000)]
"""A remark for colleagues, never published."""

Day = Annotated[date, BeforeValidator(_day)]
"""A calendar day, written 2027-05-20."""

Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0, le=100_000)]
"""A whole number."""

Address = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_address)]
"""A web address, http or https, without user name or password."""

SiteAddress = Annotated[str, StringConstraints(max_length=200), AfterValidator(_site_address)]
"""The address of the site itself, always with a final slash."""
