"""What stands where there is nothing to show: an icon, a title, one sentence naming the cause, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dateline.ui.buttons import Button
from dateline.ui.icons import paint_icon

if TYPE_CHECKING:
    from dateline.ui.theme import Appearance

_ICON = 26
_WIDTH = 330
#: Where the icon stands, of the pane's height: words of panes side by side begin on one line.
_TOP = 0.18


class EmptyState(QWidget):
    """Left aligned, in the upper third; `left` is where its words start, `ground` the colour it stands on.

    `above` is how much of the pane the heads of the panes beside it take.
    """

    chosen = Signal()

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        *,
        left: int = 50,
        ground: str = "list",
        above: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ground = ground
        self._above = above
        self.icon = _Icon(appearance, icon, self)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._button = Button(appearance, "", self)
        self._button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.chosen)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.icon)
        words.addSpacing(12)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addWidget(self._sentence)
        words.addSpacing(14)
        words.addWidget(self._button)
        holder = QWidget(self)
        holder.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        holder.setMaximumWidth(_WIDTH)
        row = QHBoxLayout()
        row.addSpacing(left)
        row.addWidget(holder, 100)  # in a narrow pane the words have all of it
        row.addStretch(1)
        rows = self._rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 16, 0)
        rows.addLayout(row)
        rows.addStretch(1)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def sentence(self) -> str:
        """The sentence that is said."""
        return self._sentence.text()

    @property
    def button(self) -> Button:
        """The one button; hidden where nothing can be done."""
        return self._button

    def say(self, title: str, sentence: str, button: str = "", *, icon: str = "", button_icon: str = "") -> None:
        """Say why there is nothing, and what can be done; no button for an empty name. No `icon` keeps the last."""
        if icon:
            self.icon.show_icon(icon)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._button.setText(button)
        self._button.set_icon(button_icon)
        self._button.setVisible(bool(button))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in the upper third."""
        super().resizeEvent(event)
        top = self._above + round((self.height() - self._above) * _TOP)
        self._rows.setContentsMargins(0, top, 16, 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pane's own ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Window))
        painter.end()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, getattr(theme.colour, self._ground))
        self.setPalette(palette)
        title = type(self._title.font())(theme.font("dialog_title"))
        title.setPointSizeF(title.pointSizeF() * 17 / 16)
        self._title.setFont(title)
        self._sentence.setFont(theme.font("control"))
        words = self._sentence.palette()
        words.setColor(QPalette.ColorRole.WindowText, theme.colour.text_secondary)
        self._sentence.setPalette(words)


class _Icon(QWidget):
    """The icon over the title."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self.setFixedSize(QSize(_ICON, _ICON))

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        painter = QPainter(self)
        paint_icon(painter, self._name, 0, 0, self._appearance.theme.colour.text_secondary, _ICON)
        painter.end()
