"""The desk's `search` list in, the words out under which search finds a piece although the piece does not hold them.

They go into the search index beside the piece, so no page shows a word that nobody has checked. Other wordings that
are no questions, such as a name that a group has for the piece, are found like this, too; readers get the questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from shelfready.model.desk import Desk
from shelfready.model.record import TopicRecord
from shelfready.words import tokens

__all__ = ["is_question", "search_words"]


def is_question(wording: str) -> bool:
    """Whether another wording of a title is one that readers get: it ends as a question does, in any script."""
    return wording.rstrip().endswith(("?", "\uff1f", "\u061f", "\u037e"))


def search_words(desk: Desk) -> Callable[[TopicRecord], list[str]]:
    """A function from a record to its further words, each once and in the order of desk.yml.

    A word of the list counts if it stands in the title, the statement or another wording of the question. The draft
    does not count: in 700 words nearly every word of the subject comes up once.
    """
    groups = {heading.lower(): words for heading, words in desk.search.items()}
    anyone = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(groups, reverse=True)))})(?!\w)")

    def words_of(record: TopicRecord) -> list[str]:
        said = "\n".join((record.title, record.statement or "", *record.also_asked)).lower()
        found = set(anyone.findall(said)) if groups else set()
        meant = [word for heading, words in groups.items() if heading in found for word in words]
        unshown = [word for wording in record.also_asked if not is_question(wording) for word in tokens(wording)]
        return list(dict.fromkeys([*meant, *unshown]))

    return words_of
