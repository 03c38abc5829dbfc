"""The verbs as another program meets them: forms of answers, exit codes, sentences."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.sources.sites import own_rules_folder
from newsstand import Newsstand

Terminal = Callable[..., Any]

ENGLISH = {
    "url": "https://www.ft.com/content/one",
    "title": "US tightens AI chip export controls on China",
    "text": "The United States tightened export controls on AI chips for China on Monday.\n"
    "“The rules change faster than our products,” said Jensen Huang, chief executive of Nvidia. "
    "Chinese AI labs such as DeepSeek train their models on Huawei’s Ascend chips instead.",
    "outlet": "Financial Times",
    "lang": "en",
    "published": "2025-11-09T22:00:00Z",
    "author": "Ida Kern",
}
CHINESE = {
    "url": "https://www.guancha.cn/internation/2025_11_10_1.shtml",
    "title": "黄仁勋：中国将赢得人工智能竞赛",
    "text": "英伟达首席执行官黄仁勋表示：“中国将赢得人工智能竞赛。”\n美国对华芯片出口管制没有奏效，大模型继续进步。",
    "outlet": "观察者网",
    "lang": "zh",
    "published": "2025-11-10T09:30:00+08:00",
}
SOY = {
    "url": "https://example.org/soy",
    "title": "Soybean harvest is good",
    "text": "Farmers in Iowa brought in a good harvest of soybeans, and prices fell.",
    "outlet": "Iowa Daily",
    "lang": None,
    "published": "2025-11-11T12:00:00Z",
}

CARD_FIELDS = (
    "id url title outlet lang published first_seen completeness topics n_quotes read starred tags story cursor"
)


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    lines = "\n".join(json.dumps(article, ensure_ascii=False) for article in (ENGLISH, CHINESE, SOY))
    assert terminal("import-articles", "-", stdin=lines).code == 0
    return terminal


def test_import_counts_and_is_idempotent(terminal: Terminal) -> None:
    lines = "\n".join([json.dumps(ENGLISH), "not json", json.dumps(SOY | {"url": "ftp://x"}), json.dumps(CHINESE)])
    first = terminal("import-articles", "-", stdin=lines)
    assert first.code == 1
    summary = first.lines[-1]
    assert (summary["imported"], summary["known"], summary["failed"]) == (2, 0, 2)
    assert "line 2" in first.err
    again = terminal("import-articles", "-", stdin=lines).lines[-1]
    assert (again["imported"], again["known"], again["failed"]) == (0, 2, 2)


def test_list_has_the_contracts_form(filled: Terminal) -> None:
    answer = filled("list", "", "--json")
    assert answer.code == 0
    assert [line["title"] for line in answer.lines] == [SOY["title"], CHINESE["title"], ENGLISH["title"]]
    first = answer.lines[2]
    assert set(first) == set(CARD_FIELDS.split())
    assert first["outlet"] == "Financial Times"
    assert first["published"] == "2025-11-09T22:00:00+00:00"
    assert (first["completeness"], first["read"], first["starred"], first["tags"]) == ("full", False, False, [])
    assert first["n_quotes"] == 1
    assert first["topics"][0] == "us-china-ai"


def test_list_answers_questions(filled: Terminal) -> None:
    def titles(question: str) -> list[str]:
        return [line["title"] for line in filled("list", question, "--json").lines]

    assert titles("topic:us-china-ai") == [CHINESE["title"], ENGLISH["title"]]
    assert titles("outlet:ft") == titles('outlet:"Financial Times"') == [ENGLISH["title"]]
    assert titles("speaker:huang") == titles("speaker:黄仁勋") == [CHINESE["title"], ENGLISH["title"]]
    assert titles("大模型") == [CHINESE["title"]]
    assert titles("lang:en soybeans") == [SOY["title"]]


def test_pages_by_cursor(filled: Terminal) -> None:
    first = filled("list", "", "--json", "--limit", "2").lines
    rest = filled("list", "", "--json", "--limit", "2", "--after", first[-1]["cursor"]).lines
    assert [line["title"] for line in first + rest] == [SOY["title"], CHINESE["title"], ENGLISH["title"]]


def test_counts(filled: Terminal) -> None:
    outlets = filled("list", "", "--count-by", "outlet", "--json").lines
    assert {tuple(line["key"]): (line["n"], line["n_full"]) for line in outlets} == {
        ("Financial Times",): (1, 1),
        ("Observer",): (1, 1),
        ("Iowa Daily",): (1, 1),
    }
    days = filled("list", "topic:us-china-ai", "--count-by", "day,outlet", "--json").lines
    assert sum(line["n"] for line in days) == 2
    assert all(len(line["key"]) == 2 for line in days)
    assert filled("list", "", "--count-by", "weather").code == 2


def test_show_adds_text_and_findings(filled: Terminal) -> None:
    number = filled("list", "outlet:ft", "--json").lines[0]["id"]
    shown = filled("show", str(number), "--json").lines[0]
    assert shown["text"] == ENGLISH["text"]
    assert [revision["number"] for revision in shown["revisions"]] == [1]
    (quote,) = shown["findings"]["quotes"]
    assert shown["text"][quote["start"] : quote["end"]] == quote["text"]
    assert quote["speaker"]["name"] == "Jensen Huang"
    assert shown["notes"] == []
    assert "Jensen Huang" in filled("show", str(number)).out
    missing = filled("show", "12345")
    assert (missing.code, "no article 12345" in missing.err) == (1, True)


def test_quotes(filled: Terminal) -> None:
    lines = filled("quotes", "speaker:huang", "--json").lines
    assert {line["lang"] for line in lines} == {"en", "zh"}
    assert set(lines[0]) == set("quote speaker entity article outlet lang published statement confidence".split())
    assert len({line["entity"] for line in lines}) == 1


def test_a_question_that_cannot_be_read_points_at_the_word(filled: Terminal) -> None:
    answer = filled("list", "chips colour:red")
    assert answer.code == 2
    assert "colour" in answer.err
    assert "      ^^^^^^^^^^" in answer.err


def test_rebuild_answers_as_before(filled: Terminal) -> None:
    before = filled("list", "topic:us-china-ai", "--json").out
    assert filled("rebuild").code == 0
    assert filled("list", "topic:us-china-ai", "--json").out == before


def test_analyse_answers_line_by_line(terminal: Terminal) -> None:
    given = {"id": "1", "title": ENGLISH["title"], "text": ENGLISH["text"], "outlet": None, "lang": None, "x": 1}
    answer = terminal("analyse", stdin=f"{json.dumps(given)}\nnot json\n" + json.dumps(given | {"id": "3", "text": ""}))
    assert answer.code == 1
    first, bad, last = answer.lines
    assert set(first) == set("id lang on_topic topics quotes mentions citations sources figures".split())
    assert (first["id"], first["lang"], first["on_topic"]) == ("1", "en", True)
    for topic in first["topics"]:
        assert 0 <= topic["score"] <= 1
        for evidence in topic["evidence"]:
            field = given["title"] if evidence["field"] == "title" else given["text"]
            assert field[evidence["start"] : evidence["end"]]
    assert bad["id"] is None
    assert bad["error"].endswith(".")
    assert (last["id"], last["quotes"]) == ("3", [])


def test_extract_answers_line_by_line(terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "The commission said on Tuesday that it will look at the licences again before the year ends. " * 6
    more = "Lawyers for two of the companies answered that nothing in the rules has changed since the spring. " * 6
    page.write_text(
        f"<html lang=en><head><title>Licences</title></head><body><nav>Home</nav><article>"
        f"<h1>Licences</h1><p>{words}</p><p>{more}</p><script>alert(1)</script></article></body></html>"
    )
    given = {"id": "1", "path": str(page), "url": "https://paper.example/1"}
    missing = given | {"id": "2", "path": str(tmp_path / "missing.html")}
    answer = terminal("extract", "--jsonl", stdin=f"{json.dumps(given)}\n{json.dumps(missing)}")
    assert answer.code == 1
    first, second = answer.lines
    assert set(first) == set("id title authors published updated text html lang completeness site_rule".split())
    assert first["text"].split("\n") == [words.strip(), more.strip()]
    assert (first["title"], first["lang"], first["completeness"]) == ("Licences", "en", "full")
    assert "<script" not in first["html"]
    assert second["error"].startswith(str(tmp_path / "missing.html"))
    one = terminal("extract", str(page), "--url", "https://paper.example/1", "--json").lines[0]
    assert one["text"] == first["text"]


def test_a_captured_page_becomes_the_articles_text(filled: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "saved.html"
    words = "The ministry said on Tuesday that it will look at the licences for AI chips again. " * 8
    more = "Traders in Shenzhen said that prices had not moved since the first of the month. " * 8
    page.write_text(
        f"<html lang=en><head><title>Licences looked at again</title></head><body><article><h1>Licences looked at again"
        f"</h1><p>{words}</p><p>{more}</p></article></body></html>"
    )
    saved = filled("capture", str(page), "--url", "https://paper.example/licences?utm_source=x", "--json").lines[0]
    assert (saved["title"], saved["completeness"], saved["kept"]) == ("Licences looked at again", "full", True)
    shown = filled("show", str(saved["id"]), "--json").lines[0]
    assert [revision["origin"] for revision in shown["revisions"]] == ["capture"]
    assert shown["text"] == f"{words.strip()}\n{more.strip()}"
    again = filled("capture", str(page), "--url", "https://paper.example/licences", "--json").lines[0]
    assert again["kept"] is False
    page.write_text("<html><body><p>Checking your browser</p></body></html>")
    refused = filled("capture", str(page), "--url", "https://paper.example/licences")
    assert (refused.code, "no article" in refused.err) == (1, True)


def test_sources_go_in_and_out_as_opml(terminal: Terminal, tmp_path: Path) -> None:
    opml = tmp_path / "mine.opml"
    opml.write_text(
        '<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Chips">'
        '<outline text="Ledger" type="rss" xmlUrl="https://ledger.example/feed.xml"/></outline></body></opml>'
    )
    assert "1 source added" in terminal("import", str(opml)).out
    (source,) = terminal("sources", "--json").lines
    assert (source["url"], source["folder"], source["state"]) == ("https://ledger.example/feed.xml", "Chips", "never")
    assert terminal("export-opml", str(tmp_path / "out.opml")).code == 0
    again = terminal("export-opml", "-").out
    assert again == (tmp_path / "out.opml").read_text()
    assert "https://ledger.example/feed.xml" in again
    broken = tmp_path / "broken.opml"
    broken.write_text("no outlines")
    answer = terminal("import", str(broken))
    assert (answer.code, bool(answer.err)) == (1, True)


def test_the_sample_goes_through_the_pipeline_offline(terminal: Terminal) -> None:
    answer = terminal("sample", "--json")
    assert answer.code == 0
    assert len(answer.lines) >= 20
    assert all(line["sample"] for line in answer.lines)
    assert len({line["outlet"] for line in answer.lines}) >= 4
    assert {line["lang"] for line in answer.lines} == {"en", "zh"}
    on_topic = [line for line in answer.lines if "us-china-ai" in line["topics"]]
    assert len(on_topic) >= 12
    assert sum(line["n_quotes"] for line in answer.lines) >= 12
    assert terminal("list", "--json").lines == []  # nothing of it in the user's library


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--limit", "0"),
        ("list", "--count-by", "colour"),
        ("list", "--count-by", ""),
        ("list", "--after", "yesterday"),
        ("list", "--after", "²"),
        ("frobnicate",),
        ("show",),
        ("show", "99999999999999999999"),
        ("extract",),
        ("backup",),
    ],
)
def test_wrong_use_is_exit_code_two(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    answer = terminal(*arguments)
    assert answer.code == 2
    assert answer.err


@pytest.mark.parametrize("query", ["-nothing", "-has:note", "-openai", '-"nothing at all"', "-无", "-(nothing)"])
def test_a_query_may_begin_with_what_is_left_out(filled: Terminal, query: str) -> None:
    every = filled("list", "--json").lines
    answer = filled("list", query, "--json", "--limit", "100")
    assert (answer.code, len(answer.lines)) == (0, len(every))
    assert filled("list", f"{query}x", "--bogus").code == 2


@pytest.mark.parametrize("verb", ["list", "quotes"])
def test_no_limit_is_too_large_to_be_asked_with(filled: Terminal, verb: str) -> None:
    assert filled(verb, "--json", "--limit", "99999999999999999999").code == 0


def test_cookies_are_kept_listed_and_removed_without_showing_a_value(terminal: Terminal, tmp_path: Path) -> None:
    jar = tmp_path / "cookies.txt"
    jar.write_text(".ft.com\tTRUE\t/\tTRUE\t4102444800\tFTSession\tletmein\n", encoding="utf-8")
    answers = [
        terminal("cookies", "add", "ft.com", str(jar)),
        terminal("cookies", "add", "www.nyt.example", "-", stdin="Cookie: NYT-S=letmein"),
        terminal("login", "paper.example", "reader", stdin="letmein\n"),
        terminal("cookies", "list", "--json"),
        terminal("cookies", "list"),
    ]
    assert [answer.code for answer in answers] == [0] * 5
    assert [(row["host"], row["cookies"], row["password"], row["expires"]) for row in answers[3].lines] == [
        ("ft.com", 1, False, "2100-01-01T00:00:00+00:00"),
        ("nyt.example", 1, False, None),
        ("paper.example", 0, True, None),
    ]
    assert "letmein" not in "".join(answer.out + answer.err for answer in answers)
    assert terminal("cookies", "remove", "ft.com").code == 0
    assert terminal("cookies", "remove", "ft.com").code == 1
    assert [row["host"] for row in terminal("cookies", "list", "--json").lines] == ["nyt.example", "paper.example"]


@pytest.mark.parametrize("arguments", [("add", "ft.com", "nowhere.txt"), ("add", "not a site", "-")])
def test_cookies_that_cannot_be_taken_are_refused_with_a_sentence(
    terminal: Terminal, arguments: tuple[str, ...]
) -> None:
    answer = terminal("cookies", *arguments, stdin="a=1")
    assert answer.code == 1
    assert answer.err.startswith("dateline: ")


@pytest.mark.newsstand
def test_a_password_in_an_address_is_kept_apart_from_it(terminal: Terminal, newsstand: Newsstand) -> None:
    address = newsstand.at("/faults/basic-auth").replace("://", "://reader:letmein@")
    assert terminal("add", newsstand.at("/faults/basic-auth")).code == 1
    added = terminal("add", address, "--json")
    assert added.lines[0]["url"] == newsstand.at("/faults/basic-auth")
    refreshed = terminal("refresh", "--json")
    assert refreshed.lines[0]["outcome"] == "updated"
    opml = terminal("export-opml", "-")
    assert newsstand.at("/faults/basic-auth") in opml.out
    assert "letmein" not in "".join(one.out + one.err for one in (added, refreshed, opml, terminal("sources")))


@pytest.mark.parametrize(
    ("keys", "counted"),
    [
        (
            "day,outlet",
            {("2025-11-09", "Financial Times"): 1, ("2025-11-10", "Observer"): 1, ("2025-11-11", "Iowa Daily"): 1},
        ),
        ("outlet", {("Financial Times",): 1, ("Observer",): 1, ("Iowa Daily",): 1}),
        ("lang,day", {("en", "2025-11-09"): 1, ("en", "2025-11-11"): 1, ("zh", "2025-11-10"): 1}),
        (
            "outlet,speaker",
            {("Financial Times", "jensen-huang"): 1, ("Observer", "jensen-huang"): 1, ("Iowa Daily", ""): 1},
        ),
    ],
)
def test_articles_are_counted_by_several_keys(filled: Terminal, keys: str, counted: dict[tuple[str, ...], int]) -> None:
    lines = filled("list", "", "--count-by", keys, "--json").lines
    assert {tuple(line["key"]): line["n"] for line in lines} == counted
    assert all(set(line) == {"key", "n", "n_full"} and line["n_full"] == line["n"] for line in lines)


def test_a_question_may_join_conditions_and_give_an_order(filled: Terminal) -> None:
    answer = filled("list", "(soybeans OR 芯片) order:oldest", "--json")
    assert [line["title"] for line in answer.lines] == [CHINESE["title"], SOY["title"]]
    after = filled("list", "(soybeans OR 芯片) order:oldest", "--json", "--after", answer.lines[0]["cursor"])
    assert [line["title"] for line in after.lines] == [SOY["title"]]


def test_a_question_that_cannot_be_read_is_pointed_at(filled: Terminal) -> None:
    answer = filled("list", "chips (huawei OR smic")
    assert answer.code == 2
    assert answer.err.splitlines()[-2:] == ["  chips (huawei OR smic", "        ^"]
    answer = filled("list", "英伟达 topik:芯片")
    assert answer.err.splitlines()[-2:] == ["  英伟达 topik:芯片", "         ^^^^^^^^^^"]


def test_searches_are_saved_listed_and_used(filled: Terminal) -> None:
    assert filled("searches", "save", "Chips", "chips OR 芯片", "--notify").code == 0
    assert filled("searches", "save", "In Chinese", "saved:chips lang:zh").code == 0
    assert [line["title"] for line in filled("list", "saved:'in chinese'".replace("'", '"'), "--json").lines] == [
        CHINESE["title"]
    ]
    assert filled("searches", "order", "in chinese").code == 0
    assert filled("searches", "rename", "chips", "Semiconductors").code == 0
    assert filled("searches", "--json").lines == [
        {"name": "In Chinese", "query": "saved:Semiconductors lang:zh", "notify": False, "n": 1, "n_unread": 1},
        {"name": "Semiconductors", "query": "chips OR 芯片", "notify": True, "n": 2, "n_unread": 2},
    ]
    assert filled("searches", "remove", "in chinese").code == 0
    refused = filled("list", "saved:none")
    assert (refused.code, "There is no saved search" in refused.err) == (2, True)
    assert "Semiconductors" in filled("searches").out


def test_a_folder_of_saved_pages_is_captured_and_watched(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    words = "The ministry said on Tuesday that it will look at the licences for AI chips again. " * 8
    page = (
        "<!-- saved from url=(0037)https://paper.example/licences --><html lang=en><title>Licences</title><body>"
        f"<article><h1>Licences</h1><p>{words}</p></article></body></html>"
    )
    (folder / "licences.html").write_text(page, encoding="utf-8")
    (folder / "none.html").write_text("<p>Nothing.</p>", encoding="utf-8")
    captured = terminal("capture", str(folder), "--json")
    assert (captured.code, [line["url"] for line in captured.lines]) == (1, ["https://paper.example/licences"])
    assert captured.err.startswith("none.html: The page does not tell its address.")
    assert terminal("watch-folder", str(folder)).out.strip() == str(folder)
    assert terminal("watch-folder").out.strip() == str(folder)
    assert terminal("watch-folder", "--off").code == 0
    assert terminal("watch-folder").out == ""
    assert terminal("capture", str(folder / "gone.html")).code == 1


def test_rules_for_pages_are_listed_and_a_wrong_one_of_ones_own_is_named(terminal: Terminal) -> None:
    assert "caixin" in terminal("site-rules").out
    assert terminal("site-rules", "caixin").out.startswith("# Caixin")
    assert terminal("site-rules", "nobody").code == 1
    folder = own_rules_folder()
    folder.mkdir(parents=True)
    (folder / "gazette.toml").write_text('hosts = ["gazette.example"]', encoding="utf-8")
    (folder / "wrong.toml").write_text('hosts = ["a.example"]\nbody = "div..x"', encoding="utf-8")
    told = terminal("site-rules")
    assert told.code == 1
    assert "gazette.example  (your own)" in told.out
    assert "wrong.toml is left out. Line 2 of the rule: the selector “div..x”" in told.err


def test_a_rule_is_shown_tried_on_a_saved_list_and_used(terminal: Terminal, tmp_path: Path) -> None:
    assert "guancha" in terminal("rule", "show").out
    shown = terminal("rule", "show", "guancha")
    assert 'zone = "+08:00"' in shown.out
    rule = tmp_path / "rule.toml"
    rule.write_text(shown.out.replace("观察者网：头条", "My list"), encoding="utf-8")
    page = tmp_path / "list.html"
    item = "<div class=content-headline><h3><a href=/economy/2025_11_10_1.shtml>芯片新规</a></h3>"
    page.write_text(f"<ul class=headline-list><li>{item}<span class=time>2025-11-10 08:00</span></div></li></ul>")
    tried = terminal("rule", "preview", str(rule), "--page", str(page), "--json")
    assert [(line["url"], line["published"]) for line in tried.lines] == [
        ("https://www.guancha.cn/economy/2025_11_10_1_s.shtml", "2025-11-10T00:00:00+00:00")
    ]
    page.write_text("<p>Nothing.</p>")
    failed = terminal("rule", "preview", str(rule), "--page", str(page))
    assert (failed.code, "no longer matches its rule" in failed.err) == (1, True)
    assert terminal("rule", "use", str(rule)).code == 0
    (source,) = terminal("sources", "--json").lines
    assert (source["title"], source["kind"]) == ("My list", "listing")
    assert terminal("rule", "show", source["url"]).out == rule.read_text(encoding="utf-8")
    assert terminal("rule", "show", "nowhere").code == 1


def test_copies_are_named_and_told_where_articles_are_counted(terminal: Terminal) -> None:
    text = "\n".join(
        f"The {number} maker of accelerators told the ministry in Dresden what its next hall will cost."
        for number in ("first", "second", "third", "fourth", "fifth")
    )
    first = ENGLISH | {"url": "https://agency.example/1", "outlet": "Agency", "title": "Halls", "text": text}
    second = first | {"url": "https://gazette.example/1", "outlet": "Gazette", "published": "2025-11-10T22:00:00Z"}
    assert terminal("import-articles", "-", stdin="\n".join(map(json.dumps, (first, second)))).code == 0
    copied, original = (line["id"] for line in terminal("list", "", "--json").lines)
    shown = terminal("show", str(copied), "--json").lines[0]
    assert (shown["copy_of"], shown["same_text"]) == (original, [original])
    assert f"The same text: {original}; {original} had it first." in terminal("show", str(copied)).out
    counted = terminal("list", "--count-by", "lang")
    assert [line["n"] for line in counted.lines] == [2]
    assert counted.err == "1 of these are copies of others' texts; `NOT is:copy` leaves them out.\n"
    assert [line["id"] for line in terminal("list", "NOT is:copy", "--json").lines] == [original]
