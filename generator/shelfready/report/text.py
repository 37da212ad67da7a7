"""A report in, lines for people out: path:line:column, code, what is wrong, then what to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.report import Count, Report
from shelfready.report.escape import printable

__all__ = ["counted", "findings", "keys_of", "listed", "render", "tally", "word_count", "words_of"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
"""Red, yellow, cyan: ECMA-48, Select Graphic Rendition."""
_ELSEWHERE = "In files that did not change (does not fail this check):"


def render(report: Report, *, colour: bool = False) -> str:
    """The findings that count, then those in what did not change; '' for none."""
    blocks = [findings(report.diagnostics, colour=colour)]
    if report.elsewhere:
        blocks.append(f"{_ELSEWHERE}\n\n{findings(report.elsewhere, colour=colour)}")
    return "\n".join(block for block in blocks if block)


def findings(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Two lines for each finding, file by file with an empty line between two files; '' for none."""
    files = groupby(sorted(diagnostics, key=lambda d: d.sort_key), key=lambda d: d.place.path)
    return "\n".join("".join(_lines(diagnostic, colour=colour) for diagnostic in found) for _, found in files)


def _lines(diagnostic: Diagnostic, *, colour: bool) -> str:
    weight = "" if diagnostic.severity is Severity.ERROR else f" ({diagnostic.severity})"
    code = f"{diagnostic.code}{weight}"
    if colour:
        code = f"\x1b[{_COLOURS[diagnostic.severity]}m{code}\x1b[0m"
    return (
        f"{printable(f'{diagnostic.place}:')} {code} {printable(diagnostic.message)}\n    {printable(diagnostic.fix)}\n"
    )


def tally(diagnostics: Sequence[Diagnostic]) -> str:
    """How many there are of each severity, such as '2 errors, 1 warning'."""
    counts = {severity: sum(d.severity is severity for d in diagnostics) for severity in Severity}
    return ", ".join(counted(number, severity) for severity, number in counts.items() if number) or "no findings"


def word_count(path: str, words: int, limit: int | None) -> str:
    """The words of one draft and its budget, such as 'content/drafts/a.md: 612 of 700 words'."""
    return words_of(Count("", path, words, limit))


def words_of(count: Count) -> str:
    """The same of a report's count; 'content/drafts/a.md: no draft' where there is none."""
    return f"{printable(count.path)}: {count.text}{'' if count.words is None else ' words'}"


def listed(words: Sequence[str]) -> str:
    """Such as 'counsel, editor and press'."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def keys_of(keys: Iterable[str]) -> str:
    """Keys of a record as authors see them, such as 'owners:' and 'kind:', each in quotes."""
    return listed([f"'{key}:'" for key in keys])


def counted(number: int, noun: str) -> str:
    """'1 topic', '2 topics'."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
