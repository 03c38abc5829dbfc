"""Word's XML as it is streamed: well formed, its links known, whatever a headline holds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from dateline.export.registry import format_of
from dateline.news.handover import GroupBy, Handover


def test_every_part_is_well_formed_and_every_link_is_known(handover: Callable[..., Handover]) -> None:
    out = io.BytesIO()
    format_of("docx").write(handover(with_text=True, with_figures=True), out)
    with zipfile.ZipFile(out) as document:
        parts = {
            name: etree.fromstring(document.read(name))
            for name in document.namelist()
            if name.endswith(("xml", "rels"))
        }
    used = parts["word/document.xml"].xpath("//@*[namespace-uri()][local-name()='id'][starts-with(., 'link')]")
    known = {one.get("Id"): one.get("Target") for one in parts["word/_rels/document.xml.rels"]}
    assert [known[one] for one in used] == [
        "https://www.ft.com/content/one?a=1&b=2",
        "https://www.guancha.cn/economy/2025_11_10_1.shtml",
        "https://x.example/a%22b%7Bc%7D%3Cd%3E",
    ]
    (last,) = parts["word/document.xml"].xpath("/*/*[local-name()='body']/*[last()]")
    assert etree.QName(last).localname == "sectPr"


def test_every_style_in_use_names_its_chinese_font_and_no_theme_goes_before_it(
    handover: Callable[..., Handover],
) -> None:
    out = io.BytesIO()
    format_of("docx").write(handover(with_text=True, with_figures=True, group_by=GroupBy.OUTLET), out)
    with zipfile.ZipFile(out) as document:
        text, styles = (etree.fromstring(document.read(f"word/{part}.xml")) for part in ("document", "styles"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    used = {one.get(f"{w}val") for one in text.iter(f"{w}pStyle")}
    fonts = {
        style.get(f"{w}styleId"): dict(style.find(f"{w}rPr/{w}rFonts").attrib)
        for style in styles.iter(f"{w}style")
        if style.get(f"{w}styleId") in used and style.find(f"{w}rPr/{w}rFonts") is not None
    }
    assert {"Title", "Heading1", "Heading2", "Heading3", "Normal"} <= fonts.keys()
    assert {one[f"{w}eastAsia"] for one in fonts.values()} == {"SimSun"}
    assert not [name for one in fonts.values() for name in one if name in (f"{w}asciiTheme", f"{w}eastAsiaTheme")]
    assert {one.get(f"{w}eastAsia") for one in styles.iter(f"{w}lang")} == {"zh-CN"}
