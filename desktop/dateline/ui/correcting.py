"""Corrections from the reader: who said a quote, that it is none, who is one and the same, what an article is about.

Each is shown at once, kept through every later analysis, and taken back by undo or in the list of corrections.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.correction import Correction, QuoteCorrection, SameSpeaker, TopicCorrection, speaker_id
from dateline.news.finding import TOPICS, UMBRELLA, Quote
from dateline.text.anchor import make_anchor
from dateline.ui.choice_popup import Choice, ChoicePopup
from dateline.ui.names import Names
from dateline.ui.reader.page import Page
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reader.speakers import full_name
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "correcting people"
_NOBODY = "nobody"
_MOST_PEOPLE = 300


class _Person(NamedTuple):
    name: str
    entity: str | None


class Correcting(QObject):
    """Asks what is right, and keeps it."""

    told = Signal(str)
    #: The words that speak for the topics of the open article are wanted.
    why_wanted = Signal()

    def __init__(
        self, reader: ReaderPanel, tasks: Tasks, undo: UndoStack, appearance: Appearance, names: Names, around: QWidget
    ) -> None:
        super().__init__(reader)
        self._reader = reader
        self._tasks = tasks
        self._undo = undo
        self._names = names
        self._around = around
        self._quote: Quote | None = None
        self._is_merging = False
        self._people: dict[str, _Person] = {}
        self.speakers = ChoicePopup(appearance, self.tr("Who said it?"), self.tr("Same person as…"), around)
        self.speakers.ticked.connect(self._choose_speaker)
        self.speakers.foot_pressed.connect(self._merge)
        self.topics = ChoicePopup(
            appearance, self.tr("What is the article about?"), self.tr("Why these topics?"), around
        )
        self.topics.foot_pressed.connect(self._ask_why)
        self.topics.ticked.connect(self._tick_topic)
        reader.speaker_wanted.connect(self.choose_speaker)
        reader.no_quote_wanted.connect(self.is_no_quote)
        reader.topics_wanted.connect(self.choose_topics)
        reader.page_shown.connect(lambda _: self._offer_topics())

    def choose_speaker(self) -> None:
        """Ask who said the current quote."""
        page, quote = self._current()
        if page is None or quote is None:
            self.told.emit(self.tr("No quote is chosen; press Q."))
            return
        self._quote, self._is_merging = quote, False
        self.speakers.line.setPlaceholderText(self.tr("Who said it?"))
        self.speakers.foot.setEnabled(bool(speaker_id(quote.speaker)))
        self._offer_people(())
        self._tasks.read(_known_people, self._offer_people, slot=_SLOT)
        self._reader.close_popover()
        self.speakers.open_at(self._around)

    def is_no_quote(self) -> None:
        """Say that the current quote is none."""
        page, quote = self._current()
        if page is None or quote is None:
            self.told.emit(self.tr("No quote is chosen; press Q."))
            return
        self._reader.close_popover()
        said = self.tr("It is no quote any more.")
        self._correct(_about(page, quote, is_quote=False), page.article.id, said)

    def choose_topics(self) -> None:
        """Show the topics, those of the article ticked."""
        if self._reader.page is None:
            self.told.emit(self.tr("No article is open."))
            return
        self._offer_topics()
        self.topics.open_at(self._around)

    def _current(self) -> tuple[Page | None, Quote | None]:
        page, number = self._reader.page, self._reader.view.current
        return page, None if page is None or number is None else page.quotes[number]

    # Speakers

    def _offer_people(self, known: tuple[tuple[str, str | None], ...]) -> None:
        page = self._reader.page
        if page is None:
            return
        names = self._reader.entity_names
        people = [_Person(full_name(one.speaker, names), one.speaker.entity) for one in page.quotes if one.speaker]
        people += [_Person(names[one.entity].name, one.entity) for one in page.findings.mentions if one.entity in names]
        n_here = len(people)
        people += [_Person(name, entity) for name, entity in known]
        self._people = {}
        here: set[str] = set()
        for number, person in enumerate(people):
            key = person.entity or person.name
            if person.name:
                self._people.setdefault(key, person)
                if number < n_here:
                    here.add(key)
        spoke = speaker_id(self._quote.speaker) if self._quote is not None else ""
        hint = self.tr("in this article")
        choices = [
            Choice(key, person.name, key == spoke and not self._is_merging, "user", hint=hint if key in here else "")
            for key, person in self._people.items()
            if not (self._is_merging and key == spoke)
        ]
        if not self._is_merging:
            choices.append(Choice(_NOBODY, self.tr("Nobody who is known"), is_on=not spoke, icon="user"))
        self.speakers.offer(choices, self.tr("Name “{name}”"))

    def _merge(self) -> None:
        self._is_merging = True
        self.speakers.line.setPlaceholderText(self.tr("Which name is the right one?"))
        self.speakers.line.clear()
        self._tasks.read(_known_people, self._offer_people, slot=_SLOT)
        self.speakers.line.setFocus()

    def _choose_speaker(self, one: Choice, _is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        page, quote = self._reader.page, self._quote
        self.speakers.close_popup()
        if page is None or quote is None:
            return
        person = None if one.key == _NOBODY else self._people.get(one.key, _Person(one.name, None))
        if self._is_merging and person is not None and quote.speaker is not None:
            other = full_name(quote.speaker, self._reader.entity_names)
            said: Correction = SameSpeaker(
                person.name, quote.speaker.name or other, person.entity, quote.speaker.entity
            )
            words = self.tr("“{other}” is {name}, in every article.").format(other=other, name=person.name)
            self._correct(said, None, words)
            return
        words = self.tr("{name} said it.").format(name=person.name) if person else self.tr("Nobody is named for it.")
        self._correct(_about(page, quote, person=person), page.article.id, words)

    # Topics

    def _offer_topics(self) -> None:
        page = self._reader.page
        if page is None:
            self.topics.hide()
            return
        on = {hit.id for hit in page.findings.topics} | ({UMBRELLA} if page.findings.is_on_topic else set())
        own = [topic for topic in TOPICS if topic != UMBRELLA]
        others = sorted(on - set(TOPICS) - {UMBRELLA})
        self.topics.offer(
            [Choice(topic, self._names.topic(topic), topic in on, "tag") for topic in (UMBRELLA, *own, *others)],
            self.tr("There is no topic “{name}”"),
        )

    def _ask_why(self) -> None:
        self.topics.close_popup()
        self.why_wanted.emit()

    def _tick_topic(self, one: Choice, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        page = self._reader.page
        if page is None or not one.key:
            return
        hits = [hit for hit in page.findings.topics if hit.id == one.key]
        terms = tuple(dict.fromkeys(proof.term for hit in hits for proof in hit.evidence))
        said = self.tr("It is about {topic}.") if is_wanted else self.tr("It is not about {topic}.")
        self._correct(TopicCorrection(one.key, is_wanted, terms), page.article.id, said.format(topic=one.name))

    def _correct(self, said: Correction, article: ArticleId | None, words: str) -> None:
        job = partial(_correct, said=said, article=article)
        self._undo.do(job, self.tr("The correction was taken back."), said=words)


def _about(page: Page, quote: Quote, *, is_quote: bool = True, person: _Person | None = None) -> QuoteCorrection:
    anchor = make_anchor(page.article.text, quote.span)
    return QuoteCorrection(
        words=quote.text,
        start=quote.span.start,
        is_quote=is_quote,
        speaker=person.name if person is not None else None,
        entity=person.entity if person is not None else None,
        before=anchor.before,
        after=anchor.after,
    )


def _known_people(connection: Any) -> tuple[tuple[str, str | None], ...]:
    from dateline.storage import people

    return people.known_people(connection, _MOST_PEOPLE)


def _correct(connection: Any, said: Correction, article: ArticleId | None) -> Change:
    from dateline.storage import corrections

    return corrections.correct(connection, said, datetime.now(UTC), article)
