"""What lies in `resources/` reaches the program from a checkout and from an installed wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dateline.settings import resource

CHECKOUT = Path(__file__).parents[1]
NEEDED = ("lexicon/outlets.toml", "theme/tokens.json", "sources.toml", "sample/articles.toml", "icons/dateline-64.png")


@pytest.mark.parametrize("name", NEEDED)
def test_a_checkout_has_its_resources(name: str) -> None:
    assert resource(name).is_file()


def test_a_resource_that_does_not_exist_is_a_bug_that_names_itself() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-thing"):
        resource("no-such-thing")


def test_a_wheel_carries_its_resources(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="building a wheel needs hatchling")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True, timeout=120)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    ask = (
        "import sys; from dateline import settings; "
        "assert settings.__file__.startswith(sys.argv[1]), settings.__file__; "
        "assert all(settings.resource(name).is_file() for name in sys.argv[2:])"
    )
    environment = os.environ | {"PYTHONPATH": str(site)}
    subprocess.run(
        [sys.executable, "-c", ask, str(site), *NEEDED], check=True, env=environment, cwd=tmp_path, timeout=60
    )
