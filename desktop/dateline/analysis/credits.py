"""Credits: other outlets that a text names as the source of what it tells, and when they reported it.

An outlet merely spoken of is none: the words around its name decide (`credit_forms`). The article's own outlet is never
credited. Linear: each name is looked at once, with a bounded stretch before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Protocol

from dateline.analysis.credit_dates import day_of, find_date
from dateline.analysis.credit_forms import chinese_forms, english_forms, names_time
from dateline.analysis.credit_names import Shape, names_by_form
from dateline.analysis.cued import CuedPattern
from dateline.analysis.normal import normal
from dateline.news.finding import Credit, Document, Field, Mention
from dateline.text.script import fold, has_han
from dateline.text.span import Span

_REACH = 140
_ZH_REACH = 48
#: As near the name stands the “on” of “said on CNN”, an article and a mark between them.
_ON_AIR = 12
_BREAKS = "\n\r\u2028\u2029"
_BROKEN = re.compile(r"\n(?:(?<=[a-z,]\n)(?=[A-Z])|(?=[a-z,.;]))")
_SENTENCE_END = re.compile(
    r"[.!?](?=\s|$)(?<![A-Z].)(?<!Jan.)(?<!Feb.)(?<!Mar.)(?<!Apr.)(?<!Aug.)(?<!Sep.)(?<!Sept.)(?<!Oct.)(?<!Nov.)(?<!Dec.)"
    r"|[“”\"]|\b(?:that|conducted|between|from)\b"
)
_ZH_STOP = re.compile(r"[。！？；\n“”「」]")
_JOIN = re.compile(
    r"\s?[》」]?\s?(?:/|,|，|、|和|与|及|以及|and|or|&|,\s?and|, as well as|as well as)\s?(?:the\s|The\s)?[《「]?",
    re.ASCII,
)
_PERSON_BLOOMBERG = re.compile(r"\b(?:Michael|Mike|Mayor|Mr\.|Michael R\.)\s(?:R\.\s)?Bloomberg\b|迈克尔·布隆伯格")
#: The programme that stands between an outlet and the day: told NBC's "Today" show on Friday.
_PROGRAMME = re.compile(r"\A['’]?s?\s[“\"][^”\"\n]{2,40}[”\"]")
#: The day that opens the sentence in which somebody told an outlet: On Tuesday, Lund told ….
_DAY_OPENS = re.compile(
    r"(?:\A|[.!?”\"]\s)On\s(?P<date>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s"
    r"(?:(?!\b(?:that|which|who)\b)[^.!?:;”\"\n]){1,80}\btold\s(?:the\s)?\Z"
)
_TO_BLOOMBERG = re.compile(r"\bto(?:ld)?\s\Z")
_BYLINE = re.compile(r"(?:^|[【\[（(])\s?(?:文|作者|撰文|记者)\s?[/／|｜:：]\s?\Z")
#: What opens an outlet's own report: 【环球时报-环球网报道 记者林舒】, 参考消息网11月5日报道 据….
_OWN_REPORT = re.compile(r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:综合)?(?:报道|报导|讯|消息)[ \u3000]")
_AT_HEAD = 12  # characters of a paragraph before it, at most
_SHORT = re.compile(r"[tT]he\s(?<!\w[tT]he\s)(?P<head>[A-Z][a-z]{3,10})(?=[\s,.;:’'”\")])")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][a-z]+(?!\w*day\b)")
_OF_SOMETHING = re.compile(r"\sof\s(?:the\s)?[A-Z]")
_DATELINE_AFTER = re.compile(r"\)\s?[—–-]")
_SAYING = frozenset(
    ("said", "says", "saying", "announced that", "has said", "argued", "argues", "added", "claimed", "claims")
)


class _NamedEntity(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def weak(self) -> tuple[str, ...]: ...
    @property
    def side(self) -> str: ...


class Entities(Protocol):
    """What is asked of the lexicon: its entities by id."""

    @property
    def entities(self) -> Mapping[str, _NamedEntity]:
        """Every entity of the lexicon."""
        ...


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of an outlet as it stands in the text."""

    span: Span
    outlet: str  # what it is called in the credit
    is_listed: bool
    shape: Shape = Shape.HEAD  # by what it was told, where it is not listed


