"""Measure exports: processor seconds and memory for 1,000 articles in each format, and whether long ones stay flat.

Prints one JSON object a line: {"what", "n", "cpu_seconds", "mb"}; `mb` is what the process took beyond its start, at
its peak, each format in a process of its own. The formats that stream are run again with up to `--long` articles.
Articles come one by one from this script, each of 3 quotes, 2 figures, a note and 600 words, half of them Chinese.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import process_time

from tests.export.dossier import SEEN, WHEN, chinese, english

from dateline.export.registry import FORMATS, format_of, write_file
from dateline.news.article import ArticleId
from dateline.news.handover import ExportOptions, Handover, HandoverItem
from dateline.news.topic_names import topic_names

#: Formats that hold nothing but the article at hand; of PDF and EPUB the finished pages or their names stay.
STREAMING = (
    "csv",
    "jsonl",
    "quotes-csv",
    "markdown",
    "html",
    "epub",
    "docx",
    "pdf",
    "bibtex",
    "ris",
    "csl-json",
    "annotations",
    "evidence",
)
#: Tables, which people take out of a whole library.
TABLES = ("csv", "jsonl", "quotes-csv")


def main() -> None:
    """Measure every format, or in a process of its own one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1_000, help="articles (default 1,000)")
    parser.add_argument("--long", type=int, default=100_000, help="articles for tables; a tenth for what else streams")
    parser.add_argument("--format", help="measure this one here")
    parser.add_argument("--full-text", action="store_true", help="with the articles' texts")
    asked = parser.parse_args()
    if asked.format:
        measure(asked.format, asked.n, with_text=asked.full_text)
        return
    runs = [(form.id, asked.n) for form in FORMATS]
    runs += [(form, asked.long if form in TABLES else asked.long // 10) for form in STREAMING if asked.long]
    for form, n in runs:
        command = [sys.executable, "-m", "tests.benchmarks.bench_export", "--format", form, "--n", str(n)]
        command += ["--full-text"] if asked.full_text else []
        subprocess.run(command, check=True)


def measure(form: str, n: int, *, with_text: bool) -> None:
    """Write n articles in a format and print what it took."""
    for one in articles(1):  # what a first article loads is not the articles' memory
        write(form, [one], with_text=with_text)
    began, before = process_time(), peak_mb()
    size = write(form, articles(n), with_text=with_text)
    line = {"what": f"export {form}", "n": n, "cpu_seconds": round(process_time() - began, 2)}
    print(json.dumps(line | {"mb": round(peak_mb() - before, 1), "file_mb": round(size / 1e6, 1)}), flush=True)


def write(form: str, items: Iterable[HandoverItem], *, with_text: bool) -> int:
    """Write articles to a file that is thrown away; returns its size in bytes."""
    options = ExportOptions(with_figures=True, with_text=with_text)
    handover = Handover("All of it", items, SEEN, topic_names=topic_names("en"), options=options)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        write_file(handover, format_of(form), path)
        return path.stat().st_size


def peak_mb() -> float:
    """Return the most memory that this process has had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def articles(n: int) -> Iterator[HandoverItem]:
    """Yield n articles, English and Chinese in turn."""
    patterns = [long(english()), long(chinese())]
    for number in range(n):
        one = patterns[number % 2]
        article = replace(
            one.article,
            id=ArticleId(number),
            url=f"https://outlet.example/{number}",
            title=f"{one.article.title} {number}",
            published_at=WHEN - timedelta(hours=number),
        )
        yield replace(one, article=article)


def long(item: HandoverItem) -> HandoverItem:
    """Return an article of the dossier with a long text, three quotes, two figures and a note."""
    whole = english()
    assert whole.findings is not None
    assert item.findings is not None
    findings = replace(item.findings, quotes=item.findings.quotes[:1] * 3, figures=whole.findings.figures[:1] * 2)
    article = replace(item.article, text=f"{item.article.text}\n" * 40)
    return replace(
        item, article=article, findings=findings, notes=whole.notes, revisions=whole.revisions, note=whole.note
    )


if __name__ == "__main__":
    main()
