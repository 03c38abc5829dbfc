"""Every faulty page of the newsstand ends in the right state: what was asked for, or a sentence that says what came."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from dateline.news.article import ArticleText, Completeness
from dateline.sources.extract import extract_article
from newsstand import Newsstand

FULL, TEASER, BLOCKED, EMPTY = Completeness.FULL, Completeness.TEASER, Completeness.BLOCKED, Completeness.EMPTY

pytestmark = pytest.mark.newsstand


def read(address: str) -> ArticleText:
    """Return what is made of a page, whatever its status."""
    try:
        with urllib.request.urlopen(address) as answer:
            return extract_article(answer.read(), answer.url, content_type=answer.headers["Content-Type"] or "")
    except urllib.error.HTTPError as refusal:
        with refusal:
            return extract_article(refusal.read(), address, content_type=refusal.headers["Content-Type"] or "")


@pytest.mark.parametrize(
    ("fault", "state", "reason"),
    [
        ("page-plain?n=1", FULL, ""),
        ("page-cookie-wall", BLOCKED, "cookie wall"),
        ("page-cookie-banner", FULL, ""),
        ("page-paywall-teaser", TEASER, "subscribers"),
        ("page-paywall-hidden", FULL, ""),
        ("page-bot-wall", BLOCKED, "bot check"),
        ("page-bot-wall-200", BLOCKED, "bot check"),
        ("page-soft-404", EMPTY, "does not exist"),
        ("page-to-home", EMPTY, "No article"),
        ("page-js-only", FULL, ""),
        ("page-meta-refresh", EMPTY, "leads on to another address"),
        ("page-frames", EMPTY, "set of frames"),
        ("page-empty", EMPTY, "empty"),
        ("page-pdf", EMPTY, "PDF"),
        ("page-multi", TEASER, "page 1 of 3"),
        ("multi/2", TEASER, "page 2 of 3"),
        ("multi/3", FULL, ""),
        ("page-unclosed", FULL, ""),
        ("page-quotes", FULL, ""),
        ("page-xss", FULL, ""),
        ("page-changes", FULL, ""),
        ("page-slow-images", FULL, ""),
        ("page-gbk-meta-only", FULL, ""),
        ("page-gbk-header-lies", FULL, ""),
        ("gzip-bomb-page", EMPTY, "compressed data"),
        ("login/article", TEASER, ""),
        ("page-50000-divs", FULL, ""),
        ("page-100000-links", EMPTY, "No article"),
        ("page-regex-trap", FULL, ""),
        ("page-5mb-paragraph", FULL, ""),
    ],
)
def test_a_faulty_page_ends_in_the_right_state(
    newsstand: Newsstand, fault: str, state: Completeness, reason: str
) -> None:
    article = read(newsstand.at(f"/faults/{fault}"))
    assert (article.completeness, reason in article.reason) == (state, True), article.reason
    assert bool(article.text) == (state in (FULL, TEASER))
    assert article.reason == "" if state is FULL else article.reason.endswith(".")
    for mark in ("\ufffd", "consent", "cookies", "canary", "<script", "onerror"):
        assert mark not in article.text + article.html
    assert len(article.text.encode()) < 6_000_000


def test_an_article_filled_in_by_a_script_has_its_own_headline(newsstand: Newsstand) -> None:
    assert "Loading" not in read(newsstand.at("/faults/page-js-only")).title


def test_hidden_text_is_taken_whole(newsstand: Newsstand) -> None:
    hidden, plain = (read(newsstand.at(f"/faults/{name}")) for name in ("page-paywall-hidden", "page-paywall-teaser"))
    assert len(hidden.text) > 4 * len(plain.text)


@pytest.mark.parametrize(
    ("path", "state", "rule"),
    [
        ("/ft/content/31ff7d44-f8a4-4cde-989e-50aa08301155", FULL, "ft"),
        ("/ft/content/00000000-0000-4000-8000-000000000000", BLOCKED, "ft"),
        ("/nyt/2019/11/18/business/trump-trade-war-china.html", FULL, "nyt"),
        ("/bloomberg/news/articles/2026-07-09/any", BLOCKED, "bloomberg"),
        ("/observer/industry-science/2019_09_07_516923.shtml", FULL, "guancha"),
        ("/observer/politics/2026_03_02_808001.shtml", BLOCKED, "guancha"),
        ("/observer/politics/2026_03_03_808002.shtml", FULL, "guancha"),
        ("/observer/economy/2026_03_04_808003.shtml", TEASER, "guancha"),
        ("/observer/economy/2026_03_04_808003_s.shtml", FULL, "guancha"),
        ("/observer/politics/2026_01_01_700000.shtml", EMPTY, "guancha"),
        ("/world/user.guancha.cn/main/content?id=1400001&page=0", FULL, "guancha-user-post"),
    ],
)
def test_outlets_are_read_by_their_rules(newsstand: Newsstand, path: str, state: Completeness, rule: str) -> None:
    article = read(newsstand.at(path))
    assert (article.completeness, article.site_rule) == (state, rule), article.reason
