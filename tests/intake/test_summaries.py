"""Summaries beside a list: its groups and what they come to are no parts, and parts are no summary."""

from pathlib import Path

import pytest

from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx

PARTS: Rows = [
    ["Part no", "Description", "Group", "Supplier", "Qty", "Unit price"],
    ["A-100", "Ring magnet N42SH 20x10", "Magnets", "Arnold", 14, 2.35],
    ["A-101", "Disc magnet N38 8x3", "Magnets", "Arnold", 40, 0.35],
    ["A-102", "Bearing 6204-2RS", "Bearings", "SKF", 20, 3.1],
    ["A-103", "Bearing 6000ZZ", "Bearings", "SKF", 6, 1.92],
    ["A-104", "Servo motor 400 W", "Motors", "Maxon", 4, 210],
]
NUMBERS = [row[0] for row in PARTS[1:]]
BY_GROUP: Rows = [["Magnets", 54], ["Bearings", 26], ["Motors", 4]]


def _read(folder: Path, sheets: dict[str, Rows]) -> Reading:
    reading = read_here(make_xlsx(folder / "list.xlsx", sheets))
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize(
    "headings", [["Name", "Quantity"], ["Description", "Qty"], ["Item", "Total qty"]]
)
def test_what_groups_come_to_is_no_part(headings: list[str], tmp_path: Path) -> None:
    reading = _read(tmp_path, {"Summary": [headings, *BY_GROUP], "Parts": PARTS})
    assert facts(reading, "part_number") == NUMBERS
    (table,) = reading.files[0].sheets[0].tables
    assert (table.rows.read, table.rows.parts, table.rows.other) == (3, 0, 3)
    assert [row for row, _, _ in table.not_parts] == [2, 3, 4]


def test_a_summary_by_supplier_beside_the_list_is_none_either(tmp_path: Path) -> None:
    firms: Rows = [["Name", "Quantity"], ["Arnold", 54], ["SKF", 26], ["Maxon", 4]]
    beside: Rows = [[*row, None, *more] for row, more in zip(PARTS, [*firms, [], []], strict=True)]
    assert facts(_read(tmp_path, {"Parts": beside}), "part_number") == NUMBERS


def test_below_the_list_it_is_none_either(tmp_path: Path) -> None:
    below = [*PARTS, [], [], ["Item", "Qty"], *BY_GROUP]
    assert facts(_read(tmp_path, {"Parts": below}), "part_number") == NUMBERS


@pytest.mark.parametrize(
    "more",
    [
        [["Magnets", 60], ["Bearings", 26], ["Motors", 4]],
        [["Magnets", 54], ["Bearings", 26], ["Gear wheel", 4]],
    ],
    ids=["another amount", "another name"],
)
def test_what_does_not_add_up_stays_a_second_list(more: Rows, tmp_path: Path) -> None:
    reading = _read(tmp_path, {"Parts": PARTS, "More": [["Item", "Qty"], *more]})
    assert len(reading.parts) == len(NUMBERS) + len(more)


def test_parts_whose_orders_add_up_stay_parts(tmp_path: Path) -> None:
    orders: Rows = [["Order", "Part no", "Qty"], ["1", "A-1", 5], ["2", "A-1", 3], ["3", "A-2", 4]]
    parts: Rows = [["Part no", "Total qty"], ["A-1", 8], ["A-2", 4]]
    reading = _read(tmp_path, {"Orders": orders, "Parts": parts})
    assert facts(reading, "part_number")[-2:] == ["A-1", "A-2"]


LABELS = ["Row Labels", "Zeilenbeschriftungen", "Étiquettes de lignes", "行标签"]
BOUGHT: Rows = [
    ["Disc magnet N38 8x3", 4],
    ["Bearing 6000ZZ", 2],
    ["Stepper motor NEMA 17", 4],
    ["Loudspeaker 8 ohm", 1],
    ["Screw M3x8", 50],
    ["Servo MG996R", 3],
    ["Fan 40x40", 2],
    ["Washer M3", 40],
]


@pytest.mark.parametrize("label", LABELS)
def test_a_pivot_table_of_the_parts_of_a_list_repeats_them(label: str, tmp_path: Path) -> None:
    """Its amounts may be of some rows only, so that they need not add up."""
    names = [name for name, _ in BOUGHT]
    pivot: Rows = [[label, "Sum of Qty"], *([name, 7] for name in names), ["Grand Total", 56]]
    sheets: dict[str, Rows] = {
        "Parts": [["Description", "Qty"], *BOUGHT],
        "Pivot": [[], [], *pivot],
    }
    assert facts(_read(tmp_path, sheets), "description") == names


@pytest.mark.parametrize("heading", ["Sum of Qty needed", "Summe von Bedarf", "求和项:用量"])
def test_a_pivot_table_of_what_a_list_lacks_is_of_another_list(
    heading: str, tmp_path: Path
) -> None:
    """What is needed, beside the stock of the same parts: the list that it sums up is not in the file."""
    head: Rows = [["Row Labels", heading, "Unit price"]]
    pivot: Rows = [*head, *([*row, 3.5] for row in BOUGHT), ["Grand Total", 76]]
    stock: Rows = [["Description", "Stock"], *([name, 9 + n] for n, (name, _) in enumerate(BOUGHT))]
    sheets: dict[str, Rows] = {"Needed": pivot, "Stock": stock}
    assert len(_read(tmp_path, sheets).parts) >= 2 * len(BOUGHT)


def test_a_pivot_table_alone_or_of_other_parts_is_a_list(tmp_path: Path) -> None:
    pivot: Rows = [["Row Labels", "Sum of Qty"], *BOUGHT]
    names = [name for name, _ in BOUGHT]
    assert facts(_read(tmp_path, {"Pivot": pivot}), "description") == names
    others: Rows = [["Row Labels", "Description", "Qty"], *(["Shop", *row] for row in BOUGHT)]
    beside = _read(tmp_path, {"Parts": PARTS, "Pivot": others})
    assert facts(beside, "description") == [*(row[1] for row in PARTS[1:]), *names]
