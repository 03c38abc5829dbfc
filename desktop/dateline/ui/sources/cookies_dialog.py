"""Give Dateline the way in to a site: its cookies, pasted or from a cookies.txt, or the name and password it asks for.

What was given is never shown again, only for which site and until when. Keeping it is the newsroom's work.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dateline.errors import DatelineError
from dateline.sources.logins import Login
from dateline.ui.buttons import Button
from dateline.ui.dates import full_moment
from dateline.ui.dialog import Dialog
from dateline.ui.known_sentences import failure_words
from dateline.ui.newsroom import Newsroom
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_SLOT = "sources.cookies"
_LARGEST = 4_000_000


class CookiesDialog(Dialog):
    """Stays open until the login is kept; `given` tells for which site, and how many articles are fetched again."""

    given = Signal(str, int)

    def __init__(self, appearance: Appearance, tasks: Tasks, newsroom: Newsroom, host: str, parent: QWidget) -> None:
        super().__init__(appearance, "", "", parent)
        self.setWindowTitle(self.tr("Login"))
        self.heading.setText(self.tr("Read as the subscriber you are"))
        self.accept_button.setText(self.tr("Keep the login"))
        self._tasks = tasks
        self._newsroom = newsroom
        how = QLabel(
            self.tr(
                "Log in to the site in your browser. Then export its cookies as cookies.txt, or copy the Cookie header "
                "of a request from the browser's developer tools."
            ),
            self,
        )
        how.setWordWrap(True)
        self.host = QLineEdit(host, self)
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(self.tr("Paste the Cookie header or the contents of cookies.txt here"))
        self.text.setAccessibleName(self.tr("Cookies"))
        self.text.setTabChangesFocus(True)
        self.file_button = Button(appearance, self.tr("Choose cookies.txt…"), self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._choose_file)
        self.remove_button = Button(appearance, self.tr("Forget this login"), self, kind="quiet")
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._remove)
        self.remove_button.hide()
        self.state = QLabel("", self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.user = QLineEdit(self)
        self.user.setPlaceholderText(self.tr("Only where the browser itself asks for a name and password"))
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        form.addRow(self.tr("Site"), self.host)
        asked = QFormLayout()
        asked.addRow(self.tr("Name"), self.user)
        asked.addRow(self.tr("Password"), self.password)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        self.body.addWidget(how)
        self.body.addLayout(form)
        self.body.addWidget(self.text, 1)
        self.body.addLayout(row)
        self.body.addLayout(asked)
        self.body.addWidget(self.state)
        self.truth.setText(self.tr("Kept in the keyring, or in a file only you may read. Sent to this site alone."))
        self.resize(560, 480)
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._give)
        self.text.textChanged.connect(self._follow)
        self.host.textChanged.connect(self._follow)
        self.user.textChanged.connect(self._follow)
        self._follow()
        self._tasks.follow(self._newsroom.find_login(host), self._show, slot=_SLOT, failed=self._refuse)
        self.text.setFocus()

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose cookies.txt"), "", self.tr("Cookies (*.txt *.json);;All files (*)")
        )
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Put a file's text into the field."""
        try:
            with path.open("rb") as file:
                self.text.setPlainText(file.read(_LARGEST).decode("utf-8", "replace"))
        except OSError as error:
            self.state.setText(self.tr("{name} cannot be read: {why}.").format(name=path.name, why=error.strerror))

    def _give(self) -> None:
        self.accept_button.setEnabled(False)
        host, cookies = self.host.text().strip(), self.text.toPlainText().strip()
        if not cookies:
            self._give_password(host)
            return
        then = self._cookies_kept if self.user.text().strip() else self._kept
        self._tasks.follow(self._newsroom.give_cookies(host, cookies), then, slot=_SLOT, failed=self._refuse)

    def _cookies_kept(self, _answer: tuple[Login, int]) -> None:
        self._give_password(self.host.text().strip())

    def _give_password(self, host: str) -> None:
        future = self._newsroom.give_password(host, self.user.text().strip(), self.password.text())
        self._tasks.follow(future, self._kept, slot=_SLOT, failed=self._refuse)

    def _kept(self, answer: tuple[Login, int]) -> None:
        login, n_articles = answer
        self.given.emit(login.host, n_articles)
        self.accept()

    def _remove(self) -> None:
        future = self._newsroom.remove_login(self.host.text().strip())
        self._tasks.follow(future, self._removed, slot=_SLOT, failed=self._refuse)

    def _removed(self, _was_there: bool) -> None:  # noqa: FBT001 - a future's answer
        self._show(None)
        self.state.setText(self.tr("The login is forgotten."))

    def _show(self, login: Login | None) -> None:
        self.remove_button.setVisible(login is not None)
        if login is None:
            return
        if login.expires_at is None:
            words = self.tr("There is a login for {host} already. New cookies take its place.")
        elif login.is_over(datetime.now(UTC)):
            words = self.tr("The cookies for {host} expired on {when}. Give new ones.")
        else:
            words = self.tr("There are cookies for {host}, valid until {when}. New ones take their place.")
        when = full_moment(login.expires_at) if login.expires_at else ""
        self.state.setText(words.format(host=login.host, when=when))

    def _refuse(self, error: DatelineError) -> None:
        self.state.setText(failure_words(error))
        self._follow()

    def _follow(self) -> None:
        is_given = bool(self.text.toPlainText().strip() or self.user.text().strip())
        self.accept_button.setEnabled(is_given and bool(self.host.text().strip()))
