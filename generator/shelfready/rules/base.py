"""What a rule is: a function with a code, a name, a severity and a docstring that is its manual page.

The decorator returns a value and registers nothing; `rules.ALL_RULES` is the list.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from shelfready.model.finding import Diagnostic, Fault, Finding, Severity
from shelfready.model.library import Library

__all__ = ["Example", "Rule", "as_findings", "rule"]

Subject = TypeVar("Subject")
Find = Callable[[Subject], Iterator[Finding]]

_SECTION = re.compile(r"^## (Why|Flagged|Accepted)\n", re.MULTILINE)
_EXAMPLE = re.compile(r"^```\w* (?P<path>\S+)(?: as (?P<form>\w+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced block of a rule's docstring: one file of a project (or of a built site)."""

    path: str
    text: str
    form: str
    """'' for a plain file; 'addition' to the usual one, 'escaped', 'link', 'missing' or 'rendered' for the others."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Subject]):
    """One rule over one kind of subject: the library, or a built site."""

    code: str
    """Three letters for the concern, three digits; never used twice."""
    name: str
    """What is flagged; reads well after 'allow'."""
    severity: Severity
    find: Find[Subject]
    fixed: bool
    """Whether desk.yml may not change the severity, because other stages build on it."""
    stops: bool
    """Whether an error stops a build; dates do not."""
    waivable: bool = False
    """Whether a record may let a finding stand, with a reason."""

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self._doc.partition("\n")[0]

    @property
    def _doc(self) -> str:
        return inspect.cleandoc(self.find.__doc__ or "")

    def section(self, title: str) -> str:
        """The text below `## title` of the manual page."""
        parts = _SECTION.split(self._doc)
        found = dict(zip(parts[1::2], parts[2::2], strict=True))
        return found.get(title, "").strip()

    def examples(self, title: str) -> tuple[Example, ...]:
        """The files of the example in a section."""
        return tuple(
            Example(match["path"], match["text"], match["form"] or "")
            for match in _EXAMPLE.finditer(self.section(title) + "\n")
        )

    def diagnostics(self, subject: Subject) -> Iterator[Diagnostic]:
        """What this rule has to say."""
        for found in self.find(subject):
            severity = found.severity or self.severity
            yield Diagnostic(
                found.place,
                self.code,
                self.name,
                severity,
                found.topic,
                found.message,
                found.fix,
                self.stops,
                found.within,
            )


def rule(
    code: str,
    name: str,
    severity: Severity = Severity.ERROR,
    *,
    fixed: bool = False,
    stops: bool = True,
    waivable: bool = False,
) -> Callable[[Find[Subject]], Rule[Subject]]:
    """Make a rule of a function over a library or a built site."""

    def make(find: Find[Subject]) -> Rule[Subject]:
        return Rule(code, name, severity, find, fixed, stops, waivable)

    return make


def as_findings(faults: Iterator[Fault]) -> Iterator[Finding]:
    """Faults of parsing as findings of the rule that reports them."""
    return (Finding(fault.place, fault.message, fault.fix, fault.topic) for fault in faults)


LibraryRule = Rule[Library]
