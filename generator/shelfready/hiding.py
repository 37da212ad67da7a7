"""Diagnostics or texts in, the same without what belongs to few people out: reports are read by everybody.

Messages quote in ways of their own: cut off, in small letters, with blanks folded, without signs of Markdown, from a
file other than the one they are about. So values are compared by their letters and digits alone. What a message shows
with its escapes undone stands in no file in that way, so the messages themselves are searched as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import unescape
from itertools import accumulate
from urllib.parse import unquote

from shelfready.model.finding import Diagnostic
from shelfready.model.reading import Secret
from shelfready.reading.disclosure import secrets

__all__ = ["hidden", "veiled"]

_HIDDEN = "[hidden]"
_BETWEEN = "\n\n"
_FEWEST = 5
"""Letters of a value that give it away, where a message about its file has cut it off."""
_PIECE = 16
"""Letters out of the middle of a value that give it away, as one line of a key does."""
_ALONE = 6
"""Shorter values are hidden only where no letter stands beside them: a code of four digits is part of many numbers."""
_LONGEST = 400
"""Letters of a value that are compared at once; of longer ones the pieces are found."""

_IN_FIXES = frozenset(["DSC001", "DSC002", "DSC003"])
"""Fixes show made-up persons as examples; real ones stand in a file."""
_EVERY = _IN_FIXES | {"DSC004"}


def hidden(
    diagnostics: Iterable[Diagnostic], private: Iterable[tuple[str, str]], is_private: Callable[[Secret], bool]
) -> Iterator[Diagnostic]:
    """Every diagnostic, with private values taken out of what it says.

    Args:
        diagnostics: what the rules say.
        private: file and value of each.
        is_private: whether what looks private in a message is.
    """
    every = list(diagnostics)
    told = [
        (found.place.path, text, codes)
        for found in every
        for text, codes in ((found.message, _EVERY), (found.fix, _IN_FIXES))
    ]
    shown = _shown(told, private, is_private)
    for diagnostic in every:
        path = diagnostic.place.path
        message, fix = shown[path, diagnostic.message], shown[path, diagnostic.fix]
        unchanged = message == diagnostic.message and fix == diagnostic.fix
        yield diagnostic if unchanged else replace(diagnostic, message=message, fix=fix)


def veiled(
    texts: Iterable[tuple[str, str]], private: Iterable[tuple[str, str]], is_private: Callable[[Secret], bool]
) -> dict[tuple[str, str], str]:
    """What may be shown of texts from files, by path and text.

    Args:
        texts: the file that each belongs to, and the text itself.
        private: file and value of each.
        is_private: whether what looks private in a text is.
    """
    return _shown([(path, text, _EVERY) for path, text in texts], private, is_private)


def _shown(
    told: list[tuple[str, str, frozenset[str]]],
    private: Iterable[tuple[str, str]],
    is_private: Callable[[Secret], bool],
) -> dict[tuple[str, str], str]:
    """Each text of a file, without private values and without what looks private by one of these codes."""
    values, suspects = _Values(private), _suspects(list(dict.fromkeys(text for _, text, _ in told)))
    done: dict[tuple[str, str], str] = {}
    for path, text, codes in told:
        if (path, text) not in done:
            seen = _looking(text) if text in suspects else ()
            looking = [span for span, secret in seen if secret.code in codes and is_private(secret)]
            done[path, text] = _without(text, [*values.spans(path, text), *looking])
    return done


def _suspects(texts: list[str]) -> set[str]:
    """The texts that may hold something private: all are searched as one, as few reports hold any."""
    begins = [0, *accumulate(len(text) + len(_BETWEEN) for text in texts)]
    return {texts[bisect_right(begins, secret.offset) - 1] for secret in secrets(_BETWEEN.join(texts))}


def _looking(text: str) -> Iterator[tuple[tuple[int, int], Secret]]:
    """What looks private in a message, and where."""
    for secret in secrets(text):
        yield (secret.offset, secret.offset + len(secret.value)), secret


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    parts: list[str] = []
    done = 0
    for begin, end in sorted(spans):
        if begin > done or not parts:
            parts += [text[done:begin], _HIDDEN]
        done = max(done, end)
    return "".join([*parts, text[done:]])


class _Values:
    """Private values as letters and digits, sorted, so that each place of a message needs one look-up."""

    def __init__(self, private: Iterable[tuple[str, str]]) -> None:
        self._edges: dict[str, tuple[str, str]] = {}
        self._pieces: set[str] = set()
        files: dict[str, set[str]] = {}
        for path, value in private:
            for form in {value, unescape(value), unquote(value)}:
                letters, places = _letters(form)
                if letters:
                    self._pieces.update(letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1))
                    self._edges[letters[:_LONGEST]] = form[: places[0]], form[places[-1] + 1 :]
                    files.setdefault(path, set()).add(letters[:_LONGEST])
        self._every = sorted(self._edges)
        self._files = {path: sorted(found) for path, found in files.items()}

    def spans(self, path: str, text: str) -> Iterator[tuple[int, int]]:
        """Where values stand in a message about a file: whole ones of all files, beginnings of its own, long pieces."""
        if not self._every:
            return
        letters, places = _letters(text)
        own = self._files.get(path, [])
        for at, begin in enumerate(places):
            rest = letters[at : at + _LONGEST]
            whole, shared = _whole(self._every, rest), _shared(own, rest)
            if whole and (whole >= _ALONE or _is_alone(text, begin, places[at + whole - 1])):
                before, behind = self._edges[rest[:whole]]
                end = places[at + whole - 1] + 1
                yield (
                    begin - len(before) * text.endswith(before, 0, begin),
                    end + len(behind) * text.startswith(behind, end),
                )
            if shared >= _FEWEST and not text[places[at + shared - 1] + 1 :][:1].isalnum():
                yield begin, places[at + shared - 1] + 1
            if rest[:_PIECE] in self._pieces:
                yield begin, places[at + _PIECE - 1] + 1


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits in small letters, and where each stands."""
    places = [at for at, sign in enumerate(text) if sign.isalnum()]
    small = [text[at].lower() for at in places]
    return "".join([sign if len(sign) == 1 else text[at] for at, sign in zip(places, small, strict=True)]), places


def _whole(values: list[str], rest: str) -> int:
    """How many letters the longest value has with which a text begins; 0 for none."""
    while rest:
        at = bisect_right(values, rest)
        if not at:
            return 0
        before = values[at - 1]
        if rest.startswith(before):
            return len(before)
        rest = rest[: _alike(before, rest)]
    return 0


def _shared(values: list[str], rest: str) -> int:
    """How many letters a text has in common with the beginning of a value: the most like it stands beside it."""
    at = bisect_right(values, rest)
    return max((_alike(value, rest) for value in values[max(0, at - 1) : at + 1]), default=0)


def _alike(value: str, rest: str) -> int:
    """How many letters two texts have in common at their beginnings."""
    pairs = enumerate(zip(value, rest, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(value), len(rest)))


def _is_alone(text: str, first: int, last: int) -> bool:
    return not (text[first - 1 : first].isalnum() or text[last + 1 : last + 2].isalnum())
