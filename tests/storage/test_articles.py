"""Texts kept: never a poorer over a better, a revision only where something else is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from dateline.news.article import ArticleText, Completeness
from dateline.news.finding import Findings
from dateline.storage import articles, revisions
from shelf import NOON, Shelf, found_in

LONG = "The whole article, as the page gave it on Monday, with all of its words and figures."


def test_a_text_read_from_the_page_fills_the_article(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips", summary="About chips.")
    shelf.keep(number, LONG)
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert (article.text, article.completeness, article.n_revisions) == (LONG, Completeness.FULL, 1)


def test_a_poorer_text_never_replaces_a_better_one(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, LONG)
    for poorer in (Completeness.TEASER, Completeness.BLOCKED, Completeness.EMPTY):
        assert not shelf.keep(number, "Subscribe to read on.", poorer)
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert (article.text, article.completeness, article.n_revisions) == (LONG, Completeness.FULL, 1)


def test_a_piece_cut_from_the_text_replaces_nothing_though_it_says_that_it_is_whole(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, LONG)
    for piece in (LONG[:40], f"{LONG[:50]}…"):  # as a page gives it whose login ran out and that does not say so
        assert not shelf.keep(number, piece)
    assert shelf.keep(number, "The article was withdrawn.")
    assert [one.n_characters for one in shelf.read(revisions.revisions, article_id=number)] == [len(LONG), 26]


def test_a_better_text_replaces_a_poorer_one(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, "Only the beginning.", Completeness.TEASER)
    shelf.keep(number, LONG)
    assert [(r.number, r.completeness) for r in shelf.read(revisions.revisions, article_id=number)] == [
        (1, Completeness.TEASER),
        (2, Completeness.FULL),
    ]


def test_a_changed_text_is_a_revision_and_changed_white_space_is_none(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, LONG)
    shelf.keep(number, LONG.replace(", ", ",\u00a0 "))
    shelf.keep(number, LONG.replace("Monday", "Tuesday"))
    assert [r.number for r in shelf.read(revisions.revisions, article_id=number)] == [1, 2]
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert "Tuesday" in article.text


def test_a_page_that_did_not_come_leaves_what_is_held(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips", summary="About chips.")
    again = NOON + timedelta(minutes=10)
    nothing = ArticleText("", "", completeness=Completeness.EMPTY, reason="The site does not answer.")
    failed: dict[str, Any] = {"findings": None, "origin": "page", "captured_at": NOON, "has_failed": True}
    shelf.write(articles.keep_text, article_id=number, text=nothing, next_try_at=again, **failed)
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert (article.text, article.reason) == ("About chips.", "The site does not answer.")
    shelf.keep(number, LONG)
    shelf.write(articles.keep_text, article_id=number, text=nothing, **failed)
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert (article.text, article.reason, article.completeness) == (LONG, "", Completeness.FULL)


def test_findings_come_back_as_they_were_kept(shelf: Shelf) -> None:
    text = "“Rules change,” said Anna Weaver."
    findings = found_in(text, topics="us-china-ai chips", said="Rules change,", speaker="Anna Weaver")
    number = shelf.put("Chips", text, findings=findings)
    kept = shelf.read(articles.findings, article_id=number)
    assert isinstance(kept, Findings)
    assert (kept.topics, kept.quotes, kept.is_on_topic) == (findings.topics, findings.quotes, True)


def test_importing_twice_keeps_one_article(shelf: Shelf) -> None:
    row = articles.ImportRow("https://paper.example/1", "paper.example/1", "Chips", "Words.", published_at=NOON)
    first = shelf.write(articles.import_articles, rows=(row, row))
    second = shelf.write(articles.import_articles, rows=(row,))
    assert (len(first.new_articles), bool(second)) == (1, False)
    assert shelf.titles() == ["Chips"]


def test_an_import_fills_what_was_only_announced(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips", summary="About chips.")
    row = articles.ImportRow("https://paper.example/Chips", "paper.example/Chips", "Chips", LONG, published_at=NOON)
    change = shelf.write(articles.import_articles, rows=(row,))
    assert (change.new_articles, change.changed_articles) == ((), (number,))
    article = shelf.read(articles.article, article_id=number)
    assert article is not None
    assert article.text == LONG
