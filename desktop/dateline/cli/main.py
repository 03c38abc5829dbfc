"""The command line: which verbs there are and what they take. Each verb's work stands in its own module."""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from dateline import __version__
from dateline.errors import DatelineError, QuestionError, WrongUse

DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
#: A query of one word to leave out: -tariff, -is:copy, -“芯片”. Options have one letter or two dashes.
_LEFT_OUT = re.compile(r"-(?:[a-z]+:.*|[^\W\d_]\w+|[^\x00-\x7f].*|[\"(].*)", re.DOTALL)
#: The greatest number that a library can be asked with.
_MOST = 2**63 - 1


def run_verb(arguments: Sequence[str]) -> int:
    """Run one verb and return the exit code; the only place in the command line that catches everything."""
    _write_utf8()
    try:
        given = _parser().parse_args([_as_word(one) for one in arguments])
    except SystemExit as wrong:
        return int(wrong.code or 0)
    level = logging.ERROR if given.quiet else logging.INFO if given.verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(levelname)s %(name)s: %(message)s")
    module, _, function = given.verb.partition(":")
    verb: Callable[[argparse.Namespace], int] = getattr(import_module(f"dateline.cli.{module}"), function)
    try:
        return verb(given)
    except QuestionError as error:
        print(f"dateline: {error}\n{_pointed_out(str(getattr(given, 'query', '')), error)}", file=sys.stderr)
        return WRONG_USE
    except DatelineError as error:
        print(f"dateline: {error}", file=sys.stderr)
        return WRONG_USE if isinstance(error, WrongUse) else SOME_FAILED
    except BrokenPipeError:
        # The reader of our output has seen enough (`dateline list | head`).
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        print("dateline: stopped; what was read is kept.", file=sys.stderr)
        return SOME_FAILED
    except Exception:
        logging.getLogger(__name__).exception("Dateline met a bug in `dateline %s`", given.name)
        return SOME_FAILED


def _as_word(argument: str) -> str:
    """Let a query that is one word to leave out not be taken for an option: what holds a space never is."""
    return f" {argument}" if _LEFT_OUT.fullmatch(argument) else argument


def _pointed_out(query: str, error: QuestionError) -> str:
    """Return the query with the word that cannot be read marked below it; a Han character is two columns wide."""
    from dateline.cli.output import width_of

    before, word = query[: error.start], query[error.start : error.end]
    return f"  {query}\n  {' ' * width_of(before)}{'^' * max(1, width_of(word))}"


