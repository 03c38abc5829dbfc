"""The user's logins at outlets: cookies or a password by host, and the headers that they put into a request.

Which hosts there are, and until when, lies open in `logins.json`; cookies and passwords lie in `Secrets`. A header goes
only to the host it is for: `headers_for` is asked again at every redirect.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit, urlunsplit

from dateline.errors import InputError
from dateline.settings import config_folder
from dateline.sources.cookies import (
    Cookie,
    cookie_header,
    cookies_from_json,
    cookies_to_json,
    is_this_machine,
    read_cookies,
)
from dateline.sources.secrets import Place, Secrets


class SignIn(Protocol):
    """Tells which headers open an address; `Logins.headers_for` does, a client without logins uses `no_login`."""

    def __call__(self, url: str) -> dict[str, str]:
        """Return the headers for exactly this address, none where the user has no login there."""
        ...


def no_login(url: str) -> dict[str, str]:  # noqa: ARG001 - a SignIn
    """Sign in nowhere."""
    return {}


@dataclass(frozen=True, slots=True)
class Login:
    """That the user has a login for a host, without what it is."""

    host: str
    kept_in: Place
    n_cookies: int = 0
    has_password: bool = False
    expires_at: datetime | None = None  # of the last cookie that expires; None: none does, or there are none
    added_at: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Tell whether nothing of it is valid any more."""
        return not self.has_password and self.expires_at is not None and self.expires_at <= now


@dataclass(frozen=True, slots=True)
class _Secret:
    """What opens one host."""

    cookies: tuple[Cookie, ...] = ()
    user: str = ""
    password: str = ""
    is_secure: bool = True  # the password goes over https only

    def to_text(self) -> str:
        """Return it as one text."""
        values = {"user": self.user, "password": self.password, "is_secure": self.is_secure}
        return json.dumps({"cookies": cookies_to_json(self.cookies), **values}, ensure_ascii=False)

    @classmethod
    def of_text(cls, text: str | None) -> _Secret:
        """Return the secret of `to_text`; an empty one where the text is none."""
        try:
            data = json.loads(text or "{}")
            return cls(
                cookies_from_json(data.get("cookies", ())),
                str(data.get("user", "")),
                str(data.get("password", "")),
                data.get("is_secure") is not False,
            )
        except (ValueError, TypeError, AttributeError):
            return cls()


