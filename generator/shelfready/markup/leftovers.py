"""Masked source and rendered HTML in, signs out that were meant as Markdown and reach the reader as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready import words

__all__ = ["leftovers"]

_ADDRESS = r"(?:https?://|mailto:|#|/|images/|[\w./-]+\.(?:md|html?|pdf|png|jpe?g|gif|webp)\b)"

_KINDS = (
    (
        "](",
        re.compile(r"\]\([^\s()]{0,60}"),
        "a link that is not closed",
        "Close it: [words](address).",
    ),
    ("] (", re.compile(rf"\] \({_ADDRESS}[^\s()]{{0,200}}\)?"), "a link with a blank in it", "Write [words](address)."),
    (")[", re.compile(rf"\)\[{_ADDRESS}[^\s\]]{{0,200}}\]?"), "a link the wrong way round", "Write [words](address)."),
    ("[[", re.compile(r"\[\[[^\[\]\n]{1,100}\]\]"), "a link of another dialect", "Write [words](other-topic.md)."),
    (
        "^[",
        re.compile(r"\^\[[^\]\n]{1,200}\]?"),
        "a footnote inside the line",
        "Write [^name] here and '[^name]: text' as a line at the end.",
    ),
    ("~~", re.compile(r"~~[^\s~][^~\n]{0,200}~~"), "struck text", "Take the words out, or the signs."),
    ("==", re.compile(r"(?<![\w=])==\w[^=\n]{0,200}==(?![\w=])"), "marked text", "Write **words**."),
    (
        "**",
        re.compile(r"(?<![\w*\\/])\*\*(?:\w|[ ][^*\n]{1,80}[ ]\*\*(?!\S))"),
        "emphasis that is not closed",
        "Put '**' right before the first word and right behind the last.",
    ),
    ("`", re.compile(r"(?<![\w`\\])`\w"), "code that is not closed", "Put one '`' before the code and one behind it."),
)
"""A sign that a text must hold, the pattern around it, what that is, and what to do."""

_SIGNS = "[]~=*`"
"""Rare in what readers get; one character is found far quicker than two."""

_CODE = re.compile(r"<code\b.*?</code>", re.DOTALL)


def leftovers(masked: str, read: str, html: str) -> Iterator[tuple[int, str, str]]:
    """Offset in the source, message and fix, one for each place.

    A sign counts only if it stands in the source and, with what follows it, in the reader's text outside of code; an
    escaped one is meant.

    Args:
        masked: the source with code blanked out.
        read: the reader's text, code included.
        html: the rendering.
    """
    there = [sign for sign in _SIGNS if sign in read and sign in masked]
    if not there:
        return
    plain, done = "", set[int]()
    for sign, pattern, what, fix in _KINDS:
        if not any(rare in sign for rare in there) or sign not in masked or sign not in read:
            continue
        plain = plain or words.text_of(_CODE.sub("", html))
        if sign not in plain:
            continue
        for match in pattern.finditer(masked):
            begin, follows = match.start(), masked[match.start() : match.start() + 12].partition("\n")[0]
            line = masked.count("\n", 0, begin)
            if follows.rstrip() in plain and masked[begin - 1 : begin] != "\\" and line not in done:
                done.add(line)
                yield begin, f"'{_shown(masked, begin, match.end())}' is {what}; readers would see the signs", fix


def _shown(masked: str, begin: int, end: int) -> str:
    """The sign with the word before it and what follows."""
    line = masked.rfind("\n", 0, begin) + 1
    start = max(masked.rfind(" ", line, begin) + 1, begin - 20, line)
    end = min(end, begin + 40) if end > begin + 3 else begin + 20
    return masked[start:end].partition("\n")[0].strip()
