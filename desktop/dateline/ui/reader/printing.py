"""An article on real paper, or as a PDF: black on white, with where it stood and when, without the layers.

Nothing is loaded for it. The print dialogs are imported when they are wanted: no start pays for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from dateline.ui.dates import full_moment
from dateline.ui.names import Names
from dateline.ui.reader.document import make_document
from dateline.ui.reader.page import Page
from dateline.ui.theme import make_theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MARGIN_MM = 20.0
_PX_PER_MM = 96 / 25.4


def print_article(page: Page, names: Names, parent: QWidget) -> None:
    """Show how the article would stand on paper; from there it is printed, or saved as PDF."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    preview = QPrintPreviewDialog(parent)
    printer = preview.printer()  # the dialog's own, which lives as long as it does
    printer.setDocName(page.title)
    printer.setPageMargins(QMarginsF(*(_MARGIN_MM,) * 4), QPageLayout.Unit.Millimeter)
    document = printed(page, names)
    preview.setWindowTitle(QCoreApplication.translate("printing", "Print the article"))
    preview.resize(900, 760)
    preview.paintRequested.connect(lambda on: put_on_paper(document, on))
    preview.finished.connect(preview.deleteLater)
    preview.open()


def put_on_paper(document: QTextDocument, printer: QPrinter) -> None:
    """Lay a document out for the printer's paper and print it."""
    room = printer.pageLayout().paintRect(QPageLayout.Unit.Millimeter)
    document.setPageSize(QSizeF(room.width() * _PX_PER_MM, room.height() * _PX_PER_MM))
    document.print_(printer)


def printed(page: Page, names: Names) -> QTextDocument:
    """Return the article as it is printed: outlet, authors, time and address, then headline and text."""
    theme = make_theme(is_dark=False)
    document = make_document(page, theme)
    frame = document.rootFrame()
    edges = frame.frameFormat()
    edges.setTopMargin(0)
    edges.setBottomMargin(0)
    frame.setFrameFormat(edges)
    article = page.article
    when = "" if article.published_at is None else full_moment(article.published_at)
    parts = (names.outlet(article.outlet).name, ", ".join(article.authors), when)
    head = QTextCharFormat()
    head.setFont(theme.font("meta"))
    room = QTextBlockFormat()
    room.setBottomMargin(8)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    title = cursor.blockFormat()
    title.setBottomMargin(18)
    cursor.setBlockFormat(title)
    cursor.insertBlock()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.setBlockFormat(room)
    cursor.insertText(" · ".join(part for part in parts if part), head)
    if article.url:
        cursor.insertText("\u2028" + article.url, head)
    # Every letter says its colour: Qt takes the pen of a dark window where one says none.
    ink = QTextCharFormat()
    ink.setForeground(theme.colour.text)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeCharFormat(ink)
    cursor.endEditBlock()
    return document
