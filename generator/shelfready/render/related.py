"""Pieces in, for each of them the few others that its reader may want next out.

Two pieces belong together if one links to the other, or if both rest on the same document. Among those, the pieces with
the most such ties come first, then those for the same readers, then by title. So nobody keeps a list, and the same
pieces always give the same lists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import permutations

from shelfready.addresses import resolve, topic_page
from shelfready.model.library import Topic

__all__ = ["related"]

_MOST = 3
"""More would be a second list of all answers."""
_LINKED = 2
"""What a link counts for, where a shared document counts one: somebody has put it there for the reader."""
_COMMON = 20
"""A document that more pieces name tells nothing about any two of them; and all pairs of many pieces take too long."""

Pieces = Mapping[str, Topic]


def related(topics: tuple[Topic, ...]) -> Mapping[str, tuple[Topic, ...]]:
    """Slug -> up to three others of these topics, the nearest first; a policy is in the menu and in no list.

    Args:
        topics: the topics that pages may name.
    """
    pieces = {topic.slug: topic for topic in topics if topic.record.kind != "policy"}
    ties: dict[str, Counter[str]] = {slug: Counter() for slug in pieces}
    for group, weight in (*_linked(pieces), *_resting_on_one(pieces)):
        for one, other in permutations(group, 2):
            ties[one][other] += weight
    return {slug: tuple(_nearest(pieces, slug, found)) for slug, found in ties.items()}


def _nearest(pieces: Pieces, slug: str, ties: Counter[str]) -> Iterator[Topic]:
    readers = set(pieces[slug].record.audiences)

    def rank(other: str) -> tuple[int, int, str, str]:
        record = pieces[other].record
        return -ties[other], -len(readers.intersection(record.audiences)), record.title.lower(), other

    yield from (pieces[other] for other in nsmallest(_MOST, ties, key=rank))


def _linked(pieces: Pieces) -> Iterator[tuple[frozenset[str], int]]:
    """Each pair of which one links to the other, once."""
    pages = {topic_page(slug): slug for slug in pieces}
    pairs: dict[frozenset[str], None] = {}
    for slug, topic in pieces.items():
        for link in topic.draft.links if topic.draft else ():
            target = pages.get(resolve(topic_page(slug), link.target.partition("#")[0]) or "")
            if target and target != slug:
                pairs[frozenset((slug, target))] = None
    yield from ((pair, _LINKED) for pair in pairs)


def _resting_on_one(pieces: Pieces) -> Iterator[tuple[frozenset[str], int]]:
    """Those that name the same document: as a source, or as the report that they answer."""
    naming: dict[str, set[str]] = {}
    for slug, topic in pieces.items():
        answered = topic.record.responds_to
        for address in (*(source.url for source in topic.record.sources), *([answered.url] if answered else [])):
            naming.setdefault(address.partition("#")[0], set()).add(slug)
    yield from ((frozenset(slugs), 1) for slugs in naming.values() if len(slugs) <= _COMMON)
