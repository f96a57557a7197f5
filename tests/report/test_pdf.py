"""The PDF itself: fonts inside, searchable, no script, whole or not there at all."""

import errno
import gc
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.model.findings import CodedError, msg
from desktop_app.report import pdf
from desktop_app.report.blocks import (
    Cell,
    ChainStrips,
    LawTimeline,
    Paragraph,
    ReportContent,
    Row,
    RunOutChart,
    Section,
    SupplierMap,
)
from desktop_app.report.content import build_content
from desktop_app.report.display import Placed, Text
from desktop_app.report.fonts import visible
from desktop_app.report.papers import write_report
from desktop_app.report.pdf import write_pdf
from desktop_app.report.pieces import Piece
from desktop_app.report.settings import load_settings
from desktop_app.report.view import Scope
from tests.report.variations import empty_assessment, repeated
from tests.small_assessment import LINES, small_assessment


def written(
    folder: Path,
    assessment: Assessment,
    language: str = "en",
    paper: str = "a4",
    scope: Scope | None = None,
) -> tuple[Path, int]:
    """The audit annex unless another kind is asked for: it prints the most."""
    target, catalogue = folder / "report.pdf", Catalogue(language)
    content = build_content(assessment, catalogue, scope=scope or Scope("audit"))
    return target, write_pdf(content, target, catalogue, paper)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("report"), small_assessment())[0]


def test_nothing_of_a_written_report_waits_for_the_collector(tmp_path: Path) -> None:
    """An annex is a million cells and texts: a cache that held them in a circle made the collector walk
    them all, a sixth of the time."""
    drawn = (Text, Piece, Placed, Cell, Row)

    def held() -> Counter[type]:
        return Counter(type(found) for found in gc.get_objects() if type(found) in drawn)

    found = small_assessment()
    gc.collect()
    gc.disable()
    try:
        before = held()
        write_report(found, tmp_path / "report.pdf", "en", kind="audit")
        assert held() == before
    finally:
        gc.enable()


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    return "\n".join(
        document.getAllText(page).text().replace("\r\n", "\n")
        for page in range(document.pageCount())
    )


@cache
def flat(path: Path) -> str:
    """The words of all pages with single blanks between them."""
    return " ".join(text_of(path).split())


def fonts_of(path: Path) -> dict[str, tuple[bool, bool]]:
    """Font name to (maps to Unicode, file inside)."""
    found: dict[str, tuple[bool, bool]] = {}
    with pikepdf.open(path) as document:
        for font in objects(document, "/Font"):
            inside = "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
            found[str(font.BaseFont)] = ("/ToUnicode" in font, inside)
    return found


def objects(document: pikepdf.Pdf, kind: str | None = None) -> list[Any]:
    """Dictionaries of the file, of one type if asked for."""
    dictionaries: list[Any] = [
        found
        for found in document.objects
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream)
    ]
    return [o for o in dictionaries if kind is None or str(o.get("/Type", "")) == kind]


ACTING = {"/JavaScript", "/JS", "/Launch", "/URI", "/EmbeddedFiles", "/EF", "/AA", "/OpenAction",
          "/RichMediaContent", "/XFA", "/SubmitForm"}  # fmt: skip


def keys_of(document: pikepdf.Pdf) -> set[str]:
    return {str(key) for found in objects(document) for key in found.keys()}  # noqa: SIM118


def notes_of(document: pikepdf.Pdf) -> list[Any]:
    return [note for page in objects(document, "/Page") for note in page.get("/Annots", [])]


def test_every_font_is_embedded_as_a_subset_and_searchable(report: Path) -> None:
    fonts = fonts_of(report)
    assert {name.split("+")[1] for name in fonts} == {
        "NotoSans-Regular", "NotoSans-Bold", "WenQuanYiMicroHei-0",
    }  # fmt: skip
    for name, (to_unicode, file) in fonts.items():
        assert re.match(r"/[A-Z]{6}\+", name)
        assert to_unicode, name
        assert file, name


def test_title_language_and_producer_are_set(report: Path) -> None:
    with pikepdf.open(report) as document:
        assert document.Root.Lang == "en-GB"
        assert str(document.docinfo.Title).startswith("Chinese export licences")
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


@pytest.mark.parametrize(("language", "lang"), [("de", "de"), ("zh", "zh-Hans-CN")])
def test_other_languages_name_themselves(tmp_path: Path, language: str, lang: str) -> None:
    target, pages = written(tmp_path, small_assessment(), language)
    with pikepdf.open(target) as document:
        assert document.Root.Lang == lang
        assert len(document.pages) == pages


