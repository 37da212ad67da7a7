"""The types of what a reporter calls or writes to: text in, the same text out if somebody can be reached by it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from shelfready.model.values import Line, refused

__all__ = ["Mail", "Phone", "TimeZone"]

_MAIL = re.compile(r"[^\s@<>()\[\],;:\"“”]+@[^\s@<>()\[\],;:\"“”.]+(?:\.[^\s@<>()\[\],;:\"“”.]+)+\Z")
_PHONE = re.compile(r"[+(]?\d[\d ().,/-]*(?:(?:ext|extension|x)\.? ?\d+)?\Z", re.ASCII | re.IGNORECASE)
_FEWEST_DIGITS = 3
_AREAS = frozenset("Africa America Antarctica Arctic Asia Atlantic Australia Etc Europe Indian Pacific US".split())  # noqa: SIM905
"""How names of time zones begin (IANA Time Zone Database). The names themselves differ from machine to machine."""


def _mail(value: str) -> str:
    if value.lower().startswith("mailto:"):
        raise refused("mail", f"'{value[:60]}' begins with 'mailto:'", f"Write {value[7:67]} alone.")
    if not _MAIL.match(value):
        raise refused("mail", f"'{value[:60]}' is not a mail address", "Write one, such as press@desk.example.")
    return value


def _phone(value: str) -> str:
    if not _PHONE.match(value) or sum(sign.isdigit() for sign in value) < _FEWEST_DIGITS:
        raise refused("phone", f"'{value[:60]}' is not a telephone number", "Write one, such as +1 202 555 0143.")
    return value


def _time_zone(value: str) -> str:
    area, slash, _ = value.partition("/")
    if slash and " " not in value and area not in _AREAS:
        fix = "Write UTC, a name such as Europe/Berlin, or plain words such as Central European Time."
        raise refused("zone", f"'{value[:60]}' is not a time zone", fix)
    return value


Mail = Annotated[Line, AfterValidator(_mail)]
"""A mail address without 'mailto:'."""

Phone = Annotated[Line, AfterValidator(_phone)]
"""A telephone number as people write it, perhaps with an extension."""

TimeZone = Annotated[Line, AfterValidator(_time_zone)]
"""A time zone by its name or in plain words."""
