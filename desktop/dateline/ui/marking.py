"""What the user marks, read and starred: shown at once, kept by the library, and taken back by the window's undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from dateline.errors import DatelineError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter
from dateline.ui.dates import n_articles
from dateline.ui.tasks import Tasks
from dateline.ui.timeline.model import TimelineModel
from dateline.ui.undo import DoneAct, UndoStack


@dataclass(frozen=True, slots=True)
class _Mark:
    """One thing the user did: which articles were changed, which mark, and its value."""

    articles: tuple[ArticleId, ...]
    is_star: bool
    value: bool


class Marking(QObject):
    """Marks articles. An article that is opened becomes read without an entry for undo: nobody asked for it."""

    #: A sentence, and whether it can be undone.
    told = Signal(str, bool)

    def __init__(self, tasks: Tasks, timeline: TimelineModel, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._timeline = timeline
        self._undo = undo

    def open_article(self, article: ArticleId) -> None:
        """Mark an article read because it was opened."""
        if not self._tasks.is_read_only:
            self._mark(_Mark((article,), is_star=False, value=True))

    def set_read(self, article: ArticleId, *, is_read: bool) -> None:
        """Mark an article read or unread."""
        self._do(_Mark((article,), is_star=False, value=is_read))

    def set_starred(self, article: ArticleId, *, is_starred: bool) -> None:
        """Star an article, or take the star away."""
        self._do(_Mark((article,), is_star=True, value=is_starred))

    def toggle_read(self, articles: tuple[ArticleId, ...]) -> None:
        """Mark articles read together, or unread where all of them are read."""
        if articles:
            self._toggle(_Mark(articles, is_star=False, value=True))

    def toggle_star(self, articles: tuple[ArticleId, ...]) -> None:
        """Star articles together, or take the star away where all of them have one."""
        if articles:
            self._toggle(_Mark(articles, is_star=True, value=True))

    def _toggle(self, mark: _Mark, expected: DoneAct | None = None) -> None:
        self._write(_job(mark), partial(self._toggled, mark), expected or self._undo.expect())

    def _toggled(self, mark: _Mark, expected: DoneAct, change: Change) -> None:
        if (
            mark.value and not change.changed_articles
        ):  # all of them had it: the library knows, cards may be out of sight
            self._toggle(replace(mark, value=False), expected)
        else:
            self._done(mark, expected, change)

    def read_all(self, question: TimelineFilter) -> None:
        """Mark every article of a filter read."""
        mark = _Mark((), is_star=False, value=True)
        job = partial(_set_read_all, question=question, at=datetime.now(UTC))
        self._write(job, partial(self._done, mark), self._undo.expect())

    def _write(self, job: Callable[[Any], Change], then: Callable[[DoneAct, Change], None], expected: DoneAct) -> None:
        """Write what only the library knows the extent of; an undo that is asked for meanwhile waits for it."""
        self._tasks.write(job, partial(then, expected), failed=partial(self._not_written, expected))

    def _not_written(self, expected: DoneAct, error: DatelineError) -> None:
        self._undo.give_up(expected)
        self._tasks.trouble.emit(error)

    def _done(self, wanted: _Mark, expected: DoneAct, change: Change) -> None:
        """Show and remember what a mark on many articles changed; those that were so already stay so at an undo."""
        if not change.changed_articles:
            self._undo.give_up(expected)
            self.told.emit(self.tr("Everything here is read already."), False)
            return
        done = _Mark(change.changed_articles, wanted.is_star, wanted.value)
        self._show(done)
        self.told.emit(self._words(done), True)
        self._remember(done, expected)

    def _do(self, mark: _Mark) -> None:
        if self._tasks.is_read_only:  # nothing is shown that is not kept; the window says why
            self._keep(mark)
            return
        self._remember(mark)
        self._mark(mark)

    def _remember(self, mark: _Mark, expected: DoneAct | None = None) -> None:
        back = _Mark(mark.articles, mark.is_star, not mark.value)
        turn_round = partial(self._mark, back)
        self._undo.remember(self._words(back), turn_round, done=self._words(mark), expected=expected)

    def _mark(self, mark: _Mark) -> None:
        self._show(mark)
        self._keep(mark)

    def _show(self, mark: _Mark) -> None:
        if mark.is_star:
            self._timeline.mark(mark.articles, is_starred=mark.value)
        else:
            self._timeline.mark(mark.articles, is_read=mark.value)

    def _keep(self, mark: _Mark) -> None:
        self._tasks.write(_job(mark), failed=partial(self._not_kept, mark))

    def _not_kept(self, mark: _Mark, error: DatelineError) -> None:
        self._timeline.unmark(mark.articles)
        self._tasks.trouble.emit(error)

    def _words(self, mark: _Mark) -> str:
        if mark.is_star:
            words = self.tr("{n} starred.") if mark.value else self.tr("The star was removed from {n}.")
        else:
            words = self.tr("{n} marked read.") if mark.value else self.tr("{n} marked unread.")
        return words.format(n=n_articles(len(mark.articles)))


def _job(mark: _Mark) -> Callable[[Any], Change]:
    set_mark: Callable[..., Change] = _set_starred if mark.is_star else _set_read
    return partial(set_mark, articles=mark.articles, value=mark.value, at=datetime.now(UTC))


def _set_read(connection: Any, articles: Iterable[ArticleId], value: bool, at: datetime) -> Change:  # noqa: FBT001
    from dateline.storage import marks

    return marks.set_read(connection, articles, value, at)


def _set_starred(connection: Any, articles: Iterable[ArticleId], value: bool, at: datetime) -> Change:  # noqa: FBT001
    from dateline.storage import marks

    return marks.set_starred(connection, articles, value, at)


def _set_read_all(connection: Any, question: TimelineFilter, at: datetime) -> Change:
    from dateline.storage import marks

    return marks.set_read_all(connection, question, True, at)