def test_nothing_in_it_acts(report: Path) -> None:
    """No script, no launch, no web link, no embedded file: only jumps inside the document."""
    with pikepdf.open(report) as document:
        assert not keys_of(document) & ACTING
        for note in notes_of(document):
            assert str(note.Subtype) == "/Link"
            assert "/A" not in note or str(note.A.S) == "/GoTo"


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_both_papers(tmp_path: Path, paper: str, size: tuple[float, float]) -> None:
    target, pages = written(tmp_path, small_assessment(), paper=paper)
    with pikepdf.open(target) as document:
        assert len(document.pages) == pages
        for page in objects(document, "/Page"):
            assert [float(v) for v in page.MediaBox][2:] == pytest.approx(size, abs=0.1)


@pytest.mark.parametrize(
    "words",
    [
        "氧化镝 Dy2O3 99.9%", "宁波华宁磁业有限公司", "Segment magnet 42SH", "Kitano Jikō K.K.",
        "Haftmagnet Ø 32 mit Gewinde", "Selten & Söhne KG", "Page 1 of", "华宁磁业报价单.xlsx",
    ],
)  # fmt: skip
def test_what_is_printed_can_be_searched(report: Path, words: str) -> None:
    assert words.replace(" ", "") in flat(report).replace(" ", "")


def test_pictures_are_said_in_words_to_those_who_cannot_see_them(report: Path) -> None:
    content = build_content(small_assessment(), Catalogue("en"), scope=Scope("audit"))
    said = {
        visible(block.alt)
        for section in content.sections
        for block in section.blocks
        if isinstance(block, RunOutChart | LawTimeline | ChainStrips | SupplierMap)
    }
    found = set()
    with pikepdf.open(report) as document:
        for page in document.pages:
            opened = 0
            for said_here in pikepdf.parse_content_stream(page):
                operator = str(said_here.operator)
                if operator == "BDC":
                    found.add(str(said_here.operands[1].Alt))
                opened += {"BDC": 1, "EMC": -1}.get(operator, 0)
                assert 0 <= opened <= 1
            assert opened == 0
    assert found == said
    assert len(said) > 1


def test_the_bookmarks_name_the_sections(report: Path) -> None:
    with pikepdf.open(report) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
    content = build_content(small_assessment(), Catalogue("en"), scope=Scope("audit"))
    assert titles == [section.title for section in content.sections]


def test_the_contents_jump_to_pages(tmp_path: Path) -> None:
    target, _ = written(tmp_path, small_assessment(), scope=Scope("management"))
    with pikepdf.open(target) as document:
        links = len(notes_of(document))
    assert links == len(load_settings().kinds["management"].sections) - 1


def test_equal_contents_give_equal_bytes(tmp_path: Path, report: Path) -> None:
    assert written(tmp_path, small_assessment())[0].read_bytes() == report.read_bytes()


HOSTILE = (
    "<b>bold", "</para>", "<para>x", "<img src='/etc/hosts'/>", "<img src=\"file:///etc/hosts\"/>",
    "<img src='http://127.0.0.1:9/x.png'/>", "<a href='https://example.org'>x</a>", "<a name='x'/>",
    '<font color="[1,2][0]">x</font>', "<font face='nosuch'>x</font>", "<font size=900>x</font>",
    "<onDraw name='x'/>", "<seq/>", "<greek>a</greek>", "<super>x", "<link destination='x'>y</link>",
    "<unichar code='1'/>", "<br/><br/>", "&lt;script&gt;", "&nosuch; & &#0;", "<![CDATA[x]]>", "<!-- x -->",
    "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/hosts'>]>",
    "\\u0041 \\n (unbalanced", "%PDF-1.4 endstream endobj", "/JavaScript (app.alert(1))", "{name} %s {0}",
    "=HYPERLINK(\"x\")",
)  # fmt: skip
"""29 strings with markup of the page library, of PDF, of XML and of our own templates."""
EVERY_KIND = (
    Scope("monday"), Scope("management"), Scope("dossier", part=0), Scope("audit"), Scope("article24"),
    Scope("licence", part=3),
    Scope("supplier", supplier="Northgate Motion Ltd"),
)  # fmt: skip


