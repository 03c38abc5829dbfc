"""Write the two locks beside this file from pyproject.toml: pinned, with hashes, naming no registry.

    make lock

`uv.lock`, `pylock.toml` and pip's own lock write the registry's address into the file; a requirements file with hashes
names none (docs/decisions/0001-lock.md).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = "hatchling\neditables\n"


def main() -> int:
    """Resolve for run and for test."""
    extra = HERE / "build.in"
    extra.write_text(BUILD, encoding="utf-8")
    try:
        for name, options in (("requirements.txt", []), ("requirements-dev.txt", ["--extra", "dev"])):
            command = [
                *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--upgrade"),
                *("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"),
                *("--universal", "--python-version", "3.11"),
                *options,
                *("--output-file", str(HERE / name), str(HERE.parent / "pyproject.toml"), str(extra)),
            ]
            subprocess.run(command, check=True, cwd=HERE.parent)
    finally:
        extra.unlink()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
