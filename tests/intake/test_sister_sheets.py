"""Sheets of one workbook that are headed alike are lists of one kind."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.joined import counted, warnings
from tests.intake.looking import facts
from tests.intake.reading_here import read_all_here, read_here
from tests.workbooks.build import make_xlsx

HEADS: list[Any] = [
    "Name of Material/Equipment",
    "Company",
    "Catalog Number",
    "Notes",
    "Distributor",
    "Link",
]
BOARDS = ["Motorized linear stage", "Joystick with throttle", "Sound breakout board", "Host shield"]
POSTS = ["Mounting post 14 in", "Dovetail rail carrier", "Post holder with spring", "Rail clamp"]


def rows(names: list[str]) -> list[list[Any]]:
    return [
        [name, "Makers Ltd", f"P{n}-14", "holds it", "Thorlabs", "x"]
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ([*HEADS[:4], "Distrributor", "Link"], [*BOARDS, *POSTS]),
        (["Read me", "Company", "Who", "Notes", "Page", "Link"], POSTS),
    ],
)
def test_a_sheet_is_read_like_its_sister(
    tmp_path: Path, heads: list[Any], names: list[str]
) -> None:
    """17 parts of a real list stood under "Distrributor" on the first of two sheets, and nothing was said."""
    path = make_xlsx(
        tmp_path / "list.xlsx",
        {"Electronics": [heads, *rows(BOARDS)], "Mechanical": [HEADS, *rows(POSTS)]},
    )
    reading = read_here(path)
    assert isinstance(reading, Reading)
    assert facts(connect(reading), "description") == names


STOCK: list[Any] = ["Part No", "Description", "Stock", "Bin"]
PRICED: list[Any] = ["Part No", "Description", "Stock", "Bin", "Cost"]


def stocked(numbers: list[str], *further: Any) -> list[list[Any]]:
    return [[one, f"Fan {one}", n + 3, f"B{n}", *further] for n, one in enumerate(numbers)]


SHARED, OWN = ["A-001", "A-002", "A-003"], ["B-001", "B-002", "B-003", "B-004"]
FIRST = [*SHARED, "A-004", "A-005"]


COUNTED: list[Any] = ["Part No", "Description", "Qty", "Bin"]


@pytest.mark.parametrize(
    "first",
    [
        [PRICED, *stocked(FIRST, 4.5)],
        [STOCK, *stocked(FIRST)],
        [COUNTED, *stocked(FIRST)],
    ],
)
def test_stock_of_one_layout_in_one_workbook_names_parts_on_each_sheet(
    tmp_path: Path, first: list[Any]
) -> None:
    """Prices on the first sheet made it the list of parts, and what only the others had was left out."""
    second = [STOCK, *stocked([*SHARED, *OWN])]
    path = make_xlsx(tmp_path / "stock.xlsx", {"Hall 1": first, "Hall 2": second})
    reading = read_here(path)
    assert isinstance(reading, Reading)
    found = connect(reading)
    assert sorted(facts(found, "part_number")) == [*FIRST, *OWN]
    counted(found)


BILL: list[Any] = ["Part No", "Description", "Qty", "Stock", "Price"]
LEFT = f"{len(OWN)} rows are of materials that no list of parts names; they were left out."


@pytest.mark.parametrize(
    ("sheet", "first"),
    [
        ("Pump 4", [BILL, *([one, "Fan", 2, 7, 4.5] for one in FIRST)]),
        ("BOM", [PRICED, *stocked(FIRST, 4.5)]),
        ("Pump 4", [BILL[:3], *([one, "Fan", 2] for one in FIRST)]),
    ],
)
def test_stock_beside_a_bill_lends_and_names_no_part(
    tmp_path: Path, sheet: str, first: list[Any]
) -> None:
    second = [STOCK, *stocked([*SHARED, *OWN])]
    path = make_xlsx(tmp_path / "pump.xlsx", {sheet: first, "Stock": second})
    reading = read_here(path)
    assert isinstance(reading, Reading)
    found = connect(reading)
    assert sorted(facts(found, "part_number")) == FIRST
    assert LEFT in warnings(found)


def test_stock_of_another_file_lends_and_names_no_part(tmp_path: Path) -> None:
    paths = [
        make_xlsx(tmp_path / "parts.xlsx", {"Hall 1": [PRICED, *stocked(FIRST, 4.5)]}),
        make_xlsx(tmp_path / "plant.xlsx", {"Hall 2": [STOCK, *stocked([*SHARED, *OWN])]}),
    ]
    found = connect(read_all_here(paths))
    assert sorted(facts(found, "part_number")) == FIRST
