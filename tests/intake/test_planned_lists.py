"""Lists of stock and requirements by day, such as SAP's MD04: what is there, needed and ordered when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop_app.assessment.stock import stock_cover
from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import facts, fields, only_table
from tests.workbooks.build import Rows, make_xlsx

ON = date(2026, 11, 26)
Read = Callable[..., Reading]

ENGLISH: Rows = [
    ["Stock/Requirements List"],
    ["Material", "M-7781", "NdFeB magnet 45SH block 30x15x4"],
    ["Plant", "1100", "MRP type", "PD", "Unit", "PC"],
    [],
    ["A", "Date", "MRP element", "MRP element data", "E", "Receipt/Reqmt", "Available Qty"],
    [None, date(2026, 11, 26), "Stock", None, None, None, 5000],
    [None, date(2026, 12, 3), "OrdRes", "100034567", None, -1500, 3500],
    [None, date(2026, 12, 10), "SafeSt", None, None, -500, 3000],
    [None, date(2026, 12, 17), "DepReq", "M-9001", None, -2000, 1000],
    [None, date(2026, 12, 21), "PurOrd", "4500001234/00010", None, 4000, 5000],
    [None, date(2026, 12, 28), "PldOrd", "0000123", None, 900, 5900],
    [None, date(2027, 1, 7), "OrdRes", "100034999", None, -2500, 3400],
]
GERMAN: Rows = [
    ["Material:", "A-1", "Segmentmagnet"],
    ["Datum", "Dispoelement", "Zugang/Bedarf", "Verfügbare Menge"],
    ["26.11.2026", "W-BEST", "", "1.200,000"],
    ["01.12.2026", "AR-RES", "700,000-", "500,000"],
    ["05.12.2026", "AR-RES", "700,000-", "200,000-"],
    [],
    ["Material:", "A-2", "Scheibenmagnet"],
    ["Datum", "Dispoelement", "Zugang/Bedarf", "Verfügbare Menge"],
    ["26.11.2026", "W-BEST", "", "50,000"],
    ["02.12.2026", "AR-RES", "20,000-", "30,000"],
    ["09.12.2026", "SK-BED", "40,000-", "10,000-"],
]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads each list as a workbook of its own and connects them."""

    def read(**lists: Rows) -> Reading:
        paths = [make_xlsx(tmp_path / f"{n}.xlsx", {n: rows}) for n, rows in lists.items()]
        return connect(read_files(paths, silent), frozenset(("e", "q")))

    return read


def lasts(reading: Reading) -> list[float]:
    """Days that the stock of each part lasts."""
    return [float(days) for days in stock_cover(reading.parts, 0.0, ON)[1]]


def needed(reading: Reading, part: int = 0) -> list[tuple[date, float]]:
    return [(one.on, one.quantity) for one in reading.parts.requirements[part]]


def test_one_material_is_one_part_with_its_stock_and_all_it_is_needed_for(read: Read) -> None:
    reading = read(md04=ENGLISH)
    assert facts(reading, "part_number") == ["M-7781"]
    assert facts(reading, "description") == ["NdFeB magnet 45SH block 30x15x4"]
    assert facts(reading, "stock_on_hand") == [5000]
    assert needed(reading) == [
        (date(2026, 12, 3), 1500), (date(2026, 12, 17), 2000), (date(2027, 1, 7), 2500),
    ]  # fmt: skip


def test_the_line_stops_on_the_first_day_that_stock_does_not_meet(read: Read) -> None:
    """5,000 meet 1,500 and 2,000, not another 2,500: what is ordered has not cleared export, what is
    planned is not ordered, and safety stock is there to be used."""
    reading = read(md04=ENGLISH)
    assert lasts(reading) == [(date(2027, 1, 7) - ON).days]
    assert facts(reading, "open_order_quantity") == [4000]
    assert facts(reading, "confirmed_date") == [date(2026, 12, 21)]


def test_what_its_columns_hold_is_shown_and_every_row_is_told_of(read: Read) -> None:
    reading = read(md04=ENGLISH)
    found = {name: field for name, field in fields(reading).items() if field}
    assert found == {
        "Date": "requirement_date", "Receipt/Reqmt": "requirement_quantity",
        "Available Qty": "stock_on_hand",
    }  # fmt: skip
    table = only_table(reading)
    assert (table.rows.read, table.rows.parts, table.rows.other) == (7, 1, 6)
    assert [row for row, _, _ in table.not_parts] == [7, 8, 9, 10, 11, 12]


def test_stock_is_known_where_safety_stock_stands_in_the_first_line(read: Read) -> None:
    lines: Rows = [
        [None, date(2026, 11, 26), "SafeSt", None, None, -500, 4500],
        [None, date(2026, 12, 3), "OrdRes", "100034567", None, -1500, 3000],
    ]
    assert facts(read(md04=[*ENGLISH[:5], *lines, *ENGLISH[8:]]), "stock_on_hand") == [5000]


