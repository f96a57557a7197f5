"""What exports of ERP systems say by halves: sister languages, date formulas, running stocks, bases of prices."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields

PARTS = ["MG-101", "MG-102", "MG-103", "MG-104"]
NAMES = ["Block magnet", "Hex screw", "Bearing", "Gasket"]


def rows_of(**columns: list[Any]) -> list[list[Any]]:
    """A list of four parts with further columns; ``_`` in a name stands for a blank."""
    table = {"Part number": PARTS, "Description": NAMES} | columns
    heads = [name.replace("_", " ") for name in table]
    return [heads, *(list(row) for row in zip(*table.values(), strict=True))]


def test_headings_of_sister_languages_are_those_of_one_list(read_rows: ReadRows) -> None:
    """No single list of words has all of SAP's Spanish labels; the whole list was "no parts table"."""
    head = ["Material", "Ce.", "Texto breve material", "UMB", "Plazo entrega previsto",
            "País origen", "Consumo anual"]  # fmt: skip
    found = read_rows([head, ["3000810", "ES01", "Imán anular", "UN", 60, "CN", 18250]])
    assert facts(found, "annual_quantity") == [18250]
    assert facts(found, "country_of_origin") == ["CN"]


def test_a_line_of_translations_is_no_heading(read_rows: ReadRows) -> None:
    found = read_rows(
        [["Part number", "Teilenummer", "Référence article", "品番"], ["a", "b", "c", "d"]]
    )
    assert not len(found.parts)


@pytest.mark.parametrize(
    ("heading", "cells", "days"),
    [
        ("Délai d'approvisionnement", ["12S", "4S", "30J", "1S"], [84, 28, 30, 7]),
        ("Plazo entrega", ["2S", "15D", "1S", "3S"], [14, 15, 7, 21]),
        ("Tempo di consegna", ["30G", "2S", "1S", "7G"], [30, 14, 7, 7]),
        ("Beschaffungszeit", ["8W", "30T", "1W", "5T"], [56, 30, 7, 5]),
        ("Lieferzeit", ["8X", "6 Wochen", "10Q", "2 Wochen"], [None, 42, None, 14]),
        ("Lead time", ["1.5X", "6 weeks", "12 m", "30 days"], [None, 42, None, 30]),
    ],
)
def test_the_letter_of_a_date_formula_is_its_unit(
    read_rows: ReadRows, heading: str, cells: list[str], days: list[int | None]
) -> None:
    """ "12S" is twelve weeks in French; a letter that nobody knows leaves the time open, not in days."""
    assert facts(read_rows(rows_of(**{heading: cells})), "lead_time_days") == days


def test_the_balance_of_what_came_and_went_is_the_stock(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(Opening_Qty=[10, 20, 30, 40], In_Qty=[5, 5, 5, 5],
                              Out_Qty=[1, 2, 3, 4], Balance_Qty=[14, 23, 32, 41]))  # fmt: skip
    assert facts(found, "stock_on_hand") == [14, 23, 32, 41]
    assert "quantity" not in fields(found).values()


@pytest.mark.parametrize("is_upwards", [True, False])
def test_the_last_balance_of_a_journal_is_the_stock(read_rows: ReadRows, is_upwards: bool) -> None:
    """The balances of one part would have been added up: 100 and 70."""
    rows = [["2026-01-05", "MG-101", "Magnet", 100, 0, 100], ["2026-01-09", "MG-101", "Magnet", 0, 30, 70],
            ["2026-02-01", "MG-102", "Screw", 500, 0, 500]]  # fmt: skip
    head = ["Datum", "Artikelnummer", "Bezeichnung", "Zugang", "Abgang", "Saldo"]
    found = read_rows([head, *(rows if is_upwards else reversed(rows))])
    left = facts(found, "stock_on_hand")
    assert left == ([None, 70, 500] if is_upwards else [500, 70, None])


def test_rows_whose_balances_do_not_follow_are_no_journal(read_rows: ReadRows) -> None:
    """Stores of one part, each with what came and went in it."""
    rows = [
        ["2026-01-05", "MG-101", "Magnet", 5, 2, 100],
        ["2026-01-09", "MG-101", "Magnet", 1, 3, 70],
    ]
    head = ["Stand", "Artikelnummer", "Bezeichnung", "Zugang", "Abgang", "Bestand"]
    assert facts(read_rows([head, *rows]), "stock_on_hand") == [100, 70]


def test_the_balance_of_an_order_is_no_stock(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(PO_no=["P1", "P2", "P3", "P4"], Order_Qty=[15, 25, 35, 45],
                              Received_Qty=[1, 2, 3, 4], Balance_Qty=[14, 23, 32, 41]))  # fmt: skip
    assert "stock_on_hand" not in fields(found).values()


def test_the_base_quantity_of_a_price_is_what_it_is_for(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(Net_price=[31.2, 9.5, 4.0, 2.5], Currency=["EUR"] * 4,
                              Base_quantity=[100, 1000, 10, 1]))  # fmt: skip
    assert facts(found, "unit_price") == [0.312, 0.0095, 0.4, 2.5]


