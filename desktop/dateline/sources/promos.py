"""Lines that stand in an article's body without being part of it: calls to subscribe, "read more", bylines, rights.

Patterns name a habit of the trade, never one page. All are anchored at the line's start or bounded in length, so the
time is linear.
"""

from __future__ import annotations

import re

_LONGEST_PROMO = 420
_LONGEST_BYLINE = 160

#: How a line begins that calls the reader somewhere else.
_CALLS = (
    r"the post .{1,250} (?:appeared first|first appeared) on ",
    r"(?:please )?(?:sign up|subscribe|register) (?:for|to|now|here|today|with)\b",
    r"(?:click|tap|press|swipe) (?:here|below|through|on (?:the|this)|for|to)\b",
    (
        r"(?:follow|like|join|find|connect with|visit) [^.]{2,70} on (?:twitter|facebook|instagram|x\b|google|telegram|"
        r"whatsapp|youtube|linkedin|tiktok|threads|bluesky|social)"
    ),
    (
        r"(?:read|see|watch|listen|learn|find out|view|explore|get) ?(?:more|also|next|now|related|here|"
        r"full (?:article|"
        r"story))? ?(?:on|about|from|at)? ?[:：»>→]"
    ),
    r"(?:read|learn|see) more\b.{0,80}$",
    (
        r"(?:also|also read|also see|also on|more|more on|more from|related|related \w+|recommended(?: \w+)?|"
        r"in pictures|"
        r"watch|video|opinion|analysis|explainer|editor'?s? picks?|sign up) ?[:：|] "
    ),
    r"read (?:also|next)\b",
    r"don['’]?t miss\b.{0,80}$",
    r"must[- ]read\b",
    r"(?:most|top) (?:read|popular|viewed)\b.{0,60}$",
    r"(?:more|latest) (?:from|in|on|news|stories)\b.{0,60}$",
    r"(?:story|article) continues\b",
    r"(?:advertisement|advertising|sponsored|promoted|ad)\b(?: ?content)?.{0,40}$",
    r"(?:article content|current issue)$",
    r"scroll (?:down|to continue)\b",
    r"\d{1,2} (?:sec(?:ond)?s?|mins?|minutes?|hours?|days?) ago\b.{0,60}$",
    r"skip (?:to|past|advert|ad)\b",
    r"(?:recommended|related|trending) (?:videos?|stories|articles|content|links?|posts?|topics?|internet links)$",
    r"if you (?:have|spot) an? (?:news tip|tip|story|correction|error)\b",
    r"join (?:our|the) .{0,40}(?:forums?|community|channel|group|newsletter|conversation)\b",
    r"(?:do you )?have (?:a tip|a story|information|something to add)\b.{0,200}(?:email|contact|tips?\b|reach)",
    r"we(?:['’]d| would) like to hear (?:from you|what you)",
    r"we apologi[sz]e, but this video",
    r"try refreshing your browser",
    r"(?:image|slide|photo|picture) \d{1,3} (?:of|/) \d{1,3}$",
    r"\d{1,3} ?/ ?\d{1,3}$",
    r"\[[^\]]{0,180}(?:sign up|subscribe|newsletter|inbox|read more|listen to|watch)[^\]]{0,120}\]$",
    r"(?:get|unlock) the full story\b",
    r"(?:start|begin) (?:your )?(?:free )?trial\b",
    r"enjoy (?:a month|\d+ (?:days|weeks|months)) .{0,60}(?:free|trial|\$|£|€)",
    r"already (?:a |have an )?(?:subscriber|subscribed|member|account|registered)\b",
    r"(?:log|sign) in(?: here| to (?:your account|continue|read))?\W{0,3}$",
    r"create (?:a free|an|your) (?:account|profile)\b",
    r"(?:access|unlimited access to) (?:articles|all)\b.{0,60}(?:account|subscription|free)",
    r"want to read more\b|keep reading\b.{0,60}$|continue reading\b.{0,60}$",
)
#: Lines that say where words or pictures come from, and under which rights.
_RIGHTS = (
    r"this (?:article|story|post) (?:is|was) (?:first |originally )?(?:published|available|for subscribers)\b.{0,140}$",
    r"originally published\b.{0,80}$",
    r"first published\b.{0,80}$",
    r"(?:copyright|©|\(c\)|ⓒ) ",
    r"all rights reserved",
    r"(?:this material|this copy)\b.{0,60}(?:may not be|is for)",
    (
        r"(?:photo|image|picture|photograph|credit|photos|images|illustration)s?(?: credit| source| by|"
        r" courtesy)? ?[:：/] "
        r".{0,100}$"
    ),
    r"(?:additional )?(?:reporting|editing|writing|compiled|translated) by\b.{0,160}$",
    r"our standards ?[:：]",
)
#: Offers, forms and what the page itself has to say.
_OFFERS = (
    r"(?:email|e-mail|write to|contact|reach) .{0,80}(?:@|\bat \S{1,40}\.com)",
    r"(?:send|share) (?:us|your)\b.{0,80}$",
    r"(?:if you (?:purchase|buy|click)|we may (?:earn|receive|get)|when you buy|buying through us)\b",
    r"(?:reviews and recommendations are unbiased|we independently|our community members are)",
    (
        r"(?:for the latest|for more \w+|get the (?:day|latest|top|best|big)|get more local|start your day|"
        r"stay (?:informed|"
        r"up|ahead|connected)|want (?:more|to read)|find out what) .{0,180}(?:newsletter|inbox|sign up|subscri|visit|"
        r"click|"
        r"follow|app\b|updates|app store|download)"
    ),
    r"(?:download|get) (?:the|our) .{0,30}\bapp\b",
    (
        r"(?:(?:read|see|get) (?:more|it in full|the (?:rest|(?:full|whole) (?:article|story|text)))|"
        r"(?:continue|keep) reading) (?:in|on|with|through) (?:our|the) (?:[\w’'-]+ ){0,3}app\b.{0,40}$"
    ),
    r"(?:open|download|get) (?:the |our )?(?:[\w’'-]+ ){0,4}app to (?:read|continue|keep reading|see)\b.{0,40}$",
    r"(?:watch|listen to) .{0,60} (?:live|below|above|here)\b.{0,40}$",
    (
        r"you (?:must|need to|can unsubscribe|have successfully|may unsubscribe)\b.{0,40}(?:log|sign|enable|confirm|"
        r"comment|"
        r"any time|subscribed)"
    ),
    r"thanks? (?:you )?for (?:signing|subscribing|reading)\b",
    (
        r"(?:loading|share|print|comments?|tweet|save|email|copy link|bookmark|report|close|reply|gift|listen|tags?|"
        r"topics?|"
        r"back to top|view comments?|leave a comment|post a comment|view gallery|open image in gallery|"
        r"purchase licensing rights|order reprints|print article)\W{0,3}$"
    ),
    r"(?:have|got) a (?:tip|story|confidential)\b",
    r"(?:tweet|post) may have been deleted",
    r"view this post on",
    r"see all ",
    r"show (?:more|less|all)\b.{0,30}$",
    r"by (?:signing up|subscribing|clicking|continuing)\b",
    r"(?:we|this (?:site|website)) uses? cookies",
    r"enter your email",
)
#: These two of words in lower case: told to ignore case, a pattern of so many beginnings is several times as slow.
_PROMO = re.compile(rf"^\W{{0,4}}(?:{'|'.join((*_CALLS, *_RIGHTS, *_OFFERS))})".replace(" ", r"\s"))
_PROMO_INSIDE = re.compile(
    r"(?:sign up (?:for|to) (?:our|the|his|her|a|free|\w+'s)\b.{0,60}(?:newsletter|alerts|emails?)|"
    r"subscribe to (?:our|the)\b|free newsletter|delivered (?:straight |directly )?to your inbox|"
    r"\bnewsletters?\b[^.!?]{0,160}[.!?]\s{0,2}(?:sign up|subscribe) (?:here|now|today|below)\b|"
    r"download our app|newsletter signup|terms of (?:use|service) and privacy|affiliate (?:links?|commission)|"
    r"earn (?:an affiliate |a )?commission)"
)
#: Labels before a colon, as Chinese newsrooms sign and tag an article.
_CHINESE_LABELS = (
    "责任编辑|责编|编辑|主编|校对|审核|监制|值班编委|本文编辑|作者|文章来源|信息来源|本文来源|来源|原标题|原文标题|"
    "关键词?字?|标签|"
    "相关阅读|延伸阅读|推荐阅读|相关新闻|相关报道|相关链接|更多阅读|热门推荐|点击进入专题|阅读原文|图源|图片来源|"
    "视频来源|题图"
)
_CHINESE_STARTS = (
    "返回搜狐|查看更多|阅读全文[，,]?请|点击(?:查看|进入|下载|图片|阅读|关注|上方|蓝字)|长按|扫(?:描|一扫|码)|微信扫一扫|关注(?:我们|"
    "公众号|微信)|"
    "欢迎关注|分享(?:到|让更多人看到)|打开(?:app|APP|客户端|微信)|下载(?:客户端|APP|app)|"
    "(?:打开|下载|前往|进入)[^，。]{0,10}(?:APP|app|客户端|应用)[，,]?\\s?(?:阅读|查看|浏览|看)|"
    "我要反馈|更多猛料|"
    "(?:特别|免责|版权|郑重|风险)(?:声明|提示)|未经(?:授权|许可|正式授权|书面)|版权(?:所有|归)|本文(?:系|为|来自|"
    "仅代表|由|转载|内容)|"
    "声明\\s?[:：]|以上内容|转载(?:请|须)|本(?:网|站|报)(?:站|所有|声明)|凡本网|如需转载|文章内容仅|"
    "Copyright|©|ICP|京ICP|违法和不良信息|举报(?:电话|邮箱)|网友评论|我要评论|发表评论|最新评论|暂无评论|相关评论|"
    "热门评论|广告|"
    "举报/反馈|上一篇|下一篇|分享至|字号|打印|关闭窗口|收藏|海报|微博|微信"
)
_CHINESE_PROMO = re.compile(
    rf"^[\s\W]{{0,4}}(?:(?:{_CHINESE_LABELS})\s{{0,3}}[:：丨|/]|{_CHINESE_STARTS})|^.{{0,60}}(?:扫描|长按|"
    rf"识别).{{0,10}}二维码|^[（(]?《\s?[^》]{{2,14}}》\s?[（(]?\s?20\d\d年.{{0,16}}版|^(?:播报|编辑|目录)$|"
    r"\[引用日期\s?20\d\d-\d{{1,2}}-\d{{1,2}}\]$"
)
_CHINESE_CREDIT = re.compile(
    r"^[（(【\[]\s{0,3}(?:责任?编辑?|编辑|来源|文|记者|作者|完|校对|图源|资料图)[^）)】\]]{0,60}[）)】\]]$"
)
_BYLINE = re.compile(
    r"^(?:(?:by|from|written by|words by|posted by|story by|reported by)\s[A-Z\u00c0-\u024f].{0,120}$|"
    r"(?:published|updated|posted|last updated|first published|modified|last modified|created)\b.{0,80}$|"
    r"\W{0,3}(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6},?\s.{0,50}$|"
    r"\W{0,3}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?\s\d{1,2},?\s\d{4}.{0,60}$|"
    r"\W{0,3}\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,6}\.?,?\s\d{4}.{0,40}$|"
    r"(?:时间|来源|发布时间|发布|发表时间|作者|记者|编辑|出所|入力)\s{0,3}[:：].{0,80}$|"
    r"20\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}.{0,60}$|"
    r"\d{1,3}\s(?:min(?:ute)?s?\s(?:read|ago)|hours?\sago|comments?)\b.{0,20}$|"
    r"[\u4e00-\u9fff·]{2,12}\s?[/／]\s?[\u4e00-\u9fff·]{2,10}$)",
    re.IGNORECASE,
)
#: A day with its year, in figures or with a month's name in any language: a line with one and no sentence is a stamp.
_DAY = re.compile(
    r"(?<!\d)(?:20\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]20\d\d|"
    r"\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?20\d\d|[^\W\d_]{3,12}\.?\s\d{1,2},?\s20\d\d)(?!\d)"
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：h]\d{2}(?!\d)")
_BARE_STAMP = re.compile(r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
_LONGEST_STAMP = 100
_TAIL_HEADING = re.compile(
    r"^\W{0,3}(?:more\b.{0,40}\bstories|"
    r"related(?:\s(?:articles?|stories|posts?|news|content|links?|internet links|topics?|reading|"
    r"coverage|video\w*))?|more (?:from|on|stories|news|in|about)\b.{0,50}|most (?:read|popular|viewed)\b.{0,40}|"
    r"(?:you (?:may|might) (?:also )?(?:like|be interested).{0,20})|recommended(?: for you| stories| reading|"
    r" videos?| articles?)?|read (?:next|more|also)|trending(?: now)?|popular(?: now| stories)?|latest(?: news|"
    r" stories)?|"
    r"about the authors?|about the writer|comments?(?: \(\d{1,5}\))?|leave a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|top stories|up next|what to read next|"
    r"share this(?: (?:article|story|post|page))?|"
    r"sign up.{0,60}|newsletter.{0,30}|sponsored(?: content)?|editor'?s'? picks?|further reading|see also|"
    r"more for you|more headlines|keep reading|continue reading|you may have missed|don'?t miss|in other news|"
    r"popular in the community|our picks|around the web|from the web|promoted stories|paid content|"
    r"also read|about us|"
    r"相关(?:阅读|新闻|文章|报道|链接|推荐|资讯|专题)|延伸阅读|推荐阅读|热门(?:推荐|文章|评论|新闻|话题.{0,20})|"
    r"更多(?:新闻|精彩|推荐|内容|文章)|猜你喜欢|为您推荐|最新(?:评论|"
    r"文章|新闻|资讯|报道)|网友评论|评论区?|精彩推荐|大家都在看|今日热点|频道热点|新闻排行.{0,6}|点击排行.{0,6}"
    r")\W{0,3}$",
    re.IGNORECASE,
)


def is_promo(text: str, link_share: float = 0.0) -> bool:
    """Tell whether a line calls to subscribe, follow, share or read something else, or states rights."""
    if len(text) > _LONGEST_PROMO:
        return False
    low = text.lower()
    if _PROMO.match(low):
        # "Watch: ..." and the like may open real prose; long lines need a link to count.
        return len(text) < 140 or link_share > 0.2 or _PROMO_INSIDE.search(low) is not None or text[0] == "©"
    if not text.isascii() and (_CHINESE_CREDIT.match(text) or (_CHINESE_PROMO.match(text) and len(text) < 250)):
        return True
    return len(text) < 320 and _PROMO_INSIDE.search(low) is not None


def is_byline(text: str) -> bool:
    """Tell whether a line before the first paragraph names author, source or time only."""
    return len(text) <= _LONGEST_BYLINE and (_BYLINE.match(text) is not None or has_day(text))


def has_day(text: str, *, with_clock: bool = False) -> bool:
    """Tell whether a short line that is no sentence names a day with its year, and the time of day too if asked."""
    return (
        len(text) <= _LONGEST_STAMP
        and text[-1:] not in '.!?。！？…”"'
        and _DAY.search(text) is not None
        and (not with_clock or _CLOCK.search(text) is not None)
    )


def is_bare_stamp(text: str) -> bool:
    """Tell whether a line is nothing but a day and a time of day."""
    return len(text) <= _LONGEST_STAMP and _BARE_STAMP.fullmatch(text) is not None


def is_bare_day(text: str) -> bool:
    """Tell whether a line is nothing but a day with its year."""
    return len(text) <= _LONGEST_STAMP and _DAY.fullmatch(text) is not None


def is_tail_heading(text: str) -> bool:
    """Tell whether a heading opens what follows the article: related stories, comments, about the authors."""
    return len(text) <= 80 and _TAIL_HEADING.match(text) is not None
