"""What stands above a list holds for all its rows."""

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
