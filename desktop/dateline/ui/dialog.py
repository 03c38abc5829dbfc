"""The frame of a dialog: a title, its content, and at the foot one line of truth, a quiet Cancel, one named button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.ui.buttons import Button
from dateline.ui.marks import paint_hairline
from dateline.ui.theme import Appearance

_SIDE = 20


class Dialog(QDialog):
    """A dialog over the window. Put content into `body`; `accept_button` names the act.

    With `fills_body` the content has its own grounds and takes all room down to the foot.
    """

    def __init__(
        self, appearance: Appearance, title: str, act: str, parent: QWidget, *, fills_body: bool = False
    ) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setWindowTitle(title)
        self.setModal(True)
        self.heading = QLabel(title, self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.body.setSpacing(10)
        self.truth = QLabel("", self)
        self.truth.setTextFormat(Qt.TextFormat.PlainText)
        self.truth.setWordWrap(True)
        self.cancel_button = Button(appearance, self.tr("Cancel"), self, kind="quiet")
        self.cancel_button.setAutoDefault(False)
        self.accept_button = Button(appearance, act, self, kind="primary")
        self.accept_button.setDefault(True)
        foot = self._foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 13, _SIDE, 13)
        foot.setSpacing(8)
        foot.addWidget(self.truth, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_SIDE, 0, _SIDE, 12)
        head.addWidget(self.heading)
        column.addLayout(head)
        column.addLayout(self.body, int(fills_body))
        if not fills_body:
            column.addSpacing(16)
        column.addLayout(foot)
        self.cancel_button.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self._dress()
        appearance.changed.connect(self._dress)

    def event(self, event: QEvent) -> bool:
        """Let the keyboard begin in the content and come to the foot last, whatever came into the content late."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            content = self._content()
            if content:
                self.setTabOrder(content[-1], self.cancel_button)
                self.setTabOrder(self.cancel_button, self.accept_button)
            if event.type() == QEvent.Type.Show and self.focusWidget() in (None, self.cancel_button):
                fields = (one for one in content if one.isEnabledTo(self) and not isinstance(one, QPushButton))
                next(fields, self.accept_button).setFocus(Qt.FocusReason.TabFocusReason)
        return done

    def _content(self) -> list[QWidget]:
        """Return where Tab stops over the foot, in its order."""
        stops: list[QWidget] = []
        one = self.nextInFocusChain()
        while one is not None and one is not self:
            is_stop = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.isVisibleTo(self)
            if is_stop and self.isAncestorOf(one) and one not in (self.cancel_button, self.accept_button):
                stops.append(one)
            one = one.nextInFocusChain()
        return stops

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the line over the foot."""
        colour = self.appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.raised)
        y = self._foot.geometry().top() - 1
        paint_hairline(painter, 0, y, self.width(), colour.line)
        painter.end()

    def _dress(self) -> None:
        theme = self.appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.colour.raised)
        self.setPalette(palette)
        self.heading.setFont(theme.font("dialog_title"))
        self.truth.setFont(theme.font("sidebar"))
        quiet = self.truth.palette()
        quiet.setColor(QPalette.ColorRole.WindowText, theme.colour.text_secondary)
        self.truth.setPalette(quiet)
        self.update()
