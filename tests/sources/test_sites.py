"""Rules for single sites: data that is sound, found by host, and read the way its outlet writes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.news.article import Completeness
from dateline.settings import resource
from dateline.sources.extract import extract_article
from dateline.sources.page import parse_page
from dateline.sources.sites import own_rules, own_rules_folder, rule_for, select, select_all, site_rules
from press_pages import TITLE, paragraphs

FULL, TEASER, BLOCKED = Completeness.FULL, Completeness.TEASER, Completeness.BLOCKED
KEYS = set("name hosts site_name site_name_at body remove title authors date byline tail drop".split())
KEYS |= set("teaser teaser_reason barrier blocked blocked_reason".split())
SPLIT = len(paragraphs(4))


@pytest.mark.parametrize("rule", site_rules(), ids=lambda rule: rule.name)
def test_every_selector_can_be_tried_and_every_refusal_has_its_sentence(rule) -> None:  # type: ignore[no-untyped-def]
    root = parse_page("<html><body><p>One line.</p></body></html>")
    assert root is not None
    for selectors in (rule.body, rule.remove, rule.title, rule.authors, rule.date, rule.teaser, rule.site_name_at):
        assert select(root, selectors) == select_all(root, selectors) == []
    assert rule.hosts
    assert all(host == host.lower().strip("/") for host in rule.hosts)
    assert bool(rule.blocked) <= bool(rule.blocked_reason)
    assert bool(rule.teaser) <= bool(rule.teaser_reason)
    assert all(reason == "" or reason.endswith(".") for reason in (rule.teaser_reason, rule.blocked_reason))
    assert all(pattern.groups >= 1 for pattern in rule.byline)


@pytest.mark.parametrize("path", sorted(resource("sites").glob("*.toml")), ids=lambda path: path.stem)
def test_a_rule_says_only_what_is_read(path) -> None:  # type: ignore[no-untyped-def]
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(data) <= KEYS
    assert data["name"] == path.stem


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("www.guancha.cn", "guancha"),
        ("user.guancha.cn", "guancha-user-post"),
        ("WWW.FT.COM.", "ft"),
        ("companies.caixin.com", "caixin"),
        ("notft.com", None),
        ("guancha.cn.example", None),
        ("", None),
    ],
)
def test_a_rule_is_found_by_its_host(host: str, name: str | None) -> None:
    rule = rule_for(host)
    assert (rule.name if rule else None) == name


def page(inner: str, title: str = TITLE) -> bytes:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{inner}</body></html>".encode()


@pytest.mark.parametrize(
    ("url", "inner", "n_lines"),
    [
        (
            "https://www.ft.com/content/1",
            f'<div id="article-body">{paragraphs(8)}<div class="n-content-recommended"><p>Recommended</p></div></div>',
            8,
        ),
        (
            "https://www.nytimes.com/2026/03/04/halls.html",
            f'<section name="articleBody">{paragraphs(8)}<p>Follow The New York Times on every page.</p></section>',
            8,
        ),
        (
            "https://www.bloomberg.com/news/articles/2026-03-04/halls",
            f'<div class="body-content">{paragraphs(8)}<div class="softwall"><p>Before it’s here.</p></div></div>',
            8,
        ),
        (
            "https://www.economist.com/business/2026/03/04/halls",
            f'<section data-body-id="cp1">{paragraphs(8)}<p>Read more of our coverage of halls</p></section>',
            8,
        ),
        (
            "https://www.newyorker.com/magazine/halls",
            '<div class="body__inner-container">'.join(
                ("", f"{paragraphs(4)}</div>", f"{paragraphs(8)[SPLIT:]}</div>")
            ),
            8,
        ),
        (
            "https://www.wired.com/story/halls/",
            f'<div class="body__inner-container">{paragraphs(8)}<h3>More Great WIRED Stories</h3><p>A hall.</p></div>',
            8,
        ),
        (
            "https://www.guancha.cn/economy/2026_03_04_1.shtml",
            f'<div class="content all-txt">{paragraphs(6, lang="zh")}<p>来源|观察者网</p><p>文末推荐。</p></div>',
            6,
        ),
    ],
    ids=["ft", "nyt", "bloomberg", "economist", "newyorker", "wired", "guancha"],
)
def test_an_outlet_is_read_by_its_rule(url: str, inner: str, n_lines: int) -> None:
    article = extract_article(page(inner), url)
    assert (article.completeness, len(article.text.split("\n"))) == (FULL, n_lines), article.text
    assert article.site_rule is not None


@pytest.mark.parametrize(
    ("url", "body", "state", "reason"),
    [
        (
            "https://www.ft.com/content/2",
            page("<p>Subscribe to unlock this article</p><p>Try unlimited access.</p>", "Subscribe to read"),
            BLOCKED,
            "subscribers only",
        ),
        (
            "https://www.bloomberg.com/news/articles/2026-03-04/x",
            page("<p>We've detected unusual activity from your computer network</p>", "Are you a robot?"),
            BLOCKED,
            "bot check",
        ),
        (
            "https://companies.caixin.com/2026-03-04/1.html",
            page(f'<div id="Main_Content_Val">{paragraphs(2, lang="zh")}</div><div id="chargeWall">购买</div>'),
            TEASER,
            "财新通",
        ),
        (
            "https://www.guancha.cn/politics/2026_03_04_2.shtml",
            page("<div class='content all-txt'></div><script>location.href = '/member/login?to=1';</script>"),
            BLOCKED,
            "members",
        ),
    ],
    ids=["ft", "bloomberg", "caixin", "guancha"],
)
def test_an_outlet_that_keeps_its_article_is_told(url: str, body: bytes, state: Completeness, reason: str) -> None:
    article = extract_article(body, url)
    assert (article.completeness, reason in article.reason) == (state, True), article.reason


def test_an_official_account_on_wechat_is_the_outlet_and_its_hidden_text_the_article() -> None:
    inner = (
        f'<h1 id="activity-name">{TITLE}</h1><span id="js_author_name">林梭</span>'
        '<a id="js_name"> 芯片账本 </a><em id="publish_time">2025年11月10日 08:30</em>'
        f'<div id="js_content" style="visibility: hidden; opacity: 0;">{paragraphs(6, lang="zh")}'
        "<p>—— 完 ——</p><p>长按二维码，添加小编</p></div>"
    )
    found = extract_article(page(inner), "https://mp.weixin.qq.com/s/abc")
    assert (found.title, found.site_name, found.authors) == (TITLE, "芯片账本", ("林梭",))
    assert str(found.published_at) == "2025-11-10 00:30:00+00:00"
    assert (found.completeness, found.text.count("\n") + 1) == (FULL, 6)


def test_an_account_on_baijiahao_is_the_outlet_and_its_time_that_of_beijing() -> None:
    inner = (
        '<meta itemprop="dateUpdate" content="2025-11-10 08:30:13">'
        f'<p class="author-name">芯片账本</p><span class="date">发布时间：11-10</span>{paragraphs(6, lang="zh")}'
    )
    found = extract_article(page(inner), "https://baijiahao.baidu.com/s?id=1")
    assert (found.site_name, str(found.published_at)) == ("芯片账本", "2025-11-10 00:30:13+00:00")
    assert (found.completeness, found.text.count("\n") + 1) == (FULL, 6)


def test_a_page_of_wechat_that_asks_for_a_check_is_no_article() -> None:
    found = extract_article(page("<p>当前环境异常，完成验证后即可继续访问。</p>"), "https://mp.weixin.qq.com/s/abc")
    assert (found.completeness, found.text) == (BLOCKED, "")


def test_the_byline_of_guancha_becomes_its_author() -> None:
    inner = (
        f'<div class="content all-txt"><p>【文/观察者网 林若安】三家机房周一关闭。</p>{paragraphs(5, lang="zh")}</div>'
    )
    article = extract_article(page(inner), "https://www.guancha.cn/economy/2026_03_04_1.shtml")
    assert article.authors == ("林若安",)
    assert article.text.startswith("三家机房周一关闭。")
    assert "评论写得很长" not in article.text


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user's own rules."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    folder = own_rules_folder()
    folder.mkdir(parents=True)
    return folder


def test_a_rule_of_ones_own_reads_its_site_and_takes_the_place_of_a_shipped_one(own: Path) -> None:
    (own / "gazette.toml").write_text('hosts = ["Gazette.example"]\nbody = ".second"', encoding="utf-8")
    (own / "ft.toml").write_text('hosts = ["ft.com"]', encoding="utf-8")
    both = f"<div class=first>{paragraphs(4)}</div><div class=second>{paragraphs(2)}<p>Only this one is kept.</p></div>"
    read = extract_article(page(both), "https://www.gazette.example/1")
    assert read.site_rule == "gazette"
    assert read.text.endswith("Only this one is kept.")
    ft = rule_for("www.ft.com")
    assert ft is not None
    assert ft.body == ()
    (own / "gazette.toml").unlink()
    assert rule_for("www.gazette.example") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('hosts = ["a.example"]\nbody = ["div..x"]', "Line 2 of the rule: the selector “div..x” cannot be understood."),
        ("hosts = [\"a.example\"]\n\ndrop = ['(']", "Line 3 of the rule: the pattern “(” cannot be understood: "),
        ('hosts = ["a.example"]\nbodys = ["p"]', "Line 2 of the rule: there is no setting “bodys”; “body” is meant?"),
        (
            "hosts = [\"a.example\"]\nbyline = ['^By .+']",
            "Line 2 of the rule: a pattern of “byline” holds ",
        ),
        ('hosts = ["a.example"]\ntitle = 3', "Line 2 of the rule: “title” is a text in quotation marks, or several "),
        ("hosts = ", "Line 1 of the rule cannot be read: "),
        ('body = ["p"]', "The rule lacks “hosts”."),
    ],
)
def test_a_rule_that_cannot_be_read_says_where_and_spoils_no_other(own: Path, text: str, sentence: str) -> None:
    (own / "a.toml").write_text(text, encoding="utf-8")
    (own / "b.toml").write_bytes(b"hosts = ['\xff']")
    (_, wrong), (_, unread) = own_rules()
    assert isinstance(wrong, InputError)
    assert wrong.sentence.startswith(sentence)
    assert isinstance(unread, InputError)
    assert rule_for("a.example") is None
    assert rule_for("www.ft.com") is not None
