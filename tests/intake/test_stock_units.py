"""Stock in another unit than the demand it is to meet is turned into it, or left out and told of."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts


def stock(
    read_rows: ReadRows, headings: tuple[str, str], cells: tuple[Any, Any], *more: tuple[str, Any]
) -> tuple[float | None, list[str]]:
    """Stock as read, and the notes: two parts alike, so that columns can be understood."""
    extra = [heading for heading, _ in more]
    row = [*cells, *(cell for _, cell in more)]
    reading = read_rows([
        ["Part number", "Description", *headings, *extra],
        ["P-1", "NdFeB magnet N42SH 20x10x5", *row],
        ["P-2", "NdFeB magnet N42SH 30x10x5", *row],
    ])  # fmt: skip
    return facts(reading, "stock_on_hand")[0], codes(reading)


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Stock (kg)", "Annual demand (pcs)"), (100, 3650)),
        (("Bestand [kg]", "Jahresbedarf [Stück]"), (100, 3650)),
        (("Stock on hand", "Annual demand"), ("100 kg", "3650 pcs")),
        (("Stock, m", "Annual demand, pcs"), (100, 3650)),
    ],
)
def test_kilograms_give_no_days_of_pieces(
    read_rows: ReadRows, headings: tuple[str, str], cells: tuple[Any, Any]
) -> None:
    found, told = stock(read_rows, headings, cells)
    assert found is None
    assert "W_AMBIGUOUS_NUMBER" in told


def test_where_a_piece_has_a_mass_kilograms_are_pieces(read_rows: ReadRows) -> None:
    """100 kg of 50 g are 2,000 pieces."""
    headings = ("Stock (kg)", "Annual demand (pcs)")
    found, told = stock(read_rows, headings, (100, 3650), ("Unit weight (g)", 50))
    assert (found, told) == (2000.0, [])


@pytest.mark.parametrize(
    ("headings", "stated"),
    [
        (("Stock (t)", "Annual demand (kg)"), 3000.0),
        (("Stock (pcs)", "Annual demand (Stück)"), 3.0),
        (("Stock (kg)", "Annual demand"), 3.0),
        (("Stock", "Annual demand (kg)"), 3.0),
    ],
)
def test_the_same_kind_of_unit_is_converted_and_silence_is_no_contradiction(
    read_rows: ReadRows, headings: tuple[str, str], stated: float
) -> None:
    assert stock(read_rows, headings, (3, 3650)) == (stated, [])


def test_the_unit_of_the_row_is_that_of_its_demand(read_rows: ReadRows) -> None:
    headings = ("Stock (kg)", "Annual demand")
    assert stock(read_rows, headings, (3, 3650), ("Unit", "KG")) == (3.0, [])
    found, told = stock(read_rows, headings, (3, 3650), ("Unit", "PC"))
    assert found is None
    assert "W_AMBIGUOUS_NUMBER" in told


@pytest.mark.parametrize(
    ("heading", "pieces"),
    [
        ("Stock (1000 pcs)", 900.0), ("Stock (in thousands)", 900.0), ("Stock [Tsd. Stück]", 900.0),
        ("Stock (1,000 EA)", 900.0), ("Stock (1000)", 0.9), ("Stock (pcs)", 0.9),
        ("Stock (k)", 900.0), ("Stock (k pcs)", 900.0), ("Stock (kpcs)", 900.0),
    ],
)  # fmt: skip
def test_a_heading_may_count_in_thousands(read_rows: ReadRows, heading: str, pieces: float) -> None:
    """0.9 thousand stopped the line on the very day. A bare 1000 may be a plant."""
    assert stock(read_rows, (heading, "Annual demand (pcs)"), (0.9, 3650))[0] == pieces


def test_demand_in_thousands_is_money_in_thousands_too(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["Part number", "Description", "Annual demand (1000 pcs)", "Unit price", "Currency"],
        ["P-1", "NdFeB magnet N42SH 20x10x5", 3.65, 2, "EUR"],
        ["P-2", "NdFeB magnet N42SH 30x10x5", 7.3, 2, "EUR"],
    ])  # fmt: skip
    assert facts(reading, "annual_quantity") == [3650, 7300]
    assert facts(reading, "annual_spend") == [7300, 14600]
    for unit in ("k pcs/yr", "1000 pcs p.a.", "k/year", "kpcs per year"):
        heading = ["Part number", "Description", f"Annual demand ({unit})"]
        assert facts(read_rows([heading, ["P-1", "Ring", 4], ["P-2", "Nut", 5]]), "annual_quantity") == [
            4000, 5000,
        ], unit  # fmt: skip


def test_thousands_are_turned_once_and_only_where_they_stand(read_rows: ReadRows) -> None:
    """Demand of a year and of a month, both in thousands, was a thousand times a thousand."""
    heading, row = ["Part number", "Description"], ["P-1", "NdFeB magnet N42SH 20x10x5"]
    for yearly, monthly in (("(1000 pcs)", "(1000 pcs)"), ("(1000 pcs)", "(pcs)")):
        reading = read_rows([
            [*heading, f"Annual demand {yearly}", f"Monthly usage {monthly}"], [*row, 24, 2],
        ])  # fmt: skip
        assert facts(reading, "annual_quantity") == [24000], (yearly, monthly)
    reading = read_rows([
        [*heading, "Annual demand (pcs)", "Monthly usage (1000 pcs)"], [*row, 24000, 2], ["P-2", "Nut", None, 3],
    ])  # fmt: skip
    assert facts(reading, "annual_quantity") == [24000, 36000]


def test_stock_in_days_is_no_number_of_pieces(read_rows: ReadRows) -> None:
    for heading in ("Stock (days)", "Bestand [Tage]", "Stock (in weeks)", "Transit (days)"):
        found, _ = stock(read_rows, (heading, "Annual demand"), (25, 3650))
        assert found is None, heading
    reading = read_rows([
        ["Part number", "Description", "On hand", "Stock (days)", "Transit time"],
        ["P-1", "Rotor", 500, 25, 40], ["P-2", "Stator", 1000, 100, 35],
    ])  # fmt: skip
    assert facts(reading, "annual_quantity") == [7300, 3650]
    assert facts(reading, "in_transit") == [None, None]


def test_the_base_unit_is_that_of_what_is_there_and_used(read_rows: ReadRows) -> None:
    """What is ordered by the kilogram may be kept and used by the piece."""
    rows = [["Part number", "Order unit", "Base unit", "Stock", "Annual demand"],
            ["A", "kg", "pcs", 900, 3650]]  # fmt: skip
    reading = read_rows(rows)
    assert facts(reading, "unit") == ["pcs"]
    assert facts(reading, "unit_mass_g") == [None]


def unit_beside(read_rows: ReadRows, heading: str, unit: str, base: str) -> str | None:
    row = [3650, unit, 100, base]
    reading = read_rows([
        ["Part number", "Description", "Annual demand", heading, "Stock", "Stock unit"],
        ["P-1", "NdFeB magnet N42SH 20x10x5", *row],
        ["P-2", "Hex bolt M8", *row],
    ])  # fmt: skip
    columns = reading.files[0].sheets[0].tables[0].columns
    return next((c.header for c in columns if c.field == "unit"), None)


def test_the_base_unit_takes_the_place_of_that_of_orders_alone(read_rows: ReadRows) -> None:
    """ "Unit" is that of the row whatever the stock is counted in, and where both say the same nothing is
    gained."""
    assert unit_beside(read_rows, "Unit", "pcs", "bundle of 9") == "Unit"
    assert unit_beside(read_rows, "Purchase unit", "pcs", "pcs") == "Purchase unit"


@pytest.mark.parametrize(
    ("headings", "more"),
    [
        (("Stock (kg)", "Monthly consumption (pcs)"), []),
        (("Stock (kg)", "Quantity (pcs)"), []),
        (("Stock (kg)", "Weekly demand"), [("Unit", "pcs")]),
    ],
)
def test_kilograms_are_no_pieces_of_a_month_or_a_product_either(
    read_rows: ReadRows, headings: tuple[str, str], more: list[tuple[str, str]]
) -> None:
    found, told = stock(read_rows, headings, (100, 3650), *more)
    assert (found, told) == (None, ["W_AMBIGUOUS_NUMBER"])


def test_units_may_stand_before_their_amounts(read_rows: ReadRows) -> None:
    row = ["pcs", 3650, "kg", 100]
    reading = read_rows([
        ["Part number", "Description", "Unit", "Annual demand", "Unit", "Stock"],
        ["P-1", "NdFeB magnet N42SH 20x10x5", *row],
        ["P-2", "Hex bolt M8", *row],
    ])  # fmt: skip
    assert facts(reading, "unit") == ["pcs", "pcs"]
    assert facts(reading, "stock_on_hand") == [None, None]


@pytest.mark.parametrize("heading", ["Packing unit", "Packaging", "Price unit", "Purchase UoM"])
def test_a_unit_of_packing_or_prices_behind_the_stock_is_not_that_of_the_stock(
    read_rows: ReadRows, heading: str
) -> None:
    """The stock in pieces was left out, for it "counts in box"."""
    reading = read_rows([
        ["Part number", "Description", "Unit", "Annual demand", "Stock", heading],
        ["P-1", "NdFeB magnet N42SH 20x10x5", "pcs", 3650, 400, "box"],
        ["P-2", "Hex bolt M8", "pcs", 3650, 400, "kg"],
    ])  # fmt: skip
    assert facts(reading, "stock_on_hand") == [400, 400]
    assert facts(reading, "unit") == ["pcs", "pcs"]


def test_the_unit_of_orders_is_not_that_of_the_stock_because_they_begin_alike(
    read_rows: ReadRows,
) -> None:
    row = ["KG", "ST", 100, 20]
    heads = ["Bestellmengeneinheit", "Basismengeneinheit", "Bestand", "Verbrauch/Monat"]
    reading = read_rows([
        ["Teilenummer", "Bezeichnung", *heads],
        ["P-1", "NdFeB magnet N42SH 20x10x5", *row],
        ["P-2", "Schraube M8", *row],
    ])  # fmt: skip
    assert facts(reading, "unit") == ["ST", "ST"]
    assert facts(reading, "unit_mass_g") == [None, None]


@pytest.mark.parametrize(
    ("heading", "demand", "unit", "kept"),
    [
        ("Annual demand (t)", 3.65, "kg", 400),
        ("Annual demand", "3.65 t", "kg", 400),
        ("Annual demand (pcs)", 3650, "EA", 400),
        ("Annual demand (pcs)", 3650, "kg", None),
    ],
)
def test_a_demand_in_another_unit_than_its_row_gives_no_wrong_day(
    read_rows: ReadRows, heading: str, demand: object, unit: str, kept: float | None
) -> None:
    """400 kg beside 3.65 t a year lasted until 2136, and kilograms were held against pieces."""
    reading = read_rows([
        ["Part number", "Description", heading, "Stock", "UoM"],
        ["P-1", "Dysprosium oxide powder", demand, 400, unit],
    ])  # fmt: skip
    assert facts(reading, "annual_quantity") == [pytest.approx(3650)]
    assert facts(reading, "stock_on_hand") == [kept]


@pytest.mark.parametrize(
    ("unit", "kept"), [("set", 1.0), ("Satz", 1.0), ("套", 1.0), ("box", None), ("kg", None)]
)
def test_pieces_of_a_heading_are_sets_in_a_row_that_counts_sets(
    read_rows: ReadRows, unit: str, kept: float | None
) -> None:
    """How many pieces a box or kilogram is, nothing says."""
    headings = ("Stock on hand (boxes)" if kept is None else "Stock on hand", "Annual demand (pcs)")
    found, _ = stock(read_rows, headings, (1, 12), ("UoM", unit), ("Unit price", 900))
    assert found == kept


def test_pieces_that_a_cell_counts_are_no_sets(read_rows: ReadRows) -> None:
    found, told = stock(read_rows, ("Stock on hand", "Annual demand"), ("400 pcs", "100 set"))
    assert found is None
    assert "W_AMBIGUOUS_NUMBER" in told


@pytest.mark.parametrize(
    ("unit", "of_stock", "found"),
    [
        ("pcs", "kg", None), ("kg", "pcs", None), ("pcs", "k pcs", 3000), ("k pcs", "pcs", 3),
        ("pcs", "pcs", 3),
    ],
)  # fmt: skip
def test_the_unit_of_the_stock_goes_before_one_that_stands_beside_it(
    read_rows: ReadRows, unit: str, of_stock: str, found: float | None
) -> None:
    """ "Unit | Stock | Stock unit": the first stands right before the stock and is that of the row."""
    reading = read_rows([
        ["Part number", "Description", "Unit", "Stock", "Stock unit", "Annual demand"],
        ["A", "Ring", unit, 3, of_stock, 100], ["B", "Bolt", unit, 3, of_stock, 100],
    ])  # fmt: skip
    assert facts(reading, "stock_on_hand") == [found, found]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Stock QC", None), ("Stock (QI)", None), ("Bestand QS", None), ("待检库存", None),
        ("RMA stock", None), ("Stock", 7), ("Free stock", 7), ("Stock OK", 7),
        ("Available stock excl. blocked", 7),
    ],
)  # fmt: skip
def test_stock_in_inspection_or_blocked_is_no_stock_to_use(
    read_rows: ReadRows, heading: str, found: float | None
) -> None:
    rows = [[f"A-{n}", f"Ring {n}", 100, 7] for n in range(6)]
    reading = read_rows([["Part number", "Description", "Annual demand", heading], *rows])
    assert facts(reading, "stock_on_hand") == [found] * 6


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Mã hàng", "Tên hàng", "Nhập", "Xuất", "SL còn lại"), None),
        (("품번", "품명", "입고", "출고", "잔량"), None),
        (("품번", "품명", "발주수량", "입고수량", "잔량"), 60),
    ],
)
def test_what_is_left_in_a_store_is_not_on_order(
    read_rows: ReadRows, headings: tuple[str, ...], found: float | None
) -> None:
    rows = [[f"A-{n}", f"Ring {n}", 100, 40, 60] for n in range(6)]
    reading = read_rows([list(headings), *rows])
    assert facts(reading, "open_order_quantity") == [found] * 6


def test_the_unit_of_the_stock_is_its_own_beside_that_of_orders_too(read_rows: ReadRows) -> None:
    row = ["pcs", 3, "k pcs", 100, "bundle of 9", 1.5]
    reading = read_rows([
        ["Part number", "Description", "Unit", "Stock", "Stock unit", "Annual demand", "Order unit", "Price"],
        ["A", "Ring", *row], ["B", "Bolt", *row],
    ])  # fmt: skip
    assert facts(reading, "stock_on_hand") == [3000, 3000]
    row[4] = "kg"
    reading = read_rows([
        ["Part number", "Description", "Unit", "Stock", "Stock unit", "Annual demand", "Order unit", "Price"],
        ["A", "Ring", *row], ["B", "Bolt", *row],
    ])  # fmt: skip
    assert facts(reading, "stock_on_hand") == [3000, 3000]
    assert facts(reading, "annual_quantity") == [100, 100]
