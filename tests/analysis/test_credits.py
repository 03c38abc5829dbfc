"""Outlets named as the source of what a text tells are credited, with their date; outlets merely spoken of are not."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.credit_dates import day_of, find_date
from dateline.analysis.credits import find_credits
from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import Entity, Lexicon
from dateline.news.finding import Credit, Document
from dateline.settings import resource

#: A Tuesday; an evening hour in UTC is still that day in New York and already the next in Beijing.
TUESDAY = datetime(2025, 11, 11, 15, 0, tzinfo=UTC)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The outlets of the lexicon, which is all that credits ask for."""
    rows = tomllib.loads(resource("lexicon/outlets.toml").read_text(encoding="utf-8"))["outlet"]
    plain = ("id", "name", "zh", "side")
    listed = ("aliases", "weak")
    return Lexicon(
        {
            row["id"]: Entity(
                kind="outlet",
                **{name: row.get(name, "") for name in plain},
                **{name: tuple(row.get(name, ())) for name in listed},
            )
            for row in rows
        }
    )


def credits_of(text: str, outlet: str | None = None, *, lang: str | None = None) -> tuple[Credit, ...]:
    document = Document("1", "", text, outlet, lang, TUESDAY)
    return find_credits(document, find_mentions(document, lexicon()), lexicon())


