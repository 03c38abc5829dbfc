"""How the user exported last: what comes ticked the next time, and the style in which words are cited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSettings

from dateline.news.handover import CitationStyle, ExportOptions, GroupBy, PaperSize, usual_paper

#: The group of the settings file.
GROUP = "export"


def style_names() -> dict[CitationStyle, str]:
    """Return what the styles are called, in the order in which they are offered."""
    return {
        CitationStyle.CHICAGO: "Chicago",
        CitationStyle.APA: "APA",
        CitationStyle.MLA: "MLA",
        CitationStyle.BLUEBOOK: "Bluebook",
        CitationStyle.GB_T_7714: "GB/T 7714",
    }


def keep_style(settings: QSettings, style: CitationStyle) -> None:
    """Remember another style of citations."""
    settings.setValue(f"{GROUP}/style", str(style))


def remembered_options(settings: QSettings) -> ExportOptions:
    """Return what was chosen last; what cannot be read is as it comes."""
    usual = ExportOptions()
    spoken = "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
    paper = usual_paper(QLocale.territoryToCode(QLocale.system().territory()))

    def flag(name: str) -> bool:
        kept = str(settings.value(f"{GROUP}/{name}", ""))
        return {"1": True, "0": False}.get(kept, bool(getattr(usual, name)))

    def one_of(name: str, known: Callable[[str], bool], default: str) -> str:
        kept = str(settings.value(f"{GROUP}/{name}", ""))
        return kept if known(kept) else default

    return ExportOptions(
        with_notes=flag("with_notes"),
        with_quotes=flag("with_quotes"),
        with_figures=flag("with_figures"),
        with_topics=flag("with_topics"),
        group_by=GroupBy(one_of("group_by", lambda one: one in set(GroupBy), usual.group_by)),
        style=CitationStyle(
            one_of(
                "style",
                lambda one: one in set(CitationStyle),
                CitationStyle.GB_T_7714 if spoken == "zh" else usual.style,
            )
        ),
        language=one_of("language", lambda one: one in ("en", "zh"), spoken),
        paper=PaperSize(one_of("paper", lambda one: one in set(PaperSize), paper)),
    )
