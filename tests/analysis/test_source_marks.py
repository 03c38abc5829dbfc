"""Anonymous sources and documents are marked where they stand; named people and everyday papers are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import Entity, Lexicon
from dateline.analysis.source_marks import find_source_marks
from dateline.news.finding import Document, SourceMark, SourceMarkKind

LEXICON = Lexicon(
    {
        "chips": Entity(id="chips", kind="law", name="CHIPS and Science Act", zh="芯片法案", aliases=("CHIPS Act",)),
        "loomchip": Entity(id="loomchip", kind="company", name="Loomchip", zh="织芯"),
    }
)


def sources_of(document: Document) -> tuple[SourceMark, ...]:
    return find_source_marks(document, find_mentions(document, LEXICON), LEXICON)


def marked(text: str) -> list[tuple[str, str]]:
    found = sources_of(Document("1", "", text))
    return [(mark.kind.value[0], mark.span.of(text)) for mark in found]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("The plan, a U.S. official told Reuters, is dead.", "a U.S. official"),
        ("“It will stop,” said one source who worked there.", "one source"),
        ("It will stop, say notes and multiple sources across Loomchip.", "multiple sources"),
        ("It will stop, people familiar with the matter said.", "people familiar with the matter"),
        (
            "It will stop, said five people familiar with the company's plans.",
            "five people familiar with the company's plans",
        ),
        ("Two officials briefed on the talks said no.", "Two officials briefed on the talks"),
        ("A person with direct knowledge of the deal agreed.", "A person with direct knowledge of the deal"),
        (
            "A senior U.S. official, who asked not to be named, agreed.",
            "A senior U.S. official, who asked not to be named",
        ),
        ("A White House official confirmed the plan.", "A White House official"),
        ("One of the people said the deal was off.", "One of the people"),
        ("The aide spoke on condition of anonymity.", "aide spoke on condition of anonymity"),
        ("Weaver, speaking on the condition of anonymity, agreed.", "on the condition of anonymity"),
        ("The chips have left, a source said.", "a source"),
        ("According to multiple sources, it is over.", "multiple sources"),
        ("An unnamed executive agreed.", "An unnamed executive"),
        ("The plan is dead, industry insiders say.", "industry insiders"),
    ],
)
def test_people_who_are_not_named_are_marked(text: str, span: str) -> None:
    assert [(kind, words.lower()) for kind, words in marked(text)] == [("a", span.lower())]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("知情人士透露，谈判仍在继续。", "知情人士"),
        ("一位高層官員周一（23日）透露，訂單已取消。", "一位高層官員"),
        ("据两名知情人士称，订单已取消。", "两名知情人士"),
        ("一位不愿具名的官员表示反对。", "一位不愿具名的官员"),
        ("接近监管层的人士表示，整顿已开始。", "接近监管层的人士"),
        ("多位業內人士認為，需求會下降。", "多位業內人士"),
        ("有消息人士說，會議推遲。", "有消息人士"),
        ("他要求匿名。", "要求匿名"),
        ("2名知情人士說，計畫已擱置。", "2名知情人士"),
        ("一名美国政府高级官员对本报说，禁令将延期。", "一名美国政府高级官员"),
        ("报道援引知情官员称，计划已搁置。", "知情官员"),
    ],
)
def test_people_who_are_not_named_are_marked_in_chinese(text: str, span: str) -> None:
    assert marked(text) == [("a", span)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Congress passed the Chip Security Act of 2025.", ["Chip Security Act of 2025"]),
        ("It amends Executive Order 14110 and the AI Diffusion Rule.", ["Executive Order 14110", "AI Diffusion Rule"]),
        ("Members brought H.R. 1234 to the floor.", ["H.R. 1234"]),
        ("He signed an executive order on Monday.", ["executive order"]),
        ("A memo seen by reporters names three firms.", ["memo"]),
        ("A memorandum reviewed by reporters names three firms.", ["memorandum"]),
        ("It is in documents related to a lawsuit obtained by reporters.", ["documents"]),
        ("An Entity List notice named Loomchip.", ["Entity List notice"]),
        ("Money comes from the CHIPS Act.", ["CHIPS Act"]),
        ("商务部公告2025年第61号对稀土实施管制。", ["商务部公告2025年第61号"]),
        ("根据商务部2025年第11号公告，措施可以调整。", ["商务部2025年第11号公告"]),
        ("《中华人民共和国出口管制法》自12月起施行。", ["《中华人民共和国出口管制法》"]),
        ("国务院印发《关于深入实施“人工智能+”行动的意见》。", ["《关于深入实施“人工智能+”行动的意见》"]),
        ("国发〔2025〕11号提出目标。", ["国发〔2025〕11号"]),
        ("第14110号行政令已被撤销，內部文件顯示。", ["第14110号行政令", "內部文件"]),
        ("资金来自芯片法案。", ["芯片法案"]),
    ],
)
def test_documents_are_marked(text: str, spans: list[str]) -> None:
    assert marked(text) == [("d", span) for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Sources of income fell, and the source of the river dried up.",
        "Officials in Beijing met executives of Loomchip on Monday.",
        "He paid the bill and wrote a letter to his mother. They rule out an act of war.",
        "She is familiar with the city. People like it. Insiders' trading is illegal.",
        "他们的办法很好，计划也不错。官员星期一会见了高管。",
        "小说《红楼梦》的作者了解人性。",
        "The official said goodbye to an executive of Loomchip. An official who said it was named Ann Lee.",
        "一名官员王小明说，桥修好了。数百个消息来源被评为可信。",
    ],
)
def test_people_and_papers_of_every_day_are_not_marked(text: str) -> None:
    assert marked(text) == []


@given(st.text(max_size=150))
def test_whatever_is_marked_stands_in_the_text_in_order(noise: str) -> None:
    text = f"{noise} people familiar with the matter {noise}知情人士{noise} the Loom Act{noise}"
    end = 0
    for mark in sources_of(Document("1", "", text)):
        assert end <= mark.span.start < mark.span.end <= len(text)
        assert mark.kind in SourceMarkKind
        end = mark.span.end


@pytest.mark.parametrize(
    ("words", "marks"),
    [
        ("two sources said, people familiar with it. ", [("a", "two sources"), ("a", "people familiar with")]),
        ("知情人士接近了解的不愿", [("a", "知情人士")]),
        ("The Of And For To The Of And ", []),
        ("A A A A ", []),
    ],
)
def test_one_endless_paragraph_is_read_to_its_end(words: str, marks: list[tuple[str, str]]) -> None:
    assert marked(words * 4_000) == marks * 4_000
