"""What the feed says and what the page says become one article, and analysis is told what it needs of both."""

from __future__ import annotations

from dataclasses import replace

from dateline.news.article import ArticleId
from dateline.news.feed import FeedEntry, Fetched, SourceId
from dateline.news.plan import PageDue
from dateline.pipeline.steps import ReadArticle, read_article

URL = "https://www.reuters.com/technology/letter/"
HEADLINE = "Nvidia asks Washington to let it sell chips to China"
PARAGRAPHS = (
    "Nvidia asked the Commerce Department on Monday for licences to sell chips for artificial intelligence in China.",
    "The request was first reported by Reuters. “We will answer in time,” said Anna Weaver, an official in Washington.",
    "Five makers of chips had been asked in spring how many accelerators went abroad, and under which licences.",
)
PAGE = f"""<html lang="en"><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>
{"".join(f"<p>{words}</p>" for words in PARAGRAPHS)}</article></body></html>"""


def read(entry: FeedEntry, *, outlet: str = "") -> ReadArticle:
    page = Fetched(URL, URL, 200, "text/html; charset=utf-8", PAGE.encode())
    return read_article(PageDue(ArticleId(1), SourceId(1), URL, outlet, entry), page)


def test_an_entry_without_a_headline_is_filed_by_the_pages_own() -> None:
    entry = FeedEntry(URL, URL, "")
    article = read(entry)
    assert HEADLINE in article.tokens
    assert article.findings.is_on_topic
    named = replace(entry, title="What the feed called it")
    assert "What the feed called it" in read(named).tokens


def test_an_outlet_is_not_credited_with_its_own_report() -> None:
    entry = FeedEntry(URL, URL, HEADLINE)
    assert [*read(entry).findings.credits] == ["Reuters"]
    assert not read(entry, outlet="reuters").findings.credits
