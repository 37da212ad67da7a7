"""The path of a file that nothing reads in, out what its author meant it to be and where it has to stand.

Files of operating systems and editors are nobody's text; they are passed over.
"""

from __future__ import annotations

import re
import unicodedata

from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.paths import DESK, DOCS, DRAFTS, TOPICS

__all__ = ["fit_slug", "is_litter", "misnamed"]

_LITTER = re.compile(
    r"(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|#.*#|4913|.*\.(?:bak|orig|rej|tmp|swp|swo))\Z",
    re.IGNORECASE | re.DOTALL,
)
_RECORD = re.compile(r"\.(?:ya?ml)(?:\.txt)?\Z", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown|mdwn|mkd|mkdn)(?:\.txt)?\Z", re.IGNORECASE)
_TEXT = re.compile(r"\.(?:txt|text)\Z", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:docx?|odt|rtf|pdf|pages|gdoc)\Z", re.IGNORECASE)
_COPY = re.compile(r"(?:[ _-]*\(\d+\)|[ _-]+copy(?: \d+)?)\Z", re.IGNORECASE)
"""What file managers put behind the name of a second copy."""


def is_litter(path: str) -> bool:
    """Whether the file belongs to an operating system or an editor."""
    return bool(_LITTER.match(path.rpartition("/")[2]))


def fit_slug(name: str) -> str:
    """The nearest name that can be part of a web address; '' where no letter or digit is left."""
    plain = unicodedata.normalize("NFKD", _COPY.sub("", name).replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def misnamed(path: str) -> Fault | None:
    """The fault of a text that nobody would read where it stands; None for everything else."""
    name = path.rpartition("/")[2]
    if name.lower().startswith("readme"):
        return None
    for ending, words in ((_RECORD, _record), (_MARKDOWN, _markdown), (_TEXT, _text), (_DOCUMENT, _document)):
        if match := ending.search(name):
            found = words(path, name[: match.start()])
            return Fault("LOD012", Place(path), *found) if found else None
    return None


def _record(path: str, stem: str) -> tuple[str, str] | None:
    if path.startswith(DOCS):
        return None
    if path.rpartition("/")[0] == "content" and stem.lower() == "desk":
        return "the desk's own file has another name", f"Rename it to {DESK}."
    if path.startswith(TOPICS) and "/" not in path.removeprefix(TOPICS):
        return "this record is not read, because its name does not end in .yml", f"Rename it to {_yml(stem)}."
    return "this record is not read, because it does not stand in content/topics/", f"Move it to {_yml(stem)}."


def _markdown(path: str, stem: str) -> tuple[str, str]:
    folder = path.rpartition("/")[0]
    if path.startswith(DOCS):
        return "this page is not read, because its name does not end in .md", f"Rename it to {folder}/{stem}.md."
    if f"{folder}/" == DRAFTS:
        return "this draft is not read, because its name does not end in .md", f"Rename it to {_md(stem)}."
    return "this draft is not read, because it does not stand in content/drafts/", f"Move it to {_md(stem)}."


def _text(path: str, stem: str) -> tuple[str, str] | None:
    if path.startswith(TOPICS):
        return "this record is not read, because its name does not end in .yml", f"Rename it to {_yml(stem)}."
    return _markdown(path, stem) if path.startswith(DRAFTS) else None


def _document(path: str, stem: str) -> tuple[str, str] | None:
    if not path.startswith((DRAFTS, TOPICS)):
        return None
    return "this document is not read, because it is not plain text", f"Save it as plain text (UTF-8) in {_md(stem)}."


def _yml(stem: str) -> str:
    return f"{TOPICS}{fit_slug(stem) or 'name'}.yml"


def _md(stem: str) -> str:
    return f"{DRAFTS}{fit_slug(stem) or 'name'}.md"
