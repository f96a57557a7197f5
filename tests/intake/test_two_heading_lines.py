"""Headings in two lines, of which the lower one says what stands under the wide texts of the upper one only."""

from pathlib import Path
from typing import Any

import pytest

from tests.intake.looking import facts, only_table
from tests.intake.test_beside_lists import joined
from tests.workbooks.build import make_xlsx

UPPER = ["Part number", "Description"]
WIDE = ["Price", "Quantity", "Spend"]


def two_lines(folder: Path, groups: list[str], lower: list[str], rows: Any, merged: bool) -> Path:
    width = len(lower)
    upper = [*UPPER, *(text for group in groups for text in (group, *[None] * (width - 1)))]
    lines = [upper, [None, None, *lower * len(groups)], *rows]

    def merge(book: Any) -> None:
        for n in range(len(groups) if merged else 0):
            first = 3 + n * width
            book["P"].merge_cells(
                start_row=1, end_row=1, start_column=first, end_column=first + width - 1
            )

    return make_xlsx(folder / "list.xlsx", {"P": lines}, merge)


@pytest.mark.parametrize("merged", [True, False])
@pytest.mark.parametrize("group", ["Offer 2026/27", "Purchasing"])
def test_as_many_headings_below_as_above_are_its_second_line(
    tmp_path: Path, group: str, merged: bool
) -> None:
    rows = [["A-1", "Magnet", 8, 4, 32], ["A-2", "Shaft", 2, 1, 2]]
    reading = joined(two_lines(tmp_path, [group], WIDE, rows, merged))
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "unit_price") == [8.0, 2.0]
    assert only_table(reading).header_row == 2


def test_every_column_below_a_year_is_of_that_year(tmp_path: Path) -> None:
    """Of price, quantity and spend none comes from another year than the others."""
    rows = [["A-1", "Magnet", 8, 4, 32, 9, 5, 45], ["A-2", "Shaft", 2, 1, 2, 3, 1, 3]]
    reading = joined(two_lines(tmp_path, ["2025", "2026"], WIDE, rows, True))
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "unit_price") == [9.0, 3.0]
    assert facts(reading, "annual_quantity") == [5.0, 1.0]
    assert facts(reading, "annual_spend") == [45.0, 3.0]


def test_old_and_new_supplier_head_one_list(tmp_path: Path) -> None:
    rows = [["A-1", "Magnet", "Arnold", 8, "VAC", 4], ["A-2", "Shaft", "Bolt", 2, "Nutz", 1]]
    groups = ["Old supplier", "New supplier"]
    reading = joined(two_lines(tmp_path, groups, ["Name", "Price"], rows, True))
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "supplier") == ["VAC", "Nutz"]
    assert facts(reading, "unit_price") == [4.0, 1.0]


def test_a_row_of_words_is_no_second_line(tmp_path: Path) -> None:
    lines: list[list[Any]] = [
        ["Part number", "Description", "Remark", None],
        [None, None, "Price", "open"],
        ["A-1", "Magnet", "ok", "x"],
    ]
    path = make_xlsx(tmp_path / "list.xlsx", {"P": [*lines, ["A-2", "Shaft", None, None]]})
    assert facts(joined(path), "part_number") == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("label", "stated"),
    [("Proyecto", "Moneda: EUR"), ("Projekt", "Währung: EUR"), ("项目", "币种：欧元")],
)
def test_a_line_about_the_list_is_no_half_of_its_headings(
    label: str, stated: str, tmp_path: Path
) -> None:
    head = [
        "Nº",
        "Código pieza / Part code",
        "Denominación / Name",
        "Fabricante / Maker",
        "Cantidad",
    ]
    lines: list[list[Any]]
    lines = [[label, "R6-2026", None, stated], head, [1, "R6.1", "Motor", "Kollmorgen", 6],
             [2, "R6.2", "Tapa", "Mecanizados", 2]]  # fmt: skip
    reading = joined(make_xlsx(tmp_path / "list.xlsx", {"P": lines}))
    assert facts(reading, "part_number") == ["R6.1", "R6.2"]
    assert facts(reading, "manufacturer") == ["Kollmorgen", "Mecanizados"]
