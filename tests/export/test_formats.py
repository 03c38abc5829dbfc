"""Every format, read back by other people's parsers; and a headline that tries to be more than a headline."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import citeproc
import pytest
from lxml import etree

from dateline.errors import ExportError
from dateline.export.citing import author_name, cite
from dateline.export.escape import file_name
from dateline.export.registry import FORMATS, Uses, format_of, write_file
from dateline.export.sheet import Kind, blocks
from dateline.news.handover import CitationStyle, GroupBy, Handover, HandoverItem, PaperSize, usual_paper
from dateline.news.note import Meaning, PlacedNote
from dossier import CHINESE, HOSTILE, SEEN, TEXT, chinese, english

Make = Callable[..., Handover]
EPUBCHECK = Path("/usr/bin/epubcheck")


def written(handover: Handover, name: str) -> bytes:
    out = io.BytesIO()
    format_of(name).write(handover, out)
    return out.getvalue()


def run(*command: object) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, encoding="utf-8", check=True).stdout


def test_markdown_keeps_words_order_and_the_users_own_marks(handover: Make) -> None:
    text = written(handover(with_figures=True), "markdown").decode()
    assert text.startswith('---\ntitle: "Rules & chips"\ndate: 2025-11-10\n')
    assert "### [What the rule did, and what not](<https://www.ft.com/content/one?a=1&b=2>)" in text
    assert "> “The rule came too late.”\n> — Ida Kern" in text
    assert "> “The rule”\n> — Speaker unknown" in text
    assert "> ==Sales rose== *To check*" in text
    assert "Compare with **last year**.\n\\# not a heading" in text
    assert "- 10.6 million chips, sales, 2024\n\n#### Notes" in text
    assert TEXT not in text
    assert "3 articles, 2 of them in full text." in text
    assert "<script>" not in text


def test_full_text_goes_out_only_where_it_is_ticked(handover: Make) -> None:
    for form in FORMATS:
        plain = written(handover(), form.id)
        if form.is_text:
            assert "Sales rose to 10.6 million chips in 2024." not in plain.decode(), form.id
    assert CHINESE in written(handover(with_text=True), "markdown").decode()


def test_the_readers_own_notes_stay_at_home_where_they_are_not_ticked(handover: Make) -> None:
    own = (b"Read first.", b"Compare with", b"=note")
    for form in FORMATS:
        with_them, without = (written(handover(with_notes=on), form.id) for on in (True, False))
        if form.id == "evidence":
            with zipfile.ZipFile(io.BytesIO(with_them)) as pack:
                assert "annotations.json" in pack.namelist()
            with zipfile.ZipFile(io.BytesIO(without)) as pack:
                assert "annotations.json" not in pack.namelist()
                assert not any(words in pack.read(name) for name in pack.namelist() for words in own)
        elif form.is_text and form.id != "annotations":  # which is nothing but notes
            assert not any(words in without for words in own), form.id
            assert any(words in with_them for words in own) is bool(form.uses & Uses.NOTES), form.id


def test_html_is_well_formed_loads_nothing_and_runs_nothing(handover: Make) -> None:
    page = written(handover(with_text=True), "html").decode()
    tree = etree.fromstring(page.split("\n", 1)[1].encode(), etree.XMLParser(resolve_entities=False))
    assert not tree.xpath("//script | //img | //link | //iframe | //@onload | //@src")
    assert [a.get("href") for a in tree.xpath("//h3/a")] == [
        "https://www.ft.com/content/one?a=1&b=2",
        "https://www.guancha.cn/economy/2025_11_10_1.shtml",
        "https://x.example/a%22b%7Bc%7D%3Cd%3E",
    ]
    assert "alert(1)" in "".join(tree.itertext())
    assert "\u202e" not in page


def test_epub_has_a_chapter_an_article_and_says_each_language(handover: Make, tmp_path: Path) -> None:
    path = tmp_path / "list.epub"
    write_file(handover(with_text=True, language="zh"), format_of("epub"), path)
    with zipfile.ZipFile(path) as book:
        assert book.namelist()[0] == "mimetype"
        assert book.read("mimetype") == b"application/epub+zip"
        chapters = [name for name in book.namelist() if "chapter-" in name]
        pages = [etree.fromstring(book.read(name)) for name in chapters]
        contents = etree.fromstring(book.read("EPUB/contents.xhtml"))
    assert [page.get("lang") for page in pages] == ["zh-CN", "en", "zh-CN", "en", "zh-CN"]
    links = contents.xpath("//*[local-name()='nav']//*[local-name()='a']")
    # The last page, which counts the articles, needs no place in the contents.
    assert [link.get("href") for link in links] == [name.removeprefix("EPUB/") for name in chapters[:-1]]
    assert "规则与“芯片”" in [link.text for link in links]


@pytest.mark.skipif(not EPUBCHECK.exists() or not shutil.which("java"), reason="epubcheck is not installed")
def test_epubcheck_finds_nothing(handover: Make, tmp_path: Path) -> None:
    path = tmp_path / "list.epub"
    write_file(handover(with_text=True), format_of("epub"), path)
    done = subprocess.run(["java", "-jar", str(EPUBCHECK), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_pdf_has_text_an_outline_and_its_own_fonts(handover: Make) -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(written(handover("规则 and chips", with_text=True), "pdf")))
    text = "".join(page.extract_text() for page in reader.pages)
    assert "What the rule did" in text
    assert "规则来得太晚" in text.replace("\n", "")
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]  # type: ignore[union-attr]
    assert titles[:2] == ["What the rule did, and what not", "规则与“芯片”"]
    assert reader.metadata is not None
    assert reader.metadata.title == "规则 and chips"


@pytest.mark.parametrize(("paper", "size"), [(PaperSize.A4, (210, 297)), (PaperSize.LETTER, (216, 279))])
def test_documents_with_pages_take_the_paper(handover: Make, paper: PaperSize, size: tuple[int, int]) -> None:
    from docx import Document
    from pypdf import PdfReader

    page = PdfReader(io.BytesIO(written(handover(paper=paper), "pdf"))).pages[0].mediabox
    assert (round(float(page.width) / 72 * 25.4), round(float(page.height) / 72 * 25.4)) == size
    (section,) = Document(io.BytesIO(written(handover(paper=paper), "docx"))).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size  # type: ignore[union-attr]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_pdftotext_reads_both_languages_and_pdfinfo_the_title(handover: Make, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    write_file(handover("规则 and chips", with_text=True, paper=PaperSize.LETTER), format_of("pdf"), path)
    text = run("pdftotext", "-layout", path, "-")
    assert "What the rule did, and what not" in text
    assert CHINESE in text.replace("\n", "")
    assert "\\evil" in text
    facts = dict(line.split(":", 1) for line in run("pdfinfo", path).splitlines() if ":" in line)
    assert facts["Title"].strip() == "规则 and chips"
    assert "612 x 792" in facts["Page size"]
    assert facts["JavaScript"].strip() == "no"
    embedded = [line.split()[-5] for line in run("pdffonts", path).splitlines()[2:] if "STSong" not in line]
    assert set(embedded) == {"yes"}


def test_a_pdf_names_what_no_font_sets_and_what_runs_leftwards(handover: Make) -> None:
    from pypdf import PdfReader

    base = english()
    article = replace(base.article, title="Chips 👩\u200d🚀 and مرحبا بالعالم and שלום at 规则")
    (placed,) = base.notes
    noted = replace(placed, note=replace(placed.note, text="**Ask** 🚀 again."))
    items = (replace(base, article=article, notes=(noted,)),)
    reader = PdfReader(io.BytesIO(written(handover(items=items), "pdf")))
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert "Chips [woman, rocket] and [Arabic] and [Hebrew] at 规则" in text
    assert "Ask [rocket] again." in text
    # A reader's outline is set by the reader, whose fonts may have them.
    assert [entry.title for entry in reader.outline] == [article.title]  # type: ignore[union-attr]


def test_articles_of_a_group_stand_below_it_in_the_outline(handover: Make) -> None:
    from pypdf import PdfReader

    outline = PdfReader(io.BytesIO(written(handover(group_by=GroupBy.OUTLET), "pdf"))).outline
    groups = [entry.title for entry in outline if not isinstance(entry, list)]  # type: ignore[union-attr]
    assert groups == ["Financial Times", "观察者网", "+outlet"]
    articles = [entry[0].title for entry in outline if isinstance(entry, list)]  # type: ignore[union-attr]
    assert articles[:2] == ["What the rule did, and what not", "规则与“芯片”"]


def test_word_opens_it_with_headings_and_links(handover: Make) -> None:
    from docx import Document

    document = Document(io.BytesIO(written(handover(with_text=True), "docx")))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert headings[0] == "What the rule did, and what not"
    assert len(headings) == 3
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert "https://www.ft.com/content/one?a=1&b=2" in links
    assert CHINESE in [p.text for p in document.paragraphs]


def test_csv_has_no_formula_in_any_cell(handover: Make) -> None:
    for name in ("csv", "quotes-csv", "figures-csv"):
        data = written(handover(), name).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(data, newline="")))
        assert len({len(row) for row in rows}) == 1
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    articles = list(csv.DictReader(io.StringIO(written(handover(), "csv").decode("utf-8-sig"), newline="")))
    assert articles[0]["authors"] == "Ida Kern; Ludwig van der Berg; Reuters Staff"
    assert articles[2]["outlet"] == "'+outlet"


def test_json_lines_carry_quotes_figures_and_notes(handover: Make) -> None:
    lines = [json.loads(line) for line in written(handover(with_figures=True), "jsonl").decode().splitlines()]
    assert [len(line["quotes"]) for line in lines] == [2, 1, 0]
    assert lines[0]["figures"][0]["value"] == 10_600_000.0
    assert lines[0]["notes"][0]["words"] == "Sales rose"
    assert lines[1]["quotes"][0]["speaker"] == "林岳"
    quotes = [json.loads(line) for line in written(handover(), "quotes-jsonl").decode().splitlines()]
    assert [quote["article"] for quote in quotes] == [101, 101, 102]


def test_bibtex_is_read_back(handover: Make) -> None:
    import bibtexparser

    library = bibtexparser.parse_string(written(handover(), "bibtex").decode())
    assert not library.failed_blocks
    first, second, third = library.entries
    assert first.key == "ft2025-101"
    assert first["author"] == "Kern, Ida and van der Berg, Ludwig and {Reuters Staff}"
    assert (first["date"], first["urldate"]) == ("2025-11-09", "2025-11-10")
    assert second["author"] == "{林岳}"
    assert second["langid"] == "chinese"
    assert "second line" in third["title"]
    assert "date" not in third


def test_ris_is_read_back(handover: Make) -> None:
    import rispy

    entries = rispy.loads(written(handover(), "ris").decode())
    assert [entry["type_of_reference"] for entry in entries] == ["NEWS"] * 3
    assert entries[0]["authors"] == ["Kern, Ida", "van der Berg, Ludwig", "Reuters Staff"]
    assert entries[1]["title"] == "规则与“芯片”"
    assert entries[0]["keywords"] == ["policy/chips", "to follow"]
    assert "\n" not in entries[2]["title"]


def csl_words(file: str, name: str) -> set[str]:
    """Return the words of one rule of CSL's public schema, as it comes with the citation processor (RELAX NG)."""
    folder = Path(citeproc.__file__).parent / "data" / "schema" / "schemas" / "styles"
    rules = (folder / file).read_text(encoding="utf-8")
    rule = re.search(rf"^\s*{re.escape(name)} =(.*?)(?:\n\s*\n|\n\}}|\Z)", rules, re.DOTALL | re.MULTILINE)
    assert rule is not None, name
    return set(re.findall(r'"([^"]+)"', re.sub(r"#.*", "", rule.group(1))))