def test_the_base_quantity_of_a_bill_is_that_of_the_product(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(Quantity=[2, 4, 1, 3], Net_price=[31.2, 9.5, 4.0, 2.5],
                              Currency=["EUR"] * 4, Base_quantity=[1, 1, 1, 1]))  # fmt: skip
    assert fields(found).get("Base quantity") is None
    assert facts(found, "quantity") == [2, 4, 1, 3]


def test_numbers_with_two_hyphens_are_no_places_on_a_board(read_rows: ReadRows) -> None:
    numbers = ["A8484-766-95", "A7903-121-71", "A3586-924-26", "A1204-310-11"]
    found = read_rows([["Artikel", "Beschreibung", "Lagerbestand"],
                       *([n, name, 10] for n, name in zip(numbers, NAMES, strict=True))])  # fmt: skip
    assert facts(found, "part_number") == numbers


def test_ranges_of_places_stay_places(read_rows: ReadRows) -> None:
    found = read_rows([["Reference", "Value", "Footprint", "Qty"], ["C1-4, C9", "100n", "0603", 5],
                       ["R1-R3", "10k", "0603", 3], ["U1", "STM32F103", "LQFP48", 1]])  # fmt: skip
    assert fields(found)["Reference"] == "reference_designator"


def test_a_path_of_a_system_says_more_of_the_firm(read_rows: ReadRows) -> None:
    columns: dict[str, list[Any]] = {"Anbieter/Lieferant": ["Nord GmbH", "Süd AG", "Ost KG", "West SE"],
                                 "Kosten": [1.5, 2.5, 3.5, 4.5],
                                 "Anbieter/Währung": ["EUR", "USD", "EUR", "CNY"]}  # fmt: skip
    found = read_rows(rows_of(**columns))
    assert facts(found, "currency") == ["EUR", "USD", "EUR", "CNY"]
    assert facts(found, "supplier") == ["Nord GmbH", "Süd AG", "Ost KG", "West SE"]


def test_what_is_paid_goes_before_what_the_store_reckons_with(read_rows: ReadRows) -> None:
    found = read_rows([["商品コード", "商品名", "在庫単価", "標準仕入単価", "現在庫数"],
                       ["MG-1", "磁石", 8, 29.86, 100], ["MG-2", "ねじ", 48, 1.73, 200]])  # fmt: skip
    assert facts(found, "unit_price") == [29.86, 1.73]


def test_the_mass_in_a_joined_heading_has_its_unit(read_rows: ReadRows) -> None:
    found = read_rows([["CodigoArticulo", "DescripcionArticulo", "UnidadSaldo", "PesoNetoKg"],
                       ["IM-1", "Imán", 170, 0.0075]])  # fmt: skip
    assert facts(found, "unit_mass_g") == [7.5]
    assert facts(found, "stock_on_hand") == [170]


@pytest.mark.parametrize(
    ("columns", "on_the_way"),
    [
        ({"In transit (sea)": [50, 0, 0, 0], "In transit (air)": [30, 5, None, 0]}, [80, 5, 0, 0]),
        ({"In transit": [80, 5, 0, 1], "In transit (sea)": [50, 0, 0, 1], "In transit (air)": [30, 5, 0, 0]},
         [80, 5, 0, 1]),
        ({"In transit": [80, 5, 0, 1], "Goods in transit": [80, 5, 0, 1]}, [80, 5, 0, 1]),
        ({"船便積送中": [50, 0, 0, 0], "航空便積送中": [30, 5, None, 0]}, [80, 5, 0, 0]),
        ({"Umlagerung": [50, 0, 0, 0], "Transitbestand": [None, 7, None, None]}, [50, 7, 0, 0]),
    ],
)  # fmt: skip
def test_all_that_is_on_its_way_is_added_once(
    read_rows: ReadRows, columns: dict[str, list[Any]], on_the_way: list[int]
) -> None:
    found = read_rows(rows_of(Stock=[1, 2, 3, 4], **columns))
    assert facts(found, "in_transit") == on_the_way
    assert facts(found, "stock_on_hand") == [1, 2, 3, 4]


def test_the_name_beside_the_number_of_a_supplier_is_the_suppliers(read_rows: ReadRows) -> None:
    found = read_rows([["Proveedor", "Nombre 1", "Material", "Precio neto", "Moneda", "Cantidad base"],
                       ["104500", "Imanes Levante S.L.", "3000810", 31.2, "EUR", 100]])  # fmt: skip
    assert facts(found, "supplier") == ["Imanes Levante S.L."]
    assert facts(found, "unit_price") == [0.312]


def test_an_end_in_the_year_9999_is_no_end(read_rows: ReadRows) -> None:
    """The day after it is none: the list was not read at all."""
    head = ["Material", "Denominación", "Cantidad estándar de pedido", "Válido hasta"]
    found = read_rows([head, *([f"300081{n}", "Imán", 40 + n, "31/12/9999"] for n in range(4))])
    assert len(found.parts) == 4
    both = [[*head, "Válido de"], ["3000810", "Imán", 40, "31/12/9999", "01/01/2026"]]
    assert len(read_rows(both).parts) == 1


