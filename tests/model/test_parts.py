"""The part table: every field is there, missing is None or NaN, and facts know their cell."""

from dataclasses import replace

import numpy as np

from desktop_app.model.findings import CellRef
from desktop_app.model.parts import (
    FLAG_FIELDS,
    NUMBER_FIELDS,
    PLACE_FIELDS,
    PLANNING_FIELDS,
    TEXT_FIELDS,
    FactCell,
    PartTable,
    part_frame,
)


def table() -> PartTable:
    frame = part_frame(
        {
            "row": [5, 9],
            "sheet": ["Parts", "Parts"],
            "description": ["Magnet N42", None],
            "stock_on_hand": [0.0, np.nan],
        },
        2,
    )
    return PartTable(frame, columns=({"description": 3},), file_names=("list.xlsx",))


def test_every_field_is_a_column() -> None:
    assert set(table().frame.columns) == {
        *PLACE_FIELDS, *TEXT_FIELDS, *NUMBER_FIELDS, *FLAG_FIELDS, *PLANNING_FIELDS
    }  # fmt: skip


def test_missing_is_none_and_zero_is_zero() -> None:
    parts = table()
    assert parts.value(0, "stock_on_hand") == 0.0
    assert parts.value(1, "stock_on_hand") is None
    assert parts.value(1, "description") is None
    assert parts.value(0, "supplier") is None


def test_a_fact_knows_the_cell_it_was_read_from() -> None:
    assert table().cell_of(1, "description") == CellRef("list.xlsx", "Parts", 9, 3)
    assert table().cell_of(1, "supplier") is None


def test_a_text_column_as_distinct_values() -> None:
    assert table().text("sheet").kinds == ("Parts",)


def test_a_fact_of_the_own_row_stands_nowhere_else() -> None:
    lent = FactCell(0, "Stock", 4, 2)
    own = FactCell(0, "Parts", 9, 7)
    parts = replace(table(), provenance={0: {"stock_on_hand": lent}, 1: {"unit_price": own}})
    parts.frame["file"] = np.array([0, 0], dtype=np.int32)
    assert parts.cells_elsewhere() == {0: {"stock_on_hand": lent}}
