"""EDN: a frozen edition is what was submitted, and its files are all there."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.edition import Edition
from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.rules.base import as_findings, rule
from shelfready.verify_words import RECIPE, first_difference
from shelfready.wording import digest_of, remade

__all__ = ["RULES"]

_RESTORE = "Restore the file from the repository's history; for other words run 'shelfready submit' again."


@rule("EDN001", "altered-edition", fixed=True)
def altered_edition(library: Library) -> Iterator[Finding]:
    """An edition does not hold what was submitted: its words, its terms or its place are others.

    ## Why

    People sign the words as they read them. An edition is written once by `shelfready submit` and never changed; its
    digest covers every word, link and picture, and the terms: kind, owners, roles and waivers.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How safe are we?
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```
    """
    for topic in library.topics:
        for edition in library.history(topic.slug).editions:
            if message := _altered(library, edition):
                yield Finding(edition.where(), message, _RESTORE, topic.slug)


def _altered(library: Library, edition: Edition) -> str:
    record = edition.record
    if (record.topic, record.edition) != (edition.slug, edition.number):
        return f"this is edition {record.edition} of '{record.topic}', in the place of another one"
    if record.recipe != RECIPE:
        return f"the words were made by recipe {record.recipe}, and this version knows recipe {RECIPE}"
    if record.digest != digest_of(edition):
        return "words or terms are not those that were submitted: their digest is another one"
    made = remade(library, edition)
    return "" if made == record.words else f"its draft gives other words today; {first_difference(record.words, made)}"


@rule("EDN002", "edition-without-words", fixed=True)
def edition_without_words(library: Library) -> Iterator[Finding]:
    """A folder of an edition holds sign-offs or pictures, but no words.yml.

    ## Why

    Without its words nobody can tell what was signed.

    ## Flagged

    ```yaml content/editions/piece/1/signoff-desk-editor.yml
    topic: piece
    edition: 1
    digest: 0000000000000000000000000000000000000000000000000000000000000000
    role: editor
    person: Example Editor
    organisation: desk
    date: 2026-11-20
    evidence: minutes of 2026-11-20
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```
    """
    return as_findings(library.faults_of("EDN002"))


RULES = (altered_edition, edition_without_words)
