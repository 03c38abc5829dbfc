"""Which addresses are one article's, and which only look so."""

from __future__ import annotations

import pytest

from dateline.text.urls import canonical_url, url_key

FT = "https://www.ft.com/content/31ff7d44-f8a4-4cde-989e-50aa08301155"
NYT = "https://www.nytimes.com/2025/11/09/technology/open-models.html"
WEIXIN = "https://mp.weixin.qq.com/s?__biz=MzA&idx=1&mid=22&sn=abc"

#: An article's address, and others that lead to it.
ONE_ARTICLE = {
    FT: [
        "http://ft.com/content/31ff7d44-f8a4-4cde-989e-50aa08301155/",
        "https://WWW.FT.com:443/content/31ff7d44-f8a4-4cde-989e-50aa08301155#comments",
        f"{FT}?accessToken=z&sharetype=gift&token=1234",
        f"{FT}?utm_source=x&fbclid=1",
        "https://amp.ft.com/content/31ff7d44-f8a4-4cde-989e-50aa08301155",
        f"https://web.archive.org/web/20251109120000/{FT}",
        f"https://web.archive.org/web/2025/{FT}?utm_medium=x",
        f"https://archive.ph/2025.11.09-120000/{FT}",
        f"https://archive.is/newest/{FT}",
        f"https://archive.ph/{FT}",
        f"https://12ft.io/{FT}",
        f"https://www.google.com/url?sa=t&url={FT}",
        f"https://translate.google.com/translate?sl=en&tl=zh&u={FT}",
        f"https://webcache.googleusercontent.com/search?q=cache:{FT}",
        "https://www-ft-com.translate.goog/content/31ff7d44-f8a4-4cde-989e-50aa08301155?_x_tr_sl=en&_x_tr_tl=zh-CN",
        "https://www-ft-com.cdn.ampproject.org/c/s/www.ft.com/content/31ff7d44-f8a4-4cde-989e-50aa08301155",
        f"https://eur01.safelinks.protection.outlook.com/?url={FT.replace(':', '%3A').replace('/', '%2F')}&data=05",
    ],
    NYT: [
        f"{NYT}?unlocked_article_code=1.a.b&smid=url-share&referringSource=articleShare",
        f"{NYT}?action=click&module=Top%20Stories&pgtype=Homepage",
        "https://mobile.nytimes.com/2025/11/09/technology/open-models.html",
        "https://www.nytimes.com/2025/11/09/technology/open-models.amp.html",
    ],
    "https://www.bloomberg.com/news/articles/2025-11-09/open-models": [
        "https://www.bloomberg.com/amp/news/articles/2025-11-09/open-models",
        "https://www.bloomberg.com/news/articles/2025-11-09/open-models?leadSource=uverify%20wall&srnd=premium",
    ],
    "https://www.guancha.cn/economy/2025_11_10_700001.shtml": [
        "https://m.guancha.cn/economy/2025_11_10_700001_s.shtml",
        "https://www.guancha.cn/economy/2025_11_10_700001_2.shtml?s=zwyxgtjbt",
    ],
    "https://36kr.com/p/3546789012345": ["https://m.36kr.com/p/3546789012345?f=rss"],
    WEIXIN: [f"{WEIXIN}&chksm=z&scene=21#wechat_redirect", f"{WEIXIN}&devicetype=x&lang=zh_CN&exportkey=n"],
    "https://paper.example/story": [
        "https://paper.example/story?ref=letters.example",
        "https://paper.example/story?source=rss----1f2e3d",
        "https://paper.example/story?from=groupmessage&isappinstalled=0",
        "https://paper.example/story;jsessionid=A1",
        "https://paper.example/news/../story",
        "https://paper.example/story/amp/",
        "https://paper.example/story?output=amp",
    ],
}


@pytest.mark.parametrize(
    ("address", "other"), [(one, other) for one, others in ONE_ARTICLE.items() for other in others]
)
def test_one_article(address: str, other: str) -> None:
    assert url_key(other) == url_key(address)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/show.php?id=1", "https://paper.example/show.php?id=2"),
        ("https://paper.example/read?ref=tax-law", "https://paper.example/read?ref=chip-law"),
        ("https://paper.example/read?src=a.html", "https://paper.example/read?src=b.html"),
        ("https://paper.example/read?f=2025.11", "https://paper.example/read?f=2025.12"),
        ("https://www.sohu.com/2025/show.jsp?id=1", "https://www.sohu.com/2025/show.jsp?id=2"),
        ("https://user.guancha.cn/main/content?id=1400001", "https://user.guancha.cn/main/content?id=1400002"),
        ("https://mp.weixin.qq.com/s?src=11&signature=a", "https://mp.weixin.qq.com/s?src=11&signature=b"),
        ("https://www.ft.com/search?q=chips", "https://www.ft.com/search?q=power"),
        ("https://www.google.com/url?q=chips", "https://www.google.com/url?q=power"),
        ("https://paper.example/amp", "https://paper.example/"),
    ],
)
def test_two_articles(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "file:///etc/passwd", "https://ft.com@evil.example/1"])
def test_what_is_no_address_of_a_page(address: str) -> None:
    assert canonical_url(address) == url_key(address) == ""


@pytest.mark.parametrize(
    "inner",
    ["javascript:alert(1)", "file:///etc/passwd", "https://web.archive.org/web/2025/https://ft.com@evil.example"],
)
def test_an_address_that_holds_another_may_not_smuggle_one_in(inner: str) -> None:
    key = url_key(f"https://www.google.com/url?q={inner}")
    assert key == "" or key.startswith("google.com/url")
