"""PIC: pictures stand in the project and say in words what they show."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.model.prose import Prose
from shelfready.parse.paths import IMAGES
from shelfready.parse.statics import PICTURES
from shelfready.rules.base import rule
from shelfready.site_paths import resolve, staged_path

__all__ = ["RULES"]


@rule("PIC001", "unusable-picture", fixed=True)
def unusable_picture(library: Library) -> Iterator[Finding]:
    """A picture comes from another site or is not in the project.

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

    ```text content/drafts/images/path.png
    ```
    """
    for text in library.texts:
        prose = text.prose
        for refusal in prose.refusals:
            if refusal.code == "PIC001":
                fix = f"Save it in {IMAGES} and write images/name{PICTURES[0]}."
                yield Finding(refusal.place, f"'{refusal.detail[:60]}' is not in this project", fix, text.slug)
        for picture in prose.pictures:
            if picture.target and _path(prose, picture.target) not in library.statics:
                fix = f"Save it in {IMAGES}, or correct its name; pictures end in {', '.join(PICTURES)}."
                yield Finding(picture.place, f"there is no picture '{picture.target[:60]}'", fix, text.slug)


def _path(prose: Prose, target: str) -> str | None:
    return resolve(staged_path(prose.path), target.partition("#")[0])


@rule("PIC002", "wordless-picture")
def wordless_picture(library: Library) -> Iterator[Finding]:
    """A picture has no text that says what it shows.

    ## Why

    Whoever listens to a page, or gets it as plain text, gets these words in the picture's place (WCAG 2.2, 1.1.1).

    ## Flagged

    ```md content/drafts/piece.md
    ![](images/path.png)
    ```

    ```text content/drafts/images/path.png
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ![A scan travels from the scanner to the archive](images/path.png)
    ```

    ```text content/drafts/images/path.png
    ```
    """
    for text in library.texts:
        for picture in text.prose.pictures:
            if not picture.alt.strip():
                fix = "Say between the square brackets what it shows."
                yield Finding(picture.place, "this picture has no words", fix, text.slug)


RULES = (unusable_picture, wordless_picture)
