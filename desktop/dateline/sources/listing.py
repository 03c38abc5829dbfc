"""A site without a feed, read as if it had one: its list of articles becomes a `FeedFetch`, by a rule that is data.

Nothing here knows a site; `listing_rule` says what a rule is. A list that no longer matches its rule is an error with a
sentence, never an empty answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from dateline.errors import FeedError, InputError
from dateline.news.feed import FeedEntry, FeedFetch, Fetched
from dateline.sources.charset import decode
from dateline.sources.listing_dates import read_date
from dateline.sources.listing_rule import ListingRule, listing_rules, parse_rule
from dateline.sources.page import parse_page
from dateline.sources.rule_text import selected
from dateline.sources.sanitise import plain_text, safe_address

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES = 1_000
_LONGEST_LINK = 2_000
_LONGEST_TITLE = 1_000
_LONGEST_SUMMARY = 20_000
_HINT = "The site may have changed its list. Look at it in the browser; the source's rule can be edited."
_FIELD = re.compile(r"\{([^{}]{1,100})\}")


class Row(Protocol):
    """One row of a list: gives the first of a setting's values that is not empty, as plain text or an address."""

    def __call__(self, values: tuple[str, ...], *, is_address: bool = False) -> str:
        """Return the value in one line, "" for none."""
        ...


def read_listing(fetched: Fetched, rule: str, *, now: datetime | None = None) -> FeedFetch:
    """Return the articles of a list. `rule` is the name of a shipped rule, or a rule's own text.

    `now` is the time from which words such as “yesterday” count; the present where it is not given.

    Raises:
        FeedError: the rule is unknown or broken, or the list does not match it.
    """
    chosen = _rule(rule)
    rows = _html_rows(fetched, chosen) if chosen.format == "html" else _json_rows(fetched, chosen)
    return _read_rows(rows, chosen, fetched.final_url or fetched.url, now or datetime.now(UTC))


def _rule(rule: str) -> ListingRule:
    known = listing_rules().get(rule)
    if known is not None:
        return known
    if "=" not in rule:
        raise FeedError(f"There is no rule “{rule}” for this list.", "Add the source again by the site's address.")
    try:
        return parse_rule(rule)
    except InputError as error:
        raise FeedError(error.sentence, error.hint) from error


def _read_rows(rows: list[Row], rule: ListingRule, base: str, now: datetime) -> FeedFetch:
    if not rows:
        raise FeedError(
            f"The list no longer matches its rule: nothing stands at {_or(rule.item)}.",
            _HINT,
        )
    entries: dict[str, FeedEntry] = {}
    n_linked = n_undated = 0
    for row in rows[:MOST_ENTRIES]:
        link = _link(row, rule, base)
        title = row(rule.title)[:_LONGEST_TITLE]
        if not link or not title:
            continue
        n_linked += 1
        if rule.link_pattern and not re.search(rule.link_pattern, link):
            continue
        date = row(rule.date)
        published_at = read_date(date, rule.tzinfo, now, rule.date_formats)
        n_undated += published_at is None
        author = row(rule.author)[:_LONGEST_TITLE]
        entry = FeedEntry(
            key=link,
            url=link,
            title=title,
            summary=row(rule.summary)[:_LONGEST_SUMMARY],
            authors=(author,) if author else (),
            published_at=published_at,
            lang=rule.lang,
        )
        entries.setdefault(link, entry)
    if not n_linked:
        raise FeedError(
            f"The list no longer matches its rule: none of its {len(rows)} rows has a link at {_or(rule.link)} "
            f"and a title at {_or(rule.title)}.",
            _HINT,
        )
    if not entries:
        raise FeedError(
            f"The list no longer matches its rule: none of its {n_linked} links is an article's ({rule.link_pattern}).",
            _HINT,
        )
    return FeedFetch(
        entries=tuple(entries.values()),
        title=rule.name,
        home_url=rule.home_url or _home(rule.url),
        lang=rule.lang,
        problems=tuple(_problems(rule, rows, n_linked, n_undated, len(entries))),
    )


def _problems(rule: ListingRule, rows: list[Row], n_linked: int, n_undated: int, n_entries: int) -> Iterator[str]:
    if len(rows) > MOST_ENTRIES:
        yield f"The list has {len(rows)} rows; the first {MOST_ENTRIES} were read."
    n_left_out = min(len(rows), MOST_ENTRIES) - n_linked
    if n_left_out > n_linked:
        yield f"{n_left_out} rows of the list have no link or no title and were left out."
    if rule.date and n_undated >= n_entries:
        yield f"No time could be read at {_or(rule.date)}; the articles are dated by when they were first seen."


