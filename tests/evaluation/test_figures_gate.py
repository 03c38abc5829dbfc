"""Figures, measured over invented sentences with dates and names of products among them. Floors are pinned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.analysis.analyse import analyse
from dateline.analysis.evaluation_places import score_figures
from dateline.news.finding import Document

OWN = Path(__file__).with_name("figures.jsonl")
LINES = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]


def test_there_is_enough_to_measure() -> None:
    assert sum(len(line["figures"]) for line in LINES) >= 150
    for lang in ("en", "zh"):
        of_lang = [line for line in LINES if line["lang"] == lang]
        assert len(of_lang) >= 40
        assert any(not line["figures"] for line in of_lang), "a text without figures must be among them"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_figures_are_told_at_least_this_well(lang: str) -> None:
    lines = [line for line in LINES if line["lang"] == lang]
    findings = {line["id"]: analyse(Document(line["id"], "", line["text"], lang=lang)) for line in lines}
    score = score_figures(lines, findings)
    shown = "\n".join(f"{each.document} {each.kind}: {each.words}" for each in score.mistakes)
    assert score.places.f1 >= 0.98, shown  # 1.000 and 1.000
    assert score.details["of"].recall >= 0.93, shown  # 1.000 and 0.970
    assert score.details["when"].recall >= 0.95, shown  # 1.000 and 1.000
