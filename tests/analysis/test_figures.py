"""Figures are numbers that say how much; what names, dates or orders something is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.figures import find_figures
from dateline.news.finding import Mention
from dateline.text.span import Span


def found(text: str, lang: str = "en") -> list[tuple[str, float, str | None]]:
    return [(figure.span.of(text), figure.value, figure.unit) for figure in find_figures(text, lang, ())]


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4, Qwen 2.5, the H20, the Ascend 910B and a Boeing 737",
        "On May 9, 2025, and on 9 May, at 10:30 or at 9 p.m., in 1998 and the 1990s",
        "Section 301, Article 5, No. 1, page 12, the 14th plan, 24/7, 9/11, 555-1234, 1.2.3",
        "The 52-year-old, aged 52, left two years ago; the 10-year bond did not.",
        "One man, two plans and three firms agreed; he won 3.",
        "Two firms left 3M in the spring.",
        "She told “60 Minutes” of the first three quarters.",
        "See https://example.org/2025/11/09/12345 and room B2.",
    ],
)
def test_english_numbers_that_are_no_figures(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2025年11月9日10:30，第3季度，5G，第301号令，52岁",
        "一个人两家公司三名高管，千万别，数百亿元，二三十人，十四五规划，零一万物，三星",
        "昇腾910C、RTX 4090卡、GPT-4与麒麟9000",
        "他三成功夫都用在这里了，下午3点开会。",
    ],
)
def test_chinese_numbers_that_are_no_figures(text: str) -> None:
    assert found(text, "zh") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 5 to 12 percent", [("5", 5.0, "%"), ("12 percent", 12.0, "%")]),
        ("$10-15bn", [("$10", 10e9, "USD"), ("15bn", 15e9, "USD")]),
        ("346.2 against 385.3 million", [("346.2", 346.2e6, None), ("385.3 million", 385.3e6, None)]),
        ("12.5% from 8.1 a year earlier", [("12.5%", 12.5, "%"), ("8.1", 8.1, "%")]),
        ("ratings of 999 and soot reached 50 times", [("50 times", 50.0, "times")]),
        ("$5 and 10 chips", [("$5", 5.0, "USD"), ("10", 10.0, "chips")]),
        (
            "a 2-percentage-point rise, forty\u00a0six percent",
            [("2-percentage-point", 2.0, "percentage points"), ("forty\u00a0six percent", 46.0, "%")],
        ),
        ("3 of the 19 chips", [("3", 3.0, "chips"), ("19", 19.0, "chips")]),
        (
            "US$1.5T, CN¥2bn and Rs30,000",
            [("US$1.5T", 1.5e12, "USD"), ("CN¥2bn", 2e9, "CNY"), ("Rs30,000", 3e4, "INR")],
        ),
    ],
)
def test_numbers_that_belong_together_share_what_is_written_once(
    text: str, expected: list[tuple[str, float, str | None]]
) -> None:
    assert found(text) == expected


def test_full_width_and_traditional_writing() -> None:
    assert found("增加１２．５％，投資兩億美元，３０００萬片", "zh") == [
        ("１２．５％", 12.5, "%"),
        ("兩億美元", 2e8, "USD"),
        ("３０００萬片", 3e7, "片"),
    ]


def test_of_is_the_nearest_measure_then_the_nearest_name() -> None:
    text = "Loomchip was valued at $2bn. Loomchip took 40 million against 12 million for Quarrel in 2024."
    mentions = [
        Mention("x", Span(start, start + len(name)))
        for name in ("Loomchip", "Quarrel")
        for start in range(len(text))
        if text.startswith(name, start)
    ]
    figures = find_figures(text, "en", sorted(mentions, key=lambda mention: mention.span))
    assert [(figure.of, figure.when) for figure in figures] == [
        ("Loomchip", None),
        ("Loomchip", "2024"),
        ("Quarrel", "2024"),
    ]


def told(text: str, lang: str) -> list[tuple[str, str | None, str | None]]:
    return [(figure.span.of(text), figure.of, figure.when) for figure in find_figures(text, lang, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云杉的销售占全球的1/3，另有1/3的订单来自海外。", [("1/3", "销售", None), ("1/3", "订单", None)]),
        ("园区拿到5亿元算力补贴，模型有8B参数。", [("5亿元", "算力补贴", None), ("8B参数", None, None)]),
        ("新机房深度约为19公里，功耗只有2.8W。", [("19公里", "新机房深度", None), ("2.8W", "功耗", None)]),
        ("全县有收割机319台、冷库12座。", [("319台", "收割机", None), ("12座", "冷库", None)]),
        ("云杉对内地市场的依赖不小，其在内地营收的15%要上缴。", [("15%", "内地营收", None)]),
        (
            "这笔订单占云杉收入约两成，优质稻种覆盖率超过97%。",
            [("两成", "云杉收入", None), ("97%", "优质稻种覆盖率", None)],
        ),
        ("它用的是7纳米芯片，已建成1500万亩高标准农田。", [("7纳米", "芯片", None), ("1500万亩", "高标准农田", None)]),
        ("新桥的通行能力是旧桥的20倍。", [("20倍", "通行能力", None)]),
        ("他要拿出20亿美元投资云杉，占产值的比例低于25%。", [("20亿美元", "投资", None), ("25%", "比例", None)]),
        ("云杉有工程师12人和技工30人，2的8次方。", [("12人", "工程师", None), ("30人", "技工", None)]),
        (
            "工厂保证15%至20%的运力，亏损60%以上的本金。",
            [("15%", "运力", None), ("20%", "运力", None), ("60%", "本金", None)],
        ),
        ("云杉市占率从4年前的95%下滑。", [("95%", "市占率", "4年前")]),
        (
            "到 2030 年，需求量将达4500万辆，是2023年的3倍。",
            [("4500万辆", "需求量", "到 2030 年"), ("3倍", "需求量", "2023年")],
        ),
        (
            "有90多个发布规划的城市，年运载乘客仅约80万人次。",
            [("90多个", "城市", None), ("80万人次", "运载乘客", None)],
        ),
        ("价值4120亿美元的工厂。", [("4120亿美元", "工厂", None)]),
        ("银行拿出8000亿元信贷额度。", [("8000亿元", "信贷额度", None)]),
        ("共有300名在海外读书的工程师。", [("300名", "工程师", None)]),
    ],
)
def test_chinese_words_before_and_behind_a_figure_say_of_what(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Loomchip's shares were up about 3.5% in early trading.", ["Loomchip's shares"]),
        ("The Quarrel Index fell 0.9 percent to 2,232.05.", ["Quarrel Index", "Quarrel Index"]),
        ("It won. Attendance: 12,836.", ["Attendance"]),
        ("The flat is worth £20,000 and flats worth £30,000 sell.", ["flat", "flats"]),
        ("“It was a 75-minute play. There are 10 spots.", ["play", None]),
        ("Revenue at Loomchip rose 12%.", ["Revenue"]),
    ],
)
def test_the_subject_of_a_verb_of_change_is_what_an_english_figure_is_of(text: str, of: list[str]) -> None:
    assert [each[1] for each in told(text, "en")] == of


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Loomchip reported revenue of $7.4 billion, up 36% year-over-year. It fell 4% in the reported quarter.",
            "en",
            [("$7.4 billion", "revenue", None), ("36%", "revenue", None), ("4%", None, "the reported quarter")],
        ),
        (
            "Net income of $1.6 billion rose from $1 billion, or 62 cents a share, a year earlier.",
            "en",
            [
                ("$1.6 billion", "Net income", None),
                ("$1 billion", "Net income", "a year earlier"),
                ("62", "Net income", "a year earlier"),
            ],
        ),
        ("A 9 percent rise in harbour fees, they say.", "en", [("9 percent", "harbour fees", None)]),
        (
            "Revenue from the port business rose 9.7 per cent.",
            "en",
            [("9.7 per cent", "Revenue", None)],
        ),
        ("It warned of charges of roughly $80 million related to sales.", "en", [("$80 million", "charges", None)]),
        ("She stood on the front of the $20 bill.", "en", [("$20", "bill", None)]),
        ("Last month Loomchip raised $3 billion.", "en", [("$3 billion", None, "Last month")]),
        (
            "前三季度，云杉营收169.9亿元，同比增长14.4%；现金流净额8亿元，同比增长25%。",
            "zh",
            [
                ("169.9亿元", "云杉营收", "前三季度"),
                ("14.4%", "云杉营收", "前三季度"),
                ("8亿元", "现金流净额", "前三季度"),
                ("25%", "现金流净额", "前三季度"),
            ],
        ),
        (
            "净亏损3.2亿元，较上年同期3.6亿元收窄。",
            "zh",
            [("3.2亿元", "净亏损", None), ("3.6亿元", "净亏损", "上年同期")],
        ),
        ("雲杉的晶片數量約僅為同行的2%。", "zh", [("2%", "晶片數量", None)]),
        (
            "云杉2025Q4营收9亿元，开发者新增69万。",
            "zh",
            [("9亿元", "云杉2025Q4营收", "2025Q4"), ("69万", "开发者", "2025Q4")],
        ),
    ],
)
def test_figures_of_one_thing_and_their_times(
    text: str, lang: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(text, lang) == expected


def test_a_time_that_is_compared_with_is_not_when() -> None:
    text = "2018年云杉营收为250亿元，比2017年的200亿元增长25%；利润20亿元。"
    assert [(words, when) for words, _, when in told(text, "zh")] == [
        ("250亿元", "2018年"),
        ("200亿元", "2017年"),
        ("25%", "2018年"),
        ("20亿元", "2018年"),
    ]
    assert told("由去年第四季至今年第一季，库存减少5亿元。", "zh")[0][2] == "今年第一季"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("不法所得逾新台币1100万元（约308万元港币）", [(1.1e7, "TWD"), (3.08e6, "HKD")]),
        (
            "结果：7104人阳性，客流400人次，单产2000斤，相距5英里",
            [(7104, "人"), (400, "人次"), (2000, "斤"), (5, "miles")],
        ),
        ("2018十大人物，打通最后一公里，521603国庆，殴打20秒\n- 526777高校", [(20, "seconds")]),
    ],
)
def test_chinese_units_and_what_only_looks_like_them(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(figure.value, figure.unit) for figure in find_figures(text, "zh", ())] == expected


PIECES = st.sampled_from(
    "$|12|.5|,000|bn| million|%|亿|万"
    "|美元|百分之|三|十|成|个|-|至| to |2025|年| of |chips|的|。|\n|\u200f|\ud800|１２|½|٣|²"
    "|percentage-point|terawatt-hour|half\u00a0a| per cent|€|two-thirds|in |点|分之".split("|")
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join), st.sampled_from(["en", "zh"]))
def test_any_text_gives_figures_in_order_that_lie_in_it(text: str, lang: str) -> None:
    end = 0
    for figure in find_figures(text, lang, ()):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.of(text)
        assert figure.value == figure.value
        for words in (figure.of, figure.when):
            assert words is None or words in text
        end = figure.span.end


@pytest.mark.parametrize(
    ("piece", "lang", "values"),
    [
        ("12 ", "en", []),
        ("1,000", "en", []),
        ("$", "en", []),
        ("2025 of ", "en", []),
        ("一", "zh", []),
        ("三百", "zh", []),
        ("9亿", "zh", [9e8]),
        ("12%", "zh", [12.0]),
    ],
)
def test_one_endless_paragraph_is_read_to_its_end(piece: str, lang: str, values: list[float]) -> None:
    assert [figure.value for figure in find_figures(piece * 8_000, lang, ())] == values * 8_000