def credited(text: str, outlet: str | None = None) -> list[tuple[str, str | None]]:
    return [(credit.outlet, credit.date and credit.date.isoformat()) for credit in credits_of(text, outlet)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“China will win,” he told the Financial Times.", [("Financial Times", None)]),
        ("An official informed Reuters that the chips had left.", [("Reuters", None)]),
        ("The Washington Post released a recording on Friday of the call.", [("Washington Post", "2025-11-07")]),
        ("A spokesman confirmed the layoffs to Reuters.", [("Reuters", None)]),
        ("Media outlets, including Reuters, have reported the sale.", [("Reuters", None)]),
        ("He told CNBC's “Money Hour” show on Monday that chips had left.", [("CNBC", "2025-11-10")]),
        ("On Monday, the minister told Reuters that chips had left.", [("Reuters", "2025-11-10")]),
        ("According to Reuters, the app returns on Friday.", [("Reuters", None)]),
        (
            "Bloomberg and the Wall Street Journal reported it. A banker told the Journal that it was late.",
            [("Bloomberg", None), ("Wall Street Journal", None), ("Wall Street Journal", None)],
        ),
        ("The Wall Street Journal reported it. He reads the Journal daily.", [("Wall Street Journal", None)]),
        ("“The Economist” published an article on its website on November 2nd.", [("The Economist", "2025-11-02")]),
        ("The House Foreign Affairs subcommittee said that chips had left.", []),
        ("Workers would only speak to Reuters in private.", [("Reuters", None)]),
        ("Reuters stated that the chips had left.", [("Reuters", None)]),
        ("She told Reuters on Monday that the chips had left.", [("Reuters", "2025-11-10")]),
        ("According to a Bloomberg report last Friday, the order stands.", [("Bloomberg", "2025-11-07")]),
        ("Bloomberg reported on Tuesday that licences were granted.", [("Bloomberg", "2025-11-11")]),
        ("Two people told the Information that chips had left.", [("The Information", None)]),
        ("Aides on the Hill said that chips had left.", []),
        ("Foreign policy analysts said no, and so did the diplomat.", []),
        ("综合路透社、法新社报道，美方让步。", [("Reuters", None), ("Agence France-Presse", None)]),
        ("環球時報社評認為，這是霸凌；財新報導，許可遭拒。", [("Global Times", None), ("Caixin", None)]),
        ("彭博社9月初引述知情人士称，路透社上月底报道过此事。", [("Bloomberg", None), ("Reuters", None)]),
        ("彭博上周晚些时候率先报道；共同网报道，尚未签署。", [("Bloomberg", None), ("Kyodo News", None)]),
        ("【文/观察者网专栏作者 王一鸣】新桥通车了。", []),
        ("英国《泰晤士报》网站11月2日发表了题为《新桥》的报道。", [("The Times of London", "2025-11-02")]),
        ("北京青年报记者了解到，工厂停工。", [("Beijing Youth Daily", None)]),
        ("此事经江州电视台都市频道曝光。", [("江州电视台", None)]),
        ("在英国《泰晤士报》的一档播客中，他说不行。", [("The Times of London", None)]),
        ("财联社11月10日电，工厂停工。", [("Cailian Press", "2025-11-10")]),
        ("Shares rose after La Stampa reported a loan.", [("La Stampa", None)]),
        ("自然科学研究所说，外交政策不变。", []),
        ("On Sunday, the New York Times reported that talks had begun.", [("New York Times", "2025-11-09")]),
        ("The deal was first reported by the Wall Street Journal.", [("Wall Street Journal", None)]),
        ("Reuters, citing two officials, said exports would stop.", [("Reuters", None)]),
        ("In an Oct. 22 article, the New York Times described the race.", [("New York Times", "2025-10-22")]),
        ("In an interview with CNBC's Jim Lake on December 3, she said no.", [("CNBC", "2024-12-03")]),
        ("The plan, The Information reported, is a year old.", [("The Information", None)]),
        ("The Post's Ana Ruiz wrote that it failed. The Washington Post ran it.", [("Washington Post", None)]),
        ("Data compiled by Bloomberg show a fall.", [("Bloomberg", None)]),
        ("A memo seen by Reuters names the firms.", [("Reuters", None)]),
        ("Nikkei Asia and the Financial Times reported the talks.", [("Nikkei Asia", None), ("Financial Times", None)]),
        ("A New York Times/CBS News poll found a lead.", [("New York Times", None), ("CBS News", None)]),
        ("He told state broadcaster CCTV that plants would open.", [("CCTV", None)]),
        ("“It is over,” she said Sunday on CNN's evening show.", [("CNN", None)]),
        ("He told the Daily Caller that he would go.", [("Daily Caller", None)]),
        ("BEIJING, Nov 10 (Reuters) - The ministry answered.", [("Reuters", "2025-11-10")]),
        ("“A bubble,” wrote Ben Marsh in The Guardian.", [("The Guardian", None)]),
        ("This is “the same lead as before,” reported Reuters.", [("Reuters", None)]),
        ("New York Times columnist Iris Weld wrote that it was late.", [("New York Times", None)]),
        (
            "The news was reported earlier by Politico. As the Economist noted, it is late.",
            [("Politico", None), ("The Economist", None)],
        ),
        ("The Global Times, a state-run tabloid, said in an editorial that it would fail.", [("Global Times", None)]),
        (
            "Speaking on CNBC's evening show, Quill agreed. Asked by Reuters, she nodded.",
            [("CNBC", None), ("Reuters", None)],
        ),
        ("It was the Wall Street Journal that broke the story.", [("Wall Street Journal", None)]),
        ("Fox News and, separately, nobody else said so.", []),
    ],
)
def test_english_words_of_source_credit_an_outlet(text: str, found: list[tuple[str, str | None]]) -> None:
    assert credited(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Shares of the New York Times rose 4% on Monday.",
        "The New York Times reported a quarterly profit of $90 million.",
        "Reuters said it would cut jobs. CNN said in a statement that it had not decided.",
        "OpenAI signed a licensing deal with the Financial Times and the Associated Press.",
        "The senator spoke before the House Foreign Affairs Committee about Nature and Time Warner.",
        "Fortune 500 companies bought chips while Mike Bloomberg watched. Bloomberg said he was glad.",
        "She once worked for Bloomberg and lives next to the CNN Center.",
        "He told the Fox News audience a joke. A female Reuters reporter laughed.",
        "Foreign Policy analysts told reporters that the Observer effect is real.",
        "In these times the nation reads the information it wants.",
        "Bloomberg Intelligence said demand would double.",
        "They met in Times Square after the Nikkei fell.",
    ],
)
def test_english_outlets_merely_spoken_of_are_not_credited(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("据路透社10日报道，许可已经发放。", [("Reuters", "2025-11-10")]),
        ("《经济参考报》从能源局获悉，电价将下调。", [("经济参考报", None)]),
        ("黃某5日接受英國《金融時報》訪問時稱，差距不大。", [("Financial Times", "2025-11-05")]),
        ("據美國《國會山莊報》報導，會議推遲。", [("The Hill", None)]),
        ("路透早前引述兩名官員表示，需求不大。", [("Reuters", None)]),
        ("《華爾街日報》周一 (10 日) 引述官員報導稱，估值上升。", [("Wall Street Journal", "2025-11-10")]),
        ("彭博社今天（11日）报道，许可已经发放。", [("Bloomberg", "2025-11-11")]),
        ("《華爾街日報》等外媒用“令人震驚”等詞形容它。", [("Wall Street Journal", None)]),
        ("据CNN10日报道，许可已经发放。", [("CNN", "2025-11-10")]),
        ("据福布斯报道，许可已经发放。", [("Forbes", None)]),
        ("据彭博社报道，15日将公布结果。", [("Bloomberg", None)]),
        ("《纽约时报》3日率先报道了此事。", [("New York Times", "2025-11-03")]),
        ("《纽约时报》10月22日的一篇文章写道，差距在缩小。", [("New York Times", "2025-10-22")]),
        ("彭博社援引知情人士的话称，谈判仍在继续。", [("Bloomberg", None)]),
        ("黄某告诉英国《金融时报》，中国会赢。", [("Financial Times", None)]),
        ("黄某在《纽约时报》的播客节目中说，中国会赢。", [("New York Times", None)]),
        ("云杉回覆《金融時報》，它沒有工廠。", [("Financial Times", None)]),
        ("【中新社北京十一日電】商務部答記者問。", [("China News Service", None)]),
        ("《经济学人》在最新一期封面文章中写道，中国会赢。", [("The Economist", None)]),
        ("环球时报记者从商务部获悉，会谈已经结束。", [("Global Times", None)]),
        ("他对《华尔街日报》表示，出口会停止。", [("Wall Street Journal", None)]),
        ("她在接受美国消费者新闻与商业频道采访时说不会。", [("CNBC", None)]),
        ("11月9日，美国彭博社刊文指出，开发者正在转向。", [("Bloomberg", "2025-11-09")]),
        ("《日本經濟新聞》上週五報導，工廠將擴建。", [("Nikkei", "2025-11-07")]),
        ("彭博社专栏作家凯瑟琳·索贝克9日撰文称，模型正在赢得开发者。", [("Bloomberg", "2025-11-09")]),
        ("《纽约时报》记者孟建国10月22日在一篇文章中写道，限制收效甚微。", [("New York Times", "2025-10-22")]),
        ("路透社援引三名知情人士的话说，新规将于12日生效。", [("Reuters", None)]),
        ("12月28日《經濟學人》撰文称局面已变。", [("The Economist", "2024-12-28")]),
        ("指数上涨。（财联社）", [("Cailian Press", None)]),
        ("路透社和《金融时报》均报道了此事。", [("Reuters", None), ("Financial Times", None)]),
        ("加拿大媒体《国家邮报》的报道说，账号已被停用。", [("National Post", None)]),
        ("据《星洲邮报》报道，会议推迟。", [("星洲邮报", None)]),
        ("新华社北京11月10日电 商务部回应。", [("Xinhua", "2025-11-10")]),
        ("正如《环球时报》所言，这不公平。", [("Global Times", None)]),
        ("Reuters 报道了一条消息。", [("Reuters", None)]),
    ],
)
def test_chinese_words_of_source_credit_an_outlet(text: str, found: list[tuple[str, str | None]]) -> None:
    assert credited(text, "Chip Ledger") == found


