"""Connections for fetching: pools that many threads share, one proof of who a server is, the system's proxies.

Nothing here asks for anything, or knows what is asked.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import ssl

    from urllib3 import PoolManager

#: The system's proxies are looked up again after so many seconds: the user may have gone to another network.
_PROXY_SECONDS = 30.0


class Connections:
    """Pools of connections, straight and by proxy; safe to use from many threads."""

    def __init__(self) -> None:
        self._pools: dict[str, PoolManager] = {}
        self._lock = threading.Lock()
        self._proxies: dict[str, str] = {}
        self._proxies_at = float("-inf")

    def to(self, url: str, wanted: str) -> PoolManager:
        """Return the connections to use: through the proxy wanted, else straight or through the system's proxy."""
        with self._lock:
            proxy = "" if wanted == "direct" else wanted or self._proxy_of(url)
            if proxy not in self._pools:
                self._pools[proxy] = _new_pool(proxy)
            return self._pools[proxy]

    def close(self) -> None:
        """Close every connection."""
        with self._lock:
            for pool in self._pools.values():
                pool.clear()
            self._pools.clear()

    def _proxy_of(self, url: str) -> str:
        from urllib.request import getproxies, proxy_bypass

        if monotonic() - self._proxies_at > _PROXY_SECONDS:
            self._proxies, self._proxies_at = getproxies(), monotonic()
        parts = urlsplit(url)
        if not self._proxies or not parts.hostname or proxy_bypass(parts.hostname):
            return ""
        found = self._proxies.get(parts.scheme) or self._proxies.get("all") or ""
        return found if found.startswith(("http://", "https://")) else ""


def _new_pool(proxy: str) -> PoolManager:
    from urllib3 import PoolManager, ProxyManager

    # Two connections a host, and a third request waits for one of them.
    options: dict[str, Any] = {"num_pools": 64, "maxsize": 2, "block": True, "ssl_context": _trust()}
    return ProxyManager(proxy, **options) if proxy else PoolManager(**options)


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """Return how servers prove who they are: by the certificates that the system trusts.

    Reading those takes some 50 ms of processor time, which urllib3 would spend on every single connection.
    """
    from urllib3.util.ssl_ import create_urllib3_context

    context = create_urllib3_context()
    context.load_default_certs()
    return context
