"""A heading is not believed where the cells below it cannot be what it says; where they can, it is."""

from collections.abc import Sequence

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields, rows

NAMES = ["Ring", "Shaft", "Housing", "Cable", "Screw"]


def _list(*columns: tuple[str, Sequence[object]]) -> list[list[object]]:
    return [
        [heading for heading, _ in columns],
        *map(list, zip(*(c for _, c in columns), strict=True)),
    ]


def test_the_key_of_a_maker_is_no_number_of_his(read_rows: ReadRows) -> None:
    parts = ("Código", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Descripción", NAMES)
    keys = read_rows(_list(*parts, ("ID Marca", [5, 5, 0, 0, 5])))
    assert "mpn" not in fields(keys).values()
    codes = read_rows(_list(*parts, ("ID fabricante", ["6203-2Z", "W21", "AS-7", "K2.1", "M5x16"])))
    assert fields(codes)["ID fabricante"] == "mpn"


def test_ticks_are_no_orders(read_rows: ReadRows) -> None:
    parts = ("Part number", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Quantity", [5, 7, 9, 3, 2])
    assert (
        "open_order_quantity"
        not in fields(read_rows(_list(*parts, ("Open", [1, 0, None, 1, 1])))).values()
    )
    counted = fields(read_rows(_list(*parts, ("Open", [1, 0, None, 4, 1]))))
    assert counted["Open"] == "open_order_quantity"


def test_volts_are_no_money(read_rows: ReadRows) -> None:
    parts = ("Anzahl", [1, 2, 1, 1, 4]), ("Bauteil", NAMES)
    volts = read_rows(_list(*parts, ("Wert", ["230V", "1A", "18 V", "100 kHz", "4 A"])))
    assert "line_value" not in fields(volts).values()
    money = read_rows(_list(*parts, ("Wert", [230, 1.5, 18, 4, 12.5])))
    assert fields(money)["Wert"] == "line_value"


def test_codes_filled_up_with_noughts_are_no_places_on_a_board(read_rows: ReadRows) -> None:
    codes = read_rows(
        _list(("code", ["SP001", "SP002", "SP003", "SP004", "SP007"]), ("name", NAMES))
    )
    assert facts(codes, "part_number")[0] == "SP001"
    places = read_rows(
        _list(("Reference", ["R001", "C002", "R003", "U4", "C17"]), ("Value", NAMES))
    )
    assert "part_number" not in fields(places).values()


def test_the_name_beside_a_customer_names_no_part(read_rows: ReadRows) -> None:
    sold = read_rows(_list(
        ("ID cliente", [7, 7, 9, 9, 9]), ("Nombre", ["Sur", "Sur", "Este", "Este", "Este"]),
        ("Producto", ["P-1", "P-2", "P-3", "P-4", "P-5"]), ("Descripción", NAMES), ("Unidades", [1, 2, 3, 4, 5]),
    ))  # fmt: skip
    assert facts(sold, "description") == NAMES
    alone = read_rows(
        _list(("ID cliente", [7, 7, 9, 9, 9]), ("Nombre", NAMES), ("Unidades", [1, 2, 3, 4, 5]))
    )
    assert facts(alone, "description") == NAMES


def test_what_was_sold_is_not_needed(read_rows: ReadRows) -> None:
    parts = ("Código", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Descripción", NAMES)
    for heading in ("Unidades vendidas", "Quantité vendue", "Quantità venduta", "売上数量"):
        assert (
            "quantity" not in fields(read_rows(_list(*parts, (heading, [9, 8, 7, 6, 5])))).values()
        ), heading
    ordered = fields(read_rows(_list(*parts, ("Unidades pedidas", [9, 8, 7, 6, 5]))))
    assert ordered["Unidades pedidas"] == "quantity"


def test_the_cost_of_all_is_not_that_of_one(read_rows: ReadRows) -> None:
    parts = ("Código", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Descripción", NAMES)
    both = read_rows(
        _list(*parts, ("Costo", [500, 80, 77, 61, 59]), ("Costo promedio und", [5, 8, 7, 6, 5]))
    )
    assert facts(both, "unit_price")[0] == 5
    alone = read_rows(_list(*parts, ("Costo", [500, 80, 77, 61, 59])))
    assert facts(alone, "unit_price")[0] == 500
    sap = read_rows(
        _list(*parts, ("Price", [500, 80, 77, 61, 59]), ("Price Unit", [100, 1, 1, 100, 1]))
    )
    assert facts(sap, "unit_price")[0] == 5


def test_a_value_of_one_is_a_price(read_rows: ReadRows) -> None:
    parts = ("Descrição", NAMES), ("Quantidade", [4, 2, 3, 9, 5])
    assert (
        facts(read_rows(_list(*parts, ("Valor (Unidade)", [86, 59, 50, 18, 1]))), "unit_price")[0]
        == 86
    )
    assert (
        "unit_price"
        not in fields(read_rows(_list(*parts, ("Valor", [86, 59, 50, 18, 1])))).values()
    )


def test_money_in_cents(read_rows: ReadRows) -> None:
    for heading in ("Preis in ct", "Price (cents)", "Prix en centimes"):
        assert (
            facts(read_rows(_list(("Name", NAMES), (heading, [599, 299, 1, 5, 7]))), "unit_price")[
                0
            ]
            == 5.99
        )
    whole = read_rows(_list(("Name", NAMES), ("Preis in EUR", [599, 299, 1, 5, 7])))
    assert facts(whole, "unit_price")[0] == 599


def test_the_price_without_the_tax_is_taken_whatever_stands_first(read_rows: ReadRows) -> None:
    parts = ("Bezeichnung", NAMES), ("Menge", [4, 2, 3, 9, 5])
    net = ("Preis/VE (netto)", [100, 50, 10, 8, 6])
    gross = ("Preis/VE (brutto)", [119, 59.5, 11.9, 9.52, 7.14])
    assert facts(read_rows(_list(*parts, gross, net)), "unit_price")[0] == 100
    assert facts(read_rows(_list(*parts, net, gross)), "unit_price")[0] == 100


def test_what_costs_nothing_where_none_is_ordered_is_no_price(read_rows: ReadRows) -> None:
    parts = ("material_id", ["M1", "M2", "M3", "M4", "M5", "M6"]), ("name", [*NAMES, "Motor"])
    ordered = ("final_order_qty", [0, 0, 0, 40, 70, 90])
    money = read_rows(_list(*parts, ordered, ("estimated_cost", [0, 0, 0, 900, 1470, 630])))
    assert "unit_price" not in fields(money).values()
    price = read_rows(_list(*parts, ordered, ("estimated_cost", [3, 2, 7, 9, 14, 6])))
    assert facts(price, "unit_price")[0] == 3


def test_links_and_remarks_between_parts_are_none(read_rows: ReadRows) -> None:
    reading = read_rows([
        ["Descrição", "Quantidade", "Preço"], ["Ring", 4, 86], ["Disponível em:", None, None, None, "x", 5],
        ["https://shop.example/1"], ["Shaft", 4, 59], ["(outra serve)", None, None],
        ["Housing", 4, 50], ["Cable", 4, 18], ["Screw", 4, 1],
    ])  # fmt: skip
    assert rows(reading) == [2, 5, 7, 8, 9]


def test_lists_of_hours_are_work(read_rows: ReadRows) -> None:
    work = [
        ["Horas", "Nombre", "Costo"],
        [64, "Mecánica", 50000],
        [72, "Electrónica", 50000],
        [8, "Motor", 9000],
    ]
    assert rows(read_rows(work)) == []
    parts = [["Cantidad", "Nombre", "Costo"], [64, "Mecánica", 50000], [72, "Electrónica", 50000]]
    assert rows(read_rows(parts)) == [2, 3]


def test_equal_lines_of_two_lists_are_both_parts(read_rows: ReadRows) -> None:
    head, screw, ring = ["Item", "Qty", "Price"], ["Screw", 4, 1.5], ["Ring", 1, 9]
    assert rows(read_rows([head, screw, ring, [], head, screw, ["Shaft", 1, 7]])) == [2, 3, 6, 7]
    assert rows(read_rows([head, screw, ring, screw, ["Shaft", 1, 7]])) == [2, 3, 5]


def test_units_right_of_a_stock_are_no_countries(read_rows: ReadRows) -> None:
    reading = read_rows(_list(
        ("Code", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Description", NAMES),
        ("Stock", [8, 7, 6, 5, 4]), ("", ["Pl", "Pl", "Ro", "Pl", "Pl"]),
    ))  # fmt: skip
    assert "country_of_origin" not in fields(reading).values()


def test_what_is_counted_at_places_of_a_board_is_a_part(read_rows: ReadRows) -> None:
    head = ["Designator", "Quantity", "Designation"]
    reading = read_rows(
        [head, ["R1,R2", 2, 0], ["C1", 1, "100n"], ["FID1", None, None], ["U1", 1, "LM358"]]
    )
    assert rows(reading) == [2, 3, 5]


def test_a_short_price_of_one_is_no_price_unit(read_rows: ReadRows) -> None:
    parts = ("Codice", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Descrizione", NAMES)
    price = read_rows(
        _list(*parts, ("Q.tà", [4, 2, 3, 1, 1]), ("Pr. unit.", [1.25, 10, 100, 7, 3]))
    )
    assert facts(price, "unit_price") == [1.25, 10, 100, 7, 3]
    for_many = read_rows(
        _list(*parts, ("Price", [5, 5, 80, 7, 3]), ("Pr. unit", [1, 10, 100, 1, 1]))
    )
    assert facts(for_many, "unit_price") == [5, 0.5, 0.8, 7, 3]


def test_ticks_under_the_code_of_a_money_are_no_prices(read_rows: ReadRows) -> None:
    """ "CAD" is where the drawing is, and the Canadian dollar."""
    parts = ("Part number", ["A-1", "A-2", "A-3", "A-4", "A-5"]), ("Quantity", [5, 7, 9, 3, 2])
    assert "unit_price" not in fields(read_rows(_list(*parts, ("CAD", [1, 0, 1, 1, 0])))).values()
    priced = read_rows(_list(*parts, ("CAD", [1, 0.5, 12, 3, 0])))
    assert fields(priced)["CAD"] == "unit_price"
