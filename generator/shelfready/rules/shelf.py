"""SHF: the shelf as a whole: one spelling, no empty group, no question twice, and responses that say to what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.passages import OTHERS_WORDS, Passage, passages
from shelfready.rules.base import rule

__all__ = ["RULES"]


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that is not to be used, and how it is found."""

    right: str
    sign: str
    """Its longest word: a text without it needs no closer look."""
    as_typed: bool
    """Whether small and capital letters count, as nothing else tells it from the right form."""
    pattern: re.Pattern[str]
    within: re.Pattern[str]
    """The right form."""


def _form(right: str, wrong: str) -> _Form:
    as_typed = right.casefold() == wrong.casefold()
    edge = r"[\w-]" if as_typed and wrong.islower() else r"\w"  # dicom-brute is the name of a program
    words = r"\s+".join(map(re.escape, wrong.split()))
    pattern = re.compile(rf"(?<!{edge}){words}(?!{edge})", 0 if as_typed else re.IGNORECASE)
    sign = max((wrong if as_typed else wrong.casefold()).split(), key=len)
    return _Form(right, sign, as_typed, pattern, re.compile(re.escape(right), re.IGNORECASE))


_NOT_OURS = OTHERS_WORDS | {"also_asked", "security"}
"""Keys whose texts are titles of others, wordings of readers, or addresses."""
_NAMES = frozenset(["url", "address", "email", "phone", "publisher", "sign_off", "language", "time_zone"])
_ADDRESS_BEFORE = re.compile(r"(?:\]\(|://|@|\w\.)\S{0,300}\Z")
_ADDRESS_BEHIND = re.compile(r"[^\s\])]{0,100}(?:@|\.\w)")


def _is_own(library: Library, passage: Passage) -> bool:
    """Whether a text is the desk's own, in the desk's language."""
    if passage.topic and not library.is_in_its_language(passage.topic):
        return False
    return not passage.key or not (passage.key[0] in _NOT_OURS or passage.label in _NAMES)


def _near(forms: list[_Form], text: str) -> list[_Form]:
    """The forms of which a text has a word at all."""
    folded = text.casefold()
    return [form for form in forms if form.sign in (text if form.as_typed else folded)]


def _uses(text: str, form: _Form) -> Iterator[re.Match[str]]:
    """Where a text uses a form: not in an address or a quotation, and not as a part of the right form."""
    right = [match.span() for match in form.within.finditer(text)]
    for match in form.pattern.finditer(text):
        begin, end = match.span()
        line = text.rfind("\n", 0, begin) + 1
        if text[line : line + 4].lstrip().startswith(">") or _ADDRESS_BEHIND.match(text, end):
            continue
        if _ADDRESS_BEFORE.search(text, max(line, begin - 300), begin):
            continue
        first, last = right[at - 1] if (at := bisect_right(right, (begin, len(text)))) else (0, 0)
        if last < end or last - first == end - begin:
            yield match


@rule("SHF001", "other-spelling", Severity.WARNING)
def other_spelling(library: Library) -> Iterator[Finding]:
    """A text writes a term in another way than desk.yml wants it.

    ## Why

    Readers who search for a word find the pieces that spell it alike, and two spellings in one statement look like two
    authors. `terms: spelling:` in desk.yml has the right form and the forms not to be used. Titles of sources, other
    wordings of a question, quotations, addresses and code stay as they are.

    ## Flagged

    ```yaml content/desk.yml as addition
    terms: {spelling: {DICOM: [Dicom], cybersecurity: [cyber security]}}
    ```

    ```md content/drafts/piece.md
    The Dicom standard has a part on cyber security.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    terms: {spelling: {DICOM: [Dicom], cybersecurity: [cyber security]}}
    ```

    ```md content/drafts/piece.md
    The [DICOM standard](https://example.org/Dicom) has a part on cybersecurity.

    > Cyber security matters.
    ```
    """
    spelling = library.desk.terms.spelling if library.desk else {}
    forms = [_form(right, wrong) for right, others in spelling.items() for wrong in others if wrong != right]
    for passage in passages(library) if forms else ():
        text, near = passage.text, _near(forms, passage.text)
        for form in near if near and _is_own(library, passage) else ():
            for match in _uses(text, form):
                shown = " ".join(match.group().split())
                message = f"'{shown[:60]}' in the {passage.label} is written '{form.right[:60]}' in this house"
                yield Finding(passage.place(match.start()), message, f"Write '{form.right[:60]}'.", passage.slug)


