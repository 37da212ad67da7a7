r"""Text from content in, the same text safe for a terminal, a log and a machine's file out.

Content never starts a line and never ends one: whatever is not printable is written as an escape, so that a file name
cannot move the cursor, colour the terminal or speak to the CI runner (reference/threats.md, "CI logs").
"""

from __future__ import annotations

import json

__all__ = ["json_text", "printable"]

_ANYWHERE = "##["
"""GitHub's runner obeys `##[command]` in any part of a line (actions/runner, ActionCommand.TryParse)."""
_AT_THE_START = "::"
"""... and `::command::` behind white space, too (TryParseV2)."""


def printable(text: str) -> str:
    r"""The text with every control, format and unassigned character written as an escape such as \x1b.

    What a CI runner would take for a command is broken up by an escape as well.
    """
    if not text.isprintable():
        text = "".join(
            character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
            for character in text
        )
    if text.lstrip().startswith(_AT_THE_START):
        text = text.replace(":", r"\x3a", 1)
    return text.replace(_ANYWHERE, r"##\x5b")


def json_text(value: object) -> str:
    """A value as JSON in one line of ASCII, which reads back the same and holds nothing that a CI runner obeys."""
    return json.dumps(value).replace(_ANYWHERE, r"##\u005b")
