from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.news.article import COMPLETENESS_ORDER, Completeness
from dateline.news.change import Change
from dateline.news.finding import Figure
from dateline.pipeline.compare import compare_all
from dateline.sources.outlets import outlets
from dateline.storage.database import Writing, driver
from dateline.text.span import Span
from dateline.ui.inspector.line import Line, lay_out
from dateline.ui.inspector.words import ArticleTarget, QuoteTarget, figure_lines
from dateline.ui.main_window import MainWindow
from dateline.ui.names import Names, OutletLook
from dateline.ui.theme import Appearance
from desk import NOW, Desk

RULES = "The rules change faster than our products, and nobody tells us why"
FIRE = "A fire has stopped the factory in Dresden for 12 weeks, and 340 machines are lost.\n"


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on a story of two outlets that have the same words, and an article of its own."""
    day = timedelta(days=1)
    desk.article("Robots fold shirts", at=NOW - 3 * day, outlet="scmp")
    desk.article("Fire stops Loomchip factory in Dresden", at=NOW - 2 * day, says=[("Anna Weaver", RULES)], text=FIRE)
    desk.article(
        "Loomchip factory in Dresden stops after fire",
        at=NOW - day,
        outlet="bloomberg",
        says=[("Weaver", "The rules change faster than our products"), ("Tomas Ferrand", "We have hope")],
        text=FIRE,
    )
    compare_all(desk.library)
    return open_window()


def open_article(qtbot: QtBot, desk: Desk, window: MainWindow, title: str) -> None:
    assert window.timeline.go_to(desk.card(title).id)
    qtbot.waitUntil(lambda: window.reader.page is not None and window.reader.page.article.title == title)
    qtbot.waitUntil(lambda: window.inspector.across is not None)


def test_quotes_say_who_else_has_them_and_who_was_first(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    heading, shared, own = window.inspector.quotes.view.lines
    assert (heading.title, heading.detail) == ("2 quotes", "2 speakers named")
    assert [look.id for look in shared.outlets] == ["ft", "bloomberg"]
    assert shared.foot == "FT first, 8 Nov"
    assert own.outlets == ()


def test_a_line_leads_into_the_text_and_the_popover_lists_the_other_articles(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    view = window.inspector.quotes.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.reader.view.current == 0
    popover = window.reader._popover
    assert popover.isVisible()
    assert "The same words in 1 other article; Financial Times, 8 Nov, First" in popover.accessibleDescription()
    window.reader.next_quote()
    assert not popover.elsewhere.isVisible()
    assert view.currentIndex().row() == 2


def test_the_current_quote_stays_chosen_when_its_line_learns_more(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    window.reader.next_quote()
    window.reader.next_quote()
    view = window.inspector.quotes.view
    assert view.currentIndex().row() == 2
    heading, *quotes = view.lines
    view.show_lines([heading, *(replace(line, foot="Also in the Herald") for line in quotes)])
    assert (view.currentIndex().row(), view.lines[2].foot) == (2, "Also in the Herald")


def test_a_part_of_the_page_painted_anew_leaves_no_edge_across_the_current_quote(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    window.reader.next_quote()
    window.reader.close_popover()
    window.reader.view.set_current(0)
    viewport = window.reader.view.viewport()
    whole = viewport.grab().toImage()
    line = window.reader.view.quote_rects(0)[0].toRect()
    upper = line.adjusted(0, 0, 0, -line.height() // 2)
    part = viewport.grab(upper).toImage()
    assert part == whole.copy(upper)


def test_coverage_names_the_other_outlets_and_opens_their_articles(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    window.inspector.frame.choose("coverage")
    lines = window.inspector.coverage.view.lines
    assert (lines[0].title, lines[0].detail) == ("2 articles on this event", "2 outlets")
    other = next(line for line in lines if line.words)
    assert (other.title, other.words) == ("Financial Times", "Fire stops Loomchip factory in Dresden")
    assert window.inspector.coverage.compare.isVisible()
    window.inspector.coverage.view.chosen.emit(other.target)
    qtbot.waitUntil(
        lambda: window.reader.page is not None and window.reader.page.article.title.startswith("Fire stops")
    )
    assert window.timeline.current() == other.target.article
    assert isinstance(other.target, ArticleTarget)


def test_while_nothing_is_open_nothing_is_said_of_it(window: MainWindow) -> None:
    assert window.reader.page is None
    assert not window.inspector.quotes.empty.isVisible()


def test_an_article_of_its_own_says_so(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Robots fold shirts")
    assert window.inspector.coverage.view.lines == ()
    assert not window.inspector.coverage.compare.isVisible()
    assert window.inspector.coverage.empty.sentence == "No other outlet in this library covers this event."
    assert window.inspector.quotes.empty.sentence == "Nobody is quoted in this article."


def test_people_are_those_who_speak(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Fire stops Loomchip factory in Dresden")
    heading, speaker = window.inspector.people.view.lines
    assert heading.title == "Who speaks"
    assert (speaker.title, speaker.foot, speaker.target) == ("Anna Weaver", "1 quote", QuoteTarget(0))


def test_tabs_go_by_arrow_keys_and_are_remembered(
    qtbot: QtBot, window: MainWindow, open_window: Callable[..., MainWindow]
) -> None:
    frame = window.inspector.frame
    assert frame.tab == "quotes"
    QTest.keyClick(frame._tabs["quotes"], Qt.Key.Key_Right)
    assert frame.tab == "people"
    QTest.keyClick(frame._tabs["people"], Qt.Key.Key_Right)
    assert frame.tab == "coverage"
    assert [tab.text() for tab in frame._tabs.values() if tab.text()] == ["Coverage"]
    assert all(tab.accessibleName() and tab.toolTip() for tab in frame._tabs.values())
    window.settings.sync()
    assert open_window().inspector.frame.tab == "coverage"


def test_a_panel_is_made_when_its_tab_is_first_shown_and_then_says_what_the_others_do(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    inspector = window.inspector
    panels = {"quotes", "people", "coverage", "figures", "revisions"}
    assert vars(inspector).keys() & panels == {"quotes"}
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    assert vars(inspector).keys() & panels == {"quotes"}
    inspector.frame.choose("people")
    assert [line.title for line in inspector.people.view.lines][:3] == ["Who speaks", "Weaver", "Tomas Ferrand"]
    inspector.frame.choose("coverage")
    assert inspector.coverage.view.lines[0].title == "2 articles on this event"
    open_article(qtbot, desk, window, "Robots fold shirts")
    assert inspector.people.view.lines == ()
    assert inspector.coverage.view.lines == ()
    inspector.frame.choose("revisions")
    qtbot.waitUntil(lambda: inspector.revisions.shown is not None)
    assert vars(inspector).keys() & panels == panels - {"figures"}


def test_every_line_is_read_aloud(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    view = window.inspector.quotes.view
    said = view.model().index(1, 0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Weaver, direct, “The rules change faster")
    assert said.endswith("FT first, 8 Nov")


def test_of_a_teaser_it_says_only_what_holds_for_what_was_read(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    def take_away(c: Writing) -> Change:
        rank = COMPLETENESS_ORDER.index(Completeness.TEASER)
        driver(c).execute("UPDATE article SET completeness = ? WHERE title = 'Robots fold shirts'", (rank,))
        return Change()

    desk.library.write(take_away).result()
    open_article(qtbot, desk, window, "Robots fold shirts")
    empty = window.inspector.quotes.empty
    assert empty.sentence == "Nobody is quoted in what Dateline has of this article."


def test_a_quote_is_dragged_out_with_its_speaker_and_article(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    open_article(qtbot, desk, window, "Loomchip factory in Dresden stops after fire")
    model = window.inspector.quotes.view.model()
    heading, _, quote = (model.index(row, 0) for row in range(3))
    assert not heading.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert quote.flags() & Qt.ItemFlag.ItemIsDragEnabled
    out = model.mimeData([quote])
    assert out.text() == "“We have hope”\n— Tomas Ferrand"
    assert "Loomchip factory in Dresden stops after fire (Bloomberg)" in out.html()
    assert 'href="https://bloomberg.example/3"' in out.html()


@pytest.mark.parametrize(
    ("short", "width", "shown"),
    [("", 316, "South Ch…"), ("SCMP", 316, "SCMP"), ("SCMP", 500, "South China Morning Post 南华早报")],
)
def test_the_time_beside_an_outlet_is_not_cut(appearance: Appearance, short: str, width: int, shown: str) -> None:
    look = OutletLook("scmp", "South China Morning Post 南华早报", "SC", short=short)
    line = Line(look.name, "6 Nov, 03:20", monogram=look, badge="possible, in English")
    name, when = lay_out(line, appearance.theme, width).pieces
    assert name.text[:5] == shown[:5]
    assert name.text.endswith("…") is shown.endswith("…")
    assert when.text == "6 Nov, 03:20"


@pytest.mark.parametrize(("time", "shown"), [("9 Nov, 22:00", "Bloomberg"), ("26 Nov 2026, 11:57", "")])
def test_beside_a_clock_an_outlet_is_named_or_its_square_stands_alone(
    appearance: Appearance, time: str, shown: str
) -> None:
    line = Line("Bloomberg", time, clock="First seen here", monogram=OutletLook("bloomberg", "Bloomberg", "B"))
    label, name, when = lay_out(line, appearance.theme, 284).pieces
    assert (label.text, name.text, when.text) == ("First seen here", shown, time)


@pytest.mark.parametrize(
    ("outlet", "short"), [("scmp", "SCMP"), ("ft", "FT"), ("bloomberg", "Bloomberg"), ("nobody", "nobody")]
)
def test_an_outlet_goes_by_its_initials_where_the_list_knows_them(outlet: str, short: str) -> None:
    assert Names(outlets()).short_outlet(outlet) == short


@pytest.mark.parametrize(
    ("printed", "value", "unit", "said"),
    [
        ("14 nanometres", 14.0, "nm", "date not stated"),
        ("$5.5 billion", 5.5e9, "USD", "date not stated"),
        ("2,048", 2048.0, "chips", "date not stated"),
        ("5890亿美元", 589e9, "USD", "589 billion USD, date not stated"),
        ("1万亿元", 1e12, "CNY", "1 trillion CNY, date not stated"),
        ("two million", 2e6, None, "2 million, date not stated"),
    ],
)
def test_a_figure_is_said_again_only_where_that_is_another_way_to_say_it(
    qtbot: QtBot, desk: Desk, window: MainWindow, printed: str, value: float, unit: str | None, said: str
) -> None:
    open_article(qtbot, desk, window, "Robots fold shirts")
    page = window.reader.page
    assert page is not None
    article = replace(page.article, text=printed)
    findings = replace(page.findings, figures=(Figure(Span(0, len(printed)), value, unit),))
    heading, line = figure_lines(replace(page, article=article, findings=findings), window.names)
    assert (heading.title, line.title, line.foot) == ("1 figure", printed, said)
