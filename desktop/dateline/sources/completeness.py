"""How much of an article a page gave, and why not all of it, in one sentence.

Decided from what the page shows: marks of bot checks, consent walls, paywalls and error pages, its own word on
access (`isAccessibleForFree`), and how long the text is beside what the feed promised. A wall is only believed where no
article stands beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from dateline.news.article import Completeness
from dateline.text.script import n_han

#: Below this, in Latin characters' worth, a page with a wall on it holds no article worth the name.
_SHORT = 700
_LONG = 1_800
#: The least that a line of an article says.
LEAST_LINE = 15
_HEAD = 6_000
_HAN_WORTH = 2.5
_MIN_WORDS = 120
#: Shorter than this, what a feed carries is no article.
FULL_FEED = 600.0
#: A page's plea to turn on scripts is no longer than this.
_MOST_PLEA = 250

#: Why nothing is on a page that a site keeps for its subscribers.
BARRIER = "The page is a barrier: the site asks for a subscription or a login."

_BOT = re.compile(
    r"are you a (?:robot|human)|(?:checking|verifying) (?:if )?(?:the site connection|your browser|you are human|"
    r"you're not a robot)|verify (?:that )?you(?:'|’)?(?: a|)re (?:a |not a )?(?:human|robot)|"
    r"unusual (?:traffic|activity) from your|enable javascript and cookies to continue|please (?:complete|"
    r"solve) the (?:security check|captcha)|attention required! \| cloudflare|just a moment\.\.\.|"
    r"press (?:&|and) hold|please make sure your browser supports javascript|ddos protection by|"
    r"access to this page has been denied|request unsuccessful\. incapsula|pardon our interruption|"
    r"please enable js and disable any ad blocker|安全验证|人机验证|请完成(?:安全)?验证|访问过于频繁|请输入验证码|"
    r"滑动验证|异常流量",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"we (?:and our (?:\d+ )?partners )?(?:use|store|value|care about)[^.]{0,60}(?:cookies|privacy)|"
    r"accept (?:all )?(?:cookies|and continue)|cookie (?:policy|settings|preferences|consent)|before you continue|"
    r"manage (?:your )?(?:cookies|consent|privacy)|your (?:privacy|consent) (?:choices|is important|matters)|"
    r"consent to (?:the use of )?cookies|agree and continue|zustimmen und weiter|accepter et continuer",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b404\b|page (?:you (?:requested|are looking for)|was|is|could|can)? ?(?:not|n't|"
    r"no longer)? ?(?:be )?(?:not found|found|unavailable|gone|missing|available)|(?:page|article|story|"
    r"content) not found|"
    r"(?:couldn['’]t|could not|can['’]t|cannot) find (?:the|that|this|your) (?:page|article|story)|"
    r"no longer (?:available|exists?)|doesn['’]t exist|does not exist|nothing (?:was )?found|"
    r"页面不存在|(?:页面|文章|内容|网页)(?:已经?)?(?:被)?(?:删除|下线|不存在|找不到|丢失|无法访问)|找不到(?:该|您|"
    r"页面|网页)|您访问的(?:页面|内容)|很抱歉，?您(?:要|所)",
    re.IGNORECASE,
)
#: Of words in lower case: told to ignore case, a pattern of so many beginnings is several times as slow.
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:read|continue|unlock|keep reading|access|view)|(?:continue|keep) reading (?:with|"
    r"this|by|for|the full)|already (?:a )?(?:subscriber|a member|have an account|registered)\b|"
    r"(?:this|the full) (?:article|story|content) is (?:for|only (?:for|available)|reserved for|available to|"
    r"exclusive)|for subscribers only|subscribers? only|unlock (?:this|the full) (?:article|story)|"
    r"(?:sign|log) in to (?:read|continue|keep reading)|to (?:continue|keep) reading,? (?:please )?(?:subscribe|"
    r"register|sign|log)|start your (?:free )?trial|you(?:'|’)ve (?:reached|read) your (?:limit|last|free)|"
    r"you have (?:reached your|no|\d+) (?:limit of )?free articles|become a (?:member|subscriber) to (?:read|"
    r"continue)|(?:sign|log) in or (?:register|subscribe|create an account) to |"
    r"thank you for your patience while we verify access|want to read more\?|purchase a subscription|"
    r"(?:read|see|get) (?:the (?:rest|full (?:article|story|text))|the whole (?:article|story)|it in full) "
    r"(?:in|on|with|through) (?:our|the) (?:[\w’'-]+ ){0,3}app\b|"
    r"本文为(?:付费|会员|订阅)|(?:订阅|购买|付费|开通会员|登录|成为会员)(?:后|即可|以|会员)?.{0,6}(?:阅读|查看|"
    r"畅读)(?:全文|完整|更多|剩余)?|剩余.{0,6}(?:%|％|"
    r"字).{0,10}(?:未读|付费|订阅)|会员(?:专享|专属|可见|可读)|"
    r"阅读全文[，,]?\s?请|试读结束|付费内容|解锁全文"
)
#: Also shown over whole articles on a telephone: it counts where next to nothing else stands on the page.
_APP_PLEA = re.compile(
    r"(?:打开|下载|前往|进入|请[在用到去]).{0,12}(?:app|客户端|应用).{0,6}(?:阅读|查看|浏览|继续|看)(?:全文|完整|更多|剩余|余下)|"
    r"(?:open|download|get) (?:the |our )?(?:[\w’'-]+ ){0,4}app to (?:read|continue|keep reading|see)",
    re.IGNORECASE,
)
_NEEDS_SCRIPT = re.compile(
    r"(?:enable|requires?|turn on|need) javascript|"
    r"javascript (?:is |must be |has to be )?(?:required|disabled|enabled)|启用javascript|开启javascript",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|……)\s{0,3}$")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the judgement rests on."""

    text: str  # the article's text as found
    title: str
    shown: str  # all words of the page, its beginning
    n_shown: int  # length of all words of the page
    url: str
    canonical_url: str = ""
    is_free: bool | None = None
    n_paid: float = 0.0  # length of what stands in the part of the page that is not free
    n_words: int = 0  # words the page says the whole article has
    is_article: bool = False  # the page says it is an article
    has_barrier: bool = False  # an element of the page is named a paywall
    breaks_off: bool = False  # the last line of the text is a heading
    shows_headline: bool = False  # the article's own headline stands on the page
    is_frames: bool = False
    refresh_to: str = ""  # where a meta refresh leads
    has_scripts: bool = False
    summary: str = ""  # what the feed said
    entry_url: str = ""


