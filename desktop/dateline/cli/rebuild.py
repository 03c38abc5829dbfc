"""`dateline rebuild`: everything derived is made anew from what was given and what the user made."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import say
from dateline.pipeline.reanalyse import ARTICLES_AT_ONCE, rebuild_library
from dateline.pipeline.workers import Workers


def rebuild(given: Namespace) -> int:
    """Analyse every article again and remake findings, search index and counts."""

    def tell(n_done: int) -> None:
        if n_done % (10 * ARTICLES_AT_ONCE) == 0:
            say(f"  {n_done} articles", quiet=given.quiet)

    with open_library(given) as library, Workers() as workers:
        n_articles = rebuild_library(library, workers, tell=tell)
    print(f"{n_articles} articles: findings, search and counts are made anew.")
    return DONE
