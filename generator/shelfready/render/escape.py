"""Plain text from records in, Markdown out that renders to exactly that text."""

from __future__ import annotations

import re
from urllib.parse import quote

from shelfready.wording import KEPT_IN_ADDRESSES

__all__ = ["MarkdownText", "address", "escape", "finalize"]

_SIGNS = re.compile(r"([\\`*_{}\[\]|])")
_AT_START = re.compile(r"\A(?:([#>+!-])|(\d+)(\.))")


class MarkdownText(str):
    """Text that is Markdown already, so that a template passes it on unchanged."""

    __slots__ = ()


def escape(text: str) -> MarkdownText:
    """One line of plain text as Markdown: no sign in it means anything."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _SIGNS.sub(r"\\\1", line)
    line = _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", line)
    if line.startswith(("~", ":", "=")):
        line = f"&#{ord(line[0])};{line[1:]}"
    return MarkdownText(line.replace("--8", r"\--8"))


def address(url: str) -> MarkdownText:
    """A web address inside `<...>` of a Markdown link: signs that Markdown would read are written as %xx."""
    return MarkdownText(quote(url, safe=KEPT_IN_ADDRESSES).replace("&", "&amp;"))


def finalize(value: object) -> object:
    """What a Markdown template does with each value: text is escaped, Markdown passes, anything else is a mistake.

    Raises:
        TypeError: the value is neither text nor a number.
    """
    if isinstance(value, MarkdownText):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise TypeError(f"a template printed {value!r}")
