"""The first run: the outlets Dateline starts with in their true state, the user's own OPML, the sample coverage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dateline.news.feed import Access, NewSource
from dateline.ui.buttons import Button
from dateline.ui.icons import application_icon, paint_icon
from dateline.ui.marks import paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.theme import Appearance

_WIDTH = 640
_MARGIN = 28
#: An outlet's row at its lowest, where its words begin, and the air above and below them.
_ROW = 64
_WORDS = 70
_TRUTH = 90
_AIR = 12


class Welcome(QWidget):
    """Shown while the library has no source and no article."""

    #: The sources to start with.
    start_wanted = Signal(object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(
        self, appearance: Appearance, names: Names, sources: Sequence[NewSource], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAutoFillBackground(False)
        self._title = QLabel(self.tr("Follow the coverage from both sides"))
        self._title.setWordWrap(True)
        self._lead = QLabel(
            self.tr(
                "Dateline reads the outlets below every half hour, marks who said what, and keeps everything on this "
                "computer. Choose where to start."
            )
        )
        self._lead.setWordWrap(True)
        self._foot = QLabel(self.tr("The sample opens in a library of its own and can be thrown away."))
        by_outlet: dict[str, list[NewSource]] = {}
        for source in sources:
            by_outlet.setdefault(source.outlet, []).append(source)
        self.rows = [_OutletRow(appearance, names, outlet, some) for outlet, some in by_outlet.items()]
        self.start = Button(appearance, self.tr("Start reading"), kind="primary")
        self.opml = Button(appearance, self.tr("Add your OPML…"), icon="upload")
        self.sample = Button(appearance, self.tr("Open the sample coverage"), kind="quiet")
        self._lay_out()
        for row in self.rows:
            row.toggled.connect(self._count)
        self.start.clicked.connect(lambda: self.start_wanted.emit(self.chosen))
        self.opml.clicked.connect(self.import_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def chosen(self) -> tuple[NewSource, ...]:
        """The sources of the outlets that are ticked."""
        return tuple(source for row in self.rows if row.tick.isChecked() for source in row.sources)

    def _lay_out(self) -> None:
        buttons = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons.setSpacing(10)
        for button in (self.start, self.opml, self.sample):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        page = self._page = QWidget()
        words = QVBoxLayout(page)
        words.setContentsMargins(0, 0, 0, 28)
        words.setSpacing(0)
        words.addSpacing(72)
        words.addWidget(_Icon())
        words.addSpacing(20)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addWidget(self._lead)
        words.addSpacing(26)
        for row in self.rows:
            words.addWidget(row)
        words.addSpacing(28)
        words.addLayout(buttons)
        words.addSpacing(16)
        words.addWidget(self._foot)
        words.addStretch(1)
        holder = QWidget()
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        middle.addStretch(1)
        middle.addWidget(page, 4)
        middle.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("First steps"))  # it scrolls by key where the window is low
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(holder)
        # The ground is this widget's own, so that it follows the theme in one place.
        for widget in (area.viewport(), holder, page):
            widget.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def showEvent(self, event: QShowEvent) -> None:
        """Dress again: a style sheet takes fonts and colours from what stands in a scroll area that moves elsewhere."""
        super().showEvent(event)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the buttons stand as the width allows."""
        super().resizeEvent(event)
        self._stack_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.paper)
        painter.end()

    def _count(self) -> None:
        self.start.setEnabled(bool(self.chosen))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self._title.setFont(theme.font("display"))
        lead = type(self._lead.font())(theme.font("control"))
        lead.setPointSizeF(lead.pointSizeF() * 15 / 13)
        self._lead.setFont(lead)
        self._foot.setFont(theme.font("sidebar"))
        for label in (self._lead, self._foot):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.colour.text_secondary)
            label.setPalette(palette)
        self._page.setMaximumWidth(round(_WIDTH * theme.text_scale))
        self._stack_buttons()
        self.update()

    def _stack_buttons(self) -> None:
        """Put the buttons one above the other where they do not stand side by side."""
        shown = (self.start, self.opml, self.sample)
        beside = sum(button.sizeHint().width() for button in shown) + self._buttons.spacing() * len(shown)
        is_wide = beside <= min(self._page.maximumWidth(), self.width() - 2 * _MARGIN)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)


