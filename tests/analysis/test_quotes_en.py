"""Quotations of English texts: what stands in marks, who said it, by which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.quotes_en import find_quotes
from dateline.news.finding import Quote, QuoteKind


class NoLexicon:
    def entity(self, entity_id: str, /) -> None:
        raise KeyError(entity_id)


def quotes_of(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, (), NoLexicon())  # type: ignore[arg-type]


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """The quotations as (words, speaker's words, cue)."""
    return [
        (quote.text, quote.speaker.surface if quote.speaker else None, quote.cue.of(text) if quote.cue else None)
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is safe,” said Nora Quill.", [("The bridge is safe,", "Nora Quill", "said")]),
        ('"“The bridge is safe,” Quill said, and left."', [("The bridge is safe,", "Quill", "said")]),
        ('"Nobody spoke.\n“The bridge is safe,” Quill said.', [("The bridge is safe,", "Quill", "said")]),
        ("Quill likened the toll to “a fine.”", [("a fine.", "Quill", "likened")]),
        ("“The bridge is safe,” Nora Quill said.", [("The bridge is safe,", "Nora Quill", "said")]),
        ("Nora Quill said, “The bridge is safe.”", [("The bridge is safe.", "Nora Quill", "said")]),
        ('"The bridge is safe," she told reporters.', [("The bridge is safe,", "she", "told")]),
        ("''The bridge is safe,'' she said.", [("The bridge is safe,", "she", "said")]),
        ("``The bridge is safe,'' she said.", [("The bridge is safe,", "she", "said")]),
        ("«The bridge is safe», she said.", [("The bridge is safe", "she", "said")]),
        ("‘The bridge isn’t safe,’ she said.", [("The bridge isn’t safe,", "she", "said")]),
        (
            "“We built it,” Quill said, “and we will mend it.”",
            [("We built it,", "Quill", "said"), ("and we will mend it.", "Quill", "said")],
        ),
        (
            "Quill, an engineer at the port, said: “It holds.”",
            [("It holds.", "Quill", "said")],
        ),
        ("“It holds,” according to the harbour office.", [("It holds,", "the harbour office", "according")]),
        (
            "Quill told the council the plan was ready, adding: “We start in May.”",
            [("We start in May.", "Quill", "adding")],
        ),
        ("“It's over,” she shrugged.", [("It's over,", "she", "shrugged")]),
        ("In the words of one pilot: “It holds.”", [("It holds.", "one pilot", "words")]),
        ("The board said management called it “a long night.”", [("a long night.", "The board", "said")]),
        ("On the pier, management said tides are “too high.”", [("too high.", "management", "said")]),
        (
            "The mayor alleged that Quill, Lund and the pilot Bo Hart took part in a “quiet sale.”",
            [("quiet sale.", "The mayor", "alleged")],
        ),
        (
            "Quill said: ‘We don’t need “night lists”; we need rules.’",
            [("We don’t need “night lists”; we need rules.", "Quill", "said")],
        ),
        (
            "“We warned them in May.\n\n“Nobody came,” Nora Quill said.",
            [("We warned them in May.", "Nora Quill", "said"), ("Nobody came,", "Nora Quill", "said")],
        ),
        ("Lund said he had a plan, which Quill called a “long night.”", [("long night.", "Quill", "called")]),
        (
            "The mayor put it at 4 — not quite the “vast fleet” the port office had claimed.",
            [("vast fleet", "the port office", "claimed")],
        ),
        (
            "He turned to Ada Lund, a pilot who praised the pier, saying boats should “stay away from it.”",
            [("stay away from it.", "who", "saying")],
        ),
        ("“It holds,” said Will Tao, a pilot.", [("It holds,", "Will Tao", "said")]),
        ("“It holds,” June Park said.", [("It holds,", "June Park", "said")]),
        ("“It holds,” the Harbour Post quoted Quill as saying.", [("It holds,", "Quill", "quoted")]),
        ("The Harbour Post quoted Nora Quill as saying: “It holds.”", [("It holds.", "Nora Quill", "saying")]),
        ("“It holds.” ― Nora Quill", [("It holds.", "Nora Quill", None)]),
        ("“It will hold,” if the wind stays low, said Nora Quill.", [("It will hold,", "Nora Quill", "said")]),
        ("“It holds,” said former Gov. Nora Quill.", [("It holds,", "former Gov. Nora Quill", "said")]),
        ("He was echoed by Ada Lund, a former pilot: “It holds.”", [("It holds.", "Ada Lund", "echoed")]),
        ("Nora Quill told the Harbour Post: “It holds.”", [("It holds.", "Nora Quill", "told")]),
        ("She struck a merry note, saying, “It holds.”", [("It holds.", "She", "saying")]),
        ("After saying that she was tired, Quill added, “It holds.”", [("It holds.", "Quill", "added")]),
        (
            "“He told me, ‘Wait,’ and I waited,” Quill said.",
            [("He told me, ‘Wait,’ and I waited,", "Quill", "said")],
        ),
        (
            "Quill, who built it and whose father built the last one, said, “It holds.”",
            [("It holds.", "Quill", "said")],
        ),
        ("\"It 'holds,' \" she said.", [("It 'holds,'", "she", "said")]),
        ("“Mind the step,” quavered Nora Quill.", [("Mind the step,", "Nora Quill", "quavered")]),
        ("“It will hold a” ferry, Quill said in May.", [("It will hold a", "Quill", "said")]),
        ("He’d said, “It holds.”", [("It holds.", "He", "said")]),
        ("That does not surprise the engineer Nora Quill: “It holds.”", [("It holds.", "Nora Quill", None)]),
        (
            "Quill first called the plan old, saying “it leaks in every storm.”",
            [("it leaks in every storm.", "Quill", "saying")],
        ),
        ("Envoys said envoys from EU states will meet to “talk of ferries.”", [("talk of ferries.", "Envoys", "said")]),
        ('"“It holds,” Quill said of the bridge.', [("It holds,", "Quill", "said")]),
    ],
)
def test_forms_of_attribution(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


def test_a_quotation_of_several_paragraphs_keeps_its_speaker() -> None:
    text = "Nora Quill wrote:\n“The bridge was built in May.\n“It was opened in June.”"
    assert [(words, who) for words, who, _ in said(text)] == [
        ("The bridge was built in May.", "Nora Quill"),
        ("It was opened in June.", "Nora Quill"),
    ]


def test_a_surname_and_a_pronoun_are_resolved_to_the_full_name() -> None:
    text = (
        "Nora Quill opened the bridge on Monday with Paul Aster.\n"
        "“It holds,” Quill said.\n“It will hold for a century,” she said."
    )
    assert [quote.speaker.name for quote in quotes_of(text) if quote.speaker] == ["Nora Quill", "Nora Quill"]


@pytest.mark.parametrize(
    "text",
    [
        "The play “The Long Tide” opens on Friday.",
        "Nell “Sparks” Whitaker won the prize.",
        "She appeared on KTV's “Morning Round” on Monday.",
        "The so-called “night list” was kept in a drawer.",
        "The fears were echoed by the new Harbour Board “tide and pier tsar”, Ada Lund.",
        'A line of the page was <img alt="night list" src="list.png"> and nothing more.',
        "Lund spoke to the “Morning Pier” radio programme.",
        "Lund’s “The Long Pier,” a memoir, sold out.",
        "Lund is known as the “Mayor of Pier Nine.”",
        "“Follow Ann Lund on Twitter @annlund.”",
    ],
)
def test_titles_nicknames_and_terms_are_not_speech(text: str) -> None:
    assert said(text) == []


def test_a_fragment_inside_a_reporting_sentence_is_mixed() -> None:
    kinds = [(quote.text, quote.kind) for quote in quotes_of("Quill said the bridge was “a little tired” by now.")]
    assert kinds == [("a little tired", QuoteKind.MIXED)]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“It holds, said Quill.\n\n“It will hold for long,” Paul Aster said."
    assert said(text)[-1] == ("It will hold for long,", "Paul Aster", "said")


def test_an_adjacent_cue_is_surer_than_a_guess() -> None:
    near = quotes_of("“The bridge is safe and it will last,” said Nora Quill.")[0]
    far = quotes_of("Nora Quill came early.\n“The bridge is safe and it will last for long.”")[0]
    assert near.confidence > 0.9 > 0.5 > far.confidence > 0


@pytest.mark.parametrize(
    ("piece", "n_quotes"),
    [
        ("“It is so,” said Mr. Hill. He went on. ", 4_000),
        ("“said Hill “ ", 8),
        ('"he said, ', 8),
        ("and said ", 0),
        ("to say “x” ", 1),
        (") said “it” ", 1),
        ("A ", 0),
        ("Ann Hill said. “It is,” she said. ", 4_000),
        ("‘so it is ", 0),
    ],
)
def test_one_endless_paragraph_is_read_to_its_end(piece: str, n_quotes: int) -> None:
    *others, last = said(piece * 4_000 + "“Yes,” she said.")
    assert len(others) == n_quotes
    assert last == ("Yes,", "she", "said")


_MARKS = st.sampled_from([*"“”\"'‘’«»`„\n .,?!:;()", "said", "Smith", "he ", "''", "``", "\u200f", "\u0301", "\ud800"])


@given(st.one_of(st.text(), st.lists(_MARKS, max_size=60).map("".join)))
def test_every_span_slices_to_its_words(text: str) -> None:
    for quote in quotes_of(text):
        assert quote.span.of(text) == quote.text != ""
        assert 0.0 <= quote.confidence <= 1.0
        if quote.cue is not None:
            assert quote.cue.of(text)
        if quote.speaker is not None:
            assert quote.speaker.span.of(text) == quote.speaker.surface != ""


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Nora Quill said the bridge would open in May.", "the bridge would open in May", "Nora Quill", "said"),
        (
            "Quill, an engineer at the port, warned on Monday that the pier leaks in storms.",
            "the pier leaks in storms",
            "Quill",
            "warned",
        ),
        ("The bridge will open in May, Quill said on Monday.", "The bridge will open in May", "Quill", "said"),
        (
            "The bridge will open in May, said Nora Quill, an engineer.",
            "The bridge will open in May",
            "Nora Quill",
            "said",
        ),
        ("Quill told the harbour council the pier would leak.", "the pier would leak", "Quill", "told"),
        ("Quill told reporters Halden had paid for a pier.", "Halden had paid for a pier", "Quill", "told"),
        (
            "The bridge will open in May, said veteran harbour pilot Nora Quill.",
            "The bridge will open in May",
            "veteran harbour pilot Nora Quill",
            "said",
        ),
        (
            "DUNMORE, March 11 (Post) - The bridge is to open in May, three officials said.",
            "The bridge is to open in May",
            "three officials",
            "said",
        ),
        ("Quill told the council that nobody had paid for it.", "nobody had paid for it", "Quill", "told"),
        (
            "The officials said Halden would pay for a new pier.",
            "Halden would pay for a new pier",
            "The officials",
            "said",
        ),
    ],
)
def test_reported_speech(text: str, words: str, speaker: str, cue: str) -> None:
    (quote,) = quotes_of(text)
    assert (quote.kind, quote.text) == (QuoteKind.REPORTED, words)
    assert quote.speaker is not None
    assert quote.cue is not None
    assert (quote.speaker.surface, quote.cue.of(text)) == (speaker, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Quill never said that the bridge would open in May.",
        "It is said that the bridge will open in May.",
        "Much of what Quill said was soon forgotten by the council.",
        "The reported cost of the bridge fell in May.",
        "Quill noted the time of the last ferry from Dunmore.",
        "Quill told companies including Loomchip to stop ordering the parts.",
        "Quill told the council to wait for a better offer.",
    ],
)
def test_what_nobody_surely_said_is_not_reported(text: str) -> None:
    assert quotes_of(text) == ()


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Quill, meanwhile, rejects any figures that suggest a loss, declaring that “our port is whole.”", ["Quill"]),
        ("About 3 in 10 also say that “quiet and clean” describes the ferry.", [None]),
        ("But, risks aside, he believes the ferry is “cheaper than a bridge.”", ["he"]),
        ("Ada Lund, who tends the light, called it “a long and quiet night.”", ["Ada Lund"]),
        ("Online, tidewatch9 said the ferry was “late again, as ever.”", ["tidewatch9"]),
        (
            "The port has “great ships” because it has a pier, Ada Lund, head of the port, told the Post on Friday.",
            ["Ada Lund"],
        ),
        ("The Post says in a note that Quill was told that “no ship will sail.”", ["The Post"]),
        (
            "They said that a crack was found but the mayor, Ada Lund, said that it was “too early to tell.”",
            ["the mayor"],
        ),
        ("The clerk said she was informed that the list held names but “no other facts”.", ["The clerk"]),
        ("When asked about a Harbour Post story, Quill gave no sign but said, “We will see what comes.”", ["Quill"]),
        ("Quill’s words follow a talk at which she praised the crew but said there were “no plans yet.”", ["she"]),
        ("Before the flood came, Quill said, the port’s share “was nearly half.”", ["Quill"]),
        (
            "The Post wrote that the head of the port, Ada Lund, told a crowd that the sale had been a “failure”.",
            ["the head of the port"],
        ),
    ],
)
def test_what_is_left_of_a_clause_or_a_number_is_nobody(text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker and quote.speaker.surface for quote in quotes_of(text)] == speakers
