"""Which name a mistyped one is taken for, also among more names than are compared letter by letter."""

from __future__ import annotations

import pytest

from shelfready.parse.nearness import near

CODES = [f"{family}{number:03}" for family in ("LEN", "LNK", "LOD") for number in range(1, 10)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("len009", "LEN009", id="small letters"),
        pytest.param("lod009", "LOD009", id="small letters, and many that begin alike"),
        pytest.param("LOD0009", "LOD009", id="a sign too many"),
        pytest.param("LNK03", "LNK003", id="a sign too few"),
        pytest.param("XYZ777", "", id="nothing like it"),
    ],
)
def test_near(name: str, meant: str) -> None:
    assert near(name, CODES) == meant
