"""`dateline cookies` and `dateline login`: the user's way in at outlets. Hosts and expiry are shown, never a value."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import clock, iso, pad, say, write_json
from dateline.errors import InputError
from dateline.pipeline.logins import give_cookies, give_password
from dateline.sources.logins import Login, open_logins
from dateline.sources.secrets import Place


def add_cookies(given: Namespace) -> int:
    """Keep the cookies of a cookies.txt, or of a Cookie header on stdin, for a host; its articles are tried again."""
    if given.file == "-":
        if sys.stdin.isatty():
            say("Paste the Cookie header, then end the input.", quiet=given.quiet)
        text = sys.stdin.read()
    else:
        path = Path(given.file)
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise InputError(f"{path} cannot be read: {error.strerror}.", "Give the path of a cookies.txt.") from error
    with open_library(given) as library:
        login, n_articles = give_cookies(library, given.host, text)
    _tell_given(login, n_articles, given)
    return DONE


def add_password(given: Namespace) -> int:
    """Keep a name and password for a host that asks for them; the password comes from the keyboard or stdin."""
    password = getpass("Password: ", sys.stderr) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    with open_library(given) as library:
        login, n_articles = give_password(library, given.host, given.user, password)
    _tell_given(login, n_articles, given)
    return DONE


def list_logins(given: Namespace) -> int:
    """List the hosts for which there are cookies or a password, and until when."""
    now = datetime.now(UTC)
    every = open_logins().every()
    for login in every:
        if given.json:
            write_json(
                {
                    "host": login.host,
                    "cookies": login.n_cookies,
                    "password": login.has_password,
                    "expires": iso(login.expires_at),
                    "expired": login.is_over(now),
                    "kept_in": login.kept_in.value,
                }
            )
        else:
            print(f"{pad(login.host, 32)} {_until(login, now)}")
    if not every:
        say("There are no logins. `dateline cookies add HOST FILE` adds the cookies of a site.", quiet=given.quiet)
    return DONE


def remove_login(given: Namespace) -> int:
    """Take the cookies and the password of a host away."""
    if open_logins().remove(given.host):
        say(f"The login for {given.host} is gone.", quiet=given.quiet)
        return DONE
    say(f"There is no login for {given.host}.", quiet=given.quiet)
    return SOME_FAILED


def _tell_given(login: Login, n_articles: int, given: Namespace) -> None:
    place = "in the system's keyring" if login.kept_in is Place.KEYRING else "in a file that only you may read"
    say(f"Kept for {login.host}, {place}: {_until(login, datetime.now(UTC))}.", quiet=given.quiet)
    if n_articles:
        what = "1 article is" if n_articles == 1 else f"{n_articles} articles are"
        say(f"{what} fetched again at the next refresh.", quiet=given.quiet)


def _until(login: Login, now: datetime) -> str:
    what = ["1 cookie" if login.n_cookies == 1 else f"{login.n_cookies} cookies"] if login.n_cookies else []
    what += ["a password"] if login.has_password else []
    until = ""
    if login.expires_at is not None:
        until = f", {'expired' if login.is_over(now) else 'valid until'} {clock(login.expires_at)}"
    return " and ".join(what) + until
