"""Topics of single texts, and the words that are shown for them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analysis.analyse import analyse
from dateline.analysis.facets import FACET_THRESHOLD, FACETS, beside_the_others
from dateline.analysis.topic_terms import compounded, likelihood, load_topic_terms
from dateline.news.finding import UMBRELLA, Document, Field, Findings


def found(title: str, text: str = "") -> Findings:
    return analyse(Document("one", title, text))


def test_the_umbrella_comes_first_and_facets_fall_in_score() -> None:
    findings = found("US tightens export controls on Nvidia AI chips for China", "Beijing protested.")
    assert findings.is_on_topic
    assert findings.topics[0].id == UMBRELLA
    assert {"export-controls", "chips"} <= {hit.id for hit in findings.topics}
    scores = [hit.score for hit in findings.topics[1:]]
    assert scores == sorted(scores, reverse=True)


def test_every_topic_shows_words_of_the_text_itself() -> None:
    title, text = "中美AI竞赛升温", "黃仁勳說，輝達的晶片受出口管制。"
    for hit in found(title, text).topics:
        assert hit.evidence
        for proof in hit.evidence:
            words = proof.span.of(title if proof.field is Field.TITLE else text)
            assert words.strip()
    shown = [
        proof.span.of(text) for hit in found(title, text).topics for proof in hit.evidence if proof.field is Field.TEXT
    ]
    assert "出口管制" in shown


def test_one_side_alone_is_not_on_topic() -> None:
    assert not found("OpenAI opens an office in Boston", "The lab hires engineers.").is_on_topic
    assert not found("智谱推出新模型", "公司称推理速度提高一倍。").is_on_topic
    assert not found("China buys soybeans from America", "Tariffs fell.").is_on_topic


def test_a_text_about_neither_has_no_topics() -> None:
    assert found("Shares of bakeries rise", "Investors like bread.").topics == ()


def facets(title: str, text: str = "") -> set[str]:
    return {hit.id for hit in found(title, text).topics} - {UMBRELLA}


def test_what_a_newsletter_adds_and_a_desk_s_name_say_nothing_of_its_facets() -> None:
    added = "Also in today’s newsletter: regulators fine a bank, and a lab’s chip deal with NvidiaTechnology sector"
    assert facets("FirstFT: a new chatbot for doctors", added) == {"models"}
    assert "trade-diplomacy" not in facets("Apple’s AI chips go to India", "Suppliers follow.Global trade, Markets")


def test_a_deal_over_chips_is_about_chips_though_nobody_says_ai() -> None:
    assert "chips" in facets("Meta agrees chip deal with AMD", "Shares in the chipmaker rose.")


def test_what_a_text_is_surely_about_takes_from_what_it_names_in_passing() -> None:
    totals = dict.fromkeys(FACETS, -4.0) | {"investment": 2.0, "talent": 2.0, "models": 0.0, "compute-energy": 0.0}
    likely = beside_the_others(totals)
    assert likely["models"] < FACET_THRESHOLD < likelihood(0.0)
    assert likely["models"] < likely["compute-energy"], "money and data centres are one matter"
    assert likely["investment"] > 0.5
    assert likely["talent"] > 0.5


def test_a_facet_that_the_user_s_term_names_gives_way_to_none() -> None:
    totals = dict.fromkeys(FACETS, -4.0) | {"chips": 3.0, "export-controls": 3.0, "security": 0.0}
    assert beside_the_others(totals)["security"] < FACET_THRESHOLD
    assert beside_the_others(totals, ["security"])["security"] == likelihood(0.0)


def test_one_facet_alone_is_as_likely_as_its_words_say() -> None:
    totals = dict.fromkeys(FACETS, -6.0) | {"regulation": 0.3}
    assert beside_the_others(totals)["regulation"] == likelihood(0.3)


def test_who_is_of_chinese_descent_is_no_side() -> None:
    assert not found("华裔大学生造AI月老，斯坦福同学抢着注册", "公司拿到数百万美元投资。").is_on_topic
    assert not found("Two Chinese American students build an AI matchmaker", "Stanford's campus queues up.").is_on_topic
    assert found("Chinese students lose American visas over AI research", "Beijing protested.").is_on_topic


def test_a_plan_of_the_chinese_is_not_the_white_house_s() -> None:
    assert not found(
        "China unveils a Global AI Action Plan", "The plan wants open research and common rules."
    ).is_on_topic
    assert found("White House AI Action Plan aims to stay ahead of China", "It cuts red tape.").is_on_topic


def test_terms_that_share_a_word_are_both_heard() -> None:
    assert "models" in facets("Chinese AI models gain on America's", "Developers like the price.")
    assert "export-controls" in facets("Rare earth export restrictions hit Nvidia's suppliers", "China wants licences.")


def test_a_longer_term_is_worth_at_least_what_lies_in_it() -> None:
    worth = {term: dict(points) for term, points in load_topic_terms().worth.items()}
    assert worth["tariffs on"]["trade-diplomacy"] == worth["tariffs"]["trade-diplomacy"]
    assert worth["AI chip exports to China".lower()]["china"] == worth["china"]["china"]
    # A faint one says less than what lies in it, and so does what holds it in turn.
    assert worth["ai summit"]["trade-diplomacy"] < worth["summit"]["trade-diplomacy"]


def test_a_compound_stands_for_each_first_part_before_each_of_what_may_follow() -> None:
    compound = {"first": ["curbs on", "对华"], "then": ["chips", "出口"]}
    assert list(compounded(compound)) == ["curbs on chips", "curbs on出口", "对华chips", "对华出口"]
    worth = dict(load_topic_terms().worth["curbs on chips"])
    assert worth["export-controls"] == 3.0


def test_who_goes_from_a_firm_of_one_side_to_one_of_the_other_is_of_the_two() -> None:
    assert found("OpenAI researcher joins Tencent as chief scientist", "He leaves the AI lab after a year.").is_on_topic
    assert not found("OpenAI beats Tencent in a test", "Both AI labs have new models.").is_on_topic


def test_a_longer_term_keeps_the_one_in_it_from_speaking() -> None:
    assert "compute-energy" not in facets("Meta buys Qualcomm’s data centre chips", "The AI processors ship in May.")
    assert "trade-diplomacy" not in facets("国产AI走出对话框", "手机替人订票。")


def test_a_price_in_dollars_is_no_word_of_america() -> None:
    told = "The maker of chatbots from Shanghai raised US$619 million in Hong Kong, and said AI research needs it."
    assert not found("Loomway doubles on its first day in Hong Kong", told).is_on_topic


def test_taiwan_s_words_speak_like_the_mainland_s() -> None:
    assert found("輝達擬重啟中國市場", "黃仁勳訪陸前說，晶片能否銷往中國，要看華府。").is_on_topic
    assert "export-controls" in facets("晶片出口再收緊", "川普政府說，不會讓輝達AI晶片流向中國。")
    assert {"security", "data-platforms"} <= facets(
        "公務機關禁用DeepSeek", "官員說，這款中國AI有資安疑慮，恐個資外洩。"
    )


def test_what_a_firm_does_with_its_coding_agent_is_not_about_models() -> None:
    assert "models" not in facets("Claude Code doubles Anthropic’s sales", "Firms pay for seats.")
    assert "models" in facets("Claude Opus tops a benchmark", "The new model beats its forerunner.")


def test_a_lab_s_name_alone_makes_no_story_about_its_models() -> None:
    assert "models" not in facets("Zhipu and MiniMax shares fall in Hong Kong", "Holders of both AI labs sold.")
    assert "models" in facets("Zhipu releases GLM-5", "The open-source model beats its forerunner.")


def test_a_law_s_name_and_a_figure_of_speech_are_no_affair_of_security() -> None:
    act = "The AI chip rule is left out of the National Defense Authorization Act, a senator said."
    assert "security" not in facets("Congress drops chip rule for Nvidia’s China sales", act)
    assert "security" not in facets("机器人成中美AI新战场", "两国企业比谁的机器人更便宜。")


def test_universities_of_both_countries_make_no_text_about_ai() -> None:
    told = "清华大学、中国科学院和美国加州大学伯克利分校的三位学者分享奖金，斯坦福大学的同行写信祝贺。" * 6
    assert not found("物质科学奖揭晓", told).is_on_topic


def test_a_digest_is_filed_by_its_headline_alone() -> None:
    news = "英伟达对华芯片出口管制再收紧，美国商务部称中国AI公司绕过限制。" * 12
    assert not found("早报｜某车企召回十万辆；奶茶店涨价；机票大跌", news).is_on_topic
    assert found("美国收紧对华AI芯片出口管制", news).is_on_topic


def test_a_headline_of_several_parts_is_a_digest_s_only_over_a_list() -> None:
    title = "美国放宽对华芯片出口；北京收紧；英伟达进退两难"
    told = "华盛顿批准向中国出售英伟达AI芯片，北京要求企业先用国产货。"
    assert found(title, told).is_on_topic
    listed = "1、快递涨价。2、国产手机开卖。3、黄仁勋谈中国AI芯片，称美国的限制帮了对手。"
    assert not found("某车企召回十万辆;奶茶店涨价;机票大跌", listed).is_on_topic
    assert "chips" not in facets("晚报｜大模型公司上市；芯片股大跌", listed)


def test_what_a_text_names_in_passing_makes_no_story_of_it() -> None:
    trade = (
        "Beijing’s new permits cover seven metals. Washington answered with a threat of duties on all that China "
        "sells, and lawyers in Detroit advise clients to look to Australia. Carmakers have magnets for three weeks, "
        "wind farms for two months; American negotiators fly out on Sunday. "
    )
    assert not found("Magnet makers wait for licences", trade + "Builders of AI servers would feel it too.").is_on_topic
    earnest = trade.replace("metals", "metals that AI chips need").replace("magnets", "AI servers")
    assert found("Metals for AI chips wait for licences", earnest).is_on_topic
    assert found("Chips wait for licences", "Beijing’s permits delay AI servers for America.").is_on_topic


def test_firms_of_both_sides_do_not_make_another_country_s_headline_theirs() -> None:
    assert not found("Italy pulls DeepSeek from Apple’s store", "Google removed the Chinese AI app too.").is_on_topic
    assert found("US pulls DeepSeek from its phones", "Google removed the Chinese AI app too.").is_on_topic
    assert not found("Europe wants sovereign AI", "It lags behind the US and China, founders in Paris say.").is_on_topic
    assert found("Tencent rents barred Nvidia chips in Japan", "The AI processors stand in Osaka.").is_on_topic


def test_chips_on_a_forbidden_way_to_china_are_about_the_two_wherever_they_are_stopped() -> None:
    assert found("Singapore holds Nvidia chips", "Police suspect smuggling of AI chips into China.").is_on_topic
    assert not found("Singapore buys Nvidia chips", "The AI centre opens in May; China has one like it.").is_on_topic


def test_a_competitor_says_that_two_countries_compete() -> None:
    assert found("Musk calls China the biggest competitor in humanoid robots", "Tesla builds its own.").is_on_topic


def test_a_rule_on_exports_is_not_regulation_of_its_own() -> None:
    assert facets("Congress passes bill on chip exports to China", "It limits Nvidia’s AI chips.") == {
        "export-controls",
        "chips",
    }
    assert "regulation" in facets("Congress passes bill on AI and children", "Chatbots must tell their users’ age.")


def test_a_headline_of_other_countries_is_not_about_the_two() -> None:
    assert not found("Brussels must loosen its AI rules", "Europe lags behind the US and China.").is_on_topic
    assert found("US and China diverge on AI rules", "Europe looks on.").is_on_topic


MARKED = st.text(
    st.sampled_from(
        [*"Nvidia China US AI said 英伟达中國表示“”「」\"''‘’：，。\n", "\u200f", "\u200b", "\ud83d", "\U0001f600", "İ"]
    ),
    max_size=300,
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(MARKED, st.text(st.characters(), max_size=200)), MARKED)
def test_every_span_slices_to_its_own_text(text: str, title: str) -> None:
    findings = found(title, text)
    spans = [(proof.field, proof.span) for hit in findings.topics for proof in hit.evidence]
    spans += [(mention.field, mention.span) for mention in findings.mentions]
    spans += [(Field.TEXT, quote.span) for quote in findings.quotes]
    spans += [(Field.TEXT, each.span) for each in (*findings.credits, *findings.source_marks, *findings.figures)]
    for field, span in spans:
        assert 0 <= span.start < span.end <= len(title if field is Field.TITLE else text)
    for quote in findings.quotes:
        assert quote.text == quote.span.of(text)


def test_a_paragraph_that_never_ends_is_read_to_its_end() -> None:
    paragraph = 'Nvidia said China would win. "We sell AI chips," Huang told Reuters in the US. 英伟达表示：“会的”。 '
    findings = analyse(Document("long", "", paragraph * 1_000, lang="en"))
    assert findings.is_on_topic
    assert (len(findings.mentions), len(findings.credits)) == (3_000, 1_000)
    assert [quote.text for quote in findings.quotes].count("We sell AI chips,") == 1_000


def test_a_claimed_language_is_believed_where_the_script_agrees() -> None:
    assert analyse(Document("one", "", "英伟达股价下跌", lang="en")).lang == "zh"
    assert analyse(Document("one", "", "Nvidia shares slide", lang="zh")).lang == "en"
    assert analyse(Document("one", "", "Bonjour", lang="fr")).lang == "fr"
    assert analyse(Document("one", "", "OpenAI GPT-5 发布", lang="zh")).lang == "zh"
