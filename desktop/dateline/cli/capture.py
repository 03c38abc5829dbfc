"""`dateline capture`: a page saved from the browser becomes its article's text."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import say, write_json
from dateline.errors import InputError
from dateline.pipeline.capture import capture_page


def capture(given: Namespace) -> int:
    """Keep the article of a saved page."""
    path = Path(given.file)
    try:
        body = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Give the path of a saved page.") from error
    with open_library(given) as library:
        text, change = capture_page(library, body, given.url)
    if given.json:
        ids = change.new_articles or change.changed_articles
        write_json(
            {
                "id": ids[0] if ids else None,
                "url": given.url,
                "title": text.title,
                "completeness": text.completeness.value,
                "kept": bool(change),
            }
        )
    elif change:
        print(f"Kept: {text.title} ({text.completeness.value}, {len(text.text)} characters)")
    else:
        print("The library already holds this text, or a fuller one; nothing was changed.")
    if text.reason:
        say(text.reason, quiet=given.quiet)
    return DONE
