"""A large package is read unpacked; what is read is the same."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from desktop_app.intake import unpacked, workbook
from desktop_app.intake.refusal import Refused
from desktop_app.intake.workbook import RawSheet, RawWorkbook, open_workbook


@pytest.fixture(autouse=True)
def every_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "WORTH", 0)


@pytest.fixture(params=["file without a name", "memory"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "memory":
        monkeypatch.delattr("os.memfd_create", raising=False)


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """Two sheets: one with merged, hidden and empty cells, an error and a formula; one without."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Parts of the line", None, None])
    sheet.append(["Part", "Stock", "Note <mergeCells>"])
    for row in range(300):
        sheet.append([f"P-{row:04d}", row, "&lt;sheetData>" if row % 2 else None])
    sheet["B7"] = "=1/0"
    sheet["B8"].value, sheet["B8"].data_type = "#REF!", "e"
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A20:A22")
    sheet.row_dimensions[9].hidden = True
    book.create_sheet("More").append(["one", 2.5])
    book.save(tmp_path / "messy.xlsx")
    return tmp_path / "messy.xlsx"


def all_of(book: RawWorkbook) -> list[object]:
    return [
        (s.name, list(s.rows), s.first_row, s.first_column, s.notes, s.merged) for s in book.sheets
    ]


def as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    with monkeypatch.context() as patched:
        patched.setattr(workbook, "unpacked", lambda _path: None)
        return all_of(open_workbook(path, lambda _rows: None))


@pytest.mark.usefixtures("place")
def test_the_same_is_read(messy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = open_workbook(messy, lambda _rows: None)
    assert not found.second_reader
    assert found.sheets[0].merged == [(1, 1, 1, 3), (20, 1, 22, 1)]
    assert found.sheets[0].notes.errors
    assert all_of(found) == as_it_is(messy, monkeypatch)


def test_the_parts_are_the_same_but_for_the_place_of_the_merged(messy: Path) -> None:
    plain = unpacked.unpacked(messy)
    assert plain is not None
    with zipfile.ZipFile(messy) as packed, zipfile.ZipFile(plain.stream) as loose:
        assert loose.namelist() == packed.namelist()
        for name in packed.namelist():
            before, after = packed.read(name), loose.read(name)
            begin = before.find(b"<sheetData")
            added = after[begin : begin + len(after) - len(before)]
            assert after == before[:begin] + added + before[begin:]
            assert added == b"" or added in before or added == unpacked.NONE_MERGED
    plain.close()


def test_where_it_cannot_be_read_so_the_file_itself_is(
    messy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, whole = as_it_is(messy, monkeypatch), workbook._calamine
    refused: list[unpacked.Source] = []

    def reads_paths_only(source: Path | unpacked.Source, kind: str) -> list[RawSheet]:
        if isinstance(source, Path):
            return whole(source, kind)
        refused.append(source)
        raise Refused("E_CORRUPT")

    monkeypatch.setattr(workbook, "_calamine", reads_paths_only)
    assert all_of(open_workbook(messy, lambda _rows: None)) == expected
    assert len(refused) == 1


def damaged(path: Path) -> Iterator[bytes]:
    """The package cut short, with a wrong sum, and with a part named twice."""
    whole = path.read_bytes()
    yield whole[: len(whole) // 2]
    middle = len(whole) // 2
    yield whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
    twice = path.with_name("twice.xlsx")
    twice.write_bytes(whole)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(twice, "a") as package:
        package.writestr("xl/worksheets/sheet1.xml", b"<worksheet/>")
    yield twice.read_bytes()


def test_what_is_not_plain_is_left_as_it_is(messy: Path, tmp_path: Path) -> None:
    for number, content in enumerate(damaged(messy)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(content)
        assert unpacked.unpacked(path) is None
    assert unpacked.unpacked(tmp_path / "none.xlsx") is None


def test_what_is_small_or_too_large_is_left_as_it_is(
    messy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "WORTH", 10_000_000)
    assert unpacked.unpacked(messy) is None
    monkeypatch.setattr(unpacked, "WORTH", 0)
    monkeypatch.setattr(unpacked, "MOST", 1_000)
    assert unpacked.unpacked(messy) is None
