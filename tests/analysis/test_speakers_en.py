"""Whom the words that name a speaker mean: surnames, pronouns, roles, organisations, names of the lexicon."""

from __future__ import annotations

import pytest

from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.quotes_en import find_quotes
from dateline.news.finding import Document


def meant(text: str) -> list[tuple[str, str | None, str | None]]:
    """The speakers of the quotations as (words, full name, lexicon id)."""
    lexicon = load_lexicon()
    found = find_quotes(text, find_mentions(Document("1", "", text), lexicon), lexicon)
    return [(q.speaker.surface, q.speaker.name, q.speaker.entity) if q.speaker else ("", None, None) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Marta Quill, chief executive of Halden Foods, was there; her deputy, Paul Aster, was not.\n"
                "“A good year,” the chief executive said.\n“I was ill,” Aster said.\n“She did well,” he said.\n"
                "“Thank you,” Ms. Quill replied."
            ),
            [
                ("the chief executive", "Marta Quill", None),
                ("Aster", "Paul Aster", None),
                ("he", "Paul Aster", None),
                ("Ms. Quill", "Marta Quill", None),
            ],
        ),
        (
            "“No,” the head of Orsa Freight, Lúcia Ferro, told them. “Never,” the head said.",
            [("the head of Orsa Freight", "Lúcia Ferro", None), ("the head", "Lúcia Ferro", None)],
        ),
        ("Orsa's chairman is Henrik Saal. “I paid,” the chairman said.", [("the chairman", "Henrik Saal", None)]),
        (
            (
                "But Arno Field, a former press secretary for President Paul Lund, said nothing was lost.\n"
                "“Do your jobs,” he said."
            ),
            [("he", "Arno Field", None)],
        ),
        (
            "Max Ortiz and Dr. Lena Ortiz run a clinic. “We opened,” Lena Ortiz said. “It was empty,” Max said.",
            [("Lena Ortiz", "Lena Ortiz", None), ("Max", "Max Ortiz", None)],
        ),
        (
            "A spokesman, Bo Fengmian, said: “We shall see.” “Not soon,” Mr. Bo told reporters.",
            [("A spokesman", "Bo Fengmian", None), ("Mr. Bo", "Bo Fengmian", None)],
        ),
        (
            "Shen Miao met the visitors. “The tea is old,” Shen said.",
            [("Shen", "Shen Miao", None)],
        ),
        (
            "“Nobody will pay,” said one person familiar with the talks. “Ask the mayor,” the person said.",
            [("one person familiar with the talks", None, None), ("the person", None, None)],
        ),
        (
            "Nokuthula van der Merwe, a farmer, said, “It rained.” “Then it stopped,” she said.",
            [
                ("Nokuthula van der Merwe", "Nokuthula van der Merwe", None),
                ("she", "Nokuthula van der Merwe", None),
            ],
        ),
        (
            "Jensen Huang came late. “There was traffic,” the Nvidia chief said. “A lot of it,” Huang added.",
            [
                ("the Nvidia chief", "Jensen Huang", "jensen-huang"),
                ("Huang", "Jensen Huang", "jensen-huang"),
            ],
        ),
        (
            "Dunmore Foreign Secretary Vashti Orr flew home. “I slept,” Orr said. “Badly,” she added.",
            [("Orr", "Vashti Orr", None), ("she", "Vashti Orr", None)],
        ),
        (
            "Secretary of State Helen Orr met Chief Product Officer Ivo J.M. Lind. “Fine,” said Lind.",
            [("Lind", "Ivo J.M. Lind", None)],
        ),
        (
            (
                "“It fell,” said Harbour Growers of Dunmore’s chief economist, Ada Lund. “It rose,” said University of "
                "Halden law professor Ivo Lind. “It stood,” said Helen Orr of Dunmore Mills in May."
            ),
            [
                ("Harbour Growers of Dunmore’s chief economist", "Ada Lund", None),
                ("University of Halden law professor Ivo Lind", "Ivo Lind", None),
                ("Helen Orr of Dunmore Mills", "Helen Orr", None),
            ],
        ),
        (
            "Oakfield left Halden. Ivo Lind, 40, stayed. “We were cold,” he said.",
            [("he", "Ivo Lind", None)],
        ),
        (
            "“Why wait?” Ada Lund asked. Ivo Lind replied that the boats were slow. “They leak,” he said.",
            [("Ada Lund", "Ada Lund", None), ("he", "Ivo Lind", None)],
        ),
        (
            (
                "Helen Orr made peace between Max Ortiz and Ivo Lind, who had quarrelled. Orr told the Harbour Post "
                "that she was glad of it.\n“It took a year,” she said."
            ),
            [("Orr", "Helen Orr", None), ("she", "Helen Orr", None)],
        ),
        (
            (
                "The plan was backed by Sen. Ada Lund of Dunmore, who said none of it came from Helen Orr.\n"
                "“It was mine,” she said."
            ),
            [("she", "Ada Lund", None)],
        ),
        (
            "Ivo Lind taught him law. Mr. Brask thanked the critics. “I love them,” he said.",
            [("he", None, None)],
        ),
        (
            "Nora Vega Quill runs the bank. “It is sound,” Ms. Vega said. “It always was,” she added.",
            [("Ms. Vega", "Nora Vega Quill", None), ("she", "Nora Vega Quill", None)],
        ),
        (
            "Brambly, an app, has news: Camp Brambly opens. “We are ready,” Brambly said.",
            [("Brambly", None, None)],
        ),
        (
            "“It cost a lot,” the report said. Helen Orr, who wrote the report, agreed. “It did,” the report said.",
            [("the report", None, None), ("the report", None, None)],
        ),
        (
            "Another officer, Wing Commander Helen Orr, said it was “a long and very quiet night.”",
            [("Another officer", "Helen Orr", None)],
        ),
        (
            "Ihsa Raman, an official, was there. “It works,” said Commerce Department veteran Ihsa Raman.",
            [("Commerce Department veteran Ihsa Raman", "Ihsa Raman", None)],
        ),
        (
            "OpenAI wrote that the test was “a formality.” The company added: “We always test.”",
            [("OpenAI", "OpenAI", "openai"), ("The company", "OpenAI", "openai")],
        ),
        (
            "“It was late,” Sen. Thom Lillis (R-N.C.) said. Still, the senator insisted his friend was “a smart guy.”",
            [("Sen. Thom Lillis", "Thom Lillis", None), ("the senator", "Thom Lillis", None)],
        ),
        (
            "Sen. Ada Lund met Sen. JD Whitlow. They ask what Whitlow meant when he said the town was “run by cats.”",
            [("he", "JD Whitlow", None)],
        ),
        (
            "Rep. Bill Whitlow drew up the law. “It is short,” Whitlow said.",
            [("Whitlow", "Bill Whitlow", None)],
        ),
    ],
)
def test_speakers_are_resolved(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert meant(text) == expected


def test_a_role_nobody_holds_stays_unknown() -> None:
    assert meant("“The plan is dead,” the minister said.") == [("the minister", None, None)]


def test_a_pronoun_with_nobody_before_it_stays_unknown() -> None:
    assert meant("“The plan is dead,” he said.") == [("he", None, None)]


def test_a_possessive_is_not_the_speaker() -> None:
    text = "Anna Reid's co-founder Joel Stone said on the radio: “I agree with her.”"
    assert [name for _, name, _ in meant(text)] == ["Joel Stone"]