def find_credits(document: Document, mentions: Sequence[Mention], lexicon: Entities) -> tuple[Credit, ...]:
    """Return the outlets credited in the document's text, in order; dates are resolved against its own.

    `outlet` of a credit is the name the lexicon gives, or the words of the text for an outlet that it does not have.
    """
    text = document.text
    outlets = _outlets(lexicon)
    own = outlets.names_of(document.outlet) if document.outlet else frozenset()
    names = [name for name in _names(text, mentions, outlets) if _key(name.outlet) not in own]
    if not names:
        return ()
    reader = _Reader(document)
    credited = [reader.is_credited(name) for name in names]
    _pass_on(text, names, credited)
    found = []
    for name, is_credited in zip(names, credited, strict=True):
        if is_credited:
            found.append(Credit(name.outlet, name.span, reader.date_of(name)))
    return tuple(found)


def is_same_outlet(one: str, other: str, lexicon: Entities) -> bool:
    """Tell whether two names (or ids) are one outlet's, as far as the lexicon knows: "路透社" and "Reuters"."""
    outlets = _outlets(lexicon)
    return _key(outlets.called(one)) == _key(outlets.called(other))


class _Outlets:
    """The outlets of one lexicon by what they are called."""

    def __init__(self, lexicon: Entities) -> None:
        self.lexicon = lexicon
        self._ids: dict[str, str] = {}
        self._names: dict[str, frozenset[str]] = {}
        titled: set[str] = set()
        weak: set[str] = set()
        for entity_id, entity in lexicon.entities.items():
            if entity.kind != "outlet":
                continue
            forms = [form for form in (entity_id, entity.name, entity.zh, *entity.aliases) if form]
            self._names[entity_id] = frozenset(map(_key, forms))
            for form in forms:
                self._ids.setdefault(_key(form), entity_id)
                if form.startswith("The "):
                    titled.add(form[4:])
            for form in entity.weak:
                if form[0].isupper():
                    self._ids.setdefault(_key(form), entity_id)
                    weak.add(form)
        names = "|".join(map(re.escape, sorted(titled, key=len, reverse=True)))
        #: A name that begins with an article, with the article in lower case: “the Financial Times”.
        self.after_article = CuedPattern(re.compile(rf"(?<=\bthe )(?:{names})\b" if names else r"(?!)"), titled)
        #: A name that is a word of its own as well, with its capital: “told Salon”.
        words = "|".join(map(re.escape, sorted(weak, key=len, reverse=True)))
        self.weak = CuedPattern(re.compile(rf"(?<![\w-])(?:{words})(?![\w-])" if words else r"(?!)"), weak)

    def called(self, surface: str) -> str:
        """Return what an outlet that goes by these words is called, else the words."""
        entity_id = self._ids.get(_key(surface))
        return self.lexicon.entities[entity_id].name if entity_id else surface

    def has(self, surface: str) -> bool:
        """Tell whether an outlet of the lexicon goes by these words."""
        return _key(surface) in self._ids

    def names_of(self, outlet: str) -> frozenset[str]:
        """Return every form of the name of an outlet given by id or name."""
        key = _key(outlet)
        return self._names.get(self._ids.get(key, ""), frozenset()) | {key}


_latest: _Outlets | None = None


def _outlets(lexicon: Entities) -> _Outlets:
    """Return the outlets of a lexicon; those of the last one asked for are kept."""
    global _latest
    if _latest is None or _latest.lexicon is not lexicon:
        _latest = _Outlets(lexicon)
    return _latest


def _key(name: str) -> str:
    return normal(name.strip()).removeprefix("the ")


def _names(text: str, mentions: Sequence[Mention], outlets: _Outlets) -> list[_Name]:
    """Return the outlets named in the text in order, those of the lexicon and those told by their form."""
    names = []
    for mention in mentions:
        if mention.field is not Field.TEXT:
            continue
        entity = outlets.lexicon.entities.get(mention.entity)
        if entity is not None and entity.kind == "outlet":
            names.append(_Name(mention.span, entity.name, is_listed=True))
    taken = sorted(mention.span for mention in mentions if mention.field is Field.TEXT)
    at, end = 0, 0
    for span, shape in _shapes(text, outlets):
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if span.start >= end and (at == len(taken) or taken[at].start >= span.end):
            surface = span.of(text)
            called = outlets.called(surface)
            # “the Information reported” names the outlet, “the Hill said” may not: the stricter forms decide.
            is_word = shape is Shape.WORD or (" " not in surface and text.startswith("the ", max(0, span.start - 4)))
            names.append(_Name(span, called, outlets.has(surface) and not is_word, shape))
            end = span.end
    names.sort(key=lambda name: name.span)
    return sorted((*names, *_in_short(text, names)), key=lambda name: name.span)


