"""A sentence that stands over the window for a few seconds, with the way back where there is one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dateline.ui.buttons import Button
from dateline.ui.theme import Appearance, radius

#: Kept free at both sides, in pixels.
_MARGIN = 34
_STANDS_MS = 6000
#: Between the sentence and what it stands above.
_ABOVE = 10
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QWidget):
    """One at a time; a newer sentence replaces the last. It never takes the keyboard."""

    undo_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = Button(appearance, self.tr("Undo"), self, kind="quiet")
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._take_back)
        self._around = parent
        self._kept_clear: list[QWidget] = []
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STANDS_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def sentence(self) -> str:
        """The sentence that stands, or stood last."""
        return self._words.text()

    def say(self, sentence: str, *, can_undo: bool = False) -> None:
        """Say something for a few seconds."""
        self._words.setText(sentence)
        self._undo.setVisible(can_undo)
        self._row.setContentsMargins(14, 5, 8 if can_undo else 14, 5)
        self.setMinimumHeight(40)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def keep_clear_of(self, widget: QWidget) -> None:
        """Stand above a widget of the window's lower edge while it is on show: both are to be read."""
        self._kept_clear.append(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window, or what is kept clear, changes its size or comes and goes."""
        if event.type() in _MOVING and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, an edge and a soft shadow."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour.line_strong, 1))
        painter.setBrush(colour.raised)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius("popover"), radius("popover")
        )
        painter.end()

    def _take_back(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _place(self) -> None:
        button = 0 if self._undo.isHidden() else self._undo.sizeHint().width() + self._row.spacing()
        room = self._around.width() - 2 * _MARGIN - button
        self._words.setWordWrap(False)
        self._words.setMinimumWidth(0)  # the width of the last sentence would stay the least of this one
        length = self._words.sizeHint().width()
        self._words.setWordWrap(length > room)
        self._words.setFixedWidth(max(min(length, room), 0))
        self.adjustSize()
        around = self._around.rect()
        place = QRect((around.width() - self.width()) // 2, around.bottom() + 1 - 20, self.width(), self.height())
        place.translate(0, -self.height())
        for widget in self._kept_clear:
            there = QRect(widget.mapTo(self._around, QPoint()), widget.size())
            if widget.isVisible() and there.intersects(place):
                place.moveBottom(there.top() - _ABOVE)
        self.move(place.topLeft())

    def _restyle(self) -> None:
        self._words.setFont(self._appearance.theme.font("control"))
        self.update()
