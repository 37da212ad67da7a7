"""A date in, the same as people say it out: 20 May 2027, tomorrow, 3 days overdue."""

from __future__ import annotations

from datetime import date

__all__ = ["from_today", "spelt"]

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def spelt(day: date) -> str:
    """Such as 20 May 2027."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def from_today(day: date, today: date) -> str:
    """Such as '12 days overdue', '1 day overdue', 'today', 'tomorrow' or 'in 3 days'."""
    left = (day - today).days
    if left < 0:
        return f"{-left} day{'' if left == -1 else 's'} overdue"
    return {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
