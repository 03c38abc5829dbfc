"""Why the list is empty, in one sentence, and the one thing to do about it.

Pure but for `loosen`, which asks the library what a filter without one of its conditions would find.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from dateline.news.question import Condition, Term, TimelineFilter
from dateline.ui.counted import counted
from dateline.ui.dates import n_articles

_MOST_TERMS = 12

_translate = QCoreApplication.translate


class Remedy(StrEnum):
    """What the button of an empty list does."""

    NOTHING = ""
    ADD_SOURCE = "add-source"
    SHOW_ACTIVITY = "show-activity"
    SHOW_SOURCES = "show-sources"
    REFRESH = "refresh"
    FILTER = "filter"  # show `Reason.question` instead


@dataclass(frozen=True, slots=True)
class Situation:
    """What the window knows beside the filter."""

    n_articles: int | None = None  # in the library; None: not known yet
    n_sources: int | None = None  # None: not known yet
    n_sources_tried: int = 0
    n_sources_failing: int = 0
    is_refreshing: bool = False
    n_sources_done: int = 0
    n_sources_asked: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nothing is shown: an icon, a title, a sentence, a button and what it does."""

    icon: str
    title: str
    sentence: str
    button: str = ""
    button_icon: str = ""
    remedy: Remedy = Remedy.NOTHING
    question: TimelineFilter = field(default_factory=TimelineFilter)


@dataclass(frozen=True, slots=True)
class Loosened:
    """How many articles a filter would find without one of its conditions."""

    term: Condition
    n: int


def loosen(connection: Any, question: TimelineFilter) -> tuple[Loosened, ...]:
    """Count what the filter would find without each of its conditions. A read job."""
    from dateline.storage import counting

    return tuple(
        Loosened(term, counting.count(connection, without(question, term)).n)
        for term in question.terms[:_MOST_TERMS]
        if term.field != "order"
    )


def without(question: TimelineFilter, term: Condition) -> TimelineFilter:
    """Return the filter without a condition."""
    return TimelineFilter(tuple(one for one in question.terms if one != term))


def reason(
    question: TimelineFilter,
    situation: Situation,
    loosened: Sequence[Loosened],
    describe: Callable[[Condition], str],
    today: date,
) -> Reason:
    """Return why the list is empty; `describe` writes a condition as its chip does."""
    if situation.is_refreshing and not any(one.n for one in loosened):
        return Reason(
            "refresh-cw",
            _translate("empty", "Fetching"),
            _translate("empty", "The first articles are on their way: {done} of {all} sources read.").format(
                done=situation.n_sources_done, all=situation.n_sources_asked
            ),
            _translate("empty", "Show activity"),
            "activity",
            Remedy.SHOW_ACTIVITY,
        )
    if situation.n_sources == 0 and not any(one.n for one in loosened):
        return Reason(
            "rss",
            _translate("empty", "No source yet"),
            _translate("empty", "Dateline has no source to read yet."),
            _translate("empty", "Add source"),
            "plus",
            Remedy.ADD_SOURCE,
        )
    if not question.terms or situation.n_articles == 0:
        return _of_sources(situation)
    return _of_marks(question, today) or _of_conditions(loosened, describe, question)


def _of_sources(situation: Situation) -> Reason:
    """Return why the library has no article at all: its sources were not asked, all failed, or had nothing."""
    title = _translate("empty", "No article yet")
    n = situation.n_sources or 0
    if n and situation.n_sources_failing == n:
        one = _translate("empty", "The one source could not be read.")
        many = _translate("empty", "None of the {n} sources could be read.")
        sentence, button = counted(n, one, many), _translate("empty", "Show what is wrong")
        return Reason("triangle-alert", title, sentence, button, "rss", Remedy.SHOW_SOURCES)
    sentence = (
        _translate("empty", "The sources were read, and have brought no article.")
        if situation.n_sources_tried
        else _translate("empty", "The sources have not been read yet.")
    )
    return Reason("inbox", title, sentence, _translate("empty", "Refresh now"), "refresh-cw", Remedy.REFRESH)


def _of_marks(question: TimelineFilter, today: date) -> Reason | None:
    asked = {(term.field, term.value): term for term in question.terms if not term.is_negated}
    if ("is", "unread") in asked:
        return Reason(
            "circle-check",
            _translate("empty", "All read"),
            _translate("empty", "You have read everything here."),
            _translate("empty", "Show read articles"),
            "",
            Remedy.FILTER,
            without(question, asked["is", "unread"]),
        )
    if ("is", "starred") in asked and len(question.terms) == 1:
        return Reason(
            "star",
            _translate("empty", "Nothing starred"),
            _translate("empty", "You have not starred an article yet; press S on one."),
            _translate("empty", "Open All"),
            "inbox",
            Remedy.FILTER,
        )
    if ("has", "notes") in asked and len(question.terms) == 1:
        return Reason(
            "notebook-pen",
            _translate("empty", "No notes"),
            _translate("empty", "Notes you write appear here."),
            _translate("empty", "Open All"),
            "inbox",
            Remedy.FILTER,
        )
    if len(question.terms) == 1 and question.terms[0] in {Term("today", "after"), Term(today.isoformat(), "after")}:
        return Reason(
            "calendar-days",
            _translate("empty", "Nothing new"),
            _translate("empty", "Nothing new since midnight."),
            _translate("empty", "Refresh now"),
            "refresh-cw",
            Remedy.REFRESH,
        )
    return None


def _of_conditions(
    loosened: Sequence[Loosened], describe: Callable[[Condition], str], question: TimelineFilter
) -> Reason:
    title = _translate("empty", "No article matches")
    best = max(loosened, key=lambda one: one.n, default=None)
    if len(question.terms) == 1 and not question.terms[0].is_negated:
        [only] = question.terms
        words = _translate("empty", "No article in this library has these words.")
        other = _translate("empty", "No article in this library answers {condition}.")
        sentence = other.format(condition=describe(only)) if only.field else words
        return Reason("search", title, sentence, _translate("empty", "Clear the filter"), "x", Remedy.FILTER)
    if best is None or best.n == 0:
        return Reason(
            "search",
            title,
            _translate("empty", "No article in this library meets even all but one of these conditions."),
            _translate("empty", "Clear the filter"),
            "x",
            Remedy.FILTER,
        )
    return Reason(
        "search",
        title,
        _translate("empty", "Without {condition} there would be {found}.").format(
            found=n_articles(best.n), condition=describe(best.term)
        ),
        _translate("empty", "Leave out {condition}").format(condition=describe(best.term)),
        "",
        Remedy.FILTER,
        without(question, best.term),
    )
