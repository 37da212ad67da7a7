"""Letters, words and sentences in, the school year that a text asks of its readers out."""

from __future__ import annotations

__all__ = ["grade"]


def grade(letters: int, words: int, sentences: int) -> float:
    """The Automated Readability Index: a US school grade; 10 is read with ease at the age of 16.

    Args:
        letters: letters and digits.
        words: words.
        sentences: sentences; an item of a list is one.

    Source: Smith and Senter, Automated Readability Index, AMRL-TR-66-220, 1967. It needs no dictionary of syllables.
    """
    if not words or not sentences:
        return 0.0
    return 4.71 * letters / words + 0.5 * words / sentences - 21.43
