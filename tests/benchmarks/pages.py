"""A loopback site with feeds and articles of our own making, for benchmarks: pages as heavy as outlets serve them."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_SENTENCES = (
    "The Commerce Department said on Monday that chips for training models need a licence before they go to China.",
    "“The rules change faster than our products,” said Anna Weaver, chief executive of Loomchip.",
    "Officials in Beijing answered that the controls harm companies of both countries.",
    "Data centres in Virginia and Guizhou wait for the same transformers, and for power lines to carry what they need.",
    "An open model trained in Hangzhou was downloaded 2.4 million times in its first week, the company said.",
    "“We use what works and costs less,” Marc Tilden, an engineer in Austin, told the Ledger.",
    "The bill would give agencies 90 days to report which artificial intelligence systems they buy.",
    "Analysts at Northgate expect $40 billion of orders to move to suppliers in Malaysia and Vietnam.",
)
_SENTENCES_ZH = (
    "美国商务部周一表示，用于训练大模型的芯片出口到中国需要许可证。",
    "“规则变得比我们的产品还快，”织芯公司首席执行官王安娜说。",
    "中方回应称，出口管制损害两国企业的利益。",
    "贵州的数据中心和弗吉尼亚的一样，都在等待变压器。",
    "该公司表示：“这款开源模型首周下载量达到240万次。”",
    "分析人士预计，400亿美元的订单将转移到马来西亚和越南的供应商。",
)


@lru_cache(maxsize=4096)
def page(n: int) -> str:
    """Return an article's page of 40 to 70 kB: navigation, related stories, scripts, and about 700 words of text."""
    dice = random.Random(n)
    is_chinese = n % 10 < 3
    said = _SENTENCES_ZH if is_chinese else _SENTENCES
    joint = "" if is_chinese else " "
    paragraphs = "".join(f"<p>{joint.join(dice.choices(said, k=4))} [{n}.{k}]</p>" for k in range(12))
    related = "".join(
        f'<li class="card card--{k}"><a href="/a/{k}" data-track="rel-{k}"><span class="kicker">World</span>'
        f"<h3>{dice.choice(said)[:70]}</h3></a><div class='meta'><time>2025-11-0{k % 9 + 1}</time></div></li>"
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


def title(n: int) -> str:
    """Return an article's headline."""
    return f"芯片出口许可证再生变数 {n}" if n % 10 < 3 else f"Licences for AI chips are in doubt again {n}"


def feed(n: int, n_items: int, host: str) -> str:
    """Return an RSS feed whose items stand on this site."""
    items = "".join(
        f"<item><title>{title(k)}</title><link>{host}/a/{k}</link><guid>{host}/a/{k}</guid>"
        f"<pubDate>Mon, 10 Nov 2025 {k % 24:02}:{k % 60:02}:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{_SENTENCES[k % len(_SENTENCES)]}&lt;/p&gt;</description></item>"
        for k in range(n * n_items, (n + 1) * n_items)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Ledger {n}</title>{items}</channel></rss>'


@contextmanager
def site(n_items: int) -> Iterator[str]:
    """Serve feeds at /feed/N and their articles at /a/N on loopback; yields the address."""

    class Site(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _, kind, number = self.path.split("/")
            body = (page(int(number)) if kind == "a" else feed(int(number), n_items, host)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8" if kind == "a" else "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    host = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
