"""The inspector's Revisions: two kept states of an article side by side in one text, and what matters in the change.

It reads the library through `Tasks`, where the texts are compared too; here their difference is only set as text. What
went is struck out and what came is underlined, so that colour is never all that tells them apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import count
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QStackedLayout, QTextBrowser, QVBoxLayout, QWidget

from dateline.news.article import ArticleId, Revision
from dateline.news.change import Change
from dateline.text.callouts import Callout, CalloutKind, call_out
from dateline.text.difference import Difference, Fate, Piece, compare
from dateline.text.script import has_han
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, full_moment, local, short_day
from dateline.ui.empty_state import EmptyState
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance, Theme

_SLOT = "inspector.revisions"
_panels = count()
#: Letters of unchanged text that stand beside a change.
_BESIDE = 160


@dataclass(frozen=True, slots=True)
class Comparison:
    """The revisions of an article, and two of them compared; `difference` is None where there is but one."""

    article: ArticleId
    revisions: tuple[Revision, ...]
    before: Revision | None = None
    after: Revision | None = None
    difference: Difference | None = None
    callouts: tuple[Callout, ...] = ()


class RevisionsPanel(QWidget):
    """Shows how an article changed. Mount it, and call `show_article`."""

    #: The user wants the article's page looked at again.
    check_wanted = Signal(object)  # ArticleId

    def __init__(self, tasks: Tasks, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._appearance = appearance
        self._article: ArticleId | None = None
        self._numbers: tuple[int, int] | None = None
        self._slot = f"{_SLOT} {next(_panels)}"  # there are two of them
        self._shown: Comparison | None = None
        self.before = _Choice(self.tr("Older state"))
        self.after = _Choice(self.tr("Newer state"))
        self.page = QTextBrowser(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("How the article changed"))
        self.empty = EmptyState(appearance, "history", left=16, ground="window", parent=self)
        self.empty.chosen.connect(self._check)
        self._build()
        for choice in (self.before, self.after):
            choice.activated.connect(self._choose)
        appearance.changed.connect(self._set_page)
        self._set_page()

    @property
    def shown(self) -> Comparison | None:
        """What stands in the panel."""
        return self._shown

    def show_article(self, article_id: ArticleId | None, numbers: tuple[int, int] | None = None) -> None:
        """Show how an article changed from one revision to a later one, without `numbers` from its last but one to its
        last; nothing for None.
        """
        self._article, self._numbers = article_id, numbers
        if article_id is None:
            self._tasks.drop(self._slot)
            self._shown = None
            self._set_page()
            return
        self._tasks.read(partial(load_comparison, article=article_id, numbers=numbers), self._take, slot=self._slot)

    def follow(self, change: Change) -> None:
        """Show the article anew when it changed."""
        if self._article is not None and self._article in change.changed_articles:
            self.show_article(self._article, self._numbers)

    def _build(self) -> None:
        choices = QGridLayout()
        choices.setContentsMargins(16, 12, 16, 8)
        choices.setColumnStretch(1, 1)
        choices.setHorizontalSpacing(10)
        choices.setVerticalSpacing(6)
        self._labels = (QLabel(self.tr("From"), self), QLabel(self.tr("To"), self))
        for row, (label, choice) in enumerate(zip(self._labels, (self.before, self.after), strict=True)):
            label.setBuddy(choice)
            choices.addWidget(label, row, 0)
            choices.addWidget(choice, row, 1)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(choices)
        column.addWidget(self.page, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def _check(self) -> None:
        if self._article is not None:
            self.check_wanted.emit(self._article)

    def _choose(self) -> None:
        numbers = self.before.currentData(), self.after.currentData()
        if self._article is not None and None not in numbers:
            job = partial(load_comparison, article=self._article, numbers=(min(numbers), max(numbers)))
            self._tasks.read(job, self._take, slot=self._slot)

    def _take(self, comparison: Comparison) -> None:
        if comparison.article != self._article:
            return
        self._shown = comparison
        for choice, chosen in ((self.before, comparison.before), (self.after, comparison.after)):
            choice.show_revisions(comparison.revisions, chosen)
        self._set_page()

    def _set_page(self) -> None:
        shown = self._shown
        for label in self._labels:
            label.setFont(self._appearance.theme.font("meta"))
        for choice in (self.before, self.after):
            choice.setFont(self._appearance.theme.font("meta"))
        if shown is None or shown.difference is None:
            self._say_nothing(shown)
            return
        self._stack.setCurrentIndex(0)
        palette = self.page.palette()
        palette.setColor(palette.ColorRole.Base, self._appearance.theme.colour.window)
        self.page.setPalette(palette)
        self.page.viewport().setPalette(palette)
        self.page.document().setDocumentMargin(16)
        self.page.document().setDefaultFont(self._appearance.theme.font("inspector_words"))
        self.page.setHtml(self._page(shown, shown.difference))

    def _say_nothing(self, shown: Comparison | None) -> None:
        if shown is None:
            self.empty.say(self.tr("No article is open"), self.tr("Choose an article to see how it changed."))
        elif shown.revisions:
            since = full_moment(shown.revisions[0].captured_at)
            self.empty.say(
                self.tr("No changes"),
                self.tr("The article has not changed since {moment}.").format(moment=since),
                self.tr("Check again"),
            )
        else:
            self.empty.say(
                self.tr("No text yet"),
                self.tr("No text of this article was read, so there is nothing to compare."),
                self.tr("Check again"),
            )
        self._stack.setCurrentWidget(self.empty)

    # The page

    def _page(self, shown: Comparison, difference: Difference) -> str:
        theme = self._appearance.theme
        parts = [self._callouts(shown.callouts, theme)]
        if difference.is_empty:
            parts.append(f"<p>{_label(self.tr('The text is the same; only the headline changed.'), theme)}</p>")
        else:
            n = counted(
                len(difference.regions()), self.tr("{n} change in the text"), self.tr("{n} changes in the text")
            )
            parts.append(f"<p>{_label(n, theme)}</p>")
            pieces = difference.pieces
            parts += [
                _set(piece, theme, is_first=number == 0, is_last=number == len(pieces) - 1)
                for number, piece in enumerate(pieces)
            ]
        return "".join(parts)

    def _callouts(self, callouts: tuple[Callout, ...], theme: Theme) -> str:
        names = {
            CalloutKind.HEADLINE: self.tr("Headline"),
            CalloutKind.NUMBER: self.tr("Number"),
            CalloutKind.QUOTE: self.tr("Quote"),
        }
        rows = []
        for one in callouts:
            was = _styled(one.before, Fate.REMOVED, theme) if one.before else escape(self.tr("new"))
            now = _styled(one.after, Fate.ADDED, theme) if one.after else escape(self.tr("gone"))
            name = _label(names[one.kind], theme)
            rows.append(f"<p style='margin:0 0 8px 0'>{name}&nbsp;&nbsp;{was} → {now}</p>")
        return "".join(rows)


class _Choice(QComboBox):
    """A choice of one revision."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def show_revisions(self, revisions: tuple[Revision, ...], chosen: Revision | None) -> None:
        """List the revisions, newest first."""
        self.clear()
        for revision in reversed(revisions):
            day = short_day(local(revision.captured_at).date(), local(revisions[-1].captured_at).date())
            self.addItem(f"{at_time(day, revision.captured_at)} · {self._origin(revision)}", revision.number)
        if chosen is not None:
            self.setCurrentIndex(self.findData(chosen.number))

    def _origin(self, revision: Revision) -> str:
        names = {
            "page": self.tr("from the page"),
            "feed": self.tr("from the feed"),
            "capture": self.tr("handed over"),
            "import": self.tr("imported"),
        }
        name = names.get(revision.origin, revision.origin)
        return f"{name} ({revision.provenance})" if revision.provenance else name


