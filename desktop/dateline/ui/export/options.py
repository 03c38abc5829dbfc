"""What goes along in an export: ticks, grouping, citation style, language, paper."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from dateline.export.registry import Uses
from dateline.news.handover import CitationStyle, ExportOptions, GroupBy, PaperSize
from dateline.ui.export.remembered import GROUP, remembered_options, style_names
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance

_WIDTH = 250
_WIDEST = 1.25  # beyond it, the sentences break into more lines


class OptionsColumn(QScrollArea):
    """The middle of the export dialog."""

    changed = Signal()

    def __init__(self, appearance: Appearance, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(6)
        self._headings: list[QLabel] = []
        kept = remembered_options(settings)
        self._head(self.tr("Take along"))
        self.notes = self._tick(self.tr("My notes and highlights"), is_on=kept.with_notes)
        self.quotes = self._tick(self.tr("Quotes with speakers"), is_on=kept.with_quotes)
        self.figures = self._tick(self.tr("Figures"), is_on=kept.with_figures)
        self.topics = self._tick(self.tr("Topics"), is_on=kept.with_topics)
        self.text = self._tick(self.tr("Outlets' full text"), is_on=False)
        self._terms = QLabel(self.tr("Off unless you tick it. Mind the outlets' terms before you pass it on."), inner)
        self._terms.setWordWrap(True)
        self._terms.setIndent(24)
        self.text.setAccessibleDescription(self._terms.text())
        self._column.addWidget(self._terms)
        groups: dict[str, str] = {
            GroupBy.NONE: self.tr("Nothing"),
            GroupBy.STORY: self.tr("Story"),
            GroupBy.OUTLET: self.tr("Outlet"),
            GroupBy.DATE: self.tr("Day"),
        }
        self.groups = self._choice(self.tr("Grouped by"), groups, kept.group_by)
        styles: dict[str, str] = {str(style): name for style, name in style_names().items()}
        self.styles = self._choice(self.tr("Citations"), styles, kept.style)
        self.languages = self._choice(
            self.tr("Language of headings"), {"en": "English", "zh": "简体中文"}, kept.language
        )
        papers: dict[str, str] = {PaperSize.A4: "A4", PaperSize.LETTER: self.tr("US Letter")}
        self.papers = self._choice(self.tr("Paper"), papers, kept.paper)
        self._column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        appearance.changed.connect(self._dress)
        self._dress()

    def options(self) -> ExportOptions:
        """Return what is chosen."""
        return ExportOptions(
            with_notes=self.notes.isChecked(),
            with_quotes=self.quotes.isChecked(),
            with_figures=self.figures.isChecked(),
            with_topics=self.topics.isChecked(),
            with_text=self.text.isChecked(),
            group_by=GroupBy(self.groups.currentData()),
            style=CitationStyle(self.styles.currentData()),
            language=self.languages.currentData(),
            paper=PaperSize(self.papers.currentData()),
        )

    def offer(self, uses: Uses) -> None:
        """Switch off what the format takes no notice of."""
        for widget, use in (
            (self.notes, Uses.NOTES),
            (self.quotes, Uses.QUOTES),
            (self.figures, Uses.FIGURES),
            (self.topics, Uses.TOPICS),
            (self.text, Uses.TEXT),
            (self.groups, Uses.GROUPS),
            (self.styles, Uses.STYLE),
            (self.languages, Uses.LANGUAGE),
            (self.papers, Uses.PAPER),
        ):
            widget.setEnabled(use in uses)

    def keep(self) -> None:
        """Remember what is chosen; full text is ticked anew each time."""
        options = self.options()
        for name in ("with_notes", "with_quotes", "with_figures", "with_topics"):
            self._settings.setValue(f"{GROUP}/{name}", int(getattr(options, name)))
        for name in ("group_by", "style", "language", "paper"):
            self._settings.setValue(f"{GROUP}/{name}", str(getattr(options, name)))

    def _head(self, text: str) -> QLabel:
        label = QLabel(text, self)
        self._headings.append(label)
        self._column.addWidget(label)
        return label

    def _tick(self, text: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setChecked(is_on)
        box.toggled.connect(self.changed)
        self._column.addWidget(box)
        return box

    def _choice(self, name: str, values: dict[str, str], chosen: str) -> QComboBox:
        self._column.addSpacing(10)
        label = self._head(name)
        box = QComboBox(self)
        for value, words in values.items():
            box.addItem(words, str(value))  # a plain string: Qt keeps no enum
        box.setCurrentIndex(max(0, box.findData(str(chosen))))
        box.setAccessibleName(name)
        box.setMinimumWidth(130)
        label.setBuddy(box)
        box.currentIndexChanged.connect(self.changed)
        self._column.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _dress(self) -> None:
        theme = self._appearance.theme
        for label in self._headings:
            set_label(label, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self._terms, theme.font("meta"), theme.colour.text_secondary.name())
        self.setFixedWidth(round(_WIDTH * min(max(1.0, theme.text_scale), _WIDEST)))