def _in_short(text: str, names: Sequence[_Name]) -> Iterator[_Name]:
    """Yield where an outlet named before goes by the last word of its name: the Journal, the Times."""
    heads = english_forms().heads
    called: dict[str, _Name] = {}  # by its last word the outlet named last
    taken = {name.span.end for name in names}
    at = 0
    for match in _SHORT.finditer(text) if names else ():
        while at < len(names) and names[at].span.end <= match.start():
            head = names[at].outlet.rsplit(" ", 1)[-1]
            if head in heads and " " in names[at].outlet:
                called[head] = names[at]
            at += 1
        named = called.get(match["head"])
        if named is not None and match.end() not in taken and not _CAPITAL_AFTER.match(text, match.end()):
            yield _Name(Span(*match.span("head")), named.outlet, is_listed=named.is_listed)


def _shapes(text: str, outlets: _Outlets) -> list[tuple[Span, Shape]]:
    """Return the spans that have the form of an outlet's name; of those that begin together the longest first."""
    shapes = list(names_by_form(text))
    shapes += [(Span(*match.span()), Shape.HEAD) for match in outlets.after_article.finditer(text, text)]
    shapes += [(Span(*match.span()), Shape.WORD) for match in outlets.weak.finditer(text, text)]
    if has_han(text):
        for match in chinese_forms().unlisted.finditer(fold(text)):
            shapes.append((Span(*match.span(match.lastgroup or 0)), Shape.HEAD))
    return sorted(shapes, key=lambda shape: (shape[0].start, -shape[0].end))


