"""What an order still owes is no stock: ordered less received, whatever the rest is called."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

ROWS = [("A-1", "Ring magnet", 100, 40, 60), ("A-2", "Motor", 50, 10, 40), ("A-3", "Hub", 9, 9, 0)]


def told(read_rows: ReadRows, heads: list[str], rows: list[Any]) -> tuple[list[Any], list[Any]]:
    reading = read_rows([["Item", "Description", *heads], *map(list, rows)])
    return facts(reading, "open_order_quantity"), facts(reading, "stock_on_hand")


@pytest.mark.parametrize(
    "heads",
    [
        ["Qty ordered", "Qty received", "Balance"],
        ["Bestellt", "Geliefert", "Saldo"],
        ["Cantidad pedida", "Cantidad recibida", "Saldo"],
        ["订单数量", "已交数量", "结余"],
    ],
)
def test_the_rest_of_an_order_is_open(read_rows: ReadRows, heads: list[str]) -> None:
    """100 ordered and 60 in the house were read where 60 were still to come."""
    assert told(read_rows, heads, ROWS) == ([60.0, 40.0, 0.0], [None] * 3)


def test_what_came_and_went_leaves_a_stock(read_rows: ReadRows) -> None:
    heads = ["Entradas", "Saídas", "Saldo"]
    assert told(read_rows, heads, ROWS)[1] == [60.0, 40.0, 0.0]


def test_a_balance_of_something_else_is_neither(read_rows: ReadRows) -> None:
    """The cells say that it is no difference of the two: a person is asked what it is."""
    rows = [(*row[:4], 7 * n + 3) for n, row in enumerate(ROWS)]
    heads = ["Cantidad pedida", "Cantidad recibida", "Saldo"]
    assert told(read_rows, heads, rows) == ([None] * 3, [None] * 3)


def test_what_was_ordered_is_not_all_to_come_where_some_has_come(read_rows: ReadRows) -> None:
    heads = ["Bestellt", "Geliefert"]
    assert told(read_rows, heads, [row[:4] for row in ROWS]) == ([60, 40, 0], [None] * 3)
    none_came = [(*row[:3], 0) for row in ROWS]
    assert told(read_rows, heads, none_came)[0] == [100.0, 50.0, 9.0]


@pytest.mark.parametrize(
    "heads",
    [
        ["Ordered Quantity", "Received Quantity"],
        ["Bestellmenge", "WE-Menge"],
        ["数量", "累计到货数量"],
    ],
)
def test_without_a_rest_what_came_is_taken_off(read_rows: ReadRows, heads: list[str]) -> None:
    assert told(read_rows, heads, [row[:4] for row in ROWS])[0] == [60, 40, 0]


@pytest.mark.parametrize(
    "heads",
    [
        ["Quantity", "Received value"],
        ["Quantity", "Stock received"],
        ["Quantity", "Delivery date"],
    ],
)
def test_other_things_that_were_received_take_nothing_off(
    read_rows: ReadRows, heads: list[str]
) -> None:
    assert told(read_rows, heads, [row[:4] for row in ROWS])[0] == [None] * 3


def test_more_received_than_ordered_is_of_something_else(read_rows: ReadRows) -> None:
    rows = [("A-1", "Ring magnet", 1, 40), ("A-2", "Motor", 2, 10), ("A-3", "Hub", 1, 9)]
    assert told(read_rows, ["Quantity", "Received"], rows)[0] == [None] * 3


def test_what_was_billed_is_not_what_came(read_rows: ReadRows) -> None:
    rows = [(*row[:4], 100 * n) for n, row in enumerate(ROWS)]
    assert told(read_rows, ["Qty", "Received", "Invoiced"], rows)[0] == [60, 40, 0]


@pytest.mark.parametrize("heading", ["Customer", "Cliente", "Kunde"])
def test_nothing_of_what_customers_ordered_is_still_to_come(
    read_rows: ReadRows, heading: str
) -> None:
    rows = [(*row[:4], "Acme") for row in ROWS]
    assert told(read_rows, ["Order qty", "Delivered", heading], rows)[0] == [None] * 3


def test_what_was_cancelled_of_an_order_will_not_come(read_rows: ReadRows) -> None:
    heads = ["QuantityOrdered", "QuantityReceived", "QuantityCancelled"]
    rows = [("A-1", "Ring magnet", 50, 20, 5), ("A-2", "Motor", 400, 400, 0)]
    assert told(read_rows, heads, rows)[0] == [25.0, 0.0]
    of_one = [(*row[:4], "yes") for row in rows]
    assert told(read_rows, heads, of_one)[0] == [30.0, 0.0]


def test_a_rest_without_what_was_cancelled_is_open(read_rows: ReadRows) -> None:
    rows = [("A-1", "Ring magnet", 100, 20, 30, 50), ("A-2", "Motor", 50, 10, 0, 40)]
    rows += [("A-3", "Hub", 9, 9, 0, 0)]
    heads = ["Ordered Qty", "Received Qty", "Cancelled Qty", "Balance Qty"]
    assert told(read_rows, heads, rows) == ([50.0, 40.0, 0.0], [None] * 3)


@pytest.mark.parametrize(
    ("cancelled", "left"), [((1, 0, 0), [0.0, 40.0, 0.0]), ((1, 5, 0), [59.0, 35.0, 0.0])]
)
def test_a_tick_under_cancelled_is_of_the_whole_line(
    read_rows: ReadRows, cancelled: tuple[int, ...], left: list[float]
) -> None:
    rows = [(*row[:4], gone) for row, gone in zip(ROWS, cancelled, strict=True)]
    assert told(read_rows, ["Qty ordered", "Qty received", "Cancelled"], rows)[0] == left
