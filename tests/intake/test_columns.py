"""What a column means: by heading, then by its cells, then by its neighbours."""

from typing import Any

import pytest

from tests.intake.conftest import ReadRows
from tests.intake.looking import facts, fields, only_table


def table(*columns: tuple[str, list[Any]]) -> list[list[Any]]:
    """Rows of a list given column by column."""
    return [[c[0] for c in columns], *map(list, zip(*(c[1] for c in columns), strict=True))]


NUMBER = ("Teilenummer", ["4711-1", "4711-2", "4711-3"])
NAMES = ("Bezeichnung", ["Magnetring N42SH", "Sechskantschraube", "Lagerdeckel"])
PRICE = ("Preis", [1.5, 2.25, 13.99])


def test_sap_material_beside_a_short_text_is_the_part_number(read_rows: ReadRows) -> None:
    numbers = ("Material", ["000000000010004711", "000000000010004712", "000000000010004713"])
    found = fields(read_rows(table(numbers, ("Materialkurztext", NAMES[1]))))
    assert found == {"Material": "part_number", "Materialkurztext": "description"}


def test_material_beside_a_part_number_is_what_it_is_made_of(read_rows: ReadRows) -> None:
    steel = ("Material", ["Stahl verzinkt", "Sm2Co17 gesintert", "Aluminium EN AW-6060"])
    assert fields(read_rows(table(NUMBER, NAMES, steel)))["Material"] == "material"


@pytest.mark.parametrize("heading", ["Preiseinheit", "per", "PEINH", "Price Unit", "价格单位"])
def test_a_price_unit_is_never_a_price(read_rows: ReadRows, heading: str) -> None:
    found = fields(read_rows(table(NUMBER, NAMES, PRICE, (heading, [100, 1, 1000]))))
    assert found["Preis"] == "unit_price"
    assert found[heading] == "price_unit"


def test_a_unit_column_of_hundreds_is_a_price_unit(read_rows: ReadRows) -> None:
    found = fields(read_rows(table(NUMBER, NAMES, PRICE, ("Unit", [100, 1000, 1]))))
    assert found["Unit"] == "price_unit"


def test_the_comment_of_a_board_list_is_the_value_only_without_a_description(
    read_rows: ReadRows,
) -> None:
    comment = ("Comment", ["100nF", "10k", "STM32F405"])
    places = ("Designator", ["C1, C2", "R1", "U1"])
    words = ("Description", ["Capacitor ceramic", "Resistor thick film", "Microcontroller"])
    assert fields(read_rows(table(comment, places)))["Comment"] == "description"
    both = fields(read_rows(table(comment, words, places)))
    assert both["Comment"] is None
    assert both["Description"] == "description"
    assert both["Designator"] == "reference_designator"


def test_line_numbers_are_no_part_numbers(read_rows: ReadRows) -> None:
    found = fields(read_rows(table(("Item", [1, 2, 3]), NAMES)))
    assert found["Item"] is None


def test_a_number_beside_the_maker_is_the_makers(read_rows: ReadRows) -> None:
    makers = ("Manufacturer", ["Würth", "TDK", "Murata"])
    numbers = ("Part Number", ["9774030243R", "ACM1211-102", "GRM0335C1H"])
    found = fields(read_rows(table(("Description", NAMES[1]), makers, numbers)))
    assert found["Part Number"] == "mpn"


def test_codes_under_a_name_beside_a_description_are_makers_numbers(read_rows: ReadRows) -> None:
    codes = ("Part Name", ["W25Q80BLUXIG", "ESP8266EX", "SPX3819M5-L"])
    words = ("Description", ["NOR flash memory", "Wireless chip", "Voltage regulator"])
    found = fields(read_rows(table(("Part No", ["F-1", "E-1", "L-1"]), codes, words)))
    assert (found["Part Name"], found["Description"]) == ("mpn", "description")


@pytest.mark.parametrize(
    ("before", "field"),
    [
        (("Lieferant", ["ACME", "Bolt AG", "Hanlin"]), "supplier_country"),
        (NAMES, "country_of_origin"),
    ],
)
def test_a_bare_country_belongs_to_its_neighbour(
    read_rows: ReadRows, before: tuple[str, list[Any]], field: str
) -> None:
    found = fields(read_rows(table(NUMBER, NAMES, before, ("Land", ["CN", "DE", "JP"]))[0:]))
    assert found["Land"] == field