@pytest.mark.parametrize(
    "text",
    [
        "中国科学院的科学家自然会注意到外交政策的变化。",
        "《纽约时报》股价周二上涨百分之四。",
        "这家公司与路透社签署了授权协议，还起诉了《纽约时报》。",
        "图片来源：路透社",
        "她曾在彭博工作，界面很简洁，财富也不少。",
        "美国《财富》世界500强榜单出炉。",
    ],
)
def test_chinese_outlets_merely_spoken_of_are_not_credited(text: str) -> None:
    assert credited(text, "Chip Ledger") == []


@pytest.mark.parametrize("own", ["nyt", "New York Times", "The New York Times", "纽约时报", "NYT"])
def test_an_articles_own_outlet_is_never_credited(own: str) -> None:
    text = "He told The New York Times on Monday. Reuters reported it too. 《纽约时报》率先报道。"
    assert [name for name, _ in credited(text, own)] == ["Reuters"]
    assert [name for name, _ in credited(text, "Chip Ledger")] == ["New York Times", "Reuters", "New York Times"]


def test_an_outlet_that_no_list_has_is_never_its_own_source() -> None:
    text = "He told the Loom Valley Register that it was over. Loom Valley Register reported it first."
    assert [name for name, _ in credited(text, "Loom Valley Register")] == []
    assert [name for name, _ in credited(text)] == ["Loom Valley Register"] * 2


