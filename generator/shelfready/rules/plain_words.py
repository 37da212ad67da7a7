"""PLN: words that reporters, regulators and product managers know, in sentences that they can read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from shelfready.markup.mask import place_at
from shelfready.model.desk import Terms
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place
from shelfready.model.reading import Reading
from shelfready.passages import passages, running
from shelfready.reading.abbreviations import abbreviations
from shelfready.reading.grade import grade
from shelfready.reading.lists import known_abbreviations
from shelfready.rules.base import rule
from shelfready.rules.listed import quoted
from shelfready.spots import sentence_around, sentence_of, spots

__all__ = ["RULES"]

_FEWEST_WORDS = 100
"""Words from which on a formula says something."""
_LEEWAY = 0.5
"""Grades are whole numbers."""


@rule("PLN001", "hard-reading", Severity.WARNING)
def hard_reading(library: Library) -> Iterator[Finding]:
    r"""A piece asks more of its readers than one of its audiences reads with ease.

    ## Why

    Reporters read under pressure, and many readers use another language at home. The highest grade stands with each
    audience in desk.yml; it is a US school year by the Automated Readability Index, which counts letters, words and
    sentences. Headings, tables, footnotes and code do not count. The formula is for English, so a piece in another
    language has no grade.

    ## Flagged

    ```yaml content/desk.yml as addition
    audiences: {media: {label: Reporters, grade: 9}}
    ```

    ```md content/drafts/piece.md as escaped
    \(Comprehensive documentation recommends administrative configuration examinations.\x0a\x0a){20}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    audiences: {media: {label: Reporters, grade: 9}}
    ```

    ```md content/drafts/piece.md as escaped
    \(Look at the list with the team. ){16}
    ```
    """
    for topic in library.topics:
        reading = topic.draft.reading if topic.draft else None
        limit = _lowest_grade(library, topic)
        if reading is None or limit is None or reading.words < _FEWEST_WORDS or not library.is_in_its_language(topic):
            continue
        found = grade(reading.letters, reading.words, reading.sentences)
        if found > limit[0] + _LEEWAY:
            length, letters = reading.words / reading.sentences, reading.letters / reading.words
            message = f"reads like grade {found:.0f}; {limit[1]} read up to grade {limit[0]} with ease"
            fix = f"Shorten sentences ({length:.0f} words on average) and words ({letters:.1f} letters)."
            yield Finding(Place(topic.draft_path), message, fix, topic.slug)


def _lowest_grade(library: Library, topic: Topic) -> tuple[int, str] | None:
    audiences = library.desk.audiences if library.desk else {}
    grades = ((audiences[key].grade, audiences[key].label) for key in topic.record.audiences if key in audiences)
    return min(((number, label) for number, label in grades if number is not None), default=None)


@rule("PLN002", "unexplained-abbreviation", Severity.WARNING, waivable=True)
def unexplained_abbreviation(library: Library) -> Iterator[Finding]:
    """An abbreviation is used before it is said in full.

    ## Why

    What is plain to one audience is a riddle to another. Say it in full where it stands first: 'Food and Drug
    Administration (FDA)', or 'FDA (Food and Drug Administration)'. US, PDF and others that everybody knows need
    nothing; 'terms: known:' in desk.yml lists those of your readers. Headings and footnotes do not
    count, nor do words in capitals for emphasis. The sentences of desk.yml do.

    ## Flagged

    ```md content/drafts/piece.md
    Ask the CISO before you look.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Ask the chief information security officer (CISO) before you look. The CISO in the US may know.
    ```
    """
    terms = library.desk.terms if library.desk else Terms()
    names = (word for vendor in terms.vendors for word in vendor.split())
    common = known_abbreviations().union(terms.known, names)
    for found in (*_in_texts(library), *_in_statements(library), *_in_desk(library)):
        if found.name not in common:
            message = f"'{found.name}' is not said in full where it stands first"
            fix = f"Write the long form, then ({found.name}); or list it in desk.yml under 'terms: known:'."
            yield Finding(found.place, message, fix, found.slug, within=found.within)


class _Unexplained(NamedTuple):
    name: str
    place: Place
    slug: str = ""
    within: str = ""
    """The sentence, for waivers."""


def _in_texts(library: Library) -> Iterator[_Unexplained]:
    for text in library.texts:
        for hit in text.prose.reading.abbreviations:
            place = place_at(text.prose.path, text.prose.masked, hit.offset)
            yield _Unexplained(hit.text, place, text.slug, sentence_of(text, hit.offset))


def _in_statements(library: Library) -> Iterator[_Unexplained]:
    """Abbreviations that stand in the statement alone."""
    for topic in library.topics:
        statement = topic.record.statement
        hits = abbreviations(statement, [])[0] if statement else ()
        if not statement or not hits:
            continue
        reading = topic.draft.reading if topic.draft else Reading()
        said = reading.explained.union(hit.text for hit in reading.abbreviations)
        for hit in hits:
            if hit.text not in said:
                within = sentence_around(statement, statement, hit.offset)
                yield _Unexplained(hit.text, topic.where("statement"), topic.slug, within)


def _in_desk(library: Library) -> Iterator[_Unexplained]:
    """Abbreviations in the sentences of desk.yml; the name of an organisation may explain one."""
    said = set[str]()
    for passage in passages(library):
        if passage.topic is None and passage.where:
            said |= abbreviations(passage.text, [])[1]
    for passage in running(library):
        if passage.topic:
            continue
        for hit in abbreviations(passage.text, [])[0]:
            if hit.text not in said:
                said.add(hit.text)
                yield _Unexplained(hit.text, passage.place(0))


@rule("PLN003", "jargon-word", Severity.WARNING, waivable=True)
def jargon_word(library: Library) -> Iterator[Finding]:
    """A text uses jargon or officialese for which there is a plain word.

    ## Why

    Plain words are read faster, translated better and quoted right. desk.yml adds words of its own under 'terms:
    plain:' and keeps what its readers know under 'terms: known:'.

    ## Flagged

    ```md content/drafts/piece.md
    Attackers leverage open ports.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Attackers use open ports.
    ```
    """
    known = {word.casefold() for word in library.desk.terms.known} if library.desk else set()
    for spot in spots(library).get("PLN003", ()):
        if spot.text.casefold() not in known:
            yield quoted(spot, "has a plain word", _instead(spot.note))


def _instead(note: str) -> str:
    """What to do, from what the list has: the plain word, or in round brackets an instruction."""
    if note.startswith("("):
        return f"{note[1:2].upper()}{note[2:].removesuffix(')')}."
    return f"Write: {note}." if note else "Use a plain word."


RULES = (hard_reading, unexplained_abbreviation, jargon_word)