def test_a_heading_that_its_cells_contradict_is_not_believed(read_rows: ReadRows) -> None:
    rows = table(NUMBER, NAMES, ("Ursprungsland", ["Hamburg", "Lager 7", "siehe oben"]))
    found = {c.header: c for c in only_table(read_rows(rows)).columns}
    assert found["Ursprungsland"].field is None
    assert found["Ursprungsland"].confidence < 0.6


def test_a_second_price_column_fills_the_gaps_of_the_first(read_rows: ReadRows) -> None:
    usd, eur = ("Preis US$", [1.5, None, 3.5]), ("Preis EUR", [1.4, 2.3, None])
    reading = read_rows(table(NUMBER, NAMES, usd, eur))
    first, second = (c for c in only_table(reading).columns if "Preis" in c.header)
    assert (first.field, second.field) == ("unit_price", "unit_price")
    # Which of the two is paid, the headings do not say: a person is asked.
    assert max(first.confidence, second.confidence) < 0.8
    assert facts(reading, "unit_price") == [1.5, 2.3, 3.5]
    assert facts(reading, "currency") == ["USD", "EUR", "USD"]


def test_the_cells_say_which_price_is_that_of_the_line(read_rows: ReadRows) -> None:
    many, one, line = ("Menge", [4, 10, 3]), ("Preis", [1.5, 2.0, 7.0]), ("Kosten", [6.0, 20, 21])
    for columns in ((many, one, line), (line, many, one)):
        found = fields(read_rows(table(NUMBER, NAMES, *columns)))
        assert (found["Preis"], found["Kosten"]) == ("unit_price", "line_value")


def test_a_bare_price_beside_a_price_per_piece_is_that_of_the_line(read_rows: ReadRows) -> None:
    per_piece, bare = ("Preis/Stk. [€]", [6.3, 179.0, 2.0]), ("Preis [€]", [None, 179.0, None])
    found = fields(read_rows(table(NUMBER, NAMES, ("Anzahl", [3, 1, 5]), per_piece, bare)))
    assert found["Preis/Stk. [€]"] == "unit_price"
    assert found["Preis [€]"] == "line_value"


def test_the_mass_of_all_is_not_the_mass_of_one(read_rows: ReadRows) -> None:
    one, whole = ("Mass - g (each)", [2.0, 3.0, 4.0]), ("Mass (total)", [20.0, 6.0, 4.0])
    found = fields(read_rows(table(NUMBER, NAMES, whole, one)))
    assert (found["Mass - g (each)"], found["Mass (total)"]) == ("unit_mass", None)


def test_places_on_a_board_are_no_part_numbers(read_rows: ReadRows) -> None:
    found = fields(read_rows(table(("Part", ["C1", "R12", "U3"]), ("Description", NAMES[1]))))
    assert found["Part"] == "reference_designator"


def test_unknown_headings_are_read_by_their_cells(read_rows: ReadRows) -> None:
    rows = table(
        ("MRP", ["661-023-IND", "400-691-A", "400-588-B"]),
        ("Was es ist", ["Magnet ring sintered", "Ceramic capacitor", "Common mode filter"]),
        ("Menge", [1, 6, 56]),
        ("Chem. ID", ["1308-87-8", "7440-00-8", "1306-38-3"]),
        ("Preis", [1.0, 2.0, 3.0]),
    )
    found = fields(read_rows(rows))
    assert found["MRP"] == "part_number"
    assert found["Was es ist"] == "description"
    assert found["Chem. ID"] == "cas_number"
    confident = [
        c for c in only_table(read_rows(rows)).columns if c.header in ("MRP", "Was es ist")
    ]
    assert all(0.6 <= c.confidence < 0.8 for c in confident)


