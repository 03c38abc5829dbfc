"""The rule by which a site without a feed is read: `resources/listings/*.toml`, or a text of the user's own.

A rule is data. In an HTML list `item` is a CSS selector for the rows, and every value is `selector`,
`selector@attribute` or `@attribute` of the row itself. In a JSON list they are dotted paths (`data.list`,
`items.0.news`, `*` for every one), and a value with braces is filled in: `https://site.example/a/{id}`. Of several
values in brackets the first that gives something counts. This module reads and checks rules; `listing` applies them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import timedelta, timezone, tzinfo
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Literal, cast

from dateline.errors import DatelineError
from dateline.settings import resource
from dateline.sources.listing_dates import check_format
from dateline.sources.rule_text import RuleText, check_pattern, check_selector

_ZONE = re.compile(r"([+-])(\d\d):?(\d\d)")
_URL_LINE = re.compile(r"^url\s*=.*$", re.MULTILINE)
_NAMED_LINE = re.compile(r"Line (\d{1,5}) of the rule")
_HINT = "The rules shipped with Dateline are examples of how one is written."


@dataclass(frozen=True, slots=True)
class ListingRule:
    """How one list of articles is read. What is empty is not looked for."""

    name: str  # the source's title
    url: str
    format: Literal["html", "json"]
    item: tuple[str, ...]
    link: tuple[str, ...]
    title: tuple[str, ...]
    summary: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    date_formats: tuple[str, ...] = ()  # strptime formats; empty: the usual ones are tried
    zone: str = "+00:00"  # of times that name none
    join_items: bool = False  # rows of every `item`, not only of the first that has some
    script: str = ""  # selector of the script element that holds the JSON, for a list inside a page
    script_after: str = ""  # the JSON begins after these words in it
    link_pattern: str = ""  # links without it are no articles
    link_replace: tuple[str, ...] = ()  # pattern and what stands in its place
    outlet: str = ""
    folder: str = ""
    home_url: str = ""
    hosts: tuple[str, ...] = ()  # sites whose address leads discovery to this rule
    lang: str = ""

    @property
    def tzinfo(self) -> tzinfo:
        """Return the zone of times that name none."""
        sign, hours, minutes = cast("re.Match[str]", _ZONE.fullmatch(self.zone)).groups()
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-offset if sign == "-" else offset)


_FIELDS = {field.name: field for field in fields(ListingRule)}
_LISTS = frozenset(("item", "link", "title", "summary", "author", "date", "date_formats", "link_replace", "hosts"))
_NEEDED = ("name", "url", "format", "item", "link", "title")


def parse_rule(text: str) -> ListingRule:
    """Return the rule that a TOML text writes.

    Raises:
        InputError: it is no TOML, names what no rule has, lacks what every rule needs, or holds a selector, pattern,
            zone or date format that cannot be understood. The sentence names the line.
    """
    lines = RuleText(text, _HINT)
    values = {name: _value(name, value, lines) for name, value in lines.settings.items()}
    for name in _NEEDED:
        if name not in values:
            raise lines.lacks(name)
    rule = ListingRule(**values)
    _check(rule, lines)
    return rule


@lru_cache(maxsize=1)
def listing_rules() -> dict[str, ListingRule]:
    """Return the rules shipped with Dateline by the names of their files."""
    files = sorted(resource("listings").glob("*.toml"), key=lambda file: file.stem)
    return {file.stem: parse_rule(file.read_text(encoding="utf-8")) for file in files}


def rule_text(rule: str, url: str = "") -> str:
    """Return the text of a rule: of a shipped one by its name, of the user's own as it is.

    `url` is the address of the list that a source reads by it, where that is not the rule's.
    """
    text = rule
    if rule in listing_rules():
        text = (resource("listings") / f"{rule}.toml").read_text(encoding="utf-8")
    # An address that would end the text's quotation marks is none.
    return _URL_LINE.sub(lambda _: f'url = "{url}"', text, count=1) if url and '"' not in url else text


def line_of(error: DatelineError) -> int | None:
    """Return the line of a rule, from 1, that an error of `parse_rule` names; None where it names none."""
    found = _NAMED_LINE.match(error.sentence)
    return int(found[1]) if found else None


def _value(name: str, value: Any, lines: RuleText) -> Any:
    """Return a setting's value as the rule keeps it, a single string of a list as a list of one."""
    if name not in _FIELDS:
        near = get_close_matches(name, _FIELDS, n=1)
        raise lines.refuse(name, f"there is no setting “{name}”" + (f"; “{near[0]}” is meant?" if near else "."))
    if name == "join_items":
        if not isinstance(value, bool):
            raise lines.refuse(name, "“join_items” is true or false.")
        return value
    if name in _LISTS:
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in listed):
            raise lines.refuse(name, f"“{name}” is a text in quotation marks, or several in brackets.")
        return tuple(listed)
    if not isinstance(value, str):
        raise lines.refuse(name, f"“{name}” is a text in quotation marks.")
    return value


def _check(rule: ListingRule, lines: RuleText) -> None:
    if rule.format not in ("html", "json"):
        raise lines.refuse("format", f"“format” is html or json, not “{rule.format}”.")
    if not rule.url.startswith(("https://", "http://")):
        raise lines.refuse("url", "“url” is the address of the list, beginning with https://.")
    if not _ZONE.fullmatch(rule.zone) or int(rule.zone[1:3]) > 14 or int(rule.zone[-2:]) > 59:
        raise lines.refuse("zone", f"“zone” is hours from UTC such as +08:00, not “{rule.zone}”.")
    for name in ("item", "link", "title"):
        if not getattr(rule, name):
            raise lines.refuse(name, f"“{name}” is empty.")
    if rule.link_replace and len(rule.link_replace) != 2:
        raise lines.refuse("link_replace", "“link_replace” is a pattern and what stands in its place.")
    _each(rule, ("link_pattern", "link_replace"), check_pattern, lines)
    _each(rule, ("date_formats",), check_format, lines)
    if rule.format == "html":
        _each(rule, ("item", "link", "title", "summary", "author", "date"), _check_selector, lines)
    _each(rule, ("script",), _check_selector, lines)


def _each(rule: ListingRule, names: tuple[str, ...], check: Callable[[str], str], lines: RuleText) -> None:
    """Refuse the first value of these settings in which `check` finds something wrong."""
    for name in names:
        value = getattr(rule, name)
        values = (value,) if isinstance(value, str) else value[:1] if name == "link_replace" else value
        for one in values:
            wrong = check(one) if one else ""
            if wrong:
                raise lines.refuse(name, wrong)


def _check_selector(value: str) -> str:
    return check_selector(value.rpartition("@")[0] if "@" in value else value)
