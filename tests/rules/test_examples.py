"""The examples on every rule's manual page do what the page says."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drawing import BASE, added, parsed
from freezing import SIGNING, signed, submitted
from shelfready import words
from shelfready.engines.warnings import EngineOutput, engine_warning
from shelfready.markup.safety import changed_by_sanitiser
from shelfready.model.files import RawFile, Trouble
from shelfready.rules import ALL_RULES
from shelfready.rules.base import Example, Rule
from shelfready.verify import ALL_VERIFICATIONS
from shelfready.verify.artefact import Artefact


def each(*without: str) -> list[Any]:
    """Every rule but those with these codes; one needs a program of its own."""
    needs = {"DSC005": pytest.mark.detect_secrets}
    return [
        pytest.param(rule, id=rule.code, marks=needs.get(rule.code, ()))
        for rule in ALL_RULES
        if rule.code not in without
    ]


def decoded(text: str) -> bytes:
    """Escapes of an example: \\x07, \\u200b, and \\x2a{2001} or \\(some words ){20} for what is repeated."""
    text = re.sub(r"\\\((.*?)\)\{(\d+)\}", lambda m: m[1] * int(m[2]), text)
    text = re.sub(r"\\x([0-9a-f]{2})\{(\d+)\}", lambda m: chr(int(m[1], 16)) * int(m[2]), text)
    pieces = re.split(r"(\\x[0-9a-f]{2}|\\u[0-9a-f]{4})", text)
    return b"".join(
        bytes([int(piece[2:], 16)])
        if piece.startswith("\\x")
        else chr(int(piece[2:], 16)).encode()
        if piece.startswith("\\u")
        else piece.encode()
        for piece in pieces
    )


def project(examples: tuple[Example, ...]) -> dict[str, str | bytes | RawFile]:
    """The usual project with the example's files in it."""
    is_signed = any(example.path.startswith(("content/editions/", "content/log/")) for example in examples)
    files: dict[str, str | bytes | RawFile] = dict(SIGNING if is_signed else BASE)
    for example in examples:
        if example.form == "addition":
            files[example.path] = added(str(files[example.path]), example.text)
        elif example.form == "escaped":
            files[example.path] = decoded(example.text)
        elif example.form == "link":
            files[example.path] = RawFile(example.path, trouble=Trouble.SYMLINK)
        elif example.form == "missing":
            del files[example.path]
        elif example.form == "edition":
            files |= submitted(files, "piece")
            files[example.path] = added(str(files[example.path]), example.text)
        elif example.form == "signed":
            files |= signed(files, example.path, example.text)
        else:
            files[example.path] = example.text
    if "content/drafts/piece.md" in files and "content/topics/piece.yml" not in files:
        raise AssertionError("an example must not remove the piece")
    return files


@pytest.mark.parametrize("rule", each("MKD010"))
def test_flagged_is_flagged_by_this_rule(rule: Rule[Any]) -> None:
    assert list(rule.find(parsed(project(rule.examples("Flagged")))))


@pytest.mark.parametrize("rule", each("MKD010"))
def test_flagged_is_an_example_of_this_rule_and_not_of_another(rule: Rule[Any]) -> None:
    library = parsed(project(rule.examples("Flagged")))
    others = {d.code for other in ALL_RULES for d in other.diagnostics(library) if other.code != rule.code}
    assert others == ALSO.get(rule.code, set())


ALSO = {
    "NAM002": {"SHF004"},
    "REF002": {"SRC002"},
    "WVR002": {"CNS004"},
}
"""Where one thing cannot be wrong without another."""


@pytest.mark.parametrize("rule", each())
def test_accepted_is_accepted_by_this_rule(rule: Rule[Any]) -> None:
    assert not list(rule.find(parsed(project(rule.examples("Accepted")))))


def test_the_safety_net_flags_its_example_and_accepts_its_other() -> None:
    rule = next(rule for rule in ALL_RULES if rule.code == "MKD010")
    assert [changed_by_sanitiser(example.text) for example in rule.examples("Flagged")] == [True]


def artefact(examples: tuple[Example, ...]) -> Artefact:
    """A built site from an example: files, `promised/` ones, `words/` ones, and the notice."""
    plain = {
        e.path: e.text.encode()
        for e in examples
        if not e.path.startswith(("promised/", "words/", "approved/")) and e.path != "notice"
    }
    promised = {e.path.removeprefix("promised/"): e.text.encode() for e in examples if e.path.startswith("promised/")}
    wanted = {e.path.removeprefix("words/"): e.text for e in examples if e.path.startswith("words/")}
    return Artefact(
        plain,
        pages=frozenset(path for path in plain if path.endswith(".html")),
        statics=promised,
        words={path: (words.count(text), words.fingerprint(text)) for path, text in wanted.items()},
        approved={e.path.removeprefix("approved/"): (1, e.text) for e in examples if e.path.startswith("approved/")},
        public=frozenset(["piece"]),
        address="https://desk.example/",
        notice=next((" ".join(e.text.split()) for e in examples if e.path == "notice"), ""),
    )


@pytest.mark.parametrize("rule", ALL_VERIFICATIONS, ids=lambda rule: rule.code)
def test_a_verification_flags_its_example(rule: Rule[Any]) -> None:
    assert list(rule.find(artefact(rule.examples("Flagged"))))


@pytest.mark.parametrize("rule", ALL_VERIFICATIONS, ids=lambda rule: rule.code)
def test_a_verification_accepts_its_other_example(rule: Rule[Any]) -> None:
    assert not list(rule.find(artefact(rule.examples("Accepted"))))


def test_the_engines_warning_flags_its_example_and_accepts_its_other() -> None:
    flagged, accepted = (
        [line for example in engine_warning.examples(title) for line in example.text.splitlines()]
        for title in ("Flagged", "Accepted")
    )
    assert list(engine_warning.find(EngineOutput(flagged)))
    assert not list(engine_warning.find(EngineOutput(accepted)))
