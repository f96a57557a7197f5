"""Two tables beside one another on one sheet: each part of both is read, and nothing else is a part."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.intake.joining import connect
from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, only_table
from tests.intake.reading_here import read_here
from tests.workbooks.beside_lists import Beside, beside_lists
from tests.workbooks.build import make_xlsx


def joined(path: Path) -> Reading:
    reading = read_here(path)
    assert isinstance(reading, Reading)
    return connect(reading)


@pytest.mark.parametrize("made", beside_lists(), ids=lambda made: made.name)
def test_every_part_of_every_table_is_read(made: Beside, tmp_path: Path) -> None:
    reading = joined(made.write(tmp_path))
    numbers, names, counts = (
        facts(reading, name) for name in ("part_number", "description", "quantity")
    )
    found = {
        number if number in made.parts else name: count
        for number, name, count in zip(numbers, names, counts, strict=True)
    }
    assert found == made.parts


HEADINGS = ["Motor", "Qty", "Price"]


@pytest.mark.parametrize("second", ["Alternative motor", "Ersatz", "Supplier part", "替代料"])
def test_what_may_be_used_instead_is_no_second_list(read_rows: ReadRows, second: str) -> None:
    reading = read_rows([[*HEADINGS, second, *HEADINGS[1:]], *ROWS])
    assert facts(reading, "description") == ["BLDC 42", "Stepper"]


def test_what_is_listed_beside_it_is_one(read_rows: ReadRows) -> None:
    """Ten magnets that stood beside two motors were not read at all."""
    reading = read_rows([[*HEADINGS, "Magnet", *HEADINGS[1:]], *ROWS])
    assert facts(reading, "description") == ["BLDC 42", "Stepper", "N48H ring", "Ring 20"]


ROWS = [["BLDC 42", 1, 7.5, "N48H ring", 1, 4.1], ["Stepper", 2, 0.4, "Ring 20", 2, 0.2]]


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (["Motor", 1, 8, 8, None, "Total", 51], ["Magnet", "Motor", "Ring"]),
        ([None, None, None, 20, None, "Total", 51], ["Magnet", "Ring"]),
        (["Mechanics", None, None, None, None, "Subtotal", 51], ["Magnet", "Ring"]),
    ],
)
def test_a_sum_beside_the_list_takes_no_part_away(
    read_rows: ReadRows, row: list[Any], parts: list[str]
) -> None:
    reading = read_rows([
        ["Part", "Qty", "Price", "Amount", None, "Category", "Sum"],
        ["Magnet", 2, 6, 12, None, "Audio", 20],
        row,
        ["Ring", 3, 1, 3, None, None, None],
    ])  # fmt: skip
    assert facts(reading, "description") == parts


def test_a_short_list_is_seen_beside_a_wide_table_of_something_else(read_rows: ReadRows) -> None:
    """Its two headings were too few among the twelve words of the line, and nothing was read or said."""
    wide = ["安卓板", "屏幕", "网络", "人脸识别", "刷卡", "扫码", "电机"]
    reading = read_rows([
        ["功能", "物料名称", "数量", None, None, *wide],
        ["电机", "驱动板", 1, None, None, "3288", *["无"] * 6],
        ["扫码", "扫描头", 2, None, None, "A8", *["有"] * 6],
    ])  # fmt: skip
    assert facts(reading, "description") == ["驱动板", "扫描头"]
    assert facts(reading, "quantity") == [1.0, 2.0]


def test_a_title_over_most_headings_is_none(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["List of things to buy", None, None, None, None],
        ["Quantity", "Name", "Reference", "Cost", "Where"],
        [4, "Ring magnet", "RM-1", 2, "x"],
        [2, "Motor", "MT-1", 9, "y"],
    ]
    path = make_xlsx(
        tmp_path / "list.xlsx", {"Parts": rows}, lambda b: b["Parts"].merge_cells("A1:D1")
    )
    assert facts(joined(path), "quantity") == [4.0, 2.0]


def test_goods_that_are_bought_for_a_part_are_no_firms(read_rows: ReadRows) -> None:
    """ "Source" named the packs of a shop that the parts are taken from."""
    goods = ["Hex nut M8", "Gear motor 12 V", "Ring magnet", "Flat washer"]
    packs = [f"{name} ({n}-pack)" for n, name in enumerate(goods, start=2)]
    rows = [[name, pack, 2, 1.5] for name, pack in zip(goods, packs, strict=True)]
    reading = read_rows([["Item", "Source", "Quantity", "Unit cost"], *rows])
    assert facts(reading, "supplier") == [None] * 4
    for row, firm in zip(rows, ["RS", "Farnell", "Magnet Expert Ltd", "RS"], strict=True):
        row[1] = firm
    reading = read_rows([["Item", "Source", "Quantity", "Unit cost"], *rows])
    assert facts(reading, "supplier")[2] == "Magnet Expert Ltd"


@pytest.mark.parametrize("names", [("Supplier", "Total spend"), ("Category", "Sum")])
def test_a_summary_beside_the_list_says_nothing_of_its_parts(
    read_rows: ReadRows, names: tuple[str, str]
) -> None:
    head = ["Part number", "Description", "Qty"]
    summary = [["Maxon", 300], ["Arnold", 400], ["Total", 700]]
    rows = [[f"A-{n}", "Ring magnet", n, None, *said] for n, said in enumerate([*summary, []], 1)]
    reading = read_rows([[*head, None, *names], *rows])
    assert facts(reading, "part_number") == ["A-1", "A-2", "A-3", "A-4"]
    assert facts(reading, "supplier") == facts(reading, "material_group") == [None] * 4
    assert facts(reading, "annual_spend") == [None] * 4


@pytest.mark.parametrize("heading", ["Supplier", "Lieferant", "Vendor", "Source", "供应商"])
def test_parts_that_are_called_by_their_firm_have_one(read_rows: ReadRows, heading: str) -> None:
    firms = ["Bosch Rexroth", "Harmonic Drive", "Siemens AG", "Maxon Motor", "Bosch Rexroth"]
    rows = [[f"{firm} gear {n}", firm, 2] for n, firm in enumerate(firms)]
    reading = read_rows([["Description", heading, "Quantity"], *rows, ["Screw", "Bolts Ltd", 9]])
    assert facts(reading, "supplier") == [*firms, "Bolts Ltd"]


@pytest.mark.parametrize(("group", "is_told"), [("Team input", True), ("Old supplier", False)])
def test_a_text_over_different_headings_says_nothing_of_them(
    tmp_path: Path, group: str, is_told: bool
) -> None:
    """Unless it says whose they are: the price of an old supplier is none that is paid."""
    rows: list[list[Any]] = [
        [group, None, None, None, "Staff input", None, None],
        ["Item description", "Origin", "Unit price", "Quantity", "Ordered", "Arrived", "Notes"],
        ["Ring magnet", "CN", 3, 2, "x", None, "n"],
        ["Motor", "DE", 5, 1, "x", None, "n"],
    ]
    path = make_xlsx(tmp_path / "list.xlsx", {"P": rows}, lambda b: b["P"].merge_cells("A1:D1"))
    headings = [c.header for c in only_table(joined(path)).columns]
    assert ("Unit price" in headings) is is_told


@pytest.mark.parametrize(
    "head",
    [
        ("Assembly", "Qty", "Unit", "Component", "Qty", "Unit"),
        ("Baugruppe", "Menge", "ME", "Komponente", "Menge", "ME"),
    ],
)
def test_products_beside_their_parts_are_no_list_of_their_own(
    read_rows: ReadRows, head: tuple[str, ...]
) -> None:
    rows = [
        ["Gearbox GB1", 1, "pcs", "Disc magnet", 4, "pcs"],
        ["Gearbox GB1", 1, "pcs", "Shaft", 1, "pcs"],
        ["Robot arm", 1, "pcs", "Servo motor", 6, "pcs"],
    ]
    reading = read_rows([list(head), *rows])
    assert facts(reading, "description") == ["Disc magnet", "Shaft", "Servo motor"]
    assert facts(reading, "quantity") == [4.0, 1.0, 6.0]
    assert facts(reading, "goes_into") == ["Gearbox GB1", "Gearbox GB1", "Robot arm"]


def test_what_is_offered_for_a_thing_is_not_needed_beside_it(read_rows: ReadRows) -> None:
    reading = read_rows([["Requested item", "Qty", "Price", "Offered item", "Qty", "Price"], *ROWS])
    assert facts(reading, "description") == ["BLDC 42", "Stepper"]


def test_a_second_list_of_one_part_is_read(read_rows: ReadRows) -> None:
    head = ["Electronic part", "Qty", "Price", "Mechanical part", "Qty", "Price"]
    first = ["Servo drive 750 W", 4, 120, "Disc magnet N42", 8, 3]
    reading = read_rows([head, first, ["Encoder", 2, 12, None, None, None]])
    assert facts(reading, "description") == ["Servo drive 750 W", "Encoder", "Disc magnet N42"]
    assert facts(reading, "quantity") == [4.0, 2.0, 8.0]