def test_a_source_line_counts_only_where_the_texts_own_outlet_is_known() -> None:
    text = "正文一句。\n来源：新华社"
    assert credited(text) == []
    assert credited(text, "guancha") == [("Xinhua", None)]


def test_the_span_is_the_name_as_it_stands() -> None:
    text = "據《紐約時報》報道，he told the Financial Times so."
    found = credits_of(text, lang="zh")
    assert [credit.span.of(text) for credit in found] == ["紐約時報", "Financial Times"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("on Tuesday", date(2025, 11, 11)),
        ("on Wednesday", date(2025, 11, 5)),
        ("last Tuesday", date(2025, 11, 4)),
        ("yesterday", date(2025, 11, 10)),
        ("on Nov. 12", date(2025, 11, 12)),
        ("on November 13", date(2024, 11, 13)),
        ("on Sept 3, 2023", date(2023, 9, 3)),
        ("on 9 November", date(2025, 11, 9)),
        ("2025-10-22", date(2025, 10, 22)),
        ("last week", None),
        ("on Feb. 30", None),
        ("may 5 firms", None),
        ("this month", None),
    ],
)
def test_english_dates_count_back_from_the_article(words: str, found: date | None) -> None:
    assert find_date(words, TUESDAY.date(), is_chinese=False) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("11日", date(2025, 11, 11)),
        ("12日", date(2025, 11, 12)),
        ("30日", date(2025, 10, 30)),
        ("31号", date(2025, 10, 31)),
        ("9月3日", date(2025, 9, 3)),
        ("12月 3 日", date(2024, 12, 3)),
        ("2023年2月1日", date(2023, 2, 1)),
        ("周日", date(2025, 11, 9)),
        ("上周三", date(2025, 11, 5)),
        ("上周日", date(2025, 11, 9)),
        ("昨天", date(2025, 11, 10)),
        ("近日", None),
        ("2月30日", None),
    ],
)
def test_chinese_dates_count_back_from_the_article(words: str, found: date | None) -> None:
    assert find_date(words, TUESDAY.date(), is_chinese=True) == found


def test_without_the_articles_date_only_whole_dates_are_told() -> None:
    assert find_date("on Tuesday", None, is_chinese=False) is None
    assert find_date("Nov. 9, 2025", None, is_chinese=False) == date(2025, 11, 9)
    assert find_date("9日", None, is_chinese=True) is None
    assert find_date("2025年11月9日", None, is_chinese=True) == date(2025, 11, 9)


def test_an_article_belongs_to_the_day_of_its_newsroom() -> None:
    night = datetime(2025, 11, 11, 23, 30, tzinfo=UTC)
    assert (day_of(night, "zh"), day_of(night, "en")) == (date(2025, 11, 12), date(2025, 11, 11))
    assert day_of(datetime(2025, 11, 11, 2, 0, tzinfo=UTC), "en") == date(2025, 11, 10)
    assert day_of(datetime(2025, 11, 11, tzinfo=UTC), "en") == date(2025, 11, 11)
    assert day_of(None, "en") is None


def test_two_words_written_as_one_may_be_a_firm_s_name_and_need_somebody_s_words_before_them() -> None:
    assert credited("“Nobody asked us,” Lund told DockSide.") == [("DockSide", None)]
    assert credited("Lund told DockSide that the cranes were late.") == []


def test_a_line_that_breaks_off_within_a_sentence_goes_on() -> None:
    assert credited("It will build its own, according to\nBloomberg\n. The firm is silent.") == [("Bloomberg", None)]
    assert credited("Nobody reported it\n\nBloomberg is in New York.") == []


@given(st.text(max_size=200))
def test_whatever_is_found_slices_to_itself(noise: str) -> None:
    text = f"{noise}Reuters reported on Monday.{noise}据路透社{noise}报道{noise}"
    for credit in credits_of(text):
        assert credit.span.of(text)
        assert 0 <= credit.span.start < credit.span.end <= len(text)


def test_one_endless_paragraph_is_read_to_its_end() -> None:
    text = "He told Reuters and the Daily Post on Monday, citing CNN, that it 据彭博社3日报道 grew. "
    found = [("Reuters", "2025-11-10"), ("Daily Post", "2025-11-10"), ("CNN", None), ("Bloomberg", "2025-11-03")]
    assert credited(text * 1_000) == found * 1_000
