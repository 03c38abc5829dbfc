"""The library's tables in three sections with three promises, as SQLModel classes: the schema and the typed names.

    given    what the outside said: never lost, a poorer text never replaces a better one
    user     what the reader did: never overwritten by a refresh, durable before the window says so
    derived  what can be made again from the other two (`storage.rebuild`)

Times are whole seconds since 1970 in UTC; `…_z` are Zstandard frames; `completeness` is its place in
COMPLETENESS_ORDER. The search index is not here: it is SQLite's own (`storage.search`). Importing this module is
costly (it brings SQLAlchemy): only write jobs do, inside their functions.
"""

from __future__ import annotations

from dateline.storage.tables.derived import ComparedRow as ComparedRow
from dateline.storage.tables.derived import CopyRow as CopyRow
from dateline.storage.tables.derived import DayPartRow as DayPartRow
from dateline.storage.tables.derived import DayStampRow as DayStampRow
from dateline.storage.tables.derived import EntityNameRow as EntityNameRow
from dateline.storage.tables.derived import FindingRow as FindingRow
from dateline.storage.tables.derived import IndexedRow as IndexedRow
from dateline.storage.tables.derived import ListingRow as ListingRow
from dateline.storage.tables.derived import NotedRow as NotedRow
from dateline.storage.tables.derived import OutletRow as OutletRow
from dateline.storage.tables.derived import PersonNameRow as PersonNameRow
from dateline.storage.tables.derived import PersonRow as PersonRow
from dateline.storage.tables.derived import QuoteRow as QuoteRow
from dateline.storage.tables.derived import ShingleRow as ShingleRow
from dateline.storage.tables.derived import StatementRow as StatementRow
from dateline.storage.tables.derived import StoryFeatureRow as StoryFeatureRow
from dateline.storage.tables.derived import StoryRow as StoryRow
from dateline.storage.tables.derived import TopicRow as TopicRow
from dateline.storage.tables.derived import UncomparedRow as UncomparedRow
from dateline.storage.tables.given import AddressRow as AddressRow
from dateline.storage.tables.given import ArticleRow as ArticleRow
from dateline.storage.tables.given import EntryRow as EntryRow
from dateline.storage.tables.given import HostWaitRow as HostWaitRow
from dateline.storage.tables.given import LetGoRow as LetGoRow
from dateline.storage.tables.given import RevisionRow as RevisionRow
from dateline.storage.tables.given import SettingRow as SettingRow
from dateline.storage.tables.given import SourceRow as SourceRow
from dateline.storage.tables.given import VisitRow as VisitRow
from dateline.storage.tables.row import Row as Row
from dateline.storage.tables.user import CorrectionRow as CorrectionRow
from dateline.storage.tables.user import LexiconEditRow as LexiconEditRow
from dateline.storage.tables.user import ListItemRow as ListItemRow
from dateline.storage.tables.user import MarkRow as MarkRow
from dateline.storage.tables.user import NoteRow as NoteRow
from dateline.storage.tables.user import ReadingListRow as ReadingListRow
from dateline.storage.tables.user import RuleDoneRow as RuleDoneRow
from dateline.storage.tables.user import RuleRow as RuleRow
from dateline.storage.tables.user import SavedSearchRow as SavedSearchRow
from dateline.storage.tables.user import TagNameRow as TagNameRow
from dateline.storage.tables.user import TagRow as TagRow
from dateline.storage.tables.user import VerdictRow as VerdictRow
