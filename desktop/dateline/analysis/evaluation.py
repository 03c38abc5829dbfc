"""How right findings are: measured against gold lines (texts labelled by reading), with a list of the mistakes.

Pure: takes gold as read from JSON Lines and findings by id, gives figures. The rules are those of the labelled data:
a span counts when it overlaps gold by at least 0.8 of their union, marks and space at the ends put aside; a speaker
counts when the head words agree; a fragment ("mixed") never counts against precision and is recalled apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.news.finding import TOPICS, UMBRELLA, Findings, Quote, QuoteKind
from dateline.text.span import Span

_SAME = 0.8  # of the union, for two spans to be the same
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HEAD_END = re.compile(r",|;|\(| (?:of|at|in|for|from|with|who|which) ")
_NO_HEAD = frozenset(
    "the a an of in at for and to by on with from who which that his her their its mr mrs ms dr sen rep president "
    "former said says jr sr".split()
)
_PRONOUNS = frozenset("he she they it i we you who him her them his one this that 他 她 它 他们 她们 我 我们".split())


@dataclass(slots=True)
class Tally:
    """Found and right, found and wrong, not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the found that is right, 0..1; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found, 0..1; 0 where there is no gold."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong: in which document, what kind of mistake, where, and the words."""

    document: str
    kind: str  # "missed", "false", "speaker", "name", "topic"
    span: Span | None
    words: str


@dataclass(slots=True)
class QuoteScore:
    """How right quotes are. `speakers` and `names` are counted over all gold direct quotes that have one."""

    direct: Tally = field(default_factory=Tally)
    mixed: Tally = field(default_factory=Tally)
    wrong: int = 0  # predictions that no gold quote answers to
    wrong_on_terms: int = 0  # of them, on marked words that gold says are not speech
    n_terms: int = 0
    speakers: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def spans(self) -> Tally:
        """Precision over direct and mixed quotes; recall is that of `direct`."""
        return Tally(self.direct.right + self.mixed.right, self.wrong, self.direct.missed + self.mixed.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of the precision over all quotes and the recall of direct ones."""
        precision, recall = self.spans.precision, self.direct.recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_quotes(gold: Iterable[Mapping[str, Any]], findings: Mapping[str, Sequence[Quote]]) -> QuoteScore:
    """Return how right the quotes of each document are; a document without findings found nothing.

    Raises:
        KeyError: a gold line lacks "id", "text" or "quotes".
    """
    score = QuoteScore()
    for line in gold:
        found = [quote for quote in findings.get(line["id"], ()) if quote.kind is not QuoteKind.REPORTED]
        _score_document(line, found, score)
    return score


def _score_document(line: Mapping[str, Any], found: Sequence[Quote], score: QuoteScore) -> None:
    document, text = str(line["id"]), str(line["text"])
    wanted = [(trimmed(text, Span(quote["start"], quote["end"])), quote) for quote in line["quotes"]]
    offered = [(trimmed(text, quote.span), quote) for quote in found]
    pairs = _paired([span for span, _ in wanted], [span for span, _ in offered])
    taken = set(pairs.values())
    for number, (span, quote) in enumerate(wanted):
        tally = score.direct if quote["kind"] == "direct" else score.mixed
        is_found = number in pairs
        if is_found:
            tally.right += 1
        else:
            tally.missed += 1
            score.mistakes.append(Mistake(document, "missed", span, span.of(text)))
        if quote["kind"] == "direct" and quote.get("speaker"):
            found_quote = offered[pairs[number]][1] if is_found else None
            _score_speaker(document, text, span, quote["speaker"], found_quote, score)
    terms = [trimmed(text, Span(each["start"], each["end"])) for each in line.get("not_speech", ())]
    ignored = [trimmed(text, Span(each["start"], each["end"])) for each in line.get("ignore", ())]
    score.n_terms += len(terms)
    for number, (span, _) in enumerate(offered):
        if number in taken or any(overlap(span, each) >= 0.5 or each.holds(span) for each in ignored):
            continue
        score.wrong += 1
        score.wrong_on_terms += any(overlap(span, each) >= 0.5 for each in terms)
        score.mistakes.append(Mistake(document, "false", span, span.of(text)))


def _score_speaker(
    document: str,
    text: str,
    span: Span,
    gold: Mapping[str, Any],
    found: Quote | None,
    score: QuoteScore,
) -> None:
    speaker = found.speaker if found is not None else None
    surfaces = [str(gold["surface"]), *(text[start:end] for start, end in gold.get("spans", ()))]
    name = gold.get("resolved_name") or gold.get("name")
    has_name = bool(name) and speaker is not None and same_name(str(name), speaker.name or speaker.surface)
    if has_name or (speaker is not None and any(same_surface(each, speaker.surface) for each in surfaces)):
        score.speakers.right += 1
    else:
        score.speakers.missed += 1
        score.speakers.wrong += speaker is not None
        if found is not None:
            words = f"{surfaces[0]} / {speaker.surface if speaker else '-'}"
            score.mistakes.append(Mistake(document, "speaker", span, words))
    if not name:
        return
    if has_name:
        score.names.right += 1
    else:
        score.names.missed += 1
        score.names.wrong += speaker is not None and speaker.name is not None
        if found is not None:
            words = f"{name} / {speaker.name if speaker else '-'}"
            score.mistakes.append(Mistake(document, "name", span, words))


def _paired(wanted: Sequence[Span], offered: Sequence[Span]) -> dict[int, int]:
    """Pair each gold span with at most one prediction, the best overlaps first."""
    candidates = [
        (-share, gold, number)
        for gold, wanted_span in enumerate(wanted)
        for number, span in enumerate(offered)
        if wanted_span.overlaps(span) and (share := overlap(wanted_span, span)) >= _SAME
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, gold, number in sorted(candidates):
        if gold not in pairs and number not in taken:
            pairs[gold] = number
            taken.add(number)
    return pairs


def trimmed(text: str, span: Span) -> Span:
    """Return the span without space, marks and punctuation at its ends; as it is where nothing else is in it."""
    start, end = max(0, span.start), min(len(text), span.end)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span


def overlap(one: Span, other: Span) -> float:
    """Return the shared characters as a share of both together, 0..1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start)) if shared > 0 else 0.0


