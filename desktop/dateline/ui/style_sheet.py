"""The small style sheet: borders, radii and paddings of controls. Grounds and text come from the palette.

A control says what it is by its property `kind`: `primary`, `quiet` (push buttons), `icon`, `toggle` (tool buttons),
`hint` (a label that explains another control).
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

#: The application's property that tells that it wears Fusion, the style that the sheet is made for.
FUSION = "dateline_fusion"

_SHEET = Template("""
QToolTip { color: $text; background: $raised; border: 1px solid $line_strong; padding: 3px 6px; }
QPushButton { background: $raised; color: $text; border: 1px solid $control_border; border-radius: 6px;
  padding: 0 12px; min-height: 28px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 26px; }
QPushButton:disabled { color: $text_disabled; border-color: $line_strong; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_on_soft; }
QPushButton[kind="primary"]:focus { border: 1px solid $accent; padding: 0 12px; min-height: 28px; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $text_disabled; border-color: $line_strong; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:pressed { background: $line; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[large="true"] { min-height: 34px; padding: 0 17px; }
QPushButton[large="true"]:focus { min-height: 32px; padding: 0 16px; }
QPushButton[tight="true"] { padding: 0 5px; font-weight: 400; }
QPushButton[tight="true"]:focus { padding: 0 4px; }
QPushButton[keyed="true"] { padding: 0 24px 0 4px; }
QPushButton[keyed="true"]:focus { padding: 0 23px 0 3px; }
QToolButton { background: transparent; color: $text; border: 2px solid transparent; border-radius: 6px; padding: 0; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $line; }
QToolButton:checked { background: $selection; color: $accent_on_soft; font-weight: 500; }
QToolButton:focus { border: 2px solid $accent; }
QToolButton:disabled { color: $text_disabled; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[kind="toggle"] { padding: 0 5px; }
QLineEdit { background: $raised; color: $text; border: 1px solid $control_border; border-radius: 7px; padding: 0 8px;
  min-height: 30px; selection-background-color: $selection; selection-color: $text; }
QLineEdit:hover { background: $hover; }
QLineEdit:focus { background: $raised; border: 2px solid $accent; padding: 0 7px; min-height: 28px; }
QLineEdit:disabled { color: $text_disabled; border-color: $line_strong; }
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:hover, QLineEdit[kind="bare"]:focus { background: transparent;
  border: none; padding: 0; min-height: 20px; }
QComboBox, QAbstractSpinBox { background: $raised; color: $text; border: 1px solid $control_border; border-radius: 7px;
  padding: 0 8px; min-height: 28px; selection-background-color: $selection; selection-color: $text; }
QComboBox[kind="bare"] { background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 0 2px;
  min-height: 22px; }
QComboBox[kind="bare"]:hover { background: $hover; }
QComboBox[kind="bare"]:focus { border: 2px solid $accent; padding: 0 2px; min-height: 22px; }
QComboBox:hover, QAbstractSpinBox:hover { background: $hover; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 0 7px; min-height: 26px; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $text_disabled; border-color: $line_strong; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: $mark_down; width: 13px; height: 13px; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px;
  outline: none; selection-background-color: $selection; selection-color: $accent_on_soft; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $accent_on_soft; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent; border: none; width: 20px; }
QAbstractSpinBox::up-arrow { image: $mark_up; width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: $mark_down; width: 11px; height: 11px; }
QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 5px; padding: 1px 3px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 4px;
  background: $raised; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: $mark_check; }
QCheckBox::indicator:disabled { border-color: $line_strong; background: $hover; }
QCheckBox::indicator:checked:disabled { border-color: $text_disabled; background: $text_disabled; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control_border; border-radius: 8px;
  background: $raised; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 4px solid $accent; border-radius: 8px;
  background: $on_accent; }
QMenuBar { background: $window; color: $text_secondary; padding: 1px 6px; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 4px 8px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 4px 22px 4px 10px; border-radius: 4px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QWidget[kind="pages"] { background: $window; }
QListWidget[kind="pages"] { background: $window; outline: none; }
QListWidget[kind="pages"]::item { padding: 6px 10px; border-radius: 6px; color: $text; }
QListWidget[kind="pages"]::item:selected { background: $selection; color: $accent_on_soft; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $scroll_handle; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 28px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 28px; margin: 2px; }
QScrollBar::handle:hover { background: $control_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QLabel[kind="hint"] { color: $text_secondary; }
QProgressBar { background: $line; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QHeaderView::section { background: $window; color: $text_secondary; border: none;
  border-bottom: 1px solid $line; padding: 4px 8px; text-align: left; }
""")


def style_sheet(values: Mapping[str, str]) -> str:
    """Return the style sheet with the named colours (`#rrggbb`) and marks (`url(…)`) filled in."""
    return _SHEET.substitute(values)