def load_comparison(connection: Any, article: ArticleId, numbers: tuple[int, int] | None = None) -> Comparison:
    """Return two revisions of an article compared, the last two where none are named. Read job."""
    from dateline.storage import revisions

    every = revisions.revisions(connection, article)
    if len(every) < 2:
        return Comparison(article, every)
    wanted = numbers or (every[-2].number, every[-1].number)
    before, after = (revisions.revision_text(connection, article, number) for number in wanted)
    if before is None or after is None:
        return Comparison(article, every)
    difference = compare(before.text, after.text)
    titles = (before.revision.title, after.revision.title)
    return Comparison(
        article,
        every,
        before.revision,
        after.revision,
        difference,
        call_out(titles, (before.text, after.text), difference),
    )


def _set(piece: Piece, theme: Theme, *, is_first: bool, is_last: bool) -> str:
    """Return a piece as HTML; of what stayed, only what stands beside a change."""
    if piece.fate is not Fate.SAME:
        return _styled(piece.text, piece.fate, theme)
    text = piece.text
    head = "" if is_first else text[:_BESIDE]
    tail = "" if is_last else text[-_BESIDE:]
    if len(head) + len(tail) >= len(text):
        return _lines(text)
    if not has_han(head):  # no part of a word is left
        head = head.rpartition(" ")[0]
    if not has_han(tail):
        tail = tail.partition(" ")[2]
    gap = f"<span style='color:{theme.colour.text_tertiary.name()}'> … </span>"
    return _lines(head) + gap + _lines(tail)


def _label(words: str, theme: Theme) -> str:
    """Return words of the interface as HTML, among those of the article."""
    font = theme.font("meta")
    style = f"font-family:'{font.family()}';font-size:{font.pointSizeF():.2f}pt"
    return f'<span style="{style};color:{theme.colour.text_secondary.name()}">{escape(words)}</span>'


def _styled(text: str, fate: Fate, theme: Theme) -> str:
    colour = theme.colour
    ground, ink, line = (
        (colour.danger_ground, colour.danger, "line-through")
        if fate is Fate.REMOVED
        else (colour.selection, colour.accent_on_soft, "underline")
    )
    style = f"background-color:{ground.name()};color:{ink.name()};text-decoration:{line}"
    return f"<span style='{style}'>{_lines(text)}</span>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
