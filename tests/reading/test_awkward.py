"""Texts that nobody would write: reading them takes a time that grows with their length, not with its square."""

from __future__ import annotations

import time

import pytest

from shelfready.reading import House, read_text

SIZE = 100_000
MOST = 2.0
"""Seconds of this process; each takes at most a fifth of it, and a minute where a number is read from each digit."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * SIZE + "a", id="one number that ends in a letter"),
        pytest.param("1." * (SIZE // 2) + "a", id="one number of many parts"),
        pytest.param("ports " + "104, " * (SIZE // 5), id="a list of ports"),
        pytest.param("Keep " + "12 " * (SIZE // 3), id="an instruction of many numbers"),
        pytest.param("then, " * (SIZE // 12) + "keep " + "12 " * (SIZE // 6), id="an instruction with a long opening"),
        pytest.param("+" + "1 " * (SIZE // 2) + "11", id="a telephone number"),
        pytest.param("| Port " * (SIZE // 14) + "\n" + "| 11112 " * (SIZE // 16), id="a wide table"),
        pytest.param("| Port |\n| --- |\n" + "| 11112 |\n" * (SIZE // 10), id="a long table"),
        pytest.param(
            "| " + "x" * (SIZE // 2) + " Port |\n| --- |\n" + "| 11112 |\n" * (SIZE // 20), id="a long heading"
        ),
        pytest.param(("x" * 998 + "| 12 ") * (SIZE // 1003), id="rows cut in two"),
        pytest.param("![" * (SIZE // 2) + " 187", id="pictures without an end"),
        pytest.param("![a 187](b.png) " * (SIZE // 16), id="many pictures"),
        pytest.param("# ABX Y\n\nABZ x.\n\n" * (SIZE // 17), id="many headings"),
        pytest.param("".join(f"[^{n}]: ABX\n\nQQX x.\n\n" for n in range(SIZE // 22)), id="many footnotes"),
        pytest.param("(ABX " * (SIZE // 5), id="brackets without an end"),
        pytest.param("a b c, or ABX " * (SIZE // 14), id="many explanations"),
    ],
)
def test_time_grows_with_length(text: str) -> None:
    begin = time.process_time()
    read_text(text, text, House())
    assert time.process_time() - begin < MOST
