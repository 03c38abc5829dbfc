"""A new library starts with the four outlets, each with what it truly gives."""

from __future__ import annotations

from dateline.news.feed import Access, SourceKind
from dateline.sources.defaults import default_sources
from dateline.sources.listing_rule import listing_rules
from dateline.sources.outlets import outlet_of, outlets


def test_the_four_outlets_come_with_their_sections_and_access() -> None:
    told = [
        (source.outlet, source.title.replace("：", ": ").split(": ")[1], source.access) for source in default_sources()
    ]
    assert told == [
        ("bloomberg", "Technology", Access.BLOCKED),
        ("bloomberg", "Politics", Access.BLOCKED),
        ("ft", "Technology", Access.TEASER),
        ("ft", "Artificial intelligence", Access.TEASER),
        ("ft", "China", Access.TEASER),
        ("nyt", "Technology", Access.TEASER),
        ("nyt", "Asia Pacific", Access.TEASER),
        ("nyt", "Business", Access.TEASER),
        ("guancha", "头条", Access.FULL),
        ("guancha", "滚动", Access.FULL),
    ]


def test_every_default_is_an_https_address_of_its_outlet_in_a_folder() -> None:
    for source in default_sources():
        assert source.url.startswith("https://")
        assert outlet_of(source.url) == outlet_of(source.home_url) == source.outlet
        assert source.access is outlets()[source.outlet].access
        assert source.folder
    assert len({source.url for source in default_sources()}) == len(default_sources())


def test_a_default_without_a_feed_has_a_rule_that_was_shipped() -> None:
    listings = [source for source in default_sources() if source.kind is SourceKind.LISTING]
    assert [source.outlet for source in listings] == ["guancha", "guancha"]
    assert all(source.url == listing_rules()[source.rule].url for source in listings)
    assert all(not source.rule for source in default_sources() if source.kind is SourceKind.FEED)
