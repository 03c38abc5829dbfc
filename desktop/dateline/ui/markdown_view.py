"""A note as its Markdown means it: as high as its words, without any resource, HTML or frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from dateline.ui.theme import Appearance

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class MarkdownView(QTextBrowser):
    """Shows one note; a press on it belongs to what is around it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._markdown = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_markdown(self, markdown: str) -> None:
        """Show a note."""
        self._markdown = markdown
        self.document().setMarkdown(markdown, _FEATURES)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the words."""
        return QSize(200, self.height())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Load nothing: neither remote nor local."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.viewport().width()))
        self.setFixedHeight(max(1, round(self.document().size().height())))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.document().setDefaultFont(theme.font("control"))
        palette = self.palette()
        clear = QColor(theme.colour.window)
        clear.setAlpha(0)
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, clear)
        palette.setColor(QPalette.ColorRole.Text, theme.colour.text)
        self.setPalette(palette)
        self.viewport().setAutoFillBackground(False)
        self.show_markdown(self._markdown)
