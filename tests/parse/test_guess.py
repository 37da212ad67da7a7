"""What is said of a topic whose record cannot be read: a public page must not go because of a fault."""

from __future__ import annotations

import pytest

from shelfready.model.files import RawFile
from shelfready.parse.record import guess


@pytest.mark.parametrize(
    ("text", "published"),
    [
        pytest.param("titel: x\nstatus: published\n", True, id="it says published"),
        pytest.param("titel: x\nstatus: drafting\n", False, id="it says drafting"),
        pytest.param("titel: x\n", None, id="it says nothing"),
        pytest.param("note: |\n  status: drafting\nstatus: published\n", True, id="a note says drafting before"),
        pytest.param("status: drafting\nnote: |\n  status: published\n", True, id="in doubt it is public"),
    ],
)
def test_whether_it_is_published(text: str, published: bool | None) -> None:
    assert guess(RawFile("content/topics/a.yml", text.encode(), len(text)), "a", None).published is published
