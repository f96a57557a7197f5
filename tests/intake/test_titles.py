"""What stands above a list holds for all its rows."""

from datetime import date
from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts

HEAD = ["Part Number", "Description", "Unit Price"]
ROW = ["A-1", "Ring magnet", 2.5]


@pytest.mark.parametrize(
    "title",
    [
        ["Supplier: ACME Ltd"],
        ["Supplier", "ACME Ltd"],
        ["Lieferant:", None, "ACME Ltd"],
        ["供应商：ACME Ltd"],
    ],
)
def test_the_supplier_is_found_beside_its_label(read_rows: ReadRows, title: list[Any]) -> None:
    reading = read_rows([["Quotation"], title, [], HEAD, ROW])
    assert facts(reading, "supplier") == ["ACME Ltd"]
    assert reading.files[0].supplier == "ACME Ltd"


def test_a_column_of_suppliers_goes_before_the_title(read_rows: ReadRows) -> None:
    reading = read_rows([["Supplier: ACME Ltd"], [], [*HEAD, "Supplier"], [*ROW, "Bolt AG"]])
    assert facts(reading, "supplier") == ["Bolt AG"]


def test_without_any_name_the_supplier_is_unknown(read_rows: ReadRows) -> None:
    reading = read_rows([["ACME price list"], [], HEAD, ROW])
    assert facts(reading, "supplier") == [None]
    assert reading.files[0].supplier is None


def test_the_currency_of_the_list_may_stand_above_it(read_rows: ReadRows) -> None:
    reading = read_rows([["Currency: USD"], [], HEAD, ROW])
    assert facts(reading, "currency") == ["USD"]


STOCK_HEAD, STOCK_ROW = ["Part Number", "Description", "Stock on hand"], ["A-1", "Ring magnet", 600]


@pytest.mark.parametrize(
    "title",
    [
        ["Stock as of 31.10.2026"], ["Stock as of: 2026-10-31"], ["Bestand per 31.10.2026"],
        ["Inventory date", "31 Oct 2026"], ["盘点日期：2026年10月31日"],
    ],
)  # fmt: skip
def test_the_day_of_a_stock_may_stand_above_its_list(read_rows: ReadRows, title: list[Any]) -> None:
    reading = read_rows([["Plant 1000"], title, [], STOCK_HEAD, STOCK_ROW])
    assert facts(reading, "stock_date") == [date(2026, 10, 31)]


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("Prices valid from 01.01.2026", STOCK_HEAD), ("Printed 31.10.2026", STOCK_HEAD),
        ("Stock as of 31.10.2026", HEAD),
    ],
)  # fmt: skip
def test_another_day_above_a_list_is_not_that_of_its_stock(
    read_rows: ReadRows, title: str, head: list[str]
) -> None:
    assert facts(read_rows([[title], [], head, STOCK_ROW]), "stock_date") == [None]
