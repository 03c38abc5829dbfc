"""Tagging from the keyboard: a popup over the window for the articles at hand, or for the whole list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter
from dateline.news.tag import Tag
from dateline.ui.choice_popup import Choice, ChoicePopup
from dateline.ui.counted import counted
from dateline.ui.dates import n_articles
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "tags popup"


class Tagging(QObject):
    """Opens the popup and does what is ticked."""

    told = Signal(str)
    #: The dialog that orders tags is wanted.
    editor_wanted = Signal()

    def __init__(self, tasks: Tasks, undo: UndoStack, appearance: Appearance, around: QWidget) -> None:
        super().__init__(around)
        self._tasks = tasks
        self._undo = undo
        self._around = around
        self._articles: tuple[ArticleId, ...] = ()
        self._question = TimelineFilter()
        self.popup = ChoicePopup(
            appearance, self.tr("Tag, or policy/chips for one below another"), self.tr("Tags…"), around
        )
        self.popup.ticked.connect(self._tick)
        self.popup.scope_changed.connect(lambda _: self._read())
        self.popup.foot_pressed.connect(self._edit)

    def open(self, articles: tuple[ArticleId, ...], question: TimelineFilter, n_in_list: int) -> None:
        """Open the popup for chosen articles, or for the `n_in_list` articles of a filter where there are none."""
        if not articles and not n_in_list:
            self.told.emit(self.tr("There is no article here to tag."))
            return
        self._articles, self._question = articles, question
        everything = counted(n_in_list, self.tr("The 1 article of this list"), self.tr("All {n} articles of this list"))
        self.popup.offer_everything(everything)
        self.popup.everything.setChecked(not articles)
        self._read()
        self.popup.open_at(self._around, is_waiting=True)

    def _read(self) -> None:
        articles = () if self.popup.everything.isChecked() else self._articles
        self._tasks.read(partial(_read, articles=articles, question=self._question), self._show, slot=_SLOT)

    def _show(self, found: tuple[tuple[Tag, ...], dict[str, int], int]) -> None:
        tags, on, n_meant = found
        self.popup.offer(
            [
                Choice(
                    tag.name,
                    tag.name,
                    is_on=None if 0 < on.get(tag.name, 0) < n_meant else on.get(tag.name, 0) > 0,
                    colour=tag.colour,
                    hint=f"{tag.n:,}",
                )
                for tag in tags
            ],
            self.tr("Make the tag “{name}”"),
        )

    def _tick(self, one: Choice, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        wants_all = self.popup.everything.isChecked() or not self._articles
        self._change(one.key or one.name, self._question if wants_all else self._articles, is_wanted=is_wanted)

    def add(self, name: str, articles: tuple[ArticleId, ...]) -> None:
        """Put a tag on articles."""
        self._change(name, articles, is_wanted=True)

    def _change(self, name: str, meant: tuple[ArticleId, ...] | TimelineFilter, *, is_wanted: bool) -> None:
        act: Callable[..., Change] = _add if is_wanted else _take
        done = self.tr("{n} tagged “{tag}”.") if is_wanted else self.tr("“{tag}” was taken off {n}.")
        self._undo.do(
            partial(act, name=name, meant=meant),
            self.tr("The tags are as they were."),
            said=lambda change: done.format(n=n_articles(len(change.changed_articles)), tag=name),
            then=lambda _: self._read() if self.popup.isVisible() else None,
        )

    def _edit(self) -> None:
        self.popup.hide()
        self.editor_wanted.emit()


def _read(
    connection: Any, articles: tuple[ArticleId, ...], question: TimelineFilter
) -> tuple[tuple[Tag, ...], dict[str, int], int]:
    from dateline.storage import tags, timeline

    if articles:
        return tags.tags(connection), tags.tags_of(connection, articles), len(articles)
    ids = [ArticleId(one) for one in timeline.spine(connection, question)]
    return tags.tags(connection), tags.tags_of(connection, ids), len(ids)


def _add(connection: Any, name: str, meant: tuple[ArticleId, ...] | TimelineFilter) -> Change:
    from dateline.storage import tags

    at = datetime.now(UTC)
    if isinstance(meant, TimelineFilter):
        return tags.add_tag_to_all(connection, meant, name, at)
    return tags.add_tag(connection, meant, name, at)


def _take(connection: Any, name: str, meant: tuple[ArticleId, ...] | TimelineFilter) -> Change:
    from dateline.storage import tags

    if isinstance(meant, TimelineFilter):
        return tags.take_tag_from_all(connection, meant, name)
    return tags.take_tag(connection, meant, name)
