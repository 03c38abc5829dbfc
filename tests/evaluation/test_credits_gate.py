"""Credits, measured over our own sentences: some credit outlets, some only speak of them. Floors are pinned."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from dateline.analysis.analyse import analyse
from dateline.analysis.credits import is_same_outlet
from dateline.analysis.evaluation_places import score_credits
from dateline.analysis.lexicon import load_lexicon
from dateline.news.finding import Document

OWN = Path(__file__).with_name("credits.jsonl")
LINES = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]


def test_there_is_enough_to_measure() -> None:
    for lang in ("en", "zh"):
        of_lang = [line for line in LINES if line["lang"] == lang]
        assert sum(len(line["citations"]) for line in of_lang) >= 20
        assert sum(not line["citations"] for line in of_lang) >= 7


def test_credits_are_told_at_least_this_well() -> None:
    lexicon = load_lexicon()
    findings = {
        line["id"]: analyse(
            Document(
                line["id"],
                "",
                line["text"],
                lang=line["lang"],
                published_at=datetime.fromisoformat(line["published"]),
            )
        )
        for line in LINES
    }
    score = score_credits(LINES, findings, lambda gold, found: is_same_outlet(gold, found, lexicon))
    shown = "\n".join(f"{each.document} {each.kind}: {each.words}" for each in score.mistakes)
    assert score.places.precision >= 0.97, shown  # 1.000
    assert score.places.recall >= 0.95, shown  # 1.000
    assert score.details["date"].recall == 1.0, shown
