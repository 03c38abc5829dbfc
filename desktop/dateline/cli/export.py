"""`dateline export`: articles of a filter or a reading list as a file, to Zotero, or as notes in a vault's folder."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, WRONG_USE
from dateline.cli.output import say, today
from dateline.export.registry import format_of, write_file
from dateline.library import Library
from dateline.news.handover import CitationStyle, ExportOptions, GroupBy, HandoverWanted, PaperSize, usual_paper
from dateline.news.question import read_filter
from dateline.pipeline.handover import send_to_zotero, wanted_handover, write_to_vault
from dateline.storage import lists


def export(given: Namespace) -> int:
    """Write one file (with `-` as its name, to stdout), or hand over to Zotero or a vault."""
    if not given.query and not given.list and not given.all:
        say('Say what to export: a query such as "is:starred", --list NAME, or --all for the whole library.')
        return WRONG_USE
    goes_to = [given.to_zotero, bool(given.to_vault), bool(given.output or given.format)]
    if sum(goes_to) != 1 or (goes_to[2] and not (given.output and given.format)):
        say("Say where to: --format FORMAT -o FILE, or --to-zotero, or --to-vault FOLDER.")
        return WRONG_USE
    with open_library(given) as library:
        wanted = _wanted(given, library)
        if given.to_zotero:
            done = send_to_zotero(
                library, wanted, _nobody_waits, lambda: True, port=given.zotero_port, limit=given.limit
            )
            say(f"{done.n} articles sent to Zotero.", quiet=given.quiet)
        elif given.to_vault:
            folder = Path(given.to_vault).expanduser()
            done = write_to_vault(library, wanted, folder, _nobody_waits, lambda: True, limit=given.limit)
            kept = f" Left as you changed them: {done.n_kept}." if done.n_kept else ""
            say(f"{done.n} articles written to {given.to_vault}.{kept}", quiet=given.quiet)
        else:
            _write(given, library, wanted)
    return DONE


def _wanted(given: Namespace, library: Library) -> HandoverWanted:
    options = ExportOptions(
        with_notes=given.notes,
        with_quotes=given.quotes,
        with_figures=given.figures,
        with_topics=given.topics,
        with_text=given.full_text,
        group_by=GroupBy(given.group_by),
        style=CitationStyle(given.style),
        language=given.language,
        paper=PaperSize(given.paper) if given.paper else usual_paper(_country()),
    )
    if given.list:
        found = library.read(partial(lists.find_list, name=given.list)).result()
        return HandoverWanted(given.title or found.name, reading_list=found.id, options=options)
    question = read_filter(given.query, today())
    return HandoverWanted(given.title or given.query or "Dateline", question, options=options)


def _write(given: Namespace, library: Library, wanted: HandoverWanted) -> None:
    form = format_of(given.format)
    handover = wanted_handover(library, wanted, given.limit)
    if given.output == "-":
        form.write(handover, sys.stdout.buffer)
        return
    write_file(handover, form, Path(given.output))
    say(f"Written to {given.output}.", quiet=given.quiet)


def _country() -> str:
    """Return the country that the terminal's locale names: US of en_US.UTF-8, "" where it names none."""
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_PAPER", "LANG") if os.environ.get(name)), "")
    return spoken.partition(".")[0].partition("_")[2]


def _nobody_waits(_n_done: int, _n: int) -> None:
    """Tell nobody how far it is."""
