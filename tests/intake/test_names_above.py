"""A name that stands once over its lines, or beside them in a merged cell, holds for the lines that have none."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts
from tests.intake.reading_here import read_here

HEADING = ["Part", "Value", "Qty"]


def test_a_line_with_a_value_of_the_same_kind_has_the_name_above(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        HEADING, ["Resistor", "1K", 4], [None, "5.1K", 2], [None, "10K", 1], ["Switch", "SPDT", 1],
    ]  # fmt: skip
    named = facts(read_rows(rows), "description")
    assert [text.startswith("Resistor") for text in named] == [True, True, True, False]
    assert "5.1K" in named[1]


def test_sizes_of_magnets_are_magnets(read_rows: ReadRows) -> None:
    rows: list[list[Any]] = [
        ["名称", "规格", "数量"], ["钕磁铁", "D10x3", 4], [None, "D8x2", 20], ["螺丝", "M3x10", 8],
    ]  # fmt: skip
    assert facts(read_rows(rows), "description")[1].startswith("钕磁铁")


@pytest.mark.parametrize(
    "line",
    [
        [None, "MIC5219", 2],  # another type: nobody said what it is
        [None, "Total", 2],
        [None, None, 2],
    ],
)
def test_what_is_written_otherwise_has_no_name(read_rows: ReadRows, line: list[Any]) -> None:
    rows: list[list[Any]] = [
        ["Name", "Type", "Qty"], ["Magnet", "D10x3", 4], line, ["Screw", "M3x10", 8], ["Nut", "M3", 8],
    ]  # fmt: skip
    named = facts(read_rows(rows), "description")
    assert sum(text is not None and text.startswith("Magnet") for text in named) == 1


def test_a_merged_cell_beside_lines_names_their_group(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([None, "BOM ID", "BOM", "Quantity"])
    sheet.append([None, 1, "Stepper NEMA 17", 1])
    sheet.append(["Fasteners", 101, "Dimension A: M-3 Dimension B: 10 mm", 30])
    sheet.append([None, 102, "Dimension A: M-3 Dimension B: 12 mm", 6])
    sheet.append([None, 103, "Dimension A: M-4 Dimension B: 16 mm", 13])
    sheet.merge_cells("A3:A5")
    book.save(tmp_path / "list.xlsx")
    reading = read_here(tmp_path / "list.xlsx")
    assert isinstance(reading, Reading)
    assert facts(reading, "section") == [None, "Fasteners", "Fasteners", "Fasteners"]


@pytest.mark.parametrize(
    ("heading", "above", "below"),
    [
        ("MPN", "SS49E", "SS54"),  # a Hall sensor and a diode
        ("MPN", "MIC5219", "MCP1700"),
        ("Material", "NdFeB 20x10", "Steel 20x10"),
    ],
)
def test_a_type_of_a_maker_or_another_material_is_another_thing(
    read_rows: ReadRows, heading: str, above: str, below: str
) -> None:
    rows: list[list[Any]] = [
        ["Description", heading, "Qty"],
        ["Hall sensor", above, 4],
        [None, below, 20],
        ["Screw M3x10", "A2", 8],
        ["Nut M3", "A2", 8],
    ]
    found = read_rows(rows)
    assert [text for text in facts(found, "description") if text and text.startswith("Hall")] == [
        "Hall sensor"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["Washer", "10x5", 4],
            [None, "N42 10x5", 8],
            ["Nut", "M3", 8],
        ],  # a grade makes it a magnet
        [["Washer", "3x8", 4], ["Washer", "4x9", 8], [None, "10x3", 8], ["Nut", "M3", 8]],
    ],
)
def test_a_grade_or_a_name_written_again_leaves_the_line_without(
    read_rows: ReadRows, rows: list[list[Any]]
) -> None:
    named = facts(read_rows([["Name", "Specification", "Qty"], *rows]), "description")
    written = [row[0] for row in rows].count("Washer")
    assert sum("Washer" in (text or "") for text in named) == written


def test_a_project_is_no_part_of_a_name(read_rows: ReadRows) -> None:
    work = [
        [1, "永磁电机", "3kW", 2, "台"],
        [2, "电缆", "3芯", 30, "m"],
        [3, "螺栓", "M3", 40, "个"],
    ]
    found = read_rows([["序号", "项目名称", "项目特征", "工程量", "单位"], *work])
    assert [text.split(",")[0] for text in facts(found, "description")] == [
        "永磁电机",
        "电缆",
        "螺栓",
    ]
    goods = [["磁铁线", "电机", 2], ["磁铁线", "电缆", 30], ["B线", "螺栓", 40]]
    found = read_rows([["项目名称", "物料名称", "工程量"], *goods])
    assert facts(found, "description") == ["电机", "电缆", "螺栓"]
