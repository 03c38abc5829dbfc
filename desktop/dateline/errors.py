"""Every failure Dateline expects, as one tree.

    DatelineError            .sentence for the user, .hint what to do
    ├── SourceError          bringing the outside in
    │   ├── FetchError       the network or the server: time-outs, refusals, limits        .status .retry_at
    │   └── FeedError        an answer that is not a feed, or a listing that no longer matches
    ├── LibraryError         keeping it
    │   ├── CannotOpenLibrary
    │   ├── LibraryInUse     a second window on the same library
    │   ├── NewerLibrary     made by a later Dateline
    │   ├── ReadOnlyLibrary  it lies where nothing can be written: it can be read all the same
    │   ├── DamagedLibrary                                                               .backup
    │   └── DiskFull
    ├── QuestionError        a filter that cannot be read                                  .start .end
    ├── ExportError          handing it over
    └── InputError           a file or line given by the user that cannot be read
        ├── AddressNeeded    a saved page that does not tell where it is from
        └── WrongUse         a command line that asks for what there is not

What is not in this tree is a bug: logged with its trace and shown by the bug dialog, never swallowed.
"""

from __future__ import annotations

from datetime import datetime


class DatelineError(Exception):
    """An expected failure: `sentence` says what happened, `hint` what to do next (may be empty)."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence, hint)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()


class SourceError(DatelineError):
    """Something outside did not come in."""


class FetchError(SourceError):
    """The network or the server failed.

    `kind` is a short word for programs, `status` the HTTP status if one came, `retry_at` when the server wants us back.
    """

    def __init__(
        self,
        sentence: str,
        hint: str = "",
        *,
        kind: str = "network",
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(sentence, hint)
        self.kind = kind
        self.status = status
        self.retry_at = retry_at


class FeedError(SourceError):
    """The answer is not a feed, or a listing page no longer matches its rule."""

    def __init__(self, sentence: str, hint: str = "", *, found_feeds: tuple[str, ...] = ()) -> None:
        super().__init__(sentence, hint)
        self.found_feeds = found_feeds


class LibraryError(DatelineError):
    """The library cannot do what was asked."""


class CannotOpenLibrary(LibraryError):
    """The library's file cannot be opened or written."""


class LibraryInUse(LibraryError):
    """Another window holds this library."""


class ReadOnlyLibrary(LibraryError):
    """The library lies where nothing can be written; it is open for reading."""


class NewerLibrary(LibraryError):
    """The library was made by a later Dateline."""


class DamagedLibrary(LibraryError):
    """The library's file is damaged; `backup` is the path of the newest backup there is, "" for none."""

    def __init__(self, sentence: str, hint: str = "", *, backup: str = "") -> None:
        super().__init__(sentence, hint)
        self.backup = backup


class DiskFull(LibraryError):
    """There is no room left where the library lies."""


class QuestionError(DatelineError):
    """A filter that cannot be read; `start` and `end` mark the word, in code points of the typed text."""

    def __init__(self, sentence: str, hint: str = "", *, start: int, end: int) -> None:
        super().__init__(sentence, hint)
        self.start = start
        self.end = end


class ExportError(DatelineError):
    """The file for handing over could not be written."""


class InputError(DatelineError):
    """A file or a line given by the user cannot be read."""


class AddressNeeded(InputError):
    """A saved page does not tell its address; with one it may be read."""


class WrongUse(InputError):
    """The command line leaves out what a verb needs, or names what there is not."""