def hostile(first: int = 0) -> Assessment:
    """Hostile descriptions, numbers and makers for as many parts as there are."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name in ("description", "part_number", "manufacturer", "owner"):
        frame[name] = [HOSTILE[(first + at) % len(HOSTILE)] for at in range(len(frame))]
    return replace(found, parts=replace(found.parts, frame=frame))


@pytest.mark.parametrize("scope", EVERY_KIND, ids=lambda scope: scope.kind)
def test_every_kind_is_sound_and_acts_in_no_way(tmp_path: Path, scope: Scope) -> None:
    for first in (0, 15):
        target, _ = written(tmp_path, hostile(first), "de", scope=scope)
        assert all(all(inside) for inside in fonts_of(target).values())
        with pikepdf.open(target) as document:
            assert document.Root.Lang == "de"
            assert str(document.docinfo.Title)
            assert not document.is_encrypted
            assert not keys_of(document) & ACTING
            assert not [o for o in objects(document) if str(o.get("/Subtype", "")) == "/Image"]


def test_text_from_a_file_is_text_on_paper(tmp_path: Path) -> None:
    for first in (0, 15):
        target, _ = written(tmp_path, hostile(first))
        printed = squeezed(text_of(target))
        shown = [HOSTILE[(first + at) % len(HOSTILE)] for at in range(16)]
        assert [text for text in shown if squeezed(text) not in printed] == []


def squeezed(text: str) -> str:
    """Without blanks and without the hyphens of words that go on in the next line."""
    return re.sub("[\\s\u00ad\ufffe\x02]", "", text)


@pytest.mark.parametrize("scope", EVERY_KIND[:2] + EVERY_KIND[3:4], ids=lambda scope: scope.kind)
def test_every_supplier_with_something_to_do_can_be_found(tmp_path: Path, scope: Scope) -> None:
    printed = squeezed(text_of(written(tmp_path, small_assessment(), scope=scope)[0]))
    urgent = {"Ningbo Huaning Magnetics", "Northgate Motion Ltd", "Brandt Antriebe GmbH"}
    every = {line.supplier for line in LINES}
    for name in every if scope.kind == "audit" else urgent:
        assert squeezed(name) in printed


def test_an_empty_assessment_still_prints(tmp_path: Path) -> None:
    target, pages = written(tmp_path, empty_assessment())
    assert pages >= 2
    assert "No parts were found in these files." in flat(target)


def test_arabic_and_hebrew_suppliers_can_be_found(tmp_path: Path) -> None:
    import unicodedata

    found = small_assessment()
    frame = found.parts.frame.copy()
    frame["supplier"] = ["شركة المغناطيس", "חברת מגנטים", *frame["supplier"].tolist()[2:]]
    target, _ = written(tmp_path, replace(found, parts=replace(found.parts, frame=frame)))
    assert {name.split("+")[1] for name in fonts_of(target)} >= {
        "NotoSansArabic-Regular", "NotoSansHebrew-Regular",
    }  # fmt: skip
    printed = unicodedata.normalize("NFKC", text_of(target))
    assert "שלום"[::-1] not in printed
    assert any(word in printed for word in ("מגנטים", "מגנטים"[::-1]))


def test_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    content = build_content(small_assessment(), Catalogue("en"))
    with pytest.raises(CodedError) as failure:
        write_pdf(content, tmp_path / "no" / "report.pdf", Catalogue("en"))
    assert failure.value.problem.code == "E_TARGET"


def full_disk(place: Path, **_: object) -> None:
    place.write_bytes(b"%PDF-1.4 half")
    raise OSError(errno.ENOSPC, "No space left on device")


def half_written(place: Path, **_: object) -> None:
    place.write_bytes(b"%PDF-1.4 half of a report")
    pdf._check(place)


def refused(_place: Path, **_: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize(
    ("write", "code"),
    [(full_disk, "E_DISK_FULL"), (half_written, "E_TARGET"), (refused, "E_LOCKED_BY")],
)
def test_when_writing_fails_the_old_report_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None], code: str
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"the old report")
    monkeypatch.setattr(pdf, "_write", write)
    with pytest.raises(CodedError) as failure:
        written(tmp_path, small_assessment())
    assert failure.value.problem.code == code
    assert target.read_bytes() == b"the old report"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_time_grows_no_faster_than_the_list(tmp_path: Path) -> None:
    """Four times the rows may cost little more than four times the work; the better of two runs, since
    other work on the machine makes either of them dearer."""
    settings = load_settings()

    def seconds(times: int) -> float:
        content = build_content(repeated(times), Catalogue("en"), settings, Scope("audit"))
        started = time.process_time()
        write_pdf(content, tmp_path / f"{times}.pdf", Catalogue("en"))
        return time.process_time() - started

    seconds(20)
    assert min(seconds(400), seconds(400)) < 6 * min(seconds(100), seconds(100))


@pytest.mark.parametrize("others", [0, 300])
def test_latin_letters_are_right_however_many_others_stand_beside_them(
    tmp_path: Path, others: int
) -> None:
    """A subset holds 256 characters; umlauts behind hundreds of others come into the next one."""
    many = "".join(chr(code) for code in range(0x370, 0x500) if chr(code).isalpha())[:others]
    said = "Prüfstück ÄÖÜß (é) \\ 8×3 mm½"
    content = ReportContent(
        "T", "", "en", "", (), msg("Foot {page}"), "all",
        (Section("all", "All", (Paragraph(many), Paragraph(said), Paragraph("Zürich øre"))),),
    )  # fmt: skip
    write_pdf(content, tmp_path / "report.pdf", Catalogue("en"))
    found = text_of(tmp_path / "report.pdf")
    assert said in found
    assert "Zürich øre" in found
    assert many[-20:] in found
