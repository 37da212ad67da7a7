"""What is wrong and what to do: a fault from parsing, a finding of a rule, a diagnostic for the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shelfready.model.place import Place


class Severity(StrEnum):
    """How much a diagnostic weighs; `check` exits 1 on any error."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts errors first."""
        return (Severity.ERROR, Severity.WARNING, Severity.HINT).index(self)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something `parse` could not turn into a record; the rule with this code reports it."""

    code: str
    place: Place
    message: str
    fix: str
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found, before the report adds code, name and severity."""

    place: Place
    message: str
    """States the fact with its numbers; lower case, no full stop."""
    fix: str
    """One imperative sentence."""
    topic: str = ""
    severity: Severity | None = None
    """Set where the topic's status decides; otherwise the rule's own severity holds."""
    within: str = ""
    """The sentence it stands in, by which a waiver names it (`reading.squeezed`); '' where none can."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One line of a report. Design section 5 lists the same fields for `--format json`."""

    place: Place
    code: str
    name: str
    severity: Severity
    topic: str
    message: str
    fix: str
    stops: bool = True
    """Whether an error of this rule stops a build; a date that passes never does. Not part of reports."""
    within: str = ""
    """The sentence it stands in. Not part of reports."""

    @property
    def sort_key(self) -> tuple[Place, int, str, str]:
        """By place, then worst first: two runs over the same files print the same order."""
        return (self.place, self.severity.rank, self.code, self.message)
