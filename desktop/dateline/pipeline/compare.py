"""What is found across articles: the statement of every quote, the story and the copies of every article, up to date.

A write job takes some of the articles whose findings are new, oldest first, and places each among those kept before; so
the work of a refresh grows with what it brought and not with the library. Stopped, it goes on at the next call.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from dateline.comparison.copies import SHARED_MARKS, is_copy, marks, sentences_in
from dateline.comparison.statements import UNDECIDED, Verdicts, place_quote
from dateline.comparison.stories import LEAD, Neighbour, features, place_article, window
from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.coverage import StatementId, StoryId
from dateline.storage import copies, statements, stories
from dateline.storage.article_ids import time_of
from dateline.storage.database import Reading, driver

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: Articles placed by one job: some tens of milliseconds, after which whoever waits for the writer has a turn.
ARTICLES_AT_ONCE = 16
#: Jobs that wait for the writer at the same time, where there is much to place.
_JOBS_AT_ONCE = 8


def compare_all(library: Library, *, is_wanted: Callable[[], bool] = lambda: True) -> None:
    """Place every article that is not placed yet; returns when all are, or when that is no longer wanted."""
    while is_wanted() and library.read(partial(stories.uncompared, limit=1)).result():
        for placed in library.write_together([compare_some] * _JOBS_AT_ONCE, can_wait=True):
            placed.result()


def compare_some(c: Writing) -> Change:
    """Place the quotes and the stories of some articles that are not placed yet. Write job."""
    db = driver(c)
    touched: dict[ArticleId, None] = {}
    candidates = statements.Candidates(db)
    for article in stories.uncompared(db, ARTICLES_AT_ONCE):
        touched.update(dict.fromkeys(_compare(db, article, candidates)))
    return Change(changed_articles=tuple(touched))


def _compare(db: Reading, article: ArticleId, candidates: statements.Candidates) -> set[ArticleId]:
    """Place one article; returns the articles whose place changed by it."""
    given = stories.to_compare(db, article, LEAD)
    if given is None:
        stories.forget_story(db, article)
        return set()
    touched, quoted = _place_quotes(db, article, candidates)
    document = replace(given.document, outlet=_outlet_name(given.document.outlet or ""))
    marked = marks(document.text)
    own = (*features(document, given.findings, quoted), *marked)
    near, counts = stories.neighbours(db, own, *window(time_of(article)))
    among = [Neighbour(*one) for one in near if one.article != article]
    was = stories.story_of(db, article)
    stories.forget_story(db, article)
    place = place_article(article, dict(own), among, counts)
    stories.keep_features(db, article, own)
    if place is not None:
        stories.keep_story(db, place.story, (article, *place.joining))
        if place.story != was:
            touched |= set(stories.articles_in(db, place.story))
    elif was is not None:
        touched.add(article)
    return touched | _place_copy(db, article, {mark.key for mark in marked}, among)


def _place_copy(db: Reading, article: ArticleId, own: set[int], among: Sequence[Neighbour]) -> set[ArticleId]:
    """Find the articles with the text of one; they are one story too. Returns all of them, none where it has none."""
    near = [other.article for other in among if len(own & other.features.keys()) >= SHARED_MARKS]
    text = sentences_in(copies.whole_text(db, article)) if near else frozenset()
    if not text:
        return set()
    members: set[ArticleId] = set()
    for other in near:
        # Of articles that are known to have one text, one is read.
        if other not in members and is_copy(text, sentences_in(copies.whole_text(db, other))):
            members |= {other, *copies.same_text(db, other)}
    if not members:
        return set()
    members.add(article)
    copies.keep_same_text(db, members)
    first = min(members)
    stories.keep_story(db, stories.story_of(db, first) or StoryId(first), members)
    return members


def _place_quotes(
    db: Reading, article: ArticleId, candidates: statements.Candidates
) -> tuple[set[ArticleId], list[StatementId]]:
    """Place the quotes of an article; returns the articles touched, and the statements that it carries."""
    touched: set[ArticleId] = set()
    carried: list[StatementId] = []
    quotes = statements.quotes_of(db, article)
    verdicts = statements.verdicts(db, article)
    candidates.look_up(quotes)
    for kept in quotes:
        decided = UNDECIDED
        if said := verdicts.get(kept.quote.words):
            decided = Verdicts(*statements.decided(db, said))  # which may open a statement
            candidates.forget()
            candidates.look_up(quotes)
        others = candidates.of(kept)
        place = place_quote(kept.quote, others, decided)
        if place is None:
            continue
        joining = [one.id for one in others if one.quote in place.joining]
        statements.keep_statement(db, place.statement, [kept.id, *joining], place.merged)
        candidates.now_in(place.statement, [kept.id, *joining], place.merged)
        carried.append(place.statement)
        touched.add(article)
        touched |= {one.quote.article for one in others if one.id in joining or one.statement == place.statement}
    statements.keep_shingles(db, quotes)
    return touched, carried


def _outlet_name(outlet: str) -> str:
    """Return what credits call an outlet."""
    from dateline.sources.outlets import outlets

    known = outlets().get(outlet)
    return known.name if known is not None else outlet
