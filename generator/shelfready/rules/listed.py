"""Phrases that a list has in, findings out that quote them: the same form for tone, counsel, plain words and dates."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.spots import Spot, spots

__all__ = ["listed", "quoted"]


def listed(library: Library, code: str, is_what: str, fix: str) -> Iterator[Finding]:
    """A finding for each place where a phrase of this rule's lists stands.

    Args:
        library: all texts.
        code: the rule.
        is_what: the end of the message, such as 'is a guess'.
        fix: what to do.
    """
    return (quoted(spot, is_what, fix) for spot in spots(library).get(code, ()))


def quoted(spot: Spot, is_what: str, fix: str) -> Finding:
    """One of them."""
    message = f"'{spot.text[:80]}' in the {spot.label} {is_what}"
    return Finding(spot.place, message, fix, spot.slug, within=spot.within)
