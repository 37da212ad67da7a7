"""A packet in, its sections in words out: what both files say, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shelfready.packet.model import Block, Claim, Flag, Packet, Signer, Touched, Waived
from shelfready.packet.piece import spelt
from shelfready.replies import FORMS

__all__ = ["Part", "Section", "sections"]

_MOST_STATEMENT = 50
"""Words; design section 3."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to draw."""

    kind: str
    """'text', 'item', 'tick', 'who', 'ending', 'alert', 'block' or 'change'."""
    text: str = ""
    lead: str = ""
    """What stands before the text, for the eye."""
    more: tuple[str, ...] = ()
    """Lines below it."""
    block: Block | None = None
    touched: Touched | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the packet."""

    title: str
    parts: tuple[Part, ...]


def sections(packet: Packet) -> tuple[Section, ...]:
    """All of them, in the order in which a reviewer reads."""
    found = (
        ("What this is, and what is asked of you", _asked(packet)),
        ("Your answer", _answer(packet)),
        ("The piece, paragraph by paragraph", _piece(packet)),
        ("What changed since the last approved words", _changes(packet)),
        ("What the piece was to say", _brief(packet)),
        ("Claims and their sources", _claims(packet)),
        ("Flagged and waived phrases", _flags(packet)),
        ("Length, terms and digest", _terms(packet)),
        ("What stands around the piece", _around(packet)),
    )
    return tuple(Section(title, tuple(parts)) for title, parts in found)


def _asked(packet: Packet) -> Iterator[Part]:
    what = f"{packet.desk} keeps short answers ready to publish. This packet holds one of them"
    if packet.draft:
        yield Part("alert", "This is a draft. It was not submitted, and nobody can sign it.")
        yield Part("text", f"{what}, as it stands on {spelt(packet.as_of)}. It is meant for a look beforehand.")
    else:
        yield Part("text", f"{what}: edition {packet.edition}, submitted on {spelt(packet.submitted)}. {_rule(packet)}")
    yield Part("text", packet.public)
    if not packet.draft:
        yield from _request(packet)
    yield Part("who", "Who must sign" if not packet.draft else "Who will have to sign")
    yield from (_signer(signer) for signer in packet.signers)
    if not packet.signers:
        yield Part("item", "Nobody has to sign a piece of this kind.")
    if packet.lone:
        yield Part("alert", "One person gave every sign-off. At least two people must sign; somebody else has to.")


def _rule(packet: Packet) -> str:
    if packet.approved_on:
        return f"Everybody who must has signed it, the last one on {spelt(packet.approved_on)}."
    return "It does not go out before everybody who must has signed exactly these words."


def _request(packet: Packet) -> Iterator[Part]:
    if packet.approved_on:
        yield Part("text", "Nothing is asked of you: this is for your files.")
        return
    yield Part(
        "text",
        "Please read section 3, which holds every word that readers get, and look through sections 4 to 9, which help "
        "to judge it. Then answer as section 2 says.",
    )
    if packet.due is None:
        yield Part("text", "No day is set for the answer.", "By when:")
    elif packet.due < packet.as_of:
        yield Part("text", f"{spelt(packet.due)}; that day has passed.", "By when:")
    else:
        yield Part("text", f"{spelt(packet.due)}.", "By when:")


def _signer(signer: Signer) -> Part:
    if signer.day is None:
        may = f"May sign: {' or '.join(signer.may)}." if signer.may else "desk.yml names nobody who may sign so."
        return Part("item", f"not yet signed. {may}", f"{signer.role}:")
    text = f"{signer.state} on {spelt(signer.day)} by {signer.person}, {signer.organisation}."
    return Part("item", text, f"{signer.role}:", (signer.remark,) if signer.remark else ())


def _answer(packet: Packet) -> Iterator[Part]:
    if packet.draft:
        yield Part("text", "None: this is a draft. The packet of a submitted edition says how to answer.")
    elif packet.approved_on:
        yield Part("text", "None is asked for.")
    elif not packet.answers:
        yield Part("alert", "desk.yml names nobody who may give the missing sign-off.")
    else:
        yield Part(
            "text",
            "Answer in a mail, from your own address, to whoever sent you this packet. Put one line at its top: one of "
            "these three, and behind it the brackets at your name, with all that is in them. Your mail program may "
            "break the line.",
        )
        yield from _how()
        yield Part("who", "The brackets to copy")
        yield from (Part("ending", answer.ending, f"{answer.person}, as {answer.role}:") for answer in packet.answers)
        if len({answer.person for answer in packet.answers}) < len(packet.answers):
            yield Part("text", "Whoever answers in two roles sends a mail for each.")


def _how() -> Iterator[Part]:
    meant = (
        "Signs these words as they are. Write nothing else beside it.",
        "Asks for a change: n is the number of the paragraph, and what has to change stands in place of the dots. This "
        "signs nothing; a new edition with the change comes back to you.",
        "Signs nothing. Say why in place of the dots.",
    )
    for form, meaning in zip(FORMS, meant, strict=True):
        yield Part("item", lead=form, more=(meaning,))


def _piece(packet: Packet) -> Iterator[Part]:
    yield Part(
        "text",
        "The numbers belong to this packet; pages do not show them. An address in <...> is where the words before it "
        "lead. [note 1] is the mark of a note; the notes stand behind the text.",
    )
    yield from (Part("block", block=block) for block in packet.blocks)


def _changes(packet: Packet) -> Iterator[Part]:
    found = packet.difference
    if found is None:
        yield Part("text", "This is the first edition: nothing was approved before, so every word is new.")
        return
    words = "no word differs" if not found.words else f"{found.words} word{'s' if found.words != 1 else ''} differ"
    base = f"edition {found.edition}, approved on {spelt(found.approved_on)}"
    yield Part(
        "text",
        f"Compared with {base}: {words}{'s' if found.words == 1 else ''}. Words that were taken out stand in [-...-] "
        "and are struck through; added ones stand in {+...+} and are underlined.",
    )
    yield from (Part("change", touched=touched) for touched in found.touched)
    for term in found.terms:
        yield Part("item", f"was '{term.before}', is '{term.after}'.", f"Term '{term.name}':")
    if not found.terms:
        yield Part("text", "Kind, owners, roles, language, waivers and pictures are the same.")


def _brief(packet: Packet) -> Iterator[Part]:
    if not packet.brief:
        yield Part("text", "The record has no list of what the piece must say.")
        return
    yield Part(
        "text",
        "For you to tick. The paragraphs are a suggestion by words that both have in common. Whether the piece says "
        "it is for you to judge.",
    )
    for tick in packet.brief:
        found = f"see {_numbers(tick.numbers)}" if tick.numbers else "no paragraph found by words"
        yield Part("tick", tick.text, more=(found,))


def _numbers(numbers: tuple[int, ...]) -> str:
    return ", ".join(f"¶{number}" for number in numbers)


def _claims(packet: Packet) -> Iterator[Part]:
    if not packet.claims:
        yield Part("text", "No sentence names a figure, a date, a document or an attack, as far as lists can tell.")
        return
    bare = sum(1 for claim in packet.claims if not claim.sources)
    yield Part(
        "text",
        f"Sentences that name a figure, a date, a document or an attack: {len(packet.claims)}. Without a note or a "
        f"link: {bare or 'none'}. They were found by lists of words, which miss some.",
    )
    yield from (_claim(claim) for claim in packet.claims)


def _claim(claim: Claim) -> Part:
    more = claim.sources or ("NO SOURCE stands with this sentence.",)
    return Part("item", claim.sentence, f"¶{claim.number}, '{claim.claim}':", more)


def _flags(packet: Packet) -> Iterator[Part]:
    yield Part("who", "Flagged")
    yield from (_flag(flag) for flag in packet.flags)
    if not packet.flags:
        yield Part("text", "The lists of phrases flag nothing in these words.")
    yield Part("who", "Waived")
    yield from (_waived(waived) for waived in packet.waived)
    if not packet.waived:
        yield Part("text", "Nothing is waived.")


def _flag(flag: Flag) -> Part:
    place = f"¶{flag.number}" if flag.number else "whole piece"
    asked = ("A waiver is asked for; see below.",) if flag.asked else ()
    text = f"{flag.message} {flag.fix}"
    return Part("item", text, f"{place}, {flag.name} ({flag.code}, {flag.severity}):", asked)


def _waived(waived: Waived) -> Part:
    place = f"¶{waived.number}" if waived.number else "not in the words"
    more = (f"By {waived.by}: {waived.reason}", f"State: {waived.state}.")
    return Part("item", f"'{waived.text}'", f"{place}, {waived.name} ({waived.code}):", more)


def _terms(packet: Packet) -> Iterator[Part]:
    most = f" of at most {packet.budget}" if packet.budget else ""
    yield Part("item", f"{packet.words} words{most}, without title and statement", "Body:")
    yield Part("item", f"{packet.statement_words} words of at most {_MOST_STATEMENT}", "Statement:")
    for name, value in packet.terms:
        yield Part("item", value, f"{name}:")
    if not packet.draft:
        yield Part("item", f"{packet.edition}, submitted on {spelt(packet.submitted)}", "Edition:")
        yield Part("item", packet.digest, "Digest (SHA-256 of words and terms):")


def _around(packet: Packet) -> Iterator[Part]:
    yield Part("text", "This stands around the piece on its page and is not part of what is signed.")
    if packet.suspect:
        yield Part("alert", "It changed since the edition was submitted; this is how it stands now.")
    yield Part("item", packet.notice or "none", "Notice on every page:")
    for name, text in packet.about:
        yield Part("item", text, f"About {name}:")
