"""A sheet that was copied in its workbook and left as it was is counted once; one that says more is not."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts
from tests.workbooks.build import Rows, make_xlsx

LIST: Rows = [
    ["Part number", "Description", "Annual quantity", "Unit price"],
    ["K-1", "Ring magnet", 1200, 0.35], ["K-2", "Screw", 50, None],
]  # fmt: skip
CHANGED: Rows = [*LIST[:2], ["K-2", "Screw", 60, None]]


def read(folder: Path, sheets: Mapping[str, Rows]) -> Reading:
    return connect(read_files([make_xlsx(folder / "list.xlsx", sheets)], silent))


def test_a_copy_is_counted_once_and_it_is_said(tmp_path: Path) -> None:
    reading = read(tmp_path, {"Parts": LIST, "Notes": [["none"]], "Parts (2)": LIST})
    assert facts(reading, "annual_quantity") == [1200, 50]
    told = [(i.sheet, i.severity) for i in reading.files[0].issues if i.code == "W_COPIED_SHEET"]
    assert told == [("Parts (2)", "note")]
    counted = [table.rows for sheet in reading.files[0].sheets for table in sheet.tables]
    assert [(rows.parts, rows.other) for rows in counted] == [(2, 0), (0, 2)]


def test_a_copy_before_its_original_is_one_too(tmp_path: Path) -> None:
    """Where the window of Excel puts it unless told otherwise."""
    reading = read(tmp_path, {"Parts (2)": LIST, "Parts": LIST})
    assert facts(reading, "annual_quantity") == [1200, 50]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Parts": LIST, "Parts (2)": CHANGED},
        {"Line 1": LIST, "Line 2": LIST},
        {"Parts (1)": LIST, "Parts (2)": LIST},
        {"Parts": LIST, "Parts (2)": [*LIST, ["K-3", "Motor", 3, 9]]},
        {"Parts": LIST, "Parts (2027)": LIST},
        {"Parts": [["Machine A"], *LIST], "Parts (2)": [["Machine B"], *LIST]},
        {
            "Parts": [[*row, "north"] for row in LIST],
            "Parts (2)": [[*row, "south"] for row in LIST],
        },
    ],
)
def test_what_may_be_bought_besides_is_counted_too(
    tmp_path: Path, sheets: Mapping[str, Rows]
) -> None:
    reading = read(tmp_path, sheets)
    assert facts(reading, "part_number")[:4] == ["K-1", "K-2", "K-1", "K-2"]
    assert "W_COPIED_SHEET" not in codes(reading)
