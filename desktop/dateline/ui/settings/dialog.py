"""The Settings dialog: appearance, reading, refresh, network, handing over and keys. What is chosen holds at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFontComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QStackedWidget,
    QSystemTrayIcon,
    QVBoxLayout,
    QWidget,
)

from dateline.ui.buttons import Button
from dateline.ui.chosen_looks import TEXT_PERCENTS, remembered_density, remembered_percent, remembered_reading_font
from dateline.ui.export.remembered import keep_style, remembered_options, style_names
from dateline.ui.fonts import NO_CHINESE, READING_FAMILY, sets_chinese
from dateline.ui.key_bindings import KeyBindings
from dateline.ui.language import Language, keep_language, remembered_language
from dateline.ui.settings.keys_page import KeysPage
from dateline.ui.settings.network_page import NetworkPage
from dateline.ui.settings.preferences import MEASURES, PARAGRAPH_GAPS, Preferences, ReadPolicy
from dateline.ui.settings_menu import SettingsMenu
from dateline.ui.start_again import start_again
from dateline.ui.theme import Appearance, Contrast, Scheme
from dateline.ui.timeline.card_layout import Density

#: Beside the names of the pages.
_PAGE_PAD = 6


class SettingsDialog(QDialog):
    """Pages on the left, their content on the right."""

    #: Preferences that now hold.
    preferred = Signal(object)
    #: KeyBindings that now hold.
    rebound = Signal(object)

    def __init__(
        self, appearance: Appearance, settings: QSettings, menu: SettingsMenu, bindings: KeyBindings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self._menu = menu
        self._preferences = Preferences.remembered(settings)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(680, 520)
        self.pages = QListWidget(self)
        self.pages.setProperty("kind", "pages")
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setFrameShape(QListWidget.Shape.NoFrame)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.stack = QStackedWidget(self)
        self.keys = KeysPage(appearance, bindings, self)
        for name, page in (
            (self.tr("Appearance"), self._appearance_page()),
            (self.tr("Reading"), self._reading_page()),
            (self.tr("Refresh"), self._refresh_page()),
            (self.tr("Network and privacy"), self._network_page()),
            (self.tr("Hand over"), self._hand_over_page()),
            (self.tr("Keys"), self.keys),
        ):
            self.add_page(name, page)
        close = Button(appearance, self.tr("Close"), self)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        self.heading = QLabel(self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setFont(appearance.theme.font("dialog_title"))
        appearance.changed.connect(lambda: self.heading.setFont(appearance.theme.font("dialog_title")))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.heading)
        right.addWidget(self.stack, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self.pages)
        row.addLayout(right, 1)
        self.pages.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.pages.currentTextChanged.connect(self.heading.setText)
        self.pages.setCurrentRow(0)
        self.keys.changed.connect(self._rebind)

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page that somebody else fills."""
        self.pages.addItem(name)
        self.stack.addWidget(page)
        self.pages.setFixedWidth(max(150, self.pages.sizeHintForColumn(0) + 2 * _PAGE_PAD))

    # Pages

    def _appearance_page(self) -> QWidget:
        self.scheme = _choice(
            [
                (Scheme.SYSTEM, self.tr("As the system")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ],
            self._appearance.scheme,
            self._menu.choose_scheme,
        )
        self.contrast = _choice(
            [
                (Contrast.SYSTEM, self.tr("As the system")),
                (Contrast.NORMAL, self.tr("Normal")),
                (Contrast.HIGH, self.tr("High")),
            ],
            self._appearance.contrast,
            self._menu.choose_contrast,
        )
        self.density = _choice(
            [(Density.COMFORTABLE, self.tr("Comfortable")), (Density.COMPACT, self.tr("Compact"))],
            remembered_density(self._settings),
            self._menu.choose_density,
        )
        self.text = _choice(
            [(percent, self.tr("{percent} %").format(percent=percent)) for percent in TEXT_PERCENTS],
            remembered_percent(self._settings),
            self._menu.choose_text,
        )
        self.language = _choice(
            [
                (Language.SYSTEM, self.tr("As the system")),
                (Language.ENGLISH, "English"),
                (Language.CHINESE, "简体中文"),
            ],
            remembered_language(self._settings),
            self._choose_language,
        )
        self._language_note = QLabel("")
        self._language_note.setWordWrap(True)
        self.again = Button(self._appearance, self.tr("Start Dateline again now"), self)
        self.again.clicked.connect(lambda: start_again())
        policy = self.again.sizePolicy()
        self.again.setSizePolicy(policy.Policy.Fixed, policy.Policy.Fixed)
        self.again.hide()
        return _form(
            (self.tr("Light and dark"), self.scheme),
            (self.tr("Contrast"), self.contrast),
            (self.tr("Cards"), self.density),
            (self.tr("Text size"), self.text),
            (self.tr("Language"), self.language),
            ("", self._language_note),
            ("", self.again),
        )

    def _reading_page(self) -> QWidget:
        self.read_policy = _choice(
            [
                (ReadPolicy.AT_ONCE, self.tr("when it is opened")),
                (ReadPolicy.AFTER_A_WHILE, self.tr("after a while")),
                (ReadPolicy.BY_HAND, self.tr("only by hand (M)")),
            ],
            self._preferences.read_policy,
            lambda policy: self._prefer(read_policy=policy),
        )
        self.read_after = QSpinBox()
        self.read_after.setRange(1, 60)
        self.read_after.setSuffix(self.tr(" s"))
        self.read_after.setValue(self._preferences.read_after_seconds)
        self.read_after.setEnabled(self._preferences.read_policy is ReadPolicy.AFTER_A_WHILE)
        self.read_after.valueChanged.connect(lambda seconds: self._prefer(read_after_seconds=seconds))
        self.font_box = QFontComboBox()
        self.font_box.setEditable(False)
        self.font_box.setFontFilters(QFontComboBox.FontFilter.ScalableFonts)
        self.font_box.setCurrentFont(QFont(remembered_reading_font(self._settings) or READING_FAMILY))
        self.font_box.currentFontChanged.connect(self._choose_font)
        self.measure = _choice(
            list(zip(MEASURES, (self.tr("Narrow"), self.tr("Middling"), self.tr("Wide")), strict=True)),
            self._preferences.measure,
            lambda measure: self._prefer(measure=measure),
        )
        self.gap = _choice(
            list(zip(PARAGRAPH_GAPS, (self.tr("Tight"), self.tr("Middling"), self.tr("Loose")), strict=True)),
            self._preferences.paragraph_gap,
            lambda gap: self._prefer(paragraph_gap=gap),
        )
        return _form(
            (self.tr("An article counts as read"), self.read_policy),
            (self.tr("A while is"), self.read_after),
            (self.tr("Typeface of articles"), self.font_box),
            *(() if sets_chinese() else (("", _about(NO_CHINESE)),)),
            (self.tr("Width of the lines"), self.measure),
            (self.tr("Room between paragraphs"), self.gap),
        )

    def _refresh_page(self) -> QWidget:
        self.by_itself = QCheckBox(self.tr("Refresh sources by themselves, each when its turn has come"))
        self.by_itself.setChecked(self._preferences.refreshes_by_itself)
        self.by_itself.toggled.connect(lambda is_on: self._prefer(refreshes_by_itself=is_on))
        self.tray = QCheckBox(self.tr("Go on in the tray when the window is closed"))
        self.tray.setChecked(self._preferences.stays_in_tray)
        self.tray.toggled.connect(lambda is_on: self._prefer(stays_in_tray=is_on))
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        self.tray.setEnabled(has_tray)
        no_tray = _about(self.tr("This desktop shows no tray: closing the window ends Dateline."))
        no_tray.setVisible(not has_tray)
        self.notices = QCheckBox(self.tr("Notices on the desktop for saved searches that want them"))
        self.notices.setChecked(self._preferences.shows_notices)
        self.notices.toggled.connect(lambda is_on: self._prefer(shows_notices=is_on))
        note = QLabel(self.tr("Without a window, a scheduler can do the same with the command: dateline refresh --due"))
        note.setProperty("kind", "hint")
        note.setWordWrap(True)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.by_itself, self.tray, no_tray, self.notices, note):
            column.addWidget(widget)
        column.addStretch(1)
        return page

    def _network_page(self) -> QWidget:
        self.network = NetworkPage(self, shows_pictures=self._preferences.shows_pictures)
        self.network.pictures_chosen.connect(lambda is_on: self._prefer(shows_pictures=is_on))
        return self.network

    def _hand_over_page(self) -> QWidget:
        self.zotero = QCheckBox(self.tr("Offer “Zotero” when exporting"))
        self.zotero.setChecked(self._preferences.sends_to_zotero)
        self.zotero.toggled.connect(lambda is_on: self._prefer(sends_to_zotero=is_on))
        about_zotero = self.tr(
            "Articles go to the Zotero that runs on this computer, into the collection chosen there. Nothing leaves "
            "the computer."
        )
        self.vault = QLineEdit(self._preferences.vault)
        self.vault.setPlaceholderText(self.tr("None"))
        self.vault.setAccessibleName(self.tr("Folder of the vault"))
        self.vault.editingFinished.connect(lambda: self._prefer(vault=self.vault.text().strip()))
        self.choose_vault = Button(self._appearance, self.tr("Choose…"))
        self.choose_vault.setAutoDefault(False)
        self.choose_vault.clicked.connect(self._choose_vault)
        about_vault = self.tr(
            "A folder of Markdown notes, such as an Obsidian vault: one note an article. A note that you changed is "
            "never written over."
        )
        self.citations = _choice(
            tuple(style_names().items()),
            remembered_options(self._settings).style,
            lambda style: keep_style(self._settings, style),
        )
        cited = QLabel(self.tr("Citations"))
        cited.setBuddy(self.citations)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(cited)
        column.addWidget(self.citations, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_about(self.tr("For quotes that you copy, and for what you export until you choose another.")))
        column.addSpacing(12)
        column.addWidget(self.zotero)
        column.addWidget(_about(about_zotero))
        column.addSpacing(12)
        name = QLabel(self.tr("Folder of the vault"))
        name.setBuddy(self.vault)
        column.addWidget(name)
        row = QHBoxLayout()
        row.addWidget(self.vault, 1)
        row.addWidget(self.choose_vault)
        column.addLayout(row)
        column.addWidget(_about(about_vault))
        column.addStretch(1)
        return page

    # Choices

    def _choose_vault(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of the vault"), self.vault.text())
        if folder:
            self.vault.setText(folder)
            self._prefer(vault=folder)

    def _choose_language(self, language: Language) -> None:
        keep_language(self._settings, language)
        note = self.tr("Dateline speaks it from its next start; filter and window stay as they are.")
        self._language_note.setText(note)
        self.again.show()

    def _choose_font(self, font: QFont) -> None:
        family = font.family()
        self._menu.choose_reading_font("" if family == READING_FAMILY else family)

    def _prefer(self, **values: object) -> None:
        self._preferences = replace(self._preferences, **values)  # type: ignore[arg-type]
        self.read_after.setEnabled(self._preferences.read_policy is ReadPolicy.AFTER_A_WHILE)
        self._preferences.keep(self._settings)
        self.preferred.emit(self._preferences)

    def _rebind(self, bindings: KeyBindings) -> None:
        bindings.keep(self._settings)
        self.rebound.emit(bindings)


def _choice(values: Sequence[tuple[object, str]], chosen: object, choose: Callable[..., object]) -> QComboBox:
    box = QComboBox()
    for value, name in values:
        box.addItem(name, value)
    box.setCurrentIndex(next((at for at, (value, _) in enumerate(values) if value == chosen), 0))
    box.activated.connect(lambda at: choose(values[at][0]))
    return box


def _about(sentence: str) -> QLabel:
    label = QLabel(sentence)
    label.setProperty("kind", "hint")
    label.setWordWrap(True)
    return label


def _form(*rows: tuple[str, QWidget]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(12)
    for name, widget in rows:
        form.addRow(name, widget)
        widget.setAccessibleName(name)
    return page
