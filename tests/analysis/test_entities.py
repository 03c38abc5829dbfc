"""Whom a document names: forms in both languages, false friends, context, surnames."""

from __future__ import annotations

import pytest

from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import load_lexicon
from dateline.news.finding import Document, Field


def named(text: str, title: str = "") -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mention in find_mentions(Document("", title, text), load_lexicon()):
        within = title if mention.field is Field.TITLE else text
        found.setdefault(mention.entity, []).append(mention.span.of(within))
    return found


@pytest.mark.parametrize("name", ["Jensen Huang", "黄仁勋", "黃仁勳", "Huang Renxun", "Jen-Hsun Huang"])
def test_one_person_has_many_names(name: str) -> None:
    assert named(f"{name} spoke.")["jensen-huang"] == [name]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("智谱发布新模型", "zhipu"),
        ("Z.ai released weights", "zhipu"),
        ("月之暗面的Kimi", "moonshot-ai"),
        ("台積電擴產", "tsmc"),
        ("輝達股價上漲", "nvidia"),
        ("美国商务部工业与安全局发布规则", "bis"),
        ("美商務部公布新規", "us-commerce-department"),
        ("上市申请已报证监会", "csrc"),
        ("平頭哥推出真武810E", "zhenwu-810e"),
        ("砺算科技的显卡", "lisuan"),
        ("數發部提醒民眾", "taiwan-moda"),
        ("Beijing cited the 反外国制裁法 and the 不可靠实体清单", "unreliable-entity-list"),
    ],
)
def test_companies_and_agencies_are_known_in_both_scripts(text: str, entity: str) -> None:
    assert entity in named(text)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("The BIS annual report by the Bank for International Settlements warns of debt.", "bis"),
        ("She broke her arm.", "arm"),
        ("Claude Monet painted water lilies.", "claude"),
        ("An observer said the vote was fair.", "guancha"),
        ("He ate an apple.", "apple"),
        ("农民种苹果树。", "apple"),
        ("美商务部公布新规。", "mofcom"),
        ("证监会受理申请。", "sec"),
        ("Richard Feynman taught physics.", "feynman"),
        ("Tim Scott plays the drums.", "tim-scott"),
        ("The canoe crossed Silver Lake at dawn.", "silver-lake"),
        ("Half of buyers pay by the 50% rule of thumb.", "affiliates-rule"),
        ("越南公安部发布通告。", "mps"),
    ],
)
def test_false_friends_name_nobody(text: str, entity: str) -> None:
    assert entity not in named(text)


def test_an_agency_behind_its_article_is_no_newspaper() -> None:
    text = (
        "The National Security Agency met the National Development and Reform Commission. "
        "The National Bureau of Maps did not."
    )
    found = find_mentions(Document("one", "", text), load_lexicon())
    assert [mention.entity for mention in found] == ["nsa", "ndrc"]


def test_a_weak_form_is_believed_beside_its_context() -> None:
    assert "bis" in named("BIS tightened export rules for chips.")


def test_a_bare_surname_counts_after_the_full_name() -> None:
    assert named("Jensen Huang flew in. Mr Huang said little.")["jensen-huang"] == ["Jensen Huang", "Huang"]
    assert "jensen-huang" not in named("Mr Huang said little.")


def test_a_relative_of_the_same_surname_is_somebody_else() -> None:
    assert named("Jensen Huang spoke. Madison Huang listened.")["jensen-huang"] == ["Jensen Huang"]


def test_title_comes_first() -> None:
    found = find_mentions(Document("", "Nvidia rises", "OpenAI falls"), load_lexicon())
    assert [(mention.field, mention.entity) for mention in found] == [(Field.TITLE, "nvidia"), (Field.TEXT, "openai")]
