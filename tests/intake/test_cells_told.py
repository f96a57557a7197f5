"""What the cells themselves say: percent formats, units behind numbers, thousands, and nothing at all."""

import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font

from desktop_app.intake.joining import connect
from desktop_app.intake.numbers import groups_with, number_of
from desktop_app.intake.reading import read_files
from desktop_app.intake.text_encodings import decode
from desktop_app.intake.values import country_of
from desktop_app.model.progress import silent
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table, problem_code
from tests.workbooks.build import Rows, edit_part, make_ods, make_xlsx, sheet_of

SHARES: list[list[Any]] = [
    ["Part No", "Description", "CAS No.", "Content"],
    ["A-1", "Magnet", "7440-00-8", 0.29],
    ["A-1", "Magnet", "7439-89-6", 0.025],
]


def as_percent(book: Any) -> None:
    for row in (2, 3):
        sheet_of(book, "Parts").cell(row, 4).number_format = "0.0%"


def test_a_share_shown_as_percent_is_percent(read_rows: ReadRows) -> None:
    reading = read_rows(SHARES, as_percent)
    assert facts(reading, "substance_percent") == pytest.approx([29, 2.5])
    assert facts(read_rows(SHARES), "substance_percent") == [None, None]


def test_percent_cells_of_an_open_document_too(tmp_path: Path) -> None:
    path = make_ods(tmp_path / "list.ods", SHARES)
    edit_part(
        path,
        "content.xml",
        lambda xml: xml.replace(b'"float" office:value="0', b'"percentage" office:value="0'),
    )
    reading = read_files([path], silent)
    assert facts(reading, "substance_percent") == pytest.approx([29, 2.5])


def test_a_cell_that_cannot_be_read_is_told_of_and_not_counted_as_used(read_rows: ReadRows) -> None:
    lands = ["China", "Atlantis", "-", "DE"]
    reading = read_rows(
        [["Part No", "Country of origin"], *([f"A-{n}", land] for n, land in enumerate(lands))]
    )
    issue = next(i for f in reading.files for i in f.issues if i.code == "W_UNREADABLE")
    assert (issue.row, issue.column) == (3, 2)
    assert dict(issue.message.args) == {"n": 1, "example": "Atlantis"}
    cells = only_table(reading).cells
    assert (cells.filled, cells.used, cells.kept) == (8, 6, 2)


def test_units_behind_quantities(read_rows: ReadRows) -> None:
    reading = read_rows([["Part No", "Description", "Qty"], ["A-1", "Powder", "1 kg"],
                         ["A-2", "Magnet", "250 pcs"], ["A-3", "Wire", 5]])  # fmt: skip
    assert facts(reading, "quantity") == [1, 250, 5]
    assert facts(reading, "unit") == ["kg", "pcs", None]
    assert facts(reading, "unit_mass_g") == [1000, None, None]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("50k", 50_000), ("1.2 Mio", 1_200_000), ("3万", 30_000), ("2 Mio. €", 2_000_000), ("12 kg", 12),
        ("10 km", 10), ("12 M", 12), ("5千", 5_000), ("120 tsd", 120_000),
    ],
)  # fmt: skip
def test_thousands_and_millions_in_words(text: str, number: float) -> None:
    assert number_of(text, False) == pytest.approx(number)


def test_a_capital_m_at_the_digits_is_metres_or_millions() -> None:
    assert number_of("1.2M", False) != number_of("1.2M", False)  # NaN


def test_lone_groups_among_counts() -> None:
    assert groups_with(["1,200", "15", "300"]) == ","
    assert groups_with(["1.200", "300"]) == "."
    assert groups_with(["1,255", "15"]) is None, "may be 1.255"
    assert groups_with(["1,200", "1500"]) is None, "this list writes no groups"
    assert groups_with(["1,200", "1.300", "15"]) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("中国浙江", "CN"), ("中国台湾", "TW"), ("R.O.C. (Taiwan)", "TW"), ("日本製", "JP"), ("中国/日本", "CN;JP")],
)  # fmt: skip
def test_places_in_countries(text: str, code: str) -> None:
    assert country_of(text) == code


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Артикул;Наименование\nA-1;Магнит\n"), ("cp1250", "Nazwa;Opis\nŚruba;łącząca\n"),
        ("cp1252", "Désignation;Größe\nAimant Ø10 – néodyme;2½\n"),
    ],
)  # fmt: skip
def test_eastern_text_is_told_from_western(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding))[:2] == (text, encoding)