def same_surface(gold: str, found: str) -> bool:
    """Tell whether two ways to write a speaker have the same head word (Chinese: one holds the other)."""
    one, other = gold.strip().lower(), found.strip().lower()
    if one == other:
        return bool(one)
    if not one or not other or one in _PRONOUNS or other in _PRONOUNS:
        return False
    if _is_chinese(one + other):
        return one in other or other in one
    head, found_head = _head(gold), _head(found)
    return head == found_head or head in _words(found) or found_head in _words(gold)


def same_name(gold: str, found: str) -> bool:
    """Tell whether two names can be one person's: the same last word, and first names that do not contradict."""
    if _is_chinese(gold + found):
        one, other = (re.sub(r"[\s·・•.《》“”]", "", name) for name in (gold, found))
        last, found_last = re.split("[·・•]", gold)[-1], re.split("[·・•]", found)[-1]
        held = min(len(one), len(other)) >= 3 and (one in other or other in one)
        return one == other or (min(len(last), len(found_last)) >= 2 and (last == found_last or held))
    mine, theirs = ([word for word in _words(name) if word not in ("jr", "sr", "ii", "iii")] for name in (gold, found))
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    if len(mine) == 1 or len(theirs) == 1 or mine[0] in _NO_HEAD or theirs[0] in _NO_HEAD:
        return True
    return mine[0][0] == theirs[0][0]


def _head(surface: str) -> str:
    phrase = _HEAD_END.split(surface)[0]
    words = [word for word in _WORD.findall(phrase) if word.lower() not in _NO_HEAD]
    capitals = [word for word in words if word[0].isupper()]
    head = (capitals or words or [surface.strip()])[-1].lower()
    return re.sub(r"['’]s$", "", head)


def _words(surface: str) -> list[str]:
    return _WORD.findall(re.sub(r"['’]s\b", "", surface.lower()))


def _is_chinese(words: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in words)


@dataclass(slots=True)
class TopicScore:
    """How right topics are: the umbrella decision, and each facet over the documents that carry facet labels."""

    on_topic: Tally = field(default_factory=Tally)
    facets: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """Mean F1 of the facets that gold uses; 0 where it uses none."""
        used = [tally.f1 for tally in self.facets.values() if tally.right + tally.missed]
        return sum(used) / len(used) if used else 0.0


def score_topics(gold: Iterable[Mapping[str, Any]], findings: Mapping[str, Findings]) -> TopicScore:
    """Return how right the topics of each document are; one without findings is not on topic.

    Documents labelled "borderline" are left out of `on_topic`; facets count where gold may have any: on the
    topic, on its border, or near it.

    Raises:
        KeyError: a gold line lacks "id" or "on_topic".
    """
    score = TopicScore(facets={topic: Tally() for topic in TOPICS if topic != UMBRELLA})
    for line in gold:
        document, label = str(line["id"]), str(line["on_topic"])
        found = findings.get(document)
        is_on_topic = found is not None and found.is_on_topic
        if label != "borderline":
            _count(score.on_topic, is_wanted=label == "yes", is_given=is_on_topic)
            if (label == "yes") != is_on_topic:
                score.mistakes.append(Mistake(document, "topic", None, f"on topic: {label}"))
        if label == "no" and not line.get("near"):
            continue
        wanted = set(line.get("facets") or ())
        given = {hit.id for hit in found.topics} if found is not None else set()
        for topic, tally in score.facets.items():
            _count(tally, is_wanted=topic in wanted, is_given=topic in given)
            if (topic in wanted) != (topic in given):
                score.mistakes.append(
                    Mistake(document, "topic", None, f"{topic}: {'missed' if topic in wanted else 'false'}")
                )
    return score


def _count(tally: Tally, *, is_wanted: bool, is_given: bool) -> None:
    tally.right += is_wanted and is_given
    tally.wrong += is_given and not is_wanted
    tally.missed += is_wanted and not is_given
