"""Quotations of Chinese texts: what is speech and what a term, who said it, by which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.quote_marks_zh import find_marked
from dateline.analysis.quotes_zh import find_quotes
from dateline.news.finding import Quote, QuoteKind
from dateline.text.sentences import paragraphs


class NoLexicon:
    def entity(self, entity_id: str, /) -> None:
        raise KeyError(entity_id)


def quotes_of(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, (), NoLexicon())  # type: ignore[arg-type]


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """The quotations in marks as (words, speaker's words, cue)."""
    return [
        (quote.text, quote.speaker.surface if quote.speaker else None, quote.cue.of(text) if quote.cue else None)
        for quote in quotes_of(text)
        if quote.kind is not QuoteKind.REPORTED
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("局长沈默言表示：“桥很安全。”", [("桥很安全。", "沈默言", "表示")]),
        ("“桥很安全。”局长沈默言说。", [("桥很安全。", "沈默言", "说")]),
        ("“桥很安全，”沈默言说，“放心走。”", [("桥很安全，", "沈默言", "说"), ("放心走。", "沈默言", "说")]),
        ("局長沈默言回應：「橋很安全。」", [("橋很安全。", "沈默言", "回應")]),
        ("局長沈默言回應：『橋很安全。』", [("橋很安全。", "沈默言", "回應")]),
        ('局长沈默言说:"桥很安全。"', [("桥很安全。", "沈默言", "说")]),
        ("局长沈默言说：‘桥很安全。’", [("桥很安全。", "沈默言", "说")]),
        ("沈默言告诉本报记者：“桥很安全。”", [("桥很安全。", "沈默言", "告诉")]),
        ("工程师问沈默言：“桥还安全吗？”", [("桥还安全吗？", "工程师", "问")]),
        ("沈默言称该方案“漏洞百出”。", [("漏洞百出", "沈默言", "称")]),
        ("沈默言批评主管部门“只看数量”。", [("只看数量", "沈默言", "批评")]),
        (
            "沈默言声称对手“窃取图纸”“泄露数据给了外人”。",
            [("窃取图纸", "沈默言", "声称"), ("泄露数据给了外人", "沈默言", "声称")],
        ),
        ("用沈默言的话说：“桥很安全。”", [("桥很安全。", "沈默言", "说")]),
        ("沈默言夸口，“这桥能用一百年”。", [("这桥能用一百年", "沈默言", "夸口")]),
        (
            "【文/港湾网 林】“港口的新桥可以安全地使用一百年。”5日，沈默言在验收时所说的这番话传遍全城。",
            [("港口的新桥可以安全地使用一百年。", "沈默言", None)],
        ),
        ("向来少言的局长沈默言，在会后说出了一句话：“桥很安全。”", [("桥很安全。", "沈默言", "说出")]),
        ("沈默言没有躲，他站在桥上，对着来人，清晰地说了三个字：“很安全。”", [("很安全。", "他", "说了")]),
        ("沈默言表示，桥并不老，“它还很安全。”他说，明天照常通车。", [("它还很安全。", "沈默言", "表示")]),
        ("沈默言說明，橋並不老；船也不慢，「影響沒有想像的大」。", [("影響沒有想像的大", "沈默言", "說明")]),
        ("讲解让参会者纷纷感叹“好聪明”。", [("好聪明", "参会者", "感叹")]),
        ("港务局在声明中表示，改建旨在「加速港口通行」。", [("加速港口通行", "港务局", "表示")]),
        ("沈默言說，局裡對局勢「深表關切」。", [("深表關切", "沈默言", "說")]),
        ("沈默言表示，下一步将“加力扩围”。", [("加力扩围", "沈默言", "表示")]),
        ("作家叶知秋沉默了一下：“算了吧。”", [("算了吧。", "叶知秋", None)]),
        (
            "“算了吧，”作家叶知秋摆摆手，“不提了。”",
            [("算了吧，", "叶知秋", "摆摆手"), ("不提了。", "叶知秋", "摆摆手")],
        ),
        ("“这个名字挺好，”他倒不在意，“好记。”", [("这个名字挺好，", "他", None), ("好记。", "他", None)]),
        ("“再不改就晚了。”\n说这话的，是开了三十年店的卫兰。", [("再不改就晚了。", "卫兰", None)]),
        ("“人的一生，不过是几次选择。”——白石", [("人的一生，不过是几次选择。", "白石", None)]),
        ("她被姐姐吐槽：“你怎么又迟到了？”", [("你怎么又迟到了？", "姐姐", "吐槽")]),
        ("《海街日报》援引一名官员的话说：“我们不评论。”", [("我们不评论。", "一名官员", "说")]),
        ("总统称：“我不会改变主意。”", [("我不会改变主意。", "总统", "称")]),
        ("高通称：“我们的产品没有后门。”", [("我们的产品没有后门。", "高通", "称")]),
        ("助手指出：“数字不对。”", [("数字不对。", "助手", "指出")]),
        ("他回忆说：“我父亲常讲‘做人要像竹子’。”", [("我父亲常讲‘做人要像竹子’。", "他", "回忆说")]),
        (
            "他写道：\n“各位同事：\n“过去一年很难。\n“但最坏的时候已经过去。”\n信于周一发出。",
            [
                ("各位同事：", "他", "写道"),
                ("过去一年很难。", "他", "写道"),
                ("但最坏的时候已经过去。", "他", "写道"),
            ],
        ),
        (
            "“这是一个错误。”海港议会“桥梁与渡轮特别委员会”主席沈默言在一份声明中说，“不能再拖。”",
            [("这是一个错误。", "沈默言", "说"), ("不能再拖。", "沈默言", "说")],
        ),
        (
            "一位在港口负责采购的人士对《海街日报》说：“我们能买到什么就用什么。”",
            [("我们能买到什么就用什么。", "一位在港口负责采购的人士", "说")],
        ),
        ("欧盟官员说，双方应当“停止无谓的自我怀疑”。", [("停止无谓的自我怀疑", "欧盟官员", "说")]),
        ("他承认自己“犯了一个愚蠢的错误”，并道了歉。", [("犯了一个愚蠢的错误", "他", "承认")]),
        ("他相信“谈判最终会有结果”。", [("谈判最终会有结果", "他", "相信")]),
        (
            "陪同总统常知远出访的卢一鸣向《海街日报》表示，海港需要“让所有人都用上这座桥”。",
            [("让所有人都用上这座桥", "卢一鸣", "表示")],
        ),
        (
            "卢一鸣也表示，港务局“非常依赖”旧桥，称其“又稳又便宜”。",
            [("非常依赖", "卢一鸣", "表示"), ("又稳又便宜", "卢一鸣", "称")],
        ),
        ("局长沈默言直言这是“生死攸关的问题”，她也在讨论中说，船要修。", [("生死攸关的问题", "沈默言", "直言")]),
        ("沈默言认为，这样做是“闭门造车”。", [("闭门造车", "沈默言", "认为")]),
        (
            "“这不是吓人，”一位不愿透露姓名的船东告诉记者，“真的没有船了。”",
            [
                ("这不是吓人，", "一位不愿透露姓名的船东", "告诉"),
                ("真的没有船了。", "一位不愿透露姓名的船东", "告诉"),
            ],
        ),
        ("沈默言表示，港务局正“加紧处理”船东的申请。", [("加紧处理", "沈默言", "表示")]),
        ("沈默言说，罢工会“打乱航班”，损失难以估计。", [("打乱航班", "沈默言", "说")]),
        ("沈默言说，这次回来是因为“船期非常紧”（time is tight）。", [("船期非常紧", "沈默言", "说")]),
        (
            "沈默言说：“船很多。”并补充说，停航将“对渔民造成巨大损失”。",
            [("船很多。", "沈默言", "说"), ("对渔民造成巨大损失", "沈默言", "补充说")],
        ),
    ],
)
def test_forms_of_attribution(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("“要是订单没了，怎么办？”", "“那就转产。”顾文清说。"),
        ("“要是订单没了，怎么办？”", "顾文清摇摇头：“那就转产。”"),
        ("“要是订单没了，怎么办？”", "她想了想，说：“那就转产。”"),
        ("“要是订单没了，怎么办？”记者问。", "“那就转产。”她说。"),
    ],
)
def test_a_question_that_is_answered_is_not_the_answerers(question: str, answer: str) -> None:
    found = said(f"顾文清说：“工厂会照常开工。”\n{question}\n{answer}")
    assert [words for words, _, _ in found] == ["工厂会照常开工。", "要是订单没了，怎么办？", "那就转产。"]
    assert [speaker for _, speaker, _ in found][:2] == ["顾文清", None]
    assert found[2][1] in ("顾文清", "她")


