"""What is found in the XML of a sheet beside its values, whoever wrote it."""

import re
import zipfile
from pathlib import Path

import pytest

from desktop_app.intake.ooxml import SheetNotes, address, look_into
from desktop_app.intake.refusal import Refused
from tests.workbooks.build import edit_part, make_xlsx

SHEET = "xl/worksheets/sheet1.xml"


def notes_of(tmp_path: Path, data: str, head: str = "") -> SheetNotes:
    """Notes of a sheet with this content between the tags of its data."""
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [["x"]]})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = f'<worksheet xmlns="{main}">{head}<sheetData>{data}</sheetData></worksheet>'
    found, _links = look_into(edit_part(path, SHEET, lambda _: text.encode()))
    return found["Parts"]


def test_error_cells_are_found_with_their_address(tmp_path: Path) -> None:
    notes = notes_of(
        tmp_path,
        '<row r="3"><c r="AB3" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="AC3"><v>1</v></c></row>'
        "<row r='4'><c t='e' r='B4'><v>#N/A</v></c></row>",
    )
    assert notes.errors == [(3, 28, "#DIV/0!"), (4, 2, "#N/A")]
    assert notes.filled == 3


@pytest.mark.parametrize(
    ("cell", "is_open"),
    [
        ("<c r='A1'><f>B1</f></c>", True), ("<c r='A1'><f>B1</f><v></v></c>", True),
        ("<c r='A1'><f>B1</f><v/></c>", True), ("<c r='A1'><f t='shared' si='0'/></c>", True),
        ("<c r='A1' t='str'><f>B1</f></c>", True), ("<c r='A1' t='str'><f>B1</f><v></v></c>", False),
        ("<c r='A1'><f>B1</f><v>0</v></c>", False), ("<c r='A1'><v>4</v></c>", False),
    ],
)  # fmt: skip
def test_formulas_without_a_value_are_told_from_empty_texts(
    tmp_path: Path, cell: str, is_open: bool
) -> None:
    more = "<row r='2'><c r='A2'><f>1</f><v>1</v></c></row>"
    notes = notes_of(tmp_path, f"<row r='1'>{cell}</row>{more}")
    assert notes.uncalculated == ([(1, 1)] if is_open else [])


def test_hidden_rows_and_columns_are_found(tmp_path: Path) -> None:
    notes = notes_of(
        tmp_path,
        '<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row hidden="true" r="5"/>'
        '<row r="6" hidden="0"/>',
        '<cols><col min="3" max="4" width="9" hidden="1"/><col min="6" max="6"/></cols>',
    )
    assert notes.hidden_rows == [2, 5]
    assert notes.hidden_columns == [3, 4]


def test_a_namespace_prefix_changes_nothing(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [["x"]]})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = (
        f'<x:worksheet xmlns:x="{main}"><x:sheetData><x:row r="1"><x:c r="A1" t="e">'
        "<x:v>#REF!</x:v></x:c><x:c r='B1'><x:f>1</x:f></x:c></x:row></x:sheetData></x:worksheet>"
    )
    found, _ = look_into(edit_part(path, SHEET, lambda _: text.encode()))
    assert found["Parts"].errors == [(1, 1, "#REF!")]
    assert found["Parts"].uncalculated == [(1, 2)]
    assert found["Parts"].filled == 2


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize(
    "cell",
    [
        "<c r='B1'/>", '<c r="B1" s="1"></c>', '<c r="B1" t="s"><v/></c>',
        '<c r="B1" t="str"><v></v></c>', '<c r="B1" t="inlineStr"><is><t></t></is></c>',
        '<c r="B1" t="inlineStr"><is><t xml:space="preserve"></t></is></c>',
        '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>',
    ],
)  # fmt: skip
def test_a_cell_that_holds_nothing_is_not_counted(tmp_path: Path, cell: str, prefix: str) -> None:
    """Exports of ERP systems write a cell for every field, filled or not."""
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [["x"]]})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    inside = f'<sheetData><row r="1"><c r="A1"><v>1</v></c>{cell}</row></sheetData>'
    space = f'xmlns:{prefix[:-1]}="{main}"' if prefix else f'xmlns="{main}"'
    text = f"<worksheet {space}>{inside}</worksheet>"
    text = re.sub(r"(</?)", rf"\1{prefix}", text)
    found, _ = look_into(edit_part(path, SHEET, lambda _: text.encode()))
    assert found["Parts"].filled == 1


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize(
    "empty", ["<si><t></t></si>", "<si><t/></si>", "<si><t> </t></si>", "<si/>"]
)
def test_cells_are_not_counted_where_a_shared_text_is_empty(
    tmp_path: Path, empty: str, prefix: str
) -> None:
    path = make_xlsx(tmp_path / "x.xlsx", {"Parts": [["x"]]})
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    space = f'xmlns:{prefix[:-1]}="{main}"' if prefix else f'xmlns="{main}"'
    text = re.sub(r"(</?)", rf"\1{prefix}", f"<sst {space}><si><t>x</t></si>{empty}</sst>")
    shared = "xl/sharedStrings.xml"
    with zipfile.ZipFile(path, "a") as package:
        if shared not in package.namelist():
            package.writestr(shared, "")
    found, _ = look_into(edit_part(path, shared, lambda _: text.encode()))
    assert found["Parts"].filled is None


def test_cells_far_apart_are_too_large(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        notes_of(tmp_path, '<row r="1"><c r="A1"><v>1</v></c></row>'
                           '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')  # fmt: skip
    assert refused.value.code == "E_TOO_LARGE"


def test_large_sheets_are_looked_at_block_by_block(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}" t="e"><v>#N/A</v></c></row>'
        if n % 5000 == 0
        else f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>'
        for n in range(1, 20_001)
    )
    notes = notes_of(tmp_path, rows)
    assert [row for row, _, _ in notes.errors] == [5000, 10_000, 15_000, 20_000]
    assert (notes.filled, notes.rows) == (20_004, 20_000)


def test_a_package_that_cannot_be_followed_has_no_notes(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook")
    assert look_into(path) == ({}, 0)


def test_addresses() -> None:
    assert [address(text) for text in (b"A1", b"xfd1048576", b"AA10", b"1A", b"")] == [
        (1, 1), (1_048_576, 16_384), (10, 27), None, None,
    ]  # fmt: skip
