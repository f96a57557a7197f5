"""Two columns under one heading or for one fact: which of them says it, and when neither rule holds."""

from typing import Any

import pytest

from desktop_app.intake.headings import heading_book
from tests.intake.conftest import ReadRows
from tests.intake.looking import codes, facts, fields, only_table, rows
from tests.intake.test_columns import table

NAMES = [
    "Ring magnet N42SH",
    "Hex bolt M5x16",
    "Gasket 42x2",
    "Servo motor 24 V",
    "Cable 3 m",
    "Rotor",
]
NUMBERS = [f"A-{n}01" for n in range(1, 7)]
OTHERS = [f"HM-{n}44X" for n in range(1, 7)]
GROUPS = ["Magnets", "Fasteners", "Seals", "Drives", "Cables", "Drives"]


def used(read_rows: ReadRows, *columns: tuple[str, list[Any]]) -> dict[str, str | None]:
    return fields(read_rows(table(*columns)))


def test_the_description_right_of_the_number_is_that_of_the_part(read_rows: ReadRows) -> None:
    reading = read_rows(
        table(
            ("Group", ["G1"] * 6),
            ("Description", GROUPS),
            ("Part code", NUMBERS),
            ("Description", NAMES),
        )
    )
    assert facts(reading, "description") == NAMES


def test_descriptions_of_which_none_stands_beside_a_number_are_read_together(
    read_rows: ReadRows,
) -> None:
    reading = read_rows(table(("Description", GROUPS), ("Description", NAMES), ("Qty", [1.0] * 6)))
    assert "Ring magnet" in str(facts(reading, "description")[0])


@pytest.mark.parametrize(
    ("own", "other"), [("社内品番", "品番"), ("Internal part no", "Part number")]
)
def test_the_own_number_goes_before_that_of_the_maker(
    read_rows: ReadRows, own: str, other: str
) -> None:
    found = used(read_rows, (other, OTHERS), (own, NUMBERS), ("品名", NAMES), ("メーカー", GROUPS))
    assert (found[own], found[other]) == ("part_number", "mpn")


def test_without_a_maker_the_other_number_is_nobodys(read_rows: ReadRows) -> None:
    found = used(read_rows, ("品番", OTHERS), ("社内品番", NUMBERS), ("品名", NAMES))
    assert (found["社内品番"], found["品番"]) == ("part_number", None)


MAKERS = ["Arnold", "Bossard", "Trelleborg", "Maxon", "Lapp", "Arnold"]


@pytest.mark.parametrize(
    ("own", "other", "maker"),
    [
        ("Material No", "Part Number", "Manufacturer"),
        ("Artikelnummer", "Teilenummer", "Hersteller"),
    ],
)
def test_a_second_number_right_before_the_makers_is_theirs(
    own: str, other: str, maker: str, read_rows: ReadRows
) -> None:
    said = used(read_rows, (own, NUMBERS), ("Qty", [1] * 6), (other, OTHERS), (maker, MAKERS))
    assert (said[own], said[other]) == ("part_number", "mpn")
    apart = used(read_rows, (own, NUMBERS), (other, OTHERS), ("Qty", [1] * 6), (maker, MAKERS))
    assert apart[other] is None


def test_codes_of_items_are_the_own_numbers_beside_the_makers(read_rows: ReadRows) -> None:
    def of(items: list[Any]) -> str | None:
        told = [("Item No.", items), ("Manufacturer", MAKERS), ("Part Number", OTHERS)]
        return used(read_rows, *told, ("Qty", [1] * 6))["Item No."]

    assert of(NUMBERS) == "part_number"
    for lines in ([1, 2, 3, 4, 5, 6], ["1", "1.1", "1.2", "2", "2.1", "3"], ["A-101"] * 6):
        assert of(lines) != "part_number"


def test_a_part_number_of_words_beside_a_shops_is_the_name(read_rows: ReadRows) -> None:
    some = ["47065T271", None, "4310", None, "2737T101", None]
    found = used(read_rows, ("PART NUMBER", NAMES), ("Part No", some), ("QTY.", [1.0] * 6))
    assert (found["PART NUMBER"], found["Part No"]) == ("description", "part_number")
    described = used(read_rows, ("PART NUMBER", NAMES), ("Part No", some), ("Description", GROUPS))
    assert described["Description"] == "description"


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Warehouse description", None), ("Descrizione conto", None), ("仓库描述", None),
        ("Project description", None), ("Category description", "material_group"),
        ("类别名称", "material_group"), ("Warehouse item description", "description"),
        ("Item description", "description"), ("Description of goods", "description"),
    ],
)  # fmt: skip
def test_the_text_of_another_thing_describes_no_part(heading: str, field: str | None) -> None:
    meanings = heading_book().meanings(heading)
    assert (meanings[0].field if meanings else None) == field


