"""Rules act on new articles, once."""

from __future__ import annotations

import pytest

from dateline.errors import InputError, QuestionError
from dateline.news.rule import NewRule
from dateline.storage import rules, tags
from shelf import NOON, Shelf, at, found_in


def test_a_rule_acts_on_what_comes_and_not_on_what_is_there(shelf: Shelf) -> None:
    shelf.put("Old", lang="zh")
    said = NewRule("Chinese", "lang:zh", tags=("zh/new",), wants_star=True, wants_read=True, wants_notice=True)
    shelf.write(rules.keep_rule, said=said, at=NOON)
    new = shelf.put("New", at=at(11), lang="zh")
    shelf.put("English", at=at(12), lang="en")
    assert shelf.titles("tag:zh/new is:starred is:read") == ["New"]
    (kept,) = shelf.read(rules.rules)
    assert (kept.said, kept.n_done) == (said, 1)
    shelf.write(tags.take_tag, articles=[new], name="zh/new")
    shelf.write(rules.follow_rules, articles=[new], at=NOON)
    assert shelf.titles("tag:zh/new") == []


def test_a_rule_on_topics_acts_when_the_text_was_read(shelf: Shelf) -> None:
    shelf.write(rules.keep_rule, said=NewRule("", "topic:chips", wants_notice=True), at=NOON)
    number = shelf.announce(shelf.follow(), "Chips")
    text = "Chips are scarce."
    change = shelf.keep(number, text, findings=found_in(text, topics="chips"), analysis_version=1)
    assert [(notice.title, notice.rule) for notice in change.notices] == [("Chips", "topic:chips")]
    assert shelf.keep(number, text + " Still.", findings=found_in(text, topics="chips")).notices == ()


def test_a_rule_that_is_off_waits_and_one_that_is_removed_leaves_what_it_did(shelf: Shelf) -> None:
    shelf.write(rules.keep_rule, said=NewRule("Star", "lang:zh", wants_star=True, is_on=False), at=NOON)
    shelf.put("New", lang="zh")
    assert shelf.titles("is:starred") == []
    (kept,) = shelf.read(rules.rules)
    shelf.write(rules.apply_to_all, rule=kept.id, at=NOON)
    shelf.write(rules.remove_rule, rule=kept.id)
    assert shelf.titles("is:starred") == ["New"]
    assert shelf.read(rules.rules) == ()


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (NewRule("All", "", wants_star=True), InputError),
        (NewRule("Nothing", "lang:zh"), InputError),
        (NewRule("Odd", "colour:red", wants_star=True), QuestionError),
    ],
)
def test_a_rule_that_cannot_be_meant_is_refused(shelf: Shelf, said: NewRule, error: type[Exception]) -> None:
    with pytest.raises(error):
        shelf.write(rules.keep_rule, said=said, at=NOON)
