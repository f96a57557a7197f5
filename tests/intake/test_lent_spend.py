"""A price in one list and the demand in another give what a part costs a year, where it is clear whose it is."""

from pathlib import Path
from typing import Any

import pytest

from tests.intake.joined import Join, joining
from tests.intake.looking import facts

PRICES: list[list[Any]] = [
    ["Part number", "Description", "Supplier", "Price (EUR)"],
    ["P-1", "Magnet N42", "Alpha", 2],
]
DEMAND: list[list[Any]] = [["Part number", "Annual demand"], ["P-1", 100]]


@pytest.fixture
def join(tmp_path: Path) -> Join:
    return joining(tmp_path)


def test_spend_is_price_times_demand_of_two_lists(join: Join) -> None:
    assert facts(join(prices=PRICES, demand=DEMAND), "annual_spend") == [200]
    monthly = [["Part number", "Monthly usage"], ["P-1", 100]]
    assert facts(join(prices=PRICES, usage=monthly), "annual_spend") == [2400]


def test_of_two_suppliers_nobody_knows_whose_the_demand_is(join: Join) -> None:
    reading = join(prices=[*PRICES, ["P-1", "Magnet N42", "Beta", 3]], demand=DEMAND)
    assert not any(facts(reading, "annual_spend"))


def test_a_price_for_a_mass_is_none_of_pieces(join: Join) -> None:
    dear = [[*PRICES[0][:3], "Price (EUR/kg)"], PRICES[1]]
    assert facts(join(prices=dear, demand=DEMAND), "annual_spend") == [None]


def test_what_a_list_says_itself_stays(join: Join) -> None:
    said = [[*PRICES[0], "Annual spend (EUR)"], [*PRICES[1], 999]]
    assert facts(join(prices=said, demand=DEMAND), "annual_spend") == [999]


BILL: list[list[Any]] = [["Level", "Component", "Description", "Qty"], [1, "P-1", "Magnet N42", 3]]
LENT: list[list[Any]] = [["Part number", "Price (EUR)"], ["P-1", 2]]


def test_price_and_demand_that_two_lists_lend_a_third_give_the_spend(join: Join) -> None:
    assert facts(join(bill=BILL, prices=LENT, demand=DEMAND), "annual_spend") == [200]


def test_where_only_one_of_two_lending_lists_counts_in_a_unit_there_is_no_spend(join: Join) -> None:
    prices = [[*LENT[0], "Unit"], [*LENT[1], "kg"]]
    assert facts(join(bill=BILL, prices=prices, demand=DEMAND), "annual_spend") == [None]
    counted = [[*BILL[0], "Unit"], [*BILL[1], "pcs"]]
    same = [prices[0], [*LENT[1], "pcs"]]
    assert facts(join(bill=counted, prices=same, demand=DEMAND), "annual_spend") == [200]