def judge(facts: PageFacts) -> tuple[Completeness, str]:
    """Return how much of the article the page gave, and a sentence saying why it is not all."""
    size = worth(facts.text)
    head = facts.shown[:_HEAD]
    is_small_page = facts.n_shown < 4_000
    if size < _SHORT:
        if is_small_page and _BOT.search(f"{facts.title}\n{head}"):
            return Completeness.BLOCKED, "The site asked whether a person is reading (a bot check) and sent no article."
        if _looks_missing(facts, head):
            return Completeness.EMPTY, "The site says that this page does not exist; there is no article on it."
        if facts.refresh_to and size < 200:
            return Completeness.EMPTY, f"The page only leads on to another address ({facts.refresh_to})."
        if facts.is_frames and size < 200:
            return Completeness.EMPTY, "The page is a set of frames; the article stands in another document."
        if is_small_page and not facts.is_article and _is_consent(facts, head):
            return Completeness.BLOCKED, "The site showed only its cookie wall and asks for consent before the article."
    if _leads_home(facts) and size < _LONG:
        return Completeness.EMPTY, "The address leads to the site's front page; the article is not on it."
    if size < 60 or (size < _MOST_PLEA and _NEEDS_SCRIPT.search(facts.text)):
        return _nothing(facts, head, size)
    if _holds_the_rest(facts, size):
        return Completeness.FULL, ""
    if facts.breaks_off and facts.has_barrier:
        return Completeness.TEASER, "The text breaks off where the page asks for a subscription or a login."
    if facts.is_free is False and size < _LONG:
        return Completeness.TEASER, "The site says the rest is for subscribers."
    if size < _SHORT and _APP_PLEA.search(facts.shown[-_HEAD:]):
        return Completeness.TEASER, "The page shows a part and asks for an app to read on."
    if size < (_LONG if facts.is_free is not True else _SHORT) and _is_walled(facts, head):
        return Completeness.TEASER, "The page asks for a subscription or a login to read on."
    if facts.summary:
        promised = worth(facts.summary)
        if promised > 400 and size < 0.7 * promised:
            return Completeness.TEASER, "The page shows less of the article than its feed does."
        if size < 400 and size < 1.3 * promised and not facts.is_article:
            return Completeness.TEASER, "The page shows no more than the feed's summary."
    if size < 400 and _CUT.search(facts.text):
        return Completeness.TEASER, "The text breaks off after a few lines."
    return Completeness.FULL, ""