def test_a_stray_quotation_mark_loses_no_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Part No;Description;Qty\nA-1;"Magnet;5\nA-2;Shaft;6\n', encoding="utf-8")
    reading = read_files([path], silent)
    assert facts(reading, "description") == ['"Magnet', "Shaft"]
    assert "W_OPEN_QUOTE" in codes(reading)


def test_sheets_of_one_workbook_are_joined(tmp_path: Path) -> None:
    bom: Rows = [["Part No", "Description", "Qty"], ["A-1", "Magnet", 8], ["A-2", "Shaft", 1]]
    stock: Rows = [["Part No", "Plant", "Stock on hand"], ["A-1", "1000", 500], ["A-2", "1000", 30]]
    path = make_xlsx(tmp_path / "list.xlsx", {"BOM": bom, "Stock": stock})
    reading = connect(read_files([path], silent))
    assert facts(reading, "sheet") == ["BOM", "BOM"]
    assert facts(reading, "stock_on_hand") == [500, 30]
    place = reading.parts.provenance[0]["stock_on_hand"]
    assert (place.sheet, place.row, place.column) == ("Stock", 2, 3)
    lent = reading.files[0].sheets[1].tables[0].rows
    assert (lent.read, lent.parts, lent.other) == (2, 0, 2)


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices are no files there")
def test_what_has_no_end_is_refused(tmp_path: Path) -> None:
    pipe, endless, long_name = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / ("c" * 300)
    os.mkfifo(pipe)
    endless.symlink_to("/dev/zero")
    told = [problem_code(read_files([path], silent)) for path in (pipe, endless, long_name)]
    assert told == ["E_NOT_SPREADSHEET", "E_NOT_SPREADSHEET", "E_NOT_FOUND"]


def test_one_far_off_cell_of_an_old_xml_list_is_too_large(tmp_path: Path) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    path = tmp_path / "list.xls"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="S">'
        '<Table><Row ss:Index="1048576"><Cell ss:Index="16384"><Data ss:Type="String">x</Data></Cell>'
        "</Row></Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    assert problem_code(read_files([path], silent)) == "E_TOO_LARGE"


def test_the_formatted_far_end_of_an_old_xml_list_is_no_content(tmp_path: Path) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    far = '<Cell ss:Index="1024" ss:StyleID="ce1"/></Row>'
    lines = (("Part number", "Description"), ("M-1", "NdFeB magnet N42SH"), ("M-2", "Frame"))
    rows = "".join(
        "<Row>"
        + "".join(f'<Cell><Data ss:Type="String">{text}</Data></Cell>' for text in line)
        + far
        for line in lines
    )
    path = tmp_path / "list.xls"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="S">'
        f'<Table>{rows}<Row ss:Index="65550">{far}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    assert facts(read_files([path], silent), "part_number") == ["M-1", "M-2"]


def test_a_word_for_not_known_is_nobodys_number_or_name(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part number", "Manufacturer part number", "Description", "Supplier"],
        ["N/A", "k.A.", "NdFeB magnet N42SH", "TBD"],
        ["-", "N/A", "Hexagon screw M6", "Unknown"],
        ["M-3", "NA-555", "Loudspeaker", "Nanotec"],
    ]
    reading = read_files([make_xlsx(tmp_path / "na.xlsx", {"S": rows})], silent)
    assert facts(reading, "part_number") == [None, None, "M-3"]
    assert facts(reading, "mpn") == [None, None, "NA-555"]
    assert facts(reading, "supplier") == [None, None, "Nanotec"]
    assert [i for i in reading.files[0].issues if i.code == "W_UNREADABLE"] == []


def test_rows_with_a_line_through_them_are_told_of_and_read(read_rows: ReadRows) -> None:
    """A part that somebody crossed out may be bought no more: it is asked, never left out."""

    def cross_out(book: Any) -> None:
        sheet = sheet_of(book, "Parts")
        for cell in (*sheet[3], sheet.cell(4, 3)):  # a whole row, and one corrected price
            cell.font = Font(strike=True)

    rows = [["Part No", "Description", "Price EUR"],
            *([f"A-{n}", "Magnet NdFeB 42SH", 2.5] for n in range(1, 5))]  # fmt: skip
    reading = read_rows(rows, cross_out)
    (issue,) = (i for f in reading.files for i in f.issues if i.code == "W_STRUCK")
    assert (issue.row, dict(issue.message.args)["n"]) == (3, 1)
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-3", "A-4"]
    assert "W_STRUCK" not in codes(read_rows(rows))
