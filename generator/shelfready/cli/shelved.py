"""A library and its findings in, what `status` shows out, in each of its formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shelfready.errors import SetupError
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library
from shelfready.model.shelf import Due, Hit, Piece
from shelfready.parse.nearness import near
from shelfready.parse.paths import DRAFTS, TOPICS, slug_of
from shelfready.publication import stopping
from shelfready.report import minutes, shelf_dates, shelf_hits, shelf_rows, shelf_table
from shelfready.report.shelf_table import Paper
from shelfready.shelf import shelf, veil_of
from shelfready.shelf.drill import alike_of, drill, stems
from shelfready.shelf.forecast import dues

__all__ = ["Shelved", "shelved"]


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was asked for: the shelf, its dates, or the pieces that answer a question."""

    library: Library
    pieces: tuple[Piece, ...]
    errors: int
    stopping: int
    dues: tuple[Due, ...] | None = None
    question: str | None = None
    hits: tuple[Hit, ...] = ()

    def text(self, form: str, paper: Paper = Paper()) -> str:  # noqa: B008 - frozen
        """The whole in one format."""
        if form in ("json", "csv"):
            return shelf_rows.json_array(self._rows()) if form == "json" else shelf_rows.csv_text(self._rows())
        if form == "minutes-page":
            return minutes.as_html(self.pieces, self.library.as_of)
        return minutes.as_text(self.pieces) if form == "minutes" else self._table(paper)

    def _rows(self) -> list[shelf_rows.Row]:
        if self.dues is not None:
            return shelf_rows.due_rows(self.dues)
        return shelf_rows.piece_rows(self.pieces) if self.question is None else shelf_rows.hit_rows(self.hits)

    def _table(self, paper: Paper) -> str:
        today, desk = self.library.as_of, self.library.desk
        if self.dues is not None:
            return shelf_dates.render(self.dues, today, self.library.horizon, paper)
        if self.hits:
            return shelf_hits.render(self.hits, desk.site.address if desk else "", paper)
        if self.question is not None:
            return shelf_hits.nothing_fits(self.question, response=desk is None or "response" in desk.kinds)
        lines = shelf_table.closing(self.pieces, self.errors, self.stopping, today)
        blocks = [shelf_table.render(self.pieces, paper), "".join(f"{line}\n" for line in lines)]
        return "\n".join(block for block in blocks if block)


def shelved(
    library: Library, found: Sequence[Diagnostic], topics: Sequence[str], question: str | None, forecast: int | None
) -> Shelved:
    """What was asked for.

    Args:
        library: everything that was read.
        found: what `check` says about it.
        topics: the topics to look at; all where none is named.
        question: words to look for.
        forecast: whether dates are asked for, and how many days ahead; the library looks that far.

    Raises:
        SetupError: there is no such topic, or the question holds no word.
    """
    if question is not None and not stems(question):
        raise SetupError("There is no telling word in what to look for.", "Name what the question is about.")
    pieces = _chosen(shelf(library, found), topics)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    made = Shelved(library, pieces, errors, len(stopping(library, found)), question=question)
    if forecast is not None:
        return _with_dates(made, whole=not topics)
    return made if question is None else replace(made, hits=drill(library, pieces, question, alike_of(library.desk)))


def _with_dates(made: Shelved, *, whole: bool) -> Shelved:
    desk = made.library.desk
    veil = veil_of(made.library, [person.name for person in desk.people] if desk else [])
    found = dues(made.library, made.pieces, veil, whole=whole)
    return replace(made, dues=found)


def _chosen(pieces: tuple[Piece, ...], topics: Sequence[str]) -> tuple[Piece, ...]:
    known = {piece.slug: piece for piece in pieces}
    wanted = [slug_of(name) if name.startswith((TOPICS, DRAFTS)) else name for name in topics]
    for slug in wanted:
        if slug not in known:
            meant = near(slug, known)
            fix = f"Did you mean {meant}?" if meant else "'shelfready status' lists all of them."
            raise SetupError(f"There is no topic '{slug}'.", fix)
    return tuple(known[slug] for slug in dict.fromkeys(wanted)) if wanted else pieces
