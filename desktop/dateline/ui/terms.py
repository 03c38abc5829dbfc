"""How one condition of a filter is written on its chip: a key and a value in the window's words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dateline.news.question import DATE_FIELDS, STRETCH_FIELDS, Condition, Group, day_of
from dateline.news.topics import TOPICS
from dateline.ui.dates import short_day

if TYPE_CHECKING:
    from dateline.ui.names import Names

_translate = QCoreApplication.translate

_LANGUAGES = {"zh": "中文", "en": "English"}


def chip_words(term: Condition, names: Names, today: date) -> tuple[str, str]:
    """Return the key ("" for free words) and the value of a condition as its chip shows them."""
    key = term.field
    if term.is_negated:
        key = _translate("chip", "not {field}").format(field=key).strip() if key else _translate("chip", "not")
    return key, _value(term, names, today)


def describe(term: Condition, names: Names, today: date) -> str:
    """Return a condition in quotation marks, as a sentence may name it."""
    key, value = chip_words(term, names, today)
    return value if not key and term.is_phrase else f"“{key} {value}”" if key else f"“{value}”"


def _value(term: Condition, names: Names, today: date) -> str:
    if isinstance(term, Group):
        return f"({term.value})"
    if term.field == "topic" and term.value in TOPICS:
        return names.topic(term.value)
    if term.field in {"outlet", "cites"}:
        return names.outlet(term.value).name
    if term.field in {"speaker", "entity"}:
        return names.person(term.value)
    if term.field == "lang":
        return _LANGUAGES.get(term.value.lower(), term.value)
    if term.field in DATE_FIELDS:
        day = day_of(term.value, today)
        # A relative date stays as it was typed, for it means another day tomorrow, and so does a stretch of days.
        is_one_day = term.value[:4].isdigit() and term.value.count("-") >= (2 if term.field in STRETCH_FIELDS else 1)
        return short_day(day, today) if day is not None and is_one_day else term.value
    return f"“{term.value}”" if term.is_phrase else term.value
