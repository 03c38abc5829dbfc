"""The first run: the outlets Dateline starts with in their true state, the user's own OPML, the sample coverage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dateline.news.feed import Access, NewSource
from dateline.ui.buttons import Button
from dateline.ui.icons import application_icon, paint_icon
from dateline.ui.language import Language, speaks_chinese
from dateline.ui.marks import paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.theme import Appearance

_WIDTH = 640
_MARGIN = 28
#: How wide the lines of the lead run.
_LEAD = 540
#: An outlet's row at its lowest, how wide its tick is with the ring, where its words begin, and the air around them.
_ROW = 64
_TICK_WIDTH = 26
_WORDS = 70
_TRUTH = 90
_AIR = 12


class Welcome(QWidget):
    """Shown while the library has no source and no article."""

    #: The sources to start with.
    start_wanted = Signal(object)
    import_wanted = Signal()
    sample_wanted = Signal()
    #: The login at the site of these sources is to be asked for.
    cookies_wanted = Signal(object)
    #: Another language of the interface is wanted: a Language.
    language_wanted = Signal(object)

    def __init__(
        self, appearance: Appearance, names: Names, sources: Sequence[NewSource], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAutoFillBackground(False)
        self.languages: dict[Language, QToolButton] = {}
        for language, name in ((Language.ENGLISH, "English"), (Language.CHINESE, "简体中文")):
            toggle = self.languages[language] = QToolButton(self)
            toggle.setText(name)
            toggle.setProperty("kind", "toggle")
            toggle.setFixedHeight(26)
            toggle.setCheckable(True)
            toggle.clicked.connect(partial(self._speak, language))
        self._title = QLabel(self.tr("Follow the coverage from both sides"))
        self._title.setWordWrap(True)
        self._lead = QLabel()
        self._lead.setTextFormat(Qt.TextFormat.RichText)
        self._lead.setWordWrap(True)
        self._foot = QLabel(self.tr("The sample opens in a library of its own and can be thrown away."))
        by_outlet: dict[str, list[NewSource]] = {}
        for source in sources:
            by_outlet.setdefault(source.outlet, []).append(source)
        # What can be read at once comes first.
        outlets = sorted(by_outlet.items(), key=lambda one: one[1][0].access is not Access.FULL)
        self.rows = [_OutletRow(appearance, names, outlet, some) for outlet, some in outlets]
        self.start = Button(appearance, self.tr("Start reading"), kind="primary")
        self.opml = Button(appearance, self.tr("Add your OPML…"), icon="upload")
        self.sample = Button(appearance, self.tr("Open the sample coverage"), kind="quiet")
        for button in (self.start, self.opml, self.sample):
            button.setProperty("large", True)
        self._lay_out()
        self._check_language()
        for row in self.rows:
            row.toggled.connect(self._count)
            row.cookies_wanted.connect(self.cookies_wanted)
        self.start.clicked.connect(lambda: self.start_wanted.emit(self.chosen))
        self.opml.clicked.connect(self.import_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def chosen(self) -> tuple[NewSource, ...]:
        """The sources of the outlets that are ticked."""
        return tuple(source for row in self.rows if row.tick.isChecked() for source in row.sources)

    def show_starting(self, *, is_on: bool) -> None:
        """Say that the sources are being added, so that nobody presses twice; or let choose again."""
        self.start.setText(self.tr("Starting…") if is_on else self.tr("Start reading"))
        for widget in (self.start, self.opml, *(row.tick for row in self.rows)):
            widget.setEnabled(not is_on)

    def tell_login(self, sources: Sequence[NewSource]) -> None:
        """Say of the outlet of these sources that the user's login is kept."""
        for row in self.rows:
            if row.sources == tuple(sources):
                row.tell_login()

    def _lay_out(self) -> None:
        languages = QHBoxLayout()
        languages.setContentsMargins(_MARGIN, 16, 20, 0)
        languages.setSpacing(6)
        languages.addStretch(1)
        for toggle in self.languages.values():
            languages.addWidget(toggle)
        lead = QHBoxLayout()
        lead.addWidget(self._lead, _LEAD)
        lead.addStretch(_WIDTH - _LEAD)
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
        words.addSpacing(40)
        words.addWidget(_Icon())
        words.addSpacing(20)
        words.addWidget(self._title)
        words.addSpacing(4)
        words.addLayout(lead)
        words.addSpacing(26)
        for row in self.rows:
            words.addWidget(row)
        if self.rows:
            self.rows[0].is_first = self.rows[-1].is_last = True
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
        column.setSpacing(0)
        column.addLayout(languages)
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

    def _speak(self, language: Language) -> None:
        is_other = language is not _spoken()
        self._check_language()
        if is_other:
            self.language_wanted.emit(language)

    def _check_language(self) -> None:
        for language, toggle in self.languages.items():
            toggle.setChecked(language is _spoken())

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self._title.setFont(theme.font("display"))
        self._lead.setFont(_larger(theme.font("control"), 15 / 13))
        lead = self.tr(
            "Dateline reads the outlets below every half hour, marks who said what, and keeps everything on this "
            "computer. Choose where to start."
        )
        self._lead.setText(f'<p style="line-height: {round(23 * theme.text_scale)}px">{escape(lead)}</p>')
        self._foot.setFont(theme.font("meta"))
        for label, colour in ((self._lead, theme.colour.text_secondary), (self._foot, theme.colour.text_tertiary)):
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, colour)
            label.setPalette(palette)
        for toggle in self.languages.values():
            toggle.setFont(theme.font("sidebar"))
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
    cookies_wanted = Signal(object)  # the outlet's sources

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
        self.cookies = Button(appearance, self.tr("Add cookies"), self)
        self.cookies.setAccessibleName(self.tr("Add cookies for {outlet}").format(outlet=self._look.name))
        self.cookies.setVisible(access in (Access.TEASER, Access.BLOCKED))
        self.cookies.clicked.connect(lambda: self.cookies_wanted.emit(self.sources))
        # Where it stands: the first row has a stronger line above it, the last has one under it too.
        self.is_first = self.is_last = False
        appearance.changed.connect(self._place)

    def tell_login(self) -> None:
        """Say that the user's login is kept; what it opens is known with the first reading."""
        self._icon, self._colour = "circle-check", "ok"
        self._truth = self.tr("Your login is kept; the first reading shows what it opens.")
        self.tick.setAccessibleDescription(self._truth)
        self._place()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of name and truth, which takes the lines it needs."""
        return max(_ROW, self._name_height() + self._truth_height(width) + 2 * _AIR)

    def event(self, event: QEvent) -> bool:
        """Take the room that the button needs in another size of text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep tick and button in the middle."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # Not left to the layout: it would keep the height of an earlier width, or of a button not dressed yet.
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.tick.resize(self.tick.sizeHint().boundedTo(QSize(_TICK_WIDTH, self.height())))
        self.tick.move(0, (self.height() - self.tick.height()) // 2)
        self.cookies.resize(self.cookies.sizeHint())
        self.cookies.move(self.width() - self.cookies.width(), (self.height() - self.cookies.height()) // 2)

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002
        """Let a click anywhere on the row tick it."""
        if self.tick.isEnabled():
            self.tick.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw square, name and truth."""
        theme = self._appearance.theme
        painter = QPainter(self)
        above = theme.colour.line_strong if self.is_first else theme.colour.line
        paint_hairline(painter, 0, 0, self.width(), above)
        if self.is_last:
            paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line)
        middle = self.height() / 2
        paint_monogram(painter, theme, QRectF(30, middle - 13, 26, 26), self._look.letters, self._look.colour)
        left = Qt.AlignmentFlag.AlignLeft
        name, truth = self._name_height(), self._truth_height(self.width())
        top = middle - (name + truth) / 2
        painter.setFont(self._name_font())
        painter.setPen(theme.colour.text)
        painter.drawText(QRectF(_WORDS, top, self._end(self.width()) - _WORDS, name), left, self._look.name)
        font = theme.font("sidebar")
        line = QFontMetrics(font).height()
        paint_icon(painter, self._icon, _WORDS, top + name + line / 2 - 6, getattr(theme.colour, self._colour), 13)
        painter.setFont(font)
        painter.setPen(theme.colour.text_secondary)
        place = QRectF(_TRUTH, top + name, self._end(self.width()) - _TRUTH, truth)
        painter.drawText(place, left | Qt.TextFlag.TextWordWrap, self._truth)
        painter.end()

    def _name_font(self) -> QFont:
        return _larger(self._appearance.theme.font("control", weight=600), 14 / 13)

    def _name_height(self) -> int:
        return QFontMetrics(self._name_font()).height() + 1

    def _end(self, width: int) -> int:
        """Return where the words end: before the button, where there is one."""
        self.cookies.ensurePolished()  # until then it is narrower
        return width if self.cookies.isHidden() else width - self.cookies.sizeHint().width() - _AIR

    def _truth_height(self, width: int) -> int:
        metrics = QFontMetrics(self._appearance.theme.font("sidebar"))
        room = QRect(0, 0, max(1, self._end(width) - _TRUTH), 0)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._truth).height()


def _spoken() -> Language:
    return Language.CHINESE if speaks_chinese() else Language.ENGLISH


def _larger(font: QFont, by: float) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * by)
    return larger


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
