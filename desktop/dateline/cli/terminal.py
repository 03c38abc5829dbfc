"""`dateline` where no window can be shown: says so, and does the main job in the terminal.

Refreshes, then lists the tagged timeline. Where no source can be reached, says which, and shows the sample coverage.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dateline.cli.desk import add_default_sources, open_library, open_newsroom
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say
from dateline.cli.refresh import tell
from dateline.cli.sample import show_sample
from dateline.cli.timeline import LEGEND, outlet_names, read_cards, write_timeline
from dateline.errors import DatelineError
from dateline.news.finding import UMBRELLA
from dateline.news.question import Term, TimelineFilter

#: As many articles as one screen of a terminal holds, twice.
N_SHOWN = 30


def run_without_display(path: Path) -> int:
    """Refresh and list in the terminal; returns the exit code."""
    say("No display was found, so Dateline works in the terminal. `dateline --help` lists what it can do here.")
    try:
        with open_library(path) as library:
            add_default_sources(library)
            with open_newsroom(library) as newsroom:
                newsroom.on_progress(partial(tell, as_json=False))
                done = newsroom.refresh_now()
            on_topic = TimelineFilter((Term(UMBRELLA, field="topic"),))
            cards = read_cards(library, on_topic, limit=N_SHOWN) or read_cards(library, TimelineFilter(), limit=N_SHOWN)
            write_timeline(cards, outlet_names())
    except DatelineError as error:
        say(f"dateline: {error}")
        return SOME_FAILED
    if cards:
        say(LEGEND)
        return SOME_FAILED if done.n_failed else DONE
    say("\nNone of the sources above could be reached, so here is the sample coverage that comes with Dateline.")
    show_sample(as_json=False)
    return DONE
