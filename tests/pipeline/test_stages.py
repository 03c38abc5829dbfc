from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from typing import Any

import pytest

from dateline.news.change import Change
from dateline.pipeline.hosts import Hosts
from dateline.pipeline.stages import KEPT_TOGETHER, Stages
from press import MORNING, Room

Job = Callable[[Any], Change]


class Ledger:
    """Hands on what is to be written, and remembers how much at a time."""

    def __init__(self, room: Room) -> None:
        self._library = room.library
        self.n_together: list[int] = []

    def write_together(self, jobs: Sequence[Job], *, can_wait: bool) -> list[Future[Change]]:
        self.n_together.append(len(jobs))
        return self._library.write_together(jobs, can_wait=can_wait)


@pytest.fixture
def ledger(room: Room) -> Ledger:
    return Ledger(room)


@pytest.fixture
def stages(room: Room, ledger: Ledger) -> Iterator[Stages]:
    hosts = Hosts(lambda: MORNING, None, {})
    library: Any = ledger
    with Stages(library, room.press, room.workers, hosts, now=lambda: MORNING, is_stopping=lambda: False) as under_way:
        yield under_way


def nothing(_: Any) -> Change:
    return Change()


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, []), (3, [3]), (KEPT_TOGETHER, [KEPT_TOGETHER]), (KEPT_TOGETHER + 1, [KEPT_TOGETHER, 1])],
)
def test_results_that_wait_are_kept_together(stages: Stages, ledger: Ledger, n: int, expected: list[int]) -> None:
    kept: list[Change] = []
    for _ in range(n):
        stages.keep(nothing, lambda future: kept.append(future.result()))
    stages.run()
    assert ledger.n_together == expected
    assert kept == [Change()] * n


def test_what_follows_from_a_result_is_kept_too(stages: Stages, ledger: Ledger) -> None:
    kept: list[str] = []
    stages.keep(nothing, lambda _: stages.keep(nothing, lambda _: kept.append("second")))
    stages.run()
    assert (kept, ledger.n_together) == (["second"], [1, 1])


def test_a_result_is_kept_though_another_stage_hangs(stages: Stages) -> None:
    hanging: Future[None] = Future()
    stages.then(hanging, lambda _: None)
    stages.keep(nothing, lambda _: hanging.set_result(None))
    stages.run()
    assert hanging.done()
