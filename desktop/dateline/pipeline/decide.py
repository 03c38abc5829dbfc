"""What to do next: which entries are news, when a source is due again, whether a page is worth another try.

Pure: values in, values out; no clock, no network, no library. This is where the program is clever and touches nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from html import unescape
from itertools import pairwise
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.news.article import Completeness
from dateline.news.feed import FeedEntry, Fetched, Source, SourceState, Validators
from dateline.news.plan import EntryAction, EntryDraft, EntryPlan, Known
from dateline.sources.completeness import FULL_FEED, worth
from dateline.text.churn import gist
from dateline.text.excerpt import is_excerpt
from dateline.text.urls import host_of, url_key

#: How soon a working source is asked again, in minutes: never sooner, never later, whatever the feed says.
SHORTEST_INTERVAL, LONGEST_INTERVAL = 15, 24 * 60
#: A failing source waits this long (minutes) after its first failure, then twice as long each time.
FIRST_BACK_OFF, LONGEST_BACK_OFF = 5, 24 * 60
#: How long an answer that its server calls fresh is believed to be.
LONGEST_FRESHNESS = timedelta(hours=1)
#: A server that asks to be left alone is, but for no longer.
LONGEST_WAIT = timedelta(days=7)
#: After so many answers of "not modified" in a row a source is asked for all of it once.
MOST_NOT_MODIFIED = 24
#: A page that could not be fetched for a passing reason is tried this often in all.
PAGE_TRIES = 4
#: How many hours after its publication an article's page is looked at again: edits come early, corrections later.
LOOKS = (1, 3, 8, 24, 72, 168)
#: The same for what is not on topic.
FEW_LOOKS = (4, 24)
#: Two looks at one page are at least so far apart.
BETWEEN_LOOKS = timedelta(minutes=30)
#: Of an article that goes on over several pages, so many are fetched.
MOST_PARTS = 10
#: A feed's own text of at least this many characters is the article; its page need not be fetched.
FULL_TEXT_LENGTH = 1_200

#: How much of a feed's text is looked at: of its beginning, where the first is not enough the second, and of its end.
_BEGINNINGS, _END = (2_000, 40_000), 1_000
_TAG = re.compile("<[^<>]*>")
#: A guid of so many digits may be the entry's place in the feed.
_LONGEST_COUNT = 3

#: Answers that will not change by asking again soon.
_REFUSED = frozenset({401, 402, 403, 407, 451})
_GONE = frozenset({404, 410})
_FINAL = frozenset(("forbidden", "unsafe", "too-large", "robots"))


def draft_entries(
    entries: Sequence[FeedEntry],
    *,
    outlet: Callable[[FeedEntry], str],
    pack: Callable[[FeedEntry], bytes] = lambda _: b"",
) -> tuple[EntryDraft, ...]:
    """Work out for each entry what planning asks of it, and what `pack` makes of it for the library.

    Two entries with one canonical address are one article, also within one answer; the first of them counts.
    """
    drafts: dict[str, EntryDraft] = {}
    for entry in entries:
        digest = digest_of(entry)
        address = (url_key(entry.url) if entry.url else "") or f"entry:{digest}"
        if address not in drafts:
            drafts[address] = EntryDraft(entry, address, digest, outlet(entry), wants_page(entry), pack(entry))
    return tuple(drafts.values())


def plan_entries(drafts: Sequence[EntryDraft], known: Known) -> list[EntryPlan]:
    """Say for each entry whether it is new, known from another source, changed or the same."""
    plans: list[EntryPlan] = []
    for draft in drafts:
        article = known.articles.get(draft.url_key)
        before = known.by_url_key.get(draft.url_key)
        if before is None and article is None and _names_article(draft.entry):
            before = known.by_key.get(draft.entry.key)
        if before is not None:
            action = EntryAction.SAME if before.digest == draft.digest else EntryAction.CHANGED
            article = before.article
        else:
            action = EntryAction.NEW if article is None else EntryAction.JOIN
        plans.append(
            EntryPlan(
                draft.entry,
                action,
                draft.url_key,
                draft.digest,
                article,
                draft.outlet,
                draft.wants_page,
                draft.packed,
            )
        )
    return plans


def _names_article(entry: FeedEntry) -> bool:
    """Tell whether an entry's guid may be believed over its address: some feeds just count, 1 being the newest."""
    return not entry.url or not (entry.key.isdecimal() and len(entry.key) <= _LONGEST_COUNT)


