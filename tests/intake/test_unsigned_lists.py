"""Lists of supply and demand without signs: a column says which lines are needed and which come in."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.joined import counted
from tests.intake.looking import facts
from tests.intake.reading_here import read_all_here
from tests.workbooks.build import Rows, make_xlsx

ITEMS: Rows = [
    ["Item No.", "Description", "Vendor Name", "Country of Origin"],
    ["1896-S", "Voice coil magnet", "Northgate Magnets", "CN"],
    ["1900-S", "Spider", "Textile Form", "PL"],
]


def read(folder: Path, rows: Rows) -> Reading:
    lists = {"items": ITEMS, "supply and demand": rows}
    paths = [make_xlsx(folder / f"{name}.xlsx", {"S": list_}) for name, list_ in lists.items()]
    return connect(read_all_here(paths), frozenset())


@pytest.mark.parametrize(
    ("head", "need", "comes"),
    [
        ("Type", "Demand", "Supply"), ("Order Type", "Work order demand", "Purchase order"),
        ("Art", "Bedarf", "Zugang"), ("供需类型", "需求", "供应"), ("区分", "出庫予定", "入庫予定"),
    ],
)  # fmt: skip
def test_only_what_is_needed_is_a_need_and_what_comes_in_is_ordered(
    tmp_path: Path, head: str, need: str, comes: str
) -> None:
    found = read(tmp_path, [
        ["Item No.", head, "Date", "Quantity"],
        ["1896-S", need, date(2026, 12, 3), 300],
        ["1896-S", comes, date(2026, 12, 10), 400],
        ["1896-S", need, date(2026, 12, 14), 500],
    ])  # fmt: skip
    counted(found)
    assert facts(found, "part_number") == ["1896-S", "1900-S"]
    needs = [(one.on, one.quantity) for one in found.parts.requirements[0]]
    assert needs == [(date(2026, 12, 3), 300), (date(2026, 12, 14), 500)]
    assert facts(found, "open_order_quantity") == [400, None]
    assert facts(found, "supplier") == ["Northgate Magnets", "Textile Form"]


def test_what_is_only_planned_comes_from_nobody(tmp_path: Path) -> None:
    found = read(tmp_path, [
        ["Item No.", "Type", "Source", "Date", "Quantity"],
        ["1896-S", "Demand", "Forecast", date(2026, 12, 3), 300],
        ["1896-S", "Supply", "Planned order", date(2026, 12, 10), 400],
    ])  # fmt: skip
    counted(found)
    assert facts(found, "open_order_quantity") == [None, None]
    assert facts(found, "requirement_quantity") == [300, None]


@pytest.mark.parametrize("order", ["Work order", "Released production order", "OF", "工单"])
def test_an_order_that_builds_uses_what_is_bought(tmp_path: Path, order: str) -> None:
    """Read as supply it hid the only needs of the part, and the list was none of needs at all."""
    found = read(tmp_path, [
        ["Item No.", "Order Type", "Date", "Quantity"],
        ["1896-S", "On hand", date(2026, 11, 26), 500],
        ["1896-S", order, date(2026, 12, 3), 300],
        ["1896-S", "Purchase order", date(2026, 12, 10), 400],
        ["1900-S", order, date(2026, 12, 14), 80],
    ])  # fmt: skip
    counted(found)
    assert facts(found, "requirement_quantity") == [300, 80]
    assert facts(found, "open_order_quantity") == [400, None]


def test_an_order_that_builds_makes_what_others_need(tmp_path: Path) -> None:
    found = read(tmp_path, [
        ["Item No.", "Order Type", "Date", "Quantity"],
        ["1896-S", "Sales order", date(2026, 12, 3), 300],
        ["1896-S", "Work order", date(2026, 12, 1), 310],
        ["1900-S", "Work order demand", date(2026, 12, 1), 620],
    ])  # fmt: skip
    assert facts(found, "requirement_quantity") == [300, 620]
    assert facts(found, "open_order_quantity") == [None, None]


def test_stock_that_is_kept_in_reserve_is_not_ordered(tmp_path: Path) -> None:
    found = read(tmp_path, [
        ["Item No.", "Type", "Date", "Quantity"],
        ["1896-S", "On hand", date(2026, 11, 26), 500],
        ["1896-S", "Safety stock", date(2026, 12, 1), 100],
        ["1896-S", "Forecast", date(2026, 12, 3), 300],
    ])  # fmt: skip
    counted(found)
    assert facts(found, "open_order_quantity") == [None, None]
    assert facts(found, "stock_on_hand") == [500, None]


def test_a_list_of_orders_of_one_kind_stays_one_of_orders(tmp_path: Path) -> None:
    found = read(tmp_path, [
        ["Item No.", "Type", "Vendor Name", "Delivery date", "Quantity", "Unit price"],
        ["1896-S", "Purchase order", "Northgate Magnets", date(2026, 12, 3), 300, 2.2],
        ["1900-S", "Purchase order", "Textile Form", date(2026, 12, 10), 400, 0.3],
    ])  # fmt: skip
    counted(found)
    assert facts(found, "unit_price") == [2.2, 0.3]
