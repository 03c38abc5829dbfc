"""`dateline rule`: how sites without a feed are read: shown, tried without keeping anything, and followed."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.cli.desk import network_fetch, open_library
from dateline.cli.main import DONE
from dateline.cli.output import clock, iso, say, write_json
from dateline.errors import InputError
from dateline.news.feed import FeedFetch, Fetched
from dateline.pipeline.rules import follow_rule, preview_rule
from dateline.pipeline.workers import Workers
from dateline.sources.listing_rule import listing_rules, parse_rule, rule_text
from dateline.storage import sources


def show_rule(given: Namespace) -> int:
    """Show a rule's text: a shipped one by its name, or a source's by its address; without a name, list them."""
    if not given.rule:
        for name, rule in listing_rules().items():
            print(f"{name:20} {rule.name}  {rule.url}")
        return DONE
    name, url = given.rule, ""
    if name not in listing_rules():
        with open_library(given) as library:
            known = [one for one in library.read(sources.list_sources).result() if one.url == name and one.rule]
        if not known:
            raise InputError(f"There is no rule “{name}”.", "`dateline rule show` lists the rules.")
        name, url = known[0].rule, known[0].url
    print(rule_text(name, url), end="")
    return DONE


def try_rule(given: Namespace) -> int:
    """Show what a rule brings from its list, or from a saved copy of it; nothing is kept."""
    text = _read(Path(given.file)).decode("utf-8", "replace")
    if given.page:
        from dateline.sources.listing import read_listing

        rule = parse_rule(text)
        kind = "application/json" if rule.format == "json" else "text/html"
        feed = read_listing(Fetched(rule.url, rule.url, 200, kind, _read(Path(given.page))), text)
    else:
        fetch, workers = network_fetch(), Workers(1)
        try:
            feed = preview_rule(text, fetch, workers)
        finally:
            workers.close()
            getattr(fetch, "close", lambda: None)()
    _show(feed, given)
    return DONE


def use_rule(given: Namespace) -> int:
    """Follow the site of a rule, or let the source that follows it be read by the rule from now on."""
    text = _read(Path(given.file)).decode("utf-8", "replace")
    rule = parse_rule(text)
    with open_library(given) as library:
        follow_rule(library, text)
    say(f"{rule.name} is read by this rule: {rule.url}", quiet=given.quiet)
    return DONE


def _show(feed: FeedFetch, given: Namespace) -> None:
    for entry in feed.entries:
        if given.json:
            write_json(
                {
                    "url": entry.url,
                    "title": entry.title,
                    "summary": entry.summary,
                    "authors": list(entry.authors),
                    "published": iso(entry.published_at),
                }
            )
        else:
            when = clock(entry.published_at) if entry.published_at else "no time"
            print(f"{when:20} {entry.title}\n    {entry.url}")
    for problem in feed.problems:
        say(problem, quiet=given.quiet)
    say(f"{len(feed.entries)} articles.", quiet=given.quiet)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Give the path of a file.") from error
