"""Lists of goods movements: postings are no parts, and what was issued is the demand."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.joining import connect
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

PARTS: Rows = [["Part number", "Description"], ["M-1", "Magnet N42SH"], ["S-1", "Hex screw M6x20"]]
HEAD: list[object] = ["Material", "Posting Date", "Movement type", "Quantity"]
MONTHS = [f"2026-{month:02}-15" for month in range(5, 11)]


def read(tmp_path: Path, rows: Rows) -> Reading:
    paths = [
        make_xlsx(tmp_path / f"{n}.xlsx", {"S": r}) for n, r in (("parts", PARTS), ("MB51", rows))
    ]
    return connect(read_files(paths, silent, on=date(2026, 11, 26)))


def test_what_was_issued_in_six_months_is_half_a_year(tmp_path: Path) -> None:
    """Receipts and transfers are no use, what was taken back is none, and November is not over."""
    rows: Rows = [
        HEAD,
        *(["M-1", day, "261", -100] for day in MONTHS),
        ["M-1", "2026-06-20", "262", 40], ["M-1", "2026-06-21", "101", 900],
        ["M-1", "2026-07-02", "311", -70], ["M-1", "2026-11-20", "261", -90],
        ["S-1", "2026-08-01", "201", -60],
    ]  # fmt: skip
    found = read(tmp_path, rows)
    assert facts(found, "part_number") == ["M-1", "S-1"]
    assert facts(found, "annual_quantity") == [(600 - 40) * 2, 120]
    assert facts(found, "quantity") == [None, None]


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD, *(["M-1", day, "261", -100] for day in MONTHS[:2])],
        [HEAD, *(["M-1", day, "101", 100] for day in MONTHS)],
    ],
    ids=["two months", "receipts only"],
)
def test_too_little_is_no_demand_and_no_part(tmp_path: Path, rows: Rows) -> None:
    found = read(tmp_path, rows)
    assert facts(found, "part_number") == ["M-1", "S-1"]
    assert facts(found, "annual_quantity") == [None, None]


def test_two_plants_use_what_they_use_together(tmp_path: Path) -> None:
    rows: Rows = [
        ["Plant", *HEAD],
        *(["1000", "M-1", day, "261", -100] for day in MONTHS),
        *(["2000", "M-1", day, "261", -10] for day in MONTHS),
    ]
    assert facts(read(tmp_path, rows), "annual_quantity") == [1320, None]
