"""Pages: nothing over the edge, nothing over anything else, head and foot on every one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from desktop_app.language.catalogue import Catalogue
from desktop_app.model.assessment import Assessment
from desktop_app.report.blocks import Cell, Column, Heading, Paragraph, Row, Section, Table
from desktop_app.report.callout import callout
from desktop_app.report.compose import compose
from desktop_app.report.content import build_content
from desktop_app.report.display import Link, PageOf, Rect, Text
from desktop_app.report.fonts import visible, width
from desktop_app.report.line_breaking import PaperMetrics
from desktop_app.report.page_layout import SIDE, Layout, Sheet, lay_out
from desktop_app.report.view import Scope
from tests.report.variations import asked_on, empty_assessment, repeated
from tests.small_assessment import small_assessment

AWKWARD = (
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "一二三四五六七八九十" * 12,
    "مغناطيس دائم للمحرك الكهربائي رقم 42SH " * 4,
    "00000000000000000000000000000000000000000000000000000000000000001",
    "x" * 300,
    "word " * 400,
    "line\nline\r\nline\x00\u202e",
    "<b>not</b> <img src='/etc/hosts'/> &amp; <font color=red>markup",
)


def awkward() -> Assessment:
    """Descriptions, numbers and suppliers that are hard to set."""
    found = small_assessment()
    frame = found.parts.frame.copy()
    for name in ("description", "supplier", "part_number"):
        values = frame[name].tolist()
        values[: len(AWKWARD)] = AWKWARD
        frame[name] = values
    return replace(found, parts=replace(found.parts, frame=frame))


@cache
def layout(name: str, language: str = "en", paper: str = "a4", kind: str = "management") -> Layout:
    ways: dict[str, Callable[[], Assessment]] = {
        "small": small_assessment, "awkward": awkward, "empty": empty_assessment,
        "long": lambda: repeated(30),
        "banded": lambda: asked_on(date(2026, 12, 1), scenario="lapsed", on_assumed=False),
    }  # fmt: skip
    made = ways[name]()
    catalogue = Catalogue(language)
    scope = Scope(kind, 0 if kind == "dossier" else None)
    if kind == "supplier":
        scope = Scope(kind, supplier=AWKWARD[5] if name == "awkward" else "Northgate Motion Ltd")
    return compose(made, scope, catalogue, paper, PaperMetrics())[1]


def boxes(sheet: Sheet) -> list[tuple[float, float, float, float, str]]:
    found = []
    for op in sheet.ops:
        if isinstance(op, Text) and op.text:
            wide = width(visible(op.text), op.size, op.bold)
            left = op.x - (wide if op.anchor == "end" else 0)
            found.append((left, op.y - 0.72 * op.size, left + wide, op.y + 0.12 * op.size, op.text))
    return sorted(found, key=lambda box: (box[1], box[0]))


CASES = [
    ("small", "en", "a4", "management"), ("small", "de", "letter", "management"),
    ("small", "zh", "a4", "management"), ("awkward", "en", "a4", "management"),
    ("awkward", "en", "letter", "audit"), ("empty", "en", "a4", "management"),
    ("banded", "de", "a4", "management"), ("long", "en", "a4", "audit"),
    ("small", "de", "a4", "monday"), ("long", "en", "letter", "monday"),
    ("awkward", "zh", "a4", "dossier"), ("small", "de", "a4", "dossier"),
    ("small", "en", "a4", "supplier"), ("awkward", "de", "letter", "supplier"),
    ("empty", "en", "a4", "audit"), ("empty", "zh", "letter", "monday"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "language", "paper", "kind"), CASES)
def test_no_text_leaves_the_page(name: str, language: str, paper: str, kind: str) -> None:
    found = layout(name, language, paper, kind)
    for sheet in found.sheets:
        for left, top, right, bottom, text in boxes(sheet):
            assert left >= SIDE - 0.5, text
            assert right <= found.size[0] - SIDE + 0.5, text
            assert top >= 20, text
            assert bottom <= found.size[1] - 20, text


@pytest.mark.parametrize(("name", "language", "paper", "kind"), CASES)
def test_no_text_lies_over_another(name: str, language: str, paper: str, kind: str) -> None:
    for sheet in layout(name, language, paper, kind).sheets:
        placed = boxes(sheet)
        for at, one in enumerate(placed):
            for other in placed[at + 1 : at + 40]:
                apart = (
                    one[2] <= other[0] + 0.3 or other[2] <= one[0] + 0.3
                    or one[3] <= other[1] + 0.3 or other[3] <= one[1] + 0.3
                )  # fmt: skip
                assert apart, (one, other)


@pytest.mark.parametrize("name", ["small", "awkward", "empty", "banded"])
def test_every_page_has_head_and_foot(name: str) -> None:
    found = layout(name)
    for number, sheet in enumerate(found.sheets, start=1):
        drawn = [op.text for op in sheet.ops if isinstance(op, Text)]
        assert any(text.startswith("Leaves China on") for text in drawn)
        assert any(text.startswith("Screening, not legal advice.") for text in drawn)
        assert f"Page {number} of {len(found.sheets)}" in [
            text.replace("\u00a0", " ") for text in drawn
        ]


def test_the_foot_names_the_page_of_the_law() -> None:
    found = layout("small")
    page = found.page_of["basis"]
    foot = " ".join(op.text for op in found.sheets[0].ops if isinstance(op, Text))
    assert f"listed on page {page};" in foot


def test_bands_stand_on_every_page() -> None:
    for sheet in layout("banded").sheets:
        drawn = [op.text for op in sheet.ops if isinstance(op, Text)]
        assert "SCENARIO, not the law as known: If the suspensions have ended" in drawn or (
            any("SCENARIO" in text for text in drawn)
        )
    assert not any(
        "SCENARIO" in op.text
        for sheet in layout("small").sheets for op in sheet.ops if isinstance(op, Text)
    )  # fmt: skip


def test_the_contents_lead_to_every_section() -> None:
    found = layout("small")
    ops = [op for sheet in found.sheets for op in sheet.ops]
    linked = [op.section for op in ops if isinstance(op, Link)]
    assert linked == [op.section for op in ops if isinstance(op, PageOf)]
    assert set(linked) | {"summary"} == set(found.page_of)


def test_no_page_is_nearly_empty_but_the_last() -> None:
    for name in ("small", "long"):
        for sheet in layout(name).sheets[:-1]:
            lowest = max(box[3] for box in boxes(sheet) if box[3] < 790)
            assert lowest > 400


def test_a_long_table_repeats_its_head() -> None:
    for sheet in layout("long").sheets:
        drawn = [op.text for op in sheet.ops if isinstance(op, Text)]
        if any("supplier apply for the export licence" in text for text in drawn):
            assert "Runs out on" in drawn or "Before" in drawn


def words_of(sheet: Sheet) -> list[str]:
    return [op.text for op in sheet.ops if isinstance(op, Text)]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_note_that_closes_a_list_stands_below_a_row_of_it(paper: str) -> None:
    """However long what stands above: the pages break at every place of the list once."""
    note = Paragraph("3 of 9 are listed here.", "note")
    for above in range(40, 60):
        lines = tuple(Paragraph(f"line {n}", "small") for n in range(above))
        table = Table(
            "t", (Column("Part"),), tuple(Row(f"r{n}", (Cell(f"row {n}"),)) for n in range(8))
        )
        content = replace(
            build_content(small_assessment(), Catalogue("en")),
            sections=(Section("basis", "Basis", (*lines, table, note)),),
        )
        for sheet in lay_out(content, Catalogue("en"), paper, PaperMetrics()).sheets:
            said = words_of(sheet)
            if note.text in said:
                assert any(text.startswith("row ") for text in said)


def test_the_opening_words_of_a_section_are_not_parted_from_its_first_heading() -> None:
    opening = Paragraph("Worst first.", "note")
    for above in range(40, 60):
        lines = tuple(Paragraph(f"line {n}", "small") for n in range(above))
        content = replace(
            build_content(small_assessment(), Catalogue("en")),
            sections=(
                Section("basis", "Basis", lines),
                Section("next", "Next", (opening, Heading("First"), Paragraph("body"))),
            ),
        )
        for sheet in lay_out(content, Catalogue("en"), "a4", PaperMetrics()).sheets:
            said = words_of(sheet)
            assert (opening.text in said) == ("First" in said)


def test_what_is_to_be_decided_stands_in_a_box_as_wide_as_the_page() -> None:
    text = "To decide today about arc magnets: buy about 24 weeks of stock. Yes / no? " * 4
    piece = callout(text.strip(), 400.0, PaperMetrics())
    box = max((op for op in piece.ops if isinstance(op, Rect)), key=lambda op: op.width)
    lines = [op for op in piece.ops if isinstance(op, Text)]
    assert (box.width, box.height) == (400.0, piece.height)
    assert len(lines) > 1
    assert all(0 < op.y < piece.height for op in lines)
    assert " ".join(op.text for op in lines) == text.strip()


def test_a_report_with_a_run_out_asks_for_its_decision_in_such_a_box() -> None:
    found = build_content(small_assessment(), Catalogue("en"))
    asked = [
        block
        for block in found.sections[0].blocks
        if isinstance(block, Paragraph) and block.style == "decision"
    ]
    assert len(asked) == 1
    assert "Yes / no?" in asked[0].text


@pytest.mark.parametrize("kind", ["monday", "management", "article24", "audit"])
def test_every_element_of_a_page_knows_what_it_is(kind: str) -> None:
    """What a tagged file would be made from: ranks of headings, rows of tables, pictures, frames."""
    content = build_content(small_assessment(), Catalogue("en"), scope=Scope(kind))
    sheets = lay_out(content, Catalogue("en"), "a4", PaperMetrics()).sheets
    placed = [found for sheet in sheets for found in sheet.placed]
    blocks = [block for section in content.sections for block in section.blocks]
    rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
    assert sum(found.role == "row" for found in placed) == rows
    assert sum(found.role == "section" for found in placed) == len(content.sections) - 1
    assert sum(found.role == "furniture" for found in placed) == 2 * len(sheets)
    titles = {" ".join(block.text.split()) for block in blocks if isinstance(block, Heading)}
    for found in placed:
        if not found.ops:  # the place a bookmark of the first section leads to
            continue
        drawn = {type(op) for op in found.ops}
        said = [op.text for op in found.ops if isinstance(op, Text)]
        if found.role in ("text", "title", "heading"):
            assert drawn == {Text}, said
        if found.role == "heading":
            titles.discard(" ".join(said[0].split()))
        assert not found.alt or found.role == "picture"
    assert not titles, "headings that no page element is"
