"""`dateline list` and `quotes`: what the library holds, by the query language of the window.

A list is asked for again and again: what only quotes and counts need is imported where they are read.
"""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import cut, iso, pad, say, today, width_of, write_json
from dateline.errors import WrongUse
from dateline.library import Library
from dateline.news.card import ArticleId, Card
from dateline.news.question import Term, TimelineFilter, read_filter
from dateline.news.topics import UMBRELLA
from dateline.storage import timeline

if TYPE_CHECKING:
    from dateline.storage.counting import CountKey

#: What `--count-by` may count by, one or several.
COUNT_KEYS: tuple[CountKey, ...] = ("day", "outlet", "topic", "speaker", "lang")


#: What stands under a timeline that a person reads.
LEGEND = "\n◐ is about US–China AI; “3 stands for three quotes, with who is quoted first. `dateline show ID` reads one."


def list_articles(given: Namespace) -> int:
    """List the articles of a filter in its order, or count them by day, outlet, topic, speaker or language."""
    question = read_filter(given.query, today())
    outlets = outlet_names()
    with open_library(given) as library:
        if given.count_by is not None:
            return _count(library, question, given.count_by, outlets, quiet=given.quiet)
        cards = read_cards(library, question, limit=given.limit, after=_cursor(given.after))
        if not given.json:
            write_timeline(cards, outlets)
            say(LEGEND if cards else "No article matches.", quiet=given.quiet)
        for card in cards if given.json else ():
            write_json(card_to_json(card, outlets))
    return DONE


def list_quotes(given: Namespace) -> int:
    """List the quotes of the articles that a filter names."""
    from dateline.storage import quotes

    question = read_filter(given.query, today())
    outlets = outlet_names()
    with open_library(given) as library:
        rows = library.read(partial(quotes.quotes, wanted=question, limit=given.limit)).result()
    for row in rows:
        if given.json:
            write_json(
                {
                    "quote": row.quote,
                    "speaker": row.speaker,
                    "entity": row.entity,
                    "article": row.article,
                    "outlet": outlets.get(row.outlet, row.outlet),
                    "lang": row.lang,
                    "published": iso(row.published_at),
                    "statement": row.statement,
                    "confidence": row.confidence,
                }
            )
        else:
            day = f"{row.published_at.astimezone():%Y-%m-%d}" if row.published_at else " " * 10
            outlet = outlets.get(row.outlet, row.outlet)
            print(f"{day}  {pad(row.speaker or 'unknown', 24)}  {pad(outlet, 16)}  “{cut(row.quote, 90)}”")
    if not rows:
        say("No quote matches.", quiet=given.quiet)
    return DONE


def outlet_names() -> dict[str, str]:
    """Return the name of every outlet that Dateline knows, by its id."""
    from dateline.sources.outlets import outlets

    return {id_: outlet.name for id_, outlet in outlets().items()}


def read_cards(library: Library, question: TimelineFilter, *, limit: int, after: ArticleId | None = None) -> list[Card]:
    """Return the first cards of a filter."""
    return library.read(partial(timeline.first_page, wanted=question, limit=limit, after=after)).result()


def card_to_json(card: Card, outlets: dict[str, str]) -> dict[str, Any]:
    """Return one article as the contract's line."""
    umbrella = [UMBRELLA] if card.is_on_topic else []
    return {
        "id": card.id,
        "url": card.url or None,
        "title": card.title,
        "outlet": outlets.get(card.outlet, card.outlet),
        "lang": card.lang,
        "published": iso(card.published_at),
        "first_seen": iso(card.first_seen_at),
        "completeness": card.completeness.value,
        "topics": umbrella + list(card.topics),
        "n_quotes": card.n_quotes,
        "read": card.is_read,
        "starred": card.is_starred,
        "tags": list(card.tags),
        "story": card.story.id if card.story is not None else None,
        "cursor": str(card.id),
    }


def write_timeline(cards: Sequence[Card], outlets: dict[str, str]) -> None:
    """Write cards for a person: a heading a day, two lines an article."""
    columns = min(shutil.get_terminal_size().columns, 120)
    day = ""
    for card in cards:
        moment = (card.published_at or card.first_seen_at).astimezone()
        heading = f"{moment:%A} {moment.day} {moment:%B %Y}"
        if heading != day:
            day = heading
            print(f"\n{heading}\n{'─' * width_of(heading)}")
        mark = "◐" if card.is_on_topic else " "
        sample = " [sample]" if card.is_sample else ""
        outlet = pad(outlets.get(card.outlet, card.outlet), 20)
        print(f"{mark} {moment:%H:%M}  {outlet} {cut(card.title, columns - 30 - len(sample))}{sample}")
        about = ", ".join(card.topics)
        quotes_by = f"“{card.n_quotes} {card.first_speaker}".rstrip() if card.n_quotes else ""
        state = "" if card.completeness.value == "full" else f"[{card.completeness.value}]"
        rest = "  ".join(part for part in (state, about, quotes_by) if part)
        print(f"  {card.id:<14}          {cut(rest, columns - 30)}")


def _count(library: Library, question: TimelineFilter, given: str, outlets: dict[str, str], *, quiet: bool) -> int:
    from dateline.storage import counting

    names = [key.strip() for key in given.split(",")]
    keys = [key for name in names for key in COUNT_KEYS if key == name]
    if len(keys) != len(names) or len(set(keys)) != len(keys):
        raise WrongUse(
            f"Articles cannot be counted by {given!r}.", f"Choose among {', '.join(COUNT_KEYS)}; several with commas."
        )
    place = keys.index("outlet") if "outlet" in keys else -1
    for key, n, n_full in library.read(partial(counting.count_by, wanted=question, keys=keys)).result():
        named = [outlets.get(part, part) if number == place else part for number, part in enumerate(key)]
        write_json({"key": named, "n": n, "n_full": n_full})
    copied = replace(question, terms=(*question.terms, Term("copy", "is")))
    if n_copies := library.read(partial(counting.count, wanted=copied)).result().n:
        say(f"{n_copies} of these are copies of others' texts; `NOT is:copy` leaves them out.", quiet=quiet)
    return DONE


def _cursor(text: str | None) -> ArticleId | None:
    if text is None:
        return None
    if not text.isdecimal():
        raise WrongUse(f"{text!r} is not a cursor.", "Cursors stand in the answers of `dateline list --json`.")
    return ArticleId(int(text))
