"""Who speaks in a Chinese clause, and whom those words mean: the subject of a verb of speech, names, pronouns, roles.

Answers only from the text and the lexicon's mentions in it; what cannot be told stays None. Every look around a place
is bounded, so the time for a text is linear in its length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol

from dateline.analysis.cues_zh import ADVERBS, SpeechWords, alternatives
from dateline.news.finding import Field, Mention
from dateline.text.span import Span

_DATE = r"(?:当地时间|北京时间|美东时间)?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)(?:上午|下午|晚间|晚|早间|凌晨)?|\d{1,2}月份?|\d{4}年|(?:当地时间)?(?:周|星期)[一二三四五六日天](?:上午|下午|晚间|晚)?|[一二三四五六七八九十]+月份"
_PLACE_ENDS = "会议上|发布会上|记者会上|论坛上|采访时|采访中|发言中|演讲中|讲话中|致辞中|声明中|报告中|邮件中|微博上|推特上|社交媒体上|平台上|文章中|信中|直播中|节目中|访谈中|大会上|峰会上|期间|之前|之后|之际|时候|现场|同时"
_PP = rf"(?:在|于|自|从|当|因|为|据|随着|通过|透过|针对|面对|就|对|向|跟|与|和|同|给|谈及|谈到|谈起|提到|提及|说到|说起|接受|出席|参加|回答|回应|回顾|被问及|被问到|问及|介绍|总结|展望|根据|按照|围绕|关于|作为|经由|以)"
#: Adverbial phrases that stand right before the verb, longest first.
_TRAILING = re.compile(
    rf"(?:(?:{alternatives(ADVERBS)})[地的]?"
    rf"|(?:{_DATE})"
    rf"|{_PP}[^，,。；;：:\n]{{1,60}}?(?:{_PLACE_ENDS}|[上中时后前里内下间]|采访|提问|问题|方式|身份|电话|短信|邮件)"
    r"|(?:对|向|跟|给|同|与|和)[^，,。；;：:\n]{1,24}?"
    rf")$"
)
_LEADING = re.compile(
    rf"^(?:[\s—\-–·•*]+|(?:而|但|但是|不过|然而|因此|所以|同时|此外|另外|对此|其中|据悉|随后|此前|接着|最后|而且|并且|虽然|尽管|如果|因为|由于|事实上|其实|例如|比如|目前|如今|现在|日前|近日|当天|今天|昨天|昨日|今日|早前|当时|后来|只是|至于|于是|甚至|尤其|特别是|正如|如|像|就像|连|其后|之后|不久|不久前|去年|今年|上周|本周|当日|截至目前)[，,]?"
    rf"|(?:{_DATE})[，,]?"
    rf"|(?:在|于|自|从|当|据|随着|针对|面对|就|对于|关于|根据|按照)[^，,。；;：:\n]{{1,40}}?(?:{_PLACE_ENDS}|[上中时后前里内下间]|一事|问题|说法|质疑)(?=[^，,。\n]))"
)
_CLAUSE = re.compile("[，,；;：:。！？!?\n]")
#: After a name these show that the name is the subject: adverbs, prepositions, verbs.
_FOLLOW = re.compile(rf"(?:{alternatives(ADVERBS)}|{_DATE}|{_PP}|[（(，,、：:]|在|于|\s|$)")
_PAREN = re.compile(r"[（(][^（()）]{0,60}[）)]\s*$")
_GOVERNED = re.compile(
    "(?:对|向|与|和|跟|关于|被|据|针对|给|问|采访|告诉|同|由|把|让|使|请|替|为|批评|指责|称赞|支持|像|如|包括)$"
)
_PRONOUN = re.compile("(?:他|她|它|他们|她们|它们|我|我们|其|后者|前者|对方|本人)$")
_FOREIGN = re.compile("[\u4e00-\u9fff]{1,7}(?:[·•・‧．][\u4e00-\u9fffA-Z]{1,8}){1,3}")
_LATIN = re.compile(r"[A-Z][A-Za-z.'’\-]+(?: [A-Z][A-Za-z.'’\-]*){0,3}")
_DEMONSTRATIVE = re.compile("^(?:这位|那位|该名|该|这名|此|这家|那家|上述|这个)")
_HAN = "\u4e00-\u9fff"
_WIDEST = 160
_LONGEST_NOUN = 30
_FAR = 1500


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
    def zh(self) -> str:
        """Name in Simplified Chinese, "" where there is none."""
        ...


class EntityNames(Protocol):
    """What resolution needs of the lexicon."""

    def entity(self, entity_id: str, /) -> NamedEntity:
        """Return the entity of that id."""
        ...


class Speakers:
    """The people and organisations of one text, and who stands as the subject where somebody speaks.

    `folded` is the text in Simplified characters, with what stands inside quotation marks blanked out; positions are
    those of the text.
    """

    def __init__(
        self, text: str, folded: str, mentions: Sequence[Mention], lexicon: EntityNames, words: SpeechWords
    ) -> None:
        self._text = text
        self._folded = folded
        self._words = words
        self._lexicon = lexicon
        self._mentions = sorted((m for m in mentions if m.field is Field.TEXT), key=lambda m: m.span)
        self._starts = [mention.span.start for mention in self._mentions]
        self._names = self._find_names()
        self._places = self._find_places()
        self._place_starts = [place.start for place in self._places]

    # -- names ---------------------------------------------------------------------------------------------------

    def _find_names(self) -> dict[str, int]:
        """Return the names of people in the text, each with the place where it first stands."""
        folded, words = self._folded, self._words
        names: dict[str, int] = {}
        for mention in self._mentions:
            if self._lexicon.entity(mention.entity).kind == "person":
                names.setdefault(mention.span.of(folded), mention.span.start)
        for match in _FOREIGN.finditer(folded):
            start = self._foreign_start(match.start(), match.end())
            names.setdefault(folded[start : match.end()], start)
        for cue in words.cues(folded):
            name = self._name_before(cue.start)
            if name is not None:
                names.setdefault(name.of(folded), name.start)
        return names

    def _foreign_start(self, start: int, end: int) -> int:
        """Leave out a title that runs into a foreign name."""
        first = re.split("[·•・‧．]", self._folded[start:end])[0]
        for cut in range(len(first) - 1, 0, -1):
            if self._words.title_end.search(first[:cut]) and cut < len(first):
                return start + cut
        return start

    def _name_before(self, end: int) -> Span | None:
        """Return a Chinese name that ends where a verb or the adverbs before it begin."""
        low = max(0, end - _WIDEST)
        head = self._folded[low:end]
        cut = 0
        for match in _CLAUSE.finditer(head):
            cut = match.end()
        head, low = head[cut:], low + cut
        head = self._strip_right(head)
        for size in (3, 2, 4):
            if len(head) < size:
                continue
            name = head[-size:]
            if not self._is_name(name):
                continue
            before = head[:-size]
            if (
                not before
                or self._words.title_end.search(before)
                or _LEADING.sub("", before) == ""
                or before[-1] == "、"
            ):
                return Span(low + len(head) - size, low + len(head))
        return None

    def _is_name(self, name: str) -> bool:
        words = self._words
        if not all("\u4e00" <= character <= "\u9fff" for character in name):
            return False
        if any(name.startswith(no) for no in (name[:2], name[:3]) if no in words.not_names):
            return False
        if name[:2] in words.double_surnames:
            return 3 <= len(name) <= 4
        return name[0] in words.surnames and len(name) <= 3 and not words.title_end.search(name)

    def _find_places(self) -> list[Span]:
        if not self._names:
            return []
        pattern = re.compile(alternatives(self._known()))
        return [Span(*match.span()) for match in pattern.finditer(self._folded)]

    def _known(self) -> list[str]:
        known = list(self._names)
        for name in self._names:
            last = re.split("[·•・‧．]", name)[-1]
            if last != name and len(last) >= 2:
                known.append(last)
        return known

    # -- subjects ------------------------------------------------------------------------------------------------

    def subject(self, start: int, end: int) -> Span | None:
        """Return the words that name who does what the verb at `end` says; the sentence begins at `start`."""
        start = max(start, end - _WIDEST)
        clauses = self._clauses(start, end)
        for number, (low, high) in enumerate(reversed(clauses)):
            found = self._subject_of_clause(low, high, is_last=number == 0)
            if found is not None:
                return found
        return None

    def _clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start]
        for match in _CLAUSE.finditer(self._folded, start, end):
            cuts += [match.start(), match.end()]
        cuts.append(end)
        return [(low, high) for low, high in zip(cuts[::2], cuts[1::2], strict=True) if low < high]

    def _subject_of_clause(self, low: int, high: int, *, is_last: bool) -> Span | None:
        named = self._named_subject(low, high)
        if named is not None:
            return named
        clause = self._folded[low:high]
        body = self._strip_right(clause) if is_last else clause
        shift = len(body) - len(_strip_left(body))
        body = _strip_left(body)
        low += shift
        body = _PAREN.sub("", body)
        cut = _first_stop(body)
        if cut:
            body = body[:cut]
        body = self._strip_right(body.rstrip())
        body = body.rstrip(' \u3000“”‘’"「」')
        if not body or len(body) > _LONGEST_NOUN or not re.search(rf"[{_HAN}A-Za-z]", body):
            return None
        if not is_last and not (_PRONOUN.search(body) or self._is_noun(body)):
            return None
        lead = len(body) - len(body.lstrip(' \u3000”’」』"）)'))
        return Span(low + lead, low + len(body)) if lead < len(body) else None

    def _is_noun(self, body: str) -> bool:
        words = self._words
        return bool(
            words.roles.search(body)
            or words.organisations.search(body)
            or words.title_end.search(body)
            or self._is_name(body)
            or _LATIN.fullmatch(body)
        )

    def _named_subject(self, low: int, high: int) -> Span | None:
        """Return the first known name of the clause that can be its subject."""
        at = bisect_left(self._place_starts, low)
        while at < len(self._places) and self._places[at].end <= high:
            place = self._places[at]
            before, after = self._folded[low : place.start], self._folded[place.end : high]
            after = re.sub(r"^\s*[（(][^（()）]{0,60}[）)]", "", after)
            if not _GOVERNED.search(before) and (not after.strip() or _FOLLOW.match(after.strip())):
                return place
            at += 1
        return None

    def _strip_right(self, clause: str) -> str:
        for _ in range(8):
            clause = clause.rstrip()
            match = _TRAILING.search(clause)
            if match is None or not match.group():
                stripped = _PAREN.sub("", clause)
                if stripped == clause:
                    break
                clause = stripped
                continue
            clause = clause[: match.start()]
        return clause

    def subject_after(self, start: int, end: int) -> Span | None:
        """Return a name or pronoun that opens the clause at `start`: ”Amber感到挫败。"""
        match = re.match(r"\s*(他们|她们|他|她)", self._folded[start:end])
        if match:
            return Span(start + match.start(1), start + match.end(1))
        at = bisect_left(self._place_starts, start)
        if at < len(self._places) and self._places[at].start <= start + 1 and self._places[at].end <= end:
            return self._places[at]
        return None

    def last_named(self, start: int, end: int) -> Span | None:
        """Return the subject of a sentence without a verb of speech: its first known name that is not governed."""
        found = None
        for low, high in self._clauses(max(start, end - _WIDEST), end):
            found = self._named_subject(low, high)
            if found is None:
                opening = re.match(r"\s*(他|她|他们|她们)(?!们)", self._folded[low:high])
                if opening:
                    found = Span(low + opening.start(1), low + opening.end(1))
            if found is not None:
                return found
        return None

    # -- whom the words mean -------------------------------------------------------------------------------------

    def resolve(self, span: Span, last: Span | None) -> tuple[str | None, str | None]:
        """Return full name and lexicon id of whom the words at `span` mean; `last` names who spoke before them."""
        surface = span.of(self._folded)
        if _PRONOUN.fullmatch(surface):
            if surface in ("他们", "她们", "它们", "我们", "我", "对方", "本人"):
                return None, None
            place = self._last_person(span.start, last)
            return self.resolve(place, None) if place is not None else (None, None)
        entity = self._entity_in(span)
        if entity is not None:
            return self._name_of(entity, surface), entity
        if _DEMONSTRATIVE.match(surface):
            if self._words.roles.search(surface):
                place = self._last_person(span.start, last)
                return self.resolve(place, None) if place is not None else (None, None)
            return self._last_organisation(span.start)
        names = [name for name in self._names if name in surface]
        if names:
            return self._as_written(max(names, key=len)), None
        for name in self._names:
            parts = re.split("[·•・‧．]", name)
            if len(parts) > 1 and parts[-1] in surface:
                return self._as_written(name), None
        if self._words.nameless.match(surface):
            return None, None
        return span.of(self._text), None

    def _as_written(self, name: str) -> str:
        start = self._names[name]
        return self._text[start : start + len(name)]

    def _name_of(self, entity_id: str, surface: str) -> str:
        entity = self._lexicon.entity(entity_id)
        for name in self._names:
            if re.search("[·•・‧．]", name) and re.split("[·•・‧．]", name)[-1] in surface:
                return self._as_written(name)
        return entity.zh or entity.name

    def _entity_in(self, span: Span) -> str | None:
        at = bisect_left(self._starts, span.start)
        best: str | None = None
        while at < len(self._mentions) and self._starts[at] < span.end:
            mention = self._mentions[at]
            if self._lexicon.entity(mention.entity).kind == "person":
                return mention.entity
            if mention.span.end == span.end or mention.span == span:
                best = mention.entity
            at += 1
        return best

    def _last_person(self, start: int, last: Span | None) -> Span | None:
        at = bisect_right(self._place_starts, start) - 1
        if last is not None and last.of(self._folded) and last.start < start and self._is_place(last):
            near = self._places[at] if at >= 0 and self._places[at].start > last.end else None
            if near is None or self._is_governed(near):
                return last
        while at >= 0 and start - self._places[at].start < _FAR:
            if self._places[at].end <= start and not self._is_governed(self._places[at]):
                return self._places[at]
            at -= 1
        return None

    def _is_place(self, span: Span) -> bool:
        at = bisect_left(self._place_starts, span.start)
        return at < len(self._places) and self._places[at].start < span.end

    def _is_governed(self, place: Span) -> bool:
        return _GOVERNED.search(self._folded[max(0, place.start - 3) : place.start]) is not None

    def _last_organisation(self, start: int) -> tuple[str | None, str | None]:
        at = bisect_left(self._starts, start) - 1
        while at >= 0 and start - self._starts[at] < _FAR:
            entity = self._mentions[at].entity
            known = self._lexicon.entity(entity)
            if known.kind not in ("person", "model", "chip", "law"):
                return known.zh or known.name, entity
            at -= 1
        return None, None


def _strip_left(clause: str) -> str:
    for _ in range(6):
        match = _LEADING.match(clause)
        if match is None or not match.group():
            break
        clause = clause[match.end() :]
    return clause


_STOP = re.compile(rf"(?:{_PP}|则|也|还|又|都|便|曾|已|再次|进一步|今天|当天|\d+日|接受|认为|表示)")


def _first_stop(body: str) -> int:
    """Return where the noun phrase that opens a clause ends, 0 when it is the whole clause."""
    match = _STOP.search(body, 2)
    return match.start() if match else 0