def test_lists_below_one_another_are_parts_of_their_own(read: Read) -> None:
    """German numbers with three decimals; the second list alone could be read as thousands."""
    reading = read(md04=GERMAN)
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "stock_on_hand") == [1200, 50]
    assert lasts(reading) == [9, 13]


def test_it_says_more_of_the_parts_of_another_list(read: Read) -> None:
    prices: Rows = [
        ["Part No", "Description", "Supplier", "Country of origin", "Lead time (days)"],
        ["M-7781", "NdFeB magnet 45SH", "Zhenghai Magnetic", "China", 63],
        ["B-1020", "Plain bearing", "GGB", "France", 20],
    ]
    reading = read(md04=ENGLISH, prices=prices)
    assert facts(reading, "part_number") == ["M-7781", "B-1020"]
    assert facts(reading, "stock_on_hand") == [5000, None]
    assert facts(reading, "lead_time_days") == [63, 20]
    assert lasts(reading)[0] == (date(2027, 1, 7) - ON).days


def test_receipts_and_needs_in_two_columns_without_any_word_for_the_lines(read: Read) -> None:
    """The list begins after the first day: what was there before is what is left plus what went."""
    rows: Rows = [
        ["Item No.", "Description", "Period Start", "Gross Requirement", "Scheduled Receipt", "Projected Inventory"],
        ["M1", "Magnet N50", date(2026, 12, 1), 100, 0, 900],
        ["M1", "Magnet N50", date(2026, 12, 8), 500, 0, 400],
        ["M1", "Magnet N50", date(2026, 12, 15), 0, 300, 700],
        ["M1", "Magnet N50", date(2026, 12, 22), 800, 0, -100],
    ]  # fmt: skip
    reading = read(availability=rows)
    assert facts(reading, "stock_on_hand") == [1000]
    assert lasts(reading) == [(date(2026, 12, 22) - ON).days]


def test_lines_named_by_their_kind_need_no_balance(read: Read) -> None:
    """Oracle's supply and demand: 600 meet 250 and 300, not another 200."""
    rows: Rows = [
        ["Item", "Org", "Order Type", "Due Date", "Quantity"],
        ["RX-5", "M1", "On Hand", "26-NOV-2026", 600],
        ["RX-5", "M1", "WIP Component Demand", "05-DEC-2026", -250],
        ["RX-5", "M1", "Purchase Order", "15-DEC-2026", 500],
        ["RX-5", "M1", "WIP Component Demand", "22-DEC-2026", -300],
        ["RX-5", "M1", "Sales Order", "12-JAN-2027", -200],
    ]
    reading = read(supply=rows)
    assert facts(reading, "stock_on_hand") == [600]
    assert facts(reading, "open_order_quantity") == [500]
    assert lasts(reading) == [(date(2027, 1, 12) - ON).days]


def test_a_list_of_orders_with_types_is_none(read: Read) -> None:
    rows: Rows = [
        ["Item", "Order Type", "Due Date", "Quantity"],
        ["RX-5", "Purchase Order", "15-DEC-2026", 500],
        ["RX-5", "Blanket Order", "22-DEC-2026", 300],
    ]
    assert facts(read(orders=rows), "quantity") == [500, 300]


def test_a_stock_list_with_days_of_delivery_is_none(read: Read) -> None:
    rows: Rows = [
        ["Part no", "Description", "Available quantity", "Unit price", "Delivery date"],
        ["X1", "Magnet N35 block", 100, 2, date(2026, 12, 1)],
        ["X2", "Magnet N42", 80, 3, date(2026, 12, 4)],
        ["X3", "Ferrite", 50, 1, date(2026, 12, 9)],
    ]
    reading = read(stock=rows)
    assert facts(reading, "part_number") == ["X1", "X2", "X3"]
    assert facts(reading, "requirement_date") == [None, None, None]


@pytest.mark.parametrize(
    ("there", "gone", "left", "stock"),
    [
        ("2.400", "1.100-", "1.300", 2400),  # whole thousands in points
        ("2,400", "-1,100", "1,300", 2400),
        (2400, -1100, 1300, 2400),
    ],
)
def test_thousands_are_no_decimals(
    read: Read, there: object, gone: object, left: object, stock: float
) -> None:
    rows: Rows = [
        ["Material", "Date", "MRP element", "Receipt/Reqmt", "Available Qty"],
        ["M1", date(2026, 11, 26), "Stock", None, there],
        ["M1", date(2026, 12, 1), "OrdRes", gone, left],
        ["M1", date(2026, 12, 9), "OrdRes", gone, "200"],
    ]
    assert facts(read(md04=rows), "stock_on_hand") == [stock]
