"""What stands around the headline: the outlet's line above it; byline, clocks, completeness and topics below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from dateline.news.article import Completeness
from dateline.news.topics import UMBRELLA
from dateline.ui.icons import paint_icon
from dateline.ui.joined import joined, listed
from dateline.ui.marks import paint_completeness, paint_hairline, paint_monogram, paint_topic
from dateline.ui.names import Names, OutletLook
from dateline.ui.reader import wording
from dateline.ui.reader.page import Page
from dateline.ui.theme import Appearance

_MONOGRAM = 18
_TOPIC_GAP = 16
_CLOCK_GAP = 20
_LINE_GAP = 2
#: Under the chips, then the hairline, then the text.
_BELOW = 13


class OutletLine(QWidget):
    """The outlet's square and name, and "Sample" where the article is one."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._look: OutletLook | None = None
        self._is_sample = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedHeight(20)

    def show_outlet(self, look: OutletLook, *, is_sample: bool) -> None:
        """Show an outlet."""
        self._look, self._is_sample = look, is_sample
        sample = self.tr("Sample, not an article of this outlet") if is_sample else ""
        self.setAccessibleName(joined((look.name, sample)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint square, name and badge."""
        if self._look is None:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        paint_monogram(painter, theme, QRectF(0, 1, _MONOGRAM, _MONOGRAM), self._look.letters, self._look.colour)
        font = theme.font("control")
        metrics = QFontMetricsF(font)
        badge = self.tr("Sample, not an article of this outlet") if self._is_sample else ""
        badge_font = theme.font("caption", weight=600)
        badge_width = QFontMetricsF(badge_font).horizontalAdvance(badge) + 14 if badge else 0.0
        room = self.width() - _MONOGRAM - 7 - badge_width - 12
        name = self._look.name_within(room, metrics.horizontalAdvance)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour.text_secondary)
        x = _MONOGRAM + 7.0
        painter.drawText(QRectF(x, 0, room, 20), Qt.AlignmentFlag.AlignVCenter, name)
        if badge:
            x += metrics.horizontalAdvance(name) + 10
            box = QRectF(x + 0.5, 1.5, badge_width, 17)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour.warn)
            painter.setBrush(theme.colour.warn_ground)
            painter.drawRoundedRect(box, 5, 5)
            painter.setFont(badge_font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, badge)
        painter.end()


class _Clocks(QWidget):
    """Published, updated and first seen, each with its name: side by side, in as many lines as they need."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._clocks: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_clocks(self, clocks: tuple[tuple[str, str], ...]) -> None:
        """Show (name, time) pairs."""
        self._clocks = clocks
        self.setAccessibleName(joined(f"{name} {time}" for name, time in clocks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line, unless the width says otherwise."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the clocks take, in each a caption and under it a time."""
        places = self._places(width)
        return round(places[-1].bottom() if places else self._line())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint names and times."""
        theme = self._appearance.theme
        painter = QPainter(self)
        caption, value = theme.font("caption"), theme.font("meta", is_tabular=True)
        top = theme.line("caption")
        for (name, time), place in zip(self._clocks, self._places(self.width()), strict=True):
            painter.setFont(caption)
            painter.setPen(theme.colour.text_tertiary)
            place.setWidth(place.width() + 4)
            painter.drawText(place.adjusted(0, 0, 0, top - place.height()), Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(value)
            painter.setPen(theme.colour.text)
            painter.drawText(place.adjusted(0, top, 0, 0), Qt.AlignmentFlag.AlignVCenter, time)
        painter.end()

    def _line(self) -> int:
        return self._appearance.theme.line("caption") + self._appearance.theme.line("meta")

    def _places(self, width: int) -> list[QRectF]:
        theme = self._appearance.theme
        caption = QFontMetricsF(theme.font("caption"))
        value = QFontMetricsF(theme.font("meta", is_tabular=True))
        places: list[QRectF] = []
        x = y = 0.0
        for name, time in self._clocks:
            needs = max(caption.horizontalAdvance(name), value.horizontalAdvance(time))
            if x > 0 and x + needs > width:
                x, y = 0.0, y + self._line() + _LINE_GAP
            places.append(QRectF(x, y, needs, self._line()))
            x += needs + _CLOCK_GAP
        return places


class _Completeness(QLabel):
    """How much there is, in words, after the mark that says the same."""

    _INDENT = 19

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state = Completeness.FULL
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        # An indent, not a margin: a frame forgets its margins when the style sheet is put on anew.
        self.setIndent(self._INDENT)

    def show_state(self, state: Completeness, sentence: str) -> None:
        """Show a state and its sentence."""
        self._state = state
        self.setText(sentence)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark beside the label's own text."""
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self)
        middle = theme.line("meta") / 2
        if self._state is Completeness.BLOCKED:
            paint_icon(painter, "lock", 0, middle - 6.5, theme.colour.warn, 13)
        else:
            paint_completeness(painter, theme, self._state, 0, middle - 4.5)
        painter.end()


class _Topics(QWidget):
    """The article's topics: shape and name, as many lines as they need."""

    pressed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._topics: tuple[tuple[str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_topics(self, topics: tuple[tuple[str, str], ...]) -> None:
        """Show (id, name) pairs; a tag has no id."""
        self._topics = topics
        self.setAccessibleName(self.tr("Topics and tags: {names}").format(names=listed(name for _, name in topics)))
        self.setVisible(bool(topics))
        self.updateGeometry()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that they were pressed: what is wrong can be put right."""
        event.accept()
        self.pressed.emit()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the topics take."""
        places = self._places(width)
        line = self._appearance.theme.line("meta")
        return int(places[-1][1] + line) if places else 0

    def sizeHint(self) -> QSize:
        """One line, unless the width says otherwise."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint shapes and names."""
        theme = self._appearance.theme
        painter = QPainter(self)
        line = theme.line("meta")
        font = theme.font("meta")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for (topic, name), (x, y) in zip(self._topics, self._places(self.width()), strict=True):
            if topic:
                paint_topic(painter, theme, topic, QPointF(x + 4.5, y + line / 2), 7.5)
            else:
                paint_icon(painter, "tag", x - 1, y + line / 2 - 6, theme.colour.text_secondary, 12)
            painter.setPen(theme.colour.text_secondary)
            room = self.width() - x - 14
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x + 14, y, room, line), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _places(self, width: int) -> list[tuple[float, float]]:
        theme = self._appearance.theme
        metrics = QFontMetricsF(theme.font("meta"))
        places: list[tuple[float, float]] = []
        x = y = 0.0
        for _, name in self._topics:
            needs = 14 + metrics.horizontalAdvance(name)
            if x > 0 and x + needs > width:
                x, y = 0.0, y + theme.line("meta") + _LINE_GAP
            places.append((x, y))
            x += needs + _TOPIC_GAP
        return places


class BelowTitle(QWidget):
    """Byline, clocks, completeness and topics, and the line that parts them from the text."""

    topics_pressed = Signal()

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._byline = QLabel(self)
        self._byline.setWordWrap(True)
        self._byline.setTextFormat(Qt.TextFormat.PlainText)
        self._clocks = _Clocks(appearance, self)
        self._completeness = _Completeness(appearance, self)
        self._topics = _Topics(appearance, self)
        self._topics.setToolTip(self.tr("Press to correct the topics"))
        self._topics.setCursor(Qt.CursorShape.PointingHandCursor)
        self._topics.pressed.connect(self.topics_pressed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 2 * _BELOW)
        rows.setSpacing(8)
        for widget in (self._byline, self._clocks, self._completeness, self._topics):
            rows.addWidget(widget)
        self.refresh()
        appearance.changed.connect(self.refresh)

    def show_page(self, page: Page) -> None:
        """Show what is known of an article."""
        article = page.article
        authors = listed(article.authors)
        self._byline.setText(self.tr("By {authors}").format(authors=authors) if authors else "")
        self._byline.setVisible(bool(authors))
        self._clocks.show_clocks(
            (
                (self.tr("Published"), wording.stamp(article.published_at)),
                (self.tr("Updated"), wording.stamp(article.updated_at, article.published_at)),
                (self.tr("First seen"), wording.stamp(article.first_seen_at, article.published_at)),
            )
        )
        self._completeness.show_state(article.completeness, wording.completeness_sentence(page))
        hits = list(page.findings.topics)
        topics = [hit.id for hit in hits if hit.id != UMBRELLA]
        if page.findings.is_on_topic:
            topics.insert(0, UMBRELLA)
        named = [(topic, self._names.topic(topic)) for topic in topics]
        self._topics.show_topics((*named, *(("", tag) for tag in article.tags)))

    def height_at(self, width: int) -> int:
        """Return the height this needs at a width, the gap to the text included."""
        layout = self.layout()
        if layout is None:
            return 0
        layout.activate()
        return layout.heightForWidth(width)

    def refresh(self) -> None:
        """Take fonts and colours of the theme in force."""
        theme = self._appearance.theme
        for label in (self._byline, self._completeness):
            set_label(label, theme.font("meta"), theme.colour.text_secondary.name())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let clocks and topics take their lines."""
        super().resizeEvent(event)
        self._clocks.updateGeometry()
        self._topics.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line below."""
        painter = QPainter(self)
        paint_hairline(painter, 0, self.height() - _BELOW - 1, self.width(), self._appearance.theme.colour.line_strong)
        painter.end()


def set_label(label: QLabel, font: QFont, colour: str) -> None:
    """Give a label its font and colour."""
    label.setFont(font)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
