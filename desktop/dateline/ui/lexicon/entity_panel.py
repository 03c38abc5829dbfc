"""Somebody or something that is named: what it is called in both languages, its side, and every form looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dateline.news.lexicon_edit import EntityEdit
from dateline.news.lexicon_listing import ListedEntity, edited_entity
from dateline.ui.buttons import Button
from dateline.ui.lexicon.words import KINDS, SIDES, kind_name, side_name
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance


class EntityPanel(QWidget):
    """A form; tells which edit is wanted, and which one is being written."""

    edit_wanted = Signal(object)  # EntityEdit
    drop_wanted = Signal(object)  # EntityEdit
    drafted = Signal(object)  # EntityEdit | None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entity: ListedEntity | None = None
        self.title = QLabel(self)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        for label in (self.title, self.facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.name = self._line(self.tr("Name"))
        self.zh = self._line(self.tr("Name in Chinese"))
        self.forms = QPlainTextEdit(self)
        self.forms.setTabChangesFocus(True)
        self.forms.setAccessibleName(self.tr("Names looked for, one a line"))
        self.kind = self._choice(self.tr("Kind"), [(kind_name(one), one) for kinds in KINDS.values() for one in kinds])
        self.side = self._choice(self.tr("Side"), [(side_name(one), one) for one in SIDES])
        self.is_ai = QCheckBox(self.tr("Naming it makes a text one about AI"), self)
        self.weak = QLabel(self)
        self.weak.setWordWrap(True)
        self.weak.setTextFormat(Qt.TextFormat.PlainText)
        self.keep = Button(appearance, self.tr("Save"), self, kind="primary")
        self.hide_it = Button(appearance, self.tr("Look for it no more"), self)
        self.back = Button(appearance, self.tr("As shipped"), self, icon="undo-2")
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Chinese"), self.zh)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Side"), self.side)
        form.addRow(self.tr("Looked for"), self.forms)
        form.addRow("", self.weak)
        form.addRow("", self.is_ai)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.keep)
        bar.addWidget(self.hide_it)
        bar.addWidget(self.back)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 16, 22, 12)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addLayout(form, 1)
        column.addLayout(bar)
        for line in (self.name, self.zh):
            line.textChanged.connect(self._draft)
        self.forms.textChanged.connect(self._draft)
        for choice in (self.kind, self.side):
            choice.currentIndexChanged.connect(self._draft)
        self.is_ai.toggled.connect(self._draft)
        self.keep.clicked.connect(self._keep)
        self.hide_it.clicked.connect(self._hide)
        self.back.clicked.connect(self._go_back)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def show_entity(self, entity: ListedEntity | None, kind: str = "company") -> None:
        """Show an entity to be changed, or with None an empty form for a new one."""
        self._entity = entity
        for widget in (self.name, self.zh, self.forms, self.kind, self.side, self.is_ai):
            widget.blockSignals(True)
        self.title.setText(self.tr("New name") if entity is None else f"{entity.name} {entity.zh}".strip())
        self.name.setText("" if entity is None else entity.name)
        self.zh.setText("" if entity is None else entity.zh)
        self.forms.setPlainText("" if entity is None else "\n".join(entity.forms))
        self._choose(self.kind, kind if entity is None else entity.kind)
        self._choose(self.side, "" if entity is None else entity.side)
        self.is_ai.setChecked(entity is not None and entity.is_ai)
        for widget in (self.name, self.zh, self.forms, self.kind, self.side, self.is_ai):
            widget.blockSignals(False)
        self.facts.setText(self._facts(entity))
        self.facts.setVisible(bool(self.facts.text()))
        weak = () if entity is None else entity.weak
        words = self.tr("Only beside what makes them sure: {names}").format(names=", ".join(weak))
        self.weak.setText(words if weak else "")
        self.weak.setVisible(bool(weak))
        self._draft()

    def draft(self) -> EntityEdit | None:
        """Return the edit that the form makes; None where it changes nothing or has no name."""
        entity = self._entity
        name, zh = (" ".join(line.text().split()) for line in (self.name, self.zh))
        name = name or zh
        if not name:
            return None
        forms = tuple(
            dict.fromkeys(" ".join(one.split()) for one in self.forms.toPlainText().splitlines() if one.strip())
        )
        kind, side, is_ai = self.kind.currentData(), self.side.currentData(), self.is_ai.isChecked()
        if entity is not None:
            shown = (entity.name, entity.zh, entity.kind, entity.side, entity.is_ai, entity.forms)
            if not entity.is_hidden and (name, zh, kind, side, is_ai, forms) == shown:
                return None
        shipped = entity if entity is not None and not entity.is_edited else entity.shipped if entity else None
        key = entity.id if entity is not None else "-".join(name.casefold().split())
        return edited_entity(shipped, key, kind=kind, name=name, zh=zh, forms=forms, side=side, is_ai=is_ai)

    def _facts(self, entity: ListedEntity | None) -> str:
        if entity is None:
            return ""
        parts = [kind_name(entity.kind), *entity.roles[:3]]
        if entity.is_hidden:
            parts.append(self.tr("not looked for"))
        if entity.is_edited:
            parts.append(self.tr("added by you") if entity.shipped is None else self.tr("changed by you"))
        return " · ".join(parts)

    def _draft(self) -> None:
        draft, entity = self.draft(), self._entity
        self.keep.setEnabled(draft is not None)
        self.hide_it.setEnabled(entity is not None and not entity.is_hidden)
        self.back.setEnabled(entity is not None and entity.is_edited)
        self.drafted.emit(draft)

    def _keep(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.edit_wanted.emit(draft)

    def _hide(self) -> None:
        entity = self._entity
        if entity is not None and entity.is_edited and entity.shipped is None:
            self.drop_wanted.emit(EntityEdit(entity.id))
        elif entity is not None:
            self.edit_wanted.emit(EntityEdit(entity.id, name=entity.name, is_hidden=True))

    def _go_back(self) -> None:
        if self._entity is not None:
            self.drop_wanted.emit(EntityEdit(self._entity.id))

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        return line

    def _choice(self, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        made = QComboBox(self)
        made.setAccessibleName(name)
        for words, key in choices:
            made.addItem(words, key)
        return made

    def _choose(self, choice: QComboBox, key: str) -> None:
        if choice.findData(key) < 0:
            choice.addItem(side_name(key), key)
        choice.setCurrentIndex(choice.findData(key))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.title, theme.font("view_title"), theme.colour.text.name())
        for label in (self.facts, self.weak):
            set_label(label, theme.font("meta"), theme.colour.text_secondary.name())
        self.forms.setFont(theme.font("control"))
        colour = theme.colour
        self.forms.setStyleSheet(
            f"QPlainTextEdit {{ background: {colour.raised.name()}; color: {colour.text.name()};"
            f" border: 1px solid {colour.control_border.name()}; border-radius: 7px; padding: 4px; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {colour.accent.name()}; padding: 3px; }}"
        )
