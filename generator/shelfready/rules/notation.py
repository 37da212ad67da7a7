"""LOD: records that are not written as records are; the library in, findings out."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.rules.base import as_findings, rule

__all__ = ["RULES"]


@rule("LOD006", "malformed-yaml", fixed=True)
def malformed_yaml(library: Library) -> Iterator[Finding]:
    """A record cannot be read as YAML.

    ## Why

    Most often a colon inside a value, a line that begins in the wrong column, a tab, a quotation mark that is never
    closed, or a backslash in double quotes. The message names the line.

    ## Flagged

    ```yaml content/topics/piece.yml
    title: Exposed: what now?
    ```

    ## Accepted

    ```yaml content/topics/piece.yml
    title: "Exposed: what now?"
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```
    """
    return as_findings(library.faults_of("LOD006"))


@rule("LOD007", "clever-yaml", fixed=True)
def clever_yaml(library: Library) -> Iterator[Finding]:
    """A record uses anchors, aliases, tags, merge keys or a second document.

    ## Why

    These features make a small file mean something large or run code in other tools. A record is a plain list of facts.

    ## Flagged

    ```yaml content/topics/piece.yml
    title: &name How exposed are we?
    kind: answer
    ```

    ## Accepted

    ```yaml content/topics/piece.yml
    title: "Q & A: how exposed are we?"
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```
    """
    return as_findings(library.faults_of("LOD007"))


@rule("LOD008", "duplicate-key", fixed=True)
def duplicate_key(library: Library) -> Iterator[Finding]:
    """A record holds the same key twice.

    ## Why

    YAML readers keep one of the two without a word, and not all keep the same one.

    ## Flagged

    ```yaml content/topics/piece.yml
    title: How exposed are we?
    kind: answer
    status: proposed
    status: published
    owners: [desk]
    audiences: [media]
    ```

    ## Accepted

    ```yaml content/topics/piece.yml
    title: How exposed are we?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```
    """
    return as_findings(library.faults_of("LOD008"))


@rule("LOD011", "cut-off-text", fixed=True)
def cut_off_text(library: Library) -> Iterator[Finding]:
    """A '#' or a comma in a record cuts off the rest of a text.

    ## Why

    In a record everything behind a blank and '#' is a remark, so the title below would be "Why is port". Text that
    holds such a sign stands in double quotes. Remarks stay possible: on a line of their own, behind a status, a date, a
    number, a list or any other single word in small letters, and behind a text where two blanks stand before the '#'
    and one after it. In square brackets every comma begins a new entry; one that goes on in small letters was meant to
    be part of the text.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    title: Why is port #1 a problem?
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    # asked twice in May
    title: "Why is port #1 a problem?"
    lead: Example Author  # until June
    status: drafting # then review
    ```
    """
    return as_findings(library.faults_of("LOD011"))


RULES = (malformed_yaml, clever_yaml, duplicate_key, cut_off_text)
