"""What a screen reader is told that a widget is, where Qt has no word of its own for it and would say nothing.

Only a name for a kind of widget; what it says of itself is set where it is made.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

#: By the name of a class: the role's name in Qt.
_ROLES = {"PulseStrip": "Chart"}


def tell_roles() -> None:
    """Have Qt tell these roles, for as long as the program runs. Calling it again costs nothing."""
    application = QApplication.instance()
    if application is not None and not application.property("dateline_roles"):
        QAccessible.installFactory(_interface)
        application.setProperty("dateline_roles", True)


def _interface(kind: str, told: QObject) -> QAccessibleInterface | None:
    """Return what speaks for an object of a class; None leaves it to Qt."""
    role = _ROLES.get(kind)
    if role is None or not isinstance(told, QWidget):
        return None
    return QAccessibleWidget(told, QAccessible.Role[role])
