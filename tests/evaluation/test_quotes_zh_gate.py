"""Floors below which the quotes of Chinese texts must not fall.

`quotes-zh.jsonl` holds invented texts of invented people and outlets, in the habits of mainland agencies, business
press, Hong Kong and Taiwan papers and translated news, with terms in marks between them; the dev data is measured where
it is there. A floor moves only upwards, with the figure seen beside it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from dateline.analysis.entities import find_mentions
from dateline.analysis.evaluation import QuoteScore, score_quotes
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.quotes_zh import find_quotes
from dateline.news.finding import Document

OWN = Path(__file__).with_name("quotes-zh.jsonl")
#: Scenes of a narrative, in which nobody's name stands beside what he says; labelled before they were read.
NARRATIVE = Path(__file__).with_name("quotes-zh-narrative.jsonl")
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "quotes-zh-dev.jsonl"
SHARED_SHA256 = "5c2e3cc1d78eebcbf11904ba48be3b71faa5f1b6cafe74977c7b201e82f4ab1f"


def measured(path: Path) -> QuoteScore:
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lexicon = load_lexicon()
    found = {}
    for line in gold:
        mentions = find_mentions(Document(line["id"], "", line["text"]), lexicon)
        found[line["id"]] = find_quotes(line["text"], mentions, lexicon)
    return score_quotes(gold, found)


def test_own_texts() -> None:
    score = measured(OWN)
    shown = "\n".join(f"{each.document} {each.kind}: {each.words}" for each in score.mistakes)
    assert score.direct.right + score.direct.missed == 182
    assert score.n_terms == 105
    assert score.f1 >= 0.98, shown  # 0.995
    assert score.mixed.recall >= 0.68, shown  # 0.707
    assert score.speakers.recall >= 0.975, shown  # 0.983
    assert score.names.recall >= 0.97, shown  # 0.985
    assert score.wrong_on_terms <= 1, shown  # 1


def test_narrative_scenes() -> None:
    score = measured(NARRATIVE)
    shown = "\n".join(f"{each.document} {each.kind}: {each.words}" for each in score.mistakes)
    assert score.direct.right + score.direct.missed == 49
    assert score.f1 >= 0.98, shown  # 0.990
    assert score.speakers.recall >= 0.79, shown  # 0.816
    assert score.names.recall >= 0.91, shown  # 0.933


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled dev data is not beside the project")
def test_labelled_news() -> None:
    assert hashlib.sha256(SHARED.read_bytes()).hexdigest() == SHARED_SHA256
    score = measured(SHARED)
    assert score.f1 >= 0.96  # 0.971
    assert score.speakers.recall >= 0.91  # 0.925
    assert score.names.recall >= 0.94  # 0.949
    assert score.wrong_on_terms <= 0.02 * score.n_terms  # 0.008
