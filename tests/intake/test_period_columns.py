"""A column for each month or week: how many of a part are needed when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.assessment.stock import stock_cover
from desktop_app.intake.joining import connect
from desktop_app.intake.period_columns import period_of
from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading, joined, without
from tests.intake.looking import facts
from tests.workbooks.build import Rows, make_xlsx

ON = date(2026, 11, 26)
Read = Callable[..., Reading]

WEEKS: Rows = [
    ["Bedarfsvorschau"],
    ["Material", "Bezeichnung", "Bestand", "KW 49/2026", "KW 50/2026", "KW 51/2026", "KW 2/2027"],
    ["M-1", "Magnet N42SH", 500, 200, 200, 200, 50],
    ["M-2", "Magnet N35", 500, 10, None, 10, 10],
]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads each list as a workbook of its own and connects them."""

    def read(**lists: Rows) -> Reading:
        paths = [make_xlsx(tmp_path / f"{n}.xlsx", {"Sheet1": rows}) for n, rows in lists.items()]
        return connect(read_files(paths, silent, on=ON))

    return read


def lasts(reading: Reading) -> list[float]:
    return [float(days) for days in stock_cover(reading.parts, 0.0, ON)[1]]


def needed(reading: Reading, part: int = 0) -> list[tuple[date, float]]:
    return [(one.on, one.quantity) for one in reading.parts.requirements[part]]


def test_weeks_are_needed_on_their_mondays_and_stop_the_line(read: Read) -> None:
    """500 meet 200 and 200, not a third 200 in the week of 14 December."""
    reading = read(forecast=WEEKS)
    assert needed(reading)[:2] == [(date(2026, 11, 30), 200), (date(2026, 12, 7), 200)]
    assert lasts(reading)[0] == (date(2026, 12, 14) - ON).days
    assert facts(reading, "requirement_date") == [date(2026, 11, 30)] * 2
    cell = reading.parts.requirements[0][3].place
    assert (cell.row, cell.column) == (3, 7)


@pytest.mark.parametrize(("quarter", "total"), [(900, 1200), (800, 2000)])
def test_a_quarter_that_adds_up_its_months_is_not_needed_as_well(
    read: Read, quarter: float, total: float
) -> None:
    """Once the stock seemed to end a month early. Where it is not their sum, it is a need of its own."""
    rows: Rows = [
        ["Bedarfsvorschau"],
        ["Material", "Bezeichnung", "Bestand", "Dec 26", "Jan 27", "Feb 27", "Mar 27", "Q1 2027"],
        ["M-1", "Magnet N42SH", 1000, 300, 300, 300, 300, quarter],
        ["M-2", "Magnet N35", 500, 10, None, 10, 10, 20],
    ]
    found = needed(read(forecast=rows))
    assert sum(amount for _, amount in found) == pytest.approx(total)


def test_days_written_month_first_are_no_months_of_far_years(read: Read) -> None:
    """12/28 is no December of 2028 that 8 would be needed in."""
    rows: Rows = [["Forecast"], ["Part number", "Description", "12/07", "12/14", "12/21", "12/28"],
                  ["M-1", "Magnet", 5, 6, 7, 8]]  # fmt: skip
    assert not read(forecast=rows).parts.requirements


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Demand forecast 2026", ON), ("需求预测 2026年", ON),
        ("Demand forecast 2027", date(2027, 1, 1)), ("Demand forecast", date(2027, 1, 1)),
        ("Demand forecast of November 2026", date(2027, 1, 1)),
        ("Demand forecast, 26.11.2026", date(2027, 1, 1)),
        ("Demand forecast 2026 and 2027", date(2027, 1, 1)),
    ],
)  # fmt: skip
def test_months_without_a_year_are_of_the_year_in_the_title(
    read: Read, title: str, first: date
) -> None:
    """Of a plan of this year November and December are left; without a year the next January counts."""
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    rows: Rows = [
        [title],
        ["Material", "Description", "Stock on hand", *months],
        ["M-1", "Magnet N42SH", 1000, *[300] * 12],
        ["M-2", "Magnet N35", 500, *[10] * 12],
    ]
    assert needed(read(forecast=rows))[0][0] == first


def test_stock_and_receipts_in_rows_of_their_own_are_no_demand(read: Read) -> None:
    rows: list[list[Any]] = [
        ["Material", "Bezeichnung", "Kennzahl", "KW 49/2026", "KW 50/2026"],
    ]
    for number in ("M-1", "M-2"):
        for kind, amounts in (("Bedarf", (100, 90)), ("Zugang", (0, 500)), ("Bestand", (300, 710))):
            rows.append([number, "Magnet N42SH", kind, *amounts])
    bill: Rows = [
        ["Part number", "Description", "Quantity"],
        ["M-1", "Magnet", 2],
        ["M-2", "Magnet", 1],
    ]
    reading = read(bill=bill, forecast=rows)
    assert needed(reading) == [(date(2026, 11, 30), 100), (date(2026, 12, 7), 90)]


def test_numbers_beside_nothing_but_weeks_are_a_list(read: Read) -> None:
    rows: Rows = [["Forecast"], ["Item No.", "W50", "W51"], ["M-1", 5, 6], ["M-2", 1, 2]]
    assert needed(read(forecast=rows)) == [(date(2026, 12, 7), 5), (date(2026, 12, 14), 6)]


def test_they_say_more_of_the_parts_of_another_list(read: Read) -> None:
    prices: Rows = [
        ["Part No", "Description", "Supplier", "Country of origin"],
        ["M-1", "Magnet N42SH", "Magnet GmbH", "CN"],
        ["X-1", "Housing", "Guss AG", "DE"],
    ]
    reading = read(prices=prices, forecast=WEEKS)
    assert facts(reading, "part_number") == ["M-1", "X-1"]
    assert lasts(reading)[0] == (date(2026, 12, 14) - ON).days


