"""What the Sources screen says of each source: strings ready to be drawn. Pure; nothing here asks or draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from math import inf
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from dateline.news.feed import Access, FeedFetch, Source, SourceId, SourceKind, SourceState
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, clock, local, short_day
from dateline.ui.joined import joined, sentences
from dateline.ui.known_sentences import spoken
from dateline.ui.names import Names

_translate = QCoreApplication.translate

#: So few of a source's articles in full text, and it is said to give mostly teasers.
_MOSTLY = 0.5


class Remedy(Enum):
    """What can be done about a source with a click."""

    NOTHING = auto()
    TRY_AGAIN = auto()
    RESUME = auto()
    LOOK_FOR_NEW = auto()
    GIVE_COOKIES = auto()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source as its row shows it. `colour` names a colour of the theme; `share` is (in full text, all).

    `advice` says what is the matter, `hint` what else can be done beside the remedy.
    """

    id: SourceId
    outlet: str
    name: str
    second: str
    icon: str
    colour: str
    state: str
    last: str
    due: str
    every: str
    share: tuple[int, int]
    advice: str = ""
    hint: str = ""
    remedy: Remedy = Remedy.NOTHING
    remedy_words: str = ""
    ranks: tuple[str | float, ...] = ()  # by which rows are sorted, one a column

    @property
    def speech(self) -> str:
        """What a screen reader says of the row."""
        share = _translate("sources", "{n} of {all} articles in full text").format(n=self.share[0], all=self.share[1])
        last = _translate("sources", "last success {when}").format(when=self.last)
        due = _translate("sources", "next {when}").format(when=self.due)
        return joined((self.name, self.state, last, due, share, self.advice, self.hint))


#: Intervals that are offered, in minutes.
INTERVALS = (15, 30, 60, 120, 360, 720, 1440)
#: The marks of the states, the one that most needs somebody first.
_WORST_FIRST = ("circle-x", "circle-pause", "circle-alert", "clock", "rotate-cw", "circle-check")
#: Minutes until a source is asked again whose rhythm nobody knows yet.
_FIRST_INTERVAL = 30


def source_line(source: Source, names: Names, now: datetime, *, is_asked: bool = False, n_new: int = 0) -> SourceLine:
    """Return the row of a source. `is_asked`: a refresh is at it; `n_new`: what the refresh just ended brought."""
    icon, colour, state = _state(source, is_asked=is_asked, n_new=n_new)
    advice, remedy, words = _advice(source)
    name = source.title or names.outlet(source.outlet).name
    return SourceLine(
        id=source.id,
        outlet=source.outlet or source.title,
        name=name,
        second=joined((_place(source), _kind(source))),
        icon=icon,
        colour=colour,
        state=state,
        last=_when(source.last_success_at, now),
        due=_due(source, now, is_asked=is_asked),
        every=interval_words(_interval(source)),
        share=(source.n_full, source.n_articles),
        advice=advice,
        hint=spoken(source.hint) if source.error else "",
        remedy=remedy,
        remedy_words=words,
        ranks=(
            name.casefold(),
            _WORST_FIRST.index(icon),
            source.last_success_at.timestamp() if source.last_success_at else 0.0,
            _due_rank(source),
            _interval(source),
            source.n_full / source.n_articles if source.n_articles else -1.0,
            advice,
        ),
    )


def summary(sources: Sequence[Source]) -> str:
    """Return the line beside the title: how many sources, how many need attention, how much is in full text."""
    n = counted(len(sources), _translate("sources", "{n} source"), _translate("sources", "{n} sources"))
    bad = sum(source.state in (SourceState.FAILING, SourceState.PAUSED) for source in sources)
    needy = counted(bad, _translate("sources", "{n} needs attention"), _translate("sources", "{n} need attention"))
    full, all_ = sum(source.n_full for source in sources), sum(source.n_articles for source in sources)
    share = _translate("sources", "{full} of {all} articles in full text").format(full=f"{full:,}", all=f"{all_:,}")
    return _translate("sources", "{counts}. {share}").format(counts=joined((n, needy if bad else "")), share=share)


def brought(feed: FeedFetch, now: datetime) -> str:
    """Return in a sentence what a source brought when it was tried."""
    if not feed.entries:
        return _translate("sources", "It answers, but lists no article.")
    dates = [entry.published_at for entry in feed.entries if entry.published_at is not None]
    n = counted(len(feed.entries), _translate("sources", "{n} article"), _translate("sources", "{n} articles"))
    newest = (
        _translate("sources", "the newest of {when}").format(when=_when(max(dates), now))
        if dates
        else _translate("sources", "without dates")
    )
    n_full = sum(bool(entry.content_html) for entry in feed.entries)
    words = _translate("sources", "{articles}, {newest}, {full} in full.").format(
        articles=n, newest=newest, full=n_full
    )
    return sentences((words, *(spoken(problem) for problem in feed.problems)))


