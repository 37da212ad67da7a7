"""LEN: titles, sentences, paragraphs and pages of a size that readers in a hurry can take."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready import words
from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.passages import running
from shelfready.reading import MOST_SENTENCES, MOST_WORDS, squeezed
from shelfready.reading.paper import LINES_OF_PAGE
from shelfready.reading.sentences import every_sentence
from shelfready.rules.base import rule
from shelfready.spots import sentence_of

__all__ = ["RULES"]

_MOST_TITLE = 65
"""Signs; search results cut off what is longer (GOV.UK, "Content design", on titles)."""
_LINES_AROUND = 14
"""Lines of the first page that title, statement and contact take."""


@rule("LEN006", "over-long-title", Severity.WARNING)
def over_long_title(library: Library) -> Iterator[Finding]:
    """A title has more than 65 signs.

    ## Why

    Search engines, lists and phones cut a longer title off, and what is cut off is often the point.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    title: Everything that a hospital can do on its own and with others if strangers may reach its images
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    title: What can a hospital do if strangers may reach its images?
    ```
    """
    for topic in library.topics:
        if (length := len(topic.record.title)) > _MOST_TITLE:
            message = f"the title has {length} signs; {_MOST_TITLE} are shown everywhere"
            yield Finding(topic.where("title"), message, f"Cut {length - _MOST_TITLE} signs.", topic.slug)


@rule("LEN007", "over-long-sentence", Severity.WARNING, waivable=True)
def over_long_sentence(library: Library) -> Iterator[Finding]:
    """A sentence has more than 25 words.

    ## Why

    Readers lose the beginning of a longer one, and a reporter cannot quote it. GOV.UK splits sentences from 25 words
    on. Drafts, statements, pages and the sentences of desk.yml count.

    ## Flagged

    ```md content/drafts/piece.md
    Take a line from outside that is not yours and try every door that you have written on your list before you ask
    whoever runs the network what it means.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Take a line from outside that is not yours. Try every door on your list. Then ask whoever runs the network.
    ```
    """
    for text in library.texts:
        for offset, size in text.prose.reading.long_sentences:
            begin = offset + len(text.prose.masked[offset:]) - len(text.prose.masked[offset:].lstrip())
            message = f"a sentence of {size} words; more than {MOST_WORDS} are hard to follow"
            place, within = place_at(text.prose.path, text.prose.masked, begin), sentence_of(text, begin)
            yield Finding(place, message, "Make two of it.", text.slug, within=within)
    for passage in running(library):
        for sentence, size in _long_in(passage.text):
            message = f"a sentence of {size} words in the {passage.label}; more than {MOST_WORDS} are hard to follow"
            yield Finding(passage.place(0), message, "Make two of it.", passage.slug, within=squeezed(sentence))


def _long_in(text: str) -> Iterator[tuple[str, int]]:
    """Sentences of a value with too many words, and how many; few values have enough blanks in a row."""
    if all(part.count(" ") < MOST_WORDS for part in text.split(". ")):
        return
    for begin, end in every_sentence(text):
        if (size := words.count(text[begin:end])) > MOST_WORDS:
            yield text[begin:end], size


@rule("LEN008", "over-long-paragraph", Severity.WARNING)
def over_long_paragraph(library: Library) -> Iterator[Finding]:
    """A paragraph has more than 5 sentences.

    ## Why

    A block of text without a break is skipped, on a phone before anywhere else (GOV.UK keeps to 5 sentences).

    ## Flagged

    ```md content/drafts/piece.md
    Make a list. Look at it. Try each door. Note the time. Ask for help. Close what is open.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Make a list. Look at it. Try each door.

    Note the time. Ask for help. Close what is open.
    ```
    """
    for text in library.texts:
        for offset, size in text.prose.reading.long_paragraphs:
            message = f"a paragraph of {size} sentences; more than {MOST_SENTENCES} are skipped"
            place = place_at(text.prose.path, text.prose.masked, offset)
            yield Finding(place, message, "Break it in two, or make a list of it.", text.slug)


@rule("LEN009", "over-full-page", Severity.WARNING)
def over_full_page(library: Library) -> Iterator[Finding]:
    r"""A piece takes more printed pages than its kind has.

    ## Why

    A checklist is pinned to a wall; its second sheet is lost. The most pages stand with the kind in desk.yml. Lines are
    estimated for A4 at 11 points, without footnotes and sources.

    ## Flagged

    ```yaml content/desk.yml as addition
    kinds: {answer: {label: Answer, budget: 700, pages: 1}}
    ```

    ```md content/drafts/piece.md as escaped
    \(- Close it.\x0a){45}
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    kinds: {answer: {label: Answer, budget: 700, pages: 1}}
    ```

    ```md content/drafts/piece.md
    - Close it.
    ```
    """
    for topic in library.topics:
        kind = library.kind(topic)
        if kind is None or not kind.pages or topic.draft is None:
            continue
        most = kind.pages * LINES_OF_PAGE - _LINES_AROUND
        if (lines := topic.draft.reading.lines) > most:
            pages = "its one page has" if kind.pages == 1 else f"its {kind.pages} pages have"
            message = f"about {lines} printed lines; {pages} room for {most}"
            yield Finding(Place(topic.draft.path), message, "Shorten it, or join short items.", topic.slug)


RULES = (over_long_title, over_long_sentence, over_long_paragraph, over_full_page)