class Logins:
    """The logins of one user. What another Dateline adds is seen at the next request. Safe to use from many threads."""

    def __init__(self, folder: Path, secrets: Secrets) -> None:
        self._path = folder / "logins.json"
        self._secrets = secrets
        self._lock = threading.Lock()
        self._read_at: tuple[int, int] | None = None  # the file's time and size when it was read
        self._known: dict[str, Login] = {}
        self._opened: dict[str, _Secret] = {}

    def add_cookies(self, host: str, text: str, *, now: datetime | None = None) -> Login:
        """Keep the cookies of a cookies.txt or Cookie header for a host, in place of those before.

        Raises:
            InputError: the host is none, the text holds no cookies for it, or they cannot be kept.
        """
        at = now or datetime.now(UTC)
        name, _ = login_host(host)
        cookies = read_cookies(text, name, at)
        with self._lock:
            return self._keep(name, replace(self._open(name), cookies=cookies), at)

    def add_password(self, host: str, user: str, password: str, *, now: datetime | None = None) -> Login:
        """Keep a name and password for a host that asks for them by itself (HTTP Basic).

        They go over https only, except where the host was given with `http://`.

        Raises:
            InputError: the host or the name is none, or they cannot be kept.
        """
        name, is_secure = login_host(host)
        if not user or ":" in user or not (user + password).isprintable():
            raise InputError(f"This is no user name for {name}.", "It cannot be empty or hold a colon.")
        with self._lock:
            secret = replace(self._open(name), user=user, password=password, is_secure=is_secure)
            return self._keep(name, secret, now or datetime.now(UTC))

    def every(self) -> tuple[Login, ...]:
        """Return the logins by host, without their secrets."""
        with self._lock:
            self._read()
            return tuple(self._known[host] for host in sorted(self._known))

    def remove(self, host: str) -> bool:
        """Take a login away; tells whether there was one."""
        name, _ = login_host(host)
        with self._lock:
            self._read()
            known = self._known.pop(name, None)
            self._opened.pop(name, None)
            self._secrets.forget(name)
            if known is not None:
                self._write()
            return known is not None

    def headers_for(self, url: str) -> dict[str, str]:
        """Return the headers for exactly this address: `Cookie` and `Authorization`, as far as there are any."""
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").rstrip(".")
        except ValueError:
            return {}
        now = datetime.now(UTC)
        headers: dict[str, str] = {}
        with self._lock:
            self._read()
            # Cookies of a host may be for all below it, a password never is.
            secrets = [self._open(name) for name in _and_above(host) if name in self._known]
            own = self._open(host.removeprefix("www."))
        if own.user and (parts.scheme == "https" or not own.is_secure or is_this_machine(host)):
            pair = base64.b64encode(f"{own.user}:{own.password}".encode()).decode()
            headers["Authorization"] = f"Basic {pair}"
        cookies = cookie_header((one for secret in secrets for one in secret.cookies), url, now)
        if cookies:
            headers["Cookie"] = cookies
        return headers

    def _keep(self, host: str, secret: _Secret, at: datetime) -> Login:
        place = self._secrets.keep(host, secret.to_text())
        expiries = [one.expires_at for one in secret.cookies]
        login = Login(
            host,
            place,
            n_cookies=len(secret.cookies),
            has_password=bool(secret.user),
            expires_at=max((one for one in expiries if one), default=None) if all(expiries) else None,
            added_at=at.replace(microsecond=0),
        )
        self._known[host] = login
        self._opened[host] = secret
        self._write()
        return login

    def _open(self, host: str) -> _Secret:
        self._read()
        if host not in self._opened:
            self._opened[host] = _Secret.of_text(self._secrets.find(host)) if host in self._known else _Secret()
        return self._opened[host]

    def _read(self) -> None:
        try:
            state = self._path.stat()
        except OSError:
            self._read_at, self._known = None, {}
            return
        if self._read_at == (state.st_mtime_ns, state.st_size):
            return
        self._opened.clear()
        try:
            rows = json.loads(self._path.read_bytes())
            self._known = {host: _login(host, row) for host, row in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            self._known = {}
        self._read_at = (state.st_mtime_ns, state.st_size)

    def _write(self) -> None:
        rows = {
            host: {
                "kept_in": login.kept_in.value,
                "n_cookies": login.n_cookies,
                "has_password": login.has_password,
                "expires_at": login.expires_at.isoformat() if login.expires_at else None,
                "added_at": login.added_at.isoformat() if login.added_at else None,
            }
            for host, login in sorted(self._known.items())
        }
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(json.dumps(rows, indent=1), encoding="utf-8")
            fresh.replace(self._path)
            state = self._path.stat()
            self._read_at = (state.st_mtime_ns, state.st_size)
        except OSError as error:
            raise InputError(
                f"The login cannot be kept: {error.strerror}.", "Make room, or free the folder."
            ) from error


def open_logins() -> Logins:
    """Return the user's logins."""
    folder = config_folder()
    return Logins(folder, Secrets(folder))


def login_host(given: str) -> tuple[str, bool]:
    """Return the host that a host name or address names, and whether a password goes to it over https only.

    Raises:
        InputError: it names none.
    """
    given = given.strip().lower()
    try:
        parts = urlsplit(given if "://" in given else f"https://{given}")
        host = (parts.hostname or "").strip(".").removeprefix("www.")
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        host = ""
    if not host or any(letter in host for letter in " \t%_/\\") or ("." not in host and not is_this_machine(host)):
        raise InputError(f"“{given}” is not the name of a site.", "Give it as in ft.com.")
    return host, parts.scheme != "http"


def without_login(address: str) -> tuple[str, tuple[str, str] | None]:
    """Return an address without the name and password in it, and these: an address is shown, exported and logged."""
    try:
        parts = urlsplit(address)
        if parts.username is None or parts.scheme not in ("http", "https"):
            return address, None
        bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    except ValueError:
        return address, None
    return bare, (unquote(parts.username), unquote(parts.password or ""))


def _and_above(host: str) -> Iterable[str]:
    yield host
    if host.replace(".", "").isdigit() or ":" in host:
        return
    while host.count(".") > 1:
        host = host.partition(".")[2]
        yield host


def _login(host: str, row: dict[str, Any]) -> Login:
    expires, added = row.get("expires_at"), row.get("added_at")
    return Login(
        host,
        Place(row["kept_in"]),
        n_cookies=int(row.get("n_cookies", 0)),
        has_password=bool(row.get("has_password")),
        expires_at=datetime.fromisoformat(expires) if expires else None,
        added_at=datetime.fromisoformat(added) if added else None,
    )
