"""Tables read from TOML, kept between runs in a form that loads in a few milliseconds.

TOML is for people to read and slow to parse; JSON of the same values is not. The cache is named by a digest of what it
was made from, so it can never be out of date, and losing it costs time only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import time
from typing import Any
from zlib import crc32

from dateline import settings

#: To be raised when the compiled values change shape while the files stay the same.
_VERSION = 2
#: Forms of one table that are kept at least, those last in use: several versions of Dateline may be used in turn.
_MOST_KEPT = 6
#: One that was in use within so many seconds is kept beside them; that it is in use is noted once a day.
_IN_USE, _A_DAY = 14 * 86_400, 86_400


def digest_of(contents: Iterable[tuple[str, bytes]]) -> str:
    """Return a short digest of named contents, different for each version of the compiled form.

    It tells versions of our own files apart, nobody's attack: a checksum of each file with its length is enough, and
    `hashlib` would bring a library of ciphers into every start.
    """
    listed = "".join(f"{name} {len(content)} {crc32(content)}\n" for name, content in contents)
    return f"{_VERSION}-{crc32(listed.encode()):08x}"


def compiled(name: str, digest: str, make: Callable[[], Any]) -> Any:
    """Return what `make()` returns (values that JSON can carry), from the cache when it holds it.

    A cache that cannot be read or written is passed over; what `make` raises is raised.
    """
    folder = settings.cache_folder() / "lexicon"
    path = folder / f"{name}-{digest}.json"
    with suppress(OSError, ValueError):
        value = json.loads(path.read_bytes())
        if time() - path.stat().st_mtime > _A_DAY:
            with suppress(OSError):
                path.touch()
        return value
    value = make()
    with suppress(OSError):
        keep(path, json.dumps(value, ensure_ascii=False).encode())
        used = sorted(((form.stat().st_mtime, form) for form in folder.glob(f"{name}-*.json")), reverse=True)
        for at, form in used[_MOST_KEPT:]:
            if time() - at > _IN_USE:
                form.unlink()
    return value


def keep(path: Path, content: bytes) -> None:
    """Write so that a reader meets the whole file or none.

    Raises:
        OSError: it cannot be written.
    """
    from tempfile import NamedTemporaryFile

    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        file.write(content)
    Path(file.name).replace(path)
