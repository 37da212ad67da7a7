"""A first guess and a few questions find the number from which on something holds."""

from __future__ import annotations

import pytest

from shelfready.markup.seek import first

SIZES = [1, 2, 3, 10, 700, 3000]


@pytest.mark.parametrize("total", SIZES)
def test_it_is_found_wherever_it_is_and_whatever_the_guess(total: int) -> None:
    step = max(1, total // 7)
    for answer in range(0, total, step):
        for guess in range(0, total + 2, step):
            assert first(total, guess, lambda number, least=answer: number >= least) == answer  # type: ignore[misc]


@pytest.mark.parametrize("total", SIZES)
def test_where_it_holds_nowhere_the_last_is_the_answer(total: int) -> None:
    assert first(total, 0, lambda _: False) == total - 1


@pytest.mark.parametrize(
    ("guess", "most"),
    [
        pytest.param(1234, 2, id="a right guess takes two questions"),
        pytest.param(1233, 3, id="a line too early takes three"),
        pytest.param(1235, 4, id="a line too late takes four"),
        pytest.param(0, 24, id="a guess far off takes some twenty"),
    ],
)
def test_few_questions_are_asked(guess: int, most: int) -> None:
    asked: list[int] = []

    def holds(number: int) -> bool:
        asked.append(number)
        return number >= 1234

    assert first(3000, guess, holds) == 1234
    assert len(asked) <= most
    assert len(set(asked)) == len(asked)
