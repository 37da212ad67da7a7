"""What one Markdown text holds once it has been rendered: words, headings, links, and what was refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from shelfready.model.place import Place
from shelfready.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as the reader gets it."""

    level: int
    text: str
    anchor: str
    """The id that a link's `#fragment` names."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the first or second level and how many words stand below it."""

    title: str
    words: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written; images are pictures."""

    target: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as written."""

    target: str
    alt: str
    place: Place


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something the author Markdown does not let through; the rule with this code reports it."""

    code: str
    detail: str
    """The piece of source text, as written; where there is a fix, the message itself."""
    place: Place
    fix: str = ""
    """What to do, where the rule does not say the same for all."""


@dataclass(frozen=True, slots=True)
class Prose:
    """One Markdown file, rendered once; every rule works on this record."""

    path: str
    text: str
    """The source after normalising (line ends, no-break spaces, soft hyphens, NFC)."""
    masked: str
    """The same text, same lines and columns, with code blanked out: what a rule may search for phrases."""
    words: int
    """Design section 4."""
    fingerprint: str
    """Digest of the counted text in page order; `verify` compares it with the built page."""
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    marks: tuple[str, ...] = ()
    """Owner marks that were drawn as labels, in page order."""
    refusals: tuple[Refusal, ...] = ()
    reading: Reading = field(default_factory=Reading)
    """What the rules about words need."""

    @property
    def anchors(self) -> frozenset[str]:
        """Every `#fragment` that a link to this text may name."""
        return frozenset(heading.anchor for heading in self.headings)
