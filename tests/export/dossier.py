"""Articles to hand over: one English with all that can be found and noted, one Chinese, one with a hostile headline."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.news.article import Article, ArticleId, Completeness, Revision
from dateline.news.finding import Figure, Findings, Quote, QuoteKind, Speaker, TopicHit
from dateline.news.handover import HandoverItem
from dateline.news.note import About, Meaning, Note, NoteId, PlacedNote
from dateline.text.anchor import Anchor
from dateline.text.span import Span

WHEN = datetime(2025, 11, 9, 22, 0, tzinfo=UTC)
SEEN = datetime(2025, 11, 10, 6, 15, tzinfo=UTC)
HOSTILE = (
    '=cmd|"/c calc"!A1 {\\evil} </script><script>alert(1)</script> \u202eمرحبا 👩\u200d🚀 & % $ # _ ~ ^\nsecond line @x'
)

TEXT = "Ida Kern of the institute said: “The rule came too late.” Sales rose to 10.6 million chips in 2024."
CHINESE = "研究员林岳表示：“规则来得太晚。”下载量达到3.853亿次。"


def english() -> HandoverItem:
    said = "The rule came too late."
    start = TEXT.index(said)
    figure = TEXT.index("10.6 million")
    article = Article(
        id=ArticleId(101),
        url="https://www.ft.com/content/one?a=1&b=2",
        title="What the rule did, and what not",
        outlet="ft",
        lang="en",
        authors=("Ida Kern", "Ludwig van der Berg", "Reuters Staff"),
        published_at=WHEN,
        updated_at=None,
        first_seen_at=SEEN,
        completeness=Completeness.FULL,
        reason="",
        text=TEXT,
        html="",
        n_revisions=2,
        is_read=True,
        is_starred=True,
        tags=("policy/chips", "to follow"),
    )
    findings = Findings(
        id="101",
        lang="en",
        is_on_topic=True,
        topics=(TopicHit("us-china-ai", 0.9, ()), TopicHit("chips", 0.8, ())),
        quotes=(
            Quote(
                Span(start, start + len(said)),
                said,
                QuoteKind.DIRECT,
                None,
                Speaker("Ida Kern", Span(0, 8), "Ida Kern"),
                0.94,
            ),
            Quote(Span(start, start + 8), "The rule", QuoteKind.MIXED, None, None, 0.5),
        ),
        figures=(Figure(Span(figure, figure + 18), 10_600_000.0, "chips", "sales", "2024"),),
    )
    note = Note(
        id=NoteId(1),
        key="k-1",
        article=ArticleId(101),
        about=About.PASSAGE,
        meaning=Meaning.CHECK,
        anchor=Anchor("Sales rose", TEXT.index("Sales"), "too late.” ", " to 10.6 million"),
        text="Compare with **last year**.\n# not a heading",
        revision=2,
        made_at=SEEN,
        changed_at=SEEN,
    )
    place = Span(TEXT.index("Sales"), TEXT.index("Sales") + 10)
    revision = Revision(2, SEEN, article.title, Completeness.FULL, len(TEXT), "page")
    return HandoverItem(
        article, "Financial Times", findings, (PlacedNote(note, place, 1.0),), (revision,), "Read first."
    )


def chinese() -> HandoverItem:
    base = english()
    said = "规则来得太晚。"
    start = CHINESE.index(said)
    article = replace(
        base.article,
        id=ArticleId(102),
        url="https://www.guancha.cn/economy/2025_11_10_1.shtml",
        title="规则与“芯片”",
        outlet="observer",
        lang="zh",
        authors=("林岳",),
        text=CHINESE,
        tags=(),
    )
    findings = Findings(
        id="102",
        lang="zh",
        is_on_topic=True,
        topics=(TopicHit("us-china-ai", 0.9, ()),),
        quotes=(
            Quote(
                Span(start, start + len(said)),
                said,
                QuoteKind.DIRECT,
                None,
                Speaker("林岳", Span(3, 5), "林岳"),
                0.9,
            ),
        ),
    )
    return HandoverItem(article, "观察者网", findings)


def hostile() -> HandoverItem:
    article = replace(
        english().article,
        id=ArticleId(103),
        title=HOSTILE,
        url='https://x.example/a"b{c}<d>',
        outlet="-x",
        authors=("=1+1", "O'Neil, Pat"),
        published_at=None,
        completeness=Completeness.TEASER,
        tags=("@tag",),
    )
    return HandoverItem(article, "+outlet", note="=note")