def global_options() -> argparse.ArgumentParser:
    """Return what reads the options that stand before a verb, or without one."""
    parser = argparse.ArgumentParser(prog="dateline", add_help=False, exit_on_error=False)
    parser.add_argument("--library", metavar="PATH", default=None, help="the library to use (or DATELINE_LIBRARY)")
    parser.add_argument("--quiet", action="store_true", help="say nothing but answers and errors")
    parser.add_argument("--verbose", action="store_true", help="say more about what is being done")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dateline",
        description="Follow how the United States and China compete over AI. Without a verb: open the window.",
        parents=[global_options()],
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    verbs = parser.add_subparsers(title="verbs", dest="name", required=True, metavar="VERB")
    # The same options may follow the verb; what was not given there must not undo what stood before it.
    after = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    after.add_argument("--library", metavar="PATH", help=argparse.SUPPRESS)
    after.add_argument("--quiet", action="store_true", help=argparse.SUPPRESS)
    after.add_argument("--verbose", action="store_true", help=argparse.SUPPRESS)

    def verb(name: str, function: str, sentence: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=sentence, description=sentence, parents=[after])
        made.set_defaults(verb=function)
        return made

    refresh = verb("refresh", "refresh:refresh", "Gather what is new from the sources.")
    refresh.add_argument("--source", action="append", metavar="URL", help="only this source (repeat for more)")
    refresh.add_argument("--due", action="store_true", help="only sources whose turn has come, for a scheduler")
    refresh.add_argument("--json", action="store_true", help="JSON Lines: sources, articles, a summary")

    sources = verb("sources", "sources:list_sources", "List the sources and how they do.")
    sources.add_argument("--json", action="store_true")
    one = verb("source", "source:source", "Show, try or change one source: how often it is asked, and how.")
    one.add_argument("source", metavar="URL", help="the source's address or name")
    one.add_argument("--every", metavar="TIME", help="such as 30min, 2h, 1d; “feed” for the feed's own rhythm")
    one.add_argument("--user-agent", metavar="NAME", help="as who to ask; an empty one for Dateline's own")
    one.add_argument("--proxy", metavar="URL", help="http:// or socks5://host:port, direct, or empty for the system's")
    one.add_argument(
        "--header", action="append", metavar="'NAME: VALUE'", help="sent to its host alone (repeat); no value: not sent"
    )
    one.add_argument("--title", metavar="NAME")
    one.add_argument("--folder", metavar="NAME")
    one.add_argument("--test", action="store_true", help="ask it now and say what came; nothing is kept of it")
    state = one.add_mutually_exclusive_group()
    state.add_argument("--pause", action="store_true", help="ask it no more")
    state.add_argument("--resume", action="store_true", help="ask it again")
    state.add_argument("--remove", action="store_true", help="follow it no more; its articles stay")
    one.add_argument("--json", action="store_true")
    add = verb("add", "sources:add", "Add a source by the address of a feed or a site.")
    add.add_argument("address", metavar="URL")
    add.add_argument("--folder", default="", help="the folder to put it in")
    add.add_argument("--json", action="store_true")
    import_ = verb("import", "sources:import_opml", "Add the sources of an OPML file.")
    import_.add_argument("file", metavar="FILE.opml")
    export = verb("export-opml", "sources:export_opml", "Write the sources as OPML.")
    export.add_argument("file", metavar="FILE", help="- for stdout")

    list_ = verb(
        "list",
        "timeline:list_articles",
        "List articles, newest first unless the query says otherwise; the window's Help has a page on it.",
    )
    list_.add_argument(
        "query", nargs="?", default="", type=str.strip, metavar="QUERY", help='such as "topic:chips after:2025-11-01"'
    )
    list_.add_argument("--limit", type=_count, default=50, metavar="N")
    list_.add_argument("--after", metavar="CURSOR", help="go on after this cursor")
    list_.add_argument(
        "--count-by",
        metavar="KEYS",
        help="count instead of listing: by day, outlet, topic, speaker, lang, or several with commas",
    )
    list_.add_argument("--json", action="store_true")
    show = verb("show", "article:show", "Show one article with its quotes.")
    show.add_argument("id", type=_id, metavar="ID")
    show.add_argument("--json", action="store_true")
    quotes = verb("quotes", "timeline:list_quotes", "List who said what.")
    quotes.add_argument("query", nargs="?", default="", type=str.strip, metavar="QUERY")
    quotes.add_argument("--limit", type=_count, default=100, metavar="N")
    quotes.add_argument("--json", action="store_true")

    lists = verb("lists", "lists:run_lists", "Reading lists: list, show, share as a file, import one.")
    lists.add_argument("act", nargs="?", default="list", choices=("list", "show", "share", "import"))
    lists.add_argument("name", nargs="?", metavar="NAME", help="the list's name or id; the file with import")
    lists.add_argument("file", nargs="?", metavar="FILE", help="where share writes; stdout without it")
    lists.add_argument("--with-text", action="store_true", help="share the articles' text too")
    lists.add_argument("--json", action="store_true")
    saved = verb(
        "searches", "searches:list_searches", "List the saved searches, or save, rename, remove and order them."
    )
    saved.add_argument("--json", action="store_true")
    acts = saved.add_subparsers(title="acts", metavar="ACT")

    def act(name: str, function: str, sentence: str) -> argparse.ArgumentParser:
        made = acts.add_parser(name, help=sentence, description=sentence, parents=[after])
        made.set_defaults(verb=function)
        return made

    save = act("save", "searches:save", "Save a query under a name, in place of the one it had.")
    save.add_argument("search", metavar="NAME")
    save.add_argument("query", type=str.strip, metavar="QUERY")
    save.add_argument("--notify", action=argparse.BooleanOptionalAction, help="tell of new articles that answer it")
    rename = act("rename", "searches:rename", "Give a saved search another name.")
    rename.add_argument("search", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    remove = act("remove", "searches:remove", "Remove a saved search; what it found stays.")
    remove.add_argument("search", metavar="NAME")
    order = act("order", "searches:put_in_order", "Put these searches first, in this order.")
    order.add_argument("names", nargs="+", metavar="NAME")

    lexicon = verb("lexicon", "lexicon:list_terms", "List the terms that you changed; list, add or remove terms.")
    lexicon.add_argument("--json", action="store_true")
    acts = lexicon.add_subparsers(title="acts", metavar="ACT")
    listed = act("list", "lexicon:list_terms", "List a topic's terms with what they are worth; yours without a topic.")
    listed.add_argument("topic", nargs="?", metavar="TOPIC")
    listed.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    term = act("add", "lexicon:add", "Let a term speak for a topic, or weigh it otherwise.")
    term.add_argument("--weight", choices=("sure", "strong", "plain", "faint"), default="strong")
    gone = act("remove", "lexicon:remove", "Let a term speak for a topic no more.")
    gone.add_argument("--as-shipped", action="store_true", help="go back to what is shipped")
    for with_term in (term, gone):
        with_term.add_argument("topic", metavar="TOPIC")
        with_term.add_argument("term", metavar="TERM")

    export = verb(
        "export", "export:export", "Hand articles over: as a document, table or references, to Zotero or a vault."
    )
    export.add_argument("query", nargs="?", default="", type=str.strip, metavar="QUERY")
    export.add_argument("--list", metavar="NAME", help="a reading list instead of a query")
    export.add_argument("--all", action="store_true", help="the whole library")
    export.add_argument("--format", metavar="FORMAT", help=_formats())
    export.add_argument("-o", "--output", metavar="FILE", help="- for stdout")
    export.add_argument("--to-zotero", action="store_true", help="instead of a file: to the Zotero that runs here")
    export.add_argument("--zotero-port", type=_count, default=23119, metavar="N", help=argparse.SUPPRESS)
    export.add_argument(
        "--to-vault", metavar="FOLDER", help="instead of a file: a Markdown note an article, as Obsidian keeps them"
    )
    export.add_argument("--title", default="", help="the document's title")
    export.add_argument("--limit", type=_count, default=None, metavar="N", help="the newest N only")
    for name, usual, words in (
        ("quotes", True, "quotes with their speakers"),
        ("notes", True, "your highlights and notes"),
        ("topics", True, "topics"),
        ("figures", False, "figures"),
        ("full-text", False, "the outlets' full text"),
    ):
        export.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=usual, help=words)
    export.add_argument("--group-by", choices=("none", "story", "outlet", "date"), default="none")
    styles = ("chicago", "apa", "mla", "bluebook", "gbt7714")
    export.add_argument("--style", choices=styles, default="chicago", help="of citations")
    export.add_argument("--language", choices=("en", "zh"), default="en", help="of headings")
    export.add_argument("--paper", choices=("a4", "letter"), help="of PDF and DOCX (default: your country's)")

    analyse = verb("analyse", "analyse:analyse_lines", "Analyse texts: JSON Lines in, findings out.")
    analyse.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes to use")
    evaluate = verb("evaluate", "evaluate:evaluate", "Measure the analysis against texts that you labelled.")
    evaluate.add_argument("file", metavar="GOLD.jsonl", help="texts as analyse takes them, with labels beside")
    evaluate.add_argument("--mistakes", type=_count, default=20, metavar="N", help="mistakes shown of each kind")
    evaluate.add_argument("--json", action="store_true")
    extract = verb("extract", "extract:extract", "Take the article out of a saved page.")
    extract.add_argument("file", nargs="?", metavar="FILE.html")
    extract.add_argument("--url", default="", help="the page's address")
    extract.add_argument("--jsonl", action="store_true", help="many pages: JSON Lines in, JSON Lines out")
    extract.add_argument("--json", action="store_true")
    extract.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes to use with --jsonl")
    site_rules = verb("site-rules", "site_rules:list_site_rules", "List the rules for sites' pages; check your own.")
    site_rules.add_argument("name", nargs="?", default="", metavar="NAME", help="print a shipped rule, to begin with")
    site_rules.add_argument("--json", action="store_true")
    rule = verb("rule", "rules:show_rule", "Show, try and use the rules by which sites without a feed are read.")
    rules = rule.add_subparsers(title="what to do", required=True, metavar="show|preview|use")
    show_rule = rules.add_parser("show", help="a rule's text, or the names of all", parents=[after])
    show_rule.add_argument("rule", nargs="?", default="", metavar="NAME|URL", help="a shipped rule, or a source's list")
    show_rule.set_defaults(verb="rules:show_rule")
    try_rule = rules.add_parser("preview", help="what a rule brings; nothing is kept", parents=[after])
    try_rule.add_argument("file", metavar="RULE.toml")
    try_rule.add_argument("--page", default="", metavar="FILE", help="a saved copy of the list, instead of the site")
    try_rule.add_argument("--json", action="store_true")
    try_rule.set_defaults(verb="rules:try_rule")
    use_rule = rules.add_parser("use", help="follow the rule's site, or change how it is read", parents=[after])
    use_rule.add_argument("file", metavar="RULE.toml")
    use_rule.set_defaults(verb="rules:use_rule")
    capture = verb("capture", "capture:capture", "Keep the article of a page that you saved in the browser.")
    capture.add_argument(
        "file", metavar="FILE.html", help="HTML, MHTML or a web archive; a folder for all new ones in it"
    )
    capture.add_argument("--url", default="", help="the article's address, where the page does not tell it")
    capture.add_argument("--json", action="store_true")
    cookies = verb(
        "cookies", "logins:list_logins", "Keep, list and remove the cookies of sites where you have a login."
    )
    does = cookies.add_subparsers(title="what to do", required=True, metavar="add|list|remove")
    add_cookies = does.add_parser(
        "add", help="keep the cookies of a cookies.txt or of a Cookie header", parents=[after]
    )
    add_cookies.add_argument("host", metavar="HOST", help="such as ft.com")
    add_cookies.add_argument("file", metavar="FILE", help="a cookies.txt; - for a Cookie header on stdin")
    add_cookies.set_defaults(verb="logins:add_cookies")
    list_cookies = does.add_parser("list", help="the hosts, and until when their cookies last", parents=[after])
    list_cookies.add_argument("--json", action="store_true")
    remove = does.add_parser("remove", help="forget the cookies and the password of a host", parents=[after])
    remove.add_argument("host", metavar="HOST")
    remove.set_defaults(verb="logins:remove_login")
    login = verb("login", "logins:add_password", "Keep a name and password for a site that asks for them by itself.")
    login.add_argument("host", metavar="HOST")
    login.add_argument("user", metavar="NAME", help="the password is asked for, or read from stdin")
    watch = verb("watch-folder", "capture:watch", "Capture at every refresh what you save into a folder.")
    watch.add_argument("folder", nargs="?", metavar="FOLDER")
    watch.add_argument("--off", action="store_true", help="watch none")
    articles = verb("import-articles", "import_articles:import_articles", "Add articles in bulk from JSON Lines.")
    articles.add_argument("file", metavar="FILE.jsonl", help="- for stdin")
    backup = verb("backup", "keeping:backup", "Copy the library to a file, while it is in use.")
    backup.add_argument("file", nargs="?", metavar="FILE")
    backup.add_argument("--list", action="store_true", help="list the automatic backups instead")
    backup.add_argument("--json", action="store_true")
    restore = verb("restore", "keeping:restore", "Go back to a backup; the library as it is now is kept aside.")
    restore.add_argument("file", nargs="?", metavar="FILE", help="without it: the newest automatic backup")
    verb("compact", "keeping:compact", "Give back what is free inside the library's file.")
    retention = verb(
        "retention",
        "retention:retention",
        "Show how large the archive is and how long articles stay; set it.",
    )
    retention.add_argument("--preview", type=_count, metavar="N", help="what would go if they stayed N months")
    policy = retention.add_mutually_exclusive_group()
    policy.add_argument("--months", type=_count, metavar="N", help="let articles that nobody kept go after N months")
    policy.add_argument("--forever", action="store_true", help="keep everything, as it comes")
    retention.add_argument("--now", action="store_true", help="let them go now, after a backup")
    retention.add_argument("--json", action="store_true")
    doctor = verb("doctor", "keeping:doctor", "Examine the library: is it sound, how large is it, is there a backup.")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended; what was there is kept aside")
    doctor.add_argument("--json", action="store_true")
    verb("rebuild", "rebuild:rebuild", "Make all findings, search and counts anew from the articles.")
    sample = verb("sample", "sample:sample", "Read the sample coverage, in a library that is thrown away.")
    sample.add_argument("--json", action="store_true")
    return parser


def _formats() -> str:
    from dateline.export.registry import FORMATS

    return "one of " + ", ".join(form.id for form in FORMATS)


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a count; give a whole number from 1")
    return min(number, _MOST)


def _id(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = _MOST + 1
    if abs(number) > _MOST:
        raise argparse.ArgumentTypeError(f"{text!r} is not an article's id; `dateline list --json` shows the ids")
    return number


def _write_utf8() -> None:
    """Answers are UTF-8 wherever they go, and a lone surrogate in a page must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
