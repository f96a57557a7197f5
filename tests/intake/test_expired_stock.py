"""Stock whose date is past on the day asked about is not counted; the date of a price or a licence says nothing."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop_app import pipeline
from desktop_app.assessment.expired import ends_between, without_expired
from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.inquiry import Inquiry, today_in_china
from desktop_app.model.parts import PartTable
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading, joined, with_suppliers, without
from tests.intake.conftest import ReadRows
from tests.intake.joined import joining
from tests.intake.looking import codes
from tests.workbooks.build import make_xlsx

TODAY = today_in_china()
PAST, AHEAD = TODAY - timedelta(days=1), TODAY + timedelta(days=400)


LAST = 12


def lots(heading: str, *days: Any, lot: str = "Charge") -> list[list[Any]]:
    """A list of lots of one part, 100 pieces each."""
    rows = [["KL-1", "Klebstoff 2K", f"C{n}", 100, day] for n, day in enumerate(days)]
    return [["Material", "Materialkurztext", lot, "Frei verwendbar", heading], *rows]


def usable(found: Reading, on: date = TODAY) -> PartTable:
    """The parts as they are reckoned with on a day."""
    return without_expired(connect(found).parts, on)


def stock_on(found: Reading, on: date = TODAY) -> list[Any]:
    """The stock of each part on a day."""
    parts = usable(found, on)
    return [parts.value(part, "stock_on_hand") for part in range(len(parts))]


def counted(read_rows: ReadRows, rows: list[list[Any]], on: date = TODAY) -> float:
    """The stock of all rows together."""
    return sum(amount or 0 for amount in stock_on(read_rows(rows), on))


@pytest.mark.parametrize("heading", ["MHD", "SLED/BBD", "Best before", "Date de péremption",
                                     "Fecha de caducidad", "失效日期", "使用期限", "유통기한"])  # fmt: skip
def test_a_lot_past_its_shelf_life_is_not_counted(read_rows: ReadRows, heading: str) -> None:
    found = read_rows(lots(heading, PAST, AHEAD, None))
    assert sum(stock_on(found)) == 200
    assert np.nansum(usable(found).number("stock_blocked")) == 100
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
    assert stock_on(found) == [100]


def test_an_expiration_date_in_a_list_of_stock_is_that_of_the_stock(read_rows: ReadRows) -> None:
    head = ["Item", "Location", "Inventory Number", "Expiration Date", "On Hand"]
    found = read_rows(
        [head, ["NS-77", "Main", "LOT-A", PAST, 40], ["NS-78", "Main", "", AHEAD, 60]]
    )
    assert stock_on(found) == [0, 60]


@pytest.mark.parametrize("heading", ["Expiration date", "Valid until", "Gültig bis", "有效期至"])
def test_the_day_of_a_price_says_nothing_of_the_stock(read_rows: ReadRows, heading: str) -> None:
    head = ["Item", "Description", "Unit price", "Currency", heading, "On hand"]
    found = read_rows([head, ["A-1", "Magnet", 1.5, "EUR", PAST, 40]])
    assert stock_on(found) == [40]
    assert "W_EXPIRED" not in codes(found)


def test_a_validity_without_lots_is_that_of_the_part(read_rows: ReadRows) -> None:
    """SAP's "Gültig bis" of a line of a bill or of a record is no shelf life."""
    head = ["Material", "Materialkurztext", "Gültig bis", "Bestand"]
    assert stock_on(read_rows([head, ["A-1", "Magnet", PAST, 40]])) == [40]
    by_lot = [[*head, "Charge"], ["A-1", "Magnet", PAST, 40, "C1"]]
    assert stock_on(read_rows(by_lot)) == [0]


def test_a_shelf_life_beside_a_price_is_of_the_stock_all_the_same(read_rows: ReadRows) -> None:
    head = ["Material", "Materialkurztext", "Preis", "Währung", "MHD", "Bestand"]
    found = read_rows([head, ["KL-1", "Klebstoff", 18.5, "EUR", PAST, 40]])
    assert stock_on(found) == [0]


def test_the_expiry_of_a_paper_says_nothing_of_the_stock(read_rows: ReadRows) -> None:
    head = ["Part number", "Description", "Certificate no.", "Expiry date", "Stock"]
    rows = [["A-1", "Magnet", "C-77", PAST, 40]]
    assert stock_on(read_rows([head, *rows])) == [40]
    by_lot = [[*head, "Lot"], [*rows[0], "L1"]]  # a certificate of the lot
    assert stock_on(read_rows(by_lot)) == [0]


def test_a_lot_that_is_valued_expires_as_well(read_rows: ReadRows) -> None:
    head = ["Item", "Description", "Lot", "Expiration date", "Unit price", "Currency", "On hand"]
    assert stock_on(read_rows([head, ["A-1", "Glue", "L1", PAST, 9, "EUR", 40]])) == [0]


NEXT_YEAR = AHEAD + timedelta(days=1)


