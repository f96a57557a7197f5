"""Lists that set in the names of levels by a column each, or name their goods under "Material"."""

from typing import Any

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields
from tests.workbooks.build import sheet_of


def test_a_description_merged_over_columns_names_the_parts_of_every_level(
    read_rows: ReadRows,
) -> None:
    def merge(book: Any) -> None:
        sheet_of(book, "Parts").merge_cells("B1:D1")

    head = ["ID", "Designation", None, None, "Qty"]
    data = [
        [1, "Door unit", None, None, 1],
        [2, None, "Frame of steel", None, 1],
        [3, None, "Latch unit", None, 2],
        [4, None, None, "Disc magnet 8x3", 4],
        [5, None, None, "Rivet", 4],
    ]
    reading = read_rows([head, *data], merge)
    names = ["Door unit", "Frame of steel", "Latch unit", "Disc magnet 8x3", "Rivet"]
    assert facts(reading, "description") == names


def test_a_number_merged_over_columns_stands_over_the_first_alone(read_rows: ReadRows) -> None:
    def merge(book: Any) -> None:
        sheet_of(book, "Parts").merge_cells("C1:D1")

    head = ["Part Number", "Description", "Qty", None]
    reading = read_rows([head, ["A-1", "Magnet", 4, 7], ["A-2", "Screw", 9, 8]], merge)
    assert facts(reading, "quantity") == [4, 9]


GOODS = [
    "Loudspeaker 8 ohm", "Post holder", "Clamp, large", "Stepper motor 42 mm", "Glass beaker",
    "Steel rail 300 mm", "Cable, 2 m", "Power supply 12 V", "Rubber foot", "Set of screws",
    "Paint brush",
]  # fmt: skip


def test_material_over_all_different_names_is_what_the_goods_are(read_rows: ReadRows) -> None:
    head = ["Material", "Description", "Part #", "Qty"]
    data = [[name, "for the rig", f"P-{n}", 1] for n, name in enumerate(GOODS)]
    reading = read_rows([head, *data])
    assert facts(reading, "description") == [f"{name}, for the rig" for name in GOODS]


def test_material_that_comes_again_is_what_parts_are_made_of(read_rows: ReadRows) -> None:
    head = ["Material", "Description", "Part #", "Qty"]
    data = [["Steel" if n % 2 else "Brass", name, f"P-{n}", 1] for n, name in enumerate(GOODS)]
    reading = read_rows([head, *data])
    assert fields(reading)["Material"] == "material"
    assert facts(reading, "description") == GOODS
