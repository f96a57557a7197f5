"""Demand that a list gives for the next months only, or as the days that its stock lasts."""

import pytest

from desktop_app.intake.reckoned_demand import span_of
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts


@pytest.mark.parametrize(
    ("heading", "days"),
    [
        ("Demand next 3 months", 91.25), ("3-month demand", 91.25), ("Bedarf nächste 6 Monate", 182.5),
        ("Besoin 12 semaines", 84.0), ("未来3个月需求", 91.25), ("Consumption last 30 days", 30.0),
        ("Requirement week 12", None), ("Lead time 12 weeks", None), ("Demand 2026", None),
        ("Demand 3 days", None), ("Demand (1000 pcs)", None), ("Notice period 3 months", None),
        ("Avg. usage last 3 months", None), ("Ø Verbrauch 6 Monate", None),
        ("Mean demand over 12 months", None), ("近3个月平均用量", None), ("Conso moyenne 6 mois", None),
    ],
)  # fmt: skip
def test_a_heading_names_the_days_of_need(heading: str, days: float | None) -> None:
    assert span_of(heading) == days


@pytest.mark.parametrize(
    ("headings", "cells", "yearly"),
    [
        (("Demand next 3 months", "Demand next 6 months"), (300, 1825), 3650.0),
        (("Days of supply",), (60,), 3650.0), (("Reichweite (Wochen)",), (6,), 600 * 365 / 42),
        (("Days of supply",), (0,), None), (("Annual demand", "Days of supply"), (100, 60), 100.0),
    ],
)  # fmt: skip
def test_the_demand_of_a_year_follows(
    read_rows: ReadRows, headings: tuple[str, ...], cells: tuple[float, ...], yearly: float | None
) -> None:
    """600 in stock that last 60 days are ten a day. What the list states itself stays."""
    found = read_rows([
        ["Part number", "Description", "Stock on hand", *headings],
        ["P-1", "NdFeB magnet N42SH 20x10x5", 600, *cells],
        ["P-2", "NdFeB magnet N42SH 30x10x5", 600, *cells],
    ])  # fmt: skip
    expected = None if yearly is None else pytest.approx(yearly)
    assert facts(found, "annual_quantity") == [expected, expected]
    assert ("W_YEAR" in codes(found)) is (yearly not in (None, 100.0))


def test_one_need_of_three_months_is_that_of_a_quarter(read_rows: ReadRows) -> None:
    """The column says so itself, so that no note is needed."""
    found = read_rows([
        ["Part number", "Description", "Stock on hand", "Demand next 3 months"],
        ["P-1", "NdFeB magnet N42SH 20x10x5", 600, 912.5],
        ["P-2", "NdFeB magnet N42SH 30x10x5", 600, 912.5],
    ])  # fmt: skip
    assert facts(found, "annual_quantity") == [pytest.approx(3650.0, rel=0.001)] * 2


def test_what_three_months_used_is_not_what_one_month_uses(read_rows: ReadRows) -> None:
    for heading, yearly in (("近3个月用量", 1200), ("近3个月平均用量", 3600)):
        found = read_rows([["料号", "品名", "库存", heading], ["M-1", "螺丝", 500, 300]])
        assert facts(found, "annual_quantity") == [yearly], heading


@pytest.mark.parametrize(("price", "yearly"), [("1,50", 4800.0), ("2.345", None)])
def test_thousands_are_read_as_the_rest_of_the_list_writes_them(
    read_rows: ReadRows, price: str, yearly: float | None
) -> None:
    found = read_rows([
        ["Part number", "Description", "Demand next 3 months", "Unit price"],
        ["P-1", "NdFeB magnet N42SH", "1.200", price],
    ])  # fmt: skip
    assert facts(found, "annual_quantity") == [yearly]