def test_a_grade_of_steel_is_no_magnet_grade(read_rows: ReadRows) -> None:
    steel = ("Grade", ["S355", "1.4301", "8.8"])
    magnet = ("Grade", ["N42SH", "38UH", "YXG-28"])
    assert fields(read_rows(table(NUMBER, NAMES, steel)))["Grade"] is None
    assert fields(read_rows(table(NUMBER, NAMES, magnet)))["Grade"] == "magnet_grade"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Unit Price (EUR)", "unit_price"), ("Annual Quantity 2026", "annual_quantity"),
        ("Country of\norigin", "country_of_origin"), ("HS-Code:", "hs_code"),
        ("unit_weight [g]", "unit_mass"), ("Lead time / Lieferzeit", "lead_time_days"),
        ("PART NO.", "part_number"), ("Ship-from country", "ships_from"),
    ],
)  # fmt: skip
def test_headings_are_compared_without_their_dress(
    read_rows: ReadRows, heading: str, field: str
) -> None:
    cells = {
        "country_of_origin": ["CN", "DE", "JP"], "ships_from": ["CN", "DE", "JP"],
        "hs_code": ["85051110", "73181590", "84831095"], "part_number": ["A-1", "B-2", "C-3"],
    }.get(field, [14, 21, 35])  # fmt: skip
    found = fields(
        read_rows(table(("Description", NAMES[1]), ("Qty", [1, 2, 3]), (heading, cells)))
    )
    assert found[heading] == field


def test_a_specification_is_added_to_the_description(read_rows: ReadRows) -> None:
    rows = table(
        ("料号", ["A-1", "A-2", "A-3"]),
        ("品名", ["钕铁硼磁钢", "螺丝", "螺丝 M4"]),
        ("规格型号", ["N42SH 直径10 厚3", "M4 长10", "M4"]),
    )
    reading = read_rows(rows)
    assert facts(reading, "description") == [
        "钕铁硼磁钢, N42SH 直径10 厚3",
        "螺丝, M4 长10",
        "螺丝 M4",
    ]
    cells = only_table(reading).cells
    assert (cells.used, cells.kept) == (9, 0)


def test_a_quantity_beside_a_storage_place_is_stock(read_rows: ReadRows) -> None:
    place = ("Lagerort", ["W1", "W1", "W2"])
    found = fields(read_rows(table(NUMBER, NAMES, place, ("Menge", [100, 20, 3]))))
    assert found["Menge"] == "stock_on_hand"
    priced = fields(read_rows(table(NUMBER, NAMES, place, ("Menge", [100, 20, 3]), PRICE)))
    assert priced["Menge"] == "quantity"


def test_the_net_mass_is_preferred_to_the_gross_one(read_rows: ReadRows) -> None:
    gross, net = ("Bruttogewicht (kg)", [2, 3, 4]), ("Nettogewicht (kg)", [1, 2, 3])
    found = fields(read_rows(table(NUMBER, NAMES, gross, net)))
    assert (found["Bruttogewicht (kg)"], found["Nettogewicht (kg)"]) == (None, "unit_mass")


def test_a_value_in_numbers_is_money_but_not_on_a_board(read_rows: ReadRows) -> None:
    value, many = ("Value", [10.5, 22.0, 3.2]), ("Quantity", [2, 3, 4])
    assert fields(read_rows(table(NUMBER, NAMES, many, value)))["Value"] == "line_value"
    places = ("Designator", ["R1", "R2", "R3"])
    board = fields(read_rows(table(places, ("Value", [100, 220, 470]), ("Qty", [1, 1, 1]))))
    assert board["Value"] != "line_value"


def test_who_uses_it_is_not_what_for(read_rows: ReadRows) -> None:
    who, what = ("End User", ["VW", "Airbus", "BMW"]), ("End Use", ["civil", "civil", "military"])
    found = fields(read_rows(table(NUMBER, NAMES, who, what)))
    assert (found["End User"], found["End Use"]) == (None, "end_use")


def test_line_numbers_may_begin_with_an_example(read_rows: ReadRows) -> None:
    lines = ("No", ["例）", 1, 2, 3, 4, 5, 6])
    names = ("品名", [f"リング磁石 {n}" for n in range(7)])
    assert fields(read_rows(table(lines, names, ("数量", [1] * 7))))["No"] is None


