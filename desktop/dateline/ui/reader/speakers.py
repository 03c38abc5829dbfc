"""Who a speaker is, for the margin, the popover and the inspector: identity, short name, name in the other language.

Names come from the findings; the lexicon adds the kind (a person has a family name, a ministry has not) and the name in
the other language. It is read once, away from the UI thread; until it is there the text's own words serve.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.news.finding import Findings, Quote, SourceMarkKind, Speaker
from dateline.text.script import has_han
from dateline.ui.language import speaks_chinese

#: Below this confidence a name is shown with a question mark.
SURE_ENOUGH = 0.6

#: A name that ends in one of these is an institution's and is never cut to its last word.
_INSTITUTION_WORDS = """
administration agency association authority bank board bureau centre center chamber college commission committee
company congress corp corporation council court department embassy foundation government group house inc institute
laboratory lab labs ltd ministry office organisation organization parliament party school senate service society street
union university
"""
_INSTITUTIONS = frozenset(_INSTITUTION_WORDS.split())
#: Words for speakers who are not named in the text itself, where analysis resolved no name.
_PRONOUN_WORDS = "he she they it i we his her their 他 她 它 他们 她们 我 我们 其 该人士 对方"
_PRONOUNS = frozenset(_PRONOUN_WORDS.split())


@dataclass(frozen=True, slots=True)
class EntityName:
    """What the lexicon says of one entity's names."""

    name: str
    zh: str
    kind: str
    surname: str = ""


#: Lexicon id → names; empty until the lexicon was read.
EntityNames = Mapping[str, EntityName]


def read_names(entities: Iterable[str]) -> dict[str, EntityName]:
    """Return the lexicon's names of the entities it has. Loads the lexicon: not for the UI thread."""
    from dateline.analysis.lexicon import load_lexicon

    lexicon = load_lexicon()
    names: dict[str, EntityName] = {}
    for entity in set(entities):
        try:
            found = lexicon.entity(entity)
        except KeyError:
            continue
        names[entity] = EntityName(found.name, found.zh, found.kind, found.surname)
    return names


def entities_in(findings: Findings) -> frozenset[str]:
    """Return the lexicon ids a reader of these findings wants names for."""
    speakers = {quote.speaker.entity for quote in findings.quotes if quote.speaker and quote.speaker.entity}
    return frozenset(speakers | {mention.entity for mention in findings.mentions})


def person_id(speaker: Speaker | None) -> str | None:
    """Return what identifies a speaker across quotes: lexicon id, else full name; None where nobody is named."""
    if speaker is None:
        return None
    return speaker.entity or speaker.name or None


def both_names(known: EntityName, *, in_chinese: bool) -> tuple[str, str]:
    """Return an entity's name in one language and in the other; "" where the other is not known or the same."""
    first, second = (known.zh, known.name) if in_chinese and known.zh else (known.name, known.zh)
    return first, "" if second == first else second


def full_name(speaker: Speaker | None, names: EntityNames) -> str:
    """Return the speaker's full name as it is best known, or the text's words; "" where there are none.

    The name is Chinese where the text's is, and everywhere in the Chinese interface.
    """
    return _names(speaker, names, in_chinese=speaks_chinese())[0]


def printed_name(speaker: Speaker | None, names: EntityNames) -> str:
    """Return the full name in the language of the text, whatever the interface speaks: for margin and citations."""
    return _names(speaker, names, in_chinese=False)[0]


def other_name(speaker: Speaker | None, names: EntityNames) -> str:
    """Return the name in the other language, "" where it is not known."""
    return _names(speaker, names, in_chinese=speaks_chinese())[1]


def short_name(speaker: Speaker | None, names: EntityNames) -> str:
    """Return the name for the margin, as the text writes it and as short as it stays clear; "" for nobody."""
    if speaker is None:
        return ""
    surface = speaker.surface.strip()
    known = names.get(speaker.entity) if speaker.entity else None
    is_named = surface.lower() not in _PRONOUNS and (speaker.name is None or _shares_a_word(surface, speaker.name))
    shown = surface if is_named else printed_name(speaker, names)
    if has_han(shown):
        return shown.rsplit("·", 1)[-1].rsplit("・", 1)[-1]
    words = shown.split()
    if known is not None and known.surname and known.surname in shown:
        return known.surname
    is_person = known.kind == "person" if known is not None else speaker.name is not None
    if is_person and 1 < len(words) <= 4 and words[-1].strip(".").lower() not in _INSTITUTIONS:
        return words[-2] if words[-1].rstrip(".").lower() in {"jr", "sr"} else words[-1]
    return shown


def is_anonymous(quote: Quote, findings: Findings) -> bool:
    """Tell whether the quote's speaker is a source the text leaves unnamed."""
    speaker = quote.speaker
    if speaker is None or person_id(speaker) is not None:
        return False
    return any(
        mark.kind is SourceMarkKind.ANONYMOUS and mark.span.overlaps(speaker.span) for mark in findings.source_marks
    )


def _names(speaker: Speaker | None, names: EntityNames, *, in_chinese: bool) -> tuple[str, str]:
    if speaker is None:
        return "", ""
    known = names.get(speaker.entity) if speaker.entity else None
    if known is not None:
        return both_names(known, in_chinese=in_chinese or has_han(speaker.surface))
    return speaker.name or ("" if speaker.surface.lower() in _PRONOUNS else speaker.surface), ""


def _shares_a_word(surface: str, name: str) -> bool:
    if has_han(surface):
        return not has_han(name) or surface in name or name in surface
    words = {word.strip(".,").lower() for word in name.split()}
    return any(word.strip(".,").lower() in words for word in surface.split()) or has_han(name)
