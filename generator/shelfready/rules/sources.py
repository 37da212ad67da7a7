"""SRC: every fact has a document behind it that a reader can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.parse.paths import GUIDE
from shelfready.reading import squeezed
from shelfready.reading.claims import unsourced
from shelfready.reading.lists import sharing_hosts
from shelfready.reading.sentences import every_sentence
from shelfready.rules.base import rule
from shelfready.rules.listed import quoted
from shelfready.spots import Spot, spots

__all__ = ["RULES"]

_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]{1,200})\]:[ \t]*(.*(?:\n {4}.*)*)", re.MULTILINE)
_ADDRESS = re.compile(r"https?://|\]\(|\]\[|<mailto:")
_NAME = re.compile(
    r"[A-Z]{2,}[A-Za-z]*[ -]?\d[\d.:-]*|[A-Z]{2,}-[A-Z]{2,}|\b\d{4}\.\d{4,5}\b|\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+"
)
"""A document by its number or by a name of several words."""
_WORD = re.compile(r"[^\W_]+")


@rule("SRC001", "unsourced-claim", Severity.WARNING, waivable=True)
def unsourced_claim(library: Library) -> Iterator[Finding]:
    """A sentence states a figure, a date, a document or an attack, and has neither a footnote nor a link.

    ## Why

    A reporter checks the number first. Whoever cannot find where it comes from prints that nobody knows. In a
    statement, which can have no footnote, the record's sources count; in a table, a link in any cell of the row.
    Numbers of ports, versions, pages and steps claim nothing, nor do small ones in an instruction, such as 'Keep the
    log for 90 days'.

    ## Flagged

    ```md content/drafts/piece.md
    In 2019 reporters found 187 such servers.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    In 2019 reporters found 187 such servers.[^report]

    [^report]: [Daily Example](https://example.org/servers), 17 September 2019.
    ```
    """
    told = set[Place]()
    for spot in spots(library).get("SRC001", ()):
        if spot.place in told or not _needs_source(spot):
            continue
        told.add(spot.place)
        fix = "Put a footnote with its document behind the sentence, or leave it out."
        if spot.label != "draft" and spot.topic:
            fix = "Add the document to 'sources:', or leave it out."
        yield quoted(spot, "has no source", fix)
    for topic in library.topics:
        if not topic.record.sources and (place := topic.where("statement")) not in told:
            yield from _figures(topic.record.statement or "", place, topic.slug)


def _figures(statement: str, place: Place, slug: str) -> Iterator[Finding]:
    """Figures and documents in a statement; its phrases are among the spots."""
    fix = "Add the document to 'sources:', or leave it out."
    for begin, end in every_sentence(statement):
        for hit in unsourced(statement, statement, [(begin, end)]):
            message = f"'{hit.text[:60]}' in the statement has no source"
            yield Finding(place, message, fix, slug, within=squeezed(statement[begin:end]))
            return


def _needs_source(spot: Spot) -> bool:
    if spot.label in ("draft", "page"):
        return not spot.place.path.startswith(GUIDE)
    return spot.label == "statement" and spot.topic is not None and not spot.topic.record.sources


@rule("SRC002", "addressless-footnote", Severity.WARNING)
def addressless_footnote(library: Library) -> Iterator[Finding]:
    """A footnote has no address, and the record's sources do not name its document either.

    ## Why

    'See the Standard' sends readers searching. Give the address in the footnote, or list the document under 'sources:'
    with its title, its address and the day on which somebody opened it.

    ## Flagged

    ```md content/drafts/piece.md
    Reporters found such servers.[^report]

    [^report]: Daily Example, 17 September 2019.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Reporters found such servers.[^report]

    [^report]: [Daily Example](https://example.org/servers), 17 September 2019.
    ```
    """
    for text in library.texts:
        if "[^" not in text.prose.masked or text.prose.path.startswith(GUIDE):
            continue
        titles = _Titles([source.title for source in text.topic.record.sources] if text.topic else [])
        for match in _NOTE.finditer(text.prose.masked):
            if match[2].strip() and not _ADDRESS.search(match[2]) and not titles.have(match[2]):
                place = place_at(text.prose.path, text.prose.masked, match.start())
                message = f"the footnote '{match[1][:30]}' has no address, and no source of the record has its name"
                yield Finding(place, message, "Add the address, or list the document under 'sources:'.", text.slug)


class _Titles:
    """Titles of sources, by their words: a record may have as many sources as its draft has footnotes."""

    def __init__(self, titles: list[str]) -> None:
        """Titles as the record has them."""
        self._all = "\n".join(title.replace("-", " ") for title in titles)
        self._words = frozenset(_WORD.findall(self._all))
        self._by_word: dict[str, list[str]] = {}
        for title in dict.fromkeys(titles):
            self._by_word.setdefault(next(iter(_WORD.findall(title)), ""), []).append(title)

    def have(self, note: str) -> bool:
        """Whether a name in the footnote stands in a title, or a title in the footnote."""
        words = {"", *_WORD.findall(note)} & self._by_word.keys()
        return any(title in note for word in words for title in self._by_word[word]) or any(
            name in self._all for name in self._names(note)
        )

    def _names(self, note: str) -> set[str]:
        """Those of the footnote that may stand in a title, because their first word does."""
        names = {match.group().rstrip(".,:").replace("-", " ") for match in _NAME.finditer(note)}
        return {name for name in names if self._words.intersection(_WORD.findall(name)[:1])}


@rule("SRC003", "document-sharing-source")
def document_sharing_source(library: Library) -> Iterator[Finding]:
    """A source or a link leads to a site where anybody uploads documents or course notes.

    ## Why

    Nobody can tell who wrote such a copy, whether it is complete, and how long it stays. Cite the publisher's own
    address; where there is none, title, version and an archived official address.

    ## Flagged

    ```md content/drafts/piece.md
    The outline draws on [a plan](https://www.scribd.com/document/1/plan).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The outline draws on [a plan](https://www.example.org/plan).
    ```
    """
    for place, url, slug in _addresses(library):
        parts = _host(url).split(".")
        if site := next((name for i in range(len(parts)) if (name := ".".join(parts[i:])) in sharing_hosts()), None):
            message = f"{site} shares documents that anybody uploads"
            yield Finding(place, message, "Cite the publisher's own address, or an archived official one.", slug)


def _addresses(library: Library) -> Iterator[tuple[Place, str, str]]:
    for topic in library.topics:
        for number, source in enumerate(topic.record.sources):
            yield topic.where("sources", number, "url"), source.url, topic.slug
    for text in library.texts:
        for link in text.prose.links:
            yield link.place, link.target, text.slug


def _host(url: str) -> str:
    """The host in small letters; '' for a link inside the site, and for what is no address, which MKD002 reports."""
    try:
        return (urlsplit(url).hostname or "") if "://" in url else ""
    except ValueError:
        return ""


@rule("SRC004", "stale-source", Severity.WARNING, stops=False)
def stale_source(library: Library) -> Iterator[Finding]:
    """Nobody has opened a source for longer than the desk allows.

    ## Why

    Pages move and guidance changes. desk.yml says after how many days somebody opens a source again: 'source_days:',
    365 where nothing is said. Withdrawn pieces do not count.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    sources:
      - {title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: 2024-11-20}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    sources:
      - {title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: 2026-11-20}
    ```
    """
    if library.desk is None:
        return
    most = library.desk.source_days
    for topic in library.topics:
        for number, source in enumerate(topic.record.sources):
            if topic.record.status == "withdrawn" or (library.horizon - source.accessed).days <= most:
                continue
            due = source.accessed + timedelta(days=most + 1)
            message = f"opened on {source.accessed}; this desk opens sources again after {most} days, on {due}"
            place = topic.where("sources", number, "accessed")
            yield Finding(place, message, "Open it, correct what changed, then set 'accessed:'.", topic.slug)


RULES = (unsourced_claim, addressless_footnote, document_sharing_source, stale_source)
