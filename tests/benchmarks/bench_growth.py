"""Measure how the time grows when a text grows tenfold in one paragraph: 10 is linear, 100 would be its square.

The shapes are those on which a pattern or a search back could run away: marks that never pair, names and cues without
an end. What must come out of them is for the tests to say; here it is only how long it takes. The factor is a ratio of
two times on one machine and still wavers by a few on a busy one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import process_time

from dateline.analysis import quotes_en, quotes_zh
from dateline.analysis.analyse import analyse
from dateline.analysis.credits import find_credits
from dateline.analysis.entities import find_mentions
from dateline.analysis.figures import find_figures
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.source_marks import find_source_marks
from dateline.analysis.tagger import find_topics
from dateline.errors import DatelineError
from dateline.news.finding import Document
from dateline.sources.extract import extract_article
from dateline.sources.opml import read_opml
from dateline.sources.sanitise import plain_text, sanitise_html
from dateline.text.sentences import sentences

_SHORT, _TIMES = 10_000, 10
#: Markup of so many characters holds more tags than are let through without a look at how deep they nest.
_MANY_TAGS = 40_000
_MEGABYTE = 1_000_000
_PAGE = "https://ledger.example/2026/03/story.html"
_MIXED = (
    "WASHINGTON (Reuters) - Nvidia may sell 20,000 chips worth $1.2 billion to Alibaba, people familiar with the "
    "matter said. “We follow the law,” said Jensen Huang, its chief executive. He told CNBC that 2-percentage-point "
    "cuts hurt. "
)
_MIXED_ZH = (
    "据《纽约时报》3日报道，英伟达去年营收增长12%。黄仁勋在北京表示：“我们遵守法律。”知情人士称，商务部公告2025年第61号"
    "要求许可，人工智能模型的出口管制将收紧。"
)


@dataclass(frozen=True)
class Stage:
    """One step that reads a text, and the shapes of text that could slow it."""

    name: str
    prepare: Callable[[str], Callable[[], object]]  # what to time, given the text
    pieces: tuple[str, ...]
    short: int = _SHORT  # characters of the shorter text


def _whole(text: str) -> Callable[[], object]:
    document = Document("1", "", text)
    return lambda: analyse(document)


def _with_mentions(find: Callable[..., object]) -> Callable[[str], Callable[[], object]]:
    def prepare(text: str) -> Callable[[], object]:
        document, lexicon = Document("1", "", text), load_lexicon()
        mentions = find_mentions(document, lexicon)
        return lambda: find(document, mentions, lexicon)

    return prepare


def _feeds(text: str) -> Callable[[], object]:
    data = f'<opml version="2.0"><body>{text}</body></opml>'.encode()
    return lambda: read_opml(data)


def _page(text: str) -> Callable[[], object]:
    data = f"<html><body><article><p>{text}</p><p>The end.</p></article></body></html>".encode()
    return lambda: extract_article(data, _PAGE)


def _clean(text: str) -> Callable[[], object]:
    return lambda: (sanitise_html(text, _PAGE), plain_text(text))


STAGES = (
    Stage(
        "analysis",
        _whole,
        (_MIXED, _MIXED_ZH, "“a,” ", "said he, ", "据《", "Reuters ", "$1,", "A. ", "the Act of ", "知情人士说"),
    ),
    Stage("mentions", lambda text: lambda: find_mentions(Document("1", "", text), load_lexicon()), (_MIXED, _MIXED_ZH)),
    Stage("topics", _with_mentions(find_topics), (_MIXED, _MIXED_ZH)),
    Stage(
        "quotes",
        lambda text: lambda: quotes_en.find_quotes(text, (), load_lexicon()),
        (
            "“It is so,” said Mr. Hill. He went on. ",
            "“said Hill “ ",
            '"he said, ',
            "and said ",
            "to say “x” ",
            ") said “it” ",
            "A ",
            "Ann Hill said. “It is,” she said. ",
            "‘so it is ",
        ),
    ),
    Stage(
        "Chinese quotes",
        lambda text: lambda: quotes_zh.find_quotes(text, (), load_lexicon()),
        ("“", "”", '"', "他说：“", "说，", "局长沈默言表示，“桥很安全”，", "王小明的", "·韦恩", "“好，”他"),
    ),
    Stage(
        "credits",
        _with_mentions(find_credits),
        ("He told Reuters and the Daily Post on Monday, citing CNN, that it 据彭博社3日报道 grew. ", "据《", "citing "),
    ),
    Stage(
        "source marks",
        _with_mentions(find_source_marks),
        (
            "two sources said, people familiar with it. ",
            "知情人士接近了解的不愿",
            "The Of And For To The Of And ",
            "A A A A ",
        ),
    ),
    Stage("figures", lambda text: lambda: find_figures(text, "en", ()), ("12 ", "1,000", "$", "2025 of ", "12% ")),
    Stage("Chinese figures", lambda text: lambda: find_figures(text, "zh", ()), ("一", "三百", "9亿", "12%")),
    Stage("sentences", lambda text: lambda: sentences(text, "en"), ("A. b.", "?! ", " ", "Mr. ", "U.S. ")),
    Stage("Chinese sentences", lambda text: lambda: sentences(text, "zh"), ("好。", "……”", "；")),
    Stage("sanitiser", _clean, ("<div>", "<b><i><a>", "<", "<!--", "<a b='"), _MANY_TAGS),
    Stage(
        "extraction",
        _page,
        ("Invoices were found in a drawer. ", "<div>", '<a href="/a">Harbour</a> ', "“", "(", "<", "&", "下一页", "a:"),
    ),
    Stage("OPML", _feeds, ('<outline text="Feed &amp;" xmlUrl="https://s.example/f"/>', "<outline/>", "<outline>")),
)


def main() -> None:
    """Print the factor of every shape, then what five megabytes in one paragraph take."""
    for stage in STAGES:
        print(f"{stage.name}, text × 10 (linear: 10)")
        for piece, factor in growth(stage):
            print(f"   {factor:5.1f} × time  {_named(piece)}")
            sys.stdout.flush()
    for name, piece in (("English", _MIXED), ("Chinese", _MIXED_ZH)):
        five, half = (seconds(_whole(_of_length(piece, size))) for size in (5 * _MEGABYTE, _MEGABYTE // 2))
        print(f"{name}, 5,000,000 characters in one paragraph: {five:.1f} s, {five / half:.1f} × a tenth of it")


def growth(stage: Stage) -> Iterator[tuple[str, float]]:
    """Yield each shape with how many times as long ten times the text takes."""
    for piece in stage.pieces:
        seconds(stage.prepare(_of_length(piece, 1_000)))
        short, long = (
            stage.prepare(_of_length(piece, stage.short)),
            stage.prepare(_of_length(piece, stage.short * _TIMES)),
        )
        yield piece, min(seconds(long) for _ in range(2)) / min(seconds(short) for _ in range(3))


def seconds(job: Callable[[], object]) -> float:
    """Return the processor time of one run; what is refused with a sentence was read too."""
    begun = process_time()
    with suppress(DatelineError):
        job()
    return process_time() - begun


def _of_length(piece: str, length: int) -> str:
    return piece * (length // len(piece))


def _named(piece: str) -> str:
    return repr(piece if len(piece) <= 40 else f"{piece[:39]}…")


if __name__ == "__main__":
    main()