class _Reader:
    """Reads the words around the names of one document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        # The Chinese forms are Simplified. A line that breaks off within a sentence, as a link of a page may, goes on.
        self._folded = _BROKEN.sub(" ", fold(document.text))
        self._has_han = has_han(document.text)
        self._has_outlet = bool(document.outlet)
        self._is_chinese = document.lang == "zh" if document.lang else has_han(document.text[:2000])
        self._published = day_of(document.published_at, "zh" if self._is_chinese else "en")

    def is_credited(self, name: _Name) -> bool:
        """Tell whether the words around the name credit it."""
        surface = name.span.of(self._text)
        if self._is_in_chinese(name):
            return self._is_credited_in_chinese(name, surface)
        return self._is_credited_in_english(name, surface)

    def _is_in_chinese(self, name: _Name) -> bool:
        return self._has_han and has_han(name.span.of(self._text) + self._before(name, 4) + self._after(name, 4))

    @cached_property
    def _names_person(self) -> bool:
        return _PERSON_BLOOMBERG.search(self._text) is not None

    def _is_credited_in_english(self, name: _Name, surface: str) -> bool:
        forms = english_forms()
        before, after = self._before(name, _REACH), self._after(name, _REACH)
        if surface == surface.lower() or forms.not_newsroom.match(after):
            return False
        if surface in forms.everyday and (_CAPITAL_AFTER.match(after) or _OF_SOMETHING.match(after)):
            return False
        if surface == "Bloomberg" and self._names_person and not _TO_BLOOMBERG.search(before):
            return False
        reaches = name.span.start - len(before), name.span.start
        if not name.is_listed and name.shape is Shape.JOINED:
            return forms.told.search(before) is not None and forms.told_after.match(after) is not None
        if self._leads_up(forms.before, *reaches):
            return True
        if "on" in before[-_ON_AIR:].lower() and self._leads_up(forms.on_air, *reaches):
            return True
        if not name.is_listed:
            is_outlet = name.shape is Shape.CALLED or before.endswith(("As the ", "as the "))
            verbs = forms.after if is_outlet else forms.report_after
            return verbs.match(after) is not None
        if after[:1] == ")" and before[-1:] == "(":
            return _DATELINE_AFTER.match(after) is not None
        match = forms.after.match(after)
        if match is None or match.group().startswith(")"):
            return False
        verb = match["verb"] or match["verb2"] or match["verb3"]
        rest = after[match.end() :]
        if verb and forms.business.match(rest):
            return False
        return not (verb in _SAYING and match["verb"] and forms.itself.match(rest))

    def _leads_up(self, pattern: CuedPattern, start: int, end: int) -> bool:
        """Tell whether the pattern, from somewhere between the two places on, reaches just to the second."""
        cues = pattern.places(normal(self._text)[start:end])
        return any(pattern.match(self._folded, start + cue, end) is not None for cue in cues)

    def _is_credited_in_chinese(self, name: _Name, surface: str) -> bool:
        forms = chinese_forms()
        before, after = self._before(name, _ZH_REACH), self._after(name, _ZH_REACH)
        opening = before[-1:]
        if _BYLINE.search(before) or (len(before) < _AT_HEAD and _OWN_REPORT.match(after)):
            return False
        if opening in ("（", "(") and re.match(r"[）)]\s*\Z", after):
            return True
        surface = fold(surface)
        if surface.endswith("报道"):
            return True
        if opening not in ("《", "「") and surface in forms.marked_only and not after.startswith(forms.marked_by):
            return forms.by.search(before) is not None and forms.said.match(after) is not None
        if forms.source_line.search(before):
            # Where a text's own outlet is not known, its source line names just that.
            return self._has_outlet
        if forms.by.search(before) or forms.to_alone.search(before):
            return True
        if forms.to.search(before) and forms.to_ends.match(after):
            return True
        if forms.on_air.search(before) and forms.on_air_ends.match(after):
            return True
        if forms.said.match(after) or forms.staff_wrote.match(after):
            return True
        return forms.dispatch.match(self._folded, name.span.start) is not None and not before.strip("【（( 　")

    def date_of(self, name: _Name) -> date | None:
        """Return the day on which the outlet reported it, where the words beside its name say so."""
        if self._is_in_chinese(name):
            after = self._after(name, _ZH_REACH)
            said = chinese_forms().said.match(after)
            stop = _ZH_STOP.search(after)
            near = after[: min(said.end() if said else 16, stop.start() if stop else _ZH_REACH)]
            found = find_date(near, self._published, is_chinese=True)
            if found is None and (match := chinese_forms().said_on.match(after)):
                found = find_date(match["date"], self._published, is_chinese=True)
            if found is None and (match := chinese_forms().date_before.search(self._before(name, _ZH_REACH))):
                found = find_date(match["date"], self._published, is_chinese=True, last=True)
            return found
        after = self._after(name, 90)
        if after.startswith((")", ",")) and english_forms().after.match(after) is None:
            after = ""  # what comes after the comma is told of something else
        after = _PROGRAMME.sub("", after[1:] if after.startswith(("”", '"', "’ ", "' ")) else after, count=1)
        stop = _SENTENCE_END.search(after)
        found = find_date(after[: stop.start() if stop else None], self._published, is_chinese=False)
        before = self._before(name, 60)
        if found is None and names_time(before) and (match := english_forms().date_before.search(before)):
            found = find_date(match["date"], self._published, is_chinese=False, last=True)
        if found is None and not after.startswith(",") and (match := _DAY_OPENS.search(self._before(name, _REACH))):
            found = find_date(match["date"], self._published, is_chinese=False)
        return found

    def _before(self, name: _Name, reach: int) -> str:
        """Return what stands before the name in its paragraph."""
        words = self._folded[max(0, name.span.start - reach) : name.span.start]
        return words[max(map(words.rfind, _BREAKS)) + 1 :]

    def _after(self, name: _Name, reach: int) -> str:
        """Return what stands after the name in its paragraph."""
        words = self._folded[name.span.end : name.span.end + reach]
        for sign in _BREAKS:
            words = words.partition(sign)[0]
        return words


def _pass_on(text: str, names: list[_Name], credited: list[bool]) -> None:
    """Credit names that are joined to a credited one: “Reuters and the Financial Times reported”."""
    joined = [
        other.span.start - one.span.end <= 24 and _JOIN.fullmatch(text[one.span.end : other.span.start]) is not None
        for one, other in pairwise(names)
    ]
    for at, is_joined in enumerate(joined):
        if is_joined and credited[at]:
            credited[at + 1] = True
    for at in range(len(joined) - 1, -1, -1):
        if joined[at] and credited[at + 1]:
            credited[at] = True
