"""What every table is made of."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel

NO_ROWID = {"sqlite_with_rowid": False}


class Row(SQLModel):
    """A row of the library."""

    metadata = MetaData()
