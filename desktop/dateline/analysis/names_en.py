"""The people named in an English text: every full name, and where each person is named again by surname.

A full name is two to four capitalised words that are not an organisation's; which person a bare surname means is the
first full name in the text that ends with it. Gender comes from titles and given names, and is "" where neither tells.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from dateline import settings
from dateline.analysis.cues_en import SpeechWords, speech_words
from dateline.text.span import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CAPITAL_LETTER = "[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f]"
#: What follows the first letter of a name's word; a stop belongs to it only where it shortens the word: Sen., J.M.
_REST = (
    r"(?:(?=[a-z]{1,5}\.)(?:(?<=M)(?:rs?|s|aj|essrs)|(?<=D)r|(?<=P)rof|(?<=S)(?:ens?|gt|t)|(?<=R)(?:eps?|ev)|(?<=G)(?:ov|en)|(?<=L)t"
    r"|(?<=C)(?:ol|apt|mdr)|(?<=A)dm|(?<=H)on)\.|\.(?<=[A-Z]\.)(?:[A-Z]\.)*(?![a-z])|\w*(?:['’-]\w+)*)"
)
#: It begins with a class of letters, so that the scan for it is fast.
_RUN = re.compile(
    rf"{_CAPITAL_LETTER}(?<![\w@#].){_REST}(?:[ \u00a0](?:{_CAPITAL_LETTER}{_REST}|[\"“][A-Z]\w+[\"”](?= [A-Z])"
    r"|(?:de|van|von|der|den|bin|al|da|del|di|la|le|ben|ul)(?=[ \u00a0])))*",
    re.DOTALL,
)
_NOT_NAMES = _words(
    "the a an and but or in on at for to of by with from as if when while after before since because so then now "
    "he she it they we i you this that these those there his her its their our my your what who how why where "
    "which not no yes asked according also still yet even just one some many most all both another other each "
    "every only once more here is are was were do does did has have had will would can could should may might "
    "must let say says said during under over about against between among within without despite although though "
    "until like unlike speaking following monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december jan feb aug sept oct nov dec today "
    "yesterday tomorrow republican republicans democrat democrats democratic first last new two three four five "
    "several few ten dozens thousands millions basically apparently meanwhile however instead perhaps indeed "
    "likewise nevertheless nonetheless finally eventually later earlier recently previously currently photo image "
    "video updated read watch listen subscribe breaking exclusive opinion analysis editorial"
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
    "week caucus alliance league club team states angeles francisco vegas diego beach valley springs kong "
    "nations world europe foods stores studios pictures records entertainment games semiconductor semiconductors "
    "electronics robotics computing networks software solutions bancorp securities investments management advisors "
    "associates brothers sons cup olympics grants trust treasury reserve parliament assembly cabinet ministers "
    "index report review bill law rule order constitution amendment clause strip line sea ocean gulf mountain lake "
    "airport station bridge tower building palace temple mosque cathedral theatre theater stadium arena"
)
#: What a minister or secretary is minister of: Secretary of State | Marco Rubio.
_OFFICES = _words(
    "state defense defence treasury commerce interior energy finance justice trade health education labor labour "
    "transportation agriculture homeland security veterans foreign affairs war navy army housing exchequer"
)
#: Surnames that are also titles: Martin Luther King is nobody's title.
_TITLES_AND_SURNAMES = _words("king prince pope judge major justice bishop dean chancellor coach cardinal page speaker")
#: Titles that a family name alone may follow, as the one-word list that `str.rsplit` gives.
_CALLED = frozenset("Mr. Mr Mrs. Mrs Ms. Ms Dr. President Sen. Senator Rep. Gov. Governor Premier".split())
_LONGEST_NAME = 4  # words
_JUNIOR = frozenset(("jr", "sr", "ii", "iii", "iv"))
_CALLED_BY_INITIALS = re.compile(r"(?:j[a-z]|[a-ce-z]j)\Z")  # JD, AJ; a DJ is none
_INITIALS = re.compile(r"(?:[A-Z]\.)+$")
_STATES = frozenset(("U.S.", "U.K.", "U.N.", "E.U.", "D.C."))
_AFTER_A_NAME = re.compile(
    r"(?: \([^)\n]{1,30}\))?,\s(?:\d{1,3}\b|an?\b|the\b|who\b|whose\b|chief|director|professor|senior|president|head|"
    r"co-?founder|founder|executive|analyst|editor|vice|managing|principal|former|general|economist|chair)"
)


@dataclass(slots=True)
class Person:
    """Somebody named in full in the text, or by title and family name only."""

    name: str  # full name without titles, "" where the text has none
    surname: str  # lower case
    given: str  # first word, lower case
    gender: str  # "m", "f" or ""
    is_sure: bool = True  # the words or what stands beside them tell that it is a person


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
def _names() -> dict[str, frozenset[str]]:
    with settings.resource("lexicon/given-names-en.toml").open("rb") as file:
        return {kind: frozenset(words.split()) for kind, words in tomllib.load(file).items()}


@lru_cache(maxsize=1)
def genders() -> dict[str, str]:
    """Return "m" or "f" by given name, lower case."""
    return dict.fromkeys(_names()["male"], "m") | dict.fromkeys(_names()["female"], "f")


@lru_cache(maxsize=8192)  # The, Mr. Smith: the same few make up most of every text
def split_name(run: str) -> tuple[tuple[str, ...], str, bool]:
    """Return the words of a name without the titles before it, the gender they tell, and whether there were any.

    What stands before a title is no part of the name either: Indian Foreign Secretary | Vikram Misri. Nor is an office.
    """
    words = speech_words()
    parts = run.split()
    if not parts:
        return (), "", False
    plain = [_plain(part) for part in parts]
    gender = ""
    first, end = 0, len(parts)
    while end and plain[end - 1] in _NOT_NAMES:
        end -= 1
    for at in range(end):
        low = plain[at]
        if at < end - 1 and parts[at].endswith(("'s", "’s")):
            first = at + 1  # the ACLU's | Keegan Medrano
            continue
        if low not in words.titles and not ("-" in low and all(part in words.titles for part in low.split("-"))):
            is_acronym = 1 < len(low) < 6 and parts[at].isupper() and not _CALLED_BY_INITIALS.match(low)
            if at == first and at < end - 1 and is_acronym:
                first = at + 1  # MEC | Mamabolo
            continue
        if low in _TITLES_AND_SURNAMES and at == end - 1 and at > first and plain[first] in genders():
            continue
        first = at + 1
        gender = "m" if low in words.male else "f" if low in words.female else gender
    is_titled = any(low in words.titles for low in plain[:first])
    places = _names()["places"]
    while first < end:
        low = plain[first]
        if low in _OFFICES and end - first > 1:
            is_titled = True
        elif low not in _NOT_NAMES and not (low in places and (end - first < 2 or low not in genders())):
            break
        first += 1
    kept = tuple(part for part in parts[first:end] if part[0] not in '"“')
    return kept, gender, is_titled


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    low = word.lower().rstrip(".")
    return low[:-2] if low.endswith(("'s", "’s")) else low


def names_in(words: str) -> list[tuple[tuple[str, ...], str, bool]]:
    """Return what `split_name` says of each run of words that begin with a capital: Ursula von der Leyen."""
    return [split_name(run) for run in _RUN.findall(words)]


class _Run(NamedTuple):
    """What a run of capitalised words says of a name in it."""

    parts: tuple[str, ...]  # the last without a possessive ending
    name: str
    gender: str
    at: int  # where the name begins in the run
    last: str  # the last part, plain
    may_be_person: bool  # nothing in the words speaks against a name in full
    is_sure: bool  # a title or the words themselves tell that it is a person's


@lru_cache(maxsize=8192)
def _read_run(run: str) -> _Run | None:
    """Return the name in a run, None where there is none."""
    parts, gender, is_titled = split_name(run)
    if not parts:
        return None
    at, last = run.rfind(parts[0]), parts[-1]
    if last.endswith(("'s", "’s")):
        parts = (*parts[:-1], last[:-2])
    may_be_person = 1 < len(parts) <= _LONGEST_NAME and _may_be_person(parts)
    is_sure = is_titled or (may_be_person and _tells_person(parts))
    return _Run(parts, " ".join(parts), gender, at, _plain(parts[-1]), may_be_person, is_sure)


def find_people(text: str, quotes: list[Span], words: SpeechWords, others: frozenset[int] = frozenset()) -> People:
    """Return everybody whom the text names in full, or else by a title such as Mr.

    `others` are the places where names of organisations begin.
    """
    people = People()
    known: dict[str, Person] = {}
    alone: set[str] = set()  # words that have stood alone before
    called: dict[str, str] = {}  # family names that a title tells to be somebody's, with the gender it tells
    runs: list[tuple[int, int, _Run]] = []
    for match in _RUN.finditer(text):
        run = _read_run(match[0])
        if run is None:
            continue
        start, end = match.start() + run.at, match.end()
        runs.append((start, end, run))
        name = run.name
        person = known.get(name)
        if person is not None:
            person.gender = person.gender or run.gender
        elif len(run.parts) == 1:
            alone.add(name)
            before = text[max(0, start - 16) : start].rsplit(None, 1)
            if before and before[-1] in _CALLED:
                called[name] = called.get(name) or run.gender
        elif run.may_be_person and start not in others:
            is_sure = run.is_sure or _is_beside_person(text, start, end, words)
            if is_sure or run.parts[-1] not in alone:  # named in full before the family name stands alone
                known[name] = _add(people, name, run.parts, run.gender, is_sure=is_sure)
    for name, gender in called.items():
        if person_of((name,), gender, people) is None:
            # The first of two family names may stand for both: Ms. Vega is Nora Vega Quill.
            holder = next((one for full, one in known.items() if name in full.split()[1:-1]), None)
            if holder is None:
                _add(people, "", (name,), gender, is_sure=True)
            else:
                people.by_surname[_plain(name)] = [holder]
    at = 0
    for start, end, run in runs:
        if run.last not in people.by_surname and run.last not in people.by_given and run.name not in known:
            continue  # most words with a capital name nobody
        person = known.get(run.name) or person_of(run.parts, run.gender, people)
        if person is not None:
            while at < len(quotes) and quotes[at].end <= start:
                at += 1
            is_in_quote = at < len(quotes) and quotes[at].start <= start
            people.namings.append(Naming(Span(start, end), person, is_in_quote))
    return people


def _may_be_person(parts: Sequence[str]) -> bool:
    """Tell whether nothing in some capitalised words speaks against their being a name."""
    first = 1 if len(parts) > 1 and _plain(parts[0]) in genders() else 0  # Bill Quill is no bill
    if any(_plain(part) in _ORGANISATIONS for part in parts[first:]) or _plain(parts[-1]) in _names()["places"]:
        return False
    return not _INITIALS.match(parts[0]) or (len(parts[0]) < 5 and parts[0] not in _STATES)


def _tells_person(parts: Sequence[str]) -> bool:
    """Tell whether some capitalised words by themselves surely name a person."""
    families = _names()["family_first"]
    first, last = _plain(parts[0]), _plain(parts[-1])
    is_known = first in genders() or first in families or last in families
    return is_known or any(_INITIALS.match(part) for part in parts)


def _is_beside_person(text: str, start: int, end: int, words: SpeechWords) -> bool:
    """Tell whether what stands beside some capitalised words tells that they name a person."""
    if _AFTER_A_NAME.match(text, end):
        return True
    if text[end : end + 1] == " ":
        after = text[end + 1 : end + 14].split(" ", 1)[0].rstrip(",.:")
        if after in words.speech:
            return True
    before = text[max(0, start - 20) : start].rstrip(" ,").rsplit(" ", 1)[-1]
    return before in words.titles or before in words.speech


def _add(people: People, name: str, parts: Sequence[str], gender: str, *, is_sure: bool) -> Person:
    families = _names()["family_first"]
    surname_at = -2 if _plain(parts[-1]) in _JUNIOR and len(parts) > 2 else -1
    given = _plain(parts[0])
    person = Person(name, _plain(parts[surname_at]), given, gender or genders().get(given, ""), is_sure)
    people.by_surname.setdefault(person.surname, []).append(person)
    if given in families:
        people.by_surname.setdefault(given, []).append(person)
    people.by_given.setdefault(given, []).append(person)
    return person


def person_of(parts: Sequence[str], gender: str, people: People) -> Person | None:
    """Return the person whom a surname, a given name or a fuller name means."""
    if len(parts) > 1:
        for person in people.by_surname.get(_plain(parts[-1]), ()):
            if person.given == _plain(parts[0]):
                return person
        return None
    low = _plain(parts[0])
    candidates = people.by_surname.get(low)
    if candidates is None and low not in people.by_given:
        return None
    candidates = candidates or []
    if gender:
        fitting = [person for person in candidates if person.gender in (gender, "")]
        for person in fitting:
            person.gender = person.gender or gender
        candidates = fitting
    if candidates:
        return candidates[0]
    given = people.by_given.get(low, [])
    return given[0] if len(given) == 1 and (given[0].gender or gender) else None
