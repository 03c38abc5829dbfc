"""A server on loopback that answers as it was told, by path; it remembers what it was asked."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: What stands at a path: handles a request with the server's own verbs.
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    port: int  # of the client: one connection, one port


@dataclass
class Stand:
    """Answers by path, and what was asked, in order."""

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]


def says(body: bytes | str = b"", status: int = 200, **headers: str) -> Answer:
    """Answer with a body; `content_type="…"` is the header Content-Type."""
    data = body.encode() if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        if status not in (204, 304):
            request.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(data)

    return answer


def packed(body: bytes, **headers: str) -> Answer:
    """Answer with a gzipped body."""
    return says(gzip.compress(body), Content_Encoding="gzip", **headers)


def moves_to(location: str, status: int = 302, **headers: str) -> Answer:
    """Redirect."""
    return says(b"elsewhere", status, Location=location, **headers)


def writes(*pieces: bytes, pause: float = 0.0, stand: Stand | None = None, times: int = 1) -> Answer:
    """Write pieces raw after the request, head included, and hang up; with `pause` seconds after each piece."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        for _ in range(times):
            for piece in pieces:
                request.wfile.write(piece)
                request.wfile.flush()
                if stand is not None and stand.closing.wait(pause):
                    return

    return answer


@contextmanager
def serving() -> Iterator[Stand]:
    """Serve on a free port until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            stand.asked.append(Asked(self.path, dict(self.headers.items()), self.client_address[1]))
            try:
                stand.answers.get(self.path, says("nothing here", 404))(self)
            except OSError:
                self.close_connection = True  # the client has seen enough

        def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the base class names it so
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients hang up on purpose here."""

    server = Server(("127.0.0.1", 0), Handler)
    stand = Stand(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield stand
    finally:
        stand.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
