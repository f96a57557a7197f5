"""Minerals questionnaires are read by their cells: the labels are of ten languages or missing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from desktop_app.model.sources import Questionnaire
from tests.intake.looking import codes, facts
from tests.workbooks.build import Rows, make_xlsx
from tests.workbooks.questionnaire import make_questionnaire

AMRT: dict[str, Any] = {
    "D2": "额外矿物报告模板 (AMRT)", "J3": "Revision 1.3\nOctober 17, 2025", "D8": "Magnet Maker Ltd",
    "D9": "B. Product (or List of Products)", "D27": date(2026, 1, 15),
    "B31": "稀土 (*)", "D31": "Yes", "B32": "锌 (*)", "D32": "No", "B33": "银 (*)", "D33": "Unknown",
    "D43": 1, "D44": "Greater than 50%",
}  # fmt: skip
WORDS = [("key", "Sheets", "Cells", "English", "中文"), ("a", "b", "c", "Rare Earth Elements", "稀土"),
         ("a", "b", "c", "Zinc", "锌")]  # fmt: skip
KNOWN = [
    ("Rare Earth Elements", "Fujian GD", "Fujian Golden Dragon Rare Earth", "CHINA", "CID004800")
]
PRODUCTS = [
    ("MM-100", "Magnet ring", "10004711", "Ring magnet"),
    ("MM-200", "Magnet bar", "10004712", None),
]
MORE = ("Minerals Scope", "Mine List")


def read(path: Path) -> tuple[Reading, Questionnaire]:
    reading = read_files([path], silent)
    found = reading.files[0].questionnaire
    assert found is not None
    return reading, found


@pytest.fixture
def amrt(tmp_path: Path) -> Path:
    smelters = [("CID004800",), (None, "Zinc", None, "Zinc Works", "Germany"),
                (None, "Zinc", "Smelter not listed", "Smelter not listed", "Peru")]  # fmt: skip
    return make_questionnaire(
        tmp_path / "supplier-2026-01-15.xlsx", AMRT, smelters=smelters, products=PRODUCTS,
        known=KNOWN, words=WORDS, more_sheets=MORE,
    )  # fmt: skip


def test_answers_are_found_by_their_cells(amrt: Path) -> None:
    _, found = read(amrt)
    assert (found.kind, found.version, found.company) == ("AMRT", "1.3", "Magnet Maker Ltd")
    assert (found.scope, found.effective) == ("B", date(2026, 1, 15))
    said = [(a.mineral, a.is_used, a.surveyed) for a in found.answers]
    assert said == [("Rare Earth Elements", True, "100 %"), ("Zinc", False, "Greater than 50%"),
                    ("Silver", None, "")]  # fmt: skip


def test_a_smelter_named_by_its_number_only_is_looked_up(amrt: Path) -> None:
    _, found = read(amrt)
    first, second = found.smelters
    assert (first.name, first.country, first.number) == (
        "Fujian Golden Dragon Rare Earth", "CN", "CID004800",
    )  # fmt: skip
    assert (second.name, second.country, second.row) == ("Zinc Works", "DE", 6)


def test_its_products_say_who_declared_what(amrt: Path) -> None:
    reading, _ = read(amrt)
    assert facts(reading, "description") == ["Magnet ring", "Magnet bar"]
    assert facts(reading, "supplier") == ["Magnet Maker Ltd"] * 2
    assert facts(reading, "declaration") == ["AMRT 1.3 (2026-01-15): Rare Earth Elements"] * 2
    assert (facts(reading, "part_number"), facts(reading, "mpn")) == (
        ["10004711", "10004712"], ["MM-100", "MM-200"],
    )  # fmt: skip


def test_the_word_tables_of_the_template_are_no_parts(amrt: Path) -> None:
    reading, _ = read(amrt)
    with_tables = [sheet.name for sheet in reading.files[0].sheets if sheet.tables]
    assert with_tables == ["Smelter List", "Product List", "Smelter Look-up"]
    assert len(reading.parts) == 2


def test_a_declaration_joins_the_buyers_own_list(amrt: Path, tmp_path: Path) -> None:
    rows: Rows = [
        ["Part number", "Description", "Quantity"],
        ["10004711", "Ring", 5],
        ["X", "Screw", 6],
    ]
    bom = make_xlsx(tmp_path / "bom.xlsx", {"BOM": rows})
    reading = connect(read_files([bom, amrt], silent))
    assert facts(reading, "declaration")[0] == "AMRT 1.3 (2026-01-15): Rare Earth Elements"
    assert facts(reading, "mpn")[0] == "MM-100"
    cell = reading.parts.cell_of(0, "mpn")
    assert cell is not None
    assert (cell.file, cell.row, cell.column) == ("supplier-2026-01-15.xlsx", 6, 2)


def test_a_blank_template_says_so(tmp_path: Path) -> None:
    form = {"D2": AMRT["D2"], "J3": AMRT["J3"]}
    reading, found = read(make_questionnaire(tmp_path / "blank.xlsx", form, more_sheets=MORE))
    assert found.is_blank
    assert "W_QUESTIONNAIRE" in codes(reading)
    assert len(reading.parts) == 0


@pytest.mark.parametrize(
    ("title", "version", "places", "kind"),
    [
        ("Conflict Minerals Reporting Template (CMRT)", "6.5", "B29 D22", "CMRT"),
        ("Conflict Minerals Reporting Template (CMRT)", "6.01", "B26 D22", "CMRT"),
        ("Extended Mineral Reporting Template (EMRT)", "1.3", "B27 D22", "EMRT"),
        ("Extended Mineral Reporting Template (EMRT)", "2.11", "B39 D26", "EMRT"),
        ("钴报告模板 (CRT)", "2.21", "B26 D22", "CRT"),
        ("Additional Minerals Reporting Template (AMRT)", "1.2", "B37 D24", "AMRT"),
        ("Additional Minerals Reporting Template (AMRT)", "1.31.1", "B40 D27", "AMRT"),
    ],
)
def test_each_version_has_its_own_places(
    tmp_path: Path, title: str, version: str, places: str, kind: str
) -> None:
    mineral, effective = places.split()
    form = {"D2": title, "J3": f"Revision {version}\nApril 25, 2025", "D8": "ACME",
            mineral: "Tungsten", mineral.replace("B", "D"): "Yes", effective: "15-Jan-2026"}  # fmt: skip
    _, found = read(make_questionnaire(tmp_path / "x.xlsx", form))
    assert (found.kind, found.effective) == (kind, date(2026, 1, 15))
    assert [(a.mineral, a.is_used) for a in found.answers] == [("Tungsten", True)]


def test_a_company_wide_answer_is_not_said_of_single_products(tmp_path: Path) -> None:
    form = AMRT | {"D9": "A. Company"}
    path = make_questionnaire(tmp_path / "x.xlsx", form, products=PRODUCTS, more_sheets=MORE)
    reading, _ = read(path)
    assert facts(reading, "declaration") == [None, None]


def test_an_unknown_version_is_read_as_lists_only(tmp_path: Path) -> None:
    form = AMRT | {"J3": "Revision 9.9"}
    path = make_questionnaire(tmp_path / "x.xlsx", form, products=PRODUCTS, more_sheets=MORE)
    reading = read_files([path], silent)
    assert reading.files[0].questionnaire is None
    assert facts(reading, "description") == ["Magnet ring", "Magnet bar"]


def test_what_a_questionnaire_lists_is_no_part_beside_a_list(amrt: Path, tmp_path: Path) -> None:
    rows: Rows = [["Part number", "Description"], ["A-77", "Bolt"], ["B-78", "Nut"]]
    bom = make_xlsx(tmp_path / "bom.xlsx", {"BOM": rows})
    reading = connect(read_files([bom, amrt], silent))
    assert facts(reading, "part_number") == ["A-77", "B-78"]
    counts = [t.rows for s in reading.files[1].sheets for t in s.tables if s.name == "Product List"]
    assert [(rows.parts, rows.other) for rows in counts] == [(0, 2)]
    assert [i.code for i in reading.files[1].issues].count("W_NOT_JOINED") == 1


@pytest.mark.parametrize(
    ("supplier", "declared"),
    [
        ("Magnet Maker Ltd", True),
        ("Magnet Maker", True),
        ("Someone Else GmbH", False),
        (None, True),
    ],
)
def test_it_speaks_of_parts_of_its_own_firm_only(
    amrt: Path, tmp_path: Path, supplier: str | None, declared: bool
) -> None:
    """The same number may be a part of somebody else, and who answers is no second source."""
    rows: Rows = [["Part number", "Description", "Quantity", "Supplier"],
                  ["10004711", "Ring", 5, supplier], ["10004712", "Bar", 6, supplier]]  # fmt: skip
    bom = make_xlsx(tmp_path / "bom.xlsx", {"BOM": rows})
    reading = connect(read_files([bom, amrt], silent))
    said = [text is not None for text in facts(reading, "declaration")]
    assert said == [declared] * 2
    assert facts(reading, "supplier") == [supplier or "Magnet Maker Ltd"] * 2
    assert not reading.parts.sources


@pytest.mark.parametrize(
    ("scope", "words"), [("B. Product", "no shares"), ("A. Company", "whole company")]
)
def test_it_says_how_far_its_answers_go(tmp_path: Path, scope: str, words: str) -> None:
    form = AMRT | {"D9": scope}
    path = make_questionnaire(tmp_path / "x.xlsx", form, products=PRODUCTS, more_sheets=MORE)
    reading, _ = read(path)
    said = [i.message.template for i in reading.files[0].issues if i.code == "W_QUESTIONNAIRE"]
    assert len(said) == 2
    assert words in said[1]


def test_sheets_may_be_renamed_or_left_out(amrt: Path, tmp_path: Path) -> None:
    book = load_workbook(amrt)
    for name in ("L", "C", "Smelter Look-up", *MORE):
        del book[name]
    book["Declaration"].title, book["Product List"].title = "声明", "产品清单"
    book.save(tmp_path / "renamed.xlsx")
    reading, found = read(tmp_path / "renamed.xlsx")
    assert (found.kind, found.version, found.company) == ("AMRT", "1.3", "Magnet Maker Ltd")
    assert facts(reading, "part_number") == ["10004711", "10004712"]


def test_a_declaration_of_something_else_is_no_questionnaire(tmp_path: Path) -> None:
    rows: Rows = [["Part number", "Description", "Quantity"], ["A-1", "Ring magnet", 5]]
    path = make_xlsx(
        tmp_path / "x.xlsx", {"Declaration": [[None] * 9 + ["Revision 1.2"]] * 3, "Parts": rows}
    )
    reading = read_files([path], silent)
    assert reading.files[0].questionnaire is None
    assert facts(reading, "part_number") == ["A-1"]


def test_minerals_that_were_never_calculated_stand_in_their_order(tmp_path: Path) -> None:
    form = {"J3": "Revision 6.01\nMay 19, 2020", "D8": "ACME", "D27": "Yes", "D29": "No"}
    _, found = read(make_questionnaire(tmp_path / "x.xlsx", form))
    said = {answer.mineral: answer.is_used for answer in found.answers if answer.answer}
    assert said == {"Tin": True, "Tungsten": False}


def test_older_lists_of_smelters_have_other_columns(tmp_path: Path) -> None:
    form = AMRT | {"J3": "Revision 1.2\nOctober 4, 2024", "D24": date(2026, 1, 15)}
    smelters = [("Zinc", "Zinc Works", "Germany", "CID001234")]
    _, found = read(
        make_questionnaire(tmp_path / "x.xlsx", form, smelters=smelters, more_sheets=MORE)
    )
    assert [(s.mineral, s.name, s.country, s.number) for s in found.smelters] == [
        ("Zinc", "Zinc Works", "DE", "CID001234")
    ]


def test_a_number_of_the_supplier_alone_is_the_part_number(tmp_path: Path) -> None:
    form = AMRT | {"J3": "Revision 1.2\nOctober 4, 2024"}
    headings = {"Product List": ("制造商的产品序号 (*)", "制造商的产品名称")}
    path = make_questionnaire(
        tmp_path / "x.xlsx", form, products=[("MM-100", "Ring"), ("0047110", "Bar")], headings=headings,
        more_sheets=MORE,
    )  # fmt: skip
    reading, _ = read(path)
    assert (facts(reading, "part_number"), facts(reading, "mpn")) == (
        ["MM-100", "0047110"],
        [None, None],
    )


def test_what_the_template_hides_itself_is_no_remark(amrt: Path) -> None:
    reading, _ = read(amrt)
    assert "W_HIDDEN" not in codes(reading)


@pytest.mark.parametrize(
    ("said", "is_used"),
    [
        ("Ja", True), ("Nein", False), ("Nicht bekannt", None), ("是", True), ("否", False), ("未知", None),
        ("はい", True), ("예", True), ("Oui", True), ("non", False), ("Sí", True), (" yes ", True),
        ("Yes - see note", True), ("Evet", True), ("Hayır", False), ("see our letter", None),
        ("Not declaring", None), ("n/a", None),
    ],
)  # fmt: skip
def test_answers_are_read_in_the_language_of_the_form(
    tmp_path: Path, said: str, is_used: bool | None
) -> None:
    words = [("", "", "", "Yes", "Evet"), ("", "", "", "No", "Hayır")]
    path = make_questionnaire(
        tmp_path / "x.xlsx", AMRT | {"D31": said}, words=words, more_sheets=MORE
    )
    _, found = read(path)
    assert found.answers[0].is_used is is_used
