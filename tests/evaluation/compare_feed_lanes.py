"""Hold the fast lane to feedparser over any folder of feeds: `python -m tests.evaluation.compare_feed_lanes FOLDER…`.

Meant for public suites that are not ours to ship, such as the tests in feedparser's source distribution. Prints every
difference and how many feeds the fast lane took; exit code 1 where one differs.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from pathlib import Path

from dateline.errors import FeedError
from dateline.news.feed import FeedFetch, Fetched
from dateline.sources import feed_lane
from dateline.sources.feed_text import bounded_xml, feed_text
from dateline.sources.feeds import read_feed

AT = "https://feeds.example/all/feed.xml"


def main(folders: list[str]) -> int:
    """Compare every .xml file below the folders."""
    files = [path for folder in folders for path in sorted(Path(folder).rglob("*.xml"))]
    n_plain = n_different = 0
    for path in files:
        body = path.read_bytes()
        try:
            is_plain = feed_lane.read_plain(bounded_xml(feed_text(body, ""))[0]) is not None
        except FeedError:
            continue
        if not is_plain:
            continue
        n_plain += 1
        differences = list(_differences(_read(body), _referee(body)))
        n_different += bool(differences)
        for difference in differences:
            print(f"{path}: {difference}")
    print(f"{len(files)} files, {n_plain} in the fast lane, {n_different} read otherwise by feedparser")
    return 1 if n_different else 0


def _read(body: bytes) -> FeedFetch | str:
    try:
        return read_feed(Fetched(AT, AT, 200, "application/xml", body))
    except FeedError as error:
        return str(error)


def _referee(body: bytes) -> FeedFetch | str:
    fast, feed_lane.read_plain = feed_lane.read_plain, lambda xml: None
    try:
        return _read(body)
    finally:
        feed_lane.read_plain = fast


def _differences(fast: FeedFetch | str, slow: FeedFetch | str) -> list[str]:
    if fast == slow:
        return []
    if isinstance(fast, str) or isinstance(slow, str) or len(fast.entries) != len(slow.entries):
        return [f"{fast!r:.200} against {slow!r:.200}"]
    pairs = [(fast, slow), *zip(fast.entries, slow.entries, strict=True)]
    return [
        f"{field.name}: {getattr(one, field.name)!r:.100} against {getattr(other, field.name)!r:.100}"
        for one, other in pairs
        for field in fields(one)
        if field.name != "entries" and getattr(one, field.name) != getattr(other, field.name)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
