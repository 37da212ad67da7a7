"""The project's mkdocs.yml and one run's own values in, the text of that run's configuration out.

The run's file stands in the project folder and inherits the project's, or the packaged one where a folder has none.
"""

from __future__ import annotations

import html
from collections.abc import Collection, Iterator
from pathlib import Path

import yaml

from shelfready.addresses import resolve
from shelfready.errors import SetupError
from shelfready.markup import EXTENSIONS
from shelfready.model.library import Library
from shelfready.publication import published, withdrawn
from shelfready.render.environment import packaged
from shelfready.render.staged import Value
from shelfready.securitytxt import security_txt

__all__ = ["mkdocs_yml", "run_config"]

_GUIDE = "guide/index.md"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def mkdocs_yml(root: Path) -> Path:
    """The configuration to inherit."""
    own = root / "mkdocs.yml"
    if own.is_file():
        return own
    beside = packaged() / "mkdocs.yml"
    return beside if beside.is_file() else packaged().parent / "mkdocs.yml"


def run_config(
    base: Path, library: Library, pages: Collection[str], *, docs: Path, theme: Path, site: Path, preview: bool
) -> str:
    """The configuration of one run, as YAML.

    Args:
        base: what to inherit.
        library: for everything that desk.yml says about the site.
        pages: staged paths, to leave out of the navigation what this site does not have.
        docs: staged docs folder.
        theme: assembled theme folder.
        site: where the engine writes.
        preview: whether guide and matrix are in the navigation, and warnings are tolerated.

    Raises:
        SetupError: mkdocs.yml cannot be read, or loads other Markdown extensions than the checker.
    """
    desk = library.desk
    assert desk is not None, "nothing is built without a desk"
    root = _root(base)
    _check_extensions(root, base)
    inside = _preview_nav(library, pages) if preview else []
    config: dict[str, Value] = {
        "INHERIT": str(base),
        "site_name": html.escape(desk.site.name),
        "site_url": desk.site.address,
        "site_description": html.escape(desk.site.description),
        "docs_dir": str(docs),
        "site_dir": str(site),
        "edit_uri": "",
        "strict": not preview,
        "theme": {"custom_dir": str(theme), "language": desk.site.language},
        "nav": [*_nav(_value(root, "nav"), pages), *_others(root, library), *inside],
        "markdown_extensions": {EXTENSIONS[0]: {"marks": dict(library.marks), "staged": True}},
        "extra": {"shelf": _shelf(library, pages, preview=preview)},
    }
    # Every hand-written page has a place in it; drawn ones are reached through lists, and a site may leave them out.
    config["validation"] = {"nav": {"omitted_files": "ignore"}}
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False)


def _root(base: Path) -> yaml.MappingNode:
    """The nodes of mkdocs.yml: it is code (`!!python/name`, `!ENV`), so nothing in it is constructed here."""
    try:
        root = yaml.compose(base.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SetupError(f"{base.name} cannot be read: {str(error).splitlines()[0]}.", "Mend it.") from error
    if not isinstance(root, yaml.MappingNode):
        raise SetupError(f"{base.name} holds no settings.", "Copy the one that comes with Shelfready.")
    return root


def _value(root: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in root.value if key.value == name), None)


def _check_extensions(root: yaml.MappingNode, base: Path) -> None:
    node = _value(root, "markdown_extensions")
    names: list[str] = []
    if isinstance(node, yaml.MappingNode):
        names = [key.value for key, _ in node.value]
    elif isinstance(node, yaml.SequenceNode):
        names = [n.value if isinstance(n, yaml.ScalarNode) else n.value[0][0].value for n in node.value]
    if names != list(EXTENSIONS):
        line = node.start_mark.line + 1 if node else 1
        message = (
            f"{base.name}:{line}: markdown_extensions is [{', '.join(names)}], and the checker renders with others."
        )
        raise SetupError(message, f"Make it exactly 'markdown_extensions: {{{EXTENSIONS[0]}: {{}}}}'.")


