"""The Lexicon screen at work: it reads, tries, keeps and takes back, and has the library filed anew.

Edits go through the undo stack to the library; laying open, trying and filing are the newsroom's, away from the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.correction import TopicCorrection
from dateline.news.finding import UMBRELLA, Document
from dateline.news.lexicon_edit import EntityEdit, LexiconEdit, LexiconEdits, TermEdit, TopicEdit
from dateline.news.lexicon_listing import ListedLexicon, Trial
from dateline.ui.lexicon.filing import Filing
from dateline.ui.names import Names
from dateline.ui.newsroom import LexiconDesk
from dateline.ui.reader.page import Page
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.ui.lexicon.screen import LexiconScreen
    from dateline.ui.lexicon.topic_dialog import NewTopicDialog

_LEXICON, _EDITS, _TRIAL, _SAID = "lexicon", "lexicon edits", "lexicon trial", "lexicon corrections"
#: So long after the last key the article is tried.
_TRY_AFTER_MS = 250


class LexiconWork(QObject):
    """Owns the screen; the window mounts `screen` and calls `open`."""

    told = Signal(str)
    corrections_wanted = Signal()
    #: The lexicon is another one.
    _edited = Signal()

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        undo: UndoStack,
        reader: ReaderPanel,
        newsroom: LexiconDesk,
    ) -> None:
        super().__init__(reader)
        self._tasks = tasks
        self._appearance = appearance
        self._names = names
        self._undo = undo
        self._reader = reader
        self._newsroom = newsroom
        self._edits: LexiconEdits | None = None
        self._n_by_topic: Mapping[str, int] = {}
        self._topic_wanted = ""
        self._draft: LexiconEdit | None = None
        self.filing = Filing(newsroom, self)
        self.filing.told.connect(self.told)
        self.dialog: NewTopicDialog | None = None
        self._trying = QTimer(self)
        self._trying.setSingleShot(True)
        self._trying.setInterval(_TRY_AFTER_MS)
        self._trying.timeout.connect(self._try)

    @cached_property
    def screen(self) -> LexiconScreen:
        """The screen, made when it is first wanted."""
        from dateline.ui.lexicon.screen import LexiconScreen

        screen = LexiconScreen(self._appearance, self._names, self.filing)
        screen.edit_wanted.connect(self.keep)
        screen.drop_wanted.connect(self.drop)
        screen.topic_wanted.connect(self._new_topic)
        screen.trial_wanted.connect(self._want_trial)
        screen.corrected.connect(self._correct)
        screen.corrections_wanted.connect(self.corrections_wanted)
        self._reader.page_shown.connect(lambda _: self._want_trial(self._draft))
        self._edited.connect(self._read_if_seen)
        screen.chooser.show_counts(self._n_by_topic)
        return screen

    def show_counts(self, n_by_topic: Mapping[str, int]) -> None:
        """Learn how many articles have each topic."""
        self._n_by_topic = n_by_topic
        if "screen" in vars(self):
            self.screen.chooser.show_counts(n_by_topic)

    def open(self, topic: str = "") -> None:
        """Read the lexicon for the screen that is being shown; `topic` is the one to begin with."""
        self._topic_wanted = topic
        self._say_waiting()
        self._read()
        self.screen.chooser.list.setFocus()

    def why(self) -> None:
        """Open at the topic that the open article has most surely."""
        page = self._reader.page
        topics = () if page is None else page.findings.topics
        self.open(next((hit.id for hit in topics if hit.id != UMBRELLA), ""))

    def follow(self, change: Change) -> None:
        """Look whether the lexicon is another one, by an edit, its undoing, or what corrections teach."""
        if change.has_user_data:
            self._tasks.read(_edits, self._compare, slot=_EDITS)

    def close(self) -> None:
        """Follow no longer."""
        self.filing.close()
        self._trying.stop()

    def keep(self, edit: LexiconEdit) -> None:
        """Keep an edit; the library is filed anew once it is written."""
        said = self.tr("The lexicon is changed.")
        self._undo.do(partial(_keep, edit=edit), self.tr("The lexicon is as it was."), said=said)

    def drop(self, edit: LexiconEdit) -> None:
        """Go back to what is shipped."""
        said = self.tr("This is as shipped again.")
        self._undo.do(partial(_drop, edit=edit), self.tr("Your change of the lexicon holds again."), said=said)

    def _compare(self, edits: LexiconEdits) -> None:
        if edits == self._edits:
            return
        self._edits = edits
        self.filing.start()
        self._edited.emit()

    def _read_if_seen(self) -> None:
        if self.screen.isVisible():
            self._read()

    def _read(self) -> None:
        self._tasks.follow(self._newsroom.open_lexicon(), self._show, slot=_LEXICON)

    def _show(self, lexicon: ListedLexicon) -> None:
        self._names.know_topics({one.id: one.name for one in lexicon.topics if one.is_own})
        self.screen.show_lexicon(lexicon)
        if self._topic_wanted:
            self.screen.go_to_topic(self._topic_wanted)
            self._topic_wanted = ""

    def _want_trial(self, draft: LexiconEdit | None) -> None:
        self._draft = draft
        if self.screen.isVisible():
            self._trying.start()

    def _say_waiting(self) -> None:
        page = self._reader.page
        if page is not None:
            self.screen.show_waiting(page.article.title)

    def _try(self) -> None:
        page = self._reader.page
        if page is None:
            self._tasks.drop(_TRIAL)
            self.screen.show_trial(None)
        else:
            self._say_waiting()
            self._tasks.read(partial(_said, article=page.article.id), self.screen.show_corrections, slot=_SAID)
            future = self._newsroom.try_edit(_document(page), self._draft)
            self._tasks.follow(future, self._show_trial, slot=_TRIAL)

    def _show_trial(self, trial: Trial) -> None:
        self.screen.show_trial(trial)

    def _correct(self, topic: str, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        page = self._reader.page
        if page is None:
            return
        hits = [hit for hit in page.findings.topics if hit.id == topic]
        terms = tuple(dict.fromkeys(proof.term for hit in hits for proof in hit.evidence))
        said = self.tr("It is about {topic}.") if is_wanted else self.tr("It is not about {topic}.")
        job = partial(_correct, said=TopicCorrection(topic, is_wanted, terms), article=page.article.id)
        words = said.format(topic=self._names.topic(topic))
        self._undo.do(job, self.tr("The correction was taken back."), said=words)

    def _new_topic(self) -> None:
        from dateline.ui.lexicon.topic_dialog import NewTopicDialog

        taken = {one.id for one in self.screen.lexicon.topics} | {UMBRELLA}
        self.dialog = NewTopicDialog(self._appearance, taken, self.screen.window())
        self.dialog.accepted.connect(self._keep_topic)
        self.dialog.open()

    def _keep_topic(self) -> None:
        if self.dialog is not None:
            edit = self.dialog.edit()
            self._topic_wanted = edit.topic
            self.keep(edit)


def _document(page: Page) -> Document:
    article = page.article
    published = article.published_at
    return Document(str(article.id), article.title, article.text, article.outlet, article.lang or None, published)


def _edits(connection: Any) -> LexiconEdits:
    from dateline.storage import lexicon_edits

    return lexicon_edits.lexicon_edits(connection)


def _keep(connection: Any, edit: TermEdit | TopicEdit | EntityEdit) -> Change:
    from dateline.storage import lexicon_edits

    return lexicon_edits.edit_lexicon(connection, edit, datetime.now(UTC))


def _drop(connection: Any, edit: TermEdit | TopicEdit | EntityEdit) -> Change:
    from dateline.storage import lexicon_edits

    return lexicon_edits.drop_edit(connection, edit)


def _said(connection: Any, article: ArticleId) -> dict[str, bool]:
    """Return of each topic that the user corrected in an article whether it belongs there. A read job."""
    from dateline.storage.correction_rows import corrections_for

    found = corrections_for(connection, article)
    return {one.topic: one.is_wanted for one in found if isinstance(one, TopicCorrection)}


def _correct(connection: Any, said: TopicCorrection, article: Any) -> Change:
    from dateline.storage import corrections

    return corrections.correct(connection, said, datetime.now(UTC), article)
