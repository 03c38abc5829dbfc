"""All keys at a glance, by what they are for. Any key or click closes it."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from dateline.ui.commands import Commands
from dateline.ui.marks import paint_hairline
from dateline.ui.theme import Appearance, radius

_COLUMN = 400
_NARROWEST = 240
_MOST_COLUMNS = 4
_ROW = 25
_SIDE = 32
_TOP = 76
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
#: Parts the keys of one act that do the same; each has a cap of its own, so far from the next.
_OR = "  "
_BETWEEN = 4


class _Line(NamedTuple):
    """A row of the sheet: an act with its keys, or a group's heading, which has none."""

    name: str
    keys: str = ""


class KeysOverlay(QWidget):
    """Lies over the window, in as many columns as its height asks for."""

    def __init__(self, appearance: Appearance, commands: Commands, over: QWidget) -> None:
        super().__init__(over)
        self._appearance = appearance
        self._commands = commands
        self._over = over
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("All keys"))
        self.hide()
        over.installEventFilter(self)

    def open(self) -> None:
        """Show it over the whole window."""
        self._before = self._over.window().focusWidget()
        self.setGeometry(self._over.rect())
        self.setAccessibleDescription("; ".join(f"{name}: {keys}" for _, rows in self.groups() for name, keys in rows))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back before it is gone: Qt would hand it to the window's first button."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        super().closeEvent(event)

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return every group with its (name, keys); an act without a key is left out."""
        rows = [(key.group, key.name, _OR.join(self._commands.keys(key.act))) for key in self._commands.rows()]
        return [
            (group, [(name, keys) for _, name, keys in some if keys])
            for group, some in groupby(rows, key=lambda row: row[0])
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at any key but a lone modifier."""
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.close()

    def event(self, event: QEvent) -> bool:
        """Keep the window's own keys from being taken while this is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Close."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sheet with its columns."""
        theme = self._appearance.theme
        scale = theme.text_scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = theme.colour.text if not theme.is_dark else theme.colour.window
        painter.setOpacity(0.35)
        painter.fillRect(self.rect(), shade)
        painter.setOpacity(1)
        columns = self.columns()
        wide = min(_COLUMN * scale, (self.width() - 40 - 2 * _SIDE) / len(columns))
        width = 2 * _SIDE + wide * len(columns)
        n_lines = max(len(some) for some in columns)
        height = min(self.height() - 40, (_TOP + 24 + n_lines * _ROW) * scale)
        sheet = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.setBrush(theme.colour.raised)
        painter.setPen(theme.colour.line_strong)
        painter.drawRoundedRect(sheet, radius("dialog"), radius("dialog"))
        painter.setPen(theme.colour.text)
        painter.setFont(theme.font("view_title"))
        title = QRectF(sheet.x() + _SIDE, sheet.y() + 20, width, 32 * scale)
        painter.drawText(title, _ALIGN, self.tr("All keys"))
        painter.setClipRect(sheet)
        for number, some in enumerate(columns):
            self._draw(painter, sheet.x() + _SIDE + number * wide, sheet.y() + _TOP * scale, wide - 24, some)
        painter.end()

    def _draw(self, painter: QPainter, x: float, y: float, width: float, lines: list[_Line]) -> None:
        theme = self._appearance.theme
        row = _ROW * theme.text_scale
        name_font, key_font = theme.font("sidebar"), theme.font("chip", weight=500)
        metrics, key_metrics = QFontMetricsF(name_font), QFontMetricsF(key_font)
        for line in lines:
            if not line.keys:
                painter.setFont(theme.font("sidebar", weight=600))
                painter.setPen(theme.colour.text_secondary)
                painter.drawText(QRectF(x, y, width, row), _ALIGN, line.name)
                if line.name:
                    paint_hairline(painter, x, y + row - 2, width, theme.colour.line)
                y += row
                continue
            caps = [(keys, key_metrics.horizontalAdvance(keys) + 14) for keys in line.keys.split(_OR)]
            room = sum(wide for _, wide in caps) + _BETWEEN * (len(caps) - 1)
            painter.setFont(name_font)
            painter.setPen(theme.colour.text)
            cut = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, width - room - 8)
            painter.drawText(QRectF(x, y, width - room, row), _ALIGN, cut)
            painter.setFont(key_font)
            left = x + width - room
            for keys, wide in caps:
                box = QRectF(left, y + 3, wide, row - 6)
                painter.setPen(theme.colour.line_strong)
                painter.setBrush(theme.colour.window)
                painter.drawRoundedRect(box, radius("chip"), radius("chip"))
                painter.setPen(theme.colour.text_secondary)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
                left += wide + _BETWEEN
            y += row

    def columns(self) -> list[list[_Line]]:
        """Part the lines into as few columns as fit the height; two where there is room for two."""
        scale = self._appearance.theme.text_scale
        n_fit = max(8, int((self.height() - 40) / scale - _TOP - 24) // _ROW)
        n_wide = max(1, min(_MOST_COLUMNS, int((self.width() - 40 - 2 * _SIDE) / (_NARROWEST * scale))))
        groups = [[_Line(group), *(_Line(*row) for row in rows)] for group, rows in self.groups()]
        n_lines = sum(len(group) + 1 for group in groups) - 1
        for n_columns in range(min(2, n_wide), n_wide + 1):
            parted = _parted(groups, -(-n_lines // n_columns))
            if len(parted) <= n_columns and max(map(len, parted)) <= n_fit:
                return parted
        return _parted(groups, n_fit)


def _parted(groups: list[list[_Line]], n_most: int) -> list[list[_Line]]:
    """Return columns of about `n_most` lines; a heading stands over two acts of its own at least."""
    columns: list[list[_Line]] = [[]]
    for group in groups:
        if columns[-1] and len(columns[-1]) + 4 > n_most:
            columns.append([])
        elif columns[-1]:
            columns[-1].append(_Line(""))
        for line in group:
            if len(columns[-1]) >= n_most:
                columns.append([])
            columns[-1].append(line)
    return columns
