"""What systems leave out or print otherwise in their exports: each kind with a list for which it must not hold."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.composed_headings import composed
from desktop_app.intake.measures import price_unit_in
from desktop_app.model.reading import Reading
from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields, rows
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx

ORDERS: Rows = [
    ["P-71", "Bauer GmbH", "Disc magnet", 1000, 400, 0.18, "EUR"],
    [None, None, "Pot magnet", 200, 0, 1.1, None],
    ["P-74", "Yiwu Trade Co.", "Speaker", 300, 0, 2.05, "USD"],
]


def test_the_vendor_of_an_order_is_that_of_each_of_its_lines(read_rows: ReadRows) -> None:
    lines = ("Product", "Quantity", "Received Quantity", "Unit Price")
    head = ["Order Reference", "Vendor", *(f"Order Lines/{name}" for name in lines), "Currency"]
    found = read_rows([head, *ORDERS])
    assert facts(found, "supplier") == ["Bauer GmbH", "Bauer GmbH", "Yiwu Trade Co."]
    assert facts(found, "currency") == ["EUR", "EUR", "USD"]
    plain = read_rows([["Order Reference", "Vendor", *lines, "Currency"], *ORDERS])
    assert facts(plain, "supplier")[1] is None, "an empty cell of a plain list says nothing"


def called(folder: Path, name: str, lines: Rows) -> Reading:
    """What is read of a sheet of this name."""
    reading = read_here(make_xlsx(folder / "list.xlsx", {name: lines}))
    assert isinstance(reading, Reading)
    return reading


def test_a_list_called_vendors_holds_none_of_parts(tmp_path: Path) -> None:
    firms: Rows = [["No.", "Name", "Country/Region Code"], ["V10", "Ningbo Powermotion", "CN"],
                   ["V20", "Cinghie Torino", "IT"]]  # fmt: skip
    assert rows(called(tmp_path, "Vendors", firms)) == []
    assert rows(called(tmp_path, "Vendor parts", firms)) == [2, 3]


def test_the_stock_of_a_distributor_is_not_ours(read_rows: ReadRows) -> None:
    offers: Rows = [["A-1-X", "Mouser", 2.1, 12000], ["B-2-X", "Mouser", 0.3, 90000]]
    head = ["Manufacturer Part Number", "Distributor", "Unit Price", "Stock"]
    assert facts(read_rows([head, *offers]), "stock_on_hand") == [None, None]
    own = read_rows([["Part number", *head[1:]], *offers])
    assert facts(own, "stock_on_hand") == [12000, 90000]


def test_stores_that_a_column_adds_up_hold_stock_whatever_is_used(read_rows: ReadRows) -> None:
    head = ["품번", "품명", "본사창고", "평택창고", "합계", "월평균 사용량"]
    lines: Rows = [["K-1", "자석", 4000, 1500, 5500, 1200], ["K-2", "베어링", 600, 0, 600, 150]]
    assert facts(read_rows([head, *lines]), "stock_on_hand") == [5500, 600]
    other = [[*line[:4], 7, line[5]] for line in lines]
    assert facts(read_rows([head, *other]), "stock_on_hand") == [None, None]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("2025年用量", ("annual_quantity",)),
        ("PartWhse_OnHandQty", ("stock_on_hand",)),
        ("Calculated_AnnualUsage", ("annual_quantity",)),
        ("Total Quantity Used (12 months)", ("annual_quantity",)),
        ("Délai fabricant (semaines)", ("lead_time_days",)),
        ("Customer_OnHandQty", ()),
        ("2025年单位", ()),
    ],
)  # fmt: skip
def test_headings_of_databases_and_years(heading: str, field: tuple[str, ...]) -> None:
    assert composed(heading) == field


@pytest.mark.parametrize(
    ("heading", "many"),
    [
        ("Prezzo x 1000 pz €", 1000), ("Prix les 100", 100), ("Price x 10", 10),
        ("Precio 100 ud", 1), ("Preis", 1), ("Box 40x100", 1),
    ],
)  # fmt: skip
def test_a_price_for_many_may_be_written_with_a_cross(heading: str, many: float) -> None:
    """ "Precio 100 ud" may be the price of one where a hundred are ordered."""
    assert price_unit_in(heading) == many


def test_a_quantity_of_a_day_in_a_forecast_is_needed_then(tmp_path: Path) -> None:
    head = ["Item number", "Date", "Quantity"]
    lines: Rows = [head, ["A-1", date(2027, 1, 1), 4000], ["A-2", date(2027, 2, 1), 900]]
    needs = called(tmp_path, "Demand forecast", lines)
    assert fields(needs) == {
        "Item number": "part_number",
        "Date": "requirement_date",
        "Quantity": "requirement_quantity",
    }
    assert fields(called(tmp_path, "Export", lines))["Quantity"] == "quantity"


SHOWN: Rows = [
    ["Torque motor 140 mm (TG0012)", "Ningbo Mag (100234)", 40],
    ["Ringmagnet (TG0013)", "Ningbo Mag (100234)", 400],
    ["Hex screw M4x12 (TG0014)", "Local Screws (100999)", 4000],
    ["Ringmagnet (TG0013)", "Ningbo Mag (100234)", 200],
]
REVISED: Rows = [
    ["MAG-1001 (B2)", "Ningbo Mag", 40],
    ["MOT-2001 (A1)", "Shenzhen Drive", 400],
    ["SCR-3001 (C3)", "Local Screws", 4000],
]


def test_a_key_behind_words_is_the_number_but_a_revision_behind_a_number_is_none(
    read_rows: ReadRows,
) -> None:
    shown = read_rows([["Material", "Supplier", "Order Quantity"], *SHOWN])
    assert facts(shown, "part_number") == ["TG0012", "TG0013", "TG0014", "TG0013"]
    assert facts(shown, "supplier")[2] == "Local Screws"
    revised = read_rows([["Part Number", "Supplier", "Quantity"], *REVISED])
    assert facts(revised, "part_number") == [row[0] for row in REVISED]


def test_a_year_behind_a_name_is_no_number(read_rows: ReadRows) -> None:
    data = [["Ring magnet ABC (2026)", 40]]
    found = read_rows([["Artikelnummer", "Menge"], *data])
    assert facts(found, "part_number") == ["Ring magnet ABC (2026)"]


def test_revisions_that_come_again_are_no_numbers(read_rows: ReadRows) -> None:
    data = [[f"Disc magnet {n} (B{n % 2})", "Magnet", n] for n in range(1, 7)]
    found = read_rows([["Part Number", "Description", "Quantity"], *data])
    assert facts(found, "part_number") == [row[0] for row in data]
