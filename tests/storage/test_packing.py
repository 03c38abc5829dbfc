"""Texts and values in the file: what was packed comes back, and what two texts share is kept once."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from dateline.storage import articles, timeline
from dateline.storage.packing import pack, pack_json, unpack, unpack_json
from shelf import Shelf

TEXT = st.text(st.characters(), max_size=200)
JSON = st.recursive(st.none() | st.booleans() | st.integers() | TEXT, lambda some: st.lists(some, max_size=4))


@given(TEXT, TEXT)
def test_a_text_comes_back_as_it_was(text: str, beside: str) -> None:
    assert unpack(pack(text)) == text
    assert unpack(pack(text, beside=beside), beside=beside) == text


@given(JSON)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert unpack_json(pack_json(value)) == value


def test_what_a_text_shares_with_the_one_beside_it_takes_no_room() -> None:
    text = "\n".join(str(Random(n).random()) for n in range(200))
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    assert len(pack(html, beside=text)) < len(pack(html)) / 2


def test_findings_of_nothing_take_next_to_no_room() -> None:
    names = "topics quotes mentions title_mentions citations sources figures".split()
    assert len(pack_json({"lang": "en", "on_topic": False} | {name: [] for name in names})) < 40


def test_an_article_comes_back_with_text_and_html(shelf: Shelf) -> None:
    number = shelf.put("Chips", "Chips were sold.", html="<p>Chips were <b>sold</b>.</p>")
    held = shelf.read(articles.article, article_id=number)
    assert held is not None
    assert (held.text, held.html) == ("Chips were sold.", "<p>Chips were <b>sold</b>.</p>")


def test_a_card_shows_half_as_many_chinese_characters_as_letters(shelf: Shelf) -> None:
    english, chinese = shelf.put("Chips", "chip " * 200), shelf.put("芯片", "芯" * 1000)
    cards = {card.id: card for card in shelf.read(timeline.cards, ids=(english, chinese))}
    assert (len(cards[english].snippet), len(cards[chinese].snippet)) == (300, 150)
