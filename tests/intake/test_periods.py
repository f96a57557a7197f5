"""Columns of years: the one of the day asked about is the yearly demand, and it is said which."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.periods import is_part_of_year, year_in
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts, fields, only_table
from tests.workbooks.build import Rows, make_xlsx, sheet_of

YEARS: Rows = [
    ["Teilenummer", "Bezeichnung", "Bedarf 2025", "Bedarf 2026", "Bedarf 2028"],
    ["A-1", "Magnet", 900, 1000, 1200],
    ["A-2", "Welle", 400, 500, 600],
]


def read_on(folder: Path, rows: Rows, day: date) -> Reading:
    return read_files([make_xlsx(folder / "list.xlsx", {"Parts": rows})], silent, on=day)


@pytest.mark.parametrize(
    ("day", "taken"),
    [
        (date(2026, 11, 25), "Bedarf 2026"), (date(2027, 1, 1), "Bedarf 2028"),
        (date(2031, 5, 1), "Bedarf 2028"), (date(2020, 5, 1), "Bedarf 2025"),
    ],
)  # fmt: skip
def test_the_year_asked_about_or_the_nearest_ahead(tmp_path: Path, day: date, taken: str) -> None:
    reading = read_on(tmp_path, YEARS, day)
    used = [name for name, field in fields(reading).items() if field == "annual_quantity"]
    assert used == [taken]
    assert facts(reading, "annual_quantity") == [row[YEARS[0].index(taken)] for row in YEARS[1:]]


def test_it_is_said_which_year_was_taken_and_the_others_are_kept(tmp_path: Path) -> None:
    reading = read_on(tmp_path, YEARS, date(2026, 11, 25))
    issue = next(i for f in reading.files for i in f.issues if i.code == "W_YEAR")
    assert (issue.row, issue.column) == (1, 4)
    assert dict(issue.message.args)["heading"] == "Bedarf 2026"
    cells = only_table(reading).cells
    assert (cells.used, cells.kept, cells.filled) == (6, 4, 10)


def test_bare_years_are_pieces_that_a_person_should_look_at(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part No", "Description", 2026, 2027],
        ["A-1", "Magnet", 5, 6],
        ["A-2", "Nut", 7, 8],
    ]
    reading = read_on(tmp_path, rows, date(2026, 11, 25))
    year = next(c for c in only_table(reading).columns if c.header == "2026")
    assert (year.field, year.confidence < 0.8) == ("annual_quantity", True)


def test_years_under_one_wide_heading(tmp_path: Path) -> None:
    rows: Rows = [["Part No", "Description", "Annual demand", None, "Origin"],
            [None, None, 2026, 2027, None], ["A-1", "Magnet", 5, 6, "CN"]]  # fmt: skip
    path = make_xlsx(
        tmp_path / "list.xlsx",
        {"Parts": rows},
        lambda book: sheet_of(book, "Parts").merge_cells("C1:D1"),
    )
    reading = read_files([path], silent, on=date(2027, 2, 1))
    assert only_table(reading).header_row == 2
    assert facts(reading, "annual_quantity") == [6]
    assert facts(reading, "country_of_origin") == ["CN"]


def test_months_are_no_year(tmp_path: Path) -> None:
    rows: Rows = [["Part No", "Description", "Demand Jan 2026", "Demand Feb 2026"],
            ["A-1", "Magnet", 5, 6], ["A-2", "Nut", 7, 8]]  # fmt: skip
    reading = read_on(tmp_path, rows, date(2026, 11, 25))
    assert facts(reading, "annual_quantity") == [None, None]
    assert "W_YEAR" not in codes(reading)


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2026", 2026), ("FY26", 2026), ("FY 2027", 2027), ("2026年用量", 2026), ("Menge 2026/27", 2026),
        ("GJ 2026", 2026), ("2026 Plan", 2026), ("Q1 2026", None), ("03/2026", None), ("Jan 2026", None),
        ("2026-01", None), ("EN 2026-1", None), ("120260", None), ("Qty", None),
    ],
)  # fmt: skip
def test_the_year_of_a_heading(heading: str, year: int | None) -> None:
    assert year_in(heading) == year


def test_words_that_only_begin_like_months_are_none() -> None:
    assert not any(map(is_part_of_year, ("Market price", "Margin", "Set", "Decimal", "Marke")))