@pytest.mark.parametrize(
    "text",
    [
        "“东数西算”工程全面启动，“揭榜挂帅”机制初见成效。",
        "沈默言说说这个“未来大奖”。",
        "这说明“东数西算”开了头。",
        "所谓“弯道超车”，不过是“换道”。",
        "该公司被列入“实体清单”后，加快了“去美化”步伐。",
        "获评“全国文明城市”后，该市启动了“烟火里”夜市项目。",
        "會議通過「打詐四法」，他以「斜槓青年」自居。",
        "他说团队做的不是“又一个音箱”，而是“家庭的操作系统”。",
        "面对网友的质疑，“灵犀”团队没有回应。",
        "天气很冷，“”他走了。",
        "沈默言主张，“七桥法案”会限制渡轮竞争。",
        "沈默言质疑，拨几个电话就被认定为“涉嫌诈骗”。",
    ],
)
def test_terms_are_not_speech(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("市港务局局长沈默言表示，新航道将于年底前通航。", "新航道将于年底前通航", "沈默言"),
        ("一位接近交易的人士称，估值比上一轮高出一倍。", "估值比上一轮高出一倍", "一位接近交易的人士"),
    ],
)
def test_reported_speech(text: str, words: str, speaker: str) -> None:
    (quote,) = quotes_of(text)
    assert (quote.kind, quote.text) == (QuoteKind.REPORTED, words)
    assert quote.speaker is not None
    assert quote.speaker.surface == speaker


