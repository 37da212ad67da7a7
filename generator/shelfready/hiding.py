"""Diagnostics in, the same without what belongs to few people out: reports are read by everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shelfready.model.finding import Diagnostic

__all__ = ["hidden"]

_HIDDEN = "[hidden]"
_FEWEST = 5
"""Signs of a value that give it away, where a message has cut it off."""


def hidden(diagnostics: Iterable[Diagnostic], private: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Every diagnostic, with private values of its file taken out of what it says.

    Args:
        diagnostics: what the rules say.
        private: file and value of each.
    """
    values: dict[str, list[str]] = {}
    for path, value in private:
        values.setdefault(path, []).append(" ".join(value.split()))
    for diagnostic in diagnostics:
        for value in sorted(values.get(diagnostic.place.path, ()), key=len, reverse=True):
            message, fix = _without(diagnostic.message, value), _without(diagnostic.fix, value)
            if message != diagnostic.message or fix != diagnostic.fix:
                diagnostic = replace(diagnostic, message=message, fix=fix)  # noqa: PLW2901 - one value after the other
        yield diagnostic


def _without(text: str, value: str) -> str:
    if value in text:
        return text.replace(value, _HIDDEN)
    for end in range(len(value) - 1, min(_FEWEST, len(value)) - 1, -1):
        at = text.find(value[:end])
        if at >= 0 and not text[at + end : at + end + 1].isalnum():
            return text[:at] + _HIDDEN + text[at + end :]
    return text
