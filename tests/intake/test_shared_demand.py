"""A part of several suppliers whose rows each repeat the whole demand is bought once."""

from typing import Any

import pytest

from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts

HEAD = ["Part no.", "Description", "Supplier", "Annual demand", "Unit price USD"]
TWO = [["P-1", "Arc magnet", "Kesheng", 9000, 2], ["P-1", "Arc magnet", "Euromag", 9000, 3]]
PIN = ["P-2", "Dowel pin", "Pinworks", 9000, 0.1]


def spends(found: Reading) -> list[Any]:
    return facts(found, "annual_spend")


def test_without_a_share_no_spend_is_known(read_rows: ReadRows) -> None:
    found = read_rows([HEAD, *TWO, PIN])
    assert spends(found) == [None, None, 900]
    assert facts(found, "annual_quantity") == [9000, 9000, 9000]
    assert codes(found) == ["W_SHARED_DEMAND"]


@pytest.mark.parametrize(
    "heading", ["Quote %", "Allocation %", "Sourcing split", "份额", "시장점유율"]
)
def test_a_share_splits_the_spend(read_rows: ReadRows, heading: str) -> None:
    rows = [[*HEAD, heading], [*TWO[0], 70], [*TWO[1], 30], [*PIN, 100]]
    known = heading != "시장점유율"  # the share of a market is none of a supplier
    expected = [0.7 * 18000, 0.3 * 27000, 900] if known else [None, None, 900]
    assert spends(read_rows(rows)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("shares", "is_whole"),
    [((0.7, 0.3), True), (("70 %", "30 %"), True), ((70, 20), False), ((70, None), False),
     ((33.3, 66.6), True)],
)  # fmt: skip
def test_shares_must_be_a_whole(
    read_rows: ReadRows, shares: tuple[Any, Any], is_whole: bool
) -> None:
    rows = [[*HEAD, "Share %"], [*TWO[0], shares[0]], [*TWO[1], shares[1]]]
    assert (spends(read_rows(rows)) == [None, None]) == (not is_whole)


def test_amounts_that_differ_are_what_each_delivers(read_rows: ReadRows) -> None:
    """Then equal ones of another part are so as well."""
    other = [["P-3", "Ring magnet", "Kesheng", 500, 4], ["P-3", "Ring magnet", "Euromag", 700, 5]]
    found = read_rows([HEAD, *TWO, *other])
    assert spends(found) == [18000, 27000, 2000, 3500]
    assert "W_SHARED_DEMAND" not in codes(found)


def test_a_demand_that_one_row_states_is_that_rows(read_rows: ReadRows) -> None:
    rows = [HEAD, TWO[0], ["P-1", "Arc magnet", "Euromag", None, 3]]
    assert spends(read_rows(rows)) == [18000, None]


def test_one_supplier_twice_is_no_second_source(read_rows: ReadRows) -> None:
    found = read_rows([HEAD, TWO[0], ["P-1", "Arc magnet, tray", "Kesheng", 9000, 2]])
    assert "W_SHARED_DEMAND" not in codes(found)


def test_plants_have_demands_of_their_own(read_rows: ReadRows) -> None:
    rows = [[*HEAD, "Plant"], [*TWO[0], "1000"], [*TWO[1], "2000"]]
    assert spends(read_rows(rows)) == [18000, 27000]


def test_a_stated_spend_stays(read_rows: ReadRows) -> None:
    rows = [[*HEAD, "Annual spend USD"], [*TWO[0], 12000], [*TWO[1], 9000]]
    assert spends(read_rows(rows)) == [12000, 9000]