def dated(*lots: tuple[str, float, date]) -> list[list[Any]]:
    head = ["Part number", "Description", "Lot", "Best before", "Stock", "Annual demand"]
    return [
        head,
        *([number, "Glue", f"L{day:%y%m}", day, stock, 3650] for number, stock, day in lots),
    ]


LOTS = [("P-1", 100.0, PAST), ("P-1", 40.0, AHEAD), ("P-2", 70.0, NEXT_YEAR)]


def test_lots_that_are_added_up_leave_on_their_own_days(tmp_path: Path) -> None:
    found = joining(tmp_path)(stock=dated(*LOTS))
    assert stock_on(found, PAST) == [140, 70]
    assert stock_on(found, TODAY) == [40, 70]
    assert stock_on(found, AHEAD) == [40, 70]
    assert stock_on(found, NEXT_YEAR) == [0, 70]
    assert stock_on(found, NEXT_YEAR + timedelta(days=1)) == [0, 0]
    assert usable(found, NEXT_YEAR).number("stock_blocked").tolist()[0] == 140


def test_lots_that_another_list_lends_leave_on_their_own_days(tmp_path: Path) -> None:
    stock = [[number, lot, best, there] for number, _, lot, best, there, _ in dated(*LOTS)]
    parts = [
        ["Part number", "Description", "Annual demand"],
        ["P-1", "Glue", 3650],
        ["P-2", "Oil", 365],
    ]
    found = joining(tmp_path)(parts=parts, stock=stock)
    assert [stock_on(found, day) for day in (PAST, TODAY, NEXT_YEAR)] == [
        [140, 70],
        [40, 70],
        [0, 70],
    ]


def test_lots_in_another_unit_leave_in_that_of_the_part(tmp_path: Path) -> None:
    stock = [["Part number", "Lot", "Best before", "Stock", "Unit"],
             ["P-1", "L1", PAST, 2, "kg"], ["P-1", "L2", AHEAD, 3, "kg"]]  # fmt: skip
    parts = [["Part number", "Description", "Annual demand", "Unit"], ["P-1", "Glue", 3650, "g"]]
    found = joining(tmp_path)(parts=parts, stock=stock)
    assert [stock_on(found, day) for day in (PAST, TODAY)] == [[5000], [3000]]


def test_equal_lots_of_different_days_do_not_repeat_one_another(tmp_path: Path) -> None:
    head = [
        "Part number",
        "Description",
        "Storage location",
        "Best before",
        "Stock",
        "Annual demand",
    ]
    rows = [[f"P-{n}", "Glue", place, day, 50, 3650]
            for n in (1, 2) for place, day in (("A", PAST), ("B", AHEAD))]  # fmt: skip
    found = joining(tmp_path)(stock=[head, *rows])
    assert [stock_on(found, day) for day in (PAST, TODAY, NEXT_YEAR)] == [
        [100, 100],
        [50, 50],
        [0, 0],
    ]


def test_days_stay_with_their_rows_where_files_come_and_go(tmp_path: Path) -> None:
    paths = [make_xlsx(tmp_path / f"{name}.xlsx", {"Parts": dated(lot)})
             for name, lot in zip("ab", LOTS, strict=False)]  # fmt: skip
    both = joined(*(read_files([path], silent) for path in paths))
    assert both.parts.stock_ends == {0: PAST, 1: AHEAD}
    assert without(both, {str(paths[0])}).parts.stock_ends == {0: AHEAD}
    told = with_suppliers(both, {str(paths[0]): "Klebwerk GmbH"})
    assert told.parts.stock_ends == both.parts.stock_ends


def test_the_day_is_decided_when_it_is_asked_about_and_not_when_the_file_is_read(
    tmp_path: Path, library: pipeline.Library
) -> None:
    """Another question about the same files recognises them anew only where a lot ends in between."""
    path = make_xlsx(tmp_path / "lots.xlsx", {"Parts": dated(*LOTS)})
    reading = read_files([path], silent, on=TODAY)
    known = pipeline.recognise(reading, TODAY, library)
    for day, stock in ((TODAY, [40, 70]), (NEXT_YEAR, [0, 70]), (PAST, [140, 70])):
        found = pipeline.assess(reading, Inquiry(day), library, recognised=known)
        assert found.parts.number("stock_on_hand").tolist() == stock
    assert known.serves(reading, AHEAD)
    assert not known.serves(reading, NEXT_YEAR)
    assert not ends_between(known.parts, AHEAD, TODAY)
    assert ends_between(known.parts, NEXT_YEAR, AHEAD)


def test_a_stock_that_somebody_put_right_stays(tmp_path: Path) -> None:
    """What is corrected is laid over the stock of the day, whatever its rows say."""
    parts = usable(joining(tmp_path)(stock=dated(LOTS[0])), TODAY)
    right = replace(parts, frame=parts.frame.assign(stock_on_hand=[500.0]))
    assert without_expired(right, TODAY).number("stock_on_hand").tolist() == [500]