def _is_walled(facts: PageFacts, head: str) -> bool:
    """Tell whether the page asks for a subscription or a login, at its beginning or at its end."""
    return facts.has_barrier or _asks_to_pay(facts.shown[-_HEAD:]) or _asks_to_pay(head)


def _asks_to_pay(words: str) -> bool:
    """Tell whether words are those of a wall that lets subscribers or members pass."""
    return _PAYWALL.search(words.lower()) is not None


def _holds_the_rest(facts: PageFacts, size: float) -> bool:
    """Tell whether what the site keeps for subscribers is on the page, as for one who is signed in."""
    if facts.n_words >= _MIN_WORDS:
        return len(facts.text.split()) >= 0.85 * facts.n_words
    return facts.n_paid > max(_SHORT, 0.5 * size) and facts.n_paid <= 1.5 * size


def worth(text: str) -> float:
    """Return the length of a text in Latin characters' worth: a Chinese character says as much as two and a half."""
    return len(text) + (_HAN_WORTH - 1) * n_han(text) if not text.isascii() else len(text)


def _nothing(facts: PageFacts, head: str, size: float) -> tuple[Completeness, str]:
    is_asked = _asks_to_pay(head) or _APP_PLEA.search(head) is not None
    if size >= LEAST_LINE and is_asked:
        return Completeness.TEASER, "The page asks for a subscription or a login to read on."
    if facts.shows_headline and is_asked and not _asks_to_pay(facts.title):
        return Completeness.TEASER, "The page gives the headline only, and asks for a subscription, a login or an app."
    if is_asked or facts.is_free is False or facts.has_barrier:
        return Completeness.BLOCKED, BARRIER
    if facts.has_scripts and (facts.n_shown < 1_500 or _NEEDS_SCRIPT.search(facts.text)):
        return Completeness.EMPTY, "The page is filled in by a script, and the text is not in it."
    if not facts.n_shown:
        return Completeness.EMPTY, "The page is empty."
    return Completeness.EMPTY, "No article was found on the page."


def _looks_missing(facts: PageFacts, head: str) -> bool:
    return _MISSING.search(facts.title[:200]) is not None or (
        not facts.is_article and _MISSING.search(head[:400]) is not None
    )


def _is_consent(facts: PageFacts, head: str) -> bool:
    return len(_CONSENT.findall(f"{facts.title}\n{head}")) >= 2 or _CONSENT.search(facts.title) is not None


def _leads_home(facts: PageFacts) -> bool:
    try:
        asked = urlsplit(facts.entry_url or facts.url).path.strip("/")
        got = urlsplit(facts.canonical_url or facts.url)
    except ValueError:
        return False
    return bool(asked) and asked.count("/") + asked.count("-") > 0 and not got.path.strip("/") and not got.query
