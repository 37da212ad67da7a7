"""Where templates are found, and the Jinja environments for staged Markdown and for packets.

A site's own `templates/` comes first, then the ones in the wheel, then those of this checkout. `builtin/NAME` names the
packaged template, so that an override can extend it.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
    select_autoescape,
)

from shelfready.errors import SetupError
from shelfready.render.escape import address, finalize

__all__ = ["check_templates", "environment", "packaged", "packet_environment", "template_folders"]

_PACKAGE = Path(__file__).resolve().parent.parent


def packaged() -> Path:
    """The templates that came with Shelfready: in the package, or in the checkout it runs from.

    Raises:
        SetupError: neither is there.
    """
    for folder in (_PACKAGE / "templates", _PACKAGE.parent.parent / "templates"):
        if (folder / "theme" / "main.html").is_file():
            return folder
    raise SetupError("Shelfready's own templates are missing.", "Install it again.")


def template_folders(root: Path) -> tuple[Path, ...]:
    """Folders that hold templates, the ones that win first."""
    own = root / "templates"
    return (own, packaged()) if own.is_dir() and own.resolve() != packaged().resolve() else (packaged(),)


def check_templates(folders: tuple[Path, ...]) -> None:
    """Make sure that every template can be parsed, before an engine says so in words of its own.

    Raises:
        SetupError: one cannot; the message has file and line.
    """
    reader = Environment(autoescape=False)  # noqa: S701 - parses, renders nothing
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.suffix in (".html", ".j2"):
            try:
                reader.parse(path.read_text(encoding="utf-8"))
            except TemplateSyntaxError as error:
                raise SetupError(f"{path}:{error.lineno}: {error.message}.", "Mend the template.") from error
            except UnicodeDecodeError as error:
                raise SetupError(f"{path} is not UTF-8.", "Save it as UTF-8.") from error


def environment(folders: tuple[Path, ...]) -> Environment:
    """Jinja for `site/*.md.j2`: an undefined name is an error, and every value is escaped for Markdown."""
    made = Environment(
        loader=_loader(folders, "site"),
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Markdown; `finalize` escapes for that
    )
    made.globals["url"] = address
    return made


def packet_environment(folders: tuple[Path, ...]) -> Environment:
    """Jinja for `kit/packet.*.j2`: an undefined name is an error, and in HTML every value is escaped."""
    return Environment(
        loader=_loader(folders, "kit"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=select_autoescape(["html.j2"]),
    )


def _loader(folders: tuple[Path, ...], name: str) -> BaseLoader:
    """Templates of one kind: the site's own first, the packaged ones also as `builtin/NAME`."""
    loaders: list[BaseLoader] = [FileSystemLoader(folder / name) for folder in folders]
    loaders.append(PrefixLoader({"builtin": FileSystemLoader(packaged() / name)}))
    return ChoiceLoader(loaders)
