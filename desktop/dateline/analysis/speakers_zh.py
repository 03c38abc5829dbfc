"""Whom the words that name a Chinese speaker mean: the full name behind a family name, a pronoun or a role.

Answers only from the text and the lexicon's mentions in it; what cannot be told stays None.
"""

from __future__ import annotations

import re
from collections import Counter

from dateline.analysis.cues_zh import SpeechWords
from dateline.analysis.name_forms_zh import BEGINS_PREDICATE
from dateline.analysis.names_zh import Names, Naming
from dateline.text.script import fold
from dateline.text.span import Span

_HE = frozenset(("他", "她", "其", "后者", "本人"))
_GENDERED = frozenset(("他", "她"))
_NOBODY = frozenset(("他们", "她们", "它们", "我", "我们", "你", "你们", "您", "前者", "对方", "双方", "两人"))
_IT = frozenset(("它",))
_DEMONSTRATIVE = re.compile("这位|那位|该|这名|此|这家|那家|上述|这个")
_NICKNAME = re.compile("[老小]([\u4e00-\u9fff])|([\u4e00-\u9fff])老")
#: Who is not the person named, but belongs to him: 小花母亲.
_ASSOCIATE = re.compile(
    "(?:的)?(?:[大二三老前]?(?:[爸妈爷奶哥姐弟妹]{1,2}|母亲|父亲|父母|外[婆公]|姥[姥爷]|妻子?|丈夫|儿子|女儿|家[属人]|亲[属友]|[好朋]友|同[学事]"
    "|邻居|助理|秘书|经纪人|粉丝|团队|办公室|司机|叔叔|阿姨|舅舅)|(?:代理|辩护)?律师|发言人|代理人|辩护人)"
)
_UNNAMED = ("人士", "专家", "网友", "记者", "用户", "员工", "者", "官员", "高管", "消息源")
_ANY_BODY = frozenset("公司 企业 集团 机构 平台 厂商 组织 媒体 团队 实验室 初创公司 科技公司 巨头".split())
#: Where whoever a narrative is about may be named: at the head of a clause, or as one whom somebody came to see.
_INTRODUCING = re.compile(
    "(?:^|[。！？!?，,\n\ue000”」』])[\\s\u3000]*|(?:找到|见到|遇到|遇见|联系上|采访到)", re.MULTILINE
)
_SENTENCE_END = re.compile("[。！？!?\n]")
_FAR = 1500
_INTRODUCED_WITHIN = 400  # characters before a pronoun in which somebody is looked for whom nothing else tells
_LONGEST_SENTENCE = 120  # characters in which a sentence's subject is looked for
_LONGEST_FULL_NAME = 3
_LONGEST_NAME = 20
_LONGEST_BARE_NAME = 8


