"""A question about growing beginnings in, the first number for which the answer is yes out; few questions are asked."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["first"]


def first(total: int, guess: int, holds: Callable[[int], bool]) -> int:
    """The lowest of the numbers below `total` for which it holds, or the last of them.

    Steps away from the guess in doubling strides, then halves what is left: a good guess takes two or three questions,
    a bad one some twenty.

    Args:
        total: how many numbers there are, from 0; at least one.
        guess: where to begin.
        holds: once true for a number, true for all above it.
    """
    low, high = 0, total - 1  # it does not hold below low; at high it holds, or high is the last
    stride, number = 1, min(guess, high)
    while low < high:
        if holds(number):
            high = number
            number = high - stride
        else:
            low = number + 1
            number = low + stride - 1
        if not low <= number < high:
            number = (low + high) // 2
        stride *= 2
    return low
