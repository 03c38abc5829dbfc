"""Loopback sites with feeds and articles of our own making, for benchmarks: pages as heavy as outlets serve them.

No two articles share more than turns of phrase, as in life: names, places, figures and quotes are drawn anew for each.
Each feed has a host of its own, so that what is measured is not how patiently one host is asked. The sites run in a
process of their own: `python -m tests.benchmarks.pages FEEDS ITEMS` prints their addresses when all pages are made.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_FIRST = "Anna Marc Ida Tom Lena Paul Ruth Karl Nina Hugo Vera Otto Clara Emil Greta Felix".split()
_LAST = "Weaver Tilden Kern Ash Moreau Voss Lindqvist Okafor Brandt Castell Ferris Holm Ito Jansen Quill Sorel".split()
_FIRMS = "Loomchip Northgate Silverline Kestrel Bluefin Ironwood Halcyon Meridian Tessera Quartz Falconer Drift".split()
_PLACES = "Virginia Texas Guizhou Shenzhen Malaysia Dresden Arizona Hefei Ohio Penang Oregon Wuhan Utah Chengdu".split()
_THINGS = (
    "training chips|inference servers|open models|data centres|memory modules|power lines|export licences|foundries|"
    "research grants|cooling towers|cloud contracts|lithography tools|robot fleets|language models|fibre links"
).split("|")
_VERBS = "delay expand review halt finance audit relocate approve cancel double publish test sell rent".split()
_SENTENCES = (
    "The Commerce Department asks for a licence for {thing} in {place} from {day} on.",
    "“{clause}, and {clause2},” said {person} of {firm}.",
    "Officials in {place} answered that {clause2}, with or without {firm}.",
    "{thing} in {place} wait for the same transformers, and {firm} wants to {verb} {n} of them by {month}.",
    "{clause}, {firm} said after {n},{n} downloads in {month}.",
    "{firm} opened a hall in {place} for {n} people who {verb} {thing}; it closes for repairs in {month}.",
    "The bill would give agencies {n} days to report which {thing} they {verb} in {place}.",
    "Analysts at {firm} expect ${n} million of orders for {thing} to move from {place} to {place2} in {month}.",
    "{person} and {firm} did not want to say whether they {verb} {thing} there, or when in {month} that might end.",
    "Of {n} companies in {place} that {verb} {thing}, {firm} is the one that grew most since {month}.",
)
_PEOPLE_ZH = "王安娜 李明远 陈思齐 赵立新 周慧敏 吴天佑 郑国栋 孙晓梅 钱学文 冯子健 何雨欣 许志强".split()
_FIRMS_ZH = "织芯公司 北门资本 银线科技 红隼智能 蓝鳍数据 铁木半导体 风铃云 子午线 棱镜算力 石英电子".split()
_PLACES_ZH = "贵州 深圳 合肥 弗吉尼亚 马来西亚 德累斯顿 武汉 成都 得克萨斯 亚利桑那 槟城 上海".split()
_THINGS_ZH = "训练芯片 开源模型 数据中心 存储模组 出口许可证 光刻设备 云服务合同 推理服务器 机器人 大语言模型".split()
_VERBS_ZH = "推迟 扩建 审查 暂停 资助 核查 转移 批准 取消 出售 测试 公布".split()
_SENTENCES_ZH = (
    "美国商务部{month}起对出口到{place}的{n}批{thing}要求许可证，{firm}将因此{verb}计划。",
    "“{clause}，{clause2}，”{firm}首席执行官{person}说。",
    "{place}方面回应称，{clause2}。",
    "{place}的{thing}和{place2}的一样，都在等待变压器，{firm}打算在{month}前{verb}{n}台。",
    "{firm}的产品{month}在{place}被下载{n}万次，比去年同期多出一倍。",
    "{n}亿美元的{thing}订单从{place}转移到{place2}；分析人士预计，{clause2}。",
    "{person}没有说明{firm}何时会在{place}{verb}那{n}批{thing}。",
)
_CLAUSES = (
    "the rules change faster than our products|we buy what works and costs less|nobody here sleeps before a launch|"
    "customers ask where the silicon comes from|half of the racks stand dark at night|engineers leave when rents rise|"
    "a licence that takes a year is a refusal|openness wins more friends than secrecy|water is scarcer than money|"
    "every delay helps somebody abroad|our rivals read the same papers|the grid was built for another century|"
    "lawyers now sit in each design review|you cannot export what you cannot measure|small labs learn to do without|"
    "prices fell for the third quarter running|the old machines still earn their keep|trust takes decades to build|"
    "subsidies arrive when the plant is finished|students vote with their feet|shipping by air eats the margin|"
    "insurers want to know who owns the weights|benchmarks flatter everyone|patience is not a strategy"
).split("|")
_CLAUSES_ZH = (
    "规则变得比产品还快|便宜又好用的东西自然有人买|发布之前这里没有人睡觉|客户总问硅片从哪里来|夜里有一半机柜是黑的|"
    "房租一涨工程师就走|拖上一年的许可等于拒绝|开放比保密赢得更多朋友|水比钱更稀缺|每次推迟都帮了别人|对手读的是同样的论文|"
    "电网是为上个世纪造的|律师如今参加每次评审|量不出来的东西管不住|小实验室学会了凑合|价格连跌三个季度|老机器还养得活自己|"
    "信任要几十年才能建立|补贴总在完工之后才到|学生用脚投票"
).split("|")


@lru_cache(maxsize=4096)
def page(n: int) -> str:
    """Return an article's page of 40 to 70 kB: navigation, related stories, scripts, and about 700 words of text."""
    dice = random.Random(n)
    is_chinese = n % 10 < 3
    joint = "" if is_chinese else " "
    paragraphs = "".join(f"<p>{joint.join(_sentence(dice, is_chinese) for _ in range(4))}</p>" for k in range(12))
    related = "".join(
        f'<li class="card card--{k}"><a href="/a/{k}" data-track="rel-{k}"><span class="kicker">World</span>'
        f"<h3>{_sentence(dice, is_chinese)[:70]}</h3></a><div class='meta'><time>2025-11-0{k % 9 + 1}</time></div></li>"
        for k in range(60)
    )
    menu = "".join(f'<li><a href="/section/{k}">Section {k}</a></li>' for k in range(80))
    script = "".join(f"window.cfg[{k}]={{slot:'ad-{k}',sizes:[[300,250],[728,90]]}};" for k in range(160))
    lang = "zh" if is_chinese else "en"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title(n)} | Ledger</title>'
        f'<meta property="og:title" content="{title(n)}"><meta property="og:site_name" content="Ledger">'
        f'<meta property="article:published_time" content="2025-11-09T08:00:00Z"><script>{script}</script></head><body>'
        f"<header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title(n)}</h1>"
        f'<p class="byline">By Ida Kern</p>{paragraphs}</article>'
        f'<aside><h2>Related</h2><ul class="related">{related}</ul></aside></main>'
        f"<footer><ul>{menu}</ul><p>All rights reserved.</p></footer></body></html>"
    )


