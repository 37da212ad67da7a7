"""LEN: a piece keeps within its words, because readers and counsel have only so much time."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready import starter, words
from shelfready.markup.mask import place_at
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place
from shelfready.model.prose import Prose, Section
from shelfready.parse.prose import line_of_word, sections
from shelfready.rules.base import rule

__all__ = ["RULES", "budget"]

_SOFT = 0.95
"""Share of the budget from which a warning stands (design section 4)."""
_MOST_STATEMENT = 50
"""Words; design section 3."""


def budget(library: Library, topic: Topic) -> int | None:
    """The most words a draft may have: the record's own limit, else its kind's."""
    if topic.record.budget is not None:
        return topic.record.budget
    kind = library.kind(topic)
    return kind.budget if kind else None


def _counted(library: Library) -> Iterator[tuple[Topic, Prose, int]]:
    for topic in library.topics:
        limit = budget(library, topic)
        if topic.draft and limit is not None:
            yield topic, topic.draft, limit


def _longest(library: Library, draft: Prose) -> str:
    longest = sorted(sections(library.marks, draft.text), key=lambda section: -section.words)[:3]
    return ", ".join(f"{_name(section)} {section.words}" for section in longest if section.words)


def _name(section: Section) -> str:
    return f"'{section.title[:40]}'" if section.title else "the opening"


@rule("LEN001", "over-budget-piece")
def over_budget_piece(library: Library) -> Iterator[Finding]:
    """A draft has more words than its budget.

    ## Why

    A reporter reads one page, and counsel must read every word. The budget stands in the record or with the kind in
    desk.yml. Counted are headings, text, lists, tables, quotes, footnotes and inline code; not fenced code, link
    targets and footnote marks.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    budget: 8
    ```

    ```md content/drafts/piece.md
    These nine plain words are one word too many.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    budget: 10
    ```

    ```md content/drafts/piece.md
    These nine plain words leave room for a tenth.
    ```
    """
    for topic, draft, limit in _counted(library):
        if draft.words > limit:
            excess = draft.words - limit
            place = Place(draft.path, line_of_word(library.marks, draft.text, limit + 1))
            message = f"{draft.words} words, budget {limit}: {excess} too many; longest: {_longest(library, draft)}"
            yield Finding(place, message, f"Cut {excess} {'word' if excess == 1 else 'words'}.", topic.slug)


@rule("LEN002", "nearly-over-budget", Severity.WARNING)
def nearly_over_budget(library: Library) -> Iterator[Finding]:
    """A draft has used up more than 95 % of its budget.

    ## Why

    Reviewers add words. A draft that leaves them no room comes back as an error.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    budget: 9
    ```

    ```md content/drafts/piece.md
    These nine plain words take up all of it.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    budget: 12
    ```

    ```md content/drafts/piece.md
    These nine plain words leave room for some more.
    ```
    """
    for topic, draft, limit in _counted(library):
        if limit * _SOFT < draft.words <= limit:
            message = f"{draft.words} words, budget {limit}: {limit - draft.words} left"
            yield Finding(Place(draft.path), message, "Leave room for what reviewers add.", topic.slug)


@rule("LEN003", "under-floor-piece")
def under_floor_piece(library: Library) -> Iterator[Finding]:
    """A draft in review has fewer words than its kind must have.

    ## Why

    A stub that goes out looks like an evasion. The floor stands with the kind in desk.yml and counts from review on.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: long
    status: review
    lead: Example Author
    statement: Look from outside.
    ```

    ```md content/drafts/piece.md
    Too short.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: long
    status: drafting
    lead: Example Author
    ```

    ```md content/drafts/piece.md
    Short, but still in the making.
    ```
    """
    for topic, draft, _ in _counted(library):
        kind = library.kind(topic)
        if kind and topic.under_review and 0 < draft.words < kind.floor:
            message = f"{draft.words} words; a piece of this kind has at least {kind.floor}"
            yield Finding(Place(draft.path), message, "Answer the question in full, or change the kind.", topic.slug)


@rule("LEN004", "over-long-statement")
def over_long_statement(library: Library) -> Iterator[Finding]:
    """A statement has more than 50 words.

    ## Why

    The statement is what a reporter copies. Fifty words fit a quotation; more will be cut by somebody else.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    statement: >
      Medical images travel in a shared language. That language can protect them. Protection has to be switched on.
      Somebody must decide to do it, plan it with the supplier, and test it. Until then an open archive answers every
      caller. So find out who can call yours, and write down what you find.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    statement: The Standard offers encryption; whoever runs a system decides whether it is switched on.
    ```
    """
    for topic in library.topics:
        number = words.count(topic.record.statement or "")
        if number > _MOST_STATEMENT:
            message = f"the statement has {number} words; at most {_MOST_STATEMENT} can be quoted as they stand"
            fix = f"Cut {number - _MOST_STATEMENT}."
            yield Finding(topic.where("statement"), message, fix, topic.slug)


@rule("LEN005", "empty-piece", fixed=True)
def empty_piece(library: Library) -> Iterator[Finding]:
    """A draft in review holds no words, or words that `shelfready new` put there.

    ## Why

    A page without an answer looks like a mistake, and so do our own hints to authors. Both count from review on.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Look from outside.
    ```

    ```md content/drafts/piece.md
    Answer the question in two sentences here; readers may stop after them.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: review
    lead: Example Author
    statement: Look from outside.
    ```

    ```md content/drafts/piece.md
    Use a line that is not yours.
    ```
    """
    for topic in library.topics:
        if topic.draft is None or not topic.under_review or topic.draft.refusals:
            continue
        if not topic.draft.words:
            message, fix = "the draft holds no words", "Write the answer before you set this status."
            yield Finding(Place(topic.draft.path), f"{message} (status {topic.record.status})", fix, topic.slug)
        elif hint := next((line for line in starter.SAMPLES if line in topic.draft.masked), None):
            place = place_at(topic.draft.path, topic.draft.masked, topic.draft.masked.find(hint))
            yield Finding(place, f"'{hint[:40]}' is a hint to authors", "Write the answer in its place.", topic.slug)


RULES = (over_budget_piece, nearly_over_budget, under_floor_piece, over_long_statement, empty_piece)
