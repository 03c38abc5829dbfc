"""A text that breaks off is told from one that ends."""

from __future__ import annotations

import pytest

from dateline.text.excerpt import is_cut_from, is_excerpt


@pytest.mark.parametrize(
    "end",
    [
        "The ministry will […]",
        "The ministry will...",
        "The ministry said so. Read more »",
        "The ministry said so. Read the full article at the Ledger",
        "The ministry said so.\nContinue reading Three ministries answer on rented processors →",
        "The ministry will […]\nThe post Three ministries answer appeared first on Harbour Ledger.",
        "审计署周一公布报告……",
        "审计署周一公布报告。阅读全文",
        "审计署周一公布报告。\n点击查看全文 >>",
    ],
)
def test_what_leads_on(end: str) -> None:
    assert is_excerpt(f"Three ministries were asked on Monday. {end}")


@pytest.mark.parametrize(
    "end",
    [
        "The ministry said so.",
        "Read more: Who pays for the halls? A list of tenants, and what they owe.",
        "The post Three ministries answer appeared first on Harbour Ledger.",
        "“I read on until the light went,” she said.",
        "审计署周一公布报告。",
        "审计署要求他阅读全文后签字。",
        "阅读原文",
    ],
)
def test_what_ends(end: str) -> None:
    assert not is_excerpt(f"Three ministries were asked on Monday. {end}")


WHOLE = (
    "Three ministries were asked on Monday who rents the halls.\n"
    "Nobody had asked them before, they said, and nobody has asked them since, though the halls are forty by now.\n"
    "The law that would require tenants to be named has been in committee since the spring before last."
)


@pytest.mark.parametrize(
    "piece",
    [
        WHOLE[:100],
        f"{WHOLE[:100]}…",
        "Three ministries were asked on Monday",
        "Three ministries were asked on Monday who rents the halls. […]",
    ],
)
def test_a_piece_that_was_cut_from_a_text(piece: str) -> None:
    assert is_cut_from(piece, WHOLE)


@pytest.mark.parametrize(
    "other",
    [
        "",
        WHOLE,
        WHOLE[: len(WHOLE) - 20],
        WHOLE.partition("\n")[0],  # less beside it, perhaps: what was taken away may have been no part of it
        "Four ministries were asked on Monday",
        "This article was withdrawn.",
    ],
)
def test_another_text(other: str) -> None:
    assert not is_cut_from(other, WHOLE)
