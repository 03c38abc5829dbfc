"""Figures: the numbers a text states, each with its unit, and of what and when as far as the words beside it say.

`figures_en` and `figures_zh` read the numbers, `figures_together` lets those that belong together share what is written
once; here each is given the nearest words in its sentence that name a measure, a person or thing of the lexicon, and a
time. Linear: bounded stretches around each number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dateline.analysis import figures_en, figures_zh
from dateline.analysis.cued import CuedPattern
from dateline.analysis.figure_subjects import noun_before, subject_before
from dateline.analysis.figure_words import any_of, figure_words, plain_number_words
from dateline.analysis.figures_en import Number
from dateline.analysis.figures_together import SENTENCE_END, of_one_thing, share_units
from dateline.analysis.normal import normal
from dateline.news.finding import Field, Figure, Mention
from dateline.text.span import Span

#: How far from a number its words are looked for, in code points.
_REACH, _ZH_REACH = 160, 60
_EN_WHEN = (
    r"\b(?:(?:early|late|mid)[\s-])?(?:"
    r"(?i:(?:the\s)?(?:first|second|third|fourth)[\s-]quarter)(?:\sof\s(?:(?:19|20)\d\d|last\syear|this\syear))?"
    r"|(?i:(?:the\s)?(?:first|second)\shalf)(?:\sof\s(?:(?:19|20)\d\d|last\syear|this\syear))?"
    r"|(?:the\s)?(?:end|start|beginning|middle)\sof\s(?:(?:19|20)\d\d|last\syear|this\syear|the\syear|next\syear|the\sdecade)"
    r"|Q[1-4](?:\s(?:19|20)\d\d)?|(?:fiscal|financial)\s(?:year\s)?20\d\d|FY20\d\d"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?:\s\d{1,2}(?![\d,]\d))?(?:,?\s(?:of\s)?(?:19|20)\d\d)?"
    r"|(?i:last|this|next|the\sprevious|the\sprior|the\scurrent|the\ssame)\s(?:year|month|quarter|week|decade|fiscal\syear|financial\syear"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)"
    r"|(?i:a|one|two|three|four|five|ten)\s(?:years?|months?|decades?|weeks?)\s(?:ago|earlier|before)|(?:a\s)?year[\s-](?:ago|earlier)"
    r"|(?i:the\s)?(?i:current|latest|reported|most\srecent)[\s-](?:quarter|year|month)"
    r"|(?i:the)\s(?:past|last|next|coming|first|previous)\s(?:\w{2,8}\s)?(?:years?|months?|decades?|quarters?|weeks?)"
    r"(?:\sof\s(?:(?:19|20)\d\d|last\syear|this\syear|the\syear))?|first\s\w{2,8}\smonths\sof\s(?:19|20)\d\d|recent\s(?:years|months|weeks|days)"
    r"|(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?s?|(?i:yesterday|today)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r")(?![\w%])"
)
_WHEN_WORDS = (
    "early late mid first second third fourth end start beginning middle fiscal financial last this next current "
    "latest reported most recent year yesterday today"
).split()
#: The words with which a time in English begins, as they are written.
_EN_WHEN_BEGINS = (
    *(form for word in _WHEN_WORDS for form in (word, word.capitalize())),
    *"FY20 19 20 Mon Tues Wednes Thurs Fri Satur Sun Q1 Q2 Q3 Q4".split(),
    *"January February March April May June July August September October November December".split(),
    *"Jan. Feb. Aug. Sept. Sep. Oct. Nov. Dec.".split(),
    *(
        form + space
        for word in "the a one two three four five ten".split()
        for form in (word, word.capitalize())
        for space in " \u00a0\u2009\u202f"
    ),
)
_ZH_WHEN = (
    r"(?:截至|截止|(?<![季年月日度])[到至]\s?)?(?:"
    r"(?:19|20)\d\d\s?年?[-–—~至到]\s?(?:19|20)?\d\d\s?年|(?:19|20)\d\d\s?年?\s?[Qq][1-4]"
    r"|(?:(?:19|20)\d\d|[12]\d)\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?|[上下]半年|第?[一二三四1-4]季度?|前[一二三四五六七八九十\d]{1,2}(?:个?月|季度?)|初|底|末|年底|中期)?"
    r"|(?:今年|去年|前年|明年|后年|当年|同年|次年|上年|本财年|上财年|上一财年|(?:19|20)\d\d财年)(?:同期|\d{1,2}月(?:\d{1,2}日)?|[上下]半年|第?[一二三四1-4]季度?|以来|初|底|末|前[一二三四五六七八九十\d]{1,2}(?:个?月|季度?))?"
    r"|前[一二三四五六七八九十\d]{1,2}(?:个月|季度?)|[上下]半年|第[一二三四1-4]季度?|[一二三四]季度|上季度|本季度|(?<!\d)\d{1,2}月(?:\d{1,2}日|份|底|初|末)?|上月|上个月|本月|当月|(?:上|本|下)?(?:周|星期)[一二三四五六日]|上周|本周|昨日|昨天|今天"
    r"|[一二三四五六七八九十两\d]{1,3}\s?(?:年|个月)前|未来[一二三四五六七八九十两\d]{1,3}年|过去[一二三四五六七八九十两\d]{1,3}(?:年|个月)|近[一二三四五六七八九十两\d]{1,2}年|目前|当前|(?:19|20)\d\d(?![\d,.%]|\s?[\u4e00-\u9fff])"
    r")"
)
_ZH_WHEN_BEGINS = (
    "截至 截止 到 至 今年 去年 前年 明年 后年 当年 同年 次年 上年 本财年 上财年 上一财年 上半年 下半年 第 "
    "一季度 二季度 三季度 四季度 上季度 本季度 上月 上个月 本月 当月 上周 下周 本周 上星期 下星期 本星期 周 星期 "
    "昨日 昨天 今天 未来 过去 近 前 目前 当前 19 20 0 1 2 3 4 5 6 7 8 9".split()
)
_ZH_NOUN = re.compile(
    r"\s?(?:以上|以下|左右)?(?:的|级)?(?!受|和|与|及|或|甚至|对比|大幅|略|拥有|死亡|受伤|失业|表示|认为|报告|翻|增|减|上升|下降|左右|以上|以下|不等|之多|以内|随后|来自|参与|前|正|曾|会|有|无|不|均|只|仅|需|要|共|同时|同比|环比|回落|支付|使用|观看|购买|用于|归|属|占|达|左|仍|还|但|且|其|这|该|以来|至|到|之间|期间|内|后|升|降|涨|跌|提高|提升|扩大|缩小|下|多(?![晶媒模功核]))"
    r"(?P<of>[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9 -]{0,11}?)"
    r"(?=[，。、；：！？,.;:（(）)“”「」『』《》\s]|[称稱说說]|表示|透露|之一|列入|的|和|与|及|在|被|将|已|是|以|并|仍|用于|来自|运营|可|(?<![产功性智节动电])能|都|也|就|受|$)"
)
_OWNS = re.compile(r"\s?(?:以上|以下|左右)?\s?的")
_COMMA = re.compile(r"[,，、:：\s](?:(?<!\s)\s?(?!\d)|(?<=\s)(?:and|but|while)\s)")
#: A time after one of these is the one that is compared with: 比2017年的2073亿元增长.
_THAN = ("比", "是", "比较", "较", "相比", "于", "than in", "than", "compared with", "against", "from")
#: What may be counted in these stands right behind them: 7纳米芯片, 1500万亩农田, 140万订户.
_JOINED_UNITS = figures_zh.COUNTING | {"%", "nm", "亩", "t", "GW", "MW", "m²", "斤", None}
#: A time that is told from another belongs to the figure right before it: from $1.01 billion a year earlier.
_AGO = re.compile(r"\b(?:ago|earlier|before)\Z|year-ago\Z|同期\Z")
#: “of” that joins a figure to what it is of: charges of roughly $800 million, but not the front of the $20 bill.
_OF_BEFORE = re.compile(
    r"(?P<of>[A-Za-z][\w’'-]+)\sof\s(?:(?:about|around|some|roughly|nearly|almost|approximately|just|only|over|under|between"
    r"|(?:more|less|fewer)\sthan|at\s(?:least|most)|up\sto|as\s(?:much|many)\sas|an\sestimated)\s)?\Z"
)
_NO_MEASURE = frozenset(
    "total sum amount average maximum minimum range out number because ahead instead excess most half one-half third "
    "quarter second part batches hundreds thousands millions billions equivalent course issue series".split()
)
_SPANS_OF_TIME = frozenset("years months weeks days hours minutes seconds".split())
_WORTH = ("价值", "價值")
_PEOPLE = frozenset("名位人家个")
#: What has these is a thing, not a measure of business.
_OF_THINGS = frozenset(("nm", "parameters", "tokens", "TOPS", "TB/s", "GB/s", "GB", "TB", "°C"))
_CROSSING = 40
_COMPARED_WITH = 60
_LONGEST_BARE = 3  # characters of a noun that owns the counted one: 300家中国的企业
_BESIDE = 14
_AHEAD = 12


def find_figures(text: str, lang: str, mentions: Sequence[Mention]) -> tuple[Figure, ...]:
    """Return the figures of a text in order, none overlapping another.

    `lang` is an ISO 639-1 code; "zh" is read as Chinese, everything else as English. `mentions` are the text's.
    """
    is_chinese = lang == "zh"
    numbers = list(figures_zh.read_numbers(normal(text)) if is_chinese else figures_en.read_numbers(text))
    if not numbers:
        return ()
    share_units(text, numbers)
    kept = [number for number in numbers if not number.is_plain]
    reader = _Surroundings(text, kept, [mention for mention in mentions if mention.field is Field.TEXT], lang)
    of = of_one_thing(normal(text) if is_chinese else text, kept, [reader.of(at) for at in range(len(kept))])
    return tuple(
        Figure(Span(number.start, number.end), number.value, number.unit, of[at], reader.when(at))
        for at, number in enumerate(kept)
    )


class _Surroundings:
    """Finds the words around the figures of one text."""

    def __init__(self, text: str, numbers: Sequence[Number], mentions: Sequence[Mention], lang: str) -> None:
        self._text = text
        self._matching = normal(text) if lang == "zh" else text  # the words sought in Chinese are Simplified
        self._numbers = numbers
        self._is_chinese = lang == "zh"
        self._mentions = sorted(mention.span for mention in mentions)
        self._starts = [span.start for span in self._mentions]
        self._whens: list[str | None] = []
        self._sentences = [self._sentence(number) for number in numbers]
        self._times = self._found(_zh_when() if self._is_chinese else _en_when(), self._matching)
        self._measures = self._found(figure_words("zh" if self._is_chinese else "en").of_word, normal(text))

    def when(self, at: int) -> str | None:
        """Return the time that the sentence gives the figure; of several the nearest, one ahead of it a little less.

        To be asked for one figure after another: a Chinese clause after a semicolon goes on with the time before it.
        """
        number = self._numbers[at]
        low, high = self._sentences[at]
        best: tuple[float, tuple[int, int]] | None = None
        for start, end in _within(self._times, low, high):
            if (start < number.end and number.start < end) or not self._may_tell_when(at, start, end):
                continue
            distance = self._distance(at, start, end, behind=8 if self._is_chinese else -_AHEAD)
            if (
                self._text[max(0, start - _BESIDE) : start].rstrip().endswith(_THAN)
                and not 0 <= number.start - end <= 1
            ):
                distance += _COMPARED_WITH
            if best is None or distance < best[0]:
                best = (distance, (start, end))
        found = self._text[slice(*best[1])] if best is not None else None
        if found is None and self._is_chinese and at and self._text[low - 1 : low] in ("；", ";"):
            found = self._whens[-1]  # of the clause before, of which this one goes on
        self._whens.append(found)
        return found

    def _may_tell_when(self, at: int, start: int, end: int) -> bool:
        """Tell whether a time may be the figure's: one that is compared with is only that of the figure beside it."""
        number = self._numbers[at]
        if not _AGO.search(self._text, start, end):
            return True
        if self._is_chinese:
            is_compared = self._text[max(0, start - 2) : start].endswith(("较", "較", "比"))
            return not is_compared or 0 <= number.start - end <= 1
        if start < number.start:
            return start - self._sentences[at][0] <= 1  # Two years ago it spent $3 billion
        between = self._numbers[at + 1 : bisect_left(self._numbers, start, key=lambda other: other.start)]
        return all(self._text.endswith("or ", 0, other.start) for other in between)

    def of(self, at: int) -> str | None:
        """Return what the figure is of: the noun joined to it, else the nearest measure or name."""
        number = self._numbers[at]
        sentence = self._sentences[at]
        clause = self._clause(number, *sentence)
        low = clause[0] if self._is_chinese else sentence[0]
        if self._is_counted(number):
            found = self._joined(at) or self._leading(number, low)
        else:
            found = self._behind(number) or self._leading(number, low)
            if found is None or found.endswith(_WORTH):
                found = self._owner(at) or self._joined(at) or found  # 价值20亿美元的工厂
        if found is not None:
            return found
        if number.unit in _OF_THINGS:
            beside = self._measure(at, max(clause[0], number.start - _BESIDE), number.start)
            return beside or self._nearest_mention(at, *clause) or self._nearest_mention(at, *sentence)
        found = self._measure(at, *clause) or self._bought(number) or self._nearest_mention(at, *clause)
        if found is None and number.counted is None:
            found = self._measure(at, *sentence) or self._nearest_mention(at, *sentence)
        return found

    def _is_counted(self, number: Number) -> bool:
        """Tell whether what a figure is of stands behind it rather than before it: "300 companies", 12% of sales."""
        if self._is_chinese:
            is_owner = number.unit == "%" and _OWNS.match(self._text, number.end) is not None
            return is_owner or number.unit in figures_zh.COUNTING
        return number.counted is not None or _of_after().match(self._text, number.end) is not None

    def _leading(self, number: Number, low: int) -> str | None:
        """Return what the words right before the figure say it is of."""
        if not self._is_chinese:
            return subject_before(self._text, low, number.start)
        is_count = number.unit in figures_zh.COUNTING
        return noun_before(self._text, self._matching, low, number.start, is_count=is_count, unit=number.unit)

    def _behind(self, number: Number) -> str | None:
        """Return the measure that stands right behind a Chinese sum: 20亿美元投资."""
        after = number.end + self._matching.startswith("的", number.end)
        measures = _within(self._measures, after, after + _BESIDE) if self._is_chinese and number.unit else ()
        behind = after
        for start, end in measures:
            behind = end if start == behind else behind  # 5亿元算力补贴
        return self._text[after:behind] or None

    def _owner(self, at: int) -> str | None:
        """Return the English noun that “of” joins to the figure: charges of roughly $800 million."""
        number = self._numbers[at]
        match = _OF_BEFORE.search(self._text, max(0, number.start - _REACH // 4), number.start)
        if self._is_chinese or match is None or number.unit in _SPANS_OF_TIME:
            return None
        if match["of"].lower() in _NO_MEASURE | plain_number_words().stops:
            return None
        return self._measure(at, max(0, match.start() - _BESIDE), number.start) or match["of"]

    def _bought(self, number: Number) -> str | None:
        """Return the noun behind a sum in Chinese: 8000亿元信贷额度."""
        if not self._is_chinese or self._text[number.end : number.end + 1].isspace():
            return None
        noun = _ZH_NOUN.match(self._text, number.end)
        return noun["of"].strip() or None if noun is not None else None

    def _measure(self, at: int, low: int, high: int) -> str | None:
        """Return the nearest word for what business pages measure: revenue, 估值."""
        number = self._numbers[at]
        found = [
            (self._distance(at, start, end, behind=20 if start - number.end > 1 else 0), self._text[start:end])
            for start, end in _within(self._measures, low, high)
            if end <= number.start or start >= number.end
        ]
        return min(found)[1] if found else None

    def _joined(self, at: int) -> str | None:
        """Return the noun that is joined to the figure: "12% of global sales", "300 Chinese companies", 12万片芯片."""
        number = self._numbers[at]
        text = self._text
        if self._is_chinese:
            if number.unit in _JOINED_UNITS and (noun := _ZH_NOUN.match(text, number.end)):
                if (
                    number.unit in _PEOPLE
                    and len(noun["of"]) > _LONGEST_BARE
                    and text.startswith("的", noun.end())
                    and (head := _ZH_NOUN.match(text, noun.end()))
                ):
                    noun = head  # 300名在美国工作的工程师
                return noun["of"].strip() or None
            owned = _ZH_NOUN.match(text, number.end) if text.startswith("的", number.end) else None
            return owned["of"].strip() or None if owned else None
        if number.counted is not None:
            start, end = number.counted
            words = text[start:end]
            after = _of_after().match(text, end)
            return after["of"] if after and " " not in words else words if " " in words else None
        after = _of_after().match(text, number.end) or _change_in().match(text, number.end)
        after = after or _noun_after().match(text, number.end)
        return after["of"] if after is not None else None

    def _nearest_mention(self, at: int, low: int, high: int) -> str | None:
        number = self._numbers[at]
        before = bisect_right(self._starts, number.start) - 1
        near = [
            span
            for span in self._mentions[max(0, before) : before + 2]
            if low <= span.start and span.end <= high and (span.end <= number.start or number.end <= span.start)
        ]
        if not near:
            return None
        return min(near, key=lambda span: self._distance(at, span.start, span.end, behind=30)).of(self._text)

    def _sentence(self, number: Number) -> tuple[int, int]:
        """Return where the figure's sentence begins and ends, as far as it is looked at."""
        reach = _ZH_REACH if self._is_chinese else _REACH
        low, high = max(0, number.start - reach), min(len(self._text), number.end + reach)
        for match in SENTENCE_END.finditer(self._text, low, high):
            if match.end() <= number.start:
                low = match.end()
            elif match.start() >= number.end:
                high = match.start()
                break
        return low, high

    def _found(self, pattern: CuedPattern, sought: str) -> list[tuple[int, int]]:
        """Return where the pattern matches in the sentences of figures, each read once for all of its figures."""
        stretches: list[tuple[int, int]] = []
        for low, high in self._sentences:
            if stretches and low < stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(high, stretches[-1][1]))
            else:
                stretches.append((low, high))
        return [match.span() for stretch in stretches for match in pattern.finditer(self._matching, sought, *stretch)]

    def _clause(self, number: Number, low: int, high: int) -> tuple[int, int]:
        """Return where the part of the sentence between commas stands that holds the figure."""
        for match in _COMMA.finditer(self._text, low, high):
            if match.end() <= number.start:
                low = match.end()
            elif match.start() >= number.end:
                return low, match.start()
        return low, high

    def _distance(self, at: int, start: int, end: int, *, behind: int) -> float:
        """Return how far words are from a figure; what stands behind it, or beyond another figure, is farther."""
        number = self._numbers[at]
        if start >= number.end:
            next_one = self._numbers[at + 1].start if at + 1 < len(self._numbers) else end
            return start - number.end + behind + (_CROSSING if next_one < start else 0)
        last = self._numbers[at - 1].end if at else 0
        return number.start - end + (_CROSSING // 2 if last > end else 0)


def _within(spans: Sequence[tuple[int, int]], low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield those of the spans, which are in order, that lie between two places."""
    for at in range(bisect_left(spans, (low, 0)), len(spans)):
        if spans[at][1] > high:
            return
        yield spans[at]


@lru_cache(maxsize=1)
def _en_when() -> CuedPattern:
    return CuedPattern(re.compile(_EN_WHEN), _EN_WHEN_BEGINS)


@lru_cache(maxsize=1)
def _zh_when() -> CuedPattern:
    return CuedPattern(re.compile(_ZH_WHEN), _ZH_WHEN_BEGINS)


@lru_cache(maxsize=1)
def _noun_after() -> re.Pattern[str]:
    """Return the pattern for the noun behind a share or a sum: "a 35% duty", "$2bn in cash", "a $20bn round"."""
    stops = any_of(
        (
            *plain_number_words().stops,
            "each",
            "his",
            "her",
            "my",
            "your",
            "our",
            "first",
            "based",
            "due",
            "annually",
            "monthly",
            "apiece",
            "yesterday",
            "today",
            "related",
            "linked",
            "tied",
            "year-over-year",
            "year-on-year",
            "sequentially",
        )
    )
    return re.compile(
        rf"[\s-](?:in\s)?(?P<of>(?!(?:{stops})\b)[a-z][\w’'&-]*\w(?:\s(?!(?:{stops})\b)[a-z][\w’'&-]*\w){{0,2}})(?=[\s,.;:)”\"]|$)"
    )


@lru_cache(maxsize=1)
def _change_in() -> re.Pattern[str]:
    """Return the pattern for what changed by the share before it: a 9.1 percent rise in quarterly revenue."""
    changes = "rise increase jump gain surge growth drop decline decrease fall slide plunge reduction cut improvement"
    stops = any_of(plain_number_words().stops)
    return re.compile(
        rf"[\s-](?:\w+\s)?(?:{any_of(changes.split())})\s(?:in|of)\s(?:(?:the|its|their|all|his|her|total|overall)\s){{0,2}}"
        rf"(?P<of>(?!(?:{stops})\b)[A-Za-z][\w’'&-]*(?:\s(?!(?:{stops})\b)[A-Za-z][\w’'&-]*){{0,3}})"
    )


@lru_cache(maxsize=1)
def _of_after() -> re.Pattern[str]:
    """Return the pattern for "… of global sales" behind a figure."""
    stops = any_of(plain_number_words().stops)
    return re.compile(
        r"[\s-](?:worth\s)?of\s(?:(?:the|its|their|all|a|an|his|her|new|total|annual)\s){0,2}"
        rf"(?P<of>(?!(?:{stops})\b)[A-Za-z][\w’'&-]*(?:\s(?!(?:{stops})\b)[A-Za-z][\w’'&-]*){{0,3}})"
    )
