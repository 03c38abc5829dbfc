"""A batch that crashes or takes too long costs only the line that is to blame."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Any, cast

from dateline.library import Library
from dateline.news.question import TimelineFilter
from dateline.pipeline.bulk_import import import_lines
from dateline.pipeline.workers import Workers
from dateline.storage import articles, timeline


class SlowWorkers:
    """Reads at once, but takes too long over every batch with the word “endless” in it."""

    def submit(self, job: Callable[..., Any], *values: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if any(b"endless" in line for _, line in values[0]):
            future.set_exception(TimeoutError())
        else:
            future.set_result(job(*values))
        return future


def test_one_endless_line_costs_only_itself(tmp_path: Path) -> None:
    names = [f"report-{n}" for n in range(9)] + ["endless"] + [f"later-{n}" for n in range(3)]
    lines = [
        json.dumps({"url": f"https://p.example/{name}", "title": name, "text": "Words."}).encode() for name in names
    ]
    told: list[int] = []
    with Library.open(tmp_path / "library.dateline") as library:
        report = import_lines(
            library, cast(Workers, SlowWorkers()), lines, complain=lambda n, _: told.append(n), analyses=False
        )
    assert (report.n_imported, report.n_failed, told) == (12, 1, [10])


def test_half_a_character_and_marks_that_turn_words_round_cost_no_line(tmp_path: Path) -> None:
    given = {"title": "Zero\u200bwidth \u202eodd\u202c", "text": "Chips \ud83d are scarce.", "author": "Mei\u202e Tan"}
    lines = [json.dumps({"url": "https://p.example/1", **given}).encode()]
    with Library.open(tmp_path / "library.dateline") as library:
        report = import_lines(library, cast(Workers, SlowWorkers()), lines, complain=lambda *_: None, analyses=False)
        (card,) = library.read(partial(timeline.first_page, wanted=TimelineFilter(), limit=9)).result()
        article = library.read(partial(articles.article, article_id=card.id)).result()
    assert (report.n_imported, report.n_failed) == (1, 0)
    assert article is not None
    assert (card.title, article.authors, article.text) == ("Zerowidth odd", ("Mei Tan",), "Chips \ufffd are scarce.")
