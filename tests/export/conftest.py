"""A handover of three articles, with options."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.news.handover import ExportOptions, Handover, HandoverItem
from dateline.news.topic_names import topic_names
from dossier import SEEN, chinese, english, hostile


@pytest.fixture
def handover() -> Callable[..., Handover]:
    """Make a handover of the three articles; keywords are options."""

    def make(
        title: str = "Rules & chips", *, items: tuple[HandoverItem, ...] | None = None, **options: object
    ) -> Handover:
        language = str(options.get("language", "en"))
        return Handover(
            title,
            items if items is not None else (english(), chinese(), hostile()),
            SEEN,
            "For the desk.",
            topic_names(language),
            ExportOptions(**options),  # type: ignore[arg-type]
        )

    return make
