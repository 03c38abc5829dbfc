"""Icons are drawn when they are shown, sharp on each screen, also on one that came after them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from dateline.ui.icons import drawn_icon, icon_pixmap, make_icon

BLUE, RED, GREY = QColor("blue"), QColor("red"), QColor("grey")


@pytest.mark.parametrize(("scaling", "px"), [(1.0, 16), (1.25, 20), (1.5, 24), (2.0, 32), (3.0, 48)])
def test_an_icon_has_every_pixel_of_the_screen_it_is_shown_on(qapp: QApplication, scaling: float, px: int) -> None:
    shown = make_icon("star", BLUE).pixmap(QSize(16, 16), scaling)
    assert (shown.width(), shown.height(), shown.devicePixelRatio()) == (px, px, scaling)
    assert shown.toImage() == icon_pixmap("star", 16, BLUE, scaling).toImage()


def test_an_icon_takes_the_ink_of_its_state(qapp: QApplication) -> None:
    icon = make_icon("star", BLUE, RED, disabled=GREY)
    for ink, mode, state in (
        (BLUE, QIcon.Mode.Normal, QIcon.State.Off),
        (RED, QIcon.Mode.Normal, QIcon.State.On),
        (RED, QIcon.Mode.Selected, QIcon.State.On),
        (GREY, QIcon.Mode.Disabled, QIcon.State.Off),
        (GREY, QIcon.Mode.Disabled, QIcon.State.On),
    ):
        assert icon.pixmap(QSize(16, 16), 2.0, mode, state).toImage() == icon_pixmap("star", 16, ink, 2.0).toImage()


def test_an_icon_with_a_gap_has_it_at_its_right_and_is_not_made_larger(qapp: QApplication) -> None:
    icon = make_icon("star", BLUE, gap=3)
    assert icon.actualSize(QSize(64, 64)) == QSize(19, 16)
    shown = icon.pixmap(QSize(19, 16), 2.0).toImage()
    assert shown.copy(0, 0, 32, 32) == icon_pixmap("star", 16, BLUE, 2.0).toImage()
    assert {shown.pixelColor(x, y).alpha() for x in range(32, 38) for y in range(32)} == {0}


def test_an_icon_is_painted_in_the_middle_of_its_place(qapp: QApplication) -> None:
    icon = drawn_icon(lambda painter, *_: painter.fillRect(0, 0, 4, 4, RED), 4)
    ground = QPixmap(10, 10)
    ground.fill(BLUE)
    painter = QPainter(ground)
    icon.paint(painter, QRect(0, 0, 10, 10))
    painter.end()
    seen = ground.toImage()
    inked = {(x, y) for x in range(10) for y in range(10) if seen.pixelColor(x, y) == RED}
    assert inked == {(x, y) for x in range(3, 7) for y in range(3, 7)}


def test_a_copy_of_an_icon_takes_another_picture_and_the_icon_stays(qapp: QApplication) -> None:
    icon = make_icon("star", BLUE)
    copy = QIcon(icon)
    copy.addPixmap(QPixmap(4, 4))
    del copy
    assert icon.pixmap(QSize(16, 16), 1.0).toImage() == icon_pixmap("star", 16, BLUE, 1.0).toImage()