def _link(row: Row, rule: ListingRule, base: str) -> str:
    link = safe_address(base, row(rule.link, is_address=True))
    if len(link) > _LONGEST_LINK:
        return ""
    if rule.link_replace:
        link = re.sub(rule.link_replace[0], rule.link_replace[1], link)
    return link


def _home(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/"


def _or(values: tuple[str, ...]) -> str:
    return " or ".join(f"“{value}”" for value in values)


# HTML -----------------------------------------------------------------------------------------------------------------


def _html_rows(fetched: Fetched, rule: ListingRule) -> list[Row]:
    root = parse_page(decode(fetched.body, fetched.content_type))
    if root is None:
        raise FeedError("The list's address answers with something that is not a page.", _HINT)
    found: list[_Element] = []
    for selector in rule.item:
        found += _find(root, selector)
        if found and not rule.join_items:
            break
    return [_html_row(element) for element in found]


def _html_row(element: _Element) -> Row:
    def first(values: tuple[str, ...], *, is_address: bool = False) -> str:  # noqa: ARG001 - text and address are one
        for value in values:
            selector, at, attribute = value.rpartition("@") if "@" in value else (value, "", "")
            for one in _find(element, selector) if selector else [element]:
                text = one.get(attribute, "") if at else "".join(str(part) for part in one.itertext())
                text = " ".join(text[: 4 * _LONGEST_SUMMARY].split())
                if text:
                    return text
        return ""

    return first


def _find(element: _Element, selector: str) -> list[_Element]:
    find = selected(selector)
    return list(find(element)) if find else []


# JSON -----------------------------------------------------------------------------------------------------------------


def _json_rows(fetched: Fetched, rule: ListingRule) -> list[Row]:
    text = decode(fetched.body, fetched.content_type)
    data = _load(_script(text, rule) if rule.script else text)
    found: list[dict[str, Any]] = []
    for path in rule.item:
        for value in _at(data, path):
            found += [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]
        if found and not rule.join_items:
            break
    return [_json_row(one) for one in found]


def _script(text: str, rule: ListingRule) -> str:
    """Return the text of the script element that holds the list, from the words that come before it."""
    root = parse_page(text)
    for element in _find(root, rule.script) if root is not None else []:
        script = element.text or ""
        begin = script.find(rule.script_after)
        if begin >= 0 and script.strip():
            return script[begin + len(rule.script_after) :]
    raise FeedError(f"The list no longer matches its rule: no script stands at “{rule.script}”.", _HINT)


def _load(text: str) -> Any:
    """Return the JSON in a text, from its first bracket on: a call may stand around it, more script after it."""
    begin = re.search(r"[\[{]", text)
    try:
        if begin:
            return json.JSONDecoder().raw_decode(text, begin.start())[0]
    except (ValueError, RecursionError):
        pass
    raise FeedError("The list's address answers with something that is not JSON.", _HINT)


def _at(data: Any, path: str) -> list[Any]:
    """Return what stands at a dotted path; a `*` stands for every member of a list or object."""
    found = [data]
    for step in path.split(".") if path else []:
        found = [inner for one in found for inner in _step(one, step)]
    return found


def _step(data: Any, step: str) -> list[Any]:
    if step == "*":
        return list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []
    if isinstance(data, list):
        return [data[int(step)]] if step.isdecimal() and int(step) < len(data) else []
    return [data[step]] if isinstance(data, dict) and step in data else []


def _json_row(data: dict[str, Any]) -> Row:
    def text_at(path: str, *, is_address: bool) -> str:
        texts = (_text(value, is_address=is_address) for value in _at(data, path))
        return next((text for text in texts if text), "")

    def first(values: tuple[str, ...], *, is_address: bool = False) -> str:
        for value in values:
            if "{" not in value:
                text = text_at(value, is_address=is_address)
            else:
                texts = {name: text_at(name, is_address=is_address) for name in _FIELD.findall(value)}
                text = "" if "" in texts.values() else _FIELD.sub(lambda match: texts[match.group(1)], value)  # noqa: B023
            if text:
                return text
        return ""

    return first


def _text(value: Any, *, is_address: bool) -> str:
    """Return a JSON value as one line: a text, a number, the texts of a list; markup goes, except from an address."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(one, is_address=is_address) for one in value[:20])))
    if isinstance(value, int | float):
        return str(value)
    if not isinstance(value, str):
        return ""
    value = value[: 4 * _LONGEST_SUMMARY]
    has_markup = not is_address and ("<" in value or "&" in value)
    return " ".join((plain_text(value) if has_markup else value).split())
