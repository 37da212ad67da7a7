"""Who approved a piece, as its page names them: by role, never by person."""

from __future__ import annotations

import pytest

from drawing import added, parsed
from freezing import SIGNING, signed, submitted
from shelfready.publication import published
from shelfready.render.provenance import provenance

PIECE = added(SIGNING["content/topics/piece.yml"], "kind: signed\nstatus: published\nlead: A\nstatement: Look.\n")
DESK = SIGNING["content/desk.yml"]


@pytest.mark.parametrize(
    ("desk", "kind", "named"),
    [
        pytest.param(DESK, "signed", ["counsel of Desk"], id="a role of the kind"),
        pytest.param(
            DESK.replace("    boilerplate:", "    sign_off: [counsel]\n    boilerplate:"),
            "answer",
            ["counsel of Desk"],
            id="a role of the owner",
        ),
    ],
)
def test_the_roles_that_signed(desk: str, kind: str, named: list[str]) -> None:
    files = {
        **SIGNING,
        "content/desk.yml": desk,
        "content/topics/piece.yml": added(PIECE, f"kind: {kind}\n"),
    }
    files |= submitted(files, "piece")
    library = parsed(files | signed(files, "content/editions/piece/1/signoff-desk-counsel.yml"))
    (topic,) = published(library)
    assert provenance(library, topic)["approved_by"] == named


def test_a_piece_that_nobody_signs_names_nobody() -> None:
    library = parsed({**SIGNING, "content/topics/piece.yml": added(PIECE, "kind: answer\n")})
    (topic,) = published(library)
    assert "approved_by" not in provenance(library, topic)