def test_short_references_may_be_places_on_a_board(read_rows: ReadRows) -> None:
    places = ("Ref", ["C1", "R12", "U3"])
    found = fields(
        read_rows(table(places, ("Value", ["100n", "10k", "NE555"]), ("Qty", [1, 1, 1])))
    )
    assert found["Ref"] == "reference_designator"


def test_the_number_of_a_shop_is_not_that_of_the_part(read_rows: ReadRows) -> None:
    shop = ("Part # (LCSC / Digi-Key)", ["C1525", "C17414", "C8734"])
    assert fields(read_rows(table(NAMES, ("Qty", [1, 2, 3]), shop)))[shop[0]] is None


def test_a_price_that_the_sums_prove_stays_to_be_looked_at_beside_another_currency(
    read_rows: ReadRows,
) -> None:
    reading = read_rows(
        [
            ["Nombre", "Precio US$", "Precio AR$", "Cantidad", "Total Precio US$"],
            ["Motor", 34.22, None, 4, 136.88],
            ["Encoder", 15.75, None, 2, 31.5],
            ["Rodamiento", 2.5, None, 6, 15],
            ["Correa", None, 11247.6, 2, 22.57],
        ]
    )
    found = {c.index: c for c in only_table(reading).columns}
    assert found[2].field == "unit_price"
    assert found[2].confidence < 0.8
    assert facts(reading, "currency") == ["USD", "USD", "USD", "ARS"]


@pytest.mark.parametrize(
    ("heading", "currency"),
    [("Precio USD", "USD"), ("Precio MXN", "MXN"), ("Precio unitario", None)],
)
def test_a_heading_that_names_the_currency_settles_the_bare_signs_below(
    read_rows: ReadRows, heading: str, currency: str | None
) -> None:
    names = ("Descripción", ["Imán N42SH", "Tornillo"])
    prices = (heading, ["$ 1250.00", "$ 12.50"])
    reading = read_rows(table(names, ("Cantidad", [10, 20]), prices))
    assert facts(reading, "currency") == [currency, currency]


@pytest.mark.parametrize("heading", ["番号", "Requested Part"])
def test_codes_under_a_number_or_what_was_asked_for_are_the_part_numbers(
    read_rows: ReadRows, heading: str
) -> None:
    codes = (heading, ["MG-4711", "SC-0001", "MT-1234"])
    found = fields(read_rows(table(codes, NAMES, ("Quantity", [4, 2, 8]))))
    assert found[heading] == "part_number"


def test_prov_beside_a_supplier_is_its_province(read_rows: ReadRows) -> None:
    names, many = ("Descripción", ["Imán N42SH", "Tornillo"]), ("Cantidad", [10, 20])
    short, firms = ("Prov.", ["Vizcaya", "Madrid"]), ("Proveedor", ["Imanes SA", "Tornisa"])
    assert facts(read_rows(table(names, many, short, firms)), "supplier") == firms[1]
    assert facts(read_rows(table(names, many, short)), "supplier") == short[1]


def test_what_was_used_since_new_year_is_no_demand_of_a_year(read_rows: ReadRows) -> None:
    since, year = ("YTD Usage", [300, 400, 50]), ("Annual usage", [1200, 1500, 200])
    assert facts(read_rows(table(NUMBER, NAMES, since, year)), "annual_quantity") == year[1]
    assert fields(read_rows(table(NUMBER, NAMES, since)))["YTD Usage"] is None


@pytest.mark.parametrize(
    ("name", "ordered", "came"),
    [
        ("Description", "Ordered Qty", "Delivered Qty"),
        ("Bezeichnung", "Bestellmenge", "Gelieferte Menge"),
        ("物料名称", "订货数量", "送货数量"),
    ],
)
def test_what_came_of_an_order_is_not_what_was_ordered(
    read_rows: ReadRows, name: str, ordered: str, came: str
) -> None:
    names, many, some = (name, NAMES[1]), (ordered, [1200, 1500, 200]), (came, [0, 400, 50])
    assert facts(read_rows(table(names, some, many)), "quantity") == many[1]
    assert facts(read_rows(table(names, many, some)), "quantity") == many[1]
    assert facts(read_rows(table(names, some)), "quantity") == some[1]
