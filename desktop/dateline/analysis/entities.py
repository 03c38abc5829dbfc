"""Mentions: which people, companies, models, agencies, laws … of the lexicon a document names, and where.

A strong form counts wherever it stands. A weak one ("Arm", "苹果", "the Post") counts when the document also holds a
strong form of the same entity, one of an entity tied to it, or a word of its context. After a person's full name, the
bare surname counts too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.analysis.automaton import Form
from dateline.analysis.lexicon import Entity, Lexicon
from dateline.analysis.normal import normal
from dateline.news.finding import Document, Field, Mention
from dateline.text.span import Span

#: Words that may stand, capitalised, before a bare surname.
_TITLES = frozenset(
    "mr mrs ms dr prof sir president secretary senator sen rep congressman congresswoman representative "
    "minister premier chairman chair chief ceo director ambassador general admiral governor judge justice vice "
    "founder co-founder and but the a as when while if in on for to of by with at after before because "
    "although though however then so what why how that this it he she they we i yet or nor since until where "
    "who which said says".split()
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0](?:[A-Z][a-z]+(?![’'a-z])|[A-Z]\. [A-Z])")


def find_mentions(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of lexicon entities in the title, then in the text, each in order and none overlapping."""
    parts = ((Field.TITLE, document.title), (Field.TEXT, document.text))
    hits = [(part, text, hit) for part, text in parts if text for hit in lexicon.names.find(text)]
    strong = {each.value for _, _, hit in hits for each in hit[2] if each.value and not each.is_weak}
    believed = _Belief(lexicon, strong, tuple(normal(text) for _, text in parts if text))
    mentions = [
        Mention(entity, Span(start, end), part)
        for part, _, (start, end, forms) in hits
        if (entity := believed.entity(forms)) is not None
    ]
    return (*_with_surnames(mentions, document, lexicon),)


class _Belief:
    """Decides what a form names in one document; each weak form is weighed once."""

    def __init__(self, lexicon: Lexicon, strong: set[str], matching: tuple[str, ...]) -> None:
        self._lexicon = lexicon
        self._strong = strong
        self._matching = matching
        self._weighed: dict[str, bool] = {}

    def entity(self, forms: Iterable[Form]) -> str | None:
        """Return whom a name names here that has these forms, None for nobody."""
        weak: Form | None = None
        for each in forms:
            if not each.value:
                return None
            if not each.is_weak:
                return each.value
            if weak is None and self._has_context(each.value):
                weak = each
        return weak.value if weak else None

    def _has_context(self, entity_id: str) -> bool:
        if entity_id not in self._weighed:
            entity = self._lexicon.entity(entity_id)
            self._weighed[entity_id] = (
                entity_id in self._strong
                or not self._strong.isdisjoint(self._lexicon.related(entity_id))
                or any(_stands_in(normal(word), text) for word in entity.context for text in self._matching)
            )
        return self._weighed[entity_id]


def _stands_in(word: str, matching: str) -> bool:
    """Tell whether the word stands in the text, a Latin one as a whole word or the head of one."""
    at = matching.find(word)
    while at >= 0:
        if not (word[0].isascii() and at and matching[at - 1].isascii() and matching[at - 1].isalnum()):
            return True
        at = matching.find(word, at + 1)
    return False


def _with_surnames(mentions: list[Mention], document: Document, lexicon: Lexicon) -> Iterable[Mention]:
    """Add the bare surnames of people named in full, from the place of the full name on."""
    people: dict[str, list[Entity]] = {}
    for entity_id in dict.fromkeys(mention.entity for mention in mentions):
        entity = lexicon.entity(entity_id)
        if entity.kind == "person":
            for surname in _surnames(entity):
                people.setdefault(surname, []).append(entity)
    sought = [surname for surname, owners in people.items() if len(owners) == 1]
    if not sought:
        return mentions
    first: dict[str, tuple[Field, int]] = {}
    for mention in mentions:
        first.setdefault(mention.entity, (mention.field, mention.span.start))
    added = []
    for part, text in ((Field.TITLE, document.title), (Field.TEXT, document.text)):
        taken = {mention.span.start: mention.span.end for mention in mentions if mention.field is part}
        edges = sorted(taken.items())
        at = 0
        for start, end in _places(sought, text):
            while at < len(edges) and edges[at][1] <= start:
                at += 1
            if at < len(edges) and edges[at][0] < end:
                continue
            entity = people[text[start:end]][0]
            begins = first[entity.id]
            is_later = part is not begins[0] or start > begins[1]
            if is_later and _stands_alone(text, start, end):
                added.append(Mention(entity.id, Span(start, end), part))
    if not added:
        return mentions
    order = {Field.TITLE: 0, Field.TEXT: 1}
    return sorted((*mentions, *added), key=lambda mention: (order[mention.field], mention.span))


def _places(words: Iterable[str], text: str) -> Iterator[Span]:
    """Yield where the words stand, in order, none overlapping another; of those that begin together the longest."""
    found = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append(Span(at, at + len(word)))
            at = text.find(word, at + len(word))
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            end = span.end
            yield span


def _surnames(entity: Entity) -> Iterable[str]:
    if len(entity.surname) > 2:
        yield entity.surname
    _, dot, last = entity.zh.rpartition("·")
    if dot and len(last) >= 3:  # two characters are too often part of something else
        yield last


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a surname is a word of its own and not part of somebody else's name."""
    if not text[start].isascii():
        return True
    if (start and (text[start - 1].isalnum() or text[start - 1] in "-@.")) or (end < len(text) and text[end].isalnum()):
        return False
    if _WORD_AFTER.match(text, end):
        return False
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    return before is None or not before[1][0].isupper() or before[1].rstrip(".").lower() in _TITLES
