"""A price per kilogram is not multiplied with pieces, whichever column says what it is for."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts


@pytest.mark.parametrize(
    ("heading", "unit", "spend"),
    [
        ("Order Price Unit", "KG", None), ("Price UoM", "KG", None), ("Price unit", "pcs", 7300.0),
        ("Order unit", "KG", None), ("Order unit", "box", None), ("Weight unit", "KG", 7300.0),
    ],
)  # fmt: skip
def test_pieces_times_a_price_for_a_mass_are_no_money(
    read_rows: ReadRows, heading: str, unit: str, spend: float | None
) -> None:
    row = ["NdFeB magnet", 3650, "pcs", 2, unit]
    reading = read_rows([
        ["Part number", "Description", "Annual demand", "Base unit", "Price", heading],
        ["P-1", *row], ["P-2", *row],
    ])  # fmt: skip
    assert facts(reading, "annual_spend") == [spend, spend]


PRICED: list[tuple[list[str], list[Any], float | None]] = [
    (["Jahresbedarf", "Basismengeneinheit", "Nettopreis", "Bestellmengeneinheit"],
     [3650, "ST", 2, "KG"], None),
    (["Jahresbedarf", "Basismengeneinheit", "Nettopreis", "Bestellpreiseinheit"],
     [3650, "ST", 2, "KG"], None),
    (["Jahresbedarf", "ME", "Nettopreis", "Preiseinheit", "BPME"], [3650, "ST", 200, 100, "KG"], None),
    (["Jahresbedarf", "ME", "Nettopreis", "Preiseinheit", "BPME"], [3650, "ST", 200, 100, "ST"], 7300),
    (["Jahresbedarf", "Basismengeneinheit", "Nettopreis", "Bestellmengeneinheit", "Bestellpreiseinheit"],
     [3650, "ST", 2, "KG", "ST"], 7300),
    (["Jahresbedarf", "ME", "Nettopreis", "Bestellpreiseinheit", "Gewicht (g)"],
     [3650, "ST", 20, "KG", 100], 7300),
    (["年需求量", "基本单位", "净价", "采购单位"], [3650, "个", 2, "千克"], None),
    (["年需求量", "单位", "单价", "计价单位"], [3650, "个", 2, "千克"], None),
    (["年需求量", "单位", "单价", "采购单位"], [3650, "个", 2, "个"], 7300),
    (["Annual demand", "Unit", "Price", "Purchasing UOM"], [3650, "PC", 2000, "k pcs"], 7300),
    (["Annual demand (pcs)", "Unit", "Price"], [3650, "KG", 2], None),
    (["Annual demand (pcs)", "Unit", "Price (EUR/pc)"], [3650, "KG", 2], 7300),
    (["Annual demand (kg)", "Price (EUR/t)"], [3650, 2000], 7300),
    (["Annual demand (kg)", "Price (EUR/pc)"], [3650, 2], None),
    (["Annual demand", "Price"], ["3650 kg", "2 EUR/kg"], 7300),
    (["Annual demand", "Price (EUR/kg)"], [3650, 2], None),
    (["Annual demand", "Unit", "Price", "Order price unit"], [3.65, "k pcs", 2, "PC"], 7300),
    (["Annual demand (k pcs)", "Price per 1000"], [3.65, 2000], 7300),
    (["Annual demand", "Unit", "Price per unit"], [3650, "m", 2], 7300),
    (["Jahresbedarf", "Nettopreis", "Preiseinheit"], [3650, 2000, "1000 ST"], 7300),
    (["Jahresbedarf", "Nettopreis", "Preiseinheit"], [3650, 2000, "k pcs"], 7300),
    (["年需求量", "单价", "价格单位"], [3650, 2000, "千个"], 7300),
    (["年需求量", "单位", "单价"], [3.65, "千个", 2000], 7300),
    (["年需求量", "单位", "单价"], [3650, "千克", 2], 7300),
]  # fmt: skip


@pytest.mark.parametrize(("heads", "cells", "spend"), PRICED)
def test_a_price_is_that_of_its_own_unit(
    read_rows: ReadRows, heads: list[str], cells: list[Any], spend: float | None
) -> None:
    """What cannot be turned is named with its cell; the demand stands."""
    reading = read_rows([["Part number", "Description", *heads, "Currency"],
                         ["P-1", "NdFeB magnet", *cells, "EUR"]])  # fmt: skip
    assert facts(reading, "annual_spend") == [None if spend is None else pytest.approx(spend)]
    assert codes(reading) == (["W_AMBIGUOUS_NUMBER"] if spend is None else [])
    (marks,) = [reading.parts.marks.get(0, ())]
    assert ("price in another unit" in marks) == (spend is None)
    assert facts(reading, "annual_quantity") == [pytest.approx(3650)]
