"""Two reader's words in, what differs out: how many words, whether more than words changed, and the runs themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from shelfready.words import tokens

__all__ = ["Change", "changed_words", "is_minor", "runs"]

_LONG = 4000
"""Words from which on the comparison may be coarser, so that it stays quick."""

_TOLD = re.compile(r"[^\W_]+(?:['’-][^\W_]+){0,3}|[^\w\s.,;:!?…'\"‘’“”()–—-]")
"""A word, with others to which hyphens join it, or a sign that says something, such as an arrow; no punctuation."""

_PIECE = re.compile(r"\]\(<(?:\\.|[^>\\])*>(?: \"[^\"]*\")?\)|!?\[|\](?:\(sha256:\w+[^)]*\))?|[^\s\[\]]+|\n")


_TURNS = frozenset(
    """
    no not none never nobody nothing neither nor cannot with without except unless only
    all every each any some most many few always often sometimes rarely more less least
    must shall should may might can could will would
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
    million millions billion billions dozen dozens half quarter quarters third thirds double triple once twice
    first second hour hours day days week weeks month months year years
    """.split()  # noqa: SIM905 - a list of 100 quoted words is harder to read
)
"""Words that turn a sentence: what says no, how many, how often or who has to; and figures that are spelt out."""
_LETTERS = re.compile(r"[a-z']+")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that both texts have, or that only one of them has."""

    before: str
    """As in the first text; '' where it was added."""
    after: str
    """As in the second text; '' where it was taken out."""

    @property
    def same(self) -> bool:
        """Whether nothing changed here."""
        return self.before == self.after


@lru_cache(maxsize=512)
def changed_words(before: str, after: str) -> int:
    """How many words were added, taken out or replaced; at least 1 where anything differs."""
    if before == after:
        return 0
    return max(_changed(_plain(before), _plain(after)), 1)


def _changed(first: list[str], second: list[str]) -> int:
    return sum(max(b - a, d - c) for name, a, b, c, d in _matched(first, second) if name != "equal")


def is_minor(before: str, after: str, most: int) -> bool:
    """Whether at most so many words of the body changed, and nothing that a minor role may not touch.

    Title, statement, sources, links, pictures, notes, figures in digits or (in English) in words, and words that turn a
    sentence, such as 'not' and 'must', must be the same. Words that are joined by other signs than hyphens count each,
    and so do signs that are no punctuation.
    """
    one, other = _parts(before), _parts(after)
    if any(one[name] != other[name] for name in ("title", "statement", "sources")):
        return False
    old, new = one["words"], other["words"]
    few = changed_words(old, new) <= most and _changed(_TOLD.findall(old), _TOLD.findall(new)) <= most
    return few and _firm(old) == _firm(new) and _shape(old) == _shape(new)


def runs(before: str, after: str) -> Iterator[Change]:
    """The second text word by word, with what was taken out of the first one in its place."""
    first, second = before.split(), after.split()
    for _, a, b, c, d in _matched(first, second):
        yield Change(" ".join(first[a:b]), " ".join(second[c:d]))


def _matched(first: list[str], second: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    coarse = len(first) + len(second) > _LONG
    return SequenceMatcher(None, first, second, autojunk=coarse).get_opcodes()


def _plain(words: str) -> list[str]:
    """The words of all blocks, without the names of blocks."""
    lines = (line.strip().removeprefix("| ") for line in words.split("\n") if line.lstrip().startswith("| "))
    return [word for line in lines for word in tokens(line)]


def _parts(words: str) -> dict[str, str]:
    """The text of each part: its lines up to the next line without indentation."""
    found: dict[str, list[str]] = {"title": [], "statement": [], "words": [], "sources": []}
    name = "title"
    for line in words.split("\n"):
        if line in found:
            name = line
        else:
            found[name].append(line)
    return {part: "\n".join(lines) for part, lines in found.items()}


def _firm(words: str) -> list[str]:
    """Everything that a small change leaves alone, in its order: addresses, pictures, notes, figures, turning words."""
    found: list[str] = []
    for piece in _PIECE.findall(words):
        if piece[0] in "[]!" or any(map(str.isnumeric, piece)):
            found.append(piece)
        else:
            small = _LETTERS.findall(piece.lower().replace("’", "'"))
            found += [word for word in small if word in _TURNS or word.endswith("n't")]
    return found


def _shape(words: str) -> list[str]:
    """The blocks, in order and depth."""
    return [line for line in words.split("\n") if not line.lstrip().startswith("| ")]
