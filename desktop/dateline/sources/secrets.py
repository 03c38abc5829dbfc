"""Where secrets lie: in the system's keyring, or, where there is none, in a file that only the user may read.

Secrets are text by a name. Nothing here knows what they open, logs them, or puts them anywhere else.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import InputError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Dateline"


class Place(StrEnum):
    """Where a secret is kept."""

    KEYRING = "keyring"
    FILE = "file"


class Secrets:
    """Keeps, finds and forgets secrets. Safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "secrets.json"
        self._lock = threading.Lock()

    def keep(self, name: str, secret: str) -> Place:
        """Keep a secret, in place of the one of that name; returns where.

        Raises:
            InputError: neither a keyring nor a file took it.
        """
        with self._lock:
            keyring = _keyring()
            if keyring is not None and _put(keyring, name, secret):
                self._drop(name)
                return Place.KEYRING
            self._write(self._read() | {name: secret})
            return Place.FILE

    def find(self, name: str) -> str | None:
        """Return a secret, None where there is none or the keyring stays locked."""
        with self._lock:
            held = self._read().get(name)
            if held is not None:
                return held
            keyring = _keyring()
            return None if keyring is None else _get(keyring, name)

    def forget(self, name: str) -> None:
        """Take a secret away, wherever it lies."""
        with self._lock:
            self._drop(name)
            keyring = _keyring()
            if keyring is not None:
                _delete(keyring, name)

    def _drop(self, name: str) -> None:
        held = self._read()
        if held.pop(name, None) is not None:
            self._write(held)

    def _read(self) -> dict[str, str]:
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return data if isinstance(data, dict) else {}

    def _write(self, held: dict[str, str]) -> None:
        """Replace the file in one move; it is never readable by others, not even while it is written."""
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
                json.dump(held, out)
            fresh.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise InputError(
                f"The login cannot be kept: {error.strerror}.", "Make room, or free the folder."
            ) from error


def _keyring() -> KeyringBackend | None:
    """Return the system's keyring, None where there is none that keeps anything."""
    import keyring

    try:
        found = keyring.get_keyring()
        return found if found.priority > 0 else None
    except (RuntimeError, OSError, ValueError):
        return None


# A keyring may be locked, too small for a long secret, or lose its daemon: the file takes over then.


def _put(keyring: KeyringBackend, name: str, secret: str) -> bool:
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_SERVICE, name, secret)
        return keyring.get_password(_SERVICE, name) == secret
    except (KeyringError, RuntimeError, OSError, ValueError):
        return False


def _get(keyring: KeyringBackend, name: str) -> str | None:
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name)
    except (KeyringError, RuntimeError, OSError, ValueError):
        return None


def _delete(keyring: KeyringBackend, name: str) -> None:
    from keyring.errors import KeyringError

    with suppress(KeyringError, RuntimeError, OSError, ValueError):
        keyring.delete_password(_SERVICE, name)
