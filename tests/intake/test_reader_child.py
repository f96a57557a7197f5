"""The reader child sends a column as its distinct values and one number a cell."""

from array import array
from typing import Any

import pytest

from desktop_app.intake import reader_child


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

    columns = reader_child._columns(rows, codes)

    assert columns == [["a", "b", "", "c", "d"], [1.0, "", 2.0], ["", "x"], ["", True]]
    assert _sent_back(columns, codes, len(rows)) == [
        ["a", "b", "", "a", "c", "d"],
        [1.0, 1.0, "", "", 2.0, ""],
        ["", "x", "", "", "x", ""],
        ["", "", "", "", True, ""],
    ]


def test_of_a_column_without_repeats_only_the_values_are_sent() -> None:
    codes: list[bytes] = []

    assert reader_child._columns([["a"], ["b"], ["c"]], codes) == [["a", "b", "c"]]
    assert codes == []
