"""The filter language against the library: words in two scripts, and every field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.news.article import Completeness
from dateline.news.finding import Credit
from dateline.news.question import Term, TimelineFilter, read_filter
from dateline.storage import marks, timeline
from dateline.text.span import Span
from shelf import NOON, TODAY, Shelf, at, found_in

ENGLISH = "“China will win the race,” said Jensen Huang of Nvidia. Export controls on AI chips did not slow it down."
CHINESE = "英伟达首席执行官黄仁勋表示：“中国将赢得人工智能竞赛。”美国的出口管制没有奏效。"
TRADITIONAL = "輝達執行長黃仁勳談人工智慧晶片。"
SOY = "Soybean harvests in Iowa were good this year, and no chips were mentioned by anybody."


@pytest.fixture
def desk(shelf: Shelf) -> Shelf:
    shelf.name_outlets(
        ft=("Financial Times", "金融时报"), guancha=("Observer", "观察者网"), cna=("中央社",), iowa=("Iowa Daily",)
    )
    shelf.put(
        "Huang on China",
        ENGLISH,
        at=at(9),
        outlet="ft",
        lang="en",
        findings=found_in(
            ENGLISH,
            topics="us-china-ai export-controls",
            said="China will win the race,",
            speaker="Jensen Huang",
            entity="jensen-huang",
        ),
    )
    shelf.put(
        "黄仁勋谈中国",
        CHINESE,
        at=at(10),
        outlet="guancha",
        lang="zh",
        findings=found_in(
            CHINESE,
            topics="us-china-ai chips",
            said="中国将赢得人工智能竞赛。",
            speaker="黄仁勋",
            entity="jensen-huang",
        ),
    )
    shelf.put(
        "輝達晶片", TRADITIONAL, at=at(11), outlet="cna", lang="zh", findings=found_in(TRADITIONAL, topics="chips")
    )
    shelf.put("Soybeans", SOY, at=at(12), outlet="iowa", lang="en", findings=found_in(SOY))
    return shelf


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("chips", ["Soybeans", "Huang on China"]),
        ("chips -soybean", ["Huang on China"]),
        ('"export controls"', ["Huang on China"]),
        ('"controls export"', []),
        ("人工智能", ["黄仁勋谈中国"]),
        ("赢", ["黄仁勋谈中国"]),
        ("黄仁勋", ["輝達晶片", "黄仁勋谈中国"]),  # Traditional folded to Simplified
        ("黃仁勳", ["輝達晶片", "黄仁勋谈中国"]),
        ("能竞", ["黄仁勋谈中国"]),  # across what a dictionary would call words
        ("outlet:ft", ["Huang on China"]),
        ('outlet:"financial times"', ["Huang on China"]),
        ("outlet:观察者网", ["黄仁勋谈中国"]),
        ("outlet:observer outlet:ft", ["黄仁勋谈中国", "Huang on China"]),
        ("-outlet:ft", ["Soybeans", "輝達晶片", "黄仁勋谈中国"]),
        ("lang:zh", ["輝達晶片", "黄仁勋谈中国"]),
        ("topic:us-china-ai", ["黄仁勋谈中国", "Huang on China"]),
        ("topic:chips topic:export-controls", ["輝達晶片", "黄仁勋谈中国", "Huang on China"]),
        ("topic:chips chips", []),
        ("is:on-topic -lang:zh", ["Huang on China"]),
        ("speaker:huang", ["黄仁勋谈中国", "Huang on China"]),
        ("speaker:黄仁勋", ["黄仁勋谈中国", "Huang on China"]),
        ("speaker:jensen-huang", ["黄仁勋谈中国", "Huang on China"]),
        ("speaker:nobody", []),
        ("has:quote", ["黄仁勋谈中国", "Huang on China"]),
        ("has:full-text lang:en", ["Soybeans", "Huang on China"]),
        ("after:2025-11-11", ["Soybeans", "輝達晶片"]),
        ("before:2025-11-10", ["Huang on China"]),
        ("after:2025-11-10 before:2025-11-12", ["輝達晶片", "黄仁勋谈中国"]),
        ("is:starred", []),
        ("no such words anywhere", []),
        ("soybean OR 竞赛", ["Soybeans", "黄仁勋谈中国"]),
        ("chips (soybean OR huang)", ["Soybeans", "Huang on China"]),
        ("chips NOT (soybean OR 竞赛)", ["Huang on China"]),
        ("lang:zh OR soybean", ["Soybeans", "輝達晶片", "黄仁勋谈中国"]),
        ("-(lang:zh OR soybean)", ["Huang on China"]),
        ("is:unread (lang:zh OR soybean)", ["Soybeans", "輝達晶片", "黄仁勋谈中国"]),
        ("is:starred OR soybean", ["Soybeans"]),
        ("-(is:starred OR soybean)", ["輝達晶片", "黄仁勋谈中国", "Huang on China"]),
        ("after:2025-11-12 OR title:huang", ["Soybeans", "Huang on China"]),
        ("-(after:2025-11-10 before:2025-11-12)", ["Soybeans", "Huang on China"]),
        ("-after:2025-11-11", ["黄仁勋谈中国", "Huang on China"]),
        ("-on:2025-11-11", ["Soybeans", "黄仁勋谈中国", "Huang on China"]),
        ("on:2025-11-11", ["輝達晶片"]),
        ("on:2025-11-10..2025-11-11", ["輝達晶片", "黄仁勋谈中国"]),
        ("on:2025-10", []),
        ("soy*", ["Soybeans"]),
        ("SOYB* OR licen*", ["Soybeans"]),
        ("人工* -輝達", ["黄仁勋谈中国"]),
        ('"export contr*"', ["Huang on China"]),
        ("title:china", ["Huang on China"]),
        ("text:china -title:china", []),
        ("title:(china OR soybeans)", ["Soybeans", "Huang on China"]),
        ("quote:race", ["Huang on China"]),
        ("quote:chips", []),
        ("quote:竞赛", ["黄仁勋谈中国"]),
        ("entity:jensen-huang", ["黄仁勋谈中国", "Huang on China"]),
        ("entity:黃仁勳", ["黄仁勋谈中国", "Huang on China"]),
        ("entity:nobody", []),
        ("topic:chips AND topic:us-china-ai", ["黄仁勋谈中国"]),
        ("topic:chips topic:us-china-ai", ["輝達晶片", "黄仁勋谈中国", "Huang on China"]),
        ("completeness:full lang:en", ["Soybeans", "Huang on China"]),
        ("completeness:teaser", []),
        ("has:tags", []),
        ("note:anything", []),
        ("source:paper", []),
        ("first-seen:2000", []),
        ("-first-seen:2000 lang:zh", ["輝達晶片", "黄仁勋谈中国"]),
        ("chips order:oldest", ["Huang on China", "Soybeans"]),
        ("order:oldest", ["Huang on China", "黄仁勋谈中国", "輝達晶片", "Soybeans"]),
        # Said in the headline: more to the point than once in a text.
        ("china order:relevance", ["Huang on China"]),
        ("huang OR soybean order:relevance lang:en", ["Huang on China", "Soybeans"]),
    ],
)
def test_questions(desk: Shelf, question: str, titles: list[str]) -> None:
    assert desk.titles(question) == titles


def test_what_the_index_and_the_tables_say_can_stand_in_one_group(desk: Shelf) -> None:
    number = desk.read(timeline.first_page, wanted=read_filter("title:黄仁勋谈中国", TODAY), limit=1)[0].id
    desk.write(marks.set_starred, ids=[number], is_starred=True, at=NOON)
    assert desk.titles("is:starred OR soybean") == ["Soybeans", "黄仁勋谈中国"]
    assert desk.titles("is:starred soybean OR 輝達") == ["輝達晶片"]
    assert desk.titles("chips OR (is:starred on:2025-11-10)") == ["Soybeans", "黄仁勋谈中国", "Huang on China"]
    assert desk.titles("-(is:starred OR soybean) order:oldest") == ["Huang on China", "輝達晶片"]


@pytest.mark.parametrize("order", ["newest", "oldest", "relevance", "first-seen"])
@pytest.mark.parametrize("question", ["", "chips OR 黄仁勋", "is:unread"])
def test_an_article_is_the_cursor_of_every_order(desk: Shelf, question: str, order: str) -> None:
    wanted = read_filter(f"{question} order:{order}", TODAY)
    whole = list(desk.read(timeline.spine, wanted=wanted))
    walked: list[int] = []
    while page := desk.read(timeline.first_page, wanted=wanted, limit=1, after=walked[-1] if walked else None):
        walked.append(page[0].id)
    assert walked == whole
    assert len(whole) == len(desk.titles(question))


def test_first_seen_is_when_dateline_saw_it(desk: Shelf) -> None:
    source = desk.follow()
    desk.announce(source, "Old news", seen_at=at(12), published_at=at(1), summary="Licences.")
    desk.announce(source, "News", seen_at=at(11), published_at=at(11), summary="Licences.")
    assert desk.titles("source:paper order:first-seen") == ["Old news", "News"]
    assert desk.titles("source:paper first-seen:2025-11-12") == ["Old news"]
    assert desk.titles("source:PAPER.example -first-seen:2025-11-12") == ["News"]
    assert desk.titles("completeness:empty OR completeness:teaser -has:quote") == desk.titles("source:paper")


def test_an_outlet_that_is_named_as_the_source_is_found_by_any_of_its_names(desk: Shelf) -> None:
    text = "Bloomberg and the Financial Times reported it."
    found = replace(found_in(text), credits=(Credit("Financial Times", Span(18, 33)), Credit("Bloomberg", Span(0, 9))))
    desk.put("Retold", text, findings=found)
    assert desk.titles("cites:ft") == desk.titles("cites:金融时报") == desk.titles("cites:bloomberg") == ["Retold"]
    assert desk.titles("cites:guancha") == []
    assert desk.titles("has:credits") == ["Retold"]


def test_quotes_change_with_their_text(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips", summary="Only a summary.")
    for said in ("“We will appeal”", "“We give up now”"):
        text = f"{said}, said Ann."
        shelf.keep(number, text, findings=found_in(text, said=said[1:-1], speaker="Ann"))
    assert (shelf.titles("quote:appeal"), shelf.titles('quote:"give up"')) == ([], ["Chips"])
    assert shelf.titles('quote:"now said"') == []


def test_read_and_starred_are_asked_live(desk: Shelf) -> None:
    newest = desk.read(lambda c: c.execute("SELECT max(id) FROM article").fetchone()[0])
    desk.write(marks.set_read, ids=[newest], is_read=True, at=NOON)
    desk.write(marks.set_starred, ids=[newest], is_starred=True, at=NOON)
    assert desk.titles("is:read") == desk.titles("is:starred") == ["Soybeans"]
    assert len(desk.titles("is:unread")) == 3
    assert desk.titles("is:starred soybean") == ["Soybeans"]


def test_a_changed_text_is_found_by_its_new_words_only(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips", summary="Only a summary.")
    assert shelf.titles("summary") == ["Chips"]
    shelf.keep(number, "Licences were refused.", Completeness.TEASER)
    shelf.keep(number, "Licences were granted.")
    assert (shelf.titles("refused"), shelf.titles("granted")) == ([], ["Chips"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_run_of_chinese_characters_finds_its_article(desk: Shelf, data: st.DataObject) -> None:
    runs = ("英伟达首席执行官黄仁勋表示", "中国将赢得人工智能竞赛", "美国的出口管制没有奏效")
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 1))
    end = data.draw(st.integers(start + 1, len(run)))
    assert "黄仁勋谈中国" in desk.titles(TimelineFilter((Term(run[start:end]),)))


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_question_and_never_an_error(desk: Shelf, words: str) -> None:
    desk.titles(TimelineFilter((Term(words),)))
    desk.titles(TimelineFilter((Term(words, "outlet"), Term(words, "speaker"), Term(words, "topic"))))
