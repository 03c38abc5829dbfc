"""How one condition of a filter is written on its chip: a key and a value in the window's words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from dateline.news.finding import TOPICS
from dateline.news.question import Term, day_of
from dateline.ui.dates import short_day
from dateline.ui.names import Names

_translate = QCoreApplication.translate

_LANGUAGES = {"zh": "中文", "en": "English"}


def chip_words(term: Term, names: Names, today: date) -> tuple[str, str]:
    """Return the key ("" for free words) and the value of a condition as its chip shows them."""
    key = term.field
    if term.is_negated:
        key = _translate("chip", "not {field}").format(field=key).strip() if key else _translate("chip", "not")
    return key, _value(term, names, today)


def describe(term: Term, names: Names, today: date) -> str:
    """Return a condition in quotation marks, as a sentence may name it."""
    key, value = chip_words(term, names, today)
    return value if not key and term.is_phrase else f"“{key} {value}”" if key else f"“{value}”"


def _value(term: Term, names: Names, today: date) -> str:
    if term.field == "topic" and term.value in TOPICS:
        return names.topic(term.value)
    if term.field == "outlet":
        return names.outlet(term.value).name
    if term.field == "speaker":
        return names.person(term.value)
    if term.field == "lang":
        return _LANGUAGES.get(term.value.lower(), term.value)
    if term.field in {"after", "before"}:
        day = day_of(term.value, today)
        # A relative date stays as it was typed: it means another day tomorrow.
        return (
            short_day(day, today) if day is not None and term.value[:4].isdigit() and "-" in term.value else term.value
        )
    return f"“{term.value}”" if term.is_phrase else term.value
