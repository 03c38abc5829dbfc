"""The page of network and privacy: the proxy that all is asked through, and whether pictures come by themselves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from dateline.errors import InputError
from dateline.news.manner import check_proxy
from dateline.settings import keep_proxy, wanted_proxy
from dateline.ui.known_sentences import failure_words

_SYSTEM, _NONE, _ONE = range(3)


class NetworkPage(QWidget):
    """What is chosen holds from the next request on."""

    #: Pictures are to be shown by themselves, or only when asked for.
    pictures_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None, *, shows_pictures: bool) -> None:
        super().__init__(parent)
        kept = wanted_proxy()
        self.way = QComboBox(self)
        self.way.addItems([self.tr("As the system"), self.tr("None"), self.tr("This one")])
        self.way.setCurrentIndex({"": _SYSTEM, "direct": _NONE}.get(kept, _ONE))
        self.address = QLineEdit("" if kept == "direct" else kept, self)
        self.address.setPlaceholderText("http://host:port, socks5://host:port")
        self.address.setAccessibleName(self.tr("Address of the proxy"))
        self.trouble = QLabel(self)
        self.pictures = QCheckBox(self.tr("Show the pictures of an article as it is opened"), self)
        self.pictures.setChecked(shows_pictures)
        name = QLabel(self.tr("Proxy"), self)
        name.setBuddy(self.way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            name,
            self.way,
            self.address,
            self.trouble,
            self._about(self.tr("For every source that has no proxy of its own (Sources, Edit…).")),
        ):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addWidget(self.pictures)
        without = self.tr(
            "Else they come when you ask for them (I): whoever keeps a picture learns that you read its article."
        )
        column.addWidget(self._about(without))
        column.addSpacing(12)
        column.addWidget(
            self._about(
                self.tr(
                    "Dateline asks only your sources and the pages of their articles. What you read, mark and search "
                    "stays on this computer."
                )
            )
        )
        column.addStretch(1)
        self.trouble.setWordWrap(True)
        self._offer()
        self.way.activated.connect(self._choose)
        self.address.editingFinished.connect(self._keep)
        self.pictures.toggled.connect(self.pictures_chosen)

    def _about(self, sentence: str) -> QLabel:
        label = QLabel(sentence, self)
        label.setProperty("kind", "hint")
        label.setWordWrap(True)
        return label

    def _choose(self) -> None:
        self._offer()
        if self.way.currentIndex() == _ONE:
            self.address.setFocus()
        self._keep()

    def _offer(self) -> None:
        self.address.setVisible(self.way.currentIndex() == _ONE)

    def _keep(self) -> None:
        """Keep what is chosen; an address that is none is said, and what held before holds."""
        proxy = {_SYSTEM: "", _NONE: "direct"}.get(self.way.currentIndex(), self.address.text().strip())
        self.trouble.clear()
        if self.way.currentIndex() == _ONE and not proxy:
            return
        try:
            check_proxy(proxy)
            keep_proxy(proxy)
        except InputError as error:
            self.trouble.setText(failure_words(error))
        except OSError:
            self.trouble.setText(self.tr("The choice could not be kept: the folder of settings cannot be written."))
