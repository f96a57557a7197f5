"""A number that stands over its lots alone holds for the rows below it; sums and notes are none of them."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEADING = ["Part number", "Description", "Lot", "Stock", "Annual demand"]
ABOVE: list[Any] = ["P-1", "Magnet N42", "L1", 100, 3650]
BELOW: list[Any] = [None, None, "L2", 40, None]
OTHER: list[Any] = ["P-2", "Magnet N35", "L9", 70, 7300]


def test_rows_with_a_lot_and_no_number_go_on_with_the_part_above(read_rows: ReadRows) -> None:
    reading = read_rows([HEADING, ABOVE, BELOW, OTHER, [None, None, "L8", 5, None]])
    assert facts(reading, "part_number") == ["P-1", "P-1", "P-2", "P-2"]
    assert facts(reading, "description")[1] == "Magnet N42"
    assert facts(reading, "stock_on_hand") == [100, 40, 70, 5]


@pytest.mark.parametrize(
    "row",
    [
        [None, None, "Total", 140, None], [None, None, "L1", 140, None], [None, None, None, 140, None],
        [None, "Sum", "L2", 140, None], [None, None, "Zwischensumme", 140, None], [None, None, "小计", 140, None],
    ],
)  # fmt: skip
def test_sums_are_none(read_rows: ReadRows, row: list[Any]) -> None:
    assert sum(facts(read_rows([HEADING, ABOVE, row, OTHER]), "stock_on_hand")) == 170


def test_a_list_without_lots_stays_as_it_is(read_rows: ReadRows) -> None:
    rows = [[*row[:2], *row[3:]] for row in (HEADING, ABOVE, BELOW, OTHER)]
    assert facts(read_rows(rows), "stock_on_hand") == [100, 70]
