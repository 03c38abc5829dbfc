"""Measure quotes: the time an article takes, beside finding its words, and how the time grows with the text.

A factor of 4 in length should cost a factor of 4 in time, whatever the text is made of: articles in one paragraph of
megabytes, or nothing but quotation marks.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from dateline.analysis import quotes_en, quotes_zh
from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import load_lexicon
from dateline.news.finding import Document, Quote

_TEXTS = Path(__file__).parents[1] / "evaluation"
_LENGTH = {"en": 4_300, "zh": 1_400}  # characters of an article of 700 words
_MARKS = {"en": ("“", "”", '"', "‘", "''", "he said “", "said, "), "zh": ("“", "”", "「", '"', "他说：“", "说，")}
_TIMES = 10
_WORD = re.compile(r"\w+")

_Find = Callable[[str], Sequence[Quote]]


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1.0, help="the long text of each language (default 1)")
    asked = parser.parse_args()
    for lang, module in (("en", quotes_en), ("zh", quotes_zh)):
        find = _finder(module.find_quotes)
        articles = _articles(lang)
        find(articles[0])  # the word lists are read once
        whole = statistics.median(_seconds(find, text) for text in articles * _TIMES)
        words = statistics.median(_seconds(_WORD.findall, text) for text in articles * _TIMES)
        print(
            f"{lang} quotes of an article of 700 words: {1000 * whole:.2f} ms, {whole / words:.1f} × finding its words"
        )
        plain = " ".join(articles).replace("\n", " ")
        size = int(asked.megabytes * 1_000_000)
        _tell_growth(lang, "articles in one paragraph", find, _stretched(plain, size))
        for mark in _MARKS[lang]:
            _tell_growth(lang, repr(mark), find, _stretched(mark, size // 5))


def _finder(find: Callable[..., tuple[Quote, ...]]) -> _Find:
    lexicon = load_lexicon()

    def found(text: str) -> Sequence[Quote]:
        return find(text, find_mentions(Document("", "", text), lexicon), lexicon)

    return found


def _articles(lang: str) -> list[str]:
    """Return texts of an article's length, made of the texts on which quotes are judged."""
    lines = (_TEXTS / f"quotes-{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    together = "\n".join(json.loads(line)["text"] for line in lines)
    size = _LENGTH[lang]
    return [together[at : at + size] for at in range(0, len(together) - size, size // 4)]


def _tell_growth(lang: str, what: str, find: _Find, text: str) -> None:
    quarter, whole = _seconds(find, text[: len(text) // 4]), _seconds(find, text)
    print(f"{lang} {what}: {len(text):,} characters in {whole:.2f} s, {whole / quarter:.1f} × a quarter of it (aim 4)")


def _stretched(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _seconds(find: Callable[[str], object], text: str) -> float:
    begun = process_time()
    find(text)
    return process_time() - begun


if __name__ == "__main__":
    main()