class Resolver:
    """Whom the speakers of one text mean; ask in the order of the text."""

    def __init__(self, text: str, folded: str, names: Names, words: SpeechWords) -> None:
        self._text = text
        self._folded = folded
        self._names = names
        self._words = words
        self._last_speaker: Naming | None = None
        self._last_named: Naming | None = None
        self._last_place = 0
        self._last_body: str | None = None
        self._last_body_place = 0
        self._pronouns: dict[str, str] = {}  # by name, 他 or 她, as far as the text has told it
        self._bearers: dict[str, tuple[str | None, str | None]] = {}  # whom a family name means, once it was asked

    def note(self, span: Span) -> None:
        """Remember that whoever is named at `span` speaks: a pronoun after it means him rather than others.

        After somebody nameless a pronoun of the same paragraph is nobody's that can be told.
        """
        person = self._person_in(span)
        if person is None and self._looks_like_a_name(span):
            person = Naming(span, span.of(self._text), is_person=True)
        if person is not None:
            self._last_speaker, self._last_place = person, span.end
            self._last_named = person
        elif self._words.nameless.match(span.of(self._folded)):
            self._last_speaker, self._last_place = None, span.end

    def _looks_like_a_name(self, span: Span) -> bool:
        """Tell whether a speaker whom nothing else names can be a person: 季然, not 公司."""
        surface = span.of(self._folded)
        return (
            2 <= len(surface) <= _LONGEST_FULL_NAME
            and not surface.endswith(self._words.speakers)
            and self._is_formed_like_a_name(span)
        )

    def _is_formed_like_a_name(self, span: Span) -> bool:
        words, surface = self._words, span.of(self._folded)
        return (
            (surface[0] in words.surnames or surface[:2] in words.double_surnames)
            and not any(character in words.not_given for character in surface[1:])
            and surface[:2] not in words.not_names
            and not self._names.within(*span)
        )

    def resolve(self, span: Span) -> tuple[str | None, str | None]:
        """Return full name and lexicon id of whom the words at `span` mean."""
        surface = span.of(self._folded)
        if surface in _HE:
            return self._meant(self._person_of_pronoun(surface, span.start))
        if surface in _NOBODY:
            return None, None
        if surface in _IT:
            return self._body_before(span.start)
        person = self._person_in(span)
        if person is not None:
            rest = self._folded[person.span.end : span.end]
            if _ASSOCIATE.fullmatch(rest) or "、" in surface:
                return (None if "、" in surface else span.of(self._text)), None
            return self._meant(person)
        if _DEMONSTRATIVE.match(surface):
            if surface.endswith(self._words.organisations):
                return self._body_before(span.start, _DEMONSTRATIVE.sub("", surface, count=1))
            if surface.endswith(self._words.roles) or surface[-1] in "长员者人师":
                noun = _DEMONSTRATIVE.sub("", surface, count=1)
                is_later = self._last_body is not None and self._last_place <= self._last_body_place
                if is_later and fold(self._last_body or "").endswith(noun):
                    return self._last_body, None  # 商务部新闻发言人
                return self._meant(self._person_before(span.start))
            return None, None
        for naming in reversed(self._names.within(span.start, span.end)):
            if naming.span.end >= span.end - 2 and naming.span.start <= span.start + 2:
                return self._meant(naming)
        if self._words.nameless.match(surface) or surface.endswith(_UNNAMED):
            return None, None
        if "的" in surface or len(surface) > _LONGEST_NAME:
            return None, None
        name = span.of(self._text)
        if surface.endswith(self._words.speakers) or len(surface) <= _LONGEST_BARE_NAME:
            self._last_body, self._last_body_place = name, span.start
        return self._without_title(span), None

    def _without_title(self, span: Span) -> str:
        """Return the name without the office before it: 拉曼 of 首席经济学家拉曼."""
        surface = span.of(self._folded)
        if not surface.endswith(self._words.speakers):
            for title in reversed(self._words.titles_in(surface)):
                rest = surface[title.end :]
                if 2 <= len(rest) <= _LONGEST_BARE_NAME and all(letter in self._words.foreign for letter in rest):
                    return self._text[span.start + title.end : span.end]
        return span.of(self._text)

    def _body_before(self, place: int, noun: str = "") -> tuple[str | None, str | None]:
        """Return the organisation spoken of last: one the lexicon knows, or a speaker that is no person.

        What the noun says of it must be in its name, unless it says little: no ministry is 该委员会.
        """
        near = self._names.last_before(place, _FAR, is_person=False)
        is_near = self._last_body is not None and place - self._last_body_place < _FAR
        is_any = not noun or noun in _ANY_BODY
        if is_near and (near is None or near.span.start < self._last_body_place):
            found: tuple[str | None, str | None] = (self._last_body, None)
        else:
            found = self._meant(near)
        return found if is_any or (found[0] is not None and fold(found[0]).endswith(noun[-1])) else (None, None)

    def _meant(self, naming: Naming | None) -> tuple[str | None, str | None]:
        """Return full name and lexicon id of whom a naming means; 老黄 and 陈校长 mean the one bearer of the name."""
        if naming is None:
            return None, None
        nickname = _NICKNAME.fullmatch(naming.name)
        if nickname:
            name, entity = self._bearer(nickname[1] or nickname[2])
            return name or naming.name, entity
        courtesy = self._words.courtesy.fullmatch(naming.name)
        if courtesy:
            name, entity = self._bearer(courtesy[1])
            return name or naming.name, entity
        return naming.name, naming.entity

    def _bearer(self, surname: str) -> tuple[str | None, str | None]:
        """Return the person of that family name whom the text names in full most often."""
        if surname in self._bearers:
            return self._bearers[surname]
        bearers: dict[str, Naming] = {}
        counts: Counter[str] = Counter()
        for naming in self._names.namings:
            if naming.is_person and self._is_full_name(naming.name, surname):
                bearers.setdefault(naming.name, naming)
                counts[naming.name] += 1
        bearer = bearers[counts.most_common(1)[0][0]] if bearers else None
        self._bearers[surname] = (bearer.name, bearer.entity) if bearer is not None else (None, None)
        return self._bearers[surname]

    def _is_full_name(self, name: str, surname: str) -> bool:
        words = self._words
        return name[0] == surname and len(name) > 1 and not words.courtesy.match(name) and not _NICKNAME.fullmatch(name)

    def _person_in(self, span: Span) -> Naming | None:
        persons = [naming for naming in self._names.within(span.start, span.end) if naming.is_person]
        for naming in reversed(persons):
            if not self._names.is_owner(naming) or naming.span.end == span.end:
                return naming
        return None

    def _person_of_pronoun(self, pronoun: str, place: int) -> Naming | None:
        """Return whom a pronoun means: not one of whom the text has said 她, where it says 他."""
        found = self._person_before(place)
        if pronoun not in _GENDERED or found is None:
            return found
        if self._pronouns.setdefault(found.name, pronoun) == pronoun:
            return found
        for naming in reversed(self._names.within(max(0, place - _FAR), place)):
            is_other = naming.is_person and self._pronouns.get(naming.name, pronoun) == pronoun
            if is_other and naming.name != found.name and not self._names.is_governed(naming):
                return naming
        return self._introduced_before(place)

    def _person_before(self, place: int) -> Naming | None:
        near = self._names.last_before(place, _FAR, is_person=True)
        last = self._last_speaker
        is_nameless = last is None and 0 < self._last_place <= place
        if is_nameless and (near is None or near.span.start < self._last_place):
            is_same = "\n" not in self._folded[self._last_place : place]
            return None if is_same else self._last_named
        if last is None or self._last_place > place or place - self._last_place > _FAR:
            return self._subject_before(near) if near is not None else self._introduced_before(place)
        if near is None or near.span.start < self._last_place:
            return last
        return near if self._opens(near) or self._is_head_of_sentence(near, place) else last

    def _introduced_before(self, place: int) -> Naming | None:
        """Return who is named last at the head of a clause, by the form of his name alone: 林远舟在实验室待到凌晨。他….

        Many words begin like a name; so it is asked only for a pronoun that means nobody else.
        """
        found = None
        for match in _INTRODUCING.finditer(self._folded, max(0, place - _INTRODUCED_WITHIN), place):
            at = match.end()
            size = 4 if self._folded[at : at + 2] in self._words.double_surnames else 3
            if self._folded[at + size - 1 : at + size] in BEGINS_PREDICATE | self._words.not_given:
                size -= 1
            span = Span(at, at + size)
            name = span.of(self._folded)
            is_everyday = name[:1] in self._words.everyday and self._folded[at + size : at + size + 1] not in (
                BEGINS_PREDICATE | self._words.not_given
            )
            is_noun = name[-2:] in self._words.speakers or name.endswith(self._words.title_ends)
            if at + size < place and not is_everyday and not is_noun and self._is_formed_like_a_name(span):
                found = Naming(span, span.of(self._text), is_person=True)
        return found

    def _subject_before(self, near: Naming) -> Naming:
        """Return whom the sentence is about in which somebody is named, he himself where it is about nobody else."""
        if self._opens(near):
            return near
        start = max(0, near.span.start - _LONGEST_SENTENCE)
        for end in _SENTENCE_END.finditer(self._folded, start, near.span.start):
            start = end.end()
        for naming in self._names.within(start, near.span.start):
            if naming.is_person and self._opens(naming) and not self._names.is_owner(naming):
                return near if self._names.is_governed(naming) else naming
        return near

    def _is_head_of_sentence(self, naming: Naming, place: int) -> bool:
        """Tell whether the sentence that holds a place is about whom a relative clause leads to: 负责此事的卢一鸣."""
        before = self._folded[naming.span.start - 1 : naming.span.start]
        return before == "的" and _SENTENCE_END.search(self._folded, naming.span.end, place) is None

    def _opens(self, naming: Naming) -> bool:
        """Tell whether a naming opens its clause: then it is what the clause is about."""
        before = self._folded[max(0, naming.span.start - 1) : naming.span.start]
        return (
            not before
            or not "\u4e00" <= before <= "\u9fff"
            or self._folded[max(0, naming.span.start - 24) : naming.span.start].endswith(self._words.title_ends)
        )
