"""The people and organisations that a Chinese text names, and where.

People are the lexicon's, names with a middle dot, names after a title or before a verb of speech, and names that come
again and again; later mentions by the family name of a foreigner count too. One pass over the text for each kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import ahocorasick_rs

from dateline.analysis.cues_zh import Cue, SpeechWords
from dateline.news.finding import Field, Mention
from dateline.text.span import Span

_HAN = "\u4e00-\u9fff"
_DOT = "·•・‧．"
#: This and others begin with a class of characters, so that the scan for them is fast.
_FOREIGN = re.compile(f"[{_DOT}](?<=[{_HAN}].)[{_HAN}A-Z]{{1,8}}(?:[{_DOT}][{_HAN}A-Z]{{1,8}}){{0,2}}")
_HAN_BEFORE = re.compile(f"[{_HAN}]{{1,10}}$")
_DOTS = re.compile(f"[{_DOT}]")
_LATIN = re.compile(r"[A-Z](?<![A-Za-z0-9].)[a-z]{2,}(?:[ \u00a0][A-Z][a-z.]*){0,2}(?![A-Za-z0-9\-])")
_GOVERNED = re.compile(
    "(?:对|向|与|和|跟|关于|被|据|针对|给|问|采访|告诉|由|把|让|使|请|替|为|批评|指责|称赞|支持|像|如|包括|以|于|至)$"
)
_OWNING = re.compile("的|旗下|等|方面的|所在|麾下|执导|主演|们")
#: Never part of a foreign name as it is written in Chinese: what stands before one of these is not the name's.
_LEADS_NAME = "与对据被跟请让是像把及或由当的和"
_ALIAS = re.compile(r"[（(](?:化名|音译|[A-Z][a-z]+ [A-Z])")
_CLAUSE = re.compile('[，,；;：:。！？!?、\n“”‘’「」"]')
_LEADS_TO_WORDS = re.compile('[：:，,][ \u3000\n>]*[“「『"＂‘]\ue000')
_BODY = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:事务所|公司|集团|银行|大学|基金|研究所|研究院|学院|中心|协会|研究机构|实验室)"
)
_STOPS = frozenset("。！？!?；;\n")
_CLAUSES_TRIED = 3
_LEAD_IN = 60  # characters before somebody's words in which a clause may begin
_LONGEST_TITLE = 30
#: Characters that begin what somebody does and seldom stand in a given name.
BEGINS_PREDICATE = frozenset(
    "是有在把被将让用以从向对给为与和及的还也就却则又都才已曾正仍并没不未很更最太想说道问答笑叹喊叫站坐走跑看听写读指望拿举"
    "抬摆摇点低回转停顿沉抛接收发提谈讲等显认表觉感打开做去来见带出耸揉皱眨捂拍掏端挥擦"
)
_AFTER_WORDS = re.compile("(?<=\ue000[”」』])[^。！？!?\n“「『]{4,40}")
_SPEAKING_KINDS = frozenset(("person", "company", "lab", "agency", "think-tank", "outlet"))
_LATIN_BODIES = (
    "Images",
    "Research",
    "Group",
    "University",
    "Institute",
    "News",
    "Times",
    "Post",
    "Journal",
    "Capital",
    "Labs",
)
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


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where somebody is named."""

    span: Span
    name: str  # full name as the text writes it first, or the lexicon's Chinese name
    is_person: bool
    entity: str | None = None


