"""Lines that stand in an article's body without being part of it: calls to subscribe, "read more", bylines, rights.

Patterns name a habit of the trade, never one page. All are anchored at the line's start or bounded in length, so the time
is linear.
"""

from __future__ import annotations

import re

_LONGEST_PROMO = 420
_LONGEST_BYLINE = 160

_PROMO = re.compile(
    r"""^\W{0,4}(?:
    (?:please\s)?(?:sign\sup|subscribe|register)\s(?:for|to|now|here|today|with)\b |
    (?:click|tap|press|swipe)\s(?:here|below|through|on\s(?:the|this)|for|to)\b |
    (?:follow|like|join|find|connect\swith|visit)\s(?:us|me|\w+(?:\s\w+){0,3})\son\s(?:twitter|facebook|instagram|x\b|google|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|social) |
    (?:read|see|watch|listen|learn|find\sout|view|explore|get)\s?(?:more|also|next|now|related|here|full\s(?:article|story))?\s?(?:on|about|from|at)?\s?[:：»>→] |
    (?:read|learn|see)\smore\b.{0,80}$ |
    (?:also|also\sread|also\ssee|also\son|more|more\son|more\sfrom|related|related\s\w+|recommended(?:\s\w+)?|in\spictures|watch|video|opinion|analysis|explainer|editor'?s?\spicks?)\s?[:：|]\s |
    read\s(?:also|next)\b | don'?t\smiss\b.{0,80}$ | must[-\s]read\b |
    (?:most|top)\s(?:read|popular|viewed)\b.{0,60}$ | (?:more|latest)\s(?:from|in|on|news|stories)\b.{0,60}$ |
    (?:story|article)\scontinues\b |
    (?:advertisement|advertising|sponsored|promoted|ad)\b(?:\s?content)?(?:.{0,40})$ | article\scontent$ |
    scroll\s(?:down|to\scontinue)\b |
    skip\s(?:to|past|advert|ad)\b |
    (?:recommended|related|trending)\s(?:videos?|stories|articles|content|links?|posts?|topics?|internet\slinks)$ |
    this\s(?:article|story|post)\s(?:is|was)\s(?:first\s|originally\s)?(?:published|available|for\ssubscribers)\b.{0,140}$ |
    originally\spublished\b.{0,80}$ | first\spublished\b.{0,80}$ |
    (?:copyright|©|\(c\)|ⓒ)\s | all\srights\sreserved | (?:this\smaterial|this\scopy)\b.{0,60}(?:may\snot\sbe|is\sfor) |
    (?:photo|image|picture|photograph|credit|photos|images|illustration)s?(?:\scredit|\ssource|\sby|\scourtesy)?\s?[:：/]\s.{0,100}$ |
    (?:email|e-mail|write\sto|contact|reach)\s.{0,80}(?:@|\bat\s\S{1,40}\.com) | (?:send|share)\s(?:us|your)\b.{0,80}$ |
    (?:if\syou\s(?:purchase|buy|click)|we\smay\s(?:earn|receive|get)|when\syou\sbuy|buying\sthrough\sus)\b |
    (?:reviews\sand\srecommendations\sare\sunbiased|we\sindependently|our\scommunity\smembers\sare) |
    (?:for\sthe\slatest|for\smore\s\w+|get\sthe\s(?:day|latest|top|best|big)|get\smore\slocal|start\syour\sday|stay\s(?:informed|up|ahead|connected)|want\s(?:more|to\sread)|find\sout\swhat) .{0,180}(?:newsletter|inbox|sign\sup|subscri|visit|click|follow|app\b|updates|app\sstore|download) |
    (?:download|get)\s(?:the|our)\s.{0,30}\bapp\b | (?:watch|listen\sto)\s.{0,60}\s(?:live|below|above|here)\b.{0,40}$ |
    you\s(?:must|need\sto|can\sunsubscribe|have\ssuccessfully|may\sunsubscribe)\b.{0,40}(?:log|sign|enable|confirm|comment|any\stime|subscribed) |
    thanks?\s(?:you\s)?for\s(?:signing|subscribing|reading)\b |
    (?:loading|share|print|comments?|tweet|save|email|copy\slink|bookmark|report|close|reply|gift|listen|tags?|topics?|back\sto\stop|view\scomments?|leave\sa\scomment|post\sa\scomment|view\sgallery|open\simage\sin\sgallery|purchase\slicensing\srights|order\sreprints|print\sarticle)\W{0,3}$ |
    (?:have|got)\sa\s(?:tip|story|confidential)\b | (?:tweet|post)\smay\shave\sbeen\sdeleted |
    view\sthis\spost\son | see\sall\s | show\s(?:more|less|all)\b.{0,30}$ |
    by\s(?:signing\sup|subscribing|clicking|continuing)\b | (?:we|this\s(?:site|website))\suses?\scookies |
    enter\syour\semail |
    (?:additional\s)?(?:reporting|editing|writing|compiled|translated)\sby\b.{0,160}$ | our\sstandards\s?[:：]
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PROMO_INSIDE = re.compile(
    r"(?:sign up (?:for|to) (?:our|the|his|her|a|free|\w+'s)\b.{0,60}(?:newsletter|alerts|emails?)|"
    r"subscribe to (?:our|the)\b|free newsletter|delivered (?:straight |directly )?to your inbox|"
    r"download our app|newsletter signup|terms of (?:use|service) and privacy|affiliate (?:links?|commission)|"
    r"earn (?:an affiliate |a )?commission)",
    re.IGNORECASE,
)
_CHINESE_PROMO = re.compile(
    r"^[\s\W]{0,4}(?:"
    r"(?:责任编辑|责编|编辑|主编|校对|审核|监制|值班编委|本文编辑|作者|文章来源|信息来源|本文来源|来源|原标题|原文标题|关键词?字?|标签|相关阅读|延伸阅读|推荐阅读|相关新闻|相关报道|相关链接|"
    r"更多阅读|热门推荐|点击进入专题|阅读原文|图源|图片来源|视频来源|题图)\s{0,3}[:：丨|/]|"
    r"返回搜狐|查看更多|点击(?:查看|进入|下载|图片|阅读|关注|上方|蓝字)|长按|扫(?:描|一扫|码)|微信扫一扫|关注(?:我们|公众号|微信)|欢迎关注|分享(?:到|让更多人看到)|打开(?:app|"
    r"APP|客户端|微信)|下载(?:客户端|APP|app)|"
    r"(?:特别|免责|版权|郑重|风险)(?:声明|提示)|未经(?:授权|许可|正式授权|书面)|版权(?:所有|归)|本文(?:系|为|来自|仅代表|由|转载|内容)|声明\s?[:：]|以上内容|转载(?:请|"
    r"须)|本(?:网|站|报)(?:站|所有|声明)|凡本网|如需转载|文章内容仅|"
    r"Copyright|©|ICP|京ICP|违法和不良信息|举报(?:电话|邮箱)|网友评论|我要评论|发表评论|最新评论|暂无评论|相关评论|热门评论|广告|举报/反馈|上一篇|下一篇|分享至|字号|打印|关闭窗口|"
    r"收藏|海报|微博|微信"
    r")"
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
    r"\d{1,3}\s(?:min(?:ute)?s?\s(?:read|ago)|hours?\sago|comments?)\b.{0,20}$)",
    re.IGNORECASE,
)
_TAIL_HEADING = re.compile(
    r"^\W{0,3}(?:related(?:\s(?:articles?|stories|posts?|news|content|links?|internet links|topics?|reading|"
    r"coverage|video\w*))?|more (?:from|on|stories|news|in|about)\b.{0,50}|most (?:read|popular|viewed)\b.{0,40}|"
    r"(?:you (?:may|might) (?:also )?(?:like|be interested).{0,20})|recommended(?: for you| stories| reading|"
    r" videos?| articles?)?|read (?:next|more|also)|trending(?: now)?|popular(?: now| stories)?|latest(?: news|"
    r" stories)?|"
    r"about the authors?|about the writer|comments?(?: \(\d{1,5}\))?|leave a (?:comment|reply)|"
    r"join the (?:conversation|discussion)|top stories|up next|what to read next|share this.{0,20}|"
    r"sign up.{0,60}|newsletter.{0,30}|sponsored(?: content)?|editor'?s'? picks?|further reading|see also|more for you|more headlines|keep reading|continue reading|you may have missed|don'?t miss|in other news|popular in the community|our picks|around the web|from the web|promoted stories|paid content|"
    r"also read|about us|"
    r"相关(?:阅读|新闻|文章|报道|链接|推荐|资讯|专题)|延伸阅读|推荐阅读|热门(?:推荐|文章|评论|新闻|话题.{0,20})|更多(?:新闻|精彩|推荐|内容|文章)|猜你喜欢|为您推荐|最新(?:评论|"
    r"文章|新闻|资讯)|网友评论|评论区?|精彩推荐|大家都在看|今日热点|频道热点|新闻排行.{0,6}|点击排行.{0,6}"
    r")\W{0,3}$",
    re.IGNORECASE,
)


def is_promo(text: str, link_share: float = 0.0) -> bool:
    """Tell whether a line calls to subscribe, follow, share or read something else, or states rights."""
    if len(text) > _LONGEST_PROMO:
        return False
    if _PROMO.match(text):
        # "Watch: ..." and the like may open real prose; long lines need a link to count.
        return len(text) < 140 or link_share > 0.2 or _PROMO_INSIDE.search(text) is not None or text[0] in "©"
    if not text.isascii() and (_CHINESE_CREDIT.match(text) or (_CHINESE_PROMO.match(text) and len(text) < 250)):
        return True
    return len(text) < 320 and _PROMO_INSIDE.search(text) is not None


def is_byline(text: str) -> bool:
    """Tell whether a line before the first paragraph names author, source or time only."""
    return len(text) <= _LONGEST_BYLINE and _BYLINE.match(text) is not None


def is_tail_heading(text: str) -> bool:
    """Tell whether a heading opens what follows the article: related stories, comments, about the authors."""
    return len(text) <= 80 and _TAIL_HEADING.match(text) is not None
