"""A large package is read unpacked; what is read is the same."""

import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import openpyxl
import pytest

from desktop_app.intake import unpacked, workbook
from desktop_app.intake.ooxml import look_into
from desktop_app.intake.raw_sheets import RawSheet, RawWorkbook
from desktop_app.intake.refusal import Refused
from desktop_app.intake.workbook import open_workbook


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


@contextmanager
def looked_into(path: Path) -> Iterator[tuple[unpacked.Unpacked, unpacked.Source | None] | None]:
    plain = unpacked.unpacked(path)
    with plain or nullcontext():
        if plain is None:
            yield None
        else:
            look_into(plain)
            yield plain, plain.whole()


def test_the_parts_are_the_same_but_for_the_merged_cells_of_sheets(messy: Path) -> None:
    sheets = []
    with looked_into(messy) as found:
        assert found is not None
        assert found[1] is not None
        with zipfile.ZipFile(found[0].stream) as loose:
            parts = {name: loose.read(name) for name in loose.namelist()}
    with zipfile.ZipFile(messy) as packed:
        assert parts.keys() == set(packed.namelist())
        for name, after in parts.items():
            before = packed.read(name)
            begin = before.find(b"<sheetData")
            if after != before:
                sheets.append(name)
                assert after == before[:begin] + unpacked.NONE_MERGED + before[begin:]
    assert sorted(sheets) == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]


def test_a_part_left_in_the_middle_is_no_package(messy: Path) -> None:
    plain = unpacked.unpacked(messy)
    assert plain is not None

    def fails_in_it(package: zipfile.ZipFile) -> None:
        with package.open("xl/worksheets/sheet1.xml") as part:
            part.read(10)
            raise RuntimeError

    with plain, plain.package() as package:
        with pytest.raises(RuntimeError):
            fails_in_it(package)
        assert plain.whole() is None


def test_what_nobody_wanted_to_read_is_there_all_the_same(messy: Path) -> None:
    plain = unpacked.unpacked(messy)
    assert plain is not None
    with plain:
        with plain.package() as package:
            for name in package.namelist():
                with package.open(name) as part:
                    part.read(10)
            whole = {name: package.read(name) for name in package.namelist()}
        assert plain.whole() is not None
        with zipfile.ZipFile(plain.stream) as loose:
            assert {name: loose.read(name) for name in loose.namelist()} == whole


def test_a_sheet_that_tells_its_merged_cells_elsewhere_is_read_as_it_is(
    messy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where our look does not see its end as all programs write it."""
    odd = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(messy) as packed, zipfile.ZipFile(odd, "w") as made:
        for name in packed.namelist():
            content = packed.read(name)
            if name.endswith("sheet1.xml"):
                content = content.replace(b"</worksheet>", b"<!-- </row> --></worksheet>")
            made.writestr(name, content)
    found = open_workbook(odd, lambda _rows: None)
    assert found.sheets[0].merged == [(1, 1, 1, 3), (20, 1, 22, 1)]
    assert all_of(found) == as_it_is(odd, monkeypatch)


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
        with looked_into(path) as found:
            assert found is None or found[1] is None
    assert unpacked.unpacked(tmp_path / "none.xlsx") is None


def test_what_is_small_or_too_large_is_left_as_it_is(
    messy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "WORTH", 10_000_000)
    assert unpacked.unpacked(messy) is None
    monkeypatch.setattr(unpacked, "WORTH", 0)
    monkeypatch.setattr(unpacked, "MOST", 1_000)
    monkeypatch.setattr(unpacked, "_free", lambda: 4_000)
    assert unpacked.unpacked(messy) is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is memory of the process itself")
def test_more_is_unpacked_where_much_memory_is_free(
    messy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "WORTH", 0)
    monkeypatch.setattr(unpacked, "MOST", 1_000)
    told = tmp_path / "meminfo"
    told.write_text("MemTotal: 9000000 kB\nMemAvailable: 8000000 kB\n", "ascii")
    monkeypatch.setattr(unpacked, "_FREE", told)
    limits = tmp_path / "max", tmp_path / "used"
    monkeypatch.setattr(unpacked, "_LIMITS", limits)
    with taken(messy) as found:
        assert found is not None
    for path, text in zip(limits, ("max", "77"), strict=True):
        path.write_text(text, "ascii")
    with taken(messy) as found:
        assert found is not None
    limits[0].write_text("5000", "ascii")
    assert unpacked.unpacked(messy) is None
    told.write_text("nothing of use", "ascii")
    assert unpacked._free() == 0


@contextmanager
def taken(path: Path) -> Iterator[unpacked.Unpacked | None]:
    found = unpacked.unpacked(path)
    with found or nullcontext():
        yield found
