"""Passages are found again in changed texts, or not at all: never in a wrong place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text.anchor import CONTEXT, ChangedText, Found, make_anchor
from dateline.text.span import Span

STORY = """The commission wrote to five makers of chips on Monday.
It asks how many accelerators went abroad, and under which licences. “We will answer in time,” said Anna Weaver, who
runs the smallest of them.
Her rivals said nothing. The letter names no date for a decision.
Licences were last counted in spring, when officials said that the rules would stay as they are.
"""
REPORT = """委员会周一致函五家芯片制造商，询问有多少加速器运往海外。
“我们会按时答复，”规模最小的一家公司的负责人韦安娜说。其余几家没有回应。
信中没有提到何时作出决定。许可证上一次清点是在春天，当时官员表示规则不会改变。
"""


def mark(text: str, words: str, new: str) -> str | None:
    """Return the words that are found in `new` for a passage of `text`, None where it is loose."""
    start = text.index(words)
    found = ChangedText(new).find(make_anchor(text, Span(start, start + len(words))))
    return None if found is None else found.span.of(new)


@pytest.mark.parametrize("text", [STORY, REPORT])
def test_an_unchanged_text_has_every_passage_where_it_was(text: str) -> None:
    unchanged = ChangedText(text)
    for start in range(0, len(text) - 12, 7):
        span = Span(start, start + 12)
        assert unchanged.find(make_anchor(text, span)) == Found(span, 1.0, is_exact=True)


@pytest.mark.parametrize(
    ("words", "new"),
    [
        # A paragraph before it, one that is gone, and a correction in the sentence beside it.
        ("names no date", "Updated at noon.\n" + STORY),
        ("names no date", STORY[STORY.index("Her rivals") :]),
        ("names no date", STORY.replace("Her rivals said nothing.", "Her rivals declined to say more.")),
        # Space, quotation marks and line ends are how a page is set, not what it says.
        ("“We will answer in time,” said", STORY.replace("\n", "\n\n  ")),
        ("licences. “We will", STORY.replace("“", '"').replace("”", '"')),
        ("the smallest of them.\nHer rivals", STORY.replace("\n", " ")),
    ],
)
def test_words_that_still_stand_are_found_exactly(words: str, new: str) -> None:
    found = mark(STORY, words, new)
    assert found is not None
    assert "".join(found.split()).replace('"', "“") == "".join(words.split()).replace("”", "“").replace('"', "“") or (
        "".join(found.split()) == "".join(words.split())
    )


@pytest.mark.parametrize(
    ("words", "new", "found"),
    [
        ("没有提到何时", "编者按：本文有更新。\n" + REPORT, "没有提到何时"),
        ("规模最小的一家公司", REPORT.replace("\n", ""), "规模最小的一家公司"),
        ("许可证上一次清点是在春天", REPORT.replace("上一次清点", "最近一次清点"), "许可证最近一次清点是在春天"),
    ],
)
def test_chinese_has_no_spaces_to_hold_on_to(words: str, new: str, found: str) -> None:
    assert mark(REPORT, words, new) == found


def test_edited_words_are_found_by_likeness_with_a_lower_score() -> None:
    new = STORY.replace("how many accelerators went abroad", "how many of the accelerators were sent abroad")
    words = "It asks how many accelerators went abroad, and under which licences."
    start = STORY.index(words)
    found = ChangedText(new).find(make_anchor(STORY, Span(start, start + len(words))))
    assert found is not None
    assert found.span.of(new) == "It asks how many of the accelerators were sent abroad, and under which licences."
    assert not found.is_exact
    assert 0.5 < found.score < 0.9


@pytest.mark.parametrize(
    ("words", "new", "found"),
    [
        # The passage's own first words are others, or its last: it begins where what stood before it ends.
        (
            "Licences were last counted in spring, when officials said that the rules would stay",
            ("Licences were", "All of them were"),
            "All of them were last counted in spring, when officials said that the rules would stay",
        ),
        (
            "The letter names no date for a decision",
            ("for a decision", "by which to decide"),
            "The letter names no date by which to decide",
        ),
    ],
)
def test_a_passage_whose_ends_were_edited_reaches_to_what_stands_beside_it(
    words: str, new: tuple[str, str], found: str
) -> None:
    assert mark(STORY, words, STORY.replace(*new)) == found


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("Her rivals said nothing.", STORY.replace("Her rivals said nothing. ", "")),
        ("said", STORY.replace("said Anna Weaver, who\nruns the smallest of them.", "she wrote.")[:210]),
        ("其余几家没有回应", REPORT.replace("其余几家没有回应。", "")),
        ("names no date", "A wholly different article about the weather, and no date of any letter in it."),
        ("names no date", ""),
    ],
)
def test_what_is_gone_is_loose_and_not_put_elsewhere(words: str, new: str) -> None:
    assert mark(STORY if words in STORY else REPORT, words, new) is None


def test_a_common_word_is_told_apart_by_what_stands_around_it() -> None:
    text = "Chips are scarce. Models need chips. Officials count chips every spring."
    start = text.index("chips every")
    anchor = make_anchor(text, Span(start, start + 5))
    new = "Nobody sells chips here. Models need chips. This year officials count chips every spring."
    found = ChangedText(new).find(anchor)
    assert found is not None
    assert new[found.span.start :].startswith("chips every spring")


def test_a_word_is_not_found_inside_another() -> None:
    assert mark("An art of its own, they say.", "art", "A start of its own, they say.") is None


LINE = "Asked again, the ministry did not answer the question at all.\n"


def test_the_same_words_in_the_same_surroundings_are_told_apart_only_where_nothing_moved() -> None:
    text = LINE * 4
    start = 2 * len(LINE) + LINE.index("did not answer")
    anchor = make_anchor(text, Span(start, start + 14))
    stayed = ChangedText(text + "Now.\n").find(anchor)
    assert stayed is not None
    assert stayed.span.start == start
    # They moved: any of them could be meant.
    assert ChangedText("!" + text[:-1] + " Now.\n").find(anchor) is None


def test_a_place_with_all_of_its_surroundings_leads_one_that_is_nearly_alike_and_nearer() -> None:
    paragraph = "Officials said the quota stays where it is until the spring, when it is looked at anew"
    text = f"A first line.\n{paragraph}. Nobody asked why.\nThe end."
    start = text.index("until the spring")
    new = f"A first line.\n{paragraph}, he wrote.\nAn aside of several words.\n{paragraph}. Nobody asked why.\nThe end."
    found = ChangedText(new).find(make_anchor(text, Span(start, start + 16)))
    assert found is not None
    assert found.span.start == new.rindex("until the spring")


def test_a_paragraph_that_stands_twice_now_makes_a_note_in_it_loose() -> None:
    paragraph = STORY.splitlines()[1]
    start = STORY.index("under which")
    new = f"{paragraph}\n{STORY}"
    assert ChangedText(new).find(make_anchor(STORY, Span(start, start + 11))) is None


WORDS = st.sampled_from(
    "chips models rules letter maker Weaver spring 芯片 规则 模型 春天 许可证 官员 said 表示".split()
)
SENTENCES = st.lists(st.lists(WORDS, min_size=4, max_size=12), min_size=2, max_size=12)


@settings(max_examples=150, deadline=None)
@given(sentences=SENTENCES, edits=st.lists(st.tuples(st.integers(0, 11), st.booleans()), max_size=4), data=st.data())
def test_whatever_is_edited_an_exact_find_has_the_very_words(
    sentences: list[list[str]], edits: list[tuple[int, bool]], data: st.DataObject
) -> None:
    numbered = [f"{number} {' '.join(words)}." for number, words in enumerate(sentences)]
    text = "\n".join(numbered)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    changed = list(numbered)
    for at, is_gone in edits:
        if at < len(changed):
            changed[at] = "" if is_gone else changed[at] + " More was said since."
    new = "\n".join(changed)
    found = ChangedText(new).find(make_anchor(text, span))
    if found is not None:
        assert 0 <= found.span.start < found.span.end <= len(new)
        assert 0.0 < found.score <= 1.0
        if found.is_exact:
            assert "".join(found.span.of(new).split()) == "".join(span.of(text).split())


@settings(max_examples=100, deadline=None)
@given(before=st.text(max_size=80), after=st.text(max_size=80))
def test_text_put_before_and_after_moves_a_passage_and_nothing_else(before: str, after: str) -> None:
    words = "“We will answer in time,” said Anna Weaver"
    start = STORY.index(words)
    new = before + "\n" + STORY + after
    found = ChangedText(new).find(make_anchor(STORY, Span(start, start + len(words))))
    assert found is not None
    assert found.span.of(new) == words


def test_context_is_kept_short() -> None:
    anchor = make_anchor(STORY, Span(100, 110))
    assert (len(anchor.before), len(anchor.after)) == (CONTEXT, CONTEXT)
    assert make_anchor(STORY, Span(0, 3)).before == ""
