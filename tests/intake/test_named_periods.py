"""A known heading within another, or nearly equal to one, lends it no period and no count of months."""

import pytest

from desktop_app.intake.headings import heading_book
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields
from tests.intake.test_columns import table

USED = {"annual_quantity", "consumption_monthly", "consumption_weekly", "consumption_daily"}


def meant(heading: str) -> set[str]:
    return {meaning.field for meaning in heading_book().meanings(heading)}


@pytest.mark.parametrize(
    "heading",
    ["Next 3 months demand", "Rolling 3 month usage", "Verbrauch letzte 3 Mon.", "Sorties 24 mois",
     "Förbrukning 3 mån", "Verbruik laatste 3 maanden", "Consumo medio"],
)  # fmt: skip
def test_use_of_another_period_is_not_that_of_a_month_or_a_year(heading: str) -> None:
    assert not meant(heading) & USED


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Durchschnittsverbrauch", "consumption_monthly"), ("Usage last month", "consumption_monthly"),
        ("Consumo medio mensile", "consumption_monthly"), ("Next 12 months demand", "annual_quantity"),
        ("Durchschnittsverbrauch Monat", "consumption_monthly"), ("平均月使用量", "consumption_monthly"),
        ("Verbrauch letzte 12 Mon.", "annual_quantity"), ("Avg consumption per week", "consumption_weekly"),
        ("Avg monthly consumption 2026 (12 months)", "consumption_monthly"),
        ("Rolling 12 month ussage", "annual_quantity"),
        ("Consumo medio giornaliero", "consumption_daily"), ("Consumo medio annuo", "annual_quantity"),
        ("Consumo medio semanal", "consumption_weekly"),
        ("Durchschnittsverbrauch Woche", "consumption_weekly"),
        ("Durchschnittsverbrauch Jahr", "annual_quantity"), ("平均日使用量", "consumption_daily"),
    ],
)  # fmt: skip
def test_use_of_the_period_that_a_heading_names_is_read(heading: str, field: str) -> None:
    assert meant(heading) & USED == {field}


NUMBERS = ("Item", ["A-100", "A-101", "A-102", "A-103", "A-104"])
NAMES = ("Description", ["Magnet N42SH", "Hex bolt", "Gasket", "Servo motor", "Cable"])
STOCK = ("On hand", [500, 300, 800, 200, 20])


def test_demand_of_three_months_is_four_times_as_much_in_a_year(read_rows: ReadRows) -> None:
    """A slip of "12 months" once made a quarter of the true use of it."""
    reading = read_rows(
        table(NUMBERS, NAMES, STOCK, ("Next 3 months demand", [250, 10, 80, 12, 1]))
    )
    assert facts(reading, "annual_quantity") == [1000, 40, 320, 48, 4]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Vendor description", ["NdFeB ring N42SH", "Steel bolt M8", "NBR seal", "Motor 24V", "PVC cable"]),
        ("Due in days", [25, 10, 80, 12, 10]),
    ],
)  # fmt: skip
def test_what_a_seller_says_of_a_part_is_no_firm_and_days_are_no_pieces(
    read_rows: ReadRows, heading: str, cells: list[object]
) -> None:
    vendor = ("Vendor", ["Acme Ltd", "Acme Ltd", "Beta Inc", "Beta Inc", "Beta Inc"])
    found = fields(read_rows(table(NUMBERS, NAMES, STOCK, (heading, cells), vendor)))
    assert found[heading] is None
    assert found["Vendor"] == "supplier"


def test_the_number_of_a_piece_in_french_numbers_the_part(read_rows: ReadRows) -> None:
    """In Sage it is that of a paper, and beside it stands the number of the article."""
    name, numbers = ("Désignation", NAMES[1]), ("N° pièce", NUMBERS[1])
    papers = ("N° pièce", ["CF23", "CF24", "CF25", "CF26", "CF27"])
    assert fields(read_rows(table(numbers, name)))["N° pièce"] == "part_number"
    found = fields(read_rows(table(papers, ("Code article", NUMBERS[1]), name)))
    assert found["Code article"] == "part_number"


@pytest.mark.parametrize("heading", ["Voorraadwaarde", "Lagervärde"])
def test_what_the_stock_is_worth_is_no_money_of_a_line(read_rows: ReadRows, heading: str) -> None:
    """Divided by the use of a year it made a price."""
    worth = (heading, [600, 90, 40, 12, 303])
    reading = read_rows(table(NUMBERS, NAMES, STOCK, ("Annual usage", [9, 8, 7, 6, 5]), worth))
    assert fields(reading)[heading] is None
