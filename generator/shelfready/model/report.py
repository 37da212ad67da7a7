"""What `check` hands to every format: the findings that count, those that do not, and the words of each topic."""

from __future__ import annotations

from dataclasses import dataclass

from shelfready.model.finding import Diagnostic, Severity

__all__ = ["Count", "Report"]


@dataclass(frozen=True, slots=True)
class Count:
    """The words of one topic's draft beside its budget."""

    slug: str
    path: str
    """The file of the draft, also where there is none yet."""
    words: int | None
    """None where there is no draft."""
    limit: int | None
    """None where neither the record nor its kind says how many."""
    changed: bool = True
    """Whether the topic's findings count."""

    @property
    def text(self) -> str:
        """Such as '612 of 700'."""
        return f"{self.words} of {'?' if self.limit is None else self.limit}" if self.words is not None else "no draft"


@dataclass(frozen=True, slots=True)
class Report:
    """All that a format may tell."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """The findings that count."""
    elsewhere: tuple[Diagnostic, ...] = ()
    """Findings in what did not change: reported, but they fail nothing."""
    counts: tuple[Count, ...] = ()
    """One for each topic that is reported on, in the order of their slugs."""
    compared: bool = False
    """Whether what changed was told apart from what did not."""
    strict: bool = False
    """Whether warnings fail, too."""

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding that counts fails the check."""
        return diagnostic.severity is Severity.ERROR or (self.strict and diagnostic.severity is Severity.WARNING)

    @property
    def failed(self) -> bool:
        """Whether any does."""
        return any(map(self.fails, self.diagnostics))
