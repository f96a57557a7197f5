"""A number shown with noughts before it is read as it is shown; other formats leave numbers alone."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.intake.number_formats import as_shown, pattern_of
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.looking import facts
from tests.workbooks.binary import Percent, make_xlsb
from tests.workbooks.build import make_xlsx, sheet_of

HEADS: list[Any] = ["Part number", "Description", "Quantity", "Unit price"]
ROWS: list[list[Any]] = [
    HEADS,
    [471, "Ring magnet", 4, 1.5],
    [12345678, "Screw", 9, 0.1],
    ["A-3", "Nut", 5, 0.2],
]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("00000000", "00000471"), ("00", "471"), ("000-000", "000-471"), ('"K-"0000', "K-0471"),
        (r"00\-0000", "00-0471"), ('0000"."00', "0004.71"), ("00 00 00", "00 04 71"), ("(00) 00", "(04) 71"),
    ],
)  # fmt: skip
def test_a_format_of_noughts_and_texts_shows_a_number_as_a_name(code: str, shown: str) -> None:
    assert as_shown(471, pattern_of(code)) == shown


def test_digits_beyond_the_pattern_stand_before_its_first() -> None:
    assert as_shown(1234567, pattern_of("00-0000")) == "123-4567"
    assert as_shown(0, pattern_of("00-0000")) == "00-0000"


@pytest.mark.parametrize(
    "code",
    [
        "0", "0.00", "00.0", "#000", "", '0" pcs"', '00" pcs"', '"€ "00', '"EUR "00', "00%", "00:00",
        "General", "00000000;-00000000", "dd-00", '"No. "000', "00E+00", "[Red]0000", '"K0"000',
    ],
)  # fmt: skip
def test_other_formats_leave_the_number_what_it_is(code: str) -> None:
    assert pattern_of(code) == ""


def test_part_numbers_and_pieces_are_read_as_they_are_shown(tmp_path: Path) -> None:
    def show(made: openpyxl.Workbook) -> None:
        sheet = sheet_of(made, "Parts")
        for row in (2, 3, 4):
            sheet.cell(row, 1).number_format = "00000000"
            sheet.cell(row, 3).number_format = "0000"
            sheet.cell(row, 4).number_format = "0.000"

    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS}, show)
    reading = read_files([path], silent)
    assert facts(reading, "part_number") == ["00000471", "12345678", "A-3"]
    assert facts(reading, "quantity") == [4, 9, 5]
    assert facts(reading, "unit_price") == [1.5, 0.1, 0.2]


def test_only_the_cells_with_the_format_are_shown_so(tmp_path: Path) -> None:
    def show(made: openpyxl.Workbook) -> None:
        sheet_of(made, "Parts")["A3"].number_format = "0" * 10

    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": ROWS}, show)
    assert facts(read_files([path], silent), "part_number") == ["471", "0012345678", "A-3"]


def test_nothing_is_made_of_numbers_that_noughts_do_not_stand_before(tmp_path: Path) -> None:
    """Broken and negative numbers, and the same list saved again without its styles."""

    def show(made: openpyxl.Workbook) -> None:
        for row in (2, 3):
            sheet_of(made, "Parts").cell(row, 4).number_format = "000"

    rows: list[list[Any]] = [HEADS, ["A-1", "Ring", 4, 1.5], ["A-2", "Nut", 2, 7]]
    path = make_xlsx(tmp_path / "list.xlsx", {"Parts": rows}, show)
    assert facts(read_files([path], silent), "unit_price") == [1.5, 7]
    with zipfile.ZipFile(path) as made, zipfile.ZipFile(tmp_path / "bare.xlsx", "w") as bare:
        for name in made.namelist():
            if not name.endswith("styles.xml"):
                bare.writestr(name, made.read(name))
    assert facts(read_files([tmp_path / "bare.xlsx"], silent), "unit_price") == [1.5, 7]


def test_a_binary_workbook_shows_them_too(tmp_path: Path) -> None:
    rows = [HEADS, [Percent(471), "Ring magnet", 4.0, 1.5], [12.0, "Screw", 9.0, 0.1]]
    made = make_xlsb(tmp_path / "made.xlsb", rows)
    path = tmp_path / "list.xlsb"
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(path, "w") as out:
        for name in package.namelist():
            part = package.read(name)
            if name.endswith("styles.bin"):
                part = part.replace("0.0%".encode("utf-16-le"), "0000".encode("utf-16-le"))
            out.writestr(name, part)
    assert facts(read_files([path], silent), "part_number") == ["0471", "12"]
