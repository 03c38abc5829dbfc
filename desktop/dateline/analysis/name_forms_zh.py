"""Names of people in a Chinese text, told by their form and by what stands beside them.

Names with a middle dot, names after a title or before a verb of speech, and names that come again and again. It does
not know the lexicon, and whom a name means is for others to tell. One pass over the text for each kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import ahocorasick_rs

from dateline.analysis.cues_zh import Cue, SpeechWords
from dateline.text.span import Span

_HAN = "\u4e00-\u9fff"
_DOT = "·•・‧．"
#: This and others begin with a class of characters, so that the scan for them is fast.
_FOREIGN = re.compile(f"[{_DOT}](?<=[{_HAN}].)[{_HAN}A-Z]{{1,8}}(?:[{_DOT}][{_HAN}A-Z]{{1,8}}){{0,2}}")
_IS_HAN = re.compile(f"[{_HAN}]")
_HAN_BEFORE = re.compile(f"[{_HAN}]{{1,10}}$")
DOTS = re.compile(f"[{_DOT}]")
_LATIN = re.compile(r"[A-Z](?<![A-Za-z0-9].)[a-z]{2,}(?:[ \u00a0][A-Z][a-z.]*){0,2}(?![A-Za-z0-9\-])")
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
_LONGEST_FOREIGN = 8  # characters of a foreign name without a dot
#: Characters that begin what somebody does and seldom stand in a given name.
BEGINS_PREDICATE = frozenset(
    "是有在把被将让用以从向对给为与和及的还也就却则又都才已曾正仍并没不未很更最太想说道问答笑叹喊叫站坐走跑看听写读指望拿举"
    "递愣瞪咬搓披喝吃抬摆摇点低回转停顿沉抛接收发提谈讲等显认表觉感打开做去来见带出耸揉皱眨捂拍掏端挥擦"
)
_WORDS_END = re.compile("\ue000[”」』]")
_AFTER_WORDS = re.compile("[^。！？!?\n“「『]{4,40}")
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


def name_finder(
    forms: Iterable[str], kind: ahocorasick_rs.MatchKind = ahocorasick_rs.MatchKind.Standard
) -> ahocorasick_rs.AhoCorasick:
    """Return a finder of the names of one text: built in a fraction of the time that compiling a pattern takes."""
    return ahocorasick_rs.AhoCorasick(
        forms, kind, store_patterns=False, implementation=ahocorasick_rs.Implementation.NoncontiguousNFA
    )


class NameFinder:
    """Finds the names of people in one folded text; where the lexicon's entities begin (`others`) it looks for none."""

    def __init__(self, folded: str, words: SpeechWords, others: set[int], cues: Sequence[Cue]) -> None:
        self._folded = folded
        self._words = words
        self._cues = cues
        self._others = others
        self._titles = words.titles_in(folded)
        self._titles_of_names: list[Span] = []
        end = 0
        for title in self._titles:
            if title.start >= end and folded[title.end : title.end + 1] in words.heads:
                self._titles_of_names.append(title)
                end = title.end
        self._after_titles = [title.end for title in self._titles_of_names]

    def spans(self) -> Iterator[Span]:
        """Yield where names stand, kind by kind: not each place of a name, but one at least."""
        yield from self._foreign()
        yield from self._titled()
        yield from self._speaking()
        yield from self._frequent()
        yield from self._latin()
        yield from self._nicknames()

    def _foreign(self) -> list[Span]:
        """Return names with a middle dot, without the title that runs into them."""
        found = []
        for match in _FOREIGN.finditer(self._folded):
            end = self._end_of_foreign(match.end() - len(DOTS.split(match.group())[-1]), match.end())
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

    def _titled(self) -> list[Span]:
        """Return the names that follow a title: 创始人李明."""
        found = []
        foreign: set[int] = set()
        over = 0
        for title in self._titles:
            start = end = title.end
            if title.start < over or start - title.start < 2:
                continue
            while self._folded[end : end + 1] in self._words.foreign and end - start < _LONGEST_FOREIGN:
                end += 1
            if end - start < 2:
                continue
            over = end
            while end - start > 1 and not self._is_followed(end):
                end -= 1
            if end - start > 2 and start not in self._others:
                found.append(Span(start, end))
                foreign.add(start)
        for start, end in self._titles_of_names:
            if end not in foreign:
                span = self._name_at(end, is_trusted=end - start > 1)
                if span is not None:
                    found.append(span)
        return found

    def _speaking(self) -> list[Span]:
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
        for start, end in self._after_words:
            found += self._opening_names(start, end)
            comma = self._folded.find("，", start, end)
            if comma >= 0:
                found += self._opening_names(comma + 1, end)
            at = self._folded.find("的", start, end)
            while at >= 0:
                span = self._name_at(at + 1, is_trusted=False, is_beside_words=True)
                if span is not None:
                    found.append(span)
                at = self._folded.find("的", at + 1, end)
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
        # 陪同出访的卢一鸣表示: the head of a relative clause is its last word.
        places = {start, opening.end() if opening else start, self._folded.rfind("的", start, end) + 1 or start}
        if titled < len(self._after_titles) and self._after_titles[titled] < min(end, start + _LONGEST_TITLE):
            places.add(self._after_titles[titled])
        for at in places:
            span = self._name_at(at, is_trusted=False, is_beside_words=True)
            if span is not None and span.end <= end:
                found.append(span)
        return found

    def _frequent(self) -> list[Span]:
        """Return names that stand in the text again and again, at the head of clauses too."""
        found = []
        words = self._words
        n_initial = Counter(words.initial_gram.findall(self._folded))
        pairs = [
            pair
            for pair, n in n_initial.items()
            if n > 1 and pair not in words.not_names and pair[1] not in words.not_given
        ]
        places: list[list[int]] = [[] for _ in pairs]
        for index, start, _ in (
            name_finder(pairs).find_matches_as_indexes(self._folded, overlapping=True) if pairs else ()
        ):
            places[index].append(start)
        for pair, at_pair in zip(pairs, places, strict=True):
            n = len(at_pair)
            triples = Counter([self._folded[at : at + 3] for at in at_pair if _IS_HAN.match(self._folded, at + 2)])
            best = max([(n_whole, triple) for triple, n_whole in triples.items() if n_whole > 1], default=(0, ""))
            name = best[1] if best[0] >= 0.6 * n else pair
            is_short, is_rare = len(name) == 2, n < 3
            if (is_short and is_rare) or (pair[0] in words.everyday and (is_short or is_rare)):
                continue
            if self._is_name(name):
                at = self._folded.find(name)
                if at not in self._others:
                    found.append(Span(at, at + len(name)))
        return found

    def _latin(self) -> list[Span]:
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

    def _nicknames(self) -> list[Span]:
        """Return 陈校长, 李女士 wherever they stand, and 老黄, 小李, 潘老 where they come at least twice."""
        counts: Counter[str] = Counter()
        places: dict[str, Span] = {}
        for match in self._words.nickname.finditer(self._folded):
            counts[match.group()] += 1
            places.setdefault(match.group(), Span(*match.span()))
        found = [span for name, span in places.items() if counts[name] >= 2]
        found += [
            Span(*match.span()) for match in self._words.led_nickname.finditer(self._folded) if self._is_led(match)
        ]
        for start, _ in self._after_words:
            nickname = self._words.nickname.match(self._folded, start)
            if nickname is not None:  # “活儿多了。”老魏叹气
                found.append(Span(*nickname.span()))
        honoured = self._words.honoured.finditer(self._folded)
        found += [Span(*match.span(1)) for match in honoured if self._is_name(match.group(1))]
        return found + [Span(*match.span()) for match in self._words.courtesy.finditer(self._folded)]

    def _is_led(self, match: re.Match[str]) -> bool:
        """Tell whether a title or an attribute leads to a name that somebody's doing follows: 对面的小赵低下头."""
        start, end = match.span()
        is_led = self._folded.endswith(("的", *self._words.title_ends), max(0, start - 8), start)
        return is_led and self._folded[end : end + 1] in BEGINS_PREDICATE

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
                and (len(name) == 2 or self._everyday[name] < 2)
            ):
                return None
            return Span(at, end)
        name = folded[at : at + sizes[0]]
        if is_trusted and name[0] not in words.everyday and len(name) == sizes[0] and self._is_name(name):
            return Span(at, at + sizes[0])
        return None

    @cached_property
    def _after_words(self) -> list[Span]:
        """What follows somebody's words in their sentence."""
        found: list[Span] = []
        for mark in _WORDS_END.finditer(self._folded):
            after = _AFTER_WORDS.match(self._folded, mark.end())
            if after is not None and not (found and found[-1].end > mark.end()):
                found.append(Span(*after.span()))
        return found

    @cached_property
    def _everyday(self) -> Counter[str]:
        """How often three characters stand in the text of which the first is a surname and an everyday word."""
        found = self._words.everyday_gram.findall(self._folded)
        return Counter([first + given for first, given in found])

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
        if name[2:] and name[2:] in words.organisations:
            return False  # 铃木公司
        given = name[2:] if name[:2] in words.double_surnames else name[1:]
        if not given or any(
            character in words.not_given or not "\u4e00" <= character <= "\u9fff" for character in given
        ):
            return False
        return name[:2] in words.double_surnames or name[0] in words.surnames
