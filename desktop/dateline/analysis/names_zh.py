"""The people and organisations that a Chinese text names, and where.

People are the lexicon's and those whose names `name_forms_zh` tells by their form; later mentions by the family name of
a foreigner count too. One pass over the text finds them all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import ahocorasick_rs

from dateline.analysis.cues_zh import Cue, SpeechWords
from dateline.analysis.name_forms_zh import DOTS, NameFinder, name_finder
from dateline.analysis.quote_marks_zh import is_blank
from dateline.news.finding import Field, Mention
from dateline.text.span import Span

_GOVERNED = re.compile(
    "(?:对|向|与|和|跟|关于|被|据|针对|给|问|采访|告诉|由|把|让|使|请|替|为|批评|指责|称赞|支持|像|如|包括|以|于|至)$"
)
#: The same before the title that leads to a name: 与美国总统 | 特朗普; 和 would join two who speak.
_GOVERNED_TITLED = re.compile(
    "(?:(?<!参)与(?!会)|(?<![反针应绝面相校核])对|(?<![方动志去趋倾])向(?![东西来上])|跟|(?<![共会])同(?![时样日一事行盟]))([\u4e00-\u9fffA-Za-z]{2,12})$"
)
_OWNING = re.compile("的|旗下|等|方面的|所在|麾下|执导|主演|们")
_SPEAKING_KINDS = frozenset(("person", "company", "lab", "agency", "think-tank", "outlet"))
_MAX_NAMES = 400


class NamedEntity(Protocol):
    """What naming needs of a lexicon entity."""

    @property
    def kind(self) -> str:
        """Kind of entity: "person", "company" …"""
        ...

    @property
    def name(self) -> str:
        """Full English name."""
        ...

    @property
    def zh(self) -> str:
        """Name in Simplified Chinese, "" where there is none."""
        ...


class EntityNames(Protocol):
    """What naming needs of the lexicon."""

    def entity(self, entity_id: str, /) -> NamedEntity:
        """Return the entity of that id."""
        ...


class Naming(NamedTuple):
    """One place where somebody is named."""

    span: Span
    name: str  # full name as the text writes it first, or the lexicon's Chinese name
    is_person: bool
    entity: str | None = None


class Names:
    """Everybody named in one text, in order of place."""

    def __init__(self, namings: list[Naming], folded: str, title_ends: tuple[str, ...]) -> None:
        self._folded = folded
        self._title_ends = title_ends
        self.namings = namings
        self._starts = [naming.span.start for naming in namings]

    def within(self, low: int, high: int) -> list[Naming]:
        """Return the namings that lie in the stretch."""
        found = []
        at = bisect_left(self._starts, low)
        while at < len(self.namings) and self._starts[at] < high:
            if self.namings[at].span.end <= high:
                found.append(self.namings[at])
            at += 1
        return found

    def last_before(self, place: int, furthest: int, *, is_person: bool) -> Naming | None:
        """Return the nearest naming before a place that nothing governs and nobody quoted, None when none is near."""
        at = bisect_left(self._starts, place) - 1
        while at >= 0 and place - self._starts[at] < furthest:
            naming = self.namings[at]
            is_before = naming.is_person == is_person and naming.span.end <= place
            if is_before and not is_blank(self._folded, naming.span) and not self.is_governed(naming):
                return naming
            at -= 1
        return None

    def at(self, place: int) -> Naming | None:
        """Return the naming that begins at a place."""
        at = bisect_left(self._starts, place)
        return self.namings[at] if at < len(self.namings) and self._starts[at] == place else None

    def is_governed(self, naming: Naming) -> bool:
        """Tell whether a preposition stands before, with a title between at most: 对黄仁勋, 与美国总统特朗普."""
        start = naming.span.start
        if _GOVERNED.search(self._folded, max(0, start - 3), start) is not None:
            return True
        if not naming.is_person or not self._folded.endswith(self._title_ends, max(0, start - 8), start):
            return False
        return _GOVERNED_TITLED.search(self._folded, max(0, start - 14), start) is not None

    def is_owner(self, naming: Naming) -> bool:
        """Tell whether the name only belongs to what follows: 马斯克旗下公司, 黄仁勋的母校."""
        return _OWNING.match(self._folded, naming.span.end) is not None


def find_names(
    text: str, folded: str, mentions: Sequence[Mention], lexicon: EntityNames, cues: Sequence[Cue], words: SpeechWords
) -> Names:
    """Return everybody named in the text; `folded` is the text in Simplified characters, positions the same."""
    named: list[Naming] = []
    forms: dict[str, str] = {}  # folded form → full name as written
    entities: dict[str, str | None] = {}
    for mention in mentions:
        if mention.field is not Field.TEXT:
            continue
        entity = lexicon.entity(mention.entity)
        if entity.kind in _SPEAKING_KINDS:
            is_person = entity.kind == "person"
            named.append(Naming(mention.span, entity.zh or entity.name, is_person, mention.entity))
            if is_person and not is_blank(folded, mention.span):
                entities.setdefault(mention.span.of(folded), mention.entity)
    others = {mention.span.start for mention in mentions if mention.field is Field.TEXT}
    for span in NameFinder(folded, words, others, cues).spans():
        form = span.of(folded)
        forms.setdefault(form, span.of(text))
        last = DOTS.split(form)[-1] if not form.isascii() else form.split()[-1]
        if last != form and len(last) >= 2:
            forms.setdefault(last, span.of(text))
        if len(forms) > _MAX_NAMES:
            break
    for form in entities:
        forms.setdefault(form, "")
    if forms:
        named += _places(folded, forms, entities, named, lexicon)
    named.sort(key=lambda naming: (naming.span.start, -naming.span.end))
    kept: list[Naming] = []
    for naming in named:
        if not kept or naming.span.start >= kept[-1].span.end:
            kept.append(naming)
        elif naming.span.end > kept[-1].span.end and naming.is_person and not kept[-1].is_person:
            kept[-1] = naming
    return Names(kept, folded, words.title_ends)


def _places(
    folded: str,
    forms: dict[str, str],
    entities: dict[str, str | None],
    named: list[Naming],
    lexicon: EntityNames,
) -> list[Naming]:
    by_start = {naming.span.start: naming for naming in named}
    found = []
    finder = name_finder(forms, ahocorasick_rs.MatchKind.LeftmostLongest)
    for _, start, end in finder.find_matches_as_indexes(folded):
        known = by_start.get(start)
        if known is not None and known.span.end >= end:
            continue
        form = folded[start:end]
        after = folded[end : end + 1]
        if form.isascii() and after.isascii() and after.isalnum():
            continue
        entity = known.entity if known is not None and known.is_person else entities.get(form)
        name = forms[form]
        if not name and entity is not None:
            known_entity = lexicon.entity(entity)
            name = known_entity.zh or known_entity.name
        found.append(Naming(Span(start, end), name, is_person=True, entity=entity))
    return found
