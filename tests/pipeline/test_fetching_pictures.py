"""Pictures come two at a time and stand in their order, whichever came first."""

from __future__ import annotations

from threading import Barrier

from dateline.errors import FetchError
from dateline.news.feed import Fetched, Manner, Validators
from dateline.pipeline.pictures import MOST_PICTURES, fetch_pictures


class Site:
    """Answers with the address, once two have asked; an address with “none” in it is not there."""

    def __init__(self) -> None:
        self.pair = Barrier(2, timeout=20)

    def __call__(
        self, url: str, *, validators: Validators | None = None, wants: str = "page", manner: Manner | None = None
    ) -> Fetched:
        self.pair.wait()
        if "none" in url:
            raise FetchError("Not found.", kind="status", status=404)
        return Fetched(url, url, 200, "image/png", url.encode(), moved_to="")


def test_pictures_come_two_at_a_time_in_their_order_and_one_that_is_missing_costs_no_other() -> None:
    asked = [f"https://p.example/{n}.png" for n in range(MOST_PICTURES + 5)]
    asked[3] = "https://p.example/none.png"
    came = fetch_pictures(asked, Site())
    assert came == tuple(b"" if n == 3 else asked[n].encode() for n in range(MOST_PICTURES))
