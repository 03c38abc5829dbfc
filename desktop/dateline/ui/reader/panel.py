"""The reader: bar, page and quote popover, and the article they show.

The main window says which article; the panel reads it from the library away from the UI thread, shows it, and tells
what the user wants. It never writes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.text.script import fold
from dateline.text.span import Span
from dateline.ui.across import Across
from dateline.ui.citing import Citing
from dateline.ui.empty_state import EmptyState
from dateline.ui.names import Names
from dateline.ui.reader import wording
from dateline.ui.reader.bar import ReaderBar
from dateline.ui.reader.elsewhere import other_places
from dateline.ui.reader.layers import Layer
from dateline.ui.reader.page import Page, read_page
from dateline.ui.reader.page_search import PageSearch
from dateline.ui.reader.popover import QuotePopover
from dateline.ui.reader.printing import print_article
from dateline.ui.reader.search_bar import SearchBar
from dateline.ui.reader.speakers import EntityName, EntityNames, entities_in, read_names
from dateline.ui.reader.view import ReaderView
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance, size

_LAYERS_KEY = "reader/layers"
_SLOT = "reader page"
_numbers = count()
_NAMES_SLOT = "reader names"


class ReaderPanel(QWidget):
    """The right-hand pane. Keys are the main window's; every act has a method here."""

    #: The page on show changed: a Page, or None when nothing is open.
    page_shown = Signal(object)
    #: The lexicon's names arrived: EntityNames.
    names_known = Signal(object)
    #: The number of the current quote, -1 for none.
    quote_changed = Signal(int)
    #: The user wants the article starred (True) or not.
    star_wanted = Signal(object, bool)  # ArticleId
    newest_unread_wanted = Signal()
    #: The current quote is to go on a reading list, was said by somebody else, is no quote; the topics are wrong.
    list_wanted = Signal()
    tag_wanted = Signal()
    speaker_wanted = Signal()
    no_quote_wanted = Signal()
    topics_wanted = Signal()
    #: The user wants another article (ArticleId).
    article_wanted = Signal(object)
    #: The notes of the article on show are there, for the first time or anew.
    notes_shown = Signal()
    #: A sentence for the status line or a toast.
    told = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        parent: QWidget | None = None,
        *,
        settings: QSettings | None = None,
        open_link: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._names = names
        self._settings = settings
        self._open_link = open_link
        self._article: ArticleId | None = None
        self._revision: int | None = None  # the one that is wanted; None: as the article stands now
        self._slot = f"{_SLOT} {next(_numbers)}"  # there may be more readers than one
        self._entity_names: dict[str, EntityName] = {}
        self._is_held = False  # the popover was asked for, not pointed at: it stays
        self._is_over_popover = False
        self._across: Across | None = None
        self._citing = Citing(tasks, settings, self)
        self._citing.told.connect(self.told)
        self.bar = ReaderBar(appearance, self)
        self.view = ReaderView(appearance, names, self)
        self._empty = EmptyState(
            appearance,
            "newspaper",
            left=size("reader_margin"),
            ground="paper",
            above=size("pulse"),
            parent=self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._stack)
        self.search_bar = SearchBar(appearance, self)
        rows.addWidget(self.search_bar)
        self._search = PageSearch(self.view, self.search_bar)
        self._popover = QuotePopover(appearance, self)
        self._popover.copy_chosen.connect(self.copy_quote)
        self._popover.list_chosen.connect(self.list_wanted)
        self._popover.speaker_chosen.connect(self.speaker_wanted)
        self._popover.no_quote_chosen.connect(self.no_quote_wanted)
        self.view.topics_pressed.connect(self.topics_wanted)
        self._popover.elsewhere.chosen.connect(self.article_wanted)
        self._popover.entered.connect(self._enter_popover)
        self._popover.left.connect(self._leave_popover)
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(250)
        self._closing.timeout.connect(self._close_if_left)
        self.bar.layers_chosen.connect(self._choose_layers)
        self.bar.star_chosen.connect(self._want_star)
        self.bar.tag_chosen.connect(self.tag_wanted)
        self.bar.list_chosen.connect(self.list_wanted)
        self.bar.original_chosen.connect(self.open_original)
        self.view.link_chosen.connect(self._follow_link)
        self.view.quote_pointed.connect(self._point)
        self.view.quote_chosen.connect(self.open_quote)
        self.view.moved.connect(self._move_popover)
        self._empty.chosen.connect(self.newest_unread_wanted)
        layers = self._remembered_layers()
        self.bar.set_layers(layers)
        self.view.set_layers(layers)
        self.clear()

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self.view.page

    @property
    def article(self) -> ArticleId | None:
        """The article that is open, or on its way."""
        return self._article

    @property
    def entity_names(self) -> EntityNames:
        """The lexicon's names, as far as they are known yet."""
        return self._entity_names

    def show_article(self, article: ArticleId, revision: int | None = None) -> None:
        """Open an article as it stands now, or at a revision; a later call wins over one still on its way."""
        self._article, self._revision = article, revision
        self._tasks.read(partial(read_page, article_id=article, revision=revision), self._show, slot=self._slot)

    def know_across(self, across: Across) -> None:
        """Take what other articles have of the one on show: the popover lists who has the same words."""
        self._across = across
        if self._popover.isVisible() and self.view.current is not None:
            self._open_popover(self.view.current)

    def show_page(self, page: Page) -> None:
        """Show an article that is at hand."""
        self._article = page.article.id
        self._show(page)

    def clear(self, sentence: str = "", button: str = "") -> None:
        """Show nothing but a sentence; with neither, the way to open something."""
        self._tasks.drop(self._slot)
        self._article = None
        self.close_popover()
        self._search.close()
        self.view.clear_page()
        self.bar.set_article(is_open=False)
        self.bar.hide()
        if sentence:
            self._empty.say(self.tr("Nothing open"), sentence, button)
        else:
            self._empty.say(
                self.tr("Nothing open"), self.tr("Choose an article, or press J."), self.tr("Open the newest unread")
            )
        self._stack.setCurrentWidget(self._empty)
        self.page_shown.emit(None)

    def follow(self, change: Change) -> None:
        """Read the open article again where a write touched it."""
        if self._article is None:
            return
        if self._article in change.removed_articles:
            self.clear(self.tr("This article is no longer in the library."))
        elif self._article in change.changed_articles:
            self.show_article(self._article, self._revision)

    def next_quote(self) -> None:
        """Go to the next quote and say what is known of it; after the last comes the first."""
        self._step(1)

    def previous_quote(self) -> None:
        """Go to the quote before."""
        self._step(-1)

    def open_quote(self, number: int) -> None:
        """Go to a quote and say what is known of it."""
        page = self.view.page
        if page is None or not 0 <= number < len(page.quotes):
            return
        if Layer.QUOTES not in self.bar.layers:
            self.toggle_layer(Layer.QUOTES)
        self.view.show_quote(number)
        self._is_held = True
        self._open_popover(number)

    def show_in_text(self, span: Span) -> None:
        """Scroll to a stretch of the article's text (code points)."""
        if self.view.page is not None:
            self.view.show_span(self.view.page.in_document(span))

    def toggle_layer(self, layer: Layer | str) -> None:
        """Switch a layer on or off: "quotes", "notes", "why", "figures" or "credits"."""
        layers = self.bar.layers ^ {Layer(layer)}
        self.bar.set_layers(layers)
        self._choose_layers(layers)

    def copy_quote(self) -> bool:
        """Put the current quote on the clipboard, cited in the style of exports; False where there is none."""
        page, number = self.view.page, self.view.current
        if page is None or number is None:
            self.told.emit(self.tr("No quote is chosen; press Q."))
            return False
        words = wording.quoted_words(page.quotes[number], self._entity_names)
        self._citing.copy(words, page.article.id, page.revision, said=self.tr("Quote copied with its citation."))
        return True

    def quoted(self) -> str:
        """Return the current quote as Markdown with who said it, "" where there is none."""
        page, number = self.view.page, self.view.current
        if page is None or number is None:
            return ""
        quote = page.quotes[number]
        words = " ".join(quote.text.split())
        return f"> {words}\n\n— {wording.speaker_line(quote, self._entity_names)}"

    def find_words(self) -> None:
        """Open the bar that looks for words in the article; what is selected is looked for at once."""
        if self.view.page is None:
            self.told.emit(self.tr("Open an article first, then look for words in it."))
            return
        self.close_popover()
        # The table of Traditional characters is read while the first of them is being typed.
        self._tasks.read(lambda _: fold("詞"), lambda _: None, slot="")
        self._search.open()

    def print_page(self) -> None:
        """Show the article as it would be printed."""
        if self.view.page is None:
            self.told.emit(self.tr("Open an article first, then print it."))
        else:
            print_article(self.view.page, self._names, self.window())

    def open_original(self) -> None:
        """Open the article's address in the browser."""
        page = self.view.page
        if page is not None and page.article.url:
            self._follow_link(QUrl(page.article.url))

    def scroll_page(self) -> bool:
        """Scroll down by a page; False where the end was in sight, or nothing is open."""
        return self._stack.currentWidget() is self.view and self.view.scroll_page()

    def close_popover(self) -> None:
        """Close what is said of a quote; nothing is current then."""
        self._closing.stop()
        self._is_held = False
        self._is_over_popover = False
        if self._popover.isVisible():
            self._popover.hide()
        self._listen(wants=False)
        if self.view.current is not None:
            self.view.set_current(None)
            self.quote_changed.emit(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the popover is open: Esc closes it, and so does a press beside it."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    self.close_popover()
                return True
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            inside = watched is self._popover or self._popover.isAncestorOf(watched)
            if not inside:
                self.close_popover()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the popover at its quote."""
        super().resizeEvent(event)
        self._move_popover()

    def _show(self, page: Page | None) -> None:
        if page is None:
            self.clear(self.tr("This article is no longer in the library."))
            return
        if page.article.id != self._article:
            return
        old = self.view.page
        article = page.article
        self.bar.show()
        self.bar.set_article(is_open=True, is_starred=article.is_starred, has_address=bool(article.url))
        if old is not None and _says_the_same(old, page):
            if (old.notes, old.article.tags) != (page.notes, page.article.tags):
                self.view.take_notes(page)
                self.notes_shown.emit()
            return
        self.close_popover()
        self._stack.setCurrentWidget(self.view)
        self.view.show_page(page, self._entity_names)
        self._search.look_again()
        self.page_shown.emit(page)
        self.notes_shown.emit()
        unknown = entities_in(page.findings) - self._entity_names.keys()
        if unknown:
            self._tasks.read(lambda _: read_names(unknown), self._take_names, slot=_NAMES_SLOT)

    def _take_names(self, names: dict[str, EntityName]) -> None:
        self._entity_names.update(names)
        self.view.set_entity_names(self._entity_names)
        self.names_known.emit(self._entity_names)
        if self._popover.isVisible() and self.view.current is not None:
            self._open_popover(self.view.current)

    def _step(self, by: int) -> None:
        page = self.view.page
        if page is None:
            return
        if not page.quotes:
            self.told.emit(self.tr("No quotes were found in this article."))
            return
        current = self.view.current
        if current is None:
            first = self.view.first_in_sight()
            number = 0 if first is None else first
        else:
            number = (current + by) % len(page.quotes)
        self.open_quote(number)

    def _point(self, number: int) -> None:
        if number >= 0:
            self._closing.stop()
            if number != self.view.current or not self._popover.isVisible():
                self._is_held = False
                self._open_popover(number)
        elif self._popover.isVisible() and not self._is_held:
            self._close_if_left()

    def _enter_popover(self) -> None:
        self._is_over_popover = True
        self._closing.stop()

    def _leave_popover(self) -> None:
        self._is_over_popover = False
        if not self._is_held:
            self._closing.start()

    def _close_if_left(self) -> None:
        if not self._is_held and not self._is_over_popover:
            self.close_popover()

    def _open_popover(self, number: int) -> None:
        page = self.view.page
        if page is None:
            return
        quote = page.quotes[number]
        places = other_places(page, number, self._across, self._names)
        self._popover.show_quote(quote, page.article, page.slot_of(quote), self._entity_names, places)
        if self.view.current != number:
            self.view.set_current(number)
            self.quote_changed.emit(number)
        if not self._place_popover(number):
            self._popover.hide()
            return
        self._listen(wants=True)

    def _place_popover(self, number: int) -> bool:
        """Put the popover at its quote; False where the quote is out of sight."""
        viewport = self.view.viewport()
        lines = [rect.toAlignedRect() for rect in self.view.quote_rects(number)]
        in_sight = [rect for rect in lines if rect.bottom() > 0 and rect.top() < viewport.height()]
        if not in_sight:
            return False
        offset = viewport.mapTo(self, QPoint(0, 0))
        bounds = QRect(0, self.bar.height(), self.width(), self.height() - self.bar.height())
        self._popover.place_at([rect.translated(offset) for rect in in_sight], bounds)
        return True

    def _move_popover(self) -> None:
        if not self._popover.isVisible() or self.view.current is None:
            return
        if not self._is_held or not self._place_popover(self.view.current):
            self.close_popover()

    def _listen(self, *, wants: bool) -> None:
        app = QApplication.instance()
        if app is None:
            return
        app.removeEventFilter(self)
        if wants:
            app.installEventFilter(self)

    def _choose_layers(self, layers: frozenset[Layer]) -> None:
        if Layer.QUOTES not in layers:
            self.close_popover()
        self.view.set_layers(layers)
        if self._settings is not None:
            self._settings.setValue(_LAYERS_KEY, ",".join(sorted(layers)))

    def _remembered_layers(self) -> frozenset[Layer]:
        kept = self._settings.value(_LAYERS_KEY) if self._settings is not None else None
        if not isinstance(kept, str):
            return frozenset({Layer.QUOTES, Layer.NOTES})
        return frozenset(layer for layer in Layer if layer in kept.split(","))

    def _want_star(self) -> None:
        page = self.view.page
        if page is not None:
            self.star_wanted.emit(page.article.id, not self.bar.is_starred)

    def _follow_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https") and url.host():
            self._open_link(url)


def _says_the_same(old: Page, new: Page) -> bool:
    """Tell whether only the user's marks differ: the page then stays as it stands."""
    one, other = old.article, new.article
    return (
        one.id == other.id
        and (one.title, one.text, one.html, one.completeness, one.reason, one.updated_at, one.n_revisions)
        == (other.title, other.text, other.html, other.completeness, other.reason, other.updated_at, other.n_revisions)
        and old.findings == new.findings
    )
