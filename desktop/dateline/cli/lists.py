"""`dateline lists`: the reading lists, what stands in one, and lists as files that can be given away and taken in."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import cut, iso, pad, say, write_json
from dateline.cli.timeline import card_to_json, outlet_names
from dateline.errors import InputError, WrongUse
from dateline.export.files import write_whole
from dateline.news.reading_list import ReadingList
from dateline.news.shared_list import read_shared_list, write_shared_list
from dateline.storage import list_sharing
from dateline.storage import lists as kept


def run_lists(given: Namespace) -> int:
    """List the reading lists, or do with one what was asked."""
    return {"list": _list, "show": _show, "share": _share, "import": _import}[given.act](given)


def _list(given: Namespace) -> int:
    with open_library(given) as library:
        every = library.read(partial(kept.lists, wants_archived=True)).result()
    for one in every:
        if given.json:
            write_json(_to_json(one))
        else:
            kind = "smart" if one.is_smart else "archived" if one.archived_at else ""
            print(f"{one.id:>4}  {pad(one.name, 48)} {one.n_items:>5} articles  {kind}".rstrip())
    if not every:
        say("There is no reading list yet; in the window, L puts an article on one.", quiet=given.quiet)
    return DONE


def _show(given: Namespace) -> int:
    outlets = outlet_names()
    with open_library(given) as library:
        one = library.read(partial(kept.find_list, name=_named(given))).result()
        items = library.read(partial(kept.items, list_id=one.id)).result()
    if not given.json:
        print(f"{one.name}\n")
    for number, item in enumerate(items, 1):
        if given.json:
            facts = {"number": number, "note": item.note, "revision": item.revision, "added": iso(item.added_at)}
            write_json(card_to_json(item.card, outlets) | facts | {"newer_version": item.has_newer_version})
            continue
        print(f"{number:>3}  {cut(item.card.title, 90)}")
        newer = f", read in revision {item.revision} of {item.n_revisions}" if item.has_newer_version else ""
        print(f"     {outlets.get(item.card.outlet, item.card.outlet)}{newer}  {item.card.url}")
        for line in item.note.splitlines():
            print(f"     | {line}")
    return DONE


def _share(given: Namespace) -> int:
    with open_library(given) as library:
        one = library.read(partial(kept.find_list, name=_named(given))).result()
        shared = library.read(partial(list_sharing.shared_list, list_id=one.id, wants_text=given.with_text)).result()
    text = write_shared_list(shared)
    if given.file in (None, "-"):
        sys.stdout.write(text)
        return DONE
    path = Path(given.file)
    write_whole(path, lambda out: out.write(text.encode("utf-8", "replace")))
    say(f"“{one.name}” with {len(shared.items)} articles written to {path}.", quiet=given.quiet)
    return DONE


def _import(given: Namespace) -> int:
    if given.name is None:
        raise WrongUse("No file was named.", "Write `dateline lists import FILE`.")
    try:
        text = sys.stdin.read() if given.name == "-" else Path(given.name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InputError(f"{given.name} cannot be read: {reason}.", "Choose another file.") from error
    shared = read_shared_list(text)
    with open_library(given) as library:
        change = library.write(partial(list_sharing.keep_shared_list, shared=shared, at=datetime.now(UTC))).result()
    print(f"“{shared.name}”: {len(shared.items)} articles, {len(change.new_articles)} of them new here.")
    return DONE


def _named(given: Namespace) -> str:
    if not given.name:
        raise WrongUse("No reading list was named.", f"Write `dateline lists {given.act} NAME`.")
    return str(given.name)


def _to_json(one: ReadingList) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "about": one.about,
        "query": one.query or None,
        "articles": one.n_items,
        "with_notes": one.n_with_notes,
        "archived": iso(one.archived_at),
        "changed": iso(one.changed_at),
    }
