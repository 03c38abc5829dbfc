"""The lexicon's files: every entry valid, no form claimed twice without context, every relation leads somewhere."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from dateline import compiled as compiling
from dateline import settings
from dateline.analysis.lexicon import FILES, Lexicon, load_lexicon
from dateline.analysis.normal import normal
from dateline.analysis.topic_terms import DEALING, ELSEWHERE, SIGNALS, load_topic_terms
from dateline.news.finding import TOPICS

SIDES = frozenset("us cn tw hk kr jp eu uk ca il ae sg in my nl fr de au ru sa qa un no se ch intl other".split()) | {
    ""
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_it_is_large_enough_and_holds_every_kind(lexicon: Lexicon) -> None:
    kinds = Counter(entity.kind for entity in lexicon.entities.values())
    assert set(kinds) == set(FILES.values())
    assert sum(n for kind, n in kinds.items() if kind != "outlet") >= 600


def test_every_entity_has_a_name_a_plain_id_and_forms_without_stray_blanks(lexicon: Lexicon) -> None:
    for entity in lexicon.entities.values():
        assert entity.name, entity.id
        assert entity.id == entity.id.lower(), entity.id
        assert entity.side in SIDES, (entity.id, entity.side)
        for text in (entity.name, entity.zh, *entity.aliases, *entity.weak, *entity.context, *entity.not_in):
            assert text == text.strip(), (entity.id, text)
        for text in (*entity.aliases, *entity.weak, *entity.context, *entity.not_in):
            assert text, entity.id


def test_no_form_is_claimed_by_two_entities_without_context(lexicon: Lexicon) -> None:
    owners: dict[str, set[str]] = {}
    for entity in lexicon.entities.values():
        off = {*entity.weak, *entity.unmatched}
        for text in {entity.name, entity.zh, *entity.aliases} - off - {""}:
            owners.setdefault(normal(text), set()).add(entity.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_every_weak_form_has_something_by_which_it_may_be_believed(lexicon: Lexicon) -> None:
    for entity in lexicon.entities.values():
        strong = {entity.name, entity.zh, *entity.aliases} - {"", *entity.weak, *entity.unmatched}
        if entity.weak:
            assert strong or entity.context or lexicon.related(entity.id), entity.id


def test_relations_lead_to_entities(lexicon: Lexicon) -> None:
    for entity in lexicon.entities.values():
        for _, other in entity.relations:
            assert lexicon.entity(other) is not entity


def test_topic_terms_name_known_topics_entities_and_kinds(lexicon: Lexicon) -> None:
    terms = load_topic_terms()
    named = {topic for worth in terms.worth.values() for topic, _ in worth}
    assert named == {*SIGNALS, DEALING, ELSEWHERE, *TOPICS[1:]}
    assert {entity for entity in terms.of_entity if entity not in lexicon.entities} == set()
    assert set(terms.of_kind) <= set(FILES.values())
    assert set(terms.weights["facet-bias"]) == set(TOPICS[1:])


def test_what_was_compiled_is_kept_under_a_digest_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "cache_folder", lambda: tmp_path)
    assert compiling.compiled("names", "one", lambda: ["a"]) == ["a"]
    assert compiling.compiled("names", "one", lambda: ["never made"]) == ["a"]
    assert compiling.compiled("names", "two", lambda: ["b"]) == ["b"]
    assert compiling.compiled("names", "one", lambda: ["still never made"]) == ["a"]


def test_of_what_was_compiled_the_last_few_forms_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "cache_folder", lambda: tmp_path)
    folder = tmp_path / "lexicon"
    for day in range(9):
        compiling.compiled("names", f"of day {day}", lambda: ["a"])
        os.utime(folder / f"names-of day {day}.json", (day * 86_400, day * 86_400))
    assert sorted(file.name for file in folder.iterdir()) == [f"names-of day {day}.json" for day in range(3, 9)]


def test_no_form_that_is_in_use_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "cache_folder", lambda: tmp_path)
    old = tmp_path / "lexicon" / "names-of old.json"
    compiling.compiled("names", "of old", lambda: ["a"])
    os.utime(old, (86_400, 86_400))
    assert compiling.compiled("names", "of old", lambda: ["never made"]) == ["a"]  # and so it is in use
    for checkout in range(9):
        compiling.compiled("names", f"of {checkout}", lambda: ["b"])
    assert len(list(old.parent.iterdir())) == 10


def test_a_damaged_or_unwritable_cache_costs_time_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "cache_folder", lambda: tmp_path)
    compiling.compiled("names", "one", lambda: ["a"])
    (tmp_path / "lexicon" / "names-one.json").write_text('["a', encoding="utf-8")
    assert compiling.compiled("names", "one", lambda: ["a again"]) == ["a again"]
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr(settings, "cache_folder", lambda: blocked)
    assert compiling.compiled("names", "three", lambda: ["c"]) == ["c"]
