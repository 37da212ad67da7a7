"""REC: a record has the keys and values that its status and its kind call for."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library, Topic
from shelfready.rules.base import as_findings, rule

__all__ = ["RULES"]


@rule("REC001", "unknown-key", fixed=True)
def unknown_key(library: Library) -> Iterator[Finding]:
    """A record or desk.yml holds a key that nothing reads.

    ## Why

    A misspelt key would be ignored, and what it says would be missing from the page without anybody noticing.

    ## Flagged

    ```yaml content/topics/piece.yml
    titel: How exposed are we?
    kind: answer
    status: proposed
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
    return as_findings(library.faults_of("REC001"))


@rule("REC002", "missing-key", fixed=True)
def missing_key(library: Library) -> Iterator[Finding]:
    """A record or desk.yml lacks a key that every one of them has.

    ## Why

    Without title, kind, status, owners and audiences nobody can say where a topic stands.

    ## Flagged

    ```yaml content/topics/piece.yml
    title: How exposed are we?
    kind: answer
    status: proposed
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
    return as_findings(library.faults_of("REC002"))


@rule("REC003", "malformed-value", fixed=True)
def malformed_value(library: Library) -> Iterator[Finding]:
    """A value has not the form its key wants.

    ## Why

    Dates are written 2027-05-20, lists in square brackets, addresses with https://. Angle brackets are refused in
    what readers see, because a page would take them for markup.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    review_by: 2026-02-30
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    review_by: 2027-05-20
    ```
    """
    return as_findings(library.faults_of("REC003"))


@rule("REC004", "missing-for-status", fixed=True)
def missing_for_status(library: Library) -> Iterator[Finding]:
    """A topic has a status that it is not complete enough for.

    ## Why

    From drafting on somebody leads the piece; from review on it has a statement and a draft; a published piece also has
    the day by which somebody reads it again.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: drafting
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: drafting
    lead: Example Author
    ```
    """
    unreadable = {fault.place.path for fault in library.faults}
    for topic in library.topics:
        for what, fix in _lacking(topic, unreadable):
            message = f"status is {topic.record.status}, but the topic has no {what}"
            yield Finding(topic.where("status"), message, fix, topic.slug)


def _lacking(topic: Topic, unreadable: set[str]) -> Iterator[tuple[str, str]]:
    record = topic.record
    if not record.owners:
        yield "owner", "Name at least one organisation from desk.yml in 'owners:'."
    if record.status in ("drafting", "review", "published") and not record.lead:
        yield "lead", "Add 'lead:' with the name of whoever writes it."
    if topic.under_review and not record.statement:
        yield "statement", "Add 'statement:' with the answer in at most 50 words."
    if topic.under_review and topic.draft is None and topic.draft_path not in unreadable:
        yield "draft", f"Write {topic.draft_path}, or set the status back to proposed."
    if record.status == "published" and not record.review_by:
        yield "review date", "Add 'review_by:' with the day by which somebody reads it again."


@rule("REC005", "key-for-another-kind", fixed=True)
def key_for_another_kind(library: Library) -> Iterator[Finding]:
    """A key or a file name that belongs to one kind of piece stands with another.

    ## Why

    The page of a response says what it responds to; on any other page that would be a claim out of place. There is one
    security policy, and its record is called security-policy.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    responds_to: {title: Servers found, outlet: Daily Example, url: "https://example.org/a", date: 2026-10-01}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: response
    responds_to: {title: Servers found, outlet: Daily Example, url: "https://example.org/a", date: 2026-10-01}
    ```
    """
    for topic in library.topics:
        record, slug = topic.record, topic.slug
        if record.responds_to and record.kind != "response":
            message = f"'responds_to' stands in a piece of kind {record.kind}"
            yield Finding(topic.where.key("responds_to"), message, "Take it out, or make the kind 'response'.", slug)
        if (record.kind == "policy") != (slug == "security-policy"):
            message = f"the kind is {record.kind} and the record is called {slug}"
            fix = "Call the record of the policy security-policy, and no other."
            yield Finding(topic.where("kind"), message, fix, slug)


RULES = (
    unknown_key,
    missing_key,
    malformed_value,
    missing_for_status,
    key_for_another_kind,
)
