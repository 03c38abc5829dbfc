"""Highlights and notes: what the user marked in an article and wrote about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from dateline.news.article import ArticleId
from dateline.text.anchor import Anchor
from dateline.text.span import Span

NoteId = NewType("NoteId", int)


class Meaning(StrEnum):
    """Why a passage was highlighted; all highlights have one colour."""

    KEY = "key"  # what matters in the article
    CHECK = "check"  # to be verified
    DOUBT = "doubt"  # the user does not believe it
    USE = "use"  # to be quoted or used


class About(StrEnum):
    """What a note is about."""

    PASSAGE = "passage"
    QUOTE = "quote"  # a passage that somebody said
    ARTICLE = "article"  # as a whole: it has no words


@dataclass(frozen=True, slots=True)
class NewNote:
    """A highlight or note to be kept. `key` tells it from every other in any library; "" lets the library make one."""

    article: ArticleId
    about: About = About.PASSAGE
    meaning: Meaning = Meaning.KEY
    anchor: Anchor | None = None  # None for a note about the whole article
    text: str = ""  # Markdown
    revision: int | None = None  # number of the revision read, None where only the feed's summary was
    key: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight, with or without a note, as kept."""

    id: NoteId
    key: str
    article: ArticleId
    about: About
    meaning: Meaning
    anchor: Anchor | None
    text: str
    revision: int | None
    made_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note and where its words stand in the article's newest text. Without a place it is loose, or has no words."""

    note: Note
    place: Span | None = None
    score: float = 0.0  # how surely it was found again: 1 where nothing changed

    @property
    def is_loose(self) -> bool:
        """Whether the words it was made on are no longer found."""
        return self.note.anchor is not None and self.place is None