def test_csl_json_is_what_the_schema_allows(handover: Make) -> None:
    """Types and variables as csl-types.rnc and csl-variables.rnc list them, shapes as csl-data.json has them."""
    names, dates = csl_words("csl-variables.rnc", "variables.names"), csl_words("csl-variables.rnc", "variables.dates")
    kinds = ("variables.strings", "variables.titles", "variables.numbers")
    strings = set().union(*(csl_words("csl-variables.rnc", kind) for kind in kinds))
    assert {"author"} <= names
    assert {"issued", "accessed"} <= dates
    items = json.loads(written(handover(), "csl-json"))
    assert len(items) == 3
    for item in items:
        assert {"type", "id"} <= item.keys()
        assert item["type"] in csl_words("csl-types.rnc", "item-types")
        assert item.keys() - {"type", "id"} <= names | dates | strings
        for name in item.keys() & names:
            assert all(one.keys() <= {"family", "given", "literal"} for one in item[name])
            assert all(isinstance(part, str) and part for one in item[name] for part in one.values())
        for date in item.keys() & dates:
            assert item[date].keys() == {"date-parts"}
            (parts,) = item[date]["date-parts"]
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)
        assert all(isinstance(item[name], str) for name in item.keys() & strings)


def test_csl_json_names_author_outlet_and_days(handover: Make) -> None:
    items = json.loads(written(handover(), "csl-json"))
    assert [item["id"] for item in items] == ["dateline-101", "dateline-102", "dateline-103"]
    assert {item["type"] for item in items} == {"article-newspaper"}
    assert items[0]["container-title"] == "Financial Times"
    assert items[0]["issued"] == {"date-parts": [[2025, 11, 9]]}
    assert items[0]["accessed"] == {"date-parts": [[2025, 11, 10]]}
    assert items[0]["author"][1] == {"family": "van der Berg", "given": "Ludwig"}
    assert "issued" not in items[2]