def digest_of(entry: FeedEntry) -> str:
    """Return what changes when the feed tells something new: title, summary or text, but not clocks and markup."""
    words = "\n".join((entry.title, entry.summary)) if entry.title or entry.summary else entry.content_html
    return hashlib.blake2b(gist(words).encode("utf-8", "replace"), digest_size=12).hexdigest()


def has_full_text(entry: FeedEntry) -> bool:
    """Tell whether the feed carries the whole article: enough words, and none that lead on to the rest."""
    content = entry.content_html
    if len(content) < FULL_TEXT_LENGTH:
        return False
    # A picture's markup may be longer than all words under it. Each entry is asked this, so mostly little is looked at.
    has_words = any(worth(_TAG.sub("", content[:n])) >= FULL_FEED for n in _BEGINNINGS)
    return has_words and not is_excerpt(unescape(_TAG.sub(" ", content[-_END:])))


def wants_page(entry: FeedEntry) -> bool:
    """Tell whether the article's page must be fetched to have its text."""
    return bool(entry.url) and not has_full_text(entry)


def is_to_be_asked(source: Source, now: datetime, *, by_name: bool) -> bool:
    """Tell whether a refresh asks this source: not while it is paused or was told to wait, unless named by the user.

    What a server calls fresh is not asked for again, but for an hour at most: a user who asks for news means it.
    """
    if by_name:
        return True
    if source.state is SourceState.PAUSED:
        return False
    if was_asked_ahead(source, now):
        return True
    asked_at = source.last_success_at
    if asked_at is not None and min(source.fresh_until or asked_at, asked_at + LONGEST_FRESHNESS) > now:
        return False
    return source.state is not SourceState.FAILING or source.next_due_at is None or source.next_due_at <= now


def is_due(source: Source, now: datetime) -> bool:
    """Tell whether a source's turn has come."""
    return source.next_due_at is None or source.next_due_at <= now or was_asked_ahead(source, now)


def was_asked_ahead(source: Source, now: datetime) -> bool:
    """Tell whether a source was last asked more than an hour from now: the clock was ahead then, and has been set back.

    Whatever was reckoned from that time would keep the source waiting, for years perhaps.
    """
    return source.last_tried_at is not None and source.last_tried_at > now + LONGEST_FRESHNESS


def validators_to_send(source: Source) -> Validators | None:
    """Return with what to ask "changed since?": now and then with nothing, since some servers say no for ever."""
    return None if source.n_not_modified >= MOST_NOT_MODIFIED else source.validators


def is_unchanged(source: Source, answer: Fetched) -> bool:
    """Tell whether an answer is, byte for byte, the one that was read last.

    Now and then, and after a failure, it is read anew all the same.
    """
    asked = validators_to_send(source) if source.state is SourceState.WORKING else None
    return asked is not None and asked.digest is not None and asked.digest == answer.validators.digest


def next_due_after_success(
    now: datetime,
    *,
    entries: Sequence[FeedEntry],
    asked_minutes: int | None,
    max_age: int | None,
    wanted_minutes: int | None = None,
    last_minutes: float | None = None,
) -> datetime:
    """Return when a source is due again: as often as the user wants, else half the feed's own rhythm.

    The rhythm is the median gap between the dates of the newest entries; without dates, half an hour; with no entries,
    after an answer of "not modified", what it was before (`last_minutes`). What feed and server ask for (ttl,
    sy:updatePeriod, Cache-Control, Expires) is kept to, for a day at most. skipHours and skipDays are not read: feeds
    that still carry them list the hours of another zone or every hour of the day, and an answer of "not modified" at
    such an hour costs the server next to nothing.
    """
    if wanted_minutes is not None:
        return now + timedelta(minutes=max(wanted_minutes, (max_age or 0) / 60))
    minutes = _rhythm_minutes(entries) / 2 if entries or last_minutes is None else last_minutes
    minutes = max(minutes, asked_minutes or 0, (max_age or 0) / 60)
    return now + timedelta(minutes=min(max(minutes, SHORTEST_INTERVAL), LONGEST_INTERVAL))


