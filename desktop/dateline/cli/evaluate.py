"""`dateline evaluate GOLD`: how right analysis is on texts that somebody labelled, and where it is not.

A gold line is a line as `analyse` takes it with the labels beside it: `on_topic` ("yes", "no", "borderline"), `near`
and `facets` for topics; `quotes` (and `not_speech`, `ignore`), `citations`, `sources`, `figures` as `analyse` gives
them. Of what a file has labels for, that is measured.
"""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.cli.lines import BadLine
from dateline.cli.main import DONE
from dateline.cli.output import cut, pad, write_json
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.analysis.evaluation import Mistake, Tally
    from dateline.news.finding import Findings

Line = dict[str, Any]

#: The key of a gold line that says what it has labels for.
KINDS = {
    "topics": "on_topic",
    "quotes": "quotes",
    "credits": "citations",
    "sources": "sources",
    "figures": "figures",
}


def evaluate(given: Namespace) -> int:
    """Print precision, recall and F1 of everything that the file has labels for, and the mistakes."""
    lines = _read(Path(given.file))
    findings = _analysed(lines, given.file)
    n_shown = 0
    for kind, key in KINDS.items():
        labelled = [line for line in lines if key in line]
        if not labelled:
            continue
        n_shown += 1
        try:
            rows, mistakes = _score(kind, labelled, findings)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                f"The labels for {kind} in {given.file} cannot be read ({type(error).__name__}: {error}).",
                "Give each label the fields that `dateline analyse` gives the finding.",
            ) from error
        if given.json:
            for name, tally in rows:
                write_json(_as_json(name, tally))
            for mistake in mistakes[: given.mistakes]:
                write_json(_mistake_as_json(kind, mistake))
        else:
            _print(kind, len(labelled), rows, mistakes, given.mistakes)
    if not n_shown:
        raise InputError(
            f"{given.file} has no labels.",
            f"Give its lines one of {', '.join(KINDS.values())}, as `dateline analyse` writes them.",
        )
    return DONE


def _read(file: Path) -> list[Line]:
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{file} cannot be read ({error.__class__.__name__}).", "Give a JSON Lines file in UTF-8."
        ) from error
    lines = []
    for number, written in enumerate(content.split("\n"), 1):
        if not written.strip():
            continue
        try:
            line = json.loads(written)
        except (ValueError, RecursionError):
            line = None
        if not isinstance(line, dict) or not isinstance(line.get("id"), str):
            raise InputError(f"Line {number} of {file} is not a JSON object with an id.", "Mend or remove the line.")
        lines.append(line)
    return lines


def _analysed(lines: Iterable[Line], file: str) -> dict[str, Findings]:
    from dateline.analysis.analyse import analyse
    from dateline.cli.analyse import document_of

    found = {}
    for line in lines:
        try:
            found[line["id"]] = analyse(document_of(line))
        except BadLine as error:
            raise InputError(f"{file}, {line['id']}: {error}", "Mend or remove the line.") from error
    return found


def _score(
    kind: str, lines: Sequence[Line], findings: Mapping[str, Findings]
) -> tuple[list[tuple[str, Tally]], list[Mistake]]:
    from dateline.analysis import evaluation, evaluation_places
    from dateline.analysis.credits import is_same_outlet
    from dateline.analysis.lexicon import load_lexicon

    match kind:
        case "topics":
            return _score_topics(lines, findings)
        case "quotes":
            quotes = evaluation.score_quotes(lines, {name: found.quotes for name, found in findings.items()})
            # A quote that answers to nothing is neither direct nor mixed: it counts against both.
            direct, mixed, wrong = quotes.direct, quotes.mixed, quotes.wrong
            rows = [
                ("direct", evaluation.Tally(direct.right, wrong, direct.missed)),
                ("mixed", evaluation.Tally(mixed.right, wrong, mixed.missed)),
                ("speaker", quotes.speakers),
                ("speaker's full name", quotes.names),
            ]
            return rows, quotes.mistakes
        case "credits":
            lexicon = load_lexicon()
            score = evaluation_places.score_credits(
                lines, findings, lambda gold, found: is_same_outlet(gold, found, lexicon)
            )
        case "sources":
            score = evaluation_places.score_source_marks(lines, findings)
        case _:
            score = evaluation_places.score_figures(lines, findings)
    details = [(f"{kind}: {name}", tally) for name, tally in score.details.items() if tally.right + tally.missed]
    return [(kind, score.places), *details], score.mistakes


def _score_topics(
    lines: Sequence[Line], findings: Mapping[str, Findings]
) -> tuple[list[tuple[str, Tally]], list[Mistake]]:
    from dateline.analysis.evaluation import score_topics

    whole = score_topics(lines, findings)
    rows = [("on topic", whole.on_topic)]
    for lang in sorted({str(line.get("lang") or "") for line in lines} - {""}):
        of_lang = score_topics([line for line in lines if line.get("lang") == lang], findings)
        rows.append((f"on topic, {lang}", of_lang.on_topic))
    rows += [(facet, tally) for facet, tally in whole.facets.items() if tally.right + tally.missed]
    return rows, whole.mistakes


def _as_json(name: str, tally: Tally) -> dict[str, object]:
    return {
        "measured": name,
        "precision": round(tally.precision, 4),
        "recall": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
    }


def _mistake_as_json(kind: str, mistake: Mistake) -> dict[str, object]:
    start, end = (None, None) if mistake.span is None else mistake.span
    return {
        "mistake": mistake.kind,
        "of": kind,
        "id": mistake.document,
        "start": start,
        "end": end,
        "words": mistake.words,
    }


def _print(kind: str, n_lines: int, rows: Iterable[tuple[str, Tally]], mistakes: Sequence[Mistake], most: int) -> None:
    print(f"{kind}: {n_lines} texts")
    print(f"  {'':24}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>8}{'wrong':>7}{'missed':>8}")
    for name, tally in rows:
        print(
            f"  {pad(name, 24)}{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
            f"{tally.right:>8}{tally.wrong:>7}{tally.missed:>8}"
        )
    if kind == "topics":
        facets = [tally.f1 for name, tally in rows if not name.startswith("on topic")]
        if facets:
            print(f"  {pad('facets, mean F1', 24)}{sum(facets) / len(facets):>26.3f}")
    for line in _listed(mistakes, most):
        print(f"  {line}")


def _listed(mistakes: Sequence[Mistake], most: int) -> Iterator[str]:
    for mistake in mistakes[:most]:
        place = f" {mistake.span.start}–{mistake.span.end}" if mistake.span is not None else ""
        yield f"{pad(mistake.kind, 8)} {mistake.document}{place}: {cut(mistake.words, 100)}"
    if len(mistakes) > most:
        yield f"… and {len(mistakes) - most} more; --mistakes N shows N."
