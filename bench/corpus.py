"""A number in, that many short security answers out: as a project of ours, and as plain Markdown for other tools.

The text is made up but realistic in what costs time: length, headings, links, lists, tables, notes and code. The same
number gives the same bytes.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from bench import vocabulary as v

__all__ = ["AS_OF", "DESK", "Piece", "pieces", "write_plain", "write_project"]

AS_OF = "2026-11-21"
"""The day on which a corpus is valid; a fixed one, so that no date in it ever lapses."""

_SEED = 7
DESK = """\
site: {name: Bench, address: "https://bench.example/", description: Made-up answers., publisher: example}
organisations:
  example:
    name: Example
    boilerplate: A bench.
    press: {name: Desk, email: press@bench.example, hours: 9 to 5, time_zone: UTC}
audiences: {media: {label: Media}}
kinds: {answer: {label: Answer, budget: 900, floor: 300}}
security: {contact: ["https://bench.example/report"], expires: 2027-10-01}
terms: {known: [API, DMARC, MFA, SIM]}
contacts: [helpdesk@example.org]
"""
"""The desk of a project that passes check with made-up answers in it."""

_RECORD = """\
title: {title}
kind: answer
status: published
lead: Bench Author
owners: [example]
audiences: [media]
budget: 1000
brief: [{lead}]
statement: {summary}
sources:
  - {{title: "RFC 9116", url: "https://www.rfc-editor.org/rfc/rfc9116", accessed: 2026-11-20}}
review_by: 2027-11-01
"""
_STOCK = """\
site_name: Bench
site_url: https://bench.example/
theme:
  name: material
  font: false
  features: [navigation.indexes, content.code.copy]
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, fenced_code, {toc: {permalink: true}}]
"""
_LITTLE_WORDS = frozenset(["a", "an", "the", "do", "i", "is", "does", "s"])
_FLAT_LINK = re.compile(r"\]\(([a-z0-9-]+)\.md\)")


@dataclass(slots=True)
class Piece:
    """One answer; `lead`, `summary` and `body` are filled in when all titles are known, because pieces link."""

    section: str
    slug: str
    title: str
    lead: str = ""
    summary: str = ""
    body: str = ""


def pieces(number: int) -> list[Piece]:
    """This many answers. Title and slug depend on the position only; the text also on what there is to link to."""
    writers = [_Writer(position) for position in range(number)]
    everything = [writer.piece for writer in writers]
    for writer in writers:
        writer.finish(everything)
    return everything


def write_project(folder: Path, answers: list[Piece]) -> Path:
    """A project that passes check: content/desk.yml, and a record and a draft for each answer."""
    topics, drafts = folder / "content" / "topics", folder / "content" / "drafts"
    for made in (topics, drafts):
        made.mkdir(parents=True)
    _write(folder / "content" / "desk.yml", DESK)
    for piece in answers:
        title, lead, summary = (json.dumps(text) for text in (piece.title, piece.lead, piece.summary))
        _write(topics / f"{piece.slug}.yml", _RECORD.format(title=title, lead=lead, summary=summary))
        _write(drafts / f"{piece.slug}.md", piece.body)
    return folder


def write_plain(folder: Path, answers: list[Piece]) -> Path:
    """The same answers as stock MkDocs with Material takes them: sections of pages, all of them in the navigation."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    _write(folder / "mkdocs.yml", _STOCK)
    _write(docs / "index.md", "# Bench\n\nShort answers.\n")
    for section in {piece.section for piece in answers}:
        (docs / section).mkdir()
        _write(docs / section / "index.md", f"# {_cap(section)}\n\nAnswers about {section}.\n")
    sections = {piece.slug: piece.section for piece in answers}
    for piece in answers:
        body = _FLAT_LINK.sub(lambda link: f"](../{sections[link[1]]}/{link[1]}.md)", piece.body)
        head = f"---\ntitle: {json.dumps(piece.title)}\ndescription: {json.dumps(piece.summary)}\n---\n\n"
        _write(docs / piece.section / f"{piece.slug}.md", f"{head}# {piece.title}\n\n{body}")
    return folder


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _bare(text: str) -> str:
    """Without its article."""
    return re.sub(r"\A(?:an?|the|your) ", "", text)


