"""The reading processes: a crash or a hang costs one job."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import current_process, forkserver
from multiprocessing.forkserver import ForkServer
from pathlib import Path

import pytest

from dateline.pipeline.workers import Workers


def shout(word: str) -> str:
    return word.upper()


def crash(_: str) -> str:
    os.kill(os.getpid(), signal.SIGKILL)
    return "never"


def hang(_: str) -> str:
    while True:
        time.sleep(60)


def grow(_: str) -> str:
    return str(len(bytearray(8 * 1024**3)))


def test_a_crash_a_hang_and_a_greedy_job_cost_only_themselves() -> None:
    with Workers(2, time_limit=2.0) as workers:
        jobs = [workers.submit(job, "chips") for job in (shout, crash, shout, hang, grow, shout)]
        assert [jobs[i].result(timeout=30) for i in (0, 2, 5)] == ["CHIPS"] * 3
        with pytest.raises(Exception, match=r"[Aa]bnormal"):
            jobs[1].result(timeout=30)
        with pytest.raises(TimeoutError):
            jobs[3].result(timeout=30)
        with pytest.raises(MemoryError):
            jobs[4].result(timeout=30)


def parent(_: str) -> int:
    return os.getppid()


def what_is_loaded(_: str) -> frozenset[str]:
    return frozenset(sys.modules)


def read_beforehand(_: str) -> list[tuple[str, str]]:
    from dateline.pipeline.reading_ready import read_some

    return sorted((lang, read.text.completeness) for lang, read in read_some().items())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are forked, ready, on Linux alone")
def test_a_process_has_read_both_languages_before_its_first_job() -> None:
    with Workers(1) as workers:
        assert {"dateline.analysis.analyse", "dateline.sources.extract", "lxml.etree"} <= workers.submit(
            what_is_loaded, ""
        ).result(timeout=60)
        assert workers.submit(read_beforehand, "").result(timeout=60) == [("en", "full"), ("zh", "full")]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are forked on Linux alone")
def test_where_forking_cannot_be_asked_for_processes_start_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The way there is longer than a socket's may be. What runs already, or found its folder, would not notice.
    far = tmp_path / ("far" * 40)
    far.mkdir()
    monkeypatch.setattr("multiprocessing.forkserver._forkserver", ForkServer())
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", forkserver._forkserver.ensure_running)
    monkeypatch.setitem(current_process()._config, "tempdir", str(far))  # type: ignore[attr-defined]
    with Workers(1) as workers:
        assert workers.submit(shout, "chips").result(timeout=60) == "CHIPS"
        assert workers.submit(parent, "").result(timeout=60) == os.getpid()


def test_a_pool_that_ended_is_made_anew() -> None:
    with Workers(1) as workers:
        assert workers.submit(shout, "chips").result(timeout=60) == "CHIPS"
        workers._pool.stop()
        workers._pool.join()
        assert workers.submit(shout, "power").result(timeout=60) == "POWER"


def test_closing_before_the_first_job_starts_no_process() -> None:
    Workers().close()
