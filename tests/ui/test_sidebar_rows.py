"""The sidebar's rows: after a change those that stand as they stood are the same ones."""

from __future__ import annotations

from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.library_view import OutletCount, SidebarCounts
from dateline.news.question import filter_text
from dateline.sources.outlets import outlets
from dateline.ui.names import Names
from dateline.ui.sidebar.model import SidebarModel
from dateline.ui.sidebar.outlet_rows import OutletRows
from dateline.ui.sidebar.rows import Health, Kind, Row

OUTLET, FOLDER = Kind.OUTLET, Kind.FOLDER


class Papers:
    """Three followed papers; the library reads them anew before each count."""

    def __init__(self) -> None:
        self.rows = OutletRows(Names(outlets()))

    def counted(self, *unread: int, failing: str = "") -> list[Row]:
        papers = ["Herald", "Courier", "Gazette"]
        sources = [
            Source(
                SourceId(n),
                f"https://{paper}.example/feed",
                paper,
                folder="Papers" if n else "",
                state=SourceState.FAILING if paper == failing else SourceState.WORKING,
            )
            for n, paper in enumerate(papers)
        ]
        counts = tuple(OutletCount(paper, n_unread=n, n=9) for paper, n in zip(papers, unread, strict=True))
        self.rows.follow(sources)
        return self.rows.rows(SidebarCounts(outlets=counts))


def test_only_the_outlet_with_news_is_made_anew() -> None:
    papers = Papers()
    before, after = papers.counted(1, 2, 3), papers.counted(1, 2, 4)
    named = {row.key: row for row in before}
    assert {row.key: row.count for row in after} == {
        "outlet:Herald": 1,
        "folder:Papers": 6,
        "outlet:Papers:Courier": 2,
        "outlet:Papers:Gazette": 4,
    }
    same = [row.key for row in after if row is named[row.key]]
    assert same == ["outlet:Herald", "outlet:Papers:Courier"]


def test_an_outlet_that_fails_is_made_anew_and_keeps_its_number() -> None:
    papers = Papers()
    before, after = papers.counted(1, 2, 3), papers.counted(1, 2, 3, failing="Courier")
    made = [row for row, was in zip(after, before, strict=True) if row is not was and row.kind is OUTLET]
    assert [(row.key, row.count, row.health) for row in made] == [("outlet:Papers:Courier", 2, Health.FAILING)]


def test_the_list_is_told_of_the_rows_that_differ_alone() -> None:
    model, papers = SidebarModel(), Papers()
    model.show_rows(papers.counted(1, 2, 3))
    told: list[str] = []
    model.dataChanged.connect(lambda first, last: told.extend((first.data(), last.data())))
    model.show_rows(papers.counted(1, 2, 4))
    assert told == ["Papers", "Papers", "Gazette", "Gazette"]


def test_an_outlet_keeps_a_short_name_for_where_there_is_little_room() -> None:
    (outlet,) = OutletRows(Names(outlets())).rows(SidebarCounts(outlets=(OutletCount("scmp", n_unread=1, n=1),)))
    assert (outlet.name, outlet.short) == ("South China Morning Post 南华早报", "SCMP")


def test_a_source_of_no_one_outlet_asks_for_what_it_brought() -> None:
    sources = [
        Source(SourceId(1), "https://herald.example/feed", "Herald, world", outlet="Herald", folder="All"),
        Source(SourceId(2), "https://gather.example/feed", "AI, gathered", folder="All"),
        Source(SourceId(3), "https://other.example/feed", "The “other”", folder="Rest"),
        Source(SourceId(4), "https://fourth.example/feed", 'A "quoted" title', folder="Rest"),
    ]
    counted = SidebarCounts(outlets=(OutletCount("Herald", 3, 9), OutletCount("The “other”", 2, 9)))
    rows = OutletRows(Names(outlets()))
    rows.follow(sources)
    made = {row.name: row for row in rows.rows(counted)}
    asked = {
        name: filter_text(row.question) for name, row in made.items() if row.question and row.kind in (OUTLET, FOLDER)
    }
    assert asked == {
        "All": 'source:"AI, gathered" OR outlet:Herald',
        "AI, gathered": 'source:"AI, gathered"',
        "Herald": "outlet:Herald",
        "Rest": 'source:https://fourth.example/feed source:"The “other”"',
        'A "quoted" title': "source:https://fourth.example/feed",
        "The “other”": 'source:"The “other”"',
    }
    # Nobody counted what came by a source that is from several outlets: no number is better than a wrong one.
    assert (made["AI, gathered"].count, made["The “other”"].count, made["All"].count) == (None, 2, 3)