class Names:
    """Everybody named in one text, in order of place."""

    def __init__(self, namings: list[Naming], folded: str) -> None:
        self._folded = folded
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
        """Return the nearest naming before a place that nothing governs, None when none is near."""
        at = bisect_left(self._starts, place) - 1
        while at >= 0 and place - self._starts[at] < furthest:
            naming = self.namings[at]
            if naming.is_person == is_person and naming.span.end <= place and not self.is_governed(naming):
                return naming
            at -= 1
        return None

    def at(self, place: int) -> Naming | None:
        """Return the naming that begins at a place."""
        at = bisect_left(self._starts, place)
        return self.namings[at] if at < len(self.namings) and self._starts[at] == place else None

    def is_governed(self, naming: Naming) -> bool:
        """Tell whether a preposition stands right before: 对黄仁勋, 与他."""
        start = naming.span.start
        return _GOVERNED.search(self._folded, max(0, start - 3), start) is not None

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
            if is_person:
                entities.setdefault(mention.span.of(folded), mention.entity)
    others = {mention.span.start for mention in mentions if mention.field is Field.TEXT}
    finder = _NameFinder(folded, words, others, cues)
    for span in (
        *finder.foreign(),
        *finder.titled(),
        *finder.speaking(),
        *finder.frequent(),
        *finder.latin(),
        *finder.nicknames(),
    ):
        form = span.of(folded)
        forms.setdefault(form, span.of(text))
        last = _DOTS.split(form)[-1] if not form.isascii() else form.split()[-1]
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
    return Names(kept, folded)