def _nav(node: yaml.Node | None, pages: Collection[str]) -> list[Value]:
    """What a list of sections keeps of pages that this site has; a section without any is left out."""
    entries: list[Value] = []
    for item in node.value if isinstance(node, yaml.SequenceNode) else []:
        if isinstance(item, yaml.ScalarNode):
            entries += [item.value] if _kept(item.value, pages) else []
            continue
        for key, value in item.value if isinstance(item, yaml.MappingNode) else []:
            kept: Value = _nav(value, pages) if isinstance(value, yaml.SequenceNode) else value.value
            if kept and (isinstance(kept, list) or _kept(str(kept), pages)):
                entries.append({key.value: kept})
    return entries


def _kept(path: str, pages: Collection[str]) -> bool:
    """Whether the navigation may name this: a page of this site, or an address elsewhere."""
    return path in pages or "://" in path


def _others(root: yaml.MappingNode, library: Library) -> list[Value]:
    """Hand-written pages that mkdocs.yml names nowhere, after the others; the page's heading is the label."""
    base = _value(root, "nav")
    named = {node.value for node in _scalars(base)} if base else set[str]()
    written = (page.path for page in library.pages if page.public and page.path != "index.md")
    return [path for path in sorted(written) if path not in named]


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _scalars(value)


def _preview_nav(library: Library, pages: Collection[str]) -> list[Value]:
    """Matrix and shelf, then the guide: its first page, and the others as that page links to them."""
    first = next((page.prose for page in library.pages if page.path == _GUIDE), None)
    linked = [resolve(_GUIDE, link.target.partition("#")[0]) for link in first.links] if first else []
    rank = {path: number for number, path in reversed(list(enumerate([_GUIDE, *linked])))}
    last = len(linked) + 1
    guide = [page for page in pages if page.startswith("guide/") and not page.startswith("guide/rules/")]

    def place(page: str) -> tuple[int, str, bool, str]:
        """Where that page names it, or the first page of its folder; what it does not name comes last, by name."""
        folder = page.rpartition("/")[0]
        behind = last if folder == "guide" else rank.get(f"{folder}/index.md", last)
        return rank.get(page, behind), folder, not page.endswith("/index.md"), page

    own: list[Value] = [{"Matrix": "matrix.md"}, {"Shelf": "shelf.md"}]
    return [*own, {"Guide": [*sorted(guide, key=place), {"Rules": "guide/rules/index.md"}]}]


def _shelf(library: Library, pages: Collection[str], *, preview: bool) -> dict[str, Value]:
    """What every page may draw, as plain values."""
    desk = library.desk
    assert desk is not None, "checked by the caller"
    named = _with_pages(library) | {desk.site.publisher}
    organisations: dict[str, Value] = {
        key: {
            "name": organisation.name,
            "boilerplate": organisation.boilerplate,
            "press": {
                "name": organisation.press.name,
                "email": organisation.press.email,
                "phone": organisation.press.phone or "",
                "hours": organisation.press.hours,
                "time_zone": organisation.press.time_zone,
            },
        }
        for key, organisation in desk.organisations.items()
        if preview or key in named
    }
    return {
        "notice": desk.notice or "",
        "description": desk.site.description,
        "publisher": desk.organisations[desk.site.publisher].name,
        "publisher_key": desk.site.publisher,
        "organisations": organisations,
        "no_comment": list(desk.no_comment),
        "policy": "security-policy.md" in pages,
        "security": list(desk.security.contact) if desk.security else [],
        "security_txt": security_txt(library) is not None,
        "preview": preview,
    }


def _with_pages(library: Library) -> set[str]:
    """Organisations whose name stands on a public page; that another one prepares a piece is nobody's business yet."""
    return {owner for topic in (*published(library), *withdrawn(library)) for owner in topic.record.owners}
