"""The question put to the timeline: a filter, as typed and as read.

The same language is the filter bar, the command line's QUERY and the saved search. `read_filter` and `filter_text` are
its two directions; a filter that was read and written again is the same filter.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The fields a filter may name, in the order they are offered.
FIELDS: tuple[str, ...] = ("topic", "outlet", "speaker", "lang", "after", "before", "is", "has")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is "" for free words; `value` is what must match, without quotation marks."""

    value: str
    field: str = ""
    is_negated: bool = False
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """All terms must hold. Terms of one field (topic, outlet, speaker, lang) are alternatives to one another."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)
