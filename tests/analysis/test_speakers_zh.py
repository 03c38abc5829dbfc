"""Whom the words that name a Chinese speaker mean: family names, pronouns, roles, nicknames, names of the lexicon."""

from __future__ import annotations

import pytest

from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.quotes_zh import find_quotes
from dateline.news.finding import Document


def meant(text: str) -> list[tuple[str, str | None, str | None]]:
    """The speakers of the quotations as (words, full name, lexicon id)."""
    lexicon = load_lexicon()
    found = find_quotes(text, find_mentions(Document("1", "", text), lexicon), lexicon)
    return [(q.speaker.surface, q.speaker.name, q.speaker.entity) if q.speaker else ("", None, None) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("卡拉·鲁伊斯在港口会见了本·奥德。“他很紧张。”她说。", [("她", "卡拉·鲁伊斯", None)]),
        ("“我们提醒过。”基金首席经济学家拉曼说。", [("基金首席经济学家拉曼", "拉曼", None)]),
        (
            "港务局局长沈默言出席了仪式。“船很多。”他说。“都是新的。”沈默言补充道。",
            [("他", "沈默言", None), ("沈默言", "沈默言", None)],
        ),
        (
            "首席执行官莫里斯·韦恩警告说：“会输的。”韦恩还说：“很快。”",
            [("莫里斯·韦恩", "莫里斯·韦恩", None), ("韦恩", "莫里斯·韦恩", None)],
        ),
        (
            "首席执行官达利奥·沙莫代伊写道：“模型会变好。”",
            [("达利奥·沙莫代伊", "达利奥·沙莫代伊", None)],
        ),
        (
            "所长莉娜·韩对记者表示：“差距变小了。”“只差六周。”她说。",
            [("莉娜·韩", "莉娜·韩", None), ("她", "莉娜·韩", None)],
        ),
        (
            "英伟达首席执行官黄仁勋来了。“路上堵车。”他说。「堵了很久。」老黄笑着说。",
            [("他", "黄仁勋", "jensen-huang"), ("老黄", "黄仁勋", "jensen-huang")],
        ),
        ("輝達執行長黃仁勳說：「路上塞車。」", [("黃仁勳", "黄仁勋", "jensen-huang")]),
        ("英伟达方面表示：“我们遵守法律。”", [("英伟达方面", "英伟达", "nvidia")]),
        ("小花母亲哭诉说：“我等了一夜。”", [("小花母亲", "小花母亲", None)]),
        ("知情人士透露：“还没有决定。”", [("知情人士", None, None)]),
        (
            "霜刃公司回应称：“没有后门。”该公司还表示：“从来没有。”",
            [("霜刃公司", "霜刃公司", None), ("该公司", "霜刃公司", None)],
        ),
        (
            "局长沈默言说：“桥很安全。”一位港口的官员则说：“未必。”他还说：“要再看看。”\n“已经看过了。”他说。",
            [
                ("沈默言", "沈默言", None),
                ("一位港口的官员", None, None),
                ("他", None, None),
                ("他", "沈默言", None),
            ],
        ),
        (
            "赤泽亮正在机场表示：“谈得很坦率。”他还说：“下周再谈。”",
            [("赤泽亮正", "赤泽亮正", None), ("他", "赤泽亮正", None)],
        ),
        ("陆行远在码头守了一夜。“船来了。”他说。", [("他", "陆行远", None)]),
        (
            "岳清荷走进仓库。库管员老邱递来一盏灯。“跟我来。”他说。她摇摇头：“我等人。”",
            [("他", "老邱", None), ("她", "岳清荷", None)],
        ),
        ("局长沈默言站了很久。“我们该回家去了。”陆行远没有回答。", [("沈默言", "沈默言", None)]),
        ("沈默言来到码头。妻子却不同意。“太冷了。”", [("妻子", "妻子", None)]),
        ("铃木公司宣布：“不再生产。”", [("铃木公司", "铃木公司", None)]),
        (
            "总领馆副总领事顾文清在致辞中说，港口很重要。“前景光明、机遇无限。”她希望双方加强合作。",
            [("她", "顾文清", None)],
        ),
        ("她被姐姐吐槽：“你又迟到了？”", [("姐姐", "姐姐", None)]),
        (
            "校长陈立方站在门口，陈校长等了很久。“进来吧。”陈校长说。",
            [("陈校长", "陈立方", None)],
        ),
        (
            "莫里斯·韦恩说：“黄仁勋也会来，大家都会来。”\n他补充说：“票已经卖完。”",
            [("莫里斯·韦恩", "莫里斯·韦恩", None), ("他", "莫里斯·韦恩", None)],
        ),
        (
            "黄仁勋周三与美国总统特朗普会晤后表示，双方谈得坦率而且友好。他还说：“下周再谈。”",
            [("黄仁勋", "黄仁勋", "jensen-huang"), ("他", "黄仁勋", "jensen-huang")],
        ),
        (
            "议员莫里斯·韦恩说，他反对。港务局负责此事的卢安娜·金（Luanna King）曾任船长，她说：“还不够。”",
            [("她", "卢安娜·金", None)],
        ),
        (
            "港务局新闻发言人一日答记者问表示，新的航道年底以前就会开放。这位发言人还说：“不会太久。”",
            [("港务局新闻发言人", "港务局新闻发言人", None), ("这位发言人", "港务局新闻发言人", None)],
        ),
        ("特朗普同日強調：「橋會修好。」", [("特朗普", "唐纳德·特朗普", "donald-trump")]),
        ("报道援引知情官员称，新桥要到明年才能通车。", [("知情官员", None, None)]),
        (
            "商务部说，航道将于年底开放。霜刃公司没有回应。“要等船级委员会。”该委员会说。",
            [("商务部", "中国商务部", "mofcom"), ("该委员会", None, None)],
        ),
    ],
)
def test_speakers_are_resolved(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert meant(text) == expected
