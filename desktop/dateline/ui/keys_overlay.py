"""All keys at a glance, by what they are for. Any key or click closes it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dateline.ui.commands import Commands
from dateline.ui.marks import paint_hairline
from dateline.ui.theme import Appearance, radius

_COLUMN = 400
_ROW = 25
_GROUP = 34
_SIDE = 32
_TOP = 76
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class KeysOverlay(QWidget):
    """Lies over the window; two columns, one where the window is narrow."""

    def __init__(self, appearance: Appearance, commands: Commands, over: QWidget) -> None:
        super().__init__(over)
        self._appearance = appearance
        self._commands = commands
        self._over = over
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("All keys"))
        self.hide()
        over.installEventFilter(self)

    def open(self) -> None:
        """Show it over the whole window."""
        self.setGeometry(self._over.rect())
        self.setAccessibleDescription("; ".join(f"{name}: {keys}" for _, rows in self.groups() for name, keys in rows))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return every group with its (name, keys); an act without a key is left out."""
        rows = [(key.group, key.name, "  ".join(self._commands.keys(key.act))) for key in self._commands.rows()]
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
        columns = self._columns()
        width = min(self.width() - 40, _SIDE * 2 + round(_COLUMN * scale) * len(columns))
        height = min(self.height() - 40, round((_TOP + 24) * scale) + max(self._height(some) for some in columns))
        sheet = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.setBrush(theme.colour.raised)
        painter.setPen(theme.colour.line_strong)
        painter.drawRoundedRect(sheet, radius("dialog"), radius("dialog"))
        painter.setPen(theme.colour.text)
        painter.setFont(theme.font("view_title"))
        title = QRectF(sheet.x() + _SIDE, sheet.y() + 20, width, 32 * scale)
        painter.drawText(title, _ALIGN, self.tr("All keys"))
        wide = (width - 2 * _SIDE) / len(columns)
        for number, some in enumerate(columns):
            self._draw(painter, sheet.x() + _SIDE + number * wide, sheet.y() + _TOP * scale, wide - 24, some)
        painter.end()

    def _draw(
        self, painter: QPainter, x: float, y: float, width: float, groups: list[tuple[str, list[tuple[str, str]]]]
    ) -> None:
        theme = self._appearance.theme
        row = _ROW * theme.text_scale
        name_font, key_font = theme.font("sidebar"), theme.font("chip", weight=500)
        metrics, key_metrics = QFontMetricsF(name_font), QFontMetricsF(key_font)
        for group, rows in groups:
            painter.setFont(theme.font("sidebar", weight=600))
            painter.setPen(theme.colour.text_secondary)
            painter.drawText(QRectF(x, y, width, row), _ALIGN, group)
            paint_hairline(painter, x, y + row, width, theme.colour.line)
            y += row + 4
            for name, keys in rows:
                room = key_metrics.horizontalAdvance(keys) + 14
                painter.setFont(name_font)
                painter.setPen(theme.colour.text)
                cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - room - 8)
                painter.drawText(QRectF(x, y, width - room, row), _ALIGN, cut)
                box = QRectF(x + width - room, y + 3, room, row - 6)
                painter.setPen(theme.colour.line_strong)
                painter.setBrush(theme.colour.window)
                painter.drawRoundedRect(box, radius("chip"), radius("chip"))
                painter.setFont(key_font)
                painter.setPen(theme.colour.text_secondary)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, keys)
                y += row
            y += (_GROUP - _ROW) * theme.text_scale

    def _height(self, groups: list[tuple[str, list[tuple[str, str]]]]) -> int:
        scale = self._appearance.theme.text_scale
        return round(sum((_GROUP + len(rows) * _ROW) * scale + 4 for _, rows in groups))

    def _columns(self) -> list[list[tuple[str, list[tuple[str, str]]]]]:
        """Part the groups into columns of about the same height."""
        groups = self.groups()
        if self.width() < 2 * _COLUMN * self._appearance.theme.text_scale + 2 * _SIDE + 40:
            return [groups]
        half = sum(len(rows) + 1 for _, rows in groups) / 2
        first: list[tuple[str, list[tuple[str, str]]]] = []
        n = 0
        for group in groups:
            if n >= half:
                break
            first.append(group)
            n += len(group[1]) + 1
        return [first, groups[len(first) :]] if len(first) < len(groups) else [groups]
