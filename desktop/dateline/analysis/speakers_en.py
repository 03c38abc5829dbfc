"""Whom the words that name a speaker mean: the full name behind a surname, a pronoun or a title.

Answers only from the text and the lexicon's mentions in it; what cannot be told stays None.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.names_en import Naming, People, Person, find_people, names_in, person_of
from dateline.analysis.roles_en import in_apposition, organisation_meant, person_in_role, role_of
from dateline.news.finding import Field, Mention
from dateline.text.span import Span

_HEAD_END = re.compile(r",|;|\(| of | at | in | for | from | with | who | which ")
#: What belongs to an office or a body, and ends no name: Secretary of State Marco Rubio, the Bank of Canada's governor,
#: University of Toronto law professor Ann Lee.
_OF_OFFICE = re.compile(
    r" of (?:State|Defense|Defence|War|(?:[A-Z]\w+ )?Affairs|(?:the )?[A-Z]\w+)(?= [A-Z]\w+ [A-Z])"
    r"| of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*"
    r"(?=['’]s [a-z]|(?: (?!(?:and|as|at|for|from|in|of|on|or|the|to|who|with)\b)[a-z][\w-]*){1,3} [A-Z]\w+ [A-Z])"
)
_NOBODY = frozenset("it they them i we you us me one some many others all both everyone somebody someone".split())
_HE = frozenset(("he", "him", "his"))
_SHE = frozenset(("she", "her"))
_MANY = 200  # mentions looked at for the holder of a role
_NEAR = 8  # mentions looked at within the words of a speaker
_EMPHASIS = ("himself", "herself", "themselves", "itself", "too", "also", "then", "later", "now")
_BEFORE_WHO = 60  # characters between a name and its “who”
_TITLES_LONG = 30  # characters of titles before a name: Sen. Dr.
_TITLES_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Reps|Sens|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Adm|Amb|Senator|President|"
    r"Secretary|Governor|Representative)\.?\s){1,3}\Z"
)
#: A word that only joins a sentence to the one before it.
_OPENING_WORD = re.compile(r"(?:\A|[\n.!?”\"])\s*(?:But|And|Yet|Still|So|Meanwhile,?|However,)\Z")
#: Whom one of these leads to is not whom the sentence is about: a secretary for President Lund.
_GOVERNING = (" for", " of", " to", " with", " under", " against", " from")
_FAR = 40  # namings looked at behind a pronoun
_TOO_FAR = 1500  # characters between a name and its pronoun
_MOST_MERIT = 2.8  # of a name whoever bears it: it speaks, is of the same gender, begins its sentence


class NamedEntity(Protocol):
    """What resolution needs of a lexicon entity."""

    @property
    def kind(self) -> str:
        """Kind of entity: "person", "company" …"""
        ...

    @property
    def name(self) -> str:
        """Full English name."""
        ...

    @property
    def relations(self) -> Sequence[tuple[str, str]]:
        """What it is to which other entities: ("chief executive of", "nvidia")."""
        ...


class EntityNames(Protocol):
    """What resolution needs of the lexicon."""

    def entity(self, entity_id: str, /) -> NamedEntity:
        """Return the entity of that id."""
        ...


class Resolver:
    """The people of one text, and who was last spoken of at any place in it."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], lexicon: EntityNames, words: SpeechWords, quotes: list[Span]
    ) -> None:
        self._text = text
        self._words = words
        self._lexicon = lexicon
        self._mentions = sorted((m for m in mentions if m.field is Field.TEXT), key=lambda m: m.span.start)
        self._mention_starts = [m.span.start for m in self._mentions]
        others = frozenset(m.span.start for m in self._mentions if lexicon.entity(m.entity).kind != "person")
        self._people: People = find_people(text, quotes, words, others)
        self._first_namings: dict[int, Naming] = {}  # by the identity of the person
        for naming in self._people.namings:
            self._first_namings.setdefault(id(naming.person), naming)
        self._naming_starts = [naming.span.start for naming in self._people.namings]
        self._subjects: set[int] = set()  # starts of namings that speak

    def note_speaker(self, span: Span) -> None:
        """Remember that the words at `span` name a speaker: a pronoun after them means him rather than others."""
        if span.of(self._text).lower() == "who":
            whose = self._before_who(span)
            if whose is not None:
                self._subjects.add(whose.span.start)
            return
        at = bisect_left(self._naming_starts, span.start)
        while at < len(self._naming_starts) and self._naming_starts[at] < span.end:
            self._subjects.add(self._naming_starts[at])
            at += 1

    def resolve(self, span: Span) -> tuple[str | None, str | None]:
        """Return the full name and the lexicon id of the speaker whose words stand at `span`."""
        surface = span.of(self._text)
        low = surface.lower()
        if low in _HE or low in _SHE:
            naming = self._meant(span, "m" if low in _HE else "f")
            return self._named(naming.person, naming.span) if naming else (None, None)
        if low in ("which", "that"):
            return None, None
        if low == "who":
            whose = self._before_who(span)
            return self._named(whose.person, whose.span) if whose is not None else (None, None)
        if low in _NOBODY:
            return None, None
        head, name = _head_of(surface)
        entity = self._entity_in(Span(span.start, span.start + len(head)))
        if name is not None:
            parts, gender = name
            if head.rstrip().split()[-1].islower() and not head.rstrip().endswith(_EMPHASIS):
                return self._in_role(span, head, entity)
            person = person_of(parts, gender, self._people)
            if person is not None:
                is_body = entity is not None and not gender and self._lexicon.entity(entity).kind != "person"
                if entity is None or not is_body or not self._ends_with(entity, span.start, head):
                    return self._named(person, span)
                return self._name(entity), entity
            if entity is not None:
                return (self._name(entity), entity) if self._ends_with(entity, span.start, head) else (None, None)
            return (" ".join(parts), None) if len(parts) > 1 else (None, None)
        return self._in_role(span, head, entity)

    def _before_who(self, span: Span) -> Naming | None:
        at = bisect_left(self._naming_starts, span.start) - 1
        if at < 0 or span.start - self._people.namings[at].span.end >= _BEFORE_WHO:
            return None
        return self._people.namings[at]

    def _in_role(self, span: Span, head: str, entity: str | None) -> tuple[str | None, str | None]:
        """Return whom words without a person's name mean: a spokesman, the ministry, the Nvidia chief."""
        namings, starts = self._people.namings, self._naming_starts
        beside = in_apposition(self._text, span, namings, starts)
        if beside is not None:
            return self._named(beside.person, beside.span)
        role = role_of(head)
        person = person_in_role(self._text, span, role, namings, starts)
        if person is not None:
            return self._named(person, span)
        holder = self._holder(span, role)
        if holder is not None:
            return self._name(holder), holder
        if (
            entity is not None
            and self._lexicon.entity(entity).kind != "person"
            and role.split()[-1:]
            and role.split()[-1] not in self._words.titles
        ):
            return self._name(entity), entity
        meant = organisation_meant(
            self._text, span, role, self._mentions, lambda entity_id: self._lexicon.entity(entity_id).kind
        )
        return (self._name(meant), meant) if meant is not None else (None, None)

    def _ends_with(self, entity: str, start: int, head: str) -> bool:
        """Tell whether the words end with the entity's name: Boeing, not The National in The National Committee."""
        end = start + len(head.rstrip())
        at = bisect_left(self._mention_starts, start)
        return any(
            mention.entity == entity and mention.span.end >= end - 2
            for mention in self._mentions[at : at + _NEAR]
            if mention.span.start < end
        )

    def _holder(self, span: Span, role: str) -> str | None:
        """Return the person of the lexicon who is named in the text and holds the role at the body named at `span`."""
        at = bisect_left(self._mention_starts, span.start)
        if not role or at >= len(self._mentions) or self._mention_starts[at] >= span.end:
            return None
        body = self._mentions[at].entity
        for entity in dict.fromkeys(mention.entity for mention in self._mentions[:_MANY]):
            for relation, other in self._lexicon.entity(entity).relations:
                if other == body and role in relation:
                    return entity
        return None

    def _name(self, entity: str) -> str:
        return self._lexicon.entity(entity).name

    def _named(self, person: Person, span: Span) -> tuple[str | None, str | None]:
        entity = self._entity_in(span)
        if entity is not None and self._lexicon.entity(entity).kind == "person":
            return self._name(entity), entity
        entity = self._entity_in(self._first_namings[id(person)].span)
        if entity is not None and self._lexicon.entity(entity).kind == "person":
            return self._name(entity), entity
        return person.name or None, None

    def _entity_in(self, span: Span) -> str | None:
        at = bisect_left(self._mention_starts, span.start)
        best: str | None = None
        while at < len(self._mentions) and self._mention_starts[at] < span.end:
            if self._text.startswith(("'s ", "’s "), self._mentions[at].span.end):
                at += 1  # somebody of theirs, not they
                continue
            best = self._mentions[at].entity
            if self._lexicon.entity(best).kind == "person":
                return best
            at += 1
        return best

    def _meant(self, span: Span, gender: str) -> Naming | None:
        """Return the naming a he or she refers to: the subject of the nearest sentence before that fits."""
        at = bisect_left(self._naming_starts, span.start) - 1
        best: Naming | None = None
        best_score = -1e9
        is_last = True  # nobody has begun a sentence or spoken since
        for step in range(_FAR):
            if at - step < 0:
                break
            naming = self._people.namings[at - step]
            if naming.is_in_quote or naming.person.gender not in (gender, ""):
                continue
            if not naming.person.is_sure and naming.span.start not in self._subjects:
                continue
            distance = max(0, span.start - naming.span.end)
            if distance >= _TOO_FAR:
                break
            score = -self._text.count("\n", naming.span.end, span.start) * 1.0 - distance / 400
            if score + _MOST_MERIT < best_score:
                break  # those further back can do no better
            speaks = naming.span.start in self._subjects
            begins, is_titled = self._opens(naming)
            if speaks or (begins and is_last):
                score += 1.2
            if naming.person.gender == gender:
                score += 0.8
            if begins or is_titled:
                score += 0.8
            is_last = is_last and not (speaks or begins)
            if score > best_score:
                best, best_score = naming, score
        return best

    def _opens(self, naming: Naming) -> tuple[bool, bool]:
        """Tell whether a sentence begins with the name, titles aside, and whether a title stands before it."""
        before = self._text[max(0, naming.span.start - _TITLES_LONG) : naming.span.start]
        title = _TITLES_BEFORE.search(before)
        before = before[: title.start() if title else None].rstrip(" \u00a0")
        begins = not before or before[-1] in '\n.!?”"' or _OPENING_WORD.search(before) is not None
        is_owner = naming.span.of(self._text).endswith(("'s", "’s"))
        return begins and not is_owner, title is not None and not before.endswith(_GOVERNING)


@lru_cache(maxsize=4096)  # a text names its few speakers again and again
def _head_of(surface: str) -> tuple[str, tuple[tuple[str, ...], str] | None]:
    """Return the words of a speaker without what is said of them, and the last name there with the gender it tells."""
    cut = _HEAD_END.search(_OF_OFFICE.sub(lambda found: "_" * len(found[0]), surface))
    head = surface[: cut.start()] if cut else surface
    names = [run for run in names_in(head) if run[0] and not run[0][-1].endswith(("'s", "’s"))]
    return head, names[-1][:2] if names else None
