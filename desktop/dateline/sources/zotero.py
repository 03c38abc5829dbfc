"""Gives items to the Zotero that runs on this computer, through its local connector. Nothing leaves the computer.

https://www.zotero.org/support/dev/client_coding/connector_http_server : items go into the collection that is chosen in
Zotero's window. The address is always this computer's own; proxies and redirects are not followed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from dateline.errors import ExportError

PORT = 23119
_SECONDS = 60.0
_CREATED = 201
_HEADERS = {
    "Content-Type": "application/json",
    # It takes items of this version of its protocol or a later one, and nothing like a browser's request without it.
    "X-Zotero-Connector-API-Version": "3",
    "User-Agent": "Dateline",
}


def find_zotero(port: int = PORT) -> None:
    """Return if Zotero answers.

    Raises:
        ExportError: it does not.
    """
    status, _ = _ask("ping", None, port)
    if status != 200:
        raise _no_zotero()


def save_items(items: Sequence[dict[str, Any]], port: int = PORT) -> None:
    """Give items to Zotero.

    Raises:
        ExportError: Zotero does not run, or does not take them.
    """
    status, answer = _ask("saveItems", {"sessionID": uuid4().hex, "items": list(items)}, port)
    if status == _CREATED:
        return
    if b"libraryEditable" in answer:
        raise ExportError("Zotero's chosen library is read-only.", "Choose another library in Zotero, then try again.")
    raise ExportError(f"Zotero did not take the articles (status {status}).", "Update Zotero, or export RIS instead.")


def _ask(what: str, data: dict[str, Any] | None, port: int) -> tuple[int, bytes]:
    from urllib3 import HTTPConnectionPool
    from urllib3.exceptions import HTTPError

    body = None if data is None else json.dumps(data).encode()
    with HTTPConnectionPool("127.0.0.1", port, maxsize=1, timeout=_SECONDS, retries=False) as pool:
        try:
            answer = pool.request(
                "GET" if body is None else "POST", f"/connector/{what}", body=body, headers=_HEADERS, redirect=False
            )
        except (HTTPError, OSError) as error:
            raise _no_zotero() from error
        return answer.status, answer.data


def _no_zotero() -> ExportError:
    return ExportError("Zotero does not answer on this computer.", "Start Zotero, then try again.")
