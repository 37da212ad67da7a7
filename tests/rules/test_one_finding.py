"""One fault, one finding: the most helpful of those that could be made."""

from __future__ import annotations

import pytest

from drawing import codes


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("Dear {{ name }}, hello.", ["DIA002"], id="a macro"),
        pytest.param("Dear {{ name }}", ["DIA002"], id="a macro at the end of its line"),
        pytest.param("Dear <<name>>.", ["PLH001"], id="a gap in angle brackets"),
        pytest.param('??? note "x"\n\n    Text.', ["DIA004"], id="a folded note"),
        pytest.param("---\ntitle: x\n---\n\nText.", ["DIA003"], id="front matter"),
        pytest.param("---\ntitle: x\nlead: y\n---\n\nText.", ["DIA003"], id="front matter of two lines"),
        pytest.param("Some <b>bold</b> words.", ["MKD001"], id="a pair of tags"),
        pytest.param("Words.[^q]\n\n[^q] Text.", ["REF001"], id="a footnote without its colon"),
        pytest.param("[x][r] [y][r]\n\n[r]: nope.md", ["LNK001"], id="an address used twice"),
        pytest.param("1. a\n   - b", ["MKD013"], id="a list that is not deep enough"),
        pytest.param("- a\n\n    ```\n    b\n    ```", ["DIA004"], id="a fence in an item"),
        pytest.param("!!! note My title\n\n    Text.", ["DIA004"], id="a title without quotes"),
        pytest.param("####### B", ["MKD014"], id="seven signs"),
        pytest.param("[x] (nope.md)", ["DIA005"], id="a link with a blank in it"),
        pytest.param("![A door] (images/a.png)", ["DIA005"], id="a picture with a blank in it"),
    ],
)
def test_one_fault_is_told_once(draft: str, expected: list[str]) -> None:
    assert codes({"content/drafts/piece.md": f"{draft}\n"}) == expected
