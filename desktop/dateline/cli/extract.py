"""`dateline extract`: the article out of saved pages."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from dateline.cli.lines import BadLine, answer_lines, text_of
from dateline.cli.main import DONE, SOME_FAILED, WRONG_USE
from dateline.cli.output import iso, say, write_json
from dateline.errors import InputError

#: What is longer than a page can be is read so far.
_MOST_BYTES = 24 * 1024**2


def extract(given: Namespace) -> int:
    """Extract one page (FILE and --url), or with --jsonl each page named on stdin."""
    if given.jsonl:
        are_all_good = True
        for answer, is_good in answer_lines(sys.stdin.buffer, extract_line, n_jobs=given.jobs):
            print(answer, flush=True)
            are_all_good &= is_good
        return DONE if are_all_good else SOME_FAILED
    if not given.file:
        say("Give a saved page (dateline extract FILE.html --url URL), or --jsonl and lines on stdin.")
        return WRONG_USE
    try:
        found = extract_line({"id": given.file, "path": given.file, "url": given.url})
    except BadLine as error:
        raise InputError(str(error), "Give the path of a saved page.") from error
    if given.json:
        write_json(found)
    else:
        print(f"{found['title']}\n\n{found['text']}")
        say(f"{found['completeness']}, {found['lang']}", quiet=given.quiet)
    return DONE


def extract_line(given: dict[str, object]) -> dict[str, object]:
    """Return what the page of one contract line holds."""
    from dateline.sources.extract import extract_article

    path = Path(text_of(given, "path", is_required=True))
    try:
        with path.open("rb") as file:
            body = file.read(_MOST_BYTES)
    except OSError as error:
        raise BadLine(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:  # a NUL in it
        raise BadLine("The field 'path' is not the path of a file.") from error
    article = extract_article(body, text_of(given, "url"))
    return {
        "id": given.get("id"),
        "title": article.title,
        "authors": list(article.authors),
        "published": iso(article.published_at),
        "updated": iso(article.updated_at),
        "text": article.text,
        "html": article.html,
        "lang": article.lang,
        "completeness": article.completeness.value,
        "site_rule": article.site_rule,
    }
