"""Connections for fetching: pools that many threads share, one proof of who a server is, the system's proxies.

Nothing here asks for anything, or knows what is asked.
"""

from __future__ import annotations

import threading
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.settings import wanted_proxy
from dateline.sources.logins import without_login

if TYPE_CHECKING:
    import ssl

    from urllib3 import PoolManager

#: The system's proxies are looked up again after so many seconds: the user may have gone to another network.
_PROXY_SECONDS = 30.0
_SOCKS = ("socks", "socks4", "socks4a", "socks5", "socks5h")


class Connections:
    """Pools of connections, straight and by proxy; safe to use from many threads."""

    def __init__(self) -> None:
        self._pools: dict[str, PoolManager] = {}
        self._lock = threading.Lock()
        self._proxies: dict[str, str] = {}
        self._proxies_at = float("-inf")

    def to(self, url: str, wanted: str) -> PoolManager:
        """Return the connections to use: through the proxy wanted for this, else the user's, else the system's.

        Only what is asked for by its own wish goes from this machine to itself through a proxy.
        """
        with self._lock:
            own = "" if wanted or _is_this_machine(url) else wanted_proxy()
            way = wanted or own
            proxy = "" if way == "direct" else way or self._proxy_of(url)
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
        if found := self._proxies.get(parts.scheme):
            return found
        # macOS and Windows name a SOCKS proxy apart, with a scheme of their own or another's.
        socks = self._proxies.get("socks", "").rpartition("://")[2]
        return f"socks5h://{socks}" if socks else self._proxies.get("all", "")


def _is_this_machine(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def _new_pool(proxy: str) -> PoolManager:
    """Return new connections through a proxy, "" for none.

    Raises:
        ProxySchemeUnknown: it is no proxy of a kind that can be used.
    """
    from urllib3 import PoolManager, ProxyManager, make_headers

    # Two connections a host, and a third request waits for one of them.
    options: dict[str, Any] = {"num_pools": 64, "maxsize": 2, "block": True, "ssl_context": _trust()}
    if not proxy:
        return PoolManager(**options)
    scheme, _, rest = proxy.partition("://")
    if scheme in _SOCKS:
        from urllib3.contrib.socks import SOCKSProxyManager

        # Plain `socks` says nothing of who looks up names; the proxy may reach what the system cannot even name.
        return SOCKSProxyManager(f"socks5h://{rest}" if scheme == "socks" else proxy, **options)
    bare, login = without_login(proxy if rest else f"http://{proxy}")
    headers = make_headers(proxy_basic_auth=":".join(login)) if login else None
    return ProxyManager(bare, proxy_headers=headers, **options)


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """Return how servers prove who they are: by the certificates that the system trusts.

    Reading those takes some 50 ms of processor time, which urllib3 would spend on every single connection.
    """
    from urllib3.util.ssl_ import create_urllib3_context

    context = create_urllib3_context()
    context.load_default_certs()
    return context
