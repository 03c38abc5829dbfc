"""What a card says: the strings of one article, ready to be laid out, painted and spoken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dateline.news.card import Card, Completeness
from dateline.storage.article_ids import sort_time
from dateline.ui.counted import counted
from dateline.ui.dates import clock, full_moment, local
from dateline.ui.joined import joined, listed

if TYPE_CHECKING:
    from dateline.ui.names import Names, OutletLook


class CardWords(NamedTuple):
    """The strings of a card. Topics are (id, name), strongest first."""

    outlet: OutletLook
    day: date
    time: str
    headline: str
    snippet: str
    is_chinese: bool
    is_read: bool
    is_starred: bool
    has_notes: bool
    completeness: Completeness
    state: str  # the word beside the completeness mark, "" for a full text
    topics: tuple[tuple[str, str], ...]
    n_quotes: int
    first_speaker: str
    is_sample: bool
    story: str = ""  # who else carries the event, and how many articles: also in FT, Observer (4)
    story_short: str = ""  # the same with little room: 4 more


def card_words(card: Card, names: Names) -> CardWords:
    """Return what a card says."""
    moment = sort_time(card.published_at, card.first_seen_at)
    is_chinese = card.lang.startswith("zh")
    return CardWords(
        outlet=names.outlet(card.outlet),
        day=local(moment).date(),
        time=clock(moment),
        headline=_one_line(card.title) or QCoreApplication.translate("card", "Untitled"),
        snippet=_one_line(card.snippet),
        is_chinese=is_chinese,
        is_read=card.is_read,
        is_starred=card.is_starred,
        has_notes=card.n_notes > 0,
        completeness=card.completeness,
        state=state_word(card.completeness),
        topics=tuple((topic, names.topic(topic, in_chinese=is_chinese)) for topic in card.topics),
        n_quotes=card.n_quotes,
        first_speaker=card.first_speaker or _nobody(card.n_quotes, is_chinese=is_chinese),
        is_sample=card.is_sample,
        **_story_words(card, names),
    )


def _story_words(card: Card, names: Names) -> dict[str, str]:
    if card.story is None:
        return {}
    n = card.story.n - 1
    short = QCoreApplication.translate("card", "{n} more").format(n=n)
    if not card.story.outlets:
        return {"story": short, "story_short": short}
    rest = ("…",) if len(card.story.outlets) > 3 else ()
    outlets = listed((*map(names.short_outlet, card.story.outlets[:3]), *rest))
    return {
        "story": QCoreApplication.translate("card", "also in {outlets} ({n})").format(outlets=outlets, n=n),
        "story_short": short,
    }


def _nobody(n_quotes: int, *, is_chinese: bool) -> str:
    if not n_quotes:
        return ""
    return "未具名" if is_chinese else QCoreApplication.translate("card", "unnamed")


def state_word(completeness: Completeness) -> str:
    """Return the word for how much of an article is held; nothing for a full text."""
    if completeness is Completeness.TEASER:
        return QCoreApplication.translate("card", "Teaser")
    if completeness is Completeness.BLOCKED:
        return QCoreApplication.translate("card", "Blocked")
    if completeness is Completeness.EMPTY:
        return QCoreApplication.translate("card", "Empty")
    return ""


def speech(card: Card, names: Names) -> str:
    """Return what a screen reader says of a card."""
    words = card_words(card, names)
    said = [words.outlet.name, full_moment(sort_time(card.published_at, card.first_seen_at)), words.headline]
    said.append(
        QCoreApplication.translate("card", "read") if card.is_read else QCoreApplication.translate("card", "unread")
    )
    if card.is_starred:
        said.append(QCoreApplication.translate("card", "starred"))
    if card.n_notes:
        said.append(
            counted(
                card.n_notes,
                QCoreApplication.translate("card", "{n} note"),
                QCoreApplication.translate("card", "{n} notes"),
            )
        )
    said.append(words.state or QCoreApplication.translate("card", "full text"))
    if card.story is not None:
        said.append(QCoreApplication.translate("card", "story of {n}").format(n=card.story.n))
    if card.is_sample:
        said.append(QCoreApplication.translate("card", "sample"))
    said.extend(name for _, name in words.topics)
    if card.n_quotes:
        said.append(
            counted(
                card.n_quotes,
                QCoreApplication.translate("card", "{n} quote"),
                QCoreApplication.translate("card", "{n} quotes"),
            )
        )
        said.append(words.first_speaker)
    return joined(said)


def _one_line(text: str) -> str:
    # Bounded before it is measured: a headline of a hundred thousand letters must not cost more than a long one.
    return " ".join(text[:600].split())
