"""Pivot tables: a group named once, its sum, and headings of what is added up."""

import pytest

from desktop_app.intake.twofold_headings import said_twice
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, only_table, rows
from tests.workbooks.build import Rows

HEAD = ["Supplier", "Part number", "Description", "Sum of Qty"]


@pytest.mark.parametrize("total", ["{} Total", "{} Ergebnis", "Total {}", "{} 汇总"])
def test_each_part_of_a_group_has_its_name(total: str, read_rows: ReadRows) -> None:
    reading = read_rows(
        [HEAD, ["Weber", "M-1", "Motor", 5], [None, "M-2", "Fan", 6], [total.format("Weber"), None, None, 11],
         ["Ning", "G-1", "Magnet", 7], [None, "G-2", "Magnet ring", 8], [total.format("Ning"), None, None, 15]]
    )  # fmt: skip
    assert rows(reading) == [2, 3, 5, 6]
    assert facts(reading, "supplier") == ["Weber", "Weber", "Ning", "Ning"]
    assert facts(reading, "quantity") == [5, 6, 7, 8]
    assert only_table(reading).cells.filled == 6 + 8 + 4


def test_a_supplier_whose_rows_end_in_no_sum_speaks_for_himself_alone(read_rows: ReadRows) -> None:
    reading = read_rows(
        [HEAD, ["Weber", "M-1", "Motor", 5], [None, "M-2", "Fan", 6], ["Ning", "G-1", "Magnet", 7],
         ["Ning Total", None, None, 7]]
    )  # fmt: skip
    assert facts(reading, "supplier") == ["Weber", None, "Ning"]


@pytest.mark.parametrize(
    "said", ["Summe von Menge", "Somme de Quantité", "求和项:数量", "합계 : 수량"]
)
def test_what_is_added_up_is_read_like_what_it_is_of(said: str, read_rows: ReadRows) -> None:
    reading = read_rows(
        [["Part number", "Description", said], ["M-1", "Motor", 5], ["M-2", "Fan", 6]]
    )
    assert facts(reading, "quantity") == [5, 6]


def test_headings_may_stand_below_their_list_and_nothing_is_eaten(read_rows: ReadRows) -> None:
    told: Rows = [
        ["M-1", "Motor 24 V", 5],
        ["M-2", "Fan 80 mm", 6],
        ["Part number", "Description", "Quantity"],
    ]
    reading = read_rows(told)
    assert (rows(reading), facts(reading, "quantity")) == ([1, 2], [5, 6])
    assert "W_NO_HEADING" not in codes(reading)
    below = read_rows([["Offer"], ["for Muster AG"], ["Part number", "Description", "Quantity"]])
    assert rows(below) == []
    form = read_rows([["Buyer", "A. Smith", "Phone"], ["Date", "May", "Place"], told[2]])
    assert rows(form) == []


ENTRIES = {
    "menge": [("quantity", "de")], "quantity": [("quantity", "en")], "order": [("order", "en")],
    "数量": [("quantity", "zh")], "part number": [("part_number", "en")],
    "item": [("part_number", "en"), ("description", "en")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("menge quantity", "quantity"),
        ("order quantity", None),
        ("item part number", None),
        ("menge", None),
    ],
)
def test_a_heading_in_two_languages_means_what_both_mean(key: str, field: str | None) -> None:
    """Two words of one language may say a third thing together."""
    assert {name for name, _ in said_twice(key, ENTRIES)} == ({field} if field else set())
