"""The people named in an English text: every full name, and where each person is named again by surname.

A full name is two to four capitalised words that are not an organisation's; which person a bare surname means is the
first full name in the text that ends with it. Gender comes from titles and given names, and is "" where neither tells.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache

from dateline import settings
from dateline.analysis.cues_en import SpeechWords
from dateline.text.span import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f](?:[\w]|[.'’-](?=\w))*\.?"
_RUN = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0](?:{_CAPITAL}|(?:de|van|von|der|den|bin|al|da|del|di|la|le|ben|ul)(?=[ \u00a0])))*"
)
_NOT_NAMES = _words(
    "the a an and but or in on at for to of by with from as if when while after before since because so then now "
    "he she it they we i you this that these those there his her its their our my your what who how why where "
    "which not no yes asked according also still yet even just one some many most all both other another each "
    "every only once more here is are was were do does did has have had will would can could should may might "
    "must let say says said during under over about against between among without within despite although though "
    "until like unlike speaking following monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december jan feb aug sept oct nov dec today "
    "yesterday tomorrow republican republicans democrat democrats democratic american americans chinese russian "
    "british gop first last new"
)
_ORGANISATIONS = _words(
    "university institute center centre times post news party house committee council court department ministry "
    "bank group company corp corporation inc foundation association union agency commission bureau office party "
    "press journal magazine street school college congress senate act city county state states kingdom republic "
    "america china korea force army navy journal tribune herald daily capital partners ventures technologies "
    "systems labs airlines church hospital museum park island islands coast river hall road avenue square board "
    "authority service services fund forum project network media campaign administration government national "
    "international federation security intelligence research ltd llc plc holdings industries motors electric "
    "energy jersey york hampshire carolina dakota mexico virginia hill convention conference summit debate day "
    "week caucus alliance league club team states angeles francisco vegas diego beach valley springs kong"
)


@dataclass(slots=True)
class Person:
    """Somebody named in full in the text."""

    name: str  # full name without titles
    surname: str  # lower case
    given: str  # first word, lower case
    gender: str  # "m", "f" or ""


@dataclass(slots=True)
class Naming:
    """One place where a person is named."""

    span: Span
    person: Person
    is_in_quote: bool = False


@dataclass(slots=True)
class People:
    """Everybody named in full in one text, and where, in order."""

    namings: list[Naming] = field(default_factory=list)
    by_surname: dict[str, list[Person]] = field(default_factory=dict)
    by_given: dict[str, list[Person]] = field(default_factory=dict)


@lru_cache(maxsize=1)
def family_first() -> frozenset[str]:
    """Return the family names that stand before the given name, lower case."""
    with settings.resource("lexicon/given-names-en.toml").open("rb") as file:
        return frozenset(tomllib.load(file)["family_first"].split())


@lru_cache(maxsize=1)
def genders() -> dict[str, str]:
    """Return "m" or "f" by given name, lower case."""
    with settings.resource("lexicon/given-names-en.toml").open("rb") as file:
        data = tomllib.load(file)
    table = dict.fromkeys(data["male"].split(), "m")
    table.update(dict.fromkeys(data["female"].split(), "f"))
    return table


def split_name(run: str, words: SpeechWords) -> tuple[list[str], str]:
    """Return the words of a name without titles before it, and the gender its titles tell."""
    parts = run.split()
    gender = ""
    first, end = 0, len(parts)
    while first < end:
        low = _plain(parts[first])
        if low in words.male:
            gender = "m"
        elif low in words.female:
            gender = "f"
        elif low not in words.titles and low not in _NOT_NAMES:
            break
        first += 1
    while end > first and _plain(parts[end - 1]) in _NOT_NAMES:
        end -= 1
    return parts[first:end], gender


def _plain(word: str) -> str:
    low = word.lower().rstrip(".")
    return low[:-2] if low.endswith(("'s", "’s")) else low


def find_people(text: str, quotes: list[Span], words: SpeechWords) -> People:
    """Return everybody whom the text names in full."""
    people = People()
    known: dict[str, Person] = {}
    table = genders()
    families = family_first()
    runs: list[tuple[Span, list[str], str]] = []
    for match in _RUN.finditer(text):
        parts, gender = split_name(match.group(), words)
        if not parts:
            continue
        parts = [part.rstrip(".") if len(part) > 3 else part for part in parts]
        last = parts[-1]
        if last.endswith(("'s", "’s")):
            parts = [*parts[:-1], last[:-2]]
        start = match.end() - len(match.group()) + match.group().find(parts[0])
        runs.append((Span(start, match.end()), parts, gender))
        if 2 <= len(parts) <= 4 and not any(_plain(part) in _ORGANISATIONS for part in parts):
            name = " ".join(parts)
            person = known.get(name)
            if person is None:
                surname_at = -1
                if _plain(parts[-1]) in ("jr", "sr", "ii", "iii", "iv") and len(parts) > 2:
                    surname_at = -2
                given = _plain(parts[0])
                person = Person(name, _plain(parts[surname_at]), given, gender or table.get(given, ""))
                known[name] = person
                people.by_surname.setdefault(person.surname, []).append(person)
                if given in families:
                    people.by_surname.setdefault(given, []).append(person)
                people.by_given.setdefault(given, []).append(person)
            elif gender and not person.gender:
                person.gender = gender
    at = 0
    for span, parts, gender in runs:
        while at < len(quotes) and quotes[at].end <= span.start:
            at += 1
        person = known.get(" ".join(parts)) or person_of(parts, gender, people)
        if person is not None:
            inside = at < len(quotes) and quotes[at].start <= span.start
            people.namings.append(Naming(span, person, inside))
    return people


def person_of(parts: list[str], gender: str, people: People) -> Person | None:
    """Return the person whom a surname, a given name or a fuller name means."""
    if len(parts) > 1:
        for person in people.by_surname.get(_plain(parts[-1]), ()):
            if person.given == _plain(parts[0]):
                return person
        return None
    low = _plain(parts[0])
    candidates = people.by_surname.get(low, [])
    if gender:
        fitting = [person for person in candidates if person.gender in (gender, "")]
        for person in fitting:
            person.gender = person.gender or gender
        candidates = fitting
    if candidates:
        return candidates[0]
    given = people.by_given.get(low, [])
    return given[0] if len(given) == 1 and (given[0].gender or gender) else None
