"""`dateline sample`: the sample coverage, through the real pipeline, offline, in a library that is thrown away."""

from __future__ import annotations

from argparse import Namespace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import say, write_json
from dateline.cli.refresh import tell
from dateline.cli.timeline import LEGEND, card_to_json, outlet_names, read_cards, write_timeline
from dateline.news.question import TimelineFilter
from dateline.pipeline.sample import gather_sample
from dateline.storage import quotes


def sample(given: Namespace) -> int:
    """Show the sample coverage."""
    show_sample(as_json=given.json, quiet=given.quiet)
    return DONE


def show_sample(*, as_json: bool, quiet: bool = False) -> None:
    """Gather the sample coverage into a throw-away library and list it with its quotes."""
    with (
        TemporaryDirectory(prefix="dateline-sample-") as folder,
        open_library(Path(folder) / "sample.dateline") as library,
    ):
        gather_sample(library, tell=lambda event: None if as_json else tell(event, as_json=False, quiet=quiet))
        cards = read_cards(library, TimelineFilter(), limit=200)
        outlets = outlet_names()
        n_quotes = len(library.read(partial(quotes.quotes, wanted=TimelineFilter(), limit=1000)).result())
        if as_json:
            for card in cards:
                write_json(card_to_json(card, outlets) | {"sample": True})
            return
        write_timeline(cards, outlets)
        say(LEGEND, quiet=quiet)
        n_on_topic = sum(card.is_on_topic for card in cards)
        say(
            f"\nSample coverage: {len(cards)} short articles written for Dateline on well-documented facts, "
            f"{n_on_topic} of them about US–China AI, {n_quotes} quotes. Not articles of these outlets.",
            quiet=quiet,
        )
