"""A name in, the entries of the packaged term list of that name out: data/NAME.yml, text values only."""

from __future__ import annotations

from importlib.resources import files

import yaml

__all__ = ["Entry", "entries"]

Entry = dict[str, str | list[str]]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def entries(name: str) -> list[Entry]:
    """The entries of one list. They ship with the program, so a fault in them is a bug and raises."""
    text = files("shelfready").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    found: list[Entry] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a base loader makes text and nothing else
    return found
