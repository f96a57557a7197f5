"""Stock whose date is past is not counted; what is a price's or a licence's date says nothing of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.model.inquiry import today_in_china
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts

TODAY = today_in_china()
PAST, AHEAD = TODAY - timedelta(days=1), TODAY + timedelta(days=400)


LAST = 12


def lots(heading: str, *days: Any, lot: str = "Charge") -> list[list[Any]]:
    """A list of lots of one part, 100 pieces each."""
    rows = [["KL-1", "Klebstoff 2K", f"C{n}", 100, day] for n, day in enumerate(days)]
    return [["Material", "Materialkurztext", lot, "Frei verwendbar", heading], *rows]


def counted(read_rows: ReadRows, rows: list[list[Any]]) -> float:
    """The stock of all rows together."""
    return sum(amount or 0 for amount in facts(read_rows(rows), "stock_on_hand"))


@pytest.mark.parametrize("heading", ["MHD", "SLED/BBD", "Best before", "Date de péremption",
                                     "Fecha de caducidad", "失效日期", "使用期限", "유통기한"])  # fmt: skip
def test_a_lot_past_its_shelf_life_is_not_counted(read_rows: ReadRows, heading: str) -> None:
    found = read_rows(lots(heading, PAST, AHEAD, None))
    assert sum(facts(found, "stock_on_hand")) == 200
    assert [v for v in facts(found, "stock_blocked") if v] == [100]
    (issue,) = (i for f in found.files for i in f.issues if i.code == "W_EXPIRED")
    assert (issue.row, issue.column) == (2, 5)


def test_on_its_last_day_a_lot_may_be_used(read_rows: ReadRows) -> None:
    assert counted(read_rows, lots("MHD", TODAY)) == 100
    assert counted(read_rows, lots("MHD", PAST)) == 0


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("31.12.9999", 100), ("05.2020", 0), ("2020-05", 0), ("Mai 2020", 0), ("n/a", 100),
        (f"{AHEAD:%m.%Y}", 100), ("2020", 100), ("36 Monate", 100), ("00.00.0000", 100),
    ],
)  # fmt: skip
def test_days_and_months_as_they_are_written(read_rows: ReadRows, said: str, left: float) -> None:
    assert counted(read_rows, lots("MHD", said)) == left


def test_a_day_that_may_be_past_or_not_is_said_and_counted(read_rows: ReadRows) -> None:
    """01/12 is past in January and ahead in December, but for the days between in which it is not asked."""
    either = f"01/12/{TODAY.year}" if TODAY.month < LAST else f"12/01/{TODAY.year + 1}"
    found = read_rows(lots("MHD", either))
    is_open = date(TODAY.year, 1, 12) < TODAY and TODAY.month < LAST
    assert ("W_AMBIGUOUS_DATE" in codes(found)) == is_open
    assert facts(found, "stock_on_hand") == [100]


def test_an_expiration_date_in_a_list_of_stock_is_that_of_the_stock(read_rows: ReadRows) -> None:
    head = ["Item", "Location", "Inventory Number", "Expiration Date", "On Hand"]
    found = read_rows(
        [head, ["NS-77", "Main", "LOT-A", PAST, 40], ["NS-78", "Main", "", AHEAD, 60]]
    )
    assert facts(found, "stock_on_hand") == [0, 60]


@pytest.mark.parametrize("heading", ["Expiration date", "Valid until", "Gültig bis", "有效期至"])
def test_the_day_of_a_price_says_nothing_of_the_stock(read_rows: ReadRows, heading: str) -> None:
    head = ["Item", "Description", "Unit price", "Currency", heading, "On hand"]
    found = read_rows([head, ["A-1", "Magnet", 1.5, "EUR", PAST, 40]])
    assert facts(found, "stock_on_hand") == [40]
    assert "W_EXPIRED" not in codes(found)


def test_a_validity_without_lots_is_that_of_the_part(read_rows: ReadRows) -> None:
    """SAP's "Gültig bis" of a line of a bill or of a record is no shelf life."""
    head = ["Material", "Materialkurztext", "Gültig bis", "Bestand"]
    assert facts(read_rows([head, ["A-1", "Magnet", PAST, 40]]), "stock_on_hand") == [40]
    by_lot = [[*head, "Charge"], ["A-1", "Magnet", PAST, 40, "C1"]]
    assert facts(read_rows(by_lot), "stock_on_hand") == [0]


def test_a_shelf_life_beside_a_price_is_of_the_stock_all_the_same(read_rows: ReadRows) -> None:
    head = ["Material", "Materialkurztext", "Preis", "Währung", "MHD", "Bestand"]
    found = read_rows([head, ["KL-1", "Klebstoff", 18.5, "EUR", PAST, 40]])
    assert facts(found, "stock_on_hand") == [0]


def test_the_expiry_of_a_paper_says_nothing_of_the_stock(read_rows: ReadRows) -> None:
    head = ["Part number", "Description", "Certificate no.", "Expiry date", "Stock"]
    rows = [["A-1", "Magnet", "C-77", PAST, 40]]
    assert facts(read_rows([head, *rows]), "stock_on_hand") == [40]
    by_lot = [[*head, "Lot"], [*rows[0], "L1"]]  # a certificate of the lot
    assert facts(read_rows(by_lot), "stock_on_hand") == [0]


def test_a_lot_that_is_valued_expires_as_well(read_rows: ReadRows) -> None:
    head = ["Item", "Description", "Lot", "Expiration date", "Unit price", "Currency", "On hand"]
    assert facts(read_rows([head, ["A-1", "Glue", "L1", PAST, 9, "EUR", 40]]), "stock_on_hand") == [
        0
    ]
