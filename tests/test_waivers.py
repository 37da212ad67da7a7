"""What a waiver lets stand, and what makes it void; what no report shows."""

from __future__ import annotations

import time

import pytest

from drawing import BASE, added, found
from shelfready.model.report import Report
from shelfready.report import FORMATS

DESK = added(BASE["content/desk.yml"], "people: [{name: Example Editor, organisation: desk, roles: [editor]}]\n")


def codes(rule: str, text: str, draft: str, by: str = "Example Editor") -> list[str]:
    waiver = f'waivers: [{{rule: {rule}, text: "{text}", by: {by}, reason: It is a quotation.}}]\n'
    record = added(BASE["content/topics/piece.yml"], waiver)
    files = {"content/desk.yml": DESK, "content/topics/piece.yml": record, "content/drafts/piece.md": draft}
    return sorted(d.code for d in found(files))


@pytest.mark.parametrize(
    ("rule", "text", "draft", "expected"),
    [
        pytest.param("TON003", "It is unhackable.", "Look. It is unhackable.\n", [], id="the sentence stands there"),
        pytest.param("TON003", "It is unhackable.", "Look. It is\n*unhackable*.\n", [], id="typed in another way"),
        pytest.param("TON003", "It is unhackable.", "- Look.\n- It is unhackable.\n", [], id="in an item of a list"),
        pytest.param("TON003", "It is unhackable.", "* It is unhackable.\n", [], id="in the first item"),
        pytest.param("TON003", "It is unhackable.", "1. It is unhackable.\n", [], id="in a numbered list"),
        pytest.param("TON003", "An unhackable lock", "## An unhackable lock\n\nLook.\n", [], id="in a heading"),
        pytest.param(
            "TON003", "It is unhackable.", "| A | B |\n| - | - |\n| Lock | It is unhackable. |\n", [], id="in a cell"
        ),
        pytest.param("TON003", "- It is unhackable.", "- It is unhackable.\n", [], id="with the sign of the list"),
        pytest.param("TON003", "Port 104 is unhackable.", "Port `104` is unhackable.\n", [], id="with code in it"),
        pytest.param(
            "TON003", "Port 104 is unhackable.", "Port `105` is unhackable.\n", ["TON003", "WVR001"], id="other code"
        ),
        pytest.param("TON003", "It is unhackable.", "It is quite unhackable.\n", ["TON003", "WVR001"], id="it changed"),
        pytest.param("TON003", "unhackable", "It is unhackable.\n", ["TON003", "WVR001"], id="only a word of it"),
        pytest.param("TON004", "It is unhackable.", "It is unhackable.\n", ["TON003"], id="another rule"),
        pytest.param("LEN001", "It is open.", "It is open.\n", ["WVR001"], id="a rule that takes none"),
        pytest.param(
            "CNS004", "It is patented.", "It is patented.\n", ["CNS004", "WVR002"], id="counsel has not signed"
        ),
    ],
)
def test_a_waiver(rule: str, text: str, draft: str, expected: list[str]) -> None:
    assert codes(rule, text, draft) == expected


@pytest.mark.parametrize(
    "draft",
    [
        pytest.param("## It is unhackable.\n", id="a heading"),
        pytest.param("- Look.\n- It is unhackable.\n", id="an item"),
        pytest.param("- Look:\n    - It is unhackable. Or is it?\n", id="an item of an item"),
        pytest.param("1. It is unhackable.\n", id="a step"),
        pytest.param("> It is\n> unhackable.\n", id="a quotation"),
        pytest.param("| Door | State |\n| --- | --- |\n| Viewer | It is unhackable. |\n", id="a cell"),
        pytest.param('!!! note "It is unhackable."\n\n    Look.\n', id="the title of a note"),
        pytest.param("!!! note\n\n    It is unhackable.\n", id="a note"),
        pytest.param(
            "It is [unhackable](https://www.example.org/).[^a]\n\n[^a]: <https://www.example.org/>\n", id="cited"
        ),
    ],
)
def test_a_waiver_names_a_sentence_as_readers_see_it(draft: str) -> None:
    assert codes("TON003", "It is unhackable.", draft) == []
    assert codes("TON003", "It is quite unhackable.", draft) == ["TON003", "WVR001"]


def test_a_waiver_by_somebody_whom_the_desk_does_not_name_lets_nothing_stand() -> None:
    assert codes("TON003", "It is unhackable.", "It is unhackable.\n", by="Somebody Else") == ["TON003", "WVR001"]


@pytest.mark.parametrize(
    ("rule", "fix"),
    [
        pytest.param("DSC003", "Take the waiver out, and mend what the rule finds.", id="of no other rule like it"),
        pytest.param("TON03", "Write TON003.", id="a slip"),
        pytest.param("absolute-claim", "Write TON003.", id="the name of a rule"),
        pytest.param("over-budget-piece", "Take the waiver out, and mend what the rule finds.", id="of one without"),
    ],
)
def test_what_to_write_for_a_rule_that_takes_no_waiver(rule: str, fix: str) -> None:
    record = added(
        BASE["content/topics/piece.yml"],
        f"waivers: [{{rule: {rule}, text: It is open., by: Example Editor, reason: It is one.}}]\n",
    )
    (void,) = found(
        {"content/desk.yml": DESK, "content/topics/piece.yml": record, "content/drafts/piece.md": "It is open.\n"}
    )
    assert void.fix == fix


SECRETS = ("+1 202 555 0143", "123-456-789", "blue-herring", "desk:blue")
TEXT = "+1 202 555 0143, access code 123-456-789, https://desk:blue-herring@files.example.org/a"


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize(
    "files",
    [
        pytest.param(
            {"content/drafts/piece.md": f"Call {TEXT}.\n\n[x]({TEXT.rsplit(maxsplit=1)[-1]})\n"}, id="in a draft"
        ),
        pytest.param({"docs/about.md": f"# About\n\nCall {TEXT}.\n"}, id="in a page"),
        pytest.param({"content/desk.yml": f"# Call {TEXT}\n{BASE['content/desk.yml']}"}, id="in a remark of desk.yml"),
        pytest.param({"content/topics/piece.yml": f"'{TEXT}': 1\n"}, id="in a record that cannot be read"),
    ],
)
def test_what_is_private_is_found_and_shown_nowhere(files: dict[str, str], name: str) -> None:
    diagnostics = found(files)
    assert {"DSC001", "DSC002"} <= {d.code for d in diagnostics}
    report = FORMATS[name](Report(diagnostics))
    assert not [secret for secret in SECRETS if secret in report]


def test_many_waivers_of_a_long_draft_take_little_time() -> None:
    sentences = [f"The lock {number} is unbreakable." for number in range(1_400)]
    rows = "".join(
        f"  - {{rule: TON003, text: '{text}', by: Example Editor, reason: So.}}\n" for text in sentences[:500]
    )
    files = {
        "content/desk.yml": f"{BASE['content/desk.yml']}people: [{{name: Example Editor, organisation: desk, roles: [editor]}}]\n",
        "content/topics/piece.yml": f"{BASE['content/topics/piece.yml']}waivers:\n{rows}",
        "content/drafts/piece.md": "\n\n".join(sentences) + "\n",
    }
    begin = time.perf_counter()
    diagnostics = found(files)
    assert time.perf_counter() - begin < 3
    assert sum(d.code == "TON003" for d in diagnostics) == 900
