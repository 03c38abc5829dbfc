"""How an export begins, beside its options: a document as a page, a table or references as the text of the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from dateline.news.handover import HandoverPreview
from dateline.ui.dates import n_articles
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance

_SHEET = """
h1 {{ font-size: {title}px; }} h2 {{ font-size: {group}px; }} h3 {{ font-size: {headline}px; }}
h4 {{ font-size: {small}px; }} h1, h2, h3, h4 {{ color: {text}; font-weight: 600; }} a {{ color: {text};
text-decoration: none; }} p.byline, p.citation, p.line {{ color: {quiet}; font-size: {small}px; }}
blockquote {{ margin-left: 14px; margin-right: 0; }} footer {{ color: {quiet}; font-size: {small}px; }}
mark {{ background-color: {mark}; }}
"""


class ExportPreview(QWidget):
    """The right side of the export dialog. Nothing in it can be followed, and nothing is loaded."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: HandoverPreview | None = None
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setAccessibleName(self.tr("Preview"))
        self.page.setTabChangesFocus(True)
        self.of = QLabel(self)
        self.of.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 12)
        column.setSpacing(10)
        column.addWidget(self.page, 1)
        column.addWidget(self.of)
        appearance.changed.connect(self._dress)
        self._dress()

    def show_preview(self, preview: HandoverPreview) -> None:
        """Show how the export begins; the place on the page is kept."""
        self._shown = preview
        bar = self.page.verticalScrollBar()
        at = bar.value()
        self.page.document().setDocumentMargin(28 if preview.is_html else 16)
        if preview.is_html:
            self.page.setFont(self._appearance.theme.font("inspector_words"))
            self.page.setHtml(preview.text)
        else:
            self.page.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self.page.setPlainText(preview.text)
        bar.setValue(min(at, bar.maximum()))
        if preview.n <= preview.n_shown:
            self.of.clear()
        else:
            self.of.setText(
                self.tr("The first {some} of {all}").format(some=preview.n_shown, all=n_articles(preview.n))
            )

    def say(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self._shown = None
        self.page.setPlainText(sentence)
        self.of.clear()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground under the page, and the page's edge."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.window)
        painter.setPen(colour.line_strong)
        painter.drawRect(self.page.geometry().adjusted(-1, -1, 0, 0))
        painter.end()

    def _dress(self) -> None:
        theme = self._appearance.theme
        colour = theme.colour
        palette = self.page.palette()
        palette.setColor(palette.ColorRole.Base, colour.paper)
        palette.setColor(palette.ColorRole.Text, colour.text)
        self.page.setPalette(palette)
        self.page.document().setDefaultStyleSheet(
            _SHEET.format(
                title=round(21 * theme.text_scale),
                group=round(17 * theme.text_scale),
                headline=round(15 * theme.text_scale),
                small=round(11.5 * theme.text_scale),
                text=colour.text.name(),
                quiet=colour.text_secondary.name(),
                mark=colour.highlight.name(),
            )
        )
        set_label(self.of, theme.font("meta"), colour.text_secondary.name())
        self.update()
        if self._shown is not None:
            self.show_preview(self._shown)
