"""Articles as Zotero takes them, given to a stand-in for Zotero on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from dateline.errors import ExportError
from dateline.export.zotero import zotero_item
from dateline.news.handover import ExportOptions
from dateline.sources.zotero import find_zotero, save_items
from dossier import chinese, english, hostile


class Zotero(ThreadingHTTPServer):
    """Answers as Zotero's connector does, and keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Connector)
        self.given: list[dict[str, Any]] = []
        self.answer = 201, b""

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class Connector(BaseHTTPRequestHandler):
    server: Zotero

    def do_GET(self) -> None:
        self._say(200 if self.path == "/connector/ping" else 404, b"Zotero is running")

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        is_allowed = self.headers["X-Zotero-Connector-API-Version"] and self.path == "/connector/saveItems"
        if is_allowed and self.server.answer[0] == 201:
            self.server.given.append(json.loads(data))
        self._say(*(self.server.answer if is_allowed else (403, b"")))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def zotero() -> Iterator[Zotero]:
    with Zotero() as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_an_article_is_a_newspaper_article_with_its_notes() -> None:
    item = zotero_item(english(), ExportOptions(with_figures=True))
    assert {name: item[name] for name in ("itemType", "publicationTitle", "date", "accessDate", "url", "language")} == {
        "itemType": "newspaperArticle",
        "publicationTitle": "Financial Times",
        "date": "2025-11-09",
        "accessDate": "2025-11-10T06:15:00Z",
        "url": "https://www.ft.com/content/one?a=1&b=2",
        "language": "en",
    }
    assert item["creators"] == [
        {"lastName": "Kern", "firstName": "Ida", "creatorType": "author"},
        {"lastName": "van der Berg", "firstName": "Ludwig", "creatorType": "author"},
        {"lastName": "Reuters Staff", "fieldMode": 1, "creatorType": "author"},
    ]
    assert item["tags"] == [{"tag": "policy/chips"}, {"tag": "to follow"}]
    notes = [one["note"] for one in item["notes"]]
    assert notes[0] == "<p>Read first.</p>"
    assert "<blockquote>Sales rose</blockquote><p>Compare with <strong>last year</strong>.</p>" in notes[1]
    assert notes[2] == ("<h1>Quotes</h1><p>“The rule came too late.” — Ida Kern</p><p>“The rule” — Speaker unknown</p>")
    assert "10.6 million" in notes[3]
    assert "notes" in item
    assert zotero_item(english(), ExportOptions(with_notes=False, with_quotes=False))["notes"] == []


def test_a_hostile_headline_stays_a_headline_and_chinese_names_stay_whole() -> None:
    item = zotero_item(hostile(), ExportOptions())
    assert "\n" not in item["title"]
    assert "date" not in item
    assert item["url"] == "https://x.example/a%22b%7Bc%7D%3Cd%3E"
    assert zotero_item(chinese(), ExportOptions())["creators"] == [
        {"lastName": "林岳", "fieldMode": 1, "creatorType": "author"}
    ]


def test_zotero_is_given_the_items_each_time_in_a_session_of_its_own(zotero: Zotero) -> None:
    find_zotero(zotero.port)
    save_items([zotero_item(english(), ExportOptions())], zotero.port)
    save_items([zotero_item(chinese(), ExportOptions())], zotero.port)
    assert [one["items"][0]["title"] for one in zotero.given] == ["What the rule did, and what not", "规则与“芯片”"]
    assert len({one["sessionID"] for one in zotero.given}) == 2


def test_a_zotero_that_refuses_is_told_in_a_sentence(zotero: Zotero) -> None:
    zotero.answer = 500, b'{"libraryEditable": false}'
    with pytest.raises(ExportError, match="read-only"):
        save_items([], zotero.port)
    zotero.answer = 400, b""
    with pytest.raises(ExportError, match="status 400"):
        save_items([], zotero.port)


def test_no_zotero_is_told_in_a_sentence(zotero: Zotero) -> None:
    zotero.answer = 302, b""
    with pytest.raises(ExportError, match="status 302"):
        save_items([], zotero.port)
    zotero.server_close()
    zotero.shutdown()
    with pytest.raises(ExportError, match="Start Zotero"):
        find_zotero(zotero.port)
