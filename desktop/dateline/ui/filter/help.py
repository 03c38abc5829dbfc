"""The query language on one page, in the interface's language, beside the window: one can type while it is read."""

from __future__ import annotations

import re

from PySide6.QtGui import QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from dateline.settings import resource
from dateline.ui.dialog import Dialog
from dateline.ui.language import speaks_chinese
from dateline.ui.theme import Appearance

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_TITLE = re.compile(r"\A# (.+)\n+")


class QueryHelp(Dialog):
    """The page; it stays open until it is closed."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        page = resource(f"help/query-language{'.zh_CN' if speaks_chinese() else ''}.md").read_text("utf-8")
        title = _TITLE.match(page)
        super().__init__(appearance, title[1] if title else "", self.tr("Close"), parent, fills_body=True)
        self.setModal(False)
        self.cancel_button.hide()
        self.page = QTextBrowser(self)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.windowTitle())
        self.page.document().setMarkdown(_TITLE.sub("", page), _FEATURES)
        self.body.addWidget(self.page)
        self.resize(760, 620)
        appearance.changed.connect(self._dress_page)
        self._dress_page()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self.page.setFocus()

    def _dress_page(self) -> None:
        theme = self.appearance.theme
        self.page.document().setDefaultFont(theme.font("control"))
        palette = self.page.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour.raised)
        palette.setColor(QPalette.ColorRole.Text, theme.colour.text)
        self.page.setPalette(palette)
