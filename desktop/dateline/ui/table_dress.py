"""How a plain table is dressed: rows parted by hairlines, quiet heads over their columns, the colours of the theme.

For tables whose cells are words; lists with drawn rows (timeline, sources, statements) have delegates of their own.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from dateline.ui.theme import Appearance

#: A row with one line of words, in logical pixels at 100 %.
_ROW = 36


class TableDress(QObject):
    """Dresses a table that is chosen from by rows, as long as it lives. `ground` is what it stands on."""

    def __init__(self, table: QTableView, appearance: Appearance, ground: Literal["list", "paper", "raised"]) -> None:
        super().__init__(table)
        self._table = table
        self._appearance = appearance
        self._ground = ground
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def _restyle(self) -> None:
        table, theme = self._table, self._appearance.theme
        colour = theme.colour
        under = {"list": colour.list, "paper": colour.paper, "raised": colour.raised}[self._ground]
        palette = table.palette()
        palette.setColor(QPalette.ColorRole.Base, under)
        table.setPalette(palette)
        table.setFont(theme.font("control"))
        table.verticalHeader().setDefaultSectionSize(round(_ROW * theme.text_scale))
        # A cell's ink stays its own, so that one in red is red where it is not selected.
        table.setStyleSheet(
            f"QTableView {{ background: {under.name()}; border: 2px solid {under.name()}; }}"
            f"QTableView::item {{ border-bottom: 1px solid {colour.line.name()}; padding-left: 4px; }}"
            f"QTableView::item:selected {{ background: {colour.selection.name()}; color: {colour.text.name()}; }}"
            f"QTableView:focus {{ border: 2px solid {colour.accent.name()}; }}"
            f"QHeaderView::section {{ background: {under.name()}; color: {colour.text_secondary.name()}; border: none;"
            f" padding: 6px 4px 6px 7px; border-bottom: 1px solid {colour.line_strong.name()}; }}"
        )
        # After the sheet, which gives the heads the table's font.
        table.horizontalHeader().setFont(theme.font("chip", weight=500))
