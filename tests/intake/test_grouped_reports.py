"""Reports that print an item or a vendor once above its lines, and a total below them."""

from pathlib import Path

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.joined import counted
from tests.intake.looking import facts
from tests.intake.reading_here import read_all_here
from tests.workbooks.build import Rows, make_xlsx

PARTS: Rows = [
    ["Part No", "Description", "Origin"],
    ["QB-101", "Disc magnet 10x3", "China"],
    ["QB-102", "Gear motor 12V", "China"],
]
VALUATION: Rows = [
    ["Inventory Valuation Summary"],
    [],
    [None, "Item Description", "On Hand", "Avg Cost", "Asset Value"],
    ["Inventory"],
    ["   QB-101 (Disc magnet)", "Disc magnet 10x3", 1500, 0.42, 630],
    ["   QB-102 (Gear motor)", "Gear motor 12V", 35, 22.4, 784],
    ["Total Inventory", None, 1535, None, 1414],
    ["TOTAL", None, 1535, None, 1414],
]
BY_ITEM: Rows = [
    ["Purchases by Item Detail"],
    [],
    [None, "Type", "Date", "Num", "Source Name", "Qty", "Cost Price", "Amount"],
    ["QB-101 (Disc magnet)"],
    [None, "Bill", "03/12/2026", 8841, "K&J Magnetics", 2000, 0.41, 820],
    ["Total QB-101 (Disc magnet)", None, None, None, None, 2000, None, 820],
    ["QB-102 (Gear motor)"],
    [None, "Bill", "05/05/2026", 7710, "Pololu", 60, 22.4, 1344],
    ["Total QB-102 (Gear motor)", None, None, None, None, 60, None, 1344],
    ["TOTAL", None, None, None, None, 2060, None, 2164],
]
BY_VENDOR: Rows = [
    ["Purchases by Vendor Detail"],
    [],
    [None, "Date", "Num", "Item", "Qty", "Cost Price", "Amount"],
    ["K&J Magnetics"],
    [None, "03/12/2026", 8841, "QB-101", 2000, 0.41, 820],
    ["Total K&J Magnetics", None, None, None, 2000, None, 820],
    ["Pololu"],
    [None, "05/05/2026", 7710, "QB-102", 60, 22.4, 1344],
    ["Total Pololu", None, None, None, 60, None, 1344],
    ["TOTAL", None, None, None, 2060, None, 2164],
]


def read(folder: Path, **lists: Rows) -> Reading:
    paths = [make_xlsx(folder / f"{name}.xlsx", {"S": rows}) for name, rows in lists.items()]
    found = connect(read_all_here(paths), frozenset())
    counted(found)
    return found


def test_what_lies_there_joins_by_the_number_before_the_name(tmp_path: Path) -> None:
    found = read(tmp_path, parts=PARTS, valuation=VALUATION)
    assert facts(found, "part_number") == ["QB-101", "QB-102"]
    assert facts(found, "stock_on_hand") == [1500, 35]


def test_each_purchase_is_of_the_item_above_it(tmp_path: Path) -> None:
    found = read(tmp_path, parts=PARTS, bought=BY_ITEM)
    assert facts(found, "part_number") == ["QB-101", "QB-102"]
    assert facts(found, "supplier") == ["K&J Magnetics", "Pololu"]
    assert facts(found, "unit_price") == [0.41, 22.4]


def test_who_sold_the_item_is_no_description_of_it(tmp_path: Path) -> None:
    """A screw from "Shenzhen Magnet Trading" is no magnet."""
    orders: Rows = [
        [None, "Type", "Date", "Name", "Num", "Qty", "Amount"],
        ["SC-1 (Screw M4)"],
        [None, "Purchase Order", "03/12/2026", "Shenzhen Magnet Trading", 8841, 2000, 820],
        ["Total SC-1 (Screw M4)", None, None, None, None, 2000, 820],
    ]
    assert facts(read(tmp_path, orders=orders), "description") == ["SC-1 (Screw M4)"]


def test_each_purchase_is_from_the_vendor_above_it(tmp_path: Path) -> None:
    found = read(tmp_path, parts=PARTS, bought=BY_VENDOR)
    assert facts(found, "part_number") == ["QB-101", "QB-102"]
    assert facts(found, "supplier") == ["K&J Magnetics", "Pololu"]
    filled = [t.cells.filled for f in found.files for s in f.sheets for t in s.tables]
    assert filled[1] == 23  # the file's own cells; names given to lines are none


def test_a_part_called_like_the_sum_of_another_is_no_group(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part", "Description", "Qty"],
        ["A-1", "Station", 2],
        ["A-2", "Total Station", 1],
    ]
    assert facts(read(tmp_path, parts=rows), "description") == ["Station", "Total Station"]
