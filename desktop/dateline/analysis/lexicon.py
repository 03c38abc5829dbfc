"""The lexicon: who and what this beat is about, read from `resources/lexicon/*.toml`, and how each is named.

It holds facts and forms only; where they stand in a text is for `entities` to find. Compiling it from TOML is kept in
the cache folder under a digest of the files, so that a start pays for it once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from dateline import settings
from dateline.analysis.automaton import Form, NameAutomaton, form
from dateline.compiled import compiled, digest_of
from dateline.news.lexicon_edit import NO_EDITS, EntityEdit, LexiconEdits

#: The files of the lexicon, and what one table in each is called: the kind of entity.
FILES: dict[str, str] = {
    "people": "person",
    "companies": "company",
    "labs": "lab",
    "models": "model",
    "chips": "chip",
    "agencies": "agency",
    "laws": "law",
    "think-tanks": "think-tank",
    "outlets": "outlet",
}

#: What a table may say, with what holds where it does not; the order is that of Entity.
_FIELDS: dict[str, Any] = {
    "id": "",
    "kind": "",
    "name": "",
    "zh": "",
    "aliases": [],
    "weak": [],
    "context": [],
    "not_in": [],
    "unmatched": [],
    "roles": [],
    "side": "",
    "relations": {},
    "surname": "",
    "is_ai": False,
    "hosts": [],
    "letters": "",
    "colour": 0,
    "access": "",
}


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, company, lab, model, chip, agency, law, think tank or outlet."""

    id: str
    kind: str
    name: str  # full English name
    zh: str  # name in Simplified Chinese, "" where there is none
    aliases: tuple[str, ...] = ()  # forms that name it wherever they stand
    weak: tuple[str, ...] = ()  # forms that name it only beside one of its strong forms or of its context
    context: tuple[str, ...] = ()  # words beside which a weak form is believed
    not_in: tuple[str, ...] = ()  # longer strings in which a form means something else
    unmatched: tuple[str, ...] = ()  # of name and zh: shown, but too common to be looked for
    roles: tuple[str, ...] = ()
    side: str = ""  # us, cn, tw, hk, eu, uk, jp, kr … or ""
    relations: tuple[tuple[str, str], ...] = ()  # (relation, entity id), such as ("chief executive of", "nvidia")
    surname: str = ""  # of a person, as later mentions use it
    is_ai: bool = False  # naming it makes a text about AI: a lab, a model, an AI chip, an AI law
    hosts: tuple[str, ...] = ()  # of an outlet; what follows is the window's, see outlets.toml
    letters: str = ""
    colour: int = 0
    access: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Every entity by id, and the automaton that finds their names."""

    entities: Mapping[str, Entity]
    digest: str = ""  # of the files it was read from
    is_shipped: bool = False  # nothing of it is the user's

    def entity(self, entity_id: str) -> Entity:
        """Return the entity of that id.

        Raises:
            KeyError: the lexicon has no such entity.
        """
        return self.entities[entity_id]

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """Return all entities of a kind, in the order of their file."""
        return tuple(entity for entity in self.entities.values() if entity.kind == kind)

    def related(self, entity_id: str) -> frozenset[str]:
        """Return the ids that the entity is tied to, in either direction."""
        return self._ties.get(entity_id, frozenset())

    @cached_property
    def _ties(self) -> dict[str, frozenset[str]]:
        ties: dict[str, set[str]] = {}
        for entity in self.entities.values():
            for _, other in entity.relations:
                ties.setdefault(entity.id, set()).add(other)
                ties.setdefault(other, set()).add(entity.id)
        return {key: frozenset(value) for key, value in ties.items()}

    @cached_property
    def names(self) -> NameAutomaton:
        """The automaton over every form of every entity; its values are entity ids, "" for false friends."""
        if not self.is_shipped:
            return NameAutomaton(_forms(self.entities.values()))
        # Kept between runs with their matching forms: to make some thousand takes longer than to read them.
        rows = compiled("names", self.digest, lambda: [*_forms(self.entities.values())])
        return NameAutomaton(Form(*row) for row in rows)


def load_lexicon(edits: LexiconEdits = NO_EDITS) -> Lexicon:
    """Return the lexicon that was shipped, with the user's edits; later calls with the same edits return the same one.

    Raises:
        ValueError: a lexicon file cannot be read, uses an id twice, or relates to nobody.
    """
    return _edited(edits.entities) if edits.entities else _shipped()


@lru_cache(maxsize=1)
def _shipped() -> Lexicon:
    folder = settings.resource("lexicon")
    contents = [(stem, (folder / f"{stem}.toml").read_bytes()) for stem in FILES]
    digest = digest_of(contents)
    rows = compiled("entities", digest, lambda: _read(contents))
    return Lexicon({row[0]: _entity(row) for row in rows}, digest, is_shipped=True)


@lru_cache(maxsize=2)
def _edited(edits: tuple[EntityEdit, ...]) -> Lexicon:
    entities = dict(_shipped().entities)
    for edit in edits:
        known = entities.get(edit.entity) or Entity(edit.entity, edit.kind or "company", edit.name, edit.zh)
        entities[edit.entity] = _with_edit(known, edit)
    return Lexicon(entities, digest_of([(_shipped().digest, repr(edits).encode())]))


def _with_edit(entity: Entity, edit: EntityEdit) -> Entity:
    """Return the entity as the user wants it; one that is hidden stays for those who are tied to it, without forms."""
    entity = replace(
        entity,
        kind=edit.kind or entity.kind,
        name=edit.name or entity.name,
        zh=edit.zh or entity.zh,
        side=edit.side or entity.side,
        is_ai=entity.is_ai if edit.is_ai is None else edit.is_ai,
        aliases=(*entity.aliases, *edit.aliases),
    )
    dropped = (
        {*edit.dropped, *(entity.name, entity.zh, *entity.aliases, *entity.weak)} if edit.is_hidden else edit.dropped
    )
    return replace(
        entity,
        aliases=tuple(form for form in entity.aliases if form not in dropped),
        weak=tuple(form for form in entity.weak if form not in dropped),
        unmatched=(*entity.unmatched, *(form for form in (entity.name, entity.zh) if form in dropped)),
        surname="" if edit.is_hidden else entity.surname,
    )


def _read(contents: list[tuple[str, bytes]]) -> list[list[Any]]:
    """Read the TOML of every file into rows of plain values, one an entity, in the order of Entity's fields."""
    rows: dict[str, list[Any]] = {}
    for stem, content in contents:
        kind = FILES[stem]
        for table in tomllib.loads(content.decode("utf-8"))[kind]:
            known = {name: table.pop(name) for name in _FIELDS if name in table}
            if table or known["id"] in rows:
                raise ValueError(f"{stem}.toml: {known['id']} stands twice or says what is not known: {sorted(table)}")
            known["kind"] = known.get("kind", kind)
            known["relations"] = [
                [relation, other]
                for relation, others in known.get("relations", {}).items()
                for other in ([others] if isinstance(others, str) else others)
            ]
            rows[known["id"]] = [known.get(name, default) for name, default in _FIELDS.items()]
    for row in rows.values():
        for _, other in row[list(_FIELDS).index("relations")]:
            if other not in rows:
                raise ValueError(f"{row[0]} is related to {other}, whom the lexicon does not know.")
    return list(rows.values())


def _entity(row: list[Any]) -> Entity:
    values: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    values["relations"] = tuple((relation, other) for relation, other in values["relations"])
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Entity(**plain)


def _forms(entities: Iterable[Entity]) -> Iterator[Form]:
    """Yield every form of every entity, strong ones before weak ones, and the false friends."""
    for entity in entities:
        is_open = entity.kind == "model"
        off = {*entity.weak, *entity.unmatched}
        for text in dict.fromkeys((entity.name, entity.zh, *entity.aliases)):
            if text and text not in off:
                yield form(text, entity.id, is_open=is_open and text[-1].isdigit())
        for text in entity.weak:
            yield form(text, entity.id, is_weak=True)
        for text in entity.not_in:
            yield form(text, "")
