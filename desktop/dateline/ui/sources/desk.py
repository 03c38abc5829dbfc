"""What is done with sources in the window: the screen's wishes become jobs of the library and calls of the newsroom.

Dialogs are opened here. Every answer comes back through `Tasks`; a failure is a sentence for the window to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from dateline.errors import DatelineError
from dateline.news.change import Change
from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.question import Term, TimelineFilter
from dateline.ui.counted import counted
from dateline.ui.names import Names
from dateline.ui.newsroom import Newsroom
from dateline.ui.refreshing import Refreshing
from dateline.ui.sidebar.outlet_rows import source_term
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import DoneAct, UndoStack

if TYPE_CHECKING:
    from dateline.ui.sources.add_dialog import AddSourceDialog
    from dateline.ui.sources.cookies_dialog import CookiesDialog
    from dateline.ui.sources.rule_dialog import RuleDialog
    from dateline.ui.sources.screen import SourcesScreen


class SourcesDesk(QObject):
    """Adds, edits, pauses, removes, imports and exports sources."""

    #: A sentence, and whether what it tells of can be undone.
    told = Signal(str, bool)
    #: The articles of a source are wanted in the timeline.
    filter_wanted = Signal(object)
    _listed = Signal(object)
    _ordered = Signal(object)

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        names: Names,
        tasks: Tasks,
        newsroom: Newsroom,
        refreshing: Refreshing,
        undo: UndoStack,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._names = names
        self._tasks = tasks
        self._newsroom = newsroom
        self._refreshing = refreshing
        self._undo = undo
        self._sources: Sequence[Source] = ()
        self._order: Sequence[str] = ()
        self.dialog: QDialog | None = None

    @cached_property
    def screen(self) -> SourcesScreen:
        """The screen, made when it is first wanted."""
        from dateline.ui.sources.screen import SourcesScreen

        screen = SourcesScreen(self._appearance, self._names)
        screen.add_wanted.connect(self.add)
        screen.refresh_wanted.connect(self._refreshing.start)
        screen.import_wanted.connect(self.choose_opml)
        screen.export_wanted.connect(self.choose_export)
        screen.edit_wanted.connect(self.edit)
        screen.pause_wanted.connect(self.pause)
        screen.remove_wanted.connect(self.remove)
        screen.articles_wanted.connect(self._show_articles)
        screen.site_wanted.connect(_open_site)
        screen.cookies_wanted.connect(self.give_cookies)
        self._listed.connect(screen.show_sources)
        self._ordered.connect(screen.order_folders)
        screen.order_folders(self._order)
        screen.show_sources(self._sources)
        for event in self._refreshing.events:
            screen.take(event)
        self._refreshing.happened.connect(screen.take)
        return screen

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Learn what the sources are now."""
        self._sources = sources
        self._listed.emit(sources)

    def order_folders(self, folders: Sequence[str]) -> None:
        """Learn in which order the user put the folders."""
        self._order = folders
        self._ordered.emit(folders)

    def add(self, address: str = "") -> None:
        """Ask which source to add, beginning with an address where one is known."""
        from dateline.ui.sources.add_dialog import AddSourceDialog

        dialog = AddSourceDialog(
            self._appearance,
            self._tasks,
            self._newsroom.find_sources,
            self._newsroom.try_source,
            self._folders(),
            self._window,
            address=address,
        )
        self._open(dialog, partial(self._add_chosen, dialog))

    def edit(self, sources: Sequence[Source]) -> None:
        """Ask for a source's name and folder, and how it is to be asked; of several what they can share."""
        if len(sources) > 1:
            from dateline.ui.sources.edit_several_dialog import EditSeveralDialog

            several = EditSeveralDialog(self._appearance, sources, self._folders(), self._window)
            self._open(several, lambda: self._keep_edits(sources, several.sources))
            return
        (source,) = sources
        from dateline.ui.sources.edit_dialog import EditSourceDialog

        dialog = EditSourceDialog(self._appearance, self._tasks, self._newsroom, source, self._folders(), self._window)
        dialog.rule_wanted.connect(partial(self._instead_of, dialog, partial(self.edit_rule, source)))
        dialog.login_wanted.connect(partial(self._instead_of, dialog, partial(self.give_cookies, source)))
        self._open(dialog, lambda: self._keep_edits((source,), (dialog.source,)))

    def give_cookies(self, source: Source) -> None:
        """Ask for the login at a source's site, or at the feed's own host where it is the feed that is refused."""
        is_refused = source.state is SourceState.FAILING
        self.ask_login(source.url if is_refused else source.home_url or source.url, source.id)

    def ask_login(self, address: str, source: SourceId | None = None) -> CookiesDialog:
        """Ask for the login at a site; the source that is asked again with it, None where it is not followed yet."""
        from dateline.ui.sources.cookies_dialog import CookiesDialog

        host = (urlsplit(address).hostname or "").removeprefix("www.")
        dialog = CookiesDialog(self._appearance, self._tasks, self._newsroom, host, self._window)
        dialog.given.connect(partial(self._cookies_given, source))
        self._open(dialog, _nothing_more)
        return dialog

    def edit_rule(self, source: Source) -> None:
        """Show the rule of a site without a feed, and what it brings as it is edited."""
        from dateline.sources.listing_rule import rule_text
        from dateline.ui.sources.rule_dialog import RuleDialog

        text = rule_text(source.rule, source.url)
        dialog = RuleDialog(self._appearance, self._tasks, self._newsroom.preview_rule, text, self._window)
        self._open(dialog, partial(self._keep_rule, dialog, source))

    def pause(self, sources: Sequence[Source], is_paused: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Ask sources no more, or again."""
        one, many = (
            (self.tr("{n} source is paused."), self.tr("{n} sources are paused."))
            if is_paused
            else (self.tr("{n} source is asked again."), self.tr("{n} sources are asked again."))
        )
        self._change(
            partial(_set_paused, sources=sources, is_paused=is_paused), sources, counted(len(sources), one, many)
        )

    def remove(self, sources: Sequence[Source]) -> None:
        """Stop following sources; their articles stay, and they can come back."""
        said = (
            self.tr("{name} was removed; its articles stay.").format(name=sources[0].title)
            if len(sources) == 1
            else self.tr("{n} sources were removed; their articles stay.").format(n=len(sources))
        )
        self._change(partial(_remove, sources=[one.id for one in sources]), sources, said)

    def _change(self, job: Callable[[Any], Change], before: Sequence[Source], said: str) -> None:
        """Do something to sources that can be taken back."""
        expected = self._undo.expect()
        done = partial(self._changed, tuple(before), said, expected)
        self._tasks.write(job, done, failed=partial(self._not_changed, expected))

    def _not_changed(self, expected: DoneAct, error: DatelineError) -> None:
        self._undo.give_up(expected)
        self._tasks.trouble.emit(error)

    def _changed(self, before: tuple[Source, ...], said: str, expected: DoneAct, _change: Change) -> None:
        undone = (
            self.tr("{name} is as it was.").format(name=before[0].title)
            if len(before) == 1
            else self.tr("{n} sources are as they were.").format(n=len(before))
        )
        self.told.emit(said, True)
        job = partial(_put_back, sources=before)
        self._undo.remember(undone, partial(self._tasks.write, job), done=said, expected=expected)

    def choose_opml(self) -> None:
        """Ask for an OPML file and add its sources."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import OPML"), "", self.tr("OPML files (*.opml *.xml);;All files (*)")
        )
        if name:
            self.import_opml(Path(name))

    def import_opml(self, path: Path) -> None:
        """Add the sources of an OPML file, and ask them."""
        self._tasks.follow(self._newsroom.import_opml(path), self._imported, slot="")

    def choose_export(self) -> None:
        """Ask where to, and write the sources as OPML."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export OPML"), "dateline.opml", self.tr("OPML files (*.opml)")
        )
        if name:
            self._tasks.follow(self._newsroom.export_opml(Path(name)), self._exported, slot="")

    def _folders(self) -> list[str]:
        return sorted({source.folder for source in self._sources if source.folder}, key=str.casefold)

    def _open(self, dialog: QDialog, then: Any) -> None:
        self.dialog = dialog
        dialog.accepted.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _add_chosen(self, dialog: AddSourceDialog) -> None:
        way = dialog.chosen
        if way is not None:
            self._tasks.follow(self._newsroom.add_sources((way,)), partial(self._added, way.title or way.url), slot="")

    def _added(self, name: str, change: Change) -> None:
        if not change.sources:
            self.told.emit(self.tr("{name} is followed already.").format(name=name), False)
            return
        self._can_be_taken_back(change)
        self.told.emit(self.tr("{name} was added.").format(name=name), True)
        self._refreshing.start(change.sources)

    def _imported(self, change: Change) -> None:
        one, many = self.tr("{n} source was added."), self.tr("{n} sources were added.")
        if change.sources:
            self._can_be_taken_back(change)
        self.told.emit(
            counted(len(change.sources), one, many)
            if change.sources
            else self.tr("Every source of that file is followed already."),
            bool(change.sources),
        )
        if change.sources:
            self._refreshing.start(change.sources)

    def _can_be_taken_back(self, added: Change) -> None:
        one, many = self.tr("{n} source is followed no more."), self.tr("{n} sources are followed no more.")
        job = partial(_remove, sources=added.sources)
        self._undo.remember(counted(len(added.sources), one, many), partial(self._tasks.write, job))

    def _exported(self, n: int) -> None:
        self.told.emit(counted(n, self.tr("{n} source was written."), self.tr("{n} sources were written.")), False)

    def _keep_edits(self, before: Sequence[Source], after: Sequence[Source]) -> None:
        pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        if pairs:
            said = counted(len(pairs), self.tr("{n} source was changed."), self.tr("{n} sources were changed."))
            self._change(partial(_edit, pairs=pairs), [old for old, _ in pairs], said)

    def _instead_of(self, dialog: QDialog, do: Callable[[], None]) -> None:
        dialog.reject()
        do()

    def _keep_rule(self, dialog: RuleDialog, source: Source) -> None:
        from dateline.sources.listing_rule import parse_rule

        job = partial(_set_rule, source=source.id, rule=dialog.text, url=parse_rule(dialog.text).url)
        self._tasks.write(job, self._rule_kept)

    def _rule_kept(self, change: Change) -> None:
        self.told.emit(self.tr("The rule is kept; the list is read by it now."), False)
        self._refreshing.start(change.sources)

    def _cookies_given(self, source: SourceId | None, host: str, n_articles: int) -> None:
        one, many = self.tr("{n} article is fetched again."), self.tr("{n} articles are fetched again.")
        words = self.tr("The login for {host} is kept.").format(host=host)
        self.told.emit(f"{words} {counted(n_articles, one, many)}" if n_articles else words, False)
        if source is not None:
            self._refreshing.start((source,))

    def _show_articles(self, source: Source) -> None:
        asked = Term(source.outlet, "outlet") if source.outlet else source_term(source)
        self.filter_wanted.emit(TimelineFilter((asked,)))


def _open_site(source: Source) -> None:
    QDesktopServices.openUrl(QUrl(source.home_url or source.url))


def _remove(connection: Any, sources: Sequence[SourceId]) -> Change:
    from dateline.storage.sources import remove_source

    for one in sources:
        remove_source(connection, one)
    return Change(sources=tuple(sources))


def _put_back(connection: Any, sources: Sequence[Source]) -> Change:
    from dateline.storage.sources import put_back

    return put_back(connection, sources)


def _edit(connection: Any, pairs: Sequence[tuple[Source, Source]]) -> Change:
    from dateline.storage.sources import rename_source, set_manner

    for old, new in pairs:
        if (new.manner, new.interval_minutes) != (old.manner, old.interval_minutes):
            set_manner(connection, old.id, new.manner, interval_minutes=new.interval_minutes)
        rename_source(connection, old.id, title=new.title, folder=new.folder)
    return Change(sources=tuple(old.id for old, _ in pairs))


def _nothing_more() -> None:
    """Leave it at what the dialog has done."""


def _set_rule(connection: Any, source: SourceId, rule: str, url: str) -> Change:
    from dateline.storage import sources

    return sources.set_rule(connection, source, rule, url)


def _set_paused(connection: Any, sources: Sequence[Source], is_paused: bool) -> Change:  # noqa: FBT001
    from dateline.storage.sources import set_paused

    for one in sources:
        set_paused(connection, one.id, is_paused=is_paused)
    return Change(sources=tuple(one.id for one in sources))