def test_a_month_is_needed_week_by_week_and_the_present_one_from_today(read: Read) -> None:
    """Of November five days of thirty are left, so 50 of 300; December needs 100 a week."""
    rows: Rows = [
        ["Part number", "Description", "Stock", "Forecast Nov 26", "Forecast Dec 26"],
        ["M-1", "Magnet", 170, 300, 400],
        ["M-2", "Magnet", 9_000, 300, 400],
    ]
    reading = read(forecast=rows)
    assert [(on, round(many, 6)) for on, many in needed(reading)] == [
        (date(2026, 11, 26), 50), (date(2026, 12, 1), 100), (date(2026, 12, 8), 100),
        (date(2026, 12, 15), 100), (date(2026, 12, 22), 100),
    ]  # fmt: skip
    assert lasts(reading)[0] == (date(2026, 12, 8) - ON).days


def test_a_year_of_months_is_the_yearly_quantity_too(read: Read) -> None:
    months = [f"{month:02}/2027" for month in range(1, 13)]
    rows: Rows = [
        ["Demand 2027"],
        ["Part number", "Description", *months],
        ["M-1", "Magnet", *[100] * 12],
        ["M-2", "Magnet", *[None] * 12],
    ]
    assert facts(read(forecast=rows), "annual_quantity") == [1200, None]


def test_months_that_are_over_tell_what_a_year_uses(read: Read) -> None:
    rows: Rows = [
        ["Verbrauch"],
        ["Material", "Bezeichnung", "Aug 26", "Sep 26", "Okt 26"],
        ["M-1", "Magnet", 30, 31, 31],
        ["M-2", "Magnet", None, 46, None],
    ]
    reading = read(usage=rows)
    assert facts(reading, "annual_quantity") == [365, 182.5]
    assert not reading.parts.requirements


@pytest.mark.parametrize("title", ["Lieferplan", "Open orders", "Budget"])
def test_columns_of_periods_that_are_not_said_to_be_needed_are_left(read: Read, title: str) -> None:
    rows: Rows = [[title], *WEEKS[1:]]
    reading = read(orders=rows)
    assert not reading.parts.requirements
    assert facts(reading, "requirement_quantity") == [None, None]


def test_files_added_and_taken_away_keep_what_is_needed(tmp_path: Path) -> None:
    one, other = (
        read_files([make_xlsx(tmp_path / f"{name}.xlsx", {"S": WEEKS})], silent, on=ON)
        for name in ("one", "other")
    )
    both = joined(one, other)
    assert sorted(both.parts.requirements) == [0, 1, 2, 3]
    assert both.parts.requirements[2][0].place.file == 1
    left = without(both, {one.files[0].path})
    assert left.parts.requirements == one.parts.requirements


@pytest.mark.parametrize(
    ("heading", "start", "days"),
    [
        ("KW 49/2026", date(2026, 11, 30), 7), ("KW49", date(2026, 11, 30), 7), ("KW 3", date(2027, 1, 18), 7),
        ("2026-W49", date(2026, 11, 30), 7), ("W50", date(2026, 12, 7), 7), ("第50周", date(2026, 12, 7), 7),
        ("第53周", date(2026, 12, 28), 7), ("Bedarf KW 50", date(2026, 12, 7), 7),
        ("Dez 26", date(2026, 12, 1), 31), ("December 2026", date(2026, 12, 1), 31), ("Jan-27", date(2027, 1, 1), 31),
        ("12/2026", date(2026, 12, 1), 31), ("2027-02", date(2027, 2, 1), 28), ("2027年2月", date(2027, 2, 1), 28),
        ("12月", date(2026, 12, 1), 31), ("1月 需求", date(2027, 1, 1), 31), ("Février 2027", date(2027, 2, 1), 28),
        ("Forecast Jan", date(2027, 1, 1), 31), ("Q1 2027", date(2027, 1, 1), 90), ("Q1/27", date(2027, 1, 1), 90),
        ("2026-12-07", date(2026, 12, 7), 1), ("07.12.2026", date(2026, 12, 7), 1),
    ],
)  # fmt: skip
def test_periods_are_read_as_people_head_them(heading: str, start: date, days: int) -> None:
    assert period_of(heading, ON) == (start, days)


@pytest.mark.parametrize(
    "heading", ["2026", "Menge", "M12", "Mai GmbH", "KW 60", "99/2026", "N42", "Q5 2026"]
)
def test_other_headings_are_none(heading: str) -> None:
    assert period_of(heading, ON) is None


@pytest.mark.parametrize(
    ("heading", "told"), [("Bestand", True), ("Bemerkung", False)], ids=["stock", "no stock"]
)
def test_months_of_nobody_knows_what_are_told_of_beside_stock(
    read: Read, heading: str, told: bool
) -> None:
    """Needs, orders and deliveries come in such columns: nothing is guessed, but it is said."""
    rows: Rows = [
        ["Material", "Bezeichnung", heading, "Dez 2026", "Jan 2027", "Feb 2027"],
        ["M-1", "Magnet N42SH", 500, 310, 310, 280], ["M-2", "Magnet N35", 500, 10, 10, 10],
    ]  # fmt: skip
    found = read(parts=rows)
    issues = [issue.message.template for issue in found.files[0].issues]
    said = [text for text in issues if "nothing says whether they count" in text]
    assert bool(said) is told
    assert not found.parts.requirements
