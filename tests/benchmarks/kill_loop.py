"""Kill a process that writes, again and again: `python -m tests.benchmarks.kill_loop --rounds 1000`.

Each round starts a process that imports, stars and tags articles in a library, or that brings an empty file to today's
schema, and ends it with SIGKILL at a moment drawn by lot. Whatever the process said was kept must be there, and the
library sound. Prints one JSON object at the end; exit code 1 at the first loss.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from dateline.library import Library
from dateline.news.question import read_filter
from dateline.storage import timeline
from dateline.storage.doctor import examine

_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dateline.library import Library
from dateline.news.library_view import ImportRow
from dateline.storage import articles, marks, tags

with Library.open(Path(sys.argv[1])) as library:
    print("open", flush=True)
    for n in range(100_000):
        rows = [
            ImportRow("https://" + key, key, "Title", "Words. " * 200)
            for key in (f"p.example/{sys.argv[2]}-{n}-{k}" for k in range(1 + n % 7))
        ]
        ids = library.write(lambda c: articles.import_articles(c, rows)).result().new_articles
        library.write(lambda c: marks.set_starred(c, ids, True, datetime.now(UTC))).result()
        library.write(lambda c: tags.add_tag(c, ids, "kept", datetime.now(UTC))).result()
        print(*ids, flush=True)
"""


def main() -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    kept: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.dateline"
        for n in range(asked.rounds):
            if n % 10 == 0:  # from an empty file: the schema is made while the process is killed
                path = Path(folder) / f"library-{n}.dateline"
                kept = set()
            kept |= killed_round(path, n, dice)
            if not path.exists():
                continue
            with Library.open(path) as library:
                starred = set(
                    library.read(
                        partial(timeline.spine, wanted=read_filter("is:starred tag:kept", date.today()))
                    ).result()
                )
            report = examine(path, datetime.now(UTC))
            if not kept <= starred or not report.is_sound:
                print(
                    json.dumps(
                        {"round": n, "lost": len(kept - starred), "troubles": [t.sentence for t in report.troubles]}
                    )
                )
                return 1
    print(json.dumps({"what": "killed while writing", "rounds": asked.rounds, "lost": 0}))
    return 0


def killed_round(path: Path, n: int, dice: random.Random) -> set[int]:
    """Start a writer, kill it at some moment, and return the articles that it said were kept."""
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(n)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        if n % 3:  # else killed at any moment of its start
            writer.stdout.readline()
        time.sleep(dice.random() * 1.5)
        writer.send_signal(signal.SIGKILL)
        lines = writer.stdout.read().split("\n")[:-1]
    return {int(word) for line in lines for word in line.split() if word != "open"}


if __name__ == "__main__":
    sys.exit(main())