def _places(
    folded: str,
    forms: dict[str, str],
    entities: dict[str, str | None],
    named: list[Naming],
    lexicon: EntityNames,
) -> list[Naming]:
    by_start = {naming.span.start: naming for naming in named}
    found = []
    # Built in a fraction of the time that compiling a pattern of the text's names takes.
    finder = ahocorasick_rs.AhoCorasick(list(forms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
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


class _NameFinder:
    def __init__(self, folded: str, words: SpeechWords, others: set[int], cues: Sequence[Cue]) -> None:
        self._folded = folded
        self._words = words
        self._cues = cues
        self._others = others  # where the lexicon's entities begin: no names are looked for there
        self._titles = [match.span() for match in words.titled.finditer(folded, folded)]
        self._after_titles = [end for _, end in self._titles]
        grams = words.gram.findall(folded)
        self._triples: Counter[str] = Counter([first + given for first, given in grams if len(given) == 2])
        self._pairs: Counter[str] = Counter([first + given[0] for first, given in grams])
        self._initial: Counter[str] = Counter(words.initial_gram.findall(folded))

    def foreign(self) -> list[Span]:
        """Return names with a middle dot, without the title that runs into them."""
        found = []
        for match in _FOREIGN.finditer(self._folded):
            end = self._end_of_foreign(match.end() - len(_DOTS.split(match.group())[-1]), match.end())
            head = _HAN_BEFORE.search(self._folded, max(0, match.start() - 10), match.start())
            if head is None or _BODY.match(self._folded, end):
                continue
            if match.group()[0] == "．" and not self._is_within_name(match.start()):
                continue
            start, first = head.start(), head.group()
            led = max((first.rfind(character) for character in _LEADS_NAME), default=-1)
            if 0 <= led < len(first) - 1:
                start, first = start + led + 1, first[led + 1 :]
            for cut in range(len(first) - 1, 0, -1):
                if first[:cut].endswith(self._words.title_ends):
                    start += cut
                    break
            else:
                if len(first) > 5:
                    size = len(first) - len(first.rstrip(self._words.foreign_letters))
                    if not size:
                        continue
                    start = match.start() - size
            found.append(Span(start, end))
        return found

    def _is_within_name(self, dot: int) -> bool:
        """Tell whether a full-width stop parts a name rather than sentences."""
        return all(
            character in self._words.foreign for character in (*self._folded[dot - 2 : dot], self._folded[dot + 1])
        )

    def _end_of_foreign(self, start: int, limit: int) -> int:
        """Return where the last part of a foreign name ends: 韦恩 in 韦恩警告说."""
        end = start
        while end < limit and self._folded[end] in self._words.foreign:
            end += 1
            if end - start > 1 and self._is_followed(end):  # 马斯克 | 多次, though 多 is written in names too
                return end
        return max(end, start + 1)  # 莉娜·韩

    def titled(self) -> list[Span]:
        """Return the names that follow a title: 创始人李明."""
        found = []
        foreign: set[int] = set()
        for match in self._words.titled_foreign.finditer(self._folded, self._folded):
            start, end = match.span(1)
            while end - start > 1 and not self._is_followed(end):
                end -= 1
            if end - start > 2 and start not in self._others:
                found.append(Span(start, end))
                foreign.add(start)
        for start, end in self._titles:
            if end not in foreign:
                span = self._name_at(end, is_trusted=end - start > 1)
                if span is not None:
                    found.append(span)
        return found

    def speaking(self) -> list[Span]:
        """Return the names that open a clause in which somebody speaks, and names with an explanation in brackets."""
        found = []
        tried: set[int] = set()
        ends = [cue.start for cue in self._cues]
        ends += [match.start() for match in _LEADS_TO_WORDS.finditer(self._folded)]
        clauses = [match.end() for match in _CLAUSE.finditer(self._folded)]
        for end in ends:
            for cut in self._clauses_before(end, clauses):
                if cut not in tried:
                    tried.add(cut)
                    found += self._opening_names(cut, end)
        for match in _AFTER_WORDS.finditer(self._folded):
            found += self._opening_names(match.start(), match.end())
            comma = self._folded.find("，", *match.span())
            if comma >= 0:
                found += self._opening_names(comma + 1, match.end())
            at = self._folded.find("的", *match.span())
            while at >= 0:
                span = self._name_at(at + 1, is_trusted=False, is_beside_words=True)
                if span is not None:
                    found.append(span)
                at = self._folded.find("的", at + 1, match.end())
        for match in _ALIAS.finditer(self._folded):
            for size in (3, 2):
                at = match.start() - size
                if at >= 0 and self._is_name(self._folded[at : match.start()]):
                    found.append(Span(at, match.start()))
                    break
        return found

    def _clauses_before(self, end: int, clauses: Sequence[int]) -> list[int]:
        """Return where the last clauses of the sentence that leads to `end` begin; `clauses` are those of the text."""
        low = max(0, end - _LEAD_IN)
        cuts: list[int] = []
        at = bisect_right(clauses, end) - 1
        while len(cuts) < _CLAUSES_TRIED:
            if at < 0 or clauses[at] <= low:
                cuts.append(low)
                break
            cuts.append(clauses[at])
            if self._folded[clauses[at] - 1] in _STOPS:
                break
            at -= 1
        return cuts[::-1]

    def _opening_names(self, start: int, end: int) -> list[Span]:
        """Return the name that opens a clause beside somebody's words, whatever its bearer does: 苏黎沉默了."""
        opening = self._words.openings.match(self._folded, start, end)
        found = []
        titled = bisect_left(self._after_titles, start + 1)
        places = {start, opening.end() if opening else start}
        if titled < len(self._after_titles) and self._after_titles[titled] < min(end, start + _LONGEST_TITLE):
            places.add(self._after_titles[titled])
        for at in places:
            span = self._name_at(at, is_trusted=False, is_beside_words=True)
            if span is not None and span.end <= end:
                found.append(span)
        return found

    def frequent(self) -> list[Span]:
        """Return names that stand in the text again and again, at the head of clauses too."""
        found = []
        words = self._words
        longest: dict[str, tuple[int, str]] = {}
        for triple, n in self._triples.items():
            if n >= 2:
                longest[triple[:2]] = max(longest.get(triple[:2], (0, "")), (n, triple))
        for pair, n in self._pairs.items():
            if n < 2 or self._initial[pair] < 2 or pair in words.not_names or pair[1] in words.not_given:
                continue
            best = longest.get(pair, (0, ""))
            name = best[1] if best[0] >= 0.6 * n else pair
            is_short, is_rare = len(name) == 2, n < 3
            if (is_short and is_rare) or (pair[0] in words.everyday and (is_short or is_rare)):
                continue
            if self._is_name(name):
                at = self._folded.find(name)
                if at not in self._others:
                    found.append(Span(at, at + len(name)))
        return found

    def latin(self) -> list[Span]:
        """Return Latin names of people: after a title, or alone and speaking, at least twice in the text."""
        found, words = [], self._words
        counts: Counter[str] = Counter()
        speaking: dict[str, Span] = {}
        verbs = {cue.start for cue in self._cues}
        for match in _LATIN.finditer(self._folded):
            if match.start() in self._others or match.group().endswith(_LATIN_BODIES):
                continue
            name, span = match.group(), Span(*match.span())
            if " " in name and self._folded[max(0, match.start() - 16) : match.start()].rstrip().endswith(
                words.title_ends
            ):
                found.append(span)
            elif " " not in name:
                counts[name] += 1
                if match.end() in verbs:
                    speaking.setdefault(name, span)
        return found + [span for name, span in speaking.items() if counts[name] >= 2]

    def nicknames(self) -> list[Span]:
        """Return 陈校长, 李女士 wherever they stand, and 老黄, 小李, 潘老 where they come at least twice."""
        counts: Counter[str] = Counter()
        places: dict[str, Span] = {}
        for match in self._words.nickname.finditer(self._folded):
            counts[match.group()] += 1
            places.setdefault(match.group(), Span(*match.span()))
        found = [span for name, span in places.items() if counts[name] >= 2]
        for words in _AFTER_WORDS.finditer(self._folded):
            nickname = self._words.nickname.match(self._folded, words.start())
            if nickname is not None:  # “活儿多了。”老魏叹气
                found.append(Span(*nickname.span()))
        honoured = self._words.honoured.finditer(self._folded)
        found += [Span(*match.span(1)) for match in honoured if self._is_name(match.group(1))]
        return found + [Span(*match.span()) for match in self._words.courtesy.finditer(self._folded)]

    def _name_at(self, at: int, *, is_trusted: bool, is_beside_words: bool = False) -> Span | None:
        """Return the Chinese name that begins at a place: two or three characters, by what follows them."""
        if at in self._others:
            return None
        folded, words = self._folded, self._words
        double = folded[at : at + 2] in words.double_surnames
        if not double and folded[at : at + 1] not in words.surnames:
            return None
        sizes = (4, 3) if double else (3, 2)
        found = [at + size for size in sizes if self._is_followed(at + size)]
        if is_trusted or is_beside_words:
            found += [at + size for size in sizes if self._begins_predicate(at + size)]
        for end in found:
            name = folded[at:end]
            if not self._is_name(name):
                continue
            if (
                not double
                and not is_trusted
                and name[0] in words.everyday
                and (len(name) == 2 or self._triples[name] < 2)
            ):
                return None
            return Span(at, end)
        name = folded[at : at + sizes[0]]
        if is_trusted and name[0] not in words.everyday and len(name) == sizes[0] and self._is_name(name):
            return Span(at, at + sizes[0])
        return None

    def _begins_predicate(self, at: int) -> bool:
        """Tell whether what somebody does may begin at a place, though it is no verb that is listed."""
        return (
            at < len(self._folded)
            and self._folded[at] in BEGINS_PREDICATE
            and self._folded[at - 1] not in BEGINS_PREDICATE
        )

    def _is_followed(self, at: int) -> bool:
        return at >= len(self._folded) or self._folded[at].isspace() or self._words.follows_name(self._folded, at)

    def _is_name(self, name: str) -> bool:
        words = self._words
        if name[:2] in words.not_names or name[:3] in words.not_names or name.endswith(words.title_ends):
            return False
        given = name[2:] if name[:2] in words.double_surnames else name[1:]
        if not given or any(
            character in words.not_given or not "\u4e00" <= character <= "\u9fff" for character in given
        ):
            return False
        return name[:2] in words.double_surnames or name[0] in words.surnames