@lru_cache(maxsize=4096)
def title(n: int) -> str:
    """Return an article's headline."""
    dice = random.Random(-n - 1)
    if n % 10 < 3:
        return f"{dice.choice(_FIRMS_ZH)}{dice.choice(_VERBS_ZH)}{dice.choice(_PLACES_ZH)}{dice.choice(_THINGS_ZH)}"
    return f"{dice.choice(_FIRMS)} to {dice.choice(_VERBS)} {dice.choice(_THINGS)} in {dice.choice(_PLACES)}"


def feed(n: int, n_items: int, host: str) -> str:
    """Return an RSS feed whose items stand on this host."""
    items = "".join(
        f"<item><title>{title(k)}</title><link>{host}/a/{k}</link><guid>{host}/a/{k}</guid>"
        f"<pubDate>{10 + k % 18} Nov 2025 {k % 24:02}:{k * 7 % 60:02}:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{_sentence(random.Random(k), k % 10 < 3)}&lt;/p&gt;</description></item>"
        for k in range(n * n_items, (n + 1) * n_items)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ledger {n}</title>{items}</channel></rss>'


@contextmanager
def sites(n_feeds: int, n_items: int) -> Iterator[list[str]]:
    """Serve feed N at /feed/N on the N-th host and its articles at /a/…, on loopback; yields the feeds' addresses."""
    command = [sys.executable, "-m", "tests.benchmarks.pages", str(n_feeds), str(n_items)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.terminate()


def serve(n_feeds: int, n_items: int) -> None:
    """Make all pages, say where they stand, and serve them until the process is ended."""
    made = {f"/a/{n}": page(n).encode() for n in range(n_feeds * n_items)}

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            kind = "text/html; charset=utf-8"
            body = made.get(self.path)
            if body is None and self.path.startswith("/feed/"):
                kind = "application/rss+xml"
                body = feed(int(self.path[6:]), n_items, f"http://{self.headers['Host']}").encode()
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    hosts = [ThreadingHTTPServer(("127.0.0.1", 0), Site) for _ in range(n_feeds)]
    for host in hosts:
        threading.Thread(target=host.serve_forever, daemon=True).start()
    print(json.dumps([f"http://127.0.0.1:{one.server_address[1]}/feed/{n}" for n, one in enumerate(hosts)]), flush=True)
    threading.Event().wait()


def _sentence(dice: random.Random, is_chinese: bool) -> str:
    words = (
        (_PEOPLE_ZH, _FIRMS_ZH, _PLACES_ZH, _THINGS_ZH, _VERBS_ZH)
        if is_chinese
        else ([f"{dice.choice(_FIRST)} {dice.choice(_LAST)}"], _FIRMS, _PLACES, _THINGS, _VERBS)
    )
    person, firm, place, thing, verb = (dice.choice(some) for some in words)
    month = dice.randrange(1, 13)
    # Nobody says what another said: of whatever sentences, words by lot.
    clauses = _CLAUSES_ZH if is_chinese else _CLAUSES
    clause, clause2 = (_by_lot(dice, clauses, is_chinese=is_chinese) for _ in range(2))
    said = dice.choice(_SENTENCES_ZH if is_chinese else _SENTENCES).format(
        person=person,
        firm=firm,
        place=place,
        place2=dice.choice(words[2]),
        thing=thing,
        verb=verb,
        n=dice.randrange(100, 999),
        day=dice.choice(("Monday", "Tuesday", "Thursday", "Friday")),
        clause=clause[0].upper() + clause[1:],
        clause2=clause2,
        month=f"{month}月" if is_chinese else _MONTHS[month - 1],
    )
    return said[0].upper() + said[1:]


def _by_lot(dice: random.Random, clauses: list[str], *, is_chinese: bool) -> str:
    if is_chinese:
        return "".join(dice.choices("".join(clauses), k=12))
    return " ".join(dice.choices(" ".join(clauses).split(), k=8))


_MONTHS = "January February March April May June July August September October November December".split()

if __name__ == "__main__":
    serve(int(sys.argv[1]), int(sys.argv[2]))
