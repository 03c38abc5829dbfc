"""Floors below which the quotes of English texts must not fall.

`quotes-en.jsonl` holds invented texts of invented people, in every form of attribution; the dev data is measured where
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
from dateline.analysis.quotes_en import find_quotes
from dateline.news.finding import Document

OWN = Path(__file__).with_name("quotes-en.jsonl")
SHARED = Path(__file__).parents[3] / "shared" / "gold" / "quotes-en-dev.jsonl"
SHARED_SHA256 = "e70bcf47abc8e13af1d1fc8543d45d7d80146211b90888952fe9fe7a91ace982"


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
    assert score.direct.right + score.direct.missed == 64
    assert score.mixed.right + score.mixed.missed == 16
    assert score.f1 >= 0.99, shown  # 1.000
    assert score.mixed.recall >= 0.93, shown  # 1.000
    assert score.speakers.recall >= 0.98, shown  # 1.000
    assert score.names.recall >= 0.96, shown  # 1.000
    assert score.wrong_on_terms == 0, shown


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled dev data is not beside the project")
def test_labelled_news_of_2016() -> None:
    assert hashlib.sha256(SHARED.read_bytes()).hexdigest() == SHARED_SHA256
    score = measured(SHARED)
    assert score.f1 >= 0.982  # 0.985
    assert score.speakers.recall >= 0.938  # 0.944
    assert score.mixed.recall >= 0.86  # 0.886
    assert score.mixed.right / (score.mixed.right + score.wrong) >= 0.952  # 0.959
    assert score.wrong_on_terms <= 0.13 * score.n_terms  # 0.106
