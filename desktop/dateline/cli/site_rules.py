"""`dateline site-rules`: the rules for single sites' pages, the user's own among them, and what is wrong in these."""

from __future__ import annotations

from argparse import Namespace

from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.errors import InputError
from dateline.settings import resource
from dateline.sources.sites import own_rules, own_rules_folder, site_rules


def list_site_rules(given: Namespace) -> int:
    """List the rules and check the user's own; with a name, print a shipped rule's text, to begin one's own with."""
    if given.name:
        shipped = resource("sites") / f"{given.name}.toml"
        if not shipped.is_file():
            raise InputError(f"There is no rule “{given.name}”.", "`dateline site-rules` lists the rules.")
        print(shipped.read_text(encoding="utf-8"), end="")
        return DONE
    own = own_rules()
    mine = {rule.name for _, rule in own if not isinstance(rule, InputError)}
    for rule in site_rules():
        if given.json:
            write_json({"name": rule.name, "hosts": list(rule.hosts), "own": rule.name in mine})
        else:
            print(f"{rule.name:20} {', '.join(rule.hosts)}{'  (your own)' if rule.name in mine else ''}")
    if not own:
        say(f"Rules of your own go into {own_rules_folder()}, one file a site.", quiet=given.quiet)
    return SOME_FAILED if tell_wrong_rules() else DONE


def tell_wrong_rules() -> int:
    """Say what is wrong in the user's own rules; returns how many are left out because of it."""
    wrong = [(path, rule) for path, rule in own_rules() if isinstance(rule, InputError)]
    for path, error in wrong:
        say(f"{path.name} is left out. {error}")
    return len(wrong)
