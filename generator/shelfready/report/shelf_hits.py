"""Pieces that may answer a question in, lines for somebody on the telephone out: may it go out, its words, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote

from shelfready.addresses import topic_page, url_path
from shelfready.model.shelf import Group, Hit, Piece
from shelfready.report.columns import wrapped
from shelfready.report.escape import printable
from shelfready.report.shelf_table import Paper, next_of, to_type
from shelfready.report.text import counted

__all__ = ["nothing_fits", "render"]

_HARMLESS = frozenset(" ,.:;?()-'")
"""Signs that mean nothing within double quotes, in any usual shell."""


def render(hits: Sequence[Hit], address: str, paper: Paper) -> str:
    """A block for each piece, best first.

    Args:
        hits: the pieces.
        address: of the public site; '' where desk.yml cannot be read.
        paper: what it is printed on.
    """
    blocks = ["\n".join(_lines(number, hit.piece, address, paper)) for number, hit in enumerate(hits, 1)]
    return "\n\n".join([*blocks, f"{counted(len(hits), 'piece')} may fit, the likeliest first."]) + "\n"


def _lines(number: int, piece: Piece, address: str, paper: Paper) -> Iterator[str]:
    title = piece.title if piece.title == piece.slug else f"{piece.title} ({piece.slug})"
    heading = wrapped(printable(f"{number}. {title}"), paper.columns, 0, 3)
    yield from (f"\x1b[1m{line}\x1b[0m" for line in heading) if paper.colour else heading
    state = piece.state
    is_live = state.group is Group.LIVE
    verdict = "Public already" if is_live else "Can go out now" if state.can_go_out else "Cannot go out now"
    clauses = [printable(clause) for clause in state.clauses]
    yield from wrapped(f"{verdict}: {'; '.join(clauses)}", paper.columns, 3, 2, clauses)
    if piece.statement and piece.status != "withdrawn":
        yield from wrapped(f"{_marked(piece)}: {printable(piece.statement)}", paper.columns, 3, 2)
    if piece.live and address:
        yield f"   {printable(f'{address}{url_path(topic_page(piece.slug))}')}"
    if state.command:
        yield f"   {printable(to_type(state.command))}"
    elif not state.can_go_out and state.step:
        yield from wrapped(f"Next: {printable(next_of(state.step))}", paper.columns, 3, 2)


def _marked(piece: Piece) -> str:
    """What may be said about a statement: a draft is called one."""
    if piece.state.edition:
        return f"Approved, edition {piece.state.edition}"
    return "Public, nobody has to sign" if piece.live else "Draft, not approved"


def nothing_fits(question: str, *, response: bool) -> str:
    """What to say and to do where no piece fits.

    Args:
        question: the words that were looked for.
        response: whether desk.yml has the kind `response`.
    """
    kind = " --kind response" if response else ""
    words = quoted(question)
    line = f"shelfready new{kind} -- {words}" if question.lstrip().startswith("-") else f"shelfready new {words}{kind}"
    return f"No piece on the shelf fits these words. To begin one:\n    {line}\n"


def quoted(text: str) -> str:
    """Words as one argument of a command line: in double quotes where nothing in them means anything to a shell."""
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in text).replace("##[", "## [").split())
    if all(sign.isalnum() or sign in _HARMLESS for sign in shown):
        return f'"{shown}"'
    return quote(shown)
