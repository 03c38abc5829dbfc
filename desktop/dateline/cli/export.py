"""`dateline export`: the articles of a filter or a reading list, in the form that others use."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, WRONG_USE
from dateline.cli.output import say, today
from dateline.export.registry import format_of, write_file
from dateline.news.handover import CitationStyle, ExportOptions, GroupBy
from dateline.news.question import read_filter
from dateline.news.topic_names import topic_names
from dateline.pipeline.handover import filter_handover, list_handover


def export(given: Namespace) -> int:
    """Write one file; with `-` as its name, to stdout."""
    if not given.query and not given.list and not given.all:
        say('Say what to export: a query such as "is:starred", --list NAME, or --all for the whole library.')
        return WRONG_USE
    form = format_of(given.format)
    options = ExportOptions(
        with_notes=given.notes,
        with_quotes=given.quotes,
        with_figures=given.figures,
        with_topics=given.topics,
        with_text=given.full_text,
        group_by=GroupBy(given.group_by),
        style=CitationStyle(given.style),
        language=given.language,
    )
    names = topic_names(given.language)
    with open_library(given) as library:
        if given.list:
            handover = list_handover(library, given.list, options, names)
        else:
            question = read_filter(given.query, today())
            title = given.title or given.query or "Dateline"
            handover = filter_handover(library, question, title, options, names, given.limit)
        if given.output == "-":
            form.write(handover, sys.stdout.buffer)
            return DONE
        write_file(handover, form, Path(given.output))
    say(f"Written to {given.output}.", quiet=given.quiet)
    return DONE
