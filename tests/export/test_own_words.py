"""The user's Markdown in documents: what it means is kept, what it could do is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dateline.export.own_words import OwnParagraph, Run, own_paragraphs, own_xhtml
from dateline.export.registry import format_of
from dateline.news.handover import Handover
from dossier import english

NOTE = """**Start here.** See [the rule](https://rules.example/1?a=1&b=2).
Second line.

# A heading of mine

1. first
2. *second*
   - inner

> somebody else
"""
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) [y](file:///etc/passwd) [z](other.html) ![p](http://t.example/p.png)"


def test_paragraphs_keep_what_markdown_means() -> None:
    assert own_paragraphs(NOTE) == [
        OwnParagraph(
            (
                Run("Start here.", is_bold=True),
                Run(" See "),
                Run("the rule", link="https://rules.example/1?a=1&b=2"),
                Run("."),
                Run("\n"),
                Run("Second line."),
            )
        ),
        OwnParagraph((Run("A heading of mine", is_bold=True),)),
        OwnParagraph((Run("first"),), "1.", 1),
        OwnParagraph((Run("second", is_italic=True),), "2.", 1),
        OwnParagraph((Run("inner"),), "•", 2),
        OwnParagraph((Run("somebody else"),), "", 1),
    ]


@pytest.mark.parametrize("markdown", [NOTE, HOSTILE, "", "中文**重点**"])
def test_xhtml_is_well_formed_loads_nothing_and_leads_nowhere_else(markdown: str) -> None:
    tree = etree.fromstring(f"<div>{own_xhtml(markdown)}</div>")
    assert not tree.xpath("//script | //img | //h1 | //@src | //@onclick")
    assert all(href.startswith("http") for href in tree.xpath("//@href"))


@given(st.text("*_`#>-1.[]()<>&!\n 中文 a\\~=\t", max_size=80))
def test_any_text_makes_well_formed_xhtml_and_paragraphs_with_words(markdown: str) -> None:
    etree.fromstring(f"<div>{own_xhtml(markdown)}</div>")
    assert all(one.text.strip() for one in own_paragraphs(markdown))


def test_documents_show_no_asterisks(handover: Callable[..., Handover]) -> None:
    from docx import Document
    from pypdf import PdfReader

    noted = handover(items=(replace(english(), note=NOTE),))
    out = io.BytesIO()
    format_of("docx").write(noted, out)
    paragraphs = Document(out).paragraphs
    (first,) = [one for one in paragraphs if one.text.startswith("Start here.")]
    assert next((run.text, run.bold) for run in first.runs) == ("Start here.", True)
    assert "2. second" in [one.text for one in paragraphs]
    out = io.BytesIO()
    format_of("pdf").write(noted, out)
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert "Start here. See the rule." in text
    assert "**" not in text
    out = io.BytesIO()
    format_of("html").write(noted, out)
    assert "<strong>Start here.</strong>" in out.getvalue().decode()
    assert "Compare with <strong>last year</strong>." in out.getvalue().decode()
