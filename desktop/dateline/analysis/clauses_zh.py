"""The subject of a Chinese clause: which words name who does what its verb says.

Works on text in Simplified characters in which everything inside quotation marks is blanked. It peels adverbs, dates
and prepositional phrases off both ends of the clause; what stays is the subject. Every look is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.analysis.cues_zh import SpeechWords
from dateline.analysis.name_forms_zh import BEGINS_PREDICATE
from dateline.analysis.names_zh import Names, Naming
from dateline.text.span import Span

_CUT = re.compile("[，,；;：:。！？!?\n]|——|—")
_DATE = (
    r"(?:(?:当地|北京|美东|美国东部|台北|东部)时间)?(?:\d{4} ?年 ?)?(?:\d{1,2} ?月 ?|[本上同当]月)?"
    r"\d{1,2} ?日(?:[上下]午|晚间|晚|早间|凌晨|当天)?"
    r"|\d{1,2} ?月份?|\d{4} ?年|(?:当地时间)?(?:本|上)?(?:周|星期)[一二三四五六日天](?:[上下]午|晚间|晚)?"
    r"|[一二三四五六七八九十]+月份?|[一二三四五六七八九十\d]+[号日]"
)
_DATE_END = re.compile(rf"(?:{_DATE})$")
_DATE_START = re.compile(rf"(?:{_DATE})[，,]?")
_DAY = re.compile("(?:当地时间|美东时间)?(?:[本上这]?(?:周|星期)[一二三四五六日天])")
_BRACKETS = re.compile(r"\s*[（(][^（()）]{0,60}[）)]")
_BRACKETS_END = re.compile(r"[（(][^（()）]{0,60}[）)]$")
_TO_SOMEBODY = re.compile(
    "(?<![反针应绝面相校核])对(?![手方策象于华外接话付标立冲])|(?<![方动志去趋倾])向(?![东西来上])|跟|给|告诉"
)
_PHRASE = re.compile(
    "在(?!线|野|任|校|华|逃|职|读|建)|于(?!是)|自(?!己|由|动|主|称|媒)|从(?!业)|当(?!局|地|事|选)|针对|面对|随着|根据|按照|围绕|关于|对于|至于|就(?!业)|被问"
)
_PHRASE_END_AFTER = re.compile(
    "[上中时后前里内下间]|一事|问题|说法|质疑|消息|报道|传闻|期间|之际|以来|来说|来看|而言|方面"
)
_PRONOUN = re.compile("他们|她们|它们|他|她|它(?!们)")
_FIRST_PERSON = re.compile("我们|我|你们|你|您")
_BAD_START = re.compile(
    "(?!被告|被害)[的地得只每不没再为要会能可应若虽此所被把让使由而以并乃均皆是这那很更太最](?!位|名|家|些|国|野|长|师|计)"
    "|[对朝冲望看指拿当随跟沿握捧盯]着|作为|谈到|谈及|谈起|问及|问到|提到|提及|说到|说起|面对|对于|关于|至于|针对|回忆|回顾|"
    "半天|半晌|许久|良久|好一会|好半天|过了|这才|只好|只得|低声|小声|大声|轻声|缓缓|那么|这样|那样|这种|这个(?!人)|非常|已经|正在|回头|转身|随后|于是|仍|据|如|根据|按照|通过|一旦|一边|无论|不管|看来"
)
_NOT_SUBJECT = re.compile(
    "数据|结果|事实|现实|情况|问题|原因|时间|事情|内容|目前|未来|过去|方面|其中|大家|记者|笔者|说|道|我|我们"
)
#: Who does it to the subject: 她被亲姐姐(吐槽), 他被导演羞辱：.
_AGENT = re.compile("(?<!将)被(?![告害])([^，,。：:的被]{2,12})$")
#: Whom something makes say it: 让参会者纷纷(感叹).
_MADE = re.compile(
    "(?:(?<![转出割退礼])让|(?<![命法司指])令|促使|使得|引得|惹得|逼得)([^，,。：:的人]{2,10}?)(?:纷纷|不禁|不由得?|连连|忍不住|直呼)?$"
)
#: How somebody speaks, before the verb: 语调自信地(回答); 当地, 内地 are places.
_MANNER = re.compile("(?<![当内本各外基场土产属境殖])地$")
_OWNED = re.compile("([^，,。：:]{1,16}?)的[^的，,。：:]{1,10}[是为]$")
_TOPIC_OF_QUESTION = re.compile("针对|对于|面对|就|对")
#: Somebody of a narrative's own, by what he is to another of it.
_KIN = re.compile(
    "父亲|母亲|妻子|丈夫|儿子|女儿|爷爷|奶奶|外婆|外公|哥哥|姐姐|弟弟|妹妹|导师|合伙人|老板|店主|房东|领导|老师|医生|司机|教练"
)
_SEEN_BY = re.compile("眼[中里]|看来|印象中|记忆[中里]|心目中")
#: What somebody does who says nothing to the words before: ”沈默言没有接话。
_SILENT = re.compile(
    "(?:没有?|并没有?|并未|未)(?:再|立刻|马上)?(?:反驳|接话|接茬|回答|作声|吭声|说话|回应|应声|开口|答话|理会|追问)"
    "|沉默|愣|怔|不语|一言不发|无言以对|哑口无言"
)
_CITED = re.compile(
    "(?:援引|引用|引述|转引|借用|用)(?:了)?([^，,。：:]{2,24}?)"
    "(?:的(?:话|说法|评论|表述|原话|消息|观点|分析|预测|看法|介绍)(?:来)?[说称道]?|(?<=人士|官员|高管|员工)|(?<=消息源|分析师|发言人))$"
)
_REVEALED = re.compile(
    "[^。，,]{0,8}说(?:这|出这|这句|这番|这些|出这句|出这番)?(?:话|句话|番话)的(?:人)?[，,]?(?:正|就|便)?是[^。]{0,40}?"
    "(?:的)?([^。，,的]{2,12})(?=[。，,]|$)"
)
#: What a clause says somebody did whose words a colon leads to: 在遗言中留下了一句话, 清晰地说了三个字.
_UTTERED = re.compile(
    "(?:留下|说出|抛出|撂下|甩下|丢下|写下|发出|道出|吐出|喊出|说|写)[过了]?(?:这样|如此|这么)?(?:[一两二三四五六七八几][句番段行个]|这[句番段样])"
    "[^，,。：:]{0,12}(?:话|字|感慨|感叹|疑问|疑惑|警告|质问|呼声|豪言)$"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_LATIN_TAIL = re.compile(r"[A-Z][\w.'’-]*(?:[ \u00a0][A-Za-z][\w.'’-]*)*$")
_HAS_WORDS = re.compile("[\u4e00-\u9fffA-Za-z]")
_EDGE = ' \u3000\u00a0”“’‘」』「『"）)》—–-·•*>〉】\ue000'
_SIGNATURE = re.compile(r"[。，,]?\s*[—–-]{1,2}\s*([^\s，,。；;：:（(《—–-]{2,20})\s*(?:$|\n|[：:（(，,]?《|[（(])")
_SENTENCE_STOP = re.compile("[。！？!?；;\n]")
_AT = frozenset("在于从自到去赴抵往")  # 他在国会山说: a place, not who speaks
_WIDEST = 160
_LONGEST_OFFICE = 16
_OFFICE = re.compile("[\u4e00-\u9fff]{1,9}[长员官人席师授任裁理]")
_LONGEST_NOUN = 36
_CLAUSES_BACK = 6


class Clauses:
    """The subjects of one text."""

    def __init__(self, folded: str, names: Names, words: SpeechWords) -> None:
        self._folded = folded
        self._names = names
        self._words = words
        self._reporting = tuple(words.reporting)

    def subject(self, start: int, end: int) -> Span | None:
        """Return the words that name who does what the verb at `end` says; the sentence begins at `start`."""
        clauses = self._cut(max(start, end - _WIDEST), end)
        if not clauses:
            return None
        cited = _CITED.search(self._folded, *clauses[-1])
        if cited is not None:
            return self._trimmed(*cited.span(1))
        is_colon = self._folded[end : end + 1] in ("：", ":")
        uttered = _UTTERED.search(self._folded, *clauses[-1]) if is_colon else None
        if uttered is not None:
            clauses[-1] = (clauses[-1][0], uttered.start())
        if is_colon and self._folded[end - 1] in "是为":
            return self._owner(*clauses[-1])
        agent = _AGENT.search(self._folded, *clauses[-1])
        if agent is not None and not agent[0].endswith(("后", "时", "的", "问题", "方式")):
            return self._trimmed(agent.start(1), agent.end() - (2 if is_colon else 0))
        made = _MADE.search(self._folded, *clauses[-1])
        if made is not None:
            return self._trimmed(*made.span(1))
        if self._folded.startswith("看来", end):
            low, high = clauses[-1]
            at = self._folded.rfind("在", low, high)
            if at < 0:
                return None
            return self._named_in(at + 1, high) or self._trimmed(at + 1, high)
        asked = _TOPIC_OF_QUESTION.match(self._folded, *clauses[-1])
        if asked is not None and self._folded.startswith(("提问", "追问", "问", "质疑"), end):
            return self._trimmed(asked.end(), clauses[-1][1])
        teller = self._teller(clauses) if self._folded[end - 1] in "，," else None  # the verb opens its clause
        if teller is not None:
            return teller
        found = self._of_verb(*clauses[-1])
        if found is not None and (len(clauses) == 1 or self.is_speaker(found)):
            return found
        teller = self._teller(clauses[:-1])
        if teller is not None:
            return teller
        for low, high in reversed(clauses[-_CLAUSES_BACK:-1]):
            earlier = self._of_earlier_clause(low, high)
            if earlier is not None:
                return earlier
        return found

    def _owner(self, low: int, high: int) -> Span | None:
        """Return whose answer, motto, last line it is that a colon follows: 他的回答是：; None for 口号是：."""
        low = self._past_openings(low, high)
        match = _OWNED.match(self._folded, low, high)
        span = self._trimmed(*match.span(1)) if match else None
        return span if span is not None and self.is_speaker(span) else None

    def sentence_start(self, low: int, place: int) -> int:
        """Return where the sentence that leads to `place` begins, `low` at the earliest."""
        end = place
        while end > low and (self._folded[end - 1].isspace() or self._folded[end - 1] in "；;>"):
            end -= 1
        cut = low
        for match in _SENTENCE_STOP.finditer(self._folded, low, end):
            cut = match.end()
        return cut

    def is_speaker(self, span: Span) -> bool:
        """Tell whether the words look like somebody: named, a pronoun, or a noun for people or bodies."""
        words = span.of(self._folded)
        return bool(
            self._names.within(*span)
            or _PRONOUN.fullmatch(words)
            or words.endswith(self._words.speakers)
            or self._words.nameless.match(words)
            or words.isascii()
        )

    def topic(self, start: int, end: int) -> Span | None:
        """Return whom a sentence without a verb of speech is about: somebody named, or a pronoun."""
        for low, high in self._cut(max(start, end - 2 * _WIDEST), end):
            opening = self._past_openings(low, high)
            pronoun = _PRONOUN.match(self._folded, opening, high)
            if pronoun and pronoun[0] != "它" and self._folded[pronoun.end() : pronoun.end() + 1] != "的":
                return Span(*pronoun.span())
            for naming in self._names.within(low, high):
                if _SEEN_BY.match(self._folded, naming.span.end, high):
                    return naming.span
                if not self._names.is_governed(naming) and not self._names.is_owner(naming):
                    return naming.span
            noun = self._opening_noun(opening, high, is_sure=True)
            if noun is not None:
                return noun
            kin = _KIN.match(self._folded, opening, high)
            after = self._folded[kin.end() : kin.end() + 1] if kin is not None else "的"
            if kin is not None and after != "的" and after in BEGINS_PREDICATE:
                return Span(*kin.span())
        return None

    def opening(self, start: int, end: int) -> Span | None:
        """Return who opens the words at `start`: ”Amber感到挫败。, ”——李明, or ”研究员李明望向窗外。."""
        at = start
        while at < end and (self._folded[at].isspace() or self._folded[at] in "。，,—–-"):
            at += 1
        pronoun = _PRONOUN.match(self._folded, at, end)
        if pronoun:
            is_other = self._folded[pronoun.end() : pronoun.end() + 1] == "的"
            return None if is_other or _SILENT.match(self._folded, pronoun.end()) else Span(*pronoun.span())
        clause = _CUT.search(self._folded, at, end)
        for naming in self._names.within(at, clause.start() if clause else end):
            if self._names.is_owner(naming) or self._names.is_governed(naming):
                continue
            if not naming.is_person:
                naming = self._officer(naming) or naming
            before = self._folded[at : naming.span.start].rstrip()
            if not before or (naming.is_person and before.endswith(self._words.title_ends)):
                return None if _SILENT.match(self._folded, naming.span.end) else naming.span
        return None

    def _officer(self, body: Naming) -> Naming | None:
        """Return the person whose office at a body follows its name: 鄭子豪 in 數位發展部次長鄭子豪."""
        for naming in self._names.within(body.span.end, body.span.end + _LONGEST_OFFICE):
            if naming.is_person and _OFFICE.fullmatch(self._folded, body.span.end, naming.span.start):
                return naming
        return None

    def revealed(self, start: int, end: int) -> Span | None:
        """Return who is named after the words: ”说这话的，是开了三十年店的卫兰。, ”刚接手的尹川立下誓言。."""
        match = _REVEALED.match(self._folded, start, end)
        if match:
            return self._trimmed(*match.span(1))
        for naming in self._names.within(start, end):
            if naming.is_person and not self._names.is_governed(naming) and not self._names.is_owner(naming):
                return naming.span
        return None

    def sender(self, start: int, end: int) -> Span | None:
        """Return who sent the message that is received before a colon: 接到了领导电话：“…”."""
        match = self._words.message.search(self._folded, max(start, end - 40), end)
        return self._trimmed(*match.span(match.lastindex or 0)) if match else None

    def signature(self, start: int, end: int) -> Span | None:
        """Return the name that signs a quotation after a dash: ”——李明."""
        match = _SIGNATURE.match(self._folded, start, end)
        return Span(*match.span(1)) if match else None

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        cuts = [start]
        for match in _CUT.finditer(self._folded, start, end):
            cuts += [match.start(), match.end()]
        cuts.append(end)
        pairs = list(zip(cuts[::2], cuts[1::2], strict=True))
        return [pair for pair in pairs if pair[0] < pair[1]] or pairs[-1:]

    def _of_verb(self, low: int, high: int) -> Span | None:
        """Return the subject of the clause whose verb stands at `high`."""
        if _MANNER.search(self._folded, low, high) and not self._names.within(low, high):
            return None if _PRONOUN.match(self._folded, low, high) is None else self._in(low, high)
        end = self._without_tail(low, high)
        found = self._in(low, end)
        if found is None and end < high:
            # The whole was a phrase with its preposition at the head: 在台北的黄仁勋说.
            found = self._named_in(low, high)
        return found

    def _teller(self, clauses: Sequence[tuple[int, int]]) -> Span | None:
        """Return who tells what the clauses say; what is told has subjects of its own: 卢一鸣表示，公司很忙，称…."""
        for low, high in reversed(clauses[-_CLAUSES_BACK:]):
            if self._folded.endswith(self._reporting, low, high):
                verb = next(verb for verb in self._reporting if self._folded.endswith(verb, low, high))
                found = self._of_verb(low, high - len(verb))
                if found is not None and self.is_speaker(found):
                    return found
        return None

    def _of_earlier_clause(self, low: int, high: int) -> Span | None:
        found = self._named_in(low, high)
        if found is not None:
            return found
        start = self._past_openings(low, high)
        pronoun = _PRONOUN.match(self._folded, start, high)
        if pronoun and self._folded[pronoun.end() : pronoun.end() + 1] != "的":
            return Span(*pronoun.span())
        return self._opening_noun(start, high, is_sure=False)

    def _in(self, low: int, end: int) -> Span | None:
        low = self._past_openings(low, end)
        pronoun = _PRONOUN.match(self._folded, low, end) or _FIRST_PERSON.match(self._folded, low, end)
        if pronoun and self._folded[pronoun.end() : pronoun.end() + 1] != "的":
            return Span(*pronoun.span())
        named = self._named_in(low, end)
        if named is not None:
            return named
        if self._words.nameless.match(self._folded, low, end) and self._folded.endswith(self._words.speakers, low, end):
            return self._trimmed(low, end)  # 一位在大厂负责采购的人士: what stands between tells who he is
        stop = self._lead(low, end)
        return self._trimmed(low, self._without_tail(low, stop) if stop < end else end)

    def _named_in(self, low: int, high: int) -> Span | None:
        """Return the first name between two places that can be a subject; people go before bodies."""
        namings = self._names.within(low, high)
        # The head of a relative clause goes before whom the clause names: 陪同总统出访的卢一鸣说.
        for naming in sorted(namings, key=lambda naming: (not naming.is_person, not self._is_head(naming, low, high))):
            if self._names.is_governed(naming) or self._names.is_owner(naming):
                continue
            after = naming.span.end
            bracket = _BRACKETS.match(self._folded, after, high)
            after = bracket.end() if bracket else after
            honorific = self._words.honorific.match(self._folded, after, high) if naming.is_person else None
            after = honorific.end() if honorific else after
            while after < high and self._folded[after] in " \u3000\u00a0”’》」":
                after += 1
            if not naming.is_person and (
                naming.span.start > low + 2
                or self._folded[naming.span.start - 1] in _AT
                or self._words.bearer.match(self._folded, after, high)
            ):
                continue
            opens = naming.is_person and (
                naming.span.start == low or self._folded.endswith(self._words.title_ends, low, naming.span.start)
            )
            if after >= high or self._words.follows_name(self._folded, after) or _DAY.match(self._folded, after, high):
                return naming.span
            if opens and self._folded[after] in BEGINS_PREDICATE:
                return naming.span
        return None

    def _is_head(self, naming: Naming, low: int, high: int) -> bool:
        """Tell whether 的 leads to a name that the verb or a phrase before it follows at once."""
        after = naming.span.end
        return (
            naming.span.start > low
            and self._folded[naming.span.start - 1] == "的"
            and (after >= high or self._words.follows_name(self._folded, after))
        )

    def _opening_noun(self, start: int, high: int, *, is_sure: bool) -> Span | None:
        """Return the noun phrase that opens a clause, when it is clearly somebody: 一位研究人员, 该公司, 法国人."""
        end = self._without_tail(start, self._lead(start, high))
        words = self._words
        if (
            not is_sure
            and end - start > 1
            and self._folded.endswith(words.speakers, start, end)
            and end - start <= _LONGEST_NOUN
        ):
            return self._trimmed(start, end)
        for size in range(min(end - start, _LONGEST_NOUN), 1, -1):
            noun = self._folded[start : start + size]
            if noun.endswith(words.organisations) or (noun.endswith(words.roles) and size > 2):
                return self._trimmed(start, start + size)
        return None

    def _lead(self, low: int, end: int) -> int:
        """Return where the first prepositional phrase or second verb of a clause begins, its end when none does."""
        for match in self._words.leads.finditer(self._folded, low, end):
            if match.lastgroup and match.start() >= low + 2:
                return match.start()
        return end

    def _trimmed(self, low: int, end: int) -> Span | None:
        folded = self._folded
        while low < end and (folded[low].isspace() or folded[low] in _EDGE):
            low += 1
        while low < end and (folded[end - 1].isspace() or folded[end - 1] in " ：:，,—–-的地"):
            end -= 1
        if low >= end:
            return None
        if end - low > _LONGEST_NOUN:
            cut = folded.rfind("的", low, end - 2)
            if cut < 0 or end - cut > _LONGEST_NOUN:
                return None
            low = cut + 1
        for at in range(end - 2, low, -1):
            if folded[at].isspace() and _HAN.match(folded[at - 1]) and _HAN.match(folded[at + 1]):
                low = at + 1
                break
        latin = _LATIN_TAIL.search(folded, low, end)
        if latin is not None and folded[low : latin.start()].rstrip().endswith(self._words.title_ends):
            low = latin.start()
        noun = folded[low:end]
        if noun.startswith("据"):
            return self._trimmed(low + 1, end)
        if not _HAS_WORDS.search(noun) or _BAD_START.match(noun) or _NOT_SUBJECT.fullmatch(noun):
            return None
        return Span(low, end)

    def _past_openings(self, low: int, end: int) -> int:
        folded = self._folded
        for _ in range(8):
            while low < end and (folded[low].isspace() or folded[low] in _EDGE):
                low += 1
            match = self._words.openings.match(folded, low, end) or _DATE_START.match(folded, low, end)
            if match is None or match.end() >= end:
                phrase = _PHRASE.match(folded, low, end)
                after = _PHRASE_END_AFTER.search(folded, phrase.end() + 1, min(end, low + 48)) if phrase else None
                if after is None or after.end() >= end:
                    return low
                match = after
            if self._names.at(low) is not None:
                return low
            low = match.end()
        return low

    def _without_tail(self, low: int, end: int) -> int:
        """Return where the subject ends in a clause: before the adverbs, dates and phrases that lead to the verb."""
        folded, words = self._folded, self._words
        for _ in range(10):
            while low < end and (folded[end - 1].isspace() or folded[end - 1] in "、\ue000"):
                end -= 1
            if low >= end:
                return end
            brackets = _BRACKETS_END.search(folded, max(low, end - 64), end) if folded[end - 1] in "）)" else None
            if brackets:
                end = brackets.start()
                continue
            size = next(
                (n for n in (8, 7, 6, 5, 4, 3, 2, 1) if end - n >= low and folded[end - n : end] in words.adverbs), 0
            )
            if size and not folded.endswith(words.not_adverbs, max(low, end - 4), end):
                end -= size
                continue
            date = (
                _DATE_END.search(folded, max(low, end - 24), end)
                if folded[end - 1] in "日月年份午晚间天号晨一二三四五六"
                else None
            )
            if date:
                end = date.start()
                continue
            cut = self._phrase_start(low, end)
            if cut < 0 or cut >= end:
                return end
            end = cut
        return end

    def _phrase_start(self, low: int, end: int) -> int:
        """Return where the phrase begins that ends the clause, -1 when none does."""
        folded, words = self._folded, self._words
        if folded.endswith(words.phrase_ends, low, end):
            for match in words.leads.finditer(folded, low, end - 1):
                if match.lastgroup and match.start() > low:
                    return match.start()
            if _PHRASE.match(folded, low, end):
                return low
        to = _TO_SOMEBODY.search(folded, max(low, end - 30), end)
        if to is not None and to.end() < end and to.start() > low:
            return to.start()
        return -1
