"""The order that the user gave to what has none by itself: reading lists, and folders of sources. User data.

Each order is one property of the library. What it does not name comes after what it names.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from dateline.news.change import Change
from dateline.storage.settings_rows import keep_setting, setting

if TYPE_CHECKING:
    from dateline.storage.database import Writing


class Ordered(StrEnum):
    """What is put in order, by the name of its property: lists by their keys, folders by their names."""

    LISTS = "list order"
    FOLDERS = "folder order"


def order_of(c: sqlite3.Connection, what: Ordered) -> tuple[str, ...]:
    """Return the order that the user gave, empty where none was given. Read job."""
    kept = setting(c, what)
    return tuple(json.loads(kept)) if kept else ()


def keep_order(c: Writing, what: Ordered, order: Iterable[str]) -> Change:
    """Keep an order. Write job."""
    keep_setting(c, what, json.dumps(list(dict.fromkeys(order)), ensure_ascii=False))
    return Change(has_user_data=True)