class _Writer:
    """Writes one piece from a random generator of its own."""

    def __init__(self, position: int) -> None:
        self.random = random.Random(f"{_SEED}/{position}")
        title = _cap(self.fill(self.random.choice(v.TITLES)))
        words = [word for word in re.findall(r"[a-z0-9]+", title.lower()) if word not in _LITTLE_WORDS]
        section = v.SECTIONS[position % len(v.SECTIONS)]
        slug = f"{'-'.join(words)}-{position:05d}"
        self.piece = Piece(section, slug, f"{title.removesuffix('?')} ({position})?")
        self.lines: list[str] = []
        self.words = 0

    def fill(self, template: str, link: str = "", linktext: str = "") -> str:
        """The template with words of this generator in its gaps."""
        pick = self.random.choice
        actor, control, adverb = pick(v.ACTORS), pick(v.CONTROLS), pick(v.ADVERBS)
        return template.format(
            threat=pick(v.THREATS),
            asset=pick(v.ASSETS),
            actor=actor,
            Actor=_cap(actor),
            control=control,
            Control=_cap(control),
            action=pick(v.ACTIONS),
            action2=pick(v.ACTIONS),
            reason=pick(v.REASONS),
            time=pick(v.TIMES),
            adverb=adverb,
            Adverb=_cap(adverb),
            n=self.random.randint(12, 900),
            p=self.random.randint(5, 85),
            link=link,
            linktext=linktext,
        )

    def finish(self, others: list[Piece]) -> None:
        """Write the texts: 430 to 880 words, 670 on average."""
        self.piece.lead = self.fill("{Control} helps, but the right first step is to {action} {time}.")
        self.piece.summary = self.fill("How to deal with {threat} when {asset} is at stake.")
        target = min(880, max(430, int(self.random.gauss(620, 80))))
        self.add(self.piece.lead, "")
        for index, question in enumerate(self.random.sample(v.QUESTIONS, len(v.QUESTIONS))):
            if self.words >= target:
                break
            self.add(f"## {_cap(self.fill(question))}", "")
            self.paragraph(others)
            self.extra(index)
            if self.words < target:
                self.paragraph(others)
        self.piece.body = "\n".join(self.lines).rstrip() + "\n"

    def add(self, *lines: str) -> None:
        """Append lines and count their words."""
        self.lines.extend(lines)
        self.words += sum(len(line.split()) for line in lines)

    def paragraph(self, others: list[Piece]) -> None:
        """Three to five sentences."""
        self.add(" ".join(self.sentence(others) for _ in range(self.random.randint(3, 5))), "")

    def sentence(self, others: list[Piece]) -> str:
        """A sentence, perhaps with a link."""
        template = self.random.choice(v.SENTENCES)
        if "{link}" not in template:
            return self.fill(template)
        if self.random.random() < 0.7:
            other = self.random.choice(others)
            return self.fill(template, f"{other.slug}.md", _bare(other.title.rstrip("?")))
        return self.fill(template, self.random.choice(v.HOSTS), "public guidance")

    def extra(self, index: int) -> None:
        """What stands between the two paragraphs of a section: a list, a note, a table, code or nothing."""
        chance = self.random.random()
        if index == 1:
            self.add(*(f"- {_cap(self.fill('{action} {time}'))}." for _ in range(self.random.randint(3, 5))), "")
            if chance < 0.5:
                self.add(f'!!! {self.random.choice(v.ADMONITIONS)} "{_cap(_bare(self.random.choice(v.THREATS)))}"', "")
                self.add(f"    {self.fill('{Control} is not optional here: {action} {time}.')}", "")
        elif index == 2:
            steps = range(1, self.random.randint(4, 6))
            self.add(*(f"{step}. {_cap(self.fill('{action}, {reason}'))}." for step in steps), "")
        elif index == 3 and chance < 0.4:
            self.add("| Sign | What it means | What to do |", "| --- | --- | --- |")
            row = "| {Actor} | {Adverb} urgent | {Control} |"
            self.add(*(self.fill(row) for _ in range(self.random.randint(3, 6))), "")
        elif index == 3 and chance < 0.55:
            self.add("```text", "From: helpdesk@example.org", f"Subject: {self.fill('{asset}')}", "```", "")
