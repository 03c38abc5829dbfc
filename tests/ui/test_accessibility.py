"""The window without eyes and without a mouse: an audit of every screen, and of the colours that everything stands in.

A screen reader says a control's name and its kind; whoever has no mouse goes from one to the next by Tab.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QMenuBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dateline.news.question import Term, TimelineFilter
from dateline.settings import resource
from dateline.ui.choice_popup import ChoicePopup
from dateline.ui.dialog import Dialog
from dateline.ui.keys import Act
from dateline.ui.keys_overlay import KeysOverlay
from dateline.ui.main_window import MainWindow
from dateline.ui.palette import Palette
from dateline.ui.screens import Screen
from desk import Desk


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    """Open a window with something on every screen."""
    desk.article(
        "Chips for a rival", topics=["us-china-ai", "chips"], says=[("Jensen Huang", "China will win the race of all")]
    )
    desk.article("芯片出口管制再收紧", outlet="guancha", lang="zh", topics=["us-china-ai", "export-controls"])
    desk.article("A second view of the same race", outlet="bloomberg", says=[("Chamath", "We moved to open models")])
    desk.source("Financial Times", outlet="ft", folder="World")
    desk.source("观察者网", outlet="guancha", fails="It asks for a login.")
    window = open_window()
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


SCREENS = [screen for screen in Screen if screen is not Screen.COMPARISON]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name_of_its_own(window: MainWindow, screen: Screen) -> None:
    window.show_screen(screen)
    QApplication.processEvents()
    assert _faults(window) == []


@pytest.mark.parametrize("tab", ["quotes", "people", "coverage", "figures", "notes", "revisions"])
def test_every_tab_of_the_inspector_names_its_controls(window: MainWindow, tab: str) -> None:
    window.inspector.frame.choose(tab)
    QApplication.processEvents()
    assert _faults(window) == []


@pytest.mark.parametrize(
    "act",
    [Act.SETTINGS, Act.CORRECTIONS, Act.RULES, Act.TAGS, Act.TAG, Act.LIST, Act.KEYS, Act.PALETTE],
)
def test_a_dialog_names_its_controls_and_is_left_by_escape(window: MainWindow, qtbot: QtBot, act: Act) -> None:
    window.commands[act].trigger()
    qtbot.waitUntil(lambda: _on_top(window) is not None)
    dialog = _on_top(window)
    assert dialog is not None
    assert _faults(dialog) == []
    # The keyboard comes with the dialog, not before it.
    qtbot.waitUntil(lambda: dialog is here() or dialog.isAncestorOf(here()))
    qtbot.keyClick(here(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: _on_top(window) is None)


@pytest.mark.parametrize("act", [Act.ADD_SOURCE, Act.SAVE_SEARCH, Act.EXPORT, Act.ABOUT])
def test_the_keyboard_begins_in_a_dialogs_content_and_comes_to_its_foot_last(
    window: MainWindow, qtbot: QtBot, act: Act
) -> None:
    window.ask(TimelineFilter((Term("race"),)))
    qtbot.waitUntil(lambda: window.commands[act].isEnabled() and window.timeline.timeline.rowCount() == 2)
    window.commands[act].trigger()
    qtbot.waitUntil(lambda: isinstance(_on_top(window), Dialog))
    dialog = _on_top(window)
    assert isinstance(dialog, Dialog)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(here()))
    been = [here()]
    assert been[0] is not dialog.cancel_button
    while here() is not dialog.cancel_button:
        qtbot.keyClick(here(), Qt.Key.Key_Tab)
        been.append(here())
        assert len(been) < 30, "Tab goes round without the foot"
    if dialog.accept_button.isEnabled():
        qtbot.keyClick(here(), Qt.Key.Key_Tab)
        assert here() is dialog.accept_button
    missed = {one for one in _focusable(dialog) if one.focusProxy() is None} - {*been, here()}
    assert [_told(one) for one in missed] == []
    dialog.reject()


def test_first_run_names_its_controls(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert window.welcome.isVisible()
    assert _faults(window) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_goes_through_a_whole_screen_and_back(window: MainWindow, qtbot: QtBot, screen: Screen) -> None:
    window.show_screen(screen)
    window.activateWindow()
    QApplication.processEvents()
    wanted = set(_focusable(window))
    seen = _walk(window, qtbot)
    missed = [_told(one) for one in wanted - set(seen)]
    assert missed == []
    assert _places_run_on(seen, window)


@pytest.mark.parametrize(
    ("act", "screen"),
    [(Act.GO_SOURCES, Screen.SOURCES), (Act.GO_QUOTES, Screen.QUOTES), (Act.GO_LEXICON, Screen.LEXICON)],
    ids=["sources", "quotes", "lexicon"],
)
def test_a_screen_is_entered_and_left_by_key(window: MainWindow, act: Act, screen: Screen) -> None:
    window.commands[act].trigger()
    assert window.screens.on_show is screen
    window.commands[Act.GO_ALL].trigger()
    assert window.screens.on_show is Screen.READING


# Colours

_GROUNDS = ("window", "list", "paper", "raised", "hover")
_TEXTS = ("text", "text_secondary", "text_tertiary", "accent", "ok", "warn", "danger")
_MARKS = ("star", "control_border", "topic_policy", "topic_technology", "topic_resources", "topic_money", "unread")


def _pairs() -> Iterator[tuple[str, str, float]]:
    """Yield (ink, ground, least contrast): 4.5 for text, 3 for marks and the borders of controls."""
    for ground in _GROUNDS:
        yield from ((ink, ground, 4.5) for ink in _TEXTS)
        yield from ((ink, ground, 3.0) for ink in _MARKS)
    yield from ((ink, "selection", 4.5) for ink in ("text", "text_secondary", "accent_on_soft"))
    yield "on_accent", "accent", 4.5
    yield "warn", "warn_ground", 4.5
    yield "danger", "danger_ground", 4.5
    yield "text", "highlight", 4.5
    yield from (("mark_letter", f"outlet_{one}", 4.5) for one in ("1", "2", "3", "4", "5", "other"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart_by_weak_eyes(scheme: str) -> None:
    """WCAG 2.1, level AA, on every ground that a colour may stand on."""
    colour = json.loads(resource("theme/tokens.json").read_text("utf-8"))["colour"][scheme]
    too_faint = {
        f"{ink} on {ground}": round(contrast(colour[ink], colour[ground]), 2)
        for ink, ground, least in _pairs()
        if contrast(colour[ink], colour[ground]) < least
    }
    assert too_faint == {}


@pytest.mark.parametrize(
    ("ink", "ground", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_is_reckoned_as_wcag_does(ink: str, ground: str, ratio: float) -> None:
    assert contrast(ink, ground) == pytest.approx(ratio, abs=0.005)


def contrast(ink: str, ground: str) -> float:
    """Return the contrast of two colours (#rrggbb), 1 to 21. Source: WCAG 2.1, "contrast ratio"."""
    one, other = sorted((_luminance(ink), _luminance(ground)))
    return (other + 0.05) / (one + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# What a screen reader and the Tab key meet


def test_the_pulse_is_told_as_a_chart_of_its_articles(
    qtbot: QtBot, desk: Desk, open_window: Callable[..., MainWindow]
) -> None:
    desk.articles(5)
    window = open_window()
    told = QAccessible.queryAccessibleInterface(window.timeline.pulse)
    assert told is not None
    assert told.role() is QAccessible.Role.Chart
    assert told.text(QAccessible.Text.Name) == "Articles over time"
    qtbot.waitUntil(lambda: told.text(QAccessible.Text.Description).startswith("5 articles"))


def _focusable(top: QWidget) -> list[QWidget]:
    """Return what Tab may stop at, without the menu bar, which Alt and F10 open."""
    return [
        one
        for one in (top, *top.findChildren(QWidget))
        if one.window() is top.window()
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not isinstance(one, (QMenuBar, QDialog))
        and not _is_one_of_many(one)
        and one is not top
    ]


def here() -> QWidget:
    """Return where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _is_one_of_many(widget: QWidget) -> bool:
    """Tell whether arrow keys lead here from the choice that Tab stops at."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return group is not None and group.exclusive()


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # Qt tells what is chosen, and the label as a relation
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).replace("&", "").strip() if told is not None else ""


def _role(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role().name if told is not None else ""


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{_name(widget)}” in {type(widget.parent()).__name__}"


def _faults(top: QWidget) -> list[str]:
    """Return what a user of a screen reader would stumble over on what is on show."""
    controls = _focusable(top)
    # An empty layout row around a control is not a control; an icon that the mouse alone reaches is.
    buttons = [one for one in top.findChildren(QAbstractButton) if one.isVisible() and one.window() is top.window()]
    faults = [f"no name: {_told(one)}" for one in {*controls, *buttons} if not _name(one)]
    faults += [
        f"no tool tip: {_told(one)}"
        for one in buttons
        if not one.text() and isinstance(one, QToolButton) and not one.toolTip()
    ]
    names = Counter((_name(one), _role(one)) for one in controls)
    faults += [f"{n} times {name!r} ({role})" for (name, role), n in names.items() if n > 1]
    return sorted(faults)


def _on_top(window: MainWindow) -> QWidget | None:
    """Return the dialog or the pop-up over the window, None where there is none."""
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if over is not None:
        return over
    kinds = (QDialog, ChoicePopup, KeysOverlay, Palette)
    return next((one for kind in kinds for one in window.findChildren(kind) if one.isVisible()), None)


def _walk(window: MainWindow, qtbot: QtBot) -> list[QWidget]:
    """Press Tab until the keyboard is where it began."""
    seen: list[QWidget] = []
    for _ in range(200):
        before = here()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        after = here()
        if seen and after is seen[0]:
            break
        assert after is not before, f"Tab does not leave {_told(before)}"
        seen.append(after)
    return seen


def _places_run_on(seen: list[QWidget], window: MainWindow) -> bool:
    """Tell whether Tab goes through one pane before it goes to the next one."""
    panes = [_pane(one, window) for one in seen]
    runs = [pane for number, pane in enumerate(panes) if number == 0 or panes[number - 1] is not pane]
    return len(runs) <= len(set(map(id, panes))) + 1  # the walk may begin in the midst of a pane


def _pane(widget: QWidget, window: MainWindow) -> QWidget:
    panes = (
        window.sidebar,
        window.rail,
        window.bar,
        window.timeline,
        window.reader,
        window.inspector.frame,
        window.screens.currentWidget(),
    )
    return next((pane for pane in panes if pane is widget or pane.isAncestorOf(widget)), widget)
