"""`make bench`: every benchmark after another, each in a process of its own, so that none warms another up.

Figures are for reading, not for passing: a busy machine makes them worse, and nothing fails by them.
"""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "bench_window",
    "bench_gaps",
    "bench_reading",
    "bench_analysis",
    "bench_growth",
    "bench_pipeline",
    "bench_refresh",
    "bench_library",
    "bench_quotes",
    "bench_export",
)


def main() -> int:
    """Run the benchmarks named on the command line, else all."""
    chosen = sys.argv[1:] or BENCHMARKS
    unknown = [name for name in chosen if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}. There are {', '.join(BENCHMARKS)}.", file=sys.stderr)
        return 2
    code = 0
    for name in chosen:
        print(f"# {name}", flush=True)
        code |= subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=False).returncode
    return code


if __name__ == "__main__":
    sys.exit(main())
