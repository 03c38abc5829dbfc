"""`dateline lexicon`: the terms of topics listed, added, weighed otherwise and taken out; the library is filed anew."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from functools import partial

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import pad, say, write_json
from dateline.errors import InputError
from dateline.library import Library
from dateline.news.lexicon_edit import TERM_POINTS, TermEdit
from dateline.news.lexicon_listing import ListedLexicon, ListedTerm
from dateline.pipeline.reanalyse import bring_up_to_date
from dateline.pipeline.workers import Workers
from dateline.storage.lexicon_edits import drop_edit, edit_lexicon, lexicon_edits


def list_terms(given: Namespace) -> int:
    """List terms with what they are worth: those of one topic, else all that the user edited."""
    with open_library(given) as library:
        lexicon = _open(library)
    topic = getattr(given, "topic", None)
    if topic is not None:
        _check_topic(lexicon, topic)
    found = [one for terms in lexicon.terms.values() for one in terms if _is_asked(one, topic)]
    for one in found:
        if given.json:
            write_json({"topic": one.topic, "term": one.term, "points": one.points, "shipped": one.shipped})
        else:
            mark = "yours" if one.is_edited else ""
            print(f"{one.points:>4}  {pad(one.topic, 18)} {pad(one.term, 36)} {mark}".rstrip())
    if not found:
        say("You have changed no term: `dateline lexicon list TOPIC` lists what is shipped.", quiet=given.quiet)
    return DONE


def add(given: Namespace) -> int:
    """Let a term speak for a topic, or weigh one otherwise."""
    with open_library(given) as library:
        _check_topic(_open(library), given.topic)
        edit = TermEdit(given.topic, given.term, TERM_POINTS[given.weight])
        library.write(partial(edit_lexicon, edit=edit, at=datetime.now(UTC))).result()
        _file_anew(library, given)
    return DONE


def remove(given: Namespace) -> int:
    """Let a term speak for a topic no more; with `--as-shipped` go back to what is shipped."""
    with open_library(given) as library:
        lexicon = _open(library)
        _check_topic(lexicon, given.topic)
        known = next((one for one in lexicon.terms[given.topic] if one.term.casefold() == given.term.casefold()), None)
        if known is None:
            raise InputError(
                f"“{given.term}” is no term of {given.topic}.", f"`dateline lexicon list {given.topic}` lists them."
            )
        edit = TermEdit(known.topic, known.term, 0.0)
        if given.as_shipped or known.shipped is None:
            library.write(partial(drop_edit, edit=edit)).result()
        else:
            library.write(partial(edit_lexicon, edit=edit, at=datetime.now(UTC))).result()
        _file_anew(library, given)
    return DONE


def _open(library: Library) -> ListedLexicon:
    from dateline.analysis.lexicon_listing import list_lexicon

    return list_lexicon(library.read(lexicon_edits).result())


def _is_asked(term: ListedTerm, topic: str | None) -> bool:
    return term.is_edited if topic is None else term.topic == topic


def _check_topic(lexicon: ListedLexicon, topic: str) -> None:
    if topic not in lexicon.terms:
        known = ", ".join(lexicon.terms)
        raise InputError(f"The lexicon has no topic “{topic}”.", f"It has: {known}.")


def _file_anew(library: Library, given: Namespace) -> None:
    def tell(n_done: int) -> None:
        say(f"  {n_done:,} articles filed anew", quiet=given.quiet)

    with Workers() as workers:
        bring_up_to_date(library, workers, tell=tell, is_wanted=lambda: True)
