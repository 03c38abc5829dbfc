"""What a rule for one site says, and how its text is read and checked (docs/site-rules.md); `sites` uses them."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from dateline.sources.rule_text import RuleText, check_pattern, check_selector

_HINT = "docs/site-rules.md says how a rule is written; those shipped with Dateline are examples."


@dataclass(frozen=True, slots=True)
class SiteRule:
    """How one site writes its articles. Empty means: nothing special."""

    name: str
    hosts: tuple[str, ...]
    body: tuple[str, ...] = ()  # the first selector that holds text wins; all its matches are joined
    remove: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    byline: tuple[re.Pattern[str], ...] = ()  # first group: the authors; the match leaves the text
    tail: tuple[re.Pattern[str], ...] = ()  # this line and all after it go
    drop: tuple[re.Pattern[str], ...] = ()  # these lines go
    teaser: tuple[str, ...] = ()  # an element that shows the page stops short of the article
    teaser_reason: str = ""
    barrier: tuple[re.Pattern[str], ...] = ()  # found in the page's words or scripts: all of it is for subscribers
    blocked: tuple[re.Pattern[str], ...] = ()  # found in the page's words or scripts: no article here
    blocked_reason: str = ""
    site_name: str = ""  # what to call the site where the page does not say, or says too little
    site_name_at: tuple[str, ...] = ()  # where a platform's page names the account that publishes on it


_SELECTORS = frozenset(("body", "remove", "title", "authors", "date", "teaser", "site_name_at"))
_PATTERNS = frozenset(("byline", "tail", "drop", "barrier", "blocked"))
_FIELDS = frozenset(field.name for field in fields(SiteRule))


def parse_site_rule(text: str, *, name: str = "") -> SiteRule:
    """Return the rule that a TOML text writes; `name` is its name where it gives none.

    Raises:
        InputError: it is no TOML, names what no rule has, names no host, or holds a selector or a pattern that cannot
            be understood. The sentence names the line.
    """
    lines = RuleText(text, _HINT)
    values = {"name": name} | {key: _value(key, value, lines) for key, value in lines.settings.items()}
    if not values.get("hosts"):
        raise lines.lacks("hosts")
    return SiteRule(**values)


def _value(key: str, value: Any, lines: RuleText) -> Any:
    if key not in _FIELDS:
        near = get_close_matches(key, _FIELDS, n=1)
        raise lines.refuse(key, f"there is no setting “{key}”" + (f"; “{near[0]}” is meant?" if near else "."))
    is_list = key in _SELECTORS | _PATTERNS | {"hosts"}
    if not is_list:
        if not isinstance(value, str):
            raise lines.refuse(key, f"“{key}” is a text in quotation marks.")
        return value
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(one, str) and one.strip() for one in listed):
        raise lines.refuse(key, f"“{key}” is a text in quotation marks, or several in brackets.")
    if key == "hosts":
        return tuple(one.lower().strip("/.") for one in listed)
    check = check_selector if key in _SELECTORS else check_pattern
    wrong = next(filter(None, map(check, listed)), "")
    if wrong:
        raise lines.refuse(key, wrong)
    if key in _SELECTORS:
        return tuple(listed)
    if key == "byline" and any(re.compile(one).groups < 1 for one in listed):
        raise lines.refuse(key, "a pattern of “byline” holds the authors in a group, as in 文/(.+).")
    return tuple(re.compile(one) for one in listed)
