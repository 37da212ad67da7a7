"""The authors' guide is true: its examples pass the check, and the page for maintainers names what there is."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from drawing import BASE, added, codes, found
from running import ROOT
from shelfready.cli.check import command
from shelfready.report import FORMATS

GUIDE = ROOT / "docs" / "guide"
PEOPLE = "people: [{name: Example Editor, organisation: desk, roles: [editor]}]\n"


def page(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def fences(name: str, language: str = "yaml") -> list[str]:
    """What stands in the fences of a page."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)


def desk(*lines: str) -> str:
    return added(BASE["content/desk.yml"], "".join(lines))


TERMS, CONTACTS, DAYS, SEVERITIES, WAIVERS = fences("words-and-exceptions.md")


def test_desk_yml_takes_every_example() -> None:
    assert codes({"content/desk.yml": desk(TERMS, CONTACTS, DAYS, SEVERITIES)}) == []


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("A threat actor looks around.\n", "PLN003", id="plain"),
        pytest.param("It is about cyber-security.\n", "SHF001", id="spelling"),
        pytest.param("Trust us.\n", "TON005", id="tone"),
        pytest.param("Read the conformance claim.\n", "CNS007", id="counsel"),
        pytest.param("Acme Imaging closed it.\n", "CNS005", id="vendors"),
        pytest.param("The desk of acme imaging closed it.\n", None, id="vendors, in small letters"),
        pytest.param("DICOM and PACS are known.\n", None, id="known"),
    ],
)
def test_words_of_the_desk_do_what_the_page_says(draft: str, expected: str | None) -> None:
    files = {"content/desk.yml": desk(TERMS), "content/drafts/piece.md": draft}
    assert codes(files) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(WAIVERS, [], id="as the page shows it"),
        pytest.param("", ["TON003"], id="without it"),
        pytest.param(WAIVERS.replace("called", "calls"), ["TON003", "WVR001"], id="a word of the sentence changed"),
        pytest.param(WAIVERS.replace("Example Editor", "Nobody"), ["TON003", "WVR001"], id="by nobody of the desk"),
    ],
)
def test_a_sentence_that_stays(record: str, expected: list[str]) -> None:
    (waiver,) = yaml.safe_load(WAIVERS)["waivers"]
    files = {
        "content/desk.yml": desk(PEOPLE),
        "content/topics/piece.yml": added(BASE["content/topics/piece.yml"], record),
        "content/drafts/piece.md": f"{waiver['text']}\n",
    }
    assert codes(files) == expected


def test_a_record_of_five_lines_is_enough() -> None:
    (record,) = fences("in-the-browser.md")
    own = (ROOT / "content/desk.yml").read_text(encoding="utf-8")
    new = {"content/desk.yml": own, "content/topics/exposed-servers.yml": record}
    assert [d for d in found(new) if d.topic == "exposed-servers"] == []


def test_the_hook_is_called_as_the_page_says() -> None:
    *_, config = fences("on-a-laptop.md")
    (hook,) = yaml.safe_load(config)["repos"][0]["hooks"]
    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == offered["id"]


ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
NAMED = [
    *(f"`{name}`" for name in (*FORMATS, *ACTION["inputs"])),
    *(option for param in command.params for option in param.opts if option.startswith("-")),
    *(path.name for path in (ROOT / "examples" / "workflows").iterdir()),
]


@pytest.mark.parametrize("name", NAMED)
def test_the_page_for_maintainers_names(name: str) -> None:
    assert name in page("for-maintainers.md")


@pytest.mark.parametrize("path", sorted(GUIDE.glob("*.md")), ids=lambda path: path.name)
def test_the_first_page_leads_to_every_other(path: Any) -> None:
    assert path.name == "index.md" or f"]({path.name})" in page("index.md")
