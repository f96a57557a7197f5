"""Days in all the ways lists write them; what can be read two ways is not guessed."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.intake.dates import date_of, day_first, day_or_week, is_day
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts

CHRISTMAS = date(2026, 12, 24)


@pytest.mark.parametrize(
    "text",
    ["2026-12-24", "24.12.2026", "24/12/2026", "12/24/2026", "2026/12/24", "2026年12月24日",
     "20261224", "24-Dec-2026", "24. Dezember 2026", "Dec 24, 2026", "24.12.26", "24 déc. 2026",
     "2026-12-24T08:00:00", "２０２６/12/24"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert date_of(text, day_first([text])) == CHRISTMAS


@pytest.mark.parametrize(
    ("value", "expected"),
    [("8505.11.10", False), ("2504.10.10", False), ("2026.11.10", True), ("2569.01.10", True),
     ("9999.12.31", True), ("8505-11-10", True), ("8505.11", False), (46380.0, False), (None, False)],
)  # fmt: skip
def test_a_customs_number_with_points_is_no_day(value: Any, expected: bool) -> None:
    assert is_day(value) is expected


def test_customs_numbers_with_points_are_known_below_any_heading(read_rows: ReadRows) -> None:
    told = [["Part no", "Description", "Sort 9"], ["A-1", "Ring magnet", "8505.11.10"],
            ["A-2", "Motor", "8501.31.00"], ["A-3", "Bearing", "8482.10.10"]]  # fmt: skip
    assert facts(read_rows(told), "hs_code") == ["85051110", "85013100", "84821010"]
    days = [told[0], *([*row[:2], f"2026.1{n}.10"] for n, row in enumerate(told[1:]))]
    assert "hs_code" not in read_rows(days).parts.columns[0]


@pytest.mark.parametrize("value", [46380.0, 20261224.0])
def test_numbers_of_days_are_days(value: float) -> None:
    assert date_of(value, None) == CHRISTMAS


@pytest.mark.parametrize("value", [12.0, 2026.5, None, True, "31.02.2026", "soon", "1234567"])
def test_no_day_is_made_of_anything_else(value: Any) -> None:
    assert date_of(value, True) is None


def test_one_clear_day_decides_for_its_column() -> None:
    assert date_of("03/04/2026", day_first(["03/04/2026", "25/04/2026"])) == date(2026, 4, 3)
    assert date_of("03/04/2026", day_first(["03/04/2026", "04/25/2026"])) == date(2026, 3, 4)
    assert date_of("03/04/2026", day_first(["03/04/2026"])) is None


def test_days_that_cannot_be_told_are_said_to_be_missing(read_rows: ReadRows) -> None:
    head = ["Part number", "Description", "Requirement date", "Requirement quantity"]
    reading = read_rows([head, ["A", "Magnet", "03/04/2026", 5], ["B", "Screw", "05/06/2026", 7]])
    assert facts(reading, "requirement_date") == [None, None]
    assert "W_AMBIGUOUS_DATE" in codes(reading)
    clear = read_rows([head, ["A", "Magnet", "03/04/2026", 5], ["B", "Screw", "25/06/2026", 7]])
    assert facts(clear, "requirement_date") == [date(2026, 4, 3), date(2026, 6, 25)]
    assert facts(clear, "requirement_quantity") == [5, 7]


@pytest.mark.parametrize(
    ("said", "monday"),
    [("KW 2/2027", date(2027, 1, 11)), ("CW02/27", date(2027, 1, 11)), ("2027-W02", date(2027, 1, 11)),
     ("2027年第2周", date(2027, 1, 11)), ("KW 2", None), ("KW 54/2027", None), ("2/2027", None)],
)  # fmt: skip
def test_a_week_is_its_monday_and_what_comes_in_it_may_come_on_its_sunday(
    said: str, monday: date | None
) -> None:
    """Goods "ETA KW 2/2027" counted as if they were there already."""
    assert day_or_week(said, None, "requirement_date") == monday
    late = day_or_week(said, None, "confirmed_date")
    assert late == (None if monday is None else monday + timedelta(days=6))
