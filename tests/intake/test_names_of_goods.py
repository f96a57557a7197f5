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


def test_a_list_with_a_column_for_each_unit_it_goes_into_is_a_list_of_parts(
    read_rows: ReadRows,
) -> None:
    units = ["Frame", "Bay", "Skirt", "Lift", "Bed", "Gantry", "Head", "Gimbal", "Door", "Roof"]
    head = ["Group", *units, "Part Name", "Variant", "Total needed", "Packs", "Quantity"]
    data = [
        ["A", *[None] * 9, 2, "Disc magnet 6x3", None, 2, 1, 2],
        ["B", 4, *[None] * 9, "Socket screw M3x8", None, 4, 1, 4],
        ["B", None, 3, *[None] * 8, "Stepper motor", "42 mm", 3, 3, 3],
    ]
    reading = read_rows([head, *data])
    names = ["Disc magnet 6x3", "Socket screw M3x8", "Stepper motor"]
    assert [text.split(",")[0] for text in facts(reading, "description")] == names


def test_a_chinese_component_is_the_name_and_its_type_is_added(read_rows: ReadRows) -> None:
    head = ["元件", "型号/参数", "单价", "数量"]
    data = [["直插电阻", "1/4W", 0.02, 2], ["开关电源", "220V转3.3V", 9, 1]]
    reading = read_rows([head, *data])
    assert [text.split(",")[0] for text in facts(reading, "description")] == [
        "直插电阻",
        "开关电源",
    ]
