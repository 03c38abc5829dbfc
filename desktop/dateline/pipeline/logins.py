"""A login given for an outlet: kept, and what it opens is due again."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from dateline.library import Library
from dateline.sources.logins import Login, open_logins


def give_cookies(library: Library, host: str, text: str) -> tuple[Login, int]:
    """Keep cookies for a host; returns the login and how many articles the next refresh fetches again for it.

    Raises:
        InputError: the host is none, the text holds no cookies for it, or they cannot be kept.
    """
    from dateline.storage.visits import look_again

    now = datetime.now(UTC)
    login = open_logins().add_cookies(host, text, now=now)
    change = library.write(partial(look_again, host=login.host, now=now)).result()
    return login, len(change.changed_articles)


def give_password(library: Library, host: str, user: str, password: str) -> tuple[Login, int]:
    """Keep a name and password for a host that asks for them by itself; returns what `give_cookies` does.

    Raises:
        InputError: the host or the name is none, or they cannot be kept.
    """
    from dateline.storage.visits import look_again

    now = datetime.now(UTC)
    login = open_logins().add_password(host, user, password, now=now)
    change = library.write(partial(look_again, host=login.host, now=now)).result()
    return login, len(change.changed_articles)


def find_login(host: str) -> Login | None:
    """Return the login for a host, None where there is none.

    Raises:
        InputError: the host is none.
    """
    from dateline.sources.logins import login_host

    name, _ = login_host(host)
    return next((one for one in open_logins().every() if one.host == name), None)
