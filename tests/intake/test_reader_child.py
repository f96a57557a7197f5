"""The reader child sends a column as its distinct values and one number a cell."""

import io
from array import array
from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake import reader_child
from desktop_app.intake.raw_sheets import RawSheet
from desktop_app.intake.sandbox import unpack
from desktop_app.intake.workbook import open_workbook
from tests.workbooks.build import make_xlsx


def _sent_back(columns: list[list[Any]], codes: list[bytes], height: int) -> list[list[Any]]:
    """The cells of each column, from what would be sent."""
    pieces = iter(codes)
    return [
        values if len(values) == height else [values[n] for n in array("i", next(pieces))]
        for values in columns
    ]


@pytest.mark.parametrize("block", [1, 2, 3, 1_000])
def test_cells_come_back_as_found_whatever_the_size_of_a_block(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader_child, "_BLOCK", block)
    rows: list[list[Any]] = [["a", 1.0], ["b", 1.0, "x"], [], ["a"], ["c", 2.0, "x", True], ["d"]]
    codes: list[bytes] = []

    columns = reader_child._columns(RawSheet("", rows), codes)

    assert columns == [["a", "b", "", "c", "d"], [1.0, "", 2.0], ["", "x"], ["", True]]
    assert _sent_back(columns, codes, len(rows)) == [
        ["a", "b", "", "a", "c", "d"],
        [1.0, 1.0, "", "", 2.0, ""],
        ["", "x", "", "", "x", ""],
        ["", "", "", "", True, ""],
    ]


def test_of_a_column_without_repeats_only_the_values_are_sent() -> None:
    codes: list[bytes] = []

    sheet = RawSheet("", [["a"], ["b"], ["c"]])
    assert reader_child._columns(sheet, codes) == [["a", "b", "c"]]
    assert codes == []


def test_rows_are_made_anew_each_time_without_the_empty_ones_around_them(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [],
        [],
        ["", "", "Part", "Qty"],
        [],
        ["", "", "A-1", 2.0],
        ["", "", "A-2"],
    ]
    book = make_xlsx(tmp_path / "below.xlsx", {"Parts": rows, "Empty": []})

    parts, empty = open_workbook(book, lambda _rows: None).sheets

    assert (parts.first_row, parts.first_column, parts.width, parts.cells) == (3, 3, 2, 8)
    assert list(parts.rows) == [["Part", "Qty"], ["", ""], ["A-1", 2.0], ["A-2", ""]]
    assert list(parts.rows) == list(parts.rows)
    assert (len(parts.rows), len(empty.rows), list(empty.rows), empty.width) == (4, 0, [], 0)


def test_a_large_file_may_use_more_memory_before_its_rows_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text table of a million rows does not say how many they are until it is read."""
    allowed: list[int] = []
    monkeypatch.setattr(reader_child, "limit_memory", allowed.append)
    for name, rows in (("short.csv", 3), ("long.csv", 500)):
        (tmp_path / name).write_text("Part number;Description\n" + "A1;Motor\n" * rows, "utf-8")
    monkeypatch.setattr(reader_child, "LARGE_BYTES", 1_000)
    for name in ("short.csv", "long.csv"):
        told = io.BytesIO()
        content, _codes = reader_child.answer(tmp_path / name, False, told)
        assert "refused" not in content
        assert bool(told.getvalue()) == (name == "long.csv")
    assert allowed == [reader_child.MEGABYTES_LARGE]


def test_a_long_column_travels_in_pieces_and_comes_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_child, "PIECE", 3)
    values = ["Motor", 2.5, None, "", True, "钕铁硼", "Ж", 8]
    content = {"format": "csv", "sheets": [{"columns": [values, []]}, {"columns": [["A"]]}]}
    out = io.BytesIO()
    reader_child.send(out, content, [b"1234"])
    found = unpack(out.getvalue()[8:])
    assert [sheet["columns"] for sheet in found["sheets"]] == [[values, []], [["A"]]]
    assert bytes(found["codes"]) == b"1234"
