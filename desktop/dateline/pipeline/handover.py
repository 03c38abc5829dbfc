"""From a filter or a reading list to a handover: items are read from the library as the format asks for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from itertools import islice

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.handover import ExportOptions, Handover, HandoverItem
from dateline.news.question import TimelineFilter
from dateline.sources.outlets import outlets
from dateline.storage import lists, timeline
from dateline.storage.handing_over import handover_items

#: Articles read at a time.
_AT_ONCE = 50


def filter_handover(
    library: Library,
    question: TimelineFilter,
    title: str,
    options: ExportOptions,
    topic_names: Mapping[str, str],
    limit: int | None = None,
) -> Handover:
    """Return the articles of a filter, newest first, as a handover."""
    ids = library.read(partial(timeline.spine, wanted=question)).result()
    chosen = [ArticleId(one) for one in islice(ids, limit)]
    return Handover(title, _items(library, chosen, {}), datetime.now(UTC), "", topic_names, options)


def list_handover(library: Library, name: str, options: ExportOptions, topic_names: Mapping[str, str]) -> Handover:
    """Return a reading list in its order, with its notes.

    Raises:
        InputError: there is no list of that name.
    """
    found = library.read(partial(lists.find_list, name=name)).result()
    items = library.read(partial(lists.items, list_id=found.id)).result()
    notes = {item.article: item.note for item in items}
    return Handover(
        found.name, _items(library, list(notes), notes), datetime.now(UTC), found.about, topic_names, options
    )


def _items(library: Library, ids: Sequence[ArticleId], notes: Mapping[ArticleId, str]) -> Iterator[HandoverItem]:
    names = {id_: outlet.name for id_, outlet in outlets().items()}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from library.read(partial(handover_items, ids=some, outlets=names, list_notes=notes)).result()