def test_a_kind_of_good_is_no_material(read_rows: ReadRows) -> None:
    for cells, is_material in ((["Raw material", "Semi-finished", "Purchased", "Raw material"], False),
                               (["Steel", "Brass", "NdFeB N42", "Steel"], True)):  # fmt: skip
        found = read_rows(rows_of(Material_Type=cells))
        assert (fields(found)["Material Type"] == "material") == is_material


def test_a_number_beside_the_makers_is_ones_own(read_rows: ReadRows) -> None:
    """PLM systems head their own number so; beside a mere "MPN" of doubt it stays open."""
    found = read_rows([["Number", "Name", "Version", "Manufacturer Part Number"],
                       ["A2271-473-76", "Ring magnet", "A.1", "RM-20"],
                       ["A8046-866-29", "Screw", "B.2", "SC-7"],
                       ["A9528-233-22", "Gasket", "A.1", "GA-1"]])  # fmt: skip
    assert facts(found, "part_number") == ["A2271-473-76", "A8046-866-29", "A9528-233-22"]


@pytest.mark.parametrize("heading", ["PLZ(Tage)", "PLZ [Tage]", "PLZ (Tage)"])
def test_a_unit_in_brackets_belongs_to_its_heading(read_rows: ReadRows, heading: str) -> None:
    assert facts(read_rows(rows_of(**{heading: [7, 42, 21, 10]})), "lead_time_days") == [
        7,
        42,
        21,
        10,
    ]


@pytest.mark.parametrize(
    ("states", "usable"),
    [
        ("AQRA", [1, 0, 0, 4]),
        ("AAAA", [1, 2, 3, 4]),
        ("QQRR", [1, 2, 3, 4]),
        ("ABCQ", [1, 2, 3, 4]),
    ],
)
def test_the_statuses_of_sage_say_what_may_be_used(
    read_rows: ReadRows, states: str, usable: list[int]
) -> None:
    """A is accepted, Q in inspection, R rejected; where no A is there the letters may mean anything."""
    found = read_rows(
        rows_of(Lot=["L1", "L2", "L3", "L4"], Statut=list(states), Stock=[1, 2, 3, 4])
    )
    assert facts(found, "stock_on_hand") == usable


@pytest.mark.parametrize("heading", ["Wert Umlagerung", "Value in transit", "In-transit cost",
                                     "In transit since", "Transit %", "Valeur en transit"])  # fmt: skip
def test_what_goods_on_their_way_are_worth_is_no_amount_of_them(
    read_rows: ReadRows, heading: str
) -> None:
    """977.50 of money were added to 50 pieces, or stood for them."""
    worth = {heading: [977.5, 12, 0, 3]}
    found = read_rows(rows_of(Stock=[1, 2, 3, 4], Transit=[50, 0, 0, 1], **worth))
    assert facts(found, "in_transit") == [50, 0, 0, 1]
    assert "in_transit" not in fields(read_rows(rows_of(Stock=[1, 2, 3, 4], **worth))).values()


@pytest.mark.parametrize(
    "heading",
    ["Valor libre utilización", "Valore utilizzo libero", "Wert Bestand", "Bestand EUR", "Stock %",
     "Wert Sperrbestand", "Sicherheitsbestand Wert", "Stock ($)"],
)  # fmt: skip
def test_what_a_stock_is_worth_is_no_stock(read_rows: ReadRows, heading: str) -> None:
    found = read_rows(rows_of(**{heading: [977.5, 12, 0, 3]}, Unit_price=[1, 2, 3, 4]))
    stocks = {"stock_on_hand", "stock_blocked", "safety_stock"}
    assert stocks.isdisjoint(set(fields(found).values()))


@pytest.mark.parametrize(
    "heading", ["Jahresverbrauch EUR", "Annual usage value", "Jahresbedarf Wert"]
)
def test_what_a_demand_is_worth_is_the_spend(read_rows: ReadRows, heading: str) -> None:
    found = read_rows(rows_of(**{heading: [9770, 12, 8, 3]}))
    assert facts(found, "annual_quantity") == [None] * 4
    assert facts(found, "annual_spend") == [9770, 12, 8, 3]
    both = read_rows(rows_of(Annual_demand=[100, 1, 2, 3], **{heading: [9770, 12, 8, 3]}))
    assert facts(both, "annual_quantity") == [100, 1, 2, 3]


def test_amounts_in_pieces_stay_amounts(read_rows: ReadRows) -> None:
    found = read_rows(rows_of(**{"Stock (pcs)": [1, 2, 3, 4], "Annual demand [pcs]": [5, 6, 7, 8],
                                 "Monatsverbrauch Stk": [1, 1, 1, 1]}))  # fmt: skip
    assert facts(found, "stock_on_hand") == [1, 2, 3, 4]
    assert facts(found, "annual_quantity") == [5, 6, 7, 8]
