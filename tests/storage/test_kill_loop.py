"""The soak of `tests.benchmarks.kill_loop`, a few rounds of it: what was acknowledged outlives the process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="a process is forked and killed")
def test_a_process_killed_while_it_writes_loses_nothing() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.kill_loop", "--rounds", "6", "--seed", "2"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["lost"] == 0