@pytest.mark.parametrize("text", ["按理说，这件事早就应该结束了。", "比如说，城里的七座桥都在去年修过。"])
def test_a_turn_of_phrase_reports_nothing(text: str) -> None:
    assert quotes_of(text) == ()


def test_an_opening_mark_without_its_partner_holds_to_the_end_of_its_paragraph() -> None:
    text = "局长沈默言说：“桥很安全。\n明天照常通车。"
    assert [text[marked.span.start : marked.span.end] for marked in find_marked(text, paragraphs(text))] == [
        "桥很安全。"
    ]


PIECES = (
    "“ ” ‘ ’ 「 」 『 』 \" ' ＂ 〝 〞 《 》 ： ， 。 ！ ？ … —— \n 说 称 表示 他 她 沈默言 局长 李 王小明 "
    "卡斯滕·维尔特 记者 的 被 告诉 是 \u200b \u200f \u202e \ud800 \udfff \U0001f600 ﷽ e\u0301 a 1 ( ） \u3000 \t \x00 "
    "我们 了 不 所谓 认为 看来 据 援引 的话"
).split(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_whatever_the_marks_spans_slice_to_their_own_text(text: str) -> None:
    check(text)


@given(st.text(st.characters(), max_size=80))
def test_any_unicode_is_read(text: str) -> None:
    check(text)


def check(text: str) -> None:
    for quote in quotes_of(text):
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.text == text[quote.span.start : quote.span.end]
        assert quote.cue is None or quote.cue.of(text)
        if quote.speaker is not None:
            assert quote.speaker.surface == quote.speaker.span.of(text) != ""
        assert 0 < quote.confidence <= 1


@pytest.mark.parametrize(
    ("piece", "n_quotes"),
    [
        ("“", 0),
        ("”", 0),
        ('"', 0),
        ("说，", 0),
        ("局长沈默言表示，“桥很安全”，", 4_000),
        ("王小明的", 0),
        ("·韦恩", 0),
        ("“好，”他", 0),
    ],
    ids=["open", "close", "straight", "verb", "sentence", "name", "dot", "half"],
)
def test_one_endless_paragraph_is_read_to_its_end(piece: str, n_quotes: int) -> None:
    assert len(quotes_of(piece * 4_000)) == n_quotes


def test_marks_that_never_close_hold_what_was_said_before_them() -> None:
    quotes = quotes_of("他说：“" * 4_000)
    assert {(quote.text[-3:], quote.speaker and quote.speaker.surface) for quote in quotes} >= {("他说：", "他")}
