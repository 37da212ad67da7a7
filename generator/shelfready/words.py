"""Rendered HTML in, the words a reader gets out: text, tokens, count. The one counter of the project.

The same functions read the checker's rendering and the region of a built page, so `check`, `serve` and the page cannot
disagree (design section 4). `tests/data/libreoffice-counts.json` holds them against LibreOffice Writer.

The HTML is what Python-Markdown's serializer writes: '<' and '>' stand nowhere but around tags, so plain patterns read
it exactly, four times as fast as a parser (tests/test_words.py compares the two).
"""

from __future__ import annotations

import hashlib
import html as entities
import re
from collections.abc import Iterator

__all__ = ["count", "fingerprint", "sections", "text_of", "tokens"]

_LEFT_OUT = re.compile(
    r'<pre>.*?</pre>|<a class="(?:headerlink|footnote-(?:back)?ref)".*?</a>'
    r'|<p class="admonition-title shelfready-made-up">.*?</p>',
    re.DOTALL,
)
"""Fenced code, and what the engine adds: permalinks, footnote marks and back-links, titles that nobody wrote."""

_BLOCK = re.compile(r"</?(?:p|h[1-6]|ul|ol|li|div|blockquote|table|thead|tbody|tr|t[hd]|hr|br)\b[^>]*>")
"""Elements that begin and end a line; every other stands inside one."""

_TAG = re.compile(r"<[^>]*>")
_TOP_HEADING = re.compile(r"<h[12]\b[^>]*>")

_WIDE = re.compile(
    "[\u3005\u3007\u3040-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]"
)
"""Han and kana, which are written without spaces and count one each; Hangul is not, it has spaces.

In escapes, as composing (NFC) turns the compatibility signs into others, and a range from one of them grows.
"""

_SEPARATORS = bytes.maketrans(b"\x1c\x1d\x1e\x1f", b"    ")
"""White space for `str.split`, but not for `bytes.split`."""

_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and not chr(code).isspace())
"""ASCII signs: a token is a word exactly if something is left of it without them."""


def text_of(html: str) -> str:
    """The text in page order, without what is not counted; a line ends with each paragraph, heading, item and cell.

    Args:
        html: HTML as Python-Markdown writes it.
    """
    if "class=" in html or "<pre>" in html:
        html = _LEFT_OUT.sub(_end_of_code, html)
    text = _TAG.sub("", _BLOCK.sub("\n", html))
    return entities.unescape(text) if "&" in text else text


def _end_of_code(match: re.Match[str]) -> str:
    return "\n" if match.group().startswith("<p") else ""


def sections(html: str) -> Iterator[tuple[str, int]]:
    """Each heading of the first or second level with the words below it, its own included; '' before the first."""
    pieces = _TOP_HEADING.split(html)
    yield "", count(text_of(pieces[0]))
    for piece in pieces[1:]:
        title = text_of(piece.partition("</h")[0])
        yield " ".join(title.split()), count(text_of(piece))


def tokens(text: str) -> list[str]:
    """The words of one run of text: split on white space, dashes and `--`; a word holds a letter or a digit."""
    if not text.isascii():
        text = _WIDE.sub(r" \g<0> ", text.replace("—", " ").replace("–", " "))
    if "--" in text:
        text = text.replace("--", " ")
    return [token for token in text.split() if token[0].isalnum() or any(map(str.isalnum, token))]


def count(text: str) -> int:
    """How many words there are in a text: `len(tokens(text))`."""
    if not text.isascii() or "--" in text:
        return len(tokens(text))
    return len(text.encode().translate(_SEPARATORS, _SIGNS).split())


def fingerprint(text: str) -> str:
    """A short digest of a text without its white space: the same for the checker's rendering and the built page."""
    return hashlib.sha256(text.encode().translate(None, b" \t\r\n")).hexdigest()[:16]