def test_what_a_part_costs_goes_before_what_customers_pay(read_rows: ReadRows) -> None:
    costs, prices = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [2.0, 4.0, 6.0, 8.0, 10.0, 12.0]
    told = (("Código", NUMBERS), ("Descrição", NAMES), ("Estoque", [5.0] * 6))
    found = used(read_rows, *told, ("Custo (R$)", costs), ("Preço (R$)", prices))
    assert (found["Custo (R$)"], found["Preço (R$)"]) == ("unit_price", None)
    alone = used(read_rows, *told, ("Preço (R$)", prices))
    assert alone["Preço (R$)"] == "unit_price"


def test_between_a_least_and_a_most_a_quantity_is_stock(read_rows: ReadRows) -> None:
    told = (("Item code", NUMBERS), ("Name", NAMES), ("Quantity", [5.0, 7.0, 9.0, 1.0, 2.0, 3.0]))
    bounds = (("Min stock", [1.0] * 6), ("Max stock", [9.0] * 6))
    assert used(read_rows, *told, *bounds)["Quantity"] == "stock_on_hand"
    line = ("Line value", [5.0, 9.0, 3.0, 4.0, 8.0, 1.0])
    assert used(read_rows, *told, *bounds, line)["Quantity"] == "quantity"


def test_a_column_of_names_alone_is_a_list_and_said_to_be_guessed(read_rows: ReadRows) -> None:
    reading = read_rows([[name] for name in NAMES])
    assert rows(reading) == [1, 2, 3, 4, 5, 6]
    assert "W_NO_HEADING" in codes(reading)
    headed = read_rows([["HARDWARE NEEDED"], *([name] for name in NAMES)])
    assert only_table(headed).header_row == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["Hans Meier", "Anna Huber", "Jo Doe", "Li Wei"],
        ["The plan was changed on 12 May by A4.", "It says 3x more. Please read the M5 note again.",
         "All parts of N42SH were sent. Ask us for 24 V.", "The end of it 25x8 is near."],
        ["Stuttgart", "Ningbo", "Torino", "Lyon"],
        ["Room A12", "Room B13", "Hall C14", "Hall D15"],
        ["Kernel panic at 0x00a1 in v1", "Kernel panic at 0x00b2 in v2", "Module v3 unloaded a4"],
        ["QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w" + sign for sign in "1234"],
        ["def size5x8(a1): return 5 mm", "def size6x8(a2): return 6 mm", "size = size5x8(M5x16);"],
        ["Ring  N42SH      5x10    4", "Bolt  M5x16      5x16    9", "Seal  42x2       42x2    1"],
    ],
)  # fmt: skip
def test_names_of_people_and_texts_are_no_list(read_rows: ReadRows, lines: list[str]) -> None:
    assert len(read_rows([[line] for line in lines]).parts) == 0


def test_name_and_description_alone_head_a_list_of_sized_names(read_rows: ReadRows) -> None:
    told = [["Name", "Description"], *([name, "for the drive"] for name in NAMES)]
    assert rows(read_rows(told)) == [2, 3, 4, 5, 6, 7]
    settings = [["Name", "Description"], *([word, "how it is shown"] for word in GROUPS)]
    assert len(read_rows(settings).parts) == 0


def test_names_numbers_and_links_without_headings_are_bought_in_shops(
    read_rows: ReadRows,
) -> None:
    told = [[name, n + 1, 2.5 * n + 1, f"https://shop.example/{n}"] for n, name in enumerate(NAMES)]
    reading = read_rows(told)
    assert len(reading.parts) == 6
    assert "W_NO_HEADING" in codes(reading)


def test_a_title_merged_over_the_headings_is_in_none_of_them(read_rows: ReadRows) -> None:
    """ "Kit V2.6 BOM Qty" counted nothing, and all quantities were lost."""

    def merge(book: object) -> None:
        book.active.merge_cells("A1:D1")  # type: ignore[attr-defined]

    told = [["Kit V2.6 BOM", None, None, None], ["Designation", "Size", "Qty", "Supplier"]]
    reading = read_rows(
        [*told, *([name, "x", n + 1, "SKF"] for n, name in enumerate(NAMES))], merge
    )
    assert facts(reading, "quantity") == [1, 2, 3, 4, 5, 6]


