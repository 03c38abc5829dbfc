"""What was typed, as conditions and as words that could not be read."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dateline.errors import QuestionError
from dateline.news.question import Condition, read_filter

_MOST_MISTAKES = 16


class Mistake(NamedTuple):
    """A word that cannot be read: what was typed, where it stood, and a sentence that says why."""

    text: str
    start: int
    end: int
    sentence: str
    hint: str = ""


def read_typed(text: str, today: date) -> tuple[tuple[Condition, ...], tuple[Mistake, ...]]:
    """Return the conditions that can be read and the words that cannot, in the order they were typed."""
    if not text:
        return (), ()
    mistakes: list[Mistake] = []
    rest = text
    while True:
        try:
            terms = read_filter(rest, today).terms
        except QuestionError as error:
            from dateline.ui.known_sentences import spoken

            start, end = _word(rest, error.start, error.end)
            mistakes.append(Mistake(rest[start:end], start, end, spoken(error.sentence), spoken(error.hint)))
            # Blanked, so that the places of later mistakes stay true.
            rest = rest[:start] + " " * (end - start) + rest[end:]
            if len(mistakes) >= _MOST_MISTAKES:
                return (), tuple(mistakes)
        else:
            return terms, tuple(mistakes)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    start = min(max(start, 0), len(text))
    while start > 0 and not text[start - 1].isspace() and text[start - 1] == "-":
        start -= 1
    return start, min(len(text), max(end, start + 1))
