"""PLH: nothing goes out with a gap that somebody meant to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.passages import passages
from shelfready.rules.base import rule

__all__ = ["RULES"]

_WORDS = ("TBD", "TBC", "TODO", "FIXME", "XXX", "xxx", "orem", "LOREM")
"""A text that holds none of these and none of '[?{}<' needs no closer look."""

_GAPS = re.compile(
    r"\[[A-Z][A-Z _/-]{2,40}\](?![(\[:])"
    r"|\[(?:insert|add|fill in|your|name|date|source|link)\b[^\]\n]{0,60}\](?![(\[:])"
    r"|TB[DC]\b|TODO\b|FIXME\b|XXX+|xxx+|[Ll]orem\b|LOREM\b|\?\?\?+|\{\{|\}\}|<<[^<>\n]{1,60}>>"
)
_MACRO_OR_FOLDED = re.compile(r"\{\{.{0,200}?\}\}|^[ \t]*\?\?\?\+? ", re.MULTILINE)
_BRACKETED = re.compile(_GAPS.pattern.partition("|TB")[0])


def _gaps(text: str) -> Iterator[re.Match[str]]:
    rare = "{" in text or "}" in text or "<" in text or "???" in text or any(word in text for word in _WORDS)
    if not rare and "[" not in text:
        return iter(())
    found = (_GAPS if rare else _BRACKETED).finditer(text)
    return (match for match in found if not text[match.start() - 1 : match.start()].isalnum())


def _told(text: str) -> frozenset[int]:
    """Where lines begin that have a macro or a folded note, of which DIA rules say more."""
    if "{{" not in text and "???" not in text:
        return frozenset()
    return frozenset(_line_begin(text, match.start()) for match in _MACRO_OR_FOLDED.finditer(text))


def _line_begin(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


@rule("PLH001", "leftover-placeholder", fixed=True)
def leftover_placeholder(library: Library) -> Iterator[Finding]:
    """A text still holds a gap to fill: TBD, TODO, [NAME], lorem ipsum, ??? or {{...}}.

    ## Why

    A gap that reaches a reporter is the only thing the reporter will quote. In drafts it is a hint until review, an
    error from then on; in docs/ and desk.yml always an error.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Call [NAME] by TBD.
    ```

    ```md content/drafts/piece.md
    Look from outside.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Call the press desk before noon.
    ```

    ```md content/drafts/piece.md
    The port is called `TBD` in no document. See [PACS](https://example.org/) and [RFC 9116].
    ```
    """
    for passage in passages(library):
        told = frozenset[int]() if passage.where else _told(passage.text)
        for match in _gaps(passage.text):
            if told and match.group()[0] in "{}?" and _line_begin(passage.text, match.start()) in told:
                continue
            early = passage.topic is not None and not passage.topic.under_review
            severity = Severity.HINT if early else Severity.ERROR
            message = f"'{match.group()[:40]}' in the {passage.label} is a gap to fill"
            yield Finding(passage.place(match.start()), message, "Write what belongs here.", passage.slug, severity)


RULES = (leftover_placeholder,)
