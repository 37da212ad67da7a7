"""Which files go out as they are."""

from __future__ import annotations

import pytest

from shelfready.model.files import RawFile, Trouble
from shelfready.parse.statics import statics


@pytest.mark.parametrize(
    ("raw", "staged"),
    [
        pytest.param(RawFile("content/drafts/images/a.png", b"x", 1), {"answers/images/a.png": b"x"}, id="a picture"),
        pytest.param(RawFile("content/drafts/images/a.png", b"", 30 << 20), {}, id="a picture too large to be read"),
        pytest.param(RawFile("docs/a.pdf", b"x", 1), {"a.pdf": b"x"}, id="a document"),
        pytest.param(RawFile("docs/a.pdf", trouble=Trouble.SYMLINK), {}, id="a link in its place"),
        pytest.param(RawFile("docs/answers/images/a.png", b"x", 1), {}, id="one in the place of a draft's picture"),
        pytest.param(RawFile("docs/CNAME", b"x", 1), {"CNAME": b"x"}, id="the name for a static host"),
        pytest.param(RawFile("docs/_redirects", b"x", 1), {}, id="other pages in the place of these"),
        pytest.param(RawFile("docs/_headers", b"x", 1), {}, id="headers that load from elsewhere"),
        pytest.param(RawFile("docs/a.html", b"x", 1), {}, id="a page with a script of its own"),
    ],
)
def test_what_is_copied(raw: RawFile, staged: dict[str, bytes]) -> None:
    assert statics({raw.path: raw}) == staged