def facts(source: Source, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return what is known of how a source does, as pairs of a name and what is to be said."""
    asked_with = (
        _translate("sources", "ETag {tag}").format(tag=source.validators.etag) if source.validators.etag else "",
        _translate("sources", "last modified {when}").format(when=source.validators.last_modified)
        if source.validators.last_modified
        else "",
    )
    share = _translate("sources", "{n} of {all} articles in full text").format(n=source.n_full, all=source.n_articles)
    asked = _translate("sources", "asked {when}").format(when=_when(source.last_tried_at, now))
    state = _state(source, is_asked=False, n_new=0)[2]
    last = joined((asked, state, share))
    due = _translate("sources", "{when}, every {interval}").format(
        when=_due(source, now, is_asked=False), interval=interval_words(_interval(source))
    )
    fresh = (
        _translate("sources", "its server says that nothing changes before {when}").format(
            when=_when(source.fresh_until, now)
        )
        if source.fresh_until is not None and source.fresh_until > now
        else ""
    )
    said = sentences((spoken(source.error), spoken(source.hint)))
    return tuple(
        (name, words)
        for name, words in (
            (_translate("sources", "What it says"), said),
            (_translate("sources", "Last"), last),
            (_translate("sources", "Next due"), joined((due, fresh))),
            (_translate("sources", "Asked again with"), joined(asked_with)),
        )
        if words
    )


def matches(line: SourceLine, words: str) -> bool:
    """Tell whether a row has all of some words in what it shows."""
    shown = f"{line.name} {line.second} {line.outlet} {line.state} {line.advice}".casefold()
    return all(word in shown for word in words.casefold().split())


def interval_words(minutes: int) -> str:
    """Return an interval in the shortest words: 30 min, 2 h, 1 d."""
    if minutes < 60:
        return _translate("sources", "{n} min").format(n=minutes)
    if minutes < 48 * 60:
        hours = minutes / 60
        return _translate("sources", "{n} h").format(n=f"{hours:.0f}" if minutes % 60 == 0 else f"{hours:.1f}")
    return _translate("sources", "{n} d").format(n=round(minutes / 1440))


def exact_interval(minutes: int) -> str:
    """Return an interval to the minute, as `news.manner.read_interval` reads it: 45 min, 2 h, 1 d."""
    if minutes % 1440 == 0:
        return _translate("sources", "{n} d").format(n=minutes // 1440)
    if minutes % 60 == 0:
        return _translate("sources", "{n} h").format(n=minutes // 60)
    return _translate("sources", "{n} min").format(n=minutes)


def _interval(source: Source) -> int:
    """Return after how many minutes a source is asked again: as the user wants it, else by its own rhythm so far."""
    if source.interval_minutes is not None:
        return source.interval_minutes
    if source.last_success_at is None or source.next_due_at is None or source.next_due_at <= source.last_success_at:
        return _FIRST_INTERVAL
    return round((source.next_due_at - source.last_success_at).total_seconds() / 60)


def _state(source: Source, *, is_asked: bool, n_new: int) -> tuple[str, str, str]:
    if is_asked:
        return "rotate-cw", "accent", _translate("sources", "Asking…")
    if source.state is SourceState.PAUSED:
        return "circle-pause", "text_tertiary", _translate("sources", "Paused")
    if source.state is SourceState.FAILING:
        if source.n_failures > 1:
            words = _translate("sources", "Failed {n} times").format(n=source.n_failures)
            return "circle-x", "danger", words
        return "circle-x", "danger", _translate("sources", "Failed")
    if source.state is SourceState.NEVER:
        return "clock", "text_tertiary", _translate("sources", "Not asked yet")
    if source.n_articles and not source.n_full:
        return "circle-alert", "warn", _translate("sources", "Teasers only")
    if source.n_articles and source.n_full / source.n_articles < _MOSTLY:
        return "circle-alert", "warn", _translate("sources", "Mostly teasers")
    if n_new:
        return "circle-check", "ok", _translate("sources", "Working, {n} new").format(n=n_new)
    return "circle-check", "ok", _translate("sources", "Working")


def _advice(source: Source) -> tuple[str, Remedy, str]:
    if source.state is SourceState.PAUSED:
        if source.error:
            return spoken(source.error), Remedy.LOOK_FOR_NEW, _translate("sources", "Look for a new one")
        return _translate("sources", "You paused it."), Remedy.RESUME, _translate("sources", "Resume")
    if source.state is SourceState.FAILING:
        sentence = spoken(source.error) or _translate("sources", "It could not be read at its last turn.")
        if source.wants_login:
            return sentence, Remedy.GIVE_COOKIES, _translate("sources", "Login…")
        return sentence, Remedy.TRY_AGAIN, _translate("sources", "Try again")
    is_poor = source.n_articles > 0 and source.n_full / source.n_articles < _MOSTLY
    if source.state is SourceState.WORKING and is_poor:
        words = {
            Access.BLOCKED: _translate("sources", "The site asks for proof of being human."),
            Access.TEASER: _translate("sources", "The site asks for a subscription."),
        }.get(source.access, _translate("sources", "Its pages give little of the articles."))
        return words, Remedy.GIVE_COOKIES, _translate("sources", "Add your cookies")
    return spoken(source.hint), Remedy.NOTHING, ""


def _due_rank(source: Source) -> float:
    if source.state is SourceState.PAUSED:
        return inf
    return source.next_due_at.timestamp() if source.next_due_at else 0.0


def _place(source: Source) -> str:
    host = urlsplit(source.home_url or source.url).hostname or source.url
    return host.removeprefix("www.")


def _kind(source: Source) -> str:
    if source.kind is SourceKind.LISTING:
        return _translate("sources", "listing page")
    return _translate("sources", "feed")


def _due(source: Source, now: datetime, *, is_asked: bool) -> str:
    if source.state is SourceState.PAUSED:
        return _translate("sources", "paused")
    if is_asked or source.next_due_at is None or source.next_due_at <= now:
        return _translate("sources", "now")
    return _when(source.next_due_at, now)


def _when(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return _translate("sources", "never")
    here, today = local(moment).date(), local(now).date()
    return clock(moment) if here == today else at_time(short_day(here, today), moment)
