"""The first run: the outlets Dateline starts with in their true state, the user's own OPML, the sample coverage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dateline.news.feed import Access, NewSource
from dateline.ui.buttons import Button
from dateline.ui.icons import application_icon, paint_icon
from dateline.ui.marks import paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.theme import Appearance

_WIDTH = 640
_ROW = 64


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
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.start, self.opml, self.sample):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
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
        middle.setContentsMargins(28, 0, 28, 0)
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
        self.update()


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
        self.setFixedHeight(round(_ROW * appearance.theme.text_scale))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addStretch(1)
        appearance.changed.connect(self.update)

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
        painter.setFont(theme.font("control", weight=600))
        painter.setPen(theme.colour.text)
        painter.drawText(QRectF(70, middle - 20, self.width() - 70, 20), left, self._look.name)
        paint_icon(painter, self._icon, 70, middle + 3, getattr(theme.colour, self._colour), 13)
        painter.setFont(theme.font("sidebar"))
        painter.setPen(theme.colour.text_secondary)
        painter.drawText(QRectF(90, middle, self.width() - 90, 20), left, self._truth)
        painter.end()


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
