"""PIC: pictures stand in the project and say in words what they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shelfready.addresses import resolve, staged_path
from shelfready.markup.guard import is_relative
from shelfready.model.finding import Finding
from shelfready.model.library import Library, Text
from shelfready.model.place import Place
from shelfready.model.prose import Prose
from shelfready.parse.paths import DOCS, DRAFTS, IMAGES
from shelfready.parse.statics import PICTURES
from shelfready.rules.base import rule

__all__ = ["RULES"]


@rule("PIC001", "unusable-picture", fixed=True)
def unusable_picture(library: Library) -> Iterator[Finding]:
    r"""A picture comes from another site or is not in the project.

    ## Why

    A picture from another site tells that site who reads ours, and may change after counsel has read the piece.
    Pictures of drafts stand in content/drafts/images/, those of pages in docs/.

    ## Flagged

    ```md content/drafts/piece.md
    ![The path of one scan](images/missing.png)
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ![The path of one scan](images/path.png)
    ```

    ```text content/drafts/images/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```
    """
    names = {known.lower(): known for known in library.statics}
    for text in library.texts:
        prose = text.prose
        for refusal in prose.refusals:
            if refusal.code == "PIC001":
                blank = " " in refusal.detail.strip() and is_relative(refusal.detail)
                message = "the name of a picture holds no blank" if blank else "not in this project"
                fix = _RENAME if blank else f"Save it in {IMAGES} and write images/name{PICTURES[0]}."
                yield Finding(refusal.place, f"'{refusal.detail[:60]}': {message}", fix, text.slug)
        for picture in prose.pictures:
            path = _path(prose, picture.target)
            if picture.target and path not in library.statics:
                fix = _cure(names, picture.target, path or "")
                yield Finding(picture.place, f"there is no picture '{picture.target[:60]}'", fix, text.slug)


_RENAME = "Rename the file with hyphens in place of the blanks, here too."


def _cure(names: Mapping[str, str], target: str, path: str) -> str:
    """What to do about a picture that is not there: its name in other letters, another kind, or no file at all."""
    if "%20" in target:
        return _RENAME
    if meant := names.get(path.lower()):
        return f"Write '{meant.rpartition('/')[2]}': small and capital letters count."
    if path.lower().endswith(PICTURES):
        small = path.rpartition("/")[2].rpartition(".")
        if small[2] != small[2].lower():
            return f"Rename the file to {small[0]}.{small[2].lower()}, here too."
        return f"Save it in {IMAGES}, or correct its name."
    return f"Save it as one of {', '.join(PICTURES)} in {IMAGES}; browsers and hand-outs show these."


def _path(prose: Prose, target: str) -> str | None:
    return resolve(staged_path(prose.path), target.partition("#")[0])


@rule("PIC002", "wordless-picture")
def wordless_picture(library: Library) -> Iterator[Finding]:
    r"""A picture has no text that says what it shows.

    ## Why

    Whoever listens to a page, or gets it as plain text, gets these words in the picture's place (WCAG 2.2, 1.1.1).

    ## Flagged

    ```md content/drafts/piece.md
    ![](images/path.png)
    ```

    ```text content/drafts/images/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ![A scan travels from the scanner to the archive](images/path.png)
    ```

    ```text content/drafts/images/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```
    """
    for text in library.texts:
        for picture in text.prose.pictures:
            if not picture.alt.strip():
                fix = "Say between the square brackets what it shows."
                yield Finding(picture.place, "this picture has no words", fix, text.slug)


_SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""How a file of each kind begins (W3C PNG, ITU T.81, GIF89a, RIFF container of WebP)."""
_NAMES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WebP"}


@rule("PIC003", "false-picture", fixed=True)
def false_picture(library: Library) -> Iterator[Finding]:
    r"""A picture's file holds something else than its name says.

    ## Why

    A page saved from the web, an empty file or a photo with another ending is shown by some browsers and by no
    hand-out.

    ## Flagged

    ```text docs/path.png
    <html>Not found</html>
    ```

    ## Accepted

    ```text docs/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```
    """
    faulty, shown = {fault.place.path for fault in library.faults}, _shown_by(library)
    for path, data in library.statics.items():
        ending = f".{path.rpartition('.')[2]}"
        file = f"{DRAFTS}{path.removeprefix('answers/')}" if path.startswith("answers/images/") else f"{DOCS}{path}"
        if ending not in _SIGNATURES or _is(ending, data) or file in faulty:
            continue
        held = next((_NAMES[other] for other in _SIGNATURES if _is(other, data)), "")
        what = f"holds a {held} picture" if held else "holds no picture" if data else "is empty"
        fix = f"Name it by its kind, {held}." if held else "Save the picture again from the program that made it."
        yield Finding(Place(file), f"this {_NAMES[ending]} file {what}", fix, shown.get(path, ""))


def _shown_by(library: Library) -> dict[str, str]:
    """Each picture with the topic whose draft shows it, a published one if there is one, so that its build stops."""
    shown: dict[str, str] = {}
    for text in sorted((text for text in library.texts if text.slug), key=_stays_inside):
        for picture in text.prose.pictures:
            shown.setdefault(_path(text.prose, picture.target) or "", text.slug)
    return shown


def _stays_inside(text: Text) -> bool:
    return text.topic is None or text.topic.record.status != "published"


def _is(ending: str, data: bytes) -> bool:
    return data.startswith(_SIGNATURES[ending]) and (ending != ".webp" or data[8:12] == b"WEBP")


RULES = (unusable_picture, wordless_picture, false_picture)
