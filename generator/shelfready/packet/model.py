"""What a packet holds, as frozen values; the two files are drawn from them and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from shelfready.difference import Change

__all__ = [
    "Answer",
    "Block",
    "Claim",
    "Difference",
    "Flag",
    "Packet",
    "Signer",
    "Span",
    "TermChange",
    "Tick",
    "Touched",
    "Waived",
]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one kind."""

    text: str
    kind: str = ""
    """'' for words; 'address', 'hover', 'note', 'mark', 'picture' or 'break' for what stands between them."""
    tags: tuple[str, ...] = ()
    """strong, em and code, from the outside in."""
    href: str = ""
    """Address of the link that it belongs to; of a picture its file."""


@dataclass(frozen=True, slots=True)
class Block:
    """What one number stands for: a paragraph, a heading, an item, a row of a table, a note, a source."""

    number: int
    kind: str
    """'title', 'statement', 'heading', 'paragraph', 'item', 'row', 'code', 'box', 'note', 'source', 'response' or
    'asked'."""
    cells: tuple[tuple[Span, ...], ...]
    """One run of spans; of a row one for each of its cells."""
    depth: int = 0
    """How far it stands inside lists, quotations and boxes."""
    marker: str = ""
    """What stands before it on the page: a dash or a number."""
    level: int = 0
    """Level of a heading."""
    within: str = ""
    """'quotation' or 'box' where it stands in one."""
    head: bool = False
    """Whether a row holds the headings of its table."""

    @property
    def said(self) -> str:
        """The words alone."""
        return " ".join("".join(s.text for s in cell if s.kind in ("", "break")) for cell in self.cells).strip()

    @property
    def shown(self) -> str:
        """Everything that a reader gets of it, in one line: addresses, marks of notes and pictures, too."""
        return " | ".join("".join(map(_shown, cell)).strip() for cell in self.cells)

    @property
    def label(self) -> str:
        """What it is, for people."""
        names = {
            "heading": "heading" if self.level < 3 else f"heading of level {self.level}",
            "item": "item of a list",
            "row": "row of a table",
        }
        names |= {"note": self.marker, "source": self.marker, "box": "title of a box", "asked": "other wording"}
        name = names.get(self.kind, self.kind)
        return f"{name} in a {self.within}" if self.within and self.kind != "box" else name


def _shown(span: Span) -> str:
    forms = {"address": " <{}>", "hover": ' (shown under the pointer: "{}")', "note": "[note {}]", "break": " / "}
    if span.kind == "picture":
        return f"[picture {span.href}: {span.text}]"
    return forms.get(span.kind, "{}").format(span.text)


@dataclass(frozen=True, slots=True)
class Signer:
    """A role that must sign, and how that stands."""

    role: str
    """For people, such as 'counsel of Example desk'."""
    state: str
    """'approved', 'refused', 'approved on a condition' or 'not yet signed'."""
    person: str = ""
    organisation: str = ""
    day: date | None = None
    remark: str = ""
    may: tuple[str, ...] = ()
    """Who may sign where nobody has."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who may answer, and what ends the line of that answer."""

    person: str
    role: str
    ending: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A paragraph that differs from the last approved words, or a run of them that do not."""

    state: str
    """'changed', 'added', 'removed' or 'same'."""
    place: str
    """Its number, such as '¶4', or where it stood."""
    label: str
    runs: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class TermChange:
    """A term that is another than in the last approved edition."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What an edition changes in the last approved one."""

    edition: int
    approved_on: date
    words: int
    """Words that were added, taken out or replaced."""
    touched: tuple[Touched, ...]
    terms: tuple[TermChange, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of the brief, with the paragraphs that share its words."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that states a figure, a date, a document or an attack."""

    number: int
    sentence: str
    claim: str
    """The figure or phrase."""
    sources: tuple[str, ...]
    """What stands behind it; none where nothing does."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding of the rules about words."""

    code: str
    name: str
    severity: str
    number: int | None
    message: str
    fix: str
    asked: bool
    """Whether the edition asks to let it stand."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that somebody lets stand."""

    code: str
    name: str
    number: int | None
    text: str
    by: str
    reason: str
    state: str
    """'holds', or why it does not."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the piece."""

    name: str
    digest: str
    address: str
    """As a data: address, so that no file has to be fetched."""


@dataclass(frozen=True, slots=True)
class Packet:
    """Everything that reviewers of one edition read."""

    slug: str
    title: str
    edition: int
    draft: bool
    """Whether nothing was submitted, so that nobody can sign."""
    as_of: date
    submitted: date
    digest: str
    due: date | None
    approved_on: date | None
    lone: bool
    """Whether one person gave every sign-off."""
    desk: str
    """Name of the organisation that publishes."""
    public: str
    """What is public now, as a sentence."""
    signers: tuple[Signer, ...]
    answers: tuple[Answer, ...]
    blocks: tuple[Block, ...]
    difference: Difference | None
    brief: tuple[Tick, ...]
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]
    waived: tuple[Waived, ...]
    words: int
    budget: int
    statement_words: int
    terms: tuple[tuple[str, str], ...]
    notice: str
    about: tuple[tuple[str, str], ...]
    """Name and boilerplate of each owner."""
    suspect: bool
    """Whether what stands around the piece changed since it was submitted."""
    language: str
    pictures: tuple[Picture, ...] = field(default=())

    @property
    def name(self) -> str:
        """Name of its files, without an ending."""
        return f"{self.slug}-draft" if self.draft else f"{self.slug}-edition-{self.edition}"

    @property
    def short(self) -> str:
        """The first twelve digits, for people to compare; reply lines carry more."""
        return self.digest[:12]
