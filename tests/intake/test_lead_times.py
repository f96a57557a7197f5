"""Delivery times as offers say them."""

import pytest

from desktop_app.intake.lead_times import range_of
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4-6 weeks", (4, 6)),
        ("8~10周", (8, 10)),
        ("受注後45日", (45, 45)),
        ("ca. 8 Wochen nach Auftragseingang", (8, 8)),
        ("3 à 4 semaines", (3, 4)),
        ("6 a 8 semanas", (6, 8)),
        ("발주 후 30일", (30, 30)),
        ("4-6", (4, 6)),
        ("KW 48/2026", None),
        ("48. KW", None),
        ("第48周", None),
        ("12 KW", (12, 12)),
        ("11/20", None),
        ("2026-11-20", None),
        ("in 30 days from PO 4500", None),
        ("10-4 weeks", None),
        ("Stock", None),
        ("5 pcs", None),
    ],
)
def test_one_time_or_the_shortest_and_the_longest(
    text: str, expected: tuple[float, float] | None
) -> None:
    assert range_of(text) == expected


def test_a_time_in_years_is_365_days_a_year(read_rows: ReadRows) -> None:
    cells = ["1 year", "12 weeks", "1.5 years", "2年", "1 Jahr", "5 yards"]
    told = [["Part no", "Lead time"], *([f"A-{n}", cell] for n, cell in enumerate(cells))]
    days = [365, 84, 547.5, 730, 365, None]
    assert facts(read_rows(told), "lead_time_days") == days


@pytest.mark.parametrize(
    ("heading", "cells", "days"),
    [
        ("Lieferzeit", ("3-4 Wochen", "10-12 Wochen"), [28, 84]),
        ("交货期", ("10-12周", "8-9周"), [84, 63]),
        ("Lead time (weeks)", ("3-4", "10-12"), [28, 84]),
        ("Lead time", ("3-4", "10-12"), [None, None]),
        ("Lieferzeit", ("48. KW", "6 Wochen"), [None, 42]),
    ],
)
def test_ranges_are_times_and_weeks_of_a_year_are_none(
    read_rows: ReadRows, heading: str, cells: tuple[str, str], days: list[int | None]
) -> None:
    rows = [["Part number", "Description", heading]]
    rows += [[f"P-{n}", "Magnet N42", cell] for n, cell in enumerate(cells)]
    assert facts(read_rows(rows), "lead_time_days") == days