def test_a_group_that_its_heading_repeats_adds_nothing(read_rows: ReadRows) -> None:
    told = [
        ["Part", None, "Quantity", None],
        ["Number", "Name", "Quantity per BOM", "Quantity ordered"],
    ]
    reading = read_rows([*told, *([n, name, 2, 9] for n, name in zip(NUMBERS, NAMES, strict=True))])
    assert facts(reading, "quantity") == [2.0] * 6


@pytest.mark.parametrize(
    "heading",
    [
        "Component current",
        "Material thickness",
        "Motor voltage",
        "部门编码",
        "工序编码",
        "人员编码",
    ],
)
def test_what_is_measured_of_a_thing_is_not_the_thing(heading: str) -> None:
    assert heading_book().meanings(heading) == ()


def test_numbers_of_invoices_name_no_part(read_rows: ReadRows) -> None:
    told: list[tuple[str, list[Any]]] = [
        ("DATE", ["2026-04-04"] * 6),
        ("INVOICE NO", NUMBERS),
        ("VENDOR", GROUPS),
        ("AMOUNT", [9.5] * 6),
    ]
    assert len(read_rows(table(*told)).parts) == 0


def test_rooms_of_people_with_links_are_no_list(read_rows: ReadRows) -> None:
    people = ["Anna Meier", "Bert Kurz", "Carl Lau", "Dora Mai"]
    told = [[f"Room A{n}2", n, f"https://x.example/{n}", name] for n, name in enumerate(people)]
    assert len(read_rows(told).parts) == 0


def test_people_say_nothing_of_what_a_part_is(read_rows: ReadRows) -> None:
    """Where most rows lack the full name, "Name in documentation" is read beside it, an inspector is not."""
    some = [NAMES[0], *[None] * 5]
    people = ["Anna Meier", "Bert Kurz", "Carl Lau", "Dora Mai", "Emil Noa", "Fee Ott"]
    told: list[tuple[str, list[Any]]] = [
        ("Part No", NUMBERS),
        ("Full Name", some),
        ("Qty", [1.0] * 6),
    ]
    for heading in ("Name of inspector", "Approver name", "Name Prüfer"):
        assert used(read_rows, *told, (heading, people))[heading] is None
    assert used(read_rows, *told, ("Name in documentation", NAMES))["Name in documentation"]


@pytest.mark.parametrize("filled", ["", "an empty description"])
def test_a_lone_number_in_words_is_the_name_in_a_list_of_counts(
    read_rows: ReadRows, filled: str
) -> None:
    columns: list[tuple[str, list[Any]]] = [
        ("PART NUMBER", NAMES),
        ("Qty", [1.0, 2.0, 4.0, 1.0, 1.0, 2.0]),
    ]
    if filled:
        columns.insert(1, ("DESCRIPTION", [None] * 6))
    reading = read_rows(table(*columns))
    assert facts(reading, "description") == NAMES
    assert only_table(reading).columns[0].confidence < 0.8  # it is asked about


@pytest.mark.parametrize(
    "columns",
    [
        [("PART NUMBER", NUMBERS), ("DESCRIPTION", [None] * 6), ("Qty", [1.0] * 6)],
        [("PART NUMBER", NAMES), ("DESCRIPTION", GROUPS), ("Qty", [1.0] * 6)],
        [("PART NUMBER", ["X-1 rail", *NUMBERS[1:]]), ("Qty", [1.0] * 6)],
    ],
)
def test_numbers_stay_numbers(read_rows: ReadRows, columns: list[tuple[str, list[Any]]]) -> None:
    assert used(read_rows, *columns)["PART NUMBER"] == "part_number"


def test_a_number_or_a_specification_is_what_its_cells_are(read_rows: ReadRows) -> None:
    heading = "Part no./ Specification"
    coded = read_rows(table(("Component", GROUPS), (heading, NUMBERS), ("Qty", [1.0] * 6)))
    assert facts(coded, "part_number") == NUMBERS
    worded = read_rows(table(("Component", GROUPS), (heading, NAMES), ("Qty", [1.0] * 6)))
    assert all(name in text for name, text in zip(NAMES, facts(worded, "description"), strict=True))


@pytest.mark.parametrize("one", ["Preis (1 Stk)", "Price (1 pc)", "Prix (1 pièce)", "Stückpreis"])
def test_the_price_of_one_in_brackets_makes_the_bare_price_that_of_the_line(
    read_rows: ReadRows, one: str
) -> None:
    data = [["LED matrix", 1.0, 40.5, 40.5], ["Push button", 6.0, 1.5, 9.0]]
    for priced in (data, [*data, ["Capacitor", 20.0, 0.05, 1.0]]):
        reading = read_rows([["Name", "Anzahl", one, "Preis"], *priced])
        assert facts(reading, "unit_price") == [row[2] for row in priced]
