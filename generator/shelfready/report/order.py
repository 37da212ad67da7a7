"""Findings in, the same out in an order or with a mark by which other programs recognise them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from shelfready.model.finding import Diagnostic

__all__ = ["fingerprints", "worst_first"]

_NUMBER = re.compile(r"\d+")


def worst_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Errors first: whoever shows a part of a report shows its beginning."""
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.severity.rank, diagnostic.sort_key))


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Each finding with a mark that stays while lines above it come and go; no two in a report have the same.

    Made from code, path and message. Numbers in a message are passed over: a draft that is still too long by one word
    less has the same finding. Findings that are alike in all of that are counted through.
    """
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        message = _NUMBER.sub("0", " ".join(diagnostic.message.split()))
        alike = "\0".join((diagnostic.code, diagnostic.place.path, message))
        seen[alike] += 1
        yield diagnostic, _digest(f"{alike}\0{seen[alike]}" if seen[alike] > 1 else alike)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