def test_annotations_have_the_models_required_terms(handover: Make) -> None:
    page = json.loads(written(handover(), "annotations"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    (one,) = page["items"]
    assert {"@context", "id", "type", "target"} <= one.keys()
    assert one["motivation"] == "commenting"
    quote, position = one["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "Sales rose")
    assert TEXT[position["start"] : position["end"]] == "Sales rose"
    assert one["target"]["source"] == "https://www.ft.com/content/one?a=1&b=2"


def test_annotations_hold_to_the_web_annotation_model(handover: Make) -> None:
    """The MUSTs of https://www.w3.org/TR/annotation-model/ for what is used of it, by section."""
    base = english()
    (placed,) = base.notes
    whole_page = PlacedNote(replace(placed.note, key="k-2", anchor=None, text="On all of it."), None, 1.0)
    loose = PlacedNote(replace(placed.note, key="k-3", text=" ", meaning=Meaning.KEY), None, 0.0)
    items = (replace(base, notes=(placed, whole_page, loose)),)
    page = json.loads(written(handover(items=items), "annotations"))
    assert page["id"].startswith("urn:")  # 5.2: a page has an IRI, its type, and its annotations as items
    assert isinstance(page["items"], list)
    for one in page["items"]:  # 3.1: one or more @context, exactly one IRI, the type, one or more targets
        assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert one["type"] == "Annotation"
        assert re.fullmatch(r"urn:dateline:note:[\w-]+", one["id"])
        assert one["motivation"] in {"commenting", "highlighting"}  # 3.3.5
        assert {datetime.fromisoformat(one[when]).tzinfo for when in ("created", "modified")} == {UTC}  # 3.3.1
        assert one["target"]["source"].startswith("https://")  # 4: a specific resource has exactly one source
        for body in one["body"]:  # 3.2.4: an embedded textual body has a value
            assert body["type"] == "TextualBody"
            assert body["value"].strip()
            assert body["purpose"] in {"commenting", "tagging"}
        for selector in one["target"].get("selector", ()):  # 4.2.4 and 4.2.5
            wanted = {
                "TextQuoteSelector": {"exact", "prefix", "suffix"},
                "TextPositionSelector": {"start", "end"},
            }[selector["type"]]
            assert selector.keys() == {"type"} | wanted
    assert [len(one["target"].get("selector", ())) for one in page["items"]] == [2, 0, 1]
    assert len({one["id"] for one in page["items"]}) == 3


def test_the_evidence_pack_proves_itself(handover: Make) -> None:
    with zipfile.ZipFile(io.BytesIO(written(handover(with_text=True), "evidence"))) as pack:
        sums = dict(reversed(line.split("  ", 1)) for line in pack.read("SHA256SUMS").decode().splitlines())
        assert set(sums) == set(pack.namelist()) - {"SHA256SUMS"}
        assert all(hashlib.sha256(pack.read(name)).hexdigest() == digest for name, digest in sums.items())
        captures = list(csv.DictReader(io.StringIO(pack.read("captures.csv").decode("utf-8-sig"))))
        assert captures[0]["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()
        assert captures[0]["captured"] == SEEN.isoformat()
        assert pack.read("texts/102.txt").decode() == CHINESE


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_every_format_writes_nothing_of_nothing_and_survives_a_hostile_headline(
    handover: Make, form: object, tmp_path: Path
) -> None:
    assert written(handover(items=()), form.id) is not None  # type: ignore[attr-defined]
    text = written(handover(HOSTILE), form.id)  # type: ignore[attr-defined]
    assert text
    assert str(tmp_path).encode() not in text


@pytest.mark.parametrize(
    ("style", "english_citation", "chinese_citation"),
    [
        (
            CitationStyle.CHICAGO,
            (
                "Kern, Ida, Ludwig van der Berg, and Reuters Staff. “What the rule did, and what not.” Financial "
                "Times, November 9, 2025. https://www.ft.com/content/one?a=1&b=2."
            ),
            "林岳. “规则与“芯片””. 观察者网, November 9, 2025. https://www.guancha.cn/economy/2025_11_10_1.shtml.",
        ),
        (
            CitationStyle.APA,
            (
                "Kern, I., van der Berg, L., & Reuters Staff. (2025, November 9). What the rule did, and what not. "
                "Financial Times. https://www.ft.com/content/one?a=1&b=2"
            ),
            "林岳. (2025, November 9). 规则与“芯片”. 观察者网. https://www.guancha.cn/economy/2025_11_10_1.shtml",
        ),
        (
            CitationStyle.MLA,
            (
                "Kern, Ida, Ludwig van der Berg, and Reuters Staff. “What the rule did, and what not.” Financial "
                "Times, 9 Nov. 2025, https://www.ft.com/content/one?a=1&b=2. Accessed 10 Nov. 2025."
            ),
            (
                "林岳. “规则与“芯片””. 观察者网, 9 Nov. 2025, https://www.guancha.cn/economy/2025_11_10_1.shtml. "
                "Accessed 10 Nov. 2025."
            ),
        ),
        (
            CitationStyle.BLUEBOOK,
            (
                "Ida Kern, Ludwig van der Berg & Reuters Staff, What the rule did, and what not, Financial Times "
                "(Nov. 9, 2025), https://www.ft.com/content/one?a=1&b=2."
            ),
            "林岳, 规则与“芯片”, 观察者网 (Nov. 9, 2025), https://www.guancha.cn/economy/2025_11_10_1.shtml.",
        ),
        (
            CitationStyle.GB_T_7714,
            (
                "KERN I, VAN DER BERG L, REUTERS STAFF. What the rule did, and what not[N/OL]. Financial Times, "
                "2025-11-09[2025-11-10]. https://www.ft.com/content/one?a=1&b=2."
            ),
            "林岳. 规则与“芯片”[N/OL]. 观察者网, 2025-11-09[2025-11-10]. https://www.guancha.cn/economy/2025_11_10_1.shtml.",
        ),
    ],
)
def test_citations_by_style(style: CitationStyle, english_citation: str, chinese_citation: str) -> None:
    assert cite(english(), style) == english_citation
    assert cite(chinese(), style) == chinese_citation


@pytest.mark.parametrize(
    ("headline", "cited"),
    [
        ("Who pays for ‘free’ models?", "“Who pays for ‘free’ models?” Financial Times"),
        ("A lab called ‘open’", "“A lab called ‘open.’” Financial Times"),
        ("Wait... what?", "“Wait... what?” Financial Times"),
        ("The end of the U.S.", "“The end of the U.S.” Financial Times"),
    ],
)
def test_a_headlines_own_marks_stay(headline: str, cited: str) -> None:
    item = english()
    item = replace(item, article=replace(item.article, title=headline))
    assert cited in cite(item, CitationStyle.CHICAGO)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ida Kern", {"family": "Kern", "given": "Ida"}),
        ("Kern, Ida", {"family": "Kern", "given": "Ida"}),
        ("Ludwig van der Berg", {"family": "van der Berg", "given": "Ludwig"}),
        ("林岳", {"literal": "林岳"}),
        ("Reuters", {"literal": "Reuters"}),
        ("The Editorial Board", {"literal": "The Editorial Board"}),
        ("Bloomberg News", {"literal": "Bloomberg News"}),
    ],
)
def test_names_of_people_and_bodies(name: str, parts: dict[str, str]) -> None:
    assert author_name(name) == parts


def test_a_groups_heading_stands_before_its_first_article(handover: Make) -> None:
    items = (english(), english(), chinese())
    text = written(handover(items=items, group_by=GroupBy.OUTLET), "markdown").decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## Financial Times", "## 观察者网"]


def test_items_are_taken_one_by_one(handover: Make) -> None:
    taken: list[int] = []

    def some() -> Iterator[HandoverItem]:
        for number in range(3):
            taken.append(number)
            yield english()

    made = handover()
    one_by_one = Handover(made.title, some(), made.made_at, options=made.options)
    assert len(written(one_by_one, "jsonl").splitlines()) == 3
    assert taken == [0, 1, 2]


def test_articles_in_groups_are_taken_one_by_one_too(handover: Make) -> None:
    taken: list[int] = []

    def some() -> Iterator[HandoverItem]:
        for number in range(3):
            taken.append(number)
            yield english()

    grouped = replace(handover(group_by=GroupBy.OUTLET), items=some())
    assert [len(taken) for block in blocks(grouped) if block.kind is Kind.HEADLINE] == [1, 2, 3]


def test_a_file_is_whole_or_as_it_was(handover: Make, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    path.write_text("old")

    def broken() -> Iterator[HandoverItem]:
        yield english()
        raise RuntimeError("the library went away")

    made = handover()
    with pytest.raises(RuntimeError):
        write_file(Handover(made.title, broken(), made.made_at), format_of("markdown"), path)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["list.md"]
    with pytest.raises(ExportError, match="cannot be written"):
        write_file(made, format_of("markdown"), tmp_path / "missing" / "list.md")
    with pytest.raises(ExportError, match="no format"):
        format_of("rtf")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Open models: a briefing", "Open models a briefing.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("con", "Dateline con.md"),
        ("", "Dateline.md"),
        ("规则与芯片" * 40, "规则与芯片" * 13 + "规.md"),
    ],
)
def test_names_that_every_file_system_takes(title: str, name: str) -> None:
    assert file_name(title, "md") == name


@pytest.mark.parametrize(
    ("country", "paper"), [("US", "letter"), ("ca", "letter"), ("CN", "a4"), ("GB", "a4"), ("", "a4")]
)
def test_the_paper_of_a_country(country: str, paper: str) -> None:
    assert usual_paper(country) == paper
