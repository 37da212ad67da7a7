"""A packet in, the text of its two files out: one page of HTML that needs nothing else, and a plain text to mail."""

from __future__ import annotations

import textwrap

from jinja2 import Environment

from shelfready.mails import PACKET_BEGINS, PAGE_BEGINS
from shelfready.packet.model import Block, Packet, Touched
from shelfready.packet.piece import spelt
from shelfready.packet.sections import sections

__all__ = ["COLUMNS", "html", "plain"]

COLUMNS = 72
"""Longest line of the plain text; only an address may be longer."""
_NUMBER = 6
"""Columns for the number of a paragraph."""
_OPENED = ("https://", "http://", "mailto:")
"""Addresses that a click may open."""
_LABELLED = frozenset(["title", "statement", "heading", "row", "box", "note", "source", "asked"])


def html(env: Environment, packet: Packet) -> str:
    """The page."""
    return _drawn(env, "packet.html.j2", packet)


def plain(env: Environment, packet: Packet) -> str:
    """The text."""
    lines = [line.rstrip() for line in _drawn(env, "packet.txt.j2", packet).split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n") + "\n"


def _drawn(env: Environment, name: str, packet: Packet) -> str:
    return env.get_template(name).render(
        packet=packet,
        sections=sections(packet),
        pictures={picture.name: picture.address for picture in packet.pictures},
        spelt=spelt,
        folded=_folded,
        numbered=_numbered,
        changed=_changed,
        opens=lambda address: address.startswith(_OPENED),
        text_begins=PACKET_BEGINS,
        page_begins=PAGE_BEGINS if packet.answers else "",
        columns=COLUMNS,
    )


def _folded(text: str, first: str = "", rest: str | None = None) -> str:
    """A text in lines of at most `COLUMNS` signs; an address stays whole.

    Args:
        text: without line ends that mean anything.
        first: what its first line begins with.
        rest: what the others begin with; blanks of the same length where nothing is given.
    """
    return textwrap.fill(
        text,
        COLUMNS,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _numbered(block: Block) -> str:
    """A block as plain text, its number in front."""
    number = f"¶{block.number}".ljust(_NUMBER)
    indent = "  " * max(block.depth - bool(block.marker), 0)
    if block.kind == "code":
        return "\n".join([f"{number}{indent}(code)", *(f"{'':6}{indent}| {line}" for line in block.said.split("\n"))])
    label = f"({block.label}) " if block.kind in _LABELLED or block.within else ""
    marker = "" if not block.marker or block.marker in label else f"{block.marker} "
    first = f"{number}{indent}{marker}"
    return _folded(label + block.shown, first)


def _changed(touched: Touched) -> str:
    """A changed paragraph as plain text, with what was taken out and what was added in brackets."""
    if touched.state == "same":
        return f"{touched.place}: {touched.label}"
    runs = []
    for run in touched.runs:
        if run.same:
            runs.append(run.after)
        else:
            runs += [f"[-{run.before}-]"] * bool(run.before) + [f"{{+{run.after}+}}"] * bool(run.after)
    head = _folded(f"{touched.place} {touched.state} ({touched.label}):")
    return f"{head}\n{_folded(' '.join(runs), ' ' * _NUMBER)}"
