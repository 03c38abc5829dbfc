"""What every test stands on: its own folders, no screen, no network, and no log line that nobody expected."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from newsstand import Newsstand

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The user's own keyring stays out of reach; a test that wants one brings it.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# How long an example takes says how busy the machine is, not whether the program is right.
#: The same examples everywhere, so that what passes here passes there; `HYPOTHESIS=explore` looks for new ones.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS", "dateline"))

#: The loopback stand-in for the internet may lie beside a checkout; elsewhere its tests are left out.
SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own library and settings out of reach."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path_factory.getbasetemp() / "dateline-home"))
    monkeypatch.delenv("DATELINE_LIBRARY", raising=False)
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test at any warning in the log, unless it is marked `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    lines = [f"{r.name}: {r.getMessage()}" for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not lines, "unexpected in the log: " + "; ".join(lines)


@pytest.fixture(scope="session")
def running_newsstand() -> Iterator[Newsstand]:
    """Run the newsstand for all tests of this process."""
    from newsstand import open_newsstand

    with open_newsstand() as running:
        yield running


@pytest.fixture
def newsstand(running_newsstand: Newsstand) -> Newsstand:
    """Return the newsstand as at its start; a test that takes it is marked `newsstand`."""
    running_newsstand.control("reset")
    return running_newsstand


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs the newsstand where it is not there."""
    if (SHARED / "newsstand" / "serve.py").exists():
        return
    for item in items:
        if item.get_closest_marker("newsstand"):
            item.add_marker(pytest.mark.skip(reason="the newsstand is not beside this checkout"))
