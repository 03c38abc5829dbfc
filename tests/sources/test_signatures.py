"""Whom a Chinese report names as its authors, and which of its lines only sign."""

from __future__ import annotations

import pytest

from dateline.sources.extract import extract_article
from dateline.sources.signatures import signed_by, signing_line
from press_pages import page, paragraphs


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("港口新闻记者 林若安", ("林若安",)),
        ("港口新闻记者 林若安 周启明", ("林若安", "周启明")),
        ("《三棱》作者 周启明", ("周启明",)),
        ("文丨港口特约评论员 林若安", ("林若安",)),
        ("文/林若安", ("林若安",)),
        ("（港口台记者 林若安、周启明）", ("林若安", "周启明")),
        ("港口网记者 林若安 北京报道", ("林若安",)),
        ("【文/港口网 林若安】", ("林若安",)),
        ("文/港口网", ()),
        ("编辑 林若安 校对 周启明", ()),
        ("总监制：周 明", ()),
        ("审 读：林若安", ()),
    ],
)
def test_a_line_that_signs(line: str, names: tuple[str, ...]) -> None:
    assert signed_by([line]) == names
    assert signing_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "记者了解到，三家机房都没有登记用途。",
        "编辑们都走了",
        "监制这部纪录片的人没有露面。",
        "作者认为，法案今年不会通过。",
        "记者从港口获悉",
        "（完）",
    ],
)
def test_a_line_that_tells(line: str) -> None:
    assert not signing_line(line)
    assert signed_by([line]) == ()


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("新海社港口3月4日电（记者林若安）审计署周一公布报告。", ("林若安",)),
        ("新海报讯（记者 林若安 通讯员 周启明）三月四日，机房关闭。", ("林若安", "周启明")),
        ("新海网3月4日讯（记者林若安 整合）机房关闭。", ("林若安",)),
        ("三家机房（共四十家租户）周一关闭，记者不得入内。", ()),
    ],
)
def test_the_reporter_in_brackets(opening: str, names: tuple[str, ...]) -> None:
    assert signed_by([opening]) == names


def test_a_page_without_metadata_has_its_authors_from_its_text() -> None:
    body = page(f"<p>港口新闻记者 林若安</p>{paragraphs(6, lang='zh')}<p>编辑 周启明</p>", title="租户名单", lang="zh")
    article = extract_article(body, "https://news.example.cn/1.shtml")
    assert article.authors == ("林若安",)
    assert len(article.text.split("\n")) == 6


def test_metadata_goes_before_what_the_text_says() -> None:
    head = '<meta name="author" content="周启明">'
    body = page(f"<p>港口新闻记者 林若安</p>{paragraphs(6, lang='zh')}", head=head, lang="zh")
    assert extract_article(body, "https://news.example.cn/1.shtml").authors == ("周启明",)


@pytest.mark.parametrize("caption", ["三号机房。林若安 摄", "三号机房（受访者供图）", "机房大门。视觉中国 资料"])
def test_a_line_on_who_took_the_picture_above_is_its_caption(caption: str) -> None:
    figure = f'<p><img src="/1.jpg"></p><p>{caption}</p>'
    body = page(
        paragraphs(3, lang="zh") + figure + paragraphs(6, lang="zh")[len(paragraphs(3, lang="zh")) :], lang="zh"
    )
    article = extract_article(body, "https://news.example.cn/1.shtml")
    assert caption not in article.text
    assert f"<figcaption>{caption}</figcaption>" in article.html
