"""From a filter or a reading list to a handover: items are read from the library as the format asks for them.

A handover may be watched: who waits for it is told how far it is, and may end it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.export.files import write_whole
from dateline.export.registry import format_of
from dateline.library import Library
from dateline.news.article import ArticleId, Completeness
from dateline.news.handover import (
    GroupBy,
    HandedOver,
    Handover,
    HandoverItem,
    HandoverPreview,
    HandoverWanted,
    Tell,
)
from dateline.news.topic_names import topic_names
from dateline.sources import zotero
from dateline.sources.outlets import outlet_names
from dateline.storage import counting, lists, timeline
from dateline.storage.handing_over import grouped, handover_items

#: Articles read at a time.
_AT_ONCE = 50
#: Articles and characters of a preview.
_N_PREVIEWED = 3
_LONGEST_PREVIEW = 20_000


def wanted_handover(library: Library, wanted: HandoverWanted, limit: int | None = None) -> Handover:
    """Return what is wanted as a handover, of at most `limit` articles.

    Raises:
        InputError: the reading list is gone.
    """
    notes: dict[ArticleId, str] = {}
    pins: dict[ArticleId, int | None] = {}
    about = ""
    ids: Iterable[int]
    if wanted.reading_list is None:
        ids = library.read(partial(timeline.spine, wanted=wanted.question)).result()
    else:
        found = library.read(partial(lists.reading_list, list_id=wanted.reading_list)).result()
        if found is None:
            raise InputError("This reading list is no longer there.", "Choose another.")
        about = found.about
        listed = library.read(partial(lists.items, list_id=found.id)).result()
        notes = {item.article: item.note for item in listed}
        pins = {item.article: item.revision for item in listed}
        ids = notes
    chosen = [ArticleId(one) for one in islice(ids, limit)]
    names, outlets = topic_names(wanted.options.language), outlet_names(wanted.options.language)
    if wanted.options.group_by is not GroupBy.NONE:
        in_groups = partial(grouped, ids=chosen, group_by=wanted.options.group_by, outlets=outlets)
        chosen = library.read(in_groups).result()
    items = _items(library, chosen, notes, pins, outlets)
    return Handover(wanted.title, items, datetime.now(UTC), about, names, wanted.options, n_items=len(chosen))


def watched(handover: Handover, tell: Tell, is_wanted: Callable[[], bool]) -> Handover:
    """Return the handover with its progress told; it ends with CancelledError where it is wanted no longer."""

    def items() -> Iterator[HandoverItem]:
        for n_done, item in enumerate(handover.items):
            if not is_wanted():
                raise CancelledError
            if n_done % 10 == 0:
                tell(n_done, handover.n_items)
            yield item
        if not is_wanted():
            raise CancelledError
        tell(handover.n_items, handover.n_items)

    return replace(handover, items=items())


def write_handover(
    library: Library,
    wanted: HandoverWanted,
    form: str,
    path: Path,
    tell: Tell,
    is_wanted: Callable[[], bool],
) -> HandedOver:
    """Write what is wanted to a file, whole or not at all.

    Raises:
        ExportError: the place cannot be written.
        InputError: the reading list is gone.
        CancelledError: it was wanted no longer; no file was written.
    """
    handover = wanted_handover(library, wanted)
    told = watched(handover, tell, is_wanted)

    def fill(out: BinaryIO) -> None:
        format_of(form).write(told, out)
        if not is_wanted():  # pages are set after the last article was taken
            raise CancelledError

    write_whole(path, fill)
    return HandedOver(handover.n_items)


def send_to_zotero(
    library: Library,
    wanted: HandoverWanted,
    tell: Tell,
    is_wanted: Callable[[], bool],
    *,
    port: int = zotero.PORT,
    limit: int | None = None,
) -> HandedOver:
    """Give what is wanted to the Zotero that runs on this computer, some articles at a time.

    Raises:
        ExportError: Zotero does not run, or does not take them; what it took before stays there.
        InputError: the reading list is gone.
        CancelledError: it was wanted no longer; what Zotero has by then stays there.
    """
    from dateline.export.zotero import zotero_item

    zotero.find_zotero(port)
    handover = watched(wanted_handover(library, wanted, limit), tell, is_wanted)
    items = iter(handover.items)
    while some := [zotero_item(item, handover.options) for item in islice(items, _AT_ONCE)]:
        zotero.save_items(some, port)
    return HandedOver(handover.n_items)


def write_to_vault(
    library: Library,
    wanted: HandoverWanted,
    folder: Path,
    tell: Tell,
    is_wanted: Callable[[], bool],
    *,
    limit: int | None = None,
) -> HandedOver:
    """Write a note an article into a vault's folder; what the user changed there stays.

    Raises:
        ExportError: the folder is not there or cannot be written.
        InputError: the reading list is gone.
        CancelledError: it was wanted no longer; notes written by then stay.
    """
    from dateline.export.vault import write_notes

    return write_notes(watched(wanted_handover(library, wanted, limit), tell, is_wanted), folder)


def preview_handover(library: Library, wanted: HandoverWanted, form: str) -> HandoverPreview:
    """Return how a handover begins, and how many articles it has. Raises InputError where the reading list is gone."""
    handover = replace(wanted_handover(library, wanted, _N_PREVIEWED), is_excerpt=True)
    n, n_full = _counts(library, wanted)
    kind = format_of(form)
    is_html = not kind.is_text or kind.id == "html"
    if is_html:
        from dateline.export.html import html_blocks
        from dateline.export.sheet import blocks

        text = "".join(html_blocks(blocks(handover)))
    else:
        out = io.BytesIO()
        kind.write(handover, out)
        text = out.getvalue().decode("utf-8", "replace").lstrip("\ufeff")[:_LONGEST_PREVIEW]
    return HandoverPreview(n, n_full, min(n, _N_PREVIEWED), text, is_html)


def _counts(library: Library, wanted: HandoverWanted) -> tuple[int, int]:
    if wanted.reading_list is None:
        count = library.read(partial(counting.count, wanted=wanted.question)).result()
        return count.n, count.n_full
    items = library.read(partial(lists.items, list_id=wanted.reading_list)).result()
    return len(items), sum(item.card.completeness is Completeness.FULL for item in items)


def _items(
    library: Library,
    ids: Sequence[ArticleId],
    notes: Mapping[ArticleId, str],
    pins: Mapping[ArticleId, int | None],
    outlets: Mapping[str, str],
) -> Iterator[HandoverItem]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        yield from library.read(
            partial(handover_items, ids=some, outlets=outlets, list_notes=notes, pins=pins)
        ).result()
