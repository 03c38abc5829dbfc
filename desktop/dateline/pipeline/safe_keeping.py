"""The library kept safe, and no larger than the user wants it: a backup a day, and after it what nobody kept may go.

Nothing leaves without a backup made right before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.storage import retention
from dateline.storage.backup import back_up_now, back_up_when_due

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SafeKeeping:
    """What was done: the backup that was made, None where none was due, and how many articles went."""

    backup: Path | None = None
    n_gone: int = 0


def keep_safe(library: Library, now: datetime, *, is_wanted: Callable[[], bool] = lambda: True) -> SafeKeeping:
    """Make the day's backup where it is due, and after it let go what is older than the user wants and unkept.

    Raises:
        LibraryError: the library cannot be copied, such as on a full disk; nothing went.
    """
    if library.is_read_only:
        return SafeKeeping()
    made = back_up_when_due(library.path, now)
    months = library.read(retention.months_kept).result()
    if made is None or months is None:
        return SafeKeeping(made)
    return SafeKeeping(made, _let_go(library, _unkept(library, months, now), months, now, is_wanted))


def let_go_now(library: Library, now: datetime, *, is_wanted: Callable[[], bool] = lambda: True) -> SafeKeeping:
    """Let go what is older than the user wants and unkept, after a backup; none is made where nothing is to go.

    Raises:
        LibraryError: the library cannot be copied, such as on a full disk; nothing went.
    """
    months = library.read(retention.months_kept).result()
    going = [] if months is None else _unkept(library, months, now)
    if months is None or not going:
        return SafeKeeping()
    made = back_up_now(library.path, now)
    return SafeKeeping(made, _let_go(library, going, months, now, is_wanted))


def _unkept(library: Library, months: int, now: datetime) -> list[ArticleId]:
    return library.read(partial(retention.unkept, months=months, now=now)).result()


def _let_go(
    library: Library, going: Sequence[ArticleId], months: int, now: datetime, is_wanted: Callable[[], bool]
) -> int:
    n = 0
    for start in range(0, len(going), _AT_ONCE):
        if not is_wanted():
            break
        some = going[start : start + _AT_ONCE]
        change = library.write(partial(retention.let_go, ids=some, months=months, now=now)).result()
        n += len(change.changed_articles)
    return n
