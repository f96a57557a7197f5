"""Planning lists of ERP systems: used in which month, needed on which day, numbered by whom."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.intake.reading import read_files
from desktop_app.model.progress import silent
from desktop_app.model.reading import Reading
from tests.intake.looking import facts, fields
from tests.intake.reading_here import read_here
from tests.workbooks.build import Rows, make_xlsx


def reading(tmp_path: Path, rows: Rows) -> Reading:
    found = read_here(make_xlsx(tmp_path / "list.xlsx", {"Sheet1": rows}))
    assert isinstance(found, Reading)
    return found


@pytest.mark.parametrize(
    ("month", "usage"),
    [("Month", "Total usage"), ("Monat", "Gesamtverbrauch"), ("月份", "耗用数量"), ("Period", "Quantity")],
)  # fmt: skip
def test_what_each_month_used_is_consumption(tmp_path: Path, month: str, usage: str) -> None:
    rows: Rows = [["Material", month, usage], ["M1", "10/2026", 100], ["M1", "11/2026", 140]]
    found = reading(tmp_path, rows)
    assert fields(found)[usage] == "consumption_monthly"
    assert facts(found, "annual_quantity") == [120 * 12, 120 * 12]


def test_a_month_without_a_line_used_nothing(tmp_path: Path) -> None:
    """600 once in six months are 1,200 a year, not 7,200."""
    months = [f"{n:02}/2026" for n in range(1, 7)]
    rows: Rows = [["Material", "Plant", "Month", "Total usage"],
            *(["M1", "1000", month, 50] for month in months), ["M2", "1000", "03/2026", 600]]  # fmt: skip
    assert facts(reading(tmp_path, rows), "annual_quantity") == [*[600] * 6, 1200]


@pytest.mark.parametrize(
    ("rows", "yearly"),
    [
        ([[2025, 3650]], [3650]),
        ([["FY2025", 3650]], [3650]),
        ([[2024, 3000], [2025, 4000]], [3500, 3500]),
        ([["Q1 2026", 900], ["Q2 2026", 910]], [3645, 3645]),
        ([[2026, 3290]], [3650]),
        ([["2025-11", 300], ["2025-12", 320]], [3720, 3720]),
        ([[1, 300], [2, 320]], [3720, 3720]),
    ],
    ids=["year", "fiscal year", "two years", "quarters", "running year", "months", "numbers"],
)
def test_a_period_is_what_its_cells_say(tmp_path: Path, rows: Rows, yearly: list[float]) -> None:
    """3,650 of the year 2025 were read as 3,650 a month: a line stop in 5 days instead of 60."""
    path = make_xlsx(
        tmp_path / "u.xlsx", {"S": [["Material", "Period", "Usage"], *(["M1", *r] for r in rows)]}
    )
    found = read_files([path], silent, on=date(2026, 11, 26))
    assert facts(found, "annual_quantity") == pytest.approx(yearly, rel=0.01)


@pytest.mark.parametrize(("day", "yearly"), [(date(2027, 1, 1), 3650), (date(2027, 1, 10), 3562)])
def test_a_year_that_has_hardly_begun_says_little(tmp_path: Path, day: date, yearly: float) -> None:
    """Nine days without use halved what the year before used; on the first day it was twelvefold."""
    rows: Rows = [["Material", "Period", "Usage"], ["M1", 2026, 3650], ["M1", 2027, 0]]
    found = read_files([make_xlsx(tmp_path / "u.xlsx", {"S": rows})], silent, on=day)
    assert facts(found, "annual_quantity") == pytest.approx([yearly, yearly], rel=0.001)


@pytest.mark.parametrize("heading", ["Monthly consumption", "Monatsverbrauch", "Usage per month"])
def test_what_is_called_monthly_is_the_mean_of_the_year_beside_it(
    tmp_path: Path, heading: str
) -> None:
    """500 a month became 500 a year: a line stop in 730 days instead of 61."""
    path = make_xlsx(
        tmp_path / "u.xlsx", {"S": [["Material", "Period", heading], ["M1", 2025, 500]]}
    )
    found = read_files([path], silent, on=date(2026, 11, 26))
    assert facts(found, "annual_quantity") == [6000]


def test_a_price_list_with_months_buys(tmp_path: Path) -> None:
    rows: Rows = [["Part number", "Month", "Quantity", "Unit price"], ["M1", "10/2026", 100, 2.5],
            ["M2", "11/2026", 140, 3]]  # fmt: skip
    assert fields(reading(tmp_path, rows))["Quantity"] == "quantity"


def test_a_quantity_beside_the_day_it_is_needed_is_a_requirement(tmp_path: Path) -> None:
    rows: Rows = [["Material", "Requirement date", "Quantity"], ["M1", date(2026, 12, 1), 30],
            ["M1", date(2026, 12, 9), 50]]  # fmt: skip
    found = reading(tmp_path, rows)
    assert facts(found, "requirement_quantity") == [30, 50]
    assert facts(found, "quantity") == [None, None]


def test_the_suppliers_number_stands_for_the_makers_where_there_is_no_other(tmp_path: Path) -> None:
    rows: Rows = [["Our part no.", "Description", "Supplier", "Supplier part no."],
            ["DU-1", "Rotor magnet", "Magnet GmbH", "VD-677-AP"]]  # fmt: skip
    assert facts(reading(tmp_path, rows), "mpn") == ["VD-677-AP"]
    both: Rows = [[*rows[0], "MPN"], [*rows[1], "MX-9"]]
    assert facts(reading(tmp_path, both), "mpn") == ["MX-9"]


def test_weights_that_differ_within_a_part_are_of_its_substances(tmp_path: Path) -> None:
    rows: Rows = [["Item number", "Substance name", "CAS", "Weight per part [g]"],
            ["BM-32", "Samarium", "7440-19-9", 2.6], ["BM-32", "Cobalt", "7440-48-4", 5.1]]  # fmt: skip
    found = reading(tmp_path, rows)
    assert facts(found, "substance_mass_g") == [2.6, 5.1]
    assert facts(found, "unit_mass_g") == [None, None]


def test_the_number_before_a_vendor_is_no_part_of_its_name(tmp_path: Path) -> None:
    rows: Rows = [["Material", "Vendor/supplying plant", "Net price"], ["M1", "700011     Ningbo Magnetics", 2],
            ["M2", "700014     Estun", 3]]  # fmt: skip
    assert facts(reading(tmp_path, rows), "supplier") == ["Ningbo Magnetics", "Estun"]
    named: Rows = [rows[0], ["M1", "700011     Ningbo Magnetics", 2], ["M2", "3M Deutschland", 3]]
    assert facts(reading(tmp_path, named), "supplier")[0] == "700011     Ningbo Magnetics"


@pytest.mark.parametrize(
    ("sheet", "above", "field"),
    [("Lager", None, "stock_on_hand"), ("Sheet1", "Inventory 26 Nov", "stock_on_hand"), ("库存", None, "stock_on_hand"),
     ("Stückliste", None, "quantity"), ("Sheet1", "Stock requirements", "quantity")],
)  # fmt: skip
def test_a_bare_quantity_in_a_list_of_stock_is_stock(
    tmp_path: Path, sheet: str, above: str | None, field: str
) -> None:
    rows: Rows = [
        [above],
        [],
        ["Part number", "Description", "Quantity"],
        ["M1", "Magnet", 12],
        ["M2", "Nut", 5],
    ]
    found = read_here(make_xlsx(tmp_path / "list.xlsx", {sheet: rows}))
    assert isinstance(found, Reading)
    assert fields(found)["Quantity"] == field


def test_lines_below_a_record_name_the_parts_and_the_record_the_product(tmp_path: Path) -> None:
    rows: Rows = [
        ["Product", "Quantity", "BoM Lines/Component", "BoM Lines/Quantity"],
        ["[BIKE-1] E-bike City", 1, "[MOT-0007] BLDC hub motor 250W", 1],
        [None, None, "[MAG-0042] Neodymium disc magnet N48H", 4],
        [None, None, "[FRM-0001] Frame aluminium 6061", 1],
    ]
    found = reading(tmp_path, rows)
    assert facts(found, "part_number") == ["MOT-0007", "MAG-0042", "FRM-0001"]
    assert facts(found, "description")[1] == "Neodymium disc magnet N48H"
    assert facts(found, "quantity") == [1, 4, 1]


def test_a_product_in_brackets_may_stand_in_several_places(tmp_path: Path) -> None:
    rows: Rows = [
        ["Product", "Location", "Quantity On Hand"],
        ["[MAG-0042] Neodymium disc magnet", "WH/Stock", 6400],
        ["[MAG-0042] Neodymium disc magnet", "WH/Stock/Shelf 2", 1600],
    ]
    assert facts(reading(tmp_path, rows), "part_number") == ["MAG-0042"] * 2


def test_the_material_numbers_the_part_below_a_product_that_repeats(tmp_path: Path) -> None:
    rows: Rows = [
        ["Product", "Material", "Description", "Qty per 100 pcs"],
        ["GX-1", "R-1", "Gadolinium oxide", 25],
        ["GX-1", "R-2", "YSZ powder", 12],
    ]
    found = reading(tmp_path, rows)
    assert facts(found, "part_number") == ["R-1", "R-2"]
    assert facts(found, "quantity") == [0.25, 0.12]


def test_the_supplier_is_the_column_of_names_not_of_codes(tmp_path: Path) -> None:
    rows: Rows = [
        ["Fournisseur", "Nom fournisseur", "Article", "Prix net", "Devise"],
        ["F0012", "Magsy SRO", "300100", 118, "EUR"],
        ["F0044", "Hangzhou Magnet Power", "300200", 83, "EUR"],
    ]
    assert facts(reading(tmp_path, rows), "supplier") == ["Magsy SRO", "Hangzhou Magnet Power"]


def test_numbers_of_one_letter_are_parts_and_no_places_on_a_board(tmp_path: Path) -> None:
    rows: Rows = [
        ["Level", "Component", "Description", "Qty"],
        *([1, f"A700{n}", f"Magnet ring {n}", 1] for n in range(1, 4)),
    ]
    assert facts(reading(tmp_path, rows), "part_number") == ["A7001", "A7002", "A7003"]


def test_the_name_of_the_file_says_what_a_list_is_of(tmp_path: Path) -> None:
    rows: Rows = [
        ["Part number", "Description", "Quantity"],
        ["M1", "Magnet", 12],
        ["M2", "Nut", 5],
    ]
    found = read_here(make_xlsx(tmp_path / "Lagerbestand 26.11.xlsx", {"Sheet1": rows}))
    assert isinstance(found, Reading)
    assert facts(found, "stock_on_hand") == [12, 5]


@pytest.mark.parametrize(
    "title", ["Stückliste Lager", "BOM inventory robot", "Nomenclature stock mobile"]
)
def test_a_bill_of_something_called_like_a_stock_counts_what_goes_in(
    tmp_path: Path, title: str
) -> None:
    """Lager is a bearing too."""
    rows: Rows = [[title], [], ["Part number", "Description", "Quantity"], ["M-1", "Magnet N42", 2]]
    found = reading(tmp_path, rows)
    assert (facts(found, "quantity"), facts(found, "stock_on_hand")) == ([2], [None])


@pytest.mark.parametrize("months", [("08.2026", "09.2026"), (202608, 202609)])
def test_the_month_beside_what_was_used_in_it_is_no_amount(
    tmp_path: Path, months: tuple[object, object]
) -> None:
    """08.2026 had become a use of 8.2 a month."""
    rows: Rows = [
        ["Material", "Werk", "Monat", "Verbrauch gesamt", "BME"],
        ["600101", "2000", months[0], "1.000", "ST"],
        ["600101", "2000", months[1], "1.200", "ST"],
    ]
    assert facts(reading(tmp_path, rows), "annual_quantity") == [13200, 13200]


def test_a_bill_may_name_the_place_from_which_its_parts_are_taken(tmp_path: Path) -> None:
    rows: Rows = [
        ["Parent Item", "Item No.", "Item Description", "Quantity", "Warehouse"],
        ["FG-7001", "A10021", "Magnet AlNiCo", 2, "01"],
        ["FG-7002", "A10022", "Reed contact", 4, "01"],
    ]
    found = reading(tmp_path, rows)
    assert (facts(found, "quantity"), facts(found, "stock_on_hand")) == ([2, 4], [None, None])


def test_what_was_counted_goes_before_what_the_books_say(tmp_path: Path) -> None:
    rows: Rows = [
        ["物料号", "名称", "账面数量", "实盘数量", "差异"],
        ["WL0001", "磁铁", 12100, 12000, -100],
    ]
    assert facts(reading(tmp_path, rows), "stock_on_hand") == [12000]


def test_what_was_counted_counts_where_all_was(tmp_path: Path) -> None:
    """The others were left without any stock where one part was counted."""
    rows: Rows = [["Part number", "Description", "Stock", "Counted"], ["M1", "Ring", 500, 480],
                  ["M2", "Nut", 70, 70]]  # fmt: skip
    assert facts(reading(tmp_path, rows), "stock_on_hand") == [480, 70]
    assert facts(reading(tmp_path, [*rows[:2], ["M2", "Nut", 70]]), "stock_on_hand") == [500, 70]
