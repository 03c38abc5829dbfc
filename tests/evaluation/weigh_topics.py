"""Weigh the tagger's features anew: `python tests/evaluation/weigh_topics.py LABELLED.jsonl … [--write]`.

Fits the few logistic weights of `resources/lexicon/topic-weights.toml` by Newton's method with a strong pull to zero,
so the result is the same on every run, and prints what ten-fold cross-validation says (texts of one event stay in one
fold). A line of a labelled file: id, title, text, lang, on_topic ("yes", "no", "borderline"), near, facets, event.
No word of the texts becomes part of the weights: only the named sums of points that `tagger` makes.
"""

from __future__ import annotations

import argparse
import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from dateline.analysis.entities import find_mentions
from dateline.analysis.facets import FACET_THRESHOLD, FACETS, beside_the_others, facet_features
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.tagger import THRESHOLD, umbrella_features
from dateline.analysis.topic_reading import read
from dateline.analysis.topic_terms import load_topic_terms
from dateline.news.finding import Document

FOLDS = 10
#: How strongly weights are pulled to what is expected (zero, for facets); the bias is not. Chosen by
#: cross-validation on items of real feeds, which are harder than texts written for a lexicon.
PULL, FACET_PULL = 8.0, 1.0

#: What the weights are pulled to: what an editor would say before seeing a single labelled text.
EXPECTED = {
    "bias": -4.0,
    "all in head": 3.5,
    "ai, both sides and dealing in head": 1.0,
    "ai, both sides and affairs in head": 1.0,
    "ai and actors of both in head": 0.5,
    "both sides together with ai": 3.0,
    "ai and both sides throughout": 6.0,
    "ai in headline": 0.5,
    "relation in headline": 0.5,
    "both sides in head": 0.5,
    "both sides together": 0.5,
    "elsewhere alone in headline": -3.5,
}

Array = Any


def main() -> None:
    """Read the labelled files, print the cross-validated quality, and write the weights where that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the worst mistakes")
    given = parser.parse_args()
    items = [json.loads(line) for file in given.files for line in file.read_text(encoding="utf-8").splitlines() if line]
    lexicon, terms = load_lexicon(), load_topic_terms()
    readings = []
    for item in items:
        document = Document(item["id"], item.get("title") or "", item.get("text") or "")
        readings.append(read(document, find_mentions(document, lexicon), lexicon, terms))
    folds = np.array([zlib.crc32((item.get("event") or item["id"]).encode()) % FOLDS for item in items])

    rows = [umbrella_features(reading) for reading in readings]
    names = [*rows[0], "bias"]
    scored = np.array([item["on_topic"] != "borderline" for item in items])
    wanted = np.array([item["on_topic"] == "yes" for item in items], dtype=float)
    values = np.array([[*row.values(), 1.0] for row in rows])
    # A borderline text teaches that it is uncertain: half a yes.
    target = np.where(scored, wanted, 0.5)
    pull = np.array([*[PULL] * (len(names) - 1), 0.0])
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    found = cross_validated(values, target, pull, expected, folds)
    for lang in ("en", "zh"):
        of_lang = np.array([item["lang"] == lang for item in items]) & scored
        report(f"on topic, {lang}", found[of_lang] >= THRESHOLD, wanted[of_lang] > 0)
    if given.worst:
        for index in np.argsort(-np.abs(found - target))[: given.worst]:
            if (found[index] >= THRESHOLD) != (target[index] >= 0.5) or target[index] == 0.5:
                said = " ".join(f"{name}={value:.1f}" for name, value in rows[index].items() if value)
                print(f"{found[index]:.2f} {items[index]['on_topic']} {items[index]['title'][:70]} [{said}]")
    umbrella = dict(zip(names, fitted(values, target, pull, expected), strict=True))

    labelled = [index for index, item in enumerate(items) if item["on_topic"] != "no" or item.get("near")]
    rows = [sums for index in labelled for sums in facet_features(readings[index]).values()]
    facet_names = [*rows[0], "bias"]
    which = np.tile(np.eye(len(FACETS)), (len(labelled), 1))
    values = np.hstack([np.array([[*row.values(), 1.0] for row in rows]), which])
    target = np.array([facet in items[index]["facets"] for index in labelled for facet in FACETS], dtype=float)
    pull = np.array([*[FACET_PULL] * (len(facet_names) - 1), 0.0, *[2.0 * FACET_PULL] * len(FACETS)])
    expected = np.zeros(values.shape[1])
    alone = cross_validated(values, target, pull, expected, np.repeat(folds[labelled], len(FACETS)))
    totals = np.log(alone / (1 - alone)).reshape(-1, len(FACETS))
    found = np.array(
        [likely for row in totals for likely in beside_the_others(dict(zip(FACETS, row, strict=True))).values()]
    )
    qualities = []
    for number, facet in enumerate(FACETS):
        of_facet = slice(number, None, len(FACETS))
        if given.worst:
            for index, likely, is_wanted in zip(labelled, found[of_facet], target[of_facet], strict=True):
                if (likely >= FACET_THRESHOLD) != bool(is_wanted):
                    said = f"{items[index]['title'][:110]} | {items[index]['text'][:110]}".replace("\n", " ")
                    print(f"  {facet} {'missed' if is_wanted else 'false alarm'} {likely:.2f} {said}")
        qualities.append(report(facet, found[of_facet] >= FACET_THRESHOLD, target[of_facet] > 0))
    print(f"facets, macro F1 {np.mean(qualities):.3f}")
    weights = fitted(values, target, pull, expected)
    facet_weights = dict(zip(facet_names, weights, strict=False))
    biases = dict(zip(FACETS, weights[len(facet_names) :], strict=True))

    text = "# Made by tests/evaluation/weigh_topics.py; docs/how-tagging-works.md tells what the names mean.\n"
    for table, named in (("umbrella", umbrella), ("facet", facet_weights), ("facet-bias", biases)):
        text += f"\n[{table}]\n" + "".join(f'"{name}" = {weight:.2f}\n' for name, weight in named.items())
    print(text)
    if given.write:
        path = Path(__file__).parents[2] / "resources" / "lexicon" / "topic-weights.toml"
        path.write_text(text, encoding="utf-8")


def fitted(values: Array, target: Array, pull: Array, expected: Array) -> Array:
    """Return the weights of a logistic regression with an L2 penalty on leaving what is expected."""
    weights = expected.copy()
    for _ in range(50):
        likely = 1 / (1 + np.exp(-np.clip(values @ weights, -30, 30)))
        slope = values.T @ (likely - target) + pull * (weights - expected)
        curve = (values * (likely * (1 - likely))[:, None]).T @ values + np.diag(pull + 1e-6)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def cross_validated(values: Array, target: Array, pull: Array, expected: Array, folds: Array) -> Array:
    """Return each row's likelihood by weights that were fitted without its fold."""
    found = np.zeros(len(target))
    for fold in range(FOLDS):
        inside = folds == fold
        weights = fitted(values[~inside], target[~inside], pull, expected)
        found[inside] = 1 / (1 + np.exp(-np.clip(values[inside] @ weights, -30, 30)))
    return found


def report(name: str, found: Array, wanted: Array) -> float:
    """Print precision, recall and F1; returns F1."""
    right = float((found & wanted).sum())
    precision, recall = right / max(1, found.sum()), right / max(1, wanted.sum())
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:18} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({int(wanted.sum())} of {len(wanted)})")
    return f1


if __name__ == "__main__":
    main()
