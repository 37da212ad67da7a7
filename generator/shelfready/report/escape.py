"""Text from content in, the same text safe for a terminal and a log out.

Content never starts a line and never ends one: whatever is not printable is written as an escape, so that a file name
cannot move the cursor, colour the terminal or speak to the CI runner (reference/threats.md, "CI logs").
"""

from __future__ import annotations

__all__ = ["printable"]


def printable(text: str) -> str:
    r"""The text with every control, format and unassigned character written as an escape such as \x1b."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
