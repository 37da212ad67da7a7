"""WVR: what a record lets stand is still there, and somebody answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.parse.nearness import near
from shelfready.rules.base import rule
from shelfready.rules.families import CONTENT_RULES
from shelfready.waivers import WAITS_FOR_COUNSEL, is_in_words, is_named, is_signed_by_counsel

__all__ = ["RULES"]

_NAMED = {rule.name: rule.code for rule in CONTENT_RULES if rule.waivable}
_EVERY = {rule.code for rule in CONTENT_RULES}
_WAIVABLE = {rule.code for rule in CONTENT_RULES if rule.waivable}


@rule("WVR001", "void-waiver", Severity.WARNING)
def void_waiver(library: Library) -> Iterator[Finding]:
    """A waiver names a sentence that is no longer in the words, a rule that takes none, or nobody from desk.yml.

    ## Why

    A waiver is for one sentence, as somebody read it. When the sentence changes, the reason may no longer hold, so the
    finding comes back and the waiver says nothing.

    ## Flagged

    ```yaml content/desk.yml as addition
    people: [{name: Example Editor, organisation: desk, roles: [editor]}]
    ```

    ```yaml content/topics/piece.yml as addition
    waivers: [{rule: TON003, text: "The lock is unbreakable.", by: Example Editor, reason: A quotation.}]
    ```

    ```md content/drafts/piece.md
    The lock is strong.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    people: [{name: Example Editor, organisation: desk, roles: [editor]}]
    ```

    ```yaml content/topics/piece.yml as addition
    waivers: [{rule: TON003, text: "The lock is unbreakable.", by: Example Editor, reason: A quotation.}]
    ```

    ```md content/drafts/piece.md
    The lock is *unbreakable*.
    ```
    """
    people = [person.name for person in library.desk.people] if library.desk else []
    for topic in library.topics:
        for number, waiver in enumerate(topic.record.waivers):
            if waiver.rule not in _WAIVABLE:
                meant = "" if waiver.rule in _EVERY else _NAMED.get(waiver.rule) or near(waiver.rule, _WAIVABLE)
                fix = f"Write {meant}." if meant else "Take the waiver out, and mend what the rule finds."
                message = f"the rule '{waiver.rule[:40]}' takes no waiver"
                yield Finding(topic.where("waivers", number, "rule"), message, fix, topic.slug)
            elif not is_in_words(library, topic, waiver):
                message = "the waived sentence is not in the title, the statement or the draft, so the waiver is void"
                fix = "Copy the whole sentence as it stands now, or take the waiver out."
                yield Finding(topic.where("waivers", number, "text"), message, fix, topic.slug)
            elif not is_named(library, waiver):
                meant = near(waiver.by, people)
                fix = f"Write {meant}." if meant else "Name one of the 'people:' in desk.yml."
                message = f"'{waiver.by[:60]}' is none of the people in desk.yml, so the waiver is void"
                yield Finding(topic.where("waivers", number, "by"), message, fix, topic.slug)


@rule("WVR002", "waiver-without-counsel", Severity.HINT)
def waiver_without_counsel(library: Library) -> Iterator[Finding]:
    """A waiver is for counsel's list, and counsel has not signed.

    ## Why

    What counsel wants to see is let stand by counsel alone: by signing the edition that lists the waiver, word for word
    as the record has it. Until then the finding stays, and what is public stays as it was.

    ## Flagged

    ```yaml content/desk.yml as addition
    people: [{name: Example Editor, organisation: desk, roles: [editor]}]
    ```

    ```yaml content/topics/piece.yml as addition
    title: What does a patent cover?
    waivers: [{rule: CNS004, text: "What does a patent cover?", by: Example Editor, reason: The question of the piece.}]
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    title: What does a profile cover?
    ```
    """
    for topic in library.topics:
        for number, waiver in enumerate(topic.record.waivers):
            waits = waiver.rule in _WAIVABLE and waiver.rule.startswith(WAITS_FOR_COUNSEL)
            if waits and not is_signed_by_counsel(library, topic, waiver):
                message = f"this waiver of {waiver.rule} waits for counsel, so the finding stands"
                fix = f"Show counsel the sentence with the reason: 'shelfready packet {topic.slug}' has both."
                yield Finding(topic.where("waivers", number), message, fix, topic.slug)


RULES = (void_waiver, waiver_without_counsel)
