"""The lexicon laid open for a person: what is shipped, what was made of it, and what an edit would do."""

from __future__ import annotations

from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.lexicon_listing import list_lexicon
from dateline.news.finding import TOPICS
from dateline.news.lexicon_edit import EntityEdit, LexiconEdits, TermEdit, TopicEdit
from dateline.news.lexicon_listing import ListedEntity, ListedTerm, edited_entity, laid_over


def entity(edits: LexiconEdits, key: str) -> ListedEntity:
    return next(one for one in list_lexicon(edits).entities if one.id == key)


def test_every_topic_has_its_terms_weightiest_first() -> None:
    lexicon = list_lexicon()
    facets = [topic.id for topic in lexicon.topics if not topic.is_signal]
    assert sorted(facets) == sorted(TOPICS[1:])
    for topic in lexicon.topics:
        points = [term.points for term in lexicon.terms[topic.id]]
        assert points
        assert points == sorted(points, reverse=True)
    assert not any(term.is_edited for terms in lexicon.terms.values() for term in terms)


def test_edits_stand_beside_what_is_shipped() -> None:
    edits = LexiconEdits(
        terms=(TermEdit("export-controls", "Export Controls", 0.0), TermEdit("rings", "smuggling ring", 3.0)),
        topics=(TopicEdit("rings", "Smuggling rings"),),
    )
    lexicon = list_lexicon(edits)
    assert lexicon.terms["export-controls"][-1] == ListedTerm("export-controls", "export controls", 0.0, 6.0)
    assert lexicon.terms["rings"] == (ListedTerm("rings", "smuggling ring", 3.0),)
    assert next(topic for topic in lexicon.topics if topic.is_own).name == "Smuggling rings"


def test_the_form_of_an_entity_becomes_an_edit_that_makes_it_so() -> None:
    shipped = entity(LexiconEdits(), "jensen-huang")
    forms = (*(one for one in shipped.forms if one != "Huang Renxun"), "Huang of the jackets")
    edit = edited_entity(
        shipped,
        shipped.id,
        kind=shipped.kind,
        name=shipped.name,
        zh=shipped.zh,
        forms=forms,
        side="tw",
        is_ai=shipped.is_ai,
    )
    assert edit == EntityEdit("jensen-huang", aliases=("Huang of the jackets",), dropped=("Huang Renxun",), side="tw")
    made = entity(LexiconEdits(entities=(edit,)), "jensen-huang")
    assert set(made.forms) == set(forms)
    assert made.shipped == shipped
    assert "jensen-huang" in load_lexicon().entities


def test_a_later_edit_takes_the_place_of_an_earlier_one_of_the_same_term() -> None:
    first, second = TermEdit("chips", "wafer", 3.0), TermEdit("chips", "wafer", 0.6)
    assert laid_over(laid_over(LexiconEdits(), first), second).terms == (second,)