class _OutletRow(QWidget):
    """An outlet with its tick and what it gives without a subscription."""

    toggled = Signal(bool)

    def __init__(self, appearance: Appearance, names: Names, outlet: str, sources: Sequence[NewSource]) -> None:
        super().__init__()
        self._appearance = appearance
        self._look = names.outlet(outlet)
        self.sources = tuple(sources)
        access = sources[0].access
        self._icon, self._colour = ("circle-check", "ok") if access is Access.FULL else ("circle-alert", "warn")
        self._truth = {
            Access.FULL: self.tr("Full text, no sign-in."),
            Access.TEASER: self.tr("Teasers only, until you add the cookies of your subscription."),
            Access.BLOCKED: self.tr("Headlines and summaries: its pages ask for proof of being human."),
            Access.UNKNOWN: self.tr("What it gives is not known yet."),
        }[access]
        self.tick = QCheckBox(self)
        self.tick.setChecked(True)
        self.tick.setAccessibleName(self._look.name)
        self.tick.setAccessibleDescription(self._truth)
        self.tick.toggled.connect(self.toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self.updateGeometry)

    def heightForWidth(self, width: int) -> int:
        """Return the height of name and truth, which takes the lines it needs."""
        return max(_ROW, self._name_height() + self._truth_height(width) + 2 * _AIR)

    def sizeHint(self) -> QSize:
        """As wide as the page; as high as the words are at the width there is."""
        return QSize(_WIDTH, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tick in the middle."""
        super().resizeEvent(event)
        self.tick.resize(self.tick.sizeHint())
        self.tick.move(0, (self.height() - self.tick.height()) // 2)

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002
        """Let a click anywhere on the row tick it."""
        self.tick.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw square, name and truth."""
        theme = self._appearance.theme
        painter = QPainter(self)
        paint_hairline(painter, 0, 0, self.width(), theme.colour.line_strong)
        middle = self.height() / 2
        paint_monogram(painter, theme, QRectF(30, middle - 13, 26, 26), self._look.letters, self._look.colour)
        left = Qt.AlignmentFlag.AlignLeft
        name, truth = self._name_height(), self._truth_height(self.width())
        top = middle - (name + truth) / 2
        painter.setFont(theme.font("control", weight=600))
        painter.setPen(theme.colour.text)
        painter.drawText(QRectF(_WORDS, top, self.width() - _WORDS, name), left, self._look.name)
        font = theme.font("sidebar")
        line = QFontMetrics(font).height()
        paint_icon(painter, self._icon, _WORDS, top + name + line / 2 - 6, getattr(theme.colour, self._colour), 13)
        painter.setFont(font)
        painter.setPen(theme.colour.text_secondary)
        place = QRectF(_TRUTH, top + name, self.width() - _TRUTH, truth)
        painter.drawText(place, left | Qt.TextFlag.TextWordWrap, self._truth)
        painter.end()

    def _name_height(self) -> int:
        return QFontMetrics(self._appearance.theme.font("control", weight=600)).height() + 2

    def _truth_height(self, width: int) -> int:
        metrics = QFontMetrics(self._appearance.theme.font("sidebar"))
        room = QRect(0, 0, max(1, width - _TRUTH), 0)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._truth).height()


class _Icon(QWidget):
    """The program's icon."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(52, 52))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it."""
        painter = QPainter(self)
        pixmap = application_icon().pixmap(QSize(52, 52), self.devicePixelRatioF())
        painter.drawPixmap(QRectF(0, 0, 52, 52), pixmap, QRectF(pixmap.rect()))
        painter.end()
