from datetime import UTC, date, datetime

from dateline.comparison.stories import Neighbour, features, likeness, place_article, rarity_of
from dateline.news.article import ArticleId
from dateline.news.coverage import StatementId, StoryId
from dateline.news.finding import Credit, Document, Field, Findings, Mention
from dateline.text.span import Span


def about(
    title: str,
    *entities: str,
    text: str = "",
    outlet: str = "Paper",
    day: int = 9,
    credit: Credit | None = None,
    says: int = 0,
) -> dict[int, float]:
    mentions = tuple(Mention(entity, Span(0, 1), Field.TITLE) for entity in entities)
    found = Findings("", "en", is_on_topic=True, mentions=mentions, credits=(credit,) if credit else ())
    document = Document("1", title, text, outlet, None, datetime(2025, 11, day, 12, tzinfo=UTC))
    return dict(features(document, found, [StatementId(says)] if says else []))


def test_the_same_event_in_two_languages_is_nearer_than_another_of_the_same_company() -> None:
    english = about("Loomchip takes $5.5 billion charge as export rules tighten", "loomchip")
    chinese = about("出口规则收紧，织芯公司计提55亿美元费用", "loomchip")
    other = about("Loomchip opens a laboratory for robots in Shenzhen", "loomchip")
    assert likeness(english, chinese)[0] > 0.3 > likeness(english, other)[0]


def test_a_credit_finds_the_article_it_names() -> None:
    column = about("What developers reach for first", outlet="Bloomberg", day=9)
    retelling = about("开发者正转向开源模型", credit=Credit("Bloomberg", Span(0, 1), date(2025, 11, 9)))
    elsewhere = about("开发者正转向开源模型", credit=Credit("Bloomberg", Span(0, 1), date(2025, 10, 2)))
    assert likeness(retelling, column)[1] > likeness(elsewhere, column)[1]


def test_two_articles_of_one_outlet_and_day_share_nothing_by_that() -> None:
    assert likeness(about("Soybeans"), about("Robots"))[1] == 0.0


def test_a_statement_ties_articles() -> None:
    one, other = about("Weaver warns on rules", "weaver", says=7), about("Loomchip chief speaks", "weaver", says=7)
    without = about("Loomchip chief speaks", "weaver")
    assert likeness(one, other)[1] > likeness(one, without)[1]


def test_what_everybody_has_weighs_little() -> None:
    assert rarity_of(0) == 1.0
    assert rarity_of(100) < 0.3


def placed(own: dict[int, float], *others: Neighbour) -> tuple[int, tuple[int, ...]] | None:
    found = place_article(ArticleId(100), own, others, {})
    return None if found is None else (found.story, found.joining)


FIRE = about("Fire stops Loomchip factory in Dresden for 12 weeks", "loomchip")
FIRE_TOO = about("Loomchip factory in Dresden stops after fire", "loomchip")
ROBOTS = about("Robots learn to fold shirts in Shenzhen", "corvane")


def test_the_first_two_articles_of_an_event_open_a_story() -> None:
    assert placed(FIRE, Neighbour(ArticleId(90), FIRE_TOO, None), Neighbour(ArticleId(80), ROBOTS, None)) == (90, (90,))


def test_the_next_joins_it() -> None:
    assert placed(
        FIRE, Neighbour(ArticleId(90), FIRE_TOO, StoryId(90)), Neighbour(ArticleId(95), FIRE, StoryId(90))
    ) == (
        90,
        (),
    )


def test_an_article_near_one_member_only_does_not_drag_a_story_along() -> None:
    strangers = [Neighbour(ArticleId(n), ROBOTS, StoryId(10)) for n in range(10, 15)]
    assert placed(FIRE, Neighbour(ArticleId(90), FIRE_TOO, StoryId(10)), *strangers) is None


def test_nothing_like_it() -> None:
    assert placed(FIRE, Neighbour(ArticleId(80), ROBOTS, None)) is None
    assert placed(FIRE) is None


def test_a_story_id_stays_with_the_oldest() -> None:
    assert placed(FIRE, Neighbour(ArticleId(150), FIRE_TOO, None)) == (100, (150,))
