"""Every kind of container gives the same list, error cells included, whatever its name says."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from tests.intake.looking import codes, facts
from tests.workbooks.binary import ErrorCode, make_xls, make_xlsb
from tests.workbooks.build import (
    OdsError,
    edit_part,
    make_csv,
    make_ods,
    make_xlsx,
    put_error,
)

HEAD = ["Part Number", "Description", "Country of Origin", "Qty"]
REST: list[list[Any]] = [["A-2", "Schraube für 磁钢", "CN", 3.0], ["A-3", "Gear wheel", "JP", 4.0]]


def xlsx(path: Path) -> Path:
    made = make_xlsx(path, {"Parts": [HEAD, ["A-1", "Ring magnet", "?", 2.0], *REST]})
    return put_error(made, "C2", "#N/A")


def xlsb(path: Path) -> Path:
    return make_xlsb(path, [HEAD, ["A-1", "Ring magnet", ErrorCode(0x2A), 2.0], *REST])


def xls(path: Path) -> Path:
    return make_xls(path, [HEAD, ["A-1", "Ring magnet", ErrorCode(0x2A), 2.0], *REST])


def ods(path: Path) -> Path:
    return make_ods(path, [HEAD, ["A-1", "Ring magnet", OdsError("#N/A"), 2.0], *REST])


def csv(path: Path) -> Path:
    return make_csv(path, [HEAD, ["A-1", "Ring magnet", "#N/A", 2], *REST])


@pytest.mark.parametrize("make", [xlsx, xlsb, xls, ods, csv])
@pytest.mark.parametrize("name", ["list.{kind}", "list.dat", "list"])
def test_each_container_gives_the_same_parts(
    tmp_path: Path, make: Callable[[Path], Path], name: str
) -> None:
    kind = make.__name__
    made = make(tmp_path / f"made.{kind}")
    path = tmp_path / name.format(kind=kind)
    shutil.copy(made, path)
    reading = read_files([path], silent)
    assert reading.files[0].format == kind
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-3"]
    assert facts(reading, "description")[1] == "Schraube für 磁钢"
    assert facts(reading, "country_of_origin") == [None, "CN", "JP"]
    assert facts(reading, "quantity") == [2, 3, 4]
    assert reading.parts.unreadable == {0: ("country_of_origin",)}


@pytest.mark.parametrize("make", [xlsx, xlsb, xls, ods])
def test_an_error_cell_is_named_in_every_container(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    reading = read_files([make(tmp_path / f"list.{make.__name__}")], silent)
    issue = next(i for i in reading.files[0].issues if i.code == "W_ERROR_CELL")
    assert (issue.sheet, issue.row, issue.column) == ("Parts", 2, 3)


def test_strict_open_xml_is_read(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "strict.xlsx", {"Parts": [HEAD, *REST]})
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        edit_part(path, part, lambda content: content.replace(main, strict))
    assert facts(read_files([path], silent), "part_number") == ["A-2", "A-3"]


def test_a_lying_dimension_loses_nothing(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [HEAD, *REST]})
    edit_part(path, "xl/worksheets/sheet1.xml", lambda c: c.replace(b'ref="A1:D3"', b'ref="A1:A1"'))
    assert facts(read_files([path], silent), "quantity") == [3, 4]


def test_far_off_cells_do_not_fill_the_memory(tmp_path: Path) -> None:
    def spread(content: bytes) -> bytes:
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return content.replace(b"</sheetData>", far)

    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [HEAD, *REST]})
    problem = read_files([edit_part(path, "xl/worksheets/sheet1.xml", spread)], silent)
    assert problem.files[0].problem is not None
    assert problem.files[0].problem.code == "E_TOO_LARGE"


@pytest.mark.parametrize("hollow", [b'<c r="%s" s="0"/>', b'<c r="%s" s="0"></c>'])
def test_a_format_up_to_the_far_end_of_a_sheet_is_no_content(tmp_path: Path, hollow: bytes) -> None:
    """As LibreOffice and Gnumeric write a sheet formatted as a whole."""

    def formatted(content: bytes) -> bytes:
        content = content.replace(b"</row>", hollow % b"XFD1" + b"</row>", 1)
        far = b'<row r="1048576">' + hollow % b"XFD1048576" + b"</row></sheetData>"
        return content.replace(b"</sheetData>", far)

    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [HEAD, *REST]})
    reading = read_files([edit_part(path, "xl/worksheets/sheet1.xml", formatted)], silent)
    assert facts(reading, "quantity") == [3, 4]


def test_what_calamine_cannot_open_openpyxl_may(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [HEAD, *REST]})

    def to_utf16(content: bytes) -> bytes:
        text = content.decode().replace("encoding='UTF-8'", "").replace('encoding="UTF-8"', "")
        return ('<?xml version="1.0" encoding="UTF-16"?>' + text.partition("?>")[2]
                if text.startswith("<?xml") else text).encode("utf-16")  # fmt: skip

    reading = read_files([edit_part(path, "xl/worksheets/sheet1.xml", to_utf16)], silent)
    assert facts(reading, "part_number") == ["A-2", "A-3"]


def test_macros_and_links_are_said(tmp_path: Path) -> None:
    import zipfile

    path = make_xlsx(tmp_path / "x.xlsm", {"Parts": [HEAD, *REST]})
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")
        package.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    reading = read_files([path], silent)
    assert reading.files[0].format == "xlsm"
    assert {"W_MACRO", "W_EXTERNAL_LINK"} <= set(codes(reading))


def test_cells_are_reckoned_to_the_last(tmp_path: Path) -> None:
    rows = [[*HEAD, "Remark"], *([*row, "x"] for row in REST), [None, "Total", None, 7, None]]
    reading = read_files([make_xlsx(tmp_path / "x.xlsx", {"Parts": rows})], silent)
    cells = reading.files[0].sheets[0].tables[0].cells
    assert (cells.filled, cells.used, cells.kept, cells.skipped) == (12, 8, 2, 2)


@pytest.mark.parametrize(
    ("password", "code"), [("VelvetSweatshop", None), ("secret", "E_ENCRYPTED")]
)
def test_only_the_password_that_excel_itself_tries_opens_a_file(
    tmp_path: Path, password: str, code: str | None
) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = make_xlsx(tmp_path / "plain.xlsx", {"Parts": [HEAD, *REST]})
    locked = tmp_path / "locked.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt(password, target)
    reading = read_files([locked], silent)
    problem = reading.files[0].problem
    assert (problem.code if problem else None) == code
    assert len(reading.parts) == (0 if code else 2)