def last_interval(source: Source) -> float | None:
    """Return for how many minutes a source was left alone after its last success, None where that is not known."""
    if source.last_success_at is None or source.next_due_at is None:
        return None
    return (source.next_due_at - source.last_success_at).total_seconds() / 60


def next_due_after_failure(now: datetime, *, n_failures: int, retry_at: datetime | None) -> datetime:
    """Return when to ask again after the `n_failures`-th failure in a row; a server's Retry-After is kept."""
    wait = min(FIRST_BACK_OFF * 2 ** min(max(n_failures - 1, 0), 12), LONGEST_BACK_OFF)
    due = now + timedelta(minutes=wait)
    return max(due, min(retry_at, now + LONGEST_WAIT)) if retry_at is not None else due


def next_page_try(error: FetchError, now: datetime, *, n_tries: int) -> datetime | None:
    """Return when to fetch a page again after `n_tries` failures, or None where asking again is of no use."""
    if error.status in _REFUSED or error.status in _GONE or error.kind in _FINAL:
        return None
    if n_tries >= PAGE_TRIES:
        return None
    due = now + timedelta(minutes=10 * 4 ** (n_tries - 1))
    return max(due, min(error.retry_at, now + LONGEST_WAIT)) if error.retry_at is not None else due


def next_look(
    now: datetime, *, published_at: datetime | None, first_seen_at: datetime | None, is_on_topic: bool
) -> datetime | None:
    """Return when the page of an article that was read is looked at again, None once it is old.

    Its age counts from when it was published, or from when it was first seen where that is not known or still to come;
    from now where even that is to come, for the clock was ahead.
    """
    seen = min(first_seen_at or now, now)
    born = published_at if published_at is not None and published_at <= seen else seen
    looks = (born + timedelta(hours=hours) for hours in (LOOKS if is_on_topic else FEW_LOOKS))
    return next((look for look in looks if look >= now + BETWEEN_LOOKS), None)


def may_go_on(url: str, next_url: str, n_parts: int) -> bool:
    """Tell whether the next page of an article is fetched after `n_parts`: on its own host, and of them ten at most."""
    return bool(next_url) and n_parts < MOST_PARTS and host_of(next_url) == host_of(url) and next_url != url


def is_own_address(url: str, named: str) -> bool:
    """Tell whether the address that a page says it has (its canonical link) may be believed to be the article's.

    It must be of the page's own site or a part of it, and be the address of an article: sites that are set up in haste
    call every page by the address of their front page or of the section it stands in.
    """
    own, other = (host_of(one).removeprefix("www.") for one in (url, named))
    is_one_site = bool(own and other) and f".{own}".endswith(f".{other}") | f".{other}".endswith(f".{own}")
    if not is_one_site or own.count(".") < 1 or other.count(".") < 1:
        return False
    here, there = (urlsplit(one) for one in (url, named))
    place = there.path.rstrip("/")
    if not place and not there.query:
        return False
    return not f"{here.path.rstrip('/')}/".startswith(f"{place}/") or place == here.path.rstrip("/")


def completeness_of_failure(error: FetchError) -> Completeness:
    """Return what a page that did not come leaves the reader with."""
    is_refused = error.status in _REFUSED or error.status == 429 or error.kind == "robots"
    return Completeness.BLOCKED if is_refused else Completeness.EMPTY


def _rhythm_minutes(entries: Sequence[FeedEntry]) -> float:
    dates = sorted((entry.published_at for entry in entries if entry.published_at is not None), reverse=True)[:20]
    gaps = sorted((newer - older).total_seconds() / 60 for newer, older in pairwise(dates))
    return gaps[len(gaps) // 2] if gaps else 60.0