@rule("SHF002", "uncovered-group", Severity.HINT)
def uncovered_group(library: Library) -> Iterator[Finding]:
    """No topic is of a kind, or for an audience, that desk.yml has.

    ## Why

    A group of readers without a single answer is either a gap on the shelf or a line that is no longer needed. Nothing
    is said while there are fewer topics than kinds and audiences together: such a shelf is only being filled. Topics
    that were withdrawn do not count.

    ## Flagged

    ```yaml content/desk.yml as addition
    audiences:
      media: {label: Reporters}
      patients: {label: Patients}
    kinds:
      answer: {label: Answer, budget: 700}
    ```

    ```yaml content/topics/archive.yml
    title: Who can read our archive?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```

    ```yaml content/topics/images.yml
    title: Who can read our images?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    audiences:
      media: {label: Reporters}
      patients: {label: Patients}
    kinds:
      answer: {label: Answer, budget: 700}
    ```

    ```yaml content/topics/archive.yml
    title: Who can read our archive?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```

    ```yaml content/topics/images.yml
    title: Who can read our images?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media, patients]
    ```
    """
    if library.desk is None or library.lost:
        return
    records = [topic.record for topic in library.topics if topic.record.status != "withdrawn"]
    kinds, audiences = library.desk.kinds, library.desk.audiences
    if len(records) < len(kinds) + len(audiences):
        return
    fix = "Propose a topic for it, or take the line out."
    for key in sorted(kinds.keys() - {record.kind for record in records}):
        yield Finding(library.desk_where.key("kinds", key), f"no topic is of the kind '{key}'", fix)
    for key in sorted(audiences.keys() - {key for record in records for key in record.audiences}):
        yield Finding(library.desk_where.key("audiences", key), f"no topic is for the audience '{key}'", fix)


@rule("SHF003", "unanswered-report")
def unanswered_report(library: Library) -> Iterator[Finding]:
    """A response does not say which report it responds to.

    ## Why

    The page of a response names the report, who published it and when; without that, readers cannot tell what is being
    answered. While the piece is in the making this is a hint, from review on an error.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: response
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: response
    responds_to: {title: Servers found, outlet: Daily Example, url: "https://example.org/a", date: 2026-10-01}
    ```
    """
    for topic in library.topics:
        record = topic.record
        if record.kind == "response" and record.responds_to is None and record.status != "withdrawn":
            severity = Severity.ERROR if topic.under_review else Severity.HINT
            message = "this response does not say which report it responds to"
            fix = "Add 'responds_to:' with the report's title, outlet, url and date."
            yield Finding(topic.where("kind"), message, fix, topic.slug, severity)


_QUOTES = re.compile("['’]")
_NO_WORDS = re.compile(r"[^\w\n+#]+|_+")
_ARTICLE = re.compile(r"^ ?(?:(?:the|an?) )?", re.MULTILINE)

Path = tuple[str | int, ...]


def _wordings(library: Library) -> Iterator[tuple[Topic, Path, str]]:
    """Topic, path and text of each question, those of withdrawn topics left out."""
    for topic in library.topics:
        if topic.record.status != "withdrawn":
            yield topic, ("title",), topic.record.title
            for number, wording in enumerate(topic.record.also_asked):
                yield topic, ("also_asked", number), wording


def _compared(wordings: Iterable[str]) -> list[str]:
    """What is left of each without case, signs, white space and a leading article; all at once, as that is quicker."""
    text = _QUOTES.sub("", "\n".join(wordings).casefold())
    return [line.strip() for line in _ARTICLE.sub("", _NO_WORDS.sub(" ", text)).split("\n")]


@rule("SHF004", "question-asked-twice", Severity.WARNING)
def question_asked_twice(library: Library) -> Iterator[Finding]:
    """Two topics answer the same question, or one topic asks it twice.

    ## Why

    Whoever searches for the question finds two answers, and a reporter will quote where they differ. Titles and
    `also_asked` are compared without case, punctuation and a leading article. Topics in another language and topics
    that were withdrawn are no second answer.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    also_asked: ["Is our PACS on the internet?", "is our PACS on the Internet"]
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    also_asked: ["Is our PACS on the internet?", "Is our archive on the internet?"]
    ```
    """
    found = list(_wordings(library))
    first: dict[tuple[str, str], tuple[Topic, Path]] = {}
    for (topic, path, wording), compared in zip(found, _compared(entry[2] for entry in found), strict=False):
        language = (topic.record.language or "en").partition("-")[0].lower()
        other, at = first.setdefault((compared, language), (topic, path))
        if not compared or (other is topic and at == path):
            continue
        if other is topic:
            message, fix = f"'{wording[:60]}' stands twice in this topic", "Keep one of the two."
        else:
            message = f"'{wording[:60]}' is asked in the topic {other.slug}, too"
            fix = "Keep it in one of the two, or make one piece of both."
        yield Finding(topic.where(*path), message, fix, topic.slug)


RULES = (other_spelling, uncovered_group, unanswered_report, question_asked_twice)
