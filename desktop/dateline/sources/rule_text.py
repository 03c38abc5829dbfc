"""The text of a rule that a person writes, in TOML: read, and answered in sentences that name the line.

What a rule says is the business of those that ask: `listing_rule` for lists, `site_rule` for articles' pages.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from dateline.errors import InputError

_LONGEST_RULE = 20_000
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class RuleText:
    """A rule as it was written: its settings, and where each stands."""

    def __init__(self, text: str, hint: str) -> None:
        """Read the text; `hint` says where one learns how such a rule is written.

        Raises:
            InputError: it is too long or no TOML. The sentence names the line.
        """
        self._hint = hint
        if len(text) > _LONGEST_RULE:
            raise InputError(f"The rule is longer than {_LONGEST_RULE} characters.", hint)
        self._lines = text.splitlines()
        try:
            self.settings: dict[str, Any] = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            place = _PLACE.search(str(error))
            line = place.group(1) if place and place.group(1) else str(len(self._lines) or 1)
            why = _PLACE.sub("", str(error))
            raise InputError(f"Line {line} of the rule cannot be read: {why}.", hint) from error

    def refuse(self, name: str, why: str) -> InputError:
        """Return the error that names the setting's line."""
        setting = re.compile(rf"\s*\"?{re.escape(name)}\"?\s*=")
        number = next((n for n, line in enumerate(self._lines, start=1) if setting.match(line)), 0)
        return InputError(f"Line {number} of the rule: {why}" if number else f"The rule: {why}", self._hint)

    def lacks(self, name: str) -> InputError:
        """Return the error for a setting that every rule needs."""
        return InputError(f"The rule lacks “{name}”.", self._hint)


def check_pattern(pattern: str) -> str:
    """Return what is wrong with a regular expression, "" where nothing is."""
    try:
        re.compile(pattern)
    except re.error as error:
        return f"the pattern “{pattern}” cannot be understood: {error.msg}."
    return ""


def check_selector(selector: str) -> str:
    """Return what is wrong with a CSS selector, "" where nothing is."""
    return "" if not selector or selected(selector) else f"the selector “{selector}” cannot be understood."


@lru_cache(maxsize=500)
def selected(selector: str) -> Callable[[Any], Any] | None:
    """Return a function from an element to what a CSS selector finds under it; None for what is no selector."""
    from cssselect import SelectorError
    from lxml.cssselect import CSSSelector

    try:
        return CSSSelector(selector, translator="html")
    except (SelectorError, SyntaxError, ValueError, RecursionError):
        return None
