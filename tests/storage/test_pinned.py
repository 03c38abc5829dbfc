"""An article as it stood when it was read, though its text changed since."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.news.article import Completeness
from dateline.news.carried import carried_back
from dateline.news.finding import Figure, Findings
from dateline.news.note import Meaning, NewNote
from dateline.storage import notes
from dateline.storage.pinned import ArticleAt, article_at
from dateline.text.anchor import make_anchor
from dateline.text.difference import compare
from dateline.text.span import Span
from shelf import Shelf, at, found_in

OLD = "Ida Kern said: “The rule came late.” Sales rose."
NEW = "Updated on Monday. Ida Kern said: “The rule came late.” The minister said: “It came in time.” Sales fell."


def standing(shelf: Shelf, revision: int | None) -> ArticleAt:
    (article,) = shelf.read(lambda c: [row[0] for row in c.execute("SELECT id FROM article")])
    found = shelf.read(article_at, article_id=article, revision=revision)
    assert found is not None
    return found


def test_the_old_text_comes_with_what_it_shows_and_with_notes_in_their_place(shelf: Shelf) -> None:
    article = shelf.put("The rule", OLD, lang="en")
    note = NewNote(article, meaning=Meaning.KEY, anchor=make_anchor(OLD, Span(37, 47)), text="Check.", revision=1)
    shelf.write(notes.add_notes, new=[note], at=at(11))
    found = found_in(NEW, topics="chips", said="The rule came late.", speaker="Ida Kern")
    shelf.keep(article, NEW, findings=found, captured_at=at(12))
    then, now = standing(shelf, 1), standing(shelf, None)
    assert (then.article.text, now.article.text) == (OLD, NEW)
    assert [one.number for one in then.revisions] == [1]
    assert [one.number for one in now.revisions] == [1, 2]
    assert then.findings is not None
    (quote,) = then.findings.quotes
    assert quote.span.of(OLD) == quote.text == "The rule came late."
    assert quote.speaker is not None
    assert quote.speaker.span.of(OLD) == "Ida Kern"
    assert then.notes[0].place == Span(37, 47)
    assert now.notes[0].is_loose


def test_a_quote_that_came_later_is_not_claimed_of_the_old_text(shelf: Shelf) -> None:
    article = shelf.put("The rule", OLD, lang="en")
    found = found_in(NEW, said="It came in time.", speaker="The minister")
    shelf.keep(article, NEW, findings=found)
    then = standing(shelf, 1)
    assert then.findings is not None
    assert then.findings.quotes == ()


def test_the_newest_revision_and_one_that_never_was_are_the_article_as_it_stands(shelf: Shelf) -> None:
    article = shelf.put("The rule", OLD, lang="en")
    shelf.keep(article, NEW, completeness=Completeness.FULL)
    assert standing(shelf, 2) == standing(shelf, None)
    assert standing(shelf, 9) == standing(shelf, None)


@given(
    st.lists(st.sampled_from(["Sales rose 12%. ", "芯片涨价。", "He left. ", "Nobody knows. "]), max_size=8), st.data()
)
def test_whatever_is_carried_stands_word_for_word_in_both(parts: list[str], data: st.DataObject) -> None:
    before = "".join(part for part in parts if data.draw(st.booleans()))
    after = "".join(parts)
    places = st.integers(0, len(after)).flatmap(lambda start: st.tuples(st.just(start), st.integers(start, len(after))))
    figures = [Figure(Span(*place), 1.0) for place in data.draw(st.lists(places, max_size=6)) if place[0] < place[1]]
    difference = compare(before, after)
    for one in figures:
        found = carried_back(Findings("", "en", is_on_topic=False, figures=(one,)), difference, has_same_title=True)
        for carried in found.figures:
            assert carried.span.of(before) == one.span.of(after)
